//! The blocks `gegevens`: records with their fields and types.

use crate::model::{CHOICE, EVIDENCE, Field, Member, PLAN, PRACTICE, REGION, RecordId, Requirement, Type, YEAR};
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
        FieldType::Intervention => Type::Intervention,
    })
}

/// `aantal-assistentes` -> `Aantal assistentes`
fn spoken(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().collect::<String>() + chars.as_str()).unwrap_or_default()
}

/// Records stand so deep within each other at most: nobody fills in more, and every level doubles what a plan can hold.
const DEEPEST: usize = 16;

/// A record that holds itself, through whatever fields, can never be filled in; nor can one that holds too many levels.
fn find_cycles(resolver: &mut Resolver<'_>) {
    let inner: Vec<Vec<usize>> = resolver
        .records
        .iter()
        .map(|record| record.fields.iter().filter_map(|field| held(&field.ty)).collect())
        .collect();
    let depths = match depths(&inner) {
        Ok(depths) => depths,
        Err(cycle) => {
            let records = cycle.iter().filter_map(|index| resolver.records.get(*index));
            let names: Vec<String> = records.map(|record| record.id.clone()).collect();
            let first = cycle.first().and_then(|index| resolver.records.get(*index));
            return resolver.report(first.map_or(Span::default(), |record| record.span), Wrong::Cycle(names));
        }
    };
    if let Some((record, _)) =
        resolver.records.iter().zip(depths).find(|(record, depth)| *depth > DEEPEST && !record.span.is_empty())
    {
        resolver.report(record.span, Wrong::TooDeep(DEEPEST));
    }
}

/// How many levels each thing holds, by what it holds itself; or things in a circle, of which the first stands first. Each is
/// looked at once.
pub fn depths(inner: &[Vec<usize>]) -> Result<Vec<usize>, Vec<usize>> {
    let mut known: Vec<Option<usize>> = vec![None; inner.len()];
    // Whether a thing is on the way; and the way, with what is still to be looked at of each.
    let mut on_way = vec![false; inner.len()];
    for start in 0..inner.len() {
        let mut way = vec![(start, 0)];
        while let Some((at, next)) = way.last_mut() {
            let (own, held) = (*at, inner.get(*at).map_or(&[][..], Vec::as_slice));
            if let Some(place) = on_way.get_mut(own) {
                *place = true;
            }
            if let Some(child) = held.get(*next).copied() {
                *next += 1;
                if on_way.get(child) == Some(&true) {
                    let mut circle: Vec<usize> = way.iter().map(|(at, _)| *at).skip_while(|at| *at != child).collect();
                    let first = circle.iter().enumerate().min_by_key(|(_, at)| **at).map_or(0, |(index, _)| index);
                    circle.rotate_left(first);
                    return Err(circle);
                }
                if known.get(child) == Some(&None) {
                    way.push((child, 0));
                }
                continue;
            }
            let deepest = held.iter().filter_map(|child| known.get(*child).copied().flatten()).max().unwrap_or(0);
            if let Some(place) = known.get_mut(own) {
                *place = Some(deepest + 1);
            }
            if let Some(place) = on_way.get_mut(own) {
                *place = false;
            }
            way.pop();
        }
    }
    Ok(known.into_iter().map(Option::unwrap_or_default).collect())
}

fn held(ty: &Type) -> Option<usize> {
    match ty {
        Type::Record(id) => Some(id.0),
        Type::List(inner) => held(inner),
        _ => None,
    }
}
