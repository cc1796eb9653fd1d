//! What follows from a verdict: the sentences of the rule, when it counts, and since when.

use super::conditions::{Place, holds};
use super::judge::{Severity, State};
use super::plan::Plan;
use super::region::{Case, Outcome, Rule, Scope};

/// What is seen of a state: the sentences of the rule, then when it counts, then since when.
pub fn follow(plan: &Plan, rule: &Rule, year: Option<i32>, here: &Place<'_>, state: State) -> Severity {
    let due = plan.accounts(year) && year.is_none_or(|year| year >= plan.year);
    let missing = || match pick(rule, here, due, Case::Missing) {
        Picked::None if state == State::Unsure => Outcome::Uncheckable,
        Picked::None => Outcome::Violation,
        Picked::One(outcome) | Picked::Unknown { worst: outcome, .. } => outcome,
    };
    // What is left empty makes nothing milder.
    let unknown = |worst, mildest| match pick(rule, here, due, Case::Missing) {
        Picked::One(Outcome::Fine) => mildest,
        Picked::One(outcome) => outcome,
        Picked::None | Picked::Unknown { .. } => worst,
    };
    let outcome = match state {
        State::NotApplicable => return Severity::Nothing,
        State::Open => return Severity::Open,
        State::NotYet => Outcome::Later,
        State::Missing | State::Unsure => missing(),
        State::Met => match pick(rule, here, due, Case::Met) {
            Picked::None => Outcome::Fine,
            Picked::One(outcome) => outcome,
            Picked::Unknown { worst, mildest } => unknown(worst, mildest),
        },
        State::NotMet => match pick(rule, here, due, Case::NotMet) {
            Picked::None => Outcome::Violation,
            Picked::One(outcome) => outcome,
            Picked::Unknown { worst, mildest } => unknown(worst, mildest),
        },
    };
    // What is not met yet can still change until the accounting, also when it would be fine now.
    if rule.at_accounting && (outcome != Outcome::Fine || state != State::Met) {
        let own = match &rule.scope {
            Scope::Whole => true,
            Scope::Together(years) => years.iter().max() >= Some(&plan.year),
            _ => year >= Some(plan.year),
        };
        if !own {
            return Severity::Nothing;
        }
        if !plan.accounts(year) {
            return Severity::Pending;
        }
    }
    if state == State::NotYet {
        return Severity::Pending;
    }
    let severity = of_outcome(outcome, plan, year);
    let early = rule.from.is_some_and(|from| plan.handed_in < from);
    if early && severity == Severity::Violation { Severity::Warning } else { severity }
}

/// How severe an outcome is; what is later, and what somebody judges, is not asked again in later years.
pub fn of_outcome(outcome: Outcome, plan: &Plan, year: Option<i32>) -> Severity {
    match outcome {
        Outcome::Violation => Severity::Violation,
        Outcome::Warning | Outcome::Uncheckable => Severity::Warning,
        Outcome::Review if year.is_some_and(|year| year < plan.year) => Severity::Nothing,
        Outcome::Review => Severity::Review,
        Outcome::Fine => Severity::Nothing,
        Outcome::Later if year.is_some_and(|year| year < plan.year) => Severity::Nothing,
        Outcome::Later if plan.accounts(year) => Severity::Violation,
        Outcome::Later => Severity::Pending,
    }
}

enum Picked {
    None,
    One(Outcome),
    /// Which sentence fits is not known, and they do not say the same: the worst and the mildest of them.
    Unknown {
        worst: Outcome,
        mildest: Outcome,
    },
}

/// The first sentence that fits. At the accounting what is for later only counts when no other sentence does.
fn pick(rule: &Rule, here: &Place<'_>, due: bool, case: Case) -> Picked {
    let mut possible: Vec<Outcome> = Vec::new();
    let mut ended = false;
    let mut sentences: Vec<_> = rule.sentences.iter().filter(|sentence| sentence.case == case).cloned().collect();
    if due {
        sentences.sort_by_key(|sentence| sentence.outcome == Outcome::Later);
        for sentence in sentences.iter_mut().filter(|sentence| sentence.outcome == Outcome::Later) {
            sentence.outcome = Outcome::Violation;
        }
    }
    for sentence in &sentences {
        let fits = match &sentence.when {
            None => Some(true),
            Some(cond) => holds(here, cond),
        };
        match fits {
            Some(false) => {}
            Some(true) => {
                possible.push(sentence.outcome);
                ended = true;
                break;
            }
            // Something is missing already: then only a sentence that surely fits does.
            None if case == Case::Missing => {}
            None => possible.push(sentence.outcome),
        }
    }
    if !ended {
        match case {
            _ if possible.is_empty() => return Picked::None,
            Case::Met => possible.push(Outcome::Fine),
            Case::NotMet | Case::Missing => possible.push(Outcome::Violation),
        }
    }
    let weight = |outcome: &Outcome| match outcome {
        Outcome::Fine => 0,
        Outcome::Later => 1,
        Outcome::Review => 2,
        Outcome::Warning | Outcome::Uncheckable => 3,
        Outcome::Violation => 4,
    };
    if possible.iter().all(|outcome| *outcome == possible[0]) {
        Picked::One(possible[0])
    } else {
        let worst = *possible.iter().max_by_key(|outcome| weight(outcome)).unwrap();
        let mildest = *possible.iter().min_by_key(|outcome| weight(outcome)).unwrap();
        Picked::Unknown { worst, mildest }
    }
}
