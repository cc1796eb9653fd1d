//! The one evaluator, asked from outside: where a rule of practices can be broken, and what a formula answers there.
//!
//! For whoever looks for another plan: a formula that no choice can change is answered here, and not a second time elsewhere.

use crate::model::{Domain, Formula, InterventionId, Regioplan, Rule, RuleScope};
use crate::plan::{Issue, Plan};

use super::Circumstances;
use super::assigned;
use super::env::{Env, Future, PlanBy, Scope};
use super::eval;
use super::judge;
use super::left_out::LeftOut;
use super::members::{Item, What, members};
use super::offer;

/// A plan in its circumstances, to be asked.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub model: &'a Regioplan,
    pub plan: &'a Plan,
    pub now: &'a Circumstances,
}

/// Where a rule speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Over the plan as a whole.
    Plan,
    /// In a programme year.
    Year(u8),
    /// Over the years that the rule names together; the last of them that has come is this one.
    Years(u8),
}

impl<'a> Asked<'a> {
    /// Where a rule speaks of which a violation would count now.
    #[must_use]
    pub fn spots(self, rule: &'a Rule) -> Vec<Spot> {
        if rule.whole_region || !rule.lacks.is_empty() {
            return Vec::new();
        }
        let env = self.env();
        let spots: Vec<Spot> = match &rule.scope {
            RuleScope::Once => vec![Spot::Plan],
            RuleScope::OwnYear(_) | RuleScope::Each(_) => {
                let speaks = |year: &u8| {
                    let env = env.in_year(*year);
                    rule.scope.speaks(*year, env.plan_years(), env.standpoint()) == Some(true)
                };
                env.years_so_far().filter(speaks).map(Spot::Year).collect()
            }
            RuleScope::Together(years) => {
                years.iter().copied().filter(|year| env.reaches(*year)).max().map(Spot::Years).into_iter().collect()
            }
        };
        spots.into_iter().filter(|spot| judge::counts_now(rule, &self.at(rule, *spot))).collect()
    }

    /// The answer to a formula where a rule speaks, about an intervention; none when the plan does not tell. Choices of years
    /// to come are not known.
    #[must_use]
    pub fn ask(self, rule: &'a Rule, spot: Spot, about: Option<InterventionId>, formula: &Formula) -> Option<bool> {
        let env = self.at(rule, spot);
        let future = if matches!(spot, Spot::Years(_)) { Future::Open } else { Future::Empty };
        let env = Env { intervention: about.or(env.intervention), future, ..env };
        eval::answer(formula, &env).known()
    }

    /// The interventions that a list names.
    #[must_use]
    pub fn named(self, rule: &'a Rule, spot: Spot, domain: &Domain) -> Vec<InterventionId> {
        assigned::named(domain, &self.at(rule, spot))
    }

    /// The choices in a domain, each with the answer to a formula; none when it is not known who they are.
    #[must_use]
    pub fn choices(
        self,
        rule: &'a Rule,
        spot: Spot,
        domain: &Domain,
        that: &Formula,
    ) -> Option<Vec<(InterventionId, Option<bool>)>> {
        let env = self.at(rule, spot);
        let found = members(domain, &env);
        if found.others > 0 || !found.unsure.is_empty() {
            return None;
        }
        found.sure.iter().map(|item| Some((chosen(item)?, item.answer(that, &env).known()))).collect()
    }

    /// The choices that are surely in a domain, each with its answers to these formulas.
    #[must_use]
    pub fn each(
        self,
        rule: &'a Rule,
        spot: Spot,
        domain: &Domain,
        asked: &[&Formula],
    ) -> Vec<(InterventionId, Vec<Option<bool>>)> {
        let env = self.at(rule, spot);
        let answers = |item: &Item<'_>| asked.iter().map(|that| item.answer(that, &env).known()).collect();
        let all = members(domain, &env).sure;
        all.iter().filter_map(|item| Some((chosen(item)?, answers(item)))).collect()
    }

    /// What is wrong with choices as such: not on offer, or of a kind that does not fit.
    #[must_use]
    pub fn refusals(self) -> Vec<Issue> {
        let mut issues = Vec::new();
        offer::check(&self.env(), self.plan, true, &mut LeftOut::default(), &mut issues);
        issues
    }

    /// Whether an intervention can be chosen in a year: it is on offer then, or for a part of it, or assigned to the practice.
    #[must_use]
    pub fn can_be_chosen(self, id: InterventionId, year: u8) -> bool {
        let env = self.env().in_year(year);
        offer::can_be_chosen(id, &env) || assigned::is_assigned(id, &env) == assigned::Assigned::Yes
    }

    fn of(self) -> PlanBy<'a> {
        PlanBy { plan: self.plan, regioplan: self.model }
    }

    fn env(self) -> Env<'a, 'a> {
        Env::of_plan(&self.model.contents, self.of(), self.now)
    }

    fn at(self, rule: &'a Rule, spot: Spot) -> Env<'a, 'a> {
        let env = self.env();
        match (spot, &rule.scope) {
            (Spot::Plan, _) => env,
            (Spot::Years(_), RuleScope::Together(years)) => Env { scope: Scope::Years(self.of(), years), ..env },
            (Spot::Year(year) | Spot::Years(year), _) => env.in_year(year),
        }
    }
}

/// The intervention of a member that is a choice.
fn chosen(item: &Item<'_>) -> Option<InterventionId> {
    match item.what {
        What::Choice(choice) => Some(choice.intervention),
        What::Entry(_) | What::Practice(_) | What::Intervention(_) => None,
    }
}
