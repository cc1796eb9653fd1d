//! What judges a region as a whole: a regioplan, or a werkplan.

use std::sync::Arc;

use jiff::civil::Date;

use crate::model::{Contents, Model, Werkplan};

use super::loaded::{AnyLoaded, Judged, Loaded};
use super::stop::Stop;

/// What judges a region as a whole: its regioplan, or a werkplan. A werkplan knows no plans of practices and no years of theirs.
#[derive(Clone)]
pub enum RegionBy {
    Regioplan(Arc<Loaded>),
    Werkplan(Arc<Loaded<Werkplan>>),
}

impl RegionBy {
    /// Nothing else judges a region.
    pub(super) fn of(any: AnyLoaded) -> Result<Self, Stop> {
        match any {
            AnyLoaded::Regioplan(one) => Ok(Self::Regioplan(one)),
            AnyLoaded::Werkplan(one) => Ok(Self::Werkplan(one)),
            AnyLoaded::Leidraad(_) | AnyLoaded::Aanvulling(_) => any.judges_plans().cloned().map(Self::Regioplan),
        }
    }

    #[must_use]
    pub fn model(&self) -> Model<'_> {
        match self {
            Self::Regioplan(one) => Model::Regioplan(&one.model),
            Self::Werkplan(one) => Model::Werkplan(&one.model),
        }
    }

    #[must_use]
    pub fn contents(&self) -> &Contents {
        self.model().contents()
    }

    #[must_use]
    pub fn judged(&self) -> &Arc<Judged> {
        match self {
            Self::Regioplan(one) => &one.judged,
            Self::Werkplan(one) => &one.judged,
        }
    }

    #[must_use]
    pub fn told(&self) -> Option<&str> {
        match self {
            Self::Regioplan(one) => one.told.as_deref(),
            Self::Werkplan(one) => one.told.as_deref(),
        }
    }

    /// First and last day on which it is in force.
    #[must_use]
    pub fn valid(&self) -> (Date, Date) {
        match self {
            Self::Regioplan(one) => one.model.valid,
            Self::Werkplan(one) => one.model.valid,
        }
    }
}
