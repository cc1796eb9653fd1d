//! The slips that people make in the writing of YAML: what each looks like, and how it is mended.
//!
//! In: the place at which reading stopped. Out: what may be wrong there, the likeliest first. Which of them it is, is found
//! by trying.

use std::ops::Range;

use crate::diagnostic::Text;
use crate::source::Span;

use super::kinds;
use super::mend_blanks::{odd_blanks, tabs};
use super::mend_colons::{
    kind_alone, kind_behind, kind_twice, no_colon, no_colon_beside, no_colon_first, no_colon_within, no_field,
    unparted, value_above, weak_sign, year_alone,
};
use super::mend_heads::headless;
use super::mend_indent::moves;
use super::mend_lines::{Line, frame_key, is_odd_dash, without_comment};
use super::mend_marks::{bold, enumerated, numbered, row, stray_mark};
use super::mend_members::{members, undashed};
use super::mend_prose::{
    answered, goes_on, heading, letter, listed, note_below, ornament, stands_already, value_below,
};
use super::mend_quotes::{bracket, colon_inside, cut_within, in_brackets, marked, odd_quote, opened, unclosed_bracket};
use super::mend_shape::{Names, astray};
use super::mend_text::Change;
use super::scalars;
use super::yaml::Stop;
use super::yaml_errors::Trouble;

/// A slip that may be there.
#[derive(Clone, Debug)]
pub struct Slip {
    pub changes: Vec<Change>,
    pub span: Span,
    pub message: Text,
    pub help: Text,
    pub sure: Sure,
    /// Reading stopped far behind it.
    pub far: bool,
    /// The slips that it is made of, each told by itself; none for one.
    pub and: Vec<Slip>,
}

/// How surely a slip is what was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    /// Nothing else can be meant.
    Certain,
    /// What it says is read so; whether that was meant, a person must say.
    Asked,
    /// A person must look.
    Likely,
    /// The line is left out, and its place kept: nothing is known of what stood there.
    Lost,
    /// The line is left out, and not its place: nobody knows where something is missing, and nothing is to be put in its place.
    Dropped,
    /// Nobody need be told: that nothing is filled in is told where something must be.
    Silent,
}

/// Where reading stopped.
pub struct Place<'t> {
    pub lines: &'t [Line<'t>],
    /// The number of the line among those that say something.
    pub index: usize,
    pub here: Option<Line<'t>>,
    pub before: Option<Line<'t>>,
    pub stop: Stop,
    pub names: Names<'t>,
}

impl<'t> Place<'t> {
    pub fn at(text: &'t str, lines: &'t [Line<'t>], stop: Stop, names: Names<'t>) -> Self {
        let after = lines.partition_point(|line| line.start <= stop.at);
        // A remark ends a value: what follows it is what does not fit.
        let remark = text.get(stop.at..).is_some_and(|rest| rest.starts_with('#'));
        let index = if remark { after.min(lines.len().saturating_sub(1)) } else { after.saturating_sub(1) };
        let line = |index: usize| lines.get(index).copied();
        Self { lines, index, here: line(index), before: index.checked_sub(1).and_then(line), stop, names }
    }

    /// The name of a part that is missing above lines of it.
    fn head(&self) -> Option<Slip> {
        let (index, slip) = headless(self.lines, self.names)?;
        (index <= self.index + 1).then_some(slip)
    }

    pub fn next(&self) -> Option<Line<'t>> {
        self.lines.get(self.index + 1).copied()
    }

    pub fn earlier(&self) -> Option<Line<'t>> {
        self.index.checked_sub(2).and_then(|index| self.lines.get(index)).copied()
    }
}

impl Slip {
    pub fn new(changes: Vec<Change>, span: Span, message: Text, help: Text) -> Self {
        Self { changes, span, message, help, sure: Sure::Certain, far: false, and: Vec::new() }
    }

