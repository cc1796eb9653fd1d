//! When it is asked what is in force beside a regioplan.

use jiff::civil::Date;

use crate::check::before_year;
use crate::model::{Programme, Regioplan};
use crate::plan::Frame;

/// The day for which it is asked what is in force.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    pub day: Date,
    /// Of an accounting: from when to when the plan for its year could be handed in.
    pub accounted: Option<(Date, Date)>,
}

impl Moment {
    /// That of a plan of a programme.
    pub fn of(programme: &Programme, frame: &Frame, day: Date, accounting: bool) -> Self {
        let year =
            frame.start.zip(frame.year).filter(|_| accounting || frame.accounting.is_some_and(|(value, _)| value));
        let accounted = year.map(|((start, _), (year, _))| {
            let (first, last) = programme.days(start, year);
            (before_year(first), last)
        });
        Self { day, accounted }
    }

    /// Whether a regioplan judges plans of that day, or judged the plan of the year that is accounted for.
    pub fn is_of(&self, model: &Regioplan) -> bool {
        let (from, to) = model.valid;
        let was = |(first, last): (Date, Date)| to < self.day && first <= to && from <= last;
        (from..=to).contains(&self.day) || self.accounted.is_some_and(was)
    }
}
