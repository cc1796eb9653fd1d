//! One verdict for each rule, year and choice or member it applies to.

use crate::model::{Amount, Case, Demand, Expr, ForEach, Period, Ref, Regioplan, Rule, RuleScope, Selector, Set};
use crate::plan::Plan;

use super::Circumstances;
use super::answer::Answer;
use super::choices::{self, Chosen};
use super::cond;
use super::consequence;
use super::double;
use super::env::{Env, unreadable};
use super::outcome::{Counted, Failure, Gap, GapKind, NotApplicable, Shown, State, Verdict};
use super::practices;
use super::sets::{self, Item};
use super::verdicts::Verdicts;

/// Judges all rules.
pub fn all(model: &Regioplan, plan: &Plan, now: &Circumstances, verdicts: &mut Verdicts) {
    let env = Env::new(model, plan, now);
    for index in 0..model.rules.len() {
        one(index, &env, verdicts);
    }
}

/// Judges one rule of practices, by its index.
pub fn one<'a>(index: usize, env: &Env<'_, 'a>, verdicts: &mut Verdicts) {
    let Some(rule) = env.model.rules.get(index).filter(|rule| !rule.whole_region) else { return };
    if verdicts.keep().passes_over(rule, env.now) {
        return;
    }
    let judge = Judge::<'a> { rule, index };
    let before = verdicts.given();
    match rule.owner.intervention() {
        Some(_) => judge.in_choices(env, verdicts),
        None => judge.in_scope(env, verdicts),
    }
    if verdicts.given() == before {
        // No year, choice or member that the rule is about.
        verdicts.push_quiet(|| judge.verdict(env, State::NotApplicable(NotApplicable::Nothing)));
    }
}

/// Judges a rule over a region: once, or for the calendar year in hand.
pub fn of_region<'a>(rule: &'a Rule, index: usize, env: &Env<'_, 'a>) -> Vec<Verdict> {
    let judge = Judge { rule, index };
    let mut verdicts = Verdicts::default();
    match &rule.scope {
        RuleScope::Each(periods) => {
            let env = super::region::in_calendar_year(*env);
            if holds(periods, &env, 0) == Some(true) {
                judge.judge(&env, &mut verdicts);
            }
        }
        RuleScope::Once | RuleScope::OwnYear(_) | RuleScope::Together(_) => judge.judge(env, &mut verdicts),
    }
    if verdicts.given() == 0 {
        verdicts.push_quiet(|| judge.verdict(env, State::NotApplicable(NotApplicable::Nothing)));
    }
    let mut verdicts = verdicts.into_kept();
    for verdict in &mut verdicts {
        verdict.year = None;
    }
    verdicts
}

/// Whether a rule speaks in the year in hand.
pub fn speaks_in(rule: &Rule, env: &Env<'_, '_>) -> bool {
    let own = env.plan.frame.year.map(|(year, _)| year);
    match (&rule.scope, env.year) {
        (RuleScope::Once, _) => true,
        (RuleScope::OwnYear(periods), Some(year)) => Some(year) == own && holds(periods, env, year) == Some(true),
        (RuleScope::Each(periods), Some(year)) => holds(periods, env, year) == Some(true),
        (RuleScope::OwnYear(_) | RuleScope::Each(_) | RuleScope::Together(_), _) => false,
    }
}

/// Why a rule says nothing here at all.
pub fn rests(rule: &Rule, env: &Env<'_, '_>) -> Option<NotApplicable> {
    let standing = &rule.standing;
    let over = standing.until.is_some_and(|until| env.now.reference > until);
    if standing.not_yet.is_some() || over {
        return Some(NotApplicable::NotInForce);
    }
    (standing.at_accounting && consequence::lies_behind(env)).then_some(NotApplicable::AccountedEarlier)
}

struct Judge<'a> {
    rule: &'a Rule,
    index: usize,
}

