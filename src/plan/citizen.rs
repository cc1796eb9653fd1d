//! Citizen numbers (BSN): found in a plan, where they have no place, and blotted out of what is said about it.

use std::borrow::Cow;

use crate::diagnostic::Text;
use crate::source::Span;

use super::Issue;
use super::yaml::{Node, NodeKind};

/// Reports every nine-digit number that passes the eleven-test of citizen numbers.
pub fn find_citizen_numbers(node: &Node<'_>, issues: &mut Vec<Issue>) {
    match &node.kind {
        NodeKind::Scalar { text, .. } => {
            if has_nine_digits(text)
                && (text.split(|c: char| !c.is_ascii_digit()).any(is_citizen_number)
                    || is_citizen_number(&text.replace([' ', '.'], "")))
            {
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
    if is_citizen_number(&text.replace([' ', '.'], "")) {
        return Cow::Owned(text.replace(|c: char| c.is_ascii_digit(), "*"));
    }
    let mut safe = String::with_capacity(text.len());
    let mut digits = String::new();
    for c in text.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
        } else {
            safe.push_str(&blotted(&digits));
            digits.clear();
            safe.push(c);
        }
    }
    Cow::Owned(safe + &blotted(&digits))
}

fn blotted(digits: &str) -> String {
    if is_citizen_number(digits) { "*".repeat(digits.len()) } else { digits.to_owned() }
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
    }
}
