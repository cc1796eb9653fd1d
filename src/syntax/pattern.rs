//! Patterns of words: how people may say a clause, with room for what differs, and how the language says it with the same.
//!
//! A pattern is words with blanks between: `a|b` is one of these, `?a` may be missing, and a capital stands for something that is
//! kept ([`Slot`]). Input: the words of a clause, a pattern and what it becomes. Output: the words that it becomes; whether these can
//! be read is asked elsewhere.

use std::cell::Cell;
use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model::Kind;

use super::build_value::MONTHS;
use super::numbers::{number_in_words, ordinal};
use super::pest_parser::is_reserved;
use super::sayings::{limit, outcome};
use super::words::line;

/// What a capital stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slot {
    /// One word or more.
    Words,
    /// A word that can be a name.
    Name,
    /// A list, a group or a field that the file has, perhaps said of one of its members.
    Known,
    /// An intervention of the file.
    Intervention,
    /// A number, in digits or in a word.
    Number,
    /// `tweede`, `2e`
    Ordinal,
    /// `minstens`, `meer dan`
    Limit,
    Kind,
    Day,
    CalendarYear,
    Text,
    Month,
    /// `jaar`, `maanden`
    Unit,
    /// What follows: `waarschuwing`, or what people say for it.
    Outcome,
}

/// The slot that a part of a pattern is; a second one of a sort can have a 2 behind it.
fn slot(part: &str) -> Option<Slot> {
    Some(match part.strip_suffix('2').unwrap_or(part) {
        "A" | "B" | "C" => Slot::Words,
        "X" | "Y" => Slot::Name,
        "S" | "T" => Slot::Known,
        "I" | "O" => Slot::Intervention,
        "N" | "M" => Slot::Number,
        "R" | "F" => Slot::Ordinal,
        "L" | "P" => Slot::Limit,
        "K" => Slot::Kind,
        "D" | "G" => Slot::Day,
        "J" | "H" => Slot::CalendarYear,
        "V" | "Z" => Slot::Text,
        "E" => Slot::Month,
        "U" => Slot::Unit,
        "W" | "Q" => Slot::Outcome,
        _ => return None,
    })
}

/// The names that a file declares, for what a pattern asks about them.
pub struct Names<'f> {
    /// In the order of the file.
    pub elements: Vec<&'f str>,
    pub interventions: Vec<&'f str>,
    /// Fields and groups.
    pub known: Vec<&'f str>,
    /// So many steps may still be taken: a clause without sense fits a pattern in too many ways.
    left: Cell<u32>,
}

/// Nobody's sentence needs more.
const STEPS: u32 = 100_000;

impl<'f> Names<'f> {
    pub fn of(file: &'f str) -> Self {
        let mut found = Self {
            elements: Vec::new(),
            interventions: Vec::new(),
            known: vec!["keuzes", "praktijken"],
            left: Cell::new(STEPS),
        };
        for line in file.lines() {
            let mut words = line.split_whitespace();
            let (Some(first), Some(second)) = (words.next(), words.next()) else { continue };
            match first {
                "kernelement" => found.elements.push(second),
                "interventie" => found.interventions.push(second),
                "groep" => found.known.push(second),
                "veld" if second.ends_with(':') => found.known.push(second.trim_end_matches(':')),
                _ => {}
            }
        }
        found
    }

    /// A name that is known, said as such or of one: `reflectie` -> `reflecties`.
    fn meant(&self, word: &str) -> Option<&'f str> {
        let known = || self.known.iter().copied();
        known().find(|name| *name == word).or_else(|| known().find(|name| is_many(word, name)))
    }
}

/// Whether a name says several of what a word says one of.
fn is_many(one: &str, many: &str) -> bool {
    if one.len() < 3 {
        return false;
    }
    // `huis` -> `huizen`, `praktijk` -> `praktijken`, `gesprek` -> `gesprekken`, `taak` -> `taken`
    let ends = ["s", "en", "n", "'s", "ën", "ken", "men", "nen", "pen", "ren", "sen", "ten", "len"];
    if many.strip_prefix(one).is_some_and(|rest| ends.contains(&rest)) {
        return true;
    }
    let shorter = one.char_indices().nth_back(1).map_or("", |(at, _)| one.get(..at).unwrap_or(""));
    let last = one.chars().next_back().unwrap_or(' ');
    let open = many.strip_prefix(shorter).and_then(|rest| rest.strip_prefix(last));
    let long = one.chars().rev().nth(1) == one.chars().rev().nth(2);
    long && open == Some("en")
}

type Found<'p> = BTreeMap<&'p str, Vec<String>>;

/// What a pattern becomes: one of several ways, each of lines, of which all are asked or one is enough.
pub struct Way {
    pub lines: Vec<Vec<String>>,
    pub one_enough: bool,
    /// Only where nothing else is asked beside it: its lines hold for all of the rule.
    pub alone: bool,
}

