//! The word for the kind of a choice, and words that people use instead.

use crate::diagnostic::{Join, Text};
use crate::model::{Contents, Kind, Named, name_kinds};
use crate::value::name_distance;

use super::forms::is_plain;
use super::names::{bare, doubts, is_bare};
use super::scalars::Wrong;

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
    Kind::from_word(text.trim()).is_some() || meant(text).is_some()
}

/// The same, by what a regioplan calls its kinds as well.
pub fn is_kind_in(text: &str, model: &Contents) -> bool {
    is_kind(text) || read_in(text, model).is_err_and(|wrong| wrong.right.is_some())
}

/// The kind that another word means, and whether it is surely that one: a word for it, or the word itself in another form.
fn meant(text: &str) -> Option<(Kind, bool)> {
    let lower = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace([' ', '_'], "-");
    let synonym = SYNONYMS.iter().find(|(word, _)| *word == lower).map(|(_, kind)| *kind);
    let sure = synonym.or_else(|| Kind::from_word(&lower)).map(|kind| (kind, is_plain(text)));
    // No name is nearer to a longer one than its length tells.
    let may_be = |kind: &Kind| kind.word().len() <= lower.len() + 2;
    let near = |kind: &Kind| may_be(kind) && name_distance(&lower, kind.word()) <= 2;
    // Numbers, dates and sentences are no slip in one of the words.
    let like = lower.len() <= 24 && lower.chars().all(|c| c.is_alphabetic() || c == '-');
    sure.or_else(|| Some((Kind::ALL.into_iter().filter(|_| like).find(near)?, false)))
}

/// Whether a text says that something is not chosen, or no longer.
#[must_use]
pub fn is_refusal(text: &str) -> bool {
    const WORDS: [&str; 13] = [
        "nee",
        "niet",
        "geen",
        "nvt",
        "stop",
        "gestopt",
        "stoppen",
        "vervalt",
        "vervallen",
        "nietgekozen",
        "nietmeer",
        "nietvantoepassing",
        "no",
    ];
    let letters: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    letters.is_empty() || WORDS.contains(&letters.as_str())
}

/// What a text says that stands in the place of a kind, and says that something is not chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is not chosen, or not yet.
    NotChosen,
    /// It is over: then or in the course of that year.
    Stopped,
}

/// Whether what stands in the place of a kind says that something is not chosen, or that it stopped: in one word, or in more.
#[must_use]
pub fn refused(text: &str) -> Option<Refused> {
    const NOT: [&str; 5] = ["nee", "niet", "geen", "nvt", "later"];
    const STOPPED: [&str; 14] = [
        "stop",
        "stopt",
        "stoppen",
        "gestopt",
        "beëindigd",
        "beeindigd",
        "geëindigd",
        "geeindigd",
        "afgerond",
        "afgelopen",
        "afgesloten",
        "voltooid",
        "vervalt",
        "vervallen",
    ];
    let lower = text.to_lowercase().replace("n.v.t", "nvt");
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let not = match words.as_slice() {
        ["nog", "niet", ..] | ["volgend", "jaar", ..] => true,
        [first, ..] => NOT.contains(first),
        [] => false,
    };
    // Of a word behind `niet` it is not known what it says.
    let denied = words.iter().any(|word| matches!(*word, "niet" | "nog" | "nooit" | "geen" | "zonder"));
    let stopped = !denied && words.iter().any(|word| STOPPED.contains(word));
    if stopped { Some(Refused::Stopped) } else { (not || is_refusal(text)).then_some(Refused::NotChosen) }
}

/// Whether a text only says that something is chosen, as a mark on a form does.
#[must_use]
pub fn is_mark(text: &str) -> bool {
    matches!(text.trim().to_lowercase().as_str(), "x" | "v" | "ja" | "yes" | "✓" | "✔" | "☑" | "gekozen")
}

/// Reads the kind of a choice by what a regioplan calls it as well.
pub fn read_in(text: &str, model: &Contents) -> Result<Kind, Wrong> {
    let wrong = match read(text) {
        Ok(kind) => return Ok(kind),
        Err(wrong) => wrong,
    };
    let plain = bare(text);
    let called =
        |one: &&Named| [&one.id, &one.label].into_iter().chain(&one.also_known).any(|name| is_bare(name, &plain));
    // What stands between brackets may say that it is another kind, or none.
    let says = |word: &str| read(word).is_ok();
    let doubted = text
        .split_once('(')
        .is_some_and(|(_, rest)| doubts(rest) || rest.split(|c: char| !c.is_alphanumeric()).any(says));
    let own = || {
        let mut found = model.kinds.iter().filter(called);
        let first = found.next().filter(|_| !plain.is_empty())?;
        found.next().is_none().then(|| Kind::from_word(&first.id)).flatten()
    };
    // A kind of which the regioplan says nothing is called by its own word.
    let own = || own().or_else(|| Kind::from_word(&plain));
    // Beside the word for a kind it may stand that it stopped; that is no slip in that word.
    let stopped = text.contains('(') && refused(text).is_some();
    Err(match own().filter(|_| wrong.right.is_none() && !stopped) {
        Some(kind) => {
            let help = Text::new("did-you-mean").with("name", kind.word());
            if is_plain(text) && !doubted { Wrong::new(help, kind.word()) } else { Wrong::likely(help, kind.word()) }
        }
        None => wrong,
    })
}

/// Reads the kind of a choice; or says what to write.
pub fn read(text: &str) -> Result<Kind, Wrong> {
    if let Some(kind) = Kind::from_word(text.trim()) {
        return Ok(kind);
    }
    if let Some(refused) = refused(text) {
        let help = match refused {
            Refused::NotChosen => "kind-refused",
            Refused::Stopped => "kind-stopped",
        };
        return Err(Text::new(help).into());
    }
    let names = || name_kinds(&Kind::ALL, Join::Comma);
    Err(match meant(text) {
        Some((kind, sure)) => {
            let help = Text::new("did-you-mean").with("name", kind.word());
            let word = kind.word().to_owned();
            if sure { Wrong::new(help, word) } else { Wrong::likely(help, word) }
        }
        None => Text::new("choose-from").with("names", names()).into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_chosen_or_stopped_is_known() {
        for text in
            ["nee", "n.v.t.", "n.v.t. in 2026", "-", "niet", "niet in 2026", "nog niet", "later", "Nee, volgend jaar"]
        {
            assert_eq!(refused(text), Some(Refused::NotChosen), "{text}");
        }
        for text in
            ["gestopt", "gestopt per 1 oktober 2026", "Afgerond", "nieuw, gestopt in oktober", "stoppen", "vervalt"]
        {
            assert_eq!(refused(text), Some(Refused::Stopped), "{text}");
        }
        for text in ["nieuw", "niuw", "ja", "x", "nieuwer", "nieuw (wordt nog niet afgerond)", "doorlopend", "notitie"]
        {
            assert_eq!(refused(text), None, "{text}");
        }
    }
}
