//! What is to be said about a file of decisions after a run: what is wrong in it, and what decides nothing.
//!
//! Decisions are kept: one about a text that has changed, or about a year that has passed, is history and needs no word.

use jiff::civil::Date;

use crate::diagnostic::Text;
use crate::plan::{Issue, Issues};
use crate::settings::Decision;
use crate::value::same_name;

use super::exceptions::{Noticed, is_rule, meant_instead};
use super::judge::Session;
use super::report::{Report, refused};

/// A report on the file of decisions that these settings name; none when there is nothing to say. `all` says whether every
/// plan was looked at that the file is for.
#[must_use]
pub fn about_decisions(sessions: &[&Session], noticed: &Noticed, all: bool, today: Date) -> Option<Report> {
    let (source, decisions) = sessions.first()?.agreed.decisions.as_deref()?;
    let mut issues = decisions.issues.clone();
    for (number, decision) in decisions.list.iter().enumerate() {
        let practice = noticed.practices.contains(&decision.practice);
        // One about an earlier year is history; one without a year is about no year at all.
        let misses = |(rule, last): &(String, Option<u8>)| {
            same_name(rule, &decision.rule) && decision.year.is_none_or(|year| Some(year) >= *last)
        };
        let open = noticed.open.get(&decision.practice);
        issues.extend(match noticed.decided.contains(&number) {
            _ if !is_rule(&decision.rule, sessions) => {
                Some(warning(decision, "decision-no-rule", "explain-unknown-help"))
            }
            _ if decision.on > today => Some(warning(decision, "decision-not-yet", "decision-not-yet-help")),
            _ if noticed.undecided.contains(&number) => {
                Some(warning(decision, "decision-unclear", "waiver-unclear-help"))
            }
            false if noticed.decided_elsewhere.contains(&number) => {
                let absent = decision.file.as_ref().and_then(|file| noticed.absent.get(file));
                let text = if absent.is_some() { "decision-absent" } else { "decision-no-file" };
                let meant = meant_instead(absent.and_then(Option::as_deref));
                all.then(|| warning(decision, text, "waiver-no-file-help").help(meant))
            }
            false if open.is_some_and(|open| open.iter().any(misses)) => {
                let help = if decision.year.is_none() { "decision-missing-year" } else { "decision-misses-help" };
                Some(warning(decision, "decision-misses", help))
            }
            false if all && !practice => Some(warning(decision, "decision-no-practice", "decision-no-practice-help")),
            true | false => None,
        });
    }
    let issues = issues.into_iter().collect::<Issues>().into_vec();
    (!issues.is_empty()).then(|| Report { plan: false, ..refused(source.clone(), &issues) })
}

fn warning(decision: &Decision, text: &'static str, help: &'static str) -> Issue {
    let text = Text::new(text).with("rule", &decision.rule).with("practice", &decision.practice);
    let text = text.with("on", decision.on).with("file", decision.file.as_deref().unwrap_or_default());
    Issue::new("besluit-ongebruikt", decision.span, text).help(Text::new(help)).warning()
}
