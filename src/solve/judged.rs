//! A plan judged by the check itself, with an eye for its choices: which rules about choices it breaks, and what else is told.

use std::collections::BTreeSet;

use crate::check::{Asked, Failure, GapKind, Keep, Outcome, Spot, State, Verdict, check_keeping};
use crate::diagnostic::Severity;
use crate::model::{Formula, InterventionId};
use crate::plan::{Issue, Plan};

use super::Excused;
use super::mention::is_of_choices;

/// What choices break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Broken {
    Rule(usize),
    /// A choice that is not on offer, or not as this kind.
    Offer(InterventionId),
}

/// Where something is told: the rule or the built-in check, the year, and the intervention.
type Place = (Result<usize, String>, Option<u8>, Option<InterventionId>, Severity);

/// Judges plans beside the one that there is.
pub struct Judge<'a> {
    asked: Asked<'a>,
    excused: &'a Excused,
    broken: Vec<(Option<u8>, Broken)>,
    told: BTreeSet<Place>,
}

/// What is said of another plan.
#[derive(Debug, Default)]
pub struct Judged {
    /// What its choices break, that may not stay broken.
    pub broken: Vec<Broken>,
    /// How much is told that was not told before, besides data that are missing.
    pub news: usize,
    /// The data that are missing now, and were not before.
    pub needs: Vec<(Option<InterventionId>, String)>,
}

impl<'a> Judge<'a> {
    pub fn of(asked: Asked<'a>, excused: &'a Excused) -> Self {
        let mut judge = Self { asked, excused, broken: Vec::new(), told: BTreeSet::new() };
        let outcome = judge.outcome(asked.plan);
        judge.broken = judge.broken_in(asked.plan, &outcome);
        judge.told = places(&outcome);
        judge
    }

    /// Whether a rule may stay broken where it speaks.
    pub fn is_excused(&self, rule: usize, spot: Spot) -> bool {
        let year = match spot {
            Spot::Plan => None,
            Spot::Year(year) | Spot::Years(year) => Some(year),
        };
        self.excused.rules.contains(&(rule, year))
    }

    /// The first year of the plan in which its choices break a rule.
    pub fn first_broken(&self) -> Option<u8> {
        let (own, _) = self.asked.plan.frame.year?;
        let years = self.broken.iter().map(|(year, _)| year.unwrap_or(own));
        years.filter(|year| *year >= own).min()
    }

    /// What is said of the plan with other choices in this year. What was broken in other years may stay so.
    pub fn judge(&self, plan: &Plan, year: u8) -> Judged {
        let outcome = self.outcome(plan);
        let all = self.broken_in(plan, &outcome);
        let counts =
            |found: &&(Option<u8>, Broken)| found.0.is_none_or(|of| of == year) || !self.broken.contains(found);
        let broken = all.iter().filter(counts).map(|(_, broken)| *broken).collect();
        let mut judged = Judged { broken, ..Judged::default() };
        for verdict in outcome.verdicts.iter().filter(|verdict| is_told(verdict)) {
            if self.told.contains(&place(verdict)) {
                continue;
            }
            let needs: Vec<String> = verdict.gaps.iter().filter_map(|gap| field(&gap.kind)).collect();
            if needs.is_empty() {
                judged.news += 1;
            }
            judged.needs.extend(needs.into_iter().map(|words| (verdict.intervention, words)));
        }
        for issue in &outcome.issues {
            let Some(severity) = Some(issue.problem.severity).filter(|one| *one != Severity::Pending) else { continue };
            if self.told.contains(&(Err(issue.trail.clone()), issue.year, issue.intervention, severity)) {
                continue;
            }
            let own = issue.intervention.and_then(|id| self.asked.model.intervention(id));
            let under = own.map(|own| format!("jaren.{year}.interventies.{}.", own.id));
            match under.and_then(|under| issue.trail.strip_prefix(&under)) {
                Some(field) => judged.needs.push((issue.intervention, field.to_owned())),
                None => judged.news += 1,
            }
        }
        judged
    }

    fn outcome(&self, plan: &Plan) -> Outcome {
        check_keeping(self.asked.model, plan, self.asked.now, Keep::Findings)
    }

    fn broken_in(&self, plan: &Plan, outcome: &Outcome) -> Vec<(Option<u8>, Broken)> {
        let rules = outcome.verdicts.iter().filter(|verdict| self.is_of_choices(verdict));
        let rules = rules.filter(|verdict| !self.excused.rules.contains(&(verdict.rule, verdict.year)));
        let rules = rules.map(|verdict| (verdict.year, Broken::Rule(verdict.rule)));
        let refusals = Asked { plan, ..self.asked }.refusals();
        let refused = |issue: &Issue| {
            let id = issue.intervention.filter(|_| issue.problem.severity == Severity::Violation)?;
            let may_stay = issue.year.is_some_and(|year| self.excused.choices.contains(&(year, id)));
            (!may_stay).then_some((issue.year, Broken::Offer(id)))
        };
        rules.chain(refusals.iter().filter_map(refused)).collect()
    }

    /// Whether a rule is broken by what is chosen, and not by data that stand there.
    fn is_of_choices(&self, verdict: &Verdict) -> bool {
        let meaning = self.asked.model.program.rules.get(verdict.rule);
        let demand = |number: usize| meaning.and_then(|meaning| meaning.demands.get(number));
        let of_choices = |failure: &Failure| match failure {
            Failure::Choices { .. } => true,
            Failure::Cond { demand: number, .. } => demand(*number).is_some_and(|one: &Formula| is_of_choices(one)),
        };
        verdict.state == State::Violated && verdict.failures.iter().any(of_choices)
    }
}

fn is_told(verdict: &Verdict) -> bool {
    verdict.state.severity().is_some_and(|severity| severity != Severity::Pending)
}

fn place(verdict: &Verdict) -> Place {
    let severity = verdict.state.severity().unwrap_or(Severity::Pending);
    (Ok(verdict.rule), verdict.year, verdict.intervention, severity)
}

/// Everything that is told of a plan now.
fn places(outcome: &Outcome) -> BTreeSet<Place> {
    let verdicts = outcome.verdicts.iter().filter(|verdict| is_told(verdict)).map(place);
    let issues = outcome.issues.iter();
    let issues = issues.map(|issue| (Err(issue.trail.clone()), issue.year, issue.intervention, issue.problem.severity));
    verdicts.chain(issues).collect()
}

fn field(kind: &GapKind) -> Option<String> {
    match kind {
        GapKind::Field(words) => Some(words.to_string()),
        GapKind::Year(_)
        | GapKind::Choice(_)
        | GapKind::Unreadable
        | GapKind::Beyond
        | GapKind::Ahead
        | GapKind::Figures(_)
        | GapKind::LessThanPart(_)
        | GapKind::TooLarge => None,
    }
}
