//! A region as files say it: the figures and the plans, read, with the regioplan whose rules are asked.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{Contents, Model};
use crate::plan::{self, Document, Figures, Issue, RecordValue, mask_citizen_numbers};
use crate::source::{Source, Span};

use super::library::Library;
use super::loaded::{AnyLoaded, Loaded};
use super::region_by::RegionBy;
use super::region_plans::{Gathered, ReadPlan};
use super::stop::Stop;
use super::whose::{Members, left_open};

/// A region that can be looked at.
pub struct Case {
    pub loaded: RegionBy,
    /// The newest plan of each practice, and what does not count.
    pub region: Gathered,
    pub figures: Option<Figures>,
    /// The figures as each regioplan reads them that judges plans of this version: with other aanvullingen beside it.
    pub(super) figures_of: Vec<(Arc<Loaded>, Arc<RecordValue>)>,
    pub calendar_year: i16,
    pub accounting: bool,
    /// The practices that the figures name.
    pub(super) members: Members,
    /// What cannot be in the figures.
    pub doubts: Vec<Doubt>,
    /// What is wrong with values in the figures, which stands among the doubts too.
    pub faults: Vec<Issue>,
}

impl Case {
    /// The figures as the regioplan of a plan reads them; one of another version does not know them.
    pub(super) fn figures_for(&self, loaded: &Arc<Loaded>) -> Option<Arc<RecordValue>> {
        self.figures_of.iter().find(|(own, _)| Arc::ptr_eq(own, loaded)).map(|(_, figures)| Arc::clone(figures))
    }

    /// The codes of the practices on the list of this region.
    pub fn codes(&self) -> impl Iterator<Item = String> + '_ {
        self.members.list.iter().filter_map(|member| member.agb.clone())
    }

    /// Whether the practice of a plan stands on the list of this region, by the code in a text that may hold no whole plan.
    #[must_use]
    pub fn lists(&self, text: &str) -> bool {
        let (agb, name) = plan::names(text);
        self.members.meant(agb.as_deref(), name.as_deref()).is_some()
    }
}

/// Something that cannot be, and does not stand in the way of looking at the rest.
#[derive(Clone, Debug)]
pub struct Doubt {
    pub what: Text,
    /// The place of it, when it is one.
    pub place: Option<(String, usize)>,
    /// It is a fault in the figures.
    pub wrong: bool,
}

impl Doubt {
    /// The words of it, with the place.
    #[must_use]
    pub fn said(&self) -> Text {
        match &self.place {
            Some((path, line)) => {
                Text::new("region-doubt-at").with("path", path).with("line", *line).with("what", self.what.clone())
            }
            None => Text::new("region-doubt").with("what", self.what.clone()),
        }
    }
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
    fixed: Option<AnyLoaded>,
    reference: Date,
) -> Result<Prepared, Stop> {
    prepared(figures, plans, library, fixed, (reference, reference.year()))
}

/// The plans by one regioplan, in a calendar year, without figures.
pub fn prepare_in(
    year: i16,
    plans: Vec<ReadPlan>,
    library: &Arc<Library>,
    fixed: AnyLoaded,
    reference: Date,
) -> Result<Prepared, Stop> {
    prepared(None, plans, library, Some(fixed), (reference, year))
}

