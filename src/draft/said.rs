//! What the plan of this year says that the following one must know: evidence that a rule looks back to, and interventions that
//! the practice named for the new year.
//!
//! Input: the plan and the regioplan that judges the new one. Output: choices that stay as they are, and names. Nothing is
//! written here.

use std::collections::BTreeSet;

use crate::model::{Cond, Contents, Demand, Intervention, InterventionId, Owner, RecordId, Rule, Type};
use crate::plan::{Choice, Content, Entry, Plan, RecordValue, YearPlan, is_mark};
use crate::value::{Phrase, Value, same_name};

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

/// What a plan says of a choice, as far as it hangs on that whether it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    Chosen,
    /// Not chosen, or stopped.
    NotChosen,
    /// Nothing that can be read stands in the place of its kind.
    Unclear,
}

/// Whether a choice is one by what stands behind its name. One in long form of which the kind is forgotten is one.
pub fn stands(choice: &Choice, text: &str) -> Stands {
    if choice.is_refused {
        return Stands::NotChosen;
    }
    let known = choice.kind.is_some() || choice.near.is_some() || choice.again.is_some();
    let forgotten = !choice.is_open && choice.kind_span == choice.key;
    if known || forgotten || is_mark(choice.kind_span.of(text)) { Stands::Chosen } else { Stands::Unclear }
}

/// What a list in the year names of interventions: those that are known, and words of which that is not known.
pub struct Named<'m> {
    pub field: &'m str,
    pub known: Vec<&'m Intervention>,
    pub others: Vec<String>,
}

/// Lists in the year that name interventions.
pub fn named<'m>(model: &'m Contents, year: &YearPlan) -> Vec<Named<'m>> {
    let mut found = Vec::new();
    walk(model, crate::model::YEAR, &year.data, &mut found);
    found
}

fn walk<'m>(model: &'m Contents, id: RecordId, data: &RecordValue, found: &mut Vec<Named<'m>>) {
    let fields = model.record(id).fields.iter();
    for (field, entry) in fields.zip(data.values.iter()) {
        let Some(entry) = entry else { continue };
        match (&field.ty, &entry.content) {
            (Type::Record(inner), Content::Record(record)) => walk(model, *inner, record, found),
            (Type::List(_), Content::List(items)) => {
                found.extend(names(model, items).map(|(known, others)| Named { field: &field.id, known, others }));
            }
            _ => {}
        }
    }
}

/// What a list of texts names: none when fewer of them are interventions than are not.
fn names<'m>(model: &'m Contents, items: &[Entry]) -> Option<(Vec<&'m Intervention>, Vec<String>)> {
    let (mut known, mut others) = (Vec::new(), Vec::new());
    for item in items {
        match &item.content {
            Content::Value(Value::Text(text)) => match intervention(model, text.as_written()) {
                Some(found) => known.push(found),
                None => others.push(text.as_written().trim().to_owned()),
            },
            Content::Value(_) | Content::List(_) | Content::Record(_) => return None,
            Content::Filler(_) | Content::Blank | Content::Invalid => {}
        }
    }
    (!known.is_empty() && known.len() >= others.len()).then_some((known, others))
}

/// The intervention that a text names, by its name in the regioplan or as people call it; how it is to be chosen may stand behind it.
fn intervention<'m>(model: &'m Contents, text: &str) -> Option<&'m Intervention> {
    let called = |text: &str| {
        let phrase = Phrase::new(text);
        model.interventions.iter().find(|one| {
            let names = std::iter::once(&one.label).chain(&one.also_known);
            same_name(&one.id, text) || names.into_iter().any(|name| phrase == Phrase::new(name))
        })
    };
    let before = |sign: &str| text.split_once(sign).map(|(name, _)| name.trim());
    called(text.trim()).or_else(|| [":", " (", " als "].into_iter().filter_map(before).find_map(called))
}
