//! `mtvp region`: all plans of a region together, with the region's own figures.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::check::{Circumstances, Keep, Participant, Region, State, check_region, due_dates};
use crate::diagnostic::{Severity, Text};
use crate::model::{Quarter, REGION, Regioplan, Type};
use crate::plan::{self, Content as Within, Entry, Frame, RecordValue};
use crate::report::{self, Catalog, Open, Practice, RegionReport, Screen};
use crate::session::{
    Asked, Case, Found, PlanText, Prepared, Reading, Stop, Terms, expected, prepare, refused as cannot_read, year_in,
};
use crate::source::Span;
use crate::value::Value;

use super::args::{RegionArgs, TableFormat};
use super::evidence::Evidence;
use super::examples::FIGURES;
use super::exit::Exit;
use super::file_kind::{FileKind, Wanted, refused};
use super::files::{self, Content};
use super::own::Place;
use super::paths::{folder_of, name};
use super::regioplans::regioplan;
use super::{environment, output, walk, words};

pub fn run(args: &RegionArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    let reference = environment::as_of(args.as_of.as_deref())?.unwrap_or_else(environment::today);
    if args.folder.is_file() && FileKind::of(&args.folder) != FileKind::Plan {
        return Err(refused(&args.folder, Wanted::Folder));
    }
    if let Some(path) = args.figures.as_ref().filter(|path| is_no_figures(path)) {
        return Err(refused(path, Wanted::Figures));
    }
    let usual = || Some(args.folder.join(FIGURES)).filter(|usual| usual.is_file());
    let figures_path = args.figures.clone().or_else(usual);
    let figures = figures_path.as_deref().map(files::needed).transpose()?;
    let (library, fixed) =
        regioplan(args.regioplan.as_deref(), Place { config: &args.config, folder: &args.folder }, reference)?;
    let files = listed(&args.folder, figures_path.as_deref())?;
    let case = match prepare(figures.as_ref(), files, &library, fixed, reference)? {
        Prepared::Ready(case) => case,
        Prepared::Nothing => return Ok(words::nothing(catalog, "nothing-checked")),
        Prepared::BadFigures(issues) => {
            let report = cannot_read(figures.unwrap_or_default(), &issues);
            output::complain(&report::human(&report, screen, catalog));
            return Ok(Exit::Failed);
        }
    };
    words::expired(&case.loaded.model, reference, catalog);
    let now = Circumstances { reference, accounting: case.accounting, missing_files: BTreeSet::new() };
    let made = Made { case: *case, now, evidence: Evidence::default() };
    Ok(made.print(figures.map(|source| source.name), args.format, screen, catalog))
}

/// The files below a folder that may be plans, with their texts; the figures are not among them.
fn listed(folder: &Path, figures: Option<&Path>) -> Result<Vec<PlanText>, Stop> {
    let plans = walk::plans(folder)?.into_iter().filter(|path| Some(path.as_path()) != figures);
    let read = |path: PathBuf| (name(&path), files::read(&path).ok().and_then(Content::readable));
    Ok(plans.map(read).collect())
}

/// Whether it is surely something else; what may be figures is read, and told with its place.
fn is_no_figures(path: &Path) -> bool {
    path.exists() && !matches!(FileKind::of(path), FileKind::Figures | FileKind::Yaml | FileKind::Other)
}

/// What a report about a region is made with.
struct Made {
    case: Case,
    now: Circumstances,
    evidence: Evidence,
}

