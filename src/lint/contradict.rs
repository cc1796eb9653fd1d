//! Demands that exclude each other: within a rule, and between rules that speak in the same years.

use rust_decimal::Decimal;

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{
    Comparison, Cond, Demand, Measure, Operand, Rule, RuleScope, Set, SetSource, Standpoint, say_cond, say_demand,
    say_set,
};
use crate::source::Span;

use super::always::is_percentage;
use super::exclude::{choices_apart, excludes, is_whole};
use super::itself::{is_of_part, with_itself};
use super::kinds::Lint;
use super::{Remark, Subject, remark, window};

pub fn check(subject: &Subject<'_>, found: &mut Vec<Remark>) {
    let rules = &subject.model.contents().rules;
    let all = window::standpoints(subject.model);
    for (number, rule) in rules.iter().enumerate() {
        within(rule, found);
        never(rule, found);
        for first in rules.iter().take(number).filter(|first| together(first, rule, &all)) {
            between(first, rule, found);
        }
    }
}

fn within(rule: &Rule, found: &mut Vec<Remark>) {
    for (number, second) in rule.demands.iter().enumerate() {
        let clash = rule.demands.iter().take(number).enumerate().find(|(_, first)| demands_exclude(first, second));
        if let Some((earlier, first)) = clash {
            let text = Text::new("lint-contradiction")
                .with("rule", &rule.id)
                .with("first", say_demand(first))
                .with("second", say_demand(second));
            let first = rule.demand_at(earlier);
            found.push(
                remark(Lint::Contradiction, rule.demand_at(number), text, "lint-contradiction-help")
                    .also(first, Text::new("lint-first-here")),
            );
        }
    }
    for (number, second) in rule.conditions.iter().enumerate() {
        let clash = rule.conditions.iter().take(number).enumerate().find(|(_, first)| excludes(first, second));
        if let Some((earlier, first)) = clash {
            let text = Text::new("lint-conditions")
                .with("rule", &rule.id)
                .with("first", say_cond(first))
                .with("second", say_cond(second));
            let first = rule.condition_at(earlier);
            found.push(
                remark(Lint::Contradiction, rule.condition_at(number), text, "lint-contradiction-help")
                    .also(first, Text::new("lint-first-here")),
            );
        }
    }
}

/// What no plan can meet, as it holds a value to that same value.
fn never(rule: &Rule, found: &mut Vec<Remark>) {
    for (span, cond) in all(rule).filter(|(_, cond)| with_itself(cond) == Some(false)) {
        let id = if is_of_part(cond) { "lint-with-part" } else { "lint-with-itself" };
        let text = Text::new(id).with("rule", &rule.id).with("cond", say_cond(cond));
        found.push(remark(Lint::Contradiction, span, text, "lint-with-itself-help"));
    }
    for (span, cond) in all(rule).filter(|(_, cond)| is_out_of_reach(cond)) {
        let text = Text::new("lint-out-of-reach").with("rule", &rule.id).with("cond", say_cond(cond));
        found.push(remark(Lint::Contradiction, span, text, "lint-out-of-reach-help"));
    }
    for (span, cond) in all(rule).filter(|(_, cond)| cond.sets().into_iter().any(has_nobody)) {
        let text = Text::new("lint-nobody").with("rule", &rule.id).with("cond", say_cond(cond));
        found.push(remark(Lint::Contradiction, span, text, "lint-nobody-help"));
    }
    if let Some(each) = rule.for_each.as_ref().filter(|each| has_nobody(&each.set)) {
        let text = Text::new("lint-nobody").with("rule", &rule.id).with("cond", say_set(&each.set));
        found.push(remark(Lint::Contradiction, rule.span, text, "lint-nobody-help"));
    }
}

/// What a rule asks and under which conditions, each with its place.
fn all(rule: &Rule) -> impl Iterator<Item = (Span, &Cond)> {
    let demands = rule.demands.iter().enumerate().filter_map(|(number, demand)| match demand {
        Demand::Cond(cond) => Some((rule.demand_at(number), cond)),
        Demand::Choose { .. } | Demand::Evidence { .. } => None,
    });
    demands.chain(rule.conditions.iter().enumerate().map(|(number, cond)| (rule.condition_at(number), cond)))
}

/// Whether a number is asked that no field can hold: more than a hundred percent, less than nothing, or a part of a whole number.
fn is_out_of_reach(cond: &Cond) -> bool {
    let Cond::Compare { left, that: Comparison::Measure(measure, Operand::Number(number, _)) } = cond else {
        return false;
    };
    if *measure == Measure::Exactly && is_whole(left) && !number.fract().is_zero() {
        return true;
    }
    let most = is_percentage(left).then_some(Decimal::ONE_HUNDRED);
    let above = most.is_some_and(|most| match measure {
        Measure::AtLeast | Measure::Exactly => *number > most,
        Measure::More => *number >= most,
        Measure::AtMost | Measure::Less => false,
    });
    above || *measure == Measure::Less && *number <= Decimal::ZERO && !left.may_be_negative()
}

