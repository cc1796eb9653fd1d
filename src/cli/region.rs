//! `mtvp region`: all plans of a region together, with the region's own figures.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::Date;

use crate::check::{Circumstances, Participant, Region, State, check, check_region, due_dates};
use crate::diagnostic::{Severity, Text};
use crate::model::{Quarter, REGION, Regioplan, Type};
use crate::plan::{self, Content, Entry, Figures, Frame, RecordValue};
use crate::report::{self, Catalog, Open, Practice, RegionReport, Screen};
use crate::source::{Source, Span};
use crate::value::Value;

use super::args::{Cli, RegionArgs, RegionFormat};
use super::choose::{Stop, regioplan};
use super::file_kind::{FileKind, Wanted, refused};
use super::files;
use super::library::Loaded;
use super::own::Place;
use super::region_case::{Case, Prepared, expected, prepare, year_in};
use super::region_plans::{Found, Gathered, field, listed};
use super::{Exit, output, settings, words};

pub fn run(args: &RegionArgs, cli: &Cli, catalog: &Catalog) -> Exit {
    let screen = settings::screen(cli.color);
    match look(args, screen, catalog) {
        Ok(Looked::Said(text, exit)) => {
            output::print(&text);
            exit
        }
        Ok(Looked::Nothing) => {
            output::complain(&format!("{}\n", catalog.word("nothing-checked")));
            Exit::Nothing
        }
        Ok(Looked::BadFigures(source, issues)) => {
            let report = super::judge::refused(source, &issues);
            output::complain(&report::human(&report, screen, catalog));
            Exit::Failed
        }
        Err(Stop::Said(message, help)) => words::stop(catalog, message, help),
        Err(Stop::Broken(broken)) => super::show::broken(&broken, screen, catalog),
    }
}

enum Looked {
    Said(String, Exit),
    Nothing,
    BadFigures(Source, Vec<plan::Issue>),
}

fn look(args: &RegionArgs, screen: Screen, catalog: &Catalog) -> Result<Looked, Stop> {
    let reference = match &args.as_of {
        None => settings::today(),
        Some(text) => super::check::date(text)?,
    };
    if args.folder.is_file() && FileKind::of(&args.folder) != FileKind::Plan {
        return Err(refused(&args.folder, Wanted::Folder));
    }
    if let Some(path) = args.figures.as_ref().filter(|path| is_no_figures(path)) {
        return Err(refused(path, Wanted::Figures));
    }
    let figures_path = args.figures.clone().or_else(|| {
        let usual = args.folder.join("regio.yaml");
        usual.is_file().then_some(usual)
    });
    let figures = match &figures_path {
        None => None,
        Some(path) => Some(Source::new(path.display().to_string(), text_of(path)?)),
    };
    let (library, fixed) =
        regioplan(args.regioplan.as_deref(), Place { config: &args.config, folder: &args.folder }, reference)?;
    let files = listed(&args.folder, figures_path.as_deref())?;
    let case = match prepare(figures.as_ref(), files, &library, fixed, reference)? {
        Prepared::Ready(case) => case,
        Prepared::Nothing => return Ok(Looked::Nothing),
        Prepared::BadFigures(issues) => return Ok(Looked::BadFigures(figures.unwrap_or_default(), issues)),
    };
    let Case { loaded, region, figures: read, calendar_year, accounting } = *case;
    words::expired(&loaded.model, reference, catalog);
    let made = Made { loaded: &loaded, calendar_year, reference, accounting, screen };
    let figures = figures.map(|source| source.name);
    let report = made.write(&region, read.as_ref(), figures, args.format, catalog);
    Ok(Looked::Said(report.0, report.1))
}

/// Whether it is surely something else; what may be figures is read, and told with its place.
fn is_no_figures(path: &Path) -> bool {
    path.exists() && !matches!(FileKind::of(path), FileKind::Figures | FileKind::Yaml | FileKind::Other)
}

