//! The answer to a condition in an environment.

use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model::{Cond, Demand, Expr, Extreme, FrameField, Literal, Measure, Moment, MomentWord, Operand, Ref, Set};
use crate::source::Span;

use super::answer::Answer;
use super::choices;
use super::env::{Env, Val, unreadable};
use super::outcome::{Gap, GapKind, Seen, Shown};
use super::sets::{self, Item};

/// A value with its place, or what is missing.
type Got<'a> = Result<(Val<'a>, Span), Vec<Gap>>;

/// Answers a condition.
pub fn answer(cond: &Cond, env: &Env<'_, '_>) -> Answer {
    match cond {
        Cond::Chosen { amount, selector } => choices::condition(*amount, selector, env),
        Cond::Quantified { amount, set, demand } => sets::quantified(*amount, set, demand, env, false),
        Cond::Filled { target, negated } => filled(target, *negated, env),
        Cond::YesNo { left, value } => compare(left, env, |found| match found {
            Val::YesNo(found) => Some(found == *value),
            _ => None,
        }),
        Cond::Measure { left, measure, right } => measured(left, *measure, right, env),
        Cond::Age { left, at_most, duration, on } => {
            let on = match on {
                Some(on) => match moment(on, env) {
                    Ok(date) => date,
                    Err(gaps) => return Answer::Unknown(gaps),
                },
                None => env.now.reference,
            };
            let limit = duration.from(on, false);
            compare(left, env, |found| day(found).map(|date| if *at_most { date >= limit } else { date <= limit }))
        }
        Cond::Moment { left, word, right } => {
            let limit = match moment(right, env) {
                Ok(date) => date,
                Err(gaps) => return Answer::Unknown(gaps),
            };
            let answer = compare(left, env, |found| day(found).map(|date| on_time(*word, date, limit)));
            match answer {
                Answer::No(Some(seen)) => Answer::No(Some(Seen { limit: told(right, limit), ..seen })),
                answer => answer,
            }
        }
        Cond::OneOf { left, negated, values } => compare(left, env, |found| {
            values
                .iter()
                .map(|value| equal(found, value))
                .try_fold(false, |any, same| Some(any || same?))
                .map(|any| any != *negated)
        }),
    }
}

/// A day that is not written in the rule itself.
fn told(moment: &Moment, day: Date) -> Option<Date> {
    (!matches!(moment, Moment::Date(_))).then_some(day)
}

/// What stands where a condition looks.
pub fn looked_at(cond: &Cond, env: &Env<'_, '_>) -> Option<Seen> {
    let left = looks_at(cond)?;
    let limit = match cond {
        Cond::Moment { right, .. } => moment(right, env).ok().and_then(|day| told(right, day)),
        _ => None,
    };
    let (found, span) = value(left, env).ok()?;
    Some(Seen { limit, ..Seen::new(span, shown(&found, left, env)?) })
}

/// The value that a condition looks at, when it looks at one.
pub fn looks_at(cond: &Cond) -> Option<&Expr> {
    match cond {
        Cond::Moment { left, .. }
        | Cond::Measure { left, .. }
        | Cond::Age { left, .. }
        | Cond::OneOf { left, .. }
        | Cond::YesNo { left, .. } => Some(left),
        Cond::Chosen { .. } | Cond::Quantified { .. } | Cond::Filled { .. } => None,
    }
}

fn on_time(word: MomentWord, date: Date, limit: Date) -> bool {
    match word {
        MomentWord::NoLaterThan => date <= limit,
        MomentWord::From => date >= limit,
        MomentWord::Before => date < limit,
        MomentWord::After => date > limit,
        MomentWord::On => date == limit,
    }
}

