//! From where a name is looked up: in which member, choice, year and practice.

use crate::model::{Member, RecordId, Set, SetSource};
use crate::source::Span;

/// From where a name is looked up.
#[derive(Clone, Debug, Default)]
pub struct Ctx {
    /// Members of sets, innermost last.
    pub members: Vec<Member>,
    /// The record of the choice in hand.
    pub choice: Option<RecordId>,
    /// Whether a year is in hand.
    pub year: bool,
    /// Whether all plans of a region are looked at together.
    pub region: bool,
    /// Whether one of them is in hand.
    pub practice: bool,
    /// What `die …` stands for.
    pub those: Option<Those>,
    pub footing: Footing,
}

/// Whether it is known for which members all of this is said; if not, no name in it can be told to be wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Footing {
    #[default]
    Firm,
    Lost,
}

/// The members that stand together in `voor elk van … met dezelfde …`.
#[derive(Clone, Debug)]
pub struct Those {
    pub words: String,
    /// Where these words stand.
    pub at: Vec<Span>,
    pub member: Member,
    pub of_practices: bool,
}

impl Ctx {
    pub fn with_member(&self, member: Member) -> Self {
        let mut inner = self.clone();
        match member {
            Member::Choice => inner.choice = Some(crate::model::CHOICE),
            Member::Practice => inner = inner.of_practice(),
            Member::Record(_) | Member::Scalar(_) => inner.members.push(member),
        }
        inner
    }

    /// In one of the practices of the region, and in one of its years.
    pub fn of_practice(&self) -> Self {
        Self { practice: true, year: true, ..self.clone() }
    }

    /// In a member of a set.
    pub fn inside(&self, set: &Set) -> Self {
        let outer = if is_of_practices(set) { self.of_practice() } else { self.clone() };
        outer.with_member(set.member.clone())
    }
}

/// Whether the members of a set are of several practices.
pub fn is_of_practices(set: &Set) -> bool {
    match &set.source {
        SetSource::Practices | SetSource::OfPractices(_) => true,
        SetSource::Those { of_practices } => *of_practices,
        SetSource::Inside(outer, _) => is_of_practices(outer),
        SetSource::List(_) | SetSource::ListOfYears(..) | SetSource::Choices | SetSource::Group(..) => false,
    }
}
