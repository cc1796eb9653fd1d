//! Whole lines of a plan: a field with all that stands below it, as one that goes, or as one that makes way for what stands
//! below it.
//!
//! In: the text as written, and the name of the field in it. Out: a repair; none where the field shares its line with another.

use std::ops::Range;

use crate::diagnostic::{Edit, Repair};
use crate::source::Span;

use super::yaml::Node;

/// A line of the text, with what ends it.
#[derive(Clone, Copy)]
struct Line<'t> {
    start: usize,
    text: &'t str,
}

impl Line<'_> {
    fn indent(self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    fn is_empty(self) -> bool {
        let own = self.text.trim();
        own.is_empty() || own.starts_with('#')
    }
}

/// The line of a field, and those below it that stand further to the right and belong to what was read as its value.
fn lines<'t>(text: &'t str, key: &Node<'_>, value: &Node<'_>) -> Option<(Line<'t>, Vec<Line<'t>>)> {
    let at = key.span.start as usize;
    let mut start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let own = text.get(start..at)?.bytes().all(|byte| byte == b' ');
    let mut all = text.get(start..).filter(|_| own)?.split_inclusive('\n').map(|line| {
        let found = Line { start, text: line };
        start += line.len();
        found
    });
    let head = all.next()?;
    let end = key.span.end.max(value.span.end) as usize;
    let is_below = |line: &Line<'_>| line.start < end && (line.is_empty() || line.indent() > head.indent());
    let mut below: Vec<Line<'t>> = all.take_while(is_below).collect();
    // What stands apart belongs to what comes after it.
    while below.last().is_some_and(|line| line.is_empty()) {
        below.pop();
    }
    Some((head, below))
}

fn range(head: Line<'_>, below: &[Line<'_>]) -> Range<usize> {
    head.start..below.last().map_or(head.start + head.text.len(), |last| last.start + last.text.len())
}

/// A field with all that stands below it, taken away.
pub fn without(text: &str, key: &Node<'_>, value: &Node<'_>) -> Option<Repair> {
    let (head, below) = lines(text, key, value)?;
    let all = range(head, &below);
    Some(Repair::likely(Span::new(all.start, all.end), ""))
}

/// A name above others, taken away; they come in its place.
pub fn raised(text: &str, key: &Node<'_>, value: &Node<'_>) -> Option<Repair> {
    let (head, below) = lines(text, key, value)?;
    let own = head.text.trim_end();
    let Some(first) = below.iter().find(|line| !line.is_empty()) else {
        return own.ends_with(':').then(|| without(text, key, value)).flatten();
    };
    let step = first.indent() - head.indent();
    if !own.ends_with(':') || below.iter().any(|line| !line.is_empty() && line.indent() < first.indent()) {
        return None;
    }
    let mut edits = vec![Edit::new(Span::new(head.start, head.start + head.text.len()), "")];
    let moved = below.iter().filter(|line| line.indent() >= step);
    edits.extend(moved.map(|line| Edit::new(Span::new(line.start, line.start + step), "")));
    Some(Repair { edits, certain: false })
}

/// Another name for a field; what the name says besides stays behind its line, as a remark.
pub fn renamed(text: &str, key: &Node<'_>, name: &str, besides: Option<&str>, value: &Node<'_>) -> Option<Repair> {
    let repair = key.repair(name, true)?;
    match besides {
        Some(besides) if std::ptr::eq(key, value) => Some(remarked(text, repair, besides)),
        Some(besides) => {
            let end = line_end(text, key.span.end as usize);
            let (start, stop) = (value.span.start as usize, value.span.end as usize);
            // A remark would cut a text of more lines short.
            let cuts = value.text().is_some() && !value.is_blank() && (start > end || stop > end);
            Some(if cuts { Repair { certain: false, ..repair } } else { remarked(text, repair, besides) })
        }
        None => Some(repair),
    }
}

/// A repair that keeps some words behind the line, as a remark.
pub fn remarked(text: &str, mut repair: Repair, remark: &str) -> Repair {
    let Some(last) = repair.edits.last_mut() else { return repair };
    let at = last.span.end as usize;
    let end = line_end(text, at);
    let rest = text.get(at..end).unwrap_or("");
    // In a text between quotation marks there are no remarks.
    let sure = !rest.contains(['"', '\'']);
    if rest.is_empty() {
        last.text = format!("{}  # {remark}", last.text);
    } else {
        repair.edits.push(Edit::new(Span::new(end, end), format!("  # {remark}")));
    }
    repair.certain &= sure;
    repair
}

/// Where the line ends in which a place lies.
fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    at + rest.lines().next().unwrap_or("").trim_end().len()
}

/// Members of a list, each with the place of its dash taken by a space.
pub fn without_dashes<'n>(text: &str, items: impl Iterator<Item = &'n Node<'n>>) -> Option<Repair> {
    let dash = |item: &Node<'_>| {
        let before = text.get(..item.span.start as usize)?;
        let at = before.trim_end_matches(' ').len().checked_sub(1)?;
        let line = before.get(before.rfind('\n').map_or(0, |end| end + 1)..at)?;
        let alone = before.get(at..=at) == Some("-") && line.bytes().all(|byte| byte == b' ');
        alone.then(|| Edit::new(Span::new(at, at + 1), " "))
    };
    let edits = items.map(dash).collect::<Option<Vec<Edit>>>()?;
    Some(Repair { edits, certain: true })
}
