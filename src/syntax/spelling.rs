//! The names of a file, each with the one spelling in which the file is read.
//!
//! Input: the text of a file. Output: for a name as it stands somewhere, how it is spelled everywhere. `patienten` and `patiënten`
//! are one name; the spelling with most accents is kept, for accents are left out sooner than put in. What names mean is not
//! known here.

use std::collections::BTreeMap;

use unicode_normalization::char::is_combining_mark;

use crate::value::{name_key, stored_name};

/// The names with accents of a file, by how they are compared.
#[derive(Debug, Default)]
pub struct Spellings(BTreeMap<String, String>);

/// Names that the language itself gives a meaning: these have no accents.
const OF_LANGUAGE: [&str; 27] = [
    "bewijs",
    "continuering",
    "datum",
    "doorontwikkeling",
    "ingediend",
    "interventie",
    "interventies",
    "jaar",
    "jaren",
    "kalenderjaar",
    "kernelement",
    "keuze",
    "keuzes",
    "naam",
    "nieuw",
    "omschrijving",
    "onderhoud",
    "plan",
    "praktijk",
    "praktijken",
    "regio",
    "soort",
    "startdatum",
    "startkwartaal",
    "variant",
    "verantwoording",
    "verdieping",
];

impl Spellings {
    /// Looks at every word outside texts and comments.
    pub fn of(file: &str) -> Self {
        let mut found = Self::default();
        if file.is_ascii() {
            return found;
        }
        for line in file.lines().filter(|line| !line.is_ascii()) {
            for (number, part) in line.split('"').enumerate() {
                let commented = number % 2 == 0 && part.contains('#');
                let part = if commented { part.split('#').next().unwrap_or("") } else { part };
                if number % 2 == 0 {
                    part.split(|sign| !is_of_name(sign))
                        .filter(|word| !word.is_ascii())
                        .for_each(|word| found.add(word));
                }
                if commented {
                    break;
                }
            }
        }
        found
    }

    fn add(&mut self, word: &str) {
        let (key, word) = (name_key(word).into_owned(), stored_name(word));
        if OF_LANGUAGE.contains(&key.as_str()) {
            return;
        }
        let accents = |word: &str| word.chars().filter(|sign| !sign.is_ascii()).count();
        match self.0.get(&key) {
            Some(known) if accents(known) >= accents(&word) => {}
            _ => drop(self.0.insert(key, word)),
        }
    }

    /// A name as it is spelled in this file.
    pub fn name(&self, word: &str) -> String {
        let key = name_key(word);
        self.0.get(key.as_ref()).cloned().unwrap_or_else(|| key.into_owned())
    }
}

fn is_of_name(sign: char) -> bool {
    sign.is_alphanumeric() || is_combining_mark(sign) || sign == '-'
}
