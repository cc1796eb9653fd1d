//! One file of a run -> what the session says of it.

use std::path::{Path, PathBuf};

use crate::session::{self, Around, Looked, Stop, Terms};
use crate::source::Source;

use super::doubles::Doubles;
use super::evidence::Evidence;
use super::fence::{Barred, By};
use super::files::{self, Unread};
use super::paths::{folded, folder_of, means, plain};
use super::selection::Selected;

/// How the files of a run are judged.
pub struct Judge {
    pub terms: Terms,
    /// The name of a plan from standard input.
    pub stdin_name: Option<String>,
    pub evidence: Evidence,
    pub doubles: Doubles,
    /// Whether somebody reads what to choose.
    pub advises: bool,
}

impl Judge {
    /// Looks at one file, and keeps of it what is written.
    pub fn look(&self, file: &Selected) -> Result<Looked, Stop> {
        let mut looked = self.look_whole(file)?;
        if let Looked::Judged(judged) = &mut looked {
            if self.advises {
                session::advise(judged);
            }
            judged.rests_on = None;
            // Nobody points into a plan without findings.
            if judged.report.findings.is_empty() {
                judged.report.source.text = String::new();
            }
        }
        Ok(looked)
    }

    /// Looks at one file, and keeps all of it.
    pub fn look_whole(&self, file: &Selected) -> Result<Looked, Stop> {
        let session = &file.context.session;
        let by = if file.named { By::User } else { By::Way };
        let read = files::read(&file.path, by);
        if let Err(unread @ Unread::Barred(Barred::Waits)) = &read {
            return Err(unread.stop(&file.path));
        }
        let large = matches!(read, Err(Unread::TooLarge(_))) && !file.named;
        let looked = match files::readable(read, &self.name(&file.path)) {
            Err(wrong) => {
                let beside = large.then(|| files::beside(&file.path, by).ok()).flatten();
                let beside = beside.and_then(|text| session::look_beside(&text));
                beside.unwrap_or_else(|| Looked::Judged(Box::new(session.refused(wrong.0, &[wrong.1]))))
            }
            Ok(source) => self.text(file, &source)?,
        };
        Ok(match looked {
            Looked::Judged(mut judged) => {
                judged.report.place(&shown_at(file, &judged.report.source.name));
                Looked::Judged(judged)
            }
            Looked::Other | Looked::Figures | Looked::Exceptions | Looked::Decisions => looked,
        })
    }

    /// Looks at a text in the place of a file.
    pub fn text(&self, file: &Selected, source: &Source) -> Result<Looked, Stop> {
        let session = &file.context.session;
        // A plan from standard input stands where its given name says.
        let at = if file.path.as_os_str() == "-" { PathBuf::from(&source.name) } else { file.path.clone() };
        self.around(file, &at, |around| session.look(source, file.named, &self.terms, around))
    }

    /// What lies around a file, which stands here.
    pub fn around<T>(&self, file: &Selected, at: &Path, then: impl FnOnce(&Around<'_>) -> T) -> T {
        let missing = |plan: &_| self.evidence.missing(plan, folder_of(at));
        let is_named = |list: &Option<PathBuf>, path: &str| {
            list.as_deref().is_some_and(|list| means(&folded(&folder_of(list).join(path)), &folded(at)))
        };
        let is_at = |path: &str| is_named(&file.context.waivers, path);
        let is_decided_at = |path: &str| is_named(&file.context.decisions, path);
        let twins = self.doubles.of(&file.path);
        then(&Around { missing: &missing, is_at: &is_at, is_decided_at: &is_decided_at, twins, figures: None })
    }

    fn name(&self, path: &Path) -> String {
        match (&self.stdin_name, path.as_os_str() == "-") {
            (Some(name), true) => name.clone(),
            (None, true) => "-".to_owned(),
            (_, false) => plain(path),
        }
    }
}

/// The path of a file from the root of the repository.
fn shown_at(file: &Selected, name: &str) -> String {
    let name = Path::new(name).file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let between = if file.folder.is_empty() || file.folder.ends_with('/') { "" } else { "/" };
    format!("{}{between}{name}", file.folder)
}
