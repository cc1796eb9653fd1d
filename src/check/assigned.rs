//! Interventions that are assigned: a list in the plan or in the figures of the region, which a rule asks the practice to choose from.
//! What stands there counts as offered.

use crate::model::{Amount, Contents, Demand, Domain, Formula, InterventionId, Meaning, Owner, Rule, Source};

use super::answer::Answer;
use super::env::Env;
use super::eval;
use super::members::{What, members};
use super::outcome::GapKind;

/// Whether an intervention is assigned in the year in hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assigned {
    Yes,
    No,
    /// A name could not be read; that is a finding of its own.
    Unread,
    /// The figures of the region would tell, and are not there.
    NoFigures,
}

/// The interventions that a list names, whatever is asked of them.
pub fn named(domain: &Domain, env: &Env<'_, '_>) -> Vec<InterventionId> {
    let all = Domain { filters: Vec::new(), ..domain.clone() };
    let ids = members(&all, env).sure.into_iter().filter_map(|item| match item.what {
        What::Intervention(id) => Some(id),
        What::Entry(_) | What::Choice(_) | What::Practice(_) => None,
    });
    ids.collect()
}

/// Whether a rule that speaks in the year in hand asks to choose the intervention out of a list.
pub fn is_assigned(id: InterventionId, env: &Env<'_, '_>) -> Assigned {
    let mut found = Assigned::No;
    for (rule, meaning) in env.model.rules.iter().zip(&env.model.program.rules) {
        let speaks = env.year().and_then(|year| rule.scope.speaks(year, env.plan_years(), env.standpoint()));
        let over = rule.standing.until.is_some_and(|until| env.now.reference > until);
        if speaks != Some(true) || rule.standing.not_yet.is_some() || over || rule.owner != Owner::Rule {
            continue;
        }
        if Answer::all(meaning.conditions.iter().map(|condition| eval::answer(condition, env))) == Answer::No {
            continue;
        }
        for (demand, formula) in rule.demands.iter().zip(&meaning.demands) {
            let Some(list) = list(demand, formula) else { continue };
            if named(list, env).contains(&id) {
                return Assigned::Yes;
            }
            let why = members(&Domain { filters: Vec::new(), ..list.clone() }, env).why;
            if why.iter().any(|gap| gap.kind == GapKind::Unreadable) {
                found = Assigned::Unread;
            } else if found == Assigned::No && why.iter().any(|gap| matches!(gap.kind, GapKind::Figures(_))) {
                found = Assigned::NoFigures;
            }
        }
    }
    found
}

/// Whether a list can assign interventions at all.
pub fn may_be(model: &Contents) -> bool {
    let assigns = |(rule, meaning): (&Rule, &Meaning)| {
        rule.owner == Owner::Rule
            && rule.demands.iter().zip(&meaning.demands).any(|(demand, formula)| list(demand, formula).is_some())
    };
    model.rules.iter().zip(&model.program.rules).any(assigns)
}

/// The list out of which a demand asks to choose; one that limits a choice assigns nothing.
fn list<'m>(demand: &Demand, formula: &'m Formula) -> Option<&'m Domain> {
    let asks = match demand {
        Demand::Choose { amount, .. } => match amount {
            Amount::AtLeast(_) | Amount::Exactly(_) | Amount::All | Amount::AllOrNone => true,
            Amount::AtMost(_) | Amount::None => false,
        },
        Demand::Cond(_) | Demand::Evidence { .. } => false,
    };
    match formula {
        Formula::Count { of, .. } if asks && matches!(of.source, Source::Named(_)) => Some(of),
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
    }
}
