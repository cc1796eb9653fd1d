//! What holds for the plans of a folder: the settings from the root of the repository down to it, their regioplannen and
//! their exceptions. Each file of settings and of exceptions is read once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use jiff::civil::Date;

use crate::diagnostic::{Problem, Text};
use crate::session::{Agreed, Chosen, Library, Session, Stop};
use crate::settings::{self, At, Decisions, Level, Settings, Waivers};
use crate::source::{Source, Span};
use crate::value::stored_name;

use super::args::CheckArgs;
use super::own::{self, Layer, Layers, Listing, first};
use super::paths::{compared, folded, name, same, stored};
use super::regioplans;

/// Settings and what they name.
pub struct Context {
    /// The flags, then the files of settings, the nearest first.
    pub layers: Layers,
    /// The layer that each of the agreed levels stands in.
    pub origins: Vec<Arc<Layer>>,
    /// What judges by them.
    pub session: Session,
    /// The file with the exceptions.
    pub waivers: Option<PathBuf>,
    /// The file with the decisions.
    pub decisions: Option<PathBuf>,
    /// One for each layer with patterns.
    pub exclude: Vec<Arc<Patterns>>,
}

/// Patterns of files that are left out, below a folder.
pub struct Patterns {
    base: PathBuf,
    matcher: Gitignore,
}

impl Context {
    /// The same with another library in it.
    #[must_use]
    pub fn with(&self, library: Library) -> Self {
        let Session { chosen, agreed, .. } = &self.session;
        Self {
            layers: self.layers.clone(),
            origins: self.origins.clone(),
            session: Session { library: Arc::new(library), chosen: chosen.clone(), agreed: agreed.clone() },
            waivers: self.waivers.clone(),
            decisions: self.decisions.clone(),
            exclude: self.exclude.clone(),
        }
    }

    /// Whether a file or a folder is left out by a pattern.
    pub fn leaves_out(&self, path: &Path) -> bool {
        self.exclude.iter().any(|patterns| patterns.leave_out(path))
    }

    /// The file with a list of the region.
    #[must_use]
    pub fn file_of(&self, listing: Listing) -> Option<&Path> {
        match listing {
            Listing::Exceptions => self.waivers.as_deref(),
            Listing::Decisions => self.decisions.as_deref(),
        }
    }

    /// The folder of the settings that name such a list.
    pub fn base_of(&self, listing: Listing) -> PathBuf {
        let named = first(&self.layers, |settings| listing.named(settings));
        named.map_or_else(
            PathBuf::new,
            |(layer, _)| if layer.file.is_some() { layer.base.clone() } else { folded(Path::new(".")) },
        )
    }

    /// The file with such a list, when the settings name one outside their own folder.
    pub fn outside(&self, listing: Listing) -> Option<PathBuf> {
        let (layer, _) = first(&self.layers, |settings| listing.named(settings))?;
        let file = self.file_of(listing).filter(|_| layer.file.is_some()).map(folded);
        file.filter(|path| !path.starts_with(&layer.base))
    }

    /// The lists of the region, and the files of settings under another name than the usual one.
    pub fn ruling(&self) -> impl Iterator<Item = &Path> {
        let files = self.layers.iter().filter_map(|layer| Some(layer.file.as_ref()?.0.as_path()));
        let other = files.filter(|file| file.file_name().is_none_or(|name| name != settings::FILE));
        other.chain(self.waivers.as_deref()).chain(self.decisions.as_deref())
    }

    /// Where the plans lie, when nobody says so: what the settings say that decide here, or those below them.
    pub fn paths(&self) -> Option<(&Layer, &At<Vec<String>>)> {
        let own = self.layers.iter().position(|layer| layer.file.is_some() && !layer.is_bound());
        first(self.layers.get(..own.map_or(self.layers.len(), |own| own + 1))?, |settings| settings.paths.as_ref())
    }

    /// Whether a file is a list of the region.
    pub fn is_listing(&self, path: &Path) -> bool {
        [&self.waivers, &self.decisions].into_iter().flatten().any(|file| same(file, path))
    }
}

/// The contexts of a run.
pub struct Contexts<'a> {
    args: &'a CheckArgs,
    today: Date,
    /// Folders that the user names, from the root.
    starts: Vec<PathBuf>,
    by_folder: BTreeMap<PathBuf, Known>,
    all: BTreeMap<Option<PathBuf>, Arc<Context>>,
    libraries: Libraries,
    waivers: Lists<Waivers>,
    decisions: Lists<Decisions>,
}

/// What holds in a folder that was looked at.
#[derive(Clone)]
struct Known {
    context: Arc<Context>,
    /// Whether it lies in a repository of git, of which the root is known.
    in_repository: bool,
}

