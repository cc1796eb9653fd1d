//! A named text and the way from a byte offset to a line and a column.

use std::sync::OnceLock;

use super::Span;

/// A text with the name under which a person knows it (a path, or "embedded").
#[derive(Clone, Debug, Default)]
pub struct Source {
    pub name: String,
    pub text: String,
    /// Where each line begins; found once, when the first place is asked.
    lines: OnceLock<Vec<u32>>,
}

/// A place as an editor shows it: line and column from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

impl Source {
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into(), lines: OnceLock::new() }
    }

    /// Where each line begins.
    pub fn line_starts(&self) -> &[u32] {
        self.lines.get_or_init(|| line_starts(&self.text))
    }

    /// Line and column of a byte offset; an offset past the end is the end.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        let end = (offset as usize).min(self.text.len());
        let starts = self.line_starts();
        let line = starts.partition_point(|start| *start as usize <= end).max(1);
        let start = starts.get(line - 1).map_or(0, |start| *start as usize);
        let column = self.text.as_bytes().get(start..end).map_or(0, count_chars) + 1;
        Position { line, column }
    }

    /// Start and end of a span as an editor shows them.
    #[must_use]
    pub fn range(&self, span: Span) -> (Position, Position) {
        (self.position(span.start), self.position(span.end))
    }
}

/// Offsets at which the lines of a text begin.
#[must_use]
pub fn line_starts(text: &str) -> Vec<u32> {
    let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| Span::at(at + 1).start);
    std::iter::once(0).chain(breaks).collect()
}

/// Characters in valid UTF-8: every byte that does not continue one. A byte-order mark is not counted.
fn count_chars(bytes: &[u8]) -> usize {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    text.iter().filter(|b| **b & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters_from_one() {
        let source = Source::new("a", "één\ntwee");
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
        assert_eq!(source.position(5), Position { line: 1, column: 4 });
        assert_eq!(source.position(6), Position { line: 2, column: 1 });
        assert_eq!(source.position(999), Position { line: 2, column: 5 });
    }
}
