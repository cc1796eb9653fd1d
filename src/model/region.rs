//! What is said about a region as a whole: indicators and overviews over all plans.

use crate::source::Span;

use super::{Expr, Measure, Operand, Reasons, Ref};

/// A number over all practices of a region. It is reported and never leads to a finding.
#[derive(Clone, Debug)]
pub struct Indicator {
    pub id: String,
    pub title: String,
    pub value: Expr,
    pub divisor: Option<Expr>,
    /// The number is shown as a percentage.
    pub percentage: bool,
    /// What the region aims at.
    pub goal: Option<(Measure, Operand)>,
    pub reasons: Reasons,
    pub span: Span,
}

/// A table over all practices of a region, or over groups of them.
#[derive(Clone, Debug)]
pub struct Overview {
    pub id: String,
    pub title: String,
    /// Practices with the same value here stand together; without it all of them do.
    pub per: Option<Ref>,
    pub per_label: String,
    pub columns: Vec<Column>,
    pub reasons: Reasons,
    pub span: Span,
}

/// A column of an overview.
#[derive(Clone, Debug)]
pub struct Column {
    pub label: String,
    pub value: ColumnValue,
}

/// What stands in a column.
#[derive(Clone, Debug)]
pub enum ColumnValue {
    /// A number over the practices of the row.
    Number(Expr),
    /// The values of a field of each practice, each once.
    Values(Ref),
    /// The interventions that were chosen, each once.
    Choices,
}
