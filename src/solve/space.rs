//! The choices that a year can have: for each intervention not chosen, or chosen as one of the kinds that it can have then.
//!
//! Input: a plan, its year and the regioplan. Output: the plan with other choices in that year, everything else as it was.

use std::collections::BTreeMap;

use crate::check::Asked;
use crate::diagnostic::Severity;
use crate::model::{InterventionId, Kind};
use crate::plan::{Choice, Plan, RecordValue};

use super::Excused;

/// The choices of a year, each with its kind.
pub type Chosen = BTreeMap<InterventionId, Kind>;

/// A plan of which one year is open.
pub struct Space<'a> {
    pub asked: Asked<'a>,
    pub year: u8,
    /// What is chosen now.
    pub now: Chosen,
    /// The kinds as which an intervention can be chosen.
    pub kinds: BTreeMap<InterventionId, Vec<Kind>>,
    /// For each kind the plan in which everything is chosen, as that kind.
    of_kind: Vec<(Kind, Plan)>,
}

impl<'a> Space<'a> {
    /// None when not all choices of the year can be read: then nobody knows what else it needs.
    pub fn of(asked: Asked<'a>, year: u8, excused: &Excused) -> Option<Self> {
        let found = asked.plan.year(year).filter(|found| found.unread == 0 && !asked.plan.years_unread)?;
        let now: Option<Chosen> =
            found.choices.iter().map(|choice| Some((choice.intervention, choice.kind?))).collect();
        let now = now?;
        let known = asked.model.interventions.iter().enumerate().map(|(at, _)| InterventionId(at));
        let all: Vec<InterventionId> =
            known.filter(|id| now.contains_key(id) || asked.can_be_chosen(*id, year)).collect();
        let mut space = Self { asked, year, now, kinds: BTreeMap::new(), of_kind: Vec::new() };
        for kind in Kind::ALL {
            let chosen = all.iter().map(|id| (*id, kind)).collect();
            let plan = space.plan(&chosen);
            space.refuse(&plan, kind, &all);
            space.of_kind.push((kind, plan));
        }
        for (id, kind) in &space.now {
            let kinds = space.kinds.entry(*id).or_default();
            if excused.choices.contains(&(year, *id)) && !kinds.contains(kind) {
                kinds.push(*kind);
            }
        }
        space.kinds.retain(|_, kinds| !kinds.is_empty());
        Some(space)
    }

    /// Notes who can be chosen as this kind. What is chosen may keep what is only told about it; what is new draws nothing.
    fn refuse(&mut self, plan: &Plan, kind: Kind, all: &[InterventionId]) {
        let refused = Asked { plan, ..self.asked }.refusals();
        let refused: Vec<_> = refused.into_iter().filter(|issue| issue.year == Some(self.year)).collect();
        for id in all {
            let stays = self.now.contains_key(id);
            let mut of = refused.iter().filter(|issue| issue.intervention == Some(*id));
            if !of.any(|issue| !stays || issue.problem.severity == Severity::Violation) {
                self.kinds.entry(*id).or_default().push(kind);
            }
        }
    }

    /// For each kind the plan in which everything is chosen as that kind.
    pub fn of_kind(&self) -> impl Iterator<Item = (Kind, Asked<'_>)> {
        self.of_kind.iter().map(|(kind, plan)| (*kind, Asked { plan, ..self.asked }))
    }

    /// The plan with these choices in its year; what stays keeps its data.
    pub fn plan(&self, chosen: &Chosen) -> Plan {
        let mut plan = self.asked.plan.clone();
        let Some(year) = plan.years.iter_mut().find(|found| found.year == self.year) else { return plan };
        year.choices.retain(|choice| chosen.contains_key(&choice.intervention));
        for choice in &mut year.choices {
            choice.kind = chosen.get(&choice.intervention).copied();
        }
        let key = year.choices_span.unwrap_or(year.key);
        for (id, kind) in chosen.iter().filter(|(id, _)| !self.now.contains_key(id)) {
            let data = RecordValue::empty(key);
            year.choices.push(Choice { intervention: *id, key, kind: Some(*kind), kind_span: key, data });
        }
        plan
    }
}
