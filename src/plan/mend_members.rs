//! Members of a list that do not begin with a dash and a space, all of one list at once.

use std::collections::HashSet;

use crate::diagnostic::Text;
use crate::source::Span;

use super::mend_lines::{Line, without_comment};
use super::mend_marks::{mark, numbered};
use super::mend_shape::Names;
use super::mend_slips::{Slip, Sure, odd_dash};
use super::mend_text::Change;

/// With what the members of a list begin.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Begin {
    Number,
    Letter,
    Sign(char),
}

/// So many members are mended at once; what is left comes next.
const MOST: usize = 100;

/// The first list of which the members do not begin as they should.
pub fn first_list(lines: &[Line<'_>], names: Names<'_>) -> Option<Slip> {
    let mut seen: HashSet<(usize, Begin)> = HashSet::new();
    lines.iter().enumerate().find_map(|(at, line)| {
        let is_new = begin(line.own().text).is_some_and(|begin| seen.insert((line.indent(), begin)));
        is_new.then(|| members(lines, at, names)).flatten()
    })
}

/// `• naam: A` and `• naam: B`, or `-naam: A` with `agb: 1` in line with the name below it: each member is told by itself, and they are
/// mended together. None where one change is all.
pub fn members(lines: &[Line<'_>], index: usize, names: Names<'_>) -> Option<Slip> {
    let line = lines.get(index)?;
    let begin = begin(line.own().text)?;
    let alike = |other: &Line<'_>| other.indent() == line.indent() && self::begin(other.own().text) == Some(begin);
    let all = lines.iter().enumerate().filter(|(_, other)| alike(other));
    let run: Vec<Slip> = all.take(MOST).filter_map(|(at, _)| member(lines, at, names)).collect();
    Slip::joined(run).filter(|slip| slip.changes.len() > 1)
}

fn begin(own: &str) -> Option<Begin> {
    let first = own.chars().next()?;
    let rest = own.get(first.len_utf8()..)?;
    if first.is_ascii_digit() {
        return Some(Begin::Number);
    }
    if first.is_ascii_lowercase() && rest.starts_with(')') {
        return Some(Begin::Letter);
    }
    let is_bullet = !first.is_alphanumeric() || first == 'o' && rest.starts_with(' ');
    let is_dash = first == '-' && (rest.starts_with([' ', '-']) || rest.is_empty());
    (is_bullet && !is_dash).then_some(Begin::Sign(first))
}

fn member(lines: &[Line<'_>], at: usize, names: Names<'_>) -> Option<Slip> {
    let line = *lines.get(at)?;
    let holds = line.has_colon() || line.text.contains('{');
    let dashed = || odd_dash(line).or_else(|| bullet(line)).map(|slip| in_line(lines, at, slip));
    numbered(lines, at, names).or_else(dashed).filter(|_| holds)
}

/// `+ naam: A`, or the `o` that word processors put before what stands within a list.
fn bullet(line: Line<'_>) -> Option<Slip> {
    let own = line.own();
    let rest = own.text.strip_prefix(['+', 'o'])?;
    let text = rest.trim_start();
    if text.is_empty() || text.len() == rest.len() {
        return None;
    }
    let span = Span::new(own.start, own.start + 1);
    let help = Text::new("yaml-write").with("right", format!("`- {}`", without_comment(text)));
    Some(Slip::new(vec![Change::new(own.start..own.start + 1, "-")], span, Text::new("yaml-odd-dash"), help))
}

/// A member of a list of texts that has no dash, in line with the dash above it. With another mark it surely is one.
pub fn undashed(lines: &[Line<'_>], index: usize) -> Option<Slip> {
    let line = lines.get(index)?;
    let before = index.checked_sub(1).and_then(|above| lines.get(above))?;
    let own = line.own();
    if !before.is_item() || before.has_colon() || line.is_item() || line.has_colon() || line.indent() != before.indent()
    {
        return None;
    }
    let lead = mark(own.text).unwrap_or(0);
    let text = own.text.get(lead..)?;
    let help = Text::new("yaml-write").with("right", format!("`- {}`", without_comment(text)));
    let change = Change::new(own.start..own.start + lead, "- ");
    let slip = Slip::new(vec![change], own.span(), Text::new("yaml-odd-dash"), help);
    if lead > 0 {
        return Some(slip);
    }
    let help = Text::new("yaml-or-remark").with("help", slip.help.clone());
    Some(Slip { sure: Sure::Asked, help, message: Text::new("yaml-no-dash"), ..slip })
}

/// What stands in line with the name right behind a dash moves along with it.
fn in_line(lines: &[Line<'_>], at: usize, slip: Slip) -> Slip {
    let Some(line) = lines.get(at).filter(|line| line.own().text.starts_with('-')) else { return slip };
    let below: Vec<&Line<'_>> = lines.iter().skip(at + 1).take_while(|other| other.indent() > line.indent()).collect();
    let beside = below.first().is_some_and(|first| first.indent() == line.indent() + 1);
    let moved = below.iter().filter(|_| beside).map(|other| Change::new(other.start..other.start, " "));
    Slip { changes: slip.changes.iter().cloned().chain(moved).collect(), ..slip }
}
