//! Answers that may not be known, and then say what is missing.

use super::outcome::Gap;

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

    /// Whether one holds: one that does decides.
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::all(parts.into_iter().map(Self::not)).not()
    }

    #[allow(clippy::should_implement_trait)]
    pub fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            unknown @ Self::Unknown(_) => unknown,
        }
    }
}
