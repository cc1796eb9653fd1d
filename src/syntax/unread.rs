//! A clause that could not be read -> where it would stand among the others, by its first words and how it is set in.
//!
//! Only a guess, and only to leave out what hangs below it: what can be read never depends on where it is set.

use super::blocks::Rank;
use super::errors::nearest;
use crate::source::Span;

/// First words of blocks that declare a thing by its name.
pub const THINGS: [&str; 12] = [
    "regel",
    "interventie",
    "kernelement",
    "gegevens",
    "groep",
    "keuzelijst",
    "thema",
    "doel",
    "soort",
    "indicator",
    "overzicht",
    "voorwaarde",
];
/// First words of the other blocks.
const OTHERS: [&str; 5] = ["regioplan", "leidraad", "weergave", "werkplan", "aanvulling"];
const PARTS: [&str; 4] = ["veld", "verdieping", "minimale", "einddoel"];

/// The rank of an unread clause; `next` is the clause after it.
pub fn rank(text: &str, span: Span, next: Option<Span>) -> Rank {
    let own = inset(text, span);
    let deeper = next.is_some_and(|next| inset(text, next) > own);
    if deeper {
        return if own == 0 { Rank::Block } else { Rank::Part };
    }
    let mut words = span.of(text).split_whitespace();
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    if own > 0 {
        // What is set in is no head of a block in any file that is laid out.
        return if is_near(first, &PARTS) || second == "aangeboden" { Rank::Part } else { Rank::Plain };
    }
    if is_near(first, &THINGS) || is_near(first, &OTHERS) { Rank::Block } else { Rank::Plain }
}

/// The place of a word among the first words of blocks, those that people write most in front.
pub fn block_place(word: &str) -> Option<usize> {
    THINGS.iter().chain(&OTHERS).position(|block| *block == word)
}

fn is_near(word: &str, known: &[&str]) -> bool {
    nearest(word, known.iter().copied()).is_some()
}

/// How far a clause is set in.
pub fn inset(text: &str, span: Span) -> usize {
    let before = text.get(..span.start as usize).unwrap_or("");
    let line = before.rsplit('\n').next().unwrap_or("");
    line.trim_start_matches('\u{feff}').chars().count()
}
