//! The plans of a region: read from a folder, each with its own regioplan; one for each practice.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::{Text, worded};
use crate::plan::{self, mask_citizen_numbers};
use crate::source::Source;

use super::judge::Session;
use super::loaded::Loaded;
use super::post::Reached;
use super::reading::{Reading, Terms};
use super::region_by::RegionBy;
use super::region_year::expected;
use super::stop::Stop;
use super::whose::{Members, alike, is_one_name};

/// A file that may hold a plan: its name, and its text, or why it cannot be read.
pub type PlanText = (String, Result<String, Text>);

/// A plan that was read, with the regioplan that judges it.
pub struct Found {
    pub source: Source,
    /// Apart, for many plans are sorted and put together by whose they are.
    pub reading: Box<Reading>,
    /// Its number among the files.
    pub number: usize,
    /// Which practice on the list of the region handed it in.
    pub whose: Option<usize>,
    /// Its plan for the calendar year that is looked at, when this one is for a later year.
    pub of_year: Option<Box<Found>>,
    /// The plan as the rules over the region read it, where another aanvulling belongs beside those than on the day of the plan.
    together: Option<Box<Reading>>,
}

/// A file that was not counted.
#[derive(Clone, Debug)]
pub struct Skipped {
    pub path: String,
    pub why: Text,
    pub sort: SkippedSort,
    /// The text of a plan that cannot be read: it can still say whose it is.
    pub source: Option<Box<Source>>,
}

worded! {
    /// What a file is that was not counted.
    pub enum SkippedSort {
        /// It seems to be a plan, and cannot be read.
        Unreadable = "unreadable";
        /// An older plan of a practice, or a second one for the year.
        Older = "older";
        /// A plan of another region, or for another version.
        OtherRegion = "other-region";
        /// No plan at all.
        NoPlan = "no-plan";
    }
}

/// What a file gave.
pub type ReadPlan = Result<Found, Skipped>;

/// The plans of a folder, and the files that cannot be counted.
#[derive(Default)]
pub struct Gathered {
    pub plans: Vec<Found>,
    pub skipped: Vec<Skipped>,
    /// Practices on the list of the region that handed in a plan, though it is not sure which.
    pub handed_in: BTreeSet<usize>,
    /// Plans by another version of the regioplan, of practices that have none by this one.
    pub elsewhere: Vec<Found>,
    /// Plans that may be of one practice, by the name of it: nothing else in them tells.
    pub alike: Vec<(String, Vec<String>)>,
}

impl Found {
    /// The name of the practice, else that of the file.
    #[must_use]
    pub fn name(&self) -> String {
        let name = self.reading.field("naam").unwrap_or_else(|| self.source.name.clone());
        mask_citizen_numbers(&name).into_owned()
    }

