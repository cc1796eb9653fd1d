//! The formats of `mtvp check`, and the writer of each.

use crate::diagnostic::worded;

use super::concise::Concise;
use super::csv::Csv;
use super::github::Github;
use super::gitlab::Gitlab;
use super::human::Human;
use super::json::Json;
use super::junit::Junit;
use super::markdown::Markdown;
use super::sarif::Sarif;
use super::writer::{Head, Options, Writer};

worded! {
    /// The formats of `mtvp check`, by the word with which a user asks for one, in the order in which the help names them.
    #[derive(Default)]
    pub enum Format {
        #[default]
        Human = "human";
        Concise = "concise";
        Json = "json";
        Sarif = "sarif";
        Junit = "junit";
        Github = "github";
        Gitlab = "gitlab";
        Markdown = "markdown";
        Csv = "csv";
    }
}

/// The writer of a format.
#[must_use]
pub fn writer<'a>(format: Format, head: Head<'a>, options: Options) -> Box<dyn Writer + 'a> {
    match format {
        Format::Human => Box::new(Human::new(head, options)),
        Format::Concise => Box::new(Concise::new(head, options)),
        Format::Json => Box::new(Json::new(head)),
        Format::Sarif => Box::new(Sarif::new(head)),
        Format::Junit => Box::new(Junit::new(head)),
        Format::Github => Box::new(Github::new(head)),
        Format::Gitlab => Box::new(Gitlab::new(head)),
        Format::Markdown => Box::new(Markdown::new(head)),
        Format::Csv => Box::new(Csv::new(head)),
    }
}
