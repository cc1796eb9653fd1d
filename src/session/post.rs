//! Where the post of a practice goes, and whom somebody reaches, as far as what was filled in tells.
//!
//! In: what stands in a plan, or in the figures of a region. Out: the lines of an address, and the first person with an e-mail
//! address. Nothing is made up.

use crate::model::{Contents, PRACTICE, REGION, Record, RecordId, Shape, Type};
use crate::plan::{Content, Entry, RecordValue, mask_citizen_numbers};
use crate::value::Value;

use super::reading::Reading;

/// The fields of a practice with its address, in the order of an envelope.
const ADDRESS: [&str; 7] = ["adres", "straat", "huisnummer", "postcode", "postcode-en-plaats", "plaats", "woonplaats"];

/// Where the post of a practice goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Post {
    pub address: Vec<String>,
    pub reached: Option<Reached>,
}

/// An e-mail address, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    pub person: Option<String>,
    pub email: String,
}

impl Post {
    pub(super) fn of(reading: &Reading) -> Self {
        let lines = ADDRESS.iter().filter_map(|name| reading.field(name)).filter(|line| !line.trim().is_empty());
        let reached = Reached::at_practice(reading);
        Self { address: lines.map(|line| mask_citizen_numbers(&line).into_owned()).collect(), reached }
    }
}

impl Reached {
    /// The first e-mail address among the data of a practice, with the text that stands beside it.
    pub(super) fn at_practice(reading: &Reading) -> Option<Self> {
        within(&reading.loaded.model.contents, PRACTICE, &reading.plan.practice)
    }

    /// The first one among the figures of a region.
    pub(super) fn at_region(model: &Contents, figures: &RecordValue) -> Option<Self> {
        within(model, REGION, figures)
    }

    /// `name <address>`
    #[must_use]
    pub fn in_one(&self) -> String {
        match &self.person {
            Some(person) => format!("{person} <{}>", self.email),
            None => self.email.clone(),
        }
    }
}

fn within(model: &Contents, id: RecordId, value: &RecordValue) -> Option<Reached> {
    let record: &Record = model.record(id);
    let fields = || record.fields.pairs();
    for (at, field) in fields() {
        let Some(entry) = value.entry(at) else { continue };
        let inside = |ty: &Type, entry: &Entry| match (ty.shape(), &entry.content) {
            (Shape::Record(id), Content::Record(inner)) => within(model, id, inner),
            (Shape::Record(_) | Shape::Plain | Shape::OneOf(_) | Shape::List(_), _) => None,
        };
        let found = match (&field.ty, &entry.content) {
            (Type::Email, Content::Value(Value::Text(email))) => {
                // Beside an address within a group stands whose it is.
                let mut texts = fields().filter(|(_, field)| field.ty == Type::Text);
                let person = texts.find_map(|(at, _)| value.text(at));
                let masked = |text: &str| mask_citizen_numbers(text).into_owned();
                Some(Reached { person: person.map(masked), email: masked(email.as_written()) })
            }
            (Type::List(inner), Content::List(items)) => items.iter().find_map(|item| inside(inner, item)),
            (ty, _) => inside(ty, entry),
        };
        if found.is_some() {
            return found;
        }
    }
    None
}
