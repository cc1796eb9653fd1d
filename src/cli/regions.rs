//! The regions of a folder: its plans and its files of figures, read -> for each region what can be looked at.
//!
//! Input: the plans of a run, and what the user says of regioplan and figures. Output: a case for each file of figures, and one for
//! each regioplan that other plans follow. Nothing is judged here.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Text;
use crate::plan::{self, Issue};
use crate::session::{
    AnyLoaded, Case, Found, Library, Prepared, ReadPlan, Session, Skipped, SkippedSort, Stop, prepare, prepare_in,
    read_plan,
};
use crate::source::Source;
use crate::value::same_name;

use super::desk::Desk;
use super::examples::FIGURES;
use super::fence::By;
use super::paths::{folded, folder_of, from_here, name, plain, same};
use super::regioplans::Found as Regioplans;
use super::selection::Selected;
use super::{files, own};

/// A region of a run.
pub struct One {
    pub case: Case,
    /// The file with its figures.
    pub figures: Option<String>,
}

/// The regions of a run.
pub struct Regions {
    pub list: Vec<One>,
    /// Where there is no region: the files that could not be counted.
    pub rest: Vec<Skipped>,
}

/// The regions, or figures that cannot be read.
pub type Read = Result<Regions, (Source, Vec<Issue>)>;

/// The regions of a run. Where the user says which it is, by its regioplan or by its figures, there is one.
pub fn regions(desk: &Desk, (library, fixed): &Regioplans, given: Option<Source>, named: bool) -> Result<Read, Stop> {
    let alone = given.is_some() || fixed.is_some();
    let of_user = given.is_some();
    let mut figures = match given {
        Some(source) => Figures { list: vec![source], ..Figures::default() },
        None => Figures::below(desk, library, fixed.as_ref())?,
    };
    let by_name = named.then(|| Session::by_plan(Arc::clone(library)));
    let mut plans = read(desk, &figures.names(), by_name.as_ref())?;
    if !of_user {
        figures.of_one_year(&plans, desk.judge.terms.today.year(), &|source| {
            prepare(Some(source), Vec::new(), library, fixed.clone(), desk.judge.terms.today).ok()
        });
    }
    let Figures { list: figures, passed, also } = figures;
    plans.extend(passed.into_iter().map(Err));
    let mut sorter = Sorter { desk, library, list: Vec::new() };
    for source in &figures {
        let folder = folder_of(Path::new(&source.name));
        let folders = also.iter().filter(|(of, _)| *of == source.name).map(|(_, folder)| folder.as_path());
        let folders: Vec<&Path> = folders.chain([folder]).collect();
        let nested = !of_user && is_nested(desk, folder);
        let own = match region_of(source) {
            _ if of_user || alone && !nested => std::mem::take(&mut plans),
            id => of_region(&mut plans, id.as_deref(), &folders),
        };
        if let Some(issues) = sorter.add(Some(source), own, fixed.clone()).map_err(|stop| said_of(source, stop))? {
            return Ok(Err((source.clone(), issues)));
        }
    }
    if figures.is_empty() && alone {
        sorter.add(None, std::mem::take(&mut plans), fixed.clone())?;
    }
    // What no figures speak of: each regioplan by itself.
    while let Some(loaded) =
        plans.iter().find_map(|one| one.as_ref().ok()).map(|found| Arc::clone(&found.reading.loaded))
    {
        let id = loaded.judged.full_id();
        let is_own =
            |one: &mut ReadPlan| one.as_ref().map_or(true, |found| found.reading.loaded.judged.full_id() == id);
        let own = plans.extract_if(.., is_own).collect();
        sorter.add(None, own, Some(AnyLoaded::Regioplan(loaded)))?;
    }
    let mut rest: Vec<Skipped> = plans.into_iter().filter_map(Result::err).collect();
    if let Some(first) = sorter.list.first_mut() {
        first.case.region.skipped.append(&mut rest);
    }
    give_back(&mut sorter.list);
    Ok(Ok(Regions { list: sorter.list, rest }))
}

