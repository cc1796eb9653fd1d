//! Citizen numbers (BSN): found in a plan, where they have no place, and blotted out of what is said about it.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;

use crate::diagnostic::Text;
use crate::source::Span;
use crate::value::is_unseen;

use super::Issue;
use super::yaml::{Node, NodeKind};

/// How people write the nine digits: at once, or in groups.
const GROUPS: [&[usize]; 3] = [&[9], &[3, 3, 3], &[4, 2, 3]];
/// More signs than these between two groups part two numbers.
const BETWEEN: usize = 3;
/// So many digits has a number of a telephone in this country.
const PHONE: usize = 10;
/// Signs that say what a number counts: a number with one of them is part of no other.
const UNITS: [char; 6] = ['%', '€', '$', '£', '°', '‰'];

/// Reports every citizen number in the text of a plan: in values and keys as they are read, and in all that is not read, such
/// as comments. `digits` says whether a value can hold one.
pub fn find_citizen_numbers(text: &str, root: Option<&Node<'_>>, digits: bool, issues: &mut Vec<Issue>) {
    let first = issues.len();
    if let Some(root) = root.filter(|_| digits) {
        within(root, issues);
    }
    let mut read: Vec<Span> = issues.iter().skip(first).map(|issue| issue.problem.primary.span).collect();
    read.sort_unstable();
    let (mut read, mut end) = (read.into_iter().peekable(), 0);
    for span in citizen_numbers(text) {
        // How far reach the values that begin before it.
        while let Some(before) = read.next_if(|value| value.start <= span.start) {
            end = end.max(before.end);
        }
        if span.end > end {
            issues.push(citizen_number(span));
        }
    }
}

fn within(node: &Node<'_>, issues: &mut Vec<Issue>) {
    match node.written() {
        NodeKind::Scalar { text, .. } => {
            if !citizen_numbers(text).is_empty() {
                issues.push(citizen_number(node.span));
            }
        }
        NodeKind::Twice(_) => {}
        NodeKind::List(items) => items.iter().for_each(|item| within(item, issues)),
        NodeKind::Map(pairs) => {
            for (key, value) in pairs {
                within(key, issues);
                within(value, issues);
            }
        }
    }
}

/// What is said of a plan whose name holds a citizen number; none when it holds none.
#[must_use]
pub fn citizen_number_in_name(path: &str) -> Option<Issue> {
    let issue = || Issue::new("bsn", Span::at(0), Text::new("bsn-in-name")).help(Text::new("bsn-in-name-help"));
    (!citizen_numbers(path).is_empty()).then(issue)
}

/// Most texts hold no number that is long enough; that is quickly seen.
pub fn has_nine_digits(text: &str) -> bool {
    // Summed in bytes, which a processor does many at a time.
    let digits = |block: &[u8]| usize::from(block.iter().map(|byte| u8::from(byte.is_ascii_digit())).sum::<u8>());
    text.len() >= 9
        && (text.as_bytes().chunks(255).map(digits).sum::<usize>() >= 9
            || !text.is_ascii() && text.chars().filter_map(digit).count() >= 9)
}

fn citizen_number(span: Span) -> Issue {
    Issue::new("bsn", span, Text::new("bsn-found")).help(Text::new("bsn-help"))
}

/// The digit that a sign is, in any of the forms and scripts in which one can be typed.
fn digit(c: char) -> Option<u8> {
    /// The zeros of scripts with ten digits of their own.
    const ZEROS: [u32; 5] = [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6];
    if c.is_ascii() {
        return c.to_digit(10).and_then(|value| u8::try_from(value).ok());
    }
    if !c.is_numeric() {
        return None;
    }
    let own = ZEROS.iter().filter_map(|zero| u32::from(c).checked_sub(*zero)).find(|value| *value < 10);
    let mut plain = std::iter::once(c).nfkc();
    let same = plain.next().filter(|_| plain.next().is_none()).and_then(|plain| plain.to_digit(10));
    own.or(same).and_then(|value| u8::try_from(value).ok())
}

/// Digits that stand together; signs that nobody sees part none.
struct Group {
    start: usize,
    end: usize,
    value: u32,
    length: usize,
}

