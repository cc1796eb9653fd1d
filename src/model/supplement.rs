//! Conditions of another party (aanvulling): a document that adds data and rules to a regioplan.
//!
//! A regioplan and its aanvullingen are one model: the records hold the fields of all of them, the rules stand in one row,
//! and each rule and each field knows the document that it came from.

use jiff::civil::Date;

use crate::source::Span;

use super::{Contents, Follows, Id, RecordId};

/// A document that adds data and rules to regioplannen, by itself: its data and its rules stand in it as in the regioplan that it is
/// put beside.
#[derive(Clone, Debug)]
pub struct Aanvulling {
    pub contents: Contents,
    /// First and last day of handing in on which it is in force.
    pub valid: (Date, Date),
    pub follows: Option<Follows>,
}

/// An aanvulling that a regioplan names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    pub id: String,
    /// Without one, the version that is valid on the day of a plan.
    pub version: Option<String>,
    pub span: Span,
}

pub type SupplementId = Id<Supplement>;

/// An aanvulling, of which the rules stand in the model.
#[derive(Clone, Debug, Default)]
pub struct Supplement {
    pub id: String,
    pub version: String,
    pub name: String,
    pub document: String,
    /// First and last day of handing in on which it is in force.
    pub valid: (Date, Date),
}

impl Supplement {
    /// By the head of its own model.
    #[must_use]
    pub fn of(model: &Aanvulling) -> Self {
        let Contents { id, version, name, document, .. } = &model.contents;
        Self {
            id: id.clone(),
            version: version.clone(),
            name: name.clone(),
            document: document.clone(),
            valid: model.valid,
        }
    }

    /// `id@version`
    #[must_use]
    pub fn full_id(&self) -> String {
        format!("{}@{}", self.id, self.version)
    }
}

/// An aanvulling that belongs here and is not in force on the day of the plan, with the fields that it would add.
#[derive(Clone, Debug)]
pub struct Resting {
    pub supplement: Supplement,
    pub fields: Vec<(RecordId, String)>,
}

/// The name of a rule of an aanvulling: no rule of a regioplan can be called so.
#[must_use]
pub fn rule_name(supplement: &str, rule: &str) -> String {
    format!("{supplement}/{rule}")
}
