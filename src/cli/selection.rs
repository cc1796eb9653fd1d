//! Which files to check: what is named, what lies below a folder, what changed, what a list says.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::Text;
use crate::plan::{self, Node, NodeKind};
use crate::session::{Stop, Terms};
use crate::source::Span;
use crate::value::stored_name;

use super::args::CheckArgs;
use super::changed::Known;
use super::context::{Context, Contexts};
use super::fence::{self, By};
use super::file_kind::{FileKind, Wanted, refused};
use super::own::Layer;
use super::paths::{along, compared, ends_in, folded, folder_of, from_here, is_yaml, same, shown, stored};
pub use super::selected::Selected;
use super::walk::{self, IGNORE, Walked};
use super::{changed, doubles, files, other_form, own, realm};

/// The files of a run.
#[derive(Default)]
pub struct Selection {
    pub files: Vec<Selected>,
    /// The folder that paths in reports for programs begin at.
    pub root: PathBuf,
    /// Named paths that are not there.
    pub missing: Vec<PathBuf>,
    /// Those of which git was told not to put them here.
    pub not_put: Vec<PathBuf>,
    /// What lies below the folders besides.
    pub walked: Walked,
    /// Files left out by a pattern of the settings.
    pub excluded: usize,
    /// Plans that were left alone, as they do not differ.
    pub unchanged: usize,
    /// Plans that are not judged, and of which it is looked whether they clash with one that is.
    pub beside: Vec<Selected>,
    /// Files that such a plan names as its evidence.
    pub evidence: BTreeSet<PathBuf>,
    /// Whether the file with the exceptions was handed over: it is looked at, also when no plan is.
    pub exceptions: bool,
    /// Whether something that rules all plans was handed over.
    pub rules: bool,
    /// For a hook: the files that git keeps. No other file is evidence.
    pub kept: Option<BTreeSet<PathBuf>>,
    /// Folders that were searched whole; also that of settings, when all that these name was searched.
    pub whole: Vec<PathBuf>,
}

impl Selection {
    /// Whether something could not be looked at.
    pub fn is_partial(&self) -> bool {
        !self.missing.is_empty() || !self.not_put.is_empty() || !self.walked.unread.is_empty()
    }

    /// Takes what lies below a folder, but for what a pattern leaves out, unless that is `meant`; the files in it.
    fn search(&mut self, path: &Path, meant: bool, contexts: &mut Contexts<'_>) -> Result<Vec<PathBuf>, Stop> {
        let mut walked = walk::below(path);
        let files = std::mem::take(&mut walked.files);
        if !meant {
            let context = contexts.of(if path.is_dir() { path } else { folder_of(path) })?;
            walked.texts.retain(|text| !context.leaves_out(text));
        }
        self.walked.join(walked);
        self.whole.push(folded(path));
        Ok(files)
    }
}

impl Selection {
    /// Takes what was found, but for what a pattern leaves out, unless it was named, or lies in a folder that is meant `outright`.
    fn take(
        &mut self,
        found: Vec<(PathBuf, bool)>,
        outright: &[PathBuf],
        args: &CheckArgs,
        contexts: &mut Contexts<'_>,
    ) -> Result<(), Stop> {
        // Files of one folder stand together.
        let mut last: Option<(PathBuf, Arc<str>, Arc<Context>)> = None;
        for (path, named) in found {
            let stands = stands_at(&path, args);
            let above = folder_of(stands);
            let (above, folder, context) = match last.take() {
                Some(known) if known.0.as_os_str() == above.as_os_str() => known,
                _ => (above.to_path_buf(), Arc::from(shown(&self.root, above)), contexts.of(above)?),
            };
            last = Some((above, Arc::clone(&folder), Arc::clone(&context)));
            // Who names a folder that a pattern leaves out, means its files.
            let meant = named || outright.iter().any(|folder| path.starts_with(folder));
            if !meant && context.leaves_out(stands) {
                self.excluded += 1;
            } else if named && context.is_listing(stands) {
                return Err(refused(&path, Wanted::Plan));
            } else if named || !context.is_listing(stands) {
                self.files.push(Selected { path, folder, context, named });
            }
        }
        Ok(())
    }

