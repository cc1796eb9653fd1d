//! A clause that could not be read -> the same in the order in which the language says it: by a table of turns, and what must be
//! reckoned or looked up, such as sums that the language writes from the other side.
//!
//! Input: the words of a clause. Output: its words otherwise; whether these can be read is asked elsewhere.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model::Kind;

use super::build_value::MONTHS;
use super::pattern::{Names, become_of};
use super::sayings::TURNS;

/// The ways in which a clause may be said.
pub fn ways(words: &[String]) -> impl Iterator<Item = Vec<String>> {
    [times, divided, below_zero, absolute].into_iter().filter_map(|way| way(words))
}

/// The same with what the language says with `dat`, with `met`, by a day, or in another order.
pub fn that(words: &[String], names: &Names<'_>) -> impl Iterator<Item = Vec<String>> {
    let said = TURNS.iter().flat_map(|(from, to)| become_of(words, from, to, names)).flat_map(|way| way.lines);
    let others = [day_of_month, of_kind, different, counted_twice, of_month, unequal, other_kinds];
    let more = [more_than_part, average, part_of_year];
    said.chain(others.into_iter().chain(more).filter_map(|way| way(words)))
}

/// The kind that a word says: `nieuw`, `nieuwe`.
fn kind_of(word: &str) -> Option<&'static str> {
    let plain = Kind::from_word(word).or_else(|| Kind::from_word(word.strip_suffix('e')?));
    plain.map(Kind::word)
}

/// `aantal a is minimaal 2 a` -> `aantal a is minimaal 2`
fn counted_twice(words: &[String]) -> Option<Vec<String>> {
    let (last, rest) = words.split_last()?;
    let counted = find(rest, &["aantal"])?;
    (rest.get(counted + 1) == Some(last)).then(|| rest.to_vec())
}

