//! Inert data about one problem: what kind, how bad, where, what to do.
//!
//! Texts are ids of the message catalogues with arguments; nothing here knows a language, and nothing
//! here writes to a screen.

mod problem;
mod repair;
mod severity;
mod text;
mod worded;

pub use problem::{Label, Problem};
pub use repair::{Edit, Repair, mended};
pub use severity::Severity;
pub use text::{Arg, Join, Text};
pub(crate) use worded::worded;
