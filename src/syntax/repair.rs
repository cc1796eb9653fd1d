//! A clause that could not be read -> the likely repair: a small change with which it can be read.
//!
//! Nothing is changed in the text; what is tried is only read to see whether it fits, and then proposed.

use crate::value::name_distance;

use super::build_value::MONTHS;
use super::errors::nearest;
use super::joined::{self, Joined};
use super::numbers::{NUMBERS, number_in_words};
use super::otherwise::{self, Around, Otherwise};
use super::pattern::Names;
use super::pest_parser::{is_reserved, keywords, reaches, reads};
use super::reworded;
use super::sayings::PHRASES;
use super::words::{Token, line, tokens};
use super::{Asked, Kind};

/// Longer clauses are not tried: that would take long, and none of a person's slips is that hard to see.
const LONGEST: usize = 600;
/// More ways to mend a clause help nobody to choose.
const MOST: usize = 3;

/// What would make a clause fit.
#[derive(Debug, PartialEq, Eq)]
pub enum Repair {
    /// More than one condition, or one that is denied in front.
    Joined(Joined),
    /// The clause as it may have been meant, or its changed part; one of these.
    Clause(Vec<String>),
    /// A word of the language with a slip in it: where it begins, as written, and as meant.
    Word(usize, String, &'static str),
    /// The first word is missing; one of these fits there.
    FirstWord(Vec<String>),
}

/// Looks for a repair. `at` is where reading stopped in the clause, `words` would have fitted there.
/// `file` tells which names there are.
pub fn find(clause: &str, at: usize, words: &[String], trial: &Trial<'_>, file: &str) -> Option<Repair> {
    let tokens = tokens(clause).filter(|_| clause.len() <= LONGEST)?;
    let index = tokens.iter().take_while(|token| token.start < at).count();
    let written: Vec<String> = tokens.iter().map(|token| token.text.to_owned()).collect();
    if otherwise::is_nothing(&written, file) {
        return None;
    }
    let fits = |tokens: &[String]| trial.reads(&line(tokens));
    let one = |found: Vec<String>| Repair::Clause(vec![changed(&written, &found)]);
    in_other_words(&written, trial, file)
        .or_else(|| otherwise_said(&tokens, &written, index, trial, file))
        .or_else(|| lowered(&written, index, trial).map(one))
        .or_else(|| hyphens(&written).find(|found| fits(found)).map(one))
        .or_else(|| swaps(&written, index).find(|found| fits(found)).map(one))
        .or_else(|| inserted(&written, index, words, trial))
        .or_else(|| without(&written, index).find(|found| fits(found)).map(one))
        // It may name something that is not there yet: then only its words are put otherwise.
        .or_else(|| otherwise_said(&tokens, &written, index, &trial.of_form(), file))
}

/// What a clause that can be read may be in other words.
pub fn of_readable(clause: &str, trial: &Trial<'_>, file: &str) -> Option<Repair> {
    let tokens = tokens(clause).filter(|_| clause.len() <= LONGEST)?;
    let written: Vec<String> = tokens.iter().map(|token| token.text.to_owned()).collect();
    in_other_words(&written, trial, file)
}

/// The clause as the tables of what people say have it.
fn in_other_words(written: &[String], trial: &Trial<'_>, file: &str) -> Option<Repair> {
    let fits = |lines: &[String]| trial.fit(lines);
    if trial.kind == Kind::Register {
        return None;
    }
    let around = Around { file, alone: asks_once(trial.block), fits: &fits };
    Some(match otherwise::find(written, &around)? {
        Otherwise::Clauses(all) => Repair::Clause(all.iter().map(|found| changed(written, found)).collect()),
        Otherwise::Joined(joined) => Repair::Joined(joined),
    })
}

/// Whether a block asks one thing at most.
fn asks_once(block: &str) -> bool {
    let asks = ["eis", "kies", "bewijs", "beoordeling"];
    block.lines().filter(|line| line.split_whitespace().next().is_some_and(|word| asks.contains(&word))).count() < 2
}

/// The clause in the words of the language.
fn otherwise_said(
    tokens: &[Token<'_>],
    written: &[String],
    index: usize,
    trial: &Trial<'_>,
    file: &str,
) -> Option<Repair> {
    let fits = |tokens: &[String]| trial.reads(&line(tokens));
    let one = |found: Vec<String>| Repair::Clause(vec![changed(written, &found)]);
    let either = |all: Vec<Vec<String>>| {
        let fit: Vec<String> = all.iter().filter(|found| fits(found)).map(|found| changed(written, found)).collect();
        (!fit.is_empty()).then_some(Repair::Clause(fit))
    };
    either(amounts(written))
        .or_else(|| joined::find(written, trial.kind).filter(|found| trial.holds(found)).map(Repair::Joined))
        .or_else(|| {
            let found = joined::find(&reworded::unequal_number(written)?, trial.kind);
            found.filter(|found| trial.holds(found)).map(Repair::Joined)
        })
        .or_else(|| values(written, index, trial, file).map(one))
        .or_else(|| named(written, file).find(|found| fits(found)).map(one))
        .or_else(|| {
            let names = Names::of(file);
            let mut said = reworded::that(written, &names);
            said.find(|found| fits(found) && trial.is_of_year(written, found)).map(one)
        })
        .or_else(|| misspelt(tokens, index, trial))
        .or_else(|| years(written, trial))
        .or_else(|| chosen(written).filter(|found| fits(found)).map(one))
        .or_else(|| reworded::ways(written).find(|found| fits(found)).map(one))
        .or_else(|| phrase(written, trial).map(one))
}

/// Tells whether a clause will do.
pub struct Trial<'t> {
    pub kind: Kind,
    /// Whether what it names is there, and fits.
    pub means: &'t dyn Fn(&str, Asked) -> bool,
    pub asked: Asked,
    /// The lines of the block that the clause stands in.
    pub block: &'t str,
}

impl<'t> Trial<'t> {
    fn reads(&self, clause: &str) -> bool {
        reads(clause, self.kind) && (self.means)(clause, self.asked)
    }

