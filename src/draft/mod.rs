//! Texts that are made or changed: a blank plan, the plan of the following year, a region that begins, and the next version of
//! a regioplan.
//!
//! Input: a regioplan, and the plan of this year where there is one. Output: the text of a plan, in which every line that
//! stays is as it was, comments and spellings with it. What the check says of a plan it asks of the check. Nothing here
//! reads a file or a clock, and the words of a language come from who calls.

mod asks;
mod begin;
mod blank;
mod comments;
mod edits;
mod facts;
mod fill;
mod look;
mod next;
mod next_text;
mod renew;
mod said;
mod scalar;
mod start;
mod steps;
mod ways;

use crate::diagnostic::Text;

pub use asks::{Asks, Call, Place, kind_of, on_offer};
pub use begin::begin;
pub use blank::blank;
pub use fill::{Answer, fill};
pub use look::{Look, Why, has_year, look};
pub use next::{Following, next};
pub use renew::{Renewed, Told, dates, example as renewed_example, regioplan as renewed, told_dates};
pub use start::{Made, start};

/// Puts a text into the words of a language.
pub type Say<'a> = &'a dyn Fn(&Text) -> String;
