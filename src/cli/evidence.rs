//! Which files that a plan refers to are not there.
//!
//! Input: a plan, the folder that it stands in, and the folder that no file may lie outside. Nothing is opened or read.
//! A path that climbs out by its words was refused when the plan was read; this looks where a path really leads.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use crate::plan::Plan;

/// The paths, as written in the plan, behind which there is no file within `root`: nothing at all, a folder, a device, or
/// a file elsewhere to which a link in the folder points.
#[must_use]
pub fn missing(plan: &Plan, folder: &Path, root: &Path) -> BTreeSet<String> {
    let absent = plan.files.iter().filter(|file| !lies_inside(Path::new(&file.path), here(folder), here(root)));
    absent.map(|file| file.path.clone()).collect()
}

fn lies_inside(path: &Path, folder: &Path, root: &Path) -> bool {
    match without_links(path, folder) {
        Some(is_file) if folder == root => is_file,
        _ => {
            let found = folder.join(path).canonicalize().ok().zip(root.canonicalize().ok());
            found.is_some_and(|(found, root)| found.starts_with(root) && found.is_file())
        }
    }
}

/// Whether there is a file at the end of a path below a folder; none when a link or a step upwards stands in between, so
/// that it may lead elsewhere, or when it is not written in the plainest way.
fn without_links(path: &Path, folder: &Path) -> Option<bool> {
    if path.components().as_path().as_os_str() != path.as_os_str() {
        return None;
    }
    let mut at: PathBuf = folder.to_path_buf();
    let mut is_file = false;
    for part in path.components() {
        match part {
            Component::Normal(name) => at.push(name),
            Component::CurDir | Component::ParentDir | Component::RootDir | Component::Prefix(_) => return None,
        }
        let Ok(found) = at.symlink_metadata() else { return Some(false) };
        if found.is_symlink() {
            return None;
        }
        is_file = found.is_file();
    }
    Some(is_file)
}

/// The folder of a plan that was named without one is the working folder.
fn here(path: &Path) -> &Path {
    if path.as_os_str().is_empty() { Path::new(".") } else { path }
}
