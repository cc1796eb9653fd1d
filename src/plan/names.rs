//! What people call things -> the names that the plan knows: by a label, the beginning of one, another name, or the list of
//! a form.

use crate::model::{Contents, Field, FieldId, Intervention, InterventionId, Record, Shape, Type};
use crate::value::{Spoken, words};

pub use crate::value::{bare, is_bare};

use super::forms::empty_box;
use super::kinds;

/// The field that somebody means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// One of the record itself.
    Field(FieldId),
    /// One below this field.
    Within(FieldId),
    /// Several of the record itself, in the order of the name.
    Several(Vec<FieldId>),
}

/// The field of a record that a name stands for, when it can be one only; or the fields, when it is a name of each in turn.
#[must_use]
pub fn of_field(name: &str, record: &Record, model: &Contents) -> Option<Meant> {
    let asked = Asked::of(name);
    match asked.within(record).as_slice() {
        [] => {}
        [only] => return Some(Meant::Field(*only)),
        several => return Some(Meant::Several(several.to_vec())),
    }
    let only = |found: Vec<FieldId>| match found.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let found = |fits: &dyn Fn(&Field) -> bool| -> Vec<FieldId> {
        record.fields.pairs().filter(|(_, field)| fits(field)).map(|(id, _)| id).collect()
    };
    let within = found(&|field| inner(&field.ty, model).is_some_and(|inner| !asked.within(inner).is_empty()));
    if !within.is_empty() {
        return only(within).map(Meant::Within);
    }
    let own = words(name);
    let begins = |label: &Spoken| !own.is_empty() && label.words.starts_with(&own);
    let long = bare(name).chars().count() > 2;
    only(found(&|field| field.spoken().get(1).is_some_and(begins))).filter(|_| long).map(Meant::Field)
}

/// The fields of a record that have this name: one, or more when it is a row of names, such as `Plaats, datum`.
#[must_use]
pub fn called_in(name: &str, record: &Record) -> Vec<FieldId> {
    Asked::of(name).within(record)
}

/// A name that is looked up in several records.
pub struct Asked {
    whole: String,
    /// The names of a row; none when it is no row.
    row: Vec<String>,
}

impl Asked {
    #[must_use]
    pub fn of(name: &str) -> Self {
        let bare_of = |name: &str| bare(without_number(name));
        let row = name.replace(" en ", ",");
        let parts = row.split([',', '/', '&', '+', ';']).map(str::trim).filter(|part| !part.is_empty());
        let row: Vec<String> = parts.map(bare_of).collect();
        Self { whole: bare_of(name), row: if row.len() > 1 { row } else { Vec::new() } }
    }

    /// The fields of a record that have the name: one, or as many as stand in the row.
    #[must_use]
    pub fn within(&self, record: &Record) -> Vec<FieldId> {
        if let Some(only) = called_one(&self.whole, record) {
            return vec![only];
        }
        let mut found: Vec<FieldId> = Vec::new();
        for part in &self.row {
            found.extend(called_one(part, record).filter(|at| !found.contains(at)));
        }
        if found.len() == self.row.len() { found } else { Vec::new() }
    }
}

/// The one field of a record that has a name, which is bare.
fn called_one(wanted: &str, record: &Record) -> Option<FieldId> {
    let mut found = record.fields.pairs().filter(|(_, field)| is_called(field, wanted));
    // A label of a letter or two may be anything; the name of a field is its own, however short.
    let counts = |field: &Field| wanted.chars().count() > 2 || is_bare(&field.id, wanted);
    let first = found.next().filter(|(_, field)| counts(field))?.0;
    found.next().is_none().then_some(first)
}

/// Whether a field has this name, which is bare.
fn is_called(field: &Field, wanted: &str) -> bool {
    field.spoken().iter().any(|known| known.bare == wanted)
}

/// The record that a type is; of a list it is not one record.
pub fn inner<'m>(ty: &Type, model: &'m Contents) -> Option<&'m Record> {
    match ty.shape() {
        Shape::Record(id) => Some(model.record(id)),
        Shape::List(_) | Shape::Plain | Shape::OneOf(_) => None,
    }
}

/// The intervention that a name stands for, when it can be one only.
#[must_use]
pub fn of_intervention(name: &str, model: &Contents) -> Option<InterventionId> {
    let name = without_number(name);
    let wanted = bare(name);
    let only = |fits: &dyn Fn(&Spoken) -> bool| {
        let mut found = model.interventions.pairs().filter(|(_, one)| one.spoken().iter().any(fits));
        let first = found.next()?.0;
        found.next().is_none().then_some(first)
    };
    let own = words(name);
    let same = |known: &Spoken| known.bare == wanted;
    // All words of one of its names stand in the name, or the other way round.
    let within = |known: &Spoken| {
        known.words.iter().any(|word| word.chars().count() > 2)
            && known.words.iter().all(|word| own.iter().any(|one| alike(one, word)))
    };
    let around = |known: &Spoken| {
        own.iter().any(|word| word.chars().count() > 2)
            && own.iter().all(|word| known.words.iter().any(|one| alike(one, word)))
    };
    if wanted.is_empty() { None } else { only(&same).or_else(|| only(&within)).or_else(|| only(&around)) }
}

