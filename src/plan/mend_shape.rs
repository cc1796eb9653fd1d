//! Where each line of a plan belongs, by its name: a line that stands somewhere else has slipped to the left or the right.
//!
//! In: the lines, and what is known of names; before a regioplan is chosen that is little, after it all. Out: the first line
//! that stands out of place, with what moves along with it.

use crate::diagnostic::Text;
use crate::model::{Contents, Intervention, PLAN, PRACTICE, RecordId, Shape, YEAR};
use crate::source::Span;

use super::frame::KEYS;
use super::kinds;
use super::mend_blanks::shown;
use super::mend_lines::Line;
use super::mend_slips::{Slip, Sure};
use super::mend_text::Change;
use super::yaml::UNREAD;

/// How far people indent, when they do not show it.
const STEP: usize = 2;

/// A part of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Top,
    Practice,
    Years,
    Year,
    Choices,
    /// With the record of the intervention, where that is known.
    Choice(Option<RecordId>),
    /// Within a field: nothing is known of it.
    Other,
}

/// What names mean.
#[derive(Clone, Copy)]
pub struct Names<'m>(pub Option<&'m Contents>);

/// A part that is open: whose line it is, and where its own lines stand.
#[derive(Clone, Copy, Debug)]
struct Open {
    level: Level,
    /// Its line; none for the top.
    line: Option<usize>,
    own: Option<usize>,
    inner: Option<usize>,
    /// Its first line, and how many there are beside it.
    first: Option<usize>,
    count: usize,
}

impl Open {
    fn new(level: Level, line: Option<usize>, own: Option<usize>) -> Self {
        Self { level, line, own, inner: None, first: None, count: 0 }
    }
}

