//! A clause that could not be read -> the same in the order in which the language says it: by a table of turns, and what must be
//! reckoned or looked up, such as sums that the language writes from the other side.
//!
//! Input: the words of a clause. Output: its words otherwise; whether these can be read is asked elsewhere.

use rust_decimal::Decimal;

use super::pattern::{Names, become_of, number_of as number};
use super::sayings::TURNS;

/// The ways in which a clause may be said.
pub fn ways(words: &[String]) -> impl Iterator<Item = Vec<String>> {
    [times, divided, below_zero, absolute].into_iter().filter_map(|way| way(words))
}

/// The same with what the language says with `dat`, with `met`, by a day, or in another order.
pub fn that(words: &[String], names: &Names<'_>) -> impl Iterator<Item = Vec<String>> {
    let said = TURNS.iter().flat_map(|(from, to)| become_of(words, from, to, names)).flat_map(|way| way.lines);
    said.chain([unequal, part_of_year].into_iter().filter_map(|way| way(words)))
}

/// `is ongelijk aan a` -> `is niet a`
fn unequal(words: &[String]) -> Option<Vec<String>> {
    let at = find(words, &["ongelijk"])?;
    let to = words.get(at + 1).is_some_and(|word| word == "aan");
    Some([words.get(..at)?, &own(&["niet"]), words.get(at + 1 + usize::from(to)..)?].concat())
}

/// `is niet 2`, `is ongelijk aan 2` -> `is niet precies 2`
pub fn unequal_number(words: &[String]) -> Option<Vec<String>> {
    let is_number = |word: &String| word.starts_with(|c: char| c.is_ascii_digit());
    let plain = unequal(words);
    let words = plain.as_deref().unwrap_or(words);
    let at = words.windows(2).position(|pair| matches!(pair, [not, number] if not == "niet" && is_number(number)))?;
    Some([words.get(..=at)?, &own(&["precies"]), words.get(at + 1..)?].concat())
}

/// `1,5 jaar` -> `18 maanden`: the words of a clause are cut at a comma.
fn part_of_year(words: &[String]) -> Option<Vec<String>> {
    let at = words.windows(4).position(|four| {
        let [_, comma, _, year] = four else { return false };
        comma == "," && year == "jaar"
    })?;
    let years = number(&format!("{},{}", words.get(at)?, words.get(at + 2)?))?;
    let months = years.checked_mul(Decimal::from(12))?;
    let length = [said(months), "maanden".to_owned()];
    months.is_integer().then(|| Some([words.get(..at)?, &length, words.get(at + 4..)?].concat()))?
}

fn own(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// The first place at which a word stands.
fn find(words: &[String], wanted: &[&str]) -> Option<usize> {
    words.iter().position(|word| wanted.contains(&word.as_str()))
}

/// Where the name of a field begins that ends before a place: `a van b`.
fn name_before(words: &[String], end: usize) -> Option<usize> {
    let mut at = end.checked_sub(1)?;
    while at >= 2 && words.get(at - 1).is_some_and(|word| word == "van") {
        at -= 2;
    }
    Some(at).filter(|at| *at > 0)
}

/// `p keer 2` -> `2 keer p`
fn times(words: &[String]) -> Option<Vec<String>> {
    let at = find(words, &["keer"])?;
    let from = name_before(words, at)?;
    let (front, rest) = words.split_at(from);
    let (name, rest) = rest.split_at(at - from);
    let [times, number, rest @ ..] = rest else { return None };
    number.starts_with(|sign: char| sign.is_ascii_digit()).then_some(())?;
    let (unit, rest) = rest.split_at(usize::from(rest.first().is_some_and(|word| word == "euro")));
    Some([front, std::slice::from_ref(number), unit, std::slice::from_ref(times), name, rest].concat())
}

fn said(number: Decimal) -> String {
    number.normalize().to_string().replace('.', ",")
}

/// `p gedeeld door 2 is minimaal 3` -> `p is minimaal 6`, `q is minimaal p gedeeld door 2` -> `2 keer q is minimaal p`,
/// `p gedeeld door q is minimaal 3` -> `p is minimaal 3 keer q`.
fn divided(words: &[String]) -> Option<Vec<String>> {
    let at = words.windows(2).position(|pair| pair == ["gedeeld", "door"])?;
    let (front, rest) = words.split_at(at);
    let [_, _, by, rest @ ..] = rest else { return None };
    let Some(times) = number(by) else {
        let behind = words.get(at + 2..)?;
        let (by, limit) = behind.split_at(find(behind, &["is"])?);
        return Some([front, limit, &own(&["keer"]), by].concat());
    };
    if let Some(is) = find(front, &["is"]) {
        let (start, left) = front.split_at(1);
        let (left, right) = left.split_at(is - 1);
        return Some([start, std::slice::from_ref(by), &own(&["keer"]), left, right, rest].concat());
    }
    let (last, middle) = rest.split_last()?;
    let bound = match number(last) {
        Some(bound) => vec![said(bound.checked_mul(times)?)],
        None => [std::slice::from_ref(by), &own(&["keer"]), std::slice::from_ref(last)].concat(),
    };
    Some([front, middle, &bound].concat())
}

/// `… is minimaal -150` -> `… plus 150 is minimaal 0`: a number below zero is brought to the other side.
fn below_zero(words: &[String]) -> Option<Vec<String>> {
    let is = find(words, &["is"])?;
    let at = words.iter().position(|word| word.strip_prefix('-').is_some_and(|rest| number(rest).is_some()))?;
    let (front, rest) = words.split_at(is);
    let (middle, bound) = rest.split_at(at.checked_sub(is)?);
    let (below, rest) = bound.split_first()?;
    let whole = below.trim_start_matches('-');
    // The words of a clause are cut at a comma.
    let (size, unit) = match rest {
        [comma, part, unit @ ..] if comma == "," => (format!("{whole},{part}"), unit),
        unit => (whole.to_owned(), unit),
    };
    Some([front, &own(&["plus"]), &[size], unit, middle, &own(&["0"]), unit].concat())
}

/// `absoluut p is …` -> `p is …`: what a plan says is never below zero.
fn absolute(words: &[String]) -> Option<Vec<String>> {
    let at = find(words, &["absoluut", "absolute"])?;
    let rest = words.get(at + 1..)?;
    let skip = match rest {
        [of, value, van, ..] if of == "waarde" && value == "van" && van != "de" => 2,
        [of, ..] if of == "van" => 1,
        _ => 0,
    };
    // Of a difference both directions count: that is two clauses.
    let plain = !rest.iter().any(|word| matches!(word.as_str(), "plus" | "min"));
    plain.then(|| [words.get(..at).unwrap_or_default(), rest.get(skip..).unwrap_or_default()].concat())
}
