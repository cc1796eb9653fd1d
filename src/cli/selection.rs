//! Which files to check: what is named, what lies below a folder, what changed, what a list says.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::Text;
use crate::plan::{self, Node, NodeKind};
use crate::session::Stop;

use super::args::CheckArgs;
use super::context::{Context, Contexts};
use super::fence::By;
use super::file_kind::{FileKind, Wanted, refused};
use super::paths::{ends_in, folded, folder_of, from_here, is_yaml, same, shown};
use super::walk::{self, IGNORE, Walked};
use super::{changed, files, other_form, own};

/// A file to look at.
pub struct Selected {
    pub path: PathBuf,
    /// Its folder, from the root of the repository.
    pub folder: Arc<str>,
    pub context: Arc<Context>,
    /// The user named this very file: it is judged, whatever it holds.
    pub named: bool,
}

/// The files of a run.
#[derive(Default)]
pub struct Selection {
    pub files: Vec<Selected>,
    /// Named paths that are not there.
    pub missing: Vec<PathBuf>,
    /// What lies below the folders besides.
    pub walked: Walked,
    /// Files left out by a pattern of the settings.
    pub excluded: usize,
    /// Plans that were left alone, as they do not differ.
    pub unchanged: usize,
    /// Plans that are not judged, and of which it is looked whether they clash with one that is.
    pub beside: Vec<Selected>,
    /// Whether the file with the exceptions was handed over: it is looked at, also when no plan is.
    pub exceptions: bool,
    /// Whether something that rules all plans was handed over.
    pub rules: bool,
    /// Folders that were searched whole; also that of settings, when all that these name was searched.
    pub whole: Vec<PathBuf>,
}

impl Selection {
    /// Whether something could not be looked at.
    pub fn is_partial(&self) -> bool {
        !self.missing.is_empty() || !self.walked.unread.is_empty()
    }
}

