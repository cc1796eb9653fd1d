//! A type of a field in words.

use crate::diagnostic::{Arg, Join, Text};

use super::say::said_word;
use super::{Contents, Field, Shape, Type};

/// What a field holds, in words.
#[must_use]
pub fn say_field_type(model: &Contents, field: &Field) -> Text {
    let ty = say_type(model, &field.ty);
    let ty = if field.takes_place { Text::new("type-taking-place").with("type", ty) } else { ty };
    if field.none_when_empty { Text::new("type-none-when-empty").with("type", ty) } else { ty }
}

/// What people call a field; and what its name means, in a language that is not that of the plan.
#[must_use]
pub fn say_field(field: &Field) -> Text {
    let label = if field.label.is_empty() { &field.id } else { &field.label };
    Text::new("say-field").with("label", label).with("meaning", say_meaning(&field.id))
}

/// What a word of the plan means, to stand behind it; nothing in the language of the plan.
#[must_use]
pub fn say_meaning(word: &str) -> Text {
    Text::new("word-meaning").with("word", word)
}

/// A type in words.
#[must_use]
pub fn say_type(model: &Contents, ty: &Type) -> Text {
    match ty.shape() {
        Shape::Plain => Text::new(ty.text_id()),
        Shape::OneOf(options) => Text::new("type-one-of-named")
            .with("options", Arg::List(options.iter().map(|word| said_word(word)).collect(), Join::Or)),
        Shape::List(inner) => Text::new("type-list-of").with("inner", say_type(model, inner)),
        Shape::Record(id) => Text::new("type-record-named").with("name", said_word(&model.record(id).id)),
    }
}
