//! A name that is not known where it stands -> where in a plan it belongs.
//!
//! In: the name, the record that it stands in, and the regioplan. Out: advice to put it in its place, when that is one place,
//! or one of two below the plan itself. A heading that asks two fields belongs where both are. Nothing is moved: what stands
//! below it may belong there or not.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{CHOICE, Contents, EVIDENCE, PLAN, PRACTICE, REGION, Record, Type, YEAR};

use crate::source::Span;

use super::frame::KEYS;
use super::names::{self, Asked, bare};
use super::value::{Content, Entry, Plan, RecordValue, YearPlan};

/// A place in a plan, with the fields there that have the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    place: Place,
    fields: Vec<String>,
}

/// A place in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    /// Against the left edge.
    Top,
    /// Below a name that stands against the left edge.
    Below(String),
    Year,
    /// Below `interventies`: it is an intervention.
    Interventions,
    /// Below an intervention: one of these, or any when there are none.
    Choice(Vec<String>),
}

/// Where a name belongs: as advice, and as places.
pub struct Belongs {
    pub help: Text,
    pub homes: Vec<Home>,
}

impl Belongs {
    /// Whether a field is called just so there.
    pub fn is_exact(&self, name: &str) -> bool {
        is_exact(name, &self.homes)
    }
}

fn is_exact(name: &str, homes: &[Home]) -> bool {
    homes.iter().any(|home| home.fields.iter().any(|field| bare(field) == bare(name)))
}

/// A name that stands out of its place, and was told to belong elsewhere.
pub struct Stray {
    pub key: Span,
    /// What stands behind it, when that is one value.
    pub said: Option<String>,
    /// The programme year that it stands in.
    pub year: Option<u8>,
    pub homes: Vec<Home>,
}

impl Stray {
    /// What belongs there and is not there is not known to be missing: what stands out of place may be meant for it.
    /// What stands in its one place as well, with another answer, is not known either. Gives whether it stands there, and then with
    /// the same answer or not.
    pub fn leave_open(&self, text: &str, plan: &mut Plan, model: &Contents) -> Option<bool> {
        let known = |id| model.record(id);
        let mut stands = None;
        let alone = self.homes.len() == 1;
        for Home { place, fields } in &self.homes {
            let mut open = |value: &mut RecordValue, record: &Record| {
                self.open(value, record, fields);
                if alone && !matches!(place, Place::Choice(_)) {
                    let found = self.doubt(text, value, record, fields);
                    stands = stands.into_iter().chain(found).reduce(|one, other| one && other);
                }
            };
            let here = |year: &&mut YearPlan| self.year.is_none_or(|own| own == year.year);
            match place {
                Place::Top => open(&mut plan.data, known(PLAN)),
                Place::Below(id) if id == PRACTICE_KEY => open(&mut plan.practice, known(PRACTICE)),
                Place::Below(id) => stands = self.open_below(text, id, fields, plan, model).filter(|_| alone),
                Place::Year => plan.years.iter_mut().filter(here).for_each(|year| open(&mut year.data, known(YEAR))),
                Place::Interventions => plan.years.iter_mut().filter(here).for_each(|year| year.unread += 1),
                Place::Choice(_) => {
                    for choice in plan.years.iter_mut().filter(here).flat_map(|year| &mut year.choices) {
                        let record = model.intervention(choice.intervention).record;
                        open(&mut choice.data, known(record));
                    }
                }
            }
        }
        stands
    }

    fn open_below(&self, text: &str, id: &str, fields: &[String], plan: &mut Plan, model: &Contents) -> Option<bool> {
        let record = model.record(PLAN);
        let at = record.position(id)?;
        let content = plan.data.values.slot(at).and_then(Option::as_mut).map(|entry| &mut entry.content);
        match (content, &record.fields.get(at).ty) {
            (Some(Content::Record(value)), Type::Record(inner)) => {
                let inner = model.record(*inner);
                self.open(value, inner, fields);
                self.doubt(text, value, inner, fields)
            }
            (Some(Content::Record(_)), _) => None,
            (_, _) => {
                self.open(&mut plan.data, record, &[id.to_owned()]);
                None
            }
        }
    }

    /// Whether the field is filled in where it belongs too, and not only by another that stands out of place; and then with the same
    /// answer or not. Of two answers nobody knows which counts.
    fn doubt(&self, text: &str, value: &mut RecordValue, record: &Record, fields: &[String]) -> Option<bool> {
        let mut stands: Option<bool> = None;
        for at in fields.iter().filter_map(|field| record.position(field)) {
            let there = value.values.slot(at).and_then(Option::as_mut).filter(|entry| entry.key != entry.span);
            let Some(entry) = there else { continue };
            let same = self.said.as_ref().is_some_and(|said| said.trim() == entry.span.of(text).trim());
            if !same {
                entry.content = Content::Invalid;
            }
            stands = Some(same && stands != Some(false));
        }
        stands
    }

