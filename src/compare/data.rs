//! The data that two regioplannen ask of a plan: records, their fields, types, and what must be filled in.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{CHOICE, Contents, Field, Record, Requirement, Shape, Type, said_part, say_cond};

use super::Both;
use super::change::{Aspect, Change, Effect, Part, Sort};
use super::direction::when_held;
use super::ids::pair;
use super::key::Keys;
use super::offer::is_written;
use super::reasons;
use super::thing::{At, Said, Thing, whole};

/// What differs in the records that stand on their own; those of interventions are compared with these.
pub fn compare(both: &Both<'_>, out: &mut Vec<Change>) {
    let (old, new) = (both.old.model, both.new.model);
    let own = |model: &Contents| -> Vec<Record> {
        let of_choice = |record: &&Record| model.interventions.iter().any(|one| is_record_of(one, record, model));
        model.records.iter().filter(|record| !of_choice(record)).cloned().collect()
    };
    let (before, after) = (own(old), own(new));
    let pairs = pair(&before, &after, |record| &record.id, |_, _| false);
    for (found, is_new) in pairs.alone() {
        let at = At { id: found.id.clone(), name: found.label.clone(), span: found.span };
        let labels = all(found).iter().map(|field| Arg::from(&field.label)).collect();
        let said = Said::new(Arg::List(labels, Join::Semicolon));
        out.push(whole(Part::Data, Sort::Record, Effect::Different, vec![], &at, said, is_new));
    }
    for (one, other) in pairs.both {
        let at = |record: &Record| At { id: record.id.clone(), name: record.label.clone(), span: record.span };
        let (old, new) = (at(one), at(other));
        let mut thing = Thing { part: Part::Data, sort: Sort::Record, old, new, years: vec![], out };
        thing.words(Aspect::Name, &one.label, &other.label);
        fields(both, (one, &all(one)), (other, &all(other)), out);
    }
}

fn is_record_of(intervention: &crate::model::Intervention, record: &Record, model: &Contents) -> bool {
    let own = model.record(intervention.record);
    intervention.record != CHOICE && own.id == record.id && own.span == record.span
}

fn all(record: &Record) -> Vec<Field> {
    record.fields.iter().filter(|field| is_written(field.span)).cloned().collect()
}

/// The fields that only this intervention asks.
pub fn own_fields(both: &Both<'_>, old: &Record, new: &Record, out: &mut Vec<Change>) {
    let own = |keys: Keys<'_>, record: &Record| -> Vec<Field> {
        let common = keys.model.record(CHOICE);
        let is_common = |field: &Field| common.position(&field.id).is_some();
        all(record).into_iter().filter(|field| !is_common(field)).collect()
    };
    fields(both, (old, &own(both.old, old)), (new, &own(both.new, new)), out);
}

fn fields(both: &Both<'_>, old: (&Record, &[Field]), new: (&Record, &[Field]), out: &mut Vec<Change>) {
    let at = |record: &Record, field: &Field| {
        let name = if record.label.is_empty() { record.id.clone() } else { record.label.clone() };
        At { id: format!("{}.{}", record.id, field.id), name, span: field.span }
    };
    let pairs = pair(old.1, new.1, |field| &field.id, |_, _| false);
    for field in pairs.old {
        let said = Said::new(naming(field)).when(say_requirement(&field.required));
        let effect = if matches!(field.required, Requirement::Optional) { Effect::Different } else { Effect::Looser };
        out.push(whole(Part::Data, Sort::Field, effect, vec![], &at(old.0, field), said, false));
    }
    for field in pairs.new {
        let said = Said::new(naming(field)).when(say_requirement(&field.required));
        let effect = if matches!(field.required, Requirement::Optional) { Effect::Different } else { Effect::Stricter };
        out.push(whole(Part::Data, Sort::Field, effect, vec![], &at(new.0, field), said, true));
    }
    for (one, other) in pairs.both {
        let mut before = at(old.0, one);
        let mut after = at(new.0, other);
        before.name.clone_from(&one.label);
        after.name.clone_from(&other.label);
        let mut thing = Thing { part: Part::Data, sort: Sort::Field, old: before, new: after, years: vec![], out };
        field(both, &mut thing, one, other);
    }
}

