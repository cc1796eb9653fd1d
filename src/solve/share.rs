//! `geen keuze telt dubbel`: each demand has its own choices, where it may share none with another.
//!
//! Every demand that must be met has a truth for each intervention: that the choice is used for it. So many are used as it asks,
//! each of them counts, and none is used for two demands that may not share.

use crate::check::Spot;
use crate::model::{Amount, Demand, Formula, InterventionId, Meaning, Rule, RuleId, Share, Source};

use super::bits::{Bit, Bits};
use super::lower::Lower;

/// What one demand uses.
struct Slot {
    rule: RuleId,
    year: u8,
    used: Vec<(InterventionId, Bit)>,
}

/// The demands that share nothing with others, as they are found.
#[derive(Default)]
pub struct Sharing {
    slots: Vec<Slot>,
}

impl Sharing {
    /// Gives the demands of a rule choices of their own, where it speaks in an open year. `assumed` is that the rule holds.
    pub fn add(&mut self, index: RuleId, meaning: &Meaning, lower: &Lower<'_, '_>, assumed: Bit, bits: &mut Bits) {
        let Spot::Year(year) = lower.spot else { return };
        if lower.rule.not_double.is_empty() || !lower.space.is_open(year) {
            return;
        }
        let must = lower.must_be_met(meaning, bits);
        for (need, ids, that) in asked(lower.rule, meaning) {
            let mut used = Vec::new();
            for id in ids {
                let use_it = bits.open();
                let counts = lower.counts(*id, that, bits);
                bits.one_of([!use_it, counts]);
                used.push((*id, use_it));
            }
            let all: Vec<Bit> = used.iter().map(|(_, bit)| *bit).collect();
            let enough = bits.at_least(&all, need);
            bits.one_of([!assumed, !must, enough]);
            self.apart((index, year), lower.rule, &used, bits);
            self.slots.push(Slot { rule: index, year, used });
        }
    }

    /// A choice that is used for this demand is used for none that may not share it. Both rules say so of each other.
    fn apart(&self, (index, year): (RuleId, u8), rule: &Rule, used: &[(InterventionId, Bit)], bits: &mut Bits) {
        let of_year = self.slots.iter().filter(|slot| slot.year == year);
        for slot in of_year.filter(|slot| rule.not_double.contains(&slot.rule) || slot.rule == index) {
            if slot.rule == index && !rule.not_double.contains(&index) {
                continue;
            }
            for (id, bit) in used {
                for (_, other) in slot.used.iter().filter(|(other, _)| other == id) {
                    bits.one_of([!*bit, !*other]);
                }
            }
        }
    }
}

/// What a rule asks: so many of these that answer.
fn asked<'m>(rule: &Rule, meaning: &'m Meaning) -> Vec<(usize, &'m [InterventionId], &'m Formula)> {
    let chooses = |demand: &Demand| matches!(demand, Demand::Choose { .. });
    let demands = rule.demands.iter().zip(&meaning.demands).filter(|(said, _)| chooses(said)).map(|(_, meant)| meant);
    let parts = demands.flat_map(|meant| match meant {
        Formula::All(parts) => parts.as_slice(),
        whole => std::slice::from_ref(whole),
    });
    let one = |part: &'m Formula| match part {
        Formula::Count { amount: Amount::AtLeast(Share::Number(need)), of, that } => match &of.source {
            Source::Interventions(ids) => Some((*need as usize, ids.as_slice(), that.as_ref())),
            _ => None,
        },
        _ => None,
    };
    parts.filter_map(one).collect()
}
