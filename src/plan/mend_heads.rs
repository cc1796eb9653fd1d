//! The name of a part of a plan that is missing above the lines of that part.

use crate::diagnostic::Text;

use super::mend_lines::{Line, frame_key};
use super::mend_shape::Names;
use super::mend_slips::{Slip, Sure};
use super::mend_text::Change;

/// The first line above which the name of its part is missing, and its number.
pub fn headless(lines: &[Line<'_>], names: Names<'_>) -> Option<(usize, Slip)> {
    let practice = practice(lines, names);
    let years = years(lines, names);
    practice.into_iter().chain(years).min_by_key(|(index, _)| *index)
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
