//! A region looked at: its rules judged, its practices in a row, and what each still has to do.

use jiff::civil::Date;

use crate::check::{Circumstances, Participant, Region, RegionOutcome, State, check_region, due_dates};
use crate::diagnostic::{Severity, Text};
use crate::model::{Quarter, REGION, Regioplan, Type};
use crate::plan::{self, Content, Entry, Frame, Plan, RecordValue};
use crate::source::{Source, Span};
use crate::value::Value;

use super::finding::Asked;
use super::reading::{Reading, Terms};
use super::region_case::{Case, expected, year_in};
use super::region_plans::Found;

/// A practice of the region.
#[derive(Debug)]
pub struct Practice {
    pub name: String,
    pub agb: Option<String>,
    /// Its plan; none when there is no plan yet.
    pub source: Option<Source>,
    pub start: Option<Quarter>,
    /// The programme year that the plan is for.
    pub year: Option<u8>,
    pub handed_in: Option<Date>,
    /// Year, intervention and kind of every choice.
    pub choices: Vec<(u8, String, Option<String>)>,
}

/// Something that is still missing.
#[derive(Clone, Debug)]
pub struct Open {
    pub practice: Option<String>,
    pub what: Text,
    pub due: Option<Date>,
}

/// Says which of the files that a plan refers to are not there; the file with the plan has this name.
pub type MissingOf<'a> = &'a dyn Fn(&str, &Plan) -> std::collections::BTreeSet<String>;

/// What there is to say of a region.
#[derive(Debug)]
pub struct View {
    pub practices: Vec<Practice>,
    pub outcome: RegionOutcome,
    pub open: Vec<Open>,
}

impl View {
    /// Whether a rule over the region is broken.
    #[must_use]
    pub fn is_violated(&self) -> bool {
        self.outcome.verdicts.iter().any(|verdict| verdict.state == State::Violated)
    }
}

impl Case {
    /// Judges the region and its plans.
    #[must_use]
    pub fn view(&self, now: &Circumstances, missing: MissingOf<'_>) -> View {
        let (model, calendar_year) = (&self.loaded.model, self.calendar_year);
        let figures = self.figures.as_ref().map(|figures| &figures.data);
        let numbered = self.region.plans.iter().map(|found| &found.reading).enumerate();
        let practices: Vec<Participant<'_>> = numbered
            .map(|(practice, Reading { loaded, plan })| {
                let year = year_in(&loaded.model, plan, calendar_year);
                Participant { practice, plan, year }
            })
            .collect();
        let outcome = check_region(model, &Region { practices: &practices, figures, calendar_year }, now);
        let mut lines: Vec<Practice> = self.region.plans.iter().map(practice).collect();
        let mut open = self.open(now, missing);
        for member in members(model, figures) {
            if !lines.iter().any(|line| line.agb == member.agb) {
                open.push(self.no_plan(&member, now));
                lines.push(member);
            }
        }
        open.sort_by(|a, b| (a.due, &a.practice).cmp(&(b.due, &b.practice)));
        View { practices: lines, outcome, open }
    }

    /// What the plans of this calendar year still lack: a plan for the year, or evidence that comes later.
    fn open(&self, now: &Circumstances, missing: MissingOf<'_>) -> Vec<Open> {
        let mut open = Vec::new();
        for found in &self.region.plans {
            let (model, plan) = (&found.reading.loaded.model, &found.reading.plan);
            match expected(model, plan, self.calendar_year) {
                Some(year) if plan.last.is_some_and(|last| last < year) => {
                    let start = plan.frame.start.map(|(start, _)| start);
                    let due = due(model, start, year, now);
                    let what = Text::new("region-open-plan").with("year", year);
                    open.push(Open { practice: Some(found.name()), what, due });
                }
                _ => {
                    // The figures are read by the regioplan of the region; a plan of another one does not know them.
                    let same = std::sync::Arc::ptr_eq(&found.reading.loaded, &self.loaded);
                    let figures = self.figures.as_ref().map(|figures| &figures.data).filter(|_| same);
                    open.extend(later(found, figures, now, missing));
                }
            }
        }
        open
    }

