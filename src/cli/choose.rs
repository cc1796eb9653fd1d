//! Which regioplan judges: the one of the user, else the one that a plan names.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{Regioplan, Sort};
use crate::plan::{Frame, Issue, Named};

use super::file_kind::{Wanted, refused};
use super::library::{Broken, Library, Load, Loaded};
use super::own::Place;

/// What judges the plans of a check.
#[derive(Clone)]
pub enum Chosen {
    /// What each plan names; else this region, if there is one.
    ByPlan(Option<String>),
    /// A region; the version follows from the plan and its date.
    Region(String),
    /// One version for all.
    One(Arc<Loaded>),
}

/// Why a run cannot go on.
pub enum Stop {
    Said(Text, Option<Text>),
    Broken(Arc<Broken>),
}

/// The regioplan of `--regioplan`: a file, a folder of files, or a name with or without a version. A name is also looked up
/// among the regioplannen of the repository itself.
pub fn regioplan(given: Option<&str>, place: Place<'_>, date: Date) -> Result<(Library, Option<Arc<Loaded>>), Stop> {
    let Some(given) = given else { return Ok((loaded(&place.own()?.files)?, None)) };
    if is_path(given) {
        return by_path(given);
    }
    let library = loaded(&place.own()?.files)?;
    let (id, version) = given.split_once('@').map_or((given, None), |(id, version)| (id, Some(version)));
    let loaded = by_name(&library, id, version, date)?;
    Ok((library, Some(loaded)))
}

/// Whether a regioplan is given by its path, not by its name.
pub fn is_path(given: &str) -> bool {
    Path::new(given).exists() || given.ends_with(".regioplan")
}

/// A file with a regioplan, or a folder of them.
fn by_path(given: &str) -> Result<(Library, Option<Arc<Loaded>>), Stop> {
    let path = Path::new(given);
    if path.is_dir() {
        let files = regioplans_below(path);
        if files.is_empty() {
            return Err(Stop::Said(Text::new("folder-without-regioplan").with("path", given), None));
        }
        return Ok((loaded(&files)?, None));
    }
    let is_regioplan = path.extension().is_some_and(|ext| ext == "regioplan");
    if path.is_file() && !is_regioplan {
        return Err(refused(path, Wanted::Regioplan));
    }
    let library = Library::new(vec![path.to_path_buf()]);
    let loaded = load_file(&library, path)?;
    Ok((library, Some(loaded)))
}

/// A library with regioplannen of the user, each of which loads.
pub fn loaded(files: &[PathBuf]) -> Result<Library, Stop> {
    let library = Library::new(files.to_vec());
    for file in files {
        load_file(&library, file)?;
    }
    Ok(library)
}

/// The regioplannen below a folder, in order of path.
pub fn regioplans_below(folder: &Path) -> Vec<PathBuf> {
    found_in(ignore::WalkBuilder::new(folder).standard_filters(false))
}

/// The regioplannen in a folder itself.
pub fn regioplans_in(folder: &Path) -> Vec<PathBuf> {
    found_in(ignore::WalkBuilder::new(folder).standard_filters(false).max_depth(Some(1)))
}

fn found_in(walker: &mut ignore::WalkBuilder) -> Vec<PathBuf> {
    let files = walker.build().filter_map(Result::ok).map(ignore::DirEntry::into_path);
    let mut files: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|ext| ext == "regioplan")).collect();
    files.sort();
    files
}

/// A regioplan file of the user.
pub fn load_file(library: &Library, path: &Path) -> Result<Arc<Loaded>, Stop> {
    let name = path.display().to_string();
    match library.file(path) {
        Ok(load) => load.map_err(Stop::Broken),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(Stop::Said(Text::new("path-missing").with("path", name), Some(Text::new("path-missing-help"))))
        }
        Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
            Err(Stop::Said(Text::new("regioplan-not-utf8").with("path", name), Some(Text::new("yaml-not-utf8-help"))))
        }
        Err(_) => {
            Err(Stop::Said(Text::new("path-unreadable").with("path", name), Some(Text::new("path-unreadable-help"))))
        }
    }
}

/// A regioplan by id, with its version or with the one that is valid on a date.
pub fn by_name(library: &Library, id: &str, version: Option<&str>, date: Date) -> Result<Arc<Loaded>, Stop> {
    let documents = library.documents(id);
    if documents.is_empty() {
        let (message, help) = unknown_region(library, id);
        return Err(Stop::Said(message, Some(help)));
    }
    let sound = sound(&documents)?;
    let for_practices = |one: &&Arc<Loaded>| one.model.sort == Sort::Regioplan;
    let found = match version {
        Some(version) => sound.iter().find(|one| one.model.version == version),
        None => sound
            .iter()
            .filter(for_practices)
            .find(|one| one.model.valid.0 <= date && date <= one.model.valid.1)
            .or_else(|| sound.iter().rev().find(for_practices))
            .or_else(|| sound.last()),
    };
    if let Some(found) = found {
        Ok(Arc::clone(found))
    } else {
        let text = Text::new("version-unknown").with("id", id).with("version", version.unwrap_or(""));
        Err(Stop::Said(text, Some(Text::new("version-unknown-help").with("versions", ranges(&sound)))))
    }
}

fn sound(loads: &[Load]) -> Result<Vec<Arc<Loaded>>, Stop> {
    loads.iter().map(|load| load.clone().map_err(Stop::Broken)).collect()
}