    /// Leaves out what a pattern names of the files in another form, unless it lies in a folder that is meant `outright`.
    fn leave_out_others(&mut self, outright: &[PathBuf], contexts: &mut Contexts<'_>) -> Result<(), Stop> {
        for path in std::mem::take(&mut self.walked.others) {
            let left_out = contexts.of(folder_of(&path))?.leaves_out(&path);
            let meant = outright.iter().any(|folder| path.starts_with(folder));
            if left_out && !meant { self.excluded += 1 } else { self.walked.others.push(path) }
        }
        self.walked.others.append(&mut self.walked.texts);
        // A list may name what a search found too.
        let mut seen = BTreeSet::new();
        self.walked.others.retain(|path| seen.insert(folded(path)));
        Ok(())
    }
}

/// Finds the files, in order, each once.
pub fn select(args: &CheckArgs, contexts: &mut Contexts<'_>, terms: &Terms, root: &Path) -> Result<Selection, Stop> {
    let mut selection = Selection::default();
    let mut found: Vec<(PathBuf, bool)> = Vec::new();
    let mut outright: Vec<PathBuf> = Vec::new();
    let starts = start(args, contexts, &mut selection.whole)?;
    let mut not_put_here = NotPut::default();
    let unnamed = |files: Vec<PathBuf>| files.into_iter().map(|path| (path, false));
    for path in starts.iter().cloned() {
        // What rules all plans was handed over among them: then all are looked at.
        if args.force_exclude && is_rule(&path) {
            selection.rules = true;
            continue;
        }
        odd(&path, args.force_exclude)?;
        if path.as_os_str() == "-" || path.is_file() {
            found.push((path, !args.force_exclude));
        } else if args.force_exclude && path.is_symlink() && path.is_dir() {
            selection.walked.links.push(path);
        } else if path.is_dir() {
            let meant = !args.force_exclude && contexts.of(&path)?.leaves_out(&path);
            found.extend(unnamed(selection.search(&path, meant, contexts)?));
            outright.extend(meant.then_some(path));
        } else if path.exists() {
            found.push((path, !args.force_exclude));
        } else if not_put_here.has(&path) {
            selection.not_put.push(path);
        } else {
            selection.missing.push(path);
        }
    }
    let is_input = |path: &&PathBuf| path.as_os_str() == "-";
    if args.files_from.iter().chain(&starts).filter(is_input).count() > 1
        && args.files_from.iter().any(|path| is_input(&path))
    {
        return Err(Stop::Said(Text::new("input-twice"), Some(Text::new("input-twice-help"))));
    }
    let listed = args.files_from.as_deref().map_or(Ok(Vec::new()), listed)?;
    selection.rules |= listed.iter().any(|path| is_rule(path));
    let mut handed_over: Vec<PathBuf> = Vec::new();
    for path in &listed {
        if path.is_symlink() && path.is_dir() {
            selection.walked.links.push(path.clone());
        } else if path.is_dir() {
            found.extend(unnamed(selection.search(path, false, contexts)?));
        } else if path.symlink_metadata().is_err() && not_put_here.has(path) {
            selection.not_put.push(path.clone());
        } else if is_yaml(path) {
            found.push((path.clone(), false));
        } else if path.is_file() && other_form::may_be(path) {
            handed_over.push(path.clone());
        } else if path.is_file() && !is_rule(path) && !contexts.of(folder_of(path))?.leaves_out(path) {
            selection.walked.texts.push(path.clone());
        }
    }
    selection.evidence = evidence_among(&handed_over);
    selection.walked.others.append(&mut handed_over);
    let handed = args.force_exclude || args.files_from.is_some();
    for path in starts.iter().chain(&listed).filter(|path| handed && is_yaml(path) && !path.is_dir()) {
        selection.exceptions |= contexts.of(folder_of(path))?.is_listing(path);
    }
    selection.rules |= selection.exceptions;
    if selection.rules || args.also_changed.is_some() {
        for path in of_settings(contexts, &mut selection.whole)? {
            found.extend(unnamed(selection.search(&path, false, contexts)?));
        }
    }
    // One search finds a file once; a list may name it more often.
    let one_search = starts.len() == 1 && args.files_from.is_none() && !selection.rules && args.also_changed.is_none();
    let found = if one_search { found } else { each_once(found) };
    selection.root = root_of(root, &found, &starts, args);
    let root = selection.root.clone();
    let root = root.as_path();
    selection.take(found, &outright, args, contexts)?;
    selection.leave_out_others(&outright, contexts)?;
    selection.walked.sparse = not_put(contexts, root)?;
    selection.walked.outside = outside(args, contexts, &starts)?;
    let mut kept: Option<Known> = None;
    if let Some(revision) = &args.changed {
        only_changed(revision, &mut selection, None, terms)?;
    } else if let (Some(revision), false) = (&args.also_changed, selection.rules) {
        let named = starts.iter().chain(&listed).map(|path| folded(path)).collect();
        kept = Some(only_changed(&revision_of_hook(revision), &mut selection, Some(&named), terms)?);
    }
    let mut others = beside(args, &selection, root);
    // What git does not keep is no part of a commit.
    let is_kept = |path: &Path| kept.as_ref().is_none_or(|known| is_tracked(path, known));
    others.retain(|file| is_kept(&file.path));
    selection.beside.append(&mut others);
    selection.kept = kept.map(|known| known.tracked);
    Ok(selection)
}

