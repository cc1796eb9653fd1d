//! Changes in how many, and in which choices count.

use rust_decimal::Decimal;

use crate::model::{Amount, KindSet, Qualifier, Selector, Share, When};

use super::vary::{Variant, without_one};

/// One more, one fewer, and the other direction.
pub fn amount(amount: Amount) -> Vec<Variant<Amount>> {
    let shares = |share: Share, make: fn(Share) -> Amount| steps(share).into_iter().map(move |v| v.map(make));
    let other = |amount: Amount| [Variant::other(amount)].into_iter();
    match amount {
        Amount::AtLeast(share) => shares(share, Amount::AtLeast).chain(other(Amount::AtMost(share))).collect(),
        Amount::AtMost(share) => shares(share, Amount::AtMost).chain(other(Amount::AtLeast(share))).collect(),
        Amount::Exactly(share) => shares(share, Amount::Exactly)
            .chain(other(Amount::AtLeast(share)))
            // No number lies below zero.
            .chain(other(Amount::AtMost(share)).filter(|_| share != Share::Number(0)))
            .collect(),
        Amount::All => other(Amount::AtLeast(Share::Number(1))).collect(),
        Amount::None => vec![Variant::limit(Amount::AtMost(Share::Number(1)))],
        Amount::AllOrNone => other(Amount::All).collect(),
    }
}

/// A number or a part, one further. A half has no neighbour that a few people could show, but a bit more does.
fn steps(share: Share) -> Vec<Variant<Share>> {
    match share {
        Share::Number(number) => {
            let fewer = number.checked_sub(1).into_iter();
            fewer.chain([number.saturating_add(1)]).map(|number| Variant::limit(Share::Number(number))).collect()
        }
        Share::Half => vec![Variant::limit(Share::Percent(Decimal::from(51)))],
        Share::Percent(part) => {
            let near = [part - Decimal::ONE, part + Decimal::ONE].into_iter();
            let sound = near.filter(|part| *part >= Decimal::ZERO && *part <= Decimal::ONE_HUNDRED);
            sound.map(|part| Variant::limit(Share::Percent(part))).collect()
        }
    }
}

/// What holds exactly when the amount does not.
pub fn opposite(amount: Amount) -> Option<Amount> {
    match amount {
        Amount::AtLeast(Share::Number(0)) => None,
        Amount::AtLeast(Share::Number(1)) => Some(Amount::None),
        Amount::AtLeast(Share::Number(number)) => Some(Amount::AtMost(Share::Number(number - 1))),
        Amount::AtMost(Share::Number(number)) => Some(Amount::AtLeast(Share::Number(number.saturating_add(1)))),
        Amount::None => Some(Amount::AtLeast(Share::Number(1))),
        Amount::AtLeast(Share::Half | Share::Percent(_))
        | Amount::AtMost(Share::Half | Share::Percent(_))
        | Amount::Exactly(_)
        | Amount::All
        | Amount::AllOrNone => None,
    }
}

/// Targets, kinds and history, one of them changed.
pub fn selector(selector: &Selector) -> Vec<Variant<Selector>> {
    let mut all: Vec<Selector> = Vec::new();
    for targets in without_one(&selector.targets) {
        let each = selector.each && targets.len() > 1;
        all.push(Selector { each, targets, ..selector.clone() });
    }
    if selector.each {
        all.push(Selector { each: false, ..selector.clone() });
    }
    for kinds in without_one(&selector.kinds.0) {
        all.push(Selector { kinds: KindSet(kinds), ..selector.clone() });
    }
    if !selector.kinds.0.is_empty() {
        all.push(Selector { kinds: KindSet::default(), ..selector.clone() });
    }
    if let Some(found) = selector.qualifier {
        all.push(Selector { qualifier: None, ..selector.clone() });
        all.push(Selector { qualifier: Some(Qualifier { negated: !found.negated, ..found }), ..selector.clone() });
        all.extend(
            when(found.when).map(|when| Selector { qualifier: Some(Qualifier { when, ..found }), ..selector.clone() }),
        );
    }
    all.into_iter().map(Variant::other).collect()
}

fn when(when: When) -> impl Iterator<Item = When> {
    let near = match when {
        When::Earlier => vec![When::YearBefore],
        When::YearBefore => vec![When::Earlier],
        When::Year(year) => vec![When::Year(year.saturating_sub(1)), When::Year(year.saturating_add(1))],
    };
    near.into_iter()
}

/// A list of kinds or words in which one is left out.
pub fn fewer<T: Clone>(list: &[T]) -> Vec<Variant<Vec<T>>> {
    without_one(list).into_iter().map(Variant::other).collect()
}
