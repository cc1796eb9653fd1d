//! What a rule means: one small language of formulas, into which every sentence of a regioplan is lowered.
//!
//! The sentence itself stays beside it, in [`super::Rule`], for what is said to people. Only this is evaluated.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::value::{Duration, Phrase, Value};

use super::{Amount, Case, InThat, InterventionId, KindSet, Outcome, PastYears, Ref, Sign};

/// Something that holds, does not hold, or is not known.
#[derive(Clone, Debug, PartialEq)]
pub enum Formula {
    /// Every part holds.
    All(Vec<Formula>),
    /// One of the parts holds.
    Any(Vec<Formula>),
    Not(Box<Formula>),
    /// Something stands there.
    Filled(Ref),
    /// The day that stands there, if any, has come.
    HasTakenPlace {
        day: Ref,
        /// Asked only when the year is accounted for; else always.
        at_accounting: bool,
    },
    /// The value is one of these.
    OneOf(Term, Vec<Value>),
    /// One of these stands in the text, as whole words.
    Contains(Term, Vec<Phrase>),
    Compare {
        left: Term,
        order: Order,
        right: Term,
        /// The right side is a day that the plan decides, so it is told which day that is.
        told: bool,
    },
    /// So many members of the domain answer the formula.
    Count {
        amount: Amount,
        of: Domain,
        that: Box<Formula>,
    },
    /// The intervention in hand is chosen in those years, as one of these kinds.
    Chosen(KindSet, Years),
    /// The intervention in hand is on offer in the year in hand, and the practice itself chooses it.
    Offered,
    /// The intervention in hand is not certainly out of the offer in the year in hand.
    StillOffered,
    /// It holds in that programme year.
    InYear(u8, Box<Formula>),
}

/// How two values lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    Less,
    AtMost,
    Equal,
    AtLeast,
    More,
}

/// A value, or a quantity made from values.
#[derive(Clone, Debug, PartialEq)]
pub enum Term {
    Value(Value),
    Ref(Ref),
    Day(Day),
    /// So long after or before a day.
    Shift {
        base: Box<Term>,
        duration: Duration,
        after: bool,
    },
    /// So many times a number.
    Times(Decimal, Box<Term>),
    /// Parts added together, or taken away.
    Total(Vec<Part>),
    /// A number or a value over the members of a domain.
    Over(Tally, Box<Domain>),
}

/// One part of a total: so many times a number, added or taken away.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub sign: Sign,
    pub factor: Decimal,
    pub of: Term,
}

/// A day that the plan and the moment decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    Reference,
    YearStart,
    YearEnd,
    /// A day of the calendar year in hand.
    OfYear {
        month: i8,
        day: i8,
    },
}

/// What is made of the members of a domain.
#[derive(Clone, Debug, PartialEq)]
pub enum Tally {
    Count,
    /// How many different values.
    Distinct(Ref),
    Sum(Ref),
    Least(Ref),
    Greatest(Ref),
}

/// Members, narrowed by formulas.
#[derive(Clone, Debug, PartialEq)]
pub struct Domain {
    pub source: Source,
    /// Only members whose date lies in the year in hand.
    pub during: Option<During>,
    pub filters: Vec<Formula>,
    /// A list that is not there has no members; else nothing is known of them.
    pub absent_is_empty: bool,
    /// As written: `intervisies`. Shared, as a gap has these words.
    pub words: Arc<str>,
}

/// A period in which the date of a member must lie.
#[derive(Clone, Debug, PartialEq)]
pub struct During {
    pub that: InThat,
    /// Where the member has its date; none for members that belong to a year by themselves.
    pub date: Option<Ref>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Source {
    List(Ref),
    /// This list of the choice in hand, and of the same intervention in the years before.
    ListOfYears(Ref, PastYears),
    /// The choices of the year in hand.
    Choices,
    /// Another domain.
    Of(Box<Domain>),
    /// This list of every member of another domain, together.
    Inside(Box<Domain>, Ref),
    /// All practices of the region.
    Practices,
    /// This domain of every practice of the region, together.
    OfPractices(Box<Domain>),
    /// The members that stand together.
    Those,
    /// These interventions, chosen or not.
    Interventions(Vec<InterventionId>),
    /// The interventions that a list names, chosen or not.
    Named(Ref),
}

/// Years in which a choice may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Years {
    /// The year in hand.
    Here,
    Earlier,
    YearBefore,
    Only(u8),
}

/// What a rule means. Its parts stand in the order of the rule, so that each has its sentence there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meaning {
    pub conditions: Vec<Formula>,
    pub for_each: Option<Members>,
    pub demands: Vec<Formula>,
    pub consequences: Vec<Sequel>,
}

/// The members that a rule looks at one by one, or, when they have a value in common, together.
#[derive(Clone, Debug, PartialEq)]
pub struct Members {
    pub of: Domain,
    pub same: Option<Ref>,
}

/// What follows in a case, when its condition holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Sequel {
    pub case: Case,
    pub outcome: Outcome,
    pub condition: Option<Formula>,
}

impl Formula {
    /// The value that it looks at, when it looks at one.
    #[must_use]
    pub fn looks_at(&self) -> Option<&Term> {
        match self {
            Self::OneOf(left, _) | Self::Contains(left, _) | Self::Compare { left, .. } => Some(left),
            Self::Not(inner) => inner.looks_at(),
            Self::All(_)
            | Self::Any(_)
            | Self::Filled(_)
            | Self::HasTakenPlace { .. }
            | Self::Count { .. }
            | Self::Chosen(..)
            | Self::Offered
            | Self::StillOffered
            | Self::InYear(..) => None,
        }
    }

    /// The domains that it asks about, outermost only.
    #[must_use]
    pub fn domains(&self) -> Vec<&Domain> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::domains).collect(),
            Self::Not(inner) | Self::InYear(_, inner) => inner.domains(),
            Self::Count { of, .. } => vec![of],
            Self::OneOf(left, _) | Self::Contains(left, _) => left.domains(),
            Self::Compare { left, right, .. } => left.domains().into_iter().chain(right.domains()).collect(),
            Self::Filled(_) | Self::HasTakenPlace { .. } | Self::Chosen(..) | Self::Offered | Self::StillOffered => {
                Vec::new()
            }
        }
    }
}

impl Term {
    fn domains(&self) -> Vec<&Domain> {
        match self {
            Self::Over(_, domain) => vec![domain],
            Self::Times(_, base) | Self::Shift { base, .. } => base.domains(),
            Self::Total(parts) => parts.iter().flat_map(|part| part.of.domains()).collect(),
            Self::Value(_) | Self::Ref(_) | Self::Day(_) => Vec::new(),
        }
    }
}
