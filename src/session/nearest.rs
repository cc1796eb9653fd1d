//! How the choices of a plan become valid with the fewest changes, as lines of the plan and as edits of its text.
//!
//! Input: what the room `solve` found for a plan. Output: the same in the words of this plan. Edits are given only when the text
//! that they make was read back and has those choices.

use std::fmt::Write;

use crate::diagnostic::{Edit, Repair};
use crate::model::{Contents, Kind, Regioplan};
use crate::plan::{self, Choice, Content, Entry, Plan, RecordValue, YearPlan};
use crate::solve::{Change, End, Excused, Nearest, Step, Way};
use crate::source::{Source, Span};

use super::changes::{excluding, said};
use super::finding::Finding;
use super::proposal::{Layout, Proposal, Proposed, ProposedChange, ProposedWay};
use super::reading::Reading;

/// What was found about the choices of a plan, in the words of that plan.
pub(super) fn proposal(found: &Nearest, source: &Source, reading: &Reading) -> Proposal {
    let Reading { loaded, plan } = reading;
    let model = &loaded.model;
    let years = found.years.clone();
    match &found.end {
        End::Ways { ways, more } => {
            let places: Vec<Place<'_>> =
                years.iter().filter_map(|year| Some(Place::of(source, model, plan.year(*year)?))).collect();
            let ways: Vec<ProposedWay> = ways.iter().map(|found| way(&places, found, reading)).collect();
            let mut years: Vec<u8> = ways.iter().flat_map(|way| &way.changes).map(|change| change.year).collect();
            years.sort_unstable();
            years.dedup();
            Proposal { years, ways, more: *more, ..Proposal::default() }
        }
        End::Never(rules) => Proposal { years, excluding: excluding(rules, &model.contents), ..Proposal::default() },
    }
}

/// What the region agreed to leave as it is.
pub(super) fn excused(model: &Contents, findings: &[Finding]) -> Excused {
    let mut excused = Excused::default();
    for finding in findings.iter().filter(|one| one.suppressed.is_some() || one.lowered.is_some()) {
        if !finding.built_in {
            let rule = model.rules.find(|rule| rule.id == finding.rule);
            excused.rules.extend(rule.map(|rule| (rule, finding.year)));
        } else if let Some(id) = finding.intervention.as_deref().and_then(|id| model.find_intervention(id)) {
            excused.choices.extend(finding.year.map(|year| (year, id)));
        }
    }
    excused
}

/// A brace stands between the name above the choices and the first of them, or else the end of its line.
fn layout(source: &Source, year: &YearPlan) -> Layout {
    let above = year.choices_span.unwrap_or(year.key);
    let (_, end) = source.line_bounds(source.line_of(above.start));
    let first = year.choices.iter().map(|choice| choice.key.start as usize).min();
    let between = source.text.get(above.end as usize..first.unwrap_or(end)).unwrap_or("");
    let code = between.lines().map(|line| line.split_once('#').map_or(line, |(code, _)| code));
    if code.into_iter().any(|code| code.contains('{')) {
        Layout::Braces { opened: year.choices_span.is_some() }
    } else {
        Layout::Lines
    }
}

