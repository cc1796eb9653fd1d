//! The blocks `gegevens`: records with their fields and types.

use crate::model::{
    CHOICE, EVIDENCE, Field, FieldId, Id, Member, PLAN, PRACTICE, REGION, Record, RecordId, Requirement, Shape, Table,
    Type, YEAR,
};
use crate::source::Span;
use crate::syntax::tree::{Body, FieldType, Name, Part, Required};
use crate::value::same_name;

use super::clauses;
use super::ctx::Ctx;
use super::document::{Documents, fits_supplement};
use super::problem::{Differs, Wrong};
use super::resolver::{Joined, Resolver};

/// Keys of the fixed frame, which no field may be called, per record.
const RESERVED: [(RecordId, &[&str]); 4] = [
    (REGION, &["regioplan", "kalenderjaar", "verantwoording", "praktijken", "keuzes"]),
    (PLAN, &["regioplan", "startkwartaal", "jaar", "kalenderjaar", "ingediend", "verantwoording", "praktijk", "jaren"]),
    (YEAR, &["interventies"]),
    (CHOICE, &["keuze", "soort", "interventie", "kernelement", "variant", "verdieping", "omschrijving", "bewijs"]),
];

/// Fills every record: types first, then the conditions under which a field is required.
pub fn fill(resolver: &mut Resolver<'_>, documents: &Documents<'_>) {
    let mut waiting = Vec::new();
    for (number, document) in documents.all() {
        resolver.supplement = number;
        for block in document.tree.blocks.iter().filter(|block| number.is_none() || fits_supplement(block)) {
            let Body::Gegevens { id, label } = &block.head.body else { continue };
            let Some(record) = resolver.find_record(id) else { continue };
            // What every regioplan has is called as the regioplan says.
            let named = number.is_some() && !resolver.records.get(record).label.is_empty();
            if let (Some(label), Some(slot)) = (label.as_ref().filter(|_| !named), resolver.records.get_mut(record)) {
                slot.label.clone_from(&label.text);
            }
            for part in &block.parts {
                if let Some(field) = add_field(resolver, record, part) {
                    waiting.push((number, record, field, part));
                }
            }
        }
    }
    resolver.supplement = None;
    if !resolver.records.get(EVIDENCE).fields.is_empty() {
        let ty = Type::List(Box::new(Type::Record(EVIDENCE)));
        push(resolver, CHOICE, built_in("bewijs", "Bewijs", ty, Requirement::Optional));
    }
    find_cycles(resolver);
    let joined = join(resolver);
    for (number, record, field, part) in waiting {
        resolver.supplement = number;
        require(resolver, record, field, part, &context(record));
    }
    resolver.supplement = None;
    agree(resolver, joined);
}

/// The context in which conditions of a record's fields are read.
fn context(record: RecordId) -> Ctx {
    if record == PLAN || record == PRACTICE {
        Ctx::default()
    } else if record == YEAR {
        Ctx { year: true, ..Ctx::default() }
    } else if record == CHOICE {
        Ctx { year: true, choice: Some(CHOICE), ..Ctx::default() }
    } else if record == REGION {
        Ctx { region: true, year: true, ..Ctx::default() }
    } else {
        Ctx { members: vec![Member::Record(record)], ..Ctx::default() }
    }
}

/// A field that the language itself adds.
pub fn built_in(id: &str, label: &str, ty: Type, required: Requirement) -> Field {
    Field { id: id.to_owned(), label: label.to_owned(), ty, required, ..Field::default() }
}

pub fn push(resolver: &mut Resolver<'_>, record: RecordId, field: Field) -> Option<FieldId> {
    resolver.records.get_mut(record).map(|slot| slot.fields.push(field))
}

/// Adds a field without its requirement, and gives it. One that another document declares as well is one field.
pub fn add_field(resolver: &mut Resolver<'_>, record: RecordId, part: &Part) -> Option<FieldId> {
    let Body::Veld(field) = &part.head.body else { return None };
    let known = resolver.records.get(record).position(&field.id.text);
    let known = known.filter(|number| !resolver.sees(record, *number));
    if known.is_none() {
        check_name(resolver, record, &field.id);
    }
    let ty = field_type(resolver, &field.ty).unwrap_or_else(|| {
        resolver.doubtful.insert(field.id.span);
        Type::Text
    });
    let dated = matches!(&ty, Type::Date) || matches!(&ty, Type::List(inner) if **inner == Type::Date);
    if let Some(span) = field.takes_place.filter(|_| !dated) {
        resolver.report(span, Wrong::TakesPlaceOfNoDate(field.id.text.clone()));
    }
    if let Some(span) = field.none_when_empty {
        if !matches!(ty.shape(), Shape::List(_)) {
            resolver.report(span, Wrong::NoneOfNoList(field.id.text.clone()));
        } else if matches!(field.required, Required::Always) {
            resolver.report(span, Wrong::NoneAndRequired(field.id.text.clone()));
        }
    }
    let reasons = clauses::reasons(resolver, &part.clauses);
    let label = field.label.as_ref().map_or_else(|| spoken(&field.id.text), |label| label.text.clone());
    let model = Field {
        id: field.id.text.clone(),
        label,
        also_known: clauses::also_known(&part.clauses),
        ty,
        required: Requirement::Optional,
        short_form: field.short_form,
        takes_place: field.takes_place.is_some(),
        none_when_empty: field.none_when_empty.is_some(),
        explanation: (!reasons.explanation.is_empty()).then(|| reasons.explanation.join(" ")),
        sources: reasons.sources,
        supplement: resolver.supplement,
        span: field.id.span,
        ..Field::default()
    };
    let number = if let Some(number) = known {
        resolver.joined.push(Joined { record, number, other: model });
        number
    } else {
        push(resolver, record, model)?
    };
    resolver.declare(record, number);
    Some(number)
}