    /// Several slips that are mended at once, and told one by one; none when two of them change the same.
    pub fn joined(mut run: Vec<Self>) -> Option<Self> {
        run.sort_by_key(|slip| slip.changes.first().map(|change| change.at.start));
        let changes: Vec<Change> = run.iter().flat_map(|slip| slip.changes.clone()).collect();
        let apart = changes
            .windows(2)
            .all(|pair| matches!(pair, [one, next] if one.at.end <= next.at.start && one.at != next.at));
        let first = run.first()?.clone();
        let asked = run.iter().any(|slip| slip.sure == Sure::Asked);
        let sure = if asked { Sure::Asked } else { first.sure };
        let far = run.iter().any(|slip| slip.far);
        let and = if run.len() > 1 { run } else { Vec::new() };
        apart.then_some(Self { changes, sure, far, and, ..first })
    }

    /// One change, with the field as it must be.
    pub fn field(line: Line<'_>, at: Range<usize>, new: &str, span: Span, message: Text) -> Self {
        let change = Change::new(at, new);
        let help = Text::new("yaml-write").with("right", format!("`{}`", field_with(line, &change)));
        Self::new(vec![change], span, message, help)
    }
}

/// The field of a line with a change, without a remark.
pub fn field_with(line: Line<'_>, change: &Change) -> String {
    let field = line.field();
    let part = |from: usize, to: usize| field.text.get(from..to).unwrap_or("");
    let inner = |at: usize| at.saturating_sub(field.start).min(field.text.len());
    let whole =
        format!("{}{}{}", part(0, inner(change.at.start)), change.text, part(inner(change.at.end), field.text.len()));
    without_comment(&whole).to_owned()
}

/// What may be wrong where reading stopped, the likeliest first.
pub fn propose(place: &Place<'_>) -> Vec<Slip> {
    let mut all = all(place);
    let long: Vec<Slip> = all.iter().filter_map(|slip| with_data(slip, place)).collect();
    all.extend(long);
    all
}

/// The same repair of a choice, where data stand below it: then its kind has a line of its own.
fn with_data(slip: &Slip, place: &Place<'_>) -> Option<Slip> {
    let [change] = slip.changes.as_slice() else { return None };
    let at = place.lines.partition_point(|line| line.end() < change.at.end);
    place.lines.get(at).filter(|line| line.start <= change.at.start)?;
    let (line, below) = (*place.lines.get(at)?, *place.lines.get(at + 1)?);
    let whole = field_with(line, change);
    let (name, kind) = Line { start: 0, text: &whole }.pair().map(|(name, kind)| (name, kind.text.trim()))?;
    let is_choice = name != "keuze" && kinds::is_kind(kind) && !line.is_item() && below.column() > line.column();
    let own = below.pair().map(|(own, _)| own).filter(|own| is_choice && *own != "keuze")?;
    let field = line.field();
    let text = format!("{name}:\n{}keuze: {kind}", " ".repeat(below.column()));
    let length = without_comment(field.text).len();
    let help = Text::new("yaml-choice-long-help").with("name", name).with("kind", kind).with("own", own);
    Some(Slip { changes: vec![Change::new(field.start..field.start + length, text)], help, ..slip.clone() })
}