    /// Whether what is proposed can stand there.
    fn holds(&self, joined: &Joined) -> bool {
        joined.tried().iter().all(|lines| self.fit(lines))
    }

    /// Whether lines can stand there, together.
    fn fit(&self, lines: &[String]) -> bool {
        lines.iter().all(|line| reads(line, self.kind)) && (self.means)(&lines.join("\n  "), self.asked)
    }

    /// Leaves out whether all that is named is there.
    fn of_form(&self) -> Trial<'t> {
        Trial { asked: Asked::Unnamed, ..*self }
    }

    /// Whether `dat jaar` in place of a year that is named is that year: the rule says so on a line of its own.
    fn is_of_year(&self, written: &[String], found: &[String]) -> bool {
        let that = |words: &[String]| {
            words.windows(2).any(|pair| matches!(pair, [that, year] if that == "dat" && year.ends_with("jaar")))
        };
        let named = written.windows(2).find_map(|pair| match pair {
            [year, number] if year.ends_with("jaar") && number.bytes().all(|b| b.is_ascii_digit()) => {
                Some(format!("in {year} {number}"))
            }
            _ => None,
        });
        let Some(named) = named.filter(|_| that(found) && !that(written)) else { return true };
        self.block.lines().any(|line| line.trim() == named)
    }
}

/// Words that are one name of the file, as its title may say them: `Anders werken` -> `anders-werken`.
fn named(written: &[String], file: &str) -> impl Iterator<Item = Vec<String>> {
    let is_word = |word: &String| word.starts_with(char::is_alphabetic);
    let outside = move || file.lines().flat_map(|line| line.split('"').step_by(2));
    let stands = move |name: &str| {
        let is_apart = |c: char| !(c.is_alphanumeric() || c == '-');
        outside().any(|part| part.split(is_apart).any(|word| word == name))
    };
    (1..written.len()).flat_map(move |at| {
        (2..=4).rev().filter_map(move |length| {
            let words = written.get(at..at + length)?;
            let name = words.iter().all(is_word).then(|| words.join("-").to_lowercase()).filter(|name| stands(name))?;
            let after = written.get(at + length..).unwrap_or_default();
            Some([written.get(..at)?, &[name], after].concat())
        })
    })
}

