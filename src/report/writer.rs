//! What every format is: a writer that gets the report of each plan in order, and what stands before and after.
//!
//! In: reports, one at a time, and how the run ended. Out: text. A writer keeps no more than it must say at the end,
//! so that a run over very many plans needs little memory. It knows nothing of files, and decides nothing.

use jiff::civil::Date;

use crate::diagnostic::Text;

use super::summary::Totals;
use super::{Catalog, Screen};
use crate::session::Report;

/// What a format says besides its findings.
#[derive(Clone, Copy)]
pub struct Head<'a> {
    pub catalog: &'a Catalog,
    /// The date for plans that have none of their own.
    pub reference: Date,
    pub screen: Screen,
}

/// What the user asked.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Only what needs doing now is among the findings; what people read has no summary.
    pub quiet: bool,
    pub plans: Plans,
    /// What is due later is listed, and not only counted.
    pub pending: bool,
}

/// How many files are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Plans {
    #[default]
    /// Of this one is said where its practice stands.
    One,
    Many,
}

/// How a run ended.
#[derive(Clone, Debug, Default)]
pub struct End {
    pub totals: Totals,
    /// How many files were passed over, by reason: a word of `passed-…` in the catalogues.
    pub passed: Vec<(&'static str, usize)>,
    /// What is to be known of the run as a whole.
    pub notes: Vec<Text>,
    /// The exit status of the program.
    pub exit: u8,
}

/// From this exit status on not all was looked at, or nothing.
pub const UNFINISHED: u8 = 2;

/// Takes what is written piece by piece, so that nobody keeps the whole of it.
pub type Pieces<'p> = &'p mut dyn FnMut(&str);

/// One format.
pub trait Writer {
    /// What stands before the first plan.
    fn begin(&mut self) -> String {
        String::new()
    }
    /// One plan, in order.
    fn plan(&mut self, report: &Report) -> String;
    /// What stands after the last plan.
    fn end(&mut self, end: &End) -> String;
}
