//! The regioplannen of the repository itself: those that the nearest `mtvp.toml` names, for every command that takes a
//! regioplan by its name.
//!
//! Input: a folder, and what the user says of the settings. Output: the paths of regioplannen, and the region of the
//! settings. The files are loaded elsewhere.

use std::path::{Path, PathBuf};

use crate::settings::{self, Settings};
use crate::source::{Source, Span};

use super::args::ConfigArgs;
use super::choose::{self, Stop};
use super::context::{base_of, broken, folded, from_here, missing, nearest, read_source};

/// What the settings of a folder say of regioplannen.
#[derive(Default)]
pub struct Own {
    /// In order of path, each once.
    pub files: Vec<PathBuf>,
    /// The region that they are mostly about.
    pub region: Option<String>,
}

/// Where the settings are looked for; they are read when a regioplan is asked by its name, and not before.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    pub config: &'a ConfigArgs,
    pub folder: &'a Path,
}

impl<'a> Place<'a> {
    /// The folder in which one stands.
    #[must_use]
    pub fn here(config: &'a ConfigArgs) -> Self {
        Self { config, folder: Path::new(".") }
    }

    /// What the settings that hold here say.
    pub fn own(&self) -> Result<Own, Stop> {
        let Some(file) = file(self.config, self.folder) else { return Ok(Own::default()) };
        let (found, source) = read(&file)?;
        let base = base_of(Some(&file));
        let files = listed(&found, &|path| base.join(path), Some(&source))?;
        Ok(Own { files, region: found.region.map(|region| region.value) })
    }
}

/// The file of settings that holds in a folder.
pub fn file(config: &ConfigArgs, folder: &Path) -> Option<PathBuf> {
    match (&config.config, config.no_config) {
        (_, true) => None,
        (Some(given), false) => Some(given.clone()),
        (None, false) => nearest(folder).map(from_here),
    }
}

/// A file of settings, without a mistake in it.
pub fn read(file: &Path) -> Result<(Settings, Source), Stop> {
    let source = read_source(file)?;
    let (found, problems) = settings::read(&source.text);
    if problems.is_empty() { Ok((found, source)) } else { Err(broken(source, problems)) }
}

/// The regioplannen that settings name; `place` says where a path of theirs begins.
pub fn listed(
    found: &Settings,
    place: &dyn Fn(&str) -> PathBuf,
    source: Option<&Source>,
) -> Result<Vec<PathBuf>, Stop> {
    let mut files: Vec<PathBuf> = Vec::new();
    let named = found.regioplans.iter().flat_map(|list| list.value.iter().map(|path| (path.as_str(), list.span)));
    for (path, span) in named {
        let path = seen(&place(path));
        if path.is_dir() {
            files.extend(choose::regioplans_below(&path));
        } else if path.is_file() {
            files.push(path);
        } else {
            return Err(lost(source, span, &path));
        }
    }
    files.sort();
    files.dedup();
    Ok(files)
}

/// One spelling for one path, whichever file of settings it stands in: so what is loaded once is known again.
fn seen(path: &Path) -> PathBuf {
    from_here(folded(path))
}

fn lost(source: Option<&Source>, span: Span, path: &Path) -> Stop {
    missing(source, "regioplans", span, path)
}