/// `kies een uit …`, `kies uit …`: a bare number, or none, can mean two things, and both can be said.
fn amounts(written: &[String]) -> Vec<Vec<String>> {
    let [first, second, rest @ ..] = written else { return Vec::new() };
    let number = number_in_words(second).or_else(|| second.parse().ok());
    let (number, rest) = match written.get(1..) {
        Some(rest) if second == "uit" => (Some(1), rest),
        _ => (number, rest),
    };
    let number = number.filter(|_| first == "kies");
    let put = |word: &str, number: usize| {
        let amount = [word.to_owned(), number.to_string()];
        [std::slice::from_ref(first), &amount, rest].concat()
    };
    number.map(|number| ["minimaal", "precies"].map(|word| put(word, number))).into_iter().flatten().collect()
}

/// Words with capitals where a value stands: a text without its quotes, unless a name of the file is meant.
fn values(written: &[String], index: usize, trial: &Trial<'_>, file: &str) -> Option<Vec<String>> {
    let is_capital = |word: &&String| word.starts_with(char::is_uppercase);
    let length = written.get(index..)?.iter().take_while(is_capital).count();
    let (before, rest) = written.split_at(index);
    let (said, after) = rest.split_at(length);
    let of_value = before.last().is_some_and(|word| matches!(word.as_str(), "is" | "niet" | "of" | "bevat" | ","));
    let is_quarter = |word: &&String| matches!(word.as_str(), "Q1" | "Q2" | "Q3" | "Q4");
    let small = said.first().filter(|word| of_value && !is_quarter(word))?.to_lowercase();
    let outside = file.lines().flat_map(|line| line.split('"').step_by(2));
    let mut names = outside.flat_map(|part| part.split(|c: char| !c.is_alphanumeric() && c != '-'));
    if names.any(|name| name == small) {
        return None;
    }
    let found = [before, &[format!("\"{}\"", said.join(" "))], after].concat();
    trial.reads(&line(&found)).then_some(found)
}

/// A name with capitals, where a name fits.
fn lowered(written: &[String], index: usize, trial: &Trial<'_>) -> Option<Vec<String>> {
    let small = written.get(index).filter(|word| !word.starts_with('"'))?.to_lowercase();
    let mut found = written.to_vec();
    let place = found.get_mut(index).filter(|word| **word != small && !keywords().contains(&small.as_str()))?;
    *place = small;
    trial.reads(&line(&found)).then_some(found)
}

/// Whether a clause can be read with another word in place of the one that begins at `at`, and whether it can then stand there.
pub fn fits_with(clause: &str, at: usize, found: &str, word: &str, trial: &Trial<'_>) -> (bool, bool) {
    let (Some(before), Some(after)) = (clause.get(..at), clause.get(at + found.len()..)) else { return (false, false) };
    let said = format!("{before}{word}{after}");
    let read = reads(&said, trial.kind);
    (read, read && trial.of_form().reads(&said))
}

