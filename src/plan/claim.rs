//! Which practice and which year a plan says it is for, before it is read by a regioplan.

use crate::value::{Quarter, is_unseen, name_key};

use super::document::parse;
use super::scalars;

/// The practice and the year that a plan is for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Claim {
    /// The AGB code of the practice.
    pub code: String,
    pub year: Option<u8>,
    /// The letters and digits of the name of the practice; none when it is not filled in.
    name: Option<String>,
    /// The quarter in which the practice began, when it stands there.
    start: Option<Quarter>,
    /// It is the accounting of that year.
    accounting: bool,
}

impl Claim {
    #[must_use]
    pub fn new(code: &str, year: Option<u8>, name: Option<&str>, (start, accounting): (Option<Quarter>, bool)) -> Self {
        let plain = |name: &str| -> String {
            let letters = name_key(name);
            letters.chars().filter(|c| c.is_alphanumeric() && !is_unseen(*c)).flat_map(char::to_lowercase).collect()
        };
        let name = name.filter(|name| !scalars::is_filler(name)).map(plain).filter(|name| !name.is_empty());
        Self { code: code.to_owned(), year, name, start, accounting }
    }

    /// Whether both are for one practice and one year.
    #[must_use]
    pub fn is_of_year(&self, other: &Self) -> bool {
        self.code == other.code && self.year == other.year
    }

    /// Whether both cannot be right: they are for one year, or one practice has two names. A plan and its own accounting, each by
    /// itself, are both right.
    #[must_use]
    pub fn clashes(&self, other: &Self) -> bool {
        let named_otherwise = self.name.is_some() && other.name.is_some() && self.name != other.name;
        self.code == other.code && (self.year == other.year && !self.accounts_for(other) || named_otherwise)
    }

    /// Whether one is the plan of a year and the other its accounting, of one practice by all that they say.
    fn accounts_for(&self, other: &Self) -> bool {
        let same = self.name.is_some() && self.name == other.name && self.start.is_some() && self.start == other.start;
        same && self.accounting != other.accounting
    }
}

/// The codes of eight digits that may be the AGB code of the practice: every code that a plan can claim is among them. None when
/// a code is not written in the plainest way; then the plan must be read.
#[must_use]
pub fn possible_codes(text: &str) -> Option<Vec<u32>> {
    let is_odd = |c: char| !c.is_ascii() && (is_unseen(c) || matches!(c, '\u{ff00}'..='\u{ffef}'));
    let (mut codes, mut digits, mut number) = (Vec::new(), 0_usize, 0_u32);
    let (mut named, mut in_remark) = (false, false);
    for (at, byte) in text.bytes().enumerate() {
        if byte.is_ascii_digit() {
            (digits, number) = (digits + 1, number.wrapping_mul(10).wrapping_add(u32::from(byte - b'0')));
            continue;
        }
        if digits == CODE {
            codes.push(number);
        }
        (digits, number) = (0, 0);
        match byte {
            b'\\' => return None,
            b'#' => in_remark = true,
            b'\n' => in_remark = false,
            b'b' | b'B' if !in_remark && ends_name(text, at) => {
                named = true;
                if !is_plain_code(text.get(at + 1..)?.split(['#', '\n']).next()?) {
                    return None;
                }
            }
            _ => {}
        }
    }
    if digits == CODE {
        codes.push(number);
    }
    if !named || !text.is_ascii() && text.chars().any(is_odd) {
        return None;
    }
    codes.sort_unstable();
    codes.dedup();
    Some(codes)
}

/// The digits of an AGB code.
const CODE: usize = 8;

/// Whether the sign there is the last of `agb`.
fn ends_name(text: &str, at: usize) -> bool {
    let first = at.checked_sub(2).and_then(|first| text.get(first..=at));
    first.is_some_and(|name| name.eq_ignore_ascii_case("agb"))
}

/// Whether a colon and eight digits follow, in quotation marks or not.
fn is_plain_code(behind: &str) -> bool {
    let Some(value) = behind.strip_prefix(':') else { return false };
    let value = value.trim().trim_start_matches(['"', '\'']);
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    let ends = value.get(digits..).is_some_and(|rest| {
        rest.trim_start_matches(['"', '\'', ' ', '}', ',']).is_empty() || rest.starts_with([',', '}', '"', '\''])
    });
    digits == CODE && ends
}

