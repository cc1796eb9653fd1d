//! All plans of a region, judged as `mtvp check` judges them: with the settings, the exceptions and the decisions of each.
//!
//! Input: folders and what the user says of settings. Output: what the session says of each file, in order of path.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::diagnostic::Text;
use crate::report::{self, Catalog, Screen};
use crate::session::{Asked, Judgement, Looked, Stop, Terms, refused};

use super::args::{CheckArgs, ConfigArgs};
use super::context::Contexts;
use super::doubles::Doubles;
use super::evidence::Evidence;
use super::judge::Judge;
use super::paths::name;
use super::selection::{self, Selected, Selection};
use super::{environment, other_form, output, words};

/// So many files are judged before what was made of them is kept.
const BATCH: usize = 512;

/// The plans of folders, ready to be judged.
pub struct Desk {
    pub judge: Judge,
    pub selection: Selection,
}

impl Desk {
    /// Finds the plans. `as_of` is the day from which it is looked, and on which each plan is judged; without it each is judged on its own.
    pub fn open(folders: &[PathBuf], config: &ConfigArgs, as_of: Option<&str>, root: &Path) -> Result<Self, Stop> {
        let as_of = environment::as_of(as_of)?;
        let today = as_of.unwrap_or_else(environment::today);
        let config = ConfigArgs { config: config.config.clone(), no_config: config.no_config };
        let args = CheckArgs { plans: folders.to_vec(), config, ..CheckArgs::default() };
        let mut contexts = Contexts::new(&args, today);
        let terms = Terms { as_of, today, accounting: false, asked: Asked::All };
        let selection = selection::select(&args, &mut contexts, &terms, root)?;
        let judge = Judge {
            terms,
            stdin_name: None,
            evidence: Evidence::remembering(!selection.walked.others.is_empty()),
            doubles: Doubles::among(&selection.files, &selection.beside, &terms),
            advises: false,
        };
        Ok(Self { judge, selection })
    }

    /// Judges all plans, and keeps of each what `make` makes of it.
    pub fn each<T: Send>(&self, make: impl Fn(&Selected, Judgement) -> T + Sync) -> Result<Vec<T>, Stop> {
        self.each_of(|_| true, make)
    }

    /// Judges some plans.
    pub fn each_of<T: Send>(
        &self,
        asked: impl Fn(&Selected) -> bool,
        make: impl Fn(&Selected, Judgement) -> T + Sync,
    ) -> Result<Vec<T>, Stop> {
        let mut kept = Vec::new();
        let files: Vec<&Selected> = self.selection.files.iter().filter(|file| asked(file)).collect();
        for batch in files.chunks(BATCH) {
            let look = |file: &&Selected| -> Result<Option<T>, Stop> {
                Ok(match self.judge.look_whole(file)? {
                    Looked::Judged(judged) => Some(make(file, *judged)),
                    Looked::Other | Looked::Figures | Looked::Exceptions | Looked::Decisions => None,
                })
            };
            let found = batch.par_iter().map(look).collect::<Result<Vec<_>, Stop>>()?;
            kept.extend(found.into_iter().flatten());
        }
        Ok(kept)
    }

    /// Files that are, or may be, a plan in another form, with what is wrong with them; asked when all plans were judged, as
    /// these name their evidence.
    pub fn other_forms(&self) -> impl Iterator<Item = (&Path, Text)> {
        let issue = |path| other_form::issue(path, self.judge.evidence.names(path));
        self.selection
            .walked
            .others
            .iter()
            .filter_map(move |path| Some((path.as_path(), issue(path)?.1.problem.message)))
    }

    /// Complains about decisions that cannot be used, each file once; true when there are any.
    pub fn complain_of_decisions(&self, screen: Screen, catalog: &Catalog) -> bool {
        let mut told: Vec<&str> = Vec::new();
        for file in &self.selection.files {
            let Some((source, decisions)) = file.context.session.agreed.decisions.as_deref() else { continue };
            if !decisions.issues.is_empty() && !told.contains(&source.name.as_str()) {
                told.push(&source.name);
                output::complain(&report::human(&refused(source.clone(), &decisions.issues), screen, catalog));
            }
        }
        !told.is_empty()
    }

    /// Complains about what could not be looked at; true when there is any.
    pub fn complain(&self, catalog: &Catalog) -> bool {
        for path in &self.selection.missing {
            let help = Some(Text::new("path-missing-help"));
            words::complain(catalog, Text::new("path-missing").with("path", name(path)), help);
        }
        for path in &self.selection.not_put {
            let help = Some(Text::new("path-not-put-help"));
            words::complain(catalog, Text::new("path-not-put").with("path", name(path)), help);
        }
        for path in &self.selection.walked.unread {
            let help = Some(Text::new("path-unreadable-help"));
            words::complain(catalog, Text::new("path-unreadable").with("path", name(path)), help);
        }
        self.selection.is_partial()
    }
}
