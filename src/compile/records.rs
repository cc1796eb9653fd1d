//! The blocks `gegevens`: records with their fields and types.

use crate::model::{
    CHOICE, EVIDENCE, Field, Member, PLAN, PRACTICE, REGION, Record, RecordId, Requirement, Type, YEAR,
};
use crate::source::Span;
use crate::syntax::tree::{Body, FieldType, Name, Part, Required, Tree};

use super::clauses;
use super::ctx::Ctx;
use super::names::Sort;
use super::problem::Wrong;
use super::resolver::Resolver;

/// Keys of the fixed frame, which no field may be called, per record.
const RESERVED: [(RecordId, &[&str]); 4] = [
    (REGION, &["regioplan", "kalenderjaar", "verantwoording", "praktijken", "keuzes"]),
    (PLAN, &["regioplan", "startkwartaal", "jaar", "kalenderjaar", "ingediend", "verantwoording", "praktijk", "jaren"]),
    (YEAR, &["interventies"]),
    (CHOICE, &["keuze", "soort", "interventie", "kernelement", "variant", "verdieping", "omschrijving", "bewijs"]),
];

/// Fills every record: types first, then the conditions under which a field is required.
pub fn fill(resolver: &mut Resolver<'_>, tree: &Tree) {
    let mut waiting = Vec::new();
    for block in &tree.blocks {
        let Body::Gegevens { id, label } = &block.head.body else { continue };
        let Some(index) = resolver.names.records.find(&id.text) else { continue };
        let record = RecordId(index);
        if let (Some(label), Some(slot)) = (label, resolver.records.get_mut(index)) {
            slot.label.clone_from(&label.text);
        }
        for part in &block.parts {
            if let Some(number) = add_field(resolver, record, part) {
                waiting.push((record, number, part));
            }
        }
    }
    if resolver.records.get(EVIDENCE.0).is_some_and(|record| !record.fields.is_empty()) {
        let ty = Type::List(Box::new(Type::Record(EVIDENCE)));
        push(resolver, CHOICE, built_in("bewijs", "Bewijs", ty, Requirement::Optional));
    }
    find_cycles(resolver);
    for (record, number, part) in waiting {
        require(resolver, record, number, part, &context(record));
    }
}

/// The context in which conditions of a record's fields are read.
fn context(record: RecordId) -> Ctx {
    match record {
        PLAN | PRACTICE => Ctx::default(),
        YEAR => Ctx { year: true, ..Ctx::default() },
        CHOICE => Ctx { year: true, choice: Some(CHOICE), ..Ctx::default() },
        REGION => Ctx { region: true, year: true, ..Ctx::default() },
        other => Ctx { members: vec![Member::Record(other)], ..Ctx::default() },
    }
}

/// A field that the language itself adds.
pub fn built_in(id: &str, label: &str, ty: Type, required: Requirement) -> Field {
    Field {
        id: id.to_owned(),
        label: label.to_owned(),
        ty,
        required,
        short_form: false,
        takes_place: false,
        explanation: None,
        sources: Vec::new(),
        span: Span::default(),
    }
}

pub fn push(resolver: &mut Resolver<'_>, record: RecordId, field: Field) {
    if let Some(slot) = resolver.records.get_mut(record.0) {
        slot.fields.push(field);
    }
}

/// Adds a field without its requirement; gives its number.
pub fn add_field(resolver: &mut Resolver<'_>, record: RecordId, part: &Part) -> Option<usize> {
    let Body::Veld(field) = &part.head.body else { return None };
    check_name(resolver, record, &field.id);
    let ty = field_type(resolver, &field.ty).unwrap_or_else(|| {
        resolver.doubtful.insert(field.id.span);
        Type::Text
    });
    let dated = matches!(&ty, Type::Date) || matches!(&ty, Type::List(inner) if **inner == Type::Date);
    if let Some(span) = field.takes_place.filter(|_| !dated) {
        resolver.report(span, Wrong::TakesPlaceOfNoDate(field.id.text.clone()));
    }
    let reasons = clauses::reasons(resolver, &part.clauses);
    let label = field.label.as_ref().map_or_else(|| spoken(&field.id.text), |label| label.text.clone());
    let model = Field {
        id: field.id.text.clone(),
        label,
        ty,
        required: Requirement::Optional,
        short_form: field.short_form,
        takes_place: field.takes_place.is_some(),
        explanation: reasons.explanation.first().cloned(),
        sources: reasons.sources,
        span: field.id.span,
    };
    push(resolver, record, model);
    resolver.records.get(record.0).map(|r| r.fields.len() - 1)
}

