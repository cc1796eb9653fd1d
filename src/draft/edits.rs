//! Changes to a text that leave everything else as it stands: by byte offsets, line by line.

use crate::source::Span;

/// A part of the text that becomes something else.
pub struct Edit {
    pub from: usize,
    pub to: usize,
    pub text: String,
}

impl Edit {
    pub fn at(span: Span, text: String) -> Self {
        Self { from: span.start as usize, to: span.end as usize, text }
    }
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
    lines: Vec<std::ops::Range<usize>>,
}

impl<'a> Lines<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, lines: lines(text).map(|(from, line)| from..from + line.len()).collect() }
    }

    fn number(&self, offset: usize) -> usize {
        self.lines.partition_point(|line| line.start <= offset).saturating_sub(1)
    }

    fn line(&self, number: usize) -> &'a str {
        self.lines.get(number).and_then(|line| self.text.get(line.clone())).unwrap_or("")
    }

    pub fn first_line(&self, span: Span) -> std::ops::Range<usize> {
        self.lines.get(self.number(span.start as usize)).cloned().unwrap_or(0..0)
    }

    pub fn indent(&self, span: Span) -> usize {
        span.start as usize - self.first_line(span).start
    }

    /// Whether nothing but blanks stands before a key on its line.
    pub fn stands_alone(&self, key: Span) -> bool {
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
        for number in first + 1..self.lines.len() {
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
        Some((key.start as usize, self.lines.get(end)?.end))
    }

    /// Another comment at the end of the line of a key; `merge` makes it out of the one that stands there.
    pub fn comment_behind(&self, key: Span, merge: impl Fn(Option<&str>) -> String) -> Edit {
        let line = self.first_line(key);
        let rest = self.text.get(key.end as usize..line.end).unwrap_or("");
        let old = comment_of(rest);
        let at = line.end - old.map_or(0, |old| rest.len() - rest.find(old).unwrap_or(rest.len()));
        let before = if old.is_some() { "" } else { "  " };
        Edit { from: at, to: line.end, text: format!("{before}{}", merge(old)).trim_end().to_owned() }
    }

    /// Another value, with the comment that `merge` makes out of the one that stood there.
    pub fn value_with_comment(&self, span: Span, value: &str, merge: impl Fn(Option<&str>) -> String) -> Edit {
        let line = self.first_line(span);
        let rest = self.text.get(span.end as usize..line.end).unwrap_or("");
        let text = format!("{value}  {}", merge(comment_of(rest)));
        Edit { from: span.start as usize, to: line.end, text: text.trim().to_owned() }
    }
}
