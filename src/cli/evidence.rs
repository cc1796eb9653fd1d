//! Which files that a plan refers to are not there.
//!
//! Input: a plan, the folder that it stands in, and the folder that no file may lie outside. Nothing is opened or read.
//! A path that climbs out by its words was refused when the plan was read; this looks where a path really leads.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::plan::Plan;

/// The paths, as written in the plan, behind which there is no file within `root`: nothing at all, a folder, a device, or
/// a file elsewhere to which a link in the folder points.
#[must_use]
pub fn missing(plan: &Plan, folder: &Path, root: &Path) -> BTreeSet<String> {
    if plan.files.is_empty() {
        return BTreeSet::new();
    }
    let root = real(root);
    let lies_inside = |path: &str| {
        let found = real(&here(folder).join(path));
        found.zip(root.as_ref()).is_some_and(|(found, root)| found.starts_with(root) && found.is_file())
    };
    plan.files.iter().filter(|file| !lies_inside(&file.path)).map(|file| file.path.clone()).collect()
}

/// Where a path leads, with all links followed.
fn real(path: &Path) -> Option<PathBuf> {
    here(path).canonicalize().ok()
}

/// The folder of a plan that was named without one is the working folder.
fn here(path: &Path) -> &Path {
    if path.as_os_str().is_empty() { Path::new(".") } else { path }
}
