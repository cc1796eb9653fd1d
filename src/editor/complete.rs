//! What can be written at a place of a plan, each with what it means.

use lsp_types::{CompletionItem, CompletionItemKind, CompletionTextEdit, Documentation, TextEdit};

use crate::diagnostic::Text;
use crate::model::{Contents, Kind, PLAN, Regioplan, Type, YEAR, say_field_type};
use crate::plan::{self, KEYS};
use crate::report::{self, Catalog};
use crate::source::Span;
use crate::value::same_name;

use super::lines::Lines;
use super::place::Place;
use super::slot::{Slot, kinds, offered, slot};

/// What is offered: a word with what it is called.
pub struct Offered {
    pub word: String,
    /// What is written behind it.
    pub behind: &'static str,
    pub kind: CompletionItemKind,
    pub label: Option<String>,
    pub about: Option<String>,
}

impl Offered {
    pub fn value(word: impl Into<String>, label: Option<String>) -> Self {
        Self { word: word.into(), behind: "", kind: CompletionItemKind::ENUM_MEMBER, label, about: None }
    }

    fn name(word: &str, label: &str) -> Self {
        let (kind, label) = (CompletionItemKind::FIELD, Some(label.to_owned()));
        Self { word: word.to_owned(), behind: ": ", kind, label, about: None }
    }
}

/// What can be written at a place. What stands there already is not offered again, and a word that the check would not take there
/// neither: `takes` says whether it would take it, with what is written behind it.
#[must_use]
pub fn complete(
    model: &Regioplan,
    place: &Place,
    lines: Lines<'_>,
    catalog: &Catalog,
    takes: &mut dyn FnMut(&str) -> bool,
) -> Vec<CompletionItem> {
    let Some(found) = slot(&model.contents, place) else { return Vec::new() };
    let mut offered = all(model, found, catalog);
    match found {
        Slot::Name(..) | Slot::Year | Slot::Intervention(_) => offered.retain(|one| !is_there(one, place)),
        Slot::Kind(..) => offered.retain(|one| takes(&one.word)),
        Slot::Value(_) | Slot::Frame(_) => {}
    }
    items(offered, place, lines)
}

/// Whether a name, or what people call it, stands beside a place.
fn is_there(one: &Offered, place: &Place) -> bool {
    let label = one.label.as_deref().map(plan::bare_name).filter(|label| !label.is_empty());
    let is_it = |name: &String| {
        same_name(name, &one.word) || label.as_ref().is_some_and(|label| plan::bare_name(name) == *label)
    };
    place.beside.iter().any(is_it)
}

fn items(offered: Vec<Offered>, place: &Place, lines: Lines<'_>) -> Vec<CompletionItem> {
    let mut found = items_at(offered, Span::new(place.start, place.start + place.word.len()), lines);
    for item in &mut found {
        if let Some(CompletionTextEdit::Edit(edit)) = &mut item.text_edit {
            edit.new_text.insert_str(0, gap(lines.text, place.start));
        }
    }
    found
}

/// What must be written before a value: right behind a colon a blank.
#[must_use]
pub fn gap(text: &str, start: usize) -> &'static str {
    if text.get(..start).is_some_and(|before| before.ends_with(':')) { " " } else { "" }
}

/// What is offered in the place of a word, in this order.
pub fn items_at(offered: Vec<Offered>, word: Span, lines: Lines<'_>) -> Vec<CompletionItem> {
    let range = lines.range(word);
    let end = word.end as usize;
    // A name that has its colon already gets no second one, and a word no second blank.
    let rest = lines.text.get(end..).unwrap_or("");
    let is_there = |behind: &str| {
        let sign = behind.trim_end();
        if sign.is_empty() { rest.starts_with(' ') } else { rest.trim_start_matches(['\'', '"']).starts_with(sign) }
    };
    let item = |(number, one): (usize, Offered)| {
        let behind = if is_there(one.behind) { "" } else { one.behind };
        CompletionItem {
            kind: Some(one.kind),
            detail: one.label,
            documentation: one.about.map(Documentation::String),
            // In the order of the regioplan.
            sort_text: Some(format!("{number:04}")),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text: format!("{}{behind}", one.word) })),
            label: one.word,
            ..CompletionItem::default()
        }
    };
    offered.into_iter().enumerate().map(item).collect()
}