impl Names<'_> {
    /// Whether a word is the name of anything that stands in a plan.
    pub fn has(self, word: &str) -> bool {
        let is_field = |model: &Contents| model.records.iter().any(|record| record.position(word).is_some());
        self.0.is_some_and(|model| model.find_intervention(word).is_some() || is_field(model))
    }

    /// Whether a line is a field of the practice.
    pub fn of_practice(self, line: Line<'_>, next: Option<Line<'_>>) -> bool {
        const USUAL: [&str; 4] = ["naam", "agb", "adres", "praktijkhouders"];
        let usual = || self.0.is_none() && line.pair().is_some_and(|(name, _)| USUAL.contains(&name));
        self.known(Level::Practice, line, next).unwrap_or_else(usual)
    }

    /// Whether a line is a field of a year.
    pub fn of_year(self, line: Line<'_>) -> bool {
        self.known(Level::Year, line, None).unwrap_or(self.0.is_none())
    }

    /// Whether a practice has a field for its name.
    pub fn names_practice(self) -> bool {
        self.0.is_none_or(|model| model.record(PRACTICE).position("naam").is_some())
    }

    /// Whether a field has its place in a part; none when nobody can tell.
    fn known(self, level: Level, line: Line<'_>, next: Option<Line<'_>>) -> Option<bool> {
        let (name, _) = line.pair()?;
        let fields = |id: RecordId| Some(self.0?.record(id).position(name).is_some());
        let is_year = matches!(name, "1" | "2" | "3" | "4" | "5");
        let is_frame = ["regioplan", "startkwartaal", "praktijk", "jaren", "ingediend"].contains(&name);
        let has_kind = name != "keuze" && line.value().is_some_and(|value| kinds::is_kind(value.text));
        let is_long = line.opens() && next.and_then(Line::pair).is_some_and(|(name, _)| name == "keuze");
        let is_choice = match self.0 {
            Some(model) => model.find_intervention(name).is_some(),
            None => has_kind || is_long,
        };
        // These stand nowhere else.
        let elsewhere = is_year || is_frame || name == "interventies" || is_choice;
        let not = |known: Option<bool>| known.or(elsewhere.then_some(false));
        match level {
            Level::Top if KEYS.contains(&name) => Some(true),
            Level::Top => not(fields(PLAN)),
            Level::Practice => not(fields(PRACTICE)),
            Level::Years => Some(is_year),
            Level::Year if name.eq_ignore_ascii_case("interventies") => Some(true),
            Level::Year => not(fields(YEAR)),
            Level::Choices if is_choice || has_kind || is_long => Some(true),
            Level::Choices => match self.0 {
                // A name that is no intervention may be a slip for one.
                Some(_) => Some(false),
                None => (elsewhere || name == "keuze").then_some(false),
            },
            Level::Choice(_) if name == "keuze" => Some(true),
            Level::Choice(Some(record)) => not(fields(record)),
            Level::Choice(None) => elsewhere.then_some(false),
            Level::Other => {
                let model = self.0?;
                let of_plan = model.record(PLAN).position(name).is_some();
                let others = model.records.iter().skip(1).any(|record| record.position(name).is_some());
                ((of_plan || is_choice || is_frame) && !others).then_some(false)
            }
        }
    }

    /// The record of which the fields stand in a part that a field of another record opens.
    fn record(self, level: Level, record: Option<RecordId>, opened: Level, name: &str) -> Option<RecordId> {
        match opened {
            Level::Practice => Some(PRACTICE),
            Level::Year => Some(YEAR),
            Level::Choice(record) => record,
            Level::Other if level != Level::Years => {
                let record = self.0?.record(record?);
                let ty = &record.fields.get(record.position(name)?).ty;
                let ty = if let Shape::List(inner) = ty.shape() { inner } else { ty };
                if let Shape::Record(id) = ty.shape() { Some(id) } else { None }
            }
            Level::Top | Level::Years | Level::Choices | Level::Other => None,
        }
    }

    /// The part that a line opens in another.
    fn opened(self, level: Level, name: &str) -> Level {
        match level {
            Level::Top if name.eq_ignore_ascii_case("praktijk") => Level::Practice,
            Level::Top if name.eq_ignore_ascii_case("jaren") => Level::Years,
            Level::Years => Level::Year,
            Level::Year if name.eq_ignore_ascii_case("interventies") => Level::Choices,
            Level::Choices => {
                let called = |found: &&Intervention| {
                    let mut all = std::iter::once(&found.label).chain(&found.also_known);
                    all.any(|label| label.eq_ignore_ascii_case(name))
                };
                let found = self.0.and_then(|model| {
                    let by_id = model.find_intervention(name).map(|id| model.intervention(id));
                    by_id.or_else(|| model.interventions.iter().find(called))
                });
                Level::Choice(found.map(|found| found.record))
            }
            Level::Top | Level::Practice | Level::Year | Level::Choice(_) | Level::Other => Level::Other,
        }
    }
}

