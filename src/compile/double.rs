//! `geen keuze telt dubbel`: which rules may not count the same choice.

use crate::model::{Amount, Demand, Rule, Share, rule_name};
use crate::source::Span;
use crate::syntax::tree::{Body, Clause, Name};

use super::document::Document;
use super::problem::{What, Wrong};
use super::resolver::Resolver;

/// Links the rules that say so; both sides know it then.
pub fn link(resolver: &mut Resolver<'_>, document: Document<'_>, rules: &mut [Rule]) {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for block in &document.tree.blocks {
        let Body::Regel { id, .. } = &block.head.body else { continue };
        if !block.clauses.iter().any(|clause| matches!(clause.body, Body::NietDubbel { .. })) {
            continue;
        }
        let known = resolver.known_as(id).text;
        let Some(own) = rules.iter().position(|rule| rule.id == known) else { continue };
        for clause in &block.clauses {
            let Body::NietDubbel { rules: names } = &clause.body else { continue };
            let mut group = vec![own];
            group.extend(names.iter().filter_map(|name| partner(resolver, name, rules)));
            sound(resolver, clause, &group, rules, group.len() == names.len() + 1);
            pairs.extend(group.iter().flat_map(|other| [(own, *other), (*other, own)]));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    for (own, other) in pairs {
        if let Some(rule) = rules.get_mut(own) {
            rule.not_double.push(other);
        }
    }
}

fn partner(resolver: &mut Resolver<'_>, name: &Name, rules: &[Rule]) -> Option<usize> {
    let found = rules.iter().position(|rule| rule.id == resolver.known_as(name).text);
    let declared = found.and_then(|index| rules.get(index)).map(|rule| rule.span);
    resolver.uses.note(name.span, declared);
    if found.is_none() {
        let before = resolver.document().supplement.map_or_else(String::new, |one| rule_name(&one.text, ""));
        let known: Vec<&str> = rules.iter().filter_map(|rule| rule.id.strip_prefix(before.as_str())).collect();
        let known = known.into_iter();
        resolver.problems.push(Wrong::not_one_of(What::Rule, name, known));
    }
    found
}

/// Counting once is defined for `kies minimaal` in one year.
fn sound(resolver: &mut Resolver<'_>, clause: &Clause, group: &[usize], rules: &[Rule], all_known: bool) {
    let mut demands = 0;
    let before = resolver.problems.len();
    for rule in group.iter().filter_map(|index| rules.get(*index)) {
        let mut refuse = |span: Span| resolver.report(span, Wrong::DoubleKind(rule.id.clone()));
        if rule.for_each.is_some() || matches!(rule.scope, crate::model::RuleScope::Together(_)) {
            refuse(clause.span);
        }
        for demand in &rule.demands {
            match demand {
                Demand::Choose { amount: Amount::AtLeast(Share::Number(_)), selector } if selector.field.is_none() => {
                    demands += if selector.each { selector.targets.len() } else { 1 };
                }
                Demand::Choose { .. } => refuse(clause.span),
                Demand::Cond(_) | Demand::Evidence { .. } => {}
            }
        }
    }
    if demands < 2 && all_known && resolver.problems.len() == before {
        resolver.report(clause.span, Wrong::DoubleAlone);
    }
}
