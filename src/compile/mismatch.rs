//! A comparison that does not fit what it compares, with how to compare that.

use crate::diagnostic::{Arg, Problem, Text};
use crate::model::Type;
use crate::source::Span;

use super::paths::ValueType;

/// A comparison that does not fit the type.
pub fn mismatch(span: Span, ty: &ValueType, message: &'static str) -> Problem {
    Problem::new("taal", span, Text::new(message).with("type", Arg::Text(Text::new(type_name(ty)))))
        .help(Text::new("compare-help").with("how", Arg::Text(Text::new(type_help(ty)))))
}

fn type_name(ty: &ValueType) -> &'static str {
    match ty {
        ValueType::Kind => "type-kind",
        ValueType::Intervention => "type-intervention",
        ValueType::Element => "type-element",
        ValueType::Of(ty) => ty.text_id(),
    }
}

fn type_help(ty: &ValueType) -> &'static str {
    match ty {
        ValueType::Kind | ValueType::Intervention | ValueType::Element => "compare-option",
        ValueType::Of(ty) => match ty {
            Type::Number | Type::Whole | Type::Money | Type::Percentage => "compare-number",
            Type::Date => "compare-date",
            Type::Quarter => "compare-quarter",
            Type::YesNo => "compare-yes-no",
            Type::OneOf(_) => "compare-option",
            Type::List(_) => "compare-list",
            Type::Text | Type::Agb | Type::Email => "compare-text",
            Type::File | Type::Record(_) => "compare-filled",
        },
    }
}