/// The first line that stands out of place, and its number; in a text that does not read, also one that stands beside others
/// and not in line with them.
pub fn astray(lines: &[Line<'_>], names: Names<'_>, reads: bool) -> Option<(usize, Slip)> {
    let step = step(lines);
    let mut open = vec![Open::new(Level::Top, None, None)];
    // Those of which something is known: no more than a few, however deep a text is.
    let mut known: Vec<usize> = vec![0];
    for (index, line) in lines.iter().enumerate() {
        let Some((name, _)) = line.pair() else { continue };
        let column = line.indent();
        let inside = |part: &Open| part.own.is_none_or(|own| own < column || own == column && line.is_item());
        let around = open.iter().rposition(inside).map_or(0, |at| at + 1);
        let next = lines.get(index + 1).copied();
        let level = around.checked_sub(1).and_then(|at| open.get(at)).map_or(Level::Top, |part| part.level);
        if !line.is_item() && names.known(level, *line, next) == Some(false) {
            let fits =
                |at: &&usize| open.get(**at).is_some_and(|part| names.known(part.level, *line, next) == Some(true));
            let found = known.iter().rev().find(fits);
            if let Some(found) = found.and_then(|at| out_of_place(lines, index, *at, &open, step, names)) {
                return Some(found);
            }
        }
        open.truncate(around);
        known.retain(|at| *at < around);
        if let Some(found) = (!reads).then(|| out_of_line(lines, index, &open, step)).flatten() {
            return Some(found);
        }
        if let Some(part) = open.last_mut() {
            part.inner = part.inner.or(Some(column));
            part.first = part.first.or(Some(index));
            part.count += 1;
        }
        let level = if line.is_item() { Level::Other } else { names.opened(level, name) };
        let mut own = Open::new(level, Some(index), Some(column));
        own.inner = line.is_item().then(|| line.column());
        if level != Level::Other {
            known.push(open.len());
        }
        open.push(own);
    }
    None
}

/// Whether a field has its place beside a line; none when nobody can tell.
pub fn fits(lines: &[Line<'_>], index: usize, field: Line<'_>, names: Names<'_>) -> Option<bool> {
    Home::of(lines, index, names)?.fits(field, names)
}

/// The part in which a line stands, and the record of which the fields stand there.
#[derive(Clone, Copy)]
pub struct Home(Level, Option<RecordId>);

impl Home {
    pub fn of(lines: &[Line<'_>], index: usize, names: Names<'_>) -> Option<Self> {
        home(lines, index, names).map(|(level, record)| Self(level, record))
    }

    /// Whether a field has its place there; none when nobody can tell.
    pub fn fits(self, field: Line<'_>, names: Names<'_>) -> Option<bool> {
        let Self(level, record) = self;
        let declared = names.0.zip(record).map(|(model, id)| model.record(id)).filter(|_| level == Level::Other);
        let (word, _) = field.pair()?;
        declared.map_or_else(|| names.known(level, field, None), |own| Some(own.position(word).is_some()))
    }
}

/// What belongs behind the field of a line; none when nobody can tell.
pub fn shape_of<'m>(lines: &[Line<'_>], index: usize, names: Names<'m>) -> Option<Shape<'m>> {
    let (_, record) = home(lines, index, names)?;
    let record = names.0?.record(record?);
    let (name, _) = lines.get(index)?.pair()?;
    Some(record.fields.get(record.position(name)?).ty.shape())
}

/// The part in which a line stands, and the record of which the fields stand there.
fn home(lines: &[Line<'_>], index: usize, names: Names<'_>) -> Option<(Level, Option<RecordId>)> {
    let mut open: Vec<(Level, Option<RecordId>, Option<usize>)> = vec![(Level::Top, Some(PLAN), None)];
    for (at, line) in lines.iter().enumerate().take(index + 1) {
        let Some((name, _)) = line.pair() else { continue };
        let column = line.indent();
        let outside = |own: Option<usize>| own.is_some_and(|own| own > column || own == column && !line.is_item());
        while open.last().is_some_and(|(_, _, own)| outside(*own)) {
            open.pop();
        }
        let (level, record) = open.last().map_or((Level::Top, None), |(level, record, _)| (*level, *record));
        let level = if line.is_item() { Level::Other } else { level };
        if at == index {
            return Some((level, record));
        }
        let opened = names.opened(level, name);
        open.push((
            opened,
            names.record(level, record, opened, name).or(record.filter(|_| line.is_item())),
            Some(column),
        ));
    }
    None
}

/// The names of the fields that stand beside a line, its own among them.
pub fn beside<'t>(lines: &[Line<'t>], index: usize) -> Vec<&'t str> {
    let Some(line) = lines.get(index) else { return Vec::new() };
    let inside = |other: &&Line<'_>| other.column() >= line.column();
    let mut before: Vec<&Line<'t>> = lines.iter().take(index).rev().take_while(inside).collect();
    if line.is_item() {
        before.clear();
    } else if let Some(dash) = before.iter().position(|other| other.is_item() && other.column() == line.column()) {
        before.truncate(dash + 1);
    }
    let after = lines.iter().skip(index + 1).take_while(inside);
    let after = after.take_while(|other| !(other.is_item() && other.column() == line.column()));
    let all = before.into_iter().chain([line]).chain(after).filter(|other| other.column() == line.column());
    all.filter_map(|other| other.pair()).map(|(name, _)| name).collect()
}

