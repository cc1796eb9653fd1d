//! Conditions, expressions, sets and selections of choices, all resolved and typed.

use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::diagnostic::worded;
use crate::value::Phrase;

use super::{
    Condition, Duration, Element, FieldId, Group, Id, InterventionId, Kind, KindSet, NamedList, Quarter, RecordId,
    Theme, Type,
};

/// A condition.
#[derive(Clone, Debug, PartialEq)]
pub enum Cond {
    Chosen {
        amount: Amount,
        selector: Selector,
    },
    Quantified {
        amount: Amount,
        set: Set,
        demand: Box<Cond>,
    },
    Filled {
        target: Ref,
        negated: bool,
    },
    /// Not filled in, or else what this asks of it.
    EmptyOr {
        target: Ref,
        that: Box<Cond>,
    },
    Compare {
        left: Expr,
        that: Comparison,
    },
    /// A condition with a name of its own.
    Shared(Shared),
}

/// What a value must be. A new one is known here, where it is read, lowered and said, and where it means something by itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Comparison {
    YesNo(bool),
    Measure(Measure, Operand),
    Age {
        at_most: bool,
        duration: Duration,
        on: Option<Moment>,
    },
    Moment(MomentWord, Moment),
    OneOf {
        negated: bool,
        values: Vec<Literal>,
    },
    /// One of these stands in the text, as whole words.
    Contains {
        negated: bool,
        words: Vec<Phrase>,
    },
}

/// A named condition, where it is used.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    pub of: Id<Condition>,
    pub title: String,
    pub negated: bool,
    /// One of the lines is enough; else all must hold.
    pub any: bool,
    /// What it asks here: its lines, read where it is used.
    pub lines: Vec<Cond>,
}

impl Cond {
    /// Of evidence: the years in which it may stand, when it is not only the year in hand.
    #[must_use]
    pub fn past_years(&self) -> Option<PastYears> {
        match self {
            Self::Quantified { set: Set { source: SetSource::ListOfYears(_, years), .. }, .. } => Some(*years),
            Self::Quantified { .. }
            | Self::Chosen { .. }
            | Self::Filled { .. }
            | Self::EmptyOr { .. }
            | Self::Compare { .. }
            | Self::Shared(_) => None,
        }
    }

    /// The sets that it asks about, outermost only.
    #[must_use]
    pub fn sets(&self) -> Vec<&Set> {
        match self {
            Self::Quantified { set, .. } => vec![set],
            Self::Compare { left, that } => {
                let right = if let Comparison::Measure(_, right) = that { right.expr() } else { None };
                left.sets().into_iter().chain(right.into_iter().flat_map(Expr::sets)).collect()
            }
            Self::Shared(shared) => shared.lines.iter().flat_map(Self::sets).collect(),
            Self::EmptyOr { that, .. } => that.sets(),
            Self::Chosen { .. } | Self::Filled { .. } => Vec::new(),
        }
    }
}

impl Expr {
    /// The sets that it counts or adds up.
    #[must_use]
    pub fn sets(&self) -> Vec<&Set> {
        match self {
            Self::Ref(_) | Self::Number(..) => Vec::new(),
            Self::Count(set) | Self::CountDistinct(_, set) | Self::Extreme(_, _, set) | Self::Sum(_, set) => vec![set],
            Self::Times(_, _, of) => of.sets(),
            Self::Added(parts) => parts.iter().flat_map(|(_, part)| part.sets()).collect(),
        }
    }

    /// Whether it is worked out: a multiple, or a sum of parts.
    #[must_use]
    pub fn is_worked_out(&self) -> bool {
        match self {
            Self::Times(..) | Self::Added(_) => true,
            Self::Ref(_)
            | Self::Count(_)
            | Self::CountDistinct(..)
            | Self::Extreme(..)
            | Self::Sum(..)
            | Self::Number(..) => false,
        }
    }

    /// Whether it can be below zero, though no number in a plan is.
    #[must_use]
    pub fn may_be_negative(&self) -> bool {
        match self {
            Self::Added(parts) => parts.iter().any(|(sign, part)| *sign == Sign::Minus || part.may_be_negative()),
            Self::Times(..)
            | Self::Ref(_)
            | Self::Count(_)
            | Self::CountDistinct(..)
            | Self::Extreme(..)
            | Self::Sum(..)
            | Self::Number(..) => false,
        }
    }
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    AtLeast(Share),
    AtMost(Share),
    Exactly(Share),
    All,
    None,
    AllOrNone,
}

/// A number or a part of a whole. A part is compared exactly, never rounded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Share {
    Number(u32),
    Half,
    Percent(Decimal),
}

/// Where a value stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Ref {
    /// A field of the fixed frame of a plan.
    Frame(FrameField),
    /// Something that every choice has.
    Choice(ChoiceField),
    /// A declared field, or a field of a field.
    Path(Path),
    /// The member of the innermost set itself, when it is no record.
    Member,
}

worded! {
    /// A key of the fixed frame, by its word in a plan.
    pub enum FrameField {
        HandedIn = "ingediend";
        StartQuarter = "startkwartaal";
        Year = "jaar";
        CalendarYear = "kalenderjaar";
        /// Whether the year is being accounted for.
        Accounting = "verantwoording";
    }
}

worded! {
    /// What every choice has, by its word in a regioplan.
    pub enum ChoiceField {
        Kind = "soort";
        Intervention = "interventie";
        Element = "kernelement";
    }
}

/// A declared field, reached from a base.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    pub base: Base,
    /// The fields that it goes through, outermost record first.
    pub steps: Vec<FieldId>,
    pub ty: Type,
    /// The day on which something takes place.
    pub takes_place: bool,
    /// A list that holds nothing when it is not filled in.
    pub none_when_empty: bool,
    /// As written: `datum van ondertekening`. Shared, as every empty field is a gap with these words.
    pub words: Arc<str>,
    /// The label of the last field.
    pub label: String,
}

