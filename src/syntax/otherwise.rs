//! A clause in the words of people -> the same in the words of the language, by way of tables, in some steps.

use std::collections::{BTreeSet, VecDeque};

use super::Kind;
use super::joined::{self, Joined};
use super::pattern::{Names, Way, become_of, fits as fits_pattern};
use super::reworded;
use super::sayings::{CLAUSES, CONDITIONS};
use super::words::line;

/// So often words are put otherwise, one after the other.
const STEPS: usize = 4;
/// So many ways to say it are looked at.
const LOOKED_AT: usize = 100;

/// What a clause may be in the words of the language.
pub enum Otherwise {
    /// One of these.
    Clauses(Vec<Vec<String>>),
    Joined(Joined),
}

/// Tells whether clauses can stand in the place of one.
type Fits<'a> = &'a dyn Fn(&[String]) -> bool;

/// Where a clause stands.
pub struct Around<'a> {
    pub file: &'a str,
    /// Nothing else is asked in its block.
    pub alone: bool,
    /// Tells whether clauses can stand there, together.
    pub fits: Fits<'a>,
}

/// Whether the language has no clause for this at all: then none is proposed.
pub fn is_nothing(words: &[String], file: &str) -> bool {
    let names = Names::of(file);
    CLAUSES.iter().any(|(from, to)| to.is_empty() && fits_pattern(words, from, &names))
}

/// Looks for it.
pub fn find(words: &[String], around: &Around<'_>) -> Option<Otherwise> {
    let fits = around.fits;
    let names = Names::of(around.file);
    let mut known = BTreeSet::from([words.to_vec()]);
    let mut queue = VecDeque::from([(words.to_vec(), 0)]);
    // The first word may be missing.
    if words.first().is_some_and(|word| !is_first_word(word)) {
        let asked = [&["eis".to_owned()], words].concat();
        known.insert(asked.clone());
        queue.push_back((asked, 1));
    }
    while let Some((said, steps)) = queue.pop_front() {
        if steps > 0 {
            let joined = joined::find(&said, Kind::Regioplan).filter(|joined| all_fit(joined, fits));
            if let Some(joined) = joined {
                return Some(Otherwise::Joined(joined));
            }
        }
        for mut ways in all_ways(&said, &names, steps > 0) {
            ways.retain(|way| around.alone || !way.alone);
            if let Some(found) = first_that_fits(&ways, fits) {
                return Some(found);
            }
            for way in ways.into_iter().filter(|_| steps < STEPS) {
                if let [line] = way.lines.as_slice()
                    && known.len() < LOOKED_AT
                    && known.insert(line.clone())
                {
                    queue.push_back((line.clone(), steps + 1));
                }
            }
        }
    }
    None
}

/// Whether a clause can begin with a word.
fn is_first_word(word: &str) -> bool {
    super::pest_parser::reaches(word, Kind::Regioplan) >= word.len()
}

/// Every way to say it otherwise, by what each of the tables makes of it.
fn all_ways(words: &[String], names: &Names<'_>, again: bool) -> Vec<Vec<Way>> {
    let mut found: Vec<Vec<Way>> = CLAUSES.iter().map(|(from, to)| become_of(words, from, to, names)).collect();
    if let Some(front) = joined::front(words, words.len()) {
        let (begin, rest) = words.split_at(front);
        let whole = |way: Way| {
            let lines = way.lines.into_iter().map(|line| [begin, &line].concat()).collect();
            Way { lines, ..way }
        };
        let behind = CONDITIONS.iter().map(|(from, to)| become_of(rest, from, to, names));
        found.extend(behind.map(|ways| ways.into_iter().map(whole).collect()));
    }
    if again {
        let one = |line: Vec<String>| vec![Way { lines: vec![line], one_enough: false, alone: false }];
        found.extend(reworded::that(words, names).chain(reworded::ways(words)).map(one));
    }
    found.extend(leaner(words).map(|line| vec![Way { lines: vec![line], one_enough: false, alone: false }]));
    found.retain(|ways| !ways.is_empty());
    found
}

/// The words without one that says nothing. Behind `van` an article tells that members are meant.
fn leaner(words: &[String]) -> impl Iterator<Item = Vec<String>> {
    let says_nothing = |(at, word): &(usize, &String)| {
        let before = at.checked_sub(1).and_then(|before| words.get(before)).map(String::as_str);
        match word.as_str() {
            "de" | "het" | "een" | "hun" | "haar" => before != Some("van"),
            "dat" => matches!(before, Some("eis" | "als")),
            "ook" | "steeds" | "telkens" | "wel" => true,
            _ => false,
        }
    };
    let places: Vec<usize> = words.iter().enumerate().filter(says_nothing).map(|(at, _)| at).collect();
    places.into_iter().map(|place| {
        let kept = words.iter().enumerate().filter(|(at, _)| *at != place);
        kept.map(|(_, word)| word.clone()).collect()
    })
}

/// Those of the ways that can stand there.
fn first_that_fits(ways: &[Way], fits: Fits<'_>) -> Option<Otherwise> {
    if let [way] = ways
        && way.lines.len() > 1
    {
        return several(way, fits).map(Otherwise::Joined);
    }
    let fit: Vec<Vec<String>> =
        ways.iter().flat_map(|way| &way.lines).filter(|words| fits(&[line(words)])).cloned().collect();
    (!fit.is_empty()).then_some(Otherwise::Clauses(fit))
}

/// Several lines, as the language has them there.
fn several(way: &Way, fits: Fits<'_>) -> Option<Joined> {
    let first = way.lines.first()?;
    let joined = match joined::front(first, first.len()) {
        Some(front) if begins_alike(&way.lines, front) => {
            joined::told(&way.lines, front, way.one_enough, Kind::Regioplan)?
        }
        _ => Joined::Lines(way.lines.iter().map(|words| line(words)).collect()),
    };
    all_fit(&joined, fits).then_some(joined)
}

/// Whether the lines have the same words in front of what is asked.
fn begins_alike(lines: &[Vec<String>], front: usize) -> bool {
    let begin = lines.first().and_then(|line| line.get(..front));
    lines.iter().all(|line| line.get(..front) == begin)
}

/// Whether what is proposed can stand there.
fn all_fit(joined: &Joined, fits: Fits<'_>) -> bool {
    joined.tried().iter().all(|lines| fits(lines))
}
