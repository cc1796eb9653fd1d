//! Cuts a file into clauses: a clause is a line with the lines that continue it.
//!
//! A line continues the one above when it begins with a joining word (`met`, `die`, `uit`, `of`, `en`),
//! with a comma or a quoted text, or when the line above ends with a comma.

use std::borrow::Cow;

use crate::source::Span;

use super::problem::{Slip, Wrong};

/// Byte range of one clause, without surrounding blanks and without a comment at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub start: usize,
    pub end: usize,
    /// Whether its quotes are in order; if not, that has been reported and there is nothing to read.
    pub sound: bool,
}

impl Line {
    /// The clause, with comments inside it blanked out so that places stay the same.
    pub fn text<'a>(&self, file: &'a str) -> Cow<'a, str> {
        let text = file.get(self.start..self.end).unwrap_or("");
        if !text.contains('\n') {
            return Cow::Borrowed(text);
        }
        let mut blanked = String::with_capacity(text.len());
        for line in text.split_inclusive('\n') {
            let (code, rest) = line.split_at(code_length(line));
            blanked.push_str(code);
            blanked.extend(rest.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        }
        Cow::Owned(blanked)
    }
}

/// Words with which a line goes on with the one above.
pub const JOINING: [&str; 5] = ["met", "die", "uit", "of", "en"];

/// A sign that nobody can see, such as what a slip of the keyboard leaves: it would travel into plans and reports.
fn hidden_sign(line: &str, start: usize) -> Option<Slip> {
    // Nearly no line has a byte of one.
    if !line.bytes().any(|byte| byte < b' ' || matches!(byte, 0x7f | 0xc2)) {
        return None;
    }
    let (at, sign) = line.char_indices().find(|(_, c)| c.is_control() && *c != '\t')?;
    Some(Slip { span: Span::new(start + at, start + at + sign.len_utf8()), wrong: Wrong::HiddenSign })
}

/// The clauses of a file in order; quotes that do not close and quotes of the wrong shape are reported.
pub fn split(text: &str, slips: &mut Vec<Slip>) -> Vec<Line> {
    let mut clauses: Vec<Line> = Vec::new();
    let mut offset = 0;
    let mut open = false;
    for raw in text.split_inclusive('\n') {
        let bom = if offset == 0 && raw.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let content = raw.get(bom..).unwrap_or("");
        let kept = content.get(..code_length(content)).unwrap_or(content);
        let trimmed = kept.trim();
        let start = offset + bom + (kept.len() - kept.trim_start().len());
        offset += raw.len();
        if trimmed.is_empty() {
            continue;
        }
        slips.extend(hidden_sign(trimmed, start));
        let wrong = quote_slip(trimmed, start);
        let line = Line { start, end: start + trimmed.len(), sound: wrong.is_none() };
        slips.extend(wrong);
        match clauses.last_mut() {
            Some(last) if open || continues(trimmed) => {
                last.end = line.end;
                last.sound &= line.sound;
            }
            _ => clauses.push(line),
        }
        open = trimmed.ends_with(',');
    }
    clauses
}

fn continues(line: &str) -> bool {
    let word: &str = line.split(|c: char| !c.is_alphanumeric() && c != '-' && c.is_ascii()).next().unwrap_or("");
    line.starts_with([',', '"']) || JOINING.contains(&word)
}

/// Length of the part before a comment; a `#` inside quotes is text.
fn code_length(line: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'#' if !quoted => return at,
            _ => {}
        }
    }
    line.len()
}

/// The comments of a file, each on its line.
pub fn comments(text: &str) -> impl Iterator<Item = Span> {
    let mut offset = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = offset + code_length(line);
        offset += line.len();
        let comment = line.get(code_length(line)..)?.trim_end();
        (!comment.is_empty()).then(|| Span::new(start, start + comment.len()))
    })
}

fn quote_slip(line: &str, start: usize) -> Option<Slip> {
    let (at, length, wrong) = match curly_quote(line) {
        Some((at, quote)) => (at, quote.len_utf8(), Wrong::CurlyQuote(quote)),
        None => lone_quote(line)?,
    };
    Some(Slip { span: Span::new(start + at, start + at + length), wrong })
}

/// The quote that stands alone, when their number is odd: after a word a text can only end, so it has no beginning.
fn lone_quote(line: &str) -> Option<(usize, usize, Wrong)> {
    if line.matches('"').count().is_multiple_of(2) {
        return None;
    }
    let unclosed = |at: usize| Some((at, line.len() - at, Wrong::OpenQuote));
    let mut opened = None;
    for (at, _) in line.match_indices('"') {
        let after_blank = line.get(..at).is_none_or(|before| before.is_empty() || before.ends_with([' ', '\t', ',']));
        match opened {
            None if !after_blank => return Some((at, 1, Wrong::UnopenedQuote)),
            Some(begin) if after_blank && at + 1 < line.len() => return unclosed(begin),
            None => opened = Some(at),
            Some(_) => opened = None,
        }
    }
    opened.and_then(unclosed)
}

/// The first quote of the wrong shape that stands outside a quoted text.
fn curly_quote(line: &str) -> Option<(usize, char)> {
    if line.is_ascii() {
        return None;
    }
    let mut quoted = false;
    line.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        !quoted && matches!(c, '“' | '”' | '„' | '‟' | '«' | '»')
    })
}
