//! What is to be said about a file of exceptions after a run: what is wrong in it, what is over, what does nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::check::BUILT_IN;
use crate::diagnostic::Text;
use crate::model::LastYear;
use crate::plan::{Issue, Issues};
use crate::settings::Waiver;
use crate::value::same_name;

use super::amend::{Amended, UNJUDGED};
use super::judge::Session;
use super::library::Library;
use super::report::{Report, refused};

/// What was seen of the exceptions and the levels of one file of settings, by their numbers.
#[derive(Clone, Default)]
pub struct Noticed {
    /// Exceptions that set a finding aside.
    pub used: BTreeSet<usize>,
    /// Exceptions that are over, while their rule is still broken.
    pub expired: BTreeSet<usize>,
    /// Exceptions for what somebody of the region judges.
    pub judged: BTreeSet<usize>,
    /// Exceptions that do not say which of the plans with one code they are for.
    pub unclear: BTreeSet<usize>,
    /// Exceptions for a plan that was looked at.
    pub met: BTreeSet<usize>,
    /// Exceptions of which the rule is broken in another plan of the practice than the one that they name.
    pub elsewhere: BTreeSet<usize>,
    /// Exceptions of which the rule is broken, and not in the region that they name.
    pub abroad: BTreeSet<usize>,
    /// Decisions about something that is judged in a plan.
    pub decided: BTreeSet<usize>,
    /// Decisions that do not say which of the plans with one code they are about.
    pub undecided: BTreeSet<usize>,
    /// Decisions about something that is judged in another plan of the practice than the one that they name.
    pub decided_elsewhere: BTreeSet<usize>,
    /// What must still be judged in the year of a plan, by practice: the rule and that year.
    pub open: BTreeMap<String, BTreeSet<(String, Option<u8>)>>,
    /// Practices of which a plan was not looked at, by their codes.
    pub in_part: BTreeSet<String>,
    /// The files that entries name and that are not there, each with the plan that may be meant.
    pub absent: BTreeMap<String, Option<String>>,
    /// Practices with a plan.
    pub practices: BTreeSet<String>,
    /// A plan was looked at, also when it does not say of which practice it is.
    pub looked: bool,
    /// Levels that lower without a reason.
    pub unreasoned: BTreeSet<usize>,
}

impl Noticed {
    /// Adds what was seen in one plan.
    pub fn add(&mut self, amended: &Amended) {
        self.used.extend(&amended.used);
        self.expired.extend(&amended.expired);
        self.judged.extend(&amended.judged);
        self.unclear.extend(&amended.unclear);
        self.met.extend(&amended.met);
        self.elsewhere.extend(&amended.elsewhere);
        self.abroad.extend(&amended.abroad);
        self.unreasoned.extend(&amended.unreasoned);
        self.decided.extend(&amended.decided);
        self.undecided.extend(&amended.undecided);
        self.decided_elsewhere.extend(&amended.decided_elsewhere);
        if let Some(practice) = &amended.practice {
            let open = amended.open.iter().map(|rule| (rule.clone(), amended.last.and_then(LastYear::year)));
            self.open.entry(practice.clone()).or_default().extend(open);
        }
        self.practices.extend(amended.practice.clone());
        self.looked = true;
    }

    /// Adds what was seen through other settings that name the same exceptions; levels stay apart.
    pub fn join(&mut self, other: Self) {
        self.used.extend(other.used);
        self.expired.extend(other.expired);
        self.judged.extend(other.judged);
        self.unclear.extend(other.unclear);
        self.met.extend(other.met);
        self.elsewhere.extend(other.elsewhere);
        self.abroad.extend(other.abroad);
        self.decided.extend(other.decided);
        self.undecided.extend(other.undecided);
        self.decided_elsewhere.extend(other.decided_elsewhere);
        for (practice, open) in other.open {
            self.open.entry(practice).or_default().extend(open);
        }
        self.practices.extend(other.practices);
        self.in_part.extend(other.in_part);
        self.looked |= other.looked;
    }
}

