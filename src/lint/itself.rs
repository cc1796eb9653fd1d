//! Conditions that hold a value to that same value: they hold always, or never, whatever stands in a plan.

use rust_decimal::Decimal;

use crate::model::{Amount, Comparison, Cond, Expr, Measure, Moment, MomentWord, Operand, Set, SetSource, Share};

/// Whether a condition always holds of what is filled in, or never, as it compares something with itself; none when it does not.
pub fn with_itself(cond: &Cond) -> Option<bool> {
    match cond {
        Cond::Compare { left, that: Comparison::Measure(measure, right) } => number(left, *measure, right),
        Cond::Compare { left, that: Comparison::Moment(word, right) } => day(left, *word, right),
        Cond::Quantified { amount, demand, .. } => match (amount, with_itself(demand)?) {
            (Amount::All, holds) => Some(holds),
            (Amount::AtLeast(share) | Amount::Exactly(share), false) if *share != Share::Number(0) => Some(false),
            (Amount::AtMost(_) | Amount::None, false) => Some(true),
            (_, _) => None,
        },
        // Of what is empty it holds anyway.
        Cond::EmptyOr { that, .. } => with_itself(that).filter(|holds| *holds),
        Cond::Chosen { .. } | Cond::Shared(_) | Cond::Filled { .. } | Cond::Compare { .. } => None,
    }
}

fn number(left: &Expr, measure: Measure, right: &Operand) -> Option<bool> {
    match right {
        Operand::Expr(right) if right == left => match measure {
            Measure::AtLeast | Measure::AtMost | Measure::Exactly => Some(true),
            Measure::More | Measure::Less => Some(false),
        },
        // A part of something is never more than all of it.
        Operand::Expr(Expr::Count(whole)) => {
            let Expr::Count(part) = left else { return None };
            match measure {
                Measure::AtMost => is_part(part, whole).then_some(true),
                Measure::More => is_part(part, whole).then_some(false),
                Measure::AtLeast => is_part(whole, part).then_some(true),
                Measure::Less => is_part(whole, part).then_some(false),
                Measure::Exactly => None,
            }
        }
        Operand::HalfOf(right) if right == left && !left.may_be_negative() => {
            (measure == Measure::AtLeast).then_some(true)
        }
        Operand::PercentOf(part, right) if right == left && !left.may_be_negative() => match measure {
            Measure::AtLeast => (*part <= Decimal::ONE_HUNDRED).then_some(true),
            Measure::AtMost => (*part >= Decimal::ONE_HUNDRED).then_some(true),
            Measure::More => (*part >= Decimal::ONE_HUNDRED).then_some(false),
            Measure::Less => (*part <= Decimal::ONE_HUNDRED).then_some(false),
            Measure::Exactly => None,
        },
        Operand::Number(..) | Operand::HalfOf(_) | Operand::PercentOf(..) | Operand::Expr(_) => None,
    }
}

/// Whether a condition compares the number of a set with that of a part of it.
pub fn is_of_part(cond: &Cond) -> bool {
    matches!(
        cond,
        Cond::Compare {
            left: left @ Expr::Count(_),
            that: Comparison::Measure(_, Operand::Expr(right @ Expr::Count(_))),
        } if left != right
    )
}

/// Whether all members of a set are in another, by their form.
fn is_part(part: &Set, whole: &Set) -> bool {
    let same = part.source == whole.source
        && (whole.in_that.is_none() || part.in_that == whole.in_that)
        && whole.filters.iter().all(|filter| part.filters.contains(filter));
    same || match &part.source {
        SetSource::Group(_, inner) => is_part(inner, whole),
        SetSource::List(_)
        | SetSource::ListOfYears(..)
        | SetSource::Choices
        | SetSource::Practices
        | SetSource::Inside(..)
        | SetSource::OfPractices(_)
        | SetSource::Those { .. } => false,
    }
}

fn day(left: &Expr, word: MomentWord, right: &Moment) -> Option<bool> {
    match right {
        Moment::Expr(right) if right == left => Some(match word {
            MomentWord::NoLaterThan | MomentWord::From | MomentWord::On => true,
            MomentWord::Before | MomentWord::After => false,
        }),
        Moment::Offset { duration, after, base } if **base == Moment::Expr(left.clone()) && duration.amount > 0 => {
            Some(match word {
                MomentWord::NoLaterThan | MomentWord::Before => *after,
                MomentWord::From | MomentWord::After => !*after,
                MomentWord::On => false,
            })
        }
        Moment::Date(_)
        | Moment::Yearly { .. }
        | Moment::ReferenceDate
        | Moment::YearStart
        | Moment::YearEnd
        | Moment::Expr(_)
        | Moment::Offset { .. } => None,
    }
}