/// A way in the words of a plan: in its order; what is added behind the rest of its year.
fn way(places: &[Place<'_>], way: &Way, reading: &Reading) -> ProposedWay {
    let (mut all, mut edits) = (Vec::new(), Some(Vec::new()));
    for place in places {
        let of_year: Vec<&Change> = way.changes.iter().filter(|change| change.year == place.year.year).collect();
        let changes = place.changes(&of_year);
        let found = place.edits(&of_year, &changes);
        edits = edits.zip(found).map(|(mut all, found)| {
            all.extend(found);
            all
        });
        all.extend(place.once(&of_year, changes));
    }
    all.sort_by_key(|change| (change.year, change.what == Proposed::Add, change.place.start));
    let edits = edits.filter(|edits| !edits.is_empty()).map(|mut edits| {
        edits.sort_by_key(|edit: &Edit| edit.span);
        Repair { edits, certain: false }
    });
    let edits = edits.filter(|edits| is_done_by(places, way, edits, reading));
    let said = said(&way.changes, &reading.loaded.model.contents);
    ProposedWay { said, changes: all, edits }
}

/// Whether the text has the choices of the way once the edits are done.
fn is_done_by(places: &[Place<'_>], way: &Way, edits: &Repair, reading: &Reading) -> bool {
    let Some(place) = places.first() else { return false };
    let (text, done) = crate::diagnostic::mended(&place.source.text, [edits]);
    let document = plan::parse(&text);
    let Some(after) = plan::read(&document, place.model, &[]).filter(|_| done == 1 && !document.mended) else {
        return false;
    };
    after.years.len() == reading.plan.years.len() && places.iter().all(|place| place.has(way, &after))
}

/// Where the choices of a year stand in a text.
struct Place<'a> {
    source: &'a Source,
    model: &'a Regioplan,
    year: &'a YearPlan,
    layout: Layout,
}

impl<'a> Place<'a> {
    fn of(source: &'a Source, model: &'a Regioplan, year: &'a YearPlan) -> Self {
        Self { source, model, year, layout: layout(source, year) }
    }

    fn changes(&self, all: &[&Change]) -> Vec<ProposedChange> {
        let mut changes: Vec<ProposedChange> = all.iter().filter_map(|change| self.change(change)).collect();
        if self.layout == Layout::Lines && self.year.choices_span.is_none() {
            // What is added first stands below the name that the others stand below too.
            let indent = self.indent();
            let head = indent.get(2..).unwrap_or("");
            if let Some(first) = changes.iter_mut().find(|change| change.what == Proposed::Add) {
                first.lines.insert_str(0, &format!("{head}interventies:\n"));
            }
        }
        changes
    }

    /// What stands there a second time goes; what then stays as it stands is no change.
    fn once(&self, all: &[&Change], mut changes: Vec<ProposedChange>) -> Vec<ProposedChange> {
        for (choice, again) in all.iter().filter_map(|change| self.doubled(change)) {
            let id = self.name(choice);
            let stays = |shown: &ProposedChange| {
                shown.intervention == id
                    && shown.what == Proposed::Turn
                    && shown.kinds.first().is_some_and(|kind| self.says(choice, *kind))
            };
            changes.retain(|shown| !stays(shown));
            let lines = match self.layout {
                Layout::Lines => self.line(again).trim_end(),
                Layout::Braces { .. } => again.of(&self.source.text),
            };
            changes.push(ProposedChange {
                what: Proposed::Remove,
                year: self.year.year,
                layout: self.layout,
                intervention: id.to_owned(),
                kinds: Vec::new(),
                needs: Vec::new(),
                place: again,
                lines: lines.to_owned(),
            });
        }
        changes
    }

    /// A choice that changes, and where it stands a second time.
    fn doubled(&self, change: &Change) -> Option<(&Choice, Span)> {
        let choice = self.choice(change)?;
        Some((choice, choice.again?))
    }

    /// Whether this kind is what stands there.
    fn says(&self, choice: &Choice, kind: Kind) -> bool {
        choice.kind_span.of(&self.source.text).trim() == kind.word()
    }

    fn change(&self, change: &Change) -> Option<ProposedChange> {
        let id = &self.model.contents.intervention(change.intervention).id;
        let choice = self.choice(change);
        let (what, kinds, place, lines) = match &change.step {
            Step::Add(kinds) => {
                let place = self.year.choices_span.unwrap_or(self.year.key);
                (Proposed::Add, kinds.clone(), place, self.added(id, *kinds.first()?, change))
            }
            Step::Turn(kinds) => {
                let choice = choice?;
                (Proposed::Turn, kinds.clone(), choice.kind_span, self.turned(choice, *kinds.first()?))
            }
            Step::Remove => {
                let choice = choice?;
                let line = match self.layout {
                    Layout::Lines => self.line(choice.key).trim_end(),
                    Layout::Braces { .. } => id,
                };
                (Proposed::Remove, Vec::new(), choice.key, line.to_owned())
            }
        };
        let (year, layout, needs) = (change.year, self.layout, change.needs.clone());
        Some(ProposedChange { what, year, layout, intervention: id.clone(), kinds, needs, place, lines })
    }

    fn choice(&self, change: &Change) -> Option<&Choice> {
        self.year.choices.iter().find(|choice| choice.intervention == change.intervention)
    }

    /// The lines of a new choice, with the fields that it needs left open.
    fn added(&self, id: &str, kind: Kind, change: &Change) -> String {
        let indent = self.indent();
        let record = self.model.contents.record(self.model.contents.intervention(change.intervention).record);
        let own = |words: &&String| record.position(words).is_some();
        let fields: Vec<&String> = change.needs.iter().map(|need| &need.words).filter(own).collect();
        match self.layout {
            Layout::Braces { .. } if fields.is_empty() => return format!("{id}: {}", kind.word()),
            Layout::Braces { .. } => {
                let open: Vec<String> = fields.iter().map(|field| format!("{field}: ")).collect();
                return format!("{id}: {{keuze: {}, {}}}", kind.word(), open.join(", "));
            }
            Layout::Lines if fields.is_empty() => return format!("{indent}{id}: {}", kind.word()),
            Layout::Lines => {}
        }
        let mut lines = format!("{indent}{id}:\n{indent}  keuze: {}", kind.word());
        for field in fields {
            let _ = write!(lines, "\n{indent}  {field}:");
        }
        lines
    }

    /// The line on which the kind of a choice changes.
    fn turned(&self, choice: &Choice, kind: Kind) -> String {
        if choice.kind_span == choice.key {
            // No kind stands there.
            let short = choice.data.values.is_empty();
            return match (self.layout, short) {
                (Layout::Lines, true) => format!("{}{}: {}", self.indent(), self.name(choice), kind.word()),
                (Layout::Lines, false) => {
                    format!("{}\n{}  keuze: {}", self.line(choice.key).trim_end(), self.indent(), kind.word())
                }
                (Layout::Braces { .. }, true) => format!("{}: {}", self.name(choice), kind.word()),
                (Layout::Braces { .. }, false) => format!("keuze: {}", kind.word()),
            };
        }
        let short = self.source.text.get(choice.key.end as usize..choice.kind_span.start as usize);
        if let Layout::Braces { .. } = self.layout {
            let is_short = short.is_some_and(|between| !between.contains('{'));
            let name = if is_short { self.name(choice) } else { "keuze" };
            return format!("{name}: {}", kind.word());
        }
        let (from, _) = self.source.line_bounds(self.line_of(choice.kind_span));
        let line = self.line(choice.kind_span);
        let (mut start, mut end) = (choice.kind_span.start as usize, choice.kind_span.end as usize);
        let colon = self.colon(choice.kind_span).filter(|_| choice.is_open);
        let space = if let Some(colon) = colon {
            (start, end) = (colon, colon);
            " "
        } else {
            ""
        };
        let before = line.get(..start.saturating_sub(from)).unwrap_or("");
        let after = line.get(end.saturating_sub(from)..).unwrap_or("").trim_end();
        format!("{before}{space}{}{after}", kind.word())
    }

    /// Where the colon behind a name ends.
    fn colon(&self, key: Span) -> Option<usize> {
        let from = key.end as usize;
        let rest = self.source.text.get(from..)?;
        let colon = rest.find(':').filter(|at| rest.get(..*at).is_some_and(|between| between.trim().is_empty()))?;
        Some(from + colon + 1)
    }

    fn name(&self, choice: &Choice) -> &str {
        &self.model.contents.intervention(choice.intervention).id
    }

    fn line_of(&self, span: Span) -> usize {
        self.source.line_of(span.start)
    }

    fn line(&self, span: Span) -> &str {
        let (from, to) = self.source.line_bounds(self.line_of(span));
        self.source.text.get(from..to).unwrap_or("")
    }

    /// What stands before a choice of this year.
    fn indent(&self) -> String {
        let column = |span: Span| (span.start as usize).saturating_sub(self.source.line_bounds(self.line_of(span)).0);
        let first = self.year.choices.first().map(|choice| column(choice.key));
        let below = || self.year.choices_span.map(|span| column(span) + 2);
        " ".repeat(first.or_else(below).unwrap_or_else(|| column(self.year.key) + 4))
    }

    /// The edits that do it: what is added comes below the last choice that stays, or at the top of the choices.
    fn edits(&self, all: &[&Change], changes: &[ProposedChange]) -> Option<Vec<Edit>> {
        let mut edits = Vec::new();
        let mut added: Vec<&str> = Vec::new();
        for (change, shown) in all.iter().zip(changes) {
            match (&change.step, self.choice(change)) {
                (Step::Add(_), _) => added.push(&shown.lines),
                (Step::Turn(kinds), Some(choice)) if choice.kind_span == choice.key => {
                    edits.push(self.filled_in(choice, *kinds.first()?)?);
                }
                (Step::Turn(kinds), Some(choice)) if choice.is_open => {
                    let at = self.colon(choice.kind_span)?;
                    edits.push(Edit::new(Span::at(at), format!(" {}", kinds.first()?.word())));
                }
                (Step::Turn(kinds), Some(choice)) if self.says(choice, *kinds.first()?) => {}
                (Step::Turn(kinds), Some(choice)) => edits.push(Edit::new(choice.kind_span, kinds.first()?.word())),
                (Step::Remove, Some(choice)) => edits.push(Edit::new(self.gone(choice)?, "")),
                (Step::Turn(_) | Step::Remove, None) => return None,
            }
        }
        for (_, again) in all.iter().filter_map(|change| self.doubled(change)) {
            if self.layout != Layout::Lines {
                return None;
            }
            edits.push(Edit::new(self.lines_of(again), ""));
        }
        if added.is_empty() {
            return Some(edits);
        }
        let goes =
            |choice: &Choice| all.iter().any(|one| one.step == Step::Remove && one.intervention == choice.intervention);
        edits.push(match self.layout {
            Layout::Lines => self.below(goes, &added)?,
            Layout::Braces { opened } => self.within(opened, goes, &added)?,
        });
        Some(edits)
    }

    /// What is added on lines of its own.
    fn below(&self, goes: impl Fn(&Choice) -> bool, added: &[&str]) -> Option<Edit> {
        let last = self.year.choices.iter().max_by_key(|choice| choice.key.start).filter(|last| !goes(last));
        let below = last.map(|last| self.block(last)).or(self.year.choices_span).unwrap_or(self.year.key);
        let end = below.end.max(below.start + 1) - 1;
        let (from, to) = self.source.line_bounds(self.source.line_of(end));
        let line = self.source.text.get(from..to)?;
        let at = from + line.trim_end_matches(['\n', '\r']).len();
        Some(Edit::new(Span::at(at), self.with_line_ends(format!("\n{}", added.join("\n")))))
    }

    /// Lines with the ends that those of the file have.
    fn with_line_ends(&self, lines: String) -> String {
        if self.source.text.contains("\r\n") { lines.replace('\n', "\r\n") } else { lines }
    }

    /// What is added between braces: before the first choice that stays, or right behind the brace.
    fn within(&self, opened: bool, goes: impl Fn(&Choice) -> bool, added: &[&str]) -> Option<Edit> {
        let text = added.join(", ");
        if !opened {
            let at = self.brace(self.year.key)?;
            let rest = self.source.text.get(at..)?.trim_start();
            let between = if rest.starts_with('}') { "" } else { ", " };
            return Some(Edit::new(Span::at(at), format!("interventies: {{{text}}}{between}")));
        }
        let stays = self.year.choices.iter().filter(|choice| !goes(choice));
        match stays.min_by_key(|choice| choice.key.start) {
            Some(first) => Some(Edit::new(Span::at(first.key.start as usize), format!("{text}, "))),
            None => Some(Edit::new(Span::at(self.brace(self.year.choices_span?)?), text)),
        }
    }

    /// Where the first brace behind a name ends.
    fn brace(&self, key: Span) -> Option<usize> {
        let from = key.end as usize;
        self.source.text.get(from..)?.find('{').map(|at| from + at + 1)
    }

    /// The kind, where none stands.
    fn filled_in(&self, choice: &Choice, kind: Kind) -> Option<Edit> {
        let colon = self.colon(choice.key)?;
        if choice.data.values.iter().all(Option::is_none) {
            return Some(Edit::new(Span::at(colon), format!(" {}", kind.word())));
        }
        match self.layout {
            Layout::Lines => {
                let lines = format!("\n{}  keuze: {}", self.indent(), kind.word());
                Some(Edit::new(Span::at(colon), self.with_line_ends(lines)))
            }
            Layout::Braces { .. } => {
                let at = self.brace(choice.key)?;
                Some(Edit::new(Span::at(at), format!("keuze: {}, ", kind.word())))
            }
        }
    }

    /// What goes with a choice: its lines, or its part of a line.
    fn gone(&self, choice: &Choice) -> Option<Span> {
        if self.layout == Layout::Lines {
            return Some(self.block(choice));
        }
        let start = choice.key.start;
        let next = self.year.choices.iter().map(|other| other.key.start).filter(|other| *other > start).min();
        if let Some(next) = next {
            return Some(Span::new(start as usize, next as usize));
        }
        let before = self.source.text.get(..start as usize)?;
        let from = before.trim_end().strip_suffix(',').map_or(start as usize, str::len);
        let end = end(choice) as usize;
        let inner = self.source.text.get(choice.key.end as usize..end)?.contains('{');
        let close = self.source.text.get(end..)?.find('}').filter(|_| inner).map_or(end, |at| end + at + 1);
        Some(Span::new(from, close))
    }

    /// All lines of a choice.
    fn block(&self, choice: &Choice) -> Span {
        self.lines_of(Span::new(choice.key.start as usize, end(choice) as usize))
    }

    /// All lines on which something stands.
    fn lines_of(&self, span: Span) -> Span {
        let (from, _) = self.source.line_bounds(self.line_of(span));
        let (_, to) = self.source.line_bounds(self.source.line_of(span.end.saturating_sub(1)));
        Span::new(from, to)
    }

    /// Whether a plan has the choices of the way in this year.
    fn has(&self, way: &Way, after: &Plan) -> bool {
        let Some(found) = after.year(self.year.year).filter(|found| found.unread == 0) else { return false };
        let mut wanted: Vec<_> = self.year.choices.iter().map(|one| (one.intervention, one.kind)).collect();
        for change in way.changes.iter().filter(|change| change.year == self.year.year) {
            wanted.retain(|(id, _)| *id != change.intervention);
            match &change.step {
                Step::Add(kinds) | Step::Turn(kinds) => wanted.push((change.intervention, kinds.first().copied())),
                Step::Remove => {}
            }
        }
        let mut have: Vec<_> = found.choices.iter().map(|one| (one.intervention, one.kind)).collect();
        wanted.sort();
        have.sort();
        wanted == have
    }
}

/// Where a choice ends.
fn end(choice: &Choice) -> u32 {
    choice.key.end.max(choice.kind_span.end).max(end_of(&choice.data))
}

/// Where a record ends.
fn end_of(record: &RecordValue) -> u32 {
    record.values.iter().flatten().map(end_of_entry).max().unwrap_or_default()
}

fn end_of_entry(entry: &Entry) -> u32 {
    let inside = match &entry.content {
        Content::List(items) => items.iter().map(end_of_entry).max().unwrap_or_default(),
        Content::Record(record) => end_of(record),
        Content::Value(_) | Content::Filler(_) | Content::Blank | Content::Invalid => 0,
    };
    inside.max(entry.key.end).max(entry.span.end)
}