/// The folder that paths in reports for programs begin at: the repository in which all files stand, or without files all that was
/// named; else the folder in which one stands, or its repository. What lies in a repository inside that one is part of it.
fn root_of(here: &Path, found: &[(PathBuf, bool)], starts: &[PathBuf], args: &CheckArgs) -> PathBuf {
    let files: BTreeSet<&Path> = found.iter().map(|(path, _)| folder_of(stands_at(path, args))).collect();
    let named = || starts.iter().map(|path| if path.is_dir() { path.as_path() } else { folder_of(path) }).collect();
    let folders = if files.is_empty() { named() } else { files };
    let around = |folder: &Path| own::is_repository(here) && folded(folder).starts_with(here);
    let root = |folder| if around(folder) { here.to_path_buf() } else { fence::root_of(folder) };
    let roots: BTreeSet<PathBuf> = folders.into_iter().map(root).collect();
    let one = roots.first().filter(|root| roots.len() == 1 && own::is_repository(root));
    one.map_or_else(|| here.to_path_buf(), Clone::clone)
}

/// The files that may be plans, and that git keeps without having put them here.
fn not_put(contexts: &mut Contexts<'_>, root: &Path) -> Result<Vec<PathBuf>, Stop> {
    let found = if own::is_repository(root) { changed::not_put(root) } else { Vec::new() };
    if found.is_empty() {
        return Ok(found);
    }
    let context = contexts.of(Path::new("."))?;
    let is_hidden = |path: &Path| path.iter().any(|part| part.as_encoded_bytes().starts_with(b"."));
    let found =
        found.into_iter().filter(|path| is_yaml(path) && !is_hidden(path)).map(|path| from_here(root.join(path)));
    Ok(found.filter(|path| !context.leaves_out(path) && !context.is_listing(path)).collect())
}

/// What git keeps and was told not to put here, by repository; asked when something is not there.
#[derive(Default)]
struct NotPut(BTreeMap<PathBuf, Vec<PathBuf>>);

impl NotPut {
    /// Whether a file, or one in a folder, is among it.
    fn has(&mut self, path: &Path) -> bool {
        let (whole, root) = (folded(path), fence::root_of(folder_of(path)));
        let Ok(inside) = whole.strip_prefix(&root) else { return false };
        let ask = |root: &PathBuf| if own::is_repository(root) { changed::not_put(root) } else { Vec::new() };
        self.0.entry(root.clone()).or_insert_with_key(ask).iter().any(|kept| kept.starts_with(inside))
    }
}

