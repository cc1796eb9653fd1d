//! The plans of a region: read from a folder, each with its own regioplan; one for each practice.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Text;
use crate::model::{Regioplan, Sort};
use crate::plan::{self, mask_citizen_numbers};
use crate::source::Source;

use super::judge::Session;
use super::loaded::Loaded;
use super::reading::{Reading, Terms};
use super::stop::Stop;

/// A file that may hold a plan: its name, and its text, or why it cannot be read.
pub type PlanText = (String, Result<String, Text>);

/// A plan that was read, with the regioplan that judges it.
pub struct Found {
    pub source: Source,
    pub reading: Reading,
    /// Its number among the files.
    pub number: usize,
}

/// A file that was not counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Skipped {
    pub path: String,
    pub why: Text,
    pub sort: SkippedSort,
}

/// What a file is that was not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SkippedSort {
    /// It seems to be a plan, and cannot be read.
    Unreadable,
    /// An older plan of a practice, or a second one for the year.
    Older,
    /// A plan of another region, or for another version.
    OtherRegion,
    /// No plan at all.
    NoPlan,
}

impl SkippedSort {
    /// The stable word of the machine formats.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Older => "older",
            Self::OtherRegion => "other-region",
            Self::NoPlan => "no-plan",
        }
    }
}

/// What a file gave.
pub type ReadPlan = Result<Found, Skipped>;

/// The plans of a folder, and the files that cannot be counted.
#[derive(Default)]
pub struct Gathered {
    pub plans: Vec<Found>,
    pub skipped: Vec<Skipped>,
}

impl Found {
    /// The name of the practice, else that of the file.
    #[must_use]
    pub fn name(&self) -> String {
        let name = self.reading.field("naam").unwrap_or_else(|| self.source.name.clone());
        mask_citizen_numbers(&name).into_owned()
    }
}

impl Gathered {
    pub(super) fn of(read: Vec<ReadPlan>) -> Self {
        let mut gathered = Self::default();
        for one in read {
            match one {
                Ok(found) => gathered.plans.push(found),
                Err(skipped) => gathered.skipped.push(skipped),
            }
        }
        gathered
    }

    /// Only plans that the rules can be asked about stay; a werkplan asks nothing about plans but who they are. They are read as the
    /// one regioplan reads them, with what belongs beside it on the day on which the region is looked at.
    pub(super) fn keep(&mut self, loaded: &Arc<Loaded>) {
        let model: &Regioplan = &loaded.model;
        for found in &mut self.plans {
            let other = !Arc::ptr_eq(&found.reading.loaded, loaded) && found.reading.loaded.is_version_of(loaded);
            if let Some(read) = other.then(|| Reading::of(&plan::parse(&found.source.text), loaded)).flatten() {
                found.reading = read;
            }
        }
        let stays = |found: &mut Found| {
            let own = &found.reading.loaded.model;
            crate::value::same_name(&own.id, &model.id)
                && (model.sort == Sort::Werkplan || own.version == model.version)
        };
        let other: Vec<Found> = self.plans.extract_if(.., |found| !stays(found)).collect();
        let why = |found: &Found| Text::new("region-other").with("regioplan", found.reading.loaded.model.full_id());
        self.skip(other, why, SkippedSort::OtherRegion);
    }

    /// Only the newest plan of each practice stays, in order of name.
    pub(super) fn keep_newest(&mut self) {
        let key = |found: &Found| found.reading.field("agb").unwrap_or_else(|| found.name());
        let year = |found: &Found| found.reading.plan.frame.year.map(|(year, _)| year);
        let mut newest: BTreeMap<String, Found> = BTreeMap::new();
        let mut others = Vec::new();
        for found in std::mem::take(&mut self.plans) {
            match newest.get(&key(&found)) {
                Some(old) if rank(old) >= rank(&found) => others.push(found),
                _ => others.extend(newest.insert(key(&found), found)),
            }
        }
        let is_twin = |found: &Found| newest.get(&key(found)).is_some_and(|kept| year(kept) == year(found));
        let (twins, older): (Vec<Found>, Vec<Found>) = others.into_iter().partition(is_twin);
        self.plans = newest.into_values().collect();
        self.plans.sort_by_cached_key(|found| (found.reading.field("naam"), found.source.name.clone()));
        self.skip(older, |_| Text::new("region-older"), SkippedSort::Older);
        self.skip(twins, |_| Text::new("region-double"), SkippedSort::Older);
    }

    fn skip(&mut self, plans: Vec<Found>, why: impl Fn(&Found) -> Text, sort: SkippedSort) {
        let skipped = |found: Found| Skipped { why: why(&found), path: found.source.name, sort };
        self.skipped.extend(plans.into_iter().map(skipped));
        self.skipped.sort_by(|a, b| a.path.cmp(&b.path));
    }
}

fn rank(found: &Found) -> impl Ord + use<> {
    let frame = &found.reading.plan.frame;
    (frame.year.map(|(year, _)| year), frame.handed_in.map(|(date, _)| date))
}

/// Reads the plan in a file, or says why it does not count.
pub fn read_plan((name, text): PlanText, number: usize, session: &Session, terms: &Terms) -> Result<ReadPlan, Stop> {
    let skipped = |why, sort| Ok(Err(Skipped { path: name.clone(), why, sort }));
    let text = match text {
        Ok(text) => text,
        Err(why) => return skipped(why, SkippedSort::Unreadable),
    };
    let source = Source::new(&name, text);
    let document = plan::parse(&source.text);
    if document.root.as_ref().is_some_and(plan::is_figures) {
        return skipped(Text::new("region-figures-file"), SkippedSort::NoPlan);
    }
    if !plan::may_be_plan(document.root.as_ref(), &source.text) {
        return skipped(Text::new("region-no-practice-plan"), SkippedSort::NoPlan);
    }
    let unreadable = || skipped(Text::new("region-cannot-read"), SkippedSort::Unreadable);
    if document.root.is_none() || document.mended {
        return unreadable();
    }
    let reading = match session.read(&document, terms)? {
        Ok(reading) => reading,
        Err(issues) => match issues.last() {
            Some(last) => return skipped(last.problem.message.clone(), SkippedSort::Unreadable),
            None => return unreadable(),
        },
    };
    if reading.plan.frame.year.is_none() || reading.plan.frame.start.is_none() {
        return skipped(Text::new("region-without-year"), SkippedSort::Unreadable);
    }
    drop(document);
    Ok(Ok(Found { source, reading, number }))
}
