//! `geen keuze telt dubbel`: which rules may not count the same choice.

use crate::model::{Amount, Demand, Rule, Share};
use crate::source::Span;
use crate::syntax::tree::{Body, Clause, Name, Tree};

use super::errors::{about, not_one_of, plain};
use super::resolver::Resolver;

/// Links the rules that say so; both sides know it then.
pub fn link(resolver: &mut Resolver<'_>, tree: &Tree, rules: &mut [Rule]) {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for block in &tree.blocks {
        let Body::Regel { id, .. } = &block.head.body else { continue };
        if !block.clauses.iter().any(|clause| matches!(clause.body, Body::NietDubbel { .. })) {
            continue;
        }
        let Some(own) = rules.iter().position(|rule| rule.id == id.text) else { continue };
        for clause in &block.clauses {
            let Body::NietDubbel { rules: names } = &clause.body else { continue };
            let mut group = vec![own];
            group.extend(names.iter().filter_map(|name| partner(resolver, name, rules)));
            sound(resolver, clause, &group, rules, group.len() == names.len() + 1);
            join(&mut groups, group);
        }
    }
    for group in groups {
        for index in &group {
            if let Some(rule) = rules.get_mut(*index) {
                rule.not_double.clone_from(&group);
            }
        }
    }
}

fn partner(resolver: &mut Resolver<'_>, name: &Name, rules: &[Rule]) -> Option<usize> {
    let found = rules.iter().position(|rule| rule.id == name.text);
    if found.is_none() {
        let known: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
        resolver.problems.push(not_one_of("unknown-regel", &name.text, name.span, &known));
    }
    found
}

/// Counting once is defined for `kies minimaal` in one year.
fn sound(resolver: &mut Resolver<'_>, clause: &Clause, group: &[usize], rules: &[Rule], all_known: bool) {
    let mut demands = 0;
    let before = resolver.problems.len();
    for rule in group.iter().filter_map(|index| rules.get(*index)) {
        let mut refuse = |span: Span| {
            resolver.problems.push(about(span, &rule.id, "double-kind", "double-kind-help"));
        };
        if rule.for_each.is_some() || matches!(rule.scope, crate::model::RuleScope::Together(_)) {
            refuse(clause.span);
        }
        for demand in &rule.demands {
            match demand {
                Demand::Choose { amount: Amount::AtLeast(Share::Number(_)), selector } => {
                    demands += if selector.each { selector.targets.len() } else { 1 };
                }
                Demand::Choose { .. } => refuse(clause.span),
                Demand::Cond(_) | Demand::Evidence { .. } => {}
            }
        }
    }
    if demands < 2 && all_known && resolver.problems.len() == before {
        resolver.problems.push(plain(clause.span, "double-alone", "double-alone-help"));
    }
}

/// Groups that share a rule are one group.
fn join(groups: &mut Vec<Vec<usize>>, mut group: Vec<usize>) {
    let mut rest = Vec::new();
    for old in groups.drain(..) {
        if old.iter().any(|index| group.contains(index)) {
            group.extend(old);
        } else {
            rest.push(old);
        }
    }
    group.sort_unstable();
    group.dedup();
    rest.push(group);
    *groups = rest;
}