/// Gives a plan that cannot be read to the region that has its practice on the list.
fn give_back(list: &mut [One]) {
    let mut moved: Vec<(usize, Skipped)> = Vec::new();
    for at in 0..list.len() {
        let owner = |one: &Skipped| {
            let lists = |other: &One| one.source.as_ref().is_some_and(|source| other.case.lists(&source.text));
            let own = list.get(at).is_some_and(lists);
            if own { None } else { list.iter().position(lists) }
        };
        let away: Vec<Option<usize>> =
            list.get(at).map(|one| one.case.region.skipped.iter().map(owner).collect()).unwrap_or_default();
        let Some(one) = list.get_mut(at) else { continue };
        let skipped = std::mem::take(&mut one.case.region.skipped);
        for (file, to) in skipped.into_iter().zip(away) {
            match to {
                Some(to) => moved.push((to, file)),
                None => one.case.region.skipped.push(file),
            }
        }
    }
    for (to, file) in moved {
        if let Some(one) = list.get_mut(to) {
            one.case.region.skipped.push(file);
        }
    }
}

struct Sorter<'a> {
    desk: &'a Desk,
    library: &'a Arc<Library>,
    list: Vec<One>,
}

impl Sorter<'_> {
    /// Adds a region; what is wrong with its figures, when they cannot be read.
    fn add(
        &mut self,
        source: Option<&Source>,
        own: Vec<ReadPlan>,
        loaded: Option<AnyLoaded>,
    ) -> Result<Option<Vec<Issue>>, Stop> {
        let today = self.desk.judge.terms.today;
        let fixed = loaded.is_some();
        match prepare(source, own, self.library, loaded, today)? {
            Prepared::Ready(mut case) => {
                let elsewhere = std::mem::take(&mut case.region.elsewhere);
                let year = case.calendar_year;
                self.list.push(One { case: *case, figures: source.map(|source| source.name.clone()) });
                if !fixed {
                    self.add_elsewhere(elsewhere, year)?;
                }
            }
            Prepared::Nothing => {}
            Prepared::BadFigures(issues) => return Ok(Some(issues)),
        }
        Ok(None)
    }

    /// Adds the plans by other versions of a regioplan, each version by itself, in the year of its figures.
    fn add_elsewhere(&mut self, mut plans: Vec<Found>, year: i16) -> Result<(), Stop> {
        while let Some(loaded) = plans.first().map(|found| Arc::clone(&found.reading.loaded)) {
            let id = loaded.judged.full_id();
            let is_own = |found: &mut Found| found.reading.loaded.judged.full_id() == id;
            let own: Vec<ReadPlan> = plans.extract_if(.., is_own).map(Ok).collect();
            let today = self.desk.judge.terms.today;
            if let Prepared::Ready(case) = prepare_in(year, own, self.library, AnyLoaded::Regioplan(loaded), today)? {
                self.list.push(One { case: *case, figures: None });
            }
        }
        Ok(())
    }
}

/// The region that figures name.
fn region_of(figures: &Source) -> Option<String> {
    let document = plan::parse_beside(&figures.text);
    let named = document.root.as_ref().and_then(|root| plan::figures_frame(root).0.regioplan)?;
    Some(named.id)
}

/// The plans of a region below the folders of its figures. Files there that are no plan go along.
fn of_region(plans: &mut Vec<ReadPlan>, id: Option<&str>, folders: &[&Path]) -> Vec<ReadPlan> {
    let folders: Vec<PathBuf> = folders.iter().map(|folder| folded(folder)).collect();
    let is_below = |path: &str| folders.iter().any(|folder| folded(Path::new(path)).starts_with(folder));
    let is_region = |own: &str| id.is_none_or(|id| same_name(own, id));
    let is_own = |one: &mut ReadPlan| match one {
        Ok(found) => is_region(&found.reading.loaded.model.contents.id) && is_below(&found.source.name),
        Err(skipped) => is_below(&skipped.path),
    };
    plans.extract_if(.., is_own).collect()
}

