//! What stands at a place, what it means, and where it is declared.
//!
//! A place decides, and not a name: what is called so elsewhere is another thing.

use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind, Range};

use crate::model::{Contents, Field, FrameField, Intervention, Kind, Model, Named, Record, Rule, Type};
use crate::plan::{self, KEYS};
use crate::report::{self, Catalog, Subject};
use crate::source::Span;
use crate::syntax::{self, MarkSort, Naming};
use crate::value::same_name;

use super::names::{Named as NameOf, names};
use super::place::{Place, place};
use super::slot::{Slot, slot};

/// What stands at a place.
#[derive(Clone, Copy)]
pub enum About<'m> {
    /// What has a page of its own.
    Thing(Subject<'m>),
    Record(&'m Record),
    Element(&'m Named),
    /// A kind of choice.
    Kind(Kind),
    /// A key that every plan has.
    Key(&'static str),
    /// A word that can be the value of a field, with what it is called.
    Value(&'m Record, &'m Field, Option<(&'m str, &'m str)>),
}

/// The keys of a year and of a choice.
const INSIDE: [&str; 2] = ["interventies", "keuze"];

/// What stands at a place of a plan, and from where to where.
#[must_use]
pub fn in_plan<'m>(whole: Model<'m>, text: &str, offset: usize) -> Option<(About<'m>, Span)> {
    let model = whole.contents();
    let document = plan::parse(text);
    let here = |span: Span| (span.start as usize..=span.end as usize).contains(&offset);
    let named = names(model, text, document.root.as_ref()).into_iter().find(|(span, _)| here(*span));
    if let Some((span, named)) = named {
        return Some((About::Thing(subject(model, named)), span));
    }
    let place = place(text, offset);
    let span = Span::new(place.start, place.start + place.word.len());
    if place.word.is_empty() || is_comment(text, place.start) {
        return None;
    }
    Some((at(model, &place)?, span))
}

fn subject(model: &Contents, named: NameOf) -> Subject<'_> {
    match named {
        NameOf::Field(record, number) => {
            let record = model.record(record);
            Subject::Field(record, record.fields.get(number))
        }
        NameOf::Intervention(number) => Subject::Intervention(model.intervention(number)),
        NameOf::Rule(number) => Subject::Rule(model.rules.get(number)),
    }
}

/// Whether a place lies behind the sign of a comment.
fn is_comment(text: &str, at: usize) -> bool {
    let line = text.get(..at).and_then(|before| before.rsplit(['\n', '\r']).next()).unwrap_or("");
    line.trim_start().starts_with('#') || line.contains(" #")
}

fn at<'m>(model: &'m Contents, place: &Place) -> Option<About<'m>> {
    let word = place.word.as_str();
    match slot(model, place)? {
        Slot::Name(record, _) => {
            let field = record.fields.iter().find(|field| same_name(&field.id, word));
            field.map(|field| About::Thing(Subject::Field(record, field))).or_else(|| key(word))
        }
        Slot::Intervention(_) => intervention(model, word),
        Slot::Kind(..) => Kind::from_word(word).map(About::Kind),
        Slot::Value(Type::Intervention) => intervention(model, word),
        Slot::Value(ty) => value(model, place, ty),
        Slot::Frame("regioplan") => {
            let id = word.split('@').next().unwrap_or(word);
            same_name(&model.id, id).then_some(About::Thing(Subject::Head(model)))
        }
        Slot::Year | Slot::Frame(_) => None,
    }
}

fn key(word: &str) -> Option<About<'static>> {
    KEYS.into_iter().chain(INSIDE).find(|key| same_name(key, word)).map(About::Key)
}

fn intervention<'m>(model: &'m Contents, word: &str) -> Option<About<'m>> {
    let one = model.intervention(model.find_intervention(word)?);
    Some(About::Thing(Subject::Intervention(one)))
}

/// A word that the field before it knows.
fn value<'m>(model: &'m Contents, place: &Place, ty: &Type) -> Option<About<'m>> {
    let ty = if let Type::List(inner) = ty { inner } else { ty };
    model.words_of(ty).into_iter().find(|(known, _)| same_name(known, &place.word))?;
    let mut above: Vec<String> = place.route.iter().chain(&place.key).cloned().collect();
    while above.last().is_some_and(|name| name == "-") {
        above.pop();
    }
    let word = above.pop()?;
    let Slot::Name(record, _) = slot(model, &Place { route: above, word: word.clone(), ..Place::default() })? else {
        return None;
    };
    let field = record.fields.iter().find(|field| same_name(&field.id, &word))?;
    // A bare value stands for a field of what it is short for.
    let (record, field) = match &field.ty {
        Type::Record(id) => {
            let inner = model.record(*id);
            (inner, inner.fields.get(inner.short_form()?))
        }
        _ => (record, field),
    };
    let own = model.interventions.iter().filter(|one| record.of_intervention && same_name(&one.id, &record.id));
    let mut options = own.flat_map(|one: &Intervention| one.variants.iter().chain(&one.deepenings));
    let called = options.find(|(id, _)| same_name(id, &place.word)).map(|(id, label)| (id.as_str(), label.as_str()));
    Some(About::Value(record, field, called))
}

