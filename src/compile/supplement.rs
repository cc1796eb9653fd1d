//! The rules of aanvullingen, read among the names of a regioplan.
//!
//! An aanvulling that is sound by itself can name what a region does not have. That is no fault of either: the rule stands in
//! the model, says what is lacking, and nobody can judge it there.

use crate::model::{Contents, Rule, Supplement, Table};
use crate::syntax::tree::Body;

use super::document::{Documents, fits_supplement};
use super::problem::{Fault, Wrong};
use super::resolver::Resolver;
use super::{double, header, rules};

/// Reads the rules of every aanvulling, behind those of the regioplan.
pub fn rules(resolver: &mut Resolver<'_>, documents: &Documents<'_>, rules: &mut Table<Rule>) {
    for (id, document) in documents.supplements.pairs() {
        resolver.supplement = Some(id);
        let first = rules.len();
        for block in &document.tree.blocks {
            if !fits_supplement(block) {
                resolver.report(block.head.span, Wrong::NotInSupplement);
                continue;
            }
            let Body::Regel { id, title } = &block.head.body else { continue };
            let known = resolver.known_as(id);
            if let Some(twin) = rules.iter().find(|rule| rule.id == known.text) {
                resolver.problems.push(Wrong::twice(id, twin.span));
                continue;
            }
            let before = resolver.problems.len();
            let mut rule = rules::plain_rule(resolver, block, id, &title.text, false);
            not_here(resolver, documents, before, &mut rule);
            rules.push(rule);
        }
        let before = resolver.problems.len();
        double::link(resolver, *document, rules);
        for rule in rules.iter_mut().skip(first).filter(|rule| !rule.not_double.is_empty()) {
            not_here(resolver, documents, before, rule);
        }
    }
    resolver.supplement = None;
}

/// Beside a regioplan, what is wrong in a rule is what this region lacks.
fn not_here(resolver: &mut Resolver<'_>, documents: &Documents<'_>, before: usize, rule: &mut Rule) {
    if documents.guides.is_none() {
        return;
    }
    let faults: Vec<Fault> = resolver.problems.drain(before..).collect();
    for fault in faults {
        rule.lacks.push(fault.wrong.not_had().unwrap_or(&rule.title).to_owned());
        let why = Box::new(fault.wrong);
        resolver.problems.push(Wrong::NotHere { rule: rule.id.clone(), why }.at(fault.span));
    }
    rule.lacks.dedup();
}

/// What each aanvulling is called, and when it is in force.
pub fn heads(documents: &Documents<'_>) -> Table<Supplement> {
    documents.supplements.map(|document| {
        let head = header::read(document.tree, &mut Vec::new());
        let valid = head.valid();
        let Contents { id, version, name, document, .. } = head.contents;
        Supplement { id, version, name, document, valid }
    })
}
