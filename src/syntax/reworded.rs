//! A clause that could not be read -> the same in the order in which the language says it: lengths of time beside a day, and
//! sums that the language writes from the other side.
//!
//! Input: the words of a clause. Output: its words otherwise; whether these can be read is asked elsewhere.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model::Kind;

use super::build_value::MONTHS;

/// The ways in which a clause may be said.
pub fn ways(words: &[String]) -> impl Iterator<Item = Vec<String>> {
    [of_years, before_or_after, times, divided, below_zero, absolute].into_iter().filter_map(|way| way(words))
}

/// The same with what the language says with `dat`, with `met`, by a day, or in another order.
pub fn that(words: &[String]) -> impl Iterator<Item = Vec<String>> {
    let all = [
        day_of_year,
        day_of_month,
        that_year,
        of_that_year,
        of_the_year,
        year_first,
        of_age,
        of_kind,
        kind_before,
        count_of,
        different,
    ];
    all.into_iter().filter_map(|way| way(words))
}

/// `in jaar 1`, `einde van jaar 1` -> `dat jaar`: which year it is, a clause of its own says.
fn that_year(words: &[String]) -> Option<Vec<String>> {
    let is_year = |three: &[String]| {
        let [before, year, number] = three else { return false };
        let plain = number.bytes().all(|b| b.is_ascii_digit());
        plain && matches!(before.as_str(), "in" | "van") && matches!(year.as_str(), "jaar" | "kalenderjaar")
    };
    let at = words.windows(3).position(is_year).filter(|at| *at > 0)?;
    let (front, rest) = words.split_at(at + 1);
    Some([front, &own(&["dat"]), rest.get(..1)?, rest.get(2..)?].concat())
}

/// `aantal a van jaar 1` -> `aantal a in dat jaar`
fn of_that_year(words: &[String]) -> Option<Vec<String>> {
    let at = words.windows(2).position(|pair| pair == ["van", "jaar"] || pair == ["van", "kalenderjaar"])?;
    let number = words.get(at + 2)?;
    let rest = words.get(at + 3..)?;
    number.bytes().all(|b| b.is_ascii_digit()).then_some(())?;
    Some([words.get(..at)?, &own(&["in", "dat"]), words.get(at + 1..at + 2)?, rest].concat())
}

