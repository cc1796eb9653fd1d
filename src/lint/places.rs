//! From the model back to the text: the clauses of a rule, so that a remark points at the very line.

use crate::model::Rule;
use crate::source::Span;
use crate::syntax::tree::{Body, Clause, Tree};

/// The head of the file.
pub fn head(tree: &Tree) -> Span {
    let is_head = |body: &Body| matches!(body, Body::Regioplan { .. } | Body::Leidraad { .. } | Body::Werkplan { .. });
    tree.blocks.iter().find(|block| is_head(&block.head.body)).map_or_else(Span::default, |block| block.head.span)
}

/// The clauses of a rule, or of the part of an intervention that it was made from.
fn clauses<'t>(tree: &'t Tree, rule: &Rule) -> &'t [Clause] {
    for block in &tree.blocks {
        match &block.head.body {
            Body::Regel { id, .. } if id.span == rule.span => return &block.clauses,
            Body::Interventie { .. } => {
                if let Some(part) = block.parts.iter().find(|part| part.head.span == rule.span) {
                    return &part.clauses;
                }
            }
            _ => {}
        }
    }
    &[]
}

/// The line of a demand, by its number in the rule; the rule itself when it has no line of its own.
pub fn demand(tree: &Tree, rule: &Rule, number: usize) -> Span {
    let asks = |clause: &&Clause| matches!(clause.body, Body::Kies { .. } | Body::Eis(_) | Body::Bewijs { .. });
    clauses(tree, rule).iter().filter(asks).nth(number).map_or(rule.span, |clause| clause.span)
}

/// The line of a condition, by its number in the rule.
pub fn condition(tree: &Tree, rule: &Rule, number: usize) -> Span {
    let asks = |clause: &&Clause| matches!(clause.body, Body::Als(_));
    clauses(tree, rule).iter().filter(asks).nth(number).map_or(rule.span, |clause| clause.span)
}

/// The first line that says when a rule is in force.
pub fn standing(tree: &Tree, rule: &Rule) -> Span {
    let says = |clause: &&Clause| matches!(clause.body, Body::VanKracht { until: Some(_), .. });
    clauses(tree, rule).iter().find(says).map_or(rule.span, |clause| clause.span)
}