/// What is declared at a place of a regioplan, or of its register.
#[must_use]
pub fn declared_at<'m>(whole: Model<'m>, name: &str, at: Span, in_register: bool) -> Option<About<'m>> {
    let model = whole.contents();
    let is_it = |subject: &Subject<'_>| defined(About::Thing(*subject), model) == Some((at, in_register));
    let thing = report::subjects(whole).find(is_it).map(About::Thing);
    // What the language itself declares has no place.
    let is_record = |record: &&Record| record.span == at || record.span.is_empty() && same_name(&record.id, name);
    let records = || model.records.iter().filter(|record| !record.of_intervention).find(is_record);
    let elements = || model.elements.iter().find(|element| element.span == at);
    let more = || records().map(About::Record).or_else(|| elements().map(About::Element));
    // A rule of an intervention stands at its whole head.
    let holds = |rule: &&Rule| rule.span.start <= at.start && at.end <= rule.span.end;
    let rules = || model.rules.iter().find(holds).map(Subject::Rule).map(About::Thing);
    thing.or_else(|| more().or_else(rules).filter(|_| !in_register))
}

/// A word of a regioplan that is declared nowhere in it, or that is the name of all of it.
#[must_use]
pub fn in_rules<'m>(model: &'m Contents, text: &str, kind: syntax::Kind, offset: usize) -> Option<(About<'m>, Span)> {
    let marks = syntax::marks(text, kind);
    let mark = marks.iter().find(|mark| (mark.span.start as usize..=mark.span.end as usize).contains(&offset))?;
    let MarkSort::Name(naming, _) = mark.sort else { return None };
    let word = mark.span.of(text);
    let about = match naming {
        Naming::Kind => Kind::from_word(word).map(About::Kind),
        Naming::Value => Kind::from_word(word).map(About::Kind).filter(|_| is_of_kind(text, mark.span)),
        Naming::Regioplan | Naming::Guide => same_name(&model.id, word).then_some(About::Thing(Subject::Head(model))),
        Naming::Field => {
            FrameField::ALL.into_iter().find(|field| same_name(field.word(), word)).and_then(|_| key(word))
        }
        _ => None,
    };
    Some((about?, mark.span))
}

/// Whether a word is one of those that the kind of a choice is compared with: `soort is niet nieuw of verdieping`.
fn is_of_kind(text: &str, at: Span) -> bool {
    let before = text.get(..at.start as usize).unwrap_or("");
    let mut words = before.split(|c: char| c.is_whitespace() || c == ',').rev().filter(|word| !word.is_empty());
    let between = |word: &str| ["is", "niet", "of"].contains(&word) || Kind::from_word(word).is_some();
    words.find(|word| !between(word)) == Some("soort")
}

/// What it means, as a page.
#[must_use]
pub fn hover(whole: Model<'_>, about: About<'_>, range: Range, catalog: &Catalog) -> Option<Hover> {
    let model = whole.contents();
    let value = match about {
        About::Thing(subject) => report::explain_markdown(whole, subject, catalog),
        About::Record(record) => report::record_markdown(whole, record, catalog),
        About::Element(named) => report::element_markdown(&named.id, model, catalog),
        About::Kind(kind) => report::kind_markdown(kind, model, catalog),
        About::Key(name) => report::key_markdown(name, model, catalog)?,
        About::Value(record, field, called) => report::value_markdown(whole, record, field, called, catalog),
    };
    let contents = HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value });
    Some(Hover { contents, range: Some(range) })
}

/// Where it is declared, and whether that is in the register beside the regioplan.
#[must_use]
pub fn defined(about: About<'_>, model: &Contents) -> Option<(Span, bool)> {
    let span = match about {
        About::Thing(Subject::Rule(rule)) => rule.span,
        About::Thing(Subject::Intervention(one)) => one.span,
        About::Thing(Subject::Field(_, field)) | About::Value(_, field, _) => field.span,
        About::Thing(Subject::Condition(condition)) => condition.named.span,
        About::Thing(Subject::Indicator(indicator)) => indicator.span,
        About::Thing(Subject::Offer(demand)) => demand.span,
        About::Thing(Subject::Part(_, named)) | About::Element(named) => named.span,
        About::Thing(Subject::Statement(model, id)) => return Some((model.contents().register.get(id).span, true)),
        About::Record(record) => record.span,
        About::Kind(kind) => model.kinds.iter().find(|own| same_name(&own.id, kind.word()))?.span,
        About::Thing(Subject::Head(_) | Subject::BuiltIn(_)) | About::Key(_) => return None,
    };
    (!span.is_empty()).then_some((span, false))
}
