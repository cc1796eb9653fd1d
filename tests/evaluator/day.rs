//! Naive days and quarters of the reference evaluator: no library, only the calendar.

/// A day; in order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    pub year: i32,
    pub month: i32,
    pub of_month: i32,
}

pub const fn day(year: i32, month: i32, day: i32) -> Day {
    Day { year, month, of_month: day }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Days,
    Weeks,
    Months,
    Years,
}

/// So many days, weeks, months or years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    pub count: i32,
    pub unit: Unit,
}

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

pub fn is_leap(year: i32) -> bool {
    (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
}

pub fn days_in(year: i32, month: i32) -> i32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

impl Day {
    pub fn next(self) -> Day {
        if self.of_month < days_in(self.year, self.month) {
            day(self.year, self.month, self.of_month + 1)
        } else if self.month < 12 {
            day(self.year, self.month + 1, 1)
        } else {
            day(self.year + 1, 1, 1)
        }
    }

    pub fn previous(self) -> Day {
        if self.of_month > 1 {
            day(self.year, self.month, self.of_month - 1)
        } else if self.month > 1 {
            day(self.year, self.month - 1, days_in(self.year, self.month - 1))
        } else {
            day(self.year - 1, 12, 31)
        }
    }

    /// Later when positive; a day that a month does not have becomes its last.
    pub fn plus(self, length: Length, sign: i32) -> Day {
        match length.unit {
            Unit::Days | Unit::Weeks => {
                let days = if length.unit == Unit::Weeks { length.count * 7 } else { length.count };
                let mut moved = self;
                for _ in 0..days {
                    moved = if sign > 0 { moved.next() } else { moved.previous() };
                }
                moved
            }
            Unit::Months | Unit::Years => {
                let months = if length.unit == Unit::Years { length.count * 12 } else { length.count };
                let since = self.year * 12 + self.month - 1 + sign * months;
                let (year, month) = (since.div_euclid(12), since.rem_euclid(12) + 1);
                day(year, month, self.of_month.min(days_in(year, month)))
            }
        }
    }

    /// As a plan has it.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.of_month)
    }

    /// As a regioplan has it.
    pub fn words(self) -> String {
        format!("{} {} {}", self.of_month, month_name(self.month), self.year)
    }
}

pub fn month_name(month: i32) -> &'static str {
    MONTHS[usize::try_from(month - 1).unwrap()]
}

/// A quarter of a calendar year, 1 to 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter {
    pub year: i32,
    pub number: i32,
}

impl Quarter {
    pub fn first(self) -> Day {
        day(self.year, self.number * 3 - 2, 1)
    }

    pub fn last(self) -> Day {
        let month = self.number * 3;
        day(self.year, month, days_in(self.year, month))
    }

    pub fn words(self) -> String {
        format!("{}e kwartaal {}", self.number, self.year)
    }
}

impl Length {
    pub fn words(self) -> String {
        let (one, more) = match self.unit {
            Unit::Days => ("dag", "dagen"),
            Unit::Weeks => ("week", "weken"),
            Unit::Months => ("maand", "maanden"),
            Unit::Years => ("jaar", "jaar"),
        };
        format!("{} {}", self.count, if self.count == 1 { one } else { more })
    }
}
