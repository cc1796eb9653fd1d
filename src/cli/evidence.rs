//! Which files that a plan refers to are not there.
//!
//! Input: a plan, and the folder that it stands in, which no file may lie outside. Nothing is opened or read.
//! A path that climbs out by its words was refused when the plan was read; this looks where a path really leads.

use std::collections::{BTreeSet, HashSet};
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::plan::Plan;

use super::paths::folded;

/// Looks for evidence. Many plans keep theirs in one folder: a folder that is no link is asked once in a run.
#[derive(Default)]
pub struct Evidence {
    plain: Mutex<HashSet<PathBuf>>,
    /// The files that plans name, when somebody asks.
    named: Option<Mutex<HashSet<PathBuf>>>,
}

impl Evidence {
    /// The paths, as written in the plan, behind which there is no file within the folder: nothing at all, a folder, a
    /// device, or a file elsewhere to which a link in the folder points.
    #[must_use]
    pub fn missing(&self, plan: &Plan, folder: &Path) -> BTreeSet<String> {
        if let Some(named) = &self.named {
            let files = plan.files.iter().map(|file| folded(&folder.join(&file.path)));
            named.lock().unwrap_or_else(PoisonError::into_inner).extend(files);
        }
        let absent = plan.files.iter().filter(|file| !self.lies_inside(Path::new(&file.path), here(folder)));
        absent.map(|file| file.path.clone()).collect()
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
            found.is_some_and(|(found, folder)| found.starts_with(folder) && found.is_file())
        })
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
            Ok(found) => Some(found.is_file()),
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

/// The folder of a plan that was named without one is the working folder.
fn here(path: &Path) -> &Path {
    if path.as_os_str().is_empty() { Path::new(".") } else { path }
}