/// The plans that stand outside the folders that settings name as those with plans, where these are searched; regioplannen have
/// plans of their own beside them.
fn outside(args: &CheckArgs, contexts: &mut Contexts<'_>, starts: &[PathBuf]) -> Result<Vec<PathBuf>, Stop> {
    let given = !args.plans.is_empty() || args.files_from.is_some() || args.stdin_filename.is_some();
    if given || args.also_changed.is_some() {
        return Ok(Vec::new());
    }
    let context = contexts.of(Path::new("."))?;
    let Some((layer, _)) = context.paths() else { return Ok(Vec::new()) };
    let regioplannen = layer.settings.regioplans.iter().flat_map(|at| &at.value).map(|path| layer.path(path));
    let searched: Vec<PathBuf> = starts.iter().cloned().chain(regioplannen).map(|path| folded(&path)).collect();
    let is_new = |path: &Path| !searched.iter().any(|folder| folded(path).starts_with(folder));
    let mut found = walk::below(&here(layer.base.clone())).files;
    found.retain(|path| is_new(path) && !context.leaves_out(path) && !context.is_listing(path));
    found.retain(|path| FileKind::of(path) == FileKind::Plan);
    Ok(found)
}

fn is_tracked(path: &Path, known: &Known) -> bool {
    spelled(path).is_none_or(|path| known.keeps(&path))
}

/// The other plans of the realms of these. They are not judged; but two plans with one code are told, and what
/// the region granted or decided counts for no other plan, whatever part is checked.
fn beside(args: &CheckArgs, selection: &Selection, root: &Path) -> Vec<Selected> {
    let all = || selection.files.iter().chain(&selection.beside);
    let mut seen: BTreeSet<PathBuf> = all().map(|file| folded(stands_at(&file.path, args))).collect();
    // Behind a link to their folder they are the same plans.
    seen.extend(selection.files.iter().filter_map(|file| spelled(stands_at(&file.path, args))));
    let mut settings: Vec<Arc<Context>> = Vec::new();
    let mut realms: BTreeSet<Option<PathBuf>> = BTreeSet::new();
    for file in &selection.files {
        if !settings.iter().any(|known| Arc::ptr_eq(known, &file.context)) {
            settings.push(Arc::clone(&file.context));
        }
    }
    settings.retain(|context| realms.insert(realm::base(context)));
    let mut found = Vec::new();
    for context in settings {
        let mut others = belonging(&context, &selection.whole, root);
        others.retain(|file| seen.insert(folded(&file.path)));
        found.append(&mut others);
    }
    found
}

/// The plans of the realm of a context, but for those in folders that were searched.
pub fn belonging(context: &Arc<Context>, searched: &[PathBuf], root: &Path) -> Vec<Selected> {
    let files = realm::plans(context, searched, here).into_iter();
    let counts = |path: &PathBuf| !context.is_listing(path);
    // What other settings may say further down is not asked, nor what is wrong with them.
    let one = |path: PathBuf| Selected {
        folder: Arc::from(shown(root, folder_of(&path))),
        path: along(path),
        context: Arc::clone(context),
        named: false,
    };
    files.filter(counts).map(one).collect()
}

/// What lies below this folder is named from it, as a person would.
fn here(path: PathBuf) -> PathBuf {
    let current = std::env::current_dir().unwrap_or_default();
    let path = from_here(path);
    if path == current { PathBuf::from(".") } else { path }
}

/// A path that settings name as one with plans.
fn place(layer: &Layer, span: Span, path: &str) -> Result<PathBuf, Stop> {
    let path = layer.path(path);
    own::inside(layer, "paths", span, &path)?;
    if path.exists() { Ok(here(path)) } else { Err(own::missing(layer, "paths", span, &path)) }
}

/// Those of the files that a plan names, as it stands in the folder of its evidence or above it.
fn evidence_among(files: &[PathBuf]) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    let spell = |path: &PathBuf| Some(compared(&spelled(path)?).into_owned());
    let whole: BTreeMap<PathBuf, &PathBuf> = files.iter().filter_map(|path| Some((spell(path)?, path))).collect();
    let root = |path: &Path| fence::root_of(folder_of(path)).canonicalize().unwrap_or_default();
    let above = |(path, given): (&PathBuf, &&PathBuf)| {
        let root = root(given);
        let above = path.ancestors().skip(1).take_while(|above| above.starts_with(&root));
        above.map(Path::to_path_buf).collect::<Vec<_>>()
    };
    let folders: BTreeSet<PathBuf> = whole.iter().flat_map(above).collect();
    for folder in folders {
        let entries = std::fs::read_dir(&folder).into_iter().flatten().filter_map(Result::ok);
        for plan in entries.map(|entry| entry.path()).filter(|path| is_yaml(path) && path.is_file()) {
            let Ok(text) = files::read(&plan, By::Way) else { continue };
            let Some(root) = plan::parse(&text).root.map(|root| said(&root)) else { continue };
            let named = root.iter().filter_map(|text| whole.get(compared(&folded(&folder.join(text.trim()))).as_ref()));
            found.extend(named.map(|path| folded(path)));
        }
    }
    found
}