/// A list of the region, with its text.
type List<T> = Arc<(Source, T)>;

/// Lists of the region that were read, by their path.
type Lists<T> = BTreeMap<PathBuf, List<T>>;

/// What is loaded, by what the settings say of it: the paths of the regioplannen, the aanvullingen and the region.
type Libraries = BTreeMap<(Vec<PathBuf>, Vec<own::What>, Option<String>), (Arc<Library>, Chosen)>;

impl<'a> Contexts<'a> {
    #[must_use]
    pub fn new(args: &'a CheckArgs, today: Date) -> Self {
        let mut starts: Vec<PathBuf> =
            args.plans.iter().filter(|path| path.is_dir()).map(|path| folded(path)).collect();
        // A folder below another one that is named is no root of its own.
        starts.sort();
        starts.dedup_by(|below, above| below.starts_with(above));
        Self {
            args,
            today,
            starts,
            by_folder: BTreeMap::new(),
            all: BTreeMap::new(),
            libraries: Libraries::new(),
            waivers: Lists::new(),
            decisions: Lists::new(),
        }
    }

    /// What holds in a folder.
    pub fn of(&mut self, folder: &Path) -> Result<Arc<Context>, Stop> {
        let whole = folded(folder);
        let mut fresh: Vec<&Path> = Vec::new();
        let mut known: Option<Known> = None;
        for above in whole.ancestors() {
            known = self.by_folder.get(above).cloned();
            if known.is_some() {
                break;
            }
            fresh.push(above);
        }
        if own::is_given(&self.args.config) {
            fresh.truncate(1);
            if known.is_none() {
                let context = self.load(None, own::given(&self.args.config))?;
                known = Some(Known { context, in_repository: true });
            }
        } else if known.is_none() {
            let top = self.top(&whole);
            fresh.retain(|above| above.starts_with(&top));
        }
        while let Some(at) = fresh.pop() {
            let found = self.below(known, at)?;
            self.by_folder.insert(at.to_path_buf(), found.clone());
            known = Some(found);
        }
        match known {
            Some(known) => Ok(known.context),
            None => self.load(None, None),
        }
    }

    /// The root for a folder. Below the repository in which one stands, another repository is no root of its own.
    fn top(&self, whole: &Path) -> PathBuf {
        let here = folded(Path::new("."));
        let inside = whole.starts_with(&here) && here.ancestors().any(own::is_repository);
        let named = || self.starts.iter().find(|start| whole.starts_with(start)).map_or(whole, PathBuf::as_path);
        own::top(whole, if inside { &here } else { named() })
    }

    /// What holds in a folder, by what holds in the one above it; none above its root.
    fn below(&mut self, above: Option<Known>, at: &Path) -> Result<Known, Stop> {
        if own::is_given(&self.args.config)
            && let Some(above) = above
        {
            return Ok(above);
        }
        let in_repository = above.as_ref().is_some_and(|above| above.in_repository);
        let repository = !in_repository && own::is_repository(at);
        let named =
            |above: &Known| !in_repository && above.context.is_bare() && self.starts.iter().any(|start| start == at);
        let above = above.filter(|above| !repository && !named(above));
        let file = own::file_in(at);
        let context = match (&above, &file) {
            (Some(above), None) => Arc::clone(&above.context),
            (above, file) => self.load(above.as_ref().map(|above| above.context.as_ref()), file.as_deref())?,
        };
        Ok(Known { context, in_repository: in_repository || repository })
    }

