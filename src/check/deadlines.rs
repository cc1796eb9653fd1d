//! The last days that rules set: for handing in a plan, and for what must have happened.
//!
//! In: a plan and a year. Out: rules, by number, with the last day on which what they ask is in time. A day is read from what a
//! rule asks (`is uiterlijk …`), by the evaluator; nothing is said of a day that the plan does not decide.

use jiff::civil::Date;

use crate::model::{
    Amount, Case, Contents, Domain, Formula, FrameField, Meaning, Order, Outcome, Ref, Regioplan, RuleId, RuleScope,
    Share, Term,
};
use crate::plan::Plan;
use crate::value::Value;

use super::Circumstances;
use super::answer::Answer;
use super::consequence::{Following, following};
use super::env::{Env, PlanBy, Scope};
use super::eval::{self, Reading};
use super::judge;
use super::members::members;
use super::outcome::{State, Verdict};
use super::region::{Region, check_region_rule};

/// The days on which plans of a year must be in, as rules of the regioplan say: `ingediend is uiterlijk …`.
#[must_use]
pub fn due_dates(model: &Regioplan, plan: &Plan, year: u8, now: &Circumstances) -> Vec<(RuleId, Date)> {
    let day = |demand: &Formula, env: &Env<'_, '_>| match demand {
        Formula::Compare { left: Term::Ref(Ref::Frame(FrameField::HandedIn)), order, right, .. } => {
            last_day(*order, right, env, Value::day)
        }
        Formula::All(_)
        | Formula::Any(_)
        | Formula::Not(_)
        | Formula::Filled(_)
        | Formula::HasTakenPlace { .. }
        | Formula::OneOf(..)
        | Formula::Contains(..)
        | Formula::Compare { .. }
        | Formula::Count { .. }
        | Formula::Chosen(..)
        | Formula::Offered
        | Formula::StillOffered
        | Formula::InYear(..) => None,
    };
    let days = |meaning: &Meaning, env: &Env<'_, '_>| meaning.demands.iter().filter_map(|one| day(one, env)).collect();
    of_rules(model, plan, year, now, days)
}

/// The last day for what each rule asks in a year and is not done yet, the first of its days.
#[must_use]
pub fn deadlines(model: &Regioplan, plan: &Plan, year: u8, now: &Circumstances) -> Vec<(RuleId, Date)> {
    of_rules(model, plan, year, now, open_days)
}

/// The first day on which something must be done that a rule asks and that is not done yet.
pub fn open_day(meaning: &Meaning, env: &Env<'_, '_>) -> Option<Date> {
    open_days(meaning, env).into_iter().min()
}

/// The days on which something must be done that a rule asks and that is not done yet, of each member that it looks at.
fn open_days(meaning: &Meaning, env: &Env<'_, '_>) -> Vec<Date> {
    let days = |env: &Env<'_, '_>| meaning.demands.iter().filter_map(|demand| of_open(demand, env)).collect::<Vec<_>>();
    match &meaning.for_each {
        Some(for_each) if for_each.same.is_none() => of_members(&for_each.of, env, days),
        Some(_) | None => days(env),
    }
}

fn of_members(of: &Domain, env: &Env<'_, '_>, days: impl Fn(&Env<'_, '_>) -> Vec<Date>) -> Vec<Date> {
    let found = members(of, env);
    let all = found.sure.into_iter().chain(found.unsure.into_iter().map(|(member, _)| member));
    all.flat_map(|member| member.within(env, &days)).collect()
}

/// The last day for a formula, as long as it does not hold.
fn of_open(formula: &Formula, env: &Env<'_, '_>) -> Option<Date> {
    (eval::answer(formula, env) != Answer::Yes).then(|| of_formula(formula, env)).flatten()
}

fn of_rules(
    regioplan: &Regioplan,
    plan: &Plan,
    year: u8,
    now: &Circumstances,
    days: impl Fn(&Meaning, &Env<'_, '_>) -> Vec<Date>,
) -> Vec<(RuleId, Date)> {
    let model = &regioplan.contents;
    let env = Env::of_plan(model, PlanBy { plan, regioplan }, now).in_year(year);
    let mut due = Vec::new();
    for ((index, rule), meaning) in model.rules.pairs().zip(&model.program.rules) {
        let of_year = matches!(rule.scope, RuleScope::OwnYear(_) | RuleScope::Each(_) | RuleScope::Once);
        if !rule.whole_region && of_year && judge::applies(index, rule, &env) == Answer::Yes {
            let days = days(meaning, &env);
            due.extend(days.into_iter().filter(|_| is_hard(meaning, &env)).map(|day| (index, day)));
        }
    }
    due
}

/// The last day for what each rule asks of the region itself, as long as that is open: in the calendar year in hand, or in the first
/// one after it in which the rule speaks, as long as the rules are in force.
#[must_use]
pub fn region_deadlines(
    model: &Contents,
    until: Date,
    region: &Region<'_>,
    now: &Circumstances,
) -> Vec<(RuleId, Date)> {
    let last = until.year().max(region.calendar_year).saturating_add(1);
    let one = |index: RuleId| {
        let mut years = (region.calendar_year..=last).map(|calendar_year| Region { calendar_year, ..*region });
        let region = years.find(|region| speaks(model, region, now, index))?;
        Some((index, own_day(model, &region, now, index)?))
    };
    model.rules.ids().filter_map(one).collect()
}