/// Whether words fit a pattern.
pub fn fits(words: &[String], pattern: &str, names: &Names<'_>) -> bool {
    matched(words, &pattern.split(' ').collect::<Vec<_>>(), &Found::new(), names).is_some()
}

/// The ways that words that fit a pattern become; none when they do not fit it.
pub fn become_of(words: &[String], pattern: &str, result: &str, names: &Names<'_>) -> Vec<Way> {
    let pattern: Vec<&str> = pattern.split(' ').collect();
    let stands = |part: &&&str| part.split('|').any(|one| words.iter().any(|word| word == one));
    let is_fixed = |part: &&&str| !part.starts_with(['?', '*']) && slot(part).is_none();
    if !pattern.iter().filter(is_fixed).all(|part| stands(&part)) {
        return Vec::new();
    }
    let Some(found) = matched(words, &pattern, &Found::new(), names) else { return Vec::new() };
    let way = |way: &str| {
        let (alone, way) = way.strip_prefix("alone: ").map_or((false, way), |way| (true, way));
        let one_enough = way.contains(" /of/ ");
        let lines = way.split(if one_enough { " /of/ " } else { " // " });
        let lines: Option<Vec<Vec<String>>> = lines.map(|line| filled(line, &found, names)).collect();
        lines.map(|lines| Way { lines, one_enough, alone })
    };
    result.split(" | ").filter(|way| !way.is_empty()).filter_map(way).collect()
}

fn matched<'p>(words: &[String], pattern: &[&'p str], found: &Found<'p>, names: &Names<'_>) -> Option<Found<'p>> {
    names.left.set(names.left.get().checked_sub(1)?);
    let Some((first, rest)) = pattern.split_first() else { return words.is_empty().then(|| found.clone()) };
    if let Some(optional) = first.strip_prefix('?') {
        let with = || matched(words, &[&[optional], rest].concat(), found, names);
        return with().or_else(|| matched(words, rest, found, names));
    }
    let (may_lack, plain) = first.strip_prefix('*').map_or((false, *first), |plain| (true, plain));
    let Some(slot) = slot(plain) else {
        let (word, after) = words.split_first()?;
        return plain.split('|').any(|one| one == word).then(|| matched(after, rest, found, names))?;
    };
    let keep = |said: Vec<String>, length: usize| {
        // What stands there twice is twice the same.
        if found.get(plain).is_some_and(|known| *known != said) {
            return None;
        }
        let mut found = found.clone();
        found.insert(plain, said);
        matched(words.get(length..)?, rest, &found, names)
    };
    if slot == Slot::Words {
        let least = usize::from(!may_lack);
        return (least..=words.len()).find_map(|length| keep(words.get(..length)?.to_vec(), length));
    }
    let (said, length) = taken(words, slot, names)?;
    keep(said, length)
}

/// What a slot takes from the front of some words, as the language says it, and of how many words that is.
fn taken(words: &[String], slot: Slot, names: &Names<'_>) -> Option<(Vec<String>, usize)> {
    let first = words.first()?.as_str();
    let one = |said: &str| Some((vec![said.to_owned()], 1));
    let is_year = |word: &str| word.len() == 4 && word.starts_with('2') && word.bytes().all(|b| b.is_ascii_digit());
    match slot {
        Slot::Words => None,
        Slot::Name => {
            let plain = first.starts_with(char::is_alphabetic) && !is_reserved(first);
            plain.then(|| one(first))?
        }
        Slot::Known => one(names.meant(first)?),
        Slot::Intervention => names.interventions.contains(&first).then(|| one(first))?,
        Slot::Number => match number_in_words(first) {
            Some(number) => one(&number.to_string()),
            None => first
                .starts_with(|c: char| c.is_ascii_digit())
                .then(|| one(first))
                .filter(|_| first.parse::<f64>().is_ok() || first.contains(','))?,
        },
        Slot::Ordinal => one(&ordinal(first)?.to_string()),
        Slot::Limit => {
            let (said, length) = limit(words)?;
            Some((said.split(' ').map(str::to_owned).collect(), length))
        }
        Slot::Kind => {
            let mut bare = ["", "e", "en"].into_iter().filter_map(|end| first.strip_suffix(end));
            one(bare.find_map(Kind::from_word)?.word())
        }
        Slot::Day => {
            let [day, month, year] = words.get(..3)? else { return None };
            let dated = day.parse::<u8>().is_ok() && MONTHS.contains(&month.as_str()) && is_year(year);
            dated.then(|| Some((words.get(..3)?.to_vec(), 3)))?
        }
        Slot::CalendarYear => is_year(first).then(|| one(first))?,
        Slot::Text => first.starts_with('"').then(|| one(first))?,
        Slot::Month => MONTHS.contains(&first).then(|| one(first))?,
        Slot::Unit => {
            let units = ["dag", "dagen", "week", "weken", "maand", "maanden", "jaar"];
            units.contains(&first).then(|| one(first))?
        }
        Slot::Outcome => {
            let (said, length) = outcome(words)?;
            Some((said.split(' ').map(str::to_owned).collect(), length))
        }
    }
}

