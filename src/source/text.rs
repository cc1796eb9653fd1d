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
    /// How many characters begin before each block of the text; found once, when a place on a long line is asked.
    blocks: OnceLock<Vec<u32>>,
    /// The same for characters that are two units in UTF-16.
    wide: OnceLock<Vec<u32>>,
}

/// Bytes of a block: within it characters are counted one by one.
const BLOCK: usize = 4096;
/// A byte-order mark: it may stand at the start of a text.
const MARK: char = '\u{feff}';

/// A place as an editor shows it: line and column from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

impl Source {
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            text: text.into(),
            lines: OnceLock::new(),
            blocks: OnceLock::new(),
            wide: OnceLock::new(),
        }
    }

    /// Where each line begins.
    pub fn line_starts(&self) -> &[u32] {
        self.lines.get_or_init(|| line_starts(&self.text))
    }

    /// The number of the line in which an offset lies, from 1.
    #[must_use]
    pub fn line_of(&self, offset: u32) -> usize {
        self.line_starts().partition_point(|start| *start <= offset).max(1)
    }

    /// Where a line begins and where the next one does; a line that is not there is empty, at the end.
    #[must_use]
    pub fn line_bounds(&self, line: usize) -> (usize, usize) {
        let start_of = |line: usize| self.line_starts().get(line).map_or(self.text.len(), |start| *start as usize);
        (start_of(line.saturating_sub(1)), start_of(line))
    }

    /// Line and column of a byte offset; an offset past the end is the end.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        let end = (offset as usize).min(self.text.len());
        let line = self.line_of(Span::at(end).start);
        let start = self.line_bounds(line).0;
        // A byte-order mark is not counted.
        let marks = usize::from(start == 0 && end >= MARK.len_utf8() && self.text.starts_with(MARK));
        Position { line, column: self.counted(start, end, count_chars, &self.blocks) - marks + 1 }
    }

    /// Line and column of a byte offset, the column in units of UTF-16.
    #[must_use]
    pub fn position_utf16(&self, offset: u32) -> Position {
        let at = self.position(offset);
        let end = (offset as usize).min(self.text.len());
        let start = self.line_bounds(at.line).0;
        Position { column: at.column + self.counted(start, end, count_wide, &self.wide), ..at }
    }

    /// Counts something between two offsets, without counting a long line again for each of its places.
    fn counted(&self, start: usize, end: usize, what: fn(&[u8]) -> usize, known: &OnceLock<Vec<u32>>) -> usize {
        let count = |from: usize, to: usize| self.text.as_bytes().get(from..to).map_or(0, what);
        if end - start <= BLOCK {
            return count(start, end);
        }
        let blocks = known.get_or_init(|| blocks(self.text.as_bytes(), what));
        let before = |at: usize| {
            let block = at / BLOCK;
            blocks.get(block).map_or(0, |sum| *sum as usize) + count(block * BLOCK, at)
        };
        before(end) - before(start)
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

/// How many of something stand before each block.
fn blocks(bytes: &[u8], what: fn(&[u8]) -> usize) -> Vec<u32> {
    let sums = bytes.chunks(BLOCK).scan(0, |sum, block| {
        let before = *sum;
        *sum += what(block);
        Some(Span::at(before).start)
    });
    sums.collect()
}

/// Characters in valid UTF-8: every byte that does not continue one.
fn count_chars(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| **b & 0xC0 != 0x80).count()
}

/// Characters that are two units in UTF-16: those of four bytes.
fn count_wide(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| **b >= 0xF0).count()
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

    #[test]
    fn a_long_line_is_counted_like_a_short_one() {
        let line = "é\u{feff}x".repeat(5000);
        let source = Source::new("a", format!("\u{feff}{line}\n{line}"));
        assert_eq!(source.position(3), Position { line: 1, column: 1 });
        for characters in [0_usize, 1, 2, 3, 4095, 4096, 4097, 12_345, 15_000] {
            let bytes: usize = line.chars().take(characters).map(char::len_utf8).sum();
            let first = Span::at(3 + bytes).start;
            let second = Span::at(3 + line.len() + 1 + bytes).start;
            assert_eq!(source.position(first), Position { line: 1, column: characters + 1 });
            assert_eq!(source.position(second), Position { line: 2, column: characters + 1 });
        }
    }

    #[test]
    fn units_of_utf16_are_counted_on_a_long_line_too() {
        let line = "é𝄞x".repeat(5000);
        let source = Source::new("a", format!("\u{feff}{line}"));
        for characters in [0_usize, 1, 2, 3, 4095, 4096, 4097, 12_345] {
            let before: String = line.chars().take(characters).collect();
            let offset = Span::at(3 + before.len()).start;
            let column = before.encode_utf16().count() + 1;
            assert_eq!(source.position_utf16(offset), Position { line: 1, column });
        }
    }
}