/// The slip of a line that is not in line with those beside it, or of the first of those.
fn out_of_line(lines: &[Line<'_>], index: usize, open: &[Open], step: usize) -> Option<(usize, Slip)> {
    let (line, part) = (lines.get(index)?, open.last()?);
    let goal = part.inner.filter(|inner| *inner != line.indent())?;
    let own = part.own.map_or(0, |own| own + step);
    // The dash of a member stands out of place, and what belongs to it not.
    if let Some(item) = part.line.filter(|at| lines.get(*at).is_some_and(|line| line.is_item())) {
        let outer = open.len().checked_sub(2).and_then(|at| open.get(at)).and_then(|outer| outer.own);
        let right = outer.map_or(0, |own| own + step);
        let dash = lines.get(item)?;
        let width = dash.column() - dash.indent();
        let wrong = dash.indent() != right && right + width == line.indent();
        let at = if wrong { item } else { index };
        return Some((at, moved(lines, &[at], *lines.get(at)?, if wrong { right } else { goal })));
    }
    if part.count == 1 && goal != own && line.indent() == own {
        let first = part.first?;
        return Some((first, moved(lines, &[first], *lines.get(first)?, own)));
    }
    Some((index, moved(lines, &block(lines, index, goal, step), *line, goal)))
}

/// The slip of a line that belongs in a part that is or was open.
fn out_of_place(
    lines: &[Line<'_>],
    index: usize,
    at: usize,
    chain: &[Open],
    step: usize,
    names: Names<'_>,
) -> Option<(usize, Slip)> {
    let (line, part) = (lines.get(index)?, chain.get(at)?);
    let outer = at.checked_sub(1).and_then(|at| chain.get(at));
    // The line that it belongs to has slipped itself: what stands below that one is right.
    if let (Some(at), Some(own), Some(outer)) = (part.line, part.own, outer) {
        let right = outer.own.map_or(0, |own| own + step);
        if at + 1 == index && part.inner.is_none() && own != right && right + step == line.indent() {
            return Some((at, moved(lines, &[at], *lines.get(at)?, right)));
        }
    }
    let goal = part.inner.unwrap_or_else(|| part.own.map_or(0, |own| own + step));
    if goal == line.indent() {
        return None;
    }
    let mut all = block(lines, index, goal, step);
    let at_home = chain.iter().rfind(|other| other.own.is_none_or(|own| own < line.indent()));
    // Lines beside it that belong there as well.
    loop {
        let after = all.last().map_or(index + 1, |last| last + 1);
        let (Some(beside), next) = (lines.get(after), lines.get(after + 1).copied()) else { break };
        let same = beside.indent() == line.indent() && !beside.is_item();
        let here = at_home.is_some_and(|home| names.known(home.level, *beside, next) == Some(false));
        if !same || !here || names.known(part.level, *beside, next) != Some(true) {
            break;
        }
        all.extend(block(lines, after, goal, step));
    }
    let mut slip = moved(lines, &all, *line, goal);
    if let (Some(above), Level::Choice(_)) = (part.line.and_then(|at| lines.get(at)), part.level) {
        let last = all.last().map_or(index, |last| *last);
        if let Some(other) = also_fits(lines, index, last, names) {
            return Some((index, between(*line, above, other)));
        }
        slip.sure = if above.value().is_some() { Sure::Asked } else { slip.sure };
    }
    slip.changes.splice(0..0, long_form(lines, part, goal));
    Some((index, slip))
}

/// The choice right below a line in which it may belong as well as in the one above it.
fn also_fits<'s, 't>(lines: &'s [Line<'t>], index: usize, last: usize, names: Names<'_>) -> Option<&'s Line<'t>> {
    let line = lines.get(index)?;
    let (name, _) = line.pair()?;
    let below = lines.get(last + 1).filter(|below| below.indent() == line.indent() && below.opens())?;
    let level = names.opened(Level::Choices, below.pair()?.0);
    let known = names.known(level, *line, None) == Some(true);
    let inside = lines.iter().skip(last + 2).take_while(|other| other.indent() > below.indent());
    let lacks = inside.filter_map(|other| other.pair()).all(|(other, _)| other != name);
    (known && lacks).then_some(below)
}

/// The slip of a line that belongs in the choice above it or in the one below it: nothing is known of what it says.
fn between(line: Line<'_>, above: &Line<'_>, below: &Line<'_>) -> Slip {
    let name = |line: Line<'_>| line.pair().map_or("", |(name, _)| name).to_owned();
    let field = line.field();
    let span = Span::new(field.start, field.start + name(line).len());
    let message = Text::new("yaml-between-choices").with("name", name(line));
    let help = Text::new("yaml-between-choices-help").with("name", name(line));
    let help = help.with("above", name(*above)).with("below", name(*below));
    let change = Change::new(field.range(), format!("\"{UNREAD}{}\":", line.start));
    Slip { sure: Sure::Lost, ..Slip::new(vec![change], span, message, help) }
}

/// A choice in one line gets lines of its own.
fn long_form(lines: &[Line<'_>], part: &Open, goal: usize) -> Option<Change> {
    let choice = part.line.filter(|_| matches!(part.level, Level::Choice(_))).and_then(|at| lines.get(at))?;
    choice.value()?;
    let (_, behind) = choice.pair()?;
    Some(Change::new(behind.start..behind.start, format!("\n{}keuze:", " ".repeat(goal))))
}

/// A line, and those below it that move along.
fn block(lines: &[Line<'_>], index: usize, goal: usize, step: usize) -> Vec<usize> {
    let Some(line) = lines.get(index) else { return Vec::new() };
    let below = lines.iter().skip(index + 1).take_while(|other| other.indent() > line.indent()).count();
    // They stand right already.
    let right =
        lines.get(index + 1).is_some_and(|next| below > 0 && (next.indent() == goal + step || next.indent() == goal));
    let count = if right { 0 } else { below };
    (index..=index + count).collect()
}

fn moved(lines: &[Line<'_>], all: &[usize], first: Line<'_>, goal: usize) -> Slip {
    let change = |line: &Line<'_>| {
        let spaces = (line.indent() + goal).saturating_sub(first.indent());
        Change::new(line.start..line.own().start, " ".repeat(spaces))
    };
    let changes: Vec<Change> = all.iter().filter_map(|at| lines.get(*at)).map(change).collect();
    let (start, length) = (first.field().start, first.pair().map_or(0, |(name, _)| name.len()));
    let message = Text::new("yaml-indent-count").with("found", first.indent()).with("right", goal);
    let help = Text::new(if changes.len() > 1 { "yaml-indent-all" } else { "yaml-indent-to" })
        .with("count", goal)
        .with("lines", changes.len() - 1)
        .with("right", shown(first, goal));
    Slip::new(changes, Span::new(start, start + length), message, help)
}

/// How far most lines stand to the right of the line that they belong to.
fn step(lines: &[Line<'_>]) -> usize {
    let mut counts = [0_usize; 9];
    for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
        let more = next.indent().saturating_sub(line.indent());
        if let Some(count) = counts.get_mut(more).filter(|_| more > 1 && line.opens() && !line.is_item()) {
            *count += 1;
        }
    }
    let most = counts.iter().enumerate().max_by_key(|(size, count)| (**count, usize::MAX - size));
    most.filter(|(_, count)| **count > 0).map_or(STEP, |(size, _)| size)
}
