//! Citizen numbers (BSN): found in a plan, where they have no place, and blotted out of what is said about it.

use std::borrow::Cow;

use crate::diagnostic::Text;
use crate::source::Span;

use super::Issue;
use super::yaml::{Node, NodeKind};

/// How people write the nine digits: at once, or in groups.
const GROUPS: [&[usize]; 3] = [&[9], &[3, 3, 3], &[4, 2, 3]];

/// Reports every nine-digit number that passes the eleven-test of citizen numbers.
pub fn find_citizen_numbers(node: &Node<'_>, issues: &mut Vec<Issue>) {
    match &node.kind {
        NodeKind::Scalar { text, .. } => {
            if has_nine_digits(text) && (is_one(text) || !numbers(text).is_empty()) {
                issues.push(citizen_number(node.span));
            }
        }
        NodeKind::List(items) => items.iter().for_each(|item| find_citizen_numbers(item, issues)),
        NodeKind::Map(pairs) => {
            for (key, value) in pairs {
                find_citizen_numbers(key, issues);
                find_citizen_numbers(value, issues);
            }
        }
    }
}

/// Most texts hold no number that is long enough; that is quickly seen.
pub fn has_nine_digits(text: &str) -> bool {
    // Summed in bytes, which a processor does many at a time.
    let digits = |block: &[u8]| usize::from(block.iter().map(|byte| u8::from(byte.is_ascii_digit())).sum::<u8>());
    text.len() >= 9 && text.as_bytes().chunks(255).map(digits).sum::<usize>() >= 9
}

fn citizen_number(span: Span) -> Issue {
    Issue::new("bsn", span, Text::new("bsn-found")).help(Text::new("bsn-help"))
}

/// What may stand between groups of digits.
fn separates(c: char) -> bool {
    matches!(c, ' ' | '.' | '-' | '\u{a0}' | '\u{202f}')
}

/// Whether a text as a whole is one, however the digits are grouped.
fn is_one(text: &str) -> bool {
    let digits: String = text.trim().chars().filter(|c| !matches!(c, ' ' | '.' | '\u{a0}' | '\u{202f}')).collect();
    is_citizen_number(&digits)
}

/// The citizen numbers within a text: where each begins and ends.
fn numbers(text: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    let mut before = None;
    for (at, c) in text.char_indices() {
        let begins = c.is_ascii_digit() && !before.is_some_and(|c: char| c.is_ascii_digit());
        before = Some(c);
        if begins && found.last().is_none_or(|(_, end)| *end <= at) {
            let rest = text.get(at..).unwrap_or("");
            found.extend(GROUPS.iter().find_map(|groups| grouped(rest, groups)).map(|length| (at, at + length)));
        }
    }
    found
}

/// The length of a citizen number at the start of a text, written in these groups.
fn grouped(text: &str, groups: &[usize]) -> Option<usize> {
    let mut digits = String::with_capacity(9);
    let mut rest = text;
    for (number, length) in groups.iter().enumerate() {
        if number > 0 {
            rest = rest.strip_prefix(separates)?;
        }
        let group = rest.get(..*length).filter(|group| group.bytes().all(|byte| byte.is_ascii_digit()))?;
        digits.push_str(group);
        rest = rest.get(*length..)?;
        if rest.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
    }
    is_citizen_number(&digits).then(|| text.len() - rest.len())
}

/// Nine digits whose weighted sum (9, 8, … 2, -1) is divisible by eleven.
fn is_citizen_number(text: &str) -> bool {
    if text.len() != 9 || !text.bytes().all(|b| b.is_ascii_digit()) || text.bytes().all(|b| b == b'0') {
        return false;
    }
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i32 = text.bytes().zip(weights).map(|(digit, weight)| i32::from(digit - b'0') * weight).sum();
    sum % 11 == 0
}

/// A text without the digits of citizen numbers: reports are kept, and sent on, in more places than a plan.
#[must_use]
pub fn mask_citizen_numbers(text: &str) -> Cow<'_, str> {
    if !has_nine_digits(text) {
        return Cow::Borrowed(text);
    }
    let blotted = |text: &str| text.replace(|c: char| c.is_ascii_digit(), "*");
    if is_one(text) {
        return Cow::Owned(blotted(text));
    }
    let mut safe = String::with_capacity(text.len());
    let mut done = 0;
    for (start, end) in numbers(text) {
        safe.push_str(text.get(done..start).unwrap_or(""));
        safe.push_str(&blotted(text.get(start..end).unwrap_or("")));
        done = end;
    }
    safe.push_str(text.get(done..).unwrap_or(""));
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eleven_test() {
        assert!(is_citizen_number("111222333"));
        assert!(!is_citizen_number("111222334"));
        assert!(!is_citizen_number("000000000"));
    }

    #[test]
    fn only_citizen_numbers_are_blotted_out() {
        assert_eq!(mask_citizen_numbers("a 111222333, 1112223330 en 01056789"), "a *********, 1112223330 en 01056789");
        assert_eq!(mask_citizen_numbers("111.222.333"), "***.***.***");
        assert_eq!(mask_citizen_numbers("é"), "é");
        assert_eq!(
            mask_citizen_numbers("nr 111-222-333 en 1112.22.333, é 0111222333"),
            "nr ***-***-*** en ****.**.***, é 0111222333"
        );
        assert_eq!(mask_citizen_numbers("111\u{a0}222\u{a0}333"), "***\u{a0}***\u{a0}***");
        assert_eq!(mask_citizen_numbers("111 222 334 3, 111 222 3334"), "111 222 334 3, 111 222 3334");
    }
}
