//! Answers that may not be known, and then say what is missing.

use std::sync::Arc;

use super::outcome::{Gap, GapKind};

/// The answer to a formula. It is yes or no only when it is so whatever is missing.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Yes,
    No,
    Unknown(Vec<Gap>),
}

impl Answer {
    pub fn of(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }

    /// As far as it is known; `gaps` says what is missing.
    pub fn maybe(known: Option<bool>, gaps: impl FnOnce() -> Vec<Gap>) -> Self {
        known.map_or_else(|| Self::Unknown(gaps()), Self::of)
    }

    /// Yes or no, when it is known.
    pub fn known(&self) -> Option<bool> {
        match self {
            Self::Yes => Some(true),
            Self::No => Some(false),
            Self::Unknown(_) => None,
        }
    }

    /// Whether all hold: one that does not hold decides.
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut unknown: Option<Vec<Gap>> = None;
        for part in parts {
            match part {
                Self::Yes => {}
                Self::No => return Self::No,
                Self::Unknown(gaps) => unknown.get_or_insert_default().extend(gaps),
            }
        }
        unknown.map_or(Self::Yes, Self::Unknown)
    }

    /// Whether one holds: one that does decides. Where one field would do, each that is missing says so.
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut unknown: Vec<Vec<Gap>> = Vec::new();
        for part in parts {
            match part {
                Self::Yes => return Self::Yes,
                Self::No => {}
                Self::Unknown(gaps) => unknown.push(gaps),
            }
        }
        if unknown.is_empty() {
            return Self::No;
        }
        let one = unknown.first().and_then(|gaps| field(gaps)).filter(|_| unknown.len() > 1);
        let one = one.filter(|_| unknown.iter().all(|gaps| field(gaps).is_some()));
        let gaps = unknown.into_iter().flatten();
        Self::Unknown(match one {
            Some(name) => gaps.map(|gap| Gap { either: Some(Arc::clone(&name)), ..gap }).collect(),
            None => gaps.collect(),
        })
    }

    #[allow(clippy::should_implement_trait)]
    pub fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            // Of what must not hold, each is to be known.
            Self::Unknown(gaps) => Self::Unknown(gaps.into_iter().map(|gap| Gap { either: None, ..gap }).collect()),
        }
    }
}

/// The field that is all that is missing, or the first of those of which one is enough.
fn field(gaps: &[Gap]) -> Option<Arc<str>> {
    let (first, others) = gaps.split_first()?;
    let GapKind::Field(words) = &first.kind else { return None };
    let alike = others.is_empty() || first.either.is_some() && others.iter().all(|gap| gap.either == first.either);
    alike.then(|| Arc::clone(words))
}
