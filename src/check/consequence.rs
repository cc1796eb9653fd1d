//! What follows in a case, by the consequences that a rule or a refusal gives.

use crate::model::{Case, Outcome as Consequent, Sequel};

use super::answer::Answer;
use super::env::Env;
use super::eval;
use super::outcome::{Gap, NotApplicable, State};

/// What follows.
#[derive(Clone, Debug)]
pub enum Following<'f> {
    /// No consequence fits: what follows by itself.
    Nothing,
    Outcome(&'f Consequent),
    /// Several can follow, by what is missing; this is the worst of them.
    Unknown {
        missing: Vec<Gap>,
        worst: Consequent,
    },
}

/// The first consequence of the case whose condition holds. One of which that is not known may follow or not; when it makes no
/// difference, it is known all the same.
pub fn following<'f>(list: &'f [Sequel], case: Case, env: &Env<'_, '_>) -> Following<'f> {
    let mut open: Vec<&'f Consequent> = Vec::new();
    let mut missing: Vec<Gap> = Vec::new();
    let mut settled = Following::Nothing;
    for found in list.iter().filter(|found| found.case == case) {
        match found.condition.as_ref().map_or(Answer::Yes, |condition| eval::answer(condition, env)) {
            Answer::Yes => {
                settled = Following::Outcome(&found.outcome);
                break;
            }
            Answer::No => {}
            // The case already is that something is missing: then only what is certain fits.
            Answer::Unknown(_) if case == Case::Missing => {}
            Answer::Unknown(gaps) => {
                open.push(&found.outcome);
                missing.extend(gaps);
            }
        }
    }
    let same = |outcome: &&Consequent| match &settled {
        Following::Outcome(certain) => certain == outcome,
        Following::Nothing => by_itself(case) == **outcome,
        Following::Unknown { .. } => false,
    };
    if open.iter().all(same) {
        return settled;
    }
    let end = match settled {
        Following::Outcome(outcome) => outcome.clone(),
        Following::Nothing | Following::Unknown { .. } => by_itself(case),
    };
    let worst = open.into_iter().fold(end, |bad, other| if rank(other) > rank(&bad) { other.clone() } else { bad });
    Following::Unknown { missing, worst }
}

/// How bad an outcome is.
fn rank(outcome: &Consequent) -> u8 {
    match outcome {
        Consequent::Fine => 0,
        Consequent::Later => 1,
        Consequent::Review(_) => 2,
        Consequent::Warning | Consequent::NotVerifiable => 3,
        Consequent::Violation => 4,
    }
}

/// What follows in a case when nothing is said about it.
fn by_itself(case: Case) -> Consequent {
    match case {
        Case::Met => Consequent::Fine,
        Case::NotMet | Case::Missing => Consequent::Violation,
    }
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
    match (env.year(), env.own()) {
        (Some(year), Some(own)) => year < own,
        (_, _) => false,
    }
}
