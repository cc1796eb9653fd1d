//! What stands in a plan at a place of the form: as text, the way a person wrote it.

use crate::model::Type;
use crate::plan::{Content, Entry};
use crate::value::Value;

/// What an entry says; of a word out of a list that word.
pub fn said(entry: &Entry, ty: &Type, text: &str) -> Option<String> {
    let written = || {
        let stands = entry.span.of(text).trim();
        let bare = |sign| stands.strip_prefix(sign).and_then(|rest| rest.strip_suffix(sign));
        Some(bare('"').or(bare('\'')).unwrap_or(stands).to_owned())
    };
    match &entry.content {
        Content::Blank => None,
        Content::Value(Value::Text(phrase)) | Content::Filler(Value::Text(phrase)) => {
            Some(phrase.as_written().to_owned())
        }
        Content::Value(value @ (Value::Word(_) | Value::YesNo(_))) => Some(value.canonical()),
        Content::Value(_) | Content::Filler(_) => written(),
        Content::Invalid if matches!(ty, Type::List(_) | Type::Record(_)) => None,
        Content::Invalid => written(),
        Content::List(_) | Content::Record(_) => None,
    }
}
