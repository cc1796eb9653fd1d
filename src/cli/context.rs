//! What holds for the plans of a folder: the nearest `mtvp.toml`, its regioplannen and its exceptions. Each file of
//! settings is read once.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use jiff::civil::Date;

use crate::check::BUILT_IN;
use crate::diagnostic::{Problem, Text};
use crate::settings::{self, At, Level, Settings, Waivers};
use crate::source::{Source, Span};

use super::args::CheckArgs;
use super::choose::{self, Chosen, Stop};
use super::library::{Broken, Library};
use super::own;

/// The file with the exceptions, read.
pub struct WaiverFile {
    pub path: PathBuf,
    pub source: Source,
    pub waivers: Waivers,
}

/// Settings and what they name.
pub struct Context {
    pub settings: Settings,
    /// The file of settings, when there is one.
    pub file: Option<(PathBuf, Source)>,
    /// The folder that its paths begin at.
    pub base: PathBuf,
    /// Shared with other settings that name the same regioplannen.
    pub library: Arc<Library>,
    pub chosen: Chosen,
    pub waivers: Option<WaiverFile>,
    pub levels: Vec<At<Level>>,
    pub strict: bool,
    exclude: Gitignore,
}

impl Context {
    /// Whether a file or a folder is left out by a pattern.
    pub fn leaves_out(&self, path: &Path) -> bool {
        if self.exclude.is_empty() {
            return false;
        }
        match folded(path).strip_prefix(&self.base) {
            Ok(inside) => self.exclude.matched_path_or_any_parents(inside, path.is_dir()).is_ignore(),
            Err(_) => false,
        }
    }

    /// The file with the exceptions, when the settings name one outside their own folder.
    pub fn waivers_outside(&self) -> Option<PathBuf> {
        let file =
            self.waivers.as_ref().filter(|_| self.settings.waivers.as_ref().is_some_and(|at| !at.span.is_empty()));
        file.map(|file| folded(&file.path)).filter(|path| !path.starts_with(&self.base))
    }

    /// Whether a file is the one with the settings.
    pub fn is_settings(&self, path: &Path) -> bool {
        self.file.as_ref().is_some_and(|(file, _)| same(file, path))
    }

    /// Whether a file is the one with the exceptions.
    pub fn is_waivers(&self, path: &Path) -> bool {
        self.waivers.as_ref().is_some_and(|file| same(&file.path, path))
    }
}

/// Whether two paths name one file. A file has one name, unless a link leads to it.
pub fn same(one: &Path, other: &Path) -> bool {
    if one.file_name() != other.file_name() && !one.is_symlink() && !other.is_symlink() {
        return false;
    }
    match (std::fs::canonicalize(one), std::fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

/// The contexts of a run, by the file of settings.
pub struct Contexts<'a> {
    args: &'a CheckArgs,
    today: Date,
    by_file: BTreeMap<Option<PathBuf>, Arc<Context>>,
    by_folder: BTreeMap<PathBuf, Option<PathBuf>>,
    libraries: Libraries,
}

/// What is loaded, by the paths of the regioplannen and the region of the settings.
type Libraries = BTreeMap<(Vec<PathBuf>, Option<String>), (Arc<Library>, Chosen)>;

impl<'a> Contexts<'a> {
    #[must_use]
    pub fn new(args: &'a CheckArgs, today: Date) -> Self {
        Self { args, today, by_file: BTreeMap::new(), by_folder: BTreeMap::new(), libraries: Libraries::new() }
    }

    /// What holds in a folder.
    pub fn of(&mut self, folder: &Path) -> Result<Arc<Context>, Stop> {
        let file = self.file_for(folder);
        if let Some(known) = self.by_file.get(&file) {
            return Ok(Arc::clone(known));
        }
        let context = Arc::new(load(file.as_deref(), self.args, self.today, &mut self.libraries)?);
        self.by_file.insert(file, Arc::clone(&context));
        Ok(context)
    }

    /// All contexts that were asked for, in order of their file.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Context>> {
        self.by_file.values()
    }

    fn file_for(&mut self, folder: &Path) -> Option<PathBuf> {
        if let Some(known) = self.by_folder.get(folder) {
            return known.clone();
        }
        let found = own::file(&self.args.config, folder);
        self.by_folder.insert(folder.to_path_buf(), found.clone());
        found
    }
}