fn prepared(
    figures: Option<&Source>,
    plans: Vec<ReadPlan>,
    library: &Arc<Library>,
    fixed: Option<AnyLoaded>,
    (reference, year): (Date, i16),
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
    let read = document.as_ref().and_then(|document| plan::read_figures(document, loaded.model()));
    issues.extend(read.iter().flat_map(|figures| figures.issues.iter().cloned()));
    let other_year = frame.calendar_year.and_then(|year| another_year(&loaded, year));
    // Without a year, or where it is only guessed what stands there, nothing can be told of the region.
    let unsure = document.as_ref().is_some_and(|document| document.mended) || frame.calendar_year.is_none();
    if figures.is_some() && (unsure && !issues.is_empty() || other_year.is_some()) {
        issues.extend(other_year);
        return Ok(Prepared::BadFigures(issues));
    }
    gathered.keep(&loaded);
    if gathered.plans.is_empty() && read.is_none() {
        return Ok(Prepared::Nothing);
    }
    let calendar_year = frame.calendar_year.map_or(year, |(year, _)| year);
    let data = read.as_ref().map(|read| &read.data);
    let members = Members::of(loaded.contents(), data);
    let figures_of = document.as_ref().map(|document| figures_of(document, &gathered, &loaded)).unwrap_or_default();
    gathered.keep_newest(&members, calendar_year);
    gathered.keep_elsewhere(&members);
    let mut doubts = Vec::new();
    if let (Some(source), Some(data)) = (figures, data) {
        doubts = issues.iter().map(|issue| at(source, issue.problem.primary.span, said(issue))).collect();
        doubts.extend(doubts_about(source, loaded.contents(), data, &members));
        let of_year = |year| {
            year_of_none(source, &loaded, year).or_else(|| silent_year(source, loaded.contents(), library, year))
        };
        doubts.extend(frame.calendar_year.and_then(of_year));
    }
    doubts.extend(gathered.alike.iter().map(|(name, paths)| {
        let what = Text::new("region-doubt-alike").with("name", name).with("paths", Arg::words(paths, Join::And));
        Doubt { what, place: None, wrong: false }
    }));
    Ok(Prepared::Ready(Box::new(Case {
        loaded,
        region: gathered,
        figures: read,
        figures_of,
        calendar_year,
        accounting: frame.accounting,
        members,
        doubts,
        faults: issues,
    })))
}

/// The figures as each of the regioplannen reads them that judge the plans.
fn figures_of(document: &Document<'_>, gathered: &Gathered, loaded: &RegionBy) -> Vec<(Arc<Loaded>, Arc<RecordValue>)> {
    let mut found: Vec<(Arc<Loaded>, Arc<RecordValue>)> = Vec::new();
    let own =
        gathered.plans.iter().map(|plan| &plan.reading.loaded).filter(|own| own.judged.is_version_of(loaded.judged()));
    for one in own {
        if !found.iter().any(|(known, _)| Arc::ptr_eq(known, one)) {
            let read = plan::read_figures(document, Model::Regioplan(&one.model));
            found.extend(read.map(|read| (Arc::clone(one), Arc::new(read.data))));
        }
    }
    found
}

fn at(source: &Source, span: Span, what: Text) -> Doubt {
    Doubt { what, place: Some((source.name.clone(), source.position(span.start).line)), wrong: true }
}

/// What is wrong with a value, and what to do.
fn said(issue: &Issue) -> Text {
    let problem = &issue.problem;
    let (id, help) = match &problem.help {
        Some(help) => ("region-doubt-helped", help.clone()),
        None => ("region-doubt-value", problem.message.clone()),
    };
    Text::new(id).with("message", problem.message.clone()).with("help", help).with("check", problem.code)
}

/// What cannot be in figures that can be read: a practice that stands there twice, and a required field that is left open.
fn doubts_about(source: &Source, model: &Contents, data: &RecordValue, members: &Members) -> Vec<Doubt> {
    let open = left_open(model, data).into_iter();
    let open = open.map(|(span, field)| (span, Text::new("region-doubt-open").with("field", &field.id)));
    let twice = Members::twice(model, Some(data)).into_iter().map(|member| {
        let who = member.agb.or(member.name).unwrap_or_default();
        let who = mask_citizen_numbers(&who).into_owned();
        (member.span, Text::new("region-doubt-twice").with("who", who).with("list", &members.field))
    });
    let mut found: Vec<(Span, Text)> = open.chain(twice).collect();
    found.sort_by_key(|(span, _)| span.start);
    found.into_iter().map(|(span, what)| at(source, span, what)).collect()
}

