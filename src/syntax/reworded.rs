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
    let own = [of_practice, chosen_things, chosen_kind, there_are, counted_of, counted_twice, per_year, of_month];
    let others =
        [unequal, judged, each_kind, other_kinds, or_more, more_than_part, counted_within, average, part_of_year];
    let first = [
        limit_of_day,
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
    let times = [by_year, from_year_on, in_force, until_day];
    let more = [is_chosen, has_so_many, choices_out_of, not_chosen, list_of_words];
    first.into_iter().chain(own).chain(others).chain(times).chain(more).filter_map(|way| way(words))
}

/// `als a is gekozen` -> `als minimaal 1 gekozen uit a`, and of `is niet gekozen` `geen`
fn is_chosen(words: &[String]) -> Option<Vec<String>> {
    let (last, rest) = words.split_last().filter(|(last, _)| *last == "gekozen")?;
    let (rest, amount) = match rest {
        [rest @ .., is, not] if is == "is" && not == "niet" => (rest, own(&["geen"])),
        [rest @ .., is] if is == "is" => (rest, own(&["minimaal", "1"])),
        _ => return None,
    };
    let (name, front) = rest.split_last()?;
    let begins = front.last().is_some_and(|word| matches!(word.as_str(), "als" | "eis"));
    begins.then(|| [front, &amount, std::slice::from_ref(last), &own(&["uit"]), std::slice::from_ref(name)].concat())
}

/// `heeft minimaal 3 a` -> `heeft aantal a minimaal 3`
fn has_so_many(words: &[String]) -> Option<Vec<String>> {
    let has = find(words, &["heeft", "hebben"])?;
    let (front, rest) = words.split_at(has);
    let [_, limit, number, name] = rest else { return None };
    let counted = matches!(limit.as_str(), "minimaal" | "maximaal" | "precies") && number.parse::<u32>().is_ok();
    let bound = [limit.clone(), number.clone()];
    counted.then(|| [front, &own(&["heeft", "aantal"]), std::slice::from_ref(name), &bound].concat())
}

/// `aantal keuzes uit a` -> `aantal keuzes met kernelement a`
fn choices_out_of(words: &[String]) -> Option<Vec<String>> {
    let at = words.windows(2).position(|pair| pair == ["keuzes", "uit"])?;
    let rest = words.get(at + 2..)?;
    let rest = if rest.first().is_some_and(|word| word == "kernelement") { rest.get(1..)? } else { rest };
    Some([words.get(..=at)?, &own(&["met", "kernelement"]), rest].concat())
}

/// `als niet gekozen uit a` -> `als geen gekozen uit a`
fn not_chosen(words: &[String]) -> Option<Vec<String>> {
    let at = words.windows(2).position(|pair| pair == ["niet", "gekozen"])?;
    Some([words.get(..at)?, &own(&["geen"]), words.get(at + 1..)?].concat())
}

/// `lijst van a, b of c` -> `lijst van een van a, b of c`
fn list_of_words(words: &[String]) -> Option<Vec<String>> {
    let at = words.windows(2).position(|pair| pair == ["lijst", "van"])? + 2;
    words.get(at..)?.iter().any(|word| word == "of").then_some(())?;
    Some([words.get(..at)?, &own(&["een", "van"]), words.get(at..)?].concat())
}

/// `uiterlijk in jaar 2` -> `in de jaren 1 en 2 samen`: what was there before counts.
fn by_year(words: &[String]) -> Option<Vec<String>> {
    let [limit, within, year, number] = words else { return None };
    let last: u8 = number.parse().ok().filter(|last| (1..10).contains(last))?;
    (limit == "uiterlijk" && within == "in" && year == "jaar").then_some(())?;
    if last == 1 {
        return Some(own(&["in", "jaar", "1"]));
    }
    let first = (1..last).map(|year| year.to_string()).collect::<Vec<_>>().join(", ");
    Some(own(&["in", "de", "jaren", &first, "en", &last.to_string(), "samen"]))
}

/// `in jaar 2 en verder` -> `vanaf jaar 2`
fn from_year_on(words: &[String]) -> Option<Vec<String>> {
    let at = words.windows(2).position(|pair| pair == ["en", "verder"] || pair == ["en", "later"])?;
    let from = words.get(..at)?.iter().rposition(|word| word == "in")?;
    Some([words.get(..from)?, &own(&["vanaf"]), words.get(from + 1..at)?, words.get(at + 2..)?].concat())
}

/// `geldt vanaf 1 juli 2026` -> `van kracht vanaf 1 juli 2026`: not the years of which a rule speaks.
fn in_force(words: &[String]) -> Option<Vec<String>> {
    let (first, rest) = words.split_first()?;
    let begins = rest.first().is_some_and(|word| matches!(word.as_str(), "vanaf" | "tot"));
    let dated = rest.iter().any(|word| MONTHS.contains(&word.as_str()));
    (matches!(first.as_str(), "geldt" | "geldig") && begins && dated)
        .then(|| [own(&["van", "kracht"]).as_slice(), rest].concat())
}

