//! Changes in a condition, and in the sets and expressions inside it.

use rust_decimal::Decimal;

use crate::model::{
    Amount, Comparison, Cond, Expr, Extreme, Measure, Operand, PastYears, Set, SetSource, Shared, Sign, Unit, say_set,
};

use super::vary::{Variant, in_one, without};
use super::vary_choice as choice;
use super::vary_time as time;

/// The condition with one small change.
pub fn cond(found: &Cond) -> Vec<Variant<Cond>> {
    match found {
        Cond::Chosen { amount, selector } => {
            let amounts = choice::amount(*amount).into_iter();
            let amounts = amounts.map(|v| v.map(|amount| Cond::Chosen { amount, selector: selector.clone() }));
            let selectors = choice::selector(selector).into_iter();
            amounts.chain(selectors.map(|v| v.map(|selector| Cond::Chosen { amount: *amount, selector }))).collect()
        }
        Cond::Quantified { amount, set, demand } => quantified(*amount, set, demand),
        Cond::Filled { target, negated } => {
            vec![Variant::other(Cond::Filled { target: target.clone(), negated: !negated })]
        }
        Cond::EmptyOr { target, that } => {
            let make = |that| Cond::EmptyOr { target: target.clone(), that: Box::new(that) };
            let empty = Cond::Filled { target: target.clone(), negated: true };
            let parts = [Variant::other(empty), Variant::other(that.as_ref().clone())];
            cond(that).into_iter().map(|v| v.map(make)).chain(parts).collect()
        }
        Cond::Compare { left, that } => {
            let (first, rest) = comparison(left, that);
            let made = |v: Variant<Comparison>| v.map(|that| Cond::Compare { left: left.clone(), that });
            let lefts = expr(left).into_iter().map(|v| v.map(|left| Cond::Compare { left, that: that.clone() }));
            first.into_iter().map(made).chain(lefts).chain(rest.into_iter().map(made)).collect()
        }
        Cond::Shared(found) => shared(found),
    }
}

/// Changes that come before those of the value itself, and those that come behind them.
type Around<T> = (Vec<Variant<T>>, Vec<Variant<T>>);

/// What is asked of a value, with one small change.
fn comparison(left: &Expr, that: &Comparison) -> Around<Comparison> {
    match that {
        Comparison::YesNo(value) => (Vec::new(), vec![Variant::other(Comparison::YesNo(!value))]),
        Comparison::Measure(measure, right) => measured(left, *measure, right),
        Comparison::Age { at_most, duration, on } => {
            let make = |at_most: bool, duration| Comparison::Age { at_most, duration, on: on.clone() };
            let mut all: Vec<_> =
                time::duration(*duration).into_iter().map(|v| v.map(|duration| make(*at_most, duration))).collect();
            all.push(Variant::other(make(!at_most, *duration)));
            // Without its own day it is asked on the reference date.
            let bare = || Comparison::Age { at_most: *at_most, duration: *duration, on: None };
            (all, on.iter().map(|_| Variant::other(bare())).collect())
        }
        Comparison::Moment(word, right) => {
            let words = time::comparison(left, *word, right).into_iter();
            (words.map(|v| v.map(|(word, right)| Comparison::Moment(word, right))).collect(), Vec::new())
        }
        Comparison::OneOf { negated, values } => {
            let make = |negated: bool, values| Comparison::OneOf { negated, values };
            let fewer = choice::fewer(values).into_iter().map(|v| v.map(|values| make(*negated, values)));
            (fewer.chain([Variant::other(make(!negated, values.clone()))]).collect(), Vec::new())
        }
        Comparison::Contains { negated, words } => {
            let make = |negated: bool, words| Comparison::Contains { negated, words };
            let fewer = choice::fewer(words).into_iter().map(|v| v.map(|words| make(*negated, words)));
            (fewer.chain([Variant::other(make(!negated, words.clone()))]).collect(), Vec::new())
        }
    }
}

/// What holds where the condition does not; none where no single change says so.
pub fn opposite(found: &Cond) -> Option<Cond> {
    match found {
        Cond::Chosen { amount, selector } if !selector.each => {
            Some(Cond::Chosen { amount: choice::opposite(*amount)?, selector: selector.clone() })
        }
        Cond::Quantified { amount, set, demand } => {
            Some(Cond::Quantified { amount: choice::opposite(*amount)?, set: set.clone(), demand: demand.clone() })
        }
        Cond::Compare { left, that } => Some(Cond::Compare { left: left.clone(), that: turned(that)? }),
        // Turning these round is one of their own changes.
        Cond::Chosen { .. } | Cond::Shared(_) | Cond::Filled { .. } | Cond::EmptyOr { .. } => None,
    }
}

