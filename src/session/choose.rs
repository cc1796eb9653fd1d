//! Which regioplan judges: the one of the user, else the one that a plan names.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::{Arg, Edit, Join, Repair, Text};
use crate::plan::{self, Frame, Issue, Named};
use crate::value::{name_distance, same_name};

use super::library::Library;
use super::loaded::{AnyLoaded, Loaded};
use super::moment::Moment;
use super::stop::{Broken, Stop};

/// What judges the plans of a check.
#[derive(Clone)]
pub enum Chosen {
    /// What each plan names; else this region, if there is one.
    ByPlan(Option<String>),
    /// A region; the version follows from the plan and its date.
    Region(String),
    /// One version for all.
    One(Arc<Loaded>),
}

/// A name of a regioplan, with the version behind `@` when there is one.
#[must_use]
pub fn with_version(given: &str) -> (&str, Option<&str>) {
    given.split_once('@').map_or((given, None), |(id, version)| (id, Some(version)))
}

impl Library {
    /// A regioplan by id, with its version or with the one that is valid on a date.
    pub fn by_name(&self, id: &str, version: Option<&str>, date: Date) -> Result<AnyLoaded, Stop> {
        let documents = self.documents(id);
        if documents.is_empty() {
            let (message, help) = self.unknown(id);
            return Err(Stop::Said(message, Some(help)));
        }
        let sound = sound(documents.into_iter().map(Result::as_ref))?;
        let for_practices = |one: &&&AnyLoaded| one.regioplan().is_some();
        let is_valid = |one: &&&AnyLoaded| one.regioplan().is_some_and(|one| is_valid(one, date));
        let found = match version {
            Some(version) => sound.iter().find(|one| one.judged().version == version),
            None => {
                sound.iter().find(is_valid).or_else(|| sound.iter().rev().find(for_practices)).or_else(|| sound.last())
            }
        };
        let found = found.ok_or_else(|| {
            let text = Text::new("version-unknown").with("id", id).with("version", version.unwrap_or(""));
            Stop::Said(text, Some(Text::new("version-unknown-help").with("versions", ranges(of_any(&sound)))))
        })?;
        self.any_beside(found, date)
    }

    /// All regioplannen, each with the aanvullingen that belong beside it on a day; stops at one that does not load.
    pub fn all_beside(&self, date: Date) -> Result<Vec<AnyLoaded>, Stop> {
        self.all_sound()?.into_iter().map(|loaded| self.any_beside(loaded, date)).collect()
    }

    /// All regioplannen; stops at one that does not load.
    pub fn all_sound(&self) -> Result<Vec<&AnyLoaded>, Stop> {
        sound(self.all().into_iter().map(Result::as_ref))
    }

    /// Stops when nothing is known of a region.
    pub fn must_know(&self, id: &str) -> Result<(), Stop> {
        if !self.versions(id).is_empty() {
            return Ok(());
        }
        let (message, help) = self.unknown(id);
        Err(Stop::Said(message, Some(help)))
    }

    /// The regioplan for a plan, with what belongs beside it on the day of the plan.
    pub fn for_plan(
        &self,
        chosen: &Chosen,
        frame: &Frame,
        date: Date,
        accounting: bool,
    ) -> Result<Result<Arc<Loaded>, Issue>, Stop> {
        match self.alone_for_plan(chosen, frame, date)? {
            Ok(found) => self.beside_at(&found, Moment::of(&found.model.programme, frame, date, accounting)).map(Ok),
            Err(issue) => Ok(Err(issue)),
        }
    }

    /// The regioplan for a plan: the one of the user, else the one that the plan names.
    pub(super) fn alone_for_plan(
        &self,
        chosen: &Chosen,
        frame: &Frame,
        date: Date,
    ) -> Result<Result<Arc<Loaded>, Issue>, Stop> {
        let named = match chosen {
            Chosen::One(loaded) => return Ok(Ok(Arc::clone(loaded))),
            Chosen::Region(id) => Some(of_region(id, frame)),
            Chosen::ByPlan(region) => {
                let default = region.as_ref().map(|id| Named { id: id.clone(), version: None, span: frame.top });
                frame.regioplan.clone().or(default)
            }
        };
        let Some(named) = named else {
            let known = Arg::words(self.ids(), Join::Comma);
            let issue = Issue::new("verplicht-veld", frame.top, Text::new("region-missing"));
            let is_plan = frame.start.is_some() || frame.year.is_some() || !frame.unread.is_empty();
            let help = if is_plan { "region-missing-help" } else { "region-missing-new-help" };
            return Ok(Err(issue.help(Text::new(help).with("names", known))));
        };
        let versions = self.versions(&named.id);
        if versions.is_empty() {
            let (message, help) = self.unknown(&named.id);
            let issue = Issue::new("regioplan-onbekend", named.span, message);
            return Ok(Err(match self.as_people_say(&named) {
                Some(name) => {
                    let edits = vec![Edit::new(named.span, name.clone())];
                    let repair = Repair { edits, certain: false };
                    issue.help(Text::new("did-you-mean").with("name", name)).repair(repair)
                }
                None => issue.help(help),
            }));
        }
        let sound = sound(versions)?;
        let found = match &named.version {
            Some(version) => sound.iter().find(|one| one.judged.version == *version),
            None => sound.iter().find(|one| is_valid(one, date)),
        };
        Ok(found.map(|found| Arc::clone(found)).ok_or_else(|| {
            let issue = no_version(&named, frame, date, &sound);
            let meant =
                named.version.as_ref().and_then(|_| self.as_people_say(&named)).filter(|name| name.contains('@'));
            match meant {
                Some(name) => {
                    let repair = Repair { edits: vec![Edit::new(named.span, name.clone())], certain: false };
                    issue.help(Text::new("did-you-mean").with("name", name)).repair(repair)
                }
                None => issue,
            }
        }))
    }

