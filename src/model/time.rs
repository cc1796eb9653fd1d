//! Periods, and how programme years map to dates.

use jiff::civil::Date;

use crate::value::{Quarter, day_before};

/// How programme years map to dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    /// Each programme year begins where the practice's start quarter began.
    StartQuarter,
    /// Programme year 1 is the calendar year of the start quarter.
    January,
    /// From the start quarter first; every programme year that begins in or after the calendar year
    /// begins on 1 January. The transition year ends on 31 December before it.
    JanuaryFrom { year: i16, transition: Option<i16> },
}

impl Calendar {
    /// First and last day of a programme year.
    #[must_use]
    pub fn year(self, start: Quarter, year: u8) -> (Date, Date) {
        (self.begin(start, year), day_before(self.begin(start, year.saturating_add(1))))
    }

    fn begin(self, start: Quarter, year: u8) -> Date {
        let offset = i16::from(year) - 1;
        let by_quarter = Quarter { year: start.year.saturating_add(offset), ..start }.first_day();
        let january = |calendar: i16| Date::new(calendar, 1, 1).unwrap_or(Date::MAX);
        match self {
            Self::StartQuarter => by_quarter,
            Self::January => january(start.year.saturating_add(offset)),
            Self::JanuaryFrom { year: from, .. } if by_quarter.year() >= from => january(by_quarter.year()),
            Self::JanuaryFrom { .. } => by_quarter,
        }
    }
}

/// A period as a regioplan names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Period {
    Always,
    InYears(Vec<u8>),
    FromYear(u8),
    UntilYear(u8),
    InCalendar(i16),
    FromCalendar(i16),
    UntilCalendar(i16),
    FromDate(Date),
    UntilDate(Date),
    /// First and last day.
    Between(Date, Date),
}

/// How much of a programme year a period covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cover {
    Whole,
    Outside,
    Part,
    /// The days of the year are not known.
    Unknown,
}

impl Cover {
    /// What is outside it.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Whole => Self::Outside,
            Self::Outside => Self::Whole,
            Self::Part | Self::Unknown => self,
        }
    }
}

/// From where a period is looked at: a programme year with its first and last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standpoint {
    pub year: u8,
    pub first: Date,
    pub last: Date,
}

impl Period {
    /// Its first and last day; none when it counts in programme years.
    #[must_use]
    pub fn days(&self) -> Option<(Date, Date)> {
        let january = |year: i16| Date::new(year, 1, 1).unwrap_or(Date::MIN);
        let december = |year: i16| Date::new(year, 12, 31).unwrap_or(Date::MAX);
        match self {
            Self::Always | Self::InYears(_) | Self::FromYear(_) | Self::UntilYear(_) => None,
            Self::InCalendar(year) => Some((january(*year), december(*year))),
            Self::FromCalendar(year) => Some((january(*year), Date::MAX)),
            Self::UntilCalendar(year) => Some((Date::MIN, december(*year))),
            Self::FromDate(date) => Some((*date, Date::MAX)),
            Self::UntilDate(date) => Some((Date::MIN, *date)),
            Self::Between(from, to) => Some((*from, *to)),
        }
    }

    /// Whether the period covers the standpoint: wholly, not at all, or (none) only a part of its days.
    #[must_use]
    pub fn covers(&self, at: Standpoint) -> Option<bool> {
        let Some((from, to)) = self.days() else { return self.by_number(at.year) };
        if at.first >= from && at.last <= to {
            Some(true)
        } else if at.last < from || at.first > to {
            Some(false)
        } else {
            None
        }
    }

    /// Whether the period covers a programme year, as far as the number of the year tells.
    #[must_use]
    pub fn by_number(&self, year: u8) -> Option<bool> {
        match self {
            Self::Always => Some(true),
            Self::InYears(years) => Some(years.contains(&year)),
            Self::FromYear(from) => Some(year >= *from),
            Self::UntilYear(until) => Some(year <= *until),
            Self::InCalendar(_)
            | Self::FromCalendar(_)
            | Self::UntilCalendar(_)
            | Self::FromDate(_)
            | Self::UntilDate(_)
            | Self::Between(..) => None,
        }
    }

    /// How much of a programme year it covers: by the days of the year, or, without them, by its number.
    #[must_use]
    pub fn cover(&self, year: u8, at: Option<Standpoint>) -> Cover {
        match (at.map(|at| self.covers(at)), self.by_number(year)) {
            (Some(Some(true)), _) | (None, Some(true)) => Cover::Whole,
            (Some(Some(false)), _) | (None, Some(false)) => Cover::Outside,
            (Some(None), _) => Cover::Part,
            (None, None) => Cover::Unknown,
        }
    }

    /// Whether the period covers the programme year of somebody who begins on a day: all of it, or a part with that day in it.
    #[must_use]
    pub fn covers_from(&self, day: Date, at: Standpoint) -> bool {
        self.covers(at).unwrap_or_else(|| self.covers(Standpoint { first: day, last: day, ..at }) == Some(true))
    }

    /// Whether a day lies in the period; none when it counts in programme years.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> Option<bool> {
        if *self == Self::Always {
            return Some(true);
        }
        self.days().map(|(from, to)| from <= day && day <= to)
    }
}
