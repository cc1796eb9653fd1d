//! `geen keuze telt dubbel`: which rules may not count the same choice.

use crate::model::{Amount, Demand, Rule, RuleId, Share, Table, rule_name};
use crate::source::Span;
use crate::syntax::tree::{Body, Clause, Name};

use super::document::Document;
use super::problem::{What, Wrong};
use super::resolver::Resolver;

/// Links the rules that say so; both sides know it then.
pub fn link(resolver: &mut Resolver<'_>, document: Document<'_>, rules: &mut Table<Rule>) {
    let mut pairs: Vec<(RuleId, RuleId)> = Vec::new();
    for block in &document.tree.blocks {
        let Body::Regel { id, .. } = &block.head.body else { continue };
        if !block.clauses.iter().any(|clause| matches!(clause.body, Body::NietDubbel { .. })) {
            continue;
        }
        let known = resolver.known_as(id).text;
        let Some(own) = rules.find(|rule| rule.id == known) else { continue };
        for clause in &block.clauses {
            let Body::NietDubbel { rules: names } = &clause.body else { continue };
            let mut group = vec![own];
            group.extend(names.iter().filter_map(|name| partner(resolver, name, rules)));
            // A `kies` of which a name is not known, and was told, is there all the same.
            let whole = |id: &RuleId| is_whole(rules.get(*id), document);
            let all_known = group.len() == names.len() + 1 && group.iter().all(whole);
            sound(resolver, clause, &group, rules, all_known);
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

fn partner(resolver: &mut Resolver<'_>, name: &Name, rules: &Table<Rule>) -> Option<RuleId> {
    let found = rules.find(|rule| rule.id == resolver.known_as(name).text);
    let declared = found.map(|id| rules.get(id).span);
    resolver.uses.note(name.span, declared);
    if found.is_none() {
        let before = resolver.document().supplement.map_or_else(String::new, |one| rule_name(&one.text, ""));
        let known: Vec<&str> = rules.iter().filter_map(|rule| rule.id.strip_prefix(before.as_str())).collect();
        let known = known.into_iter();
        resolver.problems.push(Wrong::not_one_of(What::Rule, name, known));
    }
    found
}

/// Whether every `kies` of a rule of this document could be read.
fn is_whole(rule: &Rule, document: Document<'_>) -> bool {
    let own = document.tree.blocks.iter().filter(|block| matches!(block.head.body, Body::Regel { .. }));
    let lines = own.filter(|block| block.head.span.start <= rule.span.start && rule.span.end <= block.head.span.end);
    let written =
        lines.flat_map(|block| &block.clauses).filter(|clause| matches!(clause.body, Body::Kies { .. })).count();
    let read = rule.demands.iter().filter(|demand| matches!(demand, Demand::Choose { .. })).count();
    written <= read
}

/// Counting once is defined for `kies minimaal` in one year.
fn sound(resolver: &mut Resolver<'_>, clause: &Clause, group: &[RuleId], rules: &Table<Rule>, all_known: bool) {
    let mut demands = 0;
    let before = resolver.problems.len();
    for rule in group.iter().map(|id| rules.get(*id)) {
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
