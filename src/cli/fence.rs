//! What may be opened: nothing outside the repository, wherever a link or a path leads, and nothing below `.git`.
//!
//! Input: a path. Output: where it really leads, or why it is not opened. Nothing is read.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::settings;

use super::paths::{folded, folder_of, is_yaml};

/// Who says that a file is to be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The user, on the command line: then it may be a pipe or a device.
    User,
    /// A folder, a link, a file of settings: it was found on the way.
    Way,
}

/// Why a file is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barred {
    Missing,
    Denied,
    /// It lies outside the repository.
    Outside,
    /// It lies below `.git`.
    Git,
    /// A link leads to a file of another kind.
    OtherKind,
    /// It is a pipe or a device.
    Special,
    /// It is a pipe that nobody fills.
    Waits,
}

/// A folder as it is spelled: where it really is, and the folder that nothing below it may lead out of.
struct Folder {
    real: PathBuf,
    root: PathBuf,
}

/// The folders that were looked at; many files stand in one.
static KNOWN: Mutex<BTreeMap<PathBuf, Arc<Folder>>> = Mutex::new(BTreeMap::new());
/// The folders that the user gave: without a repository these are the root of what lies below them.
static GIVEN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Remembers a folder that the user gave.
pub fn given(folder: &Path) {
    GIVEN.lock().unwrap_or_else(PoisonError::into_inner).insert(folded(folder));
}

/// Where a path really leads, and what is there, when it may be opened.
pub fn real(path: &Path, by: By) -> Result<(PathBuf, std::fs::Metadata), Barred> {
    let folder = looked(folder_of(path))?;
    let own = path.symlink_metadata().map_err(|error| lost(&error))?;
    let found = if own.is_symlink() { path.metadata().map_err(|_| Barred::Denied)? } else { own.clone() };
    if found.is_dir() {
        return Err(Barred::Denied);
    }
    let machine = ["/dev", "/proc"].iter().any(|system| folder.real.starts_with(system));
    if by == By::User && (machine || !found.is_file()) {
        return Ok((path.to_path_buf(), found));
    }
    if !found.is_file() {
        return Err(Barred::Special);
    }
    let real = if own.is_symlink() {
        path.canonicalize().map_err(|error| lost(&error))?
    } else {
        folder.real.join(path.file_name().unwrap_or_default())
    };
    if !real.starts_with(&folder.root) {
        return Err(Barred::Outside);
    }
    if is_of_git(&real) {
        return Err(Barred::Git);
    }
    if own.is_symlink() && !is_of_kind(&real, path) { Err(Barred::OtherKind) } else { Ok((real, found)) }
}

/// Whether a path leads out of the root of a folder, as it is spelled or through a link.
pub fn leaves(folder: &Path, path: &Path) -> bool {
    let (root, whole) = (root_of(folder), folded(path));
    let leads_out = || Some(!whole.canonicalize().ok()?.starts_with(root.canonicalize().ok()?));
    !whole.starts_with(&root) || leads_out().unwrap_or(false)
}

/// Whether a path lies below the folder in which git keeps what it knows.
pub fn is_of_git(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str().eq_ignore_ascii_case(".git"))
}

/// Whether a link leads to a file of the kind that its own name says.
fn is_of_kind(real: &Path, link: &Path) -> bool {
    if link.file_name().is_some_and(|name| name == settings::FILE) {
        return real.file_name() == link.file_name();
    }
    real.extension() == link.extension() || is_yaml(real) && is_yaml(link)
}

fn lost(error: &std::io::Error) -> Barred {
    if error.kind() == std::io::ErrorKind::NotFound { Barred::Missing } else { Barred::Denied }
}

fn looked(folder: &Path) -> Result<Arc<Folder>, Barred> {
    let known = || KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(found) = known().get(folder) {
        return Ok(Arc::clone(found));
    }
    let whole = |path: &Path| path.canonicalize().map_err(|error| lost(&error));
    let found = Arc::new(Folder { real: whole(folder)?, root: whole(&root_of(folder))? });
    known().insert(folder.to_path_buf(), Arc::clone(&found));
    Ok(found)
}

/// The root of the repository in which a folder stands; without one the outermost folder above it that the user gave or that
/// has settings, else the folder itself. A repository that only a link in another one leads to is no root.
pub fn root_of(folder: &Path) -> PathBuf {
    let whole = folded(folder);
    let tops: Vec<&Path> = whole.ancestors().filter(|above| above.join(".git").exists()).collect();
    let outer = tops.last().copied();
    let linked = |top: &Path| top.ancestors().take_while(|above| Some(*above) != outer).any(Path::is_symlink);
    if let Some(top) = tops.iter().find(|top| !linked(top)) {
        return top.to_path_buf();
    }
    let given = GIVEN.lock().unwrap_or_else(PoisonError::into_inner);
    let tops = whole.ancestors().filter(|above| given.contains(*above) || above.join(settings::FILE).is_file());
    tops.last().unwrap_or(&whole).to_path_buf()
}
