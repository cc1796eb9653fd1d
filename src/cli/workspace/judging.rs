//! The plans of the editor: judged as `mtvp check` judges them, by the settings and the regioplannen that hold in their folder.

use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::Severity;
use crate::editor::{Place, gap};
use crate::plan;
use crate::session::{self, AnyLoaded, Asked, Finding, Judgement, Loaded, Looked, Stop, Terms};
use crate::source::{Source, Span};

use super::super::args::{CheckArgs, ConfigArgs};
use super::super::context::{Context, Contexts};
use super::super::environment;
use super::super::evidence::Evidence;
use super::super::judge::Judge;
use super::super::paths::{folder_of, name, shown};
use super::super::selection::Selected;
use super::{Open, Workspace, disk};

impl Workspace<'_> {
    /// A plan, judged as `mtvp check` judges it, with what to choose when somebody reads that; nothing when the text is no plan.
    pub(super) fn judged(&mut self, path: &Path, text: String, advises: bool) -> Result<Option<Judgement>, Stop> {
        let folder = folder_of(path).to_path_buf();
        let context = self.context(&folder)?;
        let doubles = self.doubles(path, &text, &context);
        let today = environment::today();
        let file =
            Selected { path: path.to_path_buf(), folder: Arc::from(shown(&self.root, &folder)), context, named: false };
        let judge = Judge {
            terms: Terms { as_of: None, today, accounting: false, asked: Asked::All },
            stdin_name: None,
            evidence: Evidence::remembering(false),
            doubles,
            advises,
        };
        let source = Source::new(name(path), text);
        Ok(match judge.text(&file, &source)? {
            Looked::Judged(mut judged) => {
                if advises {
                    session::advise(&mut judged);
                }
                Some(*judged)
            }
            Looked::Other | Looked::Figures | Looked::Exceptions | Looked::Decisions => None,
        })
    }

    /// Whether the check would take a kind of choice in the place of the word at a place of a plan.
    pub(super) fn takes(&mut self, path: &Path, text: &str, place: &Place, word: &str) -> bool {
        let before = text.get(..place.start).unwrap_or("");
        let behind = text.get(place.start + place.word.len()..).unwrap_or("");
        let gap = gap(text, place.start);
        let start = place.start + gap.len();
        let at = Span::new(start, start + word.len());
        match self.judged(path, [before, gap, word, behind].concat(), false) {
            Ok(Some(judged)) => {
                let refused = |one: &Finding| one.built_in && one.severity <= Severity::Warning && one.span == at;
                !judged.report.findings.iter().any(refused)
            }
            // Nothing is known of a text that cannot be judged.
            Ok(None) | Err(_) => true,
        }
    }

    /// What holds for the files of a folder, with the regioplannen as they are open.
    pub(super) fn context(&mut self, folder: &Path) -> Result<Arc<Context>, Stop> {
        if let Some(known) = self.now.get(folder) {
            return Ok(Arc::clone(known));
        }
        let known = if let Some(known) = self.contexts.get(folder) {
            Arc::clone(known)
        } else {
            // No settings hold for a text that stands nowhere.
            let config = ConfigArgs { no_config: folder == Path::new("."), config: None };
            let args = CheckArgs { plans: self.roots.clone(), config, ..CheckArgs::default() };
            let found = Contexts::new(&args, environment::today()).of(folder)?;
            self.read.note(disk::behind(&found, folder));
            self.contexts.insert(folder.to_path_buf(), Arc::clone(&found));
            found
        };
        let now = match self.as_open(&known.session.library)? {
            Some(library) => Arc::new(known.with(library)),
            None => known,
        };
        self.now.insert(folder.to_path_buf(), Arc::clone(&now));
        Ok(now)
    }

    /// The regioplannen that a plan can name, each with the name of its region.
    pub(super) fn known(&self, open: &Open) -> Vec<(String, String)> {
        let Some(context) = self.now.get(folder_of(&open.path)) else { return Vec::new() };
        let all = context.session.library.all().into_iter().filter_map(|load| load.as_ref().ok());
        let judging = all.filter_map(AnyLoaded::regioplan).map(|loaded| &loaded.model.contents);
        judging.map(|model| (model.full_id(), model.name.clone())).collect()
    }

    /// The regioplan that a plan names, also when the plan cannot be judged.
    pub(super) fn named(&self, open: &Open) -> Option<Arc<Loaded>> {
        let document = plan::parse(&open.text);
        let root = document.root.as_ref().or(document.guess.as_ref())?;
        let frame = plan::frame(root).0;
        let context = self.now.get(folder_of(&open.path))?;
        let session = &context.session;
        let day = frame.handed_in.map_or_else(environment::today, |(date, _)| date);
        session.library.for_plan(&session.chosen, &frame, day, false).ok()?.ok()
    }
}
