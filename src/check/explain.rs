//! Why a formula does not hold: what was seen instead. Asked only of what fails.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::model::{
    Amount, Base, Demand, Domain, Formula, InterventionId, Order, Part, Ref, Rule, Selector, Sequel, Sign, Source,
    Target, Term,
};
use crate::plan::Choice;
use crate::source::Span;
use crate::value::Value;

use super::answer::Answer;
use super::assigned;
use super::count::{self, Tally};
use super::double::Sharing;
use super::env::{Env, Scope};
use super::eval::{self, Reading, read};
use super::history;
use super::members::{ahead, is_of_day, members};
use super::offer;
use super::outcome::{Failure, Gap, GapKind, Limit, Proposal, Seen, Shown, Worked};

/// What was seen where a condition looked.
pub fn seen(formula: &Formula, env: &Env<'_, '_>) -> Option<Seen> {
    match formula {
        Formula::All(parts) | Formula::Any(parts) => {
            let failing = |(_, part): &(usize, &Formula)| eval::answer(part, env) == Answer::No;
            let (at, part) = parts.iter().enumerate().find(failing)?;
            let mut found = seen(part, env)?;
            found.within.insert(0, at);
            Some(found)
        }
        Formula::Not(part) => holding(part, env),
        Formula::Filled(target) => Some(filled(target, env)),
        Formula::HasTakenPlace { day, .. } => {
            let (found, span) = env.find(day).ok()?;
            Some(Seen::new(span, Shown::Ahead(found.value()?)))
        }
        Formula::OneOf(left, _) | Formula::Contains(left, _) => value(left, env),
        Formula::Compare { left, order, right, told } => {
            let limit = match (*told, left, right) {
                (false, ..) => None,
                (true, Term::Times(factor, _), _) => share(*factor, right, env),
                (true, _, Term::Total(parts)) => worked(right, parts, env),
                (
                    true,
                    _,
                    Term::Value(_)
                    | Term::Ref(_)
                    | Term::Day(_)
                    | Term::Shift { .. }
                    | Term::Times(..)
                    | Term::Over(..),
                ) => limit(&read(right, env), *order),
            };
            value(left, env).map(|seen| Seen { limit, ..seen })
        }
        // How many of the interventions there are were chosen says nothing to who chooses.
        Formula::Count { of: Domain { source: Source::Interventions(_) | Source::Named(_), .. }, .. } => None,
        Formula::Count { amount, of, that } => Some(counted(*amount, of, that, env)),
        Formula::Chosen(..) | Formula::Offered | Formula::StillOffered | Formula::InYear(..) => None,
    }
}

/// What was seen of a formula that holds, and should not: of a day on which something takes place, what was asked of it last.
fn holding(formula: &Formula, env: &Env<'_, '_>) -> Option<Seen> {
    match formula {
        Formula::Filled(target) => Some(filled(target, env)),
        Formula::All(parts) => parts.last().and_then(|part| holding(part, env)),
        Formula::Any(parts) => {
            parts.iter().find(|part| eval::answer(part, env) == Answer::Yes).and_then(|part| holding(part, env))
        }
        part => seen(part, env),
    }
}

/// Where in the plan stands what a formula looks at: the first field that it asks about.
pub fn stands(formula: &Formula, env: &Env<'_, '_>) -> Option<Span> {
    let of_plan = |target: &Ref| match target {
        Ref::Path(path) => matches!(path.base, Base::Plan | Base::Practice | Base::Year),
        Ref::Frame(_) | Ref::Choice(_) | Ref::Member => false,
    };
    match formula {
        Formula::Filled(target)
        | Formula::OneOf(Term::Ref(target), _)
        | Formula::Contains(Term::Ref(target), _)
        | Formula::Compare { left: Term::Ref(target), .. } => {
            of_plan(target).then(|| env.find(target).ok()).flatten().map(|(_, span)| span)
        }
        Formula::All(parts) | Formula::Any(parts) => parts.iter().find_map(|part| stands(part, env)),
        Formula::Not(part) => stands(part, env),
        Formula::OneOf(..) | Formula::Contains(..) | Formula::Compare { .. } => None,
        Formula::HasTakenPlace { .. }
        | Formula::Count { .. }
        | Formula::Chosen(..)
        | Formula::Offered
        | Formula::StillOffered
        | Formula::InYear(..) => None,
    }
}