    /// The plan that counts in the calendar year that is looked at, as the rules over the region read it.
    #[must_use]
    pub fn counted(&self) -> &Reading {
        let found = self.of_year.as_deref().unwrap_or(self);
        found.together.as_deref().unwrap_or(&found.reading)
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

    /// Only plans that the rules can be asked about stay; a werkplan asks nothing about plans but who they are. Each is judged with what
    /// belongs beside its regioplan on its own day; the rules over the region read it with what does on the day of the region.
    pub(super) fn keep(&mut self, loaded: &RegionBy) {
        let others: Vec<Found> = match loaded {
            RegionBy::Regioplan(loaded) => {
                self.read_together(loaded);
                let is_other = |found: &mut Found| !found.reading.loaded.is_version_of(loaded);
                let others: Vec<Found> = self.plans.extract_if(.., is_other).collect();
                let (elsewhere, others) = others.into_iter().partition(|found| found.reading.loaded.is_of(loaded));
                self.elsewhere = elsewhere;
                others
            }
            RegionBy::Werkplan(loaded) => {
                self.plans.extract_if(.., |found| !found.reading.loaded.is_of(loaded)).collect()
            }
        };
        self.skip_others(&others);
    }

    fn read_together(&mut self, loaded: &Arc<Loaded>) {
        for found in &mut self.plans {
            let other = !Arc::ptr_eq(&found.reading.loaded, loaded) && found.reading.loaded.is_version_of(loaded);
            if let Some(read) = other.then(|| Reading::of(&plan::parse(&found.source.text), loaded)).flatten() {
                found.together = Some(Box::new(read));
            }
        }
    }

    fn skip_others(&mut self, others: &[Found]) {
        let why = |found: &Found| Text::new("region-other").with("regioplan", found.reading.loaded.judged.full_id());
        self.skip(others, why, SkippedSort::OtherRegion);
    }

    /// What was handed in by another version of the regioplan is looked at by that one. It is told; and who has a plan by this version
    /// too stands there with that one alone.
    pub(super) fn keep_elsewhere(&mut self, members: &Members) {
        let others = std::mem::take(&mut self.elsewhere);
        self.skip_others(&others);
        let said = |found: &Found| (found.reading.field("agb"), found.reading.field("naam"));
        let own: BTreeSet<(Option<String>, Option<String>)> = self.plans.iter().map(said).collect();
        let has = |agb: &Option<String>, name: &Option<String>| match agb {
            Some(agb) => own.iter().any(|(own, _)| own.as_ref() == Some(agb)),
            None => own.iter().any(|(_, own)| own.is_some() && own == name),
        };
        for found in others {
            let (agb, name) = said(&found);
            let member = members.meant(agb.as_deref(), name.as_deref());
            if !has(&agb, &name) && member.is_none_or(|at| !self.handed_in.contains(&at)) {
                self.elsewhere.push(found);
            }
        }
        let meant = |found: &Found| {
            let (agb, name) = said(found);
            members.meant(agb.as_deref(), name.as_deref())
        };
        self.handed_in.extend(self.elsewhere.iter().filter_map(meant));
    }

    /// The newest plan of each practice stays, in order of name, and beside it that of the calendar year. Plans with one code are of
    /// one practice, unless their names say otherwise.
    pub(super) fn keep_newest(&mut self, members: &Members, calendar_year: i16) {
        let year = |found: &Found| found.reading.plan.frame.year.map(|(year, _)| year);
        let is_of_year = |found: &Found| {
            year(found).is_some()
                && year(found) == expected(&found.reading.loaded.model.programme, &found.reading.plan, calendar_year)
        };
        let (mut twins, mut older) = (Vec::new(), Vec::new());
        for (key, mut group) in self.grouped(members) {
            // Of equals the first stays.
            group.sort_by_key(|found| std::cmp::Reverse(rank(found)));
            let mut kept: Vec<Found> = Vec::new();
            for found in group {
                match kept.iter_mut().find(|newer| is_same_practice(newer, &found)) {
                    Some(newer) if year(newer) == year(&found) => twins.push(found),
                    Some(newer) if is_of_year(&found) => match &newer.of_year {
                        None => newer.of_year = Some(Box::new(found)),
                        Some(_) => twins.push(found),
                    },
                    Some(_) => older.push(found),
                    None => kept.push(found),
                }
            }
            let nameless: Vec<&Found> = kept.iter().filter(|found| found.reading.field("agb").is_none()).collect();
            if let (Some(first), true) = (nameless.first(), kept.len() > 1) {
                let paths = kept.iter().map(|found| mask_citizen_numbers(&found.source.name).into_owned());
                let mut paths: Vec<String> = paths.collect();
                paths.sort();
                self.alike.push((first.name(), paths));
            }
            if let Key::Member(at) = key {
                let alone = kept.len() == 1;
                for found in &mut kept {
                    let can_be = |name: Option<String>| members.can_be_called(at, name.as_deref());
                    let is_own = alone || found.reading.field("agb").is_some() && can_be(found.reading.field("naam"));
                    found.whose = is_own.then_some(at);
                }
                self.handed_in.insert(at);
            }
            self.plans.append(&mut kept);
        }
        // Of more practices with one name nobody can tell which plan is whose: each has one when there are as many.
        let nameless = self.plans.iter().filter(|found| found.whose.is_none() && found.reading.field("agb").is_none());
        let names: Vec<String> = nameless.map(Found::name).collect();
        for name in &names {
            let called = members.called(name);
            if called.len() > 1 && names.iter().filter(|other| *other == name).count() >= called.len() {
                self.handed_in.extend(called);
            }
        }
        self.plans.sort_by_cached_key(|found| (found.reading.field("naam"), found.source.name.clone()));
        self.skip(&older, |_| Text::new("region-older"), SkippedSort::Older);
        self.skip(&twins, |_| Text::new("region-double"), SkippedSort::Older);
    }

    /// The plans by whose they are: the practice on the list, else their code, else their name.
    fn grouped(&mut self, members: &Members) -> BTreeMap<Key, Vec<Found>> {
        let plans = std::mem::take(&mut self.plans);
        let said = |found: &Found| (found.reading.field("agb"), found.reading.field("naam"));
        let meant = |found: &Found| {
            let (agb, name) = said(found);
            members.meant(agb.as_deref(), name.as_deref()).map(|at| (at, members.with_code(agb.as_deref()) == Some(at)))
        };
        let by_code: BTreeSet<usize> =
            plans.iter().filter_map(meant).filter(|(_, code)| *code).map(|(at, _)| at).collect();
        let mut groups: BTreeMap<Key, Vec<Found>> = BTreeMap::new();
        for found in plans {
            let key = match (meant(&found), said(&found).0) {
                // Somebody else has the code of the practice with this name.
                (Some((at, false)), Some(agb)) if by_code.contains(&at) => Key::Code(agb),
                (Some((at, _)), _) => Key::Member(at),
                (None, Some(agb)) => Key::Code(agb),
                (None, None) => Key::Name(found.name()),
            };
            groups.entry(key).or_default().push(found);
        }
        groups
    }

    fn skip(&mut self, plans: &[Found], why: impl Fn(&Found) -> Text, sort: SkippedSort) {
        let skipped = |found: &Found| Skipped { why: why(found), path: found.source.name.clone(), sort, source: None };
        self.skipped.extend(plans.iter().map(skipped));
        self.skipped.sort_by(|a, b| a.path.cmp(&b.path));
    }
}

/// What plans are of one practice by.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Member(usize),
    Code(String),
    Name(String),
}

