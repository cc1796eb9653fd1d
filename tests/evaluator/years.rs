//! When programme years begin and end, and which of them lie in a period.

use super::day::{Day, Quarter, day};
use super::region::{Counting, Period, Region};

fn begin(counting: Counting, start: Quarter, year: i32) -> Day {
    let first = start.first();
    let counted = day(first.year + year - 1, first.month, 1);
    match counting {
        Counting::StartQuarter => counted,
        Counting::January => day(counted.year, 1, 1),
        Counting::Until(calendar) if counted.year >= calendar => day(counted.year, 1, 1),
        Counting::Until(_) => counted,
    }
}

/// The first and the last day of a programme year; the year in which the programme ends, ends with it.
pub fn span(region: &Region, start: Quarter, year: i32) -> (Day, Day) {
    let first = begin(region.counting, start, year);
    let last = begin(region.counting, start, year + 1).previous();
    match region.ends {
        Some(ends) if first <= ends && ends < last => (first, ends),
        _ => (first, last),
    }
}

/// Whether the programme has ended before the year begins.
pub fn is_over(region: &Region, start: Quarter, year: i32) -> bool {
    region.ends.is_some_and(|ends| begin(region.counting, start, year) > ends)
}

/// The last year for which a plan of this year is, of the years that the programme has.
pub fn last_of_plan(region: &Region, start: Quarter, own: i32) -> i32 {
    let mut last = own;
    while last > 0 && is_over(region, start, last) {
        last -= 1;
    }
    if let Some((from, to)) = region.plan_years
        && from <= own
        && own <= to
    {
        for year in own..=to {
            if !is_over(region, start, year) {
                last = year;
            }
        }
    }
    last
}

/// Whether a day (in this programme year) lies in the period.
pub fn day_in(period: &Period, year: i32, date: Day) -> bool {
    match period {
        Period::Always => true,
        Period::Year(n) => year == *n,
        Period::Years(all) => all.contains(&year),
        Period::FromYear(n) => year >= *n,
        Period::ToYear(n) => year <= *n,
        Period::Calendar(n) => date.year == *n,
        Period::FromCalendar(n) => date.year >= *n,
        Period::ToCalendar(n) => date.year <= *n,
        Period::FromDay(limit) => date >= *limit,
        Period::ToDay(limit) => date <= *limit,
    }
}

/// How a programme year lies in a period: wholly in (true), wholly out (false), or partly.
pub fn whole_in(period: &Period, region: &Region, start: Quarter, year: i32) -> Option<bool> {
    let (first, last) = span(region, start, year);
    let mut inside = 0;
    let mut outside = 0;
    let mut date = first;
    while date <= last {
        if day_in(period, year, date) {
            inside += 1;
        } else {
            outside += 1;
        }
        date = date.next();
    }
    match (inside, outside) {
        (_, 0) => Some(true),
        (0, _) => Some(false),
        _ => None,
    }
}