fn all(place: &Place<'_>) -> Vec<Slip> {
    let mut all: Vec<Slip> = Vec::new();
    all.extend([place.here, place.before].into_iter().flatten().filter_map(nothing));
    all.extend(answered(place.lines));
    all.extend(letter(place.lines));
    all.extend(title(place));
    all.extend(odd_blanks(place.lines));
    all.extend(tabs(place));
    let near = [place.before, place.here];
    all.extend(place.head());
    for line in near.into_iter().flatten() {
        let found = [year_alone(line, place), kind_behind(line, place)];
        all.extend(found.into_iter().flatten());
    }
    all.extend(around(place).into_iter().filter_map(|(above, line, next)| kind_alone(above, line, next)));
    all.extend(enumerated(place.lines, place.index, place.names));
    all.extend(place.earlier().zip(place.before).and_then(|(above, line)| value_below(above, line, place.names)));
    all.extend(place.before.zip(place.here).and_then(|(above, line)| value_below(above, line, place.names)));
    all.extend(
        [place.index.checked_sub(2), place.index.checked_sub(1), Some(place.index)]
            .into_iter()
            .flatten()
            .filter_map(|at| listed(place, at)),
    );
    all.extend(place.before.zip(place.here).and_then(|(before, here)| kind_twice(before, here)));
    all.extend(place.before.zip(place.here).and_then(|(before, here)| value_above(before, here, place)));
    for index in [place.index.checked_sub(1), Some(place.index)].into_iter().flatten() {
        all.extend(stray_mark(place.lines, index, place.names));
        all.extend(numbered(place.lines, index, place.names));
    }
    for index in [place.index.checked_sub(1), Some(place.index)].into_iter().flatten() {
        all.extend(members(place.lines, index, place.names));
    }
    for line in near.into_iter().flatten() {
        let found = [
            bold(line),
            odd_dash(line),
            weak_sign(line, place.names),
            row(line, place.names),
            unparted(line, place),
            odd_quote(line),
        ];
        all.extend(found.into_iter().flatten());
        all.extend(no_colon_first(line, place));
        all.extend(stray_dash(line));
    }
    all.extend(cut_within(place));
    all.extend(in_brackets(place));
    all.extend(unclosed_bracket(place));
    if matches!(place.stop.trouble, Trouble::Quote | Trouble::AfterQuote | Trouble::Escape | Trouble::Unreadable) {
        all.extend(opened(place));
    }
    let (near_shape, far_shape): (Vec<Slip>, Vec<Slip>) = shape(place).into_iter().partition(|slip| !slip.far);
    all.extend(near_shape);
    all.extend(place.before.zip(place.here).and_then(|(before, here)| choice_long(before, here)));
    for line in near.into_iter().flatten() {
        all.extend(
            [
                no_colon_within(line, place.names),
                bracket(line, place),
                marked(line, place.stop.trouble),
                colon_inside(line, place),
            ]
            .into_iter()
            .flatten(),
        );
    }
    let (mut bare, mut texts) = (Vec::new(), Vec::new());
    let near_here = [place.index.checked_sub(1), Some(place.index)];
    bare.extend(near_here.into_iter().flatten().filter_map(|index| no_colon_beside(place, index)));
    let beside = [place.before.zip(place.here), place.here.zip(place.next())];
    let no_colon = |(line, next): (Line<'_>, Line<'_>)| {
        no_colon(line, next, place.names).filter(|_| !stands_already(place.lines, line))
    };
    bare.extend(beside.into_iter().flatten().filter_map(no_colon));
    texts.extend(
        place.earlier().zip(place.before).and_then(|(above, line)| goes_on(place, place.index - 1, above, line)),
    );
    texts.extend(place.before.zip(place.here).and_then(|(above, line)| goes_on(place, place.index, above, line)));
    all.extend(near.into_iter().flatten().filter_map(heading));
    // A word to the left of the text above it that is no name is rather the rest of that text.
    let is_rest = |slip: &Slip| slip.sure != Sure::Likely;
    let (rest, doubted): (Vec<Slip>, Vec<Slip>) = texts.into_iter().partition(is_rest);
    all.extend(rest.into_iter().chain(bare).chain(doubted));
    all.extend(near.into_iter().flatten().filter_map(|line| no_field(line, place)));
    for index in near_here.into_iter().flatten() {
        all.extend(undashed(place.lines, index));
        all.extend(note_below(place.lines, index, place.names));
    }
    all.extend(moves(place));
    all.extend(far_shape);
    for line in near.into_iter().rev().flatten() {
        all.extend(ornament(line));
    }
    all
}

/// The lines near the place, each with the one above it and the one below it.
fn around<'t>(place: &Place<'t>) -> Vec<(Line<'t>, Line<'t>, Line<'t>)> {
    let (before, here) = (place.before.into_iter(), place.here.into_iter());
    let first = place.earlier().into_iter().zip(before.clone()).zip(here.clone());
    let second = before.zip(here).zip(place.next());
    first.chain(second).map(|((above, line), next)| (above, line, next)).collect()
}

/// `adres: -`: a dash that says that there is nothing.
fn nothing(line: Line<'_>) -> Option<Slip> {
    let value = line.value()?;
    let is_sign = value.text.chars().all(|c| matches!(c, '-' | '?' | '*' | '!' | '.' | '–' | '—'));
    let quoted = format!("\"{}\"", value.text);
    let slip = Slip::field(line, value.range(), &quoted, value.span(), Text::new("yaml-character"));
    is_sign.then_some(Slip { sure: Sure::Silent, ..slip })
}

