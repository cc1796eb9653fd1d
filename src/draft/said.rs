//! What the plan of this year says that the following one must know: evidence that a rule looks back to, and interventions that
//! the practice named for the new year.
//!
//! Input: the plan and the regioplan that judges the new one. Output: choices that stay as they are, and names. Nothing is
//! written here.

use std::collections::BTreeSet;

use crate::model::{Cond, Contents, Demand, Intervention, InterventionId, Owner, RecordId, Rule, Type};
use crate::plan::{Choice, Content, Plan, RecordValue, YearPlan};
use crate::value::{Value, same_name};

/// The choices with evidence that a rule asks for in a later year, by year and place.
pub fn looked_back_to(model: &Contents, plan: &Plan) -> BTreeSet<(u8, usize)> {
    let rules: Vec<&Rule> = model.rules.iter().filter(|rule| rule.demands.iter().any(looks_back)).collect();
    let asked = |id: InterventionId| {
        rules.iter().any(|rule| match rule.owner {
            Owner::Minimum(own) | Owner::EndGoal(own) | Owner::OwnIdea(own) => own == id,
            Owner::Rule => true,
        })
    };
    let shows = |choice: &Choice| {
        let place = model.record(model.intervention(choice.intervention).record).position("bewijs");
        place.and_then(|place| choice.data.entry(place)).is_some_and(|entry| !entry.content.is_empty())
    };
    let mut found = BTreeSet::new();
    for year in &plan.years {
        let kept = year.choices.iter().enumerate().filter(|(_, choice)| asked(choice.intervention) && shows(choice));
        found.extend(kept.map(|(at, _)| (year.year, at)));
    }
    found
}

/// The choices in which something is wrong with what stands there, by year and place: it stays for the practice to see.
pub fn unreadable(plan: &Plan) -> BTreeSet<(u8, usize)> {
    let wrong = |year: u8, id: InterventionId| {
        plan.issues.iter().any(|issue| issue.year == Some(year) && issue.intervention == Some(id))
    };
    let choices = |year: &YearPlan| {
        let of = year.year;
        let all = year.choices.iter().enumerate();
        all.filter(|(_, choice)| wrong(of, choice.intervention)).map(|(at, _)| (of, at)).collect::<Vec<_>>()
    };
    plan.years.iter().flat_map(choices).collect()
}

fn looks_back(demand: &Demand) -> bool {
    match demand {
        Demand::Evidence { cond, .. } => Cond::past_years(cond).is_some(),
        Demand::Cond(_) | Demand::Choose { .. } => false,
    }
}

/// Lists in the year that name nothing but interventions: the field, and the interventions.
pub fn named<'m>(model: &'m Contents, year: &YearPlan) -> Vec<(&'m str, Vec<&'m Intervention>)> {
    let mut found = Vec::new();
    walk(model, crate::model::YEAR, &year.data, &mut found);
    found
}

fn walk<'m>(model: &'m Contents, id: RecordId, data: &RecordValue, found: &mut Vec<(&'m str, Vec<&'m Intervention>)>) {
    let fields = model.record(id).fields.iter();
    for (field, entry) in fields.zip(data.values.iter()) {
        let Some(entry) = entry else { continue };
        match (&field.ty, &entry.content) {
            (Type::Record(inner), Content::Record(record)) => walk(model, *inner, record, found),
            (Type::List(_), Content::List(items)) => {
                let named: Option<Vec<_>> = items.iter().map(|item| intervention(model, &item.content)).collect();
                found.extend(named.filter(|named| !named.is_empty()).map(|named| (field.id.as_str(), named)));
            }
            _ => {}
        }
    }
}

/// The intervention that a text names, by its name in the regioplan or as people call it.
fn intervention<'m>(model: &'m Contents, content: &Content) -> Option<&'m Intervention> {
    let Content::Value(Value::Text(text)) = content else { return None };
    let called = |one: &&Intervention| {
        let names = std::iter::once(&one.label).chain(&one.also_known);
        same_name(&one.id, text.as_written().trim())
            || names.into_iter().any(|name| *text == crate::value::Phrase::new(name))
    };
    model.interventions.iter().find(called)
}
