//! Where a practice stands: what it must do, what the region must do, and by when.
//!
//! In: what was judged of its plan. Out: counts, and the days that the rules set, the first one first. Nobody is ranked, and no
//! outcome is scored.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::check::{Circumstances, deadlines};
use crate::diagnostic::{Severity, Text, worded};

use super::finding::Finding;
use super::reading::Reading;
use super::report::Report;
use super::turn::Turn;

worded! {
    /// Where a practice stands.
    #[derive(Default)]
    pub enum Status {
        /// Nothing is to be done now.
        #[default]
        InOrder = "in-order", "status-in-order";
        /// The practice must change its plan.
        ToMend = "to-mend", "status-to-mend";
        /// The region must judge something.
        ToReview = "to-review", "status-to-review";
        NoPlan = "no-plan", "status-no-plan";
        /// No year of it begins in the year that is looked at: it hands in nothing.
        NotAsked = "not-asked", "status-not-asked";
        /// There is a file, and it cannot be read.
        Unreadable = "unreadable", "status-unreadable";
    }
}

/// Where a practice stands.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    pub status: Status,
    /// What the practice must mend.
    pub todo: usize,
    pub warnings: usize,
    /// What the region must judge.
    pub reviews: usize,
    /// What is due at an accounting.
    pub pending: usize,
    /// Set aside by an exception.
    pub waived: usize,
    /// Decided by the region.
    pub agreed: usize,
    pub refused: usize,
    /// Days that rules set for what is still open, the first one first.
    pub deadlines: Vec<Deadline>,
}

worded! {
    /// What a day is for.
    pub enum DeadlineSort {
        /// A rule names the last day for what it asks.
        Rule = "rule", "deadline-rule";
        /// A rule names the last day for handing in a plan.
        Plan = "plan", "deadline-plan";
        /// A year ends; what is due then is asked at its accounting, for which no document names a day.
        YearEnd = "year-end", "deadline-year-end";
    }
}

/// A day by which something must have been done, or on which a year ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Deadline {
    pub date: Date,
    pub sort: DeadlineSort,
    pub what: Text,
    /// The rule that sets the day.
    pub rule: Option<String>,
    pub year: Option<u8>,
}

impl Deadline {
    /// Whether it is too late on a day. The end of a year is no last day.
    #[must_use]
    pub fn is_late(&self, day: Date) -> bool {
        match self.sort {
            DeadlineSort::Rule | DeadlineSort::Plan => self.date < day,
            DeadlineSort::YearEnd => false,
        }
    }
}

impl Standing {
    /// Of a practice of which nothing was judged.
    #[must_use]
    pub fn without_plan(status: Status) -> Self {
        Self { status, ..Self::default() }
    }

    /// What was judged of a plan.
    #[must_use]
    pub fn of(report: &Report, days: &RuleDays) -> Self {
        let mut standing = Self::without_plan(Status::InOrder);
        let mut judged = BTreeSet::new();
        for finding in &report.findings {
            let turn = Turn::of(finding, report.strict);
            // What a person decides at once is one.
            if finding.is_judged() && !judged.insert((turn, finding.matter())) {
                continue;
            }
            match turn {
                Turn::Must => standing.todo += 1,
                Turn::May => standing.warnings += 1,
                Turn::Review => standing.reviews += 1,
                Turn::Agreed => standing.agreed += 1,
                Turn::Waived => standing.waived += 1,
                Turn::Later => standing.pending += 1,
            }
            standing.refused += usize::from(finding.is_refused());
        }
        standing.status = standing.counted();
        standing.deadlines = open_days(report, days);
        standing
    }

    fn counted(&self) -> Status {
        match (self.todo, self.reviews) {
            (0, 0) => Status::InOrder,
            (0, _) => Status::ToReview,
            (_, _) => Status::ToMend,
        }
    }

