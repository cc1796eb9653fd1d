//! An example: a plan, a plan that could not be judged, or a region; and what the check says about it.

use crate::check::{
    Circumstances, Participant, PlanBy, Region, State, Verdict, check, check_region, check_region_rule, check_rule,
};
use crate::diagnostic::Severity;
use std::sync::Arc;

use crate::model::{Contents, InterventionId, Regioplan, RuleId};
use crate::plan::{Issue, Plan, RecordValue};

use super::{About, Expectation, What};

/// Whether an example keeps the rules or breaks one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Good,
    Wrong,
}

/// An example that was read, with what it must show.
#[derive(Debug)]
pub struct Example {
    pub sort: Sort,
    pub subject: Subject,
    pub expected: Vec<Expectation>,
    /// It is about an aanvulling: what the rules of the regioplan say does not matter.
    pub of_supplement: bool,
}

/// What an example is.
#[derive(Debug)]
pub enum Subject {
    Plan {
        plan: Box<Plan>,
        /// The regioplan by which it was read.
        regioplan: Arc<Regioplan>,
        now: Circumstances,
    },
    /// It could not be judged; this was said about it.
    Refused(Vec<Seen>),
    Region(Box<RegionPlans>),
}

/// A region: its plans and its figures.
#[derive(Debug)]
pub struct RegionPlans {
    pub plans: Vec<PlanOfRegion>,
    pub figures: Option<RecordValue>,
    pub calendar_year: i16,
    pub now: Circumstances,
}

/// One of the plans of a region.
#[derive(Debug)]
pub struct PlanOfRegion {
    pub plan: Plan,
    /// The regioplan by which it was read.
    pub regioplan: Arc<Regioplan>,
    /// The programme year that counts.
    pub year: Option<u8>,
}

/// Something that the check says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    pub about: About,
    pub what: What,
    pub year: Option<u8>,
    pub intervention: Option<InterventionId>,
}

impl Example {
    #[must_use]
    pub fn is_region(&self) -> bool {
        matches!(self.subject, Subject::Region(_))
    }

    /// Everything that the check says, as far as it is about what is tested.
    #[must_use]
    pub fn all(&self, model: &Contents) -> Vec<Seen> {
        let mut seen = self.everything(model);
        seen.retain(|seen| match seen.about {
            About::Rule(rule) => !self.of_supplement || model.rules.get(rule).supplement.is_some(),
            About::BuiltIn(_) => true,
        });
        seen
    }

    fn everything(&self, model: &Contents) -> Vec<Seen> {
        match &self.subject {
            Subject::Refused(seen) => seen.clone(),
            Subject::Plan { plan, regioplan, now } => {
                let outcome = check(regioplan, plan, now);
                let mut seen = of_issues(&outcome.issues);
                seen.extend(outcome.verdicts.iter().filter_map(|verdict| self.seen(verdict)));
                seen
            }
            Subject::Region(region) => region.ask(|asked| {
                check_region(model, asked, &region.now).verdicts.iter().filter_map(|one| self.seen(one)).collect()
            }),
        }
    }

    /// The verdicts on one rule.
    #[must_use]
    pub fn verdicts(&self, model: &Contents, rule: RuleId) -> Vec<Verdict> {
        match &self.subject {
            Subject::Refused(_) => Vec::new(),
            Subject::Plan { plan, regioplan, now } => check_rule(model, PlanBy { plan, regioplan }, now, rule),
            Subject::Region(region) => region.ask(|asked| check_region_rule(model, asked, &region.now, rule)),
        }
    }

    /// What a verdict says. In a region also what cannot be verified is said, whatever the cause.
    #[must_use]
    pub fn seen(&self, verdict: &Verdict) -> Option<Seen> {
        let what = match (&verdict.state, verdict.state.severity()) {
            (_, Some(severity)) => What::Finding(severity),
            (State::Met, None) => What::Fine,
            (State::NotVerifiable { .. }, None) if self.is_region() => What::Finding(Severity::Warning),
            (_, None) => return None,
        };
        let about = About::Rule(verdict.rule);
        Some(Seen { about, what, year: verdict.year, intervention: verdict.intervention })
    }
}

impl RegionPlans {
    fn ask<T>(&self, ask: impl FnOnce(&Region<'_>) -> T) -> T {
        let practices: Vec<Participant<'_>> = self
            .plans
            .iter()
            .enumerate()
            .map(|(practice, PlanOfRegion { plan, regioplan, year })| Participant {
                practice,
                of: PlanBy { plan, regioplan },
                year: *year,
            })
            .collect();
        ask(&Region { practices: &practices, figures: self.figures.as_ref(), calendar_year: self.calendar_year })
    }
}

/// What the built-in checks say.
#[must_use]
pub fn of_issues(issues: &[Issue]) -> Vec<Seen> {
    let one = |issue: &Issue| Seen {
        about: About::BuiltIn(issue.problem.code),
        what: What::Finding(issue.problem.severity),
        year: issue.year,
        intervention: issue.intervention,
    };
    issues.iter().map(one).collect()
}