/// The texts of a plan.
fn said(node: &Node<'_>) -> Vec<String> {
    let texts = std::cell::RefCell::new(Vec::new());
    names(node, &|text| {
        texts.borrow_mut().push(text.to_owned());
        false
    });
    texts.into_inner()
}

/// A file that is named in two ways is one file, and named when one of them names it.
fn each_once(found: Vec<(PathBuf, bool)>) -> Vec<(PathBuf, bool)> {
    let mut once: Vec<(PathBuf, bool)> = Vec::with_capacity(found.len());
    let mut numbers: HashMap<OsString, usize> = HashMap::with_capacity(found.len());
    let mut folders: HashMap<PathBuf, PathBuf> = HashMap::new();
    for (path, named) in found {
        // A link may lead to its folder.
        let whole = folded(&path);
        let above = folder_of(&whole).to_path_buf();
        let real =
            folders.entry(above).or_insert_with_key(|above| above.canonicalize().unwrap_or_else(|_| above.clone()));
        match numbers.entry(real.join(whole.file_name().unwrap_or_default()).into_os_string()) {
            Entry::Vacant(new) => {
                new.insert(once.len());
                once.push((path, named));
            }
            Entry::Occupied(known) => {
                if let Some((_, before)) = once.get_mut(*known.get()) {
                    *before |= named;
                }
            }
        }
    }
    once
}

/// Where a file stands: standard input where its given name says.
fn stands_at<'a>(path: &'a Path, args: &'a CheckArgs) -> &'a Path {
    match &args.stdin_filename {
        Some(name) if path.as_os_str() == "-" => Path::new(name),
        _ => path,
    }
}

/// Where to begin: the arguments, else the paths of the settings, else this folder.
fn start(args: &CheckArgs, contexts: &mut Contexts<'_>, searched: &mut Vec<PathBuf>) -> Result<Vec<PathBuf>, Stop> {
    if !args.plans.is_empty() {
        return Ok(args.plans.iter().cloned().map(stored).collect());
    }
    if args.files_from.is_some() {
        return Ok(Vec::new());
    }
    if args.stdin_filename.is_some() {
        return Ok(vec![PathBuf::from("-")]);
    }
    if args.also_changed.is_some() { Ok(Vec::new()) } else { of_settings(contexts, searched) }
}

/// The paths of the settings, else this folder; and the folder in which these are all that there is to search.
fn of_settings(contexts: &mut Contexts<'_>, searched: &mut Vec<PathBuf>) -> Result<Vec<PathBuf>, Stop> {
    let here = contexts.of(Path::new("."))?;
    let Some((layer, paths)) = here.paths() else { return Ok(vec![PathBuf::from(".")]) };
    searched.push(layer.base.clone());
    paths.value.iter().map(|path| place(layer, paths.span, path)).collect()
}

/// Whether every verdict may hang on a file: settings, a regioplan, an ignore file.
fn is_rule(path: &Path) -> bool {
    let named = |name: &str| path.file_name().is_some_and(|found| found == name);
    ends_in(path, &["regioplan", "bronnen"]) || named(crate::settings::FILE) || named(IGNORE)
}

/// What a hook compares with: what pre-commit says, when it checks what lies between two revisions.
fn revision_of_hook(given: &str) -> String {
    let between = std::env::var("PRE_COMMIT_FROM_REF").ok().filter(|from| given == changed::LATEST && !from.is_empty());
    between.unwrap_or_else(|| given.to_owned())
}

