//! A region looked at: its rules judged, its practices in a row, and what each still has to do.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::check::{Circumstances, Participant, Region, RegionOutcome, State, check_region, due_dates};
use crate::diagnostic::{Severity, Text};
use crate::model::{Quarter, REGION, Regioplan, Type};
use crate::plan::{self, Content, Entry, Frame, RecordValue, mask_citizen_numbers};
use crate::source::{Source, Span};
use crate::value::{Value, name_key};

use super::parts::{Part, Parts};
use super::post::Reached;
use super::reading::Reading;
use super::region_case::{Case, expected, year_in};
use super::region_plans::{Found, Skipped, SkippedSort};
use super::report::Report;
use super::reviews::Review;
use super::standing::{Deadline, DeadlineSort, RuleDays, Standing, Status};
use super::things::Things;

/// A practice of the region.
#[derive(Debug)]
pub struct Practice {
    pub name: String,
    pub agb: Option<String>,
    /// Whom to write to: the first person with an e-mail address among the data of the practice.
    pub contact: Option<String>,
    /// The regioplan that judges its plan.
    pub regioplan: Option<String>,
    /// The file; none when there is no plan yet.
    pub path: Option<String>,
    /// Its plan, when it can be read.
    pub source: Option<Source>,
    pub start: Option<Quarter>,
    /// The programme year that the plan is for.
    pub year: Option<u8>,
    pub handed_in: Option<Date>,
    /// Year, intervention and kind of every choice.
    pub choices: Vec<(u8, String, Option<String>)>,
    pub standing: Standing,
    /// The plan that must be handed in first.
    pub next: Option<Open>,
    /// Why its plan cannot be read.
    pub unread: Option<Text>,
    /// What is to be done, when somebody reads that.
    pub things: Option<Box<Things>>,
}

/// Something that is still missing.
#[derive(Clone, Debug)]
pub struct Open {
    pub practice: Option<String>,
    pub what: Text,
    pub due: Option<Date>,
    /// Nothing is to be done now: it is asked at an accounting.
    pub later: bool,
}

/// Judges the plan of a practice, beside what the region says of itself, with settings, exceptions and decisions.
pub type JudgeOf<'a> = &'a dyn Fn(&Found, Option<Arc<RecordValue>>) -> Option<(Report, Circumstances)>;

/// How much of each practice somebody will read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Where it stands, in numbers.
    Counted,
    /// What is to be done, in words.
    InWords,
    /// The same, and how many practices meet each rule.
    WithParts,
}

/// What there is to say of a region.
#[derive(Debug)]
pub struct View {
    /// Whom to ask, as the figures of the region say.
    pub asked: Option<Reached>,
    /// In order of name.
    pub practices: Vec<Practice>,
    /// Which of the practices each plan is of, by its number in the outcome.
    pub of_plans: Vec<Option<usize>>,
    /// How many practices meet each rule, when somebody reads that.
    pub parts: Vec<Part>,
    pub outcome: RegionOutcome,
    pub open: Vec<Open>,
    pub skipped: Vec<Skipped>,
    /// What a person must judge in the plans, or has judged.
    pub reviews: Vec<Review>,
}

impl View {
    fn add(&mut self, practice: Practice, plan: Option<usize>) {
        if let Some(place) = plan.and_then(|number| self.of_plans.get_mut(number)) {
            *place = Some(self.practices.len());
        }
        self.practices.push(practice);
    }

    /// Adds a file that was not counted; one that seems to be a plan is a practice of which nothing is known.
    pub fn skip(&mut self, mut one: Skipped) {
        one.path = mask_citizen_numbers(&one.path).into_owned();
        if one.sort == SkippedSort::Unreadable {
            let path = Some(one.path.clone());
            let unread = Some(one.why.clone());
            self.add(Practice { path, unread, ..nobody(one.path.clone(), Status::Unreadable) }, None);
        }
        self.skipped.push(one);
    }

    /// Whether a rule over the region is broken.
    #[must_use]
    pub fn is_violated(&self) -> bool {
        self.outcome.verdicts.iter().any(|verdict| verdict.state == State::Violated)
    }

    /// Whether a practice has something to mend, or a plan that cannot be read.
    #[must_use]
    pub fn has_broken_plans(&self) -> bool {
        let broken = |practice: &Practice| match practice.standing.status {
            Status::ToMend | Status::Unreadable => true,
            Status::InOrder | Status::ToReview | Status::NoPlan => false,
        };
        self.practices.iter().any(broken)
    }
}

