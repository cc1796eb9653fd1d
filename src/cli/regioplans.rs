//! Regioplannen on the disk: read with what lies beside them, and looked up by path or by name.
//!
//! Input: what the user and the settings say. Output: libraries, of which the session knows the rest.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::Text;
use crate::session::{Chosen, GUIDES, Library, Loaded, Origin, Stop, with_version};
use crate::source::Source;

use super::args::ConfigArgs;
use super::environment;
use super::fence::{self, By};
use super::file_kind::{Wanted, refused};
use super::files;
use super::own::Place;
use super::paths::{ends_in, in_command, name};

/// A library and, when one is asked, the regioplan in it.
pub type Found = (Arc<Library>, Option<Arc<Loaded>>);

/// The regioplan of `--regioplan`: a file, a folder of files, or a name with or without a version. A name is also looked up
/// among the regioplannen of the repository itself.
pub fn regioplan(given: Option<&str>, place: Place<'_>, date: Date) -> Result<Found, Stop> {
    let Some(given) = given else { return Ok((loaded(&place.own()?.files)?, None)) };
    if is_path(given) {
        return by_path(given);
    }
    let library = loaded(&place.own()?.files)?;
    let (id, version) = with_version(given);
    let loaded = library.by_name(id, version, date)?;
    Ok((library, Some(loaded)))
}

/// One regioplan, for a command that cannot do with more: `none` says what is wrong with a folder.
pub fn one(given: &str, config: &ConfigArgs, none: Stop) -> Result<Arc<Loaded>, Stop> {
    regioplan(Some(given), Place::here(config), environment::today())?.1.ok_or(none)
}

/// A command that needs one regioplan got a folder of them.
pub fn needs_one(given: &str) -> Stop {
    Stop::Said(Text::new("new-needs-one").with("path", name(Path::new(given))), None)
}

/// What a check judges by: `--regioplan`, else what each plan says, else the region of the settings. `own` are the regioplannen
/// of the repository itself.
pub fn for_check(
    given: Option<&str>,
    own: &[PathBuf],
    region: Option<String>,
    date: Date,
) -> Result<(Arc<Library>, Chosen), Stop> {
    let Some(given) = given else {
        let library = loaded(own)?;
        region.as_ref().map_or(Ok(()), |id| library.must_know(id))?;
        return Ok((library, Chosen::ByPlan(region)));
    };
    if is_path(given) {
        let (library, fixed) = by_path(given)?;
        fixed.as_deref().map_or(Ok(()), Loaded::judges_plans)?;
        return Ok((library, fixed.map_or(Chosen::ByPlan(region), Chosen::One)));
    }
    let library = loaded(own)?;
    let (id, Some(version)) = with_version(given) else {
        library.must_know(given)?;
        return Ok((library, Chosen::Region(given.to_owned())));
    };
    let fixed = library.by_name(id, Some(version), date)?;
    fixed.judges_plans()?;
    Ok((library, Chosen::One(fixed)))
}

/// Whether a regioplan is given by its path, not by its name.
fn is_path(given: &str) -> bool {
    Path::new(given).exists() || given.ends_with(".regioplan")
}

/// A file with a regioplan, or a folder of them.
fn by_path(given: &str) -> Result<Found, Stop> {
    let path = Path::new(given);
    if path.is_dir() {
        let files = files::regioplans_below(path);
        if files.is_empty() {
            return Err(Stop::Said(Text::new("folder-without-regioplan").with("path", name(path)), None));
        }
        return Ok((loaded(&files)?, None));
    }
    if path.is_file() && !ends_in(path, &["regioplan"]) {
        return Err(refused(path, Wanted::Regioplan));
    }
    let library = loaded(&[path.to_path_buf()])?;
    let loaded = of_file(&library, path)?;
    Ok((library, Some(loaded)))
}

/// A library with regioplannen of the user, each of which loads.
pub fn loaded(files: &[PathBuf]) -> Result<Arc<Library>, Stop> {
    let library = Library::new(origins(files)?);
    for load in library.own() {
        load.as_ref().map_err(|broken| Stop::Broken(Arc::clone(broken)))?;
    }
    Ok(Arc::new(library))
}

/// What a regioplan of the user loads as.
pub fn of_file(library: &Library, path: &Path) -> Result<Arc<Loaded>, Stop> {
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
