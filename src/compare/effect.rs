//! Whether a changed demand asks more or less, where its form tells. What it does not tell is only different.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::model::{
    Amount, Comparison, Cond, Demand, Duration, DurationUnit, Expr, Measure, Moment, MomentWord, Operand, PastYears,
    Selector, SetSource, Share,
};

use super::Both;
use super::change::Effect;
use super::key::Keys;

/// A changed demand.
pub fn of_demand(both: &Both<'_>, old: &Demand, new: &Demand) -> Effect {
    match (old, new) {
        (Demand::Cond(old), Demand::Cond(new)) => of_cond(both, old, new),
        (Demand::Choose { amount, selector }, Demand::Choose { amount: next, selector: other }) => {
            of_choice(both, (*amount, selector), (*next, other))
        }
        (Demand::Evidence { kinds, cond }, Demand::Evidence { kinds: others, cond: next }) => {
            let words = |list: &[String]| list.iter().cloned().collect::<BTreeSet<_>>();
            match wider(&words(kinds), &words(others)) {
                Some(Ordering::Equal) if cond.past_years() == next.past_years() => of_cond(both, cond, next),
                Some(Ordering::Equal) if both.old.cond(&of_this_year(cond)) == both.new.cond(&of_this_year(next)) => {
                    Effect::rising(past_years(cond.past_years(), next.past_years()))
                }
                Some(Ordering::Equal) => Effect::Different,
                order => Effect::rising(order.map(Ordering::reverse)),
            }
        }
        (Demand::Cond(_) | Demand::Choose { .. } | Demand::Evidence { .. }, _) => Effect::Different,
    }
}

/// More years in which evidence may stand ask less.
fn past_years(old: Option<PastYears>, new: Option<PastYears>) -> Option<Ordering> {
    match (old, new) {
        (None | Some(PastYears::Earlier), Some(PastYears::ThisOrEarlier)) => Some(Ordering::Less),
        (Some(PastYears::ThisOrEarlier), None | Some(PastYears::Earlier)) => Some(Ordering::Greater),
        (_, _) => None,
    }
}

/// What evidence must answer, whatever the years in which it may stand.
fn of_this_year(cond: &Cond) -> Cond {
    let mut cond = cond.clone();
    if let Cond::Quantified { set, .. } = &mut cond
        && let SetSource::ListOfYears(list, _) = &set.source
    {
        set.source = SetSource::List(list.clone());
    }
    cond
}

/// A changed condition, seen as a demand.
pub fn of_cond(both: &Both<'_>, old: &Cond, new: &Cond) -> Effect {
    match (old, new) {
        (Cond::Chosen { amount, selector }, Cond::Chosen { amount: next, selector: other }) => {
            of_choice(both, (*amount, selector), (*next, other))
        }
        (Cond::Quantified { amount, set, demand }, Cond::Quantified { amount: next, set: other, demand: changed })
            if both.old.set(set) == both.new.set(other) =>
        {
            if both.old.cond(demand) == both.new.cond(changed) {
                return Effect::rising(amounts(*amount, *next));
            }
            match (amount == next, upward(*amount)) {
                (true, Some(true)) => of_cond(both, demand, changed),
                (true, Some(false)) => of_cond(both, demand, changed).inverse(),
                (_, _) => Effect::Different,
            }
        }
        (Cond::Compare { left, that }, Cond::Compare { left: other, that: changed })
            if both.old.expr(left) == both.new.expr(other) =>
        {
            of_comparison(both, that, changed)
        }
        _ => Effect::Different,
    }
}

