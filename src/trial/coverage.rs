//! What the examples exercise of each rule: met and broken, its conditions both ways, its boundaries.
//!
//! A condition is asked by making it the only demand of a copy of the rule, so that the check itself answers.

use crate::check::{NotApplicable, State, Verdict};
use crate::diagnostic::Text;
use crate::model::{Case, Consequence, Contents, Demand, Outcome, Rule, RuleId, Standing, say_cond, say_consequence};

use super::notice::with_rule;
use super::{Change, Example, changes};

/// What the examples exercise, rule by rule.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    pub rules: Vec<RuleCoverage>,
}

/// What the examples exercise of one rule.
#[derive(Clone, Debug)]
pub struct RuleCoverage {
    pub rule: RuleId,
    pub met: bool,
    pub broken: bool,
    /// A plan can break it.
    pub can_be_broken: bool,
    pub conditions: Vec<Asked>,
    pub consequences: Vec<Asked>,
    pub limits: Limits,
}

/// A condition, or a consequence: whether it held in an example, and whether it did not.
#[derive(Clone, Debug)]
pub struct Asked {
    pub text: Text,
    pub yes: bool,
    pub no: bool,
}

/// The steps over a boundary that the rule has, and those for which an example gives another verdict.
#[derive(Clone, Debug, Default)]
pub struct Limits {
    pub all: usize,
    /// The others, as a change.
    pub open: Vec<Change>,
}

impl RuleCoverage {
    /// The rule is met in an example, and broken in one if a plan can.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.met && (self.broken || !self.can_be_broken)
    }
}

impl Coverage {
    /// Rules with an example on both sides.
    #[must_use]
    pub fn full(&self) -> usize {
        self.rules.iter().filter(|rule| rule.is_full()).count()
    }

    /// Answers that conditions and consequences can have, and those that an example gives.
    #[must_use]
    pub fn answers(&self) -> (usize, usize) {
        let asked = || self.rules.iter().flat_map(|rule| rule.conditions.iter().chain(&rule.consequences));
        (asked().map(|one| usize::from(one.yes) + usize::from(one.no)).sum(), asked().count() * 2)
    }

    /// Boundaries with an example, and all.
    #[must_use]
    pub fn limits(&self) -> (usize, usize) {
        let all: usize = self.rules.iter().map(|rule| rule.limits.all).sum();
        (all - self.rules.iter().map(|rule| rule.limits.open.len()).sum::<usize>(), all)
    }
}

/// Looks at every rule that is in force, of those that are asked.
#[must_use]
pub fn coverage(model: &Contents, years: &[u8], examples: &[Example], asked: &dyn Fn(RuleId) -> bool) -> Coverage {
    let mut probe = Probe { copy: model.clone(), years, examples };
    let in_force = |(index, rule): &(RuleId, &Rule)| rule.standing.not_yet.is_none() && asked(*index);
    let rules = model.rules.pairs().filter(in_force).map(|(index, rule)| one(index, rule, model, &mut probe));
    Coverage { rules: rules.collect() }
}

struct Probe<'e> {
    copy: Contents,
    years: &'e [u8],
    examples: &'e [Example],
}

impl Probe<'_> {
    /// The verdicts of all examples on a copy of a rule, an example a list.
    fn ask(&mut self, index: RuleId, rule: Rule) -> Vec<Vec<Verdict>> {
        let examples = self.examples;
        let ask = |model: &Contents| examples.iter().map(|example| example.verdicts(model, index)).collect();
        with_rule(&mut self.copy, index, rule, ask).unwrap_or_default()
    }
}

