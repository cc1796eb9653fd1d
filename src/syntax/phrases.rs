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
pub const PHRASES: [(&str, &str); 83] = [
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
    ("is tot", "is eerder dan"),
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
    ("een kwart van", "25 % van"),
    ("driekwart van", "75 % van"),
    ("drie kwart van", "75 % van"),
    ("3 kwart van", "75 % van"),
    ("een vijfde van", "20 % van"),
    ("een tiende van", "10 % van"),
    ("een kwart van", "minimaal 25 % van"),
    ("driekwart van", "minimaal 75 % van"),
    ("een vijfde van", "minimaal 20 % van"),
    ("een tiende van", "minimaal 10 % van"),
    ("anderhalf jaar", "18 maanden"),
    ("een half jaar", "6 maanden"),
    ("half jaar", "6 maanden"),
    ("een kwartaal", "3 maanden"),
];

/// The limit with which some words begin, as the language says it, and of how many words it is.
#[must_use]
pub fn limit(words: &[String]) -> Option<(&'static str, usize)> {
    const LIMITS: [(&[&str], &str); 36] = [
        (&["niet", "meer", "dan"], "maximaal"),
        (&["niet", "minder", "dan"], "minimaal"),
        (&["niet", "later", "dan"], "uiterlijk"),
        (&["niet", "eerder", "dan"], "vanaf"),
        (&["meer", "dan"], "meer dan"),
        (&["groter", "dan"], "meer dan"),
        (&["hoger", "dan"], "meer dan"),
        (&["minder", "dan"], "minder dan"),
        (&["kleiner", "dan"], "minder dan"),
        (&["lager", "dan"], "minder dan"),
        (&["eerder", "dan"], "eerder dan"),
        (&["later", "dan"], "later dan"),
        (&["ten", "minste"], "minimaal"),
        (&["ten", "hoogste"], "maximaal"),
        (&["op", "zijn", "minst"], "minimaal"),
        (&["op", "zijn", "hoogst"], "maximaal"),
        (&["minimaal"], "minimaal"),
        (&["minstens"], "minimaal"),
        (&["tenminste"], "minimaal"),
        (&["minimum"], "minimaal"),
        (&["maximaal"], "maximaal"),
        (&["hoogstens"], "maximaal"),
        (&["hooguit"], "maximaal"),
        (&["maximum"], "maximaal"),
        (&["precies"], "precies"),
        (&["exact"], "precies"),
        (&["uiterlijk"], "uiterlijk"),
        (&["binnen"], "uiterlijk"),
        (&["sinds"], "vanaf"),
        (&["per"], "vanaf"),
        (&["vanaf"], "vanaf"),
        (&["na"], "later dan"),
        (&["voor"], "eerder dan"),
        (&["vóór"], "eerder dan"),
        (&["tot", "en", "met"], "uiterlijk"),
        (&["tot"], "eerder dan"),
    ];
    let begins = |(said, _): &&(&[&str], &str)| {
        words.len() >= said.len() && words.iter().zip(*said).all(|(word, said)| word == said)
    };
    LIMITS.iter().find(begins).map(|(said, limit)| (*limit, said.len()))
}

/// Which in a row a word says: `tweede`, `2e`.
#[must_use]
pub fn ordinal(word: &str) -> Option<usize> {
    const ORDINALS: [&str; 6] = ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde"];
    let said = ORDINALS.iter().position(|ordinal| *ordinal == word).map(|index| index + 1);
    let digits = || {
        let number = ["ste", "de", "e"].into_iter().find_map(|end| word.strip_suffix(end))?;
        number.parse::<usize>().ok().filter(|number| (1..10).contains(number))
    };
    said.or_else(digits)
}

/// What follows, with which some words begin, as the language says it, and of how many words it is.
#[must_use]
pub fn outcome(words: &[String]) -> Option<(&'static str, usize)> {
    const OUTCOMES: [(&[&str], &str); 33] = [
        (&["in", "orde"], "in orde"),
        (&["geen", "probleem"], "in orde"),
        (&["geen", "overtreding"], "in orde"),
        (&["geen", "bezwaar"], "in orde"),
        (&["niet", "erg"], "in orde"),
        (&["ok"], "in orde"),
        (&["oke"], "in orde"),
        (&["oké"], "in orde"),
        (&["akkoord"], "in orde"),
        (&["toegestaan"], "in orde"),
        (&["goedgekeurd"], "in orde"),
        (&["goed"], "in orde"),
        (&["niet", "akkoord"], "overtreding"),
        (&["niet", "toegestaan"], "overtreding"),
        (&["niet", "in", "orde"], "overtreding"),
        (&["overtreding"], "overtreding"),
        (&["afgekeurd"], "overtreding"),
        (&["afkeuren"], "overtreding"),
        (&["afkeuring"], "overtreding"),
        (&["afwijzen"], "overtreding"),
        (&["afgewezen"], "overtreding"),
        (&["fout"], "overtreding"),
        (&["waarschuwing"], "waarschuwing"),
        (&["melding"], "waarschuwing"),
        (&["waarschuwen"], "waarschuwing"),
        (&["waarschuw"], "waarschuwing"),
        (&["aandachtspunt"], "waarschuwing"),
        (&["later", "aan", "te", "tonen"], "later aan te tonen"),
        (&["later", "aantonen"], "later aan te tonen"),
        (&["later", "aanleveren"], "later aan te tonen"),
        (&["kan", "later"], "later aan te tonen"),
        (&["later"], "later aan te tonen"),
        (&["niet", "te", "controleren"], "niet te controleren"),
    ];
    let begins = |(said, _): &&(&[&str], &str)| {
        words.len() >= said.len() && words.iter().zip(*said).all(|(word, said)| word == said)
    };
    OUTCOMES.iter().find(begins).map(|(said, outcome)| (*outcome, said.len()))
}
