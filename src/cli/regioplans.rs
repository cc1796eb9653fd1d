//! Regioplannen on the disk: read with what lies beside them, and looked up by path or by name.
//!
//! Input: what the user and the settings say. Output: libraries, of which the session knows the rest.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::{Problem, Text};
use crate::session::{AnyLoaded, AskedBeside, Chosen, GUIDES, Library, Origin, Stop, with_version};
use crate::source::Source;

use super::args::ConfigArgs;
use super::environment;
use super::fence::{self, By};
use super::file_kind::{Wanted, refused};
use super::files;
use super::own::{self, Named, Own, Place, What};
use super::paths::{ends_in, folded, in_command, name, same};

/// A library and, when one is asked, the regioplan in it.
pub type Found = (Arc<Library>, Option<AnyLoaded>);

/// The regioplan of `--regioplan`: a file, a folder of files, or a name with or without a version. A name is also looked up
/// among the regioplannen of the repository itself.
pub fn regioplan(given: Option<&str>, place: Place<'_>, date: Date) -> Result<Found, Stop> {
    among(given, &place.own()?, date)
}

/// The same, to show it: a mistake in the settings is told, and a file that is given by its path is then shown by itself.
pub fn shown(given: Option<&str>, place: Place<'_>, date: Date, tell: impl FnOnce(Stop)) -> Result<Found, Stop> {
    let own = place.own().or_else(|stop| {
        if !given.is_some_and(is_path) {
            return Err(stop);
        }
        tell(stop);
        Ok(Own::default())
    })?;
    among(given, &own, date)
}

fn among(given: Option<&str>, own: &Own, date: Date) -> Result<Found, Stop> {
    let Some(given) = given else { return Ok((of_own(own)?, None)) };
    if is_path(given) {
        return by_path(given, own, date);
    }
    let library = of_own(own)?;
    let (id, version) = with_version(given);
    let loaded = library.by_name(id, version, date)?;
    Ok((library, Some(loaded)))
}

/// One regioplan, for a command that cannot do with more: `none` says what is wrong with a folder.
pub fn one(given: &str, config: &ConfigArgs, none: Stop) -> Result<AnyLoaded, Stop> {
    regioplan(Some(given), Place::here(config), environment::today())?.1.ok_or(none)
}

/// A command that needs one regioplan got a folder of them.
pub fn needs_one(given: &str) -> Stop {
    Stop::Said(Text::new("new-needs-one").with("path", name(Path::new(given))), None)
}

/// What a check judges by: `--regioplan`, else what each plan says, else the region of the settings. `own` is what the settings of
/// the repository itself name.
pub fn for_check(given: Option<&str>, own: &Own, date: Date) -> Result<(Arc<Library>, Chosen), Stop> {
    let region = own.region.clone();
    let Some(given) = given else {
        let library = of_own(own)?;
        region.as_ref().map_or(Ok(()), |id| library.must_know(id))?;
        return Ok((library, Chosen::ByPlan(region)));
    };
    if is_path(given) {
        let (library, fixed) = by_path(given, own, date)?;
        let fixed = fixed.as_ref().map(AnyLoaded::judges_plans).transpose()?;
        return Ok((library, fixed.cloned().map_or(Chosen::ByPlan(region), Chosen::One)));
    }
    let library = of_own(own)?;
    let (id, Some(version)) = with_version(given) else {
        library.must_know(given)?;
        return Ok((library, Chosen::Region(given.to_owned())));
    };
    let fixed = library.by_name(id, Some(version), date)?;
    let fixed = Arc::clone(fixed.judges_plans()?);
    Ok((library, Chosen::One(fixed)))
}

/// Whether a regioplan is given by its path, not by its name.
fn is_path(given: &str) -> bool {
    Path::new(given).exists() || given.ends_with(".regioplan")
}

/// A file with a regioplan, or a folder of them; with the aanvullingen of the settings.
fn by_path(given: &str, own: &Own, date: Date) -> Result<Found, Stop> {
    let path = Path::new(given);
    if path.is_dir() {
        let files = files::regioplans_below(path);
        if files.is_empty() {
            return Err(Stop::Said(Text::new("folder-without-regioplan").with("path", name(path)), None));
        }
        return Ok((beside(files, own)?, None));
    }
    if path.is_file() && !ends_in(path, &["regioplan"]) {
        return Err(refused(path, Wanted::Regioplan));
    }
    let library = beside([vec![path.to_path_buf()], near(path)].concat(), own)?;
    let loaded = library.any_beside(&of_file(&library, path)?, date)?;
    Ok((library, Some(loaded)))
}

/// A library with regioplannen of the user, each of which loads.
pub fn loaded(files: &[PathBuf]) -> Result<Library, Stop> {
    let library = Library::new(origins(files)?);
    for load in library.own() {
        load.as_ref().map_err(|broken| Stop::Broken(Arc::clone(broken)))?;
    }
    Ok(library)
}

/// The regioplannen that the settings name, with their aanvullingen.
pub fn of_own(own: &Own) -> Result<Arc<Library>, Stop> {
    with_supplements(own.files.clone(), own)
}

/// Regioplannen of the user, with the aanvullingen of the settings.
fn beside(mut files: Vec<PathBuf>, own: &Own) -> Result<Arc<Library>, Stop> {
    if !own.beside.is_empty() {
        files.extend(own.files.iter().filter(|path| is_supplement(path)).cloned());
    }
    with_supplements(files, own)
}

