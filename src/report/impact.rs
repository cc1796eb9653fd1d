//! What a new regioplan changes for plans that exist, as facts and words; the formats beside this file write them.

use jiff::civil::Date;

use crate::compare::{Impact, PlanImpact, Seen, Shift, Tally, Way};
use crate::diagnostic::{Arg, Severity, Text};

use super::Catalog;
use super::diff::Compared;

/// Both regioplannen, what shifts, and how it was judged.
#[derive(Debug)]
pub struct ImpactReport<'m> {
    pub old: Compared<'m>,
    pub new: Compared<'m>,
    pub impact: Impact,
    /// Plans of which nothing can be said.
    pub unread: Vec<Unread>,
    /// Plans that name another region; they were judged all the same.
    pub elsewhere: Vec<String>,
    /// The date by which all plans were judged; without it each by its own date of handing in, or else today.
    pub as_of: Option<Date>,
    /// Today, where a plan without a date was judged by it.
    pub today: Option<Date>,
    pub accounting: bool,
}

/// A plan that could not be judged, with the reason and its line.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread {
    pub path: String,
    pub line: usize,
    pub reason: Text,
}

impl ImpactReport<'_> {
    /// How it was judged, one sentence a text.
    #[must_use]
    pub fn basis(&self) -> Vec<Text> {
        let mut all = vec![Text::new("impact-basis")];
        all.push(match self.as_of {
            Some(date) => Text::new("impact-as-of").with("date", date),
            None => Text::new("impact-own-date"),
        });
        all.extend(self.today.map(|date| Text::new("impact-today").with("date", date)));
        if self.accounting {
            all.push(Text::new("impact-accounting"));
        }
        if !self.elsewhere.is_empty() {
            let names = Arg::words(&self.elsewhere, crate::diagnostic::Join::Comma);
            all.push(Text::new("impact-elsewhere").with("count", self.elsewhere.len()).with("paths", names));
        }
        all
    }

    /// `50 plannen bekeken: …`
    #[must_use]
    pub fn totals(&self) -> Text {
        let impact = &self.impact;
        Text::new("impact-totals")
            .with("plans", impact.plans.len())
            .with("act", impact.count(Way::MustAct))
            .with("relieved", impact.count(Way::Relieved))
            .with("otherwise", impact.otherwise())
            .with("unchanged", impact.unchanged())
            .with("unread", self.unread.len())
    }

    /// The tallies of each way in which something shifts.
    #[must_use]
    pub fn ways(&self) -> Vec<(Way, Vec<&Tally>)> {
        let of = |way| self.impact.tallies.iter().filter(|tally| tally.way == way).collect::<Vec<_>>();
        Way::ALL.into_iter().map(|way| (way, of(way))).filter(|(_, tallies)| !tallies.is_empty()).collect()
    }

    /// The plans of practices that have something to do.
    #[must_use]
    pub fn acting(&self) -> Vec<&PlanImpact> {
        self.impact.plans.iter().filter(|plan| plan.must_act()).collect()
    }

    /// The first plan of a tally, with what shifts there.
    #[must_use]
    pub fn example<'r>(&'r self, tally: &Tally) -> Option<(&'r PlanImpact, &'r Seen)> {
        let plan = self.impact.plans.get(*tally.plans.first()?)?;
        let shift = plan
            .shifts
            .iter()
            .find(|shift| shift.way() == tally.way && shift.seen().is_some_and(|seen| seen.rule == tally.rule))?;
        Some((plan, shift.seen()?))
    }
}

/// The name of the practice, or else of its file.
#[must_use]
pub fn practice(plan: &PlanImpact) -> &str {
    plan.practice.as_deref().unwrap_or(&plan.path)
}

/// The severity of a side, in words: `overtreding`, or that nothing was found.
#[must_use]
pub fn severity_word(seen: Option<&Seen>, catalog: &Catalog) -> String {
    catalog.word(seen.map_or("impact-nothing", |seen| seen.severity.text_id()))
}

/// What was found, on one line.
#[must_use]
pub fn found(shift: &Shift, catalog: &Catalog) -> String {
    let Some(seen) = shift.seen() else { return String::new() };
    let title = catalog.say(&seen.title);
    match &seen.detail {
        Some(detail) => format!("{title}: {}", catalog.say(detail).replace('\n', " ")),
        None => title,
    }
}

/// What the practice can do, where it must.
#[must_use]
pub fn help(shift: &Shift, catalog: &Catalog) -> Option<String> {
    let new = shift.new.as_ref().filter(|seen| seen.severity == Severity::Violation)?;
    new.help.as_ref().map(|help| catalog.say(help).replace('\n', " "))
}