/// `Naam (naam)`
fn naming(field: &Field) -> Text {
    Text::new("diff-say-field").with("label", &field.label).with("id", &field.id)
}

fn field(both: &Both<'_>, thing: &mut Thing<'_>, old: &Field, new: &Field) {
    let Field {
        id: _,
        label,
        also_known,
        ty,
        required,
        short_form,
        takes_place,
        none_when_empty,
        explanation,
        sources,
        supplement: _,
        span: _,
        spoken: _,
    } = old;
    thing.words(Aspect::Name, label, &new.label);
    thing.together(Part::Data, Aspect::AlsoKnown, also_known, &new.also_known);
    if both.old.ty(ty) != both.new.ty(&new.ty) {
        let said = |keys: Keys<'_>, ty: &Type| Some(Said::new(say_type(keys.model, ty)));
        let (before, after) = (said(both.old, ty), said(both.new, &new.ty));
        // A whole number is no narrower number: `4.000` is one, and of a number it is not known which it is.
        thing.push(Part::Data, Aspect::FieldType, Effect::Different, before, after);
    }
    thing.each(Aspect::Option, Effect::Looser, &options(ty), &options(&new.ty));
    if requirement_key(both.old, required) != requirement_key(both.new, &new.required) {
        let said = |one: &Requirement| Some(Said::new(say_requirement(one)));
        let effect = Effect::rising(Some(weight(&new.required).cmp(&weight(required))));
        thing.push(Part::Data, Aspect::Required, effect, said(required), said(&new.required));
    }
    thing.flag(Aspect::ShortForm, Effect::Looser, *short_form, new.short_form);
    let held = if new.takes_place { (both.new.model, &new.id) } else { (both.old.model, &old.id) };
    thing.flag(Aspect::TakesPlace, when_held(held.0, held.1), *takes_place, new.takes_place);
    thing.flag(Aspect::NoneWhenEmpty, Effect::Different, *none_when_empty, new.none_when_empty);
    if *explanation != new.explanation {
        let said = |text: &Option<String>| text.as_ref().map(Said::new);
        let (before, after) = (said(explanation), said(&new.explanation));
        thing.push(Part::Sources, Aspect::Explanation, Effect::Different, before, after);
    }
    reasons::cites(thing, (both.old.model, sources), (both.new.model, &new.sources));
}

fn requirement_key(keys: Keys<'_>, requirement: &Requirement) -> String {
    match requirement {
        Requirement::Optional => "optional".to_owned(),
        Requirement::Always => "always".to_owned(),
        Requirement::AtAccounting => "accounting".to_owned(),
        Requirement::If(cond) => format!("if {}", keys.cond(cond)),
    }
}

/// How much a requirement asks.
fn weight(requirement: &Requirement) -> u8 {
    match requirement {
        Requirement::Optional => 0,
        Requirement::AtAccounting | Requirement::If(_) => 1,
        Requirement::Always => 2,
    }
}

fn say_requirement(requirement: &Requirement) -> Text {
    match requirement {
        Requirement::Optional => Text::new("diff-say-optional"),
        Requirement::Always => Text::new("diff-say-required"),
        Requirement::AtAccounting => Text::new("diff-say-required-later"),
        Requirement::If(cond) => Text::new("diff-say-required-if").with("cond", say_cond(cond)),
    }
}

/// The words that may be filled in, of a choice or of a list of choices.
fn options(ty: &Type) -> Vec<(String, Arg)> {
    match ty.shape() {
        Shape::OneOf(words) => words.iter().map(|word| (word.clone(), Arg::from(word))).collect(),
        Shape::List(inner) => options(inner),
        Shape::Plain | Shape::Record(_) => Vec::new(),
    }
}

fn say_type(model: &Contents, ty: &Type) -> Text {
    match ty.shape() {
        Shape::List(inner) => Text::new("type-list-of").with("inner", say_type(model, inner)),
        Shape::Record(id) => {
            let record = model.record(id);
            Text::new("type-record-named").with("name", said_part(&record.id, &record.label))
        }
        Shape::Plain | Shape::OneOf(_) => Text::new(ty.text_id()),
    }
}
