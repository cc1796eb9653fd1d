//! Bytes -> text. What is no text in UTF-8 is called by its name.

/// What bytes are that are no text in UTF-8.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Garbled {
    /// UTF-16, with a mark at its start or without.
    Utf16,
    /// What a word processor, a spreadsheet or a printer made.
    Document,
    /// Text with one byte for each letter, as old programs write it: as far as it can be shown, and the place of the first
    /// byte that cannot.
    Latin { shown: String, at: usize },
    /// No text at all.
    Bytes,
}

/// How files begin that are no text: Word and Excel of now and of before 2007, rich text, and PDF.
const DOCUMENTS: [&[u8]; 4] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"{\\rtf", b"%PDF-"];
/// The mark of UTF-16, in either order.
const MARKS: [&[u8]; 2] = [b"\xFF\xFE", b"\xFE\xFF"];
/// So many bytes tell how a text is written.
const SAMPLE: usize = 1024;

/// The text of a file.
pub fn decode(bytes: Vec<u8>) -> Result<String, Garbled> {
    if DOCUMENTS.iter().any(|start| bytes.starts_with(start)) {
        return Err(Garbled::Document);
    }
    if is_wide(&bytes) {
        return Err(Garbled::Utf16);
    }
    String::from_utf8(bytes).map_err(|error| {
        let (at, bytes) = (error.utf8_error().valid_up_to(), error.as_bytes());
        if bytes.iter().any(|byte| *byte < b' ' && !byte.is_ascii_whitespace()) {
            return Garbled::Bytes;
        }
        Garbled::Latin { shown: String::from_utf8_lossy(bytes).into_owned(), at }
    })
}

/// A return alone ends a line, as YAML says: it becomes a line feed, in the same place.
#[must_use]
pub fn with_line_feeds(text: String) -> String {
    if !text.contains('\r') {
        return text;
    }
    let mut next = text.chars().skip(1).chain([' ']);
    text.chars().map(|c| if next.next() != Some('\n') && c == '\r' { '\n' } else { c }).collect()
}

/// A text with two bytes for each letter, without its mark; none when it is no such text.
#[must_use]
pub fn from_wide(bytes: &[u8]) -> Option<String> {
    if !is_wide(bytes) {
        return None;
    }
    let pairs = bytes.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok());
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let big = bytes.starts_with(b"\xFE\xFF") || !bytes.starts_with(b"\xFF\xFE") && zeros(0) > zeros(1);
    let units = pairs.map(if big { u16::from_be_bytes } else { u16::from_le_bytes });
    let text: String = char::decode_utf16(units).collect::<Result<String, _>>().ok()?;
    Some(text.trim_start_matches('\u{feff}').to_owned())
}

/// Whether a text has two bytes for each letter: by its mark, or as every second byte of what it begins with is zero.
#[must_use]
pub fn is_wide(bytes: &[u8]) -> bool {
    if MARKS.iter().any(|mark| bytes.starts_with(mark)) {
        return true;
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), sample.len() / 2);
    pairs > 1 && even.max(odd) * 4 > pairs * 3 && even.min(odd) * 4 < pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wide(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn a_return_alone_ends_a_line() {
        assert_eq!(with_line_feeds("a\rb\r\nc\r\rd\n\r".to_owned()), "a\nb\r\nc\n\nd\n\n");
        assert_eq!(with_line_feeds("\r".to_owned()), "\n");
    }

    #[test]
    fn what_is_no_utf8_is_called_by_its_name() {
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            assert_eq!(decode(wide("\u{feff}jaar: 3\n", order)), Err(Garbled::Utf16));
            assert_eq!(decode(wide("jaar: 3 # één\n", order)), Err(Garbled::Utf16));
        }
        let latin = decode(b"naam: Andr\xE9\n".to_vec());
        assert!(matches!(latin, Err(Garbled::Latin { at: 10, .. })), "{latin:?}");
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0".to_vec()), Err(Garbled::Bytes));
        assert_eq!(decode(b"%PDF-1.7".to_vec()), Err(Garbled::Document));
        assert_eq!(decode("\u{feff}één\n".into()), Ok("\u{feff}één\n".to_owned()));
        assert_eq!(decode(Vec::new()), Ok(String::new()));
    }
}
