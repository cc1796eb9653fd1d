//! An object of JSON that is said once, where it is made: its keys with their values.
//!
//! In: names and values. Out: a value that serde writes, with the keys in the order in which they stand. The formats of
//! the pages are made with it; a schema beside this file documents each.

use std::borrow::Cow;
use std::io;

use serde::{Serialize, Serializer};

use crate::plan::mask_citizen_numbers;

use super::foreign::in_json;
use super::writer::Pieces;

/// `object! { rule: id, line: 3 }`: a struct without a name. Each key names the type of its value as well.
macro_rules! object {
    ($($(#[$note:meta])* $key:ident: $value:expr),+ $(,)?) => {{
        #[allow(non_camel_case_types, clippy::too_many_arguments, reason = "there are as many as there are keys")]
        fn object<$($key: serde::Serialize),+>($($key: $key),+) -> impl serde::Serialize {
            #[derive(serde::Serialize)]
            struct Object<$($key),+> {
                $($(#[$note])* $key: $key),+
            }
            Object { $($key),+ }
        }
        object($($value),+)
    }};
}

pub(super) use object;

/// Who writes, as every root object says it.
pub const TOOL: &str = concat!("mtvp ", env!("CARGO_PKG_VERSION"));

/// The whole, indented, with a line end. No text in it shows a citizen number, from wherever it came.
pub fn written(value: &impl Serialize) -> String {
    let mut text = String::new();
    in_lines(value, &mut |line| text.push_str(line));
    text
}

/// The same, line by line as it is made.
pub fn in_lines(value: &impl Serialize, put: Pieces<'_>) {
    let mut lines = Lines { line: Vec::new(), put };
    let _ = serde_json::to_writer_pretty(&mut lines, value);
    lines.end();
}

/// A list whose members are made one by one, when each is written.
pub struct Each<F>(pub F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq((self.0)())
    }
}

/// Takes JSON as it comes and gives it on by line. A line never ends inside a text, for JSON writes the end of a line as `\n`.
struct Lines<'p> {
    line: Vec<u8>,
    put: Pieces<'p>,
}

impl Lines<'_> {
    fn end(&mut self) {
        self.line.push(b'\n');
        let line = String::from_utf8(std::mem::take(&mut self.line)).unwrap_or_default();
        (self.put)(&in_json(masked(line)));
    }
}

impl io::Write for Lines<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut parts = bytes.split(|byte| *byte == b'\n');
        self.line.extend(parts.next().unwrap_or_default());
        for part in parts {
            self.end();
            self.line.extend(part);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A digest is at least so long, and may look like a citizen number.
const DIGEST: usize = 16;

/// JSON in which citizen numbers are blotted out of texts; of each text, as it reads.
fn masked(json: String) -> String {
    if !json.bytes().any(|byte| byte.is_ascii_digit()) {
        return json;
    }
    let mut out = String::with_capacity(json.len());
    let mut rest = json.as_str();
    while let Some((before, text)) = next_text(rest) {
        let read: Option<String> = serde_json::from_str(text).ok();
        let digest = |read: &String| read.len() >= DIGEST && read.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let masked = read.filter(|read| !digest(read)).and_then(|read| match mask_citizen_numbers(&read) {
            Cow::Owned(masked) => serde_json::to_string(&masked).ok(),
            Cow::Borrowed(_) => None,
        });
        out.push_str(before);
        out.push_str(masked.as_deref().unwrap_or(text));
        rest = rest.get(before.len() + text.len()..).unwrap_or("");
    }
    out.push_str(rest);
    out
}

/// The first text of JSON, with its quotes, and what stands before it.
fn next_text(json: &str) -> Option<(&str, &str)> {
    let (before, behind) = json.split_at_checked(json.find('"')?)?;
    let mut escaped = true;
    let end = behind.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    })?;
    Some((before, behind.get(..=end)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_shows_a_citizen_number() {
        let json = r#"{"a": "x \"111222333", "b": 111222333, "c": "111\n222\n333", "d": "ab111222333cdef0", "111222333": "\\"}"#;
        let safe = r#"{"a": "x \"*********", "b": 111222333, "c": "***\n***\n***", "d": "ab111222333cdef0", "*********": "\\"}"#;
        assert_eq!(masked(json.to_owned()), safe);
    }
}
