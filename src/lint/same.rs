//! Two rules that say the same: the same years, conditions, demands and consequences, whatever their words.

use crate::diagnostic::Text;
use crate::model::{Cond, Demand, Id, Kind, Regioplan, Rule, Selector, Target, TargetOf};

use super::kinds::Lint;
use super::{Remark, remark};

pub fn check(model: &Regioplan, found: &mut Vec<Remark>) {
    let rules: Vec<(&Rule, Rule)> = model.rules.iter().map(|rule| (rule, bare(rule))).collect();
    for (number, (rule, own)) in rules.iter().enumerate() {
        if let Some((first, _)) = rules.iter().take(number).find(|(_, other)| same(other, own)) {
            let text = Text::new("lint-same").with("rule", &rule.id).with("other", &first.id);
            found.push(
                remark(Lint::SameRule, rule.span, text, "lint-same-help")
                    .also(first.span, Text::new("declared-here").with("name", &first.id)),
            );
        }
    }
}

fn same(one: &Rule, other: &Rule) -> bool {
    one.owner == other.owner
        && one.scope == other.scope
        && one.whole_region == other.whole_region
        && one.for_each == other.for_each
        && one.conditions == other.conditions
        && one.demands == other.demands
        && one.standing == other.standing
}

/// The rule with its choices in one order, whatever they are called: `uit a of b` is `uit b of a`.
fn bare(rule: &Rule) -> Rule {
    let mut rule = rule.clone();
    for cond in &mut rule.conditions {
        if let Cond::Chosen { selector, .. } = cond {
            order(selector);
        }
    }
    for demand in &mut rule.demands {
        match demand {
            Demand::Choose { selector, .. } | Demand::Cond(Cond::Chosen { selector, .. }) => order(selector),
            Demand::Cond(_) | Demand::Evidence { .. } => {}
        }
    }
    rule
}

fn order(selector: &mut Selector) {
    // No kind at all means every kind.
    selector.kinds.0 = Kind::ALL.into_iter().filter(|kind| selector.kinds.allows(*kind)).collect();
    let bare = |mut members: Vec<_>| {
        members.sort_unstable();
        members.dedup();
        Target { of: TargetOf::Interventie(Id::NOTHING), label: String::new(), members }
    };
    if selector.each {
        let mut targets: Vec<Target> = selector.targets.drain(..).map(|target| bare(target.members)).collect();
        targets.sort_by(|a, b| a.members.cmp(&b.members));
        selector.targets = targets;
    } else {
        let members = selector.targets.drain(..).flat_map(|target| target.members).collect();
        selector.targets = vec![bare(members)];
    }
}