/// The same of what is asked of one value.
fn of_comparison(both: &Both<'_>, old: &Comparison, new: &Comparison) -> Effect {
    match (old, new) {
        (Comparison::Measure(measure, right), Comparison::Measure(next, limit)) if measure == next => {
            let order = numbers(both, right, limit);
            Effect::rising(match measure {
                Measure::AtLeast | Measure::More => order,
                Measure::AtMost | Measure::Less => order.map(Ordering::reverse),
                Measure::Exactly => None,
            })
        }
        (Comparison::Age { at_most, duration, on }, Comparison::Age { at_most: next, duration: length, on: day })
            if at_most == next =>
        {
            let key = |keys: Keys<'_>, on: &Option<Moment>| on.as_ref().map(|moment| keys.moment(moment));
            if key(both.old, on) != key(both.new, day) {
                return Effect::Different;
            }
            let order = durations(*duration, *length);
            Effect::rising(if *at_most { order.map(Ordering::reverse) } else { order })
        }
        (Comparison::Moment(word, right), Comparison::Moment(next, day)) if word == next => {
            let order = moments(both, right, day);
            Effect::rising(match word {
                MomentWord::From | MomentWord::After => order,
                MomentWord::NoLaterThan | MomentWord::Before => order.map(Ordering::reverse),
                MomentWord::On => None,
            })
        }
        (Comparison::OneOf { negated, values: _ }, Comparison::OneOf { negated: next, values: _ })
        | (Comparison::Contains { negated, words: _ }, Comparison::Contains { negated: next, words: _ })
            if negated == next =>
        {
            let order = wider(&both.old.values(old).into_iter().collect(), &both.new.values(new).into_iter().collect());
            Effect::rising(if *negated { order } else { order.map(Ordering::reverse) })
        }
        _ => Effect::Different,
    }
}

/// More choices, or choices out of less.
fn of_choice(both: &Both<'_>, old: (Amount, &Selector), new: (Amount, &Selector)) -> Effect {
    if both.old.selector(old.1) == both.new.selector(new.1) {
        // `alle` asks only for what is on offer, a part is one of all that there is.
        let other_whole = old.0 != new.0 && [old.0, new.0].contains(&Amount::All);
        return Effect::rising(amounts(old.0, new.0).filter(|_| !other_whole));
    }
    let same_rest = old.1.field.is_none()
        && new.1.field.is_none()
        && old.0 == new.0
        && old.1.each == new.1.each
        && old.1.qualifier == new.1.qualifier;
    if !same_rest || old.1.each {
        return Effect::Different;
    }
    let targets = |keys: Keys<'_>, selector: &Selector| -> BTreeSet<String> {
        selector.targets.iter().map(|target| keys.one_target(target)).collect()
    };
    // No kind named is every kind.
    let kinds = |selector: &Selector| -> BTreeSet<&str> {
        let all = crate::model::Kind::ALL;
        all.into_iter().filter(|kind| selector.kinds.allows(*kind)).map(crate::model::Kind::word).collect()
    };
    let of_targets = wider(&targets(both.old, old.1), &targets(both.new, new.1));
    let of_kinds = wider(&kinds(old.1), &kinds(new.1));
    // More kinds with which it counts are always more that counts; more to choose from is for `alle` more that is asked, and a part is one of more.
    let of_targets = match old.0 {
        Amount::All => of_targets.map(Ordering::reverse),
        Amount::AtLeast(Share::Number(_)) | Amount::AtMost(Share::Number(_)) | Amount::None => of_targets,
        Amount::AtLeast(_) | Amount::AtMost(_) | Amount::Exactly(_) | Amount::AllOrNone => {
            of_targets.filter(|order| *order == Ordering::Equal)
        }
    };
    let more_counts = match (of_targets, of_kinds) {
        (Some(Ordering::Equal), order) | (order, Some(Ordering::Equal)) => order,
        (Some(one), Some(other)) if one == other => Some(one),
        (_, _) => None,
    };
    match upward(old.0) {
        Some(true) => Effect::rising(more_counts.map(Ordering::reverse)),
        Some(false) => Effect::rising(more_counts),
        None => Effect::Different,
    }
}

/// Whether an amount is met sooner when more counts; none when that is not so simple.
fn upward(amount: Amount) -> Option<bool> {
    match amount {
        Amount::AtLeast(_) | Amount::All => Some(true),
        Amount::AtMost(_) | Amount::None => Some(false),
        Amount::Exactly(_) | Amount::AllOrNone => None,
    }
}