/// Whether a name is surely that of an intervention: all words of one of its names stand in it, and what it says besides stands
/// apart, between brackets or behind a dash. A word that stands in one of its names alone is no name of it.
#[must_use]
pub fn is_name_of(name: &str, found: &Intervention) -> bool {
    let called: Vec<&str> = called(found).map(String::as_str).collect();
    let own = words(without_number(name));
    let holds = |known: &Spoken| {
        !known.words.is_empty() && known.words.iter().all(|word| own.iter().any(|one| alike(one, word)))
    };
    let wanted = bare(without_number(name));
    let same = |known: &Spoken| !wanted.is_empty() && known.bare == wanted;
    let apart = besides(name, &called).is_none_or(|more| more.len() < name.trim().len() && !doubts(more));
    apart && found.spoken().iter().any(|known| same(known) || holds(known))
}

/// Words that say that something is not certain.
const DOUBT: [&str; 16] = [
    "misschien",
    "twijfel",
    "optioneel",
    "optie",
    "eventueel",
    "evt",
    "mogelijk",
    "wellicht",
    "voorbehoud",
    "voorlopig",
    "concept",
    "onzeker",
    "tbc",
    "maybe",
    "optional",
    "overwegen",
];

/// Whether words say that something is not certain, or that it is not so.
#[must_use]
pub fn doubts(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut all = lower.split(|c: char| !c.is_alphanumeric());
    text.contains('?') || all.any(|word| DOUBT.contains(&word) || !word.is_empty() && kinds::is_refusal(word))
}

/// Whether a box stands before a name that nobody ticked, as on a form of paper.
#[must_use]
pub fn is_unticked(name: &str) -> bool {
    empty_box(name.trim_start()) == Some(0)
}

fn called(found: &Intervention) -> impl Iterator<Item = &String> + Clone {
    [&found.id, &found.label].into_iter().chain(&found.also_known)
}

/// Whether a name says something besides what an intervention is called: how it is chosen, that it is not, or a number.
#[must_use]
pub fn says_more(name: &str, found: &Intervention) -> bool {
    let called = called(found);
    let signs = |text: &str| text.contains(['?', '~', '<', '>', '±']);
    if signs(name) && !called.clone().any(|known| signs(known)) {
        return true;
    }
    let known: Vec<&String> = found.spoken().iter().flat_map(|known| &known.words).collect();
    let counts =
        |word: &str| kinds::is_kind(word) || kinds::is_refusal(word) || word.contains(|c: char| c.is_numeric());
    words(without_number(name)).iter().any(|word| !known.contains(&word) && counts(word))
}

/// What a name says besides what a thing is called: what stands between brackets or behind a dash, or else the whole name.
#[must_use]
pub fn besides<'n>(name: &'n str, called: &[&str]) -> Option<&'n str> {
    let known: Vec<String> = called.iter().flat_map(|known| words(known)).collect();
    let says_more =
        |name: &str| words(without_number(name)).iter().any(|word| !known.iter().any(|known| alike(known, word)));
    if !says_more(name) {
        return None;
    }
    let bracketed = || {
        let (before, rest) = name.split_once('(')?;
        let (inner, after) = rest.rsplit_once(')')?;
        (!says_more(before) && after.trim().is_empty()).then_some(inner)
    };
    let behind = || {
        let parts = [" - ", " – ", ", "].into_iter().find_map(|sign| name.split_once(sign));
        parts.filter(|(before, _)| !says_more(before)).map(|(_, after)| after)
    };
    Some(bracketed().or_else(behind).unwrap_or(name).trim())
}

/// Whether all words that somebody asks for stand in a text, but for their ending; a long word may be part of another.
#[must_use]
pub fn has_words(text: &str, asked: &str) -> bool {
    let (known, own) = (words(text), words(asked));
    let found =
        |word: &String| known.iter().any(|one| alike(one, word) || word.len() > 4 && one.contains(word.as_str()));
    !own.is_empty() && own.iter().all(found)
}

/// Whether two words are the same, but for their ending.
fn alike(one: &str, other: &str) -> bool {
    one == other || one.len() > 4 && other.len() > 4 && stem(one) == stem(other)
}

/// A word without its ending.
fn stem(word: &str) -> &str {
    word.trim_end_matches("en").trim_end_matches('s').trim_end_matches('e')
}

/// A name without the letter or the number that it has in a list.
#[must_use]
pub fn without_number(name: &str) -> &str {
    let name = name.trim();
    let end = name.find(|c: char| !c.is_alphanumeric()).unwrap_or(0);
    let (mark, rest) = name.split_at(end);
    let is_mark = mark.chars().count() == 1 || mark.len() == 2 && mark.bytes().all(|byte| byte.is_ascii_digit());
    if is_mark && rest.starts_with(['.', ')', ':']) { rest.trim_start_matches(['.', ')', ':', ' ']) } else { name }
}
