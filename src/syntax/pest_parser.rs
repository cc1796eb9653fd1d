//! The one file that names pest: one clause of text -> [`Node`], or where reading stopped and what
//! would have fitted there.

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
    /// What would have fitted at that place.
    pub expected: Vec<Rule>,
}

/// Parses one clause that begins at `start` in its file.
pub fn parse(clause: &str, start: usize, kind: Kind) -> Result<Node, Failure> {
    let rule = match kind {
        Kind::Regioplan => Rule::clause,
        Kind::Register => Rule::register_clause,
    };
    match ClauseParser::parse(rule, clause) {
        Ok(mut pairs) => pairs
            .next()
            .and_then(|pair| pair.into_inner().next())
            .map(|pair| convert(pair, start))
            .ok_or(Failure { at: start, expected: Vec::new() }),
        Err(error) => {
            let at = match error.location {
                InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
            };
            let expected = match error.variant {
                ErrorVariant::ParsingError { positives, .. } => positives,
                ErrorVariant::CustomError { .. } => Vec::new(),
            };
            Err(Failure { at: start + at, expected })
        }
    }
}

fn convert(pair: Pair<'_, Rule>, start: usize) -> Node {
    let span = pair.as_span();
    Node {
        rule: pair.as_rule(),
        span: Span::new(start + span.start(), start + span.end()),
        text: span.as_str().trim_end().to_owned(),
        children: pair.into_inner().filter(|inner| inner.as_rule() != Rule::EOI).map(|inner| convert(inner, start)).collect(),
    }
}

/// How a grammar rule is spelt when it is one fixed word.
pub fn keyword(rule: Rule) -> Option<String> {
    let name = format!("{rule:?}");
    let word = name.strip_prefix("k_")?;
    Some(match word {
        "agb_code" => "agb-code".to_owned(),
        "e_mailadres" => "e-mailadres".to_owned(),
        other => other.to_owned(),
    })
}
