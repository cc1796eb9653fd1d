//! What the lists of a region have in common: text -> entries, each with fields that must be there.
//!
//! Of every mistake it says where it stands and what to write. What the fields mean, the list itself knows.

use crate::diagnostic::{Arg, Join, Severity, Text};
use crate::plan::{self, Issue, Node, NodeKind};
use crate::source::Span;

/// A sort of list, and how it is spoken of.
pub struct Listing {
    /// The check that says that the file is no list.
    pub unreadable: &'static str,
    /// The check that says what an entry lacks.
    pub incomplete: &'static str,
    pub no_list: &'static str,
    pub no_list_help: &'static str,
    pub no_fields: &'static str,
    /// A field that an entry cannot have.
    pub unknown: &'static str,
    pub missing: &'static str,
    /// What to write for a field that is not there.
    pub missing_help: fn(&str) -> &'static str,
}

/// Reads the entries of a file, one after the other.
pub fn read<T>(
    text: &str,
    listing: &Listing,
    mut one: impl FnMut(&Node<'_>, &mut Reader<'_>) -> Option<T>,
) -> (Vec<T>, Vec<Issue>) {
    let (root, issues) = plan::tree(text);
    let serious = issues.iter().filter(|issue| issue.problem.severity == Severity::Violation);
    let misread: Vec<Span> = serious.map(|issue| issue.problem.primary.span).collect();
    let mut reader = Reader { listing, issues };
    let mut list = Vec::new();
    let Some(root) = root.filter(|root| !root.is_blank()) else { return (list, reader.issues) };
    let Some(items) = root.items() else {
        let issue = Issue::new(listing.unreadable, plan::first_line(&root), Text::new(listing.no_list));
        reader.issues.push(issue.help(Text::new(listing.no_list_help)));
        return (list, reader.issues);
    };
    for item in items {
        if item.pairs().is_none() {
            let issue = Issue::new(listing.unreadable, plan::first_line(item), Text::new(listing.no_fields));
            reader.issues.push(issue.help(Text::new(listing.no_list_help)));
            continue;
        }
        let before = reader.issues.len();
        let found = one(item, &mut reader);
        // What says something else than can be read in it says nothing that counts.
        let (start, end) = extent(item);
        let sound = !misread.iter().any(|span| (start..=end).contains(&span.start));
        list.extend(found.filter(|_| sound && reader.issues.len() == before));
    }
    (list, reader.issues)
}

/// Where the first sign and the last sign of it stand.
fn extent(node: &Node<'_>) -> (u32, u32) {
    let own = (node.span.start, node.span.end);
    let parts: Vec<(u32, u32)> = match node.written() {
        NodeKind::Scalar { .. } | NodeKind::Twice(_) => return own,
        NodeKind::List(items) => items.iter().map(extent).collect(),
        NodeKind::Map(pairs) => pairs.iter().flat_map(|(key, value)| [extent(key), extent(value)]).collect(),
    };
    let start = parts.iter().map(|(start, _)| *start).min();
    start.zip(parts.iter().map(|(_, end)| *end).max()).unwrap_or(own)
}

/// Reads fields, and keeps what is wrong with them.
pub struct Reader<'l> {
    listing: &'l Listing,
    pub issues: Vec<Issue>,
}

impl Reader<'_> {
    /// A value that must be there, with its place.
    pub fn value<T>(
        &mut self,
        node: &Node<'_>,
        key: &'static str,
        place: Span,
        read: impl Fn(&str) -> Result<T, Text>,
    ) -> Option<(T, Span)> {
        let Some((found, value)) = node.get(key) else {
            self.missing(key, place);
            return None;
        };
        let Some(text) = value.text().map(str::trim).filter(|text| !value.is_blank() && !plan::is_filler(text)) else {
            self.missing(key, found.span);
            return None;
        };
        match read(text) {
            Ok(read) => Some((read, value.span)),
            Err(help) => {
                self.wrong(key, text, value.span, help);
                None
            }
        }
    }

    /// A value that may be left out: none when it is, or says nothing, as `n.v.t.` does; and an error that is told when it cannot
    /// be read.
    pub fn optional<T>(
        &mut self,
        node: &Node<'_>,
        key: &'static str,
        read: impl Fn(&str) -> Result<T, Text>,
    ) -> Result<Option<T>, Told> {
        let says = |value: &Node<'_>| !value.is_blank() && !value.text().is_some_and(plan::is_filler);
        match node.get(key).filter(|(_, value)| says(value)) {
            None => Ok(None),
            Some((found, _)) => self.value(node, key, found.span, read).map(|(value, _)| Some(value)).ok_or(Told),
        }
    }

    pub fn wrong(&mut self, key: &'static str, found: &str, span: Span, help: Text) {
        let field = Text::new("field-of-plan").with("name", key);
        let text = Text::new("wrong-value-found").with("field", Arg::Text(field)).with("found", found);
        self.incomplete(span, text, help);
    }

    pub fn missing(&mut self, key: &'static str, span: Span) {
        let text = Text::new(self.listing.missing).with("key", key);
        self.incomplete(span, text, Text::new((self.listing.missing_help)(key)));
    }

    /// What an entry lacks.
    pub fn incomplete(&mut self, span: Span, text: Text, help: Text) {
        self.issues.push(Issue::new(self.listing.incomplete, span, text).help(help));
    }

    /// Tells of fields that an entry cannot have.
    pub fn unknown(&mut self, node: &Node<'_>, known: &[&str]) {
        for (key, _) in node.pairs().unwrap_or_default() {
            let Some(name) = key.text().filter(|name| !known.contains(name)) else { continue };
            let help = match plan::nearest(name, known) {
                Some(near) => Text::new("did-you-mean").with("name", near),
                None => Text::new("choose-from")
                    .with("names", Arg::words(known.iter().map(|k| format!("`{k}`")), Join::Comma)),
            };
            self.incomplete(key.span, Text::new(self.listing.unknown).with("key", name), help);
        }
    }
}

/// It was told what is wrong.
#[derive(Clone, Copy, Debug)]
pub struct Told;

/// An AGB code.
pub fn practice(text: &str) -> Result<String, Text> {
    plan::read_agb(text).map(str::to_owned).map_err(|wrong| wrong.help)
}

pub fn date(text: &str) -> Result<jiff::civil::Date, Text> {
    plan::read_date(text).map_err(|wrong| wrong.help)
}

/// A text as it stands.
#[expect(clippy::unnecessary_wraps, reason = "a reader of a value may refuse it")]
pub fn filled(text: &str) -> Result<String, Text> {
    Ok(text.to_owned())
}

/// A text that reports repeat: it shows no citizen number.
#[expect(clippy::unnecessary_wraps, reason = "a reader of a value may refuse it")]
pub fn masked(text: &str) -> Result<String, Text> {
    Ok(plan::mask_citizen_numbers(text).into_owned())
}

/// A rule, with or without its region: `region::rule`.
pub fn rule(written: String) -> (Option<String>, String) {
    match written.split_once("::") {
        Some((region, rule)) => (Some(region.to_owned()), rule.to_owned()),
        None => (None, written),
    }
}
