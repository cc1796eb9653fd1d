//! How the choices of a plan become valid, ready for a writer.

use crate::diagnostic::Repair;
use crate::model::Kind;
use crate::source::Span;

/// How the choices of a year become valid.
#[derive(Clone, Debug, Default)]
pub struct Proposal {
    pub year: u8,
    pub layout: Layout,
    /// Ways that cost the same, the best first. Without any, no choices are valid.
    pub ways: Vec<ProposedWay>,
    /// There are others that cost the same.
    pub more: bool,
    /// The rules that exclude each other, with their titles.
    pub excluding: Vec<(String, String)>,
}

/// How the choices of the year stand in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Each on lines of its own.
    #[default]
    Lines,
    /// In braces, where more than one can share a line; with or without `interventies` before them.
    Braces { opened: bool },
}

/// Changes that together make the choices valid.
#[derive(Clone, Debug)]
pub struct ProposedWay {
    pub changes: Vec<ProposedChange>,
    /// What does it in the text, where that is known.
    pub edits: Option<Repair>,
}

/// One change.
#[derive(Clone, Debug)]
pub struct ProposedChange {
    pub what: Proposed,
    pub intervention: String,
    /// The kinds that will do; none of what is taken away.
    pub kinds: Vec<Kind>,
    /// The data that it needs.
    pub needs: Vec<String>,
    /// What stands there now, or below what it comes.
    pub place: Span,
    /// The lines of the plan as they become; in braces only the part that changes.
    pub lines: String,
}

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposed {
    Add,
    Turn,
    Remove,
}
