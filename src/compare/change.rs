//! One difference between two regioplannen, as inert data: what it is about, both sides and both places, and
//! whether it asks more or less. The sentence that people read is made by a writer.

use crate::diagnostic::Arg;
use crate::source::Span;

/// One difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub part: Part,
    pub sort: Sort,
    pub aspect: Aspect,
    pub effect: Effect,
    /// The programme years that it is about; empty when it is about no year, or when dates decide.
    pub years: Vec<u8>,
    /// None when it is new.
    pub old: Option<Side>,
    /// None when it is gone.
    pub new: Option<Side>,
    /// Where the thing stands; also on a side that lacks just this about it.
    pub old_place: Option<Span>,
    pub new_place: Option<Span>,
}

/// How one of both regioplannen says it.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The thing that the difference is about: its id, and its name for people.
    pub id: String,
    pub name: String,
    /// What is said there, in full.
    pub text: Arg,
    /// The same, where the other side has already said the rest.
    pub short: Option<Arg>,
    /// When it holds.
    pub when: Option<Arg>,
}

/// Where in an overview a difference stands; in the order of the overview.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Header,
    Offer,
    Rules,
    Dates,
    Data,
    Region,
    Sources,
}

impl Part {
    pub const ALL: [Self; 7] =
        [Self::Header, Self::Offer, Self::Rules, Self::Dates, Self::Data, Self::Region, Self::Sources];
}

/// What sort of thing a difference is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    Header,
    Element,
    Intervention,
    List,
    Theme,
    Goal,
    Group,
    Rule,
    Record,
    Field,
    Indicator,
    Overview,
    Demand,
    Rendering,
    Edition,
    Statement,
}

/// Whether the new regioplan asks more of a practice, less, or something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    Stricter,
    Looser,
    Different,
}

impl Effect {
    /// The effect of the way back.
    #[must_use]
    pub fn inverse(self) -> Self {
        match self {
            Self::Stricter => Self::Looser,
            Self::Looser => Self::Stricter,
            Self::Different => Self::Different,
        }
    }

    /// More is asked when the new one is greater.
    #[must_use]
    pub fn rising(order: Option<std::cmp::Ordering>) -> Self {
        match order {
            Some(std::cmp::Ordering::Greater) => Self::Stricter,
            Some(std::cmp::Ordering::Less) => Self::Looser,
            Some(std::cmp::Ordering::Equal) | None => Self::Different,
        }
    }
}

/// What about a thing differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// The thing as a whole: it is new, or gone.
    Whole,
    /// Its id.
    Id,
    /// Its label or title.
    Name,
    FileSort,
    Region,
    Version,
    RegionName,
    Document,
    Valid,
    Years,
    Calendar,
    Guide,
    Deviation,
    AlsoKnown,
    Element,
    Theme,
    Goal,
    PartOf,
    Variant,
    Deepening,
    Offered,
    NotOffered,
    NotOfferedOutcome,
    OnlyKinds,
    Trial,
    OwnIdea,
    Assigned,
    WithoutEarlier,
    Member,
    GroupSet,
    Owner,
    Scope,
    Condition,
    WholeRegion,
    ForEach,
    Choose,
    Demand,
    Evidence,
    Deadline,
    NotDouble,
    AtAccounting,
    NotYet,
    From,
    Until,
    Outcome,
    OutcomeOrder,
    FieldType,
    Option,
    Required,
    ShortForm,
    Calculation,
    Target,
    Columns,
    Growth,
    Explanation,
    Advice,
    Reading,
    Cites,
    Disposition,
}

impl Change {
    /// The same difference, seen from the new regioplan to the old one.
    #[must_use]
    pub fn mirrored(self) -> Self {
        Self {
            effect: self.effect.inverse(),
            old: self.new,
            new: self.old,
            old_place: self.new_place,
            new_place: self.old_place,
            ..self
        }
    }

    /// The side that names the thing: the new one where it is there.
    #[must_use]
    pub fn named(&self) -> Option<&Side> {
        self.new.as_ref().or(self.old.as_ref())
    }
}
