//! The fixed frame of a plan: what can be read before a regioplan is chosen.

use std::borrow::Cow;

use jiff::civil::Date;
use unicode_normalization::{UnicodeNormalization as _, is_nfkc};

use crate::diagnostic::Text;
use crate::model::Quarter;
use crate::source::Span;

use super::Issue;
use super::names;
use super::reader::nearest;
use super::scalars::{self, Wrong};
use super::trail::Trail;
use super::yaml::Node;

/// The keys of the frame, in the order in which a plan has them.
pub const KEYS: [&str; 8] =
    ["regioplan", "startkwartaal", "jaar", "kalenderjaar", "ingediend", "verantwoording", "praktijk", "jaren"];

/// The keys behind which one value stands.
const SINGLE: [&str; 5] = ["startkwartaal", "jaar", "kalenderjaar", "ingediend", "verantwoording"];

/// The regioplan that a plan names.
#[derive(Clone, Debug)]
pub struct Named {
    pub id: String,
    pub version: Option<String>,
    pub span: Span,
}

/// The frame, as far as it could be read. Each value has the place where it stands.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// The first key of the file: where to point when a key of the frame is missing.
    pub top: Span,
    pub regioplan: Option<Named>,
    pub start: Option<(Quarter, Span)>,
    pub year: Option<(u8, Span)>,
    pub calendar_year: Option<(i16, Span)>,
    pub handed_in: Option<(Date, Span)>,
    pub accounting: Option<(bool, Span)>,
    /// Keys behind which something stands that could not be read; that has been reported.
    pub unread: Vec<&'static str>,
}

/// Reads the frame; what is missing or wrong is a problem.
#[must_use]
pub fn frame(root: &Node<'_>) -> (Frame, Vec<Issue>) {
    frame_beside(root, &|_| false)
}

/// Whether a name is one of the fields that a regioplan asks at the top of a plan: then it is no slip for a key of the frame.
pub type IsOwn<'f> = &'f dyn Fn(&str) -> bool;

/// Whether a field of the regioplan was taken for a key of the frame.
pub fn is_taken(root: &Node<'_>, is_own: IsOwn<'_>) -> bool {
    let taken = |name: &str| !KEYS.contains(&name) && meant(name).is_some() && is_own(name);
    root.pairs().unwrap_or_default().iter().any(|(key, _)| key.text().is_some_and(taken))
}

/// Reads the frame, beside the fields of a regioplan.
pub fn frame_beside(root: &Node<'_>, is_own: IsOwn<'_>) -> (Frame, Vec<Issue>) {
    let mut issues = Vec::new();
    let top = root.pairs().and_then(|pairs| pairs.first()).map_or(root.span, |(key, _)| key.span);
    let mut frame = Frame { top, ..Frame::default() };
    if let Some((node, text)) = required((root, is_own), "startkwartaal", top, &mut issues) {
        frame.start = keep(scalars::quarter, text, node, "startkwartaal", &mut frame.unread, &mut issues);
    }
    if let Some((node, text)) = required((root, is_own), "jaar", top, &mut issues) {
        frame.year = keep(scalars::year, text, node, "jaar", &mut frame.unread, &mut issues);
    }
    if let Some((node, text)) = optional((root, is_own), "kalenderjaar", &mut issues) {
        frame.calendar_year = keep(scalars::calendar_year, text, node, "kalenderjaar", &mut frame.unread, &mut issues);
    }
    if let Some((node, text)) = optional((root, is_own), "ingediend", &mut issues) {
        frame.handed_in = keep(scalars::date, text, node, "ingediend", &mut frame.unread, &mut issues);
    }
    if let Some((node, text)) = optional((root, is_own), "verantwoording", &mut issues) {
        frame.accounting = keep(scalars::yes_no, text, node, "verantwoording", &mut frame.unread, &mut issues);
    }
    if let Some((node, text)) = optional((root, is_own), "regioplan", &mut issues) {
        frame.regioplan = Some(named(text, node.span));
    }
    let shapeless = |key: &&&'static str| {
        has_two(root, key) || root.get(key).is_some_and(|(_, node)| node.text().is_none() && !node.is_blank())
    };
    if has_lost(root) {
        // Any of the keys may have stood in a line that could not be read.
        issues.retain(|issue| issue.problem.code != "verplicht-veld");
        frame.unread.extend(SINGLE.iter().filter(|key| root.get(key).is_none()));
    }
    frame.unread.extend(SINGLE.iter().filter(shapeless).copied());
    (frame, issues)
}

/// Whether a key of the frame stands there in two spellings, with other values.
#[must_use]
pub fn has_two(root: &Node<'_>, key: &str) -> bool {
    root.has_two(|found| bare(found) == key)
}

/// Whether a line at the top of a file could not be read.
#[must_use]
pub fn has_lost(root: &Node<'_>) -> bool {
    root.pairs().unwrap_or_default().iter().any(|(key, _)| key.is_lost())
}

/// Whether a file may be a practice plan: one of the keys of the frame stands in it, be it misspelt. A file that cannot be
/// read may be one when a word of the frame stands anywhere in it; an empty one may be a plan that is lost.
#[must_use]
pub fn may_be_plan(root: Option<&Node<'_>>, text: &str) -> bool {
    if let Some(pairs) = root.and_then(Node::pairs) {
        let mut keys = pairs.iter().filter_map(|(key, _)| key.text());
        return keys.any(|key| KEYS.contains(&key) || nearest(&bare(key), &KEYS).is_some()) || plan_keys(text) > 0;
    }
    let text = bare(text);
    text.trim().is_empty() || KEYS.iter().any(|key| text.contains(key))
}