/// A path from the root, without `.` and `..` in it.
pub fn folded(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    if !whole.components().any(|part| part == Component::ParentDir) {
        return whole;
    }
    let mut folded = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::ParentDir => {
                folded.pop();
            }
            other => folded.push(other),
        }
    }
    folded
}

/// The path of a file or a folder from the root of the repository, with `/`.
pub fn shown(root: &Path, path: &Path) -> String {
    let whole = folded(path);
    let inside = whole.strip_prefix(root).unwrap_or(&whole);
    let names = inside.components().filter(|part| !matches!(part, Component::RootDir));
    let parts: Vec<_> = names.map(|part| part.as_os_str().to_string_lossy()).collect();
    let start = if inside.is_absolute() { "/" } else { "" };
    format!("{start}{}", parts.join("/"))
}

/// The nearest file of settings, from a folder upwards.
pub fn nearest(folder: &Path) -> Option<PathBuf> {
    let absolute = folded(folder);
    absolute.ancestors().map(|above| above.join(settings::FILE)).find(|file| file.is_file())
}

/// A path as it is seen from the folder in which one stands, where it lies below it.
pub fn from_here(path: PathBuf) -> PathBuf {
    let current = std::env::current_dir().unwrap_or_default();
    match path.strip_prefix(&current) {
        Ok(inside) if !inside.as_os_str().is_empty() => inside.to_path_buf(),
        Ok(_) | Err(_) => path,
    }
}

/// The folder that the paths in a file of settings begin at.
pub fn base_of(file: Option<&Path>) -> PathBuf {
    match file.and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) => folded(folder),
        None => std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
    }
}

fn load(file: Option<&Path>, args: &CheckArgs, today: Date, libraries: &mut Libraries) -> Result<Context, Stop> {
    let (mut found, source) = match file {
        None => (Settings::default(), None),
        Some(path) => {
            let (found, source) = own::read(path)?;
            (found, Some(source))
        }
    };
    let base = base_of(file);
    let mut flagged = Flagged { base: base.clone(), ..Flagged::default() };
    flagged.take(args, &mut found)?;
    let problem = |key, span, path: &Path| missing(source.as_ref(), key, span, path);
    let files = own::listed(&found, &|path| flagged.regioplans_at(path), source.as_ref())?;
    let key = (files, found.region.as_ref().map(|region| region.value.clone()));
    let (library, chosen) = if let Some(known) = libraries.get(&key) {
        known.clone()
    } else {
        let (library, chosen) = choose::for_check(args.regioplan.as_deref(), &key.0, key.1.clone(), today)?;
        libraries.entry(key).or_insert((Arc::new(library), chosen)).clone()
    };
    let waivers = match &found.waivers {
        None => None,
        Some(named) => {
            let path = from_here(flagged.waivers_at(&named.value));
            let source = read_source(&path).map_err(|_| problem("waivers", named.span, &path))?;
            let waivers = settings::read_waivers(&source.text);
            Some(WaiverFile { path, source, waivers })
        }
    };
    let exclude = patterns(&found, &base, source.as_ref())?;
    let context = Context {
        strict: found.strict.as_ref().is_some_and(|strict| strict.value),
        levels: found.severity.clone(),
        file: file.map(Path::to_path_buf).zip(source),
        settings: found,
        base,
        library,
        chosen,
        waivers,
        exclude,
    };
    known_rules(&context)?;
    Ok(context)
}

