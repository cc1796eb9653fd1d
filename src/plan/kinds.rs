//! The word for the kind of a choice, and words that people use instead.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::Kind;

/// A kind as written: the right word, a word that means it (with what to write), or none of these.
pub enum Read {
    Kind(Kind),
    Meant(Kind, Text),
    Unknown(Text),
}

/// Words that people write for a kind.
const SYNONYMS: [(&str, Kind); 16] = [
    ("new", Kind::Nieuw),
    ("nieuwe", Kind::Nieuw),
    ("nieuwe-interventie", Kind::Nieuw),
    ("continueren", Kind::Continuering),
    ("voortzetten", Kind::Continuering),
    ("voortzetting", Kind::Continuering),
    ("vervolg", Kind::Continuering),
    ("doorlopend", Kind::Continuering),
    ("doorontwikkelen", Kind::Doorontwikkeling),
    ("doorontwikkeld", Kind::Doorontwikkeling),
    ("ontwikkeling", Kind::Doorontwikkeling),
    ("verdiepen", Kind::Verdieping),
    ("verdiept", Kind::Verdieping),
    ("onderhouden", Kind::Onderhoud),
    ("bijhouden", Kind::Onderhoud),
    ("borging", Kind::Onderhoud),
];

/// Reads the kind of a choice.
pub fn read(text: &str) -> Read {
    let trimmed = text.trim();
    if let Some(kind) = Kind::from_word(trimmed) {
        return Read::Kind(kind);
    }
    let lower = trimmed.to_lowercase().replace([' ', '_'], "-");
    let synonym = SYNONYMS.iter().find(|(word, _)| *word == lower).map(|(_, kind)| *kind);
    let near = Kind::ALL.into_iter().find(|kind| strsim::damerau_levenshtein(&lower, kind.word()) <= 2);
    match synonym.or(near) {
        Some(kind) => Read::Meant(kind, Text::new("did-you-mean").with("name", kind.word())),
        None => Read::Unknown(
            Text::new("choose-from")
                .with("names", Arg::words(Kind::ALL.iter().map(|kind| format!("`{}`", kind.word())), Join::Comma)),
        ),
    }
}
