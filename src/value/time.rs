//! Quarters and lengths of time.

use jiff::civil::Date;

/// A quarter of a calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    pub year: i16,
    /// 1 to 4
    pub number: i8,
}

impl Quarter {
    /// The first day of the quarter; the last of the calendar when it lies behind that.
    #[must_use]
    pub fn first_day(self) -> Date {
        Date::new(self.year, (self.number - 1) * 3 + 1, 1).unwrap_or(Date::MAX)
    }

    /// The last day of the quarter.
    #[must_use]
    pub fn last_day(self) -> Date {
        let next = if self.number == 4 {
            Self { year: self.year + 1, number: 1 }
        } else {
            Self { number: self.number + 1, ..self }
        };
        day_before(next.first_day())
    }
}

/// The day before another; nothing comes behind the last day of the calendar, so what ends before it ends on it.
#[must_use]
pub fn day_before(day: Date) -> Date {
    if day == Date::MAX { day } else { day.yesterday().unwrap_or(day) }
}

/// The day after; the first of all days is no day that anybody means.
#[must_use]
pub fn day_after(day: Date) -> Date {
    if day == Date::MIN { day } else { day.tomorrow().unwrap_or(day) }
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duration {
    pub amount: u32,
    pub unit: DurationUnit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DurationUnit {
    Days,
    Weeks,
    Months,
    Years,
}

impl Duration {
    /// The day this long after (or before) `date`; a day that the month lacks becomes its last day.
    #[must_use]
    pub fn from(self, date: Date, after: bool) -> Date {
        let amount = i64::from(self.amount);
        let signed = if after { amount } else { -amount };
        let span = match self.unit {
            DurationUnit::Days => jiff::Span::new().try_days(signed),
            DurationUnit::Weeks => jiff::Span::new().try_weeks(signed),
            DurationUnit::Months => jiff::Span::new().try_months(signed),
            DurationUnit::Years => jiff::Span::new().try_years(signed),
        };
        // Longer than the calendar is: then it lies before or behind every day that there is.
        let beyond = if after { Date::MAX } else { Date::MIN };
        span.ok().map_or(beyond, |span| date.saturating_add(span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i16, month: i8, day: i8) -> Date {
        Date::new(year, month, day).expect("a date")
    }

    #[test]
    fn months_end_where_a_month_ends() {
        let three = Duration { amount: 3, unit: DurationUnit::Months };
        assert_eq!(three.from(day(2023, 11, 30), true), day(2024, 2, 29));
    }

    #[test]
    fn lengths_of_time_are_exact_however_long() {
        let long = |amount, unit| Duration { amount, unit };
        assert_eq!(long(10_000, DurationUnit::Days).from(day(2000, 1, 1), true), day(2027, 5, 19));
        assert_eq!(long(999_999, DurationUnit::Months).from(day(2000, 1, 1), true), Date::MAX);
        assert_eq!(long(999_999, DurationUnit::Years).from(day(2000, 1, 1), false), Date::MIN);
    }
}
