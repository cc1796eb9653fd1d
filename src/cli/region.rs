//! `mtvp region`: all plans of a region together, with the region's own figures; or of every region in a folder, each by its own
//! regioplan.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::check::Circumstances;
use crate::diagnostic::Text;
use crate::plan;
use crate::report::{self, Catalog, RegionReport, Screen};
use crate::session::{
    Around, Case, Found, Library, Loaded, Prepared, ReadPlan, Session, Skipped, SkippedSort, Stop, Terms, View,
    prepare, read_plan, refused as cannot_read,
};
use crate::source::Source;

use super::args::{RegionArgs, RegionFormat, RegionTable};
use super::desk::Desk;
use super::examples::FIGURES;
use super::exit::Exit;
use super::fence::By;
use super::file_kind::{FileKind, Wanted, refused};
use super::files;
use super::own::Place;
use super::paths::{name, plain, same};
use super::regioplans::regioplan;
use super::selection::Selected;
use super::{check, output, reviews, words};

pub fn run(args: &RegionArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    if args.open_reviews {
        return reviews::to_fill_in(args.folder.clone(), &args.config, args.as_of.as_deref(), catalog);
    }
    if args.folder.is_file() && FileKind::of(&args.folder) != FileKind::Plan {
        return Err(refused(&args.folder, Wanted::Folder));
    }
    if let Some(path) = args.figures.as_ref().filter(|path| is_no_figures(path)) {
        return Err(refused(path, Wanted::Figures));
    }
    let desk = Desk::open(std::slice::from_ref(&args.folder), &args.config, args.as_of.as_deref(), &check::root())?;
    let partial = desk.complain(catalog);
    let reference = desk.judge.terms.today;
    let given = args.figures.as_deref().map(files::needed).transpose()?;
    let own = Place { config: &args.config, folder: &args.folder };
    let (library, fixed) = regioplan(args.regioplan.as_deref(), own, reference)?;
    let figures = given.map_or_else(|| figures_below(&desk), |source| Ok(vec![source]))?;
    let alone = args.figures.is_some() || fixed.is_some();
    let (cases, rest) = match cases(&desk, figures, &library, fixed.as_ref(), alone, args.regioplan.is_some())? {
        Ok(found) => found,
        Err((source, issues)) => {
            output::complain(&report::human(&cannot_read(source, &issues), screen, catalog));
            return Ok(Exit::Failed);
        }
    };
    if cases.is_empty() {
        return Ok(none(&rest, &desk, catalog));
    }
    let mut views: Vec<(&One, View)> =
        cases.iter().map(|one| (one, one.view(&desk, &one.circumstances(reference)))).collect();
    if let Some((_, first)) = views.first_mut() {
        desk.other_forms().for_each(|(path, why)| {
            first.skip(Skipped { path: plain(path), why, sort: SkippedSort::Unreadable });
        });
    }
    let reports: Vec<RegionReport<'_>> = views.iter().map(|(one, view)| one.report(view, reference)).collect();
    for (one, _) in &views {
        words::expired(&one.case.loaded.model, reference, catalog);
    }
    output::print(&match (args.format, args.table) {
        (RegionFormat::Human, _) => report::region_human(&reports, screen, catalog),
        (RegionFormat::Json, _) => report::region_json(&reports, catalog),
        (RegionFormat::Csv, RegionTable::Practices) => report::region_csv(&reports, catalog),
        (RegionFormat::Csv, RegionTable::Choices) => report::choices_csv(&reports, catalog),
        (RegionFormat::Csv, RegionTable::Dates) => report::days_csv(&reports, catalog),
        (RegionFormat::Ics, _) => report::region_ics(&reports, catalog),
    });
    let broken = |view: &View| view.is_violated() || !args.rules_only && view.has_broken_plans();
    Ok(match partial {
        true => Exit::Failed,
        false if views.iter().any(|(_, view)| broken(view)) => Exit::Violations,
        false => Exit::Clean,
    })
}

/// There is no plan that can be read: what seems to be one is named, with the reason.
fn none(rest: &[Skipped], desk: &Desk, catalog: &Catalog) -> Exit {
    let unreadable = rest.iter().filter(|one| one.sort == SkippedSort::Unreadable);
    let unreadable = unreadable.map(|one| (one.path.clone(), one.why.clone()));
    let others = desk.other_forms().map(|(path, why)| (plain(path), why));
    let mut any = false;
    for (path, why) in unreadable.chain(others) {
        any = true;
        words::complain(catalog, Text::new("region-skipped-one").with("path", path).with("reason", why), None);
    }
    if any { Exit::Violations } else { words::nothing(catalog, "nothing-checked") }
}

/// A region of a run.
struct One {
    case: Case,
    /// The file with its figures.
    figures: Option<String>,
}

/// The regions, and files that belong to none; or figures that cannot be read.
type Cases = Result<(Vec<One>, Vec<Skipped>), (Source, Vec<plan::Issue>)>;