/// The record that a path starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    Plan,
    Practice,
    Year,
    /// The choice in hand.
    Choice,
    /// The figures of the region.
    Region,
    /// A member of a set: 0 is the innermost.
    Member(usize),
}

/// A set of members, narrowed by filters.
#[derive(Clone, Debug, PartialEq)]
pub struct Set {
    pub source: SetSource,
    pub in_that: Option<InThat>,
    pub filters: Vec<Cond>,
    pub member: Member,
    /// As written: `intervisies`.
    pub words: String,
}

impl Set {
    /// What a group stands for of which the members could not be read.
    #[must_use]
    pub fn nobody(words: String) -> Self {
        Self { source: SetSource::Choices, in_that: None, filters: Vec::new(), member: Member::Choice, words }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum SetSource {
    List(Ref),
    /// This list of a choice, of every year in which the intervention of the choice in hand was chosen.
    ListOfYears(Ref, PastYears),
    /// The choices of the year in hand.
    Choices,
    Group(Id<Group>, Box<Set>),
    /// All practices of the region.
    Practices,
    /// This list of every member of another set, together.
    Inside(Box<Set>, Ref),
    /// This set of every practice of the region, together.
    OfPractices(Box<Set>),
    /// The members that stand together in `voor elk van … met dezelfde …`.
    Those {
        of_practices: bool,
    },
}

/// The years that have been, with the year in hand or without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PastYears {
    Earlier,
    ThisOrEarlier,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InThat {
    Year,
    CalendarYear,
}

/// What a member of a set is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Member {
    Record(RecordId),
    Scalar(Type),
    Choice,
    Practice,
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    Ref(Ref),
    Count(Box<Set>),
    CountDistinct(Ref, Box<Set>),
    Extreme(Extreme, Ref, Box<Set>),
    Sum(Ref, Box<Set>),
    /// A number in a sum.
    Number(Decimal, Unit),
    /// `3500 keer fte-huisartsen`, `15,00 euro keer patienten`
    Times(Decimal, Unit, Box<Expr>),
    /// `omzet plus subsidie min kosten`: the first has the sign of plus.
    Added(Vec<(Sign, Expr)>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Plus,
    Minus,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extreme {
    Earliest,
    Latest,
    Lowest,
    Highest,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    AtLeast,
    AtMost,
    Exactly,
    More,
    Less,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Operand {
    Number(Decimal, Unit),
    HalfOf(Expr),
    PercentOf(Decimal, Expr),
    Expr(Expr),
}

impl Operand {
    /// What it is reckoned from; none of a plain number.
    #[must_use]
    pub fn expr(&self) -> Option<&Expr> {
        match self {
            Self::HalfOf(expr) | Self::PercentOf(_, expr) | Self::Expr(expr) => Some(expr),
            Self::Number(..) => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    None,
    Percent,
    Euro,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MomentWord {
    NoLaterThan,
    From,
    Before,
    After,
    On,
}

/// A moment in time.
#[derive(Clone, Debug, PartialEq)]
pub enum Moment {
    Date(Date),
    /// A day of the calendar year in hand.
    Yearly {
        month: i8,
        day: i8,
    },
    ReferenceDate,
    YearStart,
    YearEnd,
    Expr(Expr),
    Offset {
        duration: Duration,
        after: bool,
        base: Box<Moment>,
    },
}

/// A value that stands in a regioplan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Literal {
    Option(String),
    Kind(Kind),
    Intervention(InterventionId, String),
    Element(Id<Element>, String),
    Text(Phrase),
    Quarter(Quarter),
    Date(Date),
}

impl Literal {
    /// As it is written in a plan; none of what is written in more than one way.
    #[must_use]
    pub fn written(&self) -> Option<&str> {
        match self {
            Self::Option(word) | Self::Intervention(_, word) | Self::Element(_, word) => Some(word),
            Self::Kind(kind) => Some(kind.word()),
            Self::Text(phrase) => Some(phrase.as_written()),
            Self::Quarter(_) | Self::Date(_) => None,
        }
    }
}

/// Which choices count.
#[derive(Clone, Debug, PartialEq)]
pub struct Selector {
    /// With `elk`: the amount holds for each target apart.
    pub each: bool,
    pub targets: Vec<Target>,
    /// With `uit veld …`, the list of interventions that a plan or the region gives; then there are no targets.
    pub field: Option<Ref>,
    pub kinds: KindSet,
    pub qualifier: Option<Qualifier>,
}

/// A kernelement, list, theme or intervention as a set of interventions.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    pub of: TargetOf,
    pub label: String,
    pub members: Vec<InterventionId>,
}

/// What a target names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetOf {
    Kernelement(Id<Element>),
    Keuzelijst(Id<NamedList>),
    Thema(Id<Theme>),
    Interventie(InterventionId),
}

impl Target {
    #[must_use]
    pub fn sort(&self) -> TargetSort {
        match self.of {
            TargetOf::Kernelement(_) => TargetSort::Kernelement,
            TargetOf::Keuzelijst(_) => TargetSort::Keuzelijst,
            TargetOf::Thema(_) => TargetSort::Thema,
            TargetOf::Interventie(_) => TargetSort::Interventie,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetSort {
    Kernelement,
    Keuzelijst,
    Thema,
    Interventie,
}

/// `die [niet] eerder gekozen is`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Qualifier {
    pub negated: bool,
    pub when: When,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Earlier,
    YearBefore,
    Year(u8),
}