/// Reads all plans, some at once, in order of path: by the regioplannen that the user names, else by what the settings of each say.
fn read(desk: &Desk, figures: &[&str], named: Option<&Session>) -> Result<Vec<ReadPlan>, Stop> {
    let is_figures = |file: &Selected| figures.iter().any(|name| same(&file.path, Path::new(name)));
    let files: Vec<(usize, &Selected)> =
        desk.selection.files.iter().enumerate().filter(|(_, file)| !is_figures(file)).collect();
    let one = |(number, file): &(usize, &Selected)| {
        let text = files::read(&file.path, By::Way).map_err(|unread| unread.said(&name(&file.path)).0);
        let session = named.unwrap_or(&file.context.session);
        read_plan((plain(&file.path), text), *number, session, &desk.judge.terms)
    };
    files.par_iter().map(one).collect()
}

/// Whether a folder lies below the one that the user gave: whoever hands in a plan may have put a file there.
fn is_nested(desk: &Desk, folder: &Path) -> bool {
    !desk.selection.whole.contains(&folded(folder))
}

/// The files with figures of regions among the files of a run.
#[derive(Default)]
struct Figures {
    /// Those that count, those of a folder before those above it.
    list: Vec<Source>,
    /// Those that do not, with why.
    passed: Vec<Skipped>,
    /// Folders with figures of another year of the same practices, by the file that counts for their plans too.
    also: Vec<(String, PathBuf)>,
}

/// Figures that may be those of another year of the same practices.
struct Yearly {
    name: String,
    folder: PathBuf,
    region: String,
    year: i16,
    /// Codes of practices: on its list, and of the plans beside it.
    codes: BTreeSet<String>,
}

impl Yearly {
    /// Whether most practices of the smaller one are of the other too.
    fn is_same_region(&self, other: &Self) -> bool {
        let both = self.codes.intersection(&other.codes).count();
        let fewest = self.codes.len().min(other.codes.len());
        same_name(&self.region, &other.region) && self.year != other.year && both > 0 && both * 2 >= fewest
    }

    /// The year that is looked at comes first, then the last one before it.
    fn rank(&self, this_year: i16) -> (bool, i16) {
        if self.year <= this_year { (true, self.year) } else { (false, -self.year) }
    }
}

impl Figures {
    fn names(&self) -> Vec<&str> {
        let told = self.passed.iter().map(|one| one.path.as_str());
        self.list.iter().map(|source| source.name.as_str()).chain(told).collect()
    }

    /// Of the figures for more years of the same practices one counts, so that each practice stands in one place: those of this year,
    /// else of the last year before it.
    fn of_one_year(&mut self, plans: &[ReadPlan], this_year: i16, read: &dyn Fn(&Source) -> Option<Prepared>) {
        if self.list.len() < 2 {
            return;
        }
        let yearly = |source: &Source| {
            let Some(Prepared::Ready(case)) = read(source) else { return None };
            let folder = folded(folder_of(Path::new(&source.name)));
            let region = case.loaded.judged().id.clone();
            let below = plans.iter().filter_map(|one| one.as_ref().ok()).filter(|found| {
                same_name(&found.reading.loaded.model.contents.id, &region)
                    && folded(Path::new(&found.source.name)).starts_with(&folder)
            });
            let codes = below.filter_map(|found| found.reading.field("agb")).chain(case.codes()).collect();
            Some(Yearly { name: source.name.clone(), year: case.calendar_year, folder, region, codes })
        };
        let mut all: Vec<Yearly> = self.list.iter().filter_map(yearly).collect();
        all.sort_by_key(|one| std::cmp::Reverse(one.rank(this_year)));
        let mut kept: Vec<Yearly> = Vec::new();
        for one in all {
            let Some(other) = kept.iter().find(|kept| kept.is_same_region(&one)) else {
                kept.push(one);
                continue;
            };
            let why = Text::new("region-figures-year").with("year", one.year.to_string());
            let why = why.with("other", other.year.to_string()).with("path", &other.name);
            self.list.retain(|source| source.name != one.name);
            self.also.push((other.name.clone(), one.folder));
            self.passed.push(Skipped { path: one.name, why, sort: SkippedSort::NoPlan, source: None });
        }
    }