/// Makes one of each field that two documents declare; the first of them names it. What they say of it must not differ.
pub fn join(resolver: &mut Resolver<'_>) -> Vec<Joined> {
    let joined = std::mem::take(&mut resolver.joined);
    for Joined { record, number, other } in &joined {
        let first = resolver.records.get(*record).fields.get(*number);
        let differs = if !is_same(&first.ty, &other.ty, &resolver.records) {
            Some(Differs::Type)
        } else if first.takes_place != other.takes_place {
            Some(Differs::Day)
        } else if first.none_when_empty != other.none_when_empty {
            Some(Differs::Empty)
        } else {
            None
        };
        if let Some(how) = differs {
            let first = first.span;
            resolver.report(other.span, Wrong::FieldDiffers { name: other.id.clone(), first, how });
            continue;
        }
        // Both know what stands in it.
        let inner: Vec<RecordId> = within(&first.ty, &resolver.records);
        for id in inner {
            resolver.declare_all(id, other.supplement);
        }
        if let Some(first) = resolver.records.get_mut(*record).and_then(|found| found.fields.get_mut(*number)) {
            first.short_form |= other.short_form;
            first.explanation = first.explanation.take().or_else(|| other.explanation.clone());
            first.sources.extend(&other.sources);
            let more = other.also_known.iter().filter(|name| !first.also_known.contains(name));
            let more: Vec<String> = more.cloned().collect();
            first.also_known.extend(more);
        }
    }
    joined
}

/// Refuses a field of two documents that ask otherwise what must be filled in within it: one of them would not be heard.
pub fn agree(resolver: &mut Resolver<'_>, joined: Vec<Joined>) {
    for Joined { record, number, other } in joined {
        let first = resolver.records.get(record).fields.get(number);
        let mut pairs = within(&first.ty, &resolver.records).into_iter().zip(within(&other.ty, &resolver.records));
        let fields = |id: RecordId| &resolver.records.get(id).fields;
        let asked = |field: &Field| match field.required {
            Requirement::Optional => Some(0),
            Requirement::Always => Some(1),
            Requirement::AtAccounting => Some(2),
            Requirement::If(_) => None,
        };
        let same = |(one, other): (&Field, &Field)| asked(one).is_some_and(|asked_of| asked(other) == Some(asked_of));
        let alike =
            |(one, other): (RecordId, RecordId)| one == other || fields(one).iter().zip(fields(other)).all(same);
        let (span, differs) = (first.span, !pairs.all(alike));
        if differs && is_same(&first.ty, &other.ty, &resolver.records) {
            let wrong = Wrong::FieldDiffers { name: other.id, first: span, how: Differs::Required };
            resolver.report(other.span, wrong);
        }
    }
}

/// The records that stand within a type, however deep.
fn within(ty: &Type, records: &Table<Record>) -> Vec<RecordId> {
    match ty.shape() {
        Shape::List(inner) => within(inner, records),
        Shape::Record(id) => {
            let fields = &records.get(id).fields;
            std::iter::once(id).chain(fields.iter().flat_map(|field| within(&field.ty, records))).collect()
        }
        Shape::Plain | Shape::OneOf(_) => Vec::new(),
    }
}

/// Whether two types hold the same; of records the same fields, in the same order.
fn is_same(one: &Type, other: &Type, records: &Table<Record>) -> bool {
    match (one.shape(), other.shape()) {
        (Shape::List(one), Shape::List(other)) => is_same(one, other, records),
        (Shape::OneOf(one), Shape::OneOf(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same_name(one, other))
        }
        (Shape::Record(one), Shape::Record(other)) => {
            let (first, second) = (&records.get(one).fields, &records.get(other).fields);
            let pairs = || first.iter().zip(second);
            let alike = |(one, other): (&Field, &Field)| {
                let same = same_name(&one.id, &other.id) && one.takes_place == other.takes_place;
                same && one.none_when_empty == other.none_when_empty && is_same(&one.ty, &other.ty, records)
            };
            one == other || first.len() == second.len() && pairs().all(alike)
        }
        (Shape::Plain | Shape::List(_) | Shape::OneOf(_) | Shape::Record(_), _) => one == other,
    }
}

