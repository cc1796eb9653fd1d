//! Messages that only put words into a sentence, in pieces: text and names of arguments.
//!
//! A message with plurals, references or escapes is not among them, and stays with Fluent.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// A part of a message.
#[derive(Debug)]
pub enum Piece {
    Words(String),
    Arg(String),
}

/// The plain messages of a file of the catalogue.
pub fn messages<'a>(entries: impl Iterator<Item = &'a Entry<&'a str>>) -> impl Iterator<Item = (String, Vec<Piece>)> {
    entries.filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name.to_owned(), pieces(message.value.as_ref()?)?)),
        Entry::Term(_)
        | Entry::Comment(_)
        | Entry::GroupComment(_)
        | Entry::ResourceComment(_)
        | Entry::Junk { .. } => None,
    })
}

fn pieces(pattern: &Pattern<&str>) -> Option<Vec<Piece>> {
    pattern
        .elements
        .iter()
        .map(|element| match element {
            PatternElement::TextElement { value } => Some(Piece::Words((*value).to_owned())),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
                InlineExpression::VariableReference { id } => Some(Piece::Arg(id.name.to_owned())),
                InlineExpression::StringLiteral { value } if !value.contains('\\') => {
                    Some(Piece::Words((*value).to_owned()))
                }
                _ => None,
            },
            PatternElement::Placeable { .. } => None,
        })
        .collect()
}
