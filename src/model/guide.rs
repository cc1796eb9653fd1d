//! The national guide (leidraad): its editions, how regions render it, what it asks of a regioplan.

use crate::source::Span;

use super::{Contents, Element, Id, Period, Reasons, Target};

/// What the national guide asks, as far as the documents tell. It judges no plan.
#[derive(Clone, Debug)]
pub struct Leidraad {
    pub contents: Contents,
    pub editions: Vec<Edition>,
    /// How documents render it.
    pub renderings: Vec<Rendering>,
    /// What it asks of a regioplan.
    pub offer_demands: Vec<OfferDemand>,
}

/// The guide that a regioplan follows.
#[derive(Clone, Debug)]
pub struct Follows {
    pub id: String,
    pub version: String,
    /// Demands of the guide that the regioplan does not meet, with the reason.
    pub deviations: Vec<Deviation>,
    pub span: Span,
}

/// A demand of the guide from which a regioplan deviates.
#[derive(Clone, Debug)]
pub struct Deviation {
    pub rule: String,
    pub reason: String,
    /// Where the name of the rule stands.
    pub at: Span,
    pub span: Span,
}

/// An edition of the guide.
#[derive(Clone, Debug)]
pub struct Edition {
    pub version: String,
    pub label: String,
}

/// The growth model as one document gives it.
#[derive(Clone, Debug)]
pub struct Rendering {
    pub id: String,
    pub title: String,
    pub growth: Vec<Growth>,
    pub reasons: Reasons,
}

/// One cell of a growth model.
#[derive(Clone, Debug)]
pub struct Growth {
    pub period: Period,
    pub element: Id<Element>,
    pub says: String,
}

/// What the guide asks of the offer of a regioplan.
#[derive(Clone, Debug)]
pub struct OfferDemand {
    pub id: String,
    pub title: String,
    /// The years in which the offer must be there.
    pub periods: Vec<Period>,
    pub at_least: u32,
    pub targets: Vec<Target>,
    pub reasons: Reasons,
    pub span: Span,
}