    /// Adds what was judged of another plan of the practice.
    pub fn join(&mut self, other: Self) {
        self.todo += other.todo;
        self.warnings += other.warnings;
        self.reviews += other.reviews;
        self.pending += other.pending;
        self.waived += other.waived;
        self.agreed += other.agreed;
        self.refused += other.refused;
        self.status = self.counted();
        for deadline in other.deadlines {
            if !self.deadlines.contains(&deadline) {
                self.add(Some(deadline));
            }
        }
    }

    /// There is no plan yet for the year of the region: nothing in the one before makes that in order.
    pub fn lacks_plan(&mut self) {
        self.status = match self.status {
            Status::InOrder | Status::NoPlan => Status::NoPlan,
            Status::ToMend | Status::ToReview | Status::NotAsked | Status::Unreadable => self.status,
        };
    }

    /// Adds a day.
    pub fn add(&mut self, deadline: Option<Deadline>) {
        self.deadlines.extend(deadline);
        self.deadlines.sort_by_key(|deadline| deadline.date);
    }

    /// The day to look at first, seen from a day: what is late, else what comes, else the end of a year that has passed.
    #[must_use]
    pub fn next(&self, day: Date) -> Option<&Deadline> {
        let late = self.deadlines.iter().find(|deadline| deadline.is_late(day));
        let coming = || self.deadlines.iter().find(|deadline| deadline.date >= day);
        late.or_else(coming).or_else(|| self.deadlines.last())
    }
}

/// The last day that each rule gives, in each year of which something is open.
#[derive(Clone, Debug, Default)]
pub struct RuleDays(Vec<(u8, String, Date)>);

impl RuleDays {
    /// The days for what was judged of a plan.
    #[must_use]
    pub fn of(report: &Report, reading: &Reading, now: &Circumstances) -> Self {
        let (model, plan) = (&reading.loaded.model, &reading.plan);
        let of_year = |year: u8| {
            let found = deadlines(model, plan, year, now).into_iter();
            found.map(move |(rule, date)| (year, model.contents.rules.get(rule).id.clone(), date))
        };
        Self(open_years(report).into_iter().flat_map(of_year).collect())
    }

    /// The last day for what a rule asks in a year.
    #[must_use]
    pub fn of_rule(&self, year: u8, rule: &str) -> Option<Date> {
        self.0.iter().filter(|(of, id, _)| *of == year && id == rule).map(|(.., date)| *date).min()
    }
}

fn open(report: &Report) -> impl Iterator<Item = &Finding> {
    report.findings.iter().filter(|finding| finding.suppressed.is_none())
}

fn open_years(report: &Report) -> Vec<u8> {
    let mut years: Vec<u8> = open(report).filter_map(|finding| finding.year.or(report.year)).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The days for what is open: of each rule its own; what waits for the accounting of a year together, after its last day.
fn open_days(report: &Report, days: &RuleDays) -> Vec<Deadline> {
    let mut found: Vec<Deadline> = Vec::new();
    for year in open_years(report) {
        let of_year = open(report).filter(|finding| finding.year.or(report.year) == Some(year));
        let mut waits = false;
        for finding in of_year.filter(|finding| !finding.built_in) {
            match (days.of_rule(year, &finding.rule), finding.severity) {
                (Some(date), _) => {
                    let (what, rule) = (finding.title.clone(), Some(finding.rule.clone()));
                    let deadline = Deadline { date, sort: DeadlineSort::Rule, what, rule, year: Some(year) };
                    if !found.contains(&deadline) {
                        found.push(deadline);
                    }
                }
                (None, Severity::Pending) => waits = true,
                (None, Severity::Violation | Severity::Warning | Severity::Review) => {}
            }
        }
        if let Some(date) = report.end_of(year).filter(|_| waits) {
            let what = Text::new("deadline-accounting").with("year", year);
            found.push(Deadline { date, sort: DeadlineSort::YearEnd, what, rule: None, year: Some(year) });
        }
    }
    found.sort_by(|a, b| (a.date, a.year, &a.rule).cmp(&(b.date, b.year, &b.rule)));
    found
}
