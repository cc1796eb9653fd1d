//! The plans of a region: read from a folder, each with its own regioplan; one for each practice.

use std::collections::BTreeMap;

use crate::diagnostic::Text;
use crate::model::{Regioplan, Sort};
use crate::plan;
use crate::source::Source;

use super::judge::Session;
use super::reading::{Reading, Terms};
use super::stop::Stop;

/// A file that may hold a plan: its name, and its text, or why it cannot be read.
pub type PlanText = (String, Result<String, Text>);

/// A plan that was read, with the regioplan that judges it.
pub struct Found {
    pub source: Source,
    pub reading: Reading,
}

/// The plans of a folder, and the files that cannot be counted.
#[derive(Default)]
pub struct Gathered {
    pub plans: Vec<Found>,
    pub skipped: Vec<(String, Text)>,
}

impl Found {
    /// The name of the practice, else that of the file.
    #[must_use]
    pub fn name(&self) -> String {
        self.reading.field("naam").unwrap_or_else(|| self.source.name.clone())
    }
}

impl Gathered {
    /// Reads plans, each by the regioplan that it names.
    pub(super) fn of(files: Vec<PlanText>, session: &Session, terms: &Terms) -> Result<Self, Stop> {
        let mut gathered = Self::default();
        for (name, text) in files {
            match one(&name, text, session, terms)? {
                Ok(found) => gathered.plans.push(found),
                Err(reason) => gathered.skipped.push((name, reason)),
            }
        }
        Ok(gathered)
    }

    /// Only plans that the rules can be asked about stay; a werkplan asks nothing about plans but who they are.
    pub(super) fn keep(&mut self, model: &Regioplan) {
        let stays = |found: &mut Found| {
            let own = &found.reading.loaded.model;
            own.id == model.id && (model.sort == Sort::Werkplan || own.version == model.version)
        };
        let other: Vec<Found> = self.plans.extract_if(.., |found| !stays(found)).collect();
        self.skip(other, |found| Text::new("region-other").with("regioplan", found.reading.loaded.model.full_id()));
    }

    /// Only the newest plan of each practice stays, in order of name.
    pub(super) fn keep_newest(&mut self) {
        let mut older = Vec::new();
        let mut newest: BTreeMap<String, Found> = BTreeMap::new();
        for found in std::mem::take(&mut self.plans) {
            let key = found.reading.field("agb").unwrap_or_else(|| found.name());
            match newest.get(&key) {
                Some(old) if rank(old) >= rank(&found) => older.push(found),
                _ => older.extend(newest.insert(key, found)),
            }
        }
        self.plans = newest.into_values().collect();
        self.plans.sort_by_cached_key(|found| (found.reading.field("naam"), found.source.name.clone()));
        self.skip(older, |_| Text::new("region-older"));
    }

    fn skip(&mut self, plans: Vec<Found>, why: impl Fn(&Found) -> Text) {
        self.skipped.extend(plans.into_iter().map(|found| (found.source.name.clone(), why(&found))));
        self.skipped.sort_by(|a, b| a.0.cmp(&b.0));
    }
}

fn rank(found: &Found) -> impl Ord + use<> {
    let frame = &found.reading.plan.frame;
    (frame.year.map(|(year, _)| year), frame.handed_in.map(|(date, _)| date))
}

/// Reads one plan, or says why it does not count.
fn one(name: &str, text: Result<String, Text>, session: &Session, terms: &Terms) -> Result<Result<Found, Text>, Stop> {
    let refuse = |why| Ok(Err(Text::new(why)));
    let text = match text {
        Ok(text) => text,
        Err(why) => return Ok(Err(why)),
    };
    let source = Source::new(name, text);
    let document = plan::parse(&source.text);
    let Some(root) = document.root.as_ref().filter(|_| !document.mended) else { return refuse("region-cannot-read") };
    let (frame, _) = plan::frame(root);
    if frame.regioplan.is_none() && frame.year.is_none() {
        return refuse("region-no-practice-plan");
    }
    let reading = match session.read(&document, terms)? {
        Ok(reading) => reading,
        Err(issues) => {
            return Ok(Err(issues.last().map_or(Text::new("region-cannot-read"), |one| one.problem.message.clone())));
        }
    };
    if reading.plan.frame.year.is_none() || reading.plan.frame.start.is_none() {
        return refuse("region-without-year");
    }
    drop(document);
    Ok(Ok(Found { source, reading }))
}