    /// All contexts that were asked for, in order of their file.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Context>> {
        self.all.values()
    }

    /// What a file of settings says below what holds above it.
    fn load(&mut self, above: Option<&Context>, file: Option<&Path>) -> Result<Arc<Context>, Stop> {
        if let (None, Some(known)) = (above, self.all.get(&file.map(Path::to_path_buf))) {
            return Ok(Arc::clone(known));
        }
        let mut layers: Layers = above.map(|above| above.layers.clone()).unwrap_or_default();
        let own = file.map(|file| Layer::read(file, above.map(Context::files).as_ref())).transpose()?.map(Arc::new);
        if layers.is_empty() {
            layers.push(Arc::new(Layer::of_flags(flags(self.args)?)));
        }
        layers.splice(1..1, own.clone());
        let files = own::listed(&layers)?;
        let region = first(&layers, |settings| settings.region.as_ref()).map(|(_, at)| at.value.clone());
        let beside = own::beside(&layers)?;
        let (library, chosen) = self.library(files, beside, region)?;
        let (path, waivers) = listed(Listing::Exceptions, &layers, &mut self.waivers, settings::read_waivers)?.unzip();
        let (decided_at, decisions) =
            listed(Listing::Decisions, &layers, &mut self.decisions, settings::read_decisions)?.unzip();
        let strict = first(&layers, |settings| settings.strict.as_ref()).is_some_and(|(_, at)| at.value);
        let mut context = Context {
            origins: above.map(|above| above.origins.clone()).unwrap_or_default(),
            session: Session {
                library,
                chosen,
                agreed: Agreed {
                    levels: above.map(|above| above.session.agreed.levels.clone()).unwrap_or_default(),
                    waivers,
                    decisions,
                    strict,
                },
            },
            waivers: path,
            decisions: decided_at,
            exclude: above.map(|above| above.exclude.clone()).unwrap_or_default(),
            layers,
        };
        // Flags come last, and before them what the file says.
        let flags = context.layers.first().cloned().filter(|_| above.is_none());
        for layer in own.iter().chain(&flags) {
            context.add(layer, above)?;
        }
        let context = Arc::new(context);
        self.all.insert(file.map(Path::to_path_buf), Arc::clone(&context));
        Ok(context)
    }

    fn library(
        &mut self,
        files: Vec<PathBuf>,
        beside: Vec<own::Named>,
        region: Option<String>,
    ) -> Result<(Arc<Library>, Chosen), Stop> {
        let key = (files.clone(), beside.iter().map(|one| one.what.clone()).collect(), region.clone());
        if let Some(known) = self.libraries.get(&key) {
            return Ok(known.clone());
        }
        let own = own::Own { files, beside, region };
        let made = regioplans::for_check(self.args.regioplan.as_deref(), &own, self.today)?;
        Ok(self.libraries.entry(key).or_insert(made).clone())
    }
}

/// A list of the region that the settings name, read once.
fn listed<T>(
    listing: Listing,
    layers: &Layers,
    known: &mut Lists<T>,
    read: fn(&str) -> T,
) -> Result<Option<(PathBuf, List<T>)>, Stop> {
    let Some((layer, named)) = first(layers, |settings| listing.named(settings)) else { return Ok(None) };
    // What a flag names stays as it is written.
    let path = if layer.file.is_none() { stored(PathBuf::from(&named.value)) } else { layer.path(&named.value) };
    if let Some(known) = known.get(&path) {
        return Ok(Some((path, Arc::clone(known))));
    }
    let source = listing.read(&path, layer, named.span)?;
    let list = read(&source.text);
    let read = Arc::new((source, list));
    known.insert(path.clone(), Arc::clone(&read));
    Ok(Some((path, read)))
}

impl Patterns {
    /// Those of a file of settings, when they can be used.
    #[must_use]
    pub fn of(layer: &Layer) -> Option<Self> {
        let (list, source) = (layer.settings.exclude.as_ref()?, layer.file.as_ref().map(|(_, source)| source));
        Some(Self { matcher: patterns(list, &layer.base, source).ok()?, base: layer.base.clone() })
    }

    /// Whether a file or a folder is one of those.
    #[must_use]
    pub fn leave_out(&self, path: &Path) -> bool {
        let whole = folded(path);
        let inside = whole.strip_prefix(&self.base);
        // No pattern is about the folder in which it holds.
        let inside = inside.ok().filter(|inside| !inside.as_os_str().is_empty());
        let is_left = |inside| self.matcher.matched_path_or_any_parents(inside, path.is_dir()).is_ignore();
        inside.is_some_and(|inside| is_left(compared(inside)))
    }
}

impl Context {
    /// Whether no file says anything.
    fn is_bare(&self) -> bool {
        self.layers.iter().all(|layer| layer.file.is_none())
    }

    /// The files among the layers.
    pub fn files(&self) -> Layers {
        self.layers.iter().filter(|layer| layer.file.is_some()).cloned().collect()
    }