fn rank(found: &Found) -> impl Ord + use<> {
    let frame = &found.reading.plan.frame;
    (frame.year.map(|(year, _)| year), frame.handed_in.map(|(date, _)| date))
}

/// Whether plans with one code are of one practice: their names can be of one, and in one year are one. That both chose the same says nothing: in one region many
/// do. Where a plan has no code, they are when nothing in them says otherwise.
fn is_same_practice(newer: &Found, older: &Found) -> bool {
    let code = |found: &Found| found.reading.field("agb");
    if (code(newer).is_none() || code(older).is_none()) && differs(&newer.reading, &older.reading) {
        return false;
    }
    let names = newer.reading.field("naam").zip(older.reading.field("naam"));
    let of_one = if of_one_year(&newer.reading, &older.reading) { is_one_name } else { alike };
    names.is_none_or(|(one, other)| of_one(&one, &other))
}

fn of_one_year(newer: &Reading, older: &Reading) -> bool {
    let year = |reading: &Reading| reading.plan.frame.year.map(|(year, _)| year);
    year(newer) == year(older)
}

/// Whether two plans cannot surely be of one practice, whatever its name: they begin in another quarter, or in one year other
/// people write them.
fn differs(newer: &Reading, older: &Reading) -> bool {
    let start = |reading: &Reading| reading.plan.frame.start.map(|(start, _)| start);
    let people = || Reached::at_practice(newer).zip(Reached::at_practice(older));
    start(newer) != start(older)
        || of_one_year(newer, older) && people().is_some_and(|(one, other)| one.in_one() != other.in_one())
}

/// Reads the plan in a file, or says why it does not count.
pub fn read_plan((name, text): PlanText, number: usize, session: &Session, terms: &Terms) -> Result<ReadPlan, Stop> {
    let skipped = |why, sort| Ok(Err(Skipped { path: name.clone(), why, sort, source: None }));
    let text = match text {
        Ok(text) => text,
        Err(why) => return skipped(why, SkippedSort::Unreadable),
    };
    let source = Source::new(&name, text);
    let unread = |why| {
        let (path, source) = (name.clone(), Some(Box::new(source.clone())));
        Ok(Err(Skipped { path, why, sort: SkippedSort::Unreadable, source }))
    };
    let document = plan::parse(&source.text);
    if document.root.as_ref().is_some_and(plan::is_figures) {
        return skipped(Text::new("region-figures-file"), SkippedSort::NoPlan);
    }
    if !plan::may_be_plan(document.root.as_ref(), &source.text) {
        return skipped(Text::new("region-no-practice-plan"), SkippedSort::NoPlan);
    }
    let unreadable = || unread(Text::new("region-cannot-read"));
    if document.root.is_none() || document.mended {
        return unreadable();
    }
    let reading = match session.read(&document, terms)? {
        Ok(reading) => reading,
        Err(issues) => match issues.last() {
            Some(last) => return unread(last.problem.message.clone()),
            None => return unreadable(),
        },
    };
    if let Some(why) = without_frame(&reading) {
        return unread(why);
    }
    drop(document);
    Ok(Ok(Found { source, reading: Box::new(reading), number, whose: None, of_year: None, together: None }))
}

/// What is wrong with the year or the start quarter of a plan that has none.
fn without_frame(reading: &Reading) -> Option<Text> {
    let frame = &reading.plan.frame;
    let key = match (frame.year, frame.start) {
        (None, _) => "jaar",
        (_, None) => "startkwartaal",
        (Some(_), Some(_)) => return None,
    };
    let told = reading.plan.issues.iter().find(|issue| issue.trail == key);
    Some(told.map_or_else(|| Text::new("region-without").with("key", key), |issue| issue.problem.message.clone()))
}
