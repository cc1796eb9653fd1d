//! `voor elk van de keuzes`: a rule that looks at each choice by itself. For each kind that a choice can have the evaluator tells
//! whether the rule speaks of it then, and whether it breaks it.

use crate::model::{Case, Formula, InterventionId, Kind, Meaning, Members, Outcome, Sequel};

use super::bits::{Bit, Bits};
use super::lower::Lower;
use super::mention::{hangs_on_others, is_of_choices, looks_back, only_choices};

impl Lower<'_, '_> {
    /// Whether one of the choices surely breaks the rule, where it speaks of each by itself.
    pub fn broken_by_one(&self, meaning: &Meaning, each: &Members, bits: &mut Bits) -> Bit {
        let Some(year) = self.year_alone().filter(|year| self.space.is_open(*year)) else { return Bit::No };
        let demands: Vec<&Formula> = meaning.demands.iter().filter(|one| is_of_choices(one)).collect();
        let sequels: Vec<&Sequel> = meaning.consequences.iter().filter(|one| one.case == Case::NotMet).collect();
        let conditions: Vec<&Formula> = sequels.iter().filter_map(|one| one.condition.as_ref()).collect();
        let all = || demands.iter().chain(&conditions).copied();
        let alone = each.same.is_none() && only_choices(&each.of) && !all().any(hangs_on_others);
        let back = all().any(looks_back) || each.of.filters.iter().any(looks_back);
        if demands.is_empty() || !alone || back && self.space.comes_after_open(year) {
            return Bit::No;
        }
        let asked: Vec<&Formula> = all().collect();
        let mut broken = Vec::new();
        for (id, kind) in self.breaking(each, &asked, demands.len(), &sequels) {
            broken.extend(self.open.as_kind((year, id), kind));
        }
        bits.any(broken)
    }

    /// The choices that break it, each as the kind that does.
    fn breaking(
        &self,
        each: &Members,
        asked: &[&Formula],
        demands: usize,
        sequels: &[&Sequel],
    ) -> Vec<(InterventionId, Kind)> {
        let mut found = Vec::new();
        for (kind, plan) in self.space.of_kind() {
            for (id, answers) in plan.each(self.rule, self.spot, &each.of, asked) {
                let (met, held) = answers.split_at(demands.min(answers.len()));
                let is_broken = met.contains(&Some(false));
                if is_broken && ends_badly(sequels, held) {
                    found.push((id, kind));
                }
            }
        }
        found
    }
}

/// Whether what follows is surely a violation: the first consequence that holds decides.
fn ends_badly(sequels: &[&Sequel], held: &[Option<bool>]) -> bool {
    let mut held = held.iter();
    for sequel in sequels {
        let holds = sequel.condition.as_ref().map_or(Some(true), |_| held.next().copied().flatten());
        let bad = match sequel.outcome {
            Outcome::Violation => true,
            Outcome::Warning | Outcome::Review(_) | Outcome::Later | Outcome::NotVerifiable | Outcome::Fine => false,
        };
        match (holds, bad) {
            (Some(true), _) => return bad,
            (Some(false), _) | (None, true) => {}
            (None, false) => return false,
        }
    }
    true
}