/// Finds the files, in order, each once.
pub fn select(args: &CheckArgs, contexts: &mut Contexts<'_>, root: &Path) -> Result<Selection, Stop> {
    let mut selection = Selection::default();
    let mut found: Vec<(PathBuf, bool)> = Vec::new();
    let mut outright: Vec<PathBuf> = Vec::new();
    let starts = start(args, contexts, &mut selection.whole)?;
    for path in starts.iter().cloned() {
        // What rules all plans was handed over among them: then all are looked at.
        if args.force_exclude && is_rule(&path) {
            selection.rules = true;
            continue;
        }
        odd(&path, args.force_exclude)?;
        if path.as_os_str() == "-" || path.is_file() {
            found.push((path, !args.force_exclude));
        } else if path.is_dir() {
            let mut walked = walk::below(&path);
            found.extend(std::mem::take(&mut walked.files).into_iter().map(|path| (path, false)));
            let context = contexts.of(&path)?;
            if !args.force_exclude && context.leaves_out(&path) {
                outright.push(path.clone());
            } else {
                walked.texts.retain(|text| !context.leaves_out(text));
            }
            selection.walked.join(walked);
            selection.whole.push(folded(&path));
        } else if path.exists() {
            found.push((path, !args.force_exclude));
        } else {
            selection.missing.push(path);
        }
    }
    let listed = args.files_from.as_deref().map_or(Ok(Vec::new()), listed)?;
    selection.rules |= listed.iter().any(|path| is_rule(path));
    found.extend(listed.iter().filter(|path| is_yaml(path)).map(|path| (path.clone(), false)));
    let handed = args.force_exclude || args.files_from.is_some();
    for path in starts.iter().chain(&listed).filter(|path| handed && is_yaml(path) && !path.is_dir()) {
        selection.exceptions |= contexts.of(folder_of(path))?.is_listing(path);
    }
    selection.rules |= selection.exceptions;
    if selection.rules || args.also_changed.is_some() {
        for path in of_settings(contexts, &mut selection.whole)? {
            let mut walked = walk::below(&path);
            let all = std::mem::take(&mut walked.files).into_iter();
            found.extend(all.map(|path| (path, false)));
            let context = contexts.of(if path.is_dir() { &path } else { folder_of(&path) })?;
            walked.texts.retain(|text| !context.leaves_out(text));
            selection.walked.join(walked);
            selection.whole.push(folded(&path));
        }
    }
    // One search finds a file once; a list may name it more often.
    let one_search = starts.len() == 1 && args.files_from.is_none() && !selection.rules && args.also_changed.is_none();
    let found = if one_search { found } else { each_once(found) };
    // Files of one folder stand together.
    let mut last: Option<(PathBuf, Arc<str>, Arc<Context>)> = None;
    for (path, named) in found {
        let stands = stands_at(&path, args);
        let above = folder_of(stands);
        let (above, folder, context) = match last.take() {
            Some(known) if known.0.as_os_str() == above.as_os_str() => known,
            _ => (above.to_path_buf(), Arc::from(shown(root, above)), contexts.of(above)?),
        };
        last = Some((above, Arc::clone(&folder), Arc::clone(&context)));
        // Who names a folder that a pattern leaves out, means its files.
        let meant = named || outright.iter().any(|folder| path.starts_with(folder));
        if !meant && context.leaves_out(stands) {
            selection.excluded += 1;
        } else if named && context.is_listing(stands) {
            return Err(refused(&path, Wanted::Plan));
        } else if named || !context.is_listing(stands) {
            selection.files.push(Selected { path, folder, context, named });
        }
    }
    let others = std::mem::take(&mut selection.walked.others);
    for path in others {
        let left_out = contexts.of(folder_of(&path))?.leaves_out(&path);
        let meant = outright.iter().any(|folder| path.starts_with(folder));
        if left_out && !meant { selection.excluded += 1 } else { selection.walked.others.push(path) }
    }
    selection.walked.others.append(&mut selection.walked.texts);
    if handed && !selection.rules && args.changed.is_none() && args.also_changed.is_none() {
        selection.beside = beside(contexts, &selection.files, root)?;
    }
    if let Some(revision) = &args.changed {
        only_changed(revision, &mut selection, None)?;
    } else if let (Some(revision), false) = (&args.also_changed, selection.rules) {
        let named = starts.iter().chain(&listed).map(|path| folded(path)).collect();
        only_changed(&revision_of_hook(revision), &mut selection, Some(&named))?;
    }
    Ok(selection)
}

/// The plans that the settings name besides those that a list or a hook handed over; asked where the region granted or decided
/// something, which must count for no other plan.
fn beside(contexts: &mut Contexts<'_>, files: &[Selected], root: &Path) -> Result<Vec<Selected>, Stop> {
    let here = contexts.of(Path::new("."))?;
    if files.is_empty() || here.waivers.is_none() && here.decisions.is_none() {
        return Ok(Vec::new());
    }
    let mut seen: BTreeSet<PathBuf> = files.iter().map(|file| folded(&file.path)).collect();
    let mut found = Vec::new();
    for start in of_settings(contexts, &mut Vec::new())? {
        for path in walk::below(&start).files {
            if seen.insert(folded(&path)) && !here.leaves_out(&path) && !here.is_listing(&path) {
                // What other settings may say further down is not asked: these plans are not judged.
                let (folder, context) = (Arc::from(shown(root, folder_of(&path))), Arc::clone(&here));
                found.push(Selected { path, folder, context, named: false });
            }
        }
    }
    Ok(found)
}