    /// Figures of a region stand above all its plans: below others of the region they do not count, unless the settings leave the folder
    /// to itself. Below the folder that the user gave, those that cannot be read stop no others.
    fn below(desk: &Desk, library: &Arc<Library>, fixed: Option<&AnyLoaded>) -> Result<Self, Stop> {
        let is_figures = |file: &&Selected| file.path.file_name().is_some_and(|name| name == FIGURES);
        let mut files: Vec<&Selected> = desk.selection.files.iter().filter(is_figures).collect();
        files.sort_by_key(|file| std::cmp::Reverse(folded(&file.path).components().count()));
        let mut found = Self::default();
        for file in files {
            let folder = folder_of(&file.path);
            let mut pass = |why: Text, sort: SkippedSort| {
                found.passed.push(Skipped { path: plain(&file.path), why, sort, source: None });
            };
            let read = files::needed_beside(&file.path).map(|mut source| {
                source.name = plain(&file.path);
                source
            });
            if !is_nested(desk, folder) {
                found.list.push(read?);
                continue;
            }
            let source = match read {
                Ok(source) => source,
                Err(Stop::Said(why, _)) => {
                    pass(why, SkippedSort::Unreadable);
                    continue;
                }
                Err(broken) => return Err(broken),
            };
            if let Some(above) = above(desk, file, &source) {
                pass(Text::new("region-figures-above").with("path", plain(&above)), SkippedSort::NoPlan);
                continue;
            }
            let today = desk.judge.terms.today;
            match prepare(Some(&source), Vec::new(), library, fixed.cloned(), today) {
                Ok(Prepared::BadFigures(issues)) => {
                    let why = issues.first().map(|issue| issue.problem.message.clone());
                    pass(why.unwrap_or_else(|| Text::new("region-cannot-read")), SkippedSort::Unreadable);
                }
                Ok(Prepared::Ready(_) | Prepared::Nothing) => found.list.push(source),
                Err(Stop::Said(why, _)) => pass(why, SkippedSort::Unreadable),
                Err(broken) => return Err(broken),
            }
        }
        Ok(found)
    }
}

/// The file with figures above another one that speaks for its region too; of a region that nobody knows, any does.
fn above(desk: &Desk, file: &Selected, source: &Source) -> Option<PathBuf> {
    let folder = folded(folder_of(&file.path));
    let start = desk.selection.whole.iter().find(|start| folder.starts_with(start)).unwrap_or(&folder);
    let top = own::top(&folder, start);
    let library = &file.context.session.library;
    let own = region_of(source).filter(|id| !library.versions(id).is_empty());
    for below in folder.ancestors().take_while(|below| below.starts_with(&top) && **below != top) {
        if file.context.layers.iter().any(|layer| layer.delegates(below)) {
            return None;
        }
        let path = from_here(below.parent()?.join(FIGURES));
        let Ok(other) = files::beside(&path, By::Way) else { continue };
        let other = region_of(&Source::new("", other));
        if own.as_ref().is_none_or(|own| other.as_ref().is_none_or(|other| same_name(own, other))) {
            return Some(path);
        }
    }
    None
}

/// What stands in the way names the file of figures in which it stands.
fn said_of(source: &Source, stop: Stop) -> Stop {
    match stop {
        Stop::Said(why, help) => {
            Stop::Said(Text::new("region-skipped-one").with("path", &source.name).with("reason", why), help)
        }
        Stop::Broken(broken) => Stop::Broken(broken),
    }
}
