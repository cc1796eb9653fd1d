//! Blanks that are no spaces: tabs before a line, and signs that only look like a space.

use crate::diagnostic::Text;
use crate::source::Span;

use super::mend_lines::{Line, is_odd_blank};
use super::mend_shape::Names;
use super::mend_slips::{Place, Slip};
use super::mend_text::Change;

/// How many spaces people take for a tab.
const WIDTHS: [usize; 3] = [2, 4, 8];

/// Signs that look like a space, before a line and before a value, in the whole text: one cause.
pub fn odd_blanks(lines: &[Line<'_>]) -> Option<Slip> {
    let mut changes: Vec<Change> = Vec::new();
    for line in lines {
        let parts = [line.start..line.field().start, behind_colon(*line)].into_iter().chain(before_remark(*line));
        for part in parts.chain(within_brackets(*line)) {
            let text = line.text.get(part.start - line.start..part.end - line.start).unwrap_or("");
            let odd = text.char_indices().filter(|(_, c)| is_odd_blank(*c));
            changes.extend(odd.map(|(at, c)| {
                let at = part.start + at;
                Change::new(at..at + c.len_utf8(), if c.is_whitespace() { " " } else { "" })
            }));
        }
    }
    changes.sort_by_key(|change| change.at.start);
    let first = changes.first()?;
    let span = Span::new(first.at.start, first.at.end);
    let help = Text::new("yaml-odd-space-help");
    Some(Slip::new(changes, span, Text::new("yaml-odd-space"), help))
}

/// Whether a remark stands in a text because what stands before it only looks like a space.
pub fn holds_remark(text: &str) -> bool {
    text.contains('#') && remark(text).is_some()
}

/// The blanks before a remark that stands behind one that only looks like a space.
fn remark(text: &str) -> Option<std::ops::Range<usize>> {
    text.match_indices('#').find_map(|(at, _)| {
        let before = text.get(..at)?;
        let start = before.trim_end_matches(super::mend_lines::is_blank).len();
        let ends = text.get(at + 1..)?.chars().next().is_none_or(super::mend_lines::is_blank);
        (start > 0 && ends && before.get(start..)?.ends_with(is_odd_blank)).then_some(start..at)
    })
}

fn before_remark(line: Line<'_>) -> Option<std::ops::Range<usize>> {
    let (_, value) = line.pair()?;
    let quoted = value.text.trim_start_matches(super::mend_lines::is_blank).starts_with(['"', '\'']);
    let found = remark(value.text).filter(|_| !quoted)?;
    Some(value.start + found.start..value.start + found.end)
}

/// The blanks between a colon, or the dash of a list, and what comes behind it.
fn behind_colon(line: Line<'_>) -> std::ops::Range<usize> {
    let field = line.field();
    let dash = field.text.strip_prefix('-').map(|rest| (field.start + 1, rest));
    let (start, rest) = line.pair().map(|(_, value)| (value.start, value.text)).or(dash).unwrap_or((field.start, ""));
    let lead = rest.len() - rest.trim_start_matches(super::mend_lines::is_blank).len();
    start..start + lead
}

/// `{naam:De Linde}`: names between brackets with no space behind their colons; then the whole is a name.
pub fn unspaced_within(lines: &[Line<'_>], names: Names<'_>) -> Option<Slip> {
    lines.iter().find_map(|line| {
        let is_name = |at: usize| {
            let before = line.text.get(..at - line.start)?.strip_suffix(':')?;
            let word = before.rsplit(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'))).next()?;
            let after = line.text.get(at - line.start..)?;
            let lead = before.strip_suffix(word)?.trim_end();
            let begins = lead.ends_with(['{', ',']) && after.starts_with(|c: char| !c.is_whitespace());
            (begins && names.has(&word.to_lowercase())).then_some(at)
        };
        let all: Vec<usize> = within_brackets(*line).iter().filter_map(|part| is_name(part.start)).collect();
        let first = *all.first()?;
        let changes: Vec<Change> = all.iter().map(|at| Change::new(*at..*at, " ")).collect();
        let field = line.field();
        let bounds =
            std::iter::once(field.start).chain(all.iter().copied()).zip(all.iter().copied().chain([field.end()]));
        let parts = bounds.map(|(start, end)| field.text.get(start - field.start..end - field.start).unwrap_or(""));
        let right = parts.collect::<Vec<_>>().join(" ");
        let help = Text::new("yaml-write").with("right", format!("`{right}`"));
        Some(Slip::new(changes, Span::new(first - 1, first), Text::new("yaml-no-space"), help))
    })
}

/// The blanks behind the colons and the commas between brackets.
fn within_brackets(line: Line<'_>) -> Vec<std::ops::Range<usize>> {
    let field = line.field();
    let value = if field.text.starts_with(['{', '[']) { Some(field) } else { line.value() };
    let Some(value) = value.filter(|value| value.text.starts_with(['{', '['])) else { return Vec::new() };
    let mut sign: Option<char> = None;
    let mut found = Vec::new();
    for (at, c) in value.text.char_indices() {
        match (sign, c) {
            (Some(open), c) if open == c => sign = None,
            (None, '"' | '\'') => {
                let before = value.text.get(..at).unwrap_or("").trim_end_matches(super::mend_lines::is_blank);
                sign = before.ends_with(['{', '[', ',', ':']).then_some(c);
            }
            (None, ':' | ',' | '{' | '[') => {
                let rest = value.text.get(at + 1..).unwrap_or("");
                let lead = rest.len() - rest.trim_start_matches(super::mend_lines::is_blank).len();
                found.push(value.start + at + 1..value.start + at + 1 + lead);
            }
            _ => {}
        }
    }
    found
}

/// Tabs before lines: those of the whole text as steps of one width, or those that stand together as the lines around them.
pub fn tabs(place: &Place<'_>) -> Vec<Slip> {
    let has_tab = |line: &Line<'_>| line.margin().contains('\t');
    let all: Vec<Line<'_>> = place.lines.iter().copied().filter(has_tab).collect();
    let mut slips: Vec<Slip> = WIDTHS.iter().filter_map(|width| spaced(&all, *width, None)).collect();
    let near = place.index.saturating_sub(1);
    let start = place.lines.iter().skip(near).position(has_tab).map(|at| near + at);
    if let Some(start) = start {
        let run: Vec<Line<'_>> = place.lines.iter().skip(start).take_while(|line| has_tab(line)).copied().collect();
        let above = start.checked_sub(1).and_then(|index| place.lines.get(index));
        let below = place.lines.get(start + run.len());
        let goals = above.into_iter().flat_map(|above| {
            let inner = below.map(|line| line.indent()).filter(|indent| *indent > above.indent());
            let inside = if above.opens() { [inner, Some(above.column() + 2)] } else { [None, None] };
            inside.into_iter().chain([Some(above.column()), Some(above.indent())]).flatten()
        });
        let goals: Vec<usize> = goals.chain(below.map(|line| line.indent())).collect();
        for goal in goals {
            slips.extend(WIDTHS.iter().filter_map(|width| spaced(&run, *width, Some(goal))));
        }
    }
    slips.extend(place.here.and_then(after_dash));
    slips
}

/// Lines with spaces for their tabs; the first stands where it must.
fn spaced(run: &[Line<'_>], width: usize, goal: Option<usize>) -> Option<Slip> {
    let size = |line: &Line<'_>| line.margin().chars().map(|c| if c == '\t' { width } else { 1 }).sum::<usize>();
    let first = run.first()?;
    let (own, goal) = (size(first), goal.unwrap_or(size(first)));
    let right = |line: &Line<'_>| (size(line) + goal).saturating_sub(own);
    let change = |line: &Line<'_>| {
        let spaces = " ".repeat(right(line));
        Change::new(line.start..line.own().start, spaces)
    };
    let tab = first.start + first.text.find('\t')?;
    let help = Text::new("yaml-indent-to").with("count", right(first)).with("right", shown(*first, right(first)));
    Some(Slip::new(run.iter().map(change).collect(), Span::new(tab, tab + 1), Text::new("yaml-tab"), help))
}

/// A line as it stands behind so many spaces.
pub fn shown(line: Line<'_>, spaces: usize) -> String {
    format!("{}{}", " ".repeat(spaces), super::scalars::shorten(line.own().text))
}

/// A tab behind the dash of a list.
fn after_dash(line: Line<'_>) -> Option<Slip> {
    let own = line.own();
    let rest = own.text.strip_prefix('-')?;
    let text = rest.trim_start();
    let blanks = rest.get(..rest.len() - text.len()).filter(|blanks| blanks.contains('\t'))?;
    let at = own.start + 1..own.start + 1 + blanks.len();
    let help = Text::new("yaml-write").with("right", format!("`- {text}`"));
    let span = Span::new(at.start, at.end);
    Some(Slip::new(vec![Change::new(at, " ")], span, Text::new("yaml-tab"), help))
}
