//! A rule asks something of the day of handing in, and speaks at the accounting too: then that is the day of the accounting.

use crate::diagnostic::Text;
use crate::model::{Cond, Demand, Expr, FrameField, Ref, Regioplan, Shared};

use super::days::accounting;
use super::kinds::Lint;
use super::{Remark, remark};

pub fn check(model: &Regioplan, found: &mut Vec<Remark>) {
    for rule in model.rules.iter().filter(|rule| accounting(rule).is_none()) {
        let asks = |demand: &Demand| match demand {
            Demand::Cond(cond) => asks_day(cond),
            Demand::Choose { .. } | Demand::Evidence { .. } => false,
        };
        if rule.demands.iter().any(asks) {
            let text = Text::new("lint-handing-in").with("rule", &rule.id);
            found.push(remark(Lint::HandedInTwice, rule.span, text, "lint-handing-in-help"));
        }
    }
}

/// Whether a condition holds the day of handing in to another day.
fn asks_day(cond: &Cond) -> bool {
    match cond {
        Cond::Moment { left, .. } | Cond::Age { left, .. } => {
            matches!(left, Expr::Ref(Ref::Frame(FrameField::HandedIn)))
        }
        Cond::Shared(Shared { lines, .. }) => lines.iter().any(asks_day),
        Cond::EmptyOr { that, .. } => asks_day(that),
        Cond::Chosen { .. }
        | Cond::Quantified { .. }
        | Cond::Filled { .. }
        | Cond::YesNo { .. }
        | Cond::Measure { .. }
        | Cond::OneOf { .. }
        | Cond::Contains { .. } => false,
    }
}