impl Made {
    fn print(&self, figures_path: Option<String>, format: TableFormat, screen: Screen, catalog: &Catalog) -> Exit {
        let Case { loaded, region, calendar_year, .. } = &self.case;
        let (model, calendar_year) = (&loaded.model, *calendar_year);
        let figures = self.case.figures.as_ref().map(|figures| &figures.data);
        let numbered = region.plans.iter().map(|found| &found.reading).enumerate();
        let practices: Vec<Participant<'_>> = numbered
            .map(|(practice, Reading { loaded, plan })| {
                let year = year_in(&loaded.model, plan, calendar_year);
                Participant { practice, plan, year }
            })
            .collect();
        let asked = Region { practices: &practices, figures, calendar_year };
        let outcome = check_region(model, &asked, &self.now);
        let mut lines: Vec<Practice> = region.plans.iter().map(practice).collect();
        let mut open = self.open();
        for member in members(model, figures) {
            if !lines.iter().any(|line| line.agb == member.agb) {
                open.push(self.no_plan(&member));
                lines.push(member);
            }
        }
        open.sort_by(|a, b| (a.due, &a.practice).cmp(&(b.due, &b.practice)));
        let violated = outcome.verdicts.iter().any(|verdict| verdict.state == State::Violated);
        let report = RegionReport {
            model,
            judged: loaded.judged.clone(),
            calendar_year,
            reference: self.now.reference,
            figures: figures_path,
            practices: lines,
            outcome: &outcome,
            open,
            skipped: region.skipped.clone(),
        };
        output::print(&match format {
            TableFormat::Human => report::region_human(&report, screen, catalog),
            TableFormat::Json => report::region_json(&report, catalog),
            TableFormat::Csv => report::region_csv(&report, catalog),
        });
        if violated { Exit::Violations } else { Exit::Clean }
    }

    /// What the plans of this calendar year still lack: a plan for the year, or evidence that comes later.
    fn open(&self) -> Vec<Open> {
        let mut open = Vec::new();
        for found in &self.case.region.plans {
            let (model, plan) = (&found.reading.loaded.model, &found.reading.plan);
            match expected(model, plan, self.case.calendar_year) {
                Some(year) if plan.frame.year.is_some_and(|(own, _)| own < year) => {
                    let start = plan.frame.start.map(|(start, _)| start);
                    let due = due(model, start, year, &self.now);
                    let what = Text::new("region-open-plan").with("year", year);
                    open.push(Open { practice: Some(found.name()), what, due });
                }
                _ => open.extend(self.later(found)),
            }
        }
        open
    }

    /// What the check of one plan finds wrong or due later, once for each rule.
    fn later(&self, found: &Found) -> Vec<Open> {
        let Found { reading, source } = found;
        let terms = Terms { accounting: self.now.accounting, ..Terms::on(self.now.reference) };
        let missing = |plan: &_| self.evidence.missing(plan, folder_of(Path::new(&source.name)));
        let (_, outcome) = reading.outcome(&terms, &missing, Keep::Findings);
        let findings = reading.findings(&outcome, Asked::All);
        let frame = &reading.plan.frame;
        let year = frame.year.zip(frame.start);
        let end = year.map(|((year, _), (start, _))| reading.loaded.model.calendar.year(start, year).1);
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
                open.push(Open { practice: Some(found.name()), what, due: end });
            }
        }
        open
    }

    /// A practice of the figures that has no plan at all.
    fn no_plan(&self, member: &Practice) -> Open {
        let model = &self.case.loaded.model;
        let frame = Frame { start: member.start.map(|start| (start, Span::default())), ..Frame::default() };
        let plan = plan::empty_plan(frame);
        let year = expected(model, &plan, self.case.calendar_year);
        let due = year.and_then(|year| due(model, member.start, year, &self.now));
        let what = match year {
            Some(year) => Text::new("region-open-plan").with("year", year),
            None => Text::new("region-open-any-plan"),
        };
        Open { practice: Some(member.name.clone()), what, due }
    }
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
    let choices = plan.years.iter().filter(|year| own.is_some_and(|own| year.year <= own)).flat_map(|year| {
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
        let Some(Entry { content: Within::List(items), .. }) = figures.and_then(|figures| figures.entry(index)) else {
            continue;
        };
        let read = |item: &Entry| {
            let Within::Record(value) = &item.content else { return None };
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
