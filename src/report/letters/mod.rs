//! Letters to practices: the templates that ship, what fills them, and a table for a mail merge.
//!
//! In: the practices of regions, with what is to be done at each. Out: a text for each practice, under a name that is safe, stays
//! the same, and is that of no other practice.

mod file_names;
mod letter;
mod merge;

pub use file_names::file_names;
pub use letter::Letter;
pub use merge::letters_csv;

use super::catalog::Lang;
use super::template::Form;

/// The template that ships, for who has none of their own.
#[must_use]
pub fn shipped(form: Form, lang: Lang) -> &'static str {
    match (form, lang) {
        (Form::Html, Lang::Dutch) => include_str!("brief.nl.html.j2"),
        (Form::Html, Lang::English) => include_str!("brief.en.html.j2"),
        (Form::Markdown, Lang::Dutch) => include_str!("brief.nl.md.j2"),
        (Form::Markdown, Lang::English) => include_str!("brief.en.md.j2"),
    }
}
