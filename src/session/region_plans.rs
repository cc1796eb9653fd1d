//! The plans of a region: read from a folder, each with its own regioplan; one for each practice.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Text, worded};
use crate::model::{Regioplan, Sort};
use crate::plan;
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

worded! {
    /// What a file is that was not counted.
    pub enum SkippedSort {
        /// It seems to be a plan, and cannot be read.
        Unreadable = "unreadable", "region-skipped-unreadable";
        /// An older plan of a practice, or a second one for the year.
        Older = "older", "region-skipped-older";
        /// A plan of another region, or for another version.
        OtherRegion = "other-region", "region-skipped-other-region";
        /// No plan at all.
        NoPlan = "no-plan", "region-skipped-no-plan";
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
        self.reading.field("naam").unwrap_or_else(|| self.source.name.clone())
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
        self.skip(other, SkippedSort::OtherRegion, why);
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
        let year = |found: &Found| found.reading.plan.frame.year.map(|(year, _)| year);
        let years: BTreeMap<&String, Option<u8>> = newest.iter().map(|(key, found)| (key, year(found))).collect();
        let (twins, older): (Vec<Found>, Vec<Found>) = older.into_iter().partition(|found| {
            let key = found.reading.field("agb").unwrap_or_else(|| found.name());
            years.get(&key) == Some(&year(found))
        });
        drop(years);
        self.plans = newest.into_values().collect();
        self.plans.sort_by_cached_key(|found| (found.reading.field("naam"), found.source.name.clone()));
        self.skip(older, SkippedSort::Older, |_| Text::new("region-older"));
        self.skip(twins, SkippedSort::Older, |_| Text::new("region-double"));
    }

    fn skip(&mut self, plans: Vec<Found>, sort: SkippedSort, why: impl Fn(&Found) -> Text) {
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
    let unreadable = || skipped(Text::new("region-cannot-read"), SkippedSort::Unreadable);
    let Some(root) = document.root.as_ref().filter(|_| !document.mended) else {
        return if plan::may_be_plan(document.root.as_ref(), &source.text) {
            unreadable()
        } else {
            skipped(Text::new("region-cannot-read"), SkippedSort::NoPlan)
        };
    };
    if plan::is_figures(root) {
        return skipped(Text::new("region-figures-file"), SkippedSort::NoPlan);
    }
    let (frame, _) = plan::frame(root);
    if frame.regioplan.is_none() && frame.year.is_none() {
        return skipped(Text::new("region-no-practice-plan"), SkippedSort::NoPlan);
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
