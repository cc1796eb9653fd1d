//! A dash too many: before each line of one member of a list.

use std::collections::HashSet;

use crate::diagnostic::Text;
use crate::source::Span;

use super::mend_lines::Line;
use super::mend_slips::Slip;
use super::mend_text::Change;

/// So many members of a list are compared.
const MOST: usize = 60;

/// The first list in which each field stands behind a dash of its own, or a later field of one member does.
pub fn dashes(lines: &[Line<'_>]) -> Option<Slip> {
    of_whole_list(lines).or_else(|| (0..lines.len()).find_map(|at| of_member(lines, at)))
}

fn of_whole_list(lines: &[Line<'_>]) -> Option<Slip> {
    let mut at = 0;
    while at < lines.len() {
        let rest = lines.get(at..).unwrap_or_default();
        let indent = rest.first().map_or(0, |line| line.indent());
        let members =
            rest.iter().take_while(|line| line.indent() == indent && line.is_item() && line.value().is_some());
        let members: Vec<Line<'_>> = members.copied().collect();
        if let Some(slip) = of_list(&members) {
            return Some(slip);
        }
        at += members.len().max(1);
    }
    None
}

fn of_list(members: &[Line<'_>]) -> Option<Slip> {
    let names: Vec<&str> = members.iter().filter_map(|line| line.pair()).map(|(name, _)| name).collect();
    let first = names.first()?;
    let size = names.iter().skip(1).position(|name| name == first).map_or(names.len(), |at| at + 1);
    let repeats = names.iter().zip(names.iter().skip(size)).all(|(one, other)| one == other);
    let mut seen: HashSet<&str> = HashSet::new();
    let differ = names.iter().take(size).all(|name| seen.insert(name));
    if size < 2 || !names.len().is_multiple_of(size) || !repeats || !differ {
        return None;
    }
    let odd = members.iter().enumerate().filter(|(at, _)| at % size != 0).map(|(_, line)| line.own().start);
    let changes: Vec<Change> = odd.map(|at| Change::new(at..at + 1, " ")).collect();
    let place = changes.first()?.at.clone();
    let message = Text::new("yaml-dash-twice").with("first", *first).with("second", *names.get(1)?);
    let help = Text::new("yaml-dash-twice-help").with("second", *names.get(1)?);
    Some(Slip::new(changes, Span::new(place.start, place.end), message, help))
}

/// A member that begins with a later field of the one before it, as another member of the list shows; in the list that begins
/// at a line.
fn of_member(lines: &[Line<'_>], at: usize) -> Option<Slip> {
    let line = lines.get(at).filter(|line| line.is_item())?;
    let above = at.checked_sub(1).and_then(|at| lines.get(at));
    let begins =
        |above: &Line<'_>| above.indent() < line.indent() || above.indent() == line.indent() && !above.is_item();
    if !above.is_none_or(begins) {
        return None;
    }
    let members: Vec<(usize, Vec<&str>)> = members(lines, at).into_iter().take(MOST).collect();
    members.iter().zip(members.iter().skip(1)).find_map(|((_, before), (start, here))| {
        let (first, second) = (before.first()?, here.first()?);
        // Each of the two lacks what the other has, and a third has both.
        let own: HashSet<&str> = here.iter().copied().collect();
        let apart = !before.iter().any(|name| own.contains(name));
        let shows = |(_, all): &(usize, Vec<&str>)| all.first() == Some(first) && all.contains(second);
        if !apart || !members.iter().any(shows) {
            return None;
        }
        let message = Text::new("yaml-dash-twice").with("first", *first).with("second", *second);
        let help = Text::new("yaml-dash-twice-help").with("second", *second);
        Some(Slip::new(vec![Change::new(*start..start + 1, " ")], Span::new(*start, start + 1), message, help))
    })
}

/// The members of the list that begins at a line: where the dash of each stands, and the names of its fields.
fn members<'t>(lines: &[Line<'t>], at: usize) -> Vec<(usize, Vec<&'t str>)> {
    let indent = lines.get(at).map_or(0, |line| line.indent());
    let begins = |line: &Line<'_>| line.indent() == indent && line.is_item();
    let list = lines.get(at..).unwrap_or_default();
    let size = list.iter().take_while(|line| line.indent() > indent || begins(line)).count();
    let list = list.get(..size).unwrap_or_default();
    let member = |member: &[Line<'t>]| {
        let head = *member.first()?;
        let own = member.iter().enumerate().filter(|(at, line)| *at == 0 || line.indent() == head.column());
        Some((head.own().start, own.filter_map(|(_, line)| line.pair()).map(|(name, _)| name).collect()))
    };
    list.chunk_by(|_, next| !begins(next)).filter_map(member).collect()
}
