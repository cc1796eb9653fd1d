//! A type of a field in words.

use crate::diagnostic::{Arg, Join, Text};

use super::{Field, Regioplan, Shape, Type};

/// What a field holds, in words.
#[must_use]
pub fn say_field_type(model: &Regioplan, field: &Field) -> Text {
    let ty = say_type(model, &field.ty);
    if field.takes_place { Text::new("type-taking-place").with("type", ty) } else { ty }
}

/// A type in words.
#[must_use]
pub fn say_type(model: &Regioplan, ty: &Type) -> Text {
    match ty.shape() {
        Shape::Plain => Text::new(ty.text_id()),
        Shape::OneOf(options) => Text::new("type-one-of-named").with("options", Arg::words(options, Join::Or)),
        Shape::List(inner) => Text::new("type-list-of").with("inner", say_type(model, inner)),
        Shape::Record(id) => {
            Text::new("type-record-named").with("name", model.record(id).map_or("", |r| r.id.as_str()))
        }
    }
}