/// The citizen numbers within a text.
#[must_use]
pub fn citizen_numbers(text: &str) -> Vec<Span> {
    if !has_nine_digits(text) {
        return Vec::new();
    }
    let (mut found, mut chain) = (Vec::new(), Vec::<Group>::new());
    let (mut between, mut parted) = (0, false);
    let mut next = 0;
    loop {
        // Most of a text stands between two numbers.
        let rest = text.get(next..).unwrap_or_default();
        let begins = |byte: u8| byte.is_ascii_digit() || !byte.is_ascii();
        let skipped = if chain.is_empty() { rest.bytes().position(begins) } else { Some(0) };
        let found_next = skipped.and_then(|skipped| Some((next + skipped, rest.get(skipped..)?.chars().next()?)));
        let Some((at, c)) = found_next else { break };
        next = at + c.len_utf8();
        // Lines with nothing but digits are read on; what else stands before the digits of a line parts two numbers.
        if matches!(c, '\n' | '\r') {
            (between, parted) = (between.max(1), true);
            continue;
        }
        let indented = parted && c.is_whitespace();
        if let Some(digit) = digit(c) {
            if between > 0 || chain.is_empty() {
                chain.push(Group { start: at, end: at, value: 0, length: 0 });
            }
            if let Some(group) = chain.last_mut() {
                group.value = group.value.wrapping_mul(10).wrapping_add(u32::from(digit));
                (group.end, group.length) = (at + c.len_utf8(), group.length + 1);
            }
            (between, parted) = (0, false);
        } else if !indented && !is_unseen(c) {
            between += 1;
            if between > BETWEEN || parted || c.is_alphabetic() || UNITS.contains(&c) {
                search(text, &chain, &mut found);
                chain.clear();
            }
        }
    }
    search(text, &chain, &mut found);
    found
}

/// Looks for citizen numbers in groups that may belong together.
fn search(text: &str, chain: &[Group], found: &mut Vec<Span>) {
    let mut rest = chain;
    while let Some((first, after)) = rest.split_first() {
        let as_usual = GROUPS.iter().find_map(|sizes| rest.get(..sizes.len()).filter(|all| fit(text, all, sizes)));
        let odd = || if rest.len() == chain.len() { parted(text, rest) } else { None };
        rest = match as_usual.or_else(odd) {
            Some(number) => {
                found.extend(number.last().map(|last| Span::new(first.start, last.end)));
                rest.get(number.len()..).unwrap_or_default()
            }
            None => after,
        };
    }
}

/// What stands between each group and the next.
fn gaps<'t>(text: &'t str, groups: &[Group]) -> Vec<&'t str> {
    groups.iter().zip(groups.iter().skip(1)).filter_map(|(one, next)| text.get(one.end..next.start)).collect()
}

fn alike(gaps: &[&str]) -> bool {
    gaps.iter().zip(gaps.iter().skip(1)).all(|(one, other)| one == other)
}

/// Whether groups of these sizes are one number, and no list, and no month with an amount beside it.
fn fit(text: &str, groups: &[Group], sizes: &[usize]) -> bool {
    if !groups.iter().map(|group| group.length).eq(sizes.iter().copied()) || !is_citizen_number(groups) {
        return false;
    }
    let gaps = gaps(text, groups);
    let listed = gaps.iter().any(|gap| gap.starts_with([',', ';', ':']) && gap.len() > 1);
    !listed && (!groups.iter().any(is_calendar_year) || alike(&gaps))
}

/// The groups of a number that is written in another way: all that there are, or all but one behind them, such as a house number.
/// What begins as the number of a telephone is none.
fn parted<'c>(text: &str, chain: &'c [Group]) -> Option<&'c [Group]> {
    if evenly_parted(text, chain) {
        return Some(chain);
    }
    let first = chain.first()?;
    let (_, before) = chain.split_last()?;
    let length: usize = chain.iter().map(|group| group.length).sum();
    let calls = text.get(..first.start).is_some_and(|before| before.ends_with(['+', '(']))
        || length == PHONE && text.get(first.start..).is_some_and(|number| number.starts_with('0'));
    (before.len() > 1 && !calls && evenly_parted(text, before)).then_some(before)
}

