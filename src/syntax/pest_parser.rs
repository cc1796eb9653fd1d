//! The one file that names pest: one clause of text -> [`Node`], or where reading stopped and what
//! would have fitted there.

use std::sync::OnceLock;

use pest::Parser;
use pest::error::{ErrorVariant, InputLocation};
use pest::iterators::Pair;

use crate::source::Span;

use super::Kind;
use super::node::Node;

#[derive(pest_derive::Parser)]
#[grammar = "../grammar/regioplan.pest"]
struct ClauseParser;

/// Why a clause could not be read.
#[derive(Debug)]
pub struct Failure {
    /// Offset in the whole file.
    pub at: usize,
    /// The fixed words that would have fitted at that place.
    pub words: Vec<String>,
    /// What else would have fitted.
    pub rules: Vec<Rule>,
}

/// Parses one clause that begins at `start` in its file.
pub fn parse(clause: &str, start: usize, kind: Kind) -> Result<Node<'_>, Failure> {
    let rule = rule_of(kind);
    match ClauseParser::parse(rule, clause) {
        Ok(mut pairs) => pairs
            .next()
            .and_then(|pair| pair.into_inner().next())
            .map(|pair| convert(pair, start))
            .ok_or(Failure { at: start, words: Vec::new(), rules: Vec::new() }),
        Err(error) => Err(detailed(rule, clause, start, &error)),
    }
}

/// Whether a clause can be read.
pub fn reads(clause: &str, kind: Kind) -> bool {
    ClauseParser::parse(rule_of(kind), clause).is_ok()
}

/// Every fixed word of the language, as the grammar declares it.
pub fn keywords() -> &'static [&'static str] {
    static KEYWORDS: OnceLock<Vec<&'static str>> = OnceLock::new();
    KEYWORDS.get_or_init(|| {
        let declared = include_str!("../../grammar/regioplan.pest").lines().filter(|line| line.starts_with("k_"));
        declared.filter_map(|line| line.split('"').nth(1)).collect()
    })
}

/// How far a clause can be read, in bytes.
pub fn reaches(clause: &str, kind: Kind) -> usize {
    match ClauseParser::parse(rule_of(kind), clause) {
        Ok(_) => clause.len() + 1,
        Err(error) => match error.location {
            InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
        },
    }
}

fn rule_of(kind: Kind) -> Rule {
    match kind {
        Kind::Regioplan => Rule::clause,
        Kind::Register => Rule::register_clause,
    }
}

/// Parses once more, now with a record of every attempt: it is slow, so only for a clause that is wrong.
fn detailed(rule: Rule, clause: &str, start: usize, first: &pest::error::Error<Rule>) -> Failure {
    let rule = if rule == Rule::clause { Rule::clause_of_any } else { rule };
    pest::set_error_detail(true);
    let second = ClauseParser::parse(rule, clause).err();
    pest::set_error_detail(false);
    if let Some(attempts) = second.as_ref().and_then(pest::error::Error::parse_attempts) {
        let is_word = |word: &String| {
            let letters = word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase() || c == '-');
            letters || matches!(word.as_str(), ":" | ",")
        };
        let words = attempts.expected_tokens().iter().map(ToString::to_string).filter(is_word).collect();
        let stacks = attempts.call_stacks();
        let rules = stacks.into_iter().filter_map(|stack| stack.deepest.get_rule().copied().or(stack.parent)).collect();
        return Failure { at: start + attempts.max_position, words, rules };
    }
    let at = match first.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
    };
    let rules = match &first.variant {
        ErrorVariant::ParsingError { positives, .. } => positives.clone(),
        ErrorVariant::CustomError { .. } => Vec::new(),
    };
    Failure { at: start + at, words: Vec::new(), rules }
}

fn convert(pair: Pair<'_, Rule>, start: usize) -> Node<'_> {
    let span = pair.as_span();
    Node {
        rule: pair.as_rule(),
        span: Span::new(start + span.start(), start + span.end()),
        text: span.as_str().trim_end(),
        children: pair
            .into_inner()
            .filter(|inner| inner.as_rule() != Rule::EOI)
            .map(|inner| convert(inner, start))
            .collect(),
    }
}
