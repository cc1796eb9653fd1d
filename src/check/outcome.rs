//! What checking returns: verdicts with the facts they rest on. Writers read it and decide nothing.

use std::collections::BTreeSet;

use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Text};
use crate::model::{InterventionId, Kind, KindSet, RuleId, Sign};
use crate::plan::{Issue, RecordValue};
use crate::source::Span;
use crate::value::Value;

/// What the outside world tells the check.
#[derive(Clone, Debug)]
pub struct Circumstances {
    /// The date by which the plan is judged.
    pub reference: Date,
    /// Whether the plan's own year is being accounted for.
    pub accounting: bool,
    /// Referred files that are not there or are no evidence, as written in the plan.
    pub missing_files: BTreeSet<String>,
    /// What the region itself says, where that is known.
    pub figures: Option<Arc<RecordValue>>,
    /// The plan has a day of handing in that cannot be read, and nobody gave another: then the date is that of today, and what
    /// hangs on it is not known.
    pub day_unread: bool,
}

/// Everything that checking one plan gives.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    pub reference: Date,
    pub accounting: bool,
    pub year: Option<u8>,
    pub verdicts: Vec<Verdict>,
    /// Findings of the built-in checks.
    pub issues: Vec<Issue>,
    pub notes: Vec<Note>,
}

/// Something to know that is no finding.
#[derive(Clone, Debug)]
pub struct Note {
    pub text: Text,
    pub span: Option<Span>,
}

/// The verdict on one rule, for one year and one choice or member where it has these.
#[derive(Clone, Debug)]
pub struct Verdict {
    pub rule: RuleId,
    pub year: Option<u8>,
    pub intervention: Option<InterventionId>,
    /// Where to point.
    pub place: Span,
    pub state: State,
    pub failures: Vec<Failure>,
    pub gaps: Vec<Gap>,
    /// The last day for what may still come and waits for no accounting, when the rule names one.
    pub due: Option<Date>,
    /// The value that the members have in common, of a rule over members with the same value.
    pub group: Option<Value>,
    /// What was counted, of a rule over a region.
    pub counted: Vec<Counted>,
}

/// Something in a plan that counted in a verdict over a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    pub practice: usize,
    pub year: u8,
    pub place: Span,
}

/// The six verdicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    Met,
    Violated,
    Warned {
        /// From this date on it will be a violation.
        violation_from: Option<Date>,
    },
    Review(String),
    Pending,
    /// The data does not decide it.
    NotVerifiable {
        /// The cause is a finding of its own, so this one is not repeated.
        reported: bool,
    },
    NotApplicable(NotApplicable),
}

impl State {
    /// How bad a finding it is; none when it is no finding.
    #[must_use]
    pub fn severity(&self) -> Option<Severity> {
        match self {
            Self::Met | Self::NotApplicable(_) | Self::NotVerifiable { reported: true } => None,
            Self::Violated => Some(Severity::Violation),
            Self::Warned { .. } | Self::NotVerifiable { reported: false } => Some(Severity::Warning),
            Self::Review(_) => Some(Severity::Review),
            Self::Pending => Some(Severity::Pending),
        }
    }
}

/// Why a rule does not apply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotApplicable {
    /// A condition of the rule does not hold.
    Condition,
    /// It belongs to the accounting for a year that lies behind.
    AccountedEarlier,
    /// Somebody judges it in a year that lies behind: that was done with the plan of that year.
    ReviewedEarlier,
    /// The rule is not in force yet, or no longer.
    NotInForce,
    /// There is nothing that the rule could be about.
    Nothing,
}

/// One demand that is not met.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// A condition; with what was seen instead, if one value decided it.
    Cond { demand: usize, seen: Option<Seen> },
    /// Choices: how many counted, and what stands there that might have been meant.
    Choices {
        demand: usize,
        target: Option<usize>,
        counted: Vec<InterventionId>,
        present: Vec<(InterventionId, Option<Kind>, Span)>,
        lacking: Vec<InterventionId>,
        /// Choices that count already somewhere else: with that rule.
        elsewhere: Vec<(InterventionId, RuleId)>,
        /// What is lacking, or else what could still be chosen.
        proposed: Vec<Proposal>,
    },
}

/// An intervention that would meet a demand, with the kinds as which it can be chosen; none when nothing limits the kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    pub intervention: InterventionId,
    pub kinds: KindSet,
}

/// A value that decided a condition.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    pub span: Span,
    pub shown: Shown,
    /// The day or number that was held to, when the plan decides which one that is.
    pub limit: Option<Limit>,
    /// How many did not count because they are still to take place.
    pub ahead: usize,
    /// In which part of the condition it was seen, by its number, outermost first.
    pub within: Vec<usize>,
}

impl Seen {
    #[must_use]
    pub fn new(span: Span, shown: Shown) -> Self {
        Self { span, shown, limit: None, ahead: 0, within: Vec::new() }
    }
}

