//! Aanvullingen: which of them belong beside a regioplan, which are in force on a day, and the model that all of it makes.
//!
//! Input: a regioplan, a day, what its head names and what the settings name. Output: the regioplan with the data and the
//! rules of the aanvullingen in it; it judges as any other does.

use std::sync::{Arc, PoisonError};

use jiff::civil::Date;

use crate::compile::{Composed, Written, compose};
use crate::diagnostic::{Arg, Join, Problem, Severity, Text};
use crate::model::{Aanvulling, FIXED_RECORDS, Regioplan, Resting, Supplement};
use crate::plan::{self, Document};
use crate::source::{Source, Span};

use super::asked::AskedBeside;
use super::choose::Chosen;
use super::library::Library;
use super::loaded::{AnyLoaded, Judged, LoadTogether, Loaded};
use super::moment::Moment;
use super::reading::Reading;
use super::stop::{Broken, Stop};

/// An aanvulling, as it was loaded.
type LoadedSupplement = Arc<Loaded<Aanvulling>>;

/// What belongs beside a regioplan on a day.
#[derive(Default)]
struct Beside<'a> {
    in_force: Vec<&'a LoadedSupplement>,
    resting: Vec<&'a LoadedSupplement>,
}

impl Library {
    /// A regioplan with the aanvullingen that belong beside it on a day. What it does not fit with is told.
    pub fn beside(&self, loaded: &Arc<Loaded>, day: Date) -> Result<Arc<Loaded>, Stop> {
        self.beside_at(loaded, Moment { day, accounted: None })
    }

    /// The same of whatever stands there: only a regioplan has aanvullingen beside it.
    pub fn any_beside(&self, loaded: &AnyLoaded, day: Date) -> Result<AnyLoaded, Stop> {
        match loaded {
            AnyLoaded::Regioplan(one) => self.beside(one, day).map(AnyLoaded::Regioplan),
            AnyLoaded::Leidraad(_) | AnyLoaded::Werkplan(_) | AnyLoaded::Aanvulling(_) => Ok(loaded.clone()),
        }
    }

    /// The same for a plan. The accounting for a year follows the version that judged its plan, also when that is over.
    pub(super) fn beside_at(&self, loaded: &Arc<Loaded>, at: Moment) -> Result<Arc<Loaded>, Stop> {
        let base = loaded.alone.as_ref().unwrap_or(loaded);
        let named = self.heeds_heads() && !base.model.beside.is_empty();
        if !named && self.asked().is_empty() {
            return Ok(Arc::clone(base));
        }
        let found = self.found(base, at)?;
        if found.in_force.is_empty() && found.resting.is_empty() {
            return Ok(Arc::clone(base));
        }
        let in_force = found.in_force.iter().map(|one| name_of(one));
        let resting = found.resting.iter().map(|one| format!("-{}", name_of(one)));
        let key: Vec<String> = std::iter::once(name_of(base)).chain(in_force).chain(resting).collect();
        let known = self.put().0.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        let load = known.unwrap_or_else(|| self.together(base, &found));
        self.put().0.lock().unwrap_or_else(PoisonError::into_inner).insert(key, load.clone());
        load.map_err(Stop::Broken)
    }

    /// A plan as the regioplan reads it that it names, with this one aanvulling beside that; none when either is not for it.
    #[must_use]
    pub fn reading_beside(
        &self,
        document: &Document<'_>,
        supplement: &LoadedSupplement,
        today: Date,
    ) -> Option<Reading> {
        let (frame, _) = plan::frame(document.root.as_ref()?);
        let day = frame.handed_in.map_or(today, |(date, _)| date);
        let base = self.alone_for_plan(&Chosen::ByPlan(None), &frame, day).ok()?.ok()?;
        let beside = Beside { in_force: vec![supplement], resting: Vec::new() };
        let at = Moment::of(&base.model.programme, &frame, day, false);
        let is_for = is_in_force(&supplement.model, at.day) || has_judged(&supplement.model, at);
        Reading::of(document, &self.together(&base, &beside).ok().filter(|_| is_for)?)
    }

