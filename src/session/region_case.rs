//! A region as files say it: the figures and the plans, read, with the regioplan whose rules are asked.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{Regioplan, Sort};
use crate::plan::{self, Figures, Issue, Plan};
use crate::source::{Source, Span};

use super::library::Library;
use super::loaded::Loaded;
use super::region_plans::{Gathered, ReadPlan};
use super::stop::Stop;

/// A region that can be looked at.
pub struct Case {
    pub loaded: Arc<Loaded>,
    /// The newest plan of each practice, and what does not count.
    pub region: Gathered,
    pub figures: Option<Figures>,
    pub calendar_year: i16,
    pub accounting: bool,
}

/// What the files give.
pub enum Prepared {
    Ready(Box<Case>),
    /// No plans and no figures, so no regioplan either.
    Nothing,
    BadFigures(Vec<Issue>),
}

/// Reads the figures and the plans; without a fixed regioplan they say which one it is.
pub fn prepare(
    figures: Option<&Source>,
    plans: Vec<ReadPlan>,
    library: &Arc<Library>,
    fixed: Option<Arc<Loaded>>,
    reference: Date,
) -> Result<Prepared, Stop> {
    let document = figures.map(|source| plan::parse_beside(&source.text));
    let root = document.as_ref().and_then(|document| document.root.as_ref());
    if let (Some(document), None) = (&document, root) {
        return Ok(Prepared::BadFigures(document.issues.clone()));
    }
    let (frame, mut issues) = root.map(plan::figures_frame).unwrap_or_default();
    let mut gathered = Gathered::of(plans);
    let Some(loaded) = the_regioplan(library, fixed, &frame, &gathered, reference)? else {
        return Ok(Prepared::Nothing);
    };
    let read = document.as_ref().and_then(|document| plan::read_figures(document, &loaded.model));
    issues.extend(read.iter().flat_map(|figures| figures.issues.iter().cloned()));
    issues.extend(frame.calendar_year.and_then(|year| another_year(&loaded.model, year)));
    if figures.is_some() && !issues.is_empty() {
        return Ok(Prepared::BadFigures(issues));
    }
    gathered.keep(&loaded);
    if gathered.plans.is_empty() && read.is_none() {
        return Ok(Prepared::Nothing);
    }
    let calendar_year = frame.calendar_year.map_or(reference.year(), |(year, _)| year);
    gathered.keep_newest();
    Ok(Prepared::Ready(Box::new(Case {
        loaded,
        region: gathered,
        figures: read,
        calendar_year,
        accounting: frame.accounting,
    })))
}

/// A werkplan says for which days it holds: figures of before are not judged by it. What it asks of later years, its rules say.
fn another_year(model: &Regioplan, (year, span): (i16, Span)) -> Option<Issue> {
    let (from, to) = model.valid;
    if model.sort != Sort::Werkplan || year >= from.year() {
        return None;
    }
    let text = Text::new("work-plan-other-year").with("from", from).with("to", to).with("year", year);
    Some(Issue::new("regioplan-niet-geldig", span, text).help(Text::new("work-plan-other-year-help")))
}

/// The regioplan or werkplan whose rules are asked: what the user names, what the figures name, or the
/// one that all plans follow.
fn the_regioplan(
    library: &Library,
    fixed: Option<Arc<Loaded>>,
    frame: &plan::FiguresFrame,
    gathered: &Gathered,
    reference: Date,
) -> Result<Option<Arc<Loaded>>, Stop> {
    if let Some(fixed) = fixed {
        return library.beside(&fixed, reference).map(Some);
    }
    if let Some(named) = &frame.regioplan {
        return library.by_name(&named.id, named.version.as_deref(), reference).map(Some);
    }
    let mut all: Vec<&Arc<Loaded>> = gathered.plans.iter().map(|found| &found.reading.loaded).collect();
    all.sort_by_key(|loaded| loaded.model.full_id());
    all.dedup_by_key(|loaded| loaded.model.full_id());
    match all.as_slice() {
        [] => Ok(None),
        [only] => library.beside(only, reference).map(Some),
        several => {
            let names = Arg::words(several.iter().map(|loaded| loaded.model.full_id()), Join::Comma);
            Err(Stop::Said(Text::new("region-which").with("names", names), Some(Text::new("region-which-help"))))
        }
    }
}

/// The programme year of a plan that begins in a calendar year, when the plan has it.
pub fn year_in(model: &Regioplan, plan: &Plan, calendar_year: i16) -> Option<u8> {
    let last = plan.last?;
    expected(model, plan, calendar_year).filter(|year| *year <= last && plan.year(*year).is_some())
}

/// The programme year that begins in a calendar year, for this practice.
pub fn expected(model: &Regioplan, plan: &Plan, calendar_year: i16) -> Option<u8> {
    let (start, _) = plan.frame.start?;
    let has = |year: &u8| model.has_year(Some(start), *year);
    (model.first_year..=model.last_year).filter(has).find(|year| model.days(start, *year).0.year() == calendar_year)
}