/// Keys that stand in a plan, and in hardly any other file.
const OWN: [&str; 4] = ["regioplan", "startkwartaal", "jaren", "interventies"];

/// How many keys of a plan stand somewhere in a text: below another field, in a list, behind another document, or in a file
/// that cannot be read as YAML.
#[must_use]
pub fn plan_keys(text: &str) -> usize {
    let text = bare(text);
    let is_key = |line: &str, at: usize, key: &str| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        let after = line.get(at + key.len()..).unwrap_or("").trim_start_matches(['"', '\'', ' ']);
        before.is_none_or(|c| c.is_whitespace() || matches!(c, '{' | ',' | '"' | '\'' | '-' | '['))
            && after.starts_with(':')
    };
    let code = text.lines().filter(|line| !line.trim_start().starts_with('#'));
    let code = code.map(|line| line.split(" #").next().unwrap_or(line));
    let stands = |key: &&&str| code.clone().any(|line| line.match_indices(**key).any(|(at, _)| is_key(line, at, key)));
    OWN.iter().filter(stands).count()
}

/// A text in which letters of another width or in capitals are plain ones, and signs that nobody sees are left out.
pub fn bare(text: &str) -> Cow<'_, str> {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Cow::Borrowed(text);
    }
    let unseen = |c: char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}');
    if is_nfkc(text) && !text.chars().any(|c| c.is_uppercase() || unseen(c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.nfkc().filter(|c| !unseen(*c)).flat_map(char::to_lowercase).collect())
}

/// A key of the frame with its value; a slip for it stands for it, so that it is told once, as an unknown field.
pub fn find<'n, 'a>(root: &'n Node<'a>, key: &str, is_own: IsOwn<'_>) -> Option<&'n (Node<'a>, Node<'a>)> {
    let is_slip = |found: &str| !KEYS.contains(&found) && meant(found) == Some(key) && !is_own(found);
    let slip = || root.pairs().unwrap_or_default().iter().find(|(found, _)| found.text().is_some_and(is_slip));
    root.get(key).or_else(slip)
}

/// The key of the frame that a name stands for that is none: by a slip, or in the words of a form.
pub fn meant(name: &str) -> Option<&'static str> {
    nearest(name, &KEYS).or_else(|| bracketed(name)).or_else(|| says_handed_in(name).then_some("ingediend"))
}

/// `jaar (verplicht)`: what stands between brackets is no part of a name.
fn bracketed(name: &str) -> Option<&'static str> {
    let plain = names::bare(name);
    let has_more = name.contains('(') && !names::is_unticked(name);
    KEYS.into_iter().find(|key| has_more && names::bare(key) == plain)
}

/// `Datum van indiening`, `ingediend op`: the day of handing in, in other words.
fn says_handed_in(name: &str) -> bool {
    let lower = bare(name);
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| word == "ingediend" || word.len() > "indien".len() && word.starts_with("indien"))
}

pub fn named(text: &str, span: Span) -> Named {
    match text.split_once('@') {
        Some((id, version)) => Named { id: id.trim().to_owned(), version: Some(version.trim().to_owned()), span },
        None => Named { id: text.trim().to_owned(), version: None, span },
    }
}

fn keep<T>(
    read: impl Fn(&str) -> Result<T, Wrong>,
    text: &str,
    node: &Node<'_>,
    key: &'static str,
    unread: &mut Vec<&'static str>,
    issues: &mut Vec<Issue>,
) -> Option<(T, Span)> {
    match read(text) {
        Ok(value) => Some((value, node.span)),
        Err(wrong) => {
            issues.push(scalars::amiss(node, key, &wrong).on(&Trail::Key(&Trail::Top, key)));
            // What only one thing can be meant by is read as that.
            let right = wrong.right.and_then(|right| read(&right).ok());
            if right.is_none() {
                unread.push(key);
            }
            right.map(|value| (value, node.span))
        }
    }
}

fn required<'n, 'a>(
    (root, is_own): (&'n Node<'a>, IsOwn<'_>),
    key: &str,
    top: Span,
    issues: &mut Vec<Issue>,
) -> Option<(&'n Node<'a>, &'n str)> {
    match find(root, key, is_own) {
        None => {
            issues.push(missing(key, top));
            None
        }
        Some((found, value)) if value.is_blank() => {
            issues.push(missing(key, found.span));
            None
        }
        Some(_) => optional((root, is_own), key, issues),
    }
}

fn missing(key: &str, span: Span) -> Issue {
    Issue::new("verplicht-veld", span, Text::new("frame-missing").with("key", key))
        .help(Text::new(frame_help(key)))
        .on(&Trail::Key(&Trail::Top, key))
}

fn frame_help(key: &str) -> &'static str {
    match key {
        "startkwartaal" => "frame-help-start",
        _ => "frame-help-year",
    }
}

/// A scalar of the frame; a list or a mapping there is a problem.
fn optional<'n, 'a>(
    (root, is_own): (&'n Node<'a>, IsOwn<'_>),
    key: &str,
    issues: &mut Vec<Issue>,
) -> Option<(&'n Node<'a>, &'n str)> {
    // Most plans lack these two, and then no slip need be looked for.
    let rare = matches!(key, "kalenderjaar" | "verantwoording");
    let (_, node) = if rare { root.get(key) } else { find(root, key, is_own) }?;
    if node.is_blank() || node.is_twice() || has_two(root, key) {
        return None;
    }
    if let Some(text) = node.text() {
        Some((node, text.trim()))
    } else {
        issues.push(scalars::wrong(node, key, Text::new("expected-one-value")).on(&Trail::Key(&Trail::Top, key)));
        None
    }
}