impl Case {
    /// Judges the region and its plans.
    #[must_use]
    pub fn view(&self, now: &Circumstances, kept: Kept, judge: JudgeOf<'_>) -> View {
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
        let own_figures = figures.cloned().map(Arc::new);
        let mut view = View {
            asked: figures.and_then(|figures| Reached::at_region(model, figures)),
            practices: Vec::new(),
            parts: Vec::new(),
            of_plans: vec![None; practices.len()],
            outcome,
            open: Vec::new(),
            skipped: Vec::new(),
            reviews: Vec::new(),
        };
        let (open, reviews) = (&mut view.open, &mut view.reviews);
        let mut parts = Parts::default();
        let mut lines = Vec::new();
        for (number, found) in self.region.plans.iter().enumerate() {
            // The figures are read by the regioplan of the region; a plan of another one does not know them.
            let same = Arc::ptr_eq(&found.reading.loaded, &self.loaded);
            let Some((report, now_of_plan)) = judge(found, own_figures.clone().filter(|_| same)) else { continue };
            reviews.extend(report.reviews(&found.reading));
            let days = RuleDays::of(&report, &found.reading, &now_of_plan);
            let mut standing = Standing::of(&report, &days);
            let next = self.next_plan(found, now);
            match &next {
                Some(next) => {
                    standing.lacks_plan();
                    standing.add(next.deadline());
                    open.push(next.clone());
                }
                None => open.extend(later(found, &report)),
            }
            if kept == Kept::WithParts {
                parts.add(&report, &found.reading, &now_of_plan);
            }
            let things = (kept != Kept::Counted).then(|| Box::new(Things::of(&report, &found.reading, &days)));
            lines.push((Practice { next, things, ..practice(found, standing) }, Some(number)));
        }
        let known: BTreeSet<String> = lines.iter().filter_map(|(line, _)| line.agb.clone()).collect();
        for member in members(model, figures) {
            if member.agb.as_ref().is_none_or(|agb| !known.contains(agb)) {
                let none = self.no_plan(&member, now);
                let mut standing = Standing::without_plan(Status::NoPlan);
                standing.add(none.deadline());
                open.push(none.clone());
                lines.push((Practice { standing, next: Some(none), ..member }, None));
            }
        }
        open.sort_by(|a, b| (a.due, &a.practice).cmp(&(b.due, &b.practice)));
        lines.sort_by_cached_key(|(line, _)| (name_key(&line.name).into_owned(), line.path.clone()));
        for (line, number) in lines {
            view.add(line, number);
        }
        view.parts = parts.into_list();
        self.region.skipped.iter().for_each(|one| view.skip(one.clone()));
        view
    }

    /// What a practice that has no plan yet for the year of the region must hand in.
    fn next_plan(&self, found: &Found, now: &Circumstances) -> Option<Open> {
        let (model, plan) = (&found.reading.loaded.model, &found.reading.plan);
        let year =
            expected(model, plan, self.calendar_year).filter(|year| plan.last.is_some_and(|last| last < *year))?;
        let start = plan.frame.start.map(|(start, _)| start);
        let what = Text::new("region-open-plan").with("year", year);
        Some(Open { practice: Some(found.name()), what, due: due(model, start, year, now), later: false })
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
        Open { practice: Some(member.name.clone()), what, due, later: false }
    }
}

impl Open {
    /// The day of it, when there is one.
    fn deadline(&self) -> Option<Deadline> {
        Some(Deadline { date: self.due?, sort: DeadlineSort::Plan, what: self.what.clone(), rule: None, year: None })
    }
}

/// What the check of one plan finds wrong or due later, once for each rule.
fn later(found: &Found, report: &Report) -> Vec<Open> {
    let counts = || report.findings.iter().filter(|finding| finding.suppressed.is_none());
    let mut open: Vec<Open> = Vec::new();
    if counts().any(|finding| finding.severity == Severity::Violation) {
        let what = Text::new("region-open-mend");
        open.push(Open { practice: Some(found.name()), what, due: None, later: false });
    }
    let mut rules: Vec<&str> = Vec::new();
    for finding in counts().filter(|finding| finding.severity == Severity::Pending) {
        if !rules.contains(&finding.rule.as_str()) {
            rules.push(&finding.rule);
            let what = Text::new("region-open-evidence").with("title", finding.title.clone());
            // No document names a day for the accounting itself.
            open.push(Open { practice: Some(found.name()), what, due: None, later: true });
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

fn practice(found: &Found, standing: Standing) -> Practice {
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
        contact: Reached::at_practice(&found.reading).map(|reached| reached.in_one()),
        regioplan: Some(model.full_id()),
        path: Some(mask_citizen_numbers(&found.source.name).into_owned()),
        source: Some(found.source.clone()),
        standing,
        next: None,
        unread: None,
        things: None,
    }
}

/// A practice of which hardly anything is known.
fn nobody(name: String, status: Status) -> Practice {
    Practice {
        name,
        agb: None,
        contact: None,
        regioplan: None,
        path: None,
        source: None,
        start: None,
        year: None,
        handed_in: None,
        choices: Vec::new(),
        standing: Standing::without_plan(status),
        next: None,
        unread: None,
        things: None,
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
            let name = mask_citizen_numbers(&name).into_owned();
            Some(Practice { agb: Some(agb), start, ..nobody(name, Status::NoPlan) })
        };
        return items.iter().filter_map(read).collect();
    }
    Vec::new()
}