    /// A practice of the figures that has no plan at all.
    fn no_plan(&self, member: &Practice, now: &Circumstances) -> Open {
        let model = &self.loaded.model;
        let frame = Frame { start: member.start.map(|start| (start, Span::default())), ..Frame::default() };
        let plan = plan::empty_plan(frame);
        let year = expected(model, &plan, self.calendar_year);
        let due = year.and_then(|year| due(model, member.start, year, now));
        let what = match year {
            Some(year) => Text::new("region-open-plan").with("year", year),
            None => Text::new("region-open-any-plan"),
        };
        Open { practice: Some(member.name.clone()), what, due }
    }
}

/// What the check of one plan finds wrong or due later, once for each rule.
fn later(found: &Found, figures: Option<&RecordValue>, now: &Circumstances, missing: MissingOf<'_>) -> Vec<Open> {
    let Found { reading, source } = found;
    let terms = Terms { accounting: now.accounting, ..Terms::on(now.reference) };
    let outcome = reading.outcome_beside(figures, &terms, &|plan| missing(&source.name, plan));
    let findings = reading.findings(&outcome, Asked::All);
    let mut open: Vec<Open> = Vec::new();
    if findings.iter().any(|finding| finding.severity == Severity::Violation) {
        let what = Text::new("region-open-mend").with("path", &source.name);
        open.push(Open { practice: Some(found.name()), what, due: None });
    }
    let mut rules: Vec<&str> = Vec::new();
    for finding in findings.iter().filter(|finding| finding.severity == Severity::Pending) {
        if !rules.contains(&finding.rule.as_str()) {
            rules.push(&finding.rule);
            let what = Text::new("region-open-evidence").with("title", finding.title.clone());
            // No document names a day for the accounting itself.
            open.push(Open { practice: Some(found.name()), what, due: None });
        }
    }
    open
}

/// The day by which a plan for this year must be in, as the rules say.
fn due(model: &Regioplan, start: Option<Quarter>, year: u8, now: &Circumstances) -> Option<Date> {
    let place = Span::default();
    let frame = Frame { start: start.map(|start| (start, place)), year: Some((year, place)), ..Frame::default() };
    let now = Circumstances { accounting: false, ..now.clone() };
    due_dates(model, &plan::empty_plan(frame), year, &now).into_iter().map(|(_, date)| date).min()
}

fn practice(found: &Found) -> Practice {
    let (model, plan) = (&found.reading.loaded.model, &found.reading.plan);
    let own = plan.frame.year.map(|(year, _)| year);
    let choices = plan.years.iter().filter(|year| plan.last.is_some_and(|last| year.year <= last)).flat_map(|year| {
        year.choices.iter().filter_map(|choice| {
            let name = model.intervention(choice.intervention)?.id.clone();
            Some((year.year, name, choice.kind.map(|kind| kind.word().to_owned())))
        })
    });
    Practice {
        name: found.name(),
        agb: found.reading.field("agb"),
        start: plan.frame.start.map(|(start, _)| start),
        year: own,
        handed_in: plan.frame.handed_in.map(|(date, _)| date),
        choices: choices.collect(),
        source: Some(found.source.clone()),
    }
}

/// The practices that the figures name: the list of records with an AGB code.
fn members(model: &Regioplan, figures: Option<&RecordValue>) -> Vec<Practice> {
    let fields = model.record(REGION).map(|record| record.fields.as_slice()).unwrap_or_default();
    for (index, field) in fields.iter().enumerate() {
        let Type::List(inner) = &field.ty else { continue };
        let Type::Record(id) = inner.as_ref() else { continue };
        let Some(record) = model.record(*id) else { continue };
        let at = |ty: &Type| record.fields.iter().position(|field| field.ty == *ty);
        let Some(agb) = at(&Type::Agb) else { continue };
        let Some(Entry { content: Content::List(items), .. }) = figures.and_then(|figures| figures.entry(index)) else {
            continue;
        };
        let read = |item: &Entry| {
            let Content::Record(value) = &item.content else { return None };
            let text = |index: usize| value.text(index).map(str::to_owned);
            let start = match at(&Type::Quarter).and_then(|index| value.value(index)) {
                Some(Value::Quarter(quarter)) => Some(*quarter),
                _ => None,
            };
            let agb = text(agb)?;
            let name = record.position("naam").and_then(text).unwrap_or_else(|| agb.clone());
            Some(Practice {
                name,
                agb: Some(agb),
                source: None,
                start,
                year: None,
                handed_in: None,
                choices: Vec::new(),
            })
        };
        return items.iter().filter_map(read).collect();
    }
    Vec::new()
}
