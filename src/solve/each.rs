//! `voor elk van de keuzes`: a rule that looks at each choice by itself. For each kind that a choice can have the evaluator tells
//! whether it breaks the rule then; what follows from that may hang on all choices.

use crate::model::{Case, Formula, Meaning, Members, Sequel};

use super::bits::{Bit, Bits};
use super::lower::{Lower, ends_badly};
use super::mention::{hangs_on_others, is_of_choices, looks_back, only_choices};

impl Lower<'_, '_> {
    /// Whether one of the choices surely breaks the rule, where it speaks of each by itself.
    pub fn broken_by_one(&self, meaning: &Meaning, each: &Members, bits: &mut Bits) -> Bit {
        let Some(year) = self.year_alone().filter(|year| self.space.is_open(*year)) else { return Bit::No };
        let followed: Vec<&Sequel> = meaning.consequences.iter().filter(|one| one.case == Case::NotMet).collect();
        let demands: Vec<&Formula> = meaning.demands.iter().filter(|one| is_of_choices(one)).collect();
        let conditions = followed.iter().filter_map(|one| one.condition.as_ref());
        let conditions: Vec<&Formula> = conditions.filter(|one| !hangs_on_others(one)).collect();
        let asked: Vec<&Formula> = demands.iter().chain(&conditions).copied().collect();
        let alone = each.same.is_none() && only_choices(&each.of) && !demands.iter().any(|one| hangs_on_others(one));
        let back = asked.iter().any(|one| looks_back(one)) || each.of.filters.iter().any(looks_back);
        if demands.is_empty() || !alone || back && self.space.comes_after_open(year) {
            return Bit::No;
        }
        let mut broken = Vec::new();
        for (kind, plan) in self.space.of_kind() {
            for (id, answers) in plan.each(self.rule, self.spot, &each.of, &asked) {
                let (met, held) = answers.split_at(demands.len().min(answers.len()));
                let Some(chosen) = self.open.as_kind((year, id), kind).filter(|_| met.contains(&Some(false))) else {
                    continue;
                };
                let bad = ends_badly(followed.iter().copied(), Bit::Yes, bits, |one, sight, bits| {
                    match conditions.iter().zip(held).find(|(known, _)| **known == one) {
                        Some((_, answer)) => answer.map_or(sight.unknown(), Bit::of),
                        None => self.holds(one, sight, bits),
                    }
                });
                broken.push(bits.all([chosen, bad]));
            }
        }
        bits.any(broken)
    }
}