/// The day or number that was held to; of a day that is not certain, the furthest that it can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Limit {
    On(Date),
    AtLatest(Date),
    AtEarliest(Date),
    /// A number that was worked out, and from what.
    Worked(Decimal, Vec<Worked>),
}

/// One part of a number that was worked out: so many times a value, added or taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worked {
    pub sign: Sign,
    pub factor: Decimal,
    pub value: Decimal,
}

/// What was seen, as it can be shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    Value(Value),
    /// A field that is filled in, or not.
    Filled(bool),
    /// Words that are no answer.
    Filler(Value),
    /// A day that is still to come.
    Ahead(Value),
    Count {
        yes: usize,
        total: usize,
    },
    /// What it is at least and at most, as far as that is known; of how many; and the fields that are not filled in everywhere.
    Range {
        low: Option<Value>,
        high: Option<Value>,
        total: Option<usize>,
        lacking: Vec<Arc<str>>,
    },
}

/// Data that a rule needed and did not find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    pub kind: GapKind,
    pub place: Span,
    /// In which practice, when a region is looked at.
    pub practice: Option<usize>,
    /// One of several that are missing is enough: those with the same name here belong together.
    pub either: Option<Arc<str>>,
    /// What stands there and is no answer.
    pub filler: Option<Value>,
}

impl Gap {
    #[must_use]
    pub fn new(kind: GapKind, place: Span) -> Self {
        Self { kind, place, practice: None, either: None, filler: None }
    }

    /// Says in which practice the data is missing.
    #[must_use]
    pub fn of(self, practice: Option<usize>) -> Self {
        Self { practice: self.practice.or(practice), ..self }
    }
}

/// What counts of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    All,
    Some,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GapKind {
    /// A field that is not filled in, by its words in the regioplan.
    Field(Arc<str>),
    /// A whole earlier year that the plan leaves out.
    Year(u8),
    /// A choice of that year that could not be read; reported before.
    Choice(u8),
    /// A value that could not be read; reported before.
    Unreadable,
    /// A year before the first one of the regioplan: no plan can show it.
    Beyond,
    /// A year that still lies ahead.
    Ahead,
    /// A figure of the region, by its words, of a plan that is judged without these figures.
    Figures(Arc<str>),
    /// A number that should hold all of something, by its words, and is less than a part of it.
    LessThanPart(Arc<str>),
    /// Everything in a list, by its words: so many that are all still to take place.
    StillAhead(Arc<str>, usize),
    /// Nothing stands in a list, by its words; or nothing that counts, where not all of it does.
    Empty(Arc<str>, Counts),
    /// Numbers too large to work with exactly.
    TooLarge,
}

/// Why something is not known, by what is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Fields that are not filled in, and nothing else.
    Fields,
    /// Figures of the region that are not there, and perhaps fields.
    Figures,
    /// A year that the plan leaves out, among others.
    LeftOut,
    /// Something that is a finding of its own, or that no plan can show.
    Told,
}

impl Cause {
    /// The cause of a gap in what is known: what is told elsewhere goes before the rest, as the rest may not matter then.
    #[must_use]
    pub fn of(gaps: &[Gap]) -> Self {
        let mut cause = Self::Fields;
        for gap in gaps {
            match gap.kind {
                GapKind::Field(_)
                | GapKind::Empty(..)
                | GapKind::StillAhead(..)
                | GapKind::LessThanPart(_)
                | GapKind::TooLarge => {}
                GapKind::Figures(_) if cause == Self::Fields => cause = Self::Figures,
                GapKind::Figures(_) => {}
                GapKind::Year(_) => cause = Self::LeftOut,
                GapKind::Choice(_) | GapKind::Unreadable | GapKind::Beyond | GapKind::Ahead => return Self::Told,
            }
        }
        if gaps.is_empty() { Self::Told } else { cause }
    }
}

impl Verdict {
    /// Whether it only warns, of days that lie before or behind one that follows from the programme year. A violation is never
    /// taken back: a year that does not fit is no more than a warning itself.
    #[must_use]
    pub fn rests_on_the_year(&self) -> bool {
        let of_year = |failure: &Failure| match failure {
            Failure::Cond { seen: Some(seen), .. } => match seen.limit {
                Some(Limit::On(_) | Limit::AtLatest(_) | Limit::AtEarliest(_)) => true,
                Some(Limit::Worked(..)) | None => false,
            },
            Failure::Cond { seen: None, .. } | Failure::Choices { .. } => false,
        };
        let warns = matches!(self.state, State::Warned { .. });
        warns && !self.failures.is_empty() && self.gaps.is_empty() && self.failures.iter().all(of_year)
    }

    /// Nothing is known of it, as is told elsewhere.
    pub fn leave_open(&mut self) {
        self.state = State::NotVerifiable { reported: true };
        self.failures.clear();
    }
}