/// Asks a value; what is not of the expected type was refused when the regioplan was loaded.
fn compare(left: &Expr, env: &Env<'_, '_>, holds: impl FnOnce(Val<'_>) -> Option<bool>) -> Answer {
    match value(left, env) {
        Ok((found, span)) => match holds(found) {
            Some(holds) => Answer::of(holds, || {
                if env.plainly { None } else { shown(&found, left, env).map(|shown| Seen::new(span, shown)) }
            }),
            None => Answer::gap(unreadable(span)),
        },
        Err(gaps) => Answer::Unknown(gaps),
    }
}

pub fn shown(found: &Val<'_>, left: &Expr, env: &Env<'_, '_>) -> Option<Shown> {
    if let (Val::Option(index), Expr::Ref(Ref::Path(path))) = (found, left)
        && let crate::model::Type::OneOf(options) = &path.ty
    {
        return options.get(*index).map(|option| Shown::Text(option.clone()));
    }
    found.shown(env.model)
}

fn filled(target: &Ref, negated: bool, env: &Env<'_, '_>) -> Answer {
    match env.get(target) {
        Ok((Val::List([]), _)) => Answer::of(negated, || None),
        Ok((_, span)) => Answer::of(!negated, || Some(Seen::new(span, Shown::Filled(true)))),
        // Asked whether it is filled in, an empty field is a plain no.
        Err(Gap { kind: GapKind::Field(_), place, .. }) => {
            Answer::of(negated, || Some(Seen::new(place, Shown::Filled(false))))
        }
        Err(gap) => Answer::gap(gap),
    }
}

fn equal(found: Val<'_>, literal: &Literal) -> Option<bool> {
    Some(match (found, literal) {
        (Val::Option(index), Literal::Option(wanted, _)) => index == *wanted,
        (Val::Kind(kind), Literal::Kind(wanted)) => kind == *wanted,
        (Val::Intervention(id), Literal::Intervention(wanted, _)) => id == *wanted,
        (Val::Element(index), Literal::Element(wanted, _)) => index == *wanted,
        (Val::Text(text), Literal::Text(wanted)) => text.trim().to_lowercase() == wanted.trim().to_lowercase(),
        (Val::Quarter(quarter), Literal::Quarter(wanted)) => quarter == *wanted,
        (Val::Date(date), Literal::Date(wanted)) => date == *wanted,
        _ => return None,
    })
}

fn day(found: Val<'_>) -> Option<Date> {
    match found {
        Val::Date(date) => Some(date),
        Val::Quarter(quarter) => Some(quarter.first_day()),
        _ => None,
    }
}

fn measured(left: &Expr, measure: Measure, right: &Operand, env: &Env<'_, '_>) -> Answer {
    // Both sides are multiplied rather than divided, so that nothing is rounded.
    let (factor, bound) = match right {
        Operand::Number(number, _) => (Decimal::ONE, Ok(*number)),
        Operand::HalfOf(expr) => (Decimal::TWO, number(expr, env)),
        Operand::PercentOf(part, expr) => (Decimal::ONE_HUNDRED, number(expr, env).map(|whole| whole * *part)),
        Operand::Expr(expr) => (Decimal::ONE, number(expr, env)),
    };
    match bound {
        Ok(bound) => compare(left, env, |found| match found {
            Val::Number(number) => {
                let number = number * factor;
                Some(match measure {
                    Measure::AtLeast => number >= bound,
                    Measure::AtMost => number <= bound,
                    Measure::Exactly => number == bound,
                    Measure::More => number > bound,
                    Measure::Less => number < bound,
                })
            }
            _ => None,
        }),
        Err(gaps) => Answer::Unknown(gaps),
    }
}

pub fn number(expr: &Expr, env: &Env<'_, '_>) -> Result<Decimal, Vec<Gap>> {
    match value(expr, env)? {
        (Val::Number(number), _) => Ok(number),
        (_, span) => Err(vec![unreadable(span)]),
    }
}

/// The last day for handing in, when a demand sets one.
pub fn limit_on_handing_in(demand: &Demand, env: &Env<'_, '_>) -> Option<Date> {
    let Demand::Cond(Cond::Moment { left: Expr::Ref(Ref::Frame(FrameField::HandedIn)), word, right }) = demand else {
        return None;
    };
    let limit = moment(right, env).ok()?;
    match word {
        MomentWord::NoLaterThan | MomentWord::On => Some(limit),
        MomentWord::Before => limit.yesterday().ok(),
        MomentWord::From | MomentWord::After => None,
    }
}

/// The value of an expression.
fn value<'a>(expr: &Expr, env: &Env<'_, 'a>) -> Got<'a> {
    match expr {
        Expr::Ref(target) => env.get(target).map_err(|gap| vec![gap]),
        Expr::Count(set) => {
            let (count, gaps) = sets::count(set, env).map_err(|gap| vec![gap])?;
            if count.unsure > 0 {
                return Err(gaps);
            }
            Ok((Val::Number(Decimal::from(count.sure)), list_place(set, env)))
        }
        Expr::CountDistinct(field, set) => {
            let values = each(field, set, env)?;
            let mut distinct: Vec<String> = values
                .iter()
                .map(|(found, _)| format!("{:?}", found.shown(env.model).unwrap_or(Shown::Text(format!("{found:?}")))))
                .collect();
            distinct.sort();
            distinct.dedup();
            Ok((Val::Number(Decimal::from(distinct.len())), list_place(set, env)))
        }
        Expr::Extreme(extreme, field, set) => {
            let values = each(field, set, env)?;
            let best = pick(*extreme, &values);
            best.ok_or_else(|| {
                let words = if let Ref::Path(path) = field { Arc::clone(&path.words) } else { (*set.words).into() };
                vec![Gap::new(GapKind::Field(words), list_place(set, env))]
            })
        }
        Expr::Sum(field, set) => {
            let mut sum = Decimal::ZERO;
            for (found, span) in each(field, set, env)? {
                let Val::Number(number) = found else { return Err(vec![unreadable(span)]) };
                sum = sum.saturating_add(number);
            }
            Ok((Val::Number(sum), list_place(set, env)))
        }
    }
}

/// The earliest, latest, lowest or highest; the first of equals.
fn pick<'a>(extreme: Extreme, values: &[(Val<'a>, Span)]) -> Option<(Val<'a>, Span)> {
    let key = |found: &Val<'_>| -> (Date, Decimal) {
        match found {
            Val::Number(number) => (Date::ZERO, *number),
            other => (day(*other).unwrap_or(Date::ZERO), Decimal::ZERO),
        }
    };
    match extreme {
        Extreme::Earliest | Extreme::Lowest => values.iter().min_by_key(|(found, _)| key(found)).copied(),
        Extreme::Latest | Extreme::Highest => values.iter().rev().max_by_key(|(found, _)| key(found)).copied(),
    }
}

