//! What follows in a case, by the consequences that a rule or a refusal gives, and by when a rule counts.

use crate::model::{Case, Meaning, Outcome as Consequent, Rule, Sequel};

use super::answer::Answer;
use super::env::Env;
use super::eval;
use super::explain;
use super::outcome::{Cause, Failure, Gap, GapKind, NotApplicable, State};

/// How a rule came out somewhere, before it is known what follows.
#[derive(Debug)]
pub struct Ending {
    pub case: Case,
    pub failures: Vec<Failure>,
    pub gaps: Vec<Gap>,
    /// Whether the rule applies at all is not known.
    pub of_condition: bool,
    /// Nothing is wrong, but a later year must still bring something.
    pub not_yet: bool,
    /// Besides what is missing, it hangs on what a finding of its own tells: that may break the rule too.
    pub may_be_broken: bool,
}

impl Ending {
    /// It is not known whether the rule applies.
    pub fn unknown_condition(gaps: Vec<Gap>) -> Self {
        Self {
            case: Case::Missing,
            failures: Vec::new(),
            gaps,
            of_condition: true,
            not_yet: false,
            may_be_broken: false,
        }
    }
}

/// What follows.
#[derive(Clone, Debug)]
pub enum Following<'f> {
    /// No consequence fits: what follows by itself.
    Nothing,
    Sequel(&'f Sequel),
    /// Several can follow, by what is missing; these are the worst and the mildest of them.
    Unknown {
        missing: Vec<Gap>,
        worst: Consequent,
        mildest: Consequent,
    },
}

/// The first consequence of the case whose condition holds. One of which that is not known may follow or not; when it makes no
/// difference, it is known all the same. At the accounting there is no later: what else follows goes before it.
pub fn following<'f>(list: &'f [Sequel], case: Case, env: &Env<'_, '_>) -> Following<'f> {
    let mut open: Vec<&'f Consequent> = Vec::new();
    let mut missing: Vec<Gap> = Vec::new();
    let mut settled = Following::Nothing;
    let of_case = || list.iter().filter(|found| found.case == case);
    let due = env.accounts() && !lies_behind(env);
    let (put_off, others): (Vec<&Sequel>, Vec<&Sequel>) =
        of_case().partition(|found| due && found.outcome == Consequent::Later);
    for found in others.into_iter().chain(put_off) {
        match found.condition.as_ref().map_or(Answer::Yes, |condition| eval::answer(condition, env)) {
            Answer::Yes => {
                settled = Following::Sequel(found);
                break;
            }
            Answer::No => {}
            // The case already is that something is missing: then only what is certain fits. But nobody knows what follows while
            // it hangs on a value that cannot be read, or on the date by which the plan is judged and that one cannot be read.
            Answer::Unknown(gaps) if case == Case::Missing && !is_unreadable(&gaps, env) => {}
            Answer::Unknown(gaps) => {
                let no_later = due && found.outcome == Consequent::Later;
                open.push(if no_later { &Consequent::Violation } else { &found.outcome });
                missing.extend(gaps);
            }
        }
    }
    let same = |outcome: &&Consequent| match &settled {
        Following::Sequel(certain) => certain.outcome == **outcome,
        Following::Nothing => by_itself(case) == **outcome,
        Following::Unknown { .. } => false,
    };
    if open.iter().all(same) {
        return settled;
    }
    let end = match settled {
        Following::Sequel(found) => found.outcome.clone(),
        Following::Nothing | Following::Unknown { .. } => by_itself(case),
    };
    let possible = || std::iter::once(&end).chain(open.iter().copied());
    // Of several that are as bad, the one that comes first.
    let worst = possible().reduce(|bad, other| if rank(other) > rank(bad) { other } else { bad });
    let mildest = possible().reduce(|mild, other| if rank(other) < rank(mild) { other } else { mild });
    let (worst, mildest) = (worst.unwrap_or(&end).clone(), mildest.unwrap_or(&end).clone());
    Following::Unknown { missing, worst, mildest }
}

