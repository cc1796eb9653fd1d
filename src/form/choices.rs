//! The interventions of a year, by kernelement: those on offer, and those that the plan has.

use crate::draft::{Place, kind_of, on_offer};
use crate::model::{Base, Intervention, InterventionId, Kind, Offer};
use crate::plan::{Choice as Chosen, YearPlan};

use super::data::{Choice, Choices, Part, Word};
use super::fields;
use super::making::Making;

/// The choices of a year.
pub fn of_year(making: &Making<'_>, number: u8, filled: Option<&YearPlan>) -> Vec<Part> {
    let elements = making.model.elements.pairs();
    let all = elements.map(|(index, element)| {
        let choices = making.model.interventions_of(index).filter_map(|(id, one)| {
            let chosen = filled.and_then(|year| year.choices.iter().find(|choice| choice.intervention == id));
            let shown = chosen.is_some() || may_be_chosen(one, number);
            shown.then(|| choice(making, number, (id, one), chosen))
        });
        Choices {
            id: format!("jaren.{number}.{}", element.id),
            label: element.label.clone(),
            about: element.reasons.explanation.clone(),
            sources: making.sources(&element.reasons.sources),
            choices: choices.collect(),
        }
    });
    all.filter(|choices| !choices.choices.is_empty()).map(Part::Choices).collect()
}

/// Whether a practice can write it down: it is on offer, or assigned to the practice.
fn may_be_chosen(one: &Intervention, year: u8) -> bool {
    on_offer(one, year) || one.assigned.is_some() && one.offer(year, None) != Offer::No
}

fn choice(
    making: &Making<'_>,
    year: u8,
    (id, one): (InterventionId, &Intervention),
    chosen: Option<&Chosen>,
) -> Choice {
    let way = format!("jaren.{year}.interventies.{}", one.id);
    let place = Place { base: Base::Choice, steps: Vec::new(), owner: Some(id), year };
    let kind = chosen.and_then(|chosen| {
        let stands = (chosen.kind_span != chosen.key).then(|| chosen.kind_span.of(making.text).trim().to_owned());
        chosen.kind.map(|kind| kind.word().to_owned()).or(stands)
    });
    Choice {
        label: one.label.clone(),
        about: one.reasons.explanation.iter().chain(&one.reasons.advice).cloned().collect(),
        sources: making.sources(&one.reasons.sources),
        kinds: kinds(making, one, year),
        kind,
        parts: chosen.map_or_else(Vec::new, |chosen| fields::of_choice(making, one.record, &way, &chosen.data, &place)),
        id: way,
    }
}

/// The kinds that a choice can have in a year, in the words of the document; in the first year every choice is a new one.
fn kinds(making: &Making<'_>, one: &Intervention, year: u8) -> Vec<Word> {
    let first = year == making.asks.programme.first_year;
    let only = kind_of(one, year, first);
    let fits = |kind: &Kind| {
        only.map_or_else(
            || {
                one.only_kinds
                    .iter()
                    .all(|limit| limit.kinds.allows(*kind) || limit.period.by_number(year) == Some(false))
            },
            |only| only == *kind,
        )
    };
    let called = |kind: Kind| {
        let named = making.model.kinds.iter().find(|named| named.id == kind.word());
        named.map_or_else(|| kind.word().to_owned(), |named| named.label.clone())
    };
    let all = Kind::ALL.into_iter().filter(fits);
    all.map(|kind| Word { value: kind.word().to_owned(), label: called(kind) }).collect()
}
