//! Whether choices of later years can still meet several amounts at once.
//!
//! Each amount may be possible by itself, and all of them together not: where targets overlap, one more choice counts for
//! more than one of them. Input: formulas, and a place from which later years are not known. Output: possible or not; what is no
//! count of interventions, or takes too many tries, is taken for possible.

use std::collections::BTreeMap;

use crate::model::{Amount, Formula, InterventionId};

use super::answer::Answer;
use super::count::exactly;
use super::env::Env;
use super::members::{What, members};

/// More tries than any regioplan asks.
const TRIES: usize = 100_000;

/// One amount: how many count for certain, how many do not, and who may still become either.
struct Count {
    amount: Amount,
    yes: usize,
    no: usize,
    open: Vec<InterventionId>,
}

/// Interventions that are open for the same counts: only how many of them are chosen matters.
struct Alike {
    counts: Vec<usize>,
    size: usize,
}

/// Whether all these can still come to hold. In `env` the years to come are not known.
pub fn possible<'f>(demands: impl Iterator<Item = &'f Formula>, env: &Env<'_, '_>) -> bool {
    let mut counts = Vec::new();
    for demand in demands {
        gather(demand, env, &mut counts);
    }
    let mut open: BTreeMap<InterventionId, Vec<usize>> = BTreeMap::new();
    for (number, count) in counts.iter().enumerate() {
        for id in &count.open {
            open.entry(*id).or_default().push(number);
        }
    }
    let mut alike: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
    for numbers in open.into_values() {
        *alike.entry(numbers).or_default() += 1;
    }
    let alike: Vec<Alike> = alike.into_iter().map(|(counts, size)| Alike { counts, size }).collect();
    let mut chosen = vec![0; counts.len()];
    let mut tries = TRIES;
    search(&counts, &alike, &mut chosen, &mut tries)
}

/// Finds the counts that a demand consists of.
fn gather(demand: &Formula, env: &Env<'_, '_>, counts: &mut Vec<Count>) {
    match demand {
        Formula::All(parts) => parts.iter().for_each(|part| gather(part, env, counts)),
        Formula::Count { amount, of, that } => {
            let found = members(of, env);
            if !found.unsure.is_empty() || found.others > 0 {
                return;
            }
            let mut count = Count { amount: *amount, yes: 0, no: 0, open: Vec::new() };
            for item in &found.sure {
                match (item.answer(that, env), item.what) {
                    (Answer::Yes, _) => count.yes += 1,
                    (Answer::No, _) => count.no += 1,
                    (Answer::Unknown(_), What::Intervention(id)) => count.open.push(id),
                    (Answer::Unknown(_), What::Entry(_) | What::Choice(_) | What::Practice(_)) => return,
                }
            }
            counts.push(count);
        }
        Formula::Any(_)
        | Formula::Not(_)
        | Formula::Filled(_)
        | Formula::HasTakenPlace { .. }
        | Formula::OneOf(..)
        | Formula::Contains(..)
        | Formula::Compare { .. }
        | Formula::Chosen(..)
        | Formula::Offered
        | Formula::StillOffered
        | Formula::InYear(..) => {}
    }
}

/// Tries every number of choices of each sort; `chosen` has how many of them count for each amount so far.
fn search(counts: &[Count], left: &[Alike], chosen: &mut Vec<usize>, tries: &mut usize) -> bool {
    let Some(rest) = tries.checked_sub(1) else { return true };
    *tries = rest;
    let Some((alike, left)) = left.split_first() else {
        return counts.iter().zip(chosen.iter()).all(|(count, chosen)| {
            exactly(count.yes + chosen, count.no + count.open.len().saturating_sub(*chosen), count.amount)
        });
    };
    for more in 0..=alike.size {
        let add = |chosen: &mut Vec<usize>, up: bool| {
            for number in &alike.counts {
                if let Some(one) = chosen.get_mut(*number) {
                    *one = if up { *one + more } else { *one - more };
                }
            }
        };
        add(chosen, true);
        let found = search(counts, left, chosen, tries);
        add(chosen, false);
        if found {
            return true;
        }
    }
    false
}
