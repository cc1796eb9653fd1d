//! Two conditions -> whether they can hold together, as far as their form tells.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model::{
    Amount, Comparison, Cond, Duration, DurationUnit, Expr, Kind, KindSet, Literal, Measure, Moment, MomentWord,
    Operand, Ref, Selector, Share, Type,
};

/// Whether no plan can answer both.
pub fn excludes(one: &Cond, other: &Cond) -> bool {
    directed(one, other) || directed(other, one)
}

/// A limit: from where or up to where, and whether the limit itself is left out.
struct Limit<T> {
    at: T,
    open: bool,
}

impl Limit<Decimal> {
    /// From which whole number it is.
    fn raised(self) -> Self {
        let next = self.open && self.at.fract().is_zero();
        Self { at: if next { self.at.saturating_add(Decimal::ONE) } else { self.at.ceil() }, open: false }
    }

    /// Up to which whole number it is.
    fn lowered(self) -> Self {
        let before = self.open && self.at.fract().is_zero();
        Self { at: if before { self.at.saturating_sub(Decimal::ONE) } else { self.at.floor() }, open: false }
    }
}

/// Whether something is a whole number, whatever stands in a plan.
pub fn is_whole(expr: &Expr) -> bool {
    let of = |target: &Ref| matches!(target, Ref::Path(path) if path.ty == Type::Whole);
    match expr {
        Expr::Count(_) | Expr::CountDistinct(..) => true,
        Expr::Ref(target) | Expr::Extreme(_, target, _) | Expr::Sum(target, _) => of(target),
        Expr::Added(parts) => parts.iter().all(|(_, part)| is_whole(part)),
        Expr::Number(number, _) => number.fract().is_zero(),
        Expr::Times(factor, _, of) => factor.fract().is_zero() && is_whole(of),
    }
}

fn apart<T: Ord>(low: &Limit<T>, high: &Limit<T>) -> bool {
    low.at > high.at || low.at == high.at && (low.open || high.open)
}

/// Whether the lower limit of the first lies above the upper limit of the second, or the values differ.
fn directed(one: &Cond, other: &Cond) -> bool {
    match (one, other) {
        (Cond::Compare { left: a, that: one }, Cond::Compare { left: b, that: other }) => {
            a == b && exclude(a, one, other)
        }
        (Cond::Filled { target: a, negated }, Cond::Filled { target: b, negated: other }) => a == b && negated != other,
        (Cond::Quantified { amount, set: a, demand }, Cond::Quantified { amount: most, set: b, demand: other }) => {
            a == b && demand == other && amounts_apart(*amount, *most)
        }
        (Cond::Chosen { amount, selector }, Cond::Chosen { amount: most, selector: wider }) => {
            choices_apart((*amount, selector), (*most, wider))
        }
        (Cond::Shared(a), Cond::Shared(b)) => a.lines == b.lines && a.any == b.any && a.negated != b.negated,
        _ => false,
    }
}

/// The same of what is asked of one value.
fn exclude(left: &Expr, one: &Comparison, other: &Comparison) -> bool {
    match (one, other) {
        (Comparison::Measure(measure, right), Comparison::Measure(upper, limit)) => {
            let (Operand::Number(low, unit), Operand::Number(high, other)) = (right, limit) else { return false };
            let limits = lower(*measure, *low).zip(upper_limit(*upper, *high));
            let whole = |(low, high): (Limit<_>, Limit<_>)| {
                if is_whole(left) { (low.raised(), high.lowered()) } else { (low, high) }
            };
            unit == other && limits.map(whole).is_some_and(|(low, high)| apart(&low, &high))
        }
        (Comparison::Moment(word, right), Comparison::Moment(until, limit)) => {
            moments_apart((*word, right), (*until, limit))
        }
        (
            Comparison::Age { at_most: false, duration, on },
            Comparison::Age { at_most: true, duration: most, on: then },
        ) => on == then && longer(*duration, *most),
        (Comparison::YesNo(value), Comparison::YesNo(other)) => value != other,
        (Comparison::OneOf { negated, values }, Comparison::OneOf { negated: not, values: others }) => {
            match (negated, not) {
                (false, false) => !values.iter().any(|value| others.contains(value)),
                (false, true) => values.iter().all(|value| others.contains(value)),
                (true, _) => false,
            }
        }
        (Comparison::Contains { negated: false, words }, Comparison::Contains { negated: true, words: others }) => {
            words.iter().all(|words| others.iter().any(|other| words.has_words(other)))
        }
        (Comparison::OneOf { negated: false, values }, Comparison::Contains { negated, words }) => {
            let breaks = |value: &Literal| match value {
                Literal::Text(text) => words.iter().any(|words| text.has_words(words)) == *negated,
                Literal::Option(..)
                | Literal::Kind(_)
                | Literal::Intervention(..)
                | Literal::Element(..)
                | Literal::Quarter(_)
                | Literal::Date(_) => false,
            };
            values.iter().all(breaks)
        }
        _ => false,
    }
}

