//! Three-valued answers: yes, no with what was seen, or not known with what is missing.

use super::outcome::{Gap, Seen};

/// The answer to a condition.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Yes,
    No(Option<Seen>),
    Unknown(Vec<Gap>),
}

impl Answer {
    pub fn of(holds: bool, seen: impl FnOnce() -> Option<Seen>) -> Self {
        if holds { Self::Yes } else { Self::No(seen()) }
    }

    pub fn gap(gap: Gap) -> Self {
        Self::Unknown(vec![gap])
    }
}

/// How many of a whole: at least `sure`, at most `sure + unsure`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub sure: usize,
    pub unsure: usize,
}

impl Count {
    pub fn most(self) -> usize {
        self.sure + self.unsure
    }
}