fn text_of(path: &Path) -> Result<String, Stop> {
    let name = path.display().to_string();
    match files::read(path) {
        Ok(files::Text::Read(text)) => Ok(text),
        Ok(files::Text::TooLarge | files::Text::NotUtf8(..)) | Err(_) if path.exists() => {
            Err(Stop::Said(Text::new("path-unreadable").with("path", name), Some(Text::new("path-unreadable-help"))))
        }
        Ok(files::Text::TooLarge | files::Text::NotUtf8(..)) | Err(_) => {
            Err(Stop::Said(Text::new("path-missing").with("path", name), Some(Text::new("path-missing-help"))))
        }
    }
}

/// What a report about a region is made with.
struct Made<'a> {
    loaded: &'a Loaded,
    calendar_year: i16,
    reference: Date,
    accounting: bool,
    screen: Screen,
}

impl Made<'_> {
    fn write(
        &self,
        region: &Gathered,
        figures: Option<&Figures>,
        figures_path: Option<String>,
        format: RegionFormat,
        catalog: &Catalog,
    ) -> (String, Exit) {
        let model = &self.loaded.model;
        let now = Circumstances {
            reference: self.reference,
            accounting: self.accounting,
            missing_files: BTreeSet::default(),
        };
        let practices: Vec<Participant<'_>> = region
            .plans
            .iter()
            .enumerate()
            .map(|(practice, found)| Participant {
                practice,
                plan: &found.plan,
                year: year_in(&found.loaded.model, &found.plan, self.calendar_year),
            })
            .collect();
        let asked = Region {
            practices: &practices,
            figures: figures.map(|figures| &figures.data),
            calendar_year: self.calendar_year,
        };
        let outcome = check_region(model, &asked, &now);
        let mut lines: Vec<Practice> = region.plans.iter().map(practice).collect();
        let mut open = self.open(region, &now);
        let members = members(model, figures.map(|figures| &figures.data));
        for member in &members {
            if !lines.iter().any(|line| line.agb == member.agb) {
                open.push(self.no_plan(member, &now));
                lines.push(member.line());
            }
        }
        open.sort_by(|a, b| (a.due, &a.practice).cmp(&(b.due, &b.practice)));
        let violated = outcome.verdicts.iter().any(|verdict| verdict.state == State::Violated);
        let report = RegionReport {
            model,
            judged: self.loaded.judged.clone(),
            calendar_year: self.calendar_year,
            reference: self.reference,
            figures: figures_path,
            practices: lines,
            outcome: &outcome,
            open,
            skipped: region.skipped.clone(),
        };
        let text = match format {
            RegionFormat::Human => report::region_human(&report, self.screen, catalog),
            RegionFormat::Json => report::region_json(&report, catalog),
            RegionFormat::Csv => report::region_csv(&report, catalog),
        };
        (text, if violated { Exit::Violations } else { Exit::Clean })
    }

    /// What the plans of this calendar year still lack: a plan for the year, or evidence that comes later.
    fn open(&self, region: &Gathered, now: &Circumstances) -> Vec<Open> {
        let mut open = Vec::new();
        for found in &region.plans {
            let name = field(found, "naam").unwrap_or_else(|| found.source.name.clone());
            match expected(&found.loaded.model, &found.plan, self.calendar_year) {
                Some(year) if found.plan.frame.year.is_some_and(|(own, _)| own < year) => {
                    let start = found.plan.frame.start.map(|(start, _)| start);
                    let due = due(&found.loaded.model, start, year, now);
                    let what = Text::new("region-open-plan").with("year", year);
                    open.push(Open { practice: Some(name), what, due });
                }
                _ => open.extend(self.later(found, &name)),
            }
        }
        open
    }

    /// What the check of one plan finds wrong or due later, once for each rule.
    fn later(&self, found: &Found, name: &str) -> Vec<Open> {
        let model = &found.loaded.model;
        let folder = found.path.parent().unwrap_or(Path::new("."));
        let missing_files = found.plan.files.iter().map(|file| file.path.clone());
        let missing_files = missing_files.filter(|file| !folder.join(file).is_file()).collect();
        let accounting = self.accounting || found.plan.frame.accounting.is_some_and(|(value, _)| value);
        let reference = found.plan.frame.handed_in.map_or(self.reference, |(date, _)| date);
        let outcome = check(model, &found.plan, &Circumstances { reference, accounting, missing_files });
        let findings = report::resolve(model, &found.plan, &outcome);
        let end = found
            .plan
            .frame
            .year
            .zip(found.plan.frame.start)
            .map(|((year, _), (start, _))| model.calendar.year(start, year).1);
        let mut open: Vec<Open> = Vec::new();
        if findings.iter().any(|finding| finding.severity == Severity::Violation) {
            let what = Text::new("region-open-mend").with("path", &found.source.name);
            open.push(Open { practice: Some(name.to_owned()), what, due: None });
        }
        let mut rules: Vec<&str> = Vec::new();
        for finding in findings.iter().filter(|finding| finding.severity == Severity::Pending) {
            if !rules.contains(&finding.rule.as_str()) {
                rules.push(&finding.rule);
                let what = Text::new("region-open-evidence").with("title", finding.title.clone());
                open.push(Open { practice: Some(name.to_owned()), what, due: end });
            }
        }
        open
    }

    /// A practice of the figures that has no plan at all.
    fn no_plan(&self, member: &Member, now: &Circumstances) -> Open {
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

/// The day by which a plan for this year must be in, as the rules say.
fn due(model: &Regioplan, start: Option<Quarter>, year: u8, now: &Circumstances) -> Option<Date> {
    let place = Span::default();
    let frame = Frame { start: start.map(|start| (start, place)), year: Some((year, place)), ..Frame::default() };
    let now = Circumstances { accounting: false, ..now.clone() };
    due_dates(model, &plan::empty_plan(frame), year, &now).into_iter().map(|(_, date)| date).min()
}

fn practice(found: &Found) -> Practice {
    let model = &found.loaded.model;
    let own = found.plan.frame.year.map(|(year, _)| year);
    let choices = found.plan.years.iter().filter(|year| own.is_some_and(|own| year.year <= own)).flat_map(|year| {
        year.choices.iter().filter_map(|choice| {
            let name = model.intervention(choice.intervention)?.id.clone();
            Some((year.year, name, choice.kind.map(|kind| kind.word().to_owned())))
        })
    });
    Practice {
        name: field(found, "naam").unwrap_or_else(|| found.source.name.clone()),
        agb: field(found, "agb"),
        start: found.plan.frame.start.map(|(start, _)| start),
        year: own,
        handed_in: found.plan.frame.handed_in.map(|(date, _)| date),
        choices: choices.collect(),
        source: Some(found.source.clone()),
    }
}

/// A practice that the figures name.
struct Member {
    name: String,
    agb: Option<String>,
    start: Option<Quarter>,
}

impl Member {
    fn line(&self) -> Practice {
        Practice {
            name: self.name.clone(),
            agb: self.agb.clone(),
            source: None,
            start: self.start,
            year: None,
            handed_in: None,
            choices: Vec::new(),
        }
    }
}

/// The practices that the figures name: the list of records with an AGB code.
fn members(model: &Regioplan, figures: Option<&RecordValue>) -> Vec<Member> {
    let fields = model.record(REGION).map(|record| record.fields.as_slice()).unwrap_or_default();
    for (index, field) in fields.iter().enumerate() {
        let Type::List(inner) = &field.ty else { continue };
        let Type::Record(id) = inner.as_ref() else { continue };
        let Some(record) = model.record(*id) else { continue };
        let Some(agb) = record.fields.iter().position(|field| field.ty == Type::Agb) else { continue };
        let Some(Entry { content: Content::List(items), .. }) = figures.and_then(|figures| figures.entry(index)) else {
            continue;
        };
        let start = record.fields.iter().position(|field| field.ty == Type::Quarter);
        let read = |item: &Entry| {
            let Content::Record(value) = &item.content else { return None };
            let text = |index: usize| value.text(index).map(str::to_owned);
            let agb = text(agb)?;
            let name = record.position("naam").and_then(text).unwrap_or_else(|| agb.clone());
            let start = start.and_then(|index| match value.value(index) {
                Some(Value::Quarter(quarter)) => Some(*quarter),
                _ => None,
            });
            Some(Member { name, agb: Some(agb), start })
        };
        return items.iter().filter_map(read).collect();
    }
    Vec::new()
}