/// Whether a rule over the region speaks in its calendar year. Where it is not known yet whether something is asked, it may be.
fn speaks(model: &Contents, region: &Region<'_>, now: &Circumstances, index: RuleId) -> bool {
    let rule = model.rules.get(index);
    let view = region.view(matches!(rule.scope, RuleScope::Once));
    rule.whole_region
        && judge::applies_to_region(index, rule, &Env::new(model, now, Scope::Region(&view))) != Answer::No
}

/// The last day by a rule over the region, as long as what it asks is open.
fn own_day(model: &Contents, region: &Region<'_>, now: &Circumstances, index: RuleId) -> Option<Date> {
    let (rule, meaning) = (model.rules.get(index), model.program.rules.get(index));
    let view = region.view(matches!(rule.scope, RuleScope::Once));
    let env = Env::new(model, now, Scope::Region(&view));
    let verdicts = check_region_rule(model, region, now, index);
    let is_open = |verdict: &Verdict| !matches!(verdict.state, State::Met | State::Review(_) | State::NotApplicable(_));
    // What holds and is due later all the same is planned, and not done.
    let planned = || {
        let waits = verdicts.iter().any(|verdict| verdict.state == State::Pending);
        let days = meaning.demands.iter().filter_map(|demand| named(demand, &env));
        waits.then(|| days.min()).flatten()
    };
    let day = open_day(meaning, &env).or_else(planned)?;
    (is_hard(meaning, &env) && verdicts.iter().any(is_open)).then_some(day)
}

/// The last day that a formula names, also where it holds already.
fn named(formula: &Formula, env: &Env<'_, '_>) -> Option<Date> {
    match formula {
        Formula::All(parts) => parts.iter().filter_map(|part| named(part, env)).min(),
        other => of_formula(other, env),
    }
}

/// Whether who is later than a day breaks the rule: where the rule says that a person judges this case, or that it is in order, there is
/// no last day.
fn is_hard(meaning: &Meaning, env: &Env<'_, '_>) -> bool {
    match following(&meaning.consequences, Case::NotMet, env) {
        Following::Sequel(found) => match found.outcome {
            Outcome::Review(_) | Outcome::Fine => false,
            Outcome::Violation | Outcome::Warning | Outcome::NotVerifiable | Outcome::Later => true,
        },
        Following::Nothing | Following::Unknown { .. } => true,
    }
}

/// The last day on which a formula can still come to hold: of all parts the first of those that do not, of one of them the last. What
/// already stands there in time waits for nothing.
fn of_formula(formula: &Formula, env: &Env<'_, '_>) -> Option<Date> {
    match formula {
        // A quarter is no day on which something must be done.
        Formula::Compare { order, right, .. } => last_day(*order, right, env, |limit| match limit {
            Value::Date(date) => Some(*date),
            Value::Quarter(_) | Value::Number(_) | Value::YesNo(_) | Value::Word(_) | Value::Text(_) => None,
        }),
        Formula::All(parts) => parts.iter().filter_map(|part| of_open(part, env)).min(),
        Formula::Any(parts) => {
            parts.iter().map(|part| of_formula(part, env)).collect::<Option<Vec<_>>>()?.into_iter().max()
        }
        // Nothing need be added: what is there must be right.
        Formula::Count { amount: Amount::All, of, that } => {
            of_members(of, env, |inner| of_open(that, inner).into_iter().collect()).into_iter().min()
        }
        Formula::Count { amount, of, that } if asks_for_one(*amount) => {
            let filters = of.filters.iter().chain(std::iter::once(that.as_ref()));
            filters.filter_map(|part| of_formula(part, env)).min()
        }
        Formula::Count { .. }
        | Formula::Not(_)
        | Formula::Filled(_)
        | Formula::HasTakenPlace { .. }
        | Formula::OneOf(..)
        | Formula::Contains(..)
        | Formula::Chosen(..)
        | Formula::Offered
        | Formula::StillOffered
        | Formula::InYear(..) => None,
    }
}

/// Whether something must be there.
fn asks_for_one(amount: Amount) -> bool {
    match amount {
        Amount::AtLeast(share) | Amount::Exactly(share) => share != Share::Number(0),
        Amount::All | Amount::AtMost(_) | Amount::None | Amount::AllOrNone => false,
    }
}

/// The last day that a limit leaves, when it is a day that is known.
fn last_day(order: Order, right: &Term, env: &Env<'_, '_>, day: impl Fn(&Value) -> Option<Date>) -> Option<Date> {
    let Reading::Known(limit, _) = eval::read(right, env) else { return None };
    match order {
        Order::AtMost | Order::Equal => day(&limit),
        Order::Less => day(&limit)?.yesterday().ok(),
        Order::AtLeast | Order::More => None,
    }
}