fn one(index: RuleId, rule: &Rule, model: &Contents, probe: &mut Probe<'_>) -> RuleCoverage {
    let usual = probe.ask(index, rule.clone());
    let bare = |verdict: &Verdict| verdict.failures.is_empty() && verdict.gaps.is_empty();
    let met = |verdict: &Verdict| match &verdict.state {
        State::Met => true,
        State::Warned { .. } | State::Review(_) | State::Violated => bare(verdict),
        State::Pending | State::NotVerifiable { .. } | State::NotApplicable(_) => false,
    };
    let broken = |verdict: &Verdict| match &verdict.state {
        State::Warned { .. } | State::Review(_) | State::Violated => !bare(verdict),
        State::NotVerifiable { reported } => !reported,
        State::Met | State::Pending | State::NotApplicable(_) => false,
    };
    let conditions = (0..rule.conditions.len()).filter_map(|at| condition(index, rule, at, probe)).collect();
    let consequences =
        (0..rule.standing.consequences.len()).filter_map(|at| consequence(index, rule, at, probe)).collect();
    RuleCoverage {
        rule: index,
        met: usual.iter().flatten().any(met),
        broken: usual.iter().flatten().any(broken),
        can_be_broken: rule.can_be_broken(),
        conditions,
        consequences,
        limits: limits(index, model, &usual, probe),
    }
}

/// Whether a condition held in an example, where the ones before it did.
fn condition(index: RuleId, rule: &Rule, at: usize, probe: &mut Probe<'_>) -> Option<Asked> {
    let cond = rule.conditions.get(at)?;
    let asked = Rule {
        conditions: rule.conditions.iter().take(at).cloned().collect(),
        for_each: None,
        demands: vec![Demand::Cond(cond.clone())],
        not_double: Vec::new(),
        standing: Standing::default(),
        ..rule.clone()
    };
    let verdicts = probe.ask(index, asked);
    let any = |state: &State| verdicts.iter().flatten().any(|verdict| verdict.state == *state);
    let text = Text::new("test-change-if").with("cond", say_cond(cond));
    Some(Asked { text, yes: any(&State::Met), no: any(&State::Violated) })
}

/// The name of nobody, for a judgement that only says that a consequence was taken.
const TAKEN: &str = "\u{0}";

/// Whether a consequence was taken, and, when it has a condition, whether it was not although its case occurred.
fn consequence(index: RuleId, rule: &Rule, at: usize, probe: &mut Probe<'_>) -> Option<Asked> {
    let found = rule.standing.consequences.get(at)?;
    let before = |one: &&Consequence| one.case == found.case;
    let mut list: Vec<Consequence> = rule.standing.consequences.iter().take(at).filter(before).cloned().collect();
    for earlier in &mut list {
        earlier.outcome = Outcome::Warning;
    }
    list.push(Consequence { outcome: Outcome::Review(TAKEN.to_owned()), ..found.clone() });
    let asked = Rule { standing: Standing { consequences: list, ..Standing::default() }, ..rule.clone() };
    let verdicts = probe.ask(index, asked);
    let taken = |verdict: &Verdict| verdict.state == State::Review(TAKEN.to_owned());
    let passed = |verdict: &Verdict| match (&verdict.state, found.case) {
        (State::Violated, Case::NotMet) => !verdict.failures.is_empty(),
        (State::Violated, Case::Missing) => verdict.failures.is_empty(),
        (State::NotVerifiable { reported }, Case::Missing) => !reported,
        (State::Met, Case::Met) => true,
        _ => false,
    };
    let all = || verdicts.iter().flatten();
    let no = found.condition.is_none() || all().any(passed);
    Some(Asked { text: say_consequence(found), yes: all().any(taken), no })
}

/// The boundaries: an example lies just on this side when one step more changes a verdict.
fn limits(index: RuleId, model: &Contents, base: &[Vec<Verdict>], probe: &mut Probe<'_>) -> Limits {
    let steps: Vec<Change> = changes(model, probe.years, index).into_iter().filter(|change| change.limit).collect();
    let all = steps.len();
    let same = |old: &Verdict, new: &Verdict| {
        let quiet = |verdict: &Verdict| matches!(verdict.state, State::NotApplicable(NotApplicable::Nothing));
        quiet(old) && quiet(new) || old.state == new.state && old.year == new.year
    };
    let alike = |old: &[Verdict], new: &[Verdict]| {
        old.len() == new.len() && old.iter().zip(new).all(|(old, new)| same(old, new))
    };
    let open = |change: &Change| {
        let new = probe.ask(index, change.changed.clone());
        base.iter().zip(&new).all(|(old, new)| alike(old, new))
    };
    Limits { all, open: steps.into_iter().filter(open).collect() }
}
