//! The documents of the language, each with what only its sort has.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Aanvulling, Beside, Contents, Edition, Follows, Leidraad, OfferDemand, Programme, Rendering, Resting};

/// A regioplan version: it judges the plans of practices, and its region.
#[derive(Clone, Debug)]
pub struct Regioplan {
    pub contents: Contents,
    /// First and last date of handing in that this version judges.
    pub valid: (Date, Date),
    pub programme: Programme,
    pub follows: Option<Follows>,
    /// The aanvullingen that it names.
    pub beside: Vec<Beside>,
    /// Those that belong here and are not in force on the day for which it was put together.
    pub resting: Vec<Resting>,
}

/// What a region itself does in a year: it judges the figures of a region, by calendar year, and no plan of a practice.
#[derive(Clone, Debug)]
pub struct Werkplan {
    pub contents: Contents,
    /// First and last day for which it holds.
    pub valid: (Date, Date),
}

/// What a file of the language says.
#[derive(Clone, Debug)]
pub enum AnyModel {
    Regioplan(Arc<Regioplan>),
    Leidraad(Arc<Leidraad>),
    Werkplan(Arc<Werkplan>),
    Aanvulling(Arc<Aanvulling>),
}

impl AnyModel {
    #[must_use]
    pub fn model(&self) -> Model<'_> {
        match self {
            Self::Regioplan(one) => Model::Regioplan(one),
            Self::Leidraad(one) => Model::Leidraad(one),
            Self::Werkplan(one) => Model::Werkplan(one),
            Self::Aanvulling(one) => Model::Aanvulling(one),
        }
    }

    #[must_use]
    pub fn contents(&self) -> &Contents {
        self.model().contents()
    }

    /// The regioplan, when it is one.
    #[must_use]
    pub fn regioplan(&self) -> Option<&Arc<Regioplan>> {
        match self {
            Self::Regioplan(one) => Some(one),
            Self::Leidraad(_) | Self::Werkplan(_) | Self::Aanvulling(_) => None,
        }
    }
}

/// One of the documents, for whoever takes each of them.
#[derive(Clone, Copy, Debug)]
pub enum Model<'m> {
    /// It judges the plans of practices.
    Regioplan(&'m Regioplan),
    /// It says what the national guide asks, as far as the documents tell.
    Leidraad(&'m Leidraad),
    /// It judges the figures of a region.
    Werkplan(&'m Werkplan),
    /// It adds data and rules to regioplannen.
    Aanvulling(&'m Aanvulling),
}

impl<'m> Model<'m> {
    #[must_use]
    pub fn contents(self) -> &'m Contents {
        match self {
            Self::Regioplan(one) => &one.contents,
            Self::Leidraad(one) => &one.contents,
            Self::Werkplan(one) => &one.contents,
            Self::Aanvulling(one) => &one.contents,
        }
    }

    /// First and last day on which it is in force; a leidraad has none.
    #[must_use]
    pub fn valid(self) -> Option<(Date, Date)> {
        match self {
            Self::Regioplan(one) => Some(one.valid),
            Self::Leidraad(_) => None,
            Self::Werkplan(one) => Some(one.valid),
            Self::Aanvulling(one) => Some(one.valid),
        }
    }

    /// The leidraad that it follows.
    #[must_use]
    pub fn follows(self) -> Option<&'m Follows> {
        match self {
            Self::Regioplan(one) => one.follows.as_ref(),
            Self::Aanvulling(one) => one.follows.as_ref(),
            Self::Leidraad(_) | Self::Werkplan(_) => None,
        }
    }

    /// The programme of the practices; only a regioplan has one.
    #[must_use]
    pub fn programme(self) -> Option<&'m Programme> {
        self.regioplan().map(|one| &one.programme)
    }

    /// The programme years of which its rules can speak: those of a regioplan, and of an aanvulling those of any. A leidraad and a werkplan
    /// speak of none.
    #[must_use]
    pub fn years(self) -> Vec<u8> {
        match self {
            Self::Regioplan(one) => one.programme.years().collect(),
            Self::Aanvulling(_) => Programme::ANY_YEARS.collect(),
            Self::Leidraad(_) | Self::Werkplan(_) => Vec::new(),
        }
    }

    /// What it asks of the offer of a regioplan: only a leidraad does.
    #[must_use]
    pub fn offer_demands(self) -> &'m [OfferDemand] {
        self.leidraad().map(|one| one.offer_demands.as_slice()).unwrap_or_default()
    }

    /// The renderings of a leidraad; of another document none.
    #[must_use]
    pub fn renderings(self) -> &'m [Rendering] {
        self.leidraad().map(|one| one.renderings.as_slice()).unwrap_or_default()
    }

    /// The editions of a leidraad; of another document none.
    #[must_use]
    pub fn editions(self) -> &'m [Edition] {
        self.leidraad().map(|one| one.editions.as_slice()).unwrap_or_default()
    }

    /// The leidraad, when it is one.
    #[must_use]
    pub fn leidraad(self) -> Option<&'m Leidraad> {
        match self {
            Self::Leidraad(one) => Some(one),
            Self::Regioplan(_) | Self::Werkplan(_) | Self::Aanvulling(_) => None,
        }
    }

    /// The regioplan, when it is one.
    #[must_use]
    pub fn regioplan(self) -> Option<&'m Regioplan> {
        match self {
            Self::Regioplan(one) => Some(one),
            Self::Leidraad(_) | Self::Werkplan(_) | Self::Aanvulling(_) => None,
        }
    }
}
