//! How the choices of a plan become valid, ready for a writer.

use crate::diagnostic::{Arg, Join, Repair, Text};
use crate::model::{Kind, Need};
use crate::source::Span;

/// How the choices of a plan become valid.
#[derive(Clone, Debug, Default)]
pub struct Proposal {
    /// The years in which something changes; without any way those of which the choices cannot be valid.
    pub years: Vec<u8>,
    /// The year that is over and is accounted for: only what the practice did then can still be put in the plan.
    pub over: Option<u8>,
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
    /// All of it in one sentence.
    pub said: Text,
    pub changes: Vec<ProposedChange>,
    /// What does it in the text, where that is known.
    pub edits: Option<Repair>,
}

/// One change.
#[derive(Clone, Debug)]
pub struct ProposedChange {
    pub what: Proposed,
    pub year: u8,
    pub layout: Layout,
    pub intervention: String,
    /// The kinds that will do; none of what is taken away.
    pub kinds: Vec<Kind>,
    /// The data that it needs.
    pub needs: Vec<Need>,
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

/// What is said when no choices of these years are valid.
#[must_use]
pub fn never(excluding: &[(String, String)], years: impl IntoIterator<Item = u8>) -> Text {
    let rule = |(id, title): &(String, String)| {
        let title = Text::new("finding-title").with("title", title);
        Arg::Text(Text::new("nearest-rule").with("id", id).with("title", title))
    };
    let years: Vec<String> = years.into_iter().map(|year| year.to_string()).collect();
    let text = Text::new("nearest-never").with("years", Arg::words(years, Join::And));
    let text = text.with("count", excluding.len());
    text.with("rules", Arg::List(excluding.iter().map(rule).collect(), Join::And))
}
