//! What a new regioplan changes for plans that exist: findings of both, put beside each other.
//!
//! It judges nothing: the findings under each regioplan come in, and what differs between them goes out.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Severity, Text, worded};
use crate::model::Model;

use super::ids::{Class, Ids};

/// A finding about a plan, as far as it matters here.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// The id of the rule, or of a built-in check.
    pub rule: String,
    pub year: Option<u8>,
    pub intervention: Option<String>,
    pub severity: Severity,
    /// What is asked, in a few words.
    pub title: Text,
    pub detail: Option<Text>,
    pub help: Option<Text>,
    pub line: usize,
}

/// A plan with the findings under both.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanImpact {
    pub path: String,
    pub practice: Option<String>,
    pub year: Option<u8>,
    pub shifts: Vec<Shift>,
}

/// A finding that came, went, or weighs otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Shift {
    pub old: Option<Seen>,
    pub new: Option<Seen>,
}

worded! {
    /// What a shift means for the practice.
    pub enum Way {
        /// It is a violation now: the practice must act.
        MustAct = "must-act", "impact-must-act";
        Warned = "warned", "impact-warned";
        Review = "review", "impact-review";
        Pending = "pending", "impact-pending";
        /// It was a violation, and is none any more.
        Relieved = "relieved", "impact-relieved";
        /// A lesser finding is gone.
        Gone = "gone", "impact-gone";
    }
}

impl Shift {
    #[must_use]
    pub fn way(&self) -> Way {
        let was = self.old.as_ref().map(|seen| seen.severity);
        match (was, self.new.as_ref().map(|seen| seen.severity)) {
            (_, Some(Severity::Violation)) => Way::MustAct,
            (Some(Severity::Violation), _) => Way::Relieved,
            (_, Some(Severity::Warning)) => Way::Warned,
            (_, Some(Severity::Review)) => Way::Review,
            (_, Some(Severity::Pending)) => Way::Pending,
            (_, None) => Way::Gone,
        }
    }

    /// The finding that tells it: the new one where it is there.
    #[must_use]
    pub fn seen(&self) -> Option<&Seen> {
        self.new.as_ref().or(self.old.as_ref())
    }
}

impl PlanImpact {
    /// Whether the practice has something to do.
    #[must_use]
    pub fn must_act(&self) -> bool {
        self.shifts.iter().any(|shift| shift.way() == Way::MustAct)
    }
}

/// How often one rule, or one built-in check, shifts one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    pub rule: String,
    pub way: Way,
    /// Indexes of plans, in order.
    pub plans: Vec<usize>,
    pub shifts: usize,
}

/// Everything about the plans together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Impact {
    pub plans: Vec<PlanImpact>,
    pub tallies: Vec<Tally>,
}

impl Impact {
    /// The plans with at least one shift this way.
    #[must_use]
    pub fn count(&self, way: Way) -> usize {
        self.plans.iter().filter(|plan| plan.shifts.iter().any(|shift| shift.way() == way)).count()
    }

    /// The plans that differ, and in which no violation comes or goes.
    #[must_use]
    pub fn otherwise(&self) -> usize {
        let hard = |shift: &Shift| matches!(shift.way(), Way::MustAct | Way::Relieved);
        self.plans.iter().filter(|plan| !plan.shifts.is_empty() && !plan.shifts.iter().any(hard)).count()
    }

    #[must_use]
    pub fn unchanged(&self) -> usize {
        self.plans.iter().filter(|plan| plan.shifts.is_empty()).count()
    }
}

/// The ids that both regioplannen know, also of what was renamed.
#[derive(Debug)]
pub struct Common(Ids);

impl Common {
    #[must_use]
    pub fn of(old: Model<'_>, new: Model<'_>) -> Self {
        Self(super::common(old, new))
    }

    /// What shifts between the findings of one plan under both.
    #[must_use]
    pub fn shifts(&self, old: Vec<Seen>, new: Vec<Seen>) -> Vec<Shift> {
        type Key = (String, Option<u8>, Option<String>);
        let mut all: BTreeMap<Key, (Vec<Seen>, Vec<Seen>)> = BTreeMap::new();
        for seen in old {
            all.entry((seen.rule.clone(), seen.year, seen.intervention.clone())).or_default().0.push(seen);
        }
        for seen in new {
            let rule = self.0.common(Class::Rule, &seen.rule).to_owned();
            let intervention = seen.intervention.as_deref();
            let intervention = intervention.map(|id| self.0.common(Class::Intervention, id).to_owned());
            all.entry((rule, seen.year, intervention)).or_default().1.push(seen);
        }
        all.into_values().flat_map(|(old, new)| differences(old, new)).collect()
    }
}

/// Findings of one rule in one year on one intervention: those that weigh the same on both sides are no news.
fn differences(mut old: Vec<Seen>, mut new: Vec<Seen>) -> Vec<Shift> {
    // On the same line first, so that what is left is what came or went.
    let same: [fn(&Seen, &Seen) -> bool; 2] =
        [|a, b| a.severity == b.severity && a.line == b.line, |a, b| a.severity == b.severity];
    for is_same in same {
        old.retain(|one| match new.iter().position(|other| is_same(one, other)) {
            Some(at) => {
                new.remove(at);
                false
            }
            None => true,
        });
    }
    let longest = old.len().max(new.len());
    let (mut old, mut new) = (old.into_iter(), new.into_iter());
    (0..longest).map(|_| Shift { old: old.next(), new: new.next() }).collect()
}

/// Counts what shifts, rule by rule, the gravest first.
#[must_use]
pub fn impact(plans: Vec<PlanImpact>) -> Impact {
    let mut found: BTreeMap<(Way, String), (BTreeSet<usize>, usize)> = BTreeMap::new();
    for (index, plan) in plans.iter().enumerate() {
        for shift in &plan.shifts {
            let Some(seen) = shift.seen() else { continue };
            let entry = found.entry((shift.way(), seen.rule.clone())).or_default();
            entry.0.insert(index);
            entry.1 += 1;
        }
    }
    let mut tallies: Vec<Tally> = found
        .into_iter()
        .map(|((way, rule), (plans, shifts))| Tally { rule, way, plans: plans.into_iter().collect(), shifts })
        .collect();
    tallies.sort_by(|a, b| (a.way, b.plans.len(), &a.rule).cmp(&(b.way, a.plans.len(), &b.rule)));
    Impact { plans, tallies }
}
