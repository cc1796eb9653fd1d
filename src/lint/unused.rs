//! What is declared and never named again, and a field that nothing reads.
//!
//! A field is worth a remark only when nothing holds the practice to it: it need not be filled in, no statement of
//! the document asks it, no rule, group, indicator or overview reads it, and the program itself does nothing with it.
//! A text is left alone: people of the region read it when they judge a plan.

use std::collections::BTreeSet;

use crate::diagnostic::Text;
use crate::model::{CHOICE, Contents, EVIDENCE, Field, Model, Named, PRACTICE, Record, RecordId, Requirement, Type};
use crate::source::Span;

use super::kinds::Lint;
use super::uses::{Uses, uses};
use super::{Remark, remark};

/// The records that every regioplan has; the records of choices are made from interventions.
const FIXED: usize = 6;

pub fn check(whole: Model<'_>, found: &mut Vec<Remark>) {
    let (model, uses) = (whole.contents(), uses(whole));
    for (id, span) in unused(whole, &uses) {
        found.push(remark(Lint::Unused, span, Text::new("lint-unused").with("name", id), "lint-unused-help"));
    }
    fields(model, &uses, found);
}

fn unused<'m>(whole: Model<'m>, uses: &Uses) -> Vec<(&'m str, Span)> {
    let model = whole.contents();
    let mut found = Vec::new();
    let named = |named: &'m Named| (named.id.as_str(), named.span);
    found.extend(model.groups.pairs().filter(|(id, _)| !uses.groups.contains(id)).map(|(_, g)| named(&g.named)));
    let conditions = model.conditions.pairs().filter(|(id, _)| !uses.conditions.contains(id));
    found.extend(conditions.map(|(_, one)| named(&one.named)));
    found.extend(model.lists.pairs().filter(|(id, _)| !uses.lists.contains(id)).map(|(_, l)| named(&l.named)));
    for (id, theme) in model.themes.pairs() {
        if !uses.themes.contains(&id) && !model.interventions.iter().any(|one| one.themes.contains(&id)) {
            found.push(named(theme));
        }
    }
    for (id, goal) in model.goals.pairs() {
        if !model.interventions.iter().any(|one| one.goals.contains(&id)) {
            found.push(named(goal));
        }
    }
    for (id, element) in model.elements.pairs() {
        let growth = whole.renderings().iter().flat_map(|one| &one.growth).any(|cell| cell.element == id);
        let inside = model.interventions.iter().any(|one| one.element == id);
        // A leidraad names the kernelementen for all regions.
        if whole.leidraad().is_none() && !uses.elements.contains(&id) && !inside && !growth {
            found.push(named(element));
        }
    }
    let held: BTreeSet<RecordId> = model.records.iter().flat_map(|r| &r.fields).filter_map(|f| held(&f.ty)).collect();
    for (id, record) in model.records.pairs().skip(FIXED) {
        if !record.of_intervention && !held.contains(&id) {
            found.push((record.id.as_str(), record.span));
        }
    }
    found
}

/// The record that a type holds.
fn held(ty: &Type) -> Option<RecordId> {
    match ty {
        Type::Record(id) => Some(*id),
        Type::List(inner) => held(inner),
        _ => None,
    }
}

fn fields(model: &Contents, uses: &Uses, found: &mut Vec<Remark>) {
    let mut seen = BTreeSet::new();
    for (id, record) in model.records.pairs() {
        for field in record.fields.iter().filter(|field| unread(id, record, field, uses)) {
            if seen.insert(field.span) {
                let text = Text::new("lint-unread").with("field", &field.id);
                found.push(remark(Lint::Unread, field.span, text, "lint-unread-help"));
            }
        }
    }
}

fn unread(id: RecordId, record: &Record, field: &Field, uses: &Uses) -> bool {
    let optional = matches!(field.required, Requirement::Optional);
    // What the bare value stands for is what the field is about, and the language adds some fields itself.
    let bare = field.short_form || field.span.is_empty();
    optional
        && field.sources.is_empty()
        && !for_people(&field.ty)
        && !bare
        && !uses.fields.contains(&field.span)
        && !by_program(id, record, field)
}

/// What the program reads without a rule: who the practice is, when a choice starts, whether a file is there, whether a piece of
/// evidence is there already.
fn by_program(id: RecordId, record: &Record, field: &Field) -> bool {
    let of_choice = id == CHOICE || record.of_intervention;
    let identity = id == PRACTICE && matches!(field.id.as_str(), "naam" | "agb");
    let start = of_choice && field.id == "startdatum";
    let day_of_evidence = id == EVIDENCE && field.takes_place;
    identity || start || day_of_evidence || is_file(&field.ty)
}

/// Words are there to be read by people.
fn for_people(ty: &Type) -> bool {
    match ty {
        Type::Text | Type::Email => true,
        Type::List(inner) => for_people(inner),
        _ => false,
    }
}

fn is_file(ty: &Type) -> bool {
    match ty {
        Type::File => true,
        Type::List(inner) => is_file(inner),
        _ => false,
    }
}
