//! The examples beside a regioplan: on the disk, or embedded in the program.

use std::path::{Path, PathBuf};

use crate::session::{Judged, PlanText, embedded_files, embedded_text};

use super::evidence::is_evidence;
use super::fence::{Barred, By};
use super::files::{self, Unread};
use super::paths::{is_yaml, name};
use super::walk;
use super::written::Content;

/// The folder that belongs to a regioplan.
pub enum Beside {
    Disk(PathBuf),
    /// Path from the folder of the embedded regioplannen.
    Embedded(String),
}

/// One plan.
pub struct PlanFile {
    pub path: PathBuf,
    pub text: Result<String, Unread>,
}

/// One region: a folder with plans, and `regio.yaml` when it has figures.
pub struct RegionFolder {
    pub path: PathBuf,
    pub figures: Option<PlanFile>,
    pub plans: Vec<PlanText>,
}

/// The file with the figures of a region.
pub const FIGURES: &str = "regio.yaml";

impl Beside {
    #[must_use]
    pub fn of(judged: &Judged) -> Self {
        match &judged.path {
            Some(path) => Self::Disk(Path::new(path).with_extension("")),
            None => Self::Embedded(format!("{}/{}", judged.id, judged.version)),
        }
    }

    /// The name of the folder itself.
    #[must_use]
    pub fn folder(&self) -> String {
        match self {
            Self::Disk(folder) => {
                folder.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
            }
            Self::Embedded(folder) => folder.rsplit('/').next().unwrap_or(folder).to_owned(),
        }
    }

    /// The path of the folder.
    #[must_use]
    pub fn top(&self) -> PathBuf {
        match self {
            Self::Disk(folder) => folder.clone(),
            Self::Embedded(folder) => PathBuf::from(folder),
        }
    }

    /// Every file in the folder, in order of path; a link is passed over.
    #[must_use]
    pub fn files(&self) -> Vec<PathBuf> {
        match self {
            Self::Disk(folder) => files::all_below(folder),
            Self::Embedded(folder) => embedded_below(Path::new(folder)),
        }
    }

    /// What a file holds, for one that is made like it.
    #[must_use]
    pub fn copied(&self, path: &Path) -> Content<'static> {
        match self {
            Self::Disk(_) => Content::Copy(path.to_path_buf()),
            Self::Embedded(_) => Content::Text(embedded_at(path).unwrap_or("").to_owned()),
        }
    }

    /// The plans of a part, `goed` or `fout`, in order of path.
    #[must_use]
    pub fn plans(&self, part: &str) -> Vec<PlanFile> {
        self.children(part, false).into_iter().filter(|path| is_yaml(path)).map(|path| self.open(path)).collect()
    }

    /// The regions of a part, in order of path.
    #[must_use]
    pub fn regions(&self, part: &str) -> Vec<RegionFolder> {
        let all = self.children(&format!("regio/{part}"), true);
        all.into_iter().map(|path| self.region(path)).collect()
    }

    fn region(&self, path: PathBuf) -> RegionFolder {
        let mut figures = None;
        let mut plans = Vec::new();
        let inside = match self {
            Self::Disk(_) => walk::plans(&path).unwrap_or_default(),
            Self::Embedded(_) => embedded_below(&path),
        };
        for file in inside.into_iter().filter(|file| is_yaml(file)) {
            let opened = self.open(file);
            if opened.path.file_name().is_some_and(|name| name == FIGURES) && opened.path.parent() == Some(&path) {
                figures = Some(opened);
            } else {
                let name = name(&opened.path);
                let text = opened.text.map_err(|unread| unread.said(&name).0);
                plans.push((name, text));
            }
        }
        RegionFolder { path, figures, plans }
    }

    /// What stands in a folder of this one: files, or folders.
    fn children(&self, part: &str, folders: bool) -> Vec<PathBuf> {
        let mut found: Vec<PathBuf> = match self {
            Self::Disk(folder) => {
                let entries = std::fs::read_dir(folder.join(part)).into_iter().flatten().filter_map(Result::ok);
                entries.map(|entry| entry.path()).filter(|path| path.is_dir() == folders).collect()
            }
            Self::Embedded(folder) => {
                let top = Path::new(folder).join(part);
                let depth = top.components().count() + 1;
                let below = embedded_below(&top).into_iter();
                let cut = below.filter(|path| (path.components().count() > depth) == folders);
                cut.map(|path| path.components().take(depth).collect()).collect()
            }
        };
        found.sort();
        found.dedup();
        found
    }

    fn open(&self, path: PathBuf) -> PlanFile {
        let text = match self {
            Self::Disk(_) => files::read(&path, By::Way),
            Self::Embedded(_) => embedded_at(&path).map(str::to_owned).ok_or(Unread::Barred(Barred::Missing)),
        };
        PlanFile { path, text }
    }

    /// Whether a file exists that a plan refers to.
    #[must_use]
    pub fn has(&self, plan: &Path, file: &str) -> bool {
        let path = plan.parent().unwrap_or(Path::new(".")).join(file);
        match self {
            Self::Disk(_) => path.metadata().is_ok_and(|data| is_evidence(&path, &data)),
            Self::Embedded(_) => embedded_at(&path).is_some(),
        }
    }
}

impl PlanFile {
    /// The text, when it can be read.
    #[must_use]
    pub fn readable(self) -> Option<(String, String)> {
        Some((name(&self.path), self.text.ok()?))
    }
}

/// The embedded files below a folder.
fn embedded_below(folder: &Path) -> Vec<PathBuf> {
    embedded_files().iter().map(|(path, _)| PathBuf::from(path)).filter(|path| path.starts_with(folder)).collect()
}

/// An embedded file; its paths have `/`, also where the system has another sign.
fn embedded_at(path: &Path) -> Option<&'static str> {
    let parts: Vec<String> = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    embedded_text(&parts.join("/"))
}
