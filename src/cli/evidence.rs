//! Which files that a plan refers to are not there, or are no evidence: an empty file, a plan, what mtvp or git itself keeps.
//!
//! Input: a plan, and the folder that it stands in, which no file may lie outside. Only a small file is opened, and one that
//! may be a plan by its begin. A path that climbs out by its words was refused when the plan was read; this looks where a path really leads.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs::{File, Metadata};
use std::io::Read;
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::plan::Plan;
use crate::value::is_unseen;

use super::file_kind::FileKind;
use super::paths::{Names, compared, folded};
use super::selection::spelled;
use super::{fence, other_form};

/// A file of at most so many bytes may hold nothing but blanks.
const SMALL: u64 = 4096;

/// Looks for evidence. Many plans keep theirs in one folder: a folder that is no link is asked once in a run, and so is a file.
#[derive(Default)]
pub struct Evidence {
    plain: Mutex<HashSet<PathBuf>>,
    /// The files that were looked into, and whether they are evidence.
    looked: Mutex<HashMap<PathBuf, bool>>,
    /// The files that plans name, when somebody asks.
    named: Option<Mutex<HashSet<PathBuf>>>,
    /// The files that git keeps, when no other one counts.
    kept: Option<BTreeSet<PathBuf>>,
    /// The files that plans name, and that it does not keep.
    unkept: Mutex<BTreeSet<PathBuf>>,
    /// How names are stored that a plan spells in another way.
    names: Mutex<Names>,
}

impl Evidence {
    /// The paths, as written in the plan, behind which there is no evidence within the folder: nothing at all, a folder, a
    /// device, a file elsewhere to which a link in the folder points, or a file that is no evidence.
    #[must_use]
    pub fn missing(&self, plan: &Plan, folder: &Path) -> BTreeSet<String> {
        if let Some(named) = &self.named {
            let files = plan.files.iter().map(|file| folded(&folder.join(self.stored(&file.path, folder))));
            named.lock().unwrap_or_else(PoisonError::into_inner).extend(files);
        }
        let stands = |path: &Path| self.lies_inside(path, here(folder)) && self.is_kept(&here(folder).join(path));
        let absent = plan.files.iter().filter(|file| !stands(&self.stored(&file.path, folder)));
        absent.map(|file| file.path.clone()).collect()
    }

