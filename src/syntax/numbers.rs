//! Numbers in words, to propose the right ones.

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