/// `uiterlijk mei 2026` -> `uiterlijk 31 mei 2026`, and of `vanaf` the first day.
fn of_month(words: &[String]) -> Option<Vec<String>> {
    let is_day = |word: &String| word.bytes().all(|b| b.is_ascii_digit());
    let at = words.iter().position(|word| MONTHS.contains(&word.as_str())).filter(|at| *at > 0)?;
    let before = words.get(at - 1).filter(|word| !is_day(word))?;
    let month = MONTHS.iter().position(|month| words.get(at).is_some_and(|word| word == month))?;
    let year: i16 = words.get(at + 1).filter(|year| year.len() == 4)?.parse().ok()?;
    let first = Date::new(year, i8::try_from(month + 1).ok()?, 1).ok()?;
    let before_last = words.get(at.checked_sub(2)?);
    let is_first = before == "vanaf" || before == "dan" && before_last.is_some_and(|word| word == "eerder");
    let day = if is_first { first.day() } else { first.last_of_month().day() };
    Some([words.get(..at)?, &[day.to_string()], words.get(at..)?].concat())
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

/// `met soort niet nieuw`, `zonder soort nieuw` -> `met soort` and the other kinds
fn other_kinds(words: &[String]) -> Option<Vec<String>> {
    let at = find(words, &["soort"]).filter(|at| *at > 0)?;
    let (before, rest) = words.split_at(at - 1);
    let [with, _, rest @ ..] = rest else { return None };
    let rest = match (with.as_str(), rest.split_first()) {
        ("met", Some((not, rest))) if not == "niet" => rest,
        ("zonder", _) => rest,
        (_, _) => return None,
    };
    let is_kind = |word: &String| kind_of(word).is_some();
    let length = rest.iter().take_while(|word| is_kind(word) || matches!(word.as_str(), "of" | "en" | ",")).count();
    let (said, rest) = rest.split_at(length);
    let said: Vec<&str> = said.iter().filter_map(|word| kind_of(word)).collect();
    let others: Vec<&str> = Kind::ALL.into_iter().map(Kind::word).filter(|word| !said.contains(word)).collect();
    let (last, first) = others.split_last().filter(|_| !said.is_empty())?;
    let mut named: Vec<String> = Vec::new();
    for (number, one) in first.iter().enumerate() {
        named.extend((number > 0).then(|| ",".to_owned()));
        named.push((*one).to_owned());
    }
    named.extend((!first.is_empty()).then(|| "of".to_owned()));
    named.push((*last).to_owned());
    Some([before, &own(&["met", "soort"]), &named, rest].concat())
}

/// `meer dan de helft van de a heeft b c` -> `aantal a met b c is meer dan de helft van aantal a`, and of a number `minimaal`.
fn more_than_part(words: &[String]) -> Option<Vec<String>> {
    let at = words.windows(2).position(|pair| pair == ["meer", "dan"] || pair == ["minder", "dan"])?;
    let (front, rest) = words.split_at(at);
    let (than, rest) = rest.split_at(2);
    let of = rest.windows(2).position(|pair| pair == ["van", "de"])?;
    let (part, rest) = rest.split_at(of);
    let rest = rest.get(2..)?;
    if let [number] = part {
        let number: u32 = number.parse().ok()?;
        let more = than.first().is_some_and(|word| word == "meer");
        let (limit, number) =
            if more { ("minimaal", number.checked_add(1)?) } else { ("maximaal", number.checked_sub(1)?) };
        return Some([front, &own(&[limit]), &[number.to_string()], &own(&["van", "de"]), rest].concat());
    }
    let has = find(rest, &["heeft", "hebben"])?;
    let (members, has) = rest.split_at(has);
    let counted = [own(&["aantal"]), members.to_vec()].concat();
    let with = if members.iter().any(|word| word == "met") { "en" } else { "met" };
    let whole = [&own(&["van"]), counted.as_slice()].concat();
    Some([front, &counted, &own(&[with]), has.get(1..)?, &own(&["is"]), than, part, &whole].concat())
}

/// `gemiddelde b van de a is minimaal 3` -> `som van b van de a is minimaal 3 keer aantal a`
fn average(words: &[String]) -> Option<Vec<String>> {
    let at = find(words, &["gemiddelde", "gemiddeld"])?;
    let (front, rest) = words.split_at(at);
    let rest = rest.get(1..)?;
    let rest = if rest.first().is_some_and(|word| word == "van") { rest.get(1..)? } else { rest };
    let is = find(rest, &["is"])?;
    let (about, limit) = rest.split_at(is);
    let members = about.get(about.windows(2).position(|pair| pair == ["van", "de"])? + 2..)?;
    Some([front, &own(&["som", "van"]), about, limit, &own(&["keer", "aantal"]), members].concat())
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

/// `uiterlijk mei 2025` -> `uiterlijk 31 mei 2025`, `vanaf begin 2025` -> `vanaf 1 januari 2025`
fn day_of_month(words: &[String]) -> Option<Vec<String>> {
    let is_year = |word: &String| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let at = words.iter().position(is_year).filter(|at| *at > 1)?;
    let [limit, word] = words.get(at - 2..at)? else { return None };
    let last = match limit.as_str() {
        "uiterlijk" => true,
        "vanaf" => false,
        _ => return None,
    };
    let year: i16 = words.get(at)?.parse().ok()?;
    let (month, last) = match word.as_str() {
        "begin" => (1, false),
        "eind" | "einde" => (12, true),
        name => (i8::try_from(MONTHS.iter().position(|month| *month == name)? + 1).ok()?, last),
    };
    let first = Date::new(year, month, 1).ok()?;
    let day = if last { first.last_of_month() } else { first };
    let name = MONTHS.get(usize::try_from(month - 1).ok()?)?;
    let said = [day.day().to_string(), (*name).to_owned()];
    Some([words.get(..at - 1)?, &said, words.get(at..)?].concat())
}

/// `de keuzes die nieuw zijn` -> `de keuzes met soort nieuw`
fn of_kind(words: &[String]) -> Option<Vec<String>> {
    let at = find(words, &["die"])?;
    let (front, rest) = words.split_at(at);
    let length = rest.iter().skip(1).take_while(|word| !matches!(word.as_str(), "is" | "zijn")).count();
    let kinds = rest.get(1..=length)?;
    let known = |word: &String| Kind::from_word(word).is_some() || matches!(word.as_str(), "," | "of" | "en" | "niet");
    (length > 0 && rest.len() > length + 1 && kinds.iter().all(known)).then_some(())?;
    let kinds = kinds.iter().map(|word| if word == "en" { "of".to_owned() } else { word.clone() });
    Some([front, &own(&["met", "soort"]), &kinds.collect::<Vec<_>>(), rest.get(length + 2..)?].concat())
}

/// `aantal a met verschillende b van de c` -> `aantal a van de c met verschillende b`
fn different(words: &[String]) -> Option<Vec<String>> {
    let at = words.windows(2).position(|pair| {
        let [with, word] = pair else { return false };
        with == "met" && matches!(word.as_str(), "verschillende" | "dezelfde")
    })?;
    let end = words.iter().skip(at).position(|word| matches!(word.as_str(), "is" | "heeft"))? + at;
    let of = words.get(at..end)?.iter().position(|word| word == "van")? + at;
    let [front, with, of, rest] = [words.get(..at)?, words.get(at..of)?, words.get(of..end)?, words.get(end..)?];
    Some([front, of, with, rest].concat())
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

fn number(word: &str) -> Option<Decimal> {
    word.replace(',', ".").parse().ok()
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