fn with_supplements(mut files: Vec<PathBuf>, own: &Own) -> Result<Arc<Library>, Stop> {
    for one in &own.beside {
        if let What::File(path) = &one.what {
            files.push(path.clone());
        }
    }
    let mut seen: Vec<PathBuf> = Vec::new();
    files.retain(|path| {
        let is_new = !seen.contains(&folded(path));
        seen.push(folded(path));
        is_new
    });
    let library = loaded(&files)?;
    let mut asked: Vec<AskedBeside> = Vec::new();
    for one in &own.beside {
        let found = asked_for(one, &library)?;
        if let Err(problem) = library.knows(&found) {
            let mut problem = problem;
            problem.primary.span = one.span;
            return Err(in_settings(one, *problem));
        }
        if !asked.contains(&found) {
            asked.push(found);
        }
    }
    Ok(Arc::new(library.with_supplements(asked)))
}

/// An aanvulling of the settings, by its name.
fn asked_for(named: &Named, library: &Library) -> Result<AskedBeside, Stop> {
    match &named.what {
        What::Known { id, version } => Ok(AskedBeside { id: id.clone(), version: version.clone() }),
        What::File(path) => {
            let load = library.own().find(|load| {
                let of = |one: &AnyLoaded| one.judged().path.as_ref().is_some_and(|own| same(Path::new(own), path));
                load.as_ref().is_ok_and(of)
            });
            let loaded = load.ok_or_else(|| files::missing(path))?.clone().map_err(Stop::Broken)?;
            let judged = loaded.judged();
            if loaded.supplement().is_some() {
                return Ok(AskedBeside { id: judged.id.clone(), version: Some(judged.version.clone()) });
            }
            let text = Text::new("supplement-other").with("name", judged.full_id());
            let problem = Problem::new("instellingen", named.span, text);
            Err(in_settings(named, problem.help(Text::new("supplement-unknown-help"))))
        }
    }
}

fn in_settings(named: &Named, problem: Problem) -> Stop {
    let source = named.layer.file.as_ref().map(|(_, source)| source);
    let said = Stop::Said(problem.message.clone(), problem.help.clone());
    own::wrong(source, vec![problem]).unwrap_or(said)
}

/// The aanvullingen near a regioplan, when it names any: in its folder, and in the folders of their names beside that.
pub fn near(path: &Path) -> Vec<PathBuf> {
    let Ok(source) = files::source(path, By::User) else { return Vec::new() };
    let folder = path.parent().unwrap_or(Path::new(""));
    let repository = fence::root_of(folder).join(".git").exists();
    let words: Vec<&str> = source.text.split_whitespace().collect();
    let names: Vec<&str> = words.windows(3).filter_map(named_in).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let others = names.iter().filter_map(|id| Some(folder.parent()?.join(id)));
    let folders = std::iter::once(folder.to_path_buf()).chain(others);
    let found = folders.flat_map(|folder| files::regioplans_in(&folder));
    found.filter(|file| file != path && !(repository && fence::leaves(folder, file)) && is_supplement(file)).collect()
}

/// The name behind `met aanvulling`.
fn named_in<'t>(words: &[&'t str]) -> Option<&'t str> {
    match words {
        ["met", "aanvulling", id] => Some(id),
        _ => None,
    }
}

/// Whether a file holds an aanvulling.
fn is_supplement(path: &Path) -> bool {
    let is_head = |line: &str| line.split_whitespace().next() == Some("aanvulling");
    files::source(path, By::Way).is_ok_and(|source| source.text.lines().any(is_head))
}

/// What a regioplan of the user loads as.
pub fn of_file(library: &Library, path: &Path) -> Result<AnyLoaded, Stop> {
    let load = library.by_origin(&name(path)).ok_or_else(|| files::missing(path))?;
    load.clone().map_err(Stop::Broken)
}

/// Regioplannen of the user, with their registers and what may be their leidraad.
pub fn origins(files: &[PathBuf]) -> Result<Vec<Origin>, Stop> {
    let found = found_by_name(files);
    files.iter().map(|path| origin(path, &found)).collect()
}

/// The same, without those that cannot be read.
pub fn readable(files: &[PathBuf]) -> Vec<Origin> {
    let found = found_by_name(files);
    files.iter().filter_map(|path| origin(path, &found).ok()).collect()
}

/// The files that `mtvp explain` finds without being told: those that the settings of this folder name.
fn found_by_name(files: &[PathBuf]) -> Vec<PathBuf> {
    let config = ConfigArgs::default();
    if files.is_empty() { Vec::new() } else { Place::here(&config).own().map(|own| own.files).unwrap_or_default() }
}

fn origin(path: &Path, found: &[PathBuf]) -> Result<Origin, Stop> {
    let Source { name, text, .. } = files::source(path, By::User)?;
    let register = path.with_extension("bronnen");
    let register = match files::source(&register, By::Way) {
        Ok(source) => Some((source.name, Cow::Owned(source.text))),
        Err(_) if register.symlink_metadata().is_err() => None,
        Err(stop) => return Err(stop),
    };
    let told = (!found.iter().any(|own| own == path)).then(|| in_command(&name));
    let guides = guides(path, &text);
    Ok(Origin { name, text: Cow::Owned(text), register, guides, told })
}

/// The texts near a regioplan that may be the leidraad which it follows.
pub fn guides(path: &Path, text: &str) -> Vec<Source> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let near = |id: &str| {
        let file = format!("{id}.regioplan");
        [Some(folder.join(&file)), folder.parent().map(|above| above.join(GUIDES).join(&file))]
    };
    let guides = Origin::may_follow(text).into_iter().flat_map(near).flatten();
    // Beside a repository nothing is looked for.
    let repository = fence::root_of(folder).join(".git").exists();
    let guides = guides.filter(|guide| guide != path && !(repository && fence::leaves(folder, guide)));
    guides.filter_map(|guide| files::source(&guide, By::Way).ok()).collect()
}
