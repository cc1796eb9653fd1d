//! A practice plan as read: typed values with the places of their keys and values.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model::{InterventionId, Kind, Quarter};
use crate::source::Span;

use super::{Frame, Issue};

/// A practice plan, with every problem of form.
#[derive(Clone, Debug)]
pub struct Plan {
    pub frame: Frame,
    /// Fields of the plan as a whole.
    pub data: RecordValue,
    pub practice: RecordValue,
    /// The key `praktijk` is not there; that has been reported.
    pub practice_absent: bool,
    /// Years in order of number.
    pub years: Vec<YearPlan>,
    /// The key `jaren`, or the top of the file.
    pub years_span: Span,
    pub files: Vec<FileRef>,
    pub issues: Vec<Issue>,
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
    pub kind_span: Span,
    pub data: RecordValue,
}

/// The values of one record, by field number.
#[derive(Clone, Debug, Default)]
pub struct RecordValue {
    /// Where to point when something is missing: the key that the record stands under.
    pub place: Span,
    pub values: Vec<Option<Entry>>,
}

/// A key with its value.
#[derive(Clone, Debug)]
pub struct Entry {
    pub key: Span,
    pub span: Span,
    pub value: Value,
}

/// A typed value.
#[derive(Clone, Debug)]
pub enum Value {
    Text(String),
    Number(Decimal),
    Date(Date),
    Quarter(Quarter),
    YesNo(bool),
    Option(usize),
    List(Vec<Entry>),
    Record(RecordValue),
    /// The key is there, nothing behind it.
    Blank,
    /// Not of the declared type; that has been reported.
    Invalid,
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
    /// The entry of a field, also when it is blank or invalid.
    #[must_use]
    pub fn entry(&self, field: usize) -> Option<&Entry> {
        self.values.get(field).and_then(Option::as_ref)
    }
}

impl Plan {
    /// A programme year, when the plan has it.
    #[must_use]
    pub fn year(&self, year: u8) -> Option<&YearPlan> {
        self.years.iter().find(|found| found.year == year)
    }
}
