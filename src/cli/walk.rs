//! What lies below a folder: the files that may be plans, and what is passed over, by reason.
//!
//! Input: a folder. Output: paths, in order. A file that git keeps is never passed over; ignore files above the repository have
//! no say; links to folders are not followed, so a circle of links cannot hold the search. Only ignore files are read.

use std::collections::BTreeSet;
use std::fs::DirEntry;
use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::session::Stop;

use super::fence::{self, By};
use super::paths::{compared, folded, is_yaml};
use super::{changed, files, other_form, own};

/// What a search found.
#[derive(Default)]
pub struct Walked {
    pub files: Vec<PathBuf>,
    /// Files that may be a plan in another form.
    pub others: Vec<PathBuf>,
    /// Files of which only the content tells that.
    pub texts: Vec<PathBuf>,
    /// Links to folders, which were not followed.
    pub links: Vec<PathBuf>,
    /// Files that may be plans, and that git was told not to put here.
    pub sparse: Vec<PathBuf>,
    /// Plans outside the folders that settings name as those with plans.
    pub outside: Vec<PathBuf>,
    /// Submodules of which git has not fetched what is in them.
    pub absent: Vec<PathBuf>,
    /// Folders and ignore files that cannot be read.
    pub unread: Vec<PathBuf>,
    pub passed: Passed,
}

/// How many files were passed over, by reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Passed {
    /// Their name, or that of a folder above them, begins with a point.
    pub hidden: usize,
    /// A `.gitignore` names them.
    pub ignored: usize,
}

impl Walked {
    /// Adds what another search found.
    pub fn join(&mut self, other: Self) {
        self.files.extend(other.files);
        self.others.extend(other.others);
        self.texts.extend(other.texts);
        self.links.extend(other.links);
        self.absent.extend(other.absent);
        self.sparse.extend(other.sparse);
        self.outside.extend(other.outside);
        self.unread.extend(other.unread);
        self.passed.hidden += other.passed.hidden;
        self.passed.ignored += other.passed.ignored;
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Reason {
    Hidden,
    Ignored,
}

/// A folder of which the entries are looked at.
struct Open {
    entries: std::vec::IntoIter<DirEntry>,
    /// Why everything in it is passed over.
    reason: Option<Reason>,
    /// Whether it has an ignore file.
    rules: bool,
}

/// The file of this path, or the plans below this folder, in order.
pub fn plans(path: &Path) -> Result<Vec<PathBuf>, Stop> {
    if path.is_dir() {
        let walked = below(path);
        return walked.unread.first().map_or(Ok(walked.files), |unread| Err(files::unreadable(unread)));
    }
    if path.as_os_str() == "-" || path.exists() { Ok(vec![path.to_path_buf()]) } else { Err(files::missing(path)) }
}

/// The plans below a folder, by their names.
pub fn below(folder: &Path) -> Walked {
    walk(folder, &is_yaml)
}

/// The same, without what is passed over or may be a plan in another form: a folder of which nothing counts is not opened.
pub fn plans_below(folder: &Path) -> Vec<PathBuf> {
    search(folder, &is_yaml, true).files
}

/// The files below a folder that are wanted.
pub fn walk(folder: &Path, wanted: &dyn Fn(&Path) -> bool) -> Walked {
    search(folder, wanted, false)
}

fn search(folder: &Path, wanted: &dyn Fn(&Path) -> bool, only: bool) -> Walked {
    fence::given(folder);
    let whole = folded(folder);
    let top = own::top(&whole, &whole);
    let mut search = Search {
        wanted,
        only,
        tracked: Tracked::NotAsked,
        submodules: None,
        rules: Vec::new(),
        found: Walked::default(),
        top,
    };
    let mut above: Vec<&Path> = whole.ancestors().skip(1).take_while(|above| above.starts_with(&search.top)).collect();
    above.reverse();
    for above in above {
        search.read_rules(above);
    }
    search.run(folder);
    search.found
}

struct Search<'w> {
    wanted: &'w dyn Fn(&Path) -> bool,
    /// Nobody asks for anything else.
    only: bool,
    top: PathBuf,
    /// What git keeps, from the top; asked when it matters.
    tracked: Tracked,
    /// The submodules, from the top; asked when a folder is empty.
    submodules: Option<BTreeSet<PathBuf>>,
    /// The ignore files that hold, the nearest last.
    rules: Vec<Gitignore>,
    found: Walked,
}

impl Search<'_> {
    fn run(&mut self, folder: &Path) {
        let mut open: Vec<Open> = Vec::new();
        open.extend(self.open(folder, None));
        while let Some(inner) = open.last_mut() {
            let (reason, next) = (inner.reason, inner.entries.next());
            let Some(entry) = next else {
                if open.pop().is_some_and(|done| done.rules) {
                    self.rules.pop();
                }
                continue;
            };
            let Ok(kind) = entry.file_type() else { continue };
            // `./a` is named `a`, as a person would.
            let path = entry.path();
            if kind.is_dir() {
                if entry.file_name() != ".git" {
                    let reason = reason.or_else(|| self.reason(&path, true));
                    if !self.only || reason.is_none() || self.keeps_below(&path) {
                        open.extend(self.open(&path, reason));
                    }
                }
                continue;
            }
            let target = kind.is_symlink().then(|| path.metadata().ok()).flatten();
            let leads_to_folder = target.as_ref().is_some_and(std::fs::Metadata::is_dir);
            // A pipe or a device with the name of a plan is told when it is read.
            let (wanted, other) = ((self.wanted)(&path), !self.only && other_form::may_be(&path));
            if !(leads_to_folder || wanted || other) {
                if self.only {
                    continue;
                }
                let reason = reason.or_else(|| self.reason(&path, false));
                if kind.is_file() && !is_yaml(&path) && (reason.is_none() || self.is_tracked(&path)) {
                    self.found.texts.push(path);
                }
                continue;
            }
            match reason.or_else(|| self.reason(&path, leads_to_folder)).filter(|_| !self.is_tracked(&path)) {
                Some(_) if leads_to_folder => {}
                Some(Reason::Hidden) => self.found.passed.hidden += 1,
                Some(Reason::Ignored) => self.found.passed.ignored += 1,
                None if leads_to_folder => self.found.links.push(path),
                None if wanted => self.found.files.push(path),
                None => self.found.others.push(path),
            }
        }
    }