/// A keyword with a slip in it, where reading stopped or just before: there it was read as a name.
fn misspelt(tokens: &[Token<'_>], index: usize, trial: &Trial<'_>) -> Option<Repair> {
    let places = [Some(index), index.checked_sub(1), Some(index + 1)].into_iter().flatten();
    let words = places.filter_map(|place| Some((place, tokens.get(place)?)));
    // A small word with an accent is that word, and no slip in another.
    let slips = |text: &str| !keywords().contains(&text) && (text.is_ascii() || !is_reserved(text));
    words.filter(|(_, token)| slips(token.text)).find_map(|(place, token)| {
        let near = keywords().iter().copied().filter(|word| nearest(token.text, [*word]).is_some());
        let mut near: Vec<&str> = near.collect();
        near.sort_by_key(|word| name_distance(&token.text.to_lowercase(), word));
        let put = |word: &str| {
            let words = tokens.iter().enumerate().map(|(at, token)| if at == place { word } else { token.text });
            words.map(str::to_owned).collect::<Vec<_>>()
        };
        let meant = near.into_iter().find(|word| trial.reads(&line(&put(word))))?;
        Some(Repair::Word(token.start, token.text.to_owned(), meant))
    })
}

/// `in jaar 1 en 2` can mean two things, and both can be said.
fn years(written: &[String], trial: &Trial<'_>) -> Option<Repair> {
    let start = written.iter().position(|word| word == "in")?;
    let of_years =
        |word: &String| matches!(word.as_str(), "jaar" | "jaren" | "de" | "beide" | "of" | "en" | "," | "tot" | "met");
    let is_year = |word: &String| word.len() < 3 && word.bytes().all(|b| b.is_ascii_digit());
    let (before, rest) = written.split_at(start + 1);
    let length = rest.iter().take_while(|word| of_years(word) || is_year(word)).count();
    let (said, rest) = rest.split_at(length);
    let named: Vec<u8> = said.iter().filter(|word| is_year(word)).filter_map(|word| word.parse::<u8>().ok()).collect();
    let years: Vec<u8> = match named.as_slice() {
        [from, to] if said.iter().any(|word| word == "tot") => (*from..=*to).collect(),
        all => all.to_vec(),
    };
    let (last, first) = years.split_last().filter(|(_, first)| !first.is_empty())?;
    let first = first.iter().map(u8::to_string).collect::<Vec<_>>().join(", ");
    let both = [format!("elk van de jaren {first} en {last}"), format!("de jaren {first} en {last} samen")];
    let (together, rest) = match rest.split_first() {
        Some((word, rest)) if word == "samen" => (true, rest),
        _ => (false, rest),
    };
    let whole = both.into_iter().skip(usize::from(together)).map(|years| [before, &[years], rest].concat());
    let fit: Vec<String> = whole.map(|found| line(&found)).filter(|found| trial.reads(found)).collect();
    (!fit.is_empty()).then_some(Repair::Clause(fit))
}

/// `als kies minimaal 1 uit …`: behind `als` something is chosen already.
fn chosen(written: &[String]) -> Option<Vec<String>> {
    let [first, second, rest @ ..] = written else { return None };
    let out = rest.iter().position(|word| word == "uit").filter(|_| first == "als" && second == "kies")?;
    let (amount, selector) = rest.split_at(out);
    Some([std::slice::from_ref(first), amount, &["gekozen".to_owned()], selector].concat())
}

/// Common words that the language says in another way.
fn phrase(written: &[String], trial: &Trial<'_>) -> Option<Vec<String>> {
    let mut plain = plain_values(written);
    if plain != written && trial.reads(&line(&plain)) {
        return Some(plain);
    }
    // One slip may hide another: then what comes nearest is put otherwise once more.
    for _ in 0..MOST {
        plain = one_phrase(&plain, trial)?;
        if trial.reads(&line(&plain)) {
            return Some(plain);
        }
    }
    None
}

/// The clause with one phrase in another way: one that can be read, else the one that can be read furthest.
fn one_phrase(plain: &[String], trial: &Trial<'_>) -> Option<Vec<String>> {
    let kind = trial.kind;
    let tries = PHRASES.iter().flat_map(|(from, to)| replaced(plain, from, to));
    let mut nearest: Option<(usize, Vec<String>)> = None;
    for found in tries {
        let said = line(&found);
        if trial.reads(&said) {
            return Some(found);
        }
        let reach = reaches(&said, kind);
        if reach > reaches(&line(plain), kind) + 12 && nearest.as_ref().is_none_or(|(best, _)| reach > *best) {
            nearest = Some((reach, found));
        }
    }
    nearest.map(|(_, found)| found)
}

/// Numbers in digits, dates and quarters as the language writes them.
fn plain_values(written: &[String]) -> Vec<String> {
    let mut plain: Vec<String> = Vec::new();
    for (index, word) in written.iter().enumerate() {
        let number = NUMBERS.iter().position(|number| number == word).map(|index| (index + 2).to_string());
        let euro = word == "€";
        if euro && written.get(index + 1).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit())) {
            continue;
        }
        plain.push(
            number
                .or_else(|| date(word))
                .or_else(|| quarter(word))
                .or_else(|| source(word))
                .unwrap_or_else(|| word.clone()),
        );
        if index > 0 && written.get(index - 1).is_some_and(|before| before == "€") {
            plain.push("euro".to_owned());
        }
    }
    plain
}

