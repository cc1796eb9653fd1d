//! Signs before or around a field that belong to another text: the dash, the bullet or the number of a list where none belongs,
//! the stars of a bold name, the bars of a table. Only the signs are taken away; what they stand around stays.

use std::collections::HashSet;

use crate::diagnostic::Text;
use crate::model::Shape;
use crate::source::Span;

use super::mend_colons::{is_form, is_known};
use super::mend_lines::{Line, is_marked, is_name, is_odd_dash, quoted, without_comment};
use super::mend_prose;
use super::mend_quotes::is_field;
use super::mend_shape::{self, Home, Names};
use super::mend_slips::{Slip, Sure};
use super::mend_text::Change;

/// So many lines above a place an enumeration is looked for.
const REACH: usize = 12;

/// How far the mark of a list reaches with which a line begins, the blanks behind it included.
pub fn mark(own: &str) -> Option<usize> {
    let is_sign = |c: char| is_odd_dash(c) || matches!(c, '*' | '-');
    let signs = own.len() - own.trim_start_matches(is_sign).len();
    let end = if signs > 0 { signs } else { number(own)? };
    let rest = own.get(end..)?;
    let text = rest.trim_start();
    let spaced = rest.len() > text.len() || own.starts_with(is_odd_dash);
    (spaced && !text.is_empty() && !own.starts_with("--")).then_some(own.len() - text.len())
}

/// How far `1.`, `2)` or `a)` reaches.
fn number(own: &str) -> Option<usize> {
    let digits = own.len() - own.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let letter = usize::from(own.starts_with(|c: char| c.is_ascii_lowercase()));
    let rest = own.get(digits.max(letter)..)?;
    let closed = if digits > 0 { rest.starts_with(['.', ')']) } else { letter > 0 && rest.starts_with(')') };
    (closed && digits < 3).then_some(digits.max(letter) + 1)
}

