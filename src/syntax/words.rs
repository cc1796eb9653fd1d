//! The text of a clause -> its words, and words -> a clause again.

use unicode_normalization::char::is_combining_mark;

/// A word, a sign or a quoted text, and where it begins.
pub struct Token<'t> {
    pub text: &'t str,
    pub start: usize,
}

/// Words, signs and quoted texts; none when a quote does not close.
pub fn tokens(clause: &str) -> Option<Vec<Token<'_>>> {
    let is_word = |c: char| c.is_alphanumeric() || is_combining_mark(c) || matches!(c, '-' | '_');
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(rest) = clause.get(start..).filter(|rest| !rest.is_empty()) {
        let blank = rest.len() - rest.trim_start().len();
        if blank > 0 {
            start += blank;
            continue;
        }
        let length = match rest.chars().next()? {
            '"' => rest.get(1..)?.find('"')? + 2,
            c if is_word(c) => amount(rest).unwrap_or_else(|| rest.find(|c| !is_word(c)).unwrap_or(rest.len())),
            sign => sign.len_utf8(),
        };
        found.push(Token { text: rest.get(..length)?, start });
        start += length;
    }
    Some(found)
}

/// The length of an amount with cents, or of a large number with decimals: `5000,00`. In `1,2` the comma may stand between two numbers.
fn amount(rest: &str) -> Option<usize> {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let whole = digits(rest);
    let part = digits(rest.get(whole..)?.strip_prefix(',')?);
    let ends = !rest.get(whole + 1 + part..)?.starts_with(char::is_alphanumeric);
    (whole > 0 && part > 0 && (whole > 2 || part == 2) && ends).then_some(whole + 1 + part)
}

/// The words as one line.
pub fn line(tokens: &[String]) -> String {
    let mut said = String::new();
    for token in tokens {
        if !said.is_empty() && !matches!(token.as_str(), "," | ":" | "%") {
            said.push(' ');
        }
        said.push_str(token);
    }
    said
}
