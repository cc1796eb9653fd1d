//! Two rules that say the same: the same years, conditions, demands and consequences, whatever their words.

use crate::diagnostic::Text;
use crate::model::{Cond, Contents, Demand, InterventionId, Kind, Rule, Selector};

use super::kinds::Lint;
use super::{Remark, remark};

pub fn check(model: &Contents, found: &mut Vec<Remark>) {
    let rules: Vec<(&Rule, Bare)> = model.rules.iter().map(|rule| (rule, bare(rule))).collect();
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

fn same(one: &Bare, other: &Bare) -> bool {
    let ((one, targets), (other, others)) = ((&one.rule, &one.targets), (&other.rule, &other.targets));
    targets == others
        && one.owner == other.owner
        && one.scope == other.scope
        && one.whole_region == other.whole_region
        && one.for_each == other.for_each
        && one.conditions == other.conditions
        && one.demands == other.demands
        && one.standing == other.standing
}

/// A rule without what it chooses from, and that in one order, whatever it is called: `uit a of b` is `uit b of a`.
struct Bare {
    rule: Rule,
    /// For each selection the members of its targets, of each target apart with `elk`.
    targets: Vec<Vec<Vec<InterventionId>>>,
}

fn bare(rule: &Rule) -> Bare {
    let mut rule = rule.clone();
    let mut targets = Vec::new();
    for cond in &mut rule.conditions {
        if let Cond::Chosen { selector, .. } = cond {
            targets.push(order(selector));
        }
    }
    for demand in &mut rule.demands {
        match demand {
            Demand::Choose { selector, .. } | Demand::Cond(Cond::Chosen { selector, .. }) => {
                targets.push(order(selector));
            }
            Demand::Cond(_) | Demand::Evidence { .. } => {}
        }
    }
    Bare { rule, targets }
}

fn order(selector: &mut Selector) -> Vec<Vec<InterventionId>> {
    // No kind at all means every kind.
    selector.kinds.0 = Kind::ALL.into_iter().filter(|kind| selector.kinds.allows(*kind)).collect();
    let bare = |mut members: Vec<InterventionId>| {
        members.sort_unstable();
        members.dedup();
        members
    };
    let members = selector.targets.drain(..).map(|target| target.members);
    if selector.each {
        let mut targets: Vec<Vec<InterventionId>> = members.map(bare).collect();
        targets.sort();
        targets
    } else {
        vec![bare(members.flatten().collect())]
    }
}
