//! Which programme years there are, on which days they fall, and for which of them a plan is.
//!
//! The one place for this: whoever asks about years of a practice asks here. It knows no plan.

use jiff::civil::Date;

use crate::value::Quarter;

use super::Regioplan;

impl Regioplan {
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
        (self.first_year..=self.last_year).contains(&year) && !self.is_over(start, year)
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
