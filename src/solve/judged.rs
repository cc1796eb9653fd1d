//! A plan judged by the check itself, with an eye for its choices: which rules about choices it breaks, and what else is told.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::check::{Asked, Failure, GapKind, Keep, Outcome, Spot, State, Verdict, check_keeping};
use crate::diagnostic::Severity;
use crate::model::{
    Cond, Demand, Formula, InterventionId, Kind, LastYear, Need, Ref, Rule, RuleId, field_of_choices, reads,
};
use crate::plan::{Issue, Plan};

use super::Excused;
use super::mention::{is_of_choices, named_in};
use super::space::{Chosen, Pick, Space};

/// What choices break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Broken {
    Rule(RuleId),
    /// A choice that is not on offer, or not as this kind.
    Offer(InterventionId),
}

/// Where something is told: the rule or the built-in check, the year, and the intervention.
type Place = (Result<RuleId, String>, Option<u8>, Option<InterventionId>, Severity);

/// The field in which evidence stands.
const EVIDENCE: &str = "bewijs";

/// Judges plans beside the one that there is.
pub struct Judge<'a> {
    asked: Asked<'a>,
    excused: Excused,
    broken: Vec<(Option<u8>, Broken)>,
    told: BTreeSet<Place>,
    /// Where a person judges something of the plan as it is.
    judged: BTreeSet<Place>,
    /// What was said of other choices.
    known: RefCell<BTreeMap<Chosen, Rc<Judged>>>,
}

/// What is said of another plan.
#[derive(Debug, Default)]
pub struct Judged {
    /// What its choices break, that may not stay broken.
    pub broken: Vec<(Option<u8>, Broken)>,
    /// How much is told that was not told before, besides data that are missing.
    pub news: usize,
    /// The data that are missing now, and were not before.
    pub needs: Vec<(Option<u8>, Option<InterventionId>, Need)>,
    /// The choices of which something is told now that was not before, besides data that are missing.
    pub drawn: Vec<Pick>,
    /// The data of a choice without which a person must judge it, or that a rule over several choices lacks.
    wishes: Vec<(Pick, Need)>,
    /// A person judges something that was not judged before, and that no data settle.
    pub by_person: bool,
    /// The rules that are told of, each with its year.
    told: Vec<(RuleId, Option<u8>)>,
    /// The choices of which the offer or the kind is told of.
    offers: Vec<Pick>,
}

/// The fixed checks of what is chosen: whether it is on offer, and fits what was chosen before.
const OF_CHOICES: [&str; 2] = ["niet-aangeboden", "soort-keuze"];

impl Judged {
    /// Whether a rule is told of in a year, as anything.
    pub fn tells(&self, rule: RuleId, year: Option<u8>) -> bool {
        self.told.contains(&(rule, year))
    }

    /// Whether the offer or the kind of a choice is told of.
    pub fn tells_offer(&self, pick: Pick) -> bool {
        self.offers.contains(&pick)
    }

    /// The data that a choice needs.
    pub fn needs_of(&self, (year, id): Pick) -> Vec<Need> {
        let needs = self.needs.iter().filter(|(of_year, of, _)| *of == Some(id) && of_year.is_none_or(|of| of == year));
        let wishes = self.wishes.iter().filter(|(pick, _)| *pick == (year, id));
        let mut all: Vec<Need> = Vec::new();
        for need in needs.map(|(.., need)| need).chain(wishes.map(|(_, need)| need)) {
            match all.iter_mut().find(|known| known.words == need.words) {
                Some(known) => known.add(need),
                None => all.push(need.clone()),
            }
        }
        all
    }

    /// Whether the region has a say in a choice.
    pub fn asks_region(&self, pick: Pick) -> bool {
        self.by_person || self.drawn.contains(&pick)
    }
}

impl<'a> Judge<'a> {
    /// A judge to whom all that is said of a plan is news.
    fn fresh(asked: Asked<'a>, excused: Excused) -> Self {
        let (told, judged) = (BTreeSet::new(), BTreeSet::new());
        Self { asked, excused, broken: Vec::new(), told, judged, known: RefCell::default() }
    }

    /// The data that the choices of the plan lack.
    pub fn lacking(asked: Asked<'a>) -> Vec<(Pick, String)> {
        let judge = Self::fresh(asked, Excused::default());
        let needs = judge.judge(asked.plan, &[]).needs.into_iter();
        needs.filter_map(|(year, id, need)| Some(((year?, id?), need.words))).collect()
    }

    pub fn of(asked: Asked<'a>, excused: Excused) -> Self {
        let mut judge = Self::fresh(asked, excused);
        let outcome = judge.outcome(asked.plan);
        judge.broken = judge.broken_in(asked.plan, &outcome);
        judge.told = places(&outcome);
        judge.judged = outcome.verdicts.iter().filter(|verdict| is_by_person(verdict)).map(place).collect();
        judge
    }

