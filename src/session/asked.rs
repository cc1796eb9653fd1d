//! What belongs beside every regioplan, as the settings say it, and what was put together before.

use std::collections::BTreeMap;
use std::sync::Mutex;

use super::loaded::LoadTogether;

/// An aanvulling that settings name, for every regioplan.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AskedBeside {
    pub id: String,
    /// Without one, the version that is valid on the day of a plan.
    pub version: Option<String>,
}

/// What was put together before, by what stands in it.
#[derive(Default)]
pub struct Put(pub Mutex<BTreeMap<Vec<String>, LoadTogether>>);
