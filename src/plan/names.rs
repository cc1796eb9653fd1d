//! What people call things -> the names that the plan knows: by a label, the beginning of one, another name, or the list of
//! a form.

use crate::model::{Contents, Field, FieldId, Intervention, InterventionId, Record, Shape, Type};
use crate::value::name_key;

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

/// Words that say nothing in a name.
const SMALL: [&str; 19] = [
    "de",
    "het",
    "een",
    "van",
    "voor",
    "en",
    "of",
    "in",
    "op",
    "met",
    "door",
    "middel",
    "te",
    "bij",
    "the",
    "training",
    "interventie",
    "trainingen",
    "implementatie",
];

/// The field of a record that a name stands for, when it can be one only; or the fields, when it is a name of each in turn.
#[must_use]
pub fn of_field(name: &str, record: &Record, model: &Contents) -> Option<Meant> {
    match called_in(name, record).as_slice() {
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
    let within = found(&|field| inner(&field.ty, model).is_some_and(|inner| !called_in(name, inner).is_empty()));
    if !within.is_empty() {
        return only(within).map(Meant::Within);
    }
    let own = words(name);
    let begins = |label: &str| !own.is_empty() && words(label).starts_with(&own);
    let long = bare(name).chars().count() > 2;
    only(found(&|field| begins(&field.label))).filter(|_| long).map(Meant::Field)
}

/// The fields of a record that have this name: one, or more when it is a row of names, such as `Plaats, datum`.
#[must_use]
pub fn called_in(name: &str, record: &Record) -> Vec<FieldId> {
    let one = |name: &str| {
        let wanted = bare(without_number(name));
        let mut found = record.fields.pairs().filter(|(_, field)| is_called(field, &wanted));
        // A label of a letter or two may be anything; the name of a field is its own, however short.
        let counts = |field: &Field| wanted.chars().count() > 2 || bare(&field.id) == wanted;
        let first = found.next().filter(|(_, field)| counts(field))?.0;
        found.next().is_none().then_some(first)
    };
    if let Some(only) = one(name) {
        return vec![only];
    }
    let row = name.replace(" en ", ",");
    let parts: Vec<&str> =
        row.split([',', '/', '&', '+', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let mut found: Vec<FieldId> = Vec::new();
    for part in &parts {
        found.extend(one(part).filter(|at| !found.contains(at)));
    }
    if parts.len() > 1 && found.len() == parts.len() { found } else { Vec::new() }
}

/// Whether a field has this name, which is bare.
fn is_called(field: &Field, wanted: &str) -> bool {
    let names = [&field.id, &field.label].into_iter().chain(&field.also_known);
    names.into_iter().any(|name| is_bare(name, wanted))
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
    let called: Vec<(InterventionId, Vec<&String>)> = model
        .interventions
        .pairs()
        .map(|(id, found)| (id, [&found.id, &found.label].into_iter().chain(&found.also_known).collect()))
        .collect();
    let name = without_number(name);
    let wanted = bare(name);
    let only = |fits: &dyn Fn(&str) -> bool| {
        let mut found = called.iter().filter(|(_, names)| names.iter().any(|known| fits(known)));
        let first = found.next()?.0;
        found.next().is_none().then_some(first)
    };
    let own = words(name);
    let same = |known: &str| is_bare(known, &wanted);
    // All words of one of its names stand in the name, or the other way round.
    let within = |known: &str| {
        let known = words(known);
        known.iter().any(|word| word.chars().count() > 2)
            && known.iter().all(|word| own.iter().any(|one| alike(one, word)))
    };
    let around = |known: &str| {
        let known = words(known);
        own.iter().any(|word| word.chars().count() > 2)
            && own.iter().all(|word| known.iter().any(|one| alike(one, word)))
    };
    if wanted.is_empty() { None } else { only(&same).or_else(|| only(&within)).or_else(|| only(&around)) }
}

/// Whether a name is surely that of an intervention: all words of one of its names stand in it, and what it says besides stands
/// apart, between brackets or behind a dash. A word that stands in one of its names alone is no name of it.
#[must_use]
pub fn is_name_of(name: &str, found: &Intervention) -> bool {
    let called: Vec<&str> = called(found).map(String::as_str).collect();
    let own = words(without_number(name));
    let holds = |known: &str| {
        let known = words(known);
        !known.is_empty() && known.iter().all(|word| own.iter().any(|one| alike(one, word)))
    };
    let wanted = bare(without_number(name));
    let same = |known: &str| !wanted.is_empty() && is_bare(known, &wanted);
    let apart = besides(name, &called).is_none_or(|more| more.len() < name.trim().len() && !doubts(more));
    apart && called.iter().any(|known| same(known) || holds(known))
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
    let known: Vec<String> = called.flat_map(|known| words(known)).collect();
    let counts =
        |word: &str| kinds::is_kind(word) || kinds::is_refusal(word) || word.contains(|c: char| c.is_numeric());
    words(without_number(name)).iter().any(|word| !known.contains(word) && counts(word))
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

/// The words of a name that say something.
fn words(name: &str) -> Vec<String> {
    let mut lower = name.to_lowercase();
    for (sign, plain) in [("e-health", "ehealth"), ("e-mail", "email"), ("ë", "e")] {
        if lower.contains(sign) {
            lower = lower.replace(sign, plain);
        }
    }
    let all = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !SMALL.contains(word));
    all.map(str::to_owned).collect()
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

/// A name by its letters and digits: without accents, capitals, spaces, signs, and what stands between brackets.
#[must_use]
pub fn bare(name: &str) -> String {
    let plain = name_key(name);
    let mut bare = String::with_capacity(plain.len());
    bare.extend(letters(&plain));
    bare
}

/// Whether a name is this one, which is bare.
#[must_use]
pub fn is_bare(name: &str, bare: &str) -> bool {
    letters(&name_key(name)).eq(bare.chars())
}

/// The letters and digits of a name outside brackets, in small letters.
fn letters(plain: &str) -> impl Iterator<Item = char> {
    let mut depth = 0_u32;
    let outside = plain.chars().filter(move |c| {
        let brackets = matches!(c, '(' | ')');
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && !brackets
    });
    outside.filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}