    /// Lays the levels and the patterns of a layer over those that are there.
    fn add(&mut self, layer: &Arc<Layer>, above: Option<&Self>) -> Result<(), Stop> {
        let source = layer.file.as_ref().map(|(_, source)| source);
        let agreed = &mut self.session.agreed;
        let idle = Agreed { levels: layer.settings.severity.clone(), ..Agreed::default() }
            .idle_levels(&self.session.library)?;
        own::wrong(source, idle).map_or(Ok(()), Err)?;
        if let Some(above) = above.filter(|_| layer.is_bound()) {
            let lower =
                layer.settings.severity.iter().filter(|at| agreed.is_lowered_by(&at.value, &self.session.library));
            let lower = lower.map(|at| own::below_root(&at.value.written(), at.span, &above.files(), &layer.base));
            own::wrong(source, lower.collect()).map_or(Ok(()), Err)?;
        }
        for level in &layer.settings.severity {
            let twin = |old: &At<Level>| old.value.rule == level.value.rule && old.value.region == level.value.region;
            match agreed.levels.iter().position(twin) {
                // A flag comes before any file.
                Some(at) if source.is_some() && self.origins.get(at).is_some_and(|set| set.file.is_none()) => continue,
                Some(at) => {
                    agreed.levels.remove(at);
                    self.origins.remove(at);
                }
                None => {}
            }
            agreed.levels.push(level.clone());
            self.origins.push(Arc::clone(layer));
        }
        let by_flag = self.layers.first().is_some_and(|flags| flags.settings.exclude.is_some());
        let Some(list) = layer.settings.exclude.as_ref().filter(|_| source.is_none() || !by_flag) else {
            return Ok(());
        };
        let root = self.layers.last().filter(|layer| layer.file.is_some());
        let base = match (&layer.file, root) {
            (Some(_), _) => layer.base.clone(),
            (None, Some(root)) => root.base.clone(),
            (None, None) => folded(Path::new(".")),
        };
        self.exclude.push(Arc::new(Patterns { matcher: patterns(list, &base, source)?, base }));
        Ok(())
    }
}

/// What the flags say, which comes before any file.
fn flags(args: &CheckArgs) -> Result<Settings, Stop> {
    let mut found = Settings::default();
    let span = Span::default();
    let list = |value: Vec<String>| (!value.is_empty()).then_some(At { value, span });
    found.exclude = list(args.exclude.clone());
    found.regioplans = list(args.regioplans.iter().map(|path| name(path)).collect());
    found.region = args.region.clone().map(|value| At { value, span });
    found.strict = args.strict.then_some(At { value: true, span });
    found.waivers = args.waivers.as_ref().map(|path| At { value: name(path), span });
    for given in &args.severity {
        let level = given.split_once('=').and_then(|(rule, word)| Some((rule, settings::level(word)?)));
        let Some((rule, severity)) = level else {
            let text = Text::new("usage-value").with("found", given).with("argument", "--severity");
            return Err(Stop::Said(text, Some(Text::new("usage-severity-help"))));
        };
        found.severity.push(At { value: Level::new(rule, severity, None), span });
    }
    Ok(found)
}

fn patterns(list: &At<Vec<String>>, base: &Path, source: Option<&Source>) -> Result<Gitignore, Stop> {
    let mut builder = GitignoreBuilder::new(base);
    for pattern in &list.value {
        let wrong = |id: &'static str| {
            let problem = Problem::new("instellingen", list.span, Text::new(id).with("found", pattern));
            own::wrong(source, vec![problem.help(Text::new("settings-glob-help"))])
        };
        let refused = match anchored(pattern) {
            None => wrong("settings-glob-nothing"),
            // Signs that nobody types are no pattern that went wrong: they are shown as they are, and leave nothing out.
            Some(line) if is_torn(&line) && !line.contains(char::is_control) => wrong("settings-glob"),
            Some(line) if builder.add_line(None, &stored_name(&line)).is_err() => wrong("settings-glob"),
            Some(_) => None,
        };
        refused.map_or(Ok(()), Err)?;
    }
    Ok(builder.build().unwrap_or_else(|_| Gitignore::empty()))
}

/// Whether a bracket is open at the end: then a pattern means nothing to anybody.
fn is_torn(pattern: &str) -> bool {
    let (mut open, mut escaped) = (false, false);
    for c in pattern.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => open = true,
            ']' => open = false,
            _ => {}
        }
    }
    open
}

/// A pattern as `.gitignore` has it: `./oud` is the one in this folder itself, and `#` begins no comment. None for one that
/// leaves out nothing: it leads out of the folder, names the folder itself, or has `\` between names.
fn anchored(pattern: &str) -> Option<String> {
    let (not, bare) = pattern.strip_prefix('!').map_or(("", pattern), |bare| ("!", bare));
    let path = bare.trim_start_matches("./");
    let names = path.split('/');
    let doubled = path.contains("//");
    let escapes = path.contains('\\') && !path.contains(['*', '?', '[', '!', '#', ' ']);
    if path.trim_matches(['/', '.']).is_empty()
        || names.clone().any(|name| name == ".." || name == ".")
        || escapes
        || doubled
    {
        return None;
    }
    let start = if path.len() < bare.len() {
        "/"
    } else if path.starts_with('#') {
        "\\"
    } else {
        ""
    };
    Some(format!("{not}{start}{path}"))
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
        write("", "delegate = [\"a/\", \"b/diep/\", \"c/\"]\n");
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
