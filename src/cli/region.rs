//! `mtvp region`: all plans of a region together, with the region's own figures; or of every region in a folder, each by its own
//! regioplan.

use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::path::Path;

use jiff::civil::Date;

use crate::check::Circumstances;
use crate::diagnostic::Text;
use crate::report::{self, Catalog, RegionReport, RegionSheet, Screen};
use crate::session::{
    Around, Found, Review, Skipped, SkippedSort, Stop, Terms, View, of_last_plans, refused as cannot_read,
};
use crate::value::name_key;

use super::args::{RegionArgs, RegionFormat, RegionTable};
use super::desk::Desk;
use super::exit::Exit;
use super::file_kind::{FileKind, Wanted, refused};
use super::files;
use super::own::Place;
use super::paths::plain;
use super::regions::{One, Regions, regions};
use super::regioplans::regioplan;
use super::{check, output, reviews, words, written};

pub fn run(args: &RegionArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    if args.open_reviews {
        return reviews::to_fill_in(args.folder.clone(), &args.config, args.as_of.as_deref(), screen, catalog);
    }
    let sheet = table(args)?;
    to_a_file(args)?;
    if args.folder.is_file() && FileKind::of(&args.folder) != FileKind::Plan {
        return Err(refused(&args.folder, Wanted::Folder));
    }
    if let Some(path) = args.figures.as_ref().filter(|path| is_no_figures(path)) {
        return Err(refused(path, Wanted::Figures));
    }
    let desk = Desk::open(std::slice::from_ref(&args.folder), &args.config, args.as_of.as_deref(), &check::root())?;
    let partial = desk.complain(catalog);
    let reference = desk.judge.terms.today;
    let wrong = desk.complain_of_decisions(screen, catalog);
    let given = args.figures.as_deref().map(files::needed).transpose()?;
    let own = Place { config: &args.config, folder: &args.folder };
    let found = regioplan(args.regioplan.as_deref(), own, reference)?;
    let Regions { list, rest } = match regions(&desk, &found, given, args.regioplan.is_some())? {
        Ok(found) => found,
        Err((source, issues)) => {
            output::complain(&report::human(&cannot_read(source, &issues), screen, catalog));
            return Ok(Exit::Failed);
        }
    };
    if list.is_empty() {
        return Ok(none(&rest, &desk, catalog));
    }
    let mut views: Vec<(&One, View)> =
        list.iter().map(|one| (one, one.view(&desk, &one.circumstances(reference)))).collect();
    if let Some((_, first)) = views.first_mut() {
        desk.other_forms().for_each(|(path, why)| {
            first.skip(Skipped { path: plain(path), why, sort: SkippedSort::Unreadable });
        });
    }
    if args.format == RegionFormat::Xlsx || sheet == RegionSheet::Reviews {
        with_older(&mut views, &desk)?;
    }
    let reports: Vec<RegionReport<'_>> = views.iter().map(|(one, view)| one.report(view, reference)).collect();
    for (one, _) in &views {
        words::expired(&one.case.loaded.model, reference, catalog);
    }
    let made = match args.format {
        RegionFormat::Human => report::region_human(&reports, screen, catalog).into_bytes(),
        RegionFormat::Json => report::region_json(&reports, catalog).into_bytes(),
        RegionFormat::Csv => report::region_csv(sheet, &reports, catalog).into_bytes(),
        RegionFormat::Ics => report::region_ics(&reports, catalog).into_bytes(),
        RegionFormat::Xlsx => report::workbook(&reports, catalog).map_err(|why| Stop::Said(why, None))?,
    };
    written::write(args.output.as_deref(), made, "region-done", catalog)?;
    let broken = |view: &View| view.is_violated() || !args.rules_only && view.has_broken_plans();
    Ok(match wrong || views.iter().any(|(_, view)| broken(view)) {
        _ if partial => Exit::Failed,
        true => Exit::Violations,
        false => Exit::Clean,
    })
}

/// Which table CSV is; another form has them all.
fn table(args: &RegionArgs) -> Result<RegionSheet, Stop> {
    if args.table.is_some() && args.format != RegionFormat::Csv {
        return Err(Stop::Said(Text::new("region-table-csv"), Some(Text::new("region-table-csv-help"))));
    }
    Ok(match args.table.unwrap_or(RegionTable::Practices) {
        RegionTable::Practices => RegionSheet::Practices,
        RegionTable::Choices => RegionSheet::Choices,
        RegionTable::Reviews => RegionSheet::Reviews,
        RegionTable::Dates => RegionSheet::Dates,
        RegionTable::Rules => RegionSheet::Rules,
        RegionTable::Figures => RegionSheet::Figures,
    })
}

/// A workbook is no text: a screen cannot show it.
fn to_a_file(args: &RegionArgs) -> Result<(), Stop> {
    let on_screen = args.output.is_none() && std::io::stdout().is_terminal();
    if args.format == RegionFormat::Xlsx && on_screen {
        return Err(Stop::Said(Text::new("workbook-no-file"), Some(Text::new("workbook-no-file-help"))));
    }
    Ok(())
}

/// What is to be judged, also in older plans of a practice: something that no newer one has.
fn with_older(views: &mut [(&One, View)], desk: &Desk) -> Result<(), Stop> {
    for (_, view) in views {
        let older = view.skipped.iter().filter(|one| one.sort == SkippedSort::Older);
        let older: BTreeSet<&str> = older.map(|one| one.path.as_str()).collect();
        let found = desk.each_of(|file| older.contains(plain(&file.path).as_str()), |_, judged| judged.reviews())?;
        view.reviews.extend(found.into_iter().flatten());
        view.reviews = of_last_plans(std::mem::take(&mut view.reviews));
        let name = |one: &Review| name_key(one.name.as_deref().unwrap_or(&one.path)).into_owned();
        view.reviews.sort_by_cached_key(|one| (name(one), one.practice.clone(), one.plan_year));
        // A second plan of a practice asks for the same decision.
        let mut asked = BTreeSet::new();
        view.reviews.retain(|one| {
            let what = (one.rule.clone(), one.year, one.intervention.clone(), one.fingerprint.clone());
            one.practice.is_none() || asked.insert((one.practice.clone(), what))
        });
    }
    Ok(())
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
            of_plans: &view.of_plans,
            outcome: &view.outcome,
            open: &view.open,
            skipped: &view.skipped,
            reviews: &view.reviews,
        }
    }
}

/// Whether it is surely something else; what may be figures is read, and told with its place.
fn is_no_figures(path: &Path) -> bool {
    path.exists() && !matches!(FileKind::of(path), FileKind::Figures | FileKind::Yaml | FileKind::Other)
}
