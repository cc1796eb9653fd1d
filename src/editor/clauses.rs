//! A clause of each sort as people write it, to offer at the begin of a line what its block can hold.

use crate::compile::{holds, holds_part};
use crate::source::Span;
use crate::syntax::tree::{Body, Tree};
use crate::syntax::{self, Kind};

/// The clauses, a line each: those that people write most in front.
fn of(kind: Kind) -> impl Iterator<Item = &'static str> {
    let all = match kind {
        Kind::Regioplan => include_str!("clauses.regioplan.txt"),
        Kind::Register => include_str!("clauses.register.txt"),
    };
    all.lines()
}

/// The clauses that can stand at a place: in the block and the part above it, or as the head of a block of their own.
#[must_use]
pub fn fitting(tree: &Tree, at: usize, kind: Kind, set_in: bool) -> Vec<&'static str> {
    let before = |span: Span| (span.start as usize) < at;
    let block = tree.blocks.iter().rfind(|block| before(block.head.span));
    let part = block.and_then(|block| block.parts.iter().rfind(|part| before(part.head.span)));
    let fits = |clause: &&'static str| match (standing(clause, kind), block) {
        (Some(Standing::Block), _) => !set_in,
        (Some(Standing::Part(body)), Some(block)) => holds_part(&block.head.body, &body),
        (Some(Standing::Below(body)), Some(block)) => {
            holds(&block.head.body, &body) || part.is_some_and(|part| holds(&part.head.body, &body))
        }
        (Some(Standing::Part(_) | Standing::Below(_)), None) | (None, _) => false,
    };
    of(kind).filter(fits).collect()
}

enum Standing {
    Block,
    Part(Box<Body>),
    Below(Box<Body>),
}

/// Where a clause stands; none when it cannot be read.
fn standing(clause: &str, kind: Kind) -> Option<Standing> {
    let head = match kind {
        Kind::Regioplan => "regioplan naam versie \"1\"",
        Kind::Register => "bron A-1 \"Plaats\"",
    };
    let (tree, wrong) = syntax::parse(&format!("{head}\n  {clause}\n"), kind);
    if !wrong.is_empty() || tree.blocks.len() > 1 {
        return wrong.is_empty().then_some(Standing::Block);
    }
    let block = tree.blocks.into_iter().next()?;
    let part = block.parts.into_iter().next().map(|part| Standing::Part(Box::new(part.head.body)));
    part.or_else(|| block.clauses.into_iter().next().map(|clause| Standing::Below(Box::new(clause.body))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_clause_for_each_begin() {
        for kind in [Kind::Regioplan, Kind::Register] {
            for clause in of(kind) {
                assert!(standing(clause, kind).is_some(), "{clause}");
            }
            let first = |clause: &str| clause.split([' ', ':']).next().unwrap_or("").to_owned();
            let begins: std::collections::BTreeSet<String> = of(kind).map(first).collect();
            let words = syntax::fitting("", 0, kind).unwrap().words;
            let words: std::collections::BTreeSet<String> = words.iter().map(|word| (*word).to_owned()).collect();
            assert_eq!(begins, words);
        }
    }

    #[test]
    fn only_what_the_block_can_hold() {
        let text = "regel x \"X\"\n  in jaar 3\n";
        let (tree, _) = syntax::parse(text, Kind::Regioplan);
        let found = fitting(&tree, text.len(), Kind::Regioplan, true);
        assert!(found.contains(&"kies minimaal 1 uit naam"));
        assert!(!found.iter().any(|clause| clause.starts_with("hoort") || clause.starts_with("regel ")));
        assert!(fitting(&tree, text.len(), Kind::Regioplan, false).contains(&"regel naam \"Titel\""));
    }
}