/// A file that is no plan by its name, or by a name that no plan has and a content that is no YAML. Others are judged: what is wrong
/// in them is told with its place.
fn odd(path: &Path, handed_over: bool) -> Result<(), Stop> {
    let rules = ends_in(path, &["regioplan", "bronnen"]);
    let other = || match FileKind::of(path) {
        FileKind::Other if !other_form::may_be(path) => {
            files::read(path, By::User).is_ok_and(|text| plan::parse(&text).root.is_none())
        }
        kind => kind != FileKind::Other,
    };
    if rules || !handed_over && path.is_file() && !is_yaml(path) && other() {
        return Err(refused(path, Wanted::Plan));
    }
    Ok(())
}

/// The paths of a list: one a line, or with a NUL behind each.
fn listed(list: &Path) -> Result<Vec<PathBuf>, Stop> {
    let text = files::list(list)?;
    let path = |name: &str| stored(PathBuf::from(name));
    if text.contains('\0') {
        return Ok(text.split('\0').filter(|name| !name.is_empty()).map(path).collect());
    }
    let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    if let Some(quoted) = lines.clone().find(|line| line.len() > 1 && line.starts_with('"') && line.ends_with('"')) {
        let text = Text::new("files-from-quoted").with("found", quoted);
        return Err(Stop::Said(text, Some(Text::new("files-from-quoted-help"))));
    }
    Ok(lines.map(path).collect())
}

/// Leaves out the plans of which git knows that they do not differ, nor their evidence. When the rules, the settings or the
/// exceptions themselves differ, all of them stay; and those of a practice of which a plan differs, has come or is gone: that
/// says something about them. For a hook, those that are `named` stay too, and what git does not keep is no part of the commit.
fn only_changed(
    revision: &str,
    selection: &mut Selection,
    named: Option<&BTreeSet<PathBuf>>,
    terms: &Terms,
) -> Result<Known, Stop> {
    let known = changed::since(revision, Path::new("."))?;
    let contexts = selection.files.iter().map(|file| file.context.as_ref());
    let ruling: BTreeSet<&Path> = contexts.flat_map(Context::ruling).collect();
    let rules = |path: &PathBuf| is_rule(path) || ruling.iter().any(|file| same(file, path));
    // Git does not know whether what it passes over differs; for a hook that is no part of the commit.
    let ignored = if named.is_none() { known.ignored.clone() } else { BTreeSet::new() };
    let holds_rules = |path: &PathBuf| ruling.iter().any(|file| compared(&folded(file)).starts_with(path));
    if known.differing.iter().chain(&ignored).any(rules) || ignored.iter().any(holds_rules) {
        return Ok(known);
    }
    // Who names a folder names what is in it.
    let is_named = |path: &Path| named.is_some_and(|named| folded(path).ancestors().any(|above| named.contains(above)));
    let is_new = |path: &Path| match named {
        None => known.is_new(path),
        Some(_) => known.keeps(path) && known.differs(path),
    };
    let stays = |file: &Selected| {
        let Some(spelled) = spelled(&file.path) else { return true };
        let leads = std::fs::canonicalize(&file.path).unwrap_or_else(|_| spelled.clone());
        is_named(&file.path)
            || is_new(&spelled)
            || leads != spelled && known.differs(&leads)
            || refers(&spelled, &known.compared, &ignored)
    };
    let mut stay: Vec<bool> = selection.files.iter().map(stays).collect();
    let is_part = |path: &Path| named.is_none() || known.keeps(path);
    take_along(&mut stay, &selection.files, &known, is_part, terms);
    let (stay, alone): (Vec<_>, Vec<_>) =
        std::mem::take(&mut selection.files).into_iter().zip(stay).partition(|(_, stays)| *stays);
    selection.files = stay.into_iter().map(|(file, _)| file).collect();
    selection.beside = alone.into_iter().map(|(file, _)| file).collect();
    selection.unchanged = selection.beside.len();
    if named.is_some() {
        selection.beside.retain(|file| is_tracked(&file.path, &known));
    }
    selection.walked.outside.retain(|path| spelled(path).is_none_or(|path| is_new(&path)));
    selection.walked.others.retain(|path| is_named(path) || spelled(path).is_none_or(|path| is_new(&path)));
    Ok(known)
}

