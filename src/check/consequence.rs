//! What follows from a case by the consequences that a rule or a refusal gives: which of them holds, and the state it names.

use crate::model::{Case, Consequence, Demand, Outcome as Consequent, Rule};

use super::answer::Answer;
use super::cond;
use super::env::Env;
use super::outcome::{Failure, NotApplicable, State};

/// The first consequence of the case whose condition holds.
pub fn following<'c>(list: &'c [Consequence], case: Case, env: &Env<'_, '_>) -> Option<&'c Consequence> {
    list.iter().filter(|found| found.case == case).find(|found| {
        found.condition.as_ref().is_none_or(|condition| cond::answer(condition, &env.plainly()) == Answer::Yes)
    })
}

/// The state that a consequence names, at this time.
pub fn state(outcome: &Consequent, env: &Env<'_, '_>) -> State {
    match outcome {
        Consequent::Violation => State::Violated,
        Consequent::Warning => State::Warned { violation_from: None },
        Consequent::Review(by) => State::Review(by.clone()),
        Consequent::NotVerifiable => State::NotVerifiable { reported: false },
        Consequent::Fine => State::Met,
        Consequent::Later if lies_behind(env) => State::NotApplicable(NotApplicable::AccountedEarlier),
        Consequent::Later if env.now.accounting => State::Violated,
        Consequent::Later => State::Pending,
    }
}

/// Whether the year in hand was accounted for before this plan.
pub fn lies_behind(env: &Env<'_, '_>) -> bool {
    match (env.year, env.plan.frame.year) {
        (Some(year), Some((own, _))) => year < own,
        _ => false,
    }
}

/// What is known is enough to decide, though something is missing: the value that a demand asks, and that the
/// condition of the consequence looked at.
pub fn decided(rule: &Rule, found: &Consequence, env: &Env<'_, '_>) -> Option<Failure> {
    let condition = found.condition.as_ref().filter(|_| found.case == Case::Missing)?;
    let asked = cond::looks_at(condition)?;
    let asks = |demand: &Demand| match demand {
        Demand::Cond(cond) => cond::looks_at(cond) == Some(asked),
        Demand::Choose { .. } | Demand::Evidence { .. } => false,
    };
    let demand = rule.demands.iter().position(asks)?;
    Some(Failure::Cond { demand, seen: Some(cond::looked_at(condition, env)?) })
}
