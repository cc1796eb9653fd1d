//! A dash too many: before each line of one member of a list.

use crate::diagnostic::Text;
use crate::source::Span;

use super::mend_lines::Line;
use super::mend_slips::Slip;
use super::mend_text::Change;

/// The first list in which each field stands behind a dash of its own.
pub fn dashes(lines: &[Line<'_>]) -> Option<Slip> {
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
    let differ = names.iter().take(size).enumerate().all(|(at, name)| !names.iter().take(at).any(|one| one == name));
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