    fn open(&self, value: &mut RecordValue, record: &Record, fields: &[String]) {
        value.values.widen(&record.fields);
        for at in fields.iter().filter_map(|field| record.position(field)) {
            let slot = value.values.slot(at).filter(|slot| slot.as_ref().is_none_or(|entry| entry.content.is_empty()));
            if let Some(slot) = slot {
                *slot = Some(Entry { key: self.key, span: self.key, content: Content::Invalid });
            }
        }
    }
}

/// The key below which the data of the practice stand.
const PRACTICE_KEY: &str = "praktijk";

/// Where a name belongs that is no field of this record.
#[must_use]
pub fn belongs(name: &str, here: &Record, model: &Contents) -> Option<Belongs> {
    let homes = homes(name, model);
    let help = advice(name, here, &homes, model)?;
    Some(Belongs { help, homes })
}

fn advice(name: &str, here: &Record, homes: &[Home], model: &Contents) -> Option<Text> {
    let is = |id| std::ptr::eq(model.record(id), here);
    if bare(name).chars().count() < 3 && !is_exact(name, homes) || is(REGION) || is(EVIDENCE) {
        return None;
    }
    let fields = homes.first().map_or(&[][..], |home| &home.fields);
    let alike = homes.iter().all(|home| home.fields == fields);
    let below: Vec<String> = homes
        .iter()
        .filter_map(|home| if let Place::Below(id) = &home.place { Some(id) } else { None })
        .map(|id| format!("`{id}`"))
        .collect();
    if !below.is_empty() && below.len() == homes.len() && below.len() < 3 {
        let text = Text::new("belongs-below").with("below", Arg::words(below, Join::Or));
        return Some(called(name, if alike { fields } else { &[] }, text));
    }
    let [home] = homes else { return None };
    let is_choice = here.of_intervention || is(CHOICE);
    let text = match &home.place {
        Place::Top => Text::new("belongs-top"),
        Place::Below(_) => return None,
        Place::Year if is(YEAR) => return None,
        Place::Year => Text::new("belongs-year"),
        Place::Interventions if is(YEAR) => Text::new("intervention-outside-help"),
        Place::Interventions => Text::new("belongs-interventions"),
        Place::Choice(of) if (1..4).contains(&of.len()) => {
            Text::new("belongs-choice-of").with("names", Arg::words(of, Join::Or))
        }
        Place::Choice(_) if is_choice => return None,
        Place::Choice(_) => Text::new("belongs-choice"),
    };
    Some(called(name, fields, text))
}

/// The advice about a name, with what it is called in the plan where that is something else.
pub fn called(name: &str, fields: &[String], text: Text) -> Text {
    let written = [name.to_owned()];
    let names = if fields.is_empty() { &written[..] } else { fields };
    let text = text.with("count", names.len()).with("name", quoted(names.iter().map(String::as_str)));
    let is_name = fields.is_empty() || matches!(fields, [only] if bare(only) == bare(name));
    if is_name {
        text
    } else {
        Text::new("belongs-as").with("names", quoted(names.iter().map(String::as_str))).with("where", text)
    }
}

/// Names of fields in a sentence.
pub fn quoted<'n>(names: impl Iterator<Item = &'n str>) -> Arg {
    Arg::words(names.map(|name| format!("`{name}`")), Join::And)
}

/// The names of the fields of a record that are called so.
fn fields(asked: &Asked, record: &Record) -> Vec<String> {
    asked.within(record).into_iter().map(|at| record.fields.get(at).id.clone()).collect()
}

fn homes(name: &str, model: &Contents) -> Vec<Home> {
    let (asked, wanted) = (Asked::of(name), bare(name));
    let mut found = Vec::new();
    let mut add = |place: Place, fields: Vec<String>, also: bool| {
        if also || !fields.is_empty() {
            found.push(Home { place, fields });
        }
    };
    let key = KEYS.iter().any(|key| bare(key) == wanted);
    add(Place::Top, fields(&asked, model.record(PLAN)), key);
    add(Place::Below(PRACTICE_KEY.to_owned()), fields(&asked, model.record(PRACTICE)), false);
    for field in &model.record(PLAN).fields {
        if let Type::Record(id) = field.ty {
            add(Place::Below(field.id.clone()), fields(&asked, model.record(id)), false);
        }
    }
    add(Place::Year, fields(&asked, model.record(YEAR)), wanted == "interventies");
    add(Place::Interventions, Vec::new(), names::of_intervention(name, model).is_some());
    let of_choice = fields(&asked, model.record(CHOICE));
    if wanted == "keuze" || !of_choice.is_empty() {
        add(Place::Choice(Vec::new()), of_choice, true);
        return found;
    }
    let own = model.records.iter().filter(|record| record.of_intervention);
    let own: Vec<(String, Vec<String>)> =
        own.map(|record| (format!("`{}`", record.id), fields(&asked, record))).collect();
    let own: Vec<(String, Vec<String>)> = own.into_iter().filter(|(_, fields)| !fields.is_empty()).collect();
    let called = own.first().map(|(_, fields)| fields.clone()).filter(|first| own.iter().all(|(_, one)| one == first));
    if !own.is_empty() {
        add(Place::Choice(own.into_iter().map(|(id, _)| id).collect()), called.unwrap_or_default(), true);
    }
    found
}
