//! How people may say something, and how the language says it: the tables of `sayings.txt`, which tells how to read them.

use std::sync::LazyLock;

/// What is said, and how the language says it, row by row.
pub type Table = LazyLock<Vec<(&'static str, &'static str)>>;

/// Patterns of whole clauses.
pub static CLAUSES: Table = LazyLock::new(|| table("[clauses]"));
/// Patterns of what is said behind `eis` or `als`.
pub static CONDITIONS: Table = LazyLock::new(|| table("[conditions]"));
/// Patterns of what the language says in another order, with `dat`, with `met` or by a day.
pub static TURNS: Table = LazyLock::new(|| table("[turns]"));
/// Words anywhere in a clause.
pub static PHRASES: Table = LazyLock::new(|| table("[phrases]"));
/// A comparison, and the same turned round.
pub static TURNED: Table = LazyLock::new(|| table("[turned]"));
static LIMITS: Table = LazyLock::new(|| table("[limits]"));
static OUTCOMES: Table = LazyLock::new(|| table("[outcomes]"));

fn table(name: &str) -> Vec<(&'static str, &'static str)> {
    let rows = include_str!("sayings.txt").lines().skip_while(|line| *line != name).skip(1);
    let rows = rows.take_while(|line| !line.starts_with('[')).filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| row.split_once(" ->")).map(|(said, meant)| (said, meant.trim_start())).collect()
}

/// The limit with which some words begin, as the language says it, and of how many words it is.
#[must_use]
pub fn limit(words: &[String]) -> Option<(&'static str, usize)> {
    begun(words, &LIMITS)
}

/// What follows, with which some words begin, as the language says it, and of how many words it is.
#[must_use]
pub fn outcome(words: &[String]) -> Option<(&'static str, usize)> {
    begun(words, &OUTCOMES)
}

fn begun(words: &[String], table: &Table) -> Option<(&'static str, usize)> {
    table.iter().find_map(|(said, meant)| Some((*meant, begins(words, said)?)))
}

/// Of how many words it is that some words begin with.
#[must_use]
pub fn begins(words: &[String], said: &str) -> Option<usize> {
    let mut rest = words.iter();
    said.split(' ').all(|word| rest.next().is_some_and(|own| own == word)).then(|| words.len() - rest.len())
}
