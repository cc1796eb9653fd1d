//! How the choices of a plan become valid with the fewest changes, as lines of the plan and as edits of its text.
//!
//! Input: a plan that was judged. Output: what the room `solve` found, in the words of this plan. Edits are given only when the
//! text that they make was read back and has those choices.

use std::fmt::Write;

use crate::check::Asked;
use crate::diagnostic::{Edit, Repair, Severity};
use crate::model::{Kind, Regioplan};
use crate::plan::{self, Choice, Content, Entry, RecordValue, YearPlan};
use crate::solve::{self, Change, End, Excused, Step, Way};
use crate::source::{Source, Span};

use super::finding::Finding;
use super::judge::Judgement;
use super::proposal::{Layout, Proposal, Proposed, ProposedChange, ProposedWay};
use super::reading::Reading;

/// A text of more bytes is judged once: every way that is tried would judge all of it again.
const LONGEST: usize = 32 * 1024;

/// The nearest valid choices of a plan; none when its choices break nothing, when nothing is known, or when it is very long.
#[must_use]
pub fn nearest(judged: &Judgement) -> Option<Proposal> {
    if judged.report.source.text.len() > LONGEST {
        return None;
    }
    let (reading, now) = judged.rests_on.as_ref()?;
    let findings = &judged.report.findings;
    findings.iter().find(|finding| finding.severity == Severity::Violation && finding.suppressed.is_none())?;
    let Reading { loaded, plan } = reading;
    let model = &loaded.model;
    let asked = Asked { model, plan, now };
    let found = solve::nearest(asked, &excused(model, findings))?;
    let year = plan.year(found.year)?;
    let layout = layout(&judged.report.source, year);
    let place = Place { source: &judged.report.source, model, year, layout };
    Some(match found.end {
        End::Ways { ways, more } => {
            let ways = ways.iter().map(|way| place.way(way, reading)).collect();
            Proposal { year: found.year, layout, ways, more, excluding: Vec::new() }
        }
        End::Never(rules) => {
            let rules = rules.iter().filter_map(|index| model.rules.get(*index));
            let excluding = rules.map(|rule| (rule.id.clone(), rule.title.clone())).collect();
            Proposal { year: found.year, excluding, ..Proposal::default() }
        }
    })
}

