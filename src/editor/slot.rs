//! The names above a place in a plan -> what may be written there, as the regioplan declares it.

use crate::model::{Contents, Intervention, InterventionId, Kind, Offer, PLAN, PRACTICE, Record, RecordId, Type, YEAR};
use crate::value::same_name;

use super::place::Place;

/// What may be written at a place.
#[derive(Clone, Copy, Debug)]
pub enum Slot<'m> {
    /// A name of a field of this record.
    Name(&'m Record, RecordId),
    /// A programme year.
    Year,
    /// An intervention that is on offer in this year.
    Intervention(u8),
    /// How an intervention is chosen in this year.
    Kind(&'m Intervention, u8),
    /// A value of this type.
    Value(&'m Type),
    /// A value of the frame, behind this name.
    Frame(&'static str),
}

/// Where a name leads.
#[derive(Clone, Copy, Debug)]
pub enum Where<'m> {
    Record(RecordId, Option<u8>),
    Years,
    Interventions(u8),
    Choice(InterventionId, u8),
    Value(&'m Type),
    Frame(&'static str),
}

/// What may be written at a place.
#[must_use]
pub fn slot<'m>(model: &'m Contents, place: &Place) -> Option<Slot<'m>> {
    let mut at = Where::Record(PLAN, None);
    for name in &place.route {
        at = step(model, at, name)?;
    }
    let Some(key) = &place.key else {
        return match inside(at) {
            Where::Record(id, _) => Some(Slot::Name(model.record(id), id)),
            Where::Choice(id, _) => {
                let record = model.intervention(id).record;
                Some(Slot::Name(model.record(record), record))
            }
            Where::Years => Some(Slot::Year),
            Where::Interventions(year) => Some(Slot::Intervention(year)),
            Where::Value(ty) => Some(Slot::Value(ty)),
            Where::Frame(_) => None,
        };
    };
    match step(model, at, key)? {
        Where::Choice(id, year) => Some(Slot::Kind(model.intervention(id), year)),
        Where::Record(id, _) => {
            let record = model.record(id);
            Some(Slot::Value(&record.fields.get(record.short_form()?).ty))
        }
        Where::Value(ty) => Some(Slot::Value(ty)),
        Where::Frame(key) => Some(Slot::Frame(key)),
        Where::Years | Where::Interventions(_) => None,
    }
}

/// Within a list stands what its items are.
pub fn inside(at: Where<'_>) -> Where<'_> {
    match at {
        Where::Value(Type::List(inner)) => of_type(inner, None),
        Where::Record(..)
        | Where::Years
        | Where::Interventions(_)
        | Where::Choice(..)
        | Where::Value(_)
        | Where::Frame(_) => at,
    }
}

pub fn of_type(ty: &Type, year: Option<u8>) -> Where<'_> {
    match ty {
        Type::Record(id) => Where::Record(*id, year),
        _ => Where::Value(ty),
    }
}

pub fn step<'m>(model: &'m Contents, at: Where<'m>, name: &str) -> Option<Where<'m>> {
    let field = |id: RecordId, year: Option<u8>| {
        let field = model.record(id).fields.iter().find(|field| same_name(&field.id, name))?;
        Some(of_type(&field.ty, year))
    };
    match at {
        Where::Record(id, _) if id == PLAN => match name {
            "praktijk" => Some(Where::Record(PRACTICE, None)),
            "jaren" => Some(Where::Years),
            _ => field(PLAN, None).or_else(|| {
                let key = crate::plan::KEYS.into_iter().find(|key| same_name(key, name))?;
                Some(Where::Frame(key))
            }),
        },
        Where::Record(id, Some(year)) if id == YEAR && same_name(name, "interventies") => {
            Some(Where::Interventions(year))
        }
        Where::Record(id, year) => field(id, year),
        Where::Years => name.parse().ok().map(|year| Where::Record(YEAR, Some(year))),
        Where::Interventions(year) => Some(Where::Choice(model.find_intervention(name)?, year)),
        Where::Choice(id, year) => {
            let own = model.intervention(id).record;
            if same_name(name, "keuze") { Some(Where::Choice(id, year)) } else { field(own, Some(year)) }
        }
        Where::Value(Type::List(inner)) if name == "-" => Some(of_type(inner, None)),
        Where::Value(Type::List(inner)) => step(model, of_type(inner, None), name),
        Where::Value(_) | Where::Frame(_) => None,
    }
}

/// The interventions that are on offer in a year, as far as its number tells.
pub fn offered(model: &Contents, year: u8) -> impl Iterator<Item = &Intervention> {
    model.interventions.iter().filter(move |one| one.is_given() && one.offer(year, None) != Offer::No)
}

/// The kinds that a choice can have in a year, as far as its number tells.
pub fn kinds(one: &Intervention, year: u8) -> impl Iterator<Item = Kind> {
    let fits = move |kind: &Kind| {
        one.only_kinds.iter().all(|limit| limit.kinds.allows(*kind) || limit.period.by_number(year) != Some(true))
    };
    Kind::ALL.into_iter().filter(fits)
}