    /// Whether a rule may stay broken where it speaks.
    pub fn is_excused(&self, rule: RuleId, spot: Spot) -> bool {
        let year = match spot {
            Spot::Plan => None,
            Spot::Year(year) | Spot::Years(year) => Some(year),
        };
        self.excused.rules.contains(&(rule, year))
    }

    pub fn asked(&self) -> Asked<'a> {
        self.asked
    }

    /// Whether a year was handed in before.
    pub fn lies_behind(&self, year: u8) -> bool {
        self.asked.plan.frame.year.is_some_and(|(own, _)| year < own)
    }

    /// Whether another plan breaks this in a year.
    pub fn breaks(&self, plan: &Plan, year: u8, broken: Broken) -> bool {
        self.broken_in(plan, &self.outcome(plan)).contains(&(Some(year), broken))
    }

    pub fn excused(&self) -> &Excused {
        &self.excused
    }

    /// Whether this is broken in the plan as it is.
    pub fn is_broken(&self, year: Option<u8>, broken: Broken) -> bool {
        self.broken.contains(&(year, broken))
    }

    /// The years of the plan whose choices are open: from the first in which they break a rule; none when they break none.
    pub fn open_years(&self) -> Vec<u8> {
        let plan = self.asked.plan;
        let Some((own, _)) = plan.frame.year else { return Vec::new() };
        let years = self.broken.iter().map(|(year, _)| year.unwrap_or(own));
        let Some(first) = years.filter(|year| *year >= own).min() else { return Vec::new() };
        self.years_from(first)
    }

    /// The years of the plan from this one.
    pub fn years_from(&self, first: u8) -> Vec<u8> {
        let plan = self.asked.plan;
        let last = plan.last.unwrap_or(LastYear::Year(first));
        plan.years.iter().map(|found| found.year).filter(|year| *year >= first && last.reaches(*year)).collect()
    }

    /// What is said of the plan with these choices in its open years; what was said once is known.
    pub fn of_choices(&self, space: &Space<'_>, chosen: &Chosen) -> Rc<Judged> {
        if let Some(known) = self.known.borrow().get(chosen) {
            return Rc::clone(known);
        }
        let judged = Rc::new(self.judge(&space.plan(chosen), &space.years));
        self.known.borrow_mut().insert(chosen.clone(), Rc::clone(&judged));
        judged
    }

    /// What is said of the plan with other choices in these years. What was broken in other years may stay so.
    pub fn judge(&self, plan: &Plan, years: &[u8]) -> Judged {
        let outcome = self.outcome(plan);
        let all = self.broken_in(plan, &outcome);
        let counts = |found: &&(Option<u8>, Broken)| {
            found.0.is_none_or(|of| years.contains(&of)) || !self.broken.contains(found)
        };
        let broken = all.iter().filter(counts).copied().collect();
        let told =
            outcome.verdicts.iter().filter(|verdict| is_told(verdict)).map(|verdict| (verdict.rule, verdict.year));
        let mut judged = Judged { broken, told: told.collect(), ..Judged::default() };
        for verdict in outcome.verdicts.iter().filter(|verdict| is_told(verdict)) {
            if self.told.contains(&place(verdict)) {
                continue;
            }
            let needs = self.fields(verdict);
            // What is asked of a choice besides its kind is data.
            if needs.is_empty() && (verdict.intervention.is_none() || self.hangs_on_choices(verdict)) {
                judged.news += 1;
            }
            judged.wishes.extend(self.wishes(verdict, &needs));
            judged.needs.extend(needs.into_iter().map(|need| (verdict.year, verdict.intervention, need)));
        }
        for verdict in outcome.verdicts.iter().filter(|verdict| is_by_person(verdict)) {
            if self.judged.contains(&place(verdict)) {
                continue;
            }
            let own = verdict.year.zip(verdict.intervention);
            let wishes = self.fields(verdict);
            let is_changed = own.is_some_and(|own| kind_in(plan, own) != kind_in(self.asked.plan, own));
            judged.by_person |= wishes.is_empty() && !is_changed;
            judged.wishes.extend(own.into_iter().flat_map(|own| wishes.iter().map(move |need| (own, need.clone()))));
        }
        for issue in &outcome.issues {
            let Some(severity) = Some(issue.problem.severity).filter(|one| *one != Severity::Pending) else { continue };
            let of_choices = OF_CHOICES.contains(&issue.problem.code);
            judged.offers.extend(issue.year.zip(issue.intervention).filter(|_| of_choices));
            if self.told.contains(&(Err(issue.trail.clone()), issue.year, issue.intervention, severity)) {
                continue;
            }
            let own = issue.intervention.map(|id| self.asked.model.contents.intervention(id));
            let under = own.zip(issue.year).map(|(own, year)| format!("jaren.{year}.interventies.{}.", own.id));
            if let Some(field) = issue.lacks.or_else(|| issue.trail.strip_prefix(&under?)) {
                judged.needs.push((issue.year, issue.intervention, Need::of(field)));
            } else {
                judged.news += 1;
                judged.drawn.extend(issue.year.zip(issue.intervention));
            }
        }
        judged
    }

    fn outcome(&self, plan: &Plan) -> Outcome {
        check_keeping(self.asked.model, plan, self.asked.now, Keep::Now)
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
        // A choice without a kind is none yet.
        let own = plan.frame.year.map(|(own, _)| (own, plan.last.unwrap_or(LastYear::Year(own))));
        let years =
            plan.years.iter().filter(|year| own.is_some_and(|(own, last)| year.year >= own && last.reaches(year.year)));
        let unsaid = years.flat_map(|year| {
            let without = year.choices.iter().filter(|choice| choice.kind.is_none());
            without.map(|choice| (Some(year.year), Broken::Offer(choice.intervention)))
        });
        rules.chain(refusals.iter().filter_map(refused)).chain(unsaid).collect()
    }

    /// Whether a rule is broken by what is chosen, and not by data that stand there.
    fn is_of_choices(&self, verdict: &Verdict) -> bool {
        verdict.state == State::Violated && self.hangs_on_choices(verdict)
    }

    /// Whether a rule is not met because of what is chosen.
    fn hangs_on_choices(&self, verdict: &Verdict) -> bool {
        let meaning = self.asked.model.contents.program.rules.get(verdict.rule);
        let demand = |number: usize| meaning.demands.get(number);
        let of_choices = |failure: &Failure| match failure {
            Failure::Choices { .. } => true,
            Failure::Cond { demand: number, .. } => demand(*number).is_some_and(|one: &Formula| is_of_choices(one)),
        };
        verdict.failures.iter().any(of_choices)
    }

    /// The fields that a rule asks and that are not filled in.
    fn fields(&self, verdict: &Verdict) -> Vec<Need> {
        let rule = self.asked.model.contents.rules.get(verdict.rule);
        let demand = |number: usize| rule.demands.get(number);
        let asked = verdict.failures.iter().filter_map(|failure| match failure {
            Failure::Cond { demand: number, .. } => match demand(*number)? {
                Demand::Cond(Cond::Filled { target: Ref::Path(path), negated: false }) => Some(path.words.to_string()),
                Demand::Evidence { .. } => Some(EVIDENCE.to_owned()),
                Demand::Cond(cond) => field_of_choices(cond).map(|path| path.words.to_string()),
                Demand::Choose { .. } => None,
            },
            Failure::Choices { .. } => None,
        });
        let asked: Vec<String> = asked.collect();
        // What only decides what follows is not asked besides.
        let counts = |words: &String| asked.is_empty() || asks(rule, words);
        let gaps = verdict.gaps.iter().filter_map(|gap| field(&gap.kind)).filter(counts);
        let mut all: Vec<String> = gaps.chain(asked.iter().cloned()).collect();
        all.dedup();
        all.iter().map(|words| Need::by(rule, words)).collect()
    }

    /// What a rule over several choices lacks, for each of the interventions that it names.
    fn wishes(&self, verdict: &Verdict, needs: &[Need]) -> Vec<(Pick, Need)> {
        let (Some(year), None) = (verdict.year, verdict.intervention) else { return Vec::new() };
        let meaning = self.asked.model.contents.program.rules.get(verdict.rule);
        let named: Vec<InterventionId> =
            meaning.demands.iter().flat_map(|demand| named_in(demand, &self.asked.model.contents)).collect();
        let of = |id: &InterventionId| needs.iter().map(|need| ((year, *id), need.clone())).collect::<Vec<_>>();
        named.iter().flat_map(of).collect()
    }
}

/// Whether the practice must do something; what somebody of the region judges is nothing that it must mend.
fn is_told(verdict: &Verdict) -> bool {
    verdict.state.severity().is_some_and(|severity| Keep::Urgent.wants(severity))
}

fn is_by_person(verdict: &Verdict) -> bool {
    matches!(verdict.state, State::Review(_))
}

/// As what something is chosen in a plan.
fn kind_in(plan: &Plan, (year, id): Pick) -> Option<Kind> {
    plan.year(year)?.choices.iter().find(|choice| choice.intervention == id)?.kind
}

/// Whether a rule itself asks about a field, and not only what follows from it.
fn asks(rule: &Rule, words: &str) -> bool {
    let mut bare = rule.clone();
    bare.standing.consequences.clear();
    words.split(" van ").next().is_some_and(|name| reads(&bare, name))
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
        GapKind::Field(words) | GapKind::Empty(words, _) => Some(words.to_string()),
        GapKind::Year(_)
        | GapKind::Choice(_)
        | GapKind::Unreadable
        | GapKind::Beyond
        | GapKind::Ahead
        | GapKind::Figures(_)
        | GapKind::LessThanPart(_)
        | GapKind::StillAhead(..)
        | GapKind::TooLarge => None,
    }
}
