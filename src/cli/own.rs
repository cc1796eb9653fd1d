//! The settings of a folder: every `mtvp.toml` from the root of the repository down to it, of which that of the root binds the
//! others; and the regioplannen that they name, for every command that takes a regioplan by its name.
//!
//! Input: a folder, and what the user says of the settings. Output: the settings in layers, the paths of regioplannen, and
//! the region. The regioplannen are loaded elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::{Problem, Text};
use crate::session::{Stop, may_be_decisions, may_be_exceptions, with_version};
use crate::settings::{self, At, Key, Settings};
use crate::source::{Source, Span};

use super::args::ConfigArgs;
use super::fence::{self, Barred, By};
use super::file_kind::{Wanted, refused};
use super::files::{self, Unread};
use super::paths::{ends_in, folded, folder_of, from_here, name, stored};

/// What the settings of a folder say of regioplannen.
#[derive(Default)]
pub struct Own {
    /// In order of path, each once.
    pub files: Vec<PathBuf>,
    /// The aanvullingen that belong beside every regioplan.
    pub beside: Vec<Named>,
    /// The region that they are mostly about.
    pub region: Option<String>,
}

/// An aanvulling that settings name, as they write it.
#[derive(Clone)]
pub struct Named {
    pub what: What,
    /// Where it stands.
    pub layer: Arc<Layer>,
    pub span: Span,
}

/// What an aanvulling is named by.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    File(PathBuf),
    Known { id: String, version: Option<String> },
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
        let layers = layers(self.config, self.folder)?;
        let region = first(&layers, |settings| settings.region.as_ref()).map(|(_, at)| at.value.clone());
        let (files, beside) = (listed(&layers)?, beside(&layers)?);
        Ok(Own { files, beside, region })
    }
}

/// A file of settings, or the flags of a command, and the folder that the paths in it begin at.
pub struct Layer {
    /// None for flags.
    pub file: Option<(PathBuf, Source)>,
    pub base: PathBuf,
    pub settings: Settings,
    /// It stands at the root, or the root leaves its folder to it.
    free: bool,
    /// The folders that it leaves to themselves.
    delegated: BTreeSet<PathBuf>,
}

/// What holds in a folder, the nearest first.
pub type Layers = Vec<Arc<Layer>>;

impl Layer {
    /// What the flags of a command say.
    #[must_use]
    pub fn of_flags(settings: Settings) -> Self {
        Self { file: None, base: PathBuf::new(), settings, free: true, delegated: BTreeSet::new() }
    }

    /// A file of settings without a mistake in it; one below the root may only do what leaves those above it as they are.
    pub fn read(file: &Path, above: Option<&Layers>) -> Result<Self, Stop> {
        let (settings, source) = read(file)?;
        let base = base_of(file);
        let bound = above.filter(|above| !above.iter().any(|layer| layer.delegates(&base)));
        let problems = match bound {
            Some(above) => looser(&settings, above, &base),
            None => settings.delegate.iter().flat_map(|list| undelegable(list, &base)).collect(),
        };
        wrong(Some(&source), problems).map_or(Ok(()), Err)?;
        let listed = settings.delegate.iter().flat_map(|list| &list.value);
        let delegated = listed.map(|path| stored(folded(&base.join(path)))).collect();
        Ok(Self { file: Some((file.to_path_buf(), source)), base, settings, free: bound.is_none(), delegated })
    }

    /// Whether the settings leave a folder to itself.
    #[must_use]
    pub fn delegates(&self, folder: &Path) -> bool {
        self.free && (self.delegated.contains(folder) || self.delegates_behind(folder).unwrap_or(false))
    }

    /// The same when a link leads to the folder.
    fn delegates_behind(&self, folder: &Path) -> Option<bool> {
        let (real, base) = (folder.canonicalize().ok()?, self.base.canonicalize().ok()?);
        let inside = real.strip_prefix(&base).ok()?;
        let is_plain = folder.strip_prefix(&self.base).is_ok_and(|spelled| spelled == inside);
        Some(!is_plain && self.delegated.contains(&self.base.join(inside)))
    }

    /// A path that the settings name, as it is seen from where one stands.
    #[must_use]
    pub fn path(&self, written: &str) -> PathBuf {
        from_here(stored(folded(&self.base.join(written))))
    }