/// The day on the right side: in an answer that is certain, the one that leaves most room.
fn limit(right: &Reading<'_>, order: Order) -> Option<Limit> {
    match (right, order) {
        (Reading::Known(day, _), _) => day.day().map(Limit::On),
        (Reading::Between { high, .. }, Order::Less | Order::AtMost) => high.as_ref()?.day().map(Limit::AtLatest),
        (Reading::Between { low, .. }, Order::More | Order::AtLeast) => low.as_ref()?.day().map(Limit::AtEarliest),
        (Reading::Between { .. }, Order::Equal) => None,
    }
}

/// The number that is a part of the right side, where both sides were multiplied rather than divided.
fn share(factor: Decimal, right: &Term, env: &Env<'_, '_>) -> Option<Limit> {
    let (part, whole) = match right {
        Term::Times(part, whole) => (*part, &**whole),
        whole => (Decimal::ONE, whole),
    };
    let Reading::Known(value, _) = read(whole, env) else { return None };
    let (factor, value) = (part.checked_div(factor)?, value.number()?);
    Some(Limit::Worked(factor.checked_mul(value)?, vec![Worked { sign: Sign::Plus, factor, value }]))
}

/// The number on the right side, and what it was worked out from; none when that is not all known.
fn worked(whole: &Term, parts: &[Part], env: &Env<'_, '_>) -> Option<Limit> {
    let known = |term: &Term| match read(term, env) {
        Reading::Known(value, _) => value.number(),
        Reading::Between { .. } => None,
    };
    let parts =
        parts.iter().map(|Part { sign, factor, of }| Some(Worked { sign: *sign, factor: *factor, value: known(of)? }));
    Some(Limit::Worked(known(whole)?, parts.collect::<Option<Vec<_>>>()?))
}

fn value(term: &Term, env: &Env<'_, '_>) -> Option<Seen> {
    let term = if let Term::Times(_, base) = term { base } else { term };
    let ahead = if let Term::Over(_, domain) = term { ahead(domain, env) } else { 0 };
    match read(term, env) {
        Reading::Known(value, span) => Some(Seen { ahead, ..Seen::new(span, Shown::Value(value.into_owned())) }),
        Reading::Between { low: None, high: None, .. } => None,
        Reading::Between { low, high, gaps } => {
            let shown = Shown::Range { low, high, total: None, lacking: lacking(&gaps) };
            Some(Seen { ahead, ..Seen::new(env.place(), shown) })
        }
    }
}

/// The fields that are not filled in, once each.
fn lacking(gaps: &[Gap]) -> Vec<Arc<str>> {
    let mut all: Vec<Arc<str>> = Vec::new();
    for gap in gaps {
        if let GapKind::Field(words) = &gap.kind
            && !all.contains(words)
        {
            all.push(Arc::clone(words));
        }
    }
    all
}

/// What stands in a field of which it was asked whether it is filled in.
fn filled(target: &Ref, env: &Env<'_, '_>) -> Seen {
    match env.find(target) {
        Ok((found, span)) => Seen::new(span, Shown::Filled(!found.is_empty())),
        Err(gap) => match env.filler(target) {
            Some(word) => Seen::new(gap.place, Shown::Filler(word.clone())),
            None => Seen::new(gap.place, Shown::Filled(false)),
        },
    }
}

/// How many answered; of a single member what stands there says more than `0 of 1`.
fn counted(amount: Amount, of: &Domain, that: &Formula, env: &Env<'_, '_>) -> Seen {
    let tally = count::tally(of, that, env);
    let shown = shown(&tally, amount);
    let certain = matches!(shown, Shown::Count { .. });
    let telling = matches!(amount, Amount::All) || certain && tally.yes + tally.no == 1;
    let first = || {
        let found = members(of, env);
        let broken = found.sure.into_iter().find(|item| item.answer(that, env) == Answer::No)?;
        broken.within(env, |inner| seen(that, inner))
    };
    let none = certain && tally.yes + tally.no == 0 && !matches!(amount, Amount::AtMost(_) | Amount::None);
    let found = if telling { first() } else { none.then(|| left_out(of, env)).flatten() };
    let seen = found.unwrap_or_else(|| Seen::new(env.place(), shown));
    Seen { ahead: ahead(of, env), ..seen }
}

