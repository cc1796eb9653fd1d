//! The fields of a record, with what is filled in.

use crate::draft::{Call, Place};
use crate::model::{Base, Field as Declared, FieldId, RecordId, Shape, Type, say_field_type, say_type};
use crate::plan::{Content, Entry, RecordValue};

use super::answers::said;
use super::data::{Field, Group, Input, Item, List, Need, Part, Several, Tick, Word};
use super::making::Making;

/// Records may hold each other, and no form is as deep as this.
const DEEPEST: usize = 6;

/// What a record is filled in with, and where.
#[derive(Clone, Copy)]
struct Spot<'s> {
    way: &'s str,
    place: Option<&'s Place>,
    deep: usize,
}

/// The fields of a record of the plan, of the practice or of a year.
pub fn of_record(
    making: &Making<'_>,
    id: RecordId,
    way: &str,
    filled: Option<&RecordValue>,
    place: Option<&Place>,
) -> Vec<Part> {
    let spot = Spot { way, place, deep: 0 };
    let all = all(making, id, filled, spot);
    all.map(|(_, part)| part).collect()
}

/// The fields of a choice: they are asked of its intervention.
pub fn of_choice(making: &Making<'_>, id: RecordId, way: &str, filled: &RecordValue, place: &Place) -> Vec<Part> {
    let spot = Spot { way, place: Some(place), deep: 0 };
    all(making, id, Some(filled), spot).map(|(_, part)| part).collect()
}

fn all<'s>(
    making: &'s Making<'s>,
    id: RecordId,
    filled: Option<&'s RecordValue>,
    spot: Spot<'s>,
) -> impl Iterator<Item = (FieldId, Part)> + 's {
    let fields = making.model.record(id).fields.pairs();
    fields.filter_map(move |(index, field)| {
        let place = spot.place.map(|place| place.within(index));
        let asked = place.as_ref().and_then(|place| making.asks.field(place));
        let entry = filled.and_then(|filled| filled.entry(index));
        // Of a year that is over no more is asked than what rules still look at.
        let over = place.as_ref().is_some_and(|place| place.base == Base::Year && place.year < making.year);
        let still = entry.is_some() || matches!(asked, Some(Call::Always(_) | Call::Sometimes(_)));
        if over && !still {
            return None;
        }
        let way = if spot.way.is_empty() { field.id.clone() } else { format!("{}.{}", spot.way, field.id) };
        let spot = Spot { way: &way, place: place.as_ref(), deep: spot.deep + 1 };
        Some((index, part(making, field, asked.as_ref(), entry, spot)?))
    })
}

fn part(
    making: &Making<'_>,
    field: &Declared,
    asked: Option<&Call<'_>>,
    entry: Option<&Entry>,
    spot: Spot<'_>,
) -> Option<Part> {
    let need = making.need(field, asked);
    let sources = making.sources(&field.sources);
    let (label, about) = (field.label.clone(), field.explanation.clone());
    let id = spot.way.to_owned();
    Some(match field.ty.shape() {
        Shape::Plain | Shape::OneOf(_) => {
            Part::Field(Field { hint: hint(making, field), ..single(making, &field.ty, entry, need, spot, &label) })
                .told(about, sources)
        }
        Shape::Record(record) => {
            if spot.deep > DEEPEST {
                return None;
            }
            let filled = entry.and_then(record_of);
            let parts = all(making, record, filled, spot).map(|(_, part)| part).collect();
            let has = entry.is_some_and(|entry| !entry.content.is_empty());
            Part::Group(Group { id, label, about, need, sources, filled: has, parts })
        }
        Shape::List(inner) => match inner.shape() {
            Shape::OneOf(_) => {
                let options = options(making, inner);
                several(
                    making,
                    options,
                    inner,
                    entry,
                    Several { id, label, about, need, sources, options: Vec::new(), next: String::new() },
                )
            }
            Shape::Plain | Shape::List(_) | Shape::Record(_) => {
                if spot.deep > DEEPEST {
                    return None;
                }
                list(
                    making,
                    inner,
                    entry,
                    spot,
                    List {
                        id,
                        label,
                        about,
                        need,
                        sources,
                        item: String::new(),
                        items: Vec::new(),
                        next: Item { id: String::new(), parts: Vec::new() },
                    },
                )
            }
        },
    })
}

impl Part {
    fn told(self, about: Option<String>, sources: Vec<super::data::Said>) -> Self {
        match self {
            Self::Field(field) => Self::Field(Field { about, sources, ..field }),
            other => other,
        }
    }
}

fn hint(making: &Making<'_>, field: &Declared) -> String {
    (making.say)(&say_field_type(making.model, field))
}

