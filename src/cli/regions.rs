//! The regions of a folder: its plans and its files of figures, read -> for each region what can be looked at.
//!
//! Input: the plans of a run, and what the user says of regioplan and figures. Output: a case for each file of figures, and one for
//! each regioplan that other plans follow. Nothing is judged here.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::plan::{self, Issue};
use crate::session::{
    Case, Found, Library, Loaded, Prepared, ReadPlan, Session, Skipped, Stop, prepare, prepare_in, read_plan,
};
use crate::source::Source;
use crate::value::same_name;

use super::desk::Desk;
use super::examples::FIGURES;
use super::fence::By;
use super::files;
use super::paths::{folded, folder_of, name, plain, same};
use super::regioplans::Found as Regioplans;
use super::selection::Selected;

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
    let figures = given.map_or_else(|| figures_below(desk), |source| Ok(vec![source]))?;
    let by_name = named.then(|| Session::by_plan(Arc::clone(library)));
    let mut plans = read(desk, &figures, by_name.as_ref())?;
    let mut sorter = Sorter { desk, library, list: Vec::new() };
    let ids: Vec<Option<String>> = figures.iter().map(region_of).collect();
    for (source, id) in figures.iter().zip(&ids) {
        let shared = ids.iter().filter(|other| *other == id).count() > 1;
        let own = match id {
            Some(id) if !alone => of_region(&mut plans, id, folder_of(Path::new(&source.name)), shared),
            Some(_) | None => std::mem::take(&mut plans),
        };
        if let Some(issues) = sorter.add(Some(source), own, fixed.clone())? {
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
        let id = loaded.model.full_id();
        let is_own = |one: &mut ReadPlan| one.as_ref().map_or(true, |found| found.reading.loaded.model.full_id() == id);
        let own = plans.extract_if(.., is_own).collect();
        sorter.add(None, own, Some(loaded))?;
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
        loaded: Option<Arc<Loaded>>,
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
            let id = loaded.model.full_id();
            let is_own = |found: &mut Found| found.reading.loaded.model.full_id() == id;
            let own: Vec<ReadPlan> = plans.extract_if(.., is_own).map(Ok).collect();
            let today = self.desk.judge.terms.today;
            if let Prepared::Ready(case) = prepare_in(year, own, self.library, loaded, today)? {
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

/// The plans of a region; of more files with figures of it, each is about the plans below its own folder. Files that are no plan go
/// along.
fn of_region(plans: &mut Vec<ReadPlan>, id: &str, folder: &Path, shared: bool) -> Vec<ReadPlan> {
    let folder = folded(folder);
    let is_below = |path: &str| !shared || folded(Path::new(path)).starts_with(&folder);
    let is_own = |one: &mut ReadPlan| match one {
        Ok(found) => same_name(&found.reading.loaded.model.id, id) && is_below(&found.source.name),
        Err(skipped) => is_below(&skipped.path),
    };
    plans.extract_if(.., is_own).collect()
}

/// Reads all plans, some at once, in order of path: by the regioplannen that the user names, else by what the settings of each say.
fn read(desk: &Desk, figures: &[Source], named: Option<&Session>) -> Result<Vec<ReadPlan>, Stop> {
    let is_figures = |file: &Selected| figures.iter().any(|source| same(&file.path, Path::new(&source.name)));
    let files: Vec<(usize, &Selected)> =
        desk.selection.files.iter().enumerate().filter(|(_, file)| !is_figures(file)).collect();
    let one = |(number, file): &(usize, &Selected)| {
        let text = files::read(&file.path, By::Way).map_err(|unread| unread.said(&name(&file.path)).0);
        let session = named.unwrap_or(&file.context.session);
        read_plan((plain(&file.path), text), *number, session, &desk.judge.terms)
    };
    files.par_iter().map(one).collect()
}

/// The files with figures of regions among the files of a run, those of a folder before those above it.
fn figures_below(desk: &Desk) -> Result<Vec<Source>, Stop> {
    let files = desk.selection.files.iter().map(|file| &file.path);
    let mut files: Vec<_> = files.filter(|path| path.file_name().is_some_and(|name| name == FIGURES)).collect();
    files.sort_by_key(|path| std::cmp::Reverse(folded(path).components().count()));
    let read = |path: &std::path::PathBuf| {
        let mut source = files::needed_beside(path)?;
        source.name = plain(path);
        Ok(source)
    };
    files.into_iter().map(read).collect()
}
