//! `geen keuze telt dubbel`: shares choices out over what several rules ask, so that each counts once.
//!
//! This is a matching, not a count in order: when there is a way to give every rule its choices, it is
//! found. When there is none, what the earlier rules ask is filled first.

use crate::model::{Amount, Demand, InterventionId, Rule, Selector, Share, Target};

use super::answer::Answer;
use super::choices::{self, Chosen, Found};
use super::cond;
use super::env::{Env, unreadable};
use super::judge;
use super::outcome::{Failure, Gap};

/// Something that asks for a number of choices.
struct Slot<'m> {
    rule: usize,
    demand: usize,
    target: Option<usize>,
    selector: &'m Selector,
    need: usize,
    found: Found,
    /// Whether the rule applies at all is not known.
    maybe: bool,
}

/// Judges one demand of a rule whose choices count only once.
pub fn judge(rule: &Rule, own: usize, demand: usize, env: &Env<'_, '_>) -> Chosen {
    let slots = slots(rule, own, env);
    let sure: Vec<(usize, Vec<Pick>)> = slots.iter().map(|slot| (slot.need, slot.sure())).collect();
    let lower = share_out(&sure);
    let best: Vec<(usize, Vec<Pick>)> =
        slots.iter().map(|slot| (if slot.maybe { 0 } else { slot.need }, slot.possible())).collect();
    let upper = share_out(&best);
    let full = |shares: &[Vec<Pick>], asked: &[(usize, Vec<Pick>)]| {
        shares.iter().zip(asked).all(|(share, (need, _))| share.len() >= *need)
    };
    let mine = || slots.iter().enumerate().filter(|(_, slot)| slot.rule == own && slot.demand == demand);
    if full(&lower, &sure) {
        return Chosen::Yes;
    }
    let enough = |shares: &[Vec<Pick>], at: usize, need: usize| shares.get(at).map_or(0, Vec::len) >= need;
    for (at, slot) in mine() {
        if !enough(&upper, at, slot.need) {
            return Chosen::No(failure(slot, at, &slots, &lower, env));
        }
    }
    if mine().all(|(at, slot)| enough(&lower, at, slot.need)) {
        return Chosen::Yes;
    }
    let gaps: Vec<Gap> = slots.iter().flat_map(|slot| slot.found.gaps.iter().cloned()).collect();
    Chosen::Unknown(if gaps.is_empty() { vec![unreadable(env.place())] } else { gaps })
}

/// A choice that may count: one that can be read, or one of the others, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Pick {
    Read(InterventionId),
    Unread(usize),
}

impl Slot<'_> {
    fn sure(&self) -> Vec<Pick> {
        self.found.counted.iter().map(|id| Pick::Read(*id)).collect()
    }

    fn possible(&self) -> Vec<Pick> {
        // More unread choices than are asked change nothing.
        let unread = (0..self.found.unread.min(64)).map(Pick::Unread);
        self.sure().into_iter().chain(self.found.unsure.iter().map(|id| Pick::Read(*id))).chain(unread).collect()
    }
}

/// Everything that the linked rules ask in this year, in order of the regioplan.
fn slots<'m>(rule: &Rule, own: usize, env: &Env<'_, 'm>) -> Vec<Slot<'m>> {
    let mut slots = Vec::new();
    for index in &rule.not_double {
        let Some(partner) = env.model.rules.get(*index) else { continue };
        let applies = if *index == own { Answer::Yes } else { applies(partner, env) };
        if matches!(applies, Answer::No(_)) {
            continue;
        }
        for (number, demand) in partner.demands.iter().enumerate() {
            let Demand::Choose { amount: Amount::AtLeast(Share::Number(need)), selector } = demand else { continue };
            let mut add = |target: Option<usize>, targets: &[Target]| {
                slots.push(Slot {
                    rule: *index,
                    demand: number,
                    target,
                    selector,
                    need: *need as usize,
                    found: choices::find(selector, targets, env),
                    maybe: matches!(applies, Answer::Unknown(_)),
                });
            };
            if selector.each {
                selector.targets.iter().enumerate().for_each(|(at, one)| add(Some(at), std::slice::from_ref(one)));
            } else {
                add(None, &selector.targets);
            }
        }
    }
    slots
}

/// Whether a linked rule speaks in this year.
fn applies(rule: &Rule, env: &Env<'_, '_>) -> Answer {
    if judge::rests(rule, env).is_some() || !judge::speaks_in(rule, env) {
        return Answer::No(None);
    }
    let mut unknown = Vec::new();
    for condition in &rule.conditions {
        match cond::answer(condition, env) {
            Answer::Yes => {}
            Answer::No(seen) => return Answer::No(seen),
            Answer::Unknown(gaps) => unknown.extend(gaps),
        }
    }
    if unknown.is_empty() { Answer::Yes } else { Answer::Unknown(unknown) }
}

