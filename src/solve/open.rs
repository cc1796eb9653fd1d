//! The open choices of a year as truths, and what it costs to change them.
//!
//! A change of kind is cheap, an addition costs more, and a removal most: what was chosen with its data was meant so. Two kinds
//! are changed rather than one choice added, and two are added rather than one taken away, as long as that is no more work.

use std::collections::BTreeMap;

use crate::model::{InterventionId, Kind, KindSet};

use super::bits::{Bit, Bits, Values};
use super::space::{Chosen, Space};

const TURN: usize = 1;
const ADD: usize = 3;
const REMOVE: usize = 5;
/// What costs more is no small change any more.
pub const MOST: usize = 40;

/// The open choices.
pub struct Open {
    kinds: BTreeMap<InterventionId, Vec<(Kind, Bit)>>,
    /// For each intervention what changes, with its cost.
    changes: Vec<(InterventionId, Bit, usize)>,
    /// For each number whether the changes cost at least so much.
    costs: Vec<Bit>,
}

impl Open {
    pub fn of(space: &Space<'_>, bits: &mut Bits) -> Self {
        let mut kinds: BTreeMap<InterventionId, Vec<(Kind, Bit)>> = BTreeMap::new();
        let mut changes = Vec::new();
        for (id, can) in &space.kinds {
            let open: Vec<(Kind, Bit)> = can.iter().map(|kind| (*kind, bits.open())).collect();
            for (at, (_, one)) in open.iter().enumerate() {
                for (_, other) in open.iter().skip(at + 1) {
                    bits.one_of([!*one, !*other]);
                }
            }
            let chosen = bits.any(open.iter().map(|(_, bit)| *bit));
            match space.now.get(id) {
                None => changes.push((*id, chosen, ADD)),
                Some(now) => {
                    let turned = bits.any(open.iter().filter(|(kind, _)| kind != now).map(|(_, bit)| *bit));
                    changes.push((*id, turned, TURN));
                    changes.push((*id, !chosen, REMOVE));
                }
            }
            kinds.insert(*id, open);
        }
        // What can no longer be chosen at all goes.
        let gone = space.now.keys().filter(|id| !space.kinds.contains_key(id));
        changes.extend(gone.map(|id| (*id, Bit::Yes, REMOVE)));
        let weighed: Vec<Bit> = changes.iter().flat_map(|(_, bit, cost)| std::iter::repeat_n(*bit, *cost)).collect();
        let costs = bits.counted(&weighed, MOST + 1);
        Self { kinds, changes, costs }
    }

    /// Chosen as one of these kinds; no kinds is any kind.
    pub fn chosen(&self, id: InterventionId, kinds: &KindSet) -> Vec<Bit> {
        let all = self.kinds.get(&id).map(Vec::as_slice).unwrap_or_default();
        all.iter().filter(|(kind, _)| kinds.allows(*kind)).map(|(_, bit)| *bit).collect()
    }

    /// Chosen as this kind; none when it cannot be.
    pub fn as_kind(&self, id: InterventionId, kind: Kind) -> Option<Bit> {
        self.kinds.get(&id)?.iter().find(|(known, _)| *known == kind).map(|(_, bit)| *bit)
    }

    /// That the changes cost no more than this.
    pub fn at_most(&self, cost: usize) -> Bit {
        self.costs.get(cost + 1).map_or(Bit::Yes, |more| !*more)
    }

    /// The choices in a way.
    pub fn read(&self, values: &Values) -> Chosen {
        let kind = |open: &Vec<(Kind, Bit)>| open.iter().find(|(_, bit)| values.holds(*bit)).map(|(kind, _)| *kind);
        self.kinds.iter().filter_map(|(id, open)| Some((*id, kind(open)?))).collect()
    }

    /// What other choices of the same cost do not do: these changes, all of them.
    pub fn other_than(&self, values: &Values) -> Vec<Bit> {
        self.changes.iter().map(|(_, bit, _)| *bit).filter(|bit| values.holds(*bit)).map(|bit| !bit).collect()
    }

    /// That one of these interventions stands otherwise than in these choices; all of them without a list.
    pub fn otherwise(&self, chosen: &Chosen, among: Option<&[InterventionId]>) -> Vec<Bit> {
        let mut other = Vec::new();
        for (id, open) in self.kinds.iter().filter(|(id, _)| among.is_none_or(|among| among.contains(id))) {
            match chosen.get(id) {
                Some(kind) => other.extend(open.iter().filter(|(known, _)| known == kind).map(|(_, bit)| !*bit)),
                None => other.extend(open.iter().map(|(_, bit)| *bit)),
            }
        }
        other
    }
}
