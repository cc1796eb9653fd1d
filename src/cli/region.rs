//! `mtvp region`: all plans of a region together, with the region's own figures.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::check::Circumstances;
use crate::report::{self, Catalog, RegionReport, Screen};
use crate::session::{Case, PlanText, Prepared, Stop, prepare, refused as cannot_read};

use super::args::{RegionArgs, TableFormat};
use super::evidence::Evidence;
use super::examples::FIGURES;
use super::exit::Exit;
use super::fence::By;
use super::file_kind::{FileKind, Wanted, refused};
use super::files;
use super::own::Place;
use super::paths::{folder_of, name};
use super::regioplans::regioplan;
use super::{environment, output, reviews, walk, words};

pub fn run(args: &RegionArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    if args.open_reviews {
        return reviews::to_fill_in(args.folder.clone(), &args.config, args.as_of.as_deref(), catalog);
    }
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
    let Case { loaded, calendar_year, accounting, .. } = &*case;
    words::expired(&loaded.model, reference, catalog);
    let now = Circumstances { reference, accounting: *accounting, missing_files: BTreeSet::new(), figures: None };
    let evidence = Evidence::default();
    let view = case.view(&now, &|name, plan| evidence.missing(plan, folder_of(Path::new(name))));
    let violated = view.is_violated();
    let report = RegionReport {
        model: &loaded.model,
        judged: loaded.judged.clone(),
        calendar_year: *calendar_year,
        reference,
        figures: figures.map(|source| source.name),
        practices: view.practices,
        outcome: &view.outcome,
        open: view.open,
        skipped: case.region.skipped.clone(),
    };
    output::print(&match args.format {
        TableFormat::Human => report::region_human(&report, screen, catalog),
        TableFormat::Json => report::region_json(&report, catalog),
        TableFormat::Csv => report::region_csv(&report, catalog),
    });
    Ok(if violated { Exit::Violations } else { Exit::Clean })
}

/// The files below a folder that may be plans, with their texts; the figures are not among them.
fn listed(folder: &Path, figures: Option<&Path>) -> Result<Vec<PlanText>, Stop> {
    let plans = walk::plans(folder)?.into_iter().filter(|path| Some(path.as_path()) != figures);
    let read = |path: PathBuf| (name(&path), files::read(&path, By::Way).map_err(|unread| unread.said(&name(&path)).0));
    Ok(plans.map(read).collect())
}

/// Whether it is surely something else; what may be figures is read, and told with its place.
fn is_no_figures(path: &Path) -> bool {
    path.exists() && !matches!(FileKind::of(path), FileKind::Figures | FileKind::Yaml | FileKind::Other)
}