/// `aangeboden tot 1 juli 2027` -> `aangeboden tot en met 30 juni 2027`
fn until_day(words: &[String]) -> Option<Vec<String>> {
    let at = find(words, &["tot"])?;
    let [day, month, year] = words.get(at + 1..at + 4)? else { return None };
    let number = MONTHS.iter().position(|known| known == month)?;
    let first = Date::new(year.parse().ok()?, i8::try_from(number + 1).ok()?, day.parse().ok()?).ok()?;
    let last = first.yesterday().ok()?;
    let month = MONTHS.get(usize::try_from(last.month() - 1).ok()?)?;
    let day = own(&["tot", "en", "met", &last.day().to_string(), month, &last.year().to_string()]);
    Some([words.get(..at)?, &day, words.get(at + 4..)?].concat())
}

/// A clause without some of its words, which stand at a place.
fn less(words: &[String], at: usize, length: usize) -> Option<Vec<String>> {
    Some([words.get(..at)?, words.get(at + length..)?].concat())
}

/// `naam van de praktijk` -> `naam`: a plan is of one practice.
fn of_practice(words: &[String]) -> Option<Vec<String>> {
    let is_whole = |word: &String| matches!(word.as_str(), "praktijk" | "praktijkplan" | "plan");
    let at = words.iter().position(|word| word == "van").filter(|at| *at > 0)?;
    let rest = words.get(at + 1..)?;
    match rest {
        [article, whole, ..] if matches!(article.as_str(), "de" | "het") && is_whole(whole) => less(words, at, 3),
        [whole, ..] if is_whole(whole) => less(words, at, 2),
        _ => None,
    }
}

/// `kies minimaal 1 interventie uit …` -> `kies minimaal 1 uit …`
fn chosen_things(words: &[String]) -> Option<Vec<String>> {
    let out = find(words, &["uit"]).filter(|_| words.first().is_some_and(|word| word == "kies"))?;
    let at = out.checked_sub(1)?;
    let is_thing = |word: &String| matches!(word.as_str(), "interventie" | "interventies" | "keuze" | "keuzes");
    words.get(at).filter(|word| is_thing(word))?;
    less(words, at, 1)
}

/// The kind that a word says: `nieuw`, `nieuwe`.
fn kind_of(word: &str) -> Option<&'static str> {
    let plain = Kind::from_word(word).or_else(|| Kind::from_word(word.strip_suffix('e')?));
    plain.map(Kind::word)
}

/// `kies minimaal 1 nieuw uit a` -> `kies minimaal 1 uit a met soort nieuw`
fn chosen_kind(words: &[String]) -> Option<Vec<String>> {
    let without_thing = chosen_things(words);
    let words = without_thing.as_deref().unwrap_or(words);
    let at = find(words, &["uit"]).filter(|_| words.first().is_some_and(|word| word == "kies"))?.checked_sub(1)?;
    let kind = kind_of(words.get(at)?)?;
    let rest = less(words, at, 1)?;
    Some([rest.as_slice(), &own(&["met", "soort", kind])].concat())
}

/// `er zijn minimaal 2 a` -> `aantal a is minimaal 2`
fn there_are(words: &[String]) -> Option<Vec<String>> {
    let at = words
        .windows(2)
        .position(|pair| matches!(pair, [er, is] if er == "er" && matches!(is.as_str(), "is" | "zijn")))?;
    let rest = words.get(at + 2..)?;
    let number = rest.iter().position(|word| word.starts_with(|c: char| c.is_ascii_digit())).filter(|at| *at > 0)?;
    let (limit, rest) = rest.split_at(number);
    let (number, rest) = rest.split_first()?;
    let limit = limit.iter().map(|word| match word.as_str() {
        "minstens" | "tenminste" => "minimaal".to_owned(),
        "hoogstens" => "maximaal".to_owned(),
        _ => word.clone(),
    });
    let limit: Vec<String> = limit.collect();
    let named = !rest.is_empty();
    let number = std::slice::from_ref(number);
    named.then(|| Some([words.get(..at)?, &own(&["aantal"]), rest, &own(&["is"]), &limit, number].concat()))?
}

/// `aantal van de a` -> `aantal a`
fn counted_of(words: &[String]) -> Option<Vec<String>> {
    let at = find(words, &["aantal"])? + 1;
    match words.get(at..)? {
        [of, article, ..] if of == "van" && matches!(article.as_str(), "de" | "het") => less(words, at, 2),
        [of, ..] if matches!(of.as_str(), "van" | "de" | "het") => less(words, at, 1),
        _ => None,
    }
}