    /// The folders and files with plans; without a word of them the folder itself.
    #[must_use]
    pub fn plans(&self) -> Vec<PathBuf> {
        match &self.settings.paths {
            Some(paths) => paths.value.iter().map(|path| folded(&self.path(path))).collect(),
            None => vec![self.base.clone()],
        }
    }

    /// Whether only what makes it stricter may stand in it.
    #[must_use]
    pub fn is_bound(&self) -> bool {
        !self.free
    }
}

/// The folders in a list that cannot be left to themselves: none below this one, or one that somebody else can put elsewhere. Those of
/// one sort are told once.
fn undelegable(list: &At<Vec<String>>, base: &Path) -> Vec<Problem> {
    let mut sorts: BTreeMap<&str, (&String, usize)> = BTreeMap::new();
    let real_base = base.canonicalize().unwrap_or_else(|_| base.to_path_buf());
    for path in &list.value {
        if let Some(text) = undelegated(&stored(folded(&base.join(path))), base, &real_base) {
            sorts.entry(text).or_insert((path, 0)).1 += 1;
        }
    }
    let told = |(text, (first, count))| {
        let text = Text::new(text).with("found", first).with("count", count);
        Problem::new("instellingen", list.span, text).help(Text::new("settings-delegate-help"))
    };
    sorts.into_iter().map(told).collect()
}

/// Why a folder cannot be left to itself.
fn undelegated(folder: &Path, base: &Path, real_base: &Path) -> Option<&'static str> {
    let inside = folder.strip_prefix(base).ok().filter(|inside| !inside.as_os_str().is_empty());
    let Some(inside) = inside else { return Some("settings-delegate-outside") };
    match folder.canonicalize() {
        Ok(real) if real != real_base.join(inside) => Some("settings-delegate-link"),
        Ok(real) if real.is_dir() => None,
        Ok(_) | Err(_) => Some("settings-delegate-missing"),
    }
}

/// The settings of the folders that these leave to themselves, and that those leave so further down: each with those above it, the
/// nearest first. What cannot be used is told by who needs it.
#[must_use]
pub fn delegated(above: &Layers) -> Vec<Layers> {
    let Some(own) = above.first() else { return Vec::new() };
    let files = own.delegated.iter().filter_map(|folder| file_in(folder));
    let read = |file: PathBuf| Layer::read(&file, Some(above)).ok();
    let each = |layer| {
        let layers: Layers = std::iter::once(Arc::new(layer)).chain(above.iter().cloned()).collect();
        let below = delegated(&layers);
        std::iter::once(layers).chain(below)
    };
    files.filter_map(read).flat_map(each).collect()
}

/// The nearest layer that says something of a setting.
pub fn first<'l, T>(
    layers: &'l [Arc<Layer>],
    key: impl Fn(&'l Settings) -> Option<&'l At<T>>,
) -> Option<(&'l Layer, &'l At<T>)> {
    layers.iter().find_map(|layer| Some((layer.as_ref(), key(&layer.settings)?)))
}

/// What a file below the root says that only the root may say.
fn looser(found: &Settings, above: &Layers, base: &Path) -> Vec<Problem> {
    let lists = [
        (Key::Exclude, &found.exclude),
        (Key::Regioplans, &found.regioplans),
        (Key::Supplements, &found.supplements),
        (Key::Delegate, &found.delegate),
    ];
    let lists = lists.into_iter().filter_map(|(key, list)| Some((key, list.as_ref()?.span)));
    let waivers = found.waivers.as_ref().map(|at| (Key::Waivers, at.span));
    let decisions = found.decisions.as_ref().map(|at| (Key::Decisions, at.span));
    let template = found.template.as_ref().map(|at| (Key::Template, at.span));
    let contact = found.contact.as_ref().map(|at| (Key::Contact, at.span));
    let letters = template.into_iter().chain(contact);
    let strict = first(above, |settings| settings.strict.as_ref()).is_some_and(|(_, at)| at.value);
    let strict = found.strict.as_ref().filter(|at| strict && !at.value).map(|at| (Key::Strict, at.span));
    let region = first(above, |settings| settings.region.as_ref()).map(|(_, at)| &at.value);
    let region =
        found.region.as_ref().filter(|at| region.is_some_and(|region| !crate::value::same_name(region, &at.value)));
    let all = lists
        .chain(waivers)
        .chain(decisions)
        .chain(letters)
        .chain(strict)
        .chain(region.map(|at| (Key::Region, at.span)));
    let mut problems: Vec<Problem> = all.map(|(key, span)| below_root(key.word(), span, above, base)).collect();
    problems.sort_by_key(|problem| problem.primary.span);
    problems
}

