//! Changes to a text that leave everything else as it stands: by byte offsets, line by line.

use std::collections::{HashMap, HashSet};

use crate::plan::{Node, NodeKind};
use crate::source::Span;

/// A part of the text that becomes something else.
pub struct Edit {
    pub from: usize,
    pub to: usize,
    pub text: String,
}

/// Applies edits that do not overlap; of two that do, the first one counts.
pub fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| (edit.from, edit.to));
    let mut out = String::with_capacity(text.len() + 256);
    let mut at = 0;
    for edit in edits {
        if edit.from < at {
            continue;
        }
        out.push_str(text.get(at..edit.from).unwrap_or(""));
        out.push_str(&edit.text);
        at = edit.to;
    }
    out.push_str(text.get(at..).unwrap_or(""));
    out
}

/// The comment behind a value, with its sign; a `#` inside quotes is text.
pub fn comment_of(rest: &str) -> Option<&str> {
    let mut quote = None;
    let mut before = ' ';
    for (at, c) in rest.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if c == open => quote = None,
            (None, '#') if before.is_whitespace() => return rest.get(at..).map(str::trim_end),
            _ => {}
        }
        before = c;
    }
    None
}

/// Each line without its end, with the place where it begins.
pub fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let from = at;
        at += line.len();
        (from, line.trim_end_matches(['\n', '\r']))
    })
}

/// The lines of a text, by byte offsets without their ends.
pub struct Lines<'a> {
    text: &'a str,
    spans: Vec<std::ops::Range<usize>>,
    /// By the place of the key.
    values: HashMap<u32, Value>,
    /// Keys between brackets, where the ends of lines mean nothing.
    bracketed: HashSet<u32>,
    /// From bracket to bracket.
    brackets: Vec<std::ops::Range<usize>>,
}

/// Where a value stands.
struct Value {
    from: usize,
    to: usize,
    /// It is a text in a block.
    block: bool,
}

impl<'a> Lines<'a> {
    pub fn new(text: &'a str, root: Option<&Node<'_>>) -> Self {
        let all = lines(text).map(|(from, line)| from..from + line.len()).collect();
        let mut lines =
            Self { text, spans: all, values: HashMap::new(), bracketed: HashSet::new(), brackets: Vec::new() };
        if let Some(root) = root {
            lines.place(root, false);
        }
        lines
    }

    /// Notes where the values of a node stand; gives where it ends itself.
    fn place(&mut self, node: &Node<'_>, within: bool) -> usize {
        let end = node.span.of(self.text).trim_end().len() + node.span.start as usize;
        let opens = node.text().is_none() && node.span.of(self.text).starts_with(['{', '[']);
        if opens {
            self.brackets.push(node.span.start as usize..end);
        }
        let within = within || opens;
        match node.written() {
            NodeKind::Scalar { .. } | NodeKind::Twice(_) => end,
            NodeKind::List(items) => items.iter().map(|item| self.place(item, within)).fold(end, usize::max),
            NodeKind::Map(pairs) => pairs.iter().fold(end, |end, (key, value)| {
                let to = self.place(value, within).max(key.span.end as usize);
                let start = (value.span.start as usize).max(key.span.end as usize);
                // A text in a block begins with its sign.
                let before = self.text.get(key.span.end as usize..start).unwrap_or("");
                let first = before.lines().next().filter(|first| first.len() < before.len()).unwrap_or("");
                let sign = first.split('#').next().and_then(|first| first.rfind(['|', '>']));
                let from = sign.map_or(start, |sign| key.span.end as usize + sign);
                self.values.insert(key.span.start, Value { from, to, block: sign.is_some() });
                if within {
                    self.bracketed.insert(key.span.start);
                }
                end.max(to)
            }),
        }
    }

    /// Where a value is written: with the sign of its block, and without the blanks behind it.
    pub fn written(&self, span: Span) -> std::ops::Range<usize> {
        let plain = span.start as usize..span.start as usize + span.of(self.text).trim_end().len();
        let blocks = self.values.values().filter(|value| value.block);
        let own =
            blocks.filter(|value| value.from < plain.start && value.to == plain.end).map(|value| value.from..value.to);
        own.min_by_key(std::ops::Range::len).unwrap_or(plain)
    }

    /// Whether a key stands between brackets.
    pub fn is_bracketed(&self, key: Span) -> bool {
        self.bracketed.contains(&key.start)
    }

