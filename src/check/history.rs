//! Years before the regioplan began: what was chosen then is a fact, and its offer is not that of today.

use crate::diagnostic::{Severity, Text};
use crate::plan::Issue;

use super::env::Env;

/// What the regioplan does not know, or never offers, is in such a year only something to look at. A period that the regioplan
/// itself gives for those years stays. Tells whether it is such a year.
pub fn soften(issue: &mut Issue, year: u8, env: &Env<'_, '_>) -> bool {
    let begins = env.model.valid.0;
    let before =
        env.own().is_some_and(|own| year < own) && env.in_year(year).days().is_some_and(|(first, _)| first < begins);
    let problem = &mut issue.problem;
    if before && problem.severity == Severity::Violation {
        problem.severity = Severity::Warning;
        problem.message = Text::new("before-version").with("said", problem.message.clone()).with("from", begins);
    }
    before
}
