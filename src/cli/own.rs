//! The settings of a folder: the nearest `mtvp.toml`, and the regioplannen of the repository itself that it names, for every
//! command that takes a regioplan by its name.
//!
//! Input: a folder, and what the user says of the settings. Output: the paths of regioplannen, and the region of the
//! settings. The files are loaded elsewhere.

use std::path::{Path, PathBuf};

use crate::diagnostic::{Problem, Text};
use crate::session::{Stop, may_be_exceptions};
use crate::settings::{self, Settings};
use crate::source::{Source, Span};

use super::args::ConfigArgs;
use super::fence::{self, Barred, By};
use super::file_kind::{Wanted, refused};
use super::files::{self, Unread};
use super::paths::{ends_in, folded, folder_of, from_here, name};

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

/// The nearest file of settings, from a folder upwards.
pub fn nearest(folder: &Path) -> Option<PathBuf> {
    folded(folder).ancestors().map(|above| above.join(settings::FILE)).find(|file| file.is_file())
}

/// The folder that the paths in a file of settings begin at.
pub fn base_of(file: Option<&Path>) -> PathBuf {
    match file.and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) => folded(folder),
        None => std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
    }
}

/// A file of settings, without a mistake in it.
pub fn read(file: &Path) -> Result<(Settings, Source), Stop> {
    let source = files::source(file, By::Way)?;
    let (found, problems) = settings::read(&source.text);
    if problems.is_empty() { Ok((found, source)) } else { Err(Stop::broken(source, problems)) }
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
        // One spelling for one path, whichever file of settings it stands in: so what is loaded once is known again.
        let path = from_here(folded(&place(path)));
        inside(source, "regioplans", span, &path)?;
        if path.is_dir() {
            files.extend(files::regioplans_below(&path));
        } else if path.is_file() && ends_in(&path, &["regioplan"]) {
            files.push(path);
        } else if path.exists() {
            return Err(barred(
                source,
                "regioplans",
                span,
                Text::new("settings-no-regioplan").with("path", name(&path)),
            ));
        } else {
            return Err(missing(source, "regioplans", span, &path));
        }
    }
    files.sort();
    files.dedup();
    Ok(files)
}

/// Refuses a path that a file of settings names outside its repository. What a flag names is for the user.
pub fn inside(source: Option<&Source>, key: &'static str, span: Span, path: &Path) -> Result<(), Stop> {
    let Some(settings) = source.filter(|_| !span.is_empty()) else { return Ok(()) };
    if !fence::leaves(folder_of(Path::new(&settings.name)), path) {
        return Ok(());
    }
    Err(barred(source, key, span, Unread::Barred(Barred::Outside).said(&name(path)).0))
}

/// The text of a file of exceptions that settings or a flag name.
pub fn waivers(path: &Path, source: Option<&Source>, span: Span) -> Result<Source, Stop> {
    inside(source, "waivers", span, path)?;
    let flag = source.is_none() || span.is_empty();
    let text = files::read(path, if flag { By::User } else { By::Way }).map_err(|unread| match unread {
        Unread::Barred(Barred::Missing) => missing(source, "waivers", span, path),
        unread => unread.stop(path),
    })?;
    // Of another file no line is shown.
    if !may_be_exceptions(&text) {
        return Err(refused(path, Wanted::Exceptions));
    }
    Ok(Source::new(name(path), text))
}

/// A path of the settings that may not be used.
fn barred(source: Option<&Source>, key: &'static str, span: Span, text: Text) -> Stop {
    let help = Text::new("settings-missing-help").with("key", key);
    let wrong = wrong(source, vec![Problem::new("instellingen", span, text.clone()).help(help.clone())]);
    wrong.unwrap_or(Stop::Said(text, Some(help)))
}

/// A path of the settings that leads nowhere.
pub fn missing(source: Option<&Source>, key: &'static str, span: Span, path: &Path) -> Stop {
    let text = Text::new("settings-missing").with("path", name(path));
    let help = Text::new("settings-missing-help").with("key", key);
    match wrong(source, vec![Problem::new("instellingen", span, text).help(help)]) {
        Some(Stop::Said(..)) | None => files::missing(path),
        Some(broken) => broken,
    }
}

/// What is wrong in settings: in their file, unless the first of it stands in a flag.
pub fn wrong(source: Option<&Source>, problems: Vec<Problem>) -> Option<Stop> {
    let first = problems.first()?;
    Some(match source.filter(|_| !first.primary.span.is_empty()) {
        Some(source) => Stop::broken(source.clone(), problems),
        None => Stop::Said(first.message.clone(), first.help.clone()),
    })
}