/// A report on the file of exceptions that these settings name; none when there is nothing to say. `all` says whether every
/// plan was looked at that the file is for.
#[must_use]
pub fn about_exceptions(sessions: &[&Session], noticed: &Noticed, all: bool, today: Date) -> Option<Report> {
    let (source, waivers) = sessions.first()?.agreed.waivers.as_deref()?;
    let mut issues = waivers.issues.clone();
    for (number, waiver) in waivers.list.iter().enumerate() {
        let twin = waivers.list.iter().take(number).find(|other| is_twin(other, waiver));
        // It may do something in a plan of the practice that was not looked at.
        let may_help = waiver.file.is_none() && noticed.in_part.contains(&waiver.practice) && !all;
        let unused = |text, help| Some(warning(waiver, text, help));
        issues.extend(match twin {
            Some(first) => Some(
                warning(waiver, "waiver-twice", "waiver-twice-help").also(first.span, Text::new("yaml-first-here")),
            ),
            None if noticed.used.contains(&number) => None,
            None if !is_rule(&waiver.rule, sessions) => unused("waiver-no-rule", "explain-unknown-help"),
            None if UNJUDGED.contains(&waiver.rule.as_str()) => unused("waiver-cannot", "settings-cannot-lower-help"),
            None if waiver.agreement.on > today => {
                let text = Text::new("waiver-not-yet").with("agreed", waiver.agreement.on);
                let issue = Issue::new("afwijking-ongebruikt", waiver.span, text);
                Some(issue.help(Text::new("waiver-not-yet-help")).warning())
            }
            None if noticed.unclear.contains(&number) => unused("waiver-unclear", "waiver-unclear-help"),
            None if noticed.judged.contains(&number) && !may_help => unused("waiver-judged", "waiver-judged-help"),
            None if noticed.expired.contains(&number) => Some(over(waiver)),
            None if may_help => None,
            // Nothing is known of a plan that was not looked at.
            None if waiver.file.is_some() && !noticed.met.contains(&number) && !all => None,
            None if !noticed.practices.contains(&waiver.practice) => {
                all.then(|| warning(waiver, "waiver-no-practice", "waiver-no-practice-help"))
            }
            None if waiver.file.is_some() && !noticed.met.contains(&number) => {
                let absent = waiver.file.as_ref().and_then(|file| noticed.absent.get(file));
                match absent {
                    Some(meant) => Some(
                        warning(waiver, "waiver-absent", "waiver-no-file-help").help(meant_instead(meant.as_deref())),
                    ),
                    None => unused("waiver-no-file", "waiver-no-file-help"),
                }
            }
            None if noticed.elsewhere.contains(&number) => unused("waiver-elsewhere", "waiver-no-file-help"),
            None if noticed.abroad.contains(&number) => unused("waiver-abroad", "waiver-abroad-help"),
            None => unused("waiver-unused", "waiver-unused-help"),
        });
    }
    let issues = issues.into_iter().collect::<Issues>().into_vec();
    (!issues.is_empty()).then(|| Report { plan: false, ..refused(source.clone(), &issues) })
}

fn is_twin(one: &Waiver, other: &Waiver) -> bool {
    let meet = one.agreement.on <= other.until && other.agreement.on <= one.until;
    meet && one.practice == other.practice
        && same_name(&one.rule, &other.rule)
        && one.region == other.region
        && one.file == other.file
}

fn warning(waiver: &Waiver, text: &'static str, help: &'static str) -> Issue {
    let text = Text::new(text).with("rule", &waiver.rule).with("practice", &waiver.practice);
    let text = text.with("region", waiver.region.as_deref().unwrap_or_default());
    let text = text.with("file", waiver.file.as_deref().unwrap_or_default());
    Issue::new("afwijking-ongebruikt", waiver.span, text).help(Text::new(help)).warning()
}

/// What to write for a file that is not there.
pub(super) fn meant_instead(meant: Option<&str>) -> Text {
    meant.map_or_else(|| Text::new("waiver-no-file-help"), |name| Text::new("did-you-mean").with("name", name))
}

fn over(waiver: &Waiver) -> Issue {
    let text = Text::new("waiver-expired")
        .with("rule", &waiver.rule)
        .with("practice", &waiver.practice)
        .with("until", waiver.until);
    Issue::new("afwijking-verlopen", waiver.until_span, text).help(Text::new("waiver-expired-help")).warning()
}

/// Whether plans can break a rule of this name under these settings.
pub(super) fn is_rule(id: &str, sessions: &[&Session]) -> bool {
    // Most settings share their regioplannen.
    let mut libraries: Vec<&Arc<Library>> = sessions.iter().map(|session| &session.library).collect();
    libraries.dedup_by(|one, other| Arc::ptr_eq(one, other));
    BUILT_IN.iter().any(|known| same_name(known, id)) || libraries.iter().any(|library| library.has_rule(id))
}
