//! The next version of a regioplan, as far as it can be made before its document is read: the head, and examples with their
//! dates moved.
//!
//! In: texts. Out: texts in which every line that stays is as it was, comments and layout with it. Which dates a rule names
//! is for the document to say: those stay, and `look` lists them.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::diagnostic::Text;
use crate::model::{Contents, Model};
use crate::plan::{self, Node, NodeKind};
use crate::source::Span;
use crate::syntax::tree::{Body, Clause, Tree};
use crate::syntax::{self, Kind, Time};
use crate::value::{Quarter, day_before};

use super::Say;
use super::edits::{Edit, apply};

/// What the new version is called, for which days it holds, and how many years its examples go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renewed {
    pub version: String,
    /// A leidraad has no days: it is renewed by one more edition.
    pub valid: Option<(Date, Date)>,
    pub years: i16,
}

impl Renewed {
    /// Behind the old version, and as many whole years long; from another day when the user says so.
    #[must_use]
    pub fn of(old: Model<'_>, version: &str, from: Option<Date>) -> Self {
        // The version of a werkplan begins with that word, and its text does not.
        let version = match old {
            Model::Werkplan(_) => version.strip_prefix("werkplan-").unwrap_or(version),
            Model::Regioplan(_) | Model::Leidraad(_) | Model::Aanvulling(_) => version,
        };
        let version = version.to_owned();
        let Some((first, last)) = old.valid() else { return Self { version, valid: None, years: 1 } };
        let behind = last.tomorrow().unwrap_or(last);
        let begins = from.unwrap_or(behind);
        let long =
            behind.year() - first.year() - i16::from((behind.month(), behind.day()) < (first.month(), first.day()));
        let ends = day_before(moved(begins, long.max(1)));
        Self { version, valid: Some((begins, ends)), years: (ends.year() - last.year()).max(1) }
    }
}

/// The regioplan with a new head; the words of the language are Dutch, whoever reads them.
#[must_use]
pub fn regioplan(text: &str, new: &Renewed, dutch: Say<'_>) -> String {
    let (tree, _) = syntax::parse(text, Kind::Regioplan);
    let days = syntax::dates(text, Kind::Regioplan);
    let quoted = |version: &str| format!("\"{version}\"");
    let mut edits = Vec::new();
    for clause in clauses(&tree) {
        if let Body::Regioplan { version, .. } | Body::Werkplan { version, .. } | Body::Aanvulling { version, .. } =
            &clause.body
        {
            edits.push(edit(version.span, quoted(&new.version)));
        }
        if matches!(clause.body, Body::Beoordeelt { .. } | Body::Geldt { .. }) {
            let own = days.iter().filter(|(span, _)| within(*span, clause.span));
            let ours = new.valid.map(|(first, last)| [first, last]).into_iter().flatten();
            let said = ours.map(|day| dutch(&Text::new("renew-day").with("date", day)));
            edits.extend(own.zip(said).map(|((span, _), said)| edit(*span, said)));
        }
    }
    let editions = clauses(&tree).filter(|clause| matches!(clause.body, Body::LeidraadVersie { .. }));
    if let Some(last) = editions.last() {
        let line = dutch(&Text::new("renew-edition").with("version", &new.version));
        let at = last.span.start as usize + last.span.of(text).trim_end().len();
        edits.push(Edit { from: at, to: at, text: format!("\n  versie {} {}", quoted(&new.version), quoted(&line)) });
    }
    apply(text, edits)
}

/// An example of the old version as one of the new, with its dates moved so many years; those that `keep` names stay.
#[must_use]
pub fn example(text: &str, old: &Contents, new: &Contents, years: i16, keep: &BTreeSet<String>) -> String {
    let (root, _) = plan::tree(text);
    let mut edits = Vec::new();
    // What cannot be read, or stands behind the plan, is renewed word by word.
    let read = root.as_ref().map_or(0, |root| root.span.end);
    let (was, is) = (old.full_id(), new.full_id());
    let moved = |word: &str| match word {
        word if word == was => Some(is.clone()),
        word if keep.contains(word) => None,
        word => moved_text(word, None, years),
    };
    let behind = in_words(text).filter(|span| span.start >= read);
    edits.extend(behind.filter_map(|span| Some(edit(span, moved(span.of(text))?))));
    if let Some(root) = &root {
        for (span, moved) in times(root, text, years) {
            if !keep.contains(span.of(text)) {
                edits.push(edit(span, moved));
            }
        }
        // A list at the top is no plan, and an example of that.
        let tops = std::iter::once(root).chain(root.items().into_iter().flatten());
        let named =
            tops.flat_map(|top| top.pairs().into_iter().flatten()).filter(|(key, _)| key.text() == Some("regioplan"));
        let ours = named.filter(|(_, value)| value.text() == Some(old.full_id().as_str()));
        edits.extend(ours.map(|(_, value)| edit(written(value, text), new.full_id())));
    }
    apply(text, edits)
}

/// The days and the quarters that the rules of a regioplan name.
pub struct Told {
    days: BTreeSet<Date>,
    quarters: BTreeSet<Quarter>,
}

impl Told {
    #[must_use]
    pub fn of(text: &str) -> Self {
        let (tree, _) = syntax::parse(text, Kind::Regioplan);
        let valid = |clause: &&Clause| matches!(clause.body, Body::Beoordeelt { .. } | Body::Geldt { .. });
        let head: Vec<Span> = clauses(&tree).filter(valid).map(|clause| clause.span).collect();
        let mut told = Self { days: BTreeSet::new(), quarters: BTreeSet::new() };
        for (span, time) in syntax::dates(text, Kind::Regioplan) {
            match time {
                Time::Day(day) if !head.iter().any(|head| within(span, *head)) => drop(told.days.insert(day)),
                Time::Quarter(quarter) => drop(told.quarters.insert(quarter)),
                Time::Day(_) | Time::CalendarYear => {}
            }
        }
        told
    }

