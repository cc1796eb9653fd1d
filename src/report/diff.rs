//! Differences between two regioplannen as sentences, with both places; the formats beside this file write them.

use serde::Serialize;

use crate::compare::{Aspect, Change, Effect, Part, Sort};
use crate::diagnostic::{Arg, Join, Problem, Text};
use crate::model::Model;
use crate::source::{Position, Source, Span};

use super::Catalog;
use crate::session::Judged;

/// Both regioplannen and what differs.
#[derive(Debug)]
pub struct DiffReport<'m> {
    pub old: Compared<'m>,
    pub new: Compared<'m>,
    pub changes: Vec<Change>,
}

/// One of both regioplannen.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'m> {
    pub model: Model<'m>,
    pub judged: &'m Judged,
    /// Its text, and the text of its register where there is one; each with what loading remarked.
    pub files: &'m [(Source, Vec<Problem>)],
}

impl Compared<'_> {
    /// File, line and column.
    #[must_use]
    pub fn place(&self, sort: Sort, span: Span) -> Option<(&str, Position)> {
        let (source, _) = self.files.get(usize::from(sort == Sort::Statement)).or(self.files.first())?;
        // What has no place of its own is said by the head of the file: its first line that is no comment.
        let at = if span.is_empty() { head(&source.text) } else { span.start };
        Some((source.name.as_str(), source.position(at)))
    }

    /// `regio 2.7 (ingebouwd)`
    #[must_use]
    pub fn said(&self) -> Text {
        let from = match &self.judged.path {
            Some(path) => Arg::from(path),
            None => Arg::Text(Text::new("embedded")),
        };
        Text::new("diff-file").with("id", &self.judged.id).with("version", &self.judged.version).with("from", from)
    }
}

fn head(text: &str) -> u32 {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let said = line.trim_start_matches('\u{feff}').trim();
        if !said.is_empty() && !said.starts_with('#') {
            break;
        }
        at += line.len();
    }
    Span::at(at).start
}

/// How many differences there are, and of what effect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DiffTotals {
    pub changes: usize,
    pub stricter: usize,
    pub looser: usize,
    pub different: usize,
}

impl DiffReport<'_> {
    #[must_use]
    pub fn totals(&self) -> DiffTotals {
        let count = |effect: Effect| self.changes.iter().filter(|change| change.effect == effect).count();
        DiffTotals {
            changes: self.changes.len(),
            stricter: count(Effect::Stricter),
            looser: count(Effect::Looser),
            different: count(Effect::Different),
        }
    }

    /// The differences part by part, those about the same thing together.
    #[must_use]
    pub fn parts(&self) -> Vec<(Part, Vec<Vec<&Change>>)> {
        let parts = Part::ALL.into_iter().map(|part| {
            let mut groups: Vec<Vec<&Change>> = Vec::new();
            for change in self.changes.iter().filter(|change| change.part == part) {
                match groups.iter_mut().find(|group| group.first().is_some_and(|first| same_thing(first, change))) {
                    Some(group) => group.push(change),
                    None => groups.push(vec![change]),
                }
            }
            (part, groups)
        });
        parts.filter(|(_, groups)| !groups.is_empty()).collect()
    }
}

fn same_thing(one: &Change, other: &Change) -> bool {
    let id = |change: &Change| change.named().map(|side| side.id.clone());
    one.sort == other.sort && id(one) == id(other)
}

/// The thing that a difference is about: `Regel “…”`.
#[must_use]
pub fn subject(change: &Change) -> Text {
    let text = Text::new(change.sort.text_id());
    match change.named() {
        Some(side) => text.with("name", &side.name),
        None => text,
    }
}

/// The difference as a sentence.
#[must_use]
pub fn sentence(change: &Change, catalog: &Catalog) -> String {
    let (how, when) = match (&change.old, &change.new) {
        (None, Some(new)) => ("added", &new.when),
        (Some(old), None) => ("dropped", &old.when),
        (old, _) => ("changed", old.as_ref().map_or(&None, |old| &old.when)),
    };
    let empty = || Arg::from("");
    // The new side is said in short only where the old side stands before it.
    let new = change.new.as_ref().map(|side| match (&side.short, &change.old) {
        (Some(short), Some(_)) => short.clone(),
        (_, _) => side.text.clone(),
    });
    let text = Text::new(sentence_id(change))
        .with("how", how)
        .with("when", when.clone().unwrap_or_else(empty))
        .with("old", change.old.as_ref().map_or_else(empty, |side| side.text.clone()))
        .with("new", new.unwrap_or_else(empty));
    capital(&catalog.say(&text))
}

/// A sentence begins with a capital.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
}

/// One sentence for each aspect; it says of itself whether something came, went or changed. Of some things that they
/// came or went is said in words of their own.
fn sentence_id(change: &Change) -> &'static str {
    match (change.aspect, change.sort) {
        (Aspect::Whole, Sort::Intervention) => "diff-intervention",
        (Aspect::Whole, Sort::Rule) => "diff-rule",
        (Aspect::Whole, Sort::Field) => "diff-field",
        (Aspect::Whole, Sort::List | Sort::Group | Sort::Record) => "diff-made-of",
        (Aspect::Whole, Sort::Condition) => "diff-whole-condition",
        (aspect, _) => aspect.text_id(),
    }
}

/// `jaar 1 en 3`; nothing when it is about no year.
#[must_use]
pub fn years(change: &Change) -> Option<Text> {
    let words = Arg::words(change.years.iter().map(u8::to_string), Join::And);
    (!change.years.is_empty()).then(|| Text::new("diff-in-years").with("years", words))
}