/// A line with what was found in its slots.
fn filled(line: &str, found: &Found<'_>, names: &Names<'_>) -> Option<Vec<String>> {
    let mut said: Vec<String> = Vec::new();
    for word in line.split(' ') {
        match word {
            "ELEMENTS&" => said.extend(listed(&names.elements, "en")?),
            "ELEMENTS|" => said.extend(listed(&names.elements, "of")?),
            "1..N" => {
                let last: u8 = found.get("N")?.first()?.parse().ok()?;
                let all: Vec<String> = (1..=last).map(|year| year.to_string()).collect();
                said.extend(listed(&all.iter().map(String::as_str).collect::<Vec<_>>(), "en")?);
            }
            "N-1" => {
                let number: u32 = found.get("N")?.first()?.parse().ok()?;
                said.push(number.checked_sub(1).filter(|number| *number > 0)?.to_string());
            }
            "N+1" => {
                let number: u32 = found.get("N")?.first()?.parse().ok()?;
                said.push(number.checked_add(1)?.to_string());
            }
            "D-1" => said.extend(day_before(found.get("D")?)?),
            "J..H" => {
                let [from, to] = ["J", "H"].map(|year| found.get(year)?.first()?.parse::<u16>().ok());
                said.push(to?.checked_sub(from?)?.checked_add(1)?.to_string());
            }
            "N%M" => {
                let [part, whole] = ["N", "M"].map(|number| number_of(found.get(number)?.first()?));
                let share = part?.checked_mul(whole?)?.checked_div(Decimal::from(100))?;
                let share = share.normalize();
                let cents = if share.is_integer() { 0 } else { share.scale().max(2) };
                said.push(format!("{share:.cents$}", cents = cents as usize).replace('.', ","));
            }
            "R^" => said.push(format!("{}e", found.get("R")?.first()?)),
            "\"A\"" | "\"B\"" => said.push(quoted(found.get(word.trim_matches('"'))?)?),
            // The other kinds.
            "K~" => {
                let is_other = |kind: &&str| {
                    !["K", "K2"].iter().filter_map(|slot| found.get(slot)).flatten().any(|own| own == kind)
                };
                let others: Vec<&str> = Kind::ALL.into_iter().map(Kind::word).filter(is_other).collect();
                said.extend(listed(&others, "of").or_else(|| Some(vec![(*others.first()?).to_owned()]))?);
            }
            // The last day of a month.
            "EJ$" => {
                let month = MONTHS.iter().position(|known| found.get("E").is_some_and(|said| said == &[*known]))?;
                let first = Date::new(found.get("J")?.first()?.parse().ok()?, i8::try_from(month + 1).ok()?, 1).ok()?;
                said.push(first.last_of_month().day().to_string());
            }
            _ if slot(word).is_some() => said.extend(found.get(word)?.iter().cloned()),
            _ => said.push(word.to_owned()),
        }
    }
    Some(said)
}

/// Two names or more in a row; of one there is none.
fn listed(names: &[&str], and: &str) -> Option<Vec<String>> {
    let (last, first) = names.split_last().filter(|(_, first)| !first.is_empty())?;
    let mut said: Vec<String> = Vec::new();
    for (number, name) in first.iter().enumerate() {
        said.extend((number > 0).then(|| ",".to_owned()));
        said.push((*name).to_owned());
    }
    said.extend([and.to_owned(), (*last).to_owned()]);
    Some(said)
}

/// A number with a comma.
pub fn number_of(word: &str) -> Option<Decimal> {
    word.replace(',', ".").parse().ok()
}

/// Words that were meant as a text.
fn quoted(words: &[String]) -> Option<String> {
    let plain = words.iter().all(|word| !word.contains('"'));
    plain.then(|| format!("\"{}\"", line(words)))
}

/// The day before another one.
pub fn day_before(day: &[String]) -> Option<Vec<String>> {
    let [day, month, year] = day else { return None };
    let number = MONTHS.iter().position(|known| known == month)?;
    let day =
        Date::new(year.parse().ok()?, i8::try_from(number + 1).ok()?, day.parse().ok()?).ok()?.yesterday().ok()?;
    let month = MONTHS.get(usize::try_from(day.month() - 1).ok()?)?;
    Some(vec![day.day().to_string(), (*month).to_owned(), day.year().to_string()])
}
