//! What is to be done at a practice, as texts: what it must do, what the region judges, what was decided, and what comes later;
//! and where its post goes.
//!
//! In: what was judged of one plan. Out: a thing for each finding, as letters and pages say it. It is kept only where somebody
//! reads it: an overview counts. No thing names another plan.

use jiff::civil::Date;

use crate::diagnostic::Text;

use super::finding::{Decided, Finding, Suppression};
use super::judge::{DOUBLED, SHARED};
use super::post::Post;
use super::reading::Reading;
use super::report::Report;
use super::standing::RuleDays;
use super::turn::Turn;

/// One thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Thing {
    pub turn: Turn,
    pub rule: String,
    /// What is asked, in a few words.
    pub title: Text,
    /// What was found, and what to do; of what comes later nobody reads it yet.
    pub detail: Option<Text>,
    pub help: Option<Text>,
    /// Statements of the source document: id and section; none for what comes later.
    pub source: Vec<(String, String)>,
    pub year: Option<u8>,
    pub intervention: Option<String>,
    /// The line of the plan.
    pub line: Option<usize>,
    /// The year that the plan with that line is for, when it is not the newest one of the practice.
    pub of_plan: Option<u8>,
    /// The last day that a rule gives.
    pub due: Option<Date>,
    /// What waits for the accounting of a year: the last day of that year.
    pub after: Option<Date>,
    /// Most things have none.
    pub decided: Option<Box<Decided>>,
    pub waived: Option<Box<Suppression>>,
}

/// All of a practice.
#[derive(Clone, Debug, Default)]
pub struct Things {
    pub list: Vec<Thing>,
    pub post: Post,
}

impl Things {
    /// What was judged of a plan: late first, then by day, and what has no day last.
    pub(super) fn of(report: &Report, reading: &Reading, days: &RuleDays) -> Self {
        let mut list: Vec<Thing> = Vec::new();
        for finding in &report.findings {
            let thing = thing(finding, report, days);
            if !list.iter().any(|known| known.says_the_same(&thing)) {
                list.push(thing);
            }
        }
        list.shrink_to_fit();
        let mut things = Self { list, post: Post::of(reading) };
        things.sort();
        things
    }

    fn sort(&mut self) {
        self.list.sort_by_key(|thing| (thing.due.is_none(), thing.due, thing.after));
    }

    /// Adds those of the plan for another year: their lines are of that one.
    pub(super) fn join(&mut self, other: Self, year: Option<u8>) {
        self.list.extend(other.list.into_iter().map(|thing| Thing { of_plan: year, ..thing }));
        self.sort();
    }

    /// Those of which it is one's turn.
    pub fn of_turn(&self, turn: Turn) -> impl Iterator<Item = &Thing> {
        self.list.iter().filter(move |thing| thing.turn == turn)
    }
}

impl Thing {
    /// Whether somebody who reads this one need not read the other.
    fn says_the_same(&self, other: &Self) -> bool {
        match self.turn {
            // At each place there is something to do.
            Turn::Must | Turn::May => self == other,
            Turn::Waived => Self { line: None, ..self.clone() } == Self { line: None, ..other.clone() },
            Turn::Review | Turn::Agreed | Turn::Later => {
                self.turn == other.turn
                    && (&self.rule, self.year, &self.intervention) == (&other.rule, other.year, &other.intervention)
                    && self.title == other.title
            }
        }
    }
}

fn thing(finding: &Finding, report: &Report, days: &RuleDays) -> Thing {
    let turn = Turn::of(finding, report.strict);
    let year = finding.year.or(report.year);
    let due = year.filter(|_| !finding.built_in).and_then(|year| days.of_rule(year, &finding.rule));
    let in_words = turn != Turn::Later;
    // It names the files of others.
    let others = finding.built_in && finding.rule == DOUBLED;
    Thing {
        turn,
        rule: finding.rule.clone(),
        title: match others {
            true if finding.title.id == SHARED => Text::new("thing-shared"),
            true => Text::new("thing-doubled"),
            false => finding.title.clone(),
        },
        // What a person found stands in the decision.
        detail: finding.detail.clone().filter(|_| in_words && !others && !finding.is_refused()),
        help: finding.help.clone().filter(|_| in_words),
        source: if in_words { finding.source.clone() } else { Vec::new() },
        year: finding.year,
        intervention: finding.intervention.clone(),
        of_plan: None,
        line: (!finding.span.is_empty()).then(|| report.source.position(finding.span.start).line),
        after: (turn == Turn::Later && due.is_none()).then(|| report.end_of(year?)).flatten(),
        due,
        decided: finding.decided.clone().map(Box::new),
        waived: finding.suppressed.clone().filter(|_| !finding.is_agreed()).map(Box::new),
    }
}
