//! What is wrong with a text as a whole, though it reads: two plans in one file, and a remark that was meant as text.

use crate::diagnostic::{Repair, Text};
use crate::source::Span;

use super::Issue;
use super::frame::KEYS;
use super::mend_lines::quoted;
use super::yaml::{Node, NodeKind};

/// So many keys of the frame a second time make a second plan.
const ENOUGH: usize = 3;

/// Leaves out a second plan below the first; what stands there twice is one problem.
pub fn second_plan(root: &mut Node<'_>, issues: &mut Vec<Issue>) {
    let NodeKind::Map(pairs) = &mut root.kind else { return };
    let mut seen: Vec<&str> = Vec::new();
    let mut again: Vec<usize> = Vec::new();
    for (index, (key, _)) in pairs.iter().enumerate() {
        let Some(name) = key.text().and_then(|name| KEYS.iter().find(|key| **key == name)) else { continue };
        if seen.contains(name) { again.push(index) } else { seen.push(name) }
    }
    let Some(first) = again.first().copied().filter(|_| again.len() >= ENOUGH) else { return };
    let Some(start) = pairs.get(first).map(|(key, _)| key.span) else { return };
    pairs.truncate(first);
    // Of what stands from there on nothing is said.
    issues.retain(|issue| issue.problem.primary.span.start < start.start);
    let text = Text::new("yaml-two-plans");
    issues.push(Issue::new("yaml", start, text).help(Text::new("yaml-two-plans-help")));
}

/// Tells of a text that ends where a remark begins that looks like a part of it.
pub fn cut_texts(text: &str, root: &Node<'_>, issues: &mut Vec<Issue>) {
    for (at, _) in text.match_indices(" #") {
        let rest = text.get(at + 2..).unwrap_or("");
        if !rest.starts_with(|c: char| c.is_alphanumeric()) {
            continue;
        }
        let end = text.get(..at).unwrap_or("").trim_end().len();
        let line = rest.lines().next().unwrap_or("").trim_end();
        if let Some(start) = ends_at(root, end) {
            let span = Span::new(at + 1, at + 2 + line.len());
            let message = Text::new("text-cut").with("text", super::shorten(line));
            let whole = Span::new(start, span.end as usize);
            let repair = Repair::likely(whole, quoted(whole.of(text)));
            let issue = Issue::new("verkeerde-waarde", span, message).help(Text::new("text-cut-help")).repair(repair);
            issues.push(issue.warning());
        }
    }
}

/// Where a text without quotation marks, of more than one word, begins that ends at a place.
fn ends_at(node: &Node<'_>, end: usize) -> Option<usize> {
    let (start, own_end) = (node.span.start as usize, node.span.end as usize);
    if !(start..=own_end).contains(&end) {
        return None;
    }
    match &node.kind {
        NodeKind::Scalar { text, plain } => (*plain && own_end == end && text.contains(' ')).then_some(start),
        NodeKind::List(items) => items.iter().find_map(|item| ends_at(item, end)),
        NodeKind::Map(pairs) => pairs.iter().find_map(|(_, value)| ends_at(value, end)),
    }
}
