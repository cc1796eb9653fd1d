//! Whose a plan is: by its AGB code and its name, beside the list of practices that the figures of a region give.
//!
//! In: that list, and what plans say of themselves. Out: the practice on the list, where there is no doubt. A code with a slip in it
//! can be that of another practice; then a name tells them apart.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Contents, Field, FieldId, Quarter, REGION, Record, Requirement, Type};
use crate::plan::{Content, Entry, RecordValue};
use crate::source::Span;
use crate::value::{Value, name_distance, name_key};

/// Words that stand in the name of nearly every practice, and tell none apart.
const COMMON: [&str; 9] = [
    "huisartsenpraktijk",
    "huisartspraktijk",
    "groepspraktijk",
    "gezondheidscentrum",
    "huisartsen",
    "huisarts",
    "praktijk",
    "hap",
    "mtvp",
];

/// A practice on the list.
#[derive(Clone, Debug)]
pub struct Member {
    pub name: Option<String>,
    pub agb: Option<String>,
    pub start: Option<Quarter>,
    pub span: Span,
}

/// The list of practices in the figures of a region.
#[derive(Clone, Debug, Default)]
pub struct Members {
    /// The field that holds it.
    pub field: String,
    pub list: Vec<Member>,
    codes: BTreeMap<String, usize>,
    /// By the words of a name; none where more practices have it.
    names: BTreeMap<String, Option<usize>>,
}

impl Members {
    /// The practices that the figures name: the list of records with an AGB code, each practice once.
    #[must_use]
    pub fn of(model: &Contents, figures: Option<&RecordValue>) -> Self {
        let Some((field, record, items)) = listed(model, figures) else { return Self::default() };
        let mut members = Self { field: field.id.clone(), ..Self::default() };
        for member in items.iter().filter_map(|item| member(record, item)) {
            if !members.has(&member) {
                members.add(member);
            }
        }
        members
    }

    /// Those that stand on the list more than once.
    #[must_use]
    pub fn twice(model: &Contents, figures: Option<&RecordValue>) -> Vec<Member> {
        let Some((_, record, items)) = listed(model, figures) else { return Vec::new() };
        let mut seen = Self::default();
        let mut twice = Vec::new();
        for member in items.iter().filter_map(|item| member(record, item)) {
            if seen.has(&member) {
                twice.push(member);
            } else {
                seen.add(member);
            }
        }
        twice
    }

    fn add(&mut self, member: Member) {
        let at = self.list.len();
        if let Some(agb) = &member.agb {
            self.codes.entry(agb.clone()).or_insert(at);
        }
        if let Some(name) = &member.name {
            self.names.entry(telling(name)).and_modify(|known| *known = None).or_insert(Some(at));
        }
        self.list.push(member);
    }

    fn has(&self, member: &Member) -> bool {
        match (&member.agb, &member.name) {
            (Some(agb), _) => self.codes.contains_key(agb),
            (None, Some(name)) => self.names.contains_key(&telling(name)),
            (None, None) => false,
        }
    }

    /// The practice with a code.
    #[must_use]
    pub fn with_code(&self, agb: Option<&str>) -> Option<usize> {
        self.codes.get(agb?).copied()
    }

    /// The one practice with a name.
    #[must_use]
    pub fn with_name(&self, name: Option<&str>) -> Option<usize> {
        self.names.get(&telling(name?)).copied().flatten()
    }

    /// All practices with a name.
    #[must_use]
    pub fn called(&self, name: &str) -> Vec<usize> {
        let known = self.names.contains_key(&telling(name));
        let is =
            |(_, member): &(usize, &Member)| member.name.as_deref().is_some_and(|own| telling(own) == telling(name));
        let list = self.list.iter().enumerate().filter(|_| known);
        list.filter(is).map(|(at, _)| at).collect()
    }

    /// The practice that a code and a name mean: that of the code, unless the name is surely that of another.
    #[must_use]
    pub fn meant(&self, agb: Option<&str>, name: Option<&str>) -> Option<usize> {
        let (by_code, by_name) = (self.with_code(agb), self.with_name(name));
        match (by_code, by_name) {
            (Some(code), Some(named)) if !self.is_called(code, name) => Some(named),
            (Some(code), _) => Some(code),
            (None, named) => named,
        }
    }

    fn is_called(&self, at: usize, name: Option<&str>) -> bool {
        let own = self.list.get(at).and_then(|member| member.name.as_deref());
        own.zip(name).is_none_or(|(own, name)| telling(own) == telling(name))
    }

    /// Whether a practice on the list can go by a name.
    #[must_use]
    pub fn can_be_called(&self, at: usize, name: Option<&str>) -> bool {
        let own = self.list.get(at).and_then(|member| member.name.as_deref());
        own.zip(name).is_none_or(|(own, name)| alike(own, name))
    }
}

/// Whether two names can be of one practice: one holds all telling words of the other, or a slip lies between them.
#[must_use]
pub fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (telling(one), telling(other));
    let (words, others) = (words(&one), words(&other));
    one.is_empty() || other.is_empty() || words.is_subset(&others) || others.is_subset(&words) || is_slip(&one, &other)
}

