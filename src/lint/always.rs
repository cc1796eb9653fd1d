//! Demands that no plan can break by their form, or only by leaving a value out. Limits on choices stand in `offer`.

use rust_decimal::Decimal;

use crate::diagnostic::Text;
use crate::model::{Amount, Comparison, Cond, Demand, Expr, Measure, Operand, Ref, Share, Type, say_cond};

use super::itself::with_itself;
use super::kinds::Lint;
use super::{Remark, Subject, remark};

pub fn check(subject: &Subject<'_>, found: &mut Vec<Remark>) {
    for rule in &subject.model.contents().rules {
        for (number, demand) in rule.demands.iter().enumerate() {
            let Demand::Cond(cond) = demand else { continue };
            let id = if rule.conditions.contains(cond) {
                "lint-already-asked"
            } else if always(cond) {
                "lint-always"
            } else if when_filled(cond) || with_itself(cond) == Some(true) {
                "lint-only-filled"
            } else {
                continue;
            };
            let text = Text::new(id).with("rule", &rule.id).with("demand", say_cond(cond));
            found.push(remark(Lint::AlwaysMet, rule.demand_at(number), text, "lint-always-help"));
        }
    }
}

/// True of every plan.
fn always(cond: &Cond) -> bool {
    match cond {
        Cond::Compare { left: Expr::Count(_) | Expr::CountDistinct(..), that } => matches!(
            that,
            Comparison::Measure(Measure::AtLeast, Operand::Number(number, _)) if *number <= Decimal::ZERO
        ),
        Cond::Quantified { amount, .. } => nothing_asked(*amount),
        Cond::Chosen { .. } | Cond::Shared(_) | Cond::Filled { .. } | Cond::EmptyOr { .. } | Cond::Compare { .. } => {
            false
        }
    }
}

/// True of every value that can be filled in: only a plan without the value breaks it.
fn when_filled(cond: &Cond) -> bool {
    let Cond::Compare { left, that } = cond else { return false };
    match that {
        Comparison::Measure(measure, Operand::Number(number, _)) if !left.may_be_negative() => {
            match measure {
                // Numbers in a plan are never below zero, and a percentage runs to a hundred.
                Measure::AtLeast => *number <= Decimal::ZERO,
                Measure::AtMost => is_percentage(left) && *number >= Decimal::ONE_HUNDRED,
                Measure::Less => is_percentage(left) && *number > Decimal::ONE_HUNDRED,
                Measure::More | Measure::Exactly => false,
            }
        }
        Comparison::OneOf { negated: false, values } => match left {
            Expr::Ref(Ref::Path(path)) => matches!(&path.ty, Type::OneOf(words) if words.len() <= values.len()),
            _ => false,
        },
        Comparison::YesNo(_)
        | Comparison::Measure(..)
        | Comparison::Age { .. }
        | Comparison::Moment(..)
        | Comparison::OneOf { .. }
        | Comparison::Contains { .. } => false,
    }
}

fn nothing_asked(amount: Amount) -> bool {
    match amount {
        Amount::AtLeast(Share::Number(least)) => least == 0,
        Amount::AtLeast(Share::Percent(part)) => part <= Decimal::ZERO,
        Amount::AtMost(Share::Percent(part)) => part >= Decimal::ONE_HUNDRED,
        Amount::AtLeast(Share::Half)
        | Amount::AtMost(Share::Number(_) | Share::Half)
        | Amount::Exactly(_)
        | Amount::All
        | Amount::None
        | Amount::AllOrNone => false,
    }
}

pub fn is_percentage(expr: &Expr) -> bool {
    match expr {
        Expr::Ref(Ref::Path(path)) | Expr::Extreme(_, Ref::Path(path), _) => path.ty == Type::Percentage,
        Expr::Ref(_)
        | Expr::Count(_)
        | Expr::CountDistinct(..)
        | Expr::Extreme(..)
        | Expr::Sum(..)
        | Expr::Number(..)
        | Expr::Times(..)
        | Expr::Added(_) => false,
    }
}
