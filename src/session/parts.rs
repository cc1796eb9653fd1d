//! How many practices meet each part of a regioplan: for each rule and programme year, how many stand where.
//!
//! In: the verdicts on one plan after another, with what the region agreed. Out: numbers. Nobody is named, and nobody is ranked.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::check::{Circumstances, Keep, State, Verdict, check_keeping};
use crate::diagnostic::worded;
use crate::model::{Contents, Regioplan, RuleId};

use super::finding::Finding;
use super::reading::Reading;
use super::report::Report;
use super::turn::Turn;

worded! {
    /// Where a practice stands with one rule in one year; of more verdicts the last one in this list.
    pub enum PartState {
        /// The rule asks nothing here.
        NotApplicable = "not-applicable", "part-not-applicable";
        /// It is met, or the region agreed.
        Met = "met", "part-met";
        /// The region set it aside.
        Waived = "waived", "part-waived";
        /// It is to be shown at the accounting.
        Later = "later", "part-later";
        /// The plan does not decide it.
        Unknown = "unknown", "part-unknown";
        /// A warning.
        MayMend = "may-mend", "part-may-mend";
        /// The region must judge it.
        ToReview = "to-review", "part-to-review";
        ToMend = "to-mend", "part-to-mend";
    }
}

/// A rule in a year.
#[derive(Clone, Debug)]
pub struct Part {
    /// The regioplan that it stands in.
    pub model: Arc<Regioplan>,
    /// Its number there.
    pub rule: RuleId,
    /// None of a rule about the plan as a whole.
    pub year: Option<u8>,
    /// How many practices stand where, in the order of the states.
    counts: [usize; PartState::ALL.len()],
}

impl Part {
    #[must_use]
    pub fn count(&self, state: PartState) -> usize {
        let at = PartState::ALL.iter().position(|one| *one == state);
        at.and_then(|at| self.counts.get(at)).copied().unwrap_or(0)
    }

    /// The practices of which the rule asks something.
    #[must_use]
    pub fn asked(&self) -> usize {
        self.counts.iter().sum::<usize>() - self.count(PartState::NotApplicable)
    }
}

/// All rules of all regioplannen that plans of a region follow, in order.
#[derive(Debug, Default)]
pub struct Parts(BTreeMap<Key, Part>);

/// The regioplan, the number and the name of a rule, and the year. By the number alone, rules of two aanvullingen could be one.
type Key = (String, RuleId, String, Option<u8>);

impl Parts {
    /// Adds a plan.
    pub(super) fn add(&mut self, report: &Report, reading: &Reading, now: &Circumstances) {
        let model = &reading.loaded.model;
        let outcome = check_keeping(model, &reading.plan, now, Keep::All);
        let mut worst: BTreeMap<(RuleId, Option<u8>), PartState> = BTreeMap::new();
        for verdict in &outcome.verdicts {
            let state = state(verdict, report, &model.contents);
            let known = worst.entry((verdict.rule, verdict.year)).or_insert(state);
            *known = (*known).max(state);
        }
        for ((rule, year), state) in worst {
            let id = model.contents.rules.get(rule).id.clone();
            let key = (model.contents.full_id(), rule, id, year);
            let new = || Part { model: Arc::clone(model), rule, year, counts: Default::default() };
            let part = self.0.entry(key).or_insert_with(new);
            let at = PartState::ALL.iter().position(|one| *one == state);
            if let Some(count) = at.and_then(|at| part.counts.get_mut(at)) {
                *count += 1;
            }
        }
    }

    /// In order of regioplan, rule and year.
    #[must_use]
    pub fn into_list(self) -> Vec<Part> {
        self.0.into_values().collect()
    }
}

/// What a verdict says, with what the region agreed laid over it.
fn state(verdict: &Verdict, report: &Report, model: &Contents) -> PartState {
    let rule = &model.rules.get(verdict.rule).id;
    let own = verdict.intervention.map(|id| model.intervention(id).id.as_str());
    let same = |finding: &&Finding| {
        !finding.built_in
            && finding.rule == *rule
            && finding.year == verdict.year
            && finding.intervention.as_deref() == own
    };
    match (&verdict.state, verdict.state.severity()) {
        (State::Met, _) => PartState::Met,
        (State::NotApplicable(_), _) => PartState::NotApplicable,
        (_, None) => PartState::Unknown,
        (_, Some(severity)) => {
            // Of members that differ the worst one tells.
            let found = report.findings.iter().filter(same).map(|finding| of_turn(Turn::of(finding, report.strict)));
            found.max().unwrap_or_else(|| of_turn(Turn::of_severity(severity, report.strict)))
        }
    }
}

fn of_turn(turn: Turn) -> PartState {
    match turn {
        Turn::Must => PartState::ToMend,
        Turn::May => PartState::MayMend,
        Turn::Review => PartState::ToReview,
        Turn::Agreed => PartState::Met,
        Turn::Waived => PartState::Waived,
        Turn::Later => PartState::Later,
    }
}
