//! Choices: more asked than is on offer in that year, and a limit that nothing can pass.

use std::collections::BTreeSet;

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{
    Amount, Cond, Contents, Demand, Intervention, InterventionId, Kind, Qualifier, Rule, RuleScope, Selector, Share,
    Standpoint, Target, When,
};
use crate::source::Span;

use super::kinds::Lint;
use super::{Remark, Subject, remark, window};

pub fn check(subject: &Subject<'_>, found: &mut Vec<Remark>) {
    let model = subject.model.contents();
    let all = window::standpoints(subject.model);
    for rule in &model.rules {
        for (number, demand) in rule.demands.iter().enumerate() {
            let chosen = match demand {
                Demand::Choose { amount, selector } | Demand::Cond(Cond::Chosen { amount, selector }) => {
                    (*amount, selector)
                }
                Demand::Cond(_) | Demand::Evidence { .. } => continue,
            };
            judge(model, rule, chosen, &all, Asked::Demand(rule.demand_at(number)), found);
        }
        for (number, cond) in rule.conditions.iter().enumerate() {
            if let Cond::Chosen { amount, selector } = cond {
                judge(model, rule, (*amount, selector), &all, Asked::Condition(rule.condition_at(number)), found);
            }
        }
    }
}

/// Where an amount stands: it is asked, or the rule speaks only where it is met. In years in which nobody can meet it, such a rule
/// has nothing to say.
#[derive(Clone, Copy)]
enum Asked {
    Demand(Span),
    Condition(Span),
}

fn judge(
    model: &Contents,
    rule: &Rule,
    (amount, selector): (Amount, &Selector),
    all: &[Standpoint],
    asked: Asked,
    found: &mut Vec<Remark>,
) {
    let (Asked::Demand(span) | Asked::Condition(span)) = asked;
    // What a plan names is not known here.
    if selector.field.is_some() {
        return;
    }
    let lists: Vec<&[Target]> = if selector.each {
        selector.targets.iter().map(std::slice::from_ref).collect()
    } else {
        vec![selector.targets.as_slice()]
    };
    let lists: Vec<Vec<InterventionId>> = lists.into_iter().map(members).collect();
    // Where one of them can stop something, the limit on each does.
    if !lists.is_empty() && lists.iter().all(|members| pointless(amount, members.len(), &rule.scope)) {
        let count = lists.iter().map(Vec::len).max().unwrap_or(0);
        let id = if lists.len() > 1 { "lint-limit-each" } else { "lint-limit" };
        let text = Text::new(id).with("rule", &rule.id).with("count", count);
        found.push(remark(Lint::AlwaysMet, span, text, "lint-limit-help"));
        return;
    }
    let together = match &rule.scope {
        RuleScope::Together(years) => Some(Arg::words(years.iter().map(u8::to_string), Join::And)),
        RuleScope::Once | RuleScope::OwnYear(_) | RuleScope::Each(_) => None,
    };
    for members in lists {
        let least = match amount {
            Amount::AtLeast(Share::Number(least)) | Amount::Exactly(Share::Number(least)) => least as usize,
            Amount::AtLeast(_) | Amount::Exactly(_) | Amount::AtMost(_) => 0,
            Amount::All | Amount::AllOrNone | Amount::None => 0,
        };
        let short = shortfalls(model, rule, selector, &members, least, all);
        let never = || short.iter().all(Option::is_some) && !short.is_empty();
        if let Asked::Condition(_) = asked
            && never()
        {
            let count = short.iter().flatten().map(|(_, count)| *count).max().unwrap_or(0);
            let text =
                Text::new("lint-condition-never").with("rule", &rule.id).with("least", least).with("count", count);
            found.push(remark(Lint::NeverInForce, span, text, "lint-too-few-help"));
        } else if let (Asked::Demand(_), Some((year, count))) = (asked, short.iter().flatten().next().copied()) {
            let id = match (count, &together) {
                (0, None) => "lint-none",
                (0, Some(_)) => "lint-none-together",
                (_, None) => "lint-too-few",
                (_, Some(_)) => "lint-too-few-together",
            };
            let text = Text::new(id).with("rule", &rule.id).with("least", least).with("count", count);
            let text = text.with("year", together.clone().unwrap_or_else(|| Arg::from(year)));
            found.push(remark(Lint::TooFewOffered, span, text, "lint-too-few-help"));
        }
    }
}