/// The practice and the year of a plan in which all of that stands as it must be written; none when it must be read to know it.
#[must_use]
pub fn plain_claim(text: &str) -> Option<Claim> {
    let document = parse(text);
    let root = document.root.as_ref().filter(|_| !document.mended && document.issues.is_empty())?;
    let practice = &root.get("praktijk")?.1;
    let code = practice.get("agb")?.1.text()?.trim();
    let year = root.get("jaar")?.1.text()?.trim();
    let name = practice.get("naam")?.1.text()?;
    let start = root.get("startkwartaal").map(|(_, start)| start.text().map(str::trim));
    let start = start.map_or(Some(None), |text| scalars::quarter(text?).ok().map(Some))?;
    let accounting = root.get("verantwoording").map(|(_, said)| said.text().map(str::trim));
    let accounting = accounting.map_or(Some(false), |text| scalars::yes_no(text?).ok())?;
    let year = Some(scalars::year(year).ok()?);
    Some(Claim::new(scalars::agb(code).ok()?, year, Some(name), (start, accounting)))
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

    fn claim(name: &str, year: u8) -> Claim {
        Claim::new("01056789", Some(year), Some(name), (None, false))
    }

    #[test]
    fn a_code_is_found_however_it_is_written() {
        for code in ["01056789", "'01056789'", "\"01056789\"  # van ons", "01056789 # AGB"] {
            let text = format!("jaar: 2\npraktijk:\n  naam: De Linde\n  agb: {code}\n");
            assert_eq!(plain_claim(&text), Some(claim("de linde", 2)), "{text}");
            assert_eq!(possible_codes(&text), Some(vec![1_056_789]), "{text}");
        }
        for code in ["01 056789", "1056789", "AGB 01056789", ">-\n    01056789", "\"0105678\\x39\"", "&a 01056789"] {
            let text = format!("jaar: 2\npraktijk:\n  naam: De Linde\n  agb: {code}\n");
            assert_eq!(possible_codes(&text), None, "{text}");
        }
        let holders =
            "praktijk:\n  agb: 01056789\n  praktijkhouders:\n    - {naam: A, agb: '01056780'}\n    - agb: 01056781\n";
        assert_eq!(possible_codes(holders), Some(vec![1_056_780, 1_056_781, 1_056_789]));
        // What only looks like it.
        assert_eq!(possible_codes("x: |\n  agb: 00000000\npraktijk: {agb: \"01 056789\"}\n"), None);
        assert_eq!(possible_codes("# agb: 00000000\npraktijk:\n  a.g.b.: 01056789\n"), None);
    }

    #[test]
    fn plans_of_one_practice_for_two_years_do_not_clash() {
        let own = claim("Huisartsen De Linde", 3);
        assert!(!own.clashes(&claim("huisartsen  \"De Linde\"", 4)) && own.clashes(&claim("De Boef", 4)));
        assert!(own.clashes(&claim("De Linde", 3)) && own.clashes(&own));
        assert!(!own.clashes(&Claim::new("01056789", Some(4), Some("n.v.t."), (None, false))));
        assert!(!own.clashes(&Claim::new("01056780", Some(3), Some("De Boef"), (None, false))));
    }

    #[test]
    fn a_plan_and_its_own_accounting_do_not_clash() {
        let text = |start: &str, rest: &str| {
            let name = "praktijk: {naam: De Linde, agb: '01056789'}";
            plain_claim(&format!("startkwartaal: {start}\njaar: 1\n{rest}{name}\n")).unwrap()
        };
        let plan = text("2024-Q1", "");
        let account = text("2024-Q1", "verantwoording: ja\n");
        assert!(!plan.clashes(&account) && !account.clashes(&plan));
        assert!(plan.clashes(&text("2024-Q1", "verantwoording: nee\n")));
        assert!(account.clashes(&text("2024-Q1", "verantwoording: ja\n")));
        assert!(account.clashes(&text("2024-Q2", "")), "one practice begins once");
    }
}
