//! Which practice and which year a plan says it is for, before it is read by a regioplan.

use super::document::parse;
use super::scalars;

/// A code of eight digits that may be the AGB code of the practice. Every code that a plan can claim is among them, unless it
/// is written with escapes; then what it claims is read.
#[must_use]
pub fn possible_codes(text: &str) -> Vec<u32> {
    if text.contains('\\') {
        return claim(text).and_then(|(code, _)| code.parse().ok()).into_iter().collect();
    }
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 8);
    let mut codes: Vec<u32> = numbers.filter_map(|digits| digits.parse().ok()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// The AGB code of the practice and the year of the plan.
#[must_use]
pub fn claim(text: &str) -> Option<(String, u8)> {
    let document = parse(text);
    let root = document.root?;
    let code = root.get("praktijk")?.1.get("agb")?.1.text()?.trim().to_owned();
    let year = root.get("jaar")?.1.text()?.trim();
    Some((scalars::agb(&code).ok()?.to_owned(), scalars::year(year).ok()?))
}

/// The AGB code and the name of the practice, as far as they stand in a text that may hold no whole plan.
#[must_use]
pub fn names(text: &str) -> (Option<String>, Option<String>) {
    let document = parse(text);
    let root = document.root.as_ref().or(document.guess.as_ref());
    let Some((_, practice)) = root.and_then(|root| root.get("praktijk")) else { return (None, None) };
    let said = |key: &str| practice.get(key).and_then(|(_, value)| Some(value.text()?.trim().to_owned()));
    let code = said("agb").and_then(|code| Some(scalars::agb(&code).ok()?.to_owned()));
    (code, said("naam").filter(|name| !name.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_however_it_is_written() {
        for code in ["01056789", "'01056789'", ">-\n    01056789", "\"0105678\\x39\"", "&a 01056789"] {
            let text = format!("jaar: 2\npraktijk:\n  agb: {code}\n");
            assert_eq!(claim(&text), Some(("01056789".to_owned(), 2)), "{text}");
            assert_eq!(possible_codes(&text), [1_056_789], "{text}");
        }
        assert!(possible_codes("tel: 0612345678").is_empty());
    }
}