/// Resolves under which condition a field is required.
pub fn require(resolver: &mut Resolver<'_>, record: RecordId, number: FieldId, part: &Part, ctx: &Ctx) {
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
    let Some(slot) = resolver.records.get_mut(record).and_then(|r| r.fields.get_mut(number)) else { return };
    if let Some(required) = both(&slot.required, required) {
        slot.required = required;
    } else {
        let (name, first) = (slot.id.clone(), slot.span);
        resolver.report(field.id.span, Wrong::FieldDiffers { name, first, how: Differs::Required });
    }
}

/// When a field must be filled in of which two documents say so; none when no one answer tells both.
fn both(first: &Requirement, other: Requirement) -> Option<Requirement> {
    match (first, &other) {
        (Requirement::Optional, _) | (_, Requirement::Always) => Some(other),
        (_, Requirement::Optional)
        | (Requirement::Always, _)
        | (Requirement::AtAccounting, Requirement::AtAccounting) => Some(first.clone()),
        (Requirement::AtAccounting | Requirement::If(_), Requirement::AtAccounting | Requirement::If(_)) => None,
    }
}

fn check_name(resolver: &mut Resolver<'_>, record: RecordId, id: &Name) {
    let of_intervention = resolver.records.get(record).of_intervention;
    let owner = if of_intervention { CHOICE } else { record };
    let reserved = RESERVED.iter().any(|(of, words)| *of == owner && words.contains(&id.text.as_str()));
    if reserved {
        resolver.report(id.span, Wrong::FieldReserved(id.text.clone()));
    }
    let known = resolver.records.get(record);
    let first = known.position(&id.text).map(|field| known.fields.get(field).span);
    if let Some(first) = first {
        resolver.problems.push(Wrong::twice(id, first));
    }
}

fn field_type(resolver: &mut Resolver<'_>, ty: &FieldType) -> Option<Type> {
    Some(match ty {
        FieldType::List(inner) => Type::List(Box::new(field_type(resolver, inner)?)),
        FieldType::Record(name) => Type::Record(resolver.find_record(name)?),
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
    let inner = resolver.records.map(|record| record.fields.iter().filter_map(|field| held(&field.ty)).collect());
    let depths = match depths(&inner) {
        Ok(depths) => depths,
        Err(cycle) => {
            let records = cycle.iter().map(|id| resolver.records.get(*id));
            let names: Vec<String> = records.map(|record| record.id.clone()).collect();
            let first = cycle.first().map(|id| resolver.records.get(*id));
            return resolver.report(first.map_or(Span::default(), |record| record.span), Wrong::Cycle(names));
        }
    };
    if let Some((record, _)) =
        resolver.records.iter().zip(&depths).find(|(record, depth)| **depth > DEEPEST && !record.span.is_empty())
    {
        resolver.report(record.span, Wrong::TooDeep(DEEPEST));
    }
}

/// How many levels each thing holds, by what it holds itself; or things in a circle, of which the first stands first. Each is
/// looked at once.
pub fn depths<K>(inner: &Table<K, Vec<Id<K>>>) -> Result<Table<K, usize>, Vec<Id<K>>> {
    let mut known: Table<K, Option<usize>> = inner.map(|_| None);
    // Whether a thing is on the way; and the way, with what is still to be looked at of each.
    let mut on_way = inner.map(|_| false);
    for start in inner.ids() {
        let mut way = vec![(start, 0)];
        while let Some((at, next)) = way.last_mut() {
            let (own, held) = (*at, inner.get(*at));
            if let Some(place) = on_way.get_mut(own) {
                *place = true;
            }
            if let Some(child) = held.get(*next).copied() {
                *next += 1;
                if *on_way.get(child) {
                    let mut circle: Vec<Id<K>> = way.iter().map(|(at, _)| *at).skip_while(|at| *at != child).collect();
                    let first = circle.iter().enumerate().min_by_key(|(_, at)| **at).map_or(0, |(index, _)| index);
                    circle.rotate_left(first);
                    return Err(circle);
                }
                if known.get(child).is_none() {
                    way.push((child, 0));
                }
                continue;
            }
            let deepest = held.iter().filter_map(|child| *known.get(*child)).max().unwrap_or(0);
            if let Some(place) = known.get_mut(own) {
                *place = Some(deepest + 1);
            }
            if let Some(place) = on_way.get_mut(own) {
                *place = false;
            }
            way.pop();
        }
    }
    Ok(known.map(|depth| depth.unwrap_or(0)))
}

fn held(ty: &Type) -> Option<RecordId> {
    match ty.shape() {
        Shape::Record(id) => Some(id),
        Shape::List(inner) => held(inner),
        Shape::Plain | Shape::OneOf(_) => None,
    }
}