/// How many answered: as far as that is known, the most that it can be where more are asked, and else the least.
fn shown(tally: &Tally, amount: Amount) -> Shown {
    let (yes, most, total) = (tally.yes, tally.most(), tally.total());
    if most == Some(yes) && tally.most_members() == Some(total) {
        return Shown::Count { yes, total };
    }
    let number = |count: usize| Value::Number(Decimal::from(count));
    let (low, high) = match amount {
        Amount::AtLeast(_) | Amount::All => (None, most),
        Amount::AtMost(_) | Amount::None | Amount::AllOrNone => (Some(yes), None),
        Amount::Exactly(_) => (Some(yes), most),
    };
    Shown::Range {
        low: low.map(number),
        high: high.map(number),
        total: tally.most_members(),
        lacking: lacking(&tally.gaps),
    }
}

/// Of a list in which nothing counts: what stands there of the first that is what is asked, and why it does not count. What
/// is asked is the first filter; the others say which of them count.
fn left_out(domain: &Domain, env: &Env<'_, '_>) -> Option<Seen> {
    let mut filters =
        domain.filters.iter().filter(|filter| !is_of_day(filter) && !matches!(filter, Formula::Filled(_)));
    let first = filters.next()?;
    let asked = members(&Domain { filters: vec![first.clone()], ..domain.clone() }, env);
    asked.sure.into_iter().find_map(|item| {
        item.within(env, |inner| {
            let fails = filters.clone().find(|filter| eval::answer(filter, inner) == Answer::No)?;
            seen(fails, inner)
        })
    })
}

/// What is known is enough to decide, though something is missing: the value that a demand asks, and that the condition of the
/// consequence looked at.
pub fn decided(demands: &[Formula], found: &Sequel, env: &Env<'_, '_>) -> Option<Failure> {
    let condition = found.condition.as_ref()?;
    let asked = condition.looks_at()?;
    let demand = demands.iter().position(|demand| demand.looks_at() == Some(asked))?;
    Some(Failure::Cond { demand, seen: Some(seen(condition, env)?) })
}

/// Why a demand is not met.
pub fn failure(rule: &Rule, demand: usize, formula: &Formula, env: &Env<'_, '_>) -> Failure {
    match rule.demands.get(demand) {
        Some(Demand::Choose { amount, selector }) => choices(*amount, selector, demand, formula, env),
        Some(Demand::Cond(_) | Demand::Evidence { .. }) | None => Failure::Cond { demand, seen: seen(formula, env) },
    }
}

/// Too few or too many choices: of which target, what counted, and what could.
fn choices(amount: Amount, selector: &Selector, demand: usize, formula: &Formula, env: &Env<'_, '_>) -> Failure {
    let (target, part) = match formula {
        Formula::All(parts) => {
            let broken = parts.iter().enumerate().find(|(_, part)| eval::answer(part, env) == Answer::No);
            broken.map_or((None, formula), |(at, part)| (Some(at), part))
        }
        whole => (None, whole),
    };
    let Formula::Count { of, that, .. } = part else {
        return Failure::Cond { demand, seen: None };
    };
    let whole = matches!(amount, Amount::All | Amount::AllOrNone);
    let counts = |id: &InterventionId| eval::answer(that, &env.with_intervention(*id)) == Answer::Yes;
    let all = match &of.source {
        Source::Named(_) => assigned::named(of, env),
        Source::Interventions(_)
        | Source::List(_)
        | Source::ListOfYears(..)
        | Source::Choices
        | Source::Of(_)
        | Source::Inside(..)
        | Source::Practices
        | Source::OfPractices(_)
        | Source::Those => selected(targets(selector, target)),
    };
    let counted: Vec<InterventionId> = all.iter().copied().filter(counts).collect();
    let asked = |id: &InterventionId| {
        let env = env.with_intervention(*id);
        of.filters.iter().all(|filter| eval::answer(filter, &env) == Answer::Yes)
    };
    let lacking: Vec<InterventionId> =
        if whole { all.iter().copied().filter(|id| asked(id) && !counts(id)).collect() } else { Vec::new() };
    let proposed = if lacking.is_empty() {
        let open: Vec<InterventionId> = all.iter().copied().filter(|id| !counted.contains(id)).collect();
        eligible(selector, &open, env)
    } else {
        let kinds = |id: &InterventionId| offer::kinds(*id, &selector.kinds, env).unwrap_or_default();
        lacking.iter().map(|id| Proposal { intervention: *id, kinds: kinds(id) }).collect()
    };
    Failure::Choices { demand, target, present: present(&all, env), counted, lacking, elsewhere: Vec::new(), proposed }
}

