//! Conditions that hold a value to that same value: they hold always, or never, whatever stands in a plan.

use rust_decimal::Decimal;

use crate::model::{Amount, Comparison, Cond, Expr, Measure, Moment, MomentWord, Operand, Share};

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
