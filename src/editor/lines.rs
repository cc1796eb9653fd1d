//! Byte offsets of a text <-> the lines and columns of an editor.

use lsp_types::{Position, PositionEncodingKind, Range, TextDocumentContentChangeEvent};

use crate::source::{Span, line_starts};

/// In what an editor counts the columns of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    /// What every editor knows.
    #[default]
    Utf16,
    Utf32,
}

impl Encoding {
    /// The first of the encodings that an editor offers and is known here.
    #[must_use]
    pub fn of(offered: &[PositionEncodingKind]) -> Self {
        let known = |kind: &PositionEncodingKind| match kind.as_str() {
            "utf-8" => Some(Self::Utf8),
            "utf-16" => Some(Self::Utf16),
            "utf-32" => Some(Self::Utf32),
            _ => None,
        };
        offered.iter().find_map(known).unwrap_or_default()
    }

    #[must_use]
    pub fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn width(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

/// A text with its lines.
#[derive(Clone, Copy, Debug)]
pub struct Lines<'t> {
    pub text: &'t str,
    starts: &'t [u32],
    encoding: Encoding,
}

impl<'t> Lines<'t> {
    #[must_use]
    pub fn new(text: &'t str, starts: &'t [u32], encoding: Encoding) -> Self {
        Self { text, starts, encoding }
    }

    /// The place of an offset; one past the end is the end, and one within a character its begin.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        let mut at = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let line = self.starts.partition_point(|start| (*start as usize) <= at).saturating_sub(1);
        let start = self.starts.get(line).map_or(0, |start| *start as usize);
        let columns: usize = self.text.get(start..at).unwrap_or("").chars().map(|c| self.encoding.width(c)).sum();
        Position { line: number(line), character: number(columns) }
    }

    #[must_use]
    pub fn range(&self, span: Span) -> Range {
        Range { start: self.position(span.start), end: self.position(span.end) }
    }

    /// The offset of a place; what lies past the end of a line is the end of it, and within a character its begin.
    #[must_use]
    pub fn offset(&self, at: Position) -> usize {
        let line = at.line as usize;
        let Some(start) = self.starts.get(line).map(|start| *start as usize) else { return self.text.len() };
        let end = self.starts.get(line + 1).map_or(self.text.len(), |end| *end as usize);
        let mut left = at.character as usize;
        let line = self.text.get(start..end).unwrap_or("").trim_end_matches(['\n', '\r']);
        for (index, c) in line.char_indices() {
            let width = self.encoding.width(c);
            if left < width {
                return start + index;
            }
            left -= width;
        }
        start + line.len()
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A text after a change: of a part of it, or all of it.
#[must_use]
pub fn changed(text: &str, change: &TextDocumentContentChangeEvent, encoding: Encoding) -> String {
    let Some(range) = change.range else { return change.text.clone() };
    let starts = line_starts(text);
    let lines = Lines::new(text, &starts, encoding);
    let (start, end) = (lines.offset(range.start), lines.offset(range.end));
    let before = text.get(..start).unwrap_or(text);
    let after = text.get(end.max(start)..).unwrap_or("");
    [before, &change.text, after].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_offset_comes_back_in_each_encoding() {
        let text = "agb: 'één'\r\n🏥: ja\r\n\nslot";
        let starts = line_starts(text);
        for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
            let lines = Lines::new(text, &starts, encoding);
            for (at, c) in text.char_indices().filter(|(_, c)| !matches!(c, '\n' | '\r')) {
                let position = lines.position(u32::try_from(at).unwrap_or(0));
                assert_eq!(lines.offset(position), at, "{c} {encoding:?} {position:?}");
            }
        }
        let lines = Lines::new(text, &starts, Encoding::Utf16);
        assert_eq!(lines.position(100), lines.position(u32::try_from(text.len()).unwrap_or(0)));
        assert_eq!(lines.offset(Position { line: 1, character: 99 }), text.find("\r\n\n").unwrap_or(0));
        assert_eq!(lines.offset(Position { line: 99, character: 0 }), text.len());
    }

    #[test]
    fn changes_of_a_part_and_of_all() {
        let part = |start, end, text: &str| TextDocumentContentChangeEvent {
            range: Some(Range { start, end }),
            range_length: None,
            text: text.to_owned(),
        };
        let at = |line, character| Position { line, character };
        assert_eq!(changed("a🏥b\nc", &part(at(0, 1), at(0, 3), "x"), Encoding::Utf16), "axb\nc");
        assert_eq!(changed("ab\nc", &part(at(0, 2), at(1, 0), ""), Encoding::Utf16), "abc");
        assert_eq!(changed("ab", &part(at(7, 0), at(9, 0), "c"), Encoding::Utf8), "abc");
        // A range that is turned round loses nothing.
        assert_eq!(changed("ab", &part(at(0, 2), at(0, 1), "c"), Encoding::Utf8), "abc");
        let all = TextDocumentContentChangeEvent { range: None, range_length: None, text: "z".to_owned() };
        assert_eq!(changed("ab", &all, Encoding::Utf8), "z");
    }
}