fn turned(that: &Comparison) -> Option<Comparison> {
    match that {
        Comparison::Measure(measure, right) => {
            let measure = match measure {
                Measure::AtLeast => Measure::Less,
                Measure::AtMost => Measure::More,
                Measure::More => Measure::AtMost,
                Measure::Less => Measure::AtLeast,
                Measure::Exactly => return None,
            };
            Some(Comparison::Measure(measure, right.clone()))
        }
        Comparison::Moment(word, right) => Some(Comparison::Moment(time::opposite(*word)?, right.clone())),
        // Turning these round is one of their own changes.
        Comparison::YesNo(_) | Comparison::Age { .. } | Comparison::OneOf { .. } | Comparison::Contains { .. } => None,
    }
}

/// A named condition the other way round, with one line instead of all, with a line less, or with a change in one.
fn shared(found: &Shared) -> Vec<Variant<Cond>> {
    let made = |shared: Shared| Cond::Shared(shared);
    let mut all = vec![Variant::other(made(Shared { negated: !found.negated, ..found.clone() }))];
    let with = |lines: Vec<Cond>| Cond::Shared(Shared { lines, ..found.clone() });
    if found.lines.len() > 1 {
        all.push(Variant::other(made(Shared { any: !found.any, ..found.clone() })));
        all.extend((0..found.lines.len()).map(|at| Variant::other(with(without(&found.lines, at)))));
    }
    all.extend(in_one(&found.lines, changed_or_opposite).into_iter().map(|v| v.map(with)));
    all
}

fn quantified(amount: Amount, found: &Set, demand: &Cond) -> Vec<Variant<Cond>> {
    let make = |amount: Amount, set: Set, demand: Cond| Cond::Quantified { amount, set, demand: Box::new(demand) };
    let amounts = choice::amount(amount).into_iter().map(|v| v.map(|one| make(one, found.clone(), demand.clone())));
    let sets = set(found).into_iter().map(|v| v.map(|one| make(amount, one, demand.clone())));
    let demands = cond(demand).into_iter().map(|v| v.map(|one| make(amount, found.clone(), one)));
    amounts.chain(sets).chain(demands).collect()
}

fn measured(left: &Expr, measure: Measure, right: &Operand) -> Around<Comparison> {
    let rights = operand(right).into_iter().map(|v| v.map(|one| Comparison::Measure(measure, one))).collect();
    let turned = match measure {
        Measure::AtLeast => vec![Measure::AtMost],
        Measure::AtMost => vec![Measure::AtLeast],
        // No number lies below zero.
        Measure::Exactly
            if !left.may_be_negative() && matches!(right, Operand::Number(number, _) if number.is_zero()) =>
        {
            vec![Measure::AtLeast]
        }
        Measure::Exactly => vec![Measure::AtLeast, Measure::AtMost],
        Measure::More => vec![Measure::Less],
        Measure::Less => vec![Measure::More],
    };
    let make = |one| Comparison::Measure(one, right.clone());
    let mut rest: Vec<_> = turned.into_iter().map(|one| Variant::other(make(one))).collect();
    // Beside another value there is no number to make one more: the boundary itself goes in or out.
    if !matches!(right, Operand::Number(..)) {
        let strict = match measure {
            Measure::AtLeast => Some(Measure::More),
            Measure::AtMost => Some(Measure::Less),
            Measure::More => Some(Measure::AtLeast),
            Measure::Less => Some(Measure::AtMost),
            Measure::Exactly => None,
        };
        rest.extend(strict.map(|one| Variant::limit(make(one))));
    }
    (rights, rest)
}

fn operand(found: &Operand) -> Vec<Variant<Operand>> {
    match found {
        Operand::Number(number, unit) => {
            let near = [*number - Decimal::ONE, *number + Decimal::ONE].into_iter();
            // Numbers in plans are never negative, and no percentage is above 100.
            let most = if *unit == Unit::Percent { Decimal::ONE_HUNDRED } else { Decimal::MAX };
            let sound = near.filter(|near| *near >= Decimal::ZERO && *near <= most);
            sound.map(|near| Variant::limit(Operand::Number(near, *unit))).collect()
        }
        Operand::HalfOf(whole) => expr(whole).into_iter().map(|v| v.map(Operand::HalfOf)).collect(),
        Operand::PercentOf(part, whole) => {
            let near = [*part - Decimal::ONE, *part + Decimal::ONE].into_iter();
            let parts = near.map(|part| Variant::limit(Operand::PercentOf(part, whole.clone())));
            parts.chain(expr(whole).into_iter().map(|v| v.map(|whole| Operand::PercentOf(*part, whole)))).collect()
        }
        Operand::Expr(found) => expr(found).into_iter().map(|v| v.map(Operand::Expr)).collect(),
    }
}

/// One less and one more; numbers in a regioplan are never below zero.
fn near(number: Decimal) -> impl Iterator<Item = Decimal> {
    [number - Decimal::ONE, number + Decimal::ONE].into_iter().filter(|near| *near >= Decimal::ZERO)
}

