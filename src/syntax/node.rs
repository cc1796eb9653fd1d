//! A parsed clause as a plain tree of grammar rules, so that only one file knows the parser.

use crate::source::Span;

use super::pest_parser::Rule;

/// One matched rule of the grammar.
#[derive(Clone, Debug)]
pub struct Node<'t> {
    pub rule: Rule,
    pub span: Span,
    pub text: &'t str,
    pub children: Vec<Node<'t>>,
}

impl<'t> Node<'t> {
    /// The first child that matched `rule`.
    pub fn find(&self, rule: Rule) -> Option<&Node<'t>> {
        self.children.iter().find(|child| child.rule == rule)
    }

    /// All children that matched `rule`.
    pub fn all(&self, rule: Rule) -> impl Iterator<Item = &Node<'t>> {
        self.children.iter().filter(move |child| child.rule == rule)
    }

    /// Whether a child matched `rule`.
    pub fn has(&self, rule: Rule) -> bool {
        self.find(rule).is_some()
    }

    /// The first child, if any.
    pub fn first(&self) -> Option<&Node<'t>> {
        self.children.first()
    }
}
