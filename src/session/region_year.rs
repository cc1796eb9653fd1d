//! Which programme year of a practice begins in the calendar year that is looked at.

use crate::model::Programme;
use crate::plan::Plan;

/// The programme year of a plan that begins in a calendar year, when the plan has it.
pub fn year_in(programme: &Programme, plan: &Plan, calendar_year: i16) -> Option<u8> {
    let last = plan.last?;
    expected(programme, plan, calendar_year).filter(|year| last.reaches(*year) && plan.year(*year).is_some())
}

/// The programme year that begins in a calendar year, for this practice.
pub fn expected(programme: &Programme, plan: &Plan, calendar_year: i16) -> Option<u8> {
    let (start, _) = plan.frame.start?;
    let has = |year: &u8| programme.has_year(Some(start), *year);
    programme.years().filter(has).find(|year| programme.days(start, *year).0.year() == calendar_year)
}
