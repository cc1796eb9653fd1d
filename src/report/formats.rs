//! The formats of `mtvp check`, and the writer of each.

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

/// The formats of `mtvp check`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    #[default]
    Human,
    Concise,
    Json,
    Sarif,
    Junit,
    Github,
    Gitlab,
    Markdown,
    Csv,
}

impl Format {
    /// All formats, in the order in which the help names them.
    pub const ALL: [Self; 9] = [
        Self::Human,
        Self::Concise,
        Self::Json,
        Self::Sarif,
        Self::Junit,
        Self::Github,
        Self::Gitlab,
        Self::Markdown,
        Self::Csv,
    ];

    /// The word by which a user asks for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Concise => "concise",
            Self::Json => "json",
            Self::Sarif => "sarif",
            Self::Junit => "junit",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
        }
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