    /// The aanvullingen of a name, in order of validity.
    fn supplements(&self, id: &str) -> Vec<&LoadedSupplement> {
        let loads = self.documents(id).into_iter().filter_map(|load| load.as_ref().ok());
        loads.filter_map(AnyLoaded::supplement).collect()
    }

    /// Whether an aanvulling is known; else why it is not.
    pub fn knows(&self, asked: &AskedBeside) -> Result<(), Box<Problem>> {
        self.asked_for(asked, Span::default()).map(|_| ())
    }

    /// The versions of an aanvulling that may be meant.
    fn asked_for(&self, asked: &AskedBeside, span: Span) -> Result<Vec<&LoadedSupplement>, Box<Problem>> {
        let mut found = self.supplements(&asked.id);
        let known: Vec<String> = found.iter().map(|one| one.judged.full_id()).collect();
        if let Some(version) = &asked.version {
            found.retain(|one| one.judged.version == *version);
        }
        if !found.is_empty() {
            return Ok(found);
        }
        let problem = |text: Text| Problem::new("aanvulling", span, text);
        if let Some(version) = asked.version.as_ref().filter(|_| !known.is_empty()) {
            let text = Text::new("version-unknown").with("id", &asked.id).with("version", version);
            let help = Text::new("choose-from").with("names", Arg::words(known, Join::Comma));
            return Err(Box::new(problem(text).help(help)));
        }
        let other = self.documents(&asked.id).into_iter().any(Result::is_ok);
        let id = if other { "supplement-other" } else { "supplement-unknown" };
        let problem = problem(Text::new(id).with("name", &asked.id));
        Err(Box::new(problem.help(Text::new("supplement-unknown-help"))))
    }

    fn found(&self, base: &Arc<Loaded>, at: Moment) -> Result<Beside<'_>, Stop> {
        let heads = base.model.beside.iter().filter(|_| self.heeds_heads());
        let named = heads.map(|one| (AskedBeside { id: one.id.clone(), version: one.version.clone() }, Some(one.span)));
        let settings = self.asked().iter().map(|asked| (asked.clone(), None));
        let mut beside = Beside::default();
        for (asked, span) in named.chain(settings) {
            if let Some(broken) = self.broken_supplement(&asked.id) {
                return Err(Stop::Broken(broken));
            }
            let found =
                self.asked_for(&asked, span.unwrap_or_default()).map_err(|problem| told(base, span, *problem))?;
            let (now, other): (Vec<_>, Vec<_>) = found.into_iter().partition(|one| is_in_force(&one.model, at.day));
            if now.is_empty() {
                match other.iter().rev().find(|one| has_judged(&one.model, at)) {
                    Some(over) => beside.in_force.push(over),
                    None => beside.resting.extend(other.last()),
                }
            }
            beside.in_force.extend(now);
        }
        for list in [&mut beside.in_force, &mut beside.resting] {
            let mut kept: Vec<&LoadedSupplement> = Vec::new();
            list.retain(|one| {
                let is_new = !kept.iter().any(|known| known.is_version_of(one));
                kept.extend(is_new.then_some(*one));
                is_new
            });
        }
        beside.resting.retain(|one| !beside.in_force.iter().any(|other| other.is_of(one)));
        match twice(&beside.in_force) {
            Some((one, other)) => Err(Stop::Said(
                Text::new("supplement-twice")
                    .with("one", one.judged.full_id())
                    .with("other", other.judged.full_id())
                    .with("day", at.day),
                Some(Text::new("supplement-twice-help")),
            )),
            None => Ok(beside),
        }
    }

    fn together(&self, base: &Arc<Loaded>, beside: &Beside<'_>) -> LoadTogether {
        let guides: Vec<Option<Source>> = beside.in_force.iter().map(|one| self.guide_of(one)).collect();
        let Some(own) = written(&base.files) else { return Ok(Arc::clone(base)) };
        let texts: Vec<(Source, Option<Source>)> =
            beside.in_force.iter().filter_map(|one| written(&one.files)).collect();
        let all: Vec<Written<'_>> = texts
            .iter()
            .zip(&guides)
            .map(|((source, register), guide)| Written { source, register: register.as_ref(), guide: guide.as_ref() })
            .collect();
        let regioplan = Written { source: &own.0, register: own.1.as_ref(), guide: None };
        let Composed { contents, problems } = if all.is_empty() {
            Composed { contents: Some(base.model.contents.clone()), problems: Vec::new() }
        } else {
            compose(regioplan, &all)
        };
        let sources = std::iter::once(&own).chain(&texts).map(|(source, _)| source.clone());
        let told: Vec<(Source, Vec<Problem>)> = sources.zip(problems).filter(|(_, found)| !found.is_empty()).collect();
        let Some(contents) = contents else {
            let serious = |(source, found): (Source, Vec<Problem>)| {
                (source, found.into_iter().filter(|one| one.severity == Severity::Violation).collect::<Vec<_>>())
            };
            let files = told.into_iter().map(serious).filter(|(_, found)| !found.is_empty()).collect();
            return Err(Arc::new(Broken { files }));
        };
        let resting = beside.resting.iter().map(|one| resting(&one.model)).collect();
        let Regioplan { valid, ref programme, ref follows, beside: ref named, .. } = *base.model;
        let (programme, follows, named) = (programme.clone(), follows.clone(), named.clone());
        let model = Regioplan { contents, valid, programme, follows, beside: named, resting };
        let supplements = beside.in_force.iter().map(|one| one.judged.as_ref().clone()).collect();
        let warnings = base.warnings.iter().cloned().chain(told);
        let files = base.files.iter().chain(beside.in_force.iter().flat_map(|one| &one.files));
        Ok(Arc::new(Loaded {
            model: Arc::new(model),
            judged: Arc::new(Judged { supplements, ..base.judged.as_ref().clone() }),
            told: base.told.clone(),
            alone: Some(Arc::clone(base)),
            warnings: warnings.collect(),
            files: files.cloned().collect(),
            uses: Vec::new(),
        }))
    }
}

