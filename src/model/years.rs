//! Which programme years there are, on which days they fall, and for which of them a plan is.
//!
//! The one place for this: whoever asks about years of a practice asks here. It knows no plan.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use crate::value::Quarter;

use super::Calendar;

/// The programme of the practices of a region: its years, how they are counted, and when it ends.
#[derive(Clone, Debug)]
pub struct Programme {
    pub first_year: u8,
    pub last_year: u8,
    pub calendar: Calendar,
    /// Years for which there is one plan, first and last; a year in none of these has a plan of its own.
    pub plan_years: Vec<(u8, u8)>,
    /// The last day of the programme, when it ends.
    pub ends: Option<Date>,
}

impl Programme {
    /// No programme goes on for so many years.
    pub const MOST_YEARS: u8 = 50;

    /// The years that a programme can have.
    pub const ANY_YEARS: RangeInclusive<u8> = 1..=Self::MOST_YEARS;

    /// All its years.
    #[must_use]
    pub fn years(&self) -> RangeInclusive<u8> {
        self.first_year..=self.last_year
    }

    /// First and last day of a programme year; the year in which the programme ends, ends with it.
    #[must_use]
    pub fn days(&self, start: Quarter, year: u8) -> (Date, Date) {
        let (first, last) = self.calendar.year(start, year);
        (first, self.ends.filter(|ends| first <= *ends).map_or(last, |ends| last.min(ends)))
    }

    /// Whether the programme has this year: it is one of the regioplan, and begins before the programme ends. Without a start quarter
    /// its number decides.
    #[must_use]
    pub fn has_year(&self, start: Option<Quarter>, year: u8) -> bool {
        self.years().contains(&year) && !self.is_over(start, year)
    }

    /// Whether the programme has ended before this year begins.
    #[must_use]
    pub fn is_over(&self, start: Option<Quarter>, year: u8) -> bool {
        self.ends.zip(start).is_some_and(|(ends, start)| self.calendar.year(start, year).0 > ends)
    }

    /// The last year for which a plan is that says it is for this year, as far as its number tells.
    #[must_use]
    pub fn last_by_number(&self, own: u8) -> u8 {
        let group = self.plan_years.iter().find(|(first, last)| (*first..=*last).contains(&own));
        group.map_or(own, |(_, last)| *last)
    }

    /// The same, of the years that the programme has.
    #[must_use]
    pub fn last_of_plan(&self, own: u8, start: Option<Quarter>) -> LastYear {
        let mut years = (1..=self.last_by_number(own)).rev();
        years.find(|year| !self.is_over(start, *year)).map_or(LastYear::Over, LastYear::Year)
    }
}

/// The last year for which a plan is. Of a plan for a year that the programme does not have it is the last one that the practice has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LastYear {
    /// The programme is over before the first year of the practice begins.
    Over,
    Year(u8),
}

impl LastYear {
    /// Whether the plan is for this year too, or for one after it.
    #[must_use]
    pub fn reaches(self, year: u8) -> bool {
        Self::Year(year) <= self
    }

    #[must_use]
    pub fn year(self) -> Option<u8> {
        match self {
            Self::Over => None,
            Self::Year(year) => Some(year),
        }
    }
}
