//! What a rule must know of a choice to say whether it speaks, and what follows: that goes along to the following year.

use std::collections::BTreeSet;

use crate::model::{
    Base, Cond, Contents, Demand, Field, FieldId, InterventionId, Path, RecordId, Ref, Requirement, Rule, RuleScope,
    Type, Visitor, walk_demand,
};
use crate::plan::{Choice, Content, Entry, RecordValue};
use crate::value::Value;

/// A field of choices, and of which intervention; none of a field that each choice has.
pub type ChoiceField = (Option<InterventionId>, FieldId);

/// The fields of choices that conditions of the rules of a year read, and what decides whether an intervention can be chosen. What
/// the accounting asks of an intervention is what the year has brought: of the next year nobody knows it yet.
pub fn conditions(model: &Contents, year: u8) -> BTreeSet<ChoiceField> {
    let speaks = |scope: &RuleScope| match scope {
        RuleScope::Each(periods) | RuleScope::OwnYear(periods) => {
            periods.iter().all(|period| period.by_number(year) != Some(false))
        }
        RuleScope::Together(years) => years.contains(&year),
        RuleScope::Once => false,
    };
    let (mut fields, mut brought) = (BTreeSet::new(), BTreeSet::new());
    for rule in model.rules.iter().filter(|rule| speaks(&rule.scope)) {
        let owner = rule.owner.intervention();
        let (mut read, mut asked) = (Fields::default(), Fields::default());
        let filters = rule.for_each.iter().flat_map(|each| &each.set.filters);
        let follows = rule.standing.consequences.iter().filter_map(|found| found.condition.as_ref());
        rule.conditions.iter().chain(filters).chain(follows).for_each(|cond| read.cond(cond));
        if rule.standing.at_accounting && owner.is_some() {
            rule.demands.iter().for_each(|demand| walk_demand(&mut asked, demand));
        }
        if owner.is_none() && !read.found.is_empty() {
            fields.extend(told_besides(rule).map(|field| (None, field)));
        }
        fields.extend(read.found.into_iter().map(|field| (owner, field)));
        brought.extend(asked.found.into_iter().map(|field| (owner, field)));
    }
    let mut all = &fields - &brought;
    for (id, intervention) in model.interventions.pairs() {
        let mut read = Fields { prose: true, ..Fields::default() };
        let softer = intervention.not_offered.iter().flat_map(|refusal| &refusal.consequences);
        softer.filter_map(|found| found.condition.as_ref()).for_each(|cond| read.cond(cond));
        all.extend(read.found.into_iter().map(|field| (Some(id), field)));
    }
    all
}

/// The texts that a rule asks beside the facts of a choice that let it speak: what is told of these facts goes where they go.
fn told_besides(rule: &Rule) -> impl Iterator<Item = FieldId> {
    rule.demands.iter().filter_map(|demand| match demand {
        Demand::Cond(Cond::Filled { target: Ref::Path(path), negated: false }) => match path.steps.as_slice() {
            [step] if path.base == Base::Choice && path.ty == Type::Text => Some(*step),
            _ => None,
        },
        Demand::Cond(_) | Demand::Evidence { .. } | Demand::Choose { .. } => None,
    })
}

/// The fields of the choice in hand that something reads.
#[derive(Default)]
struct Fields {
    found: BTreeSet<FieldId>,
    /// Texts too.
    prose: bool,
}

impl Visitor for Fields {
    fn reference(&mut self, found: &Ref) {
        if let Ref::Path(Path { base: Base::Choice, steps, ty, .. }) = found
            && let [step] = steps.as_slice()
            && (self.prose || !is_prose(ty))
        {
            self.found.insert(*step);
        }
    }
}

/// What a practice writes about its year is written anew.
fn is_prose(ty: &Type) -> bool {
    match ty {
        Type::List(inner) => is_prose(inner),
        ty => *ty == Type::Text,
    }
}

/// What of a choice goes along: no dates, no evidence, and nothing that was left open.
pub fn carried(choice: &Choice, fields: &BTreeSet<ChoiceField>) -> RecordValue {
    let mut data = choice.data.clone();
    for (index, slot) in data.values.slots() {
        let read = [None, Some(choice.intervention)].into_iter().any(|of| fields.contains(&(of, index)));
        let goes = |entry: &Entry| read && is_fact(&entry.content);
        *slot = slot.take().filter(goes);
    }
    data
}

/// The dates of a part of the plan that belong to the plan itself, as that of its signature, filled in or not: each is always
/// asked, and is no day on which something took place.
pub fn signed<'p>(model: &Contents, id: RecordId, data: &'p RecordValue) -> Vec<&'p Entry> {
    let fields = model.record(id).fields.iter();
    let mut found = Vec::new();
    for (field, entry) in fields.zip(data.values.iter()).filter_map(|(field, slot)| Some((field, slot.as_ref()?))) {
        match (&entry.content, &field.ty) {
            (Content::Record(record), Type::Record(id)) => found.extend(signed(model, *id, record)),
            (Content::Value(Value::Date(_)) | Content::Blank, Type::Date) if is_of_plan(field) => found.push(entry),
            _ => {}
        }
    }
    found
}

/// Leaves open what [`signed`] finds.
pub fn unsigned(model: &Contents, id: RecordId, data: &mut RecordValue) {
    let fields = model.record(id).fields.iter();
    for (field, entry) in fields.zip(data.values.iter_mut()).filter_map(|(field, slot)| Some((field, slot.as_mut()?))) {
        match (&mut entry.content, &field.ty) {
            (Content::Record(record), Type::Record(id)) => unsigned(model, *id, record),
            (content @ Content::Value(Value::Date(_)), _) if is_of_plan(field) => *content = Content::Blank,
            _ => {}
        }
    }
}

fn is_of_plan(field: &Field) -> bool {
    matches!(field.required, Requirement::Always) && !field.takes_place
}

fn is_fact(content: &Content) -> bool {
    match content {
        Content::Value(value) => !matches!(value, Value::Date(_)),
        Content::List(items) => !items.is_empty() && items.iter().all(|item| is_fact(&item.content)),
        Content::Record(_) | Content::Filler(_) | Content::Blank | Content::Invalid => false,
    }
}
