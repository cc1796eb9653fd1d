//! A name that is not known where it stands -> where in a plan it belongs.
//!
//! In: the name, the record that it stands in, and the regioplan. Out: advice to put it in its place, when that is one place,
//! or one of two below the plan itself. Nothing is moved: what stands below it may belong there or not.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{CHOICE, EVIDENCE, Field, PLAN, PRACTICE, REGION, Record, Regioplan, Type, YEAR};

use super::frame::KEYS;
use super::names::{self, bare};

/// A place in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Home {
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

/// Where a name belongs that is no field of this record, said as advice.
#[must_use]
pub fn belongs(name: &str, here: &Record, model: &Regioplan) -> Option<Text> {
    let is = |id| model.record(id).is_some_and(|record| std::ptr::eq(record, here));
    if bare(name).chars().count() < 3 || is(REGION) || is(EVIDENCE) {
        return None;
    }
    let homes = homes(name, model);
    let below: Vec<String> = homes
        .iter()
        .filter_map(|home| if let Home::Below(id) = home { Some(id) } else { None })
        .map(|id| format!("`{id}`"))
        .collect();
    if !below.is_empty() && below.len() == homes.len() && below.len() < 3 {
        return Some(Text::new("belongs-below").with("name", name).with("below", Arg::words(below, Join::Or)));
    }
    let [home] = homes.as_slice() else { return None };
    let is_choice = here.of_intervention || is(CHOICE);
    let id = match home {
        Home::Top => "belongs-top",
        Home::Below(_) => return None,
        Home::Year if is(YEAR) => return None,
        Home::Year => "belongs-year",
        Home::Interventions if is(YEAR) => "intervention-outside-help",
        Home::Interventions => "belongs-interventions",
        Home::Choice(of) if (1..4).contains(&of.len()) => {
            let text = Text::new("belongs-choice-of").with("name", name);
            return Some(text.with("names", Arg::words(of, Join::Or)));
        }
        Home::Choice(_) if is_choice => return None,
        Home::Choice(_) => "belongs-choice",
    };
    Some(Text::new(id).with("name", name))
}

fn homes(name: &str, model: &Regioplan) -> Vec<Home> {
    let wanted = bare(name);
    let called = |field: &Field| bare(&field.id) == wanted || bare(&field.label) == wanted;
    let holds = |record: Option<&Record>| record.is_some_and(|record| record.fields.iter().any(called));
    let mut found = Vec::new();
    if KEYS.iter().any(|key| bare(key) == wanted) || holds(model.record(PLAN)) {
        found.push(Home::Top);
    }
    if holds(model.record(PRACTICE)) {
        found.push(Home::Below("praktijk".to_owned()));
    }
    for field in model.record(PLAN).map_or(&[][..], |plan| &plan.fields) {
        if let Type::Record(id) = field.ty
            && holds(model.record(id))
        {
            found.push(Home::Below(field.id.clone()));
        }
    }
    if wanted == "interventies" || holds(model.record(YEAR)) {
        found.push(Home::Year);
    }
    if names::of_intervention(name, model).is_some() {
        found.push(Home::Interventions);
    }
    if wanted == "keuze" || holds(model.record(CHOICE)) {
        found.push(Home::Choice(Vec::new()));
        return found;
    }
    let own = model.records.iter().filter(|record| record.of_intervention && holds(Some(record)));
    let of: Vec<String> = own.map(|record| format!("`{}`", record.id)).collect();
    if !of.is_empty() {
        found.push(Home::Choice(of));
    }
    found
}