/// A setting that only the root may make.
pub fn below_root(key: &str, span: Span, above: &Layers, base: &Path) -> Problem {
    let root = above.iter().rev().find_map(|layer| Some((&layer.file.as_ref()?.0, layer.base.as_path())));
    let help = match root {
        Some((file, top)) => Text::new("settings-below-root-help")
            .with("root", name(file))
            .with("folder", name(base.strip_prefix(top).unwrap_or(base))),
        None => Text::new("settings-no-root-help").with("key", key),
    };
    Problem::new("instellingen", span, Text::new("settings-below-root").with("key", key)).help(help)
}

/// The settings that hold in a folder.
pub fn layers(config: &ConfigArgs, folder: &Path) -> Result<Layers, Stop> {
    let folder = folded(folder);
    let mut layers = Layers::new();
    for (file, top) in files(config, &folder) {
        let layer = Layer::read(&file, (!top).then_some(&layers))?;
        layers.insert(0, Arc::new(layer));
    }
    Ok(layers)
}

/// The files of settings that hold in a folder, that of the root first, and whether each stands at the root.
pub fn files(config: &ConfigArgs, folder: &Path) -> Vec<(PathBuf, bool)> {
    if is_given(config) {
        return given(config).map(|file| (file.to_path_buf(), true)).into_iter().collect();
    }
    let top = top(folder, folder);
    let mut above: Vec<&Path> = folder.ancestors().take_while(|above| above.starts_with(&top)).collect();
    above.reverse();
    above.into_iter().filter_map(|above| Some((file_in(above)?, above == top))).collect()
}

/// Whether the user chose which settings hold in every folder: one file, or none.
pub fn is_given(config: &ConfigArgs) -> bool {
    config.no_config || config.config.is_some()
}

/// The file of settings that the user chose for every folder.
pub fn given(config: &ConfigArgs) -> Option<&Path> {
    config.config.as_deref().filter(|_| !config.no_config)
}

/// The file of settings in a folder itself; also one that cannot be read, so that it is told.
pub fn file_in(folder: &Path) -> Option<PathBuf> {
    let file = folder.join(settings::FILE);
    file.symlink_metadata().is_ok().then(|| from_here(file))
}

/// Whether a folder is the root of a repository of git.
pub fn is_repository(folder: &Path) -> bool {
    folder.join(".git").exists()
}

/// The root for a folder: that of the repository of git, else the folder of the highest file of settings above `start`,
/// which is the folder in which one stands or that is named, else `start` itself.
pub fn top(folder: &Path, start: &Path) -> PathBuf {
    let repository = start.ancestors().find(|above| is_repository(above));
    let outermost =
        || folder.ancestors().take_while(|above| *above != start).filter(|above| is_repository(above)).last();
    let highest = || start.ancestors().filter(|above| file_in(above).is_some()).last();
    repository.or_else(outermost).or_else(highest).unwrap_or(start).to_path_buf()
}

/// The folder that the paths in a file of settings begin at.
fn base_of(file: &Path) -> PathBuf {
    match file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) => folded(folder),
        None => std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
    }
}

/// A file of settings, without a mistake in it.
fn read(file: &Path) -> Result<(Settings, Source), Stop> {
    let source = files::source(file, By::Way)?;
    let (found, problems) = settings::read(&source.text);
    if problems.is_empty() { Ok((found, source)) } else { Err(Stop::broken(source, problems)) }
}

/// The regioplannen that settings name.
pub fn listed(layers: &[Arc<Layer>]) -> Result<Vec<PathBuf>, Stop> {
    let mut files: Vec<PathBuf> = Vec::new();
    let Some((layer, list)) = first(layers, |settings| settings.regioplans.as_ref()) else { return Ok(files) };
    for path in &list.value {
        // One spelling for one path, whichever file of settings it stands in: so what is loaded once is known again.
        let path = layer.path(path);
        inside(layer, "regioplans", list.span, &path)?;
        if path.is_dir() {
            files.extend(files::regioplans_below(&path));
        } else if path.is_file() && ends_in(&path, &["regioplan"]) {
            files.push(path);
        } else if path.exists() {
            let text = Text::new("settings-no-regioplan").with("path", name(&path));
            return Err(barred(layer, "regioplans", list.span, text));
        } else {
            return Err(missing(layer, "regioplans", list.span, &path));
        }
    }
    files.sort();
    files.dedup();
    Ok(files)
}