/// What the region agreed to leave as it is.
fn excused(model: &Regioplan, findings: &[Finding]) -> Excused {
    let mut excused = Excused::default();
    for finding in findings.iter().filter(|one| one.suppressed.is_some() || one.lowered.is_some()) {
        if !finding.built_in {
            let rule = model.rules.iter().position(|rule| rule.id == finding.rule);
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

/// Where the choices of a year stand in a text.
struct Place<'a> {
    source: &'a Source,
    model: &'a Regioplan,
    year: &'a YearPlan,
    layout: Layout,
}

impl Place<'_> {
    fn way(&self, way: &Way, reading: &Reading) -> ProposedWay {
        let mut changes: Vec<ProposedChange> = way.changes.iter().filter_map(|change| self.change(change)).collect();
        if self.layout == Layout::Lines && self.year.choices_span.is_none() {
            // What is added first stands below the name that the others stand below too.
            let indent = self.indent();
            let head = indent.get(2..).unwrap_or("");
            if let Some(first) = changes.iter_mut().find(|change| change.what == Proposed::Add) {
                first.lines.insert_str(0, &format!("{head}interventies:\n"));
            }
        }
        let edits = self.edits(way, &changes).filter(|edits| self.is_done_by(way, edits, reading));
        // In the order of the plan; what is added behind the rest.
        changes.sort_by_key(|change| (change.what == Proposed::Add, change.place.start));
        ProposedWay { changes, edits }
    }

    fn change(&self, change: &Change) -> Option<ProposedChange> {
        let id = &self.model.intervention(change.intervention)?.id;
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
        let needs = change.needs.clone();
        Some(ProposedChange { what, intervention: id.clone(), kinds, needs, place, lines })
    }

    fn choice(&self, change: &Change) -> Option<&Choice> {
        self.year.choices.iter().find(|choice| choice.intervention == change.intervention)
    }

    /// The lines of a new choice, with the fields that it needs left open.
    fn added(&self, id: &str, kind: Kind, change: &Change) -> String {
        let indent = self.indent();
        let record = self.model.intervention(change.intervention).and_then(|one| self.model.record(one.record));
        let own = |words: &&String| record.is_some_and(|record| record.position(words).is_some());
        let fields: Vec<&String> = change.needs.iter().filter(own).collect();
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
        let short = self.source.text.get(choice.key.end as usize..choice.kind_span.start as usize);
        if let Layout::Braces { .. } = self.layout {
            let is_short = short.is_some_and(|between| !between.contains('{'));
            let name = if is_short { self.name(choice) } else { "keuze" };
            return format!("{name}: {}", kind.word());
        }
        let (from, _) = self.source.line_bounds(self.line_of(choice.kind_span));
        let line = self.line(choice.kind_span);
        let (start, end) = (choice.kind_span.start as usize, choice.kind_span.end as usize);
        let before = line.get(..start.saturating_sub(from)).unwrap_or("");
        let after = line.get(end.saturating_sub(from)..).unwrap_or("").trim_end();
        format!("{before}{}{after}", kind.word())
    }

    fn name(&self, choice: &Choice) -> &str {
        self.model.intervention(choice.intervention).map_or("", |one| &one.id)
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
    fn edits(&self, way: &Way, changes: &[ProposedChange]) -> Option<Repair> {
        let mut edits = Vec::new();
        let mut added: Vec<&str> = Vec::new();
        for (change, shown) in way.changes.iter().zip(changes) {
            match (&change.step, self.choice(change)) {
                (Step::Add(_), _) => added.push(&shown.lines),
                (Step::Turn(kinds), Some(choice)) => edits.push(Edit::new(choice.kind_span, kinds.first()?.word())),
                (Step::Remove, Some(choice)) => edits.push(Edit::new(self.block(choice), "")),
                (Step::Turn(_) | Step::Remove, None) => return None,
            }
        }
        if !added.is_empty() {
            if self.layout != Layout::Lines {
                return None;
            }
            let goes = |choice: &Choice| {
                way.changes.iter().any(|one| one.step == Step::Remove && one.intervention == choice.intervention)
            };
            let last = self.year.choices.iter().max_by_key(|choice| choice.key.start).filter(|last| !goes(last));
            let below = last.map(|last| self.block(last)).or(self.year.choices_span).unwrap_or(self.year.key);
            let end = below.end.max(below.start + 1) - 1;
            let (from, to) = self.source.line_bounds(self.source.line_of(end));
            let line = self.source.text.get(from..to)?;
            let at = from + line.trim_end_matches(['\n', '\r']).len();
            edits.push(Edit::new(Span::at(at), format!("\n{}", added.join("\n"))));
        }
        edits.sort_by_key(|edit| edit.span);
        Some(Repair { edits, certain: false })
    }

    /// All lines of a choice.
    fn block(&self, choice: &Choice) -> Span {
        let end = choice.key.end.max(choice.kind_span.end).max(end_of(&choice.data));
        let (from, _) = self.source.line_bounds(self.line_of(choice.key));
        let (_, to) = self.source.line_bounds(self.source.line_of(end.saturating_sub(1)));
        Span::new(from, to)
    }

    /// Whether the text has the choices of the way once the edits are done.
    fn is_done_by(&self, way: &Way, edits: &Repair, reading: &Reading) -> bool {
        let (text, done) = crate::diagnostic::mended(&self.source.text, [edits]);
        let document = plan::parse(&text);
        let Some(after) = plan::read(&document, self.model, &[]).filter(|_| done == 1 && !document.mended) else {
            return false;
        };
        let Some(found) = after.year(self.year.year) else { return false };
        let mut wanted: Vec<_> = self.year.choices.iter().map(|one| (one.intervention, one.kind)).collect();
        for change in &way.changes {
            wanted.retain(|(id, _)| *id != change.intervention);
            match &change.step {
                Step::Add(kinds) | Step::Turn(kinds) => wanted.push((change.intervention, kinds.first().copied())),
                Step::Remove => {}
            }
        }
        let mut have: Vec<_> = found.choices.iter().map(|one| (one.intervention, one.kind)).collect();
        wanted.sort();
        have.sort();
        wanted == have && after.years.len() == reading.plan.years.len() && found.unread == 0
    }
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
