//! Demands that no plan can break by their form, or only by leaving a value out. Limits on choices stand in `offer`.

use rust_decimal::Decimal;

use crate::diagnostic::Text;
use crate::model::{
    Amount, Comparison, Cond, Demand, Expr, Measure, Operand, Ref, Set, SetSource, Share, Type, say_cond,
};

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
            } else if holds_when_filled(cond) {
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
        // What can be wrong with it is only that it is empty, and then it holds too.
        Cond::EmptyOr { target, that } => looks_at(that) == Some(target) && holds_when_filled(that),
        Cond::Compare { left: Expr::Count(_) | Expr::CountDistinct(..), that } => matches!(
            that,
            Comparison::Measure(Measure::AtLeast, Operand::Number(number, _)) if *number <= Decimal::ZERO
        ),
        Cond::Quantified { amount, .. } => nothing_asked(*amount),
        Cond::Chosen { .. } | Cond::Shared(_) | Cond::Filled { .. } | Cond::Compare { .. } => false,
    }
}

/// The one field that a condition looks at, when it looks at nothing else.
fn looks_at(cond: &Cond) -> Option<&Ref> {
    match cond {
        Cond::Compare {
            left: Expr::Ref(left),
            that: Comparison::Measure(_, Operand::Number(..)) | Comparison::OneOf { .. },
        } => Some(left),
        Cond::Compare { .. }
        | Cond::Chosen { .. }
        | Cond::Shared(_)
        | Cond::Quantified { .. }
        | Cond::Filled { .. }
        | Cond::EmptyOr { .. } => None,
    }
}

fn holds_when_filled(cond: &Cond) -> bool {
    when_filled(cond) || with_itself(cond) == Some(true)
}

/// True of every value that can be filled in: only a plan without the value breaks it.
fn when_filled(cond: &Cond) -> bool {
    let (left, that) = match cond {
        Cond::Compare { left, that } => (left, that),
        // Who is asked answers it by being asked.
        Cond::Quantified { amount: Amount::All, set, demand } => return is_filter(demand, set),
        Cond::Chosen { .. }
        | Cond::Shared(_)
        | Cond::Quantified { .. }
        | Cond::Filled { .. }
        | Cond::EmptyOr { .. } => return false,
    };
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

/// Whether a set holds only what answers a condition.
fn is_filter(cond: &Cond, set: &Set) -> bool {
    let within = match &set.source {
        SetSource::Group(_, inner) => is_filter(cond, inner),
        SetSource::List(_)
        | SetSource::ListOfYears(..)
        | SetSource::Choices
        | SetSource::Practices
        | SetSource::Inside(..)
        | SetSource::OfPractices(_)
        | SetSource::Those { .. } => false,
    };
    set.filters.contains(cond) || within
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