/// `aantal a is minimaal 2 a` -> `aantal a is minimaal 2`
fn counted_twice(words: &[String]) -> Option<Vec<String>> {
    let (last, rest) = words.split_last()?;
    let counted = find(rest, &["aantal"])?;
    (rest.get(counted + 1) == Some(last)).then(|| rest.to_vec())
}

/// `aantal a per jaar` -> `aantal a in dat jaar`
fn per_year(words: &[String]) -> Option<Vec<String>> {
    let is_each = |pair: &[String]| {
        matches!(pair, [each, year] if matches!(each.as_str(), "per" | "elk" | "ieder")
            && matches!(year.as_str(), "jaar" | "kalenderjaar" | "programmajaar"))
    };
    let at = words.windows(2).position(is_each).filter(|at| *at > 1)?;
    Some([words.get(..at)?, &own(&["in", "dat", "jaar"]), words.get(at + 2..)?].concat())
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

/// `niet voldaan: te beoordelen` -> `niet voldaan: beoordeling door "…"`: it is said who judges.
fn judged(words: &[String]) -> Option<Vec<String>> {
    let at = words.windows(2).position(|pair| pair == ["te", "beoordelen"])?;
    Some([words.get(..at)?, &own(&["beoordeling", "door", "\"…\""]), words.get(at + 2..)?].concat())
}

/// `voor elke verdieping` -> `voor elk van de keuzes met soort verdieping`
fn each_kind(words: &[String]) -> Option<Vec<String>> {
    let [front, each, rest @ ..] = words else { return None };
    let is_each = matches!(each.as_str(), "elk" | "elke" | "ieder" | "iedere" | "alle");
    let (kind, rest) = rest.split_first().filter(|_| front == "voor" && is_each)?;
    let kind = kind_of(kind).or_else(|| kind_of(kind.strip_suffix("en")?))?;
    let rest = match rest.split_first() {
        Some((thing, rest)) if matches!(thing.as_str(), "keuze" | "keuzes" | "interventie" | "interventies") => rest,
        _ => rest,
    };
    Some([&own(&["voor", "elk", "van", "de", "keuzes", "met", "soort", kind]), rest].concat())
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

/// `3 of meer` -> `minimaal 3`, `1 mei 2025 of later` -> `vanaf 1 mei 2025`
fn or_more(words: &[String]) -> Option<Vec<String>> {
    let at = words.windows(2).position(|pair| {
        let [or, more] = pair else { return false };
        or == "of" && matches!(more.as_str(), "meer" | "hoger" | "minder" | "lager" | "later" | "eerder")
    })?;
    let is_digits = |at: usize| words.get(at).is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let (limit, length) = match words.get(at + 1)?.as_str() {
        "later" => ("vanaf", 3),
        "eerder" => ("uiterlijk", 3),
        more => {
            let unit = words.get(at.checked_sub(1)?).is_some_and(|word| matches!(word.as_str(), "%" | "euro"));
            (if matches!(more, "meer" | "hoger") { "minimaal" } else { "maximaal" }, 1 + usize::from(unit))
        }
    };
    let from = at.checked_sub(length).filter(|from| *from > 0 && is_digits(*from))?;
    Some([words.get(..from)?, &own(&[limit]), words.get(from..at)?, words.get(at + 2..)?].concat())
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

/// `heeft minimaal 1 van de a met b c` -> `heeft aantal a met b c minimaal 1`
fn counted_within(words: &[String]) -> Option<Vec<String>> {
    let has = find(words, &["heeft", "hebben"])?;
    let (front, rest) = words.split_at(has);
    let [_, limit, number, of, the, members @ ..] = rest else { return None };
    let known = matches!(limit.as_str(), "minimaal" | "maximaal" | "precies") && of == "van" && the == "de";
    let bound = [limit.clone(), number.clone()];
    known.then(|| [front, &own(&["heeft", "aantal"]), members, &bound].concat())
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

/// `minimaal einde van dat jaar`, `minimaal 1 mei 2025` -> `vanaf …`, and of `maximaal` `uiterlijk`: of a day there is no more or less.
fn limit_of_day(words: &[String]) -> Option<Vec<String>> {
    let at = find(words, &["minimaal", "minstens", "maximaal", "hoogstens"]).filter(|at| *at > 0)?;
    let is_day = match words.get(at + 1..)? {
        [edge, of, ..] if of == "van" => matches!(edge.as_str(), "begin" | "einde"),
        [day, ..] if day == "peildatum" => true,
        [_, month, ..] => MONTHS.contains(&month.as_str()),
        _ => false,
    };
    let least = matches!(words.get(at)?.as_str(), "minimaal" | "minstens");
    let limit = own(&[if least { "vanaf" } else { "uiterlijk" }]);
    is_day.then(|| Some([words.get(..at)?, &limit, words.get(at + 1..)?].concat()))?
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
