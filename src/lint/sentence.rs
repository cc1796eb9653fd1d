//! Text -> its sentences, with their places and their number of words.
//!
//! A sentence ends at `.`, `?`, `!` or `;`, when a blank and a new beginning follow: so `B.1`, `2,5`, `bijv. een` and
//! `dr. De Vries` end nothing. A colon ends nothing either: the list behind it is read in one breath. A word is what
//! stands between blanks and holds a letter or a digit: `t/m` and `SMART-doel` are one word, a dash is none.

/// Short forms with a point after which a capital may stand in the same sentence.
const SHORT: [&str; 22] = [
    "art", "bijv", "blz", "bv", "ca", "dhr", "dr", "drs", "excl", "incl", "ing", "ir", "max", "mevr", "min", "mr",
    "mw", "nr", "prof", "resp", "tel", "vs",
];

/// A sentence: from where it begins in the text, its length in bytes, and its words.
pub struct Sentence {
    pub start: usize,
    pub length: usize,
    pub words: usize,
}

/// The sentences of a text, in order.
pub fn split(text: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, sign) in text.char_indices().filter(|(_, sign)| matches!(sign, '.' | '?' | '!' | ';')) {
        let (before, after) = (text.get(from..at).unwrap_or(""), text.get(at + 1..).unwrap_or(""));
        if ends(sign, before, after) {
            found.extend(sentence(text, from, at + 1));
            from = at + 1;
        }
    }
    found.extend(sentence(text, from, text.len()));
    found
}

fn sentence(text: &str, from: usize, to: usize) -> Option<Sentence> {
    let part = text.get(from..to)?;
    let trimmed = part.trim();
    let start = from + (part.len() - part.trim_start().len());
    let words = trimmed.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    (words > 0).then_some(Sentence { start, length: trimmed.len(), words })
}

fn ends(sign: char, before: &str, after: &str) -> bool {
    if !after.is_empty() && !after.starts_with(char::is_whitespace) {
        return false;
    }
    if matches!(sign, ';' | '!' | '?') {
        return true;
    }
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("").trim_start_matches(['(', '\'', '‘']);
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    if initial || SHORT.contains(&word.to_lowercase().as_str()) {
        return false;
    }
    let next = after.trim_start().trim_start_matches(['(', '\'', '‘']);
    next.chars().next().is_none_or(|first| first.is_uppercase() || first.is_numeric())
}

#[cfg(test)]
mod tests {
    use super::split;

    fn words(text: &str) -> Vec<usize> {
        split(text).iter().map(|sentence| sentence.words).collect()
    }

    #[test]
    fn sentences_end_where_a_new_one_begins() {
        assert_eq!(words("Dit is een zin. En dit ook! Nog een?"), [4, 3, 2]);
        assert_eq!(words("Het eerste deel; het tweede deel."), [3, 3]);
        assert_eq!(words(""), Vec::<usize>::new());
        assert_eq!(words("..."), Vec::<usize>::new());
    }

    #[test]
    fn short_forms_and_numbers_end_nothing() {
        assert_eq!(words("Zie bijv. Bijlage 2 van dr. De Vries."), [8]);
        assert_eq!(words("Zie o.a. bijlage B.1 en 2.5 uur."), [7]);
        assert_eq!(words("Door A. de Vries: jaar 1, jaar 2."), [8]);
    }

    #[test]
    fn a_dash_is_no_word() {
        assert_eq!(words("Een SMART-doel - en t/m jaar 3 – klaar"), [7]);
    }
}