fn single(making: &Making<'_>, ty: &Type, entry: Option<&Entry>, need: Need, spot: Spot<'_>, label: &str) -> Field {
    Field {
        id: spot.way.to_owned(),
        label: label.to_owned(),
        about: None,
        hint: (making.say)(&say_type(making.model, ty)),
        input: input(making, ty, spot),
        need,
        sources: Vec::new(),
        value: entry.and_then(|entry| said(entry, ty, making.text)),
    }
}

fn input(making: &Making<'_>, ty: &Type, spot: Spot<'_>) -> Input {
    // What a practice is called is short; why it chooses something is not.
    let long = || spot.place.is_some_and(|place| place.base != Base::Practice);
    match ty {
        Type::Text if long() => Input::Lines,
        Type::Text | Type::List(_) | Type::Record(_) => Input::Line,
        Type::Number | Type::Whole | Type::Money | Type::Percentage => Input::Number,
        Type::Date => Input::Date,
        Type::Quarter => Input::Quarter,
        Type::Agb => Input::Agb,
        Type::Email => Input::Email,
        Type::File => Input::File,
        Type::YesNo | Type::Intervention | Type::OneOf(_) => Input::Choose { options: options(making, ty) },
    }
}

/// The words out of which one is chosen.
fn options(making: &Making<'_>, ty: &Type) -> Vec<Word> {
    let word = |(value, label): (&str, Option<&str>)| Word {
        value: value.to_owned(),
        label: label.map_or_else(|| value.replace('-', " "), str::to_owned),
    };
    making.model.words_of(ty).into_iter().map(word).collect()
}

fn members(entry: Option<&Entry>) -> &[Entry] {
    match entry.map(|entry| &entry.content) {
        Some(Content::List(items)) => items,
        Some(Content::Value(_) | Content::Record(_) | Content::Filler(_) | Content::Blank | Content::Invalid)
        | None => &[],
    }
}

fn record_of(entry: &Entry) -> Option<&RecordValue> {
    match &entry.content {
        Content::Record(record) => Some(record),
        Content::Value(_) | Content::List(_) | Content::Filler(_) | Content::Blank | Content::Invalid => None,
    }
}

fn several(making: &Making<'_>, options: Vec<Word>, inner: &Type, entry: Option<&Entry>, mut part: Several) -> Part {
    let items = members(entry);
    let stand: Vec<Option<String>> = items.iter().map(|item| said(item, inner, making.text)).collect();
    let at = |value: &str| stand.iter().position(|found| found.as_deref() == Some(value));
    let place = |number: usize| format!("{}[{number}]", part.id);
    let known: Vec<Tick> =
        options.into_iter().map(|Word { value, label }| Tick { at: at(&value).map(place), value, label }).collect();
    // What is no word of the list is shown, so that it can be taken away.
    let strange = stand.iter().enumerate().filter_map(|(number, value)| Some((number, value.as_ref()?)));
    let strange = strange.filter(|(_, value)| !known.iter().any(|tick| tick.value == **value));
    let strange: Vec<Tick> = strange
        .map(|(number, value)| Tick { value: value.clone(), label: value.clone(), at: Some(place(number)) })
        .collect();
    part.next = place(items.len());
    part.options = known.into_iter().chain(strange).collect();
    Part::Several(part)
}

fn list(making: &Making<'_>, inner: &Type, entry: Option<&Entry>, spot: Spot<'_>, mut part: List) -> Part {
    let label = match inner.shape() {
        Shape::Record(id) => Some(making.model.record(id).label.clone()),
        Shape::Plain | Shape::OneOf(_) | Shape::List(_) => None,
    };
    part.item = label.filter(|label| !label.is_empty()).unwrap_or_else(|| part.label.clone());
    let items = members(entry);
    let filled = items.iter().enumerate().map(|(number, item)| (number, Some(item)));
    let mut made: Vec<Item> = filled
        .chain([(items.len(), None)])
        .map(|(number, item)| {
            let way = format!("{}[{number}]", part.id);
            let spot = Spot { way: &way, place: None, deep: spot.deep };
            let parts = match inner.shape() {
                Shape::Record(id) => all(making, id, item.and_then(record_of), spot).map(|(_, part)| part).collect(),
                Shape::Plain | Shape::OneOf(_) | Shape::List(_) => {
                    let need = Need { level: super::data::NeedLevel::Optional, said: String::new() };
                    vec![Part::Field(single(making, inner, item, need, spot, &part.item))]
                }
            };
            Item { id: way.clone(), parts }
        })
        .collect();
    if let Some(next) = made.pop() {
        part.next = next;
    }
    part.items = made;
    Part::List(part)
}