impl<'a> Judge<'a> {
    fn in_scope(&self, env: &Env<'_, 'a>, verdicts: &mut Verdicts) {
        let own = env.plan.frame.year.map(|(year, _)| year);
        let rule: &'a Rule = self.rule;
        match (&rule.scope, own) {
            (RuleScope::Once, _) => self.judge(env, verdicts),
            (_, None) => verdicts.push(self.undecided(env, None, unreadable(env.plan.frame.top))),
            (RuleScope::OwnYear(periods), Some(own)) => self.in_periods(env, periods, own, verdicts),
            (RuleScope::Each(periods), Some(own)) => {
                for year in env.model.first_year..=own.min(env.model.last_year) {
                    self.in_periods(env, periods, year, verdicts);
                }
            }
            (RuleScope::Together(years), Some(own)) => {
                if years.iter().min().is_some_and(|first| *first <= own) {
                    let last = years.iter().copied().max().unwrap_or(own).min(own);
                    let window = Env { window: Some(years), ..env.in_year(last) };
                    self.judge(&window, verdicts);
                }
            }
        }
    }

    fn in_periods(&self, env: &Env<'_, 'a>, periods: &[Period], year: u8, verdicts: &mut Verdicts) {
        match holds(periods, env, year) {
            Some(true) => self.in_year(env, year, verdicts),
            Some(false) => {}
            None => verdicts.push(self.undecided(env, Some(year), unreadable(env.plan.frame.top))),
        }
    }

    fn in_year(&self, env: &Env<'_, '_>, year: u8, verdicts: &mut Verdicts) {
        let env = env.in_year(year);
        if env.year_plan.is_none() {
            let gap = Gap::new(GapKind::Year(year), env.plan.years_span);
            verdicts.push(self.undecided(&env, Some(year), gap));
            return;
        }
        self.judge(&env, verdicts);
    }

    /// A rule of an intervention: once for each year in which it is chosen.
    fn in_choices(&self, env: &Env<'_, '_>, verdicts: &mut Verdicts) {
        let (Some(id), Some((own, _))) = (self.rule.owner.intervention(), env.plan.frame.year) else { return };
        let RuleScope::Each(periods) = &self.rule.scope else { return };
        for year in env.plan.years.iter().filter(|year| year.year <= own) {
            for choice in year.choices.iter().filter(|choice| choice.intervention == id) {
                let env = env.in_year(year.year).with_choice(choice);
                match holds(periods, &env, year.year) {
                    Some(true) => self.judge(&env, verdicts),
                    Some(false) => {}
                    None => verdicts.push(self.undecided(&env, Some(year.year), unreadable(choice.key))),
                }
            }
        }
    }

    fn judge(&self, env: &Env<'_, '_>, verdicts: &mut Verdicts) {
        if let Some(reason) = rests(self.rule, env) {
            verdicts.push_quiet(|| self.verdict(env, State::NotApplicable(reason)));
            return;
        }
        let mut unknown = Vec::new();
        let asked = env.plainly();
        for condition in &self.rule.conditions {
            match cond::answer(condition, &asked) {
                Answer::Yes => {}
                Answer::No(_) => {
                    verdicts.push_quiet(|| self.verdict(env, State::NotApplicable(NotApplicable::Condition)));
                    return;
                }
                Answer::Unknown(gaps) => unknown.extend(gaps),
            }
        }
        if !unknown.is_empty() {
            verdicts.push(self.finish(env, Case::Missing, Vec::new(), unknown, true));
            return;
        }
        match &self.rule.for_each {
            None => verdicts.push(self.demands(env)),
            Some(ForEach { set, same: Some(field) }) => self.groups(set, field, env, verdicts),
            Some(ForEach { set, same: None }) => match sets::members(set, env) {
                Err(gap) => verdicts.push(self.finish(env, Case::Missing, Vec::new(), vec![gap], true)),
                Ok(found) => {
                    if found.sure.is_empty() && found.unsure.is_empty() {
                        verdicts.push_quiet(|| self.verdict(env, State::NotApplicable(NotApplicable::Nothing)));
                    }
                    for item in &found.sure {
                        verdicts.push(item.within(env, |inner| self.demands(inner)));
                    }
                    for (item, gaps) in &found.unsure {
                        let gaps = gaps.clone();
                        verdicts
                            .push(item.within(env, |inner| self.finish(inner, Case::Missing, Vec::new(), gaps, true)));
                    }
                }
            },
        }
    }