/// `minimaal n` out of a part against `maximaal m` out of the whole.
pub fn choices_apart((amount, selector): (Amount, &Selector), (most, wider): (Amount, &Selector)) -> bool {
    let single = |selector: &Selector| !selector.each || selector.targets.len() == 1;
    let within = || {
        let members = |selector: &Selector| -> Vec<_> {
            selector.targets.iter().flat_map(|target| target.members.iter().copied()).collect()
        };
        let whole = members(wider);
        members(selector).iter().all(|id| whole.contains(id))
    };
    selector.field == wider.field
        && single(selector)
        && single(wider)
        && (wider.qualifier.is_none() || wider.qualifier == selector.qualifier)
        && kinds_within(&selector.kinds, &wider.kinds)
        && within()
        && amounts_apart(amount, most)
}

fn kinds_within(part: &KindSet, whole: &KindSet) -> bool {
    Kind::ALL.into_iter().all(|kind| !part.allows(kind) || whole.allows(kind))
}

fn amounts_apart(amount: Amount, most: Amount) -> bool {
    let (Amount::AtLeast(Share::Number(least)) | Amount::Exactly(Share::Number(least))) = amount else {
        return false;
    };
    match most {
        Amount::AtMost(Share::Number(most)) | Amount::Exactly(Share::Number(most)) => least > most,
        Amount::None => least > 0,
        _ => false,
    }
}

fn lower(measure: Measure, number: Decimal) -> Option<Limit<Decimal>> {
    match measure {
        Measure::AtLeast | Measure::Exactly => Some(Limit { at: number, open: false }),
        Measure::More => Some(Limit { at: number, open: true }),
        Measure::AtMost | Measure::Less => None,
    }
}

fn upper_limit(measure: Measure, number: Decimal) -> Option<Limit<Decimal>> {
    match measure {
        Measure::AtMost | Measure::Exactly => Some(Limit { at: number, open: false }),
        Measure::Less => Some(Limit { at: number, open: true }),
        Measure::AtLeast | Measure::More => None,
    }
}

fn moments_apart((word, from): (MomentWord, &Moment), (until, to): (MomentWord, &Moment)) -> bool {
    let starts = match word {
        MomentWord::From | MomentWord::On => false,
        MomentWord::After => true,
        MomentWord::NoLaterThan | MomentWord::Before => return false,
    };
    let ends = match until {
        MomentWord::NoLaterThan | MomentWord::On => false,
        MomentWord::Before => true,
        MomentWord::From | MomentWord::After => return false,
    };
    match (from, to) {
        (Moment::Date(from), Moment::Date(to)) => {
            apart::<Date>(&Limit { at: *from, open: starts }, &Limit { at: *to, open: ends })
        }
        (Moment::Yearly { month, day }, Moment::Yearly { month: last, day: end }) => {
            apart(&Limit { at: (*month, *day), open: starts }, &Limit { at: (*last, *end), open: ends })
        }
        _ => {
            // Counted from the same moment: the same length, or in the same unit.
            let ((base, shift), (other, length)) = (from_base(from), from_base(to));
            let limits = same_unit(shift, length);
            let apart = |(at, to)| apart::<i64>(&Limit { at, open: starts }, &Limit { at: to, open: ends });
            base == other && limits.is_some_and(apart)
        }
    }
}

/// The moment from which another one is counted, and how far from it, in days or in months.
fn from_base(moment: &Moment) -> (&Moment, Option<(i64, bool)>) {
    match moment {
        Moment::Offset { duration, after, base } if !matches!(**base, Moment::Offset { .. }) => {
            let (amount, days) = in_unit(*duration);
            let amount = i64::try_from(amount).unwrap_or(i64::MAX);
            (base.as_ref(), Some((if *after { amount } else { -amount }, days)))
        }
        other => (other, None),
    }
}

/// Two distances in one unit; nothing is a distance in any.
fn same_unit(one: Option<(i64, bool)>, other: Option<(i64, bool)>) -> Option<(i64, i64)> {
    match (one, other) {
        (Some((one, days)), Some((other, same))) => (days == same).then_some((one, other)),
        (Some((one, _)), None) => Some((one, 0)),
        (None, Some((other, _))) => Some((0, other)),
        (None, None) => Some((0, 0)),
    }
}

/// Whether one length of time is longer than another, on whatever day they begin: in one unit by their numbers, else by the
/// shortest days of the one and the longest of the other.
fn longer(one: Duration, other: Duration) -> bool {
    let (one_unit, other_unit) = (in_unit(one), in_unit(other));
    if one_unit.1 == other_unit.1 {
        return one_unit.0 > other_unit.0;
    }
    let days = |duration: Duration, (month, year): (u64, u64)| {
        let one = match duration.unit {
            DurationUnit::Days => 1,
            DurationUnit::Weeks => 7,
            DurationUnit::Months => month,
            DurationUnit::Years => year,
        };
        u64::from(duration.amount) * one
    };
    days(one, (28, 365)) > days(other, (31, 366))
}

/// A week is seven days and a year twelve months, so these are counted alike.
fn in_unit(duration: Duration) -> (u64, bool) {
    let amount = u64::from(duration.amount);
    match duration.unit {
        DurationUnit::Days => (amount, true),
        DurationUnit::Weeks => (amount * 7, true),
        DurationUnit::Months => (amount, false),
        DurationUnit::Years => (amount * 12, false),
    }
}