/// What the flags say, which comes before the file; their paths begin at the folder in which one stands.
#[derive(Default)]
struct Flagged {
    base: PathBuf,
    waivers: bool,
    regioplans: bool,
}

impl Flagged {
    fn take(&mut self, args: &CheckArgs, found: &mut Settings) -> Result<(), Stop> {
        let span = Span::default();
        if !args.exclude.is_empty() {
            found.exclude = Some(At { value: args.exclude.clone(), span });
        }
        if !args.regioplans.is_empty() {
            let value = args.regioplans.iter().map(|path| path.display().to_string()).collect();
            found.regioplans = Some(At { value, span });
            self.regioplans = true;
        }
        if let Some(region) = &args.region {
            found.region = Some(At { value: region.clone(), span });
        }
        if args.strict {
            found.strict = Some(At { value: true, span });
        }
        if let Some(path) = &args.waivers {
            found.waivers = Some(At { value: path.display().to_string(), span });
            self.waivers = true;
        }
        for given in &args.severity {
            let level = given.split_once('=').and_then(|(rule, word)| Some((rule, settings::level(word)?)));
            let Some((rule, severity)) = level else {
                let text = Text::new("usage-value").with("found", given).with("argument", "--severity");
                return Err(Stop::Said(text, Some(Text::new("usage-severity-help"))));
            };
            let level = Level::new(rule, severity, None);
            found.severity.retain(|old| old.value.rule != level.rule || old.value.region != level.region);
            found.severity.push(At { value: level, span });
        }
        Ok(())
    }

    fn waivers_at(&self, path: &str) -> PathBuf {
        if self.waivers { PathBuf::from(path) } else { self.base.join(path) }
    }

    fn regioplans_at(&self, path: &str) -> PathBuf {
        if self.regioplans { PathBuf::from(path) } else { self.base.join(path) }
    }
}

fn patterns(found: &Settings, base: &Path, source: Option<&Source>) -> Result<Gitignore, Stop> {
    let mut builder = GitignoreBuilder::new(base);
    for (pattern, span) in found.exclude.iter().flat_map(|list| list.value.iter().map(|one| (one, list.span))) {
        if builder.add_line(None, pattern).is_err() {
            let message = Text::new("settings-glob").with("found", pattern);
            let help = Text::new("settings-glob-help");
            return Err(match source.filter(|_| !span.is_empty()) {
                Some(source) => broken(source.clone(), vec![Problem::new("instellingen", span, message).help(help)]),
                None => Stop::Said(message, Some(help)),
            });
        }
    }
    Ok(builder.build().unwrap_or_else(|_| Gitignore::empty()))
}

/// A severity for a rule that does not exist would do nothing, without a word.
fn known_rules(context: &Context) -> Result<(), Stop> {
    if context.levels.is_empty() {
        return Ok(());
    }
    let mut known: Vec<String> = BUILT_IN.iter().map(|id| (*id).to_owned()).collect();
    for load in context.library.all() {
        let loaded = load.map_err(Stop::Broken)?;
        let id = &loaded.model.id;
        known.extend(loaded.model.rules.iter().flat_map(|rule| [rule.id.clone(), format!("{id}::{}", rule.id)]));
    }
    let mut problems = Vec::new();
    for level in &context.levels {
        let rule = &level.value.written();
        let lowers = level.value.severity != crate::diagnostic::Severity::Violation;
        if !known.contains(rule) {
            let near = crate::plan::nearest(rule, &known.iter().map(String::as_str).collect::<Vec<_>>());
            let help = match near {
                Some(near) => Text::new("did-you-mean").with("name", near),
                None => Text::new("explain-unknown-help"),
            };
            let text = Text::new("settings-rule-unknown").with("key", rule);
            problems.push(Problem::new("instellingen", level.span, text).help(help));
        } else if lowers && super::amend::UNJUDGED.contains(&level.value.rule.as_str()) {
            let text = Text::new("settings-cannot-lower").with("rule", rule);
            problems.push(Problem::new("instellingen", level.span, text).help(Text::new("settings-cannot-lower-help")));
        }
    }
    match (problems.first(), &context.file) {
        (None, _) => Ok(()),
        (Some(problem), None) => Err(Stop::Said(problem.message.clone(), problem.help.clone())),
        (Some(problem), Some(_)) if problem.primary.span.is_empty() => {
            Err(Stop::Said(problem.message.clone(), problem.help.clone()))
        }
        (Some(_), Some((_, source))) => Err(broken(source.clone(), problems)),
    }
}

