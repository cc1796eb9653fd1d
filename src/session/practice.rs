//! A practice of a region: who it is, what it handed in, where it stands, and what it still lacks.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::Text;
use crate::model::Quarter;
use crate::source::Source;

use super::standing::{Deadline, DeadlineSort, Standing, Status};
use super::things::Things;

/// A practice of the region.
#[derive(Debug, Default)]
pub struct Practice {
    pub name: String,
    pub agb: Option<String>,
    /// Whom to write to: the first person with an e-mail address among the data of the practice.
    pub contact: Option<String>,
    /// The regioplan that judges its plan.
    pub regioplan: Option<String>,
    /// The file; none when there is no plan yet.
    pub path: Option<String>,
    /// Its plan, when it can be read.
    pub source: Option<Source>,
    /// Its plan for the calendar year that is looked at, when the other one is for a later year.
    pub of_year: Option<(u8, Source)>,
    pub start: Option<Quarter>,
    /// The programme year that the plan is for.
    pub year: Option<u8>,
    pub handed_in: Option<Date>,
    /// Year, intervention and kind of every choice.
    pub choices: Vec<(u8, String, Option<String>)>,
    pub standing: Standing,
    /// The plan that must be handed in first.
    pub next: Option<Open>,
    /// Why its plan cannot be read.
    pub unread: Option<Text>,
    /// Why it is asked for no plan.
    pub unasked: Option<Text>,
    /// What is to be done, when somebody reads that.
    pub things: Option<Box<Things>>,
}

/// Something that is still missing.
#[derive(Clone, Debug)]
pub struct Open {
    pub practice: Option<Arc<str>>,
    /// Many practices lack the same.
    pub what: Arc<Text>,
    pub due: Option<Date>,
    /// Nothing is to be done now: it is asked at an accounting.
    pub later: bool,
    /// It is a plan that is missing.
    pub is_plan: bool,
}

impl Practice {
    /// Whether something is asked of it.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.standing.status != Status::NotAsked
    }

    /// Whether it is asked for a plan and there is none at all.
    #[must_use]
    pub fn lacks_any_plan(&self) -> bool {
        self.standing.status == Status::NoPlan && self.path.is_none()
    }
}

impl Open {
    /// The day of it, when there is one.
    #[must_use]
    pub fn deadline(&self) -> Option<Deadline> {
        Some(Deadline {
            date: self.due?,
            sort: DeadlineSort::Plan,
            what: Text::clone(&self.what),
            rule: None,
            year: None,
        })
    }
}

/// A practice of which hardly anything is known.
#[must_use]
pub fn nobody(name: String, status: Status) -> Practice {
    Practice { name, standing: Standing::without_plan(status), ..Practice::default() }
}
