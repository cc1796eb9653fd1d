//! The data that a plan holds: records, fields and their types.

use crate::source::Span;
use crate::value::{Spoken, SpokenOnce, same_name};

use super::{Cond, Id, StatementId, SupplementId, Table};

pub type RecordId = Id<Record>;

/// The record of the plan as a whole.
pub const PLAN: RecordId = Id::first(0);
/// The record under `praktijk`.
pub const PRACTICE: RecordId = Id::first(1);
/// The record of one programme year.
pub const YEAR: RecordId = Id::first(2);
/// The record that every choice has; an intervention adds fields of its own behind these.
pub const CHOICE: RecordId = Id::first(3);
/// The record of one piece of evidence.
pub const EVIDENCE: RecordId = Id::first(4);

/// The record of a region's own figures.
pub const REGION: RecordId = Id::first(5);

/// The records that every regioplan has, in the order of their constants.
pub const FIXED_RECORDS: [&str; 6] = ["plan", "praktijk", "jaar", "keuze", "bewijs", "regio"];

/// A named group of fields.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// Its name; that of the intervention when it is of one.
    pub id: String,
    /// Whether it is the record of the choices of one intervention.
    pub of_intervention: bool,
    pub label: String,
    pub fields: Table<Field>,
    pub span: Span,
}

/// A field of a record; of a choice the common ones are the same in the record of each intervention.
pub type FieldId = Id<Field>;

/// One field; by default one that nobody declared.
#[derive(Clone, Debug, Default)]
pub struct Field {
    pub id: String,
    pub label: String,
    /// What the documents call it besides.
    pub also_known: Vec<String>,
    pub ty: Type,
    pub required: Requirement,
    /// A bare value instead of a record stands for this field.
    pub short_form: bool,
    /// It is the day on which something takes place: at the accounting a later day does not count.
    pub takes_place: bool,
    /// A list that is not filled in holds nothing, rather than that it is not known what it holds.
    pub none_when_empty: bool,
    pub explanation: Option<String>,
    pub sources: Vec<StatementId>,
    /// The aanvulling that it came from; none of the regioplan itself.
    pub supplement: Option<SupplementId>,
    pub span: Span,
    pub spoken: SpokenOnce,
}

impl Field {
    /// Its names as they are compared: the one in plans, the label, and what it is called besides.
    pub fn spoken(&self) -> &[Spoken] {
        self.spoken.of([&self.id, &self.label].into_iter().chain(&self.also_known))
    }
}

/// Whether a field must be filled in.
#[derive(Clone, Debug, Default)]
pub enum Requirement {
    #[default]
    Optional,
    Always,
    AtAccounting,
    If(Box<Cond>),
}

/// The type of a field. Numbers are never negative; percentages run from 0 to 100.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Type {
    #[default]
    Text,
    Number,
    Whole,
    Money,
    Percentage,
    Date,
    Quarter,
    YesNo,
    Agb,
    Email,
    File,
    /// The name of an intervention of the regioplan.
    Intervention,
    OneOf(Vec<String>),
    List(Box<Type>),
    Record(RecordId),
}

/// What a type is made of.
#[derive(Clone, Copy, Debug)]
pub enum Shape<'t> {
    /// One value.
    Plain,
    OneOf(&'t [String]),
    List(&'t Type),
    Record(RecordId),
}

impl Type {
    /// What it is made of.
    #[must_use]
    pub fn shape(&self) -> Shape<'_> {
        match self {
            Self::Text
            | Self::Number
            | Self::Whole
            | Self::Money
            | Self::Percentage
            | Self::Date
            | Self::Quarter
            | Self::YesNo
            | Self::Agb
            | Self::Email
            | Self::File
            | Self::Intervention => Shape::Plain,
            Self::OneOf(words) => Shape::OneOf(words),
            Self::List(inner) => Shape::List(inner),
            Self::Record(id) => Shape::Record(*id),
        }
    }

    /// The message that names the type, without what it is made of.
    #[must_use]
    pub fn text_id(&self) -> &'static str {
        match self {
            Self::Text => "type-text",
            Self::Number => "type-number",
            Self::Whole => "type-whole",
            Self::Money => "type-money",
            Self::Percentage => "type-percentage",
            Self::Date => "type-date",
            Self::Quarter => "type-quarter",
            Self::YesNo => "type-yes-no",
            Self::Agb => "type-agb",
            Self::Email => "type-email",
            Self::File => "type-file",
            Self::Intervention => "type-intervention",
            Self::OneOf(_) => "type-one-of",
            Self::List(_) => "type-list",
            Self::Record(_) => "type-record",
        }
    }
}

impl Record {
    /// A field by name.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<FieldId> {
        self.fields.find(|field| same_name(&field.id, id))
    }

    /// The field that a bare value stands for.
    #[must_use]
    pub fn short_form(&self) -> Option<FieldId> {
        self.fields.find(|field| field.short_form)
    }
}

impl Type {
    /// Whether the type is a number that can be compared by size and added.
    #[must_use]
    pub fn is_numeric(&self) -> bool {
        match self {
            Self::Number | Self::Whole | Self::Money | Self::Percentage => true,
            Self::Text
            | Self::Date
            | Self::Quarter
            | Self::YesNo
            | Self::Agb
            | Self::Email
            | Self::File
            | Self::Intervention
            | Self::OneOf(_)
            | Self::List(_)
            | Self::Record(_) => false,
        }
    }
}
