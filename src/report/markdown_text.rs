//! Text in Markdown in which no sign means anything by accident: no heading, no link, no picture, and nobody called by name.

use super::foreign::written_out;

/// The signs that mean something.
pub const SIGNS: &str = "\\`*_[]<>|~&$!@#";
/// Nobody sees it, and what stands on both sides of it is no address together.
pub const APART: &str = "<!-- -->";

/// Text in which no sign means anything, and nothing is a link. A comment that nobody sees keeps `@name`, `#1`, `www.` and
/// `https://` from becoming one: GitHub and GitLab look for these after they read the escapes.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        let (before, behind) = text.split_at_checked(at).unwrap_or_default();
        if c == '.' && ends_in_www(before) {
            out.push_str(APART);
        }
        if SIGNS.contains(c) {
            out.push('\\');
        }
        out.push(c);
        let next = behind.chars().nth(1);
        let refers = "@#!$%~&".contains(c) && next.is_none_or(|next| next.is_alphanumeric() || "\"_".contains(next));
        if refers && (c != '%' || next.is_some()) || behind.starts_with("://") {
            out.push_str(APART);
        }
    }
    out
}

/// Whether an address of the web may begin here.
pub fn ends_in_www(before: &str) -> bool {
    let start = before.len().saturating_sub(3);
    before.get(start..).is_some_and(|last| last.eq_ignore_ascii_case("www"))
}

/// Text shown letter by letter: between more backticks than it has itself.
pub fn code(text: &str) -> String {
    let text = written_out(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    if longest == 0 { format!("{fence}{text}{fence}") } else { format!("{fence} {text} {fence}") }
}