/// Resolves under which condition a field is required.
pub fn require(resolver: &mut Resolver<'_>, record: RecordId, number: usize, part: &Part, ctx: &Ctx) {
    let Body::Veld(field) = &part.head.body else { return };
    let required = match &field.required {
        Required::No => Requirement::Optional,
        Required::Always => Requirement::Always,
        Required::AtAccounting => Requirement::AtAccounting,
        Required::If(cond) => match resolver.cond(cond, ctx) {
            Some(cond) => Requirement::If(Box::new(cond)),
            None => return,
        },
    };
    if let Some(slot) = resolver.records.get_mut(record.0).and_then(|r| r.fields.get_mut(number)) {
        slot.required = required;
    }
}

fn check_name(resolver: &mut Resolver<'_>, record: RecordId, id: &Name) {
    let of_intervention = resolver.records.get(record.0).is_some_and(|r| r.of_intervention);
    let owner = if of_intervention { CHOICE } else { record };
    let reserved = RESERVED.iter().any(|(of, words)| *of == owner && words.contains(&id.text.as_str()));
    if reserved {
        resolver.report(id.span, Wrong::FieldReserved(id.text.clone()));
    }
    let first =
        resolver.records.get(record.0).and_then(|r| r.position(&id.text).and_then(|n| r.fields.get(n))).map(|f| f.span);
    if let Some(first) = first {
        resolver.problems.push(Wrong::twice(id, first));
    }
}

fn field_type(resolver: &mut Resolver<'_>, ty: &FieldType) -> Option<Type> {
    Some(match ty {
        FieldType::List(inner) => Type::List(Box::new(field_type(resolver, inner)?)),
        FieldType::Record(name) => Type::Record(RecordId(resolver.find(name, Sort::Record)?)),
        FieldType::OneOf(names) => Type::OneOf(names.iter().map(|name| name.text.clone()).collect()),
        FieldType::Text => Type::Text,
        FieldType::Number => Type::Number,
        FieldType::Whole => Type::Whole,
        FieldType::Money => Type::Money,
        FieldType::Percentage => Type::Percentage,
        FieldType::Date => Type::Date,
        FieldType::Quarter => Type::Quarter,
        FieldType::YesNo => Type::YesNo,
        FieldType::Agb => Type::Agb,
        FieldType::Email => Type::Email,
        FieldType::File => Type::File,
    })
}

/// `aantal-assistentes` -> `Aantal assistentes`
fn spoken(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
}

/// A record that holds itself, through whatever fields, can never be filled in.
fn find_cycles(resolver: &mut Resolver<'_>) {
    for start in 0..resolver.records.len() {
        let mut trail = Vec::new();
        if reaches(&resolver.records, RecordId(start), RecordId(start), &mut trail) {
            let span = resolver.records.get(start).map_or(Span::default(), |r| r.span);
            let names: Vec<String> =
                trail.iter().filter_map(|id| resolver.records.get(id.0)).map(|r| r.id.clone()).collect();
            resolver.report(span, Wrong::Cycle(names));
            return;
        }
    }
}

fn reaches(records: &[Record], from: RecordId, goal: RecordId, trail: &mut Vec<RecordId>) -> bool {
    if trail.contains(&from) {
        return false;
    }
    trail.push(from);
    for inner in records.get(from.0).into_iter().flat_map(|r| &r.fields).filter_map(|f| held(&f.ty)) {
        if inner == goal || reaches(records, inner, goal, trail) {
            return true;
        }
    }
    trail.pop();
    false
}

fn held(ty: &Type) -> Option<RecordId> {
    match ty {
        Type::Record(id) => Some(*id),
        Type::List(inner) => held(inner),
        _ => None,
    }
}
