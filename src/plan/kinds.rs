//! The word for the kind of a choice, and words that people use instead.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::Kind;
use crate::value::name_distance;

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

/// Whether a text is the word for a kind, or means one.
pub fn is_kind(text: &str) -> bool {
    read(text).is_ok() || meant(text).is_some()
}

/// The kind that another word means.
fn meant(text: &str) -> Option<Kind> {
    let lower = text.trim().to_lowercase().replace([' ', '_'], "-");
    let synonym = SYNONYMS.iter().find(|(word, _)| *word == lower).map(|(_, kind)| *kind);
    synonym.or_else(|| Kind::ALL.into_iter().find(|kind| name_distance(&lower, kind.word()) <= 2))
}

/// Reads the kind of a choice; or says what to write.
pub fn read(text: &str) -> Result<Kind, Text> {
    if let Some(kind) = Kind::from_word(text.trim()) {
        return Ok(kind);
    }
    Err(match meant(text) {
        Some(kind) => Text::new("did-you-mean").with("name", kind.word()),
        None => Text::new("choose-from")
            .with("names", Arg::words(Kind::ALL.iter().map(|kind| format!("`{}`", kind.word())), Join::Comma)),
    })
}