/// The regions of a run: one for each file of figures, and one for each regioplan that other plans follow. Where the user says
/// which it is, there is one.
fn cases(
    desk: &Desk,
    figures: Vec<Source>,
    library: &Arc<Library>,
    fixed: Option<&Arc<Loaded>>,
    alone: bool,
    named: bool,
) -> Result<Cases, Stop> {
    let reference = desk.judge.terms.today;
    let by_plan = Session::by_plan(Arc::clone(library));
    let mut read = read(desk, &figures, named.then_some(&by_plan))?;
    let mut cases = Vec::new();
    let mut figures: Vec<Option<Source>> = figures.into_iter().map(Some).collect();
    if figures.is_empty() && alone {
        figures.push(None);
    }
    let several = figures.len() > 1 || !alone;
    for source in figures {
        let own = match &source {
            Some(source) if several => of_region(&mut read, source),
            Some(_) | None => std::mem::take(&mut read),
        };
        match prepare(source.as_ref(), own, library, fixed.cloned(), reference)? {
            Prepared::Ready(case) => cases.push(One { case: *case, figures: source.map(|source| source.name) }),
            Prepared::Nothing => {}
            Prepared::BadFigures(issues) => return Ok(Err((source.unwrap_or_default(), issues))),
        }
    }
    // What no figures speak of: each regioplan by itself; files that are no plan are told with the first.
    while let Some(first) =
        read.iter().find_map(|one| one.as_ref().ok().map(|found| found.reading.loaded.model.full_id()))
    {
        let is_own =
            |one: &mut ReadPlan| one.as_ref().map_or(true, |found| found.reading.loaded.model.full_id() == first);
        let own: Vec<ReadPlan> = read.extract_if(.., is_own).collect();
        let loaded = own.iter().find_map(|one| one.as_ref().ok().map(|found| Arc::clone(&found.reading.loaded)));
        if let Prepared::Ready(case) = prepare(None, own, library, loaded, reference)? {
            cases.push(One { case: *case, figures: None });
        }
    }
    let mut rest: Vec<Skipped> = read.into_iter().filter_map(Result::err).collect();
    if let Some(last) = cases.last_mut() {
        last.case.region.skipped.append(&mut rest);
    }
    Ok(Ok((cases, rest)))
}

/// The plans of the region that figures name; where they name none, all. Other files go along.
fn of_region(read: &mut Vec<ReadPlan>, figures: &Source) -> Vec<ReadPlan> {
    let document = plan::parse(&figures.text);
    let named = document.root.as_ref().and_then(|root| plan::figures_frame(root).0.regioplan);
    let Some(named) = named else { return std::mem::take(read) };
    let is_own = |one: &mut ReadPlan| {
        one.as_ref().map_or(true, |found| crate::value::same_name(&found.reading.loaded.model.id, &named.id))
    };
    read.extract_if(.., is_own).collect()
}

/// Reads all plans, some at once, in order of path.
/// Those that the user names the regioplannen of, by these; others by what the settings of each say.
fn read(desk: &Desk, figures: &[Source], named: Option<&Session>) -> Result<Vec<ReadPlan>, Stop> {
    let files = desk.selection.files.iter().enumerate().collect::<Vec<_>>();
    let one = |(number, file): &(usize, &Selected)| {
        let text = files::read(&file.path, By::Way).map_err(|unread| unread.said(&name(&file.path)).0);
        let session = named.unwrap_or(&file.context.session);
        read_plan((plain(&file.path), text), *number, session, &desk.judge.terms)
    };
    let read = files.par_iter().map(one).collect::<Result<Vec<ReadPlan>, Stop>>()?;
    let is_figures = |path: &str| figures.iter().any(|source| same(Path::new(path), Path::new(&source.name)));
    let is_plan = |one: &ReadPlan| one.as_ref().err().is_none_or(|skipped| !is_figures(&skipped.path));
    Ok(read.into_iter().filter(is_plan).collect())
}

/// The files with figures of regions among the files of a run.
fn figures_below(desk: &Desk) -> Result<Vec<Source>, Stop> {
    let files = desk.selection.files.iter().map(|file| &file.path).filter(|path| is_figures(path));
    files.map(|path| files::needed(path)).collect()
}

fn is_figures(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == FIGURES)
}

impl One {
    fn circumstances(&self, reference: Date) -> Circumstances {
        let missing_files = BTreeSet::new();
        Circumstances { reference, accounting: self.case.accounting, missing_files, figures: None }
    }

    /// The region as its rules and its plans make it, each plan judged as `mtvp check` does.
    fn view(&self, desk: &Desk, now: &Circumstances) -> View {
        let terms = Terms { accounting: now.accounting, ..desk.judge.terms };
        self.case.view(now, &|found: &Found, figures| {
            let file = desk.selection.files.get(found.number)?;
            let (report, _, now) = desk.judge.around(file, &file.path, |around| {
                let around = Around { figures, ..*around };
                file.context.session.judge_read(&found.source, &found.reading, &terms, &around)
            });
            Some((report, now))
        })
    }

    fn report<'r>(&'r self, view: &'r View, reference: Date) -> RegionReport<'r> {
        RegionReport {
            model: &self.case.loaded.model,
            judged: self.case.loaded.judged.clone(),
            calendar_year: self.case.calendar_year,
            reference,
            figures: self.figures.clone(),
            practices: &view.practices,
            outcome: &view.outcome,
            open: &view.open,
            skipped: &view.skipped,
        }
    }
}

/// Whether it is surely something else; what may be figures is read, and told with its place.
fn is_no_figures(path: &Path) -> bool {
    path.exists() && !matches!(FileKind::of(path), FileKind::Figures | FileKind::Yaml | FileKind::Other)
}
