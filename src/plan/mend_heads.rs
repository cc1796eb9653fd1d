//! The name of a part of a plan that is missing above the lines of that part.

use std::collections::{HashMap, HashSet};

use crate::diagnostic::Text;
use crate::model::{Field, PLAN};

use super::mend_colons::is_called;
use super::mend_lines::{Line, frame_key};
use super::mend_shape::Names;
use super::mend_slips::{Slip, Sure};
use super::mend_text::Change;
use super::names::inner;
use super::yaml::UNREAD;

/// The first line above which the name of its part is missing, and its number.
pub fn headless(lines: &[Line<'_>], names: Names<'_>) -> Option<(usize, Slip)> {
    let found = [practice(lines, names), years(lines, names), part(lines, names), unnamed(lines)];
    found.into_iter().flatten().min_by_key(|(index, _)| *index)
}

fn stands(lines: &[Line<'_>], key: &str) -> bool {
    let is_key = |line: &Line<'_>| {
        let word = line.text.split(|c: char| !(c.is_alphanumeric() || c == '-')).next().unwrap_or("");
        line.indent() == 0 && frame_key(word) == Some(key)
    };
    lines.iter().any(is_key)
}

/// The lines that stand beside one, from there on.
fn run<'s, 't>(lines: &'s [Line<'t>], index: usize) -> impl Iterator<Item = (Line<'t>, Option<Line<'t>>)> + 's {
    let indent = lines.get(index).map_or(0, |line| line.indent());
    let inside = lines.iter().skip(index).take_while(move |line| line.indent() >= indent).count();
    let own = (index..index + inside).filter_map(|at| Some((*lines.get(at)?, lines.get(at + 1).copied())));
    own.filter(move |(line, _)| line.indent() == indent && !line.is_item())
}

