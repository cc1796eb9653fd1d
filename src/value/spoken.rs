//! What people call a thing, as it is compared: by its letters, and by its words.
//!
//! The names of a regioplan are compared with everything in a plan that is not known, so they are made once.

use std::fmt::{self, Debug, Formatter};
use std::sync::OnceLock;

use super::name_key;

/// One name.
#[derive(Clone)]
pub struct Spoken {
    /// By its letters and digits, as [`bare`] gives it.
    pub bare: String,
    /// Its words that say something.
    pub words: Vec<String>,
}

/// The names of one thing, made when they are first asked.
#[derive(Clone, Default)]
pub struct SpokenOnce(OnceLock<Vec<Spoken>>);

impl SpokenOnce {
    /// These names, which are the same every time.
    pub fn of<'n>(&self, names: impl Iterator<Item = &'n String>) -> &[Spoken] {
        self.0.get_or_init(|| names.map(|name| Spoken { bare: bare(name), words: words(name) }).collect())
    }
}

/// It says no more than the names do.
impl Debug for SpokenOnce {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        out.write_str("SpokenOnce")
    }
}

/// Words that say nothing in a name.
const SMALL: [&str; 19] = [
    "de",
    "het",
    "een",
    "van",
    "voor",
    "en",
    "of",
    "in",
    "op",
    "met",
    "door",
    "middel",
    "te",
    "bij",
    "the",
    "training",
    "interventie",
    "trainingen",
    "implementatie",
];

/// The words of a name that say something.
#[must_use]
pub fn words(name: &str) -> Vec<String> {
    let mut lower = name.to_lowercase();
    for (sign, plain) in [("e-health", "ehealth"), ("e-mail", "email"), ("ë", "e")] {
        if lower.contains(sign) {
            lower = lower.replace(sign, plain);
        }
    }
    let all = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !SMALL.contains(word));
    all.map(str::to_owned).collect()
}

/// A name by its letters and digits: without accents, capitals, spaces, signs, and what stands between brackets.
#[must_use]
pub fn bare(name: &str) -> String {
    let plain = name_key(name);
    let mut bare = String::with_capacity(plain.len());
    bare.extend(letters(&plain));
    bare
}

/// Whether a name is this one, which is bare.
#[must_use]
pub fn is_bare(name: &str, bare: &str) -> bool {
    letters(&name_key(name)).eq(bare.chars())
}

/// The letters and digits of a name outside brackets, in small letters.
fn letters(plain: &str) -> impl Iterator<Item = char> {
    let mut depth = 0_u32;
    let outside = plain.chars().filter(move |c| {
        let brackets = matches!(c, '(' | ')');
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && !brackets
    });
    outside.filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}
