//! How people may write what the language writes in another way: a table, to propose the right words.

/// Numbers in words, from two.
pub const NUMBERS: [&str; 11] =
    ["twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];

/// The number that a word says.
#[must_use]
pub fn number_in_words(word: &str) -> Option<usize> {
    if matches!(word, "een" | "één") {
        return Some(1);
    }
    NUMBERS.iter().position(|number| *number == word).map(|index| index + 2)
}

/// What is written, and how the language says it.
pub const PHRASES: [(&str, &str); 69] = [
    ("is bevat", "bevat"),
    ("is binnen", "is uiterlijk"),
    ("binnen", "uiterlijk"),
    ("is voor", "is eerder dan"),
    ("is vóór", "is eerder dan"),
    ("voor", "eerder dan"),
    ("vóór", "eerder dan"),
    ("is na", "is later dan"),
    ("na", "later dan"),
    ("is tot en met", "is uiterlijk"),
    ("is tot", "is uiterlijk"),
    ("is sinds", "is vanaf"),
    ("sinds", "vanaf"),
    ("per", "vanaf"),
    ("vroeger dan", "eerder dan"),
    ("minstens", "minimaal"),
    ("tenminste", "minimaal"),
    ("ten minste", "minimaal"),
    ("ja / nee", "ja of nee"),
    ("elke keuze", "elk van de keuzes"),
    ("iedere keuze", "elk van de keuzes"),
    ("keuze uit", "een van"),
    ("hoogstens", "maximaal"),
    ("hooguit", "maximaal"),
    ("ten hoogste", "maximaal"),
    ("niet meer dan", "maximaal"),
    ("niet minder dan", "minimaal"),
    ("gelijk aan", "precies"),
    ("exact", "precies"),
    ("groter dan", "meer dan"),
    ("hoger dan", "meer dan"),
    ("kleiner dan", "minder dan"),
    ("lager dan", "minder dan"),
    ("elke", "elk"),
    ("ieder", "elk"),
    ("iedere", "elk"),
    ("alle", "elk"),
    ("alle", "elk van de"),
    ("t / m", "tot en met"),
    ("procent", "%"),
    ("leeg", "niet ingevuld"),
    ("gevuld", "ingevuld"),
    ("indien", "als"),
    ("wanneer", "als"),
    ("dit", "dat"),
    ("programmajaar", "jaar"),
    ("zijn", "is"),
    ("hebben", "heeft"),
    ("waarvan", "met"),
    ("and", "en"),
    ("mits", "als"),
    ("de helft", "minimaal de helft"),
    ("één", "1"),
    ("een", "1"),
    ("bevat geen", "bevat niet"),
    ("bevat het woord", "bevat"),
    ("bevat niet het woord", "bevat niet"),
    ("is met woord", "bevat"),
    ("is niet met woord", "bevat niet"),
    ("noemt", "bevat"),
    ("beoordeeld door", "beoordeling door"),
    ("vorig jaar", "eerder jaar"),
    ("alleen bij", "pas bij"),
    ("bij indienen", "op ingediend"),
    ("bij indiening", "op ingediend"),
    ("bij het indienen", "op ingediend"),
    ("voor jaar", "voor de jaren"),
    ("voor jaren", "voor de jaren"),
    ("uit lijst", "uit veld"),
];
