//! Whether the disk is still as it was when it was read: not every editor tells of files that change outside it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::session::Library;
use crate::settings;

use super::super::context::Context;
use super::super::paths::{folded, folder_of};

/// When files were changed, and how long they are; none of what is not there.
#[derive(Debug, Default)]
pub struct Stamps(BTreeMap<PathBuf, Option<(SystemTime, u64)>>);

impl Stamps {
    pub fn note(&mut self, files: impl IntoIterator<Item = PathBuf>) {
        self.0.extend(files.into_iter().map(|path| (path.clone(), stamp(&path))));
    }

    /// Whether one of them is otherwise now, has come or has gone.
    pub fn are_old(&self) -> bool {
        self.0.iter().any(|(path, was)| stamp(path) != *was)
    }
}

fn stamp(path: &Path) -> Option<(SystemTime, u64)> {
    let found = path.metadata().ok()?;
    Some((found.modified().ok()?, found.len()))
}

/// What holds in a folder rests on these files: settings, where there are none too, the lists of the region, and the regioplannen.
pub fn behind(context: &Context, folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = folded(folder).ancestors().map(|above| above.join(settings::FILE)).collect();
    found.extend(context.ruling().map(Path::to_path_buf));
    found.extend(of_library(&context.session.library));
    found
}

/// The texts of the user in a library, what lies beside them, and their folders, in which others may come.
pub fn of_library(library: &Library) -> Vec<PathBuf> {
    let of_text = |path: PathBuf| [path.with_extension("bronnen"), folder_of(&path).to_path_buf(), path];
    library.names().map(PathBuf::from).flat_map(of_text).collect()
}
