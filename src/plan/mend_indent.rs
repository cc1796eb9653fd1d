//! Lines that stand too far to the left or to the right.

use crate::diagnostic::Text;
use crate::source::Span;

use super::kinds;
use super::mend_blanks::shown;
use super::mend_lines::Line;
use super::mend_slips::{Place, Slip, Sure};
use super::mend_text::Change;

/// Where the line at which reading stopped, or the one above it, may belong; the likeliest first.
pub fn moves(place: &Place<'_>) -> Vec<Slip> {
    let Some(here) = place.here else { return Vec::new() };
    let mut slips = Vec::new();
    slips.extend(dash_by_next(place, place.index));
    if let Some(before) = place.before {
        let number = place.index - 1;
        let earlier = place.earlier();
        slips.extend(dash_by_next(place, number));
        let above = earlier.map(|line| stand(line, before));
        // One line that is out of line with those above it and below it.
        if above == Some(here.indent()) {
            slips.extend(moved(place, number, here.indent(), true));
        }
        if place.next().is_some_and(|next| next.indent() == stand(before, here)) {
            slips.extend(moved(place, place.index, stand(before, here), true));
        }
        // The first field of a group, while those after it are right.
        let first = earlier.filter(|line| line.opens()).map(|line| line.column() + 2);
        if first.is_some_and(|right| right != before.indent()) {
            slips.extend(moved(place, number, here.indent(), true));
        }
        // Below a field with a value nothing stands further to the right.
        let sure = stand(before, here).abs_diff(here.indent()) == 1 || before.value().is_some();
        let far = here.indent() > before.indent();
        let same = kind_of(before) == kind_of(here);
        if far || sure || same {
            let near = nearest_level(place, here);
            slips.extend(near.filter(|_| !far).and_then(|goal| moved(place, place.index, goal, true)));
            slips.extend(moved(place, place.index, stand(before, here), sure || same));
        }
        if first.is_some() {
            slips.extend(moved(place, number, here.indent(), true));
        }
        slips.extend(moved(place, number, here.indent(), false));
    }
    let mut goals: Vec<usize> = place.next().map(Line::indent).into_iter().collect();
    goals.extend(place.lines.iter().take(place.index).rev().take(40).flat_map(|line| [line.column(), line.indent()]));
    goals.sort_by_key(|goal| goal.abs_diff(here.indent()));
    goals.dedup();
    for goal in goals.into_iter().take(8) {
        slips.extend(moved(place, place.index, goal, false));
        slips.extend(shifted(place, goal));
    }
    slips
}

/// The dash of a list, by the line below it that belongs to the same member.
fn dash_by_next(place: &Place<'_>, index: usize) -> Option<Slip> {
    let (line, next) = (place.lines.get(index)?, place.lines.get(index + 1)?);
    let width = line.column() - line.indent();
    let is_member = line.is_item() && !next.is_item() && next.indent() > line.column();
    moved(place, index, next.indent().checked_sub(width).filter(|_| is_member)?, true)
}

/// The column next to it at which lines above stand.
fn nearest_level(place: &Place<'_>, here: Line<'_>) -> Option<usize> {
    let above = place.lines.iter().take(place.index).rev().take(40);
    above.map(|line| line.indent()).filter(|goal| goal.abs_diff(here.indent()) == 1).min()
}

/// Where a line stands that belongs beside another.
fn stand(line: Line<'_>, beside: Line<'_>) -> usize {
    if beside.is_item() { line.indent() } else { line.column() }
}

/// Whether a line says which kind of choice was made.
fn kind_of(line: Line<'_>) -> bool {
    line.value().is_some_and(|value| kinds::is_kind(value.text))
}

fn moved(place: &Place<'_>, index: usize, goal: usize, certain: bool) -> Option<Slip> {
    let line = place.lines.get(index)?;
    let sure = if certain { Sure::Certain } else { Sure::Likely };
    (line.indent() != goal).then(|| Slip { sure, ..slip(*line, vec![change(*line, goal)], goal) })
}

/// A line with those that stand further to the right below it.
fn shifted(place: &Place<'_>, goal: usize) -> Option<Slip> {
    let line = place.here?;
    let inside = |other: &&Line<'_>| other.indent() > line.indent();
    let below = place.lines.iter().skip(place.index + 1).take_while(inside);
    let changes: Vec<Change> = std::iter::once(&line)
        .chain(below)
        .map(|other| change(*other, (other.indent() + goal).saturating_sub(line.indent())))
        .collect();
    (changes.len() > 1 && goal != line.indent()).then(|| Slip { sure: Sure::Likely, ..slip(line, changes, goal) })
}

fn change(line: Line<'_>, goal: usize) -> Change {
    Change::new(line.start..line.own().start, " ".repeat(goal))
}

fn slip(line: Line<'_>, changes: Vec<Change>, goal: usize) -> Slip {
    let (start, name) = (line.field().start, line.pair().map_or(line.field().text.len(), |(name, _)| name.len()));
    let message = Text::new("yaml-indent-count").with("found", line.indent()).with("right", goal);
    let help = Text::new("yaml-indent-to").with("count", goal).with("right", shown(line, goal));
    Slip::new(changes, Span::new(start, start + name), message, help)
}