/// What can be written in a plan of which no regioplan is known yet: the names of the frame, and the regioplannen by name.
#[must_use]
pub fn begin(known: &[(String, String)], place: &Place, lines: Lines<'_>, catalog: &Catalog) -> Vec<CompletionItem> {
    let offered = match (place.route.is_empty(), place.key.as_deref()) {
        (true, Some("regioplan")) => known.iter().map(|(id, name)| Offered::value(id, Some(name.clone()))).collect(),
        (true, None) => {
            let mut keys: Vec<Offered> = KEYS.iter().map(|key| key_of(key, catalog)).collect();
            keys.retain(|key| !is_there(key, place));
            keys
        }
        (true | false, _) => Vec::new(),
    };
    items(offered, place, lines)
}

/// A key that every plan has, with what it is.
fn key_of(key: &str, catalog: &Catalog) -> Offered {
    Offered { about: report::key_about(key).map(|about| catalog.word(about)), ..Offered::name(key, "") }
}

/// A kind of choice, with what the region calls it and what it means.
fn kind_of(model: &Contents, kind: Kind, catalog: &Catalog) -> Offered {
    let named = model.kinds.iter().find(|own| same_name(&own.id, kind.word())).map(|own| own.label.clone());
    let about = catalog.word(report::kind_about(kind));
    Offered { about: Some(about.clone()), ..Offered::value(kind.word(), Some(named.unwrap_or(about))) }
}

fn all(regioplan: &Regioplan, found: Slot<'_>, catalog: &Catalog) -> Vec<Offered> {
    let model = &regioplan.contents;
    match found {
        Slot::Name(record, id) => {
            let fields = record.fields.iter().map(|field| {
                let kind = catalog.say(&say_field_type(model, field));
                let about = [Some(kind), field.explanation.clone()].into_iter().flatten().collect::<Vec<_>>();
                Offered { about: Some(about.join("\n\n")), ..Offered::name(&field.id, &field.label) }
            });
            let frame = KEYS.iter().filter(|_| id == PLAN).map(|key| key_of(key, catalog));
            let choices = (id == YEAR).then(|| key_of("interventies", catalog));
            let kind = record.of_intervention.then(|| key_of("keuze", catalog));
            frame.chain(choices).chain(kind).chain(fields).collect()
        }
        Slot::Year => regioplan
            .programme
            .years()
            .map(|year| Offered::name(&year.to_string(), &catalog.say(&Text::new("show-year").with("year", year))))
            .collect(),
        Slot::Intervention(year) => offered(model, year)
            .map(|one| {
                let element = model.elements.get(one.element).label.clone();
                Offered { about: Some(element).filter(|label| !label.is_empty()), ..Offered::name(&one.id, &one.label) }
            })
            .collect(),
        Slot::Kind(one, year) => kinds(one, year).map(|kind| kind_of(model, kind, catalog)).collect(),
        Slot::Value(ty) => values(model, ty),
        Slot::Frame(key) => frame(regioplan, key),
    }
}

fn values(model: &Contents, ty: &Type) -> Vec<Offered> {
    let ty = if let Type::List(inner) = ty { inner } else { ty };
    let words = model.words_of(ty).into_iter();
    words.map(|(word, label)| Offered::value(word, label.map(str::to_owned))).collect()
}

fn frame(regioplan: &Regioplan, key: &str) -> Vec<Offered> {
    let model = &regioplan.contents;
    match key {
        "regioplan" => vec![Offered::value(model.full_id(), Some(model.name.clone()))],
        "jaar" => regioplan.programme.years().map(|year| Offered::value(year.to_string(), None)).collect(),
        "verantwoording" => values(model, &Type::YesNo),
        _ => Vec::new(),
    }
}