    /// Whether a place lies between brackets.
    pub fn is_within(&self, place: Span) -> bool {
        self.brackets.iter().any(|bracket| bracket.start < place.start as usize && (place.end as usize) < bracket.end)
    }

    /// Where what stands behind a key ends.
    pub fn end(&self, key: Span) -> usize {
        self.values.get(&key.start).map_or(key.end as usize, |value| value.to)
    }

    /// Where what stands behind a key is written.
    pub fn value_place(&self, key: Span) -> Option<std::ops::Range<usize>> {
        self.values.get(&key.start).map(|value| value.from..value.to.max(value.from))
    }

    /// Where the line ends in which an offset lies.
    pub fn line_end(&self, offset: usize) -> usize {
        self.spans.get(self.number(offset)).map_or(offset, |line| line.end.max(offset))
    }

    /// Another value.
    pub fn value(&self, span: Span, text: String) -> Edit {
        let at = self.written(span);
        Edit { from: at.start, to: at.end, text }
    }

    fn number(&self, offset: usize) -> usize {
        self.spans.partition_point(|line| line.start <= offset).saturating_sub(1)
    }

    fn line(&self, number: usize) -> &'a str {
        self.spans.get(number).and_then(|line| self.text.get(line.clone())).unwrap_or("")
    }

    pub fn first_line(&self, span: Span) -> std::ops::Range<usize> {
        self.spans.get(self.number(span.start as usize)).cloned().unwrap_or(0..0)
    }

    pub fn indent(&self, span: Span) -> usize {
        span.start as usize - self.first_line(span).start
    }

    /// Whether nothing but blanks stands before a key on its line, and no bracket is open.
    pub fn stands_alone(&self, key: Span) -> bool {
        if self.bracketed.contains(&key.start) {
            return false;
        }
        let line = self.first_line(key);
        self.text.get(line.start..key.start as usize).is_some_and(|before| before.trim().is_empty())
    }

    /// Where the block of a key begins and ends: its line, and all lines below that stand deeper. Blank lines
    /// and comments after it that do not stand deeper are not part of it.
    pub fn block(&self, key: Span) -> Option<(usize, usize)> {
        if !self.stands_alone(key) {
            return None;
        }
        let indent = self.indent(key);
        let first = self.number(key.start as usize);
        let mut end = first;
        for number in first + 1..self.spans.len() {
            let line = self.line(number);
            let trimmed = line.trim_start();
            let deep = line.len() - trimmed.len() > indent;
            let dash = trimmed.starts_with("- ") && line.len() - trimmed.len() >= indent;
            if trimmed.is_empty() || trimmed.starts_with('#') && !deep {
                continue;
            }
            if !deep && !dash {
                break;
            }
            end = number;
        }
        // Between brackets and quotes a line may stand less deep.
        let last = self.values.get(&key.start).map_or(end, |value| self.number(value.to).max(end));
        Some((key.start as usize, self.spans.get(last)?.end))
    }

    /// Another comment behind a key, or behind what stands beside it; `merge` makes it out of the one that stands there.
    pub fn comment_behind(&self, key: Span, merge: impl Fn(Option<&str>) -> String) -> Edit {
        let first = self.number(key.start as usize);
        let beside = self.values.get(&key.start).filter(|value| !value.block && self.number(value.from) == first);
        let end = beside.map_or(key.end as usize, |value| value.to);
        let line = self.spans.get(self.number(end)).cloned().unwrap_or(end..end);
        let rest = self.text.get(end..line.end).unwrap_or("");
        let old = comment_of(rest);
        let at = line.end - old.map_or(0, |old| rest.len() - rest.find(old).unwrap_or(rest.len()));
        let before = if old.is_some() { "" } else { "  " };
        Edit { from: at, to: line.end, text: format!("{before}{}", merge(old)).trim_end().to_owned() }
    }

    /// Another value, with the comment that `merge` makes out of the one that stood there.
    pub fn value_with_comment(&self, span: Span, value: &str, merge: impl Fn(Option<&str>) -> String) -> Edit {
        let at = self.written(span);
        let end = self.spans.get(self.number(at.end)).map_or(at.end, |line| line.end);
        let rest = self.text.get(at.end..end).unwrap_or("");
        let text = format!("{value}  {}", merge(comment_of(rest)));
        Edit { from: at.start, to: end, text: text.trim().to_owned() }
    }
}