    /// Whether a date of an example is one of them, or the day before or after it: then it shows where a rule has its boundary.
    #[must_use]
    pub fn names(&self, date: &str) -> bool {
        if let Some((year, number)) = date.split_once("-Q") {
            let quarter = year.parse().ok().zip(number.parse().ok()).map(|(year, number)| Quarter { year, number });
            return quarter.is_some_and(|quarter| self.quarters.contains(&quarter));
        }
        let day = date.parse::<Date>().ok();
        let near = |day: Date| [Some(day), day.tomorrow().ok(), day.yesterday().ok()];
        day.into_iter().flat_map(near).flatten().any(|day| self.days.contains(&day))
    }
}

/// The dates of an example that the rules name, as far as they stay when the others move: what stands in a programme year goes along with
/// the quarter in which the practice started.
#[must_use]
pub fn told_dates(text: &str, told: &Told) -> BTreeSet<String> {
    let (root, _) = plan::tree(text);
    let started = root.as_ref().and_then(|root| Some(root.get("startkwartaal")?.1.text()?.to_owned()));
    let moves = started.is_some_and(|quarter| !told.names(&quarter));
    let of_years: BTreeSet<String> = root
        .iter()
        .filter(|_| moves)
        .filter_map(|root| root.get("jaren"))
        .flat_map(|(_, years)| times(years, text, 1))
        .map(|(span, _)| span.of(text).to_owned())
        .collect();
    dates(text).into_iter().filter(|date| told.names(date) && !of_years.contains(date)).collect()
}

/// The dates of an example, each once.
#[must_use]
pub fn dates(text: &str) -> BTreeSet<String> {
    let (root, _) = plan::tree(text);
    if root.is_none() {
        let words = in_words(text).map(|span| span.of(text));
        return words.filter(|word| moved_text(word, None, 1).is_some()).map(str::to_owned).collect();
    }
    root.iter().flat_map(|root| times(root, text, 1)).map(|(span, _)| span.of(text).to_owned()).collect()
}

/// The words of a text that cannot be read as YAML, outside comments.
fn in_words(text: &str) -> impl Iterator<Item = Span> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_' | '@');
    let lines = text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    });
    lines.flat_map(move |(start, line)| {
        let code = if line.trim_start().starts_with('#') { "" } else { line.split(" #").next().unwrap_or(line) };
        let words = code.split_inclusive(|c: char| !is_part(c)).scan(start, move |at, word| {
            let from = *at;
            *at += word.len();
            Some(Span::new(from, from + word.trim_end_matches(|c: char| !is_part(c)).len()))
        });
        words.filter(|span| !span.is_empty()).collect::<Vec<_>>()
    })
}

/// Days, quarters and calendar years, wherever they stand as a value; each with what it becomes.
fn times(root: &Node<'_>, text: &str, years: i16) -> Vec<(Span, String)> {
    let mut found = Vec::new();
    gather(root, None, years, text, &mut found);
    found
}

fn gather(node: &Node<'_>, key: Option<&str>, years: i16, text: &str, found: &mut Vec<(Span, String)>) {
    match node.written() {
        NodeKind::Scalar { text: value, .. } => {
            let span = written(node, text);
            // Between quotes, or as an alias, it stands otherwise than it reads.
            let stands = span.of(text) == value.as_ref();
            found.extend(moved_text(value, key, years).filter(|_| stands).map(|new| (span, new)));
        }
        NodeKind::Twice(_) => {}
        NodeKind::List(items) => items.iter().for_each(|item| gather(item, key, years, text, found)),
        NodeKind::Map(pairs) => pairs.iter().for_each(|(key, value)| gather(value, key.text(), years, text, found)),
    }
}

fn moved_text(value: &str, key: Option<&str>, years: i16) -> Option<String> {
    let year = |digits: &str| (digits.len() == 4).then(|| digits.parse::<i16>().ok())?.map(|year| year + years);
    if let Some((before, quarter)) = value.split_once("-Q") {
        return matches!(quarter, "1" | "2" | "3" | "4")
            .then(|| year(before))?
            .map(|year| format!("{year}-Q{quarter}"));
    }
    if key == Some("kalenderjaar") {
        return Some(year(value)?.to_string());
    }
    let is_day = value.len() == 10
        && value.char_indices().all(|(at, c)| if matches!(at, 4 | 7) { c == '-' } else { c.is_ascii_digit() });
    let day: Date = is_day.then(|| value.parse().ok())??;
    Some(moved(day, years).to_string())
}

/// The same day so many years on; the last of February where the month is shorter.
fn moved(day: Date, years: i16) -> Date {
    day.saturating_add(i64::from(years).years())
}

fn written(node: &Node<'_>, text: &str) -> Span {
    let start = node.span.start as usize;
    Span::new(start, start + node.span.of(text).trim_end().len())
}

fn edit(span: Span, text: String) -> Edit {
    Edit { from: span.start as usize, to: span.end as usize, text }
}

pub(super) fn within(inner: Span, outer: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Every clause of a file, as it stands there.
pub(super) fn clauses(tree: &Tree) -> impl Iterator<Item = &Clause> {
    tree.blocks.iter().flat_map(|block| {
        let parts = block.parts.iter().flat_map(|part| std::iter::once(&part.head).chain(&part.clauses));
        let mut all: Vec<&Clause> = std::iter::once(&block.head).chain(&block.clauses).chain(parts).collect();
        all.sort_by_key(|clause| clause.span.start);
        all
    })
}