/// A calendar year in which plans by this version cannot begin. Who hands in at the end of its last year begins in the next.
fn year_of_none(source: &Source, loaded: &RegionBy, (year, span): (i16, Span)) -> Option<Doubt> {
    let RegionBy::Regioplan(regioplan) = loaded else { return None };
    let (from, to) = regioplan.model.valid;
    let can_be = from.year()..=to.year().saturating_add(1);
    if can_be.contains(&year) {
        return None;
    }
    let what = Text::new("region-doubt-year").with("year", year).with("regioplan", regioplan.judged.full_id());
    let what = what.with("from", from).with("to", to);
    Some(Doubt { what, place: Some((source.name.clone(), source.position(span.start).line)), wrong: true })
}

/// Whether a rule over the region speaks in a calendar year; none when there are no such rules.
fn speaks_in(model: &Contents, year: i16) -> Option<bool> {
    let first = Date::new(year, 1, 1).ok()?;
    let mut rules = model.rules.iter().filter(|rule| rule.whole_region).peekable();
    rules.peek()?;
    Some(rules.any(|rule| rule.scope.speaks_on(first)))
}

/// Figures of a year about which no rule over the region says anything: then all is silent, and that is no good news.
fn silent_year(source: &Source, model: &Contents, library: &Library, (year, span): (i16, Span)) -> Option<Doubt> {
    if speaks_in(model, year)? {
        return None;
    }
    let sound = library.documents(&model.id).into_iter().filter_map(|load| load.as_ref().ok());
    let others: Vec<String> = sound
        .filter(|one| speaks_in(one.contents(), year) == Some(true))
        .map(|one| format!("`{}`", one.judged().full_id()))
        .collect();
    let id = if others.is_empty() { "region-doubt-silent-year" } else { "region-doubt-silent-year-others" };
    let what = Text::new(id).with("year", year).with("regioplan", model.full_id());
    let what = what.with("others", Arg::words(others, Join::Or));
    Some(Doubt { wrong: false, ..at(source, span, what) })
}

/// A werkplan says for which days it holds: figures of before are not judged by it. What it asks of later years, its rules say.
fn another_year(loaded: &RegionBy, (year, span): (i16, Span)) -> Option<Issue> {
    let RegionBy::Werkplan(werkplan) = loaded else { return None };
    let (from, to) = werkplan.model.valid;
    if year >= from.year() {
        return None;
    }
    let text = Text::new("work-plan-other-year").with("from", from).with("to", to).with("year", year);
    Some(Issue::new("regioplan-niet-geldig", span, text).help(Text::new("work-plan-other-year-help")))
}

/// The regioplan or werkplan whose rules are asked: what the user names, what the figures name, or the
/// one that all plans follow.
fn the_regioplan(
    library: &Library,
    fixed: Option<AnyLoaded>,
    frame: &plan::FiguresFrame,
    gathered: &Gathered,
    reference: Date,
) -> Result<Option<RegionBy>, Stop> {
    if let Some(fixed) = fixed {
        return library.any_beside(&fixed, reference).and_then(RegionBy::of).map(Some);
    }
    if let Some(named) = &frame.regioplan {
        return library.by_name(&named.id, named.version.as_deref(), reference).and_then(RegionBy::of).map(Some);
    }
    let mut all: Vec<&Arc<Loaded>> = gathered.plans.iter().map(|found| &found.reading.loaded).collect();
    all.sort_by_key(|loaded| loaded.judged.full_id());
    all.dedup_by_key(|loaded| loaded.judged.full_id());
    match all.as_slice() {
        [] => Ok(None),
        [only] => library.beside(only, reference).map(|one| Some(RegionBy::Regioplan(one))),
        several => {
            let names = Arg::words(several.iter().map(|loaded| loaded.judged.full_id()), Join::Comma);
            Err(Stop::Said(Text::new("region-which").with("names", names), Some(Text::new("region-which-help"))))
        }
    }
}