fn failure(slot: &Slot<'_>, at: usize, slots: &[Slot<'_>], shares: &[Vec<Pick>], env: &Env<'_, '_>) -> Failure {
    let own = shares.get(at).map(Vec::as_slice).unwrap_or_default();
    let counted: Vec<InterventionId> =
        own.iter().filter_map(|pick| if let Pick::Read(id) = pick { Some(*id) } else { None }).collect();
    let elsewhere = slots
        .iter()
        .zip(shares)
        .enumerate()
        .filter(|(number, _)| *number != at)
        .flat_map(|(_, (other, share))| share.iter().map(|pick| (*pick, other.rule)))
        .filter_map(|(pick, rule)| match pick {
            Pick::Read(id) if slot.found.counted.contains(&id) => Some((id, rule)),
            Pick::Read(_) | Pick::Unread(_) => None,
        })
        .collect();
    let targets: &[Target] = match slot.target {
        Some(target) => slot.selector.targets.get(target).map_or(&[], std::slice::from_ref),
        None => &slot.selector.targets,
    };
    let chosen: Vec<InterventionId> = slots.iter().flat_map(|slot| slot.found.counted.iter().copied()).collect();
    let mut eligible = choices::eligible(slot.selector, targets, env);
    eligible.retain(|id| !chosen.contains(id));
    Failure::Choices {
        demand: slot.demand,
        target: slot.target,
        counted,
        present: choices::present(targets, env),
        lacking: Vec::new(),
        elsewhere,
        eligible,
    }
}

/// Gives each asker up to the number it needs of what it can use; nothing goes to two of them. As many
/// as possible are given out, and an earlier asker never has less for the sake of a later one.
fn share_out(askers: &[(usize, Vec<Pick>)]) -> Vec<Vec<Pick>> {
    let mut given: Vec<(Pick, usize)> = Vec::new();
    for (asker, (need, _)) in askers.iter().enumerate() {
        for _ in 0..*need {
            if !give(asker, askers, &mut given, &mut Vec::new()) {
                break;
            }
        }
    }
    let mut shares: Vec<Vec<Pick>> = askers.iter().map(|_| Vec::new()).collect();
    given.sort_unstable();
    for (pick, asker) in given {
        if let Some(share) = shares.get_mut(asker) {
            share.push(pick);
        }
    }
    shares
}

/// One more for this asker, if need be by giving another asker something else instead.
fn give(asker: usize, askers: &[(usize, Vec<Pick>)], given: &mut Vec<(Pick, usize)>, tried: &mut Vec<Pick>) -> bool {
    let Some((_, usable)) = askers.get(asker) else { return false };
    for pick in usable {
        if tried.contains(pick) {
            continue;
        }
        tried.push(*pick);
        match given.iter().position(|(known, _)| known == pick) {
            None => {
                given.push((*pick, asker));
                return true;
            }
            Some(at) => {
                let holder = given.get(at).map_or(asker, |(_, holder)| *holder);
                if holder != asker && give(holder, askers, given, tried) {
                    if let Some(slot) = given.iter_mut().find(|(known, _)| known == pick) {
                        slot.1 = asker;
                    }
                    return true;
                }
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every way to give each pick to one asker or to nobody; the best numbers, earlier askers first.
    fn brute_force(askers: &[(usize, Vec<Pick>)], picks: usize) -> Vec<usize> {
        let mut best = Vec::new();
        let ways = (askers.len() + 1).pow(u32::try_from(picks).expect("few"));
        for way in 0..ways {
            let mut shares = vec![0_usize; askers.len()];
            let mut rest = way;
            let mut sound = true;
            for pick in 0..picks {
                let to = rest % (askers.len() + 1);
                rest /= askers.len() + 1;
                if to < askers.len() {
                    sound &= askers[to].1.contains(&Pick::Unread(pick));
                    shares[to] += 1;
                }
            }
            if sound && shares.iter().zip(askers).all(|(share, (need, _))| share <= need) {
                best = best.max(shares);
            }
        }
        best
    }

    proptest! {
        #[test]
        fn shares_are_the_best_there_are(
            askers in prop::collection::vec((0_usize..4, prop::collection::btree_set(0_usize..5, 0..5)), 1..4)
        ) {
            let askers: Vec<(usize, Vec<Pick>)> = askers
                .into_iter()
                .map(|(need, usable)| (need, usable.into_iter().map(Pick::Unread).collect()))
                .collect();
            let shares = share_out(&askers);
            let numbers: Vec<usize> = shares.iter().map(Vec::len).collect();
            prop_assert_eq!(numbers, brute_force(&askers, 5));
            for (share, (_, usable)) in shares.iter().zip(&askers) {
                prop_assert!(share.iter().all(|pick| usable.contains(pick)));
            }
            let mut all: Vec<Pick> = shares.concat();
            let count = all.len();
            all.sort_unstable();
            all.dedup();
            prop_assert_eq!(all.len(), count);
        }
    }
}
