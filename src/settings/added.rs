//! Decisions that are added to a list: the text of `besluiten.yaml` and new decisions -> the text with these at its end.
//!
//! What stands there stays, byte for byte. What was added is read back before anybody gets it.

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::source;
use crate::value::is_unseen;

use super::decisions::{self, Decision, Key, Matter};

/// The lines of one decision; of one that is still open, only what it is about.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'e> {
    pub practice: &'e str,
    /// The plan, where more than one carries the code.
    pub file: Option<&'e str>,
    pub rule: &'e str,
    pub year: Option<u8>,
    pub intervention: Option<&'e str>,
    pub fingerprint: &'e str,
    pub decided: Option<&'e Decision>,
}

impl Entry<'_> {
    /// As it is written. Names of a regioplan need no quotes; an AGB code does, as it begins with a nought.
    #[must_use]
    pub fn written(&self) -> String {
        let decided = |part: fn(&Decision) -> Option<String>| self.decided.and_then(part).unwrap_or_default();
        let lines = [
            ("- praktijk", Some(quoted(self.practice))),
            ("  bestand", self.file.map(quoted)),
            ("  regel", Some(self.rule.to_owned())),
            ("  jaar", self.year.map(|year| year.to_string())),
            ("  interventie", self.intervention.map(str::to_owned)),
            ("  besluit", Some(decided(|one| Some(one.answer.written().to_owned())))),
            ("  toelichting", Some(decided(|one| one.note.as_deref().map(quoted)))),
            ("  door", Some(decided(|one| Some(quoted(&one.by))))),
            ("  datum", Some(decided(|one| Some(one.on.to_string())))),
            ("  vingerafdruk", Some(quoted(self.fingerprint))),
        ];
        let lines = lines.into_iter().filter_map(|(key, value)| Some((key, value?)));
        lines.fold(String::new(), |out, (key, value)| out + format!("{key}: {value}").trim_end() + "\n")
    }
}

/// What there is to say of a decision, seen from those that stand there.
#[derive(Clone, Debug, PartialEq)]
pub enum Stands<'d> {
    New,
    /// It stands there.
    Known,
    /// One of the same day about the same text says something else.
    Otherwise(&'d Decision),
}

/// Decisions by what they are about.
#[derive(Debug, Default)]
pub struct Decided<'d> {
    all: HashMap<Key, Vec<&'d Decision>>,
    /// The last one about each text.
    last: HashMap<Matter, &'d Decision>,
}

impl<'d> Decided<'d> {
    pub fn of(all: impl IntoIterator<Item = &'d Decision>) -> Self {
        let mut found = Self::default();
        for one in all {
            found.all.entry(decisions::key(one)).or_default().push(one);
            let last = found.last.entry(decisions::matter(one)).or_insert(one);
            if last.on < one.on {
                *last = one;
            }
        }
        found
    }

    /// Whether a decision stands among these.
    #[must_use]
    pub fn stands(&self, decision: &Decision) -> Stands<'d> {
        let twins = self.all.get(&decisions::key(decision)).map_or(&[][..], Vec::as_slice);
        match twins.iter().find(|one| !says_the_same(one, decision)) {
            Some(other) => Stands::Otherwise(other),
            None if twins.is_empty() => Stands::New,
            None => Stands::Known,
        }
    }

    /// A later decision about the same text: then this one decides nothing.
    #[must_use]
    pub fn later(&self, decision: &Decision) -> Option<&'d Decision> {
        self.last.get(&decisions::matter(decision)).copied().filter(|last| last.on > decision.on)
    }
}

fn says_the_same(one: &Decision, other: &Decision) -> bool {
    (one.answer, &one.note, &one.by) == (other.answer, &other.note, &other.by)
}

/// The text with decisions at its end; none when its end is no place to add anything.
#[must_use]
pub fn added(old: &str, new: &[Decision]) -> Option<String> {
    let ends = if old.contains("\r\n") { "\r\n" } else { "\n" };
    let indent: String = first_dash(old).unwrap_or_default();
    let mut text = old.to_owned();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push_str(ends);
    }
    for decision in new {
        let rule = match &decision.region {
            Some(region) => format!("{region}::{}", decision.rule),
            None => decision.rule.clone(),
        };
        let entry = Entry {
            practice: &decision.practice,
            file: decision.file.as_deref(),
            rule: &rule,
            year: decision.year,
            intervention: decision.intervention.as_deref(),
            fingerprint: &decision.fingerprint,
            decided: Some(decision),
        };
        if !text.is_empty() {
            text.push_str(ends);
        }
        for line in entry.written().lines() {
            text.push_str(&indent);
            text.push_str(line);
            text.push_str(ends);
        }
    }
    is_kept(old, &text, new).then_some(text)
}

/// What stands before the dash of the first entry.
fn first_dash(text: &str) -> Option<String> {
    let line = text.lines().find(|line| line.trim_start().starts_with("- "))?;
    Some(line.chars().take_while(|c| *c == ' ').collect())
}

/// Whether a text says what it said, and what was added to it, and nothing else.
fn is_kept(old: &str, text: &str, new: &[Decision]) -> bool {
    let all = |text: &str| decisions::all(&source::with_line_feeds(text.to_owned()));
    let ((before, wrong), (after, still_wrong)) = (all(old), all(text));
    let bare = |one: &Decision| Decision { span: source::Span::default(), ..one.clone() };
    let right: Vec<Decision> = before.iter().chain(new).map(bare).collect();
    wrong.len() == still_wrong.len() && after.iter().map(bare).eq(right)
}

/// A text between double quotation marks, on one line, in which everything can be seen.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() || is_unseen(c) => {
                let _ = write!(out, "\\U{:08x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