/// Takes the other plans of the practices of which a plan differs along with those that stay. What they said before, git says;
/// where it cannot, every plan may be one of them.
fn take_along(stay: &mut [bool], files: &[Selected], known: &Known, is_part: impl Fn(&Path) -> bool, terms: &Terms) {
    let may_come = |file: &Selected| spelled(&file.path).is_none_or(|path| is_part(&path));
    let waits: Vec<bool> = files.iter().zip(stay.iter()).map(|(file, stays)| !stays && may_come(file)).collect();
    let along = match known.before(is_yaml) {
        None => vec![true; files.len()],
        Some(mut texts) => {
            let differing = known.differing.iter().filter(|path| is_yaml(path) && is_part(path));
            let staying = files.iter().zip(stay.iter()).filter(|(_, stays)| **stays).map(|(file, _)| &file.path);
            texts.extend(differing.chain(staying).filter_map(|path| files::read(path, By::Way).ok()));
            let plans = files.iter().zip(&waits).filter(|(_, waits)| **waits).map(|(file, _)| file);
            doubles::of_one_practice(&plans.collect::<Vec<_>>(), &texts, terms)
        }
    };
    let waits = stay.iter_mut().zip(&waits).filter(|(_, waits)| **waits).map(|(stays, _)| stays);
    waits.zip(along).for_each(|(stays, comes)| *stays = comes);
}

/// Where a file stands, with the links of its folder followed, and not its own.
pub fn spelled(path: &Path) -> Option<PathBuf> {
    let whole = folded(path);
    Some(std::fs::canonicalize(whole.parent()?).ok()?.join(whole.file_name()?))
}

/// Whether a plan may name a file that differs, or one that git passes over, and that lies below its folder; paths as they are
/// compared.
fn refers(plan: &Path, differing: &BTreeSet<PathBuf>, ignored: &BTreeSet<PathBuf>) -> bool {
    let Some(folder) = plan.parent() else { return false };
    let (own, within) = (compared(plan), compared(folder));
    let is_below = |path: &&PathBuf| path.starts_with(&within);
    let below = |paths: &BTreeSet<PathBuf>| {
        let mut found = paths.range(within.to_path_buf()..).take_while(is_below);
        found.any(|path| path.as_path() != own.as_ref())
    };
    if !below(differing) && !below(ignored) {
        return false;
    }
    let Ok(text) = files::read(plan, By::Way) else { return true };
    let document = plan::parse(&text);
    // What cannot be read may name anything.
    let Some(root) = &document.root else { return true };
    let text = stored_name(&text);
    let near =
        differing.range(within.to_path_buf()..).take_while(is_below).filter(|path| path.as_path() != own.as_ref());
    // A name that stands there as it is; else it may be written in another way, or be that of a link to the file.
    let mut bare = near.filter_map(|path| path.file_name().and_then(|name| name.to_str()));
    bare.any(|name| text.contains(name))
        || names(root, &|text| {
            let whole = folded(&folder.join(text.trim()));
            let meant = compared(&whole);
            // Git passes over whole folders.
            let is_ignored =
                || meant.ancestors().any(|above| ignored.contains(above)) && stored(whole.clone()).is_file();
            differing.contains(meant.as_ref()) || is_ignored() || through_link(text.trim(), folder)
        })
}

/// Whether one of the texts of a plan passes the test.
fn names(node: &Node<'_>, test: &impl Fn(&str) -> bool) -> bool {
    match node.written() {
        NodeKind::Scalar { text, .. } => test(text),
        NodeKind::Twice(_) => false,
        NodeKind::List(items) => items.iter().any(|item| names(item, test)),
        NodeKind::Map(pairs) => pairs.iter().any(|(key, value)| names(key, test) || names(value, test)),
    }
}

/// Whether a path below a folder leads through a link, so that a file of another name may stand behind it.
fn through_link(path: &str, folder: &Path) -> bool {
    let mut at = folder.to_path_buf();
    Path::new(path).components().any(|part| {
        at.push(part);
        at.is_symlink()
    })
}
