//! What an example must show beside what the check says: the difference, if there is one.

use crate::diagnostic::Severity;

use super::{Expectation, Seen, Sort, What};

/// Where an example and the check do not agree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Expected, and not found.
    pub missing: Vec<Expectation>,
    /// Found, and not expected.
    pub surplus: Vec<Seen>,
}

impl Difference {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.missing.is_empty() && self.surplus.is_empty()
    }
}

/// Violations and warnings must be exactly the expected ones, in a region also what a person must judge. Of
/// other findings only those that are expected are looked at.
#[must_use]
pub fn difference(region: bool, expected: &[Expectation], seen: &[Seen]) -> Difference {
    let missing = expected.iter().filter(|one| !is_there(one, seen)).copied().collect();
    let mut surplus: Vec<Seen> = Vec::new();
    for one in seen.iter().filter(|one| counts(one, region) || is_denied(one, expected)) {
        if !expected.iter().any(|wanted| matches(wanted, one)) && !surplus.contains(one) {
            surplus.push(*one);
        }
    }
    Difference { missing, surplus }
}

/// A good example announces nothing that is wrong, and a wrong one at least one thing.
#[must_use]
pub fn fits(sort: Sort, expected: &[Expectation]) -> bool {
    let loud = |one: &Expectation| {
        matches!(one.what, What::Finding(Severity::Violation | Severity::Warning | Severity::Review))
    };
    let wrong = |one: &Expectation| matches!(one.what, What::Finding(Severity::Violation | Severity::Warning));
    match sort {
        Sort::Good => !expected.iter().any(wrong),
        Sort::Wrong => expected.iter().any(loud),
    }
}

fn is_there(wanted: &Expectation, seen: &[Seen]) -> bool {
    let denied = seen.iter().any(|one| denies(wanted, one));
    !denied && (wanted.what == What::Silent || seen.iter().any(|one| matches(wanted, one)))
}

fn counts(one: &Seen, region: bool) -> bool {
    match one.what {
        What::Finding(Severity::Violation | Severity::Warning) => true,
        What::Finding(Severity::Review) => region,
        What::Finding(Severity::Pending) | What::Fine | What::Silent => false,
    }
}

/// Something found where an example says that the rule finds nothing.
fn is_denied(one: &Seen, expected: &[Expectation]) -> bool {
    expected.iter().any(|wanted| denies(wanted, one))
}

fn denies(wanted: &Expectation, one: &Seen) -> bool {
    let denied = match wanted.what {
        What::Fine => one.what != What::Fine,
        What::Silent => true,
        What::Finding(_) => false,
    };
    denied && same_place(wanted, one)
}

fn matches(wanted: &Expectation, one: &Seen) -> bool {
    wanted.what == one.what && same_place(wanted, one)
}

fn same_place(wanted: &Expectation, one: &Seen) -> bool {
    wanted.about == one.about
        && wanted.year.is_none_or(|year| one.year == Some(year))
        && wanted.intervention.is_none_or(|id| one.intervention == Some(id))
}
