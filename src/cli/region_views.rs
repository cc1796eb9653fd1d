//! The regions of a folder, looked at: for every command that writes something about them.
//!
//! Input: what the user says of the folder, the figures, the regioplan and the day. Output: each region with its practices, each plan
//! judged as `mtvp check` does. What stands in the way is told here.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::Date;

use crate::check::Circumstances;
use crate::diagnostic::Text;
use crate::report::{self, Catalog, RegionReport, Screen};
use crate::session::{
    Around, Found, Kept, Review, Skipped, SkippedSort, Stop, View, advise_read, of_last_plans, refused as cannot_read,
};
use crate::value::name_key;

use super::args::RegionPlaceArgs;
use super::desk::Desk;
use super::exit::Exit;
use super::file_kind::{FileKind, Wanted, refused};
use super::files;
use super::own::Place;
use super::paths::plain;
use super::regions::{One, Regions, regions};
use super::regioplans::regioplan;
use super::selection::Selected;
use super::{check, output, words};

/// The regions of a folder.
pub struct Looked {
    desk: Desk,
    pub reference: Date,
    /// Something could not be looked at.
    pub partial: bool,
    /// There are decisions that cannot be used.
    pub wrong: bool,
    list: Vec<(One, View)>,
}

impl Looked {
    /// What there is to say of each region.
    pub fn reports(&self) -> Vec<RegionReport<'_>> {
        self.list.iter().map(|(one, view)| one.report(view, self.reference)).collect()
    }

    /// What is to be judged, also in older plans of a practice: something that no newer one has.
    pub fn with_older(&mut self) -> Result<(), Stop> {
        for (_, view) in &mut self.list {
            let older = view.skipped.iter().filter(|one| one.sort == SkippedSort::Older);
            let older: BTreeSet<&str> = older.map(|one| one.path.as_str()).collect();
            let is_older = |file: &Selected| older.contains(plain(&file.path).as_str());
            let found = self.desk.each_of(is_older, |_, judged| judged.reviews())?;
            view.reviews.extend(found.into_iter().flatten());
            view.reviews = of_last_plans(std::mem::take(&mut view.reviews));
            let name = |one: &Review| name_key(one.name.as_deref().unwrap_or(&one.path)).into_owned();
            view.reviews.sort_by_cached_key(|one| (name(one), one.practice.clone(), one.plan_year));
        }
        Ok(())
    }

    pub fn views(&self) -> impl Iterator<Item = &View> {
        self.list.iter().map(|(_, view)| view)
    }
}

/// Looks at all regions of a folder; where there is nothing to look at, or it cannot be, that was told.
pub fn look(
    folder: &Path,
    args: &RegionPlaceArgs,
    kept: Kept,
    screen: Screen,
    catalog: &Catalog,
) -> Result<Result<Looked, Exit>, Stop> {
    if folder.is_file() && FileKind::of(folder) != FileKind::Plan {
        return Err(refused(folder, Wanted::Folder));
    }
    if let Some(path) = args.figures.as_ref().filter(|path| is_no_figures(path)) {
        return Err(refused(path, Wanted::Figures));
    }
    let desk = Desk::open(&[folder.to_path_buf()], &args.config, args.as_of.as_deref(), &check::root())?;
    let partial = desk.complain(catalog);
    let reference = desk.judge.terms.today;
    let wrong = desk.complain_of_decisions(screen, catalog);
    let given = args.figures.as_deref().map(files::needed_beside).transpose()?;
    let own = Place { config: &args.config, folder };
    let found = regioplan(args.regioplan.as_deref(), own, reference)?;
    let Regions { list, rest } = match regions(&desk, &found, given, args.regioplan.is_some())? {
        Ok(found) => found,
        Err((source, issues)) => {
            output::complain(&report::human(&cannot_read(source, &issues), screen, catalog));
            return Ok(Err(Exit::Failed));
        }
    };
    if list.is_empty() {
        return Ok(Err(none(&rest, &desk, catalog)));
    }
    let view = |mut one: One| {
        let view = one.view(&desk, kept, &one.circumstances(reference));
        (one, view)
    };
    let mut list: Vec<(One, View)> = list.into_iter().map(view).collect();
    if let Some((_, first)) = list.first_mut() {
        desk.other_forms().for_each(|(path, why)| {
            first.skip(Skipped { path: plain(path), why, sort: SkippedSort::Unreadable, source: None });
        });
    }
    for (one, _) in &list {
        words::expired(one.case.loaded.model(), reference, catalog);
    }
    Ok(Ok(Looked { desk, reference, partial, wrong, list }))
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
        Circumstances { reference, accounting: self.case.accounting, missing_files, figures: None, day_unread: false }
    }

    /// The region as its rules and its plans make it, each plan judged as `mtvp check` does.
    fn view(&mut self, desk: &Desk, kept: Kept, now: &Circumstances) -> View {
        let terms = desk.judge.terms;
        self.case.view(now, kept, &|found: &Found, figures| {
            let file = desk.selection.files.get(found.number)?;
            let (mut report, _, now) = desk.judge.around(file, &file.path, |around| {
                let around = Around { figures, ..*around };
                file.context.session.judge_read(&found.source, &found.reading, &terms, &around)
            });
            if kept != Kept::Counted {
                advise_read(&mut report, Some((&*found.reading, &now)));
            }
            Some((report, now))
        })
    }

    fn report<'r>(&'r self, view: &'r View, reference: Date) -> RegionReport<'r> {
        RegionReport {
            model: self.case.loaded.contents(),
            judged: self.case.loaded.judged().clone(),
            told: self.case.loaded.told(),
            calendar_year: self.case.calendar_year,
            reference,
            figures: self.figures.clone(),
            asked: view.asked.as_ref(),
            practices: &view.practices,
            of_plans: &view.of_plans,
            parts: &view.parts,
            outcome: &view.outcome,
            open: &view.open,
            skipped: &view.skipped,
            reviews: &view.reviews,
            doubts: &view.doubts,
            own_days: &view.own_days,
        }
    }
}

/// Whether it is surely something else; what may be figures is read, and told with its place.
fn is_no_figures(path: &Path) -> bool {
    path.exists() && !matches!(FileKind::of(path), FileKind::Figures | FileKind::Yaml | FileKind::Other)
}