/// `1-4-2025` or `2025-04-01` -> `1 april 2025`
fn date(word: &str) -> Option<String> {
    let parts = word.split('-').map(str::parse::<u16>).collect::<Result<Vec<_>, _>>().ok()?;
    let (day, month, year) = match *parts {
        [day, month, year] if year > 1999 => (day, month, year),
        [year, month, day] if year > 1999 => (day, month, year),
        _ => return None,
    };
    let month = MONTHS.get(usize::from(month).checked_sub(1)?)?;
    Some(format!("{day} {month} {year}"))
}

/// `2025-Q2` -> `2e kwartaal 2025`
fn quarter(word: &str) -> Option<String> {
    let (year, number) = word.split_once("-Q")?;
    (year.len() == 4 && number.len() == 1).then(|| format!("{number}e kwartaal {year}"))
}

/// `RED33` -> `RED-33`
fn source(word: &str) -> Option<String> {
    let (letters, number) = word.split_at(word.find(|c: char| c.is_ascii_digit())?);
    let upper = !letters.is_empty() && letters.bytes().all(|b| b.is_ascii_uppercase());
    upper.then(|| format!("{letters}-{number}"))
}

/// The clause with a phrase put in another way, for each place where it stands.
fn replaced(written: &[String], from: &str, to: &str) -> Vec<Vec<String>> {
    let from: Vec<&str> = from.split(' ').collect();
    let at = (0..written.len()).filter(|at| {
        let here = written.iter().skip(*at).take(from.len());
        here.clone().count() == from.len() && here.zip(&from).all(|(word, from)| word == from)
    });
    let put = |at: usize| {
        let (before, rest) = written.split_at(at);
        let after = rest.iter().skip(from.len()).cloned();
        before.iter().cloned().chain(to.split(' ').map(str::to_owned)).chain(after).collect()
    };
    at.map(put).collect()
}

/// Two words that are one name, and a name that is two words.
fn hyphens(written: &[String]) -> impl Iterator<Item = Vec<String>> {
    // A small word of the language is no part of a name.
    let is_word = |word: &String| word.starts_with(|c: char| c.is_ascii_lowercase()) && !is_reserved(word);
    let around = move |at: usize, length: usize, new: Vec<String>| {
        let after = written.iter().skip(at + length).cloned();
        written.iter().take(at).cloned().chain(new).chain(after).collect::<Vec<_>>()
    };
    let joined = (1..written.len()).filter_map(move |at| {
        let pair = written.get(at - 1..=at).filter(|pair| pair.iter().all(is_word))?;
        Some(around(at - 1, 2, vec![pair.join("-")]))
    });
    let split = written.iter().enumerate().filter_map(move |(at, word)| {
        let (first, rest) = word.split_once('-').filter(|(first, _)| keywords().contains(first))?;
        Some(around(at, 1, vec![first.to_owned(), rest.to_owned()]))
    });
    joined.chain(split)
}

/// Two words in the other order, first those where reading stopped; then a word moved over two others.
fn swaps(written: &[String], index: usize) -> impl Iterator<Item = Vec<String>> {
    let mut places: Vec<usize> = (1..written.len()).collect();
    places.sort_by_key(|place| place.abs_diff(index));
    let moved = |from: usize, to: usize| {
        let mut found = written.to_vec();
        let word = found.remove(from);
        found.insert(to, word);
        found
    };
    let further = |place: &usize| place + 1 < written.len();
    let over = places.clone().into_iter().filter(further);
    let over = over.flat_map(move |place| [moved(place - 1, place + 1), moved(place + 1, place - 1)]);
    let beside = places.into_iter().map(move |place| moved(place - 1, place));
    beside.chain(over)
}