/// The first line that stands elsewhere than its name says, when it is not behind the place.
fn shape(place: &Place<'_>) -> Option<Slip> {
    let (index, slip) = astray(place.lines, place.names, false)?;
    (index <= place.index + 1).then_some(Slip { far: index + 2 < place.index, ..slip })
}

/// Lines above the first field of a plan that are no fields.
fn title(place: &Place<'_>) -> Option<Slip> {
    let is_frame = |line: &&Line<'_>| {
        let word = line.own().text.split(|c: char| !(c.is_alphanumeric() || c == '-')).next().unwrap_or("");
        line.own().start == line.start && frame_key(word).is_some()
    };
    let is_field = |line: &&Line<'_>| line.margin().is_empty() && line.has_colon();
    let frame = place.lines.iter().position(|line| is_frame(&line));
    // A form that was taken over has none of them.
    let first = frame.or_else(|| place.lines.iter().position(|line| is_field(&line)))?;
    let above: Vec<Line<'_>> = place.lines.iter().take(first).copied().filter(|line| !line.has_colon()).collect();
    let head = above.first().filter(|_| place.index <= first + 1)?;
    let changes = above.iter().map(|line| Change::new(line.own().start..line.own().start, "# ")).collect();
    let help = Text::new("yaml-title-help").with("line", scalars::shorten(head.own().text));
    let sure = if frame.is_some() { Sure::Certain } else { Sure::Asked };
    Some(Slip { sure, ..Slip::new(changes, head.own().span(), Text::new("yaml-title"), help) })
}

/// Signs that word processors put in place of the dash of a list, and a dash too many or too close.
pub fn odd_dash(line: Line<'_>) -> Option<Slip> {
    let own = line.own();
    let is_odd = |c: char| is_odd_dash(c) || c == '*';
    let lead = own.text.len() - own.text.trim_start_matches(|c| is_odd(c) || c == '-').len();
    let sign = own.text.get(..lead).filter(|sign| !sign.is_empty() && *sign != "---" && bold(line).is_none())?;
    let rest = own.text.get(lead..)?;
    let text = rest.trim_start();
    let close = sign == "-" && rest.len() == text.len();
    if sign == "-" && !close || text.is_empty() {
        return None;
    }
    let at = own.start..own.start + own.text.len() - text.len();
    let span = Span::new(own.start, own.start + lead);
    let help = Text::new("yaml-write").with("right", format!("`- {}`", without_comment(text)));
    let message = Text::new(if close { "yaml-dash-close" } else { "yaml-odd-dash" });
    Some(Slip::new(vec![Change::new(at, "- ")], span, message, help))
}

/// `- trieren: nieuw`: a dash before a choice, which is no member of a list. It stood in the place of two spaces, or before
/// the line.
fn stray_dash(line: Line<'_>) -> Vec<Slip> {
    let is_choice = line.value().is_some_and(|value| kinds::is_kind(value.text));
    let Some((name, _)) = line.pair().filter(|_| line.is_item() && is_choice) else {
        return Vec::new();
    };
    let (own, field) = (line.own(), line.field());
    let span = Span::new(own.start, own.start + 1);
    let help = Text::new("yaml-write").with("right", format!("`{}`", without_comment(field.text)));
    let message = Text::new("yaml-dash-stray").with("name", name);
    let width = " ".repeat(field.start - own.start);
    let slip =
        |new: &str| Slip::new(vec![Change::new(own.start..field.start, new)], span, message.clone(), help.clone());
    vec![slip(""), slip(&width)]
}

/// Data below a choice behind which the kind already stands.
fn choice_long(before: Line<'_>, here: Line<'_>) -> Option<Slip> {
    let ((name, behind), value) = (before.pair()?, before.value()?);
    let (own, _) = here.pair()?;
    let own_value = here.value().map_or("", |value| value.text);
    if here.column() <= before.column() || name == "keuze" || !kinds::is_kind(value.text) || kinds::is_kind(own_value) {
        return None;
    }
    let message = Text::new("yaml-choice-long").with("name", name);
    let help = Text::new("yaml-choice-long-help").with("name", name).with("kind", value.text).with("own", own);
    let span = Span::new(here.field().start, here.field().start + own.len());
    let change = Change::new(behind.start..behind.start, format!("\n{}keuze:", " ".repeat(here.column())));
    Some(Slip::new(vec![change], span, message, help))
}