/// A file that is named in two ways is one file, and named when one of them names it.
fn each_once(found: Vec<(PathBuf, bool)>) -> Vec<(PathBuf, bool)> {
    let mut once: Vec<(PathBuf, bool)> = Vec::with_capacity(found.len());
    let mut numbers: HashMap<OsString, usize> = HashMap::with_capacity(found.len());
    for (path, named) in found {
        match numbers.entry(folded(&path).into_os_string()) {
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
        return Ok(args.plans.clone());
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
    let Some((layer, paths)) = own::first(&here.layers, |settings| settings.paths.as_ref()) else {
        return Ok(vec![PathBuf::from(".")]);
    };
    searched.push(layer.base.clone());
    let current = std::env::current_dir().unwrap_or_default();
    // What lies below this folder is named from it, as a person would.
    let place = |path: &String| {
        let path = from_here(folded(&layer.base.join(path)));
        own::inside(layer, "paths", paths.span, &path)?;
        if !path.exists() {
            return Err(own::missing(layer, "paths", paths.span, &path));
        }
        Ok(if path == current { PathBuf::from(".") } else { path })
    };
    paths.value.iter().map(place).collect()
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
    if text.contains('\0') {
        return Ok(text.split('\0').filter(|name| !name.is_empty()).map(PathBuf::from).collect());
    }
    let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    if let Some(quoted) = lines.clone().find(|line| line.len() > 1 && line.starts_with('"') && line.ends_with('"')) {
        let text = Text::new("files-from-quoted").with("found", quoted);
        return Err(Stop::Said(text, Some(Text::new("files-from-quoted-help"))));
    }
    Ok(lines.map(PathBuf::from).collect())
}

/// Leaves out the plans of which git knows that they do not differ, nor their evidence. When the rules, the settings or the
/// exceptions themselves differ, all of them stay. For a hook, those that are `named` stay too, and what git does not keep
/// is no part of the commit.
fn only_changed(revision: &str, selection: &mut Selection, named: Option<&BTreeSet<PathBuf>>) -> Result<(), Stop> {
    let known = changed::since(revision, Path::new("."))?;
    let contexts = selection.files.iter().map(|file| file.context.as_ref());
    let ruling: BTreeSet<&Path> = contexts.flat_map(Context::ruling).collect();
    let rules = |path: &PathBuf| is_rule(path) || ruling.iter().any(|file| same(file, path));
    if known.differing.iter().any(rules) {
        return Ok(());
    }
    let is_new = |path: &Path| match named {
        None => known.is_new(path),
        Some(_) => known.tracked.contains(path) && known.differs(path),
    };
    let stays = |file: &Selected| {
        let Some(spelled) = spelled(&file.path) else { return true };
        let leads = std::fs::canonicalize(&file.path).unwrap_or_else(|_| spelled.clone());
        named.is_some_and(|named| named.contains(&folded(&file.path)))
            || is_new(&spelled)
            || leads != spelled && known.differs(&leads)
            || refers(&spelled, &known.differing)
    };
    let (stay, alone) = std::mem::take(&mut selection.files).into_iter().partition(stays);
    (selection.files, selection.beside) = (stay, alone);
    selection.unchanged = selection.beside.len();
    if named.is_some() {
        selection.beside.retain(|file| spelled(&file.path).is_none_or(|path| known.tracked.contains(&path)));
    }
    selection.walked.others.retain(|path| spelled(path).is_none_or(|path| is_new(&path)));
    Ok(())
}

/// Where a file stands, with the links of its folder followed, and not its own.
fn spelled(path: &Path) -> Option<PathBuf> {
    let whole = folded(path);
    Some(std::fs::canonicalize(whole.parent()?).ok()?.join(whole.file_name()?))
}

/// Whether a plan may name a file that differs, and that lies below its folder.
fn refers(plan: &Path, differing: &[PathBuf]) -> bool {
    let Some(folder) = plan.parent() else { return false };
    let mut near = differing.iter().filter(|path| path.starts_with(folder) && path.as_path() != plan).peekable();
    if near.peek().is_none() {
        return false;
    }
    let Ok(text) = files::read(plan, By::Way) else { return true };
    let document = plan::parse(&text);
    // What cannot be read may name anything.
    let Some(root) = &document.root else { return true };
    let near: Vec<&Path> = near.map(PathBuf::as_path).collect();
    // A name that stands there as it is; else it may be written in another way, or be that of a link to the file.
    let mut bare = near.iter().filter_map(|path| path.file_name().and_then(|name| name.to_str()));
    bare.any(|name| text.contains(name))
        || names(root, &|text| {
            let meant = folder.join(text.trim());
            near.contains(&folded(&meant).as_path()) || through_link(text.trim(), folder)
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