/// A word that is missing where reading stopped, or one place before; else one with which reading comes further.
fn inserted(written: &[String], index: usize, words: &[String], trial: &Trial<'_>) -> Option<Repair> {
    let with = |place: usize, word: &str| {
        let mut found = written.to_vec();
        found.insert(place.min(written.len()), word.to_owned());
        found
    };
    let fitting = |place: usize, words: &[&str]| -> Vec<String> {
        // Where any name fits, a word of the language is read as a name, and says nothing.
        if reads(&line(&with(place, "zomaar-een-naam")), trial.kind) {
            return Vec::new();
        }
        // Before the name of something else it would ask for a condition of that name.
        let meant = words.iter().filter(|word| **word != "voorwaarde");
        let fits = meant.filter(|word| trial.reads(&line(&with(place, word))));
        fits.map(|word| (*word).to_owned()).collect()
    };
    let mut expected: Vec<&str> = words.iter().map(String::as_str).filter(|word| !MONTHS.contains(word)).collect();
    expected.sort_unstable();
    expected.dedup();
    if index == 0 {
        let fit = fitting(0, &expected);
        return (!fit.is_empty()).then_some(Repair::FirstWord(fit));
    }
    let tries = [(index, expected.as_slice()), (index, keywords()), (index - 1, keywords())];
    for (place, words) in tries.into_iter().filter(|(place, _)| *place > 0) {
        let fit = fitting(place, words);
        if !fit.is_empty() && fit.len() <= MOST {
            return Some(Repair::Clause(fit.iter().map(|word| changed(written, &with(place, word))).collect()));
        }
    }
    None
}

/// The clause without the word where reading stopped, or the one before it.
fn without(written: &[String], index: usize) -> impl Iterator<Item = Vec<String>> {
    let places = [Some(index), index.checked_sub(1)].into_iter().flatten().filter(|place| *place < written.len());
    // Without `niet` or `behalve` a clause says the opposite, without `of` both are asked, without a limit the rest is all there
    // is, and without its unit a number says something else.
    let kept = |word: &String| {
        const TURNS: [&str; 15] = [
            "verplicht",
            "niet",
            "geen",
            "nooit",
            "of",
            "uiterlijk",
            "vanaf",
            "minimaal",
            "maximaal",
            "precies",
            "meer",
            "minder",
            "eerder",
            "later",
            "alleen",
        ];
        let only = written.iter().filter(|other| *other == word).count() < 2;
        let turns = only && TURNS.contains(&word.as_str()) || joined::EXCEPT.contains(&word.as_str());
        turns || word == "%" || word == "euro" || word.starts_with(|c: char| c.is_ascii_digit())
    };
    let places = places.filter(move |place| written.get(*place).is_some_and(|word| !kept(word)));
    places.map(|place| {
        let mut found = written.to_vec();
        found.remove(place);
        found
    })
}

/// The repaired clause, or of a long one what has changed, with a word before and after it.
fn changed(written: &[String], found: &[String]) -> String {
    const SHORT: usize = 100;
    let whole = line(found);
    if whole.chars().count() <= SHORT {
        return whole;
    }
    let same = |pairs: &mut dyn Iterator<Item = (&String, &String)>| pairs.take_while(|(a, b)| a == b).count();
    let before = same(&mut written.iter().zip(found));
    let after = same(&mut written.iter().rev().zip(found.iter().rev())).min(found.len() - before);
    let from = before.saturating_sub(2);
    let to = (found.len() - after + 2).min(found.len());
    let shown = found.iter().skip(from).take(to - from);
    let short = |word: &String| if word.starts_with('"') { "\"…\"".to_owned() } else { word.clone() };
    let said = line(&shown.map(short).collect::<Vec<_>>());
    let dots = |there: bool| if there { "…" } else { "" };
    let (left, right) = (dots(from > 0), dots(to < found.len()));
    format!("{left} {said} {right}").trim().to_owned()
}