fn members(targets: &[Target]) -> Vec<InterventionId> {
    let mut members: Vec<InterventionId> = targets.iter().flat_map(|target| target.members.iter().copied()).collect();
    members.sort_unstable();
    members.dedup();
    members
}

/// For each year of the rule, or for its years together: that year with the most that any practice finds on offer, when that is
/// not enough.
fn shortfalls(
    model: &Contents,
    rule: &Rule,
    selector: &Selector,
    members: &[InterventionId],
    least: usize,
    all: &[Standpoint],
) -> Vec<Option<(u8, usize)>> {
    // Of each plan all years from the first one on are looked at.
    let first = all.iter().map(|at| at.year).min();
    let open = |at: Standpoint| {
        let here = members.iter().map(|id| model.intervention(*id));
        here.filter(|one| window::offered(one, at) && kind_fits(first, one, selector, at)).count()
    };
    if let RuleScope::Together(years) = &rule.scope {
        let Some(until) = years.iter().copied().max().filter(|_| !all.is_empty()) else { return Vec::new() };
        // Over years together one intervention can be chosen more than once.
        let most: usize = years
            .iter()
            .map(|year| all.iter().filter(|at| at.year == *year).map(|at| open(*at)).max().unwrap_or(0))
            .sum();
        return vec![(most < least).then_some((until, most))];
    }
    let in_year = |year: u8| {
        let counts = all.iter().filter(|at| at.year == year && window::speaks(rule, **at)).map(|at| open(*at));
        counts.max().map(|most| (most < least).then_some((year, most)))
    };
    let years: BTreeSet<u8> = all.iter().map(|at| at.year).collect();
    years.into_iter().filter_map(in_year).collect()
}

/// Whether an intervention can be chosen with one of the kinds that count, after what must have been chosen before.
fn kind_fits(first: Option<u8>, one: &Intervention, selector: &Selector, at: Standpoint) -> bool {
    // In the first year there is nothing to go on with.
    let fits = |kind: Kind| {
        let goes_on = kind != Kind::Nieuw;
        let can_be = !goes_on || has_past(first, at) || one.without_earlier;
        can_be && selector.qualifier.is_none_or(|qualifier| past_fits(first, one, qualifier, goes_on, at))
    };
    window::kinds(one, at).any(|kind| selector.kinds.allows(kind) && fits(kind))
}

/// Whether years come before this one.
fn has_past(first: Option<u8>, at: Standpoint) -> bool {
    first.is_none_or(|first| at.year > first || first > 1)
}

/// Whether a choice that is new, or goes on, can be one that was chosen when a qualifier says, or was not.
fn past_fits(first: Option<u8>, one: &Intervention, qualifier: Qualifier, goes_on: bool, at: Standpoint) -> bool {
    let has_past = has_past(first, at);
    // The year that is meant is the only one that has been.
    let (is_there, is_all) = match qualifier.when {
        When::Earlier => (has_past, true),
        When::YearBefore => (has_past, at.year <= 2 && first == Some(1)),
        When::Year(year) if year == at.year => return !qualifier.negated,
        // The plan of that year tells; it can be chosen then, and it can be left out.
        When::Year(year) if year > at.year => return true,
        When::Year(year) => (true, at.year <= year + 1 && first == Some(year)),
    };
    if qualifier.negated {
        // What goes on was chosen in another year, or needs not have been.
        !goes_on || one.without_earlier || !is_all && has_past
    } else {
        goes_on && is_there
    }
}

/// A limit that cannot be passed, or a demand on nothing at all.
fn pointless(amount: Amount, count: usize, scope: &RuleScope) -> bool {
    let once = !matches!(scope, RuleScope::Together(_));
    match amount {
        Amount::AtMost(Share::Number(most)) => once && most as usize >= count,
        Amount::All | Amount::AllOrNone | Amount::None => count == 0,
        Amount::AtLeast(_) | Amount::Exactly(_) | Amount::AtMost(_) => false,
    }
}
