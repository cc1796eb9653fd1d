//! What is wrong with a text as a whole, though it reads: two plans in one file, and a remark that was meant as text.

use std::collections::HashSet;

use crate::diagnostic::{Repair, Text};
use crate::source::Span;

use super::Issue;
use super::frame::{KEYS, bare};
use super::mend_lines::{Line, frame_key, lines, quoted};
use super::yaml::{Node, NodeKind};

/// So many keys of the frame a second time make a second plan.
const ENOUGH: usize = 3;

/// Where a second plan begins below the first, with the title and the remarks above it, and its first key.
pub fn second_plan(text: &str) -> Option<(usize, Span)> {
    let word = |line: &str| {
        let end = line.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(line.len());
        let word = bare(line.get(..end).unwrap_or("")).into_owned();
        frame_key(&word).map_or(word, str::to_owned)
    };
    let all: Vec<Line<'_>> = lines(text);
    let is_key = |word: &str| KEYS.contains(&word);
    let first = all.iter().find(|line| is_key(&word(line.own().text)))?;
    // What only looks like a space moves a line as well.
    let is_beside = |line: &&Line<'_>| line.margin().chars().count() == first.margin().chars().count();
    let beside: Vec<(Line<'_>, String)> =
        all.iter().filter(is_beside).map(|line| (*line, word(line.own().text))).collect();
    let mut seen: HashSet<&str> = HashSet::new();
    let doubled: Vec<bool> =
        beside.iter().map(|(_, name)| !seen.insert(name.as_str()) && name.starts_with(char::is_alphabetic)).collect();
    let again = |index: usize| doubled.get(index).is_some_and(|doubled| *doubled);
    let keys: Vec<(usize, &str)> = beside
        .iter()
        .enumerate()
        .filter(|(index, (_, name))| is_key(name) && again(*index))
        .map(|(index, (_, name))| (index, name.as_str()))
        .collect();
    // One key that stands there time and again begins no plan.
    let different: HashSet<&str> = keys.iter().map(|(_, name)| *name).collect();
    let (mut head, _) = *keys.first().filter(|_| different.len() >= ENOUGH)?;
    let titles: Vec<&str> =
        text.get(..first.start)?.lines().map(|line| line.trim_start_matches(['#', ' ']).trim_end()).collect();
    // What stands above it and is there for the second time belongs to it.
    while let Some((line, _)) = head.checked_sub(1).and_then(|above| beside.get(above)) {
        let joins = all.iter().position(|other| other.start == line.start)?;
        let next = beside.get(head).map(|(next, _)| next.start);
        let is_title = !line.has_colon() && titles.contains(&line.own().text.trim());
        if all.get(joins + 1).map(|next| next.start) != next || !is_title && !again(head - 1) {
            break;
        }
        head -= 1;
    }
    let (line, _) = beside.get(head)?;
    let (from, own) = (line.start, line.own());
    // Remarks and empty lines right above it.
    let before = text.get(..from)?;
    let remarks = before.split_inclusive('\n').rev().take_while(|line| {
        let line = line.trim();
        line.is_empty() || line.starts_with('#') || line == "---"
    });
    Some((from - remarks.map(str::len).sum::<usize>(), own.span()))
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