/// The fields of the practice without `praktijk`, or behind the name of it.
fn practice(lines: &[Line<'_>], names: Names<'_>) -> Option<(usize, Slip)> {
    let (index, above) = (1..lines.len()).find_map(|index| {
        let (above, line) = (lines.get(index - 1)?, lines.get(index)?);
        let begins = above.indent() == 0 && line.indent() > 0 && !line.is_item() && above.value().is_some();
        begins.then_some((index, *above))
    })?;
    let own = run(lines, index);
    let known: Vec<bool> = own.map(|(line, next)| names.of_practice(line, next)).collect();
    if known.len() < 2 || !known.iter().all(|known| *known) {
        return None;
    }
    let line = *lines.get(index)?;
    let (key, value) = (above.pair()?.0, above.value()?);
    if frame_key(key) == Some("praktijk") {
        let has_name = run(lines, index).any(|(line, _)| line.pair().is_some_and(|(name, _)| name == "naam"));
        let change = if has_name || !names.names_practice() {
            Change::new(value.range(), format!("# {}", value.text))
        } else {
            Change::new(above.pair()?.1.start..value.start, format!("\n{}naam: ", " ".repeat(line.indent())))
        };
        let text = |id: &'static str| Text::new(id).with("value", super::scalars::shorten(value.text));
        let help = text(if has_name { "yaml-practice-value-help" } else { "yaml-practice-name-help" });
        let slip = Slip::new(vec![change], value.span(), text("yaml-practice-name"), help);
        return Some((index, Slip { sure: Sure::Asked, ..slip }));
    }
    (!stands(lines, "praktijk")).then(|| (index, head(line, "praktijk")))
}

/// The fields of one part of the plan, such as `analyse`, without its name.
fn part(lines: &[Line<'_>], names: Names<'_>) -> Option<(usize, Slip)> {
    let model = names.0?;
    let begins = |index: &usize| {
        let (above, line) = (lines.get(index - 1), lines.get(*index));
        let below = |above: &Line<'_>, line: &Line<'_>| {
            above.indent() == 0 && line.indent() > 0 && !line.is_item() && above.value().is_some()
        };
        above.zip(line).is_some_and(|(above, line)| below(above, line))
    };
    let top: HashSet<&str> =
        lines.iter().filter(|line| line.indent() == 0).filter_map(|line| line.pair()).map(|(name, _)| name).collect();
    (1..lines.len()).filter(begins).find_map(|index| {
        let own: Option<Vec<&str>> = run(lines, index).map(|(line, _)| line.pair().map(|(name, _)| name)).collect();
        let own = own.filter(|own| own.len() > 1)?;
        let has = |field: &&Field| {
            let record = inner(&field.ty, model);
            let known = record.is_some_and(|record| own.iter().all(|name| record.position(name).is_some()));
            known && !top.contains(field.id.as_str())
        };
        let mut found = model.record(PLAN).fields.iter().filter(has);
        let only = found.next().filter(|_| found.next().is_none())?;
        Some((index, head(*lines.get(index)?, &only.id)))
    })
}

/// The data of a choice without the name of its intervention: right below `interventies`, or behind those of another choice.
pub fn unnamed(lines: &[Line<'_>]) -> Option<(usize, Slip)> {
    // The lines around one, the nearest last: its parent is the last of them.
    let mut around: Vec<(usize, usize)> = Vec::new();
    let mut tried: HashMap<(usize, usize), usize> = HashMap::new();
    lines.iter().enumerate().find_map(|(at, line)| {
        let indent = line.indent();
        while around.last().is_some_and(|(_, own)| *own >= indent) {
            around.pop();
        }
        let parent = around.last().map(|(parent, _)| *parent);
        around.push((at, indent));
        let is_kind = line.pair().is_some_and(|(name, _)| name == "keuze") && line.value().is_some() && !line.is_item();
        let parent = parent.filter(|_| is_kind)?;
        // What the second line says of a part, each further one says too.
        let times = tried.entry((parent, indent)).or_default();
        *times += 1;
        if *times > 2 { None } else { unnamed_at(lines, at, parent) }
    })
}

/// The same at the line with the kind of a choice, below that of its parent.
fn unnamed_at(lines: &[Line<'_>], at: usize, parent: usize) -> Option<(usize, Slip)> {
    let (line, parent_line) = (lines.get(at)?, lines.get(parent)?);
    let first = parent + 1 == at && is_called(*parent_line, "interventies");
    // The fields that stand there for the second time.
    let own = |index: usize| lines.get(index).filter(|other| other.indent() == line.indent());
    let beside: Vec<(usize, &str)> =
        (parent + 1..=at).filter_map(|index| Some((index, own(index)?.pair()?.0))).collect();
    let mut seen: HashSet<&str> = HashSet::new();
    let again = beside.iter().position(|(index, name)| !seen.insert(name) || *index == at)?;
    let (start, _) = *beside.get(again)?;
    let before: HashSet<&str> = beside.iter().take(again).map(|(_, name)| *name).collect();
    let after = run(lines, start).filter_map(|(line, _)| line.pair());
    let repeated = after.filter(|(name, _)| before.contains(name)).count();
    let second = before.contains("keuze") && repeated > 1;
    let indent = if first {
        let beside = lines.iter().skip(at).find(|other| other.indent() < line.indent());
        beside
            .map(|other| other.indent())
            .filter(|indent| *indent > parent_line.indent())
            .or(line.indent().checked_sub(2))?
    } else {
        parent_line.indent()
    };
    let index = if first { at } else { start };
    // Its name stands there, too far to the right.
    if lines.get(index - 1).is_some_and(|above| above.opens() && above.indent() == line.indent()) {
        return None;
    }
    let head = *lines.get(index).filter(|_| first && indent > parent_line.indent() || second)?;
    let change = Change::new(head.start..head.start, format!("{}\"{UNREAD}{}\":\n", " ".repeat(indent), head.start));
    let own = head.own();
    let name = head.pair().map_or(0, |(name, _)| name.len());
    let help = Text::new("yaml-choice-unnamed-help").with("count", indent);
    let span = crate::source::Span::new(own.start, own.start + name);
    let slip = Slip::new(vec![change], span, Text::new("yaml-choice-unnamed"), help);
    Some((index, Slip { sure: Sure::Lost, ..slip }))
}

/// Years without `jaren`.
fn years(lines: &[Line<'_>], names: Names<'_>) -> Option<(usize, Slip)> {
    let is_year = |index: usize| {
        let (line, next) = (lines.get(index)?, lines.get(index + 1)?);
        let (name, _) = line.pair()?;
        let year = line.indent() > 0 && line.opens() && matches!(name, "1" | "2" | "3" | "4" | "5");
        (year && next.indent() > line.indent() && names.of_year(*next)).then_some((index, *line))
    };
    if stands(lines, "jaren") {
        return None;
    }
    let (index, line) = (1..lines.len()).find_map(is_year)?;
    let above = lines.iter().take(index).rfind(|other| other.indent() < line.indent())?;
    (above.indent() == 0).then(|| (index, head(line, "jaren")))
}

fn head(line: Line<'_>, name: &str) -> Slip {
    let change = Change::new(line.start..line.start, format!("{name}:\n"));
    let message = Text::new("yaml-head-missing").with("name", name);
    let help = Text::new("yaml-head-missing-help").with("name", name);
    let field = line.field();
    let span = crate::source::Span::new(field.start, field.start + line.pair().map_or(0, |(name, _)| name.len()));
    Slip::new(vec![change], span, message, help)
}