    /// The regioplan that somebody names as people do: by what the region is called, with words around it, and a version if one is
    /// named.
    fn as_people_say(&self, named: &Named) -> Option<String> {
        let given = format!("{} {}", named.id, named.version.as_deref().unwrap_or(""));
        let said = plan::bare_name(&given.replace('&', " en "));
        let called = |id: &&String| {
            let labels =
                self.versions(id).into_iter().filter_map(Result::ok).map(|one| one.model.contents.name.clone());
            labels.chain([(*id).clone()]).any(|name| {
                let name = plan::bare_name(&name);
                !name.is_empty() && said.contains(&name)
            })
        };
        let ids = self.ids();
        let mut found = ids.iter().filter(called);
        let id = found.next().filter(|_| found.next().is_none())?;
        let versions: Vec<String> =
            self.versions(id).into_iter().filter_map(Result::ok).map(|one| one.judged.version.clone()).collect();
        let mut said_version = versions.iter().filter(|version| said.contains(&plan::bare_name(version)));
        let version = said_version.next().filter(|_| said_version.next().is_none());
        Some(version.map_or_else(|| id.clone(), |version| format!("{id}@{version}")))
    }

    fn unknown(&self, id: &str) -> (Text, Text) {
        let ids = self.ids();
        let near =
            ids.iter().map(|known| (name_distance(id, known), known)).filter(|(distance, _)| *distance <= 4).min();
        let help = match near {
            Some((_, near)) => Text::new("did-you-mean").with("name", near),
            None => Text::new("region-unknown-help").with("names", Arg::words(&ids, Join::Comma)),
        };
        (Text::new("region-unknown").with("name", id), help)
    }
}

fn is_valid(loaded: &Loaded, date: Date) -> bool {
    loaded.model.valid.0 <= date && date <= loaded.model.valid.1
}

fn sound<'a, T>(loads: impl IntoIterator<Item = Result<&'a T, &'a Arc<Broken>>>) -> Result<Vec<&'a T>, Stop> {
    loads.into_iter().map(|load| load.map_err(|broken| Stop::Broken(Arc::clone(broken)))).collect()
}

/// Versions of whatever sort, with the days on which they are in force.
fn of_any<'a>(all: &'a [&AnyLoaded]) -> impl Iterator<Item = (&'a str, Option<(Date, Date)>)> {
    all.iter().map(|one| (one.judged().version.as_str(), one.model().valid()))
}

/// The versions with the days that they judge.
fn ranges<'a>(versions: impl Iterator<Item = (&'a str, Option<(Date, Date)>)>) -> Arg {
    let range = |(version, valid): (&str, Option<(Date, Date)>)| match valid {
        Some((from, to)) => {
            Arg::Text(Text::new("version-range").with("version", version).with("from", from).with("to", to))
        }
        None => Arg::from(version),
    };
    Arg::List(versions.map(range).collect(), Join::Comma)
}

/// No version of a region is the one that is named, or is valid on the day.
fn no_version(named: &Named, frame: &Frame, date: Date, known: &[&Arc<Loaded>]) -> Issue {
    let (check, message, help) = match &named.version {
        Some(version) => (
            "regioplan-onbekend",
            Text::new("version-unknown").with("id", &named.id).with("version", version),
            Text::new("version-unknown-help"),
        ),
        None => (
            "regioplan-niet-geldig",
            match frame.regioplan.as_ref().filter(|own| !same_name(&own.id, &named.id)) {
                Some(own) => Text::new("no-version-valid-asked").with("named", &own.id),
                None => Text::new("no-version-valid"),
            }
            .with("id", &named.id)
            .with("date", date),
            // An accounting follows the version that judged the plan, also when that is over: but it must be named.
            match frame.accounting {
                Some((true, _)) => Text::new("no-version-valid-accounting-help").with("id", &named.id),
                Some((false, _)) | None => Text::new("no-version-valid-help"),
            },
        ),
    };
    Issue::new(check, named.span, message).help(
        help.with("versions", ranges(known.iter().map(|one| (one.judged.version.as_str(), Some(one.model.valid))))),
    )
}

/// The region of the user, with the version that the plan names for it.
fn of_region(id: &str, frame: &Frame) -> Named {
    match &frame.regioplan {
        Some(named) if same_name(&named.id, id) => named.clone(),
        Some(named) => Named { id: id.to_owned(), version: None, span: named.span },
        None => Named { id: id.to_owned(), version: None, span: frame.top },
    }
}
