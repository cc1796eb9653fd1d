//! The open choices as truths, and what it costs to change them.
//!
//! A change of kind is cheap, an addition costs more, and a removal most: what was chosen with its data was meant so. Two kinds
//! are changed rather than one choice added, and two are added rather than one taken away, as long as that is no more work.

use std::collections::BTreeMap;

use crate::model::{Kind, KindSet};

use super::bits::{Bit, Bits, Values};
use super::space::{After, Chosen, Pick, Space};

const TURN: usize = 1;
const ADD: usize = 3;
/// What is added in the place of a name that stands for it and others together was probably meant.
const ADD_PART: usize = 2;
const REMOVE: usize = 5;
/// What costs more is no small change any more.
pub const MOST: usize = 40;
/// What most changes cost at most: more is only counted when it is needed.
pub const FEW: usize = 10;

/// The open choices.
pub struct Open {
    kinds: BTreeMap<Pick, Vec<(Kind, Bit)>>,
    /// For each choice what changes, with its cost.
    changes: Vec<(Pick, Bit, usize)>,
    /// The changes, each as often as it costs.
    weighed: Vec<Bit>,
    /// For each number whether the changes cost at least so much, as far as that was asked.
    costs: Vec<Bit>,
    /// That what a practice describes itself is added.
    described: Vec<Bit>,
    /// That what the practice wants is added.
    wanted: Vec<Bit>,
}

impl Open {
    pub fn of(space: &Space<'_>, bits: &mut Bits) -> Self {
        let mut kinds: BTreeMap<Pick, Vec<(Kind, Bit)>> = BTreeMap::new();
        let (mut changes, mut described, mut wanted) = (Vec::new(), Vec::new(), Vec::new());
        // The years come in order: what a kind asks of those before is known by then.
        for (pick, can) in &space.kinds {
            let open: Vec<(Kind, Bit)> = can.iter().map(|(kind, _)| (*kind, bits.open())).collect();
            for (at, (_, one)) in open.iter().enumerate() {
                for (_, other) in open.iter().skip(at + 1) {
                    bits.one_of([!*one, !*other]);
                }
            }
            let before: Vec<Bit> = kinds
                .iter()
                .filter(|((year, id), _)| *year < pick.0 && *id == pick.1)
                .flat_map(|(_, open)| open.iter().map(|(_, bit)| *bit))
                .collect();
            for ((_, after), (_, bit)) in can.iter().zip(&open) {
                match after {
                    After::Anything => {}
                    After::Chosen => bits.one_of(before.iter().copied().chain([!*bit])),
                    After::NotChosen => before.iter().for_each(|one| bits.one_of([!*one, !*bit])),
                }
            }
            let chosen = bits.any(open.iter().map(|(_, bit)| *bit));
            let is_described = |id| space.asked.model.contents.intervention(id).own_idea.is_some();
            match space.now.get(pick) {
                None if space.wanted.contains(pick) => {
                    changes.push((*pick, chosen, 0));
                    wanted.push(chosen);
                }
                None => {
                    changes.push((*pick, chosen, if space.is_part_of_gone(*pick) { ADD_PART } else { ADD }));
                    described.extend(is_described(pick.1).then_some(chosen));
                }
                // What stands there as not chosen only has to go.
                Some(None) if space.stated_off.contains(pick) => {
                    changes.push((*pick, chosen, ADD));
                    changes.push((*pick, !chosen, 0));
                }
                Some(now) => {
                    let turned = bits.any(open.iter().filter(|(kind, _)| Some(*kind) != *now).map(|(_, bit)| *bit));
                    changes.push((*pick, turned, TURN));
                    changes.push((*pick, !chosen, REMOVE));
                }
            }
            kinds.insert(*pick, open);
        }
        for pick in space.now.keys().copied() {
            let parts =
                kinds.iter().filter(|(part, _)| space.is_part_of(**part, pick) && space.is_part_of_gone(**part));
            let parts: Vec<Bit> = parts.flat_map(|(_, open)| open.iter().map(|(_, bit)| *bit)).collect();
            if !parts.is_empty() {
                // One of its parts comes in its place.
                changes.push((pick, !bits.any(parts), ADD));
            }
        }
        // What can no longer be chosen at all goes.
        let gone = space.now.keys().filter(|pick| !space.kinds.contains_key(pick));
        changes.extend(gone.map(|pick| (*pick, Bit::Yes, REMOVE)));
        let weighed: Vec<Bit> = changes.iter().flat_map(|(_, bit, cost)| std::iter::repeat_n(*bit, *cost)).collect();
        let costs = bits.counted(&weighed, FEW + 1);
        Self { kinds, changes, weighed, costs, described, wanted }
    }

    /// Chosen as one of these kinds; no kinds is any kind.
    pub fn chosen(&self, pick: Pick, kinds: &KindSet) -> Vec<Bit> {
        let all = self.kinds.get(&pick).map(Vec::as_slice).unwrap_or_default();
        all.iter().filter(|(kind, _)| kinds.allows(*kind)).map(|(_, bit)| *bit).collect()
    }

    /// Chosen as this kind; none when it cannot be.
    pub fn as_kind(&self, pick: Pick, kind: Kind) -> Option<Bit> {
        self.kinds.get(&pick)?.iter().find(|(known, _)| *known == kind).map(|(_, bit)| *bit)
    }

    /// That the changes cost no more than this.
    pub fn at_most(&mut self, cost: usize, bits: &mut Bits) -> Bit {
        if cost > FEW && self.costs.len() <= FEW + 2 {
            self.costs = bits.counted(&self.weighed, MOST + 1);
        }
        self.costs.get(cost + 1).map_or(Bit::Yes, |more| !*more)
    }

    /// What the first ways have of each cost, the likeliest first: what the practice wants and only what the region names, then only
    /// what the region names. What a practice describes itself is somebody's to judge.
    pub fn tiers(&self) -> Vec<Vec<Bit>> {
        let named: Vec<Bit> = self.described.iter().map(|bit| !*bit).collect();
        let wanted = self.wanted.iter().copied().chain(named.iter().copied()).collect();
        let tiers = [wanted, named];
        tiers.into_iter().skip(usize::from(self.wanted.is_empty())).filter(|tier| !tier.is_empty()).collect()
    }

    /// The choices in a way.
    pub fn read(&self, values: &Values) -> Chosen {
        let kind = |open: &Vec<(Kind, Bit)>| open.iter().find(|(_, bit)| values.holds(*bit)).map(|(kind, _)| *kind);
        self.kinds.iter().filter_map(|(pick, open)| Some((*pick, kind(open)?))).collect()
    }

    /// What other choices of the same cost do not do: these changes, all of them.
    pub fn other_than(&self, values: &Values) -> Vec<Bit> {
        self.changes.iter().map(|(_, bit, _)| *bit).filter(|bit| values.holds(*bit)).map(|bit| !bit).collect()
    }

    /// That one of these choices stands otherwise than here.
    pub fn otherwise(&self, chosen: &Chosen, among: impl Fn(Pick) -> bool) -> Vec<Bit> {
        let mut other = Vec::new();
        for (pick, open) in self.kinds.iter().filter(|(pick, _)| among(**pick)) {
            match chosen.get(pick) {
                Some(kind) => other.extend(open.iter().filter(|(known, _)| known == kind).map(|(_, bit)| !*bit)),
                None => other.extend(open.iter().map(|(_, bit)| *bit)),
            }
        }
        other
    }
}
