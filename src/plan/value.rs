//! A practice plan as read: typed values with the places of their keys and values.

use crate::model::{Field, FieldId, Filled, InterventionId, Kind, LastYear};
use crate::source::Span;
use crate::value::Value;

use super::{Frame, Issue};

/// A practice plan, with every problem of form.
#[derive(Clone, Debug)]
pub struct Plan {
    pub frame: Frame,
    /// The last year that it is a plan for, of those that the programme has; a later year in it is a draft.
    pub last: Option<LastYear>,
    /// Fields of the plan as a whole.
    pub data: RecordValue,
    pub practice: RecordValue,
    /// The key `praktijk` is not there; that has been reported.
    pub practice_absent: bool,
    /// Years in order of number.
    pub years: Vec<YearPlan>,
    /// The key `jaren`, or the top of the file.
    pub years_span: Span,
    /// There are years that could not be read; each may be any year. That has been reported.
    pub years_unread: bool,
    pub files: Vec<FileRef>,
    pub issues: Vec<Issue>,
    /// How much stands in it that the regioplan does not know.
    pub astray: usize,
}

/// One programme year.
#[derive(Clone, Debug)]
pub struct YearPlan {
    pub year: u8,
    pub key: Span,
    pub data: RecordValue,
    pub choices: Vec<Choice>,
    /// The key `interventies`, where there is one.
    pub choices_span: Option<Span>,
    /// How many choices could not be read; each may be any choice.
    pub unread: usize,
}

/// One choice: an intervention with its kind and further data.
#[derive(Clone, Debug)]
pub struct Choice {
    pub intervention: InterventionId,
    pub key: Span,
    /// None when the kind could not be read; that has been reported.
    pub kind: Option<Kind>,
    /// The kind that an unreadable word is probably meant as: proposed, and never judged.
    pub near: Option<Kind>,
    pub kind_span: Span,
    /// The name stands there behind which the kind must come, with nothing behind it.
    pub is_open: bool,
    /// What stands in the place of the kind says that it is not chosen.
    pub is_refused: bool,
    /// Where it stands a second time and says something else, from its name to its end.
    pub again: Option<Span>,
    pub data: RecordValue,
}

/// The values of one record, by field.
#[derive(Clone, Debug, Default)]
pub struct RecordValue {
    /// Where to point when something is missing: the key that the record stands under.
    pub place: Span,
    /// What stands there is no record, so nothing is known of its fields; that has been reported.
    pub unread: bool,
    pub values: Filled<Field, Entry>,
}

/// A key with its value.
#[derive(Clone, Debug)]
pub struct Entry {
    pub key: Span,
    pub span: Span,
    pub content: Content,
}

/// What stands behind a key.
#[derive(Clone, Debug)]
pub enum Content {
    Value(Value),
    List(Vec<Entry>),
    Record(RecordValue),
    /// Words that people write in a field that they leave open; they are no answer.
    Filler(Value),
    /// The key is there, nothing behind it.
    Blank,
    /// Not of the declared type; that has been reported.
    Invalid,
}

impl Content {
    /// The word, when it is one of a fixed list or the name of an intervention.
    #[must_use]
    pub fn word(&self) -> Option<&str> {
        match self {
            Self::Value(Value::Word(word)) => Some(word),
            Self::Value(_) | Self::List(_) | Self::Record(_) | Self::Filler(_) | Self::Blank | Self::Invalid => None,
        }
    }

    /// Whether nothing is filled in: nothing at all, a filler, a group in which nothing is filled in, or a
    /// list without members or with only such groups.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Blank | Self::Filler(_) => true,
            Self::List(items) => items.iter().all(|item| item.content.is_empty()),
            Self::Record(record) => record.is_empty(),
            Self::Value(_) | Self::Invalid => false,
        }
    }

    /// Whether something is filled in; none when all that stands there cannot be read.
    #[must_use]
    pub fn is_filled(&self) -> Option<bool> {
        let of_all = |parts: &mut dyn Iterator<Item = &Entry>| {
            let found: Vec<Option<bool>> = parts.map(|part| part.content.is_filled()).collect();
            if found.contains(&Some(true)) { Some(true) } else { (!found.contains(&None)).then_some(false) }
        };
        match self {
            Self::Blank | Self::Filler(_) => Some(false),
            Self::List(items) => of_all(&mut items.iter()),
            Self::Record(record) => match of_all(&mut record.values.iter().flatten()) {
                Some(false) if record.unread => None,
                found => found,
            },
            Self::Value(_) => Some(true),
            Self::Invalid => None,
        }
    }
}

/// A file that the plan refers to, relative to the plan.
#[derive(Clone, Debug)]
pub struct FileRef {
    pub path: String,
    pub span: Span,
    pub trail: String,
    pub year: Option<u8>,
    pub intervention: Option<InterventionId>,
}

impl RecordValue {
    /// A record in which nothing stands.
    #[must_use]
    pub fn empty(place: Span) -> Self {
        Self { place, unread: false, values: Filled::default() }
    }

    /// Whether nothing is filled in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.unread && self.values.iter().flatten().all(|entry| entry.content.is_empty())
    }

    /// The single value of a field.
    #[must_use]
    pub fn value(&self, field: FieldId) -> Option<&Value> {
        match &self.entry(field)?.content {
            Content::Value(value) => Some(value),
            Content::List(_) | Content::Record(_) | Content::Filler(_) | Content::Blank | Content::Invalid => None,
        }
    }

    /// The text of a field, as written.
    #[must_use]
    pub fn text(&self, field: FieldId) -> Option<&str> {
        match self.value(field)? {
            Value::Text(text) => Some(text.as_written()),
            Value::Number(_) | Value::Date(_) | Value::Quarter(_) | Value::YesNo(_) | Value::Word(_) => None,
        }
    }

    /// The entry of a field, also when it is blank or invalid.
    #[must_use]
    pub fn entry(&self, field: FieldId) -> Option<&Entry> {
        self.values.get(field)
    }
}

impl YearPlan {
    /// Of what stands in it nothing is known: it stands there twice, and is not the same.
    pub fn leave_out(&mut self) {
        self.choices.clear();
        self.unread = usize::from(u16::MAX);
        self.data.values.clear();
        self.data.unread = true;
    }
}

impl Choice {
    /// That it is chosen is all that is known of it: it stands there twice, and is not the same.
    pub fn leave_out(&mut self) {
        self.kind = None;
        self.near = None;
        self.data.values.clear();
        self.data.unread = true;
    }
}

impl Plan {
    /// A programme year, when the plan has it.
    #[must_use]
    pub fn year(&self, year: u8) -> Option<&YearPlan> {
        self.years.iter().find(|found| found.year == year)
    }
}
