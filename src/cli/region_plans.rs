//! The plans of a region: read from a folder, each with its own regioplan; one for each practice.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::Text;
use crate::model::{PRACTICE, Regioplan, Sort};
use crate::plan::{self, Plan};
use crate::source::Source;

use super::choose::{self, Stop, for_plan};
use super::files::{self, NoFiles};
use super::library::{Library, Loaded};

/// A plan that was read, with the regioplan that judges it.
pub struct Found {
    pub source: Source,
    pub path: PathBuf,
    pub plan: Plan,
    pub loaded: Arc<Loaded>,
}

/// The plans of a folder, and the files that cannot be counted.
pub struct Gathered {
    pub plans: Vec<Found>,
    pub skipped: Vec<(String, Text)>,
}

impl Gathered {
    /// Only plans that the rules can be asked about stay; a werkplan asks nothing about plans but who they are.
    pub fn keep(&mut self, model: &Regioplan) {
        let (kept, other): (Vec<Found>, Vec<Found>) = std::mem::take(&mut self.plans).into_iter().partition(|found| {
            found.loaded.model.id == model.id
                && (model.sort == Sort::Werkplan || found.loaded.model.version == model.version)
        });
        self.plans = kept;
        self.skipped.extend(other.into_iter().map(|found| {
            let text = Text::new("region-other").with("regioplan", found.loaded.model.full_id());
            (found.source.name.clone(), text)
        }));
        self.skipped.sort_by(|a, b| a.0.cmp(&b.0));
    }
}

/// The files below a folder that may be plans, with their texts; the figures are not among them.
pub fn listed(folder: &Path, figures: Option<&Path>) -> Result<Vec<(PathBuf, files::Text)>, Stop> {
    let (paths, missing) = files::find(&[folder.to_path_buf()]).map_err(|NoFiles::Unreadable(path)| {
        let message = Text::new("path-unreadable").with("path", path.display().to_string());
        Stop::Said(message, Some(Text::new("path-unreadable-help")))
    })?;
    if let Some(path) = missing.first() {
        let text = Text::new("path-missing").with("path", path.display().to_string());
        return Err(Stop::Said(text, Some(Text::new("path-missing-help"))));
    }
    let plans = paths.into_iter().filter(|path| Some(path.as_path()) != figures);
    let read = |path: PathBuf| {
        // What cannot be opened is left out with the files that cannot be read.
        let text = files::read(&path).unwrap_or(files::Text::NotUtf8(String::new(), 0));
        (path, text)
    };
    Ok(plans.map(read).collect())
}

/// Reads plans, each by the regioplan that it names.
pub fn gather(files: Vec<(PathBuf, files::Text)>, library: &Library, reference: Date) -> Result<Gathered, Stop> {
    let mut gathered = Gathered { plans: Vec::new(), skipped: Vec::new() };
    for (path, text) in files {
        let name = path.display().to_string();
        match one(&path, text, library, reference)? {
            Ok(found) => gathered.plans.push(found),
            Err(reason) => gathered.skipped.push((name, reason)),
        }
    }
    Ok(gathered)
}

/// Reads one plan, or says why it does not count.
fn one(path: &Path, text: files::Text, library: &Library, reference: Date) -> Result<Result<Found, Text>, Stop> {
    let name = path.display().to_string();
    let files::Text::Read(text) = text else { return Ok(Err(Text::new("region-cannot-read"))) };
    let source = Source::new(name, text);
    let document = plan::parse(&source.text);
    let Some(root) = &document.root else { return Ok(Err(Text::new("region-cannot-read"))) };
    let (frame, _) = plan::frame(root);
    if frame.regioplan.is_none() && frame.year.is_none() {
        return Ok(Err(Text::new("region-no-practice-plan")));
    }
    let date = frame.handed_in.map_or(reference, |(date, _)| date);
    let loaded = match for_plan(library, &choose::Chosen::ByPlan(None), &frame, date)? {
        Ok(loaded) => loaded,
        Err(issue) => return Ok(Err(issue.problem.message.clone())),
    };
    let Some(plan) = plan::read(&document, &loaded.model, library.elsewhere()) else {
        return Ok(Err(Text::new("region-cannot-read")));
    };
    if plan.frame.year.is_none() || plan.frame.start.is_none() {
        return Ok(Err(Text::new("region-without-year")));
    }
    drop(document);
    Ok(Ok(Found { source, path: path.to_path_buf(), plan, loaded }))
}

/// The newest plan of each practice, in order of name; and the older ones, which do not count.
pub fn latest(plans: Vec<Found>) -> (Vec<Found>, Vec<Found>) {
    let mut older = Vec::new();
    let mut newest: BTreeMap<String, Found> = BTreeMap::new();
    for found in plans {
        let key = field(&found, "agb").or_else(|| field(&found, "naam")).unwrap_or_else(|| found.source.name.clone());
        let rank =
            |one: &Found| (one.plan.frame.year.map(|(year, _)| year), one.plan.frame.handed_in.map(|(date, _)| date));
        match newest.get(&key) {
            Some(old) if rank(old) >= rank(&found) => older.push(found),
            _ => older.extend(newest.insert(key, found)),
        }
    }
    let mut all: Vec<Found> = newest.into_values().collect();
    all.sort_by_cached_key(|found| (field(found, "naam"), found.source.name.clone()));
    (all, older)
}

/// A text of the practice.
pub fn field(found: &Found, name: &str) -> Option<String> {
    let index = found.loaded.model.record(PRACTICE)?.position(name)?;
    found.plan.practice.text(index).map(str::to_owned)
}