/// The versions with the days that they judge.
fn ranges(versions: &[Arc<Loaded>]) -> Arg {
    let range = |model: &Regioplan| {
        Arg::Text(
            Text::new("version-range")
                .with("version", &model.version)
                .with("from", model.valid.0)
                .with("to", model.valid.1),
        )
    };
    Arg::List(versions.iter().map(|one| range(&one.model)).collect(), Join::Comma)
}

fn unknown_region(library: &Library, id: &str) -> (Text, Text) {
    let ids = library.ids();
    let near = ids
        .iter()
        .map(|known| (strsim::damerau_levenshtein(id, known), known))
        .filter(|(distance, _)| *distance <= 4)
        .min();
    let help = match near {
        Some((_, near)) => Text::new("did-you-mean").with("name", near),
        None => Text::new("region-unknown-help").with("names", Arg::words(&ids, Join::Comma)),
    };
    (Text::new("region-unknown").with("name", id), help)
}

/// The regioplan for a plan: the one of the user, else the one that the plan names.
pub fn for_plan(
    library: &Library,
    chosen: &Chosen,
    frame: &Frame,
    date: Date,
) -> Result<Result<Arc<Loaded>, Box<Issue>>, Stop> {
    let named = match chosen {
        Chosen::One(loaded) => return Ok(Ok(Arc::clone(loaded))),
        Chosen::Region(id) => Some(of_region(id, frame)),
        Chosen::ByPlan(region) => {
            let default = region.as_ref().map(|id| Named { id: id.clone(), version: None, span: frame.top });
            frame.regioplan.clone().or(default)
        }
    };
    let Some(named) = named else {
        let known = Arg::words(library.ids(), Join::Comma);
        let issue = Issue::new("verplicht-veld", frame.top, Text::new("region-missing"));
        return Ok(Err(Box::new(issue.help(Text::new("region-missing-help").with("names", known)))));
    };
    let versions = library.versions(&named.id);
    if versions.is_empty() {
        let (message, help) = unknown_region(library, &named.id);
        return Ok(Err(Box::new(Issue::new("regioplan-onbekend", named.span, message).help(help))));
    }
    let sound = sound(&versions)?;
    let found = match &named.version {
        Some(version) => sound.iter().find(|one| one.model.version == *version),
        None => sound.iter().find(|one| one.model.valid.0 <= date && date <= one.model.valid.1),
    };
    if let Some(found) = found {
        return Ok(Ok(Arc::clone(found)));
    }
    let (check, message, help) = match &named.version {
        Some(version) => (
            "regioplan-onbekend",
            Text::new("version-unknown").with("id", &named.id).with("version", version),
            Text::new("version-unknown-help"),
        ),
        None => (
            "regioplan-niet-geldig",
            match frame.regioplan.as_ref().filter(|own| own.id != named.id) {
                Some(own) => Text::new("no-version-valid-asked").with("named", &own.id),
                None => Text::new("no-version-valid"),
            }
            .with("id", &named.id)
            .with("date", date),
            Text::new("no-version-valid-help"),
        ),
    };
    Ok(Err(Box::new(Issue::new(check, named.span, message).help(help.with("versions", ranges(&sound))))))
}

/// The region of the user, with the version that the plan names for it.
fn of_region(id: &str, frame: &Frame) -> Named {
    match &frame.regioplan {
        Some(named) if named.id == id => named.clone(),
        Some(named) => Named { id: id.to_owned(), version: None, span: named.span },
        None => Named { id: id.to_owned(), version: None, span: frame.top },
    }
}

/// What a check judges by: `--regioplan`, else what each plan says, else the region of the settings. `own` are the regioplannen
/// of the repository itself.
pub fn for_check(
    given: Option<&str>,
    own: &[PathBuf],
    region: Option<String>,
    date: Date,
) -> Result<(Library, Chosen), Stop> {
    let known = |library: &Library, id: &str| {
        if !library.versions(id).is_empty() {
            return Ok(());
        }
        let (message, help) = unknown_region(library, id);
        Err(Stop::Said(message, Some(help)))
    };
    let Some(given) = given else {
        let library = loaded(own)?;
        region.as_ref().map_or(Ok(()), |id| known(&library, id))?;
        return Ok((library, Chosen::ByPlan(region)));
    };
    if is_path(given) {
        let (library, fixed) = by_path(given)?;
        fixed.as_deref().map_or(Ok(()), judges_plans)?;
        return Ok((library, fixed.map_or(Chosen::ByPlan(region), Chosen::One)));
    }
    let library = loaded(own)?;
    let Some((id, version)) = given.split_once('@') else {
        known(&library, given)?;
        return Ok((library, Chosen::Region(given.to_owned())));
    };
    let fixed = by_name(&library, id, Some(version), date)?;
    judges_plans(&fixed)?;
    Ok((library, Chosen::One(fixed)))
}

/// Only a regioplan judges plans of practices.
pub fn judges_plans(loaded: &Loaded) -> Result<(), Stop> {
    let message = match loaded.model.sort {
        Sort::Regioplan => return Ok(()),
        Sort::Leidraad => "guide-judges-nothing",
        Sort::Werkplan => "work-plan-judges-nothing",
    };
    Err(Stop::Said(Text::new(message).with("id", loaded.model.full_id()), Some(Text::new("judges-nothing-help"))))
}
