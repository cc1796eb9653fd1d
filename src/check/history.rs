//! Years that lie behind. What was chosen before the regioplan began is a fact, and its offer is not that of today; what was asked in a
//! year that was handed in already stays asked, but can no longer be chosen.

use jiff::civil::Date;

use crate::diagnostic::{Severity, Text};
use crate::plan::Issue;

use super::env::Env;

/// The first day of the regioplan by which the plan was read.
fn begins(env: &Env<'_, '_>) -> Option<Date> {
    env.regioplan().map(|one| one.valid.0)
}

/// Whether a year lies behind and began before the regioplan did.
pub fn is_before(year: u8, env: &Env<'_, '_>) -> bool {
    let Some(begins) = begins(env) else { return false };
    env.own().is_some_and(|own| year < own) && env.in_year(year).days().is_some_and(|(first, _)| first < begins)
}

/// What the regioplan does not know or would refuse in such a year is only something to look at; whether it was so then is for the practice
/// to say.
pub fn soften(issue: &mut Issue, year: u8, env: &Env<'_, '_>) {
    let problem = &mut issue.problem;
    let Some(begins) = begins(env).filter(|_| problem.severity == Severity::Violation && is_before(year, env)) else {
        return;
    };
    problem.severity = Severity::Warning;
    problem.message = Text::new("before-version").with("said", problem.message.clone()).with("from", begins);
}

/// What can still be done about a year that was handed in already.
pub fn told_already(year: u8, env: &Env<'_, '_>) -> Text {
    if is_before(year, env) {
        return Text::new("before-version-help");
    }
    Text::new("help-past-only").with("year", year).with("region", &env.model.name)
}
