//! Which programme years a regioplan can meet, and on which days they fall: for every quarter in which a practice can
//! have started.

use jiff::civil::Date;

use crate::model::{Intervention, Kind, Model, Period, Quarter, Regioplan, Rule, Standpoint};

/// A version that judges plans for longer than this has no window: then nothing is said about years.
const WIDEST: i16 = 60;

/// Every standpoint from which a plan can be looked at: a programme year, with the days that it can have.
///
/// A plan is handed in at most a year before its year begins and at most a year after it ends. That is wide on
/// purpose: lint says that something is impossible only when it is so for every practice.
///
/// Only a regioplan judges plans.
pub fn standpoints(model: Model<'_>) -> Vec<Standpoint> {
    model.regioplan().map(standpoints_of).unwrap_or_default()
}

/// Those of a regioplan.
pub fn standpoints_of(regioplan: &Regioplan) -> Vec<Standpoint> {
    let ((from, to), programme) = (regioplan.valid, &regioplan.programme);
    if to.year().saturating_sub(from.year()) > WIDEST {
        return Vec::new();
    }
    let span = i16::from(programme.last_year) + 2;
    let mut found = Vec::new();
    for year in from.year().saturating_sub(span)..=to.year().saturating_add(2) {
        for number in 1..=4 {
            let start = Quarter { year, number };
            let at = |year: u8| {
                let (first, last) = programme.days(start, year);
                Standpoint { year, first, last }
            };
            // The earlier years of a plan count when the year of the plan does.
            let mut years = programme.years().filter(|year| programme.has_year(Some(start), *year));
            if let Some(own) = years.rfind(|own| near(at(*own), (from, to))) {
                let last = programme.last_of_plan(own, Some(start)).year();
                found.extend(last.into_iter().flat_map(|last| programme.first_year..=last).map(at));
            }
        }
    }
    found.sort_by_key(|at| (at.year, at.first, at.last));
    found.dedup();
    found
}

fn near(at: Standpoint, (from, to): (Date, Date)) -> bool {
    let year = jiff::Span::new().years(1);
    at.first.saturating_sub(year) <= to && at.last.saturating_add(year) >= from
}

/// The calendar years that a plan can touch, first and last.
pub fn calendar_years(model: &Regioplan) -> (i16, i16) {
    let all = standpoints_of(model);
    let first = all.iter().map(|at| at.first.year()).min().unwrap_or(i16::MIN);
    (first, all.iter().map(|at| at.last.year()).max().unwrap_or(i16::MAX))
}

/// Whether a rule speaks at a standpoint. A rule over years together speaks in each of them.
pub fn speaks(rule: &Rule, at: Standpoint) -> bool {
    rule.scope.speaks(at.year, None, Some(at)) == Some(true)
}

/// Whether an intervention can be on offer at a standpoint: whether one day of it lies in all that is offered, and in nothing
/// that is not.
pub fn offered(one: &Intervention, at: Standpoint) -> bool {
    let holds = |period: &Period, day: Date| period.holds_on(day).or_else(|| period.by_number(at.year)) == Some(true);
    let refused = || one.not_offered.iter().filter(|refusal| refusal.consequences.is_empty()).map(|one| &one.period);
    let trials = || one.trials.iter().map(|trial| &trial.period);
    let open = |day: Date| {
        let given = one.offered.iter().all(|period| holds(period, day)) || trials().any(|period| holds(period, day));
        given && !refused().any(|period| holds(period, day))
    };
    // Days on which it can begin to be on offer.
    let begins = one.offered.iter().chain(trials()).filter_map(|period| Some(period.days()?.0));
    let ends = refused().filter_map(|period| period.days()?.1.tomorrow().ok());
    let within = |day: &Date| at.first <= *day && *day <= at.last;
    one.is_given() && std::iter::once(at.first).chain(begins).chain(ends).filter(within).any(open)
}

/// The kinds with which an intervention can be chosen at a standpoint.
pub fn kinds(one: &Intervention, at: Standpoint) -> impl Iterator<Item = Kind> {
    Kind::ALL.into_iter().filter(move |kind| {
        one.only_kinds.iter().all(|limit| limit.kinds.allows(*kind) || limit.period.covers(at) != Some(true))
    })
}