    /// The members with the same value stand together; one without a value belongs nowhere.
    fn groups(&self, set: &Set, field: &Ref, env: &Env<'_, '_>, verdicts: &mut Verdicts) {
        let found = match sets::members(set, env) {
            Ok(found) => found,
            Err(gap) => {
                verdicts.push(self.finish(env, Case::Missing, Vec::new(), vec![gap], true));
                return;
            }
        };
        let before = verdicts.given();
        let mut groups: Vec<(String, Option<Shown>, Vec<Item<'_>>)> = Vec::new();
        let mut strays: Vec<(Item<'_>, Vec<Gap>)> = found.unsure;
        for item in found.sure {
            let value = item.within(env, |inner| {
                inner.get(field).map(|(value, _)| cond::shown(&value, &Expr::Ref(field.clone()), inner))
            });
            match value {
                Ok(shown) => {
                    let key = format!("{shown:?}").to_lowercase();
                    match groups.iter_mut().find(|(known, _, _)| *known == key) {
                        Some((_, _, members)) => members.push(item),
                        None => groups.push((key, shown, vec![item])),
                    }
                }
                Err(gap) => strays.push((item, vec![gap.of(item.at().map(|at| at.practice))])),
            }
        }
        for (_, shown, members) in &groups {
            let inner = Env { those: Some(members), ..*env };
            let mut verdict = self.demands(&inner);
            verdict.group.clone_from(shown);
            verdict.counted = counted(members);
            verdict.place = members.first().map_or(verdict.place, |item| item.span());
            verdicts.push(verdict);
        }
        for (item, gaps) in strays {
            let mut verdict = self.finish(env, Case::Missing, Vec::new(), gaps, true);
            verdict.counted = counted(&[item]);
            verdict.place = item.span();
            verdicts.push(verdict);
        }
        if verdicts.given() == before {
            verdicts.push_quiet(|| self.verdict(env, State::NotApplicable(NotApplicable::Nothing)));
        }
    }

    fn demands(&self, env: &Env<'_, '_>) -> Verdict {
        let mut failures = Vec::new();
        let mut gaps = Vec::new();
        let mut not_yet = false;
        for (number, demand) in self.rule.demands.iter().enumerate() {
            let answer = match demand {
                Demand::Choose { amount, selector } => match self.choose(*amount, selector, number, env) {
                    Chosen::Yes => continue,
                    Chosen::NotYet => {
                        not_yet = true;
                        continue;
                    }
                    Chosen::No(failure) => {
                        failures.push(failure);
                        continue;
                    }
                    Chosen::Unknown(found) => Answer::Unknown(found),
                },
                Demand::Cond(found) => cond::answer(found, env),
                Demand::Evidence { cond: crate::model::Cond::Quantified { amount, set, demand }, .. } => {
                    sets::quantified(*amount, set, demand, env, true)
                }
                Demand::Evidence { cond: found, .. } => cond::answer(found, env),
            };
            match answer {
                Answer::Yes => {}
                Answer::No(seen) => failures.push(Failure::Cond { demand: number, seen }),
                Answer::Unknown(found) => gaps.extend(found),
            }
        }
        match (failures.is_empty(), gaps.is_empty()) {
            (false, _) => self.finish(env, Case::NotMet, failures, gaps, false),
            (true, false) => self.finish(env, Case::Missing, failures, gaps, false),
            (true, true) if not_yet => self.verdict(env, State::Pending),
            (true, true) => self.finish(env, Case::Met, failures, gaps, false),
        }
    }

    /// A choice demand; when no choice may count twice, all rules that share the choices are looked at.
    fn choose(&self, amount: Amount, selector: &Selector, number: usize, env: &Env<'_, '_>) -> Chosen {
        if self.rule.not_double.is_empty() {
            choices::judge(amount, selector, number, env)
        } else {
            double::judge(self.rule, self.index, number, env)
        }
    }

    /// What follows from a case, by the standing of the rule.
    fn finish(
        &self,
        env: &Env<'_, '_>,
        case: Case,
        mut failures: Vec<Failure>,
        gaps: Vec<Gap>,
        of_condition: bool,
    ) -> Verdict {
        let reported = case == Case::Missing && gaps.iter().all(|gap| !matches!(gap.kind, GapKind::Field(_)));
        let state = if reported {
            State::NotVerifiable { reported: true }
        } else {
            match consequence::following(&self.rule.standing.consequences, case, env) {
                Some(found) => {
                    failures.extend(consequence::decided(self.rule, found, env));
                    consequence::state(&found.outcome, env)
                }
                None => match case {
                    Case::Met => State::Met,
                    Case::NotMet => State::Violated,
                    Case::Missing if of_condition => State::NotVerifiable { reported: false },
                    Case::Missing => State::Violated,
                },
            }
        };
        let state = self.in_time(state, case, env);
        let quiet = matches!(state, State::Met | State::NotApplicable(_));
        let mut verdict = self.verdict(env, state);
        if !quiet {
            verdict.failures = failures;
            verdict.gaps = gaps.into_iter().map(|gap| gap.of(env.practice)).collect();
        }
        verdict
    }

    /// What is due at accounting waits until then; what is in force later only warns now.
    fn in_time(&self, state: State, case: Case, env: &Env<'_, '_>) -> State {
        let standing = &self.rule.standing;
        if standing.at_accounting && !env.now.accounting {
            return match state {
                State::NotVerifiable { reported: true } => state,
                State::Met if case == Case::Met => State::Met,
                _ => State::Pending,
            };
        }
        match (state, standing.from) {
            (State::Violated, Some(from)) if env.now.reference < from => State::Warned { violation_from: Some(from) },
            (state, _) => state,
        }
    }

    fn verdict(&self, env: &Env<'_, '_>, state: State) -> Verdict {
        Verdict {
            rule: self.index,
            year: env.year,
            intervention: env.choice.map(|choice| choice.intervention),
            place: env.place(),
            state,
            failures: Vec::new(),
            gaps: Vec::new(),
            group: None,
            counted: match (env.region, env.practice) {
                (Some(_), Some(practice)) => {
                    vec![Counted { practice, year: env.year.unwrap_or(0), place: env.place() }]
                }
                (Some(_), None) if self.rule.for_each.is_none() => counted(&practices::named_by(self.rule, env)),
                _ => Vec::new(),
            },
        }
    }

    fn undecided(&self, env: &Env<'_, '_>, year: Option<u8>, gap: Gap) -> Verdict {
        let mut verdict = self.verdict(env, State::NotVerifiable { reported: true });
        verdict.year = year;
        verdict.gaps.push(gap);
        verdict
    }
}

/// Where the members of a region stand that counted.
fn counted(items: &[Item<'_>]) -> Vec<Counted> {
    items
        .iter()
        .filter_map(|item| {
            let at = item.at()?;
            Some(Counted { practice: at.practice, year: at.year, place: item.span() })
        })
        .collect()
}

/// Whether all periods hold in a year; none when the start quarter that would tell is missing.
fn holds(periods: &[Period], env: &Env<'_, '_>, year: u8) -> Option<bool> {
    let mut all = true;
    for period in periods {
        // Most periods name programme years, and need no dates.
        all &= match period {
            Period::Always => true,
            Period::InYears(years) => years.contains(&year),
            Period::FromYear(from) => year >= *from,
            Period::UntilYear(until) => year <= *until,
            Period::InCalendar(_)
            | Period::FromCalendar(_)
            | Period::UntilCalendar(_)
            | Period::FromDate(_)
            | Period::UntilDate(_) => period.holds_in(env.standpoint(year)?),
        };
    }
    Some(all)
}
