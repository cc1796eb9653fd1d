//! What is to be said about a file of exceptions after a run: what is wrong in it, what is over, what does nothing.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::check::BUILT_IN;
use crate::diagnostic::Text;
use crate::plan::Issue;
use crate::report::Report;
use crate::settings::Waiver;

use super::amend::UNJUDGED;
use super::context::Context;
use super::judge::refused;
use super::tally::Noticed;

/// What a run saw of the exceptions of one file.
pub struct Seen {
    pub noticed: Noticed,
    /// Whether every plan was looked at that the file is for.
    pub all: bool,
    pub today: Date,
}

/// A report on the file that these settings name; none when there is nothing to say.
pub fn report(contexts: &[&Context], seen: &Seen) -> Option<Report> {
    let file = contexts.first()?.waivers.as_ref()?;
    let mut issues = file.waivers.issues.clone();
    let known = known_rules(contexts);
    let Noticed { used, expired, practices, .. } = &seen.noticed;
    for (number, waiver) in file.waivers.list.iter().enumerate() {
        let twin = file.waivers.list.iter().take(number).find(|other| is_twin(other, waiver));
        let issue = match twin {
            Some(first) => Some(
                warning("afwijking-ongebruikt", waiver, "waiver-twice", "waiver-twice-help")
                    .also(first.span, Text::new("yaml-first-here")),
            ),
            None if used.contains(&number) => None,
            None if !known.contains(&waiver.rule) => {
                Some(warning("afwijking-ongebruikt", waiver, "waiver-no-rule", "explain-unknown-help"))
            }
            None if UNJUDGED.contains(&waiver.rule.as_str()) => {
                Some(warning("afwijking-ongebruikt", waiver, "waiver-cannot", "settings-cannot-lower-help"))
            }
            None if waiver.agreement.on > seen.today => {
                let text = Text::new("waiver-not-yet").with("agreed", waiver.agreement.on);
                let issue = Issue::new("afwijking-ongebruikt", waiver.span, text);
                Some(issue.help(Text::new("waiver-not-yet-help")).warning())
            }
            None if expired.contains(&number) => Some(over(waiver)),
            None if practices.contains(&waiver.practice) => {
                Some(warning("afwijking-ongebruikt", waiver, "waiver-unused", "waiver-unused-help"))
            }
            None if seen.all => {
                Some(warning("afwijking-ongebruikt", waiver, "waiver-no-practice", "waiver-no-practice-help"))
            }
            None => None,
        };
        issues.extend(issue);
    }
    (!issues.is_empty()).then(|| {
        let mut report = refused(file.source.clone(), &issues);
        report.plan = false;
        report
    })
}

fn is_twin(one: &Waiver, other: &Waiver) -> bool {
    let meet = one.agreement.on <= other.until && other.agreement.on <= one.until;
    meet && one.practice == other.practice && one.rule == other.rule && one.region == other.region
}

fn warning(check: &'static str, waiver: &Waiver, text: &'static str, help: &'static str) -> Issue {
    let text = Text::new(text).with("rule", &waiver.rule).with("practice", &waiver.practice);
    Issue::new(check, waiver.span, text).help(Text::new(help)).warning()
}

fn over(waiver: &Waiver) -> Issue {
    let text = Text::new("waiver-expired")
        .with("rule", &waiver.rule)
        .with("practice", &waiver.practice)
        .with("until", waiver.until);
    Issue::new("afwijking-verlopen", waiver.until_span, text).help(Text::new("waiver-expired-help")).warning()
}

/// The rules that the plans of these contexts can break.
fn known_rules(contexts: &[&Context]) -> BTreeSet<String> {
    let mut known: BTreeSet<String> = BUILT_IN.iter().map(|id| (*id).to_owned()).collect();
    for loaded in contexts.iter().flat_map(|context| context.library.all()).flatten() {
        known.extend(loaded.model.rules.iter().map(|rule| rule.id.clone()));
    }
    known
}