/// Whether what would tell stands there and cannot be read.
fn is_unreadable(gaps: &[Gap], env: &Env<'_, '_>) -> bool {
    let unread = || gaps.iter().any(|gap| matches!(gap.kind, GapKind::Unreadable));
    Cause::of(gaps) == Cause::Told && (env.today().is_none() || unread())
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

/// The state that a rule comes to. `told` says whether findings of their own name all that is missing.
pub fn state(
    rule: &Rule,
    meaning: &Meaning,
    ending: &mut Ending,
    env: &Env<'_, '_>,
    told: impl Fn(&[Gap]) -> bool,
) -> State {
    let state = if ending.not_yet { State::Pending } else { following_state(meaning, ending, env, told) };
    let state = if ending.may_be_broken && broken(meaning, env).as_ref() != Some(&state) {
        State::NotVerifiable { reported: true }
    } else {
        state
    };
    in_time(rule, state, ending.case, env)
}

/// What follows of a rule that is broken, where that is known.
fn broken(meaning: &Meaning, env: &Env<'_, '_>) -> Option<State> {
    match following(&meaning.consequences, Case::NotMet, env) {
        Following::Nothing => Some(State::Violated),
        Following::Sequel(found) => Some(named(&found.outcome, env)),
        Following::Unknown { .. } => None,
    }
}

fn following_state(meaning: &Meaning, ending: &mut Ending, env: &Env<'_, '_>, told: impl Fn(&[Gap]) -> bool) -> State {
    let silent = State::NotVerifiable { reported: true };
    let why = Cause::of(&ending.gaps);
    if ending.case == Case::Missing && why == Cause::Told {
        return silent;
    }
    match (following(&meaning.consequences, ending.case, env), ending.case) {
        // A field that must be filled in anyway is one cause, and one finding, whatever the rule says of it.
        (Following::Sequel(found), Case::Missing)
            if is_told_as_wrong(&found.outcome) && why == Cause::Fields && told(&ending.gaps) =>
        {
            silent
        }
        (Following::Sequel(found), case) => {
            if case == Case::Missing {
                ending.failures.extend(explain::decided(&meaning.demands, found, env));
            }
            named(&found.outcome, env)
        }
        (Following::Nothing, Case::Met) => State::Met,
        (Following::Nothing, Case::NotMet) => State::Violated,
        (Following::Nothing, Case::Missing) if why == Cause::LeftOut => silent,
        (Following::Nothing, Case::Missing) if why == Cause::Figures => State::NotVerifiable { reported: false },
        (Following::Nothing, Case::Missing) if ending.of_condition => {
            State::NotVerifiable { reported: told(&ending.gaps) }
        }
        // A field that must be filled in anyway is one cause, and one finding.
        (Following::Nothing, Case::Missing) if told(&ending.gaps) => silent,
        (Following::Nothing, Case::Missing) => State::Violated,
        (Following::Unknown { missing, worst, mildest }, _) => {
            // Data is missing after all, and the rule may say what to do then. Else it is the worst that can follow, until the
            // field is filled in: leaving out a field makes nothing milder.
            let cause = Cause::of(&missing);
            let of_missing = following(&meaning.consequences, Case::Missing, env);
            if let Following::Sequel(Sequel { outcome: Consequent::Fine, .. }) = of_missing
                && cause != Cause::Told
                && mildest != Consequent::Fine
            {
                // Whatever is missing, something surely follows.
                return named(&mildest, env);
            }
            ending.case = Case::Missing;
            ending.gaps = missing;
            match (cause, of_missing) {
                (Cause::Told, _) => silent,
                (Cause::LeftOut | Cause::Fields | Cause::Figures, Following::Sequel(found)) => {
                    named(&found.outcome, env)
                }
                (Cause::Figures, Following::Nothing | Following::Unknown { .. }) => {
                    State::NotVerifiable { reported: false }
                }
                (Cause::LeftOut, Following::Nothing | Following::Unknown { .. }) => silent,
                (Cause::Fields, Following::Nothing | Following::Unknown { .. }) if told(&ending.gaps) => silent,
                (Cause::Fields, Following::Nothing | Following::Unknown { .. }) => named(&worst, env),
            }
        }
    }
}

/// Whether an outcome is a finding that names what is missing.
fn is_told_as_wrong(outcome: &Consequent) -> bool {
    match outcome {
        Consequent::Violation | Consequent::Warning | Consequent::NotVerifiable => true,
        Consequent::Review(_) | Consequent::Fine | Consequent::Later => false,
    }
}

/// What is due at accounting waits until then; what is in force later only warns now.
fn in_time(rule: &Rule, state: State, case: Case, env: &Env<'_, '_>) -> State {
    if rule.standing.at_accounting && !env.accounts() {
        return match state {
            State::NotVerifiable { reported: true } => state,
            State::Met if case == Case::Met => State::Met,
            State::Met
            | State::Violated
            | State::Warned { .. }
            | State::Review(_)
            | State::Pending
            | State::NotVerifiable { reported: false }
            | State::NotApplicable(_) => State::Pending,
        };
    }
    match (state, rule.standing.from) {
        (State::Violated, Some(from)) if env.now.reference < from => State::Warned { violation_from: Some(from) },
        (state, _) => state,
    }
}

/// The state that a consequence names, at this time.
fn named(what: &Consequent, env: &Env<'_, '_>) -> State {
    match what {
        Consequent::Violation => State::Violated,
        Consequent::Warning => State::Warned { violation_from: None },
        Consequent::Review(_) if lies_behind(env) => State::NotApplicable(NotApplicable::ReviewedEarlier),
        Consequent::Review(by) => State::Review(by.clone()),
        Consequent::NotVerifiable => State::NotVerifiable { reported: false },
        Consequent::Fine => State::Met,
        Consequent::Later if lies_behind(env) => State::NotApplicable(NotApplicable::AccountedEarlier),
        Consequent::Later if env.accounts() => State::Violated,
        Consequent::Later => State::Pending,
    }
}

/// Whether the year in hand was accounted for before this plan.
pub fn lies_behind(env: &Env<'_, '_>) -> bool {
    match (env.year(), env.own()) {
        (Some(year), Some(own)) => year < own,
        (None, _) | (Some(_), None) => false,
    }
}