/// What tells a text apart from all others.
fn name_of<M>(loaded: &Loaded<M>) -> String {
    format!("{} {}", loaded.judged.full_id(), loaded.judged.sha256)
}

/// A text, with its register if it has one.
fn written(files: &[(Source, Vec<Problem>)]) -> Option<(Source, Option<Source>)> {
    let mut sources = files.iter().map(|(source, _)| source.clone());
    sources.next().map(|source| (source, sources.next()))
}

/// A problem of an aanvulling, in the head of the regioplan that names it; else as the settings hear it.
fn told(base: &Loaded, span: Option<Span>, problem: Problem) -> Stop {
    match (span, base.files.first()) {
        (Some(_), Some((source, _))) => Stop::broken(source.clone(), vec![problem]),
        (None | Some(_), _) => Stop::Said(problem.message, problem.help),
    }
}

fn is_in_force(model: &Aanvulling, day: Date) -> bool {
    model.valid.0 <= day && day <= model.valid.1
}

/// Whether it is over, and judged the plan for the year that is accounted for.
fn has_judged(model: &Aanvulling, at: Moment) -> bool {
    let judged = |(first, last): (Date, Date)| first <= model.valid.1 && model.valid.0 <= last;
    model.valid.1 < at.day && at.accounted.is_some_and(judged)
}

/// Two versions of one aanvulling.
fn twice<'a>(all: &[&'a LoadedSupplement]) -> Option<(&'a LoadedSupplement, &'a LoadedSupplement)> {
    all.iter().enumerate().find_map(|(number, one)| {
        let twin = all.iter().skip(number + 1).find(|other| other.is_of(one))?;
        Some((*one, *twin))
    })
}

/// An aanvulling that is not in force, with the fields that it would add to what every plan has.
fn resting(model: &Aanvulling) -> Resting {
    let records = model.contents.records.pairs().take(FIXED_RECORDS.len());
    let fields = records.flat_map(|(id, record)| {
        let own = record.fields.iter().filter(|field| field.supplement.is_some());
        own.map(move |field| (id, field.id.clone()))
    });
    Resting { supplement: Supplement::of(model), fields: fields.collect() }
}