fn expr(found: &Expr) -> Vec<Variant<Expr>> {
    let inside = |inner: &Set, make: &dyn Fn(Box<Set>) -> Expr| {
        set(inner).into_iter().map(|v| v.map(|set| make(Box::new(set)))).collect::<Vec<_>>()
    };
    match found {
        Expr::Ref(_) => Vec::new(),
        Expr::Number(number, unit) => near(*number).map(|number| Variant::limit(Expr::Number(number, *unit))).collect(),
        Expr::Times(factor, unit, of) => {
            let factors = near(*factor).map(|factor| Variant::limit(Expr::Times(factor, *unit, of.clone())));
            let inner = expr(of).into_iter().map(|v| v.map(|of| Expr::Times(*factor, *unit, Box::new(of))));
            factors.chain(inner).collect()
        }
        Expr::Added(parts) => {
            let mut all = Vec::new();
            for (at, (sign, part)) in parts.iter().enumerate() {
                let with = |sign: Sign, part: Expr| {
                    let mut parts = parts.clone();
                    parts.splice(at..=at, [(sign, part)]);
                    Expr::Added(parts)
                };
                all.extend(expr(part).into_iter().map(|v| v.map(|part| with(*sign, part))));
                if at > 0 {
                    let other = if *sign == Sign::Plus { Sign::Minus } else { Sign::Plus };
                    all.push(Variant::other(with(other, part.clone())));
                    all.push(Variant::other(Expr::Added(without(parts, at))));
                }
            }
            all
        }
        Expr::Count(inner) => inside(inner, &Expr::Count),
        Expr::CountDistinct(field, inner) => {
            let mut all = inside(inner, &|set| Expr::CountDistinct(field.clone(), set));
            all.push(Variant::other(Expr::Count(inner.clone())));
            all
        }
        Expr::Extreme(which, field, inner) => {
            let mut all = inside(inner, &|set| Expr::Extreme(*which, field.clone(), set));
            let other = match which {
                Extreme::Earliest => Extreme::Latest,
                Extreme::Latest => Extreme::Earliest,
                Extreme::Lowest => Extreme::Highest,
                Extreme::Highest => Extreme::Lowest,
            };
            all.push(Variant::other(Expr::Extreme(other, field.clone(), inner.clone())));
            all
        }
        Expr::Sum(field, inner) => inside(inner, &|set| Expr::Sum(field.clone(), set)),
    }
}

/// The set with a filter less, or with a change in one.
pub fn set(found: &Set) -> Vec<Variant<Set>> {
    let with = |filters: Vec<Cond>| Set { filters, ..found.clone() };
    let gone = (0..found.filters.len()).map(|at| Variant::other(with(without(&found.filters, at))));
    let changed = in_one(&found.filters, changed_or_opposite).into_iter().map(|v| v.map(with));
    let always = found.in_that.map(|_| Variant::other(Set { in_that: None, ..found.clone() }));
    let inner = match &found.source {
        SetSource::List(_) | SetSource::Choices | SetSource::Practices | SetSource::Those { .. } => Vec::new(),
        source @ SetSource::ListOfYears(..) => {
            let sources = other_years(source).into_iter();
            sources.map(|source| Variant::other(Set { source, ..found.clone() })).collect()
        }
        // A rule names a group only; who belongs to it stands at the group.
        SetSource::Group(index, inner) => {
            let make = |set: Set| Set { source: SetSource::Group(*index, Box::new(set)), ..found.clone() };
            let said = |v: Variant<Set>| {
                let after = say_set(&v.value);
                v.map(make).saying(say_set(inner), after)
            };
            set(inner).into_iter().map(said).collect()
        }
        SetSource::Inside(outer, list) => {
            let make = |set: Set| Set { source: SetSource::Inside(Box::new(set), list.clone()), ..found.clone() };
            set(outer).into_iter().map(|v| v.map(make)).collect()
        }
        SetSource::OfPractices(inner) => {
            let make = |set: Set| Set { source: SetSource::OfPractices(Box::new(set)), ..found.clone() };
            set(inner).into_iter().map(|v| v.map(make)).collect()
        }
    };
    gone.chain(changed).chain(always).chain(inner).collect()
}

/// A list of past years in the other years that it could be of.
pub fn other_years(source: &SetSource) -> Vec<SetSource> {
    let SetSource::ListOfYears(list, years) = source else { return Vec::new() };
    let other = match years {
        PastYears::Earlier => PastYears::ThisOrEarlier,
        PastYears::ThisOrEarlier => PastYears::Earlier,
    };
    vec![SetSource::ListOfYears(list.clone(), other), SetSource::List(list.clone())]
}

/// The changes of a condition that says when or what counts, its opposite among them.
pub fn changed_or_opposite(found: &Cond) -> Vec<Variant<Cond>> {
    cond(found).into_iter().chain(opposite(found).map(Variant::other)).collect()
}
