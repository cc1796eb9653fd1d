//! What is wrong with a text as a whole, though it reads: two plans in one file, and a remark that was meant as text.

use crate::diagnostic::Text;
use crate::source::Span;

use super::Issue;
use super::frame::KEYS;
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
    issues.retain(|issue| issue.problem.code != "dubbele-sleutel" || issue.problem.primary.span.start < start.start);
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
        if ends_at(root, end) {
            let span = Span::new(at + 1, at + 2 + line.len());
            let message = Text::new("text-cut").with("text", super::shorten(line));
            issues.push(Issue::new("verkeerde-waarde", span, message).help(Text::new("text-cut-help")).warning());
        }
    }
}

/// Whether a text without quotation marks, of more than one word, ends at a place.
fn ends_at(node: &Node<'_>, end: usize) -> bool {
    let within = |node: &Node<'_>| node.span.start as usize <= end && end <= node.span.end as usize;
    match &node.kind {
        NodeKind::Scalar { text, plain } => *plain && node.span.end as usize == end && text.contains(' '),
        NodeKind::List(items) => items.iter().any(|item| within(item) && ends_at(item, end)),
        NodeKind::Map(pairs) => pairs.iter().any(|(_, value)| within(value) && ends_at(value, end)),
    }
}