/// A demand that cannot have its choices because other demands count them.
pub fn short(rule: &Rule, sharing: Sharing, env: &Env<'_, '_>) -> Failure {
    let Sharing { slot, counted, elsewhere } = sharing;
    let Some(Demand::Choose { selector, .. }) = rule.demands.get(slot.demand) else {
        return Failure::Cond { demand: slot.demand, seen: None };
    };
    let all = selected(targets(selector, slot.target));
    let chosen = env.year_plan().map(|year| year.choices.as_slice()).unwrap_or_default();
    let is_chosen = |id: &InterventionId| chosen.iter().any(|choice| !choice.is_refused && choice.intervention == *id);
    let open: Vec<InterventionId> = all.iter().copied().filter(|id| !is_chosen(id)).collect();
    Failure::Choices {
        demand: slot.demand,
        target: slot.target,
        present: present(&all, env),
        counted,
        lacking: Vec::new(),
        elsewhere,
        proposed: eligible(selector, &open, env),
    }
}

fn targets(selector: &Selector, target: Option<usize>) -> &[Target] {
    match target {
        Some(at) => selector.targets.get(at).map_or(&[], std::slice::from_ref),
        None => &selector.targets,
    }
}

/// The interventions of the targets, each once.
fn selected(targets: &[Target]) -> Vec<InterventionId> {
    let mut all = Vec::new();
    for id in targets.iter().flat_map(|target| target.members.iter().copied()) {
        if !all.contains(&id) {
            all.push(id);
        }
    }
    all
}

/// What of these is chosen in the years in hand, whether it counts or not.
fn present(all: &[InterventionId], env: &Env<'_, '_>) -> Vec<(InterventionId, Option<crate::model::Kind>, Span)> {
    let is_among = |choice: &&Choice| !choice.is_refused && all.contains(&choice.intervention);
    let Some(plan) = env.plan() else { return Vec::new() };
    let years: Vec<u8> = match env.scope {
        Scope::Years(_, years) => years.iter().copied().filter(|year| env.reaches(*year)).collect(),
        Scope::Plan(_) | Scope::Year(..) | Scope::Region(_) | Scope::Practice(..) => env.year().into_iter().collect(),
    };
    let choices = years.into_iter().filter_map(|year| plan.year(year)).flat_map(|year| &year.choices);
    choices.filter(is_among).map(|choice| (choice.intervention, choice.kind, choice.key)).collect()
}

/// What of these could still be chosen: on offer, with the history and of a kind that the selection asks. Of a year before
/// the regioplan began nothing is proposed: its offer is not that of then.
fn eligible(selector: &Selector, open: &[InterventionId], env: &Env<'_, '_>) -> Vec<Proposal> {
    if env.year().is_some_and(|year| history::is_before(year, env)) {
        return Vec::new();
    }
    let past = selector.qualifier.map(crate::model::before);
    let proposal = |id: &InterventionId| {
        let before = past.as_ref().map_or(Answer::Yes, |past| eval::answer(past, &env.with_intervention(*id)));
        let given = selector.field.is_some() || offer::can_be_chosen(*id, env);
        let fits = before != Answer::No && given;
        let kinds = if fits { offer::kinds(*id, &selector.kinds, env) } else { None };
        kinds.map(|kinds| Proposal { intervention: *id, kinds })
    };
    open.iter().filter_map(proposal).collect()
}