/// Whether two names are one, but for a slip: of two plans for one year, a name with a word more can be that of another location.
#[must_use]
pub fn is_one_name(one: &str, other: &str) -> bool {
    let (one, other) = (telling(one), telling(other));
    words(&one) == words(&other) || is_slip(&one, &other)
}

fn words(telling: &str) -> BTreeSet<&str> {
    telling.split(' ').collect()
}

/// Whether what two names do not share is a slip. A number or a letter is none: that is how locations are told apart.
fn is_slip(one: &str, other: &str) -> bool {
    let (shared, others) = (words(one), words(other));
    let tells = |word: &&&str| word.chars().count() < 3 || word.contains(|c: char| c.is_ascii_digit());
    let slips = one.chars().count().min(other.chars().count()) / 4;
    !shared.symmetric_difference(&others).any(|word| tells(&word)) && name_distance(one, other) <= slips.min(3)
}

/// The words of a name that tell it from others.
#[must_use]
pub fn telling(name: &str) -> String {
    let plain = name_key(name).to_lowercase();
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.filter(|word| !COMMON.contains(word)).collect::<Vec<_>>().join(" ")
}

/// Required fields that are not filled in, in the groups and lists of the figures: where, and the field.
#[must_use]
pub fn left_open<'m>(model: &'m Contents, figures: &RecordValue) -> Vec<(Span, &'m Field)> {
    let mut found = Vec::new();
    let fields = &model.record(REGION).fields;
    for (field, entry) in fields.iter().zip(figures.values.iter()) {
        if let Some(entry) = entry {
            open_within(model, &field.ty, entry, &mut found);
        }
    }
    found
}

fn open_within<'m>(model: &'m Contents, ty: &Type, entry: &Entry, found: &mut Vec<(Span, &'m Field)>) {
    match (ty, &entry.content) {
        (Type::List(inner), Content::List(items)) => {
            for item in items {
                open_within(model, inner, item, found);
            }
        }
        (Type::Record(id), Content::Record(value)) if !value.unread => {
            let fields = &model.record(*id).fields;
            for (at, field) in fields.pairs() {
                let inside = value.entry(at).filter(|entry| !entry.content.is_empty());
                match inside {
                    Some(inside) => open_within(model, &field.ty, inside, found),
                    None if matches!(field.required, Requirement::Always) => found.push((entry.span, field)),
                    None => {}
                }
            }
        }
        (_, _) => {}
    }
}

/// The field with the list of practices, and what stands in it.
fn listed<'a>(model: &'a Contents, figures: Option<&'a RecordValue>) -> Option<(&'a Field, &'a Record, &'a [Entry])> {
    let figures = figures?;
    let fields = model.record(REGION).fields.pairs();
    let mut lists = fields.filter_map(|(index, field)| {
        let Type::List(inner) = &field.ty else { return None };
        let Type::Record(id) = inner.as_ref() else { return None };
        let record = Some(model.record(*id)).filter(|one| one.fields.iter().any(|field| field.ty == Type::Agb))?;
        let Some(Entry { content: Content::List(items), .. }) = figures.entry(index) else { return None };
        Some((field, record, items.as_slice()))
    });
    lists.next()
}

fn member(record: &Record, item: &Entry) -> Option<Member> {
    let Content::Record(value) = &item.content else { return None };
    let at = |ty: &Type| record.fields.find(|field| field.ty == *ty);
    let text = |field: FieldId| value.text(field).map(str::to_owned);
    let start = match at(&Type::Quarter).and_then(|index| value.value(index)) {
        Some(Value::Quarter(quarter)) => Some(*quarter),
        Some(Value::Text(_) | Value::Number(_) | Value::Date(_) | Value::YesNo(_) | Value::Word(_)) | None => None,
    };
    let (name, agb) = (record.position("naam").and_then(text), at(&Type::Agb).and_then(text));
    (name.is_some() || agb.is_some()).then_some(Member { name, agb, start, span: item.span })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_practices_apart() {
        for (one, other) in [
            ("Huisartsenpraktijk De Eik", "De Eik"),
            ("Huisartsenpraktijk Vathorst Noord", "HAP Vathorst Nord"),
            ("Huisartsenpraktijk", "Huisartsenpraktijk De Eik"),
        ] {
            assert!(alike(one, other), "{one} / {other}");
        }
        for (one, other) in [
            ("Huisartsenpraktijk De Eik", "Huisartsenpraktijk Baarn Centrum"),
            ("Huisartsenpraktijk De Brug", "Huisartsenpraktijk De Berg"),
            ("De Linde, locatie 1", "De Linde, locatie 2"),
            ("De Lindeboom A", "De Lindeboom B"),
            ("Gezondheidscentrum II", "Gezondheidscentrum III"),
        ] {
            assert!(!alike(one, other), "{one} / {other}");
        }
    }
}
