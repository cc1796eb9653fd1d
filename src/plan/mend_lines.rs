//! The lines of a text that say something, as a person reads them: how far each stands to the right, its name, its value.

use std::ops::Range;

use crate::source::Span;

use super::frame::{KEYS, bare};
use super::kinds;
use super::reader::nearest;

/// A line of the text, without what ends it.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    pub start: usize,
    pub text: &'a str,
}

impl<'a> Line<'a> {
    pub fn end(self) -> usize {
        self.start + self.text.len()
    }

    /// What stands before it: spaces, tabs, and what looks like them.
    pub fn margin(self) -> &'a str {
        let own = self.text.trim_start_matches(is_blank);
        self.text.get(..self.text.len() - own.len()).unwrap_or("")
    }

    /// How many spaces stand before it.
    pub fn indent(self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// Without what stands before it.
    pub fn own(self) -> Line<'a> {
        let margin = self.margin().len();
        Line { start: self.start + margin, text: self.text.get(margin..).unwrap_or("") }
    }

    /// Without what stands before it, and the dash of a list.
    pub fn field(self) -> Line<'a> {
        let own = self.own();
        let text = own.text.strip_prefix("- ").map_or(own.text, str::trim_start);
        Line { start: own.start + own.text.len() - text.len(), text }
    }

    /// How far to the right its field stands, behind the dash.
    pub fn column(self) -> usize {
        self.field().start - self.start
    }

    pub fn is_item(self) -> bool {
        let own = self.own().text;
        own.starts_with("- ") || own == "-"
    }

    /// The name of the field, and what stands behind its colon.
    pub fn pair(self) -> Option<(&'a str, Line<'a>)> {
        let field = self.field();
        let (name, rest) = field.text.split_once(':')?;
        let is_pair = is_name(name.trim_end()) || is_label(name, rest);
        is_pair.then_some((name.trim_end(), Line { start: field.start + name.len() + 1, text: rest }))
    }

    /// The text behind the colon, without a remark, and its place; none when nothing stands there.
    pub fn value(self) -> Option<Line<'a>> {
        let (_, value) = self.pair()?;
        let text = without_comment(value.text);
        let lead = value.text.len() - value.text.trim_start().len();
        (!text.is_empty()).then_some(Line { start: value.start + lead, text })
    }

    /// Whether it is a field under which others stand.
    pub fn opens(self) -> bool {
        self.pair().is_some() && self.value().is_none()
    }

    /// Whether something stands in it that YAML takes for a field, be its name a whole sentence.
    pub fn has_colon(self) -> bool {
        let text = without_comment(self.text);
        text.contains(": ") || text.ends_with(':')
    }

    fn counts(self) -> bool {
        let text = self.text.trim();
        // What only looks like a space before a remark makes it none.
        !text.is_empty() && (!text.starts_with('#') || self.margin().contains(is_odd_blank))
    }

    pub fn range(self) -> Range<usize> {
        self.start..self.end()
    }

    pub fn span(self) -> Span {
        Span::new(self.start, self.end())
    }
}

/// Spaces, tabs, and signs that look like them or that nobody sees.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_odd_blank(c)
}

/// A sign that looks like a space, or like nothing.
pub fn is_odd_blank(c: char) -> bool {
    !c.is_ascii() && (c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'))
}

/// A sign that word processors put in place of the dash of a list.
pub fn is_odd_dash(c: char) -> bool {
    matches!(c, '–' | '—' | '‑' | '−' | '•' | '·' | '▪' | '◦' | '\u{f0b7}')
}

/// The lines that say something: no remarks, and no lines of a text that begins with `|` or `>`.
pub fn lines(text: &str) -> Vec<Line<'_>> {
    // A byte-order mark belongs to no line.
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut start = mark;
    let all = text.get(mark..).unwrap_or("").split_inclusive('\n').map(move |line| {
        let found = Line { start, text: line.trim_end_matches(['\n', '\r']) };
        start += line.len();
        found
    });
    // The least indent of such a text: until its first line that is one more than that of its field.
    let mut block: Option<(usize, bool)> = None;
    let code = all.filter(|line| line.counts()).filter(move |line| {
        if let Some((_, begun)) = block.filter(|(least, _)| line.indent() >= *least) {
            if !begun {
                block = Some((line.indent(), true));
            }
            return false;
        }
        let opens = line.value().is_some_and(|value| is_header(value.text));
        block = opens.then_some((line.indent() + 1, false));
        true
    });
    code.collect()
}

/// `|`, `>-`, `|2`: what announces a text of several lines.
fn is_header(value: &str) -> bool {
    value.starts_with(['|', '>']) && value.chars().skip(1).all(|c| matches!(c, '+' | '-' | '0'..='9'))
}

/// Whether a word can be the name of a field.
pub fn is_name(word: &str) -> bool {
    word.chars().all(is_of_name) && word.chars().any(char::is_alphanumeric)
}

/// Whether a sign can stand in the name of a field.
pub fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '-' || c == '_'
}

/// Whether words can be the name of a field as a form has it: above other fields, or above the kind of a choice.
fn is_label(words: &str, rest: &str) -> bool {
    const SIGNS: &str = " -_,.()'’/&+";
    let value = without_comment(rest);
    let is_words =
        words.starts_with(char::is_alphabetic) && words.chars().all(|c| c.is_alphanumeric() || SIGNS.contains(c));
    is_words && (value.is_empty() || rest.starts_with(' ') && kinds::is_kind(value))
}

/// A key of the frame, when a word is one, be it with a slip.
pub fn frame_key(word: &str) -> Option<&'static str> {
    let word = bare(word);
    KEYS.iter().copied().find(|key| *key == word).or_else(|| nearest(&word, &KEYS))
}

pub fn without_comment(value: &str) -> &str {
    // A name may stand before the text; what stands behind a remark is a part of that.
    let start = value.find(": ").filter(|at| value.get(..*at).is_some_and(|name| !name.contains('#')));
    let inner = start.map_or(0, |at| match value.get(at + 2..).map_or(0, closed) {
        0 => 0,
        end => at + 2 + end,
    });
    let within = closed(value).max(inner);
    let remark = value
        .match_indices('#')
        .filter(|(at, _)| *at >= within)
        .find(|(at, _)| value.get(..*at).is_some_and(|before| before.is_empty() || before.ends_with([' ', '\t'])));
    remark.map_or(value, |(at, _)| value.get(..at).unwrap_or(value)).trim()
}

/// Where a text between quotation marks ends with which a value begins; its beginning, when it is none.
fn closed(value: &str) -> usize {
    let own = value.trim_start();
    let Some(sign) = own.chars().next().filter(|sign| matches!(sign, '"' | '\'')) else { return 0 };
    let lead = value.len() - own.len();
    let ends = |(at, _): &(usize, &str)| {
        let after = own.get(at + 1..).and_then(|rest| rest.chars().next());
        *at > 0 && after.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | ']' | '}'))
    };
    own.match_indices(sign).find(ends).map_or(0, |(at, _)| lead + at + 1)
}

/// Whether a value begins with a sign of its own.
pub fn is_marked(value: &str) -> bool {
    value.starts_with(['|', '>', '"', '\'', '[', '{', '&', '*', '!', '#', '@', '%', '`'])
}

/// A text between quotation marks, as YAML reads it back.
pub fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}