/// The aanvullingen that settings name, each once.
pub fn beside(layers: &[Arc<Layer>]) -> Result<Vec<Named>, Stop> {
    let mut found: Vec<Named> = Vec::new();
    let set = layers.iter().find_map(|layer| Some((layer, layer.settings.supplements.as_ref()?)));
    let Some((layer, list)) = set else { return Ok(found) };
    for given in &list.value {
        let path = layer.path(given);
        let key = Key::Supplements.word();
        let what = if !given.contains(['/', '\\']) && !ends_in(Path::new(given), &["regioplan"]) {
            let (id, version) = with_version(given);
            What::Known { id: id.to_owned(), version: version.map(str::to_owned) }
        } else {
            inside(layer, key, list.span, &path)?;
            if !path.exists() {
                return Err(missing(layer, key, list.span, &path));
            }
            if !path.is_file() || !ends_in(&path, &["regioplan"]) {
                let text = Text::new("settings-no-regioplan").with("path", name(&path));
                return Err(barred(layer, key, list.span, text));
            }
            What::File(path)
        };
        if found.iter().any(|one| one.what == what) {
            let text = Text::new("settings-listed-twice").with("found", given);
            let problem = Problem::new("instellingen", list.span, text).help(Text::new("settings-twice-help"));
            let source = layer.file.as_ref().map(|(_, source)| source);
            return Err(wrong(source, vec![problem]).unwrap_or(Stop::Said(Text::new("settings-twice-help"), None)));
        }
        found.push(Named { what, layer: Arc::clone(layer), span: list.span });
    }
    Ok(found)
}

/// Refuses a path that a file of settings names outside its repository. What a flag names is for the user.
pub fn inside(layer: &Layer, key: &'static str, span: Span, path: &Path) -> Result<(), Stop> {
    let Some((file, _)) = &layer.file else { return Ok(()) };
    if !fence::leaves(folder_of(file), path) {
        return Ok(());
    }
    Err(barred(layer, key, span, Unread::Barred(Barred::Outside).said(&name(path)).0))
}

/// A list of the region that settings name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listing {
    Exceptions,
    Decisions,
}

impl Listing {
    pub const ALL: [Self; 2] = [Self::Exceptions, Self::Decisions];

    #[must_use]
    pub fn key(self) -> Key {
        match self {
            Self::Exceptions => Key::Waivers,
            Self::Decisions => Key::Decisions,
        }
    }

    /// What settings say of it.
    pub fn named(self, settings: &Settings) -> Option<&At<String>> {
        match self {
            Self::Exceptions => settings.waivers.as_ref(),
            Self::Decisions => settings.decisions.as_ref(),
        }
    }

    /// The text of the file that settings or a flag name.
    pub fn read(self, path: &Path, layer: &Layer, span: Span) -> Result<Source, Stop> {
        let key = self.key().word();
        inside(layer, key, span, path)?;
        let by = if layer.file.is_none() { By::User } else { By::Way };
        let text = files::beside(path, by).map_err(|unread| match unread {
            Unread::Barred(Barred::Missing) => missing(layer, key, span, path),
            unread => unread.stop(path),
        })?;
        let (may_be, wanted) = match self {
            Self::Exceptions => (may_be_exceptions(&text), Wanted::Exceptions),
            Self::Decisions => (may_be_decisions(&text), Wanted::Decisions),
        };
        // Of another file no line is shown.
        if may_be { Ok(Source::new(name(path), text)) } else { Err(refused(path, wanted)) }
    }
}

/// A path of the settings that may not be used.
fn barred(layer: &Layer, key: &'static str, span: Span, text: Text) -> Stop {
    let help = Text::new("settings-missing-help").with("key", key);
    let source = layer.file.as_ref().map(|(_, source)| source);
    let wrong = wrong(source, vec![Problem::new("instellingen", span, text.clone()).help(help.clone())]);
    wrong.unwrap_or(Stop::Said(text, Some(help)))
}

/// A path of the settings that leads nowhere.
pub fn missing(layer: &Layer, key: &'static str, span: Span, path: &Path) -> Stop {
    let text = Text::new("settings-missing").with("path", name(path));
    let help = Text::new("settings-missing-help").with("key", key);
    let source = layer.file.as_ref().map(|(_, source)| source);
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