    /// A path of a plan as it is stored below the folder.
    fn stored<'p>(&self, path: &'p str, folder: &Path) -> Cow<'p, Path> {
        let path = Path::new(path);
        if path.as_os_str().is_ascii() {
            return Cow::Borrowed(path);
        }
        let mut names = self.names.lock().unwrap_or_else(PoisonError::into_inner);
        names.below(here(folder), path).unwrap_or(Cow::Borrowed(path))
    }

    /// The same evidence, of which only what git keeps counts.
    #[must_use]
    pub fn among(self, kept: Option<BTreeSet<PathBuf>>) -> Self {
        Self { kept, ..self }
    }

    /// The files that plans name, and that git does not keep.
    pub fn unkept(&self) -> Vec<PathBuf> {
        self.unkept.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    /// Whether git keeps a file, or the submodule that it lies in.
    fn is_kept(&self, path: &Path) -> bool {
        let Some(kept) = &self.kept else { return true };
        let found =
            spelled(path).is_none_or(|whole| whole.ancestors().any(|above| kept.contains(compared(above).as_ref())));
        if !found {
            self.unkept.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_path_buf());
        }
        found
    }

    /// Evidence that remembers which files plans name.
    #[must_use]
    pub fn remembering(remember: bool) -> Self {
        Self { named: remember.then(Mutex::default), ..Self::default() }
    }

    /// Whether a plan names this file.
    pub fn names(&self, path: &Path) -> bool {
        let named = self.named.as_ref().map(|named| named.lock().unwrap_or_else(PoisonError::into_inner));
        named.is_some_and(|named| named.contains(&folded(path)))
    }

    fn lies_inside(&self, path: &Path, folder: &Path) -> bool {
        self.without_links(path, folder).unwrap_or_else(|| {
            let found = folder.join(path).canonicalize().ok().zip(folder.canonicalize().ok());
            found.is_some_and(|(found, folder)| {
                let ending = |path: &Path| path.extension().map(std::ffi::OsStr::to_ascii_lowercase);
                found.starts_with(folder)
                    && ending(&found) == ending(path)
                    && found.metadata().is_ok_and(|data| self.holds(&found, &data))
            })
        })
    }

    /// Whether a file is evidence.
    fn holds(&self, path: &Path, found: &Metadata) -> bool {
        let looked = || self.looked.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = looked().get(path).copied() {
            return known;
        }
        let holds = is_evidence(path, found);
        looked().insert(path.to_path_buf(), holds);
        holds
    }

    /// Whether there is a file at the end of a path below a folder; none when a link or a step upwards stands in between,
    /// so that it may lead elsewhere, or when it is not written in the plainest way.
    fn without_links(&self, path: &Path, folder: &Path) -> Option<bool> {
        let mut parts = path.components();
        if parts.as_path().as_os_str() != path.as_os_str() {
            return None;
        }
        let Component::Normal(name) = parts.next_back()? else { return None };
        let mut at: PathBuf = folder.to_path_buf();
        for part in parts {
            let Component::Normal(name) = part else { return None };
            at.push(name);
            if !self.is_plain(&at)? {
                return Some(false);
            }
        }
        at.push(name);
        match at.symlink_metadata() {
            Ok(found) if found.is_symlink() => None,
            Ok(found) => Some(self.holds(&at, &found)),
            Err(_) => Some(false),
        }
    }

    /// Whether there is a folder; none when it is a link.
    fn is_plain(&self, folder: &Path) -> Option<bool> {
        let known = || self.plain.lock().unwrap_or_else(PoisonError::into_inner);
        if known().contains(folder) {
            return Some(true);
        }
        let Ok(found) = folder.symlink_metadata() else { return Some(false) };
        if found.is_symlink() {
            return None;
        }
        if found.is_dir() {
            known().insert(folder.to_path_buf());
        }
        Some(found.is_dir())
    }
}

/// Whether a file can be evidence: it holds something, and it is not read or kept for another reason.
pub fn is_evidence(path: &Path, found: &Metadata) -> bool {
    let kind = || match FileKind::by_name(path) {
        FileKind::Yaml => FileKind::of(path),
        kind => kind,
    };
    let used = || match kind() {
        FileKind::Plan | FileKind::Settings | FileKind::Regioplan | FileKind::Register => true,
        FileKind::Yaml => false,
        _ => other_form::is_plan(path),
    };
    let full = || found.len() > SMALL || !is_blank(path) && !is_pointer(path);
    found.is_file() && !fence::is_of_git(path) && full() && !used()
}

/// Whether nothing but blanks stands in a small file; one that cannot be opened may hold anything.
fn is_blank(path: &Path) -> bool {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(SMALL).read_to_end(&mut bytes));
    // The marks of UTF-16 are no text.
    let bytes = bytes.strip_prefix(b"\xff\xfe").or_else(|| bytes.strip_prefix(b"\xfe\xff")).unwrap_or(&bytes);
    let is_seen = |c: char| !(c.is_whitespace() || c == '\0' || is_unseen(c));
    read.is_ok() && std::str::from_utf8(bytes).is_ok_and(|text| !text.contains(is_seen))
}

/// Whether git LFS put its pointer to a file where the file itself must be.
fn is_pointer(path: &Path) -> bool {
    let mut begin = Vec::new();
    let read = File::open(path).and_then(|file| file.take(POINTER.len() as u64).read_to_end(&mut begin));
    read.is_ok() && begin == POINTER
}

/// How such a pointer begins.
const POINTER: &[u8] = b"version https://git-lfs.github.com/spec/";

/// The folder of a plan that was named without one is the working folder.
fn here(path: &Path) -> &Path {
    if path.as_os_str().is_empty() { Path::new(".") } else { path }
}