    fn open(&mut self, folder: &Path, reason: Option<Reason>) -> Option<Open> {
        let read = std::fs::read_dir(folder).and_then(Iterator::collect::<std::io::Result<Vec<DirEntry>>>);
        let Ok(mut entries) = read else {
            self.found.unread.push(folder.to_path_buf());
            return None;
        };
        entries.sort_by_key(DirEntry::file_name);
        if entries.is_empty() && self.is_submodule(folder) {
            self.found.absent.push(folder.to_path_buf());
        }
        let rules = entries.iter().any(|entry| entry.file_name() == IGNORE) && self.read_rules(&folded(folder));
        Some(Open { entries: entries.into_iter(), reason, rules })
    }

    /// Whether git keeps another repository in the place of a folder.
    fn is_submodule(&mut self, folder: &Path) -> bool {
        let asked = || if own::is_repository(&self.top) { changed::submodules(&self.top) } else { BTreeSet::new() };
        let known = self.submodules.get_or_insert_with(asked);
        folded(folder).strip_prefix(&self.top).is_ok_and(|inside| known.contains(compared(inside).as_ref()))
    }

    /// Reads the ignore file of a folder; true when there is one.
    fn read_rules(&mut self, folder: &Path) -> bool {
        let path = folder.join(IGNORE);
        if path.symlink_metadata().is_err() {
            return false;
        }
        let read = files::read(&path, By::Way).ok();
        let Some(text) = read else {
            self.found.unread.push(path);
            return false;
        };
        let mut builder = GitignoreBuilder::new(folder);
        for line in text.lines() {
            // As git does: a line that means nothing is passed over.
            let _ = builder.add_line(None, line);
        }
        builder.build().is_ok_and(|rules| {
            self.rules.push(rules);
            true
        })
    }

    fn reason(&self, path: &Path, is_folder: bool) -> Option<Reason> {
        if path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b".")) {
            return Some(Reason::Hidden);
        }
        let whole = folded(path);
        let said = self.rules.iter().rev().map(|rules| rules.matched(&whole, is_folder)).find(|said| !said.is_none());
        said.filter(ignore::Match::is_ignore).map(|_| Reason::Ignored)
    }

    /// Whether git keeps a file. Where git cannot say what it keeps, every file may be one.
    fn is_tracked(&mut self, path: &Path) -> bool {
        self.keeps(path, BTreeSet::contains)
    }

    /// Whether git keeps a file in a folder.
    fn keeps_below(&mut self, folder: &Path) -> bool {
        self.keeps(folder, |known, folder| {
            known.range(folder.to_path_buf()..).next().is_some_and(|first| first.starts_with(folder))
        })
    }

    fn keeps(&mut self, path: &Path, test: impl Fn(&BTreeSet<PathBuf>, &Path) -> bool) -> bool {
        if matches!(self.tracked, Tracked::NotAsked) {
            let none = || Some(BTreeSet::new());
            let kept = if own::is_repository(&self.top) { changed::tracked(&self.top) } else { none() };
            self.tracked = kept.map_or(Tracked::Unknown, Tracked::Known);
        }
        let whole = folded(path);
        match &self.tracked {
            Tracked::Known(known) => {
                whole.strip_prefix(&self.top).is_ok_and(|inside| test(known, compared(inside).as_ref()))
            }
            Tracked::Unknown | Tracked::NotAsked => true,
        }
    }
}

/// The files that git keeps, from the root of its repository.
enum Tracked {
    NotAsked,
    Unknown,
    Known(BTreeSet<PathBuf>),
}

/// The name of an ignore file.
pub const IGNORE: &str = ".gitignore";