/// `einde van kalenderjaar 2025` -> `31 december 2025`
fn day_of_year(words: &[String]) -> Option<Vec<String>> {
    let at = words.windows(2).position(|pair| pair == ["van", "kalenderjaar"])?;
    let day = match words.get(at.checked_sub(1)?)?.as_str() {
        "begin" => ["1", "januari"],
        "einde" => ["31", "december"],
        _ => return None,
    };
    let year = words.get(at + 2).filter(|year| year.len() == 4)?;
    Some([words.get(..at - 1)?, &own(&day), std::slice::from_ref(year), words.get(at + 3..)?].concat())
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

/// `einde van het jaar` -> `einde van dat jaar`
fn of_the_year(words: &[String]) -> Option<Vec<String>> {
    let is_year = |three: &[String]| {
        let [of, the, year] = three else { return false };
        of == "van" && the == "het" && matches!(year.as_str(), "jaar" | "kalenderjaar")
    };
    let at = words.windows(3).position(is_year)?;
    Some([words.get(..=at)?, &own(&["dat"]), words.get(at + 2..)?].concat())
}

/// `aantal a met b c in dat jaar` -> `aantal a in dat jaar met b c`
fn year_first(words: &[String]) -> Option<Vec<String>> {
    let with = find(words, &["met"])?;
    let is_year = |three: &[String]| {
        let [within, that, year] = three else { return false };
        within == "in" && that == "dat" && matches!(year.as_str(), "jaar" | "kalenderjaar")
    };
    let at = words.windows(3).position(is_year).filter(|at| *at > with)?;
    Some([words.get(..with)?, words.get(at..at + 3)?, words.get(with..at)?, words.get(at + 3..)?].concat())
}

/// `is ouder dan 3 jaar` -> `is minimaal 3 jaar oud`, `is jonger dan 3 jaar` -> `is maximaal 3 jaar oud`
fn of_age(words: &[String]) -> Option<Vec<String>> {
    let at = find(words, &["ouder", "jonger"])?;
    let limit = if words.get(at)? == "ouder" { "minimaal" } else { "maximaal" };
    let rest = words.get(at + 1..).filter(|rest| rest.first().is_some_and(|word| word == "dan") && rest.len() > 2)?;
    Some([words.get(..at)?, &own(&[limit]), rest.get(1..3)?, &own(&["oud"]), rest.get(3..)?].concat())
}

/// `kies minimaal 1 nieuwe uit a` -> `kies minimaal 1 uit a met soort nieuw`, `kies minimaal 1 interventie uit a` -> without it
fn kind_before(words: &[String]) -> Option<Vec<String>> {
    let out = find(words, &["uit"]).filter(|out| *out > 2)?;
    words.first().filter(|first| *first == "kies")?;
    let (front, rest) = words.split_at(out);
    let things = ["interventie", "interventies", "keuze", "keuzes"];
    let thing = usize::from(front.last().is_some_and(|word| things.contains(&word.as_str())));
    let (front, _) = front.split_at(front.len() - thing);
    let (word, before) = front.split_last()?;
    let kind = Kind::from_word(word).or_else(|| Kind::from_word(word.strip_suffix('e')?));
    match kind {
        Some(kind) => Some([before, rest, &own(&["met", "soort", kind.word()])].concat()),
        None if thing > 0 => Some([front, rest].concat()),
        None => None,
    }
}

/// `aantal van de a` -> `aantal a`
fn count_of(words: &[String]) -> Option<Vec<String>> {
    let at = words.windows(3).position(|three| three == ["aantal", "van", "de"])?;
    Some([words.get(..=at)?, words.get(at + 3..)?].concat())
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

/// `plannen van 2026` -> `plannen van 1 januari 2026 tot en met 31 december 2026`, and so for more years.
fn of_years(words: &[String]) -> Option<Vec<String>> {
    let is_year = |word: &&String| word.len() == 4 && word.starts_with('2') && word.bytes().all(|b| b.is_ascii_digit());
    let at = words.windows(2).position(|pair| pair.first().is_some_and(|word| word == "plannen"))?;
    let (front, rest) = words.split_at(at + 1);
    let [of, first, rest @ ..] = rest else { return None };
    let last = match rest {
        [] => first,
        [to, last] if matches!(to.as_str(), "en" | "tot") => last,
        [to, and, with, last] if to == "tot" && and == "en" && with == "met" => last,
        _ => return None,
    };
    let years = matches!(of.as_str(), "van" | "uit" | "in" | "over") && [first, last].iter().all(is_year);
    let days = format!("van 1 januari {first} tot en met 31 december {last}");
    years.then(|| front.iter().cloned().chain(days.split(' ').map(str::to_owned)).collect())
}

/// `minimaal 6 weken voor …` -> `uiterlijk 6 weken voor …`, `maximaal 6 weken na …` -> the same, and the other way round `vanaf`.
fn before_or_after(words: &[String]) -> Option<Vec<String>> {
    let least = ["minimaal", "minstens", "tenminste"];
    let most = ["maximaal", "hoogstens"];
    let at = words.iter().position(|word| least.contains(&word.as_str()) || most.contains(&word.as_str()))?;
    let (front, rest) = words.split_at(at);
    let [limit, amount, unit, rest @ ..] = rest else { return None };
    let (side, day) = match rest {
        [side, than, day @ ..] if than == "dan" && matches!(side.as_str(), "eerder" | "vroeger") => ("voor", day),
        [side, than, day @ ..] if than == "dan" && side == "later" => ("na", day),
        [side, day @ ..] if matches!(side.as_str(), "voor" | "vóór") => ("voor", day),
        [side, day @ ..] if side == "na" => ("na", day),
        _ => return None,
    };
    let at_most = most.contains(&limit.as_str());
    let word = if at_most == (side == "na") { "uiterlijk" } else { "vanaf" };
    Some([front, &own(&[word]), &[amount.clone(), unit.clone()], &own(&[side]), day].concat())
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

/// `p gedeeld door 2 is minimaal 3` -> `p is minimaal 6`, `q is minimaal p gedeeld door 2` -> `2 keer q is minimaal p`.
fn divided(words: &[String]) -> Option<Vec<String>> {
    let at = words.windows(2).position(|pair| pair == ["gedeeld", "door"])?;
    let (front, rest) = words.split_at(at);
    let [_, _, by, rest @ ..] = rest else { return None };
    let times = number(by)?;
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
