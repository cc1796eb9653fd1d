//! A foreign text made fit to be written: the one way for every screen, log and report.
//!
//! In: a text of a plan, a file, a setting. Out: the same on one line, in which nothing is unseen, nothing is obeyed by a
//! terminal or by a service that reads a log for commands, and no citizen number stands.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::plan::mask_citizen_numbers;
use crate::source;
use crate::value::is_unseen;

/// A text as it was found.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    escape_into(text, &mut safe);
    safe
}

pub fn escape_into(text: &str, out: &mut String) {
    write_into(&mask_citizen_numbers(text), out);
}

/// A text that was put together, in which no citizen number is left: a digest may look like one.
#[must_use]
pub fn written_out(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    write_into(text, &mut safe);
    safe
}

fn write_into(text: &str, out: &mut String) {
    let is_plain = |byte| matches!(byte, b' '..=b'~') && !matches!(byte, b':' | b'[');
    copy(text, out, is_plain, |at, c, out| {
        if is_harmful(text, at, c) || c.is_control() || c == ':' && begins_command(text, at) {
            write_sign(c, out);
        } else {
            out.push(c);
        }
    });
}

/// Copies a text in whole stretches; each sign that does not begin with a plain byte is left to `sign`, with its place.
fn copy(text: &str, out: &mut String, is_plain: impl Fn(u8) -> bool, mut sign: impl FnMut(usize, char, &mut String)) {
    let mut rest = text;
    while let Some((stretch, behind)) =
        rest.bytes().position(|byte| !is_plain(byte)).and_then(|at| rest.split_at_checked(at))
    {
        out.push_str(stretch);
        let Some(c) = behind.chars().next() else { return };
        sign(text.len() - behind.len(), c, out);
        rest = behind.get(c.len_utf8()..).unwrap_or_default();
    }
    out.push_str(rest);
}

/// A sign by its code; the ends of lines and columns by their letter.
pub fn write_sign(c: char, out: &mut String) {
    if matches!(c, '\n' | '\r' | '\t') { out.extend(c.escape_default()) } else { out.extend(c.escape_unicode()) }
}

/// Signs that a terminal would obey or nobody would see, and the end of `##[`, which begins a command in a log.
#[must_use]
pub fn is_harmful(text: &str, at: usize, c: char) -> bool {
    is_unseen(c) || c == '[' && text.get(..at).is_some_and(|before| before.ends_with("##"))
}

/// Whether a colon is the first of two that may come to stand at the beginning of a line, where they begin a command in a log.
/// Between two names they cannot.
fn begins_command(text: &str, at: usize) -> bool {
    let (before, behind) = text.split_at_checked(at).unwrap_or_default();
    let named = before.ends_with(char::is_alphanumeric);
    behind.strip_prefix("::").is_some_and(|rest| !named || !rest.starts_with(char::is_alphanumeric))
}

/// A path for programs, without a citizen number.
#[must_use]
pub fn for_programs(shown: &str) -> Cow<'_, str> {
    match mask_citizen_numbers(shown) {
        Cow::Borrowed(_) => source::for_programs(shown),
        Cow::Owned(masked) => Cow::Owned(source::for_programs(&masked).into_owned()),
    }
}

/// JSON in which each such sign is written as JSON writes signs, so that programs read what it was.
#[must_use]
pub fn in_json(text: String) -> String {
    if text.bytes().all(|byte| matches!(byte, b'\n' | b' '..=b'~')) && !text.contains("##[") {
        return text;
    }
    let mut safe = String::with_capacity(text.len());
    let is_plain = |byte| matches!(byte, b'\n' | b' '..=b'~') && byte != b'[';
    copy(&text, &mut safe, is_plain, |at, c, safe| {
        if is_harmful(&text, at, c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(c);
        }
    });
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_unseen_and_nothing_is_a_command() {
        let all = [
            ("a\u{202e}b\u{200b}\u{3164}\u{fe0f}", "a\\u{202e}b\\u{200b}\\u{3164}\\u{fe0f}"),
            ("a\nb\u{2028}c\u{1b}", "a\\nb\\u{2028}c\\u{1b}"),
            ("::error::x", "\\u{3a}:error::x"),
            ("a ::stop", "a \\u{3a}:stop"),
            ("regio::trieren: x", "regio::trieren: x"),
            ("##[error]", "##\\u{5b}error]"),
            ("mw. 111222333", "mw. *********"),
        ];
        for (found, right) in all {
            assert_eq!(escape(found), right);
            assert_eq!(escape(right), right, "twice is once");
        }
    }

    #[test]
    fn programs_read_what_it_was() {
        let text = "\u{202e}##[a]\u{e0041}\u{7f}";
        let json = in_json(serde_json::to_string(text).unwrap());
        assert!(json.is_ascii() && !json.contains("##["), "{json}");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
