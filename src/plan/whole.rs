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

/// Tells of a text that ends where a remark begins that looks like a part of it; of nothing at all, by its name.
pub fn cut_text(text: &str, node: &Node<'_>, key: Span) -> Option<Issue> {
    let NodeKind::Scalar { plain: true, .. } = &node.kind else { return None };
    let empty = node.span.is_empty();
    let name = key.end as usize;
    let behind = || text.get(name..).map_or("", |rest| rest.trim_start_matches([' ', '\t']));
    let end = if empty && behind().starts_with(':') { text.len() - behind().len() + 1 } else { node.span.end as usize };
    let rest = text.get(end..)?.lines().next()?;
    let remark = rest.trim_start_matches([' ', '\t']);
    let words = remark.strip_prefix('#').filter(|_| remark.len() < rest.len())?;
    if !words.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let at = end + rest.len() - remark.len();
    let span = Span::new(at, at + remark.trim_end().len());
    let message = Text::new("text-cut").with("text", super::shorten(words.trim_end()));
    let start = if empty { at } else { node.span.start as usize };
    let whole = Span::new(start, span.end as usize);
    let repair = Repair::likely(whole, quoted(whole.of(text)));
    let issue = Issue::new("verkeerde-waarde", span, message).help(Text::new("text-cut-help")).repair(repair);
    Some(issue.warning())
}