/// The values of a field of every member; an error when one of them lacks it.
fn each<'a>(field: &Ref, set: &Set, env: &Env<'_, 'a>) -> Result<Vec<(Val<'a>, Span)>, Vec<Gap>> {
    let found = sets::members(set, env).map_err(|gap| vec![gap])?;
    if !found.unsure.is_empty() {
        return Err(found.gaps());
    }
    let mut values = Vec::with_capacity(found.sure.len());
    let mut gaps = Vec::new();
    for item in found.sure {
        match item.within(env, |inner| inner.get(field)) {
            Ok(value) => values.push(value),
            Err(gap) => gaps.push(gap.of(item.at().map(|at| at.practice))),
        }
    }
    if gaps.is_empty() { Ok(values) } else { Err(gaps) }
}

/// Where to point for a set: its list, or what holds it.
fn list_place(set: &Set, env: &Env<'_, '_>) -> Span {
    match sets::members(set, env) {
        Ok(found) => match (found.sure.first(), found.sure.last()) {
            (Some(Item::Entry(first)), Some(Item::Entry(last))) => first.key.to(last.span),
            _ => env.place(),
        },
        Err(_) => env.place(),
    }
}

/// The date of a moment.
fn moment(moment: &Moment, env: &Env<'_, '_>) -> Result<Date, Vec<Gap>> {
    let standpoint = || env.year.and_then(|year| env.standpoint(year)).ok_or_else(|| vec![unreadable(env.place())]);
    match moment {
        Moment::Date(date) => Ok(*date),
        Moment::ReferenceDate => Ok(env.now.reference),
        Moment::YearStart => standpoint().map(|at| at.first),
        Moment::YearEnd => standpoint().map(|at| at.last),
        Moment::Yearly { month, day } => {
            let year = sets::calendar_year(env, standpoint()?.first);
            Ok(Date::new(year, *month, *day).or_else(|_| Date::new(year, *month, 28)).unwrap_or(Date::MAX))
        }
        Moment::Expr(expr) => {
            let (found, span) = value(expr, env)?;
            day(found).ok_or_else(|| vec![unreadable(span)])
        }
        Moment::Offset { duration, after, base } => self::moment(base, env).map(|date| duration.from(date, *after)),
    }
}