pub fn missing(source: Option<&Source>, key: &'static str, span: Span, path: &Path) -> Stop {
    let text = Text::new("settings-missing").with("path", path.display().to_string());
    let help = Text::new("settings-missing-help").with("key", key);
    match source.filter(|_| !span.is_empty()) {
        Some(source) => broken(source.clone(), vec![Problem::new("instellingen", span, text).help(help)]),
        None => Stop::Said(
            Text::new("path-missing").with("path", path.display().to_string()),
            Some(Text::new("path-missing-help")),
        ),
    }
}

pub fn broken(source: Source, problems: Vec<Problem>) -> Stop {
    Stop::Broken(Arc::new(Broken { files: vec![(source, problems)] }))
}

/// A text file beside the plans.
pub fn read_source(path: &Path) -> Result<Source, Stop> {
    let name = path.display().to_string();
    match std::fs::read(path).map(String::from_utf8) {
        Ok(Ok(text)) => Ok(Source::new(name, text)),
        Ok(Err(_)) => {
            let help = Text::new("yaml-not-utf8-help");
            Err(Stop::Said(Text::new("regioplan-not-utf8").with("path", name), Some(help)))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(Stop::Said(Text::new("path-missing").with("path", name), Some(Text::new("path-missing-help"))))
        }
        Err(_) => {
            Err(Stop::Said(Text::new("path-unreadable").with("path", name), Some(Text::new("path-unreadable-help"))))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::{Cli, Command};
    use crate::cli::library::{GUIDES, embedded_files};

    #[test]
    fn settings_with_the_same_regioplannen_share_what_is_loaded() {
        let top = std::env::temp_dir().join(format!("mtvp-contexts-{}", std::process::id()));
        let write = |folder: &str, text: &str| {
            std::fs::create_dir_all(top.join(folder)).unwrap();
            std::fs::write(top.join(folder).join(settings::FILE), text).unwrap();
            top.join(folder)
        };
        std::fs::create_dir_all(top.join("eigen")).unwrap();
        // A guide stands on its own, without a register.
        let guide = embedded_files().iter().find(|(path, _)| path.starts_with(GUIDES) && path.ends_with(".regioplan"));
        std::fs::write(top.join("eigen/gids.regioplan"), guide.unwrap().1).unwrap();
        let a = write("a", "regioplans = [\"../eigen\"]\n");
        let b = write("b/diep", "regioplans = [\"../../eigen\"]\nstrict = true\n");
        let c = write("c", "");
        let Command::Check(args) = <Cli as clap::Parser>::try_parse_from(["mtvp", "check"]).unwrap().command else {
            panic!("another command")
        };
        let mut contexts = Contexts::new(&args, Date::constant(2025, 6, 1));
        let mut library = |folder: &Path| match contexts.of(folder) {
            Ok(found) => Arc::clone(&found.library),
            Err(Stop::Said(message, _)) => panic!("{message:?}"),
            Err(Stop::Broken(broken)) => panic!("{broken:?}"),
        };
        let (a, b, c) = (library(&a), library(&b), library(&c));
        std::fs::remove_dir_all(&top).unwrap();
        assert!(Arc::ptr_eq(&a, &b));
        assert!(!Arc::ptr_eq(&a, &c));
    }
}