/// Which of two amounts asks more.
fn amounts(old: Amount, new: Amount) -> Option<Ordering> {
    match (old, new) {
        (Amount::AtLeast(one), Amount::AtLeast(other)) => shares(other, one),
        (Amount::AtMost(one), Amount::AtMost(other)) => shares(one, other),
        (Amount::AtLeast(one), Amount::Exactly(other)) if one == other => Some(Ordering::Greater),
        (Amount::Exactly(one), Amount::AtLeast(other)) if one == other => Some(Ordering::Less),
        // Of a short list all can be less than a number.
        (Amount::AtLeast(Share::Half | Share::Percent(_)), Amount::All) => Some(Ordering::Greater),
        (Amount::All, Amount::AtLeast(Share::Half | Share::Percent(_))) => Some(Ordering::Less),
        (Amount::AtMost(_), Amount::None) => Some(Ordering::Greater),
        (Amount::None, Amount::AtMost(_)) => Some(Ordering::Less),
        (_, _) => None,
    }
}

fn shares(one: Share, other: Share) -> Option<Ordering> {
    match (one, other) {
        (Share::Number(one), Share::Number(other)) => Some(one.cmp(&other)),
        (Share::Number(_), _) | (_, Share::Number(_)) => None,
        (Share::Half | Share::Percent(_), Share::Half | Share::Percent(_)) => {
            let part = |share: Share| match share {
                Share::Percent(part) => part,
                Share::Half | Share::Number(_) => HALF,
            };
            Some(part(one).cmp(&part(other)))
        }
    }
}

/// How the new number stands to the old one.
fn numbers(both: &Both<'_>, old: &Operand, new: &Operand) -> Option<Ordering> {
    match (old, new) {
        (Operand::Number(one, unit), Operand::Number(other, next)) if unit == next => Some(other.cmp(one)),
        (Operand::Expr(Expr::Times(one, unit, of)), Operand::Expr(Expr::Times(other, next, what)))
            if unit == next && both.old.expr(of) == both.new.expr(what) && !of.may_be_negative() =>
        {
            Some(other.cmp(one))
        }
        (_, _) => {
            let ((one, of), (other, next)) = part_of(old).zip(part_of(new))?;
            // More of what is below zero is less.
            (both.old.expr(of) == both.new.expr(next) && !of.may_be_negative()).then(|| other.cmp(&one))
        }
    }
}

/// Of what a limit is a part, and how many percent.
fn part_of(operand: &Operand) -> Option<(Decimal, &Expr)> {
    match operand {
        Operand::PercentOf(part, of) => Some((*part, of)),
        Operand::HalfOf(of) => Some((HALF, of)),
        Operand::Number(..) | Operand::Expr(_) => None,
    }
}

const HALF: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

/// How the new length of time stands to the old one; months against weeks is left open.
fn durations(old: Duration, new: Duration) -> Option<Ordering> {
    let measured = |one: Duration| match one.unit {
        DurationUnit::Days => (0, one.amount),
        DurationUnit::Weeks => (0, one.amount.saturating_mul(7)),
        DurationUnit::Months => (1, one.amount),
        DurationUnit::Years => (1, one.amount.saturating_mul(12)),
    };
    let (old, new) = (measured(old), measured(new));
    (old.0 == new.0).then(|| new.1.cmp(&old.1))
}

/// Whether the new moment is later.
fn moments(both: &Both<'_>, old: &Moment, new: &Moment) -> Option<Ordering> {
    match (old, new) {
        (Moment::Date(one), Moment::Date(other)) => Some(other.cmp(one)),
        (Moment::Yearly { month, day }, Moment::Yearly { month: next, day: other }) => {
            Some((next, other).cmp(&(month, day)))
        }
        (Moment::Offset { duration, after, base }, Moment::Offset { duration: length, after: next, base: other })
            if after == next && both.old.moment(base) == both.new.moment(other) =>
        {
            let order = durations(*duration, *length);
            if *after { order } else { order.map(Ordering::reverse) }
        }
        (_, _) => None,
    }
}

/// Whether the new set holds more; none when each has something of its own.
pub fn wider<T: Ord>(old: &BTreeSet<T>, new: &BTreeSet<T>) -> Option<Ordering> {
    match (old.is_subset(new), new.is_subset(old)) {
        (true, true) => Some(Ordering::Equal),
        (true, false) => Some(Ordering::Greater),
        (false, true) => Some(Ordering::Less),
        (false, false) => None,
    }
}
