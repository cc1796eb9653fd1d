//! What an editor shows of a text: what is wrong in it and how that is mended, what can be written at a place, what stands
//! there, and where that comes from.
//!
//! Input: a text with what the session made of it. Output: the values of the Language Server Protocol. Nothing here reads a
//! file, speaks to an editor or judges anything; places are in the encoding that the editor asked for.

mod about;
mod actions;
mod clauses;
mod complete;
mod complete_rules;
mod declared;
mod hints;
mod lenses;
mod lines;
mod names;
mod outline;
mod place;
mod rename;
mod slot;
mod tokens;
mod told;

pub use about::{About, declared_at, defined, hover, in_plan as about_plan, in_rules as about_rules};
pub use actions::{mended, proposed};
pub use complete::{begin, complete, gap};
pub use complete_rules::{Near, complete_rules};
pub use declared::{Declared, declared};
pub use hints::hints;
pub use lenses::{Example, RUN_EXAMPLES, lenses, speaks_of, told as examples_told};
pub use lines::{Encoding, Lines, changed};
pub use names::names;
pub use outline::{folds, of_plan, of_rules, whole};
pub use place::{Place, place};
pub use rename::{Places, in_plan, is_name, keeps, told_in, used};
pub use slot::{Slot, slot};
pub use tokens::{legend, tokens};
pub use told::{of_problems, of_report, of_stop};
