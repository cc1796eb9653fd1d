//! A rule asks something of the day of handing in, and speaks at the accounting too: then that is the day of the accounting. Or it speaks of
//! earlier years too: then it is the day on which the plan for a later year was handed in.

use crate::diagnostic::Text;
use crate::model::{
    Comparison, Cond, Demand, Expr, FrameField, Model, MomentWord, Ref, Rule, RuleScope, Shared, Standpoint,
};

use super::days::accounting;
use super::kinds::Lint;
use super::{Remark, remark, window};

pub fn check(model: Model<'_>, found: &mut Vec<Remark>) {
    let all = window::standpoints(model);
    for rule in &model.contents().rules {
        let asks = |ask: fn(&Cond) -> bool| {
            rule.demands.iter().any(|demand| match demand {
                Demand::Cond(cond) => ask(cond),
                Demand::Choose { .. } | Demand::Evidence { .. } => false,
            })
        };
        let at_accounting = accounting(rule).is_none() && asks(asks_day);
        let again = speaks_again(model, rule, &all) && asks(asks_no_later);
        let (text, help) = match (at_accounting, again) {
            (true, true) => ("lint-handing-in", "lint-handing-in-both-help"),
            (true, false) => ("lint-handing-in", "lint-handing-in-help"),
            (false, true) => ("lint-handing-in-again", "lint-handing-in-again-help"),
            (false, false) => continue,
        };
        found.push(remark(Lint::HandedInTwice, rule.span, Text::new(text).with("rule", &rule.id), help));
    }
}

/// Whether a rule is asked again of the same year in a plan for a later one.
fn speaks_again(model: Model<'_>, rule: &Rule, all: &[Standpoint]) -> bool {
    let each = matches!(rule.scope, RuleScope::Each(_)) && !rule.standing.at_accounting && !rule.whole_region;
    let is_before_last = |year: u8| model.programme().is_some_and(|one| year < one.last_year);
    each && all.iter().any(|at| is_before_last(at.year) && window::speaks(rule, *at))
}

/// Whether a plan that is handed in a year later breaks it.
fn asks_no_later(cond: &Cond) -> bool {
    match cond {
        Cond::Compare { that: Comparison::Moment(word, _), .. } => {
            matches!(word, MomentWord::NoLaterThan | MomentWord::Before | MomentWord::On) && asks_day(cond)
        }
        Cond::Shared(Shared { lines, negated: false, .. }) => lines.iter().any(asks_no_later),
        _ => false,
    }
}

/// Whether a condition holds the day of handing in to another day.
fn asks_day(cond: &Cond) -> bool {
    match cond {
        Cond::Compare { left: Expr::Ref(Ref::Frame(FrameField::HandedIn)), that } => {
            matches!(that, Comparison::Moment(..) | Comparison::Age { .. })
        }
        Cond::Shared(Shared { lines, .. }) => lines.iter().any(asks_day),
        Cond::EmptyOr { that, .. } => asks_day(that),
        Cond::Chosen { .. } | Cond::Quantified { .. } | Cond::Filled { .. } | Cond::Compare { .. } => false,
    }
}