/// Whether all groups, of whatever size, stand apart in the same way, and none is a number by itself: a year, a day, a code.
fn evenly_parted(text: &str, groups: &[Group]) -> bool {
    let by_itself = |group: &Group| group.length >= 8 || is_calendar_year(group);
    if !is_citizen_number(groups) || groups.iter().any(by_itself) {
        return false;
    }
    let gaps = gaps(text, groups);
    alike(&gaps) && !gaps.iter().any(|gap| gap.starts_with([',', ';', ':']) || gap.contains(['\n', '\r']))
}

fn is_calendar_year(group: &Group) -> bool {
    group.length == 4 && (1900..2100).contains(&group.value)
}

/// Nine digits whose weighted sum (9, 8, … 2, -1) is divisible by eleven.
fn is_citizen_number(groups: &[Group]) -> bool {
    let length: usize = groups.iter().map(|group| group.length).sum();
    if length != 9 {
        return false;
    }
    let whole = groups
        .iter()
        .fold(0, |whole, group| whole * 10_u64.pow(u32::try_from(group.length).unwrap_or(9)) + u64::from(group.value));
    let digits = (0..9_u32).map(|place| (place, whole / 10_u64.pow(place) % 10));
    // The last digit counts for minus one, which is ten when divided by eleven.
    let sum: u64 = digits.map(|(place, digit)| digit * if place == 0 { 10 } else { u64::from(place) + 1 }).sum();
    whole > 0 && sum.is_multiple_of(11)
}

/// A text without the digits of citizen numbers: reports are kept, and sent on, in more places than a plan.
#[must_use]
pub fn mask_citizen_numbers(text: &str) -> Cow<'_, str> {
    let found = citizen_numbers(text);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len());
    let mut done = 0;
    for span in found {
        safe.push_str(text.get(done..span.start as usize).unwrap_or(""));
        // As long as it was, so that places in the text stay what they are.
        for c in span.of(text).chars() {
            if digit(c).is_some() { (0..c.len_utf8()).for_each(|_| safe.push('*')) } else { safe.push(c) }
        }
        done = span.end as usize;
    }
    safe.push_str(text.get(done..).unwrap_or(""));
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds_one(text: &str) -> bool {
        !citizen_numbers(text).is_empty()
    }

    #[test]
    fn the_eleven_test() {
        assert!(holds_one("111222333") && !holds_one("111222334") && !holds_one("000000000"));
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
        assert_eq!(mask_citizen_numbers("１１１２２２３３３"), "*".repeat(27));
    }

    #[test]
    fn whatever_stands_between_the_digits() {
        for between in
            [" ", "\u{2009}", ".", "·", "-", "–", " - ", "/", "\\", "_", "|", "+", "'", "\u{200b}", "\u{ad}", ") "]
        {
            let all = [vec!["111", "222", "333"], vec!["1112", "22", "333"]];
            for groups in all {
                assert!(holds_one(&format!("mw. x: {}!", groups.join(between))), "{between:?} {groups:?}");
            }
        }
        for text in [
            "111\n  222\n  333",
            "1112\r\n22\r\n333",
            "111\n222 333",
            "1 1 1 2 2 2 3 3 3",
            "11-12-22-333",
            "111222 333",
            "12345 6782",
            "1234 56782",
            "12 34 56 782",
            "12 34 56 782 1",
            "12345 6782, 14",
            "1234-56782 (7)",
            "bsn111222333",
            "111\u{200b}222333",
            "١١١٢٢٢٣٣٣",
        ] {
            assert!(holds_one(text), "{text}");
        }
    }

    /// All pass the eleven-test when only their digits are taken.
    #[test]
    fn other_numbers_are_none() {
        for text in [
            "111, 222, 333",
            "111; 222; 333",
            "111% 222% 333%",
            "€ 111 € 222 € 333",
            "2025-03-14 8",
            "2025-03-14-8",
            "2025-03 008 uur",
            "3-12-2024 04",
            "01056789 6",
            "+12 34 56 782 1",
            "0712 3400 7 1",
            "12 34 56 782 1 5",
            "0111222333",
            "111 222 3334",
            "- 111\n- 222\n- 333",
            "111,\n222,\n333",
            "12\n345\n6782",
            "111 en 222 en 333",
        ] {
            assert!(!holds_one(text), "{text}");
        }
    }
}