/// Whether a list begins here, at the indent of the field that holds it.
fn is_of_list_beside(lines: &[Line<'_>], index: usize) -> bool {
    let Some(line) = lines.get(index) else { return false };
    let above = lines.iter().take(index).rposition(|other| other.indent() <= line.indent() && !other.is_item());
    let opens = above.and_then(|at| Some((lines.get(at)?, lines.get(at + 1)?)));
    opens
        .is_some_and(|(above, next)| above.indent() == line.indent() && above.opens() && next.indent() == line.indent())
}

/// Whether a list belongs below the field in which a line stands; none when nobody can tell.
fn in_list(lines: &[Line<'_>], index: usize, names: Names<'_>) -> Option<bool> {
    let line = lines.get(index)?;
    let at = lines.iter().take(index).rposition(|other| other.indent() < line.indent())?;
    if lines.get(at)?.is_item() {
        return Some(false);
    }
    Some(matches!(mend_shape::shape_of(lines, at, names)?, Shape::List(_)))
}

/// What is known of the place of a line without its mark, and of those below it that stand in line with it: it is looked up once.
struct Spot<'m> {
    indent: usize,
    home: Home,
    /// The names that stand there without a mark.
    taken: HashSet<String>,
    names: Names<'m>,
}

impl<'m> Spot<'m> {
    /// That of a line without its mark, and with so many spaces more before it; none where a list belongs.
    fn of(lines: &[Line<'_>], index: usize, (lead, more): (usize, usize), names: Names<'m>) -> Option<Self> {
        let line = lines.get(index)?;
        let indent = line.indent() + more;
        let whole = bare(*line, lead, indent);
        let mut tried: Vec<Line<'_>> = lines.to_vec();
        if let Some(slot) = tried.get_mut(index) {
            *slot = Line { start: line.start, text: &whole };
        }
        if in_list(&tried, index, names) == Some(true) {
            return None;
        }
        let home = Home::of(&tried, index, names)?;
        let mut beside = mend_shape::beside(&tried, index);
        let own = tried.get(index)?.pair()?.0;
        beside.swap_remove(beside.iter().position(|name| *name == own)?);
        let taken = beside.into_iter().map(str::to_owned).collect();
        Some(Self { indent, home, taken, names })
    }

    /// Whether a line without its mark has its place there.
    fn fits(&self, line: Line<'_>, (lead, more): (usize, usize)) -> bool {
        let whole = bare(line, lead, line.indent() + more);
        let field = Line { start: line.start, text: &whole };
        let is_free = field.pair().is_some_and(|(name, _)| !self.taken.contains(name));
        is_free && line.indent() + more == self.indent && self.home.fits(field, self.names) == Some(true)
    }
}

/// A line without its mark, so far to the right.
fn bare(line: Line<'_>, lead: usize, indent: usize) -> String {
    format!("{}{}", " ".repeat(indent), line.own().text.get(lead..).unwrap_or(""))
}

/// `- ingediend: 2026-02-19`, `• trieren: nieuw`: the mark of a list before a field that has its place there, and before those
/// right below it. It was put before the line, or in the place of spaces.
pub fn stray_mark(lines: &[Line<'_>], index: usize, names: Names<'_>) -> Vec<Slip> {
    let found = |more: bool| {
        let line = lines.get(index)?;
        let lead = mark(line.own().text).filter(|_| number(line.own().text).is_none())?;
        let width = |lead: usize, line: &Line<'_>| {
            if more { line.own().text.get(..lead).map_or(0, |mark| mark.chars().count()) } else { 0 }
        };
        let sign = line.own().text.chars().next()?;
        let spot = Spot::of(lines, index, (lead, width(lead, line)), names)?;
        let strays = |at: usize| {
            let other = lines.get(at).filter(|other| other.indent() == line.indent())?;
            let own = other.own();
            let lead = mark(own.text).filter(|_| own.text.starts_with(sign) && !is_of_list_beside(lines, at))?;
            let width = width(lead, other);
            let change = Change::new(own.start..own.start + lead, " ".repeat(width));
            spot.fits(*other, (lead, width)).then_some(change)
        };
        let changes: Vec<Change> = (index..lines.len()).map_while(strays).collect();
        let own = line.own();
        let rest = Line { start: own.start + lead, text: own.text.get(lead..)? };
        let (name, _) = rest.pair().filter(|_| !changes.is_empty())?;
        let message = if sign == '-' {
            Text::new("yaml-dash-stray").with("name", name)
        } else {
            Text::new("yaml-sign-stray").with("name", name).with("sign", sign.to_string())
        };
        let right = format!("`{}`", without_comment(rest.text));
        let help = if changes.len() > 1 {
            Text::new("yaml-sign-stray-all").with("right", right).with("count", changes.len() - 1)
        } else {
            Text::new("yaml-write").with("right", right)
        };
        let span = Span::new(own.start, own.start + sign.len_utf8());
        Some(Slip::new(changes, span, message, help))
    };
    [found(false), found(true)].into_iter().flatten().collect()
}

/// `1. naam: F. Kuiper` where a list belongs: a number in the place of the dash. What stands below it keeps its place.
pub fn numbered(lines: &[Line<'_>], index: usize, names: Names<'_>) -> Option<Slip> {
    let line = lines.get(index)?;
    let own = line.own();
    number(own.text)?;
    let lead = mark(own.text)?;
    let rest = own.text.get(lead..)?;
    let holds = rest.starts_with('{') || Line { start: 0, text: rest }.pair().is_some();
    if !holds || in_list(lines, index, names) != Some(true) {
        return None;
    }
    let change = Change::new(own.start..own.start + lead, format!("-{}", " ".repeat(lead - 1)));
    let help = Text::new("yaml-write").with("right", format!("`- {}`", without_comment(rest)));
    let span = Span::new(own.start, own.start + lead);
    Some(Slip::new(vec![change], span, Text::new("yaml-odd-dash"), help))
}

/// `**naam**: De Linde`: the signs of a bold name.
pub fn bold(line: Line<'_>) -> Option<Slip> {
    let field = line.field();
    let width = field.text.len() - field.text.trim_start_matches('*').len();
    let (sign, rest) = field.text.split_at_checked(width).filter(|_| (1..4).contains(&width))?;
    let (name, after) = rest.split_once(sign)?;
    let bare = name.strip_suffix(':').unwrap_or(name);
    let closes = bare.len() < name.len() || after.starts_with(':');
    if !closes || bare.is_empty() || bare.contains(':') || bare.starts_with(' ') || after.starts_with('*') {
        return None;
    }
    let end = field.start + width + name.len();
    let changes = vec![Change::new(field.start..field.start + width, ""), Change::new(end..end + width, "")];
    let help = Text::new("yaml-write").with("right", format!("`{}`", without_comment(&format!("{name}{after}"))));
    let span = Span::new(field.start, end + width);
    Some(Slip::new(changes, span, Text::new("yaml-bold").with("name", bare), help))
}

/// `| startdatum | 2025-02-03 |`: a row of a table, of which the first part is a name that is known.
pub fn row(line: Line<'_>, names: Names<'_>) -> Option<Slip> {
    let own = line.own();
    let text = own.text.trim_end();
    let inner = text.strip_prefix('|')?;
    let cells: Vec<&str> = inner.strip_suffix('|').unwrap_or(inner).split('|').map(str::trim).collect();
    let [name, value] = cells.as_slice() else { return None };
    let known = is_known(name, names);
    if !is_name(name) || value.is_empty() || !known && !is_form(value) {
        return None;
    }
    let plain = !is_marked(value) && !value.contains(": ") && !value.contains(" #") && !value.ends_with(':');
    let value = if plain { (*value).to_owned() } else { quoted(value) };
    let right = format!("{name}: {value}");
    let help = Text::new("yaml-write").with("right", format!("`{right}`"));
    let span = Span::new(own.start, own.start + text.len());
    let sure = if known && is_form(&value) { Sure::Certain } else { Sure::Asked };
    let message = Text::new("yaml-table-row").with("name", *name);
    let change = Change::new(own.start..own.start + text.len(), right);
    Some(Slip { sure, ..Slip::new(vec![change], span, message, help) })
}

/// An enumeration below a field of which the value is one text: a text of several lines.
pub fn enumerated(lines: &[Line<'_>], index: usize, names: Names<'_>) -> Option<Slip> {
    let from = (index + 1).saturating_sub(REACH);
    (from..=index.min(lines.len())).rev().find_map(|at| {
        let line = *lines.get(at)?;
        let (name, behind) = line.pair().filter(|(name, _)| is_name(name) && line.opens())?;
        let marked = |other: &Line<'_>| mark(other.own().text).is_some() && other.indent() >= line.column();
        let of_text =
            |other: &&Line<'_>| (marked(other) || other.indent() > line.column()) && !is_field(**other, names);
        let run: Vec<Line<'_>> = lines.iter().skip(at + 1).take_while(of_text).copied().collect();
        let head = run.first().filter(|head| marked(head))?;
        if !matches!(mend_shape::shape_of(lines, at, names)?, Shape::Plain) || at + run.len() + 1 < index {
            return None;
        }
        let begin = Change::new(behind.start..behind.start, " |");
        mend_prose::lines_of_one(name, &run, *head, begin, line.column() + 2)
    })
}