/// Whether two filters of a set, or of one that it is made of, exclude each other.
fn has_nobody(set: &Set) -> bool {
    let clash = |(number, second): (usize, &Cond)| set.filters.iter().take(number).any(|first| excludes(first, second));
    let inner = match &set.source {
        SetSource::Group(_, inner) | SetSource::Inside(inner, _) | SetSource::OfPractices(inner) => has_nobody(inner),
        SetSource::List(_)
        | SetSource::ListOfYears(..)
        | SetSource::Choices
        | SetSource::Practices
        | SetSource::Those { .. } => false,
    };
    set.filters.iter().enumerate().any(clash) || inner
}

fn between(first: &Rule, second: &Rule, found: &mut Vec<Remark>) {
    for (number, demand) in second.demands.iter().enumerate() {
        let clash = first.demands.iter().enumerate().find(|(_, earlier)| demands_exclude(earlier, demand));
        if let Some((earlier, other)) = clash {
            let narrow = only_if(first, second);
            let id = if narrow.is_empty() { "lint-rules-contradict" } else { "lint-rules-contradict-if" };
            let text = Text::new(id)
                .with("conditions", Arg::List(narrow, Join::And))
                .with("rule", &second.id)
                .with("other", &first.id)
                .with("first", say_demand(other))
                .with("second", say_demand(demand));
            let there = first.demand_at(earlier);
            found.push(
                remark(Lint::Contradiction, second.demand_at(number), text, "lint-contradiction-help")
                    .also(there, Text::new("declared-here").with("name", &first.id)),
            );
        }
    }
}

/// Under which conditions both rules speak, where only one of them asks for these.
fn only_if(first: &Rule, second: &Rule) -> Vec<Arg> {
    let lacking = |of: &Rule, other: &Rule| {
        let own = of.conditions.iter().filter(|cond| !other.conditions.contains(cond));
        own.map(|cond| Arg::Text(say_cond(cond))).collect::<Vec<Arg>>()
    };
    lacking(first, second).into_iter().chain(lacking(second, first)).collect()
}

fn demands_exclude(one: &Demand, other: &Demand) -> bool {
    let chosen = |demand: &Demand| match demand {
        Demand::Choose { amount, selector } => Some((*amount, selector.clone())),
        Demand::Cond(Cond::Chosen { amount, selector }) => Some((*amount, selector.clone())),
        Demand::Cond(_) | Demand::Evidence { .. } => None,
    };
    match (one, other) {
        (Demand::Cond(one), Demand::Cond(other)) => excludes(one, other),
        _ => match (chosen(one), chosen(other)) {
            (Some((amount, selector)), Some((most, wider))) => {
                choices_apart((amount, &selector), (most, &wider)) || choices_apart((most, &wider), (amount, &selector))
            }
            _ => false,
        },
    }
}

/// Whether two rules ask something of the same plan in the same year: when one speaks, so does the other.
fn together(first: &Rule, second: &Rule, all: &[Standpoint]) -> bool {
    let in_force = first.standing.not_yet.is_none() && second.standing.not_yet.is_none();
    // A rule that asks less often may still speak whenever the other does: only then is there no way out.
    let conditions = first.conditions.iter().all(|cond| second.conditions.contains(cond))
        || second.conditions.iter().all(|cond| first.conditions.contains(cond));
    let days = match (first.standing.until, second.standing.from, second.standing.until, first.standing.from) {
        (Some(until), Some(from), _, _) if until < from => false,
        (_, _, Some(until), Some(from)) if until < from => false,
        _ => true,
    };
    let years = match (&first.scope, &second.scope) {
        (RuleScope::Once, RuleScope::Once) => true,
        (RuleScope::Together(one), RuleScope::Together(other)) => one == other,
        (RuleScope::Together(_) | RuleScope::Once, _) | (_, RuleScope::Together(_) | RuleScope::Once) => false,
        (RuleScope::OwnYear(_) | RuleScope::Each(_), RuleScope::OwnYear(_) | RuleScope::Each(_)) => {
            all.iter().any(|at| window::speaks(first, *at) && window::speaks(second, *at))
        }
    };
    in_force
        && conditions
        && days
        && years
        && first.for_each == second.for_each
        && first.whole_region == second.whole_region
        && first.owner.intervention() == second.owner.intervention()
}
