//! What holds for the plans of a folder: the nearest `mtvp.toml`, its regioplannen and its exceptions. Each file of
//! settings is read once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use jiff::civil::Date;

use crate::diagnostic::{Problem, Text};
use crate::session::{Agreed, Chosen, Library, Session, Stop};
use crate::settings::{self, At, Level, Settings};
use crate::source::{Source, Span};

use super::args::CheckArgs;
use super::paths::{folded, from_here, name, same};
use super::{own, regioplans};

/// Settings and what they name.
pub struct Context {
    pub settings: Settings,
    /// The file of settings, when there is one.
    pub file: Option<(PathBuf, Source)>,
    /// The folder that its paths begin at.
    pub base: PathBuf,
    /// What judges by them.
    pub session: Session,
    /// The file with the exceptions.
    pub waivers: Option<PathBuf>,
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
        let named = self.settings.waivers.as_ref().is_some_and(|at| !at.span.is_empty());
        let file = self.waivers.as_deref().filter(|_| named).map(folded);
        file.filter(|path| !path.starts_with(&self.base))
    }

    /// Whether a file is the one with the settings.
    pub fn is_settings(&self, path: &Path) -> bool {
        self.file.as_ref().is_some_and(|(file, _)| same(file, path))
    }

    /// Whether a file is the one with the exceptions.
    pub fn is_waivers(&self, path: &Path) -> bool {
        self.waivers.as_ref().is_some_and(|file| same(file, path))
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

fn load(file: Option<&Path>, args: &CheckArgs, today: Date, libraries: &mut Libraries) -> Result<Context, Stop> {
    let (mut found, source) = match file {
        None => (Settings::default(), None),
        Some(path) => {
            let (found, source) = own::read(path)?;
            (found, Some(source))
        }
    };
    let base = own::base_of(file);
    let flagged = Flagged::take(args, base, &mut found)?;
    let files = own::listed(&found, &|path| flagged.place(flagged.regioplans, path), source.as_ref())?;
    let key = (files, found.region.as_ref().map(|region| region.value.clone()));
    let (library, chosen) = if let Some(known) = libraries.get(&key) {
        known.clone()
    } else {
        let made = regioplans::for_check(args.regioplan.as_deref(), &key.0, key.1.clone(), today)?;
        libraries.entry(key).or_insert(made).clone()
    };
    let (waivers, read) = match &found.waivers {
        None => (None, None),
        Some(named) => {
            let path = from_here(flagged.place(flagged.waivers, &named.value));
            let text = own::waivers(&path, source.as_ref(), named.span)?;
            let waivers = settings::read_waivers(&text.text);
            (Some(path), Some((text, waivers)))
        }
    };
    let strict = found.strict.as_ref().is_some_and(|strict| strict.value);
    let agreed = Agreed { levels: found.severity.clone(), waivers: read, strict };
    let exclude = patterns(&found, &flagged.base, source.as_ref())?;
    own::wrong(source.as_ref(), agreed.idle_levels(&library)?).map_or(Ok(()), Err)?;
    Ok(Context {
        exclude,
        file: file.map(Path::to_path_buf).zip(source),
        settings: found,
        base: flagged.base,
        session: Session { library, chosen, agreed },
        waivers,
    })
}

/// What the flags say, which comes before the file; their paths begin at the folder in which one stands.
struct Flagged {
    base: PathBuf,
    waivers: bool,
    regioplans: bool,
}

impl Flagged {
    fn take(args: &CheckArgs, base: PathBuf, found: &mut Settings) -> Result<Self, Stop> {
        let span = Span::default();
        if !args.exclude.is_empty() {
            found.exclude = Some(At { value: args.exclude.clone(), span });
        }
        if !args.regioplans.is_empty() {
            let value = args.regioplans.iter().map(|path| name(path)).collect();
            found.regioplans = Some(At { value, span });
        }
        if let Some(region) = &args.region {
            found.region = Some(At { value: region.clone(), span });
        }
        if args.strict {
            found.strict = Some(At { value: true, span });
        }
        if let Some(path) = &args.waivers {
            found.waivers = Some(At { value: name(path), span });
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
        Ok(Self { base, waivers: args.waivers.is_some(), regioplans: !args.regioplans.is_empty() })
    }

    /// Where a path leads that stands in the file, or in a flag.
    fn place(&self, flag: bool, path: &str) -> PathBuf {
        if flag { PathBuf::from(path) } else { self.base.join(path) }
    }
}

fn patterns(found: &Settings, base: &Path, source: Option<&Source>) -> Result<Gitignore, Stop> {
    let mut builder = GitignoreBuilder::new(base);
    for (pattern, span) in found.exclude.iter().flat_map(|list| list.value.iter().map(|one| (one, list.span))) {
        if builder.add_line(None, pattern).is_err() {
            let problem = Problem::new("instellingen", span, Text::new("settings-glob").with("found", pattern));
            let wrong = own::wrong(source, vec![problem.help(Text::new("settings-glob-help"))]);
            return wrong.map_or_else(|| Ok(Gitignore::empty()), Err);
        }
    }
    Ok(builder.build().unwrap_or_else(|_| Gitignore::empty()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::{Cli, Command};
    use crate::session::{GUIDES, embedded_files};

    #[test]
    fn settings_with_the_same_regioplannen_share_what_is_loaded() {
        let top = std::env::temp_dir().join(format!("mtvp-contexts-{}", std::process::id()));
        let write = |folder: &str, text: &str| {
            std::fs::create_dir_all(top.join(folder)).unwrap();
            std::fs::write(top.join(folder).join(settings::FILE), text).unwrap();
            top.join(folder)
        };
        for folder in ["eigen", ".git"] {
            std::fs::create_dir_all(top.join(folder)).unwrap();
        }
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
            Ok(found) => Arc::clone(&found.session.library),
            Err(Stop::Said(message, _)) => panic!("{message:?}"),
            Err(Stop::Broken(broken)) => panic!("{broken:?}"),
        };
        let (a, b, c) = (library(&a), library(&b), library(&c));
        std::fs::remove_dir_all(&top).unwrap();
        assert!(Arc::ptr_eq(&a, &b));
        assert!(!Arc::ptr_eq(&a, &c));
    }
}
