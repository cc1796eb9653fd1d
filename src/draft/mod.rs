//! Plans that are made or changed: a blank one, and that of the following year.
//!
//! Input: a regioplan, and the plan of this year where there is one. Output: the text of a plan, in which every line that
//! stays is as it was, comments and spellings with it. What the check says of a plan it asks of the check. Nothing here
//! reads a file or a clock, and the words of a language come from who calls.

mod asks;
mod blank;
mod comments;
mod edits;
mod facts;
mod next;
mod next_text;

use crate::diagnostic::Text;

pub use blank::blank;
pub use next::{Following, next};

/// Puts a text into the words of a language.
pub type Say<'a> = &'a dyn Fn(&Text) -> String;
