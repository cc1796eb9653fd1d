//! All small changes of one rule: each a rule of its own, with the change in words.

use std::collections::BTreeSet;

use crate::diagnostic::Text;
use crate::model::{
    Amount, Case, Comparison, Cond, Consequence, Contents, Demand, ForEach, Outcome, Period, Rule, RuleId, RuleScope,
    Set, Share, Standing, When, say_cond, say_consequence, say_demand, say_scope, say_set,
};

use super::vary::{Variant, in_one, without, without_one};
use super::{vary_choice, vary_cond, vary_time};

/// A rule that says something a little different.
#[derive(Clone, Debug)]
pub struct Change {
    pub rule: RuleId,
    pub changed: Rule,
    pub before: Text,
    pub after: Text,
    /// It moves a boundary by one.
    pub limit: bool,
}

/// A rule that is written out longer than this is no rule that somebody reads.
const LONGEST: usize = 64 * 1024;

/// The changes of a rule among these programme years. A change that says the same as another one, or as the rule itself, is left out; so is
/// everything of a rule that is not in force.
#[must_use]
pub fn changes(model: &Contents, years: &[u8], index: RuleId) -> Vec<Change> {
    let rule = model.rules.get(index);
    let whole = format!("{rule:?}");
    // Each change is a rule of its own: of a rule without end there would be no end of them.
    if rule.standing.not_yet.is_some() || whole.len() > LONGEST {
        return Vec::new();
    }
    let maker = Maker { index, rule, model, years };
    let mut seen = BTreeSet::from([whole]);
    let all = [maker.scope(), maker.conditions(), maker.members(), maker.demands(), maker.standing()];
    all.into_iter().flatten().filter(|change| seen.insert(format!("{:?}", change.changed))).collect()
}

struct Maker<'m> {
    index: RuleId,
    rule: &'m Rule,
    model: &'m Contents,
    years: &'m [u8],
}

impl Maker<'_> {
    fn change(&self, limit: bool, (before, after): (Text, Text), changed: Rule) -> Change {
        Change { rule: self.index, changed, before, after, limit }
    }

    fn scope(&self) -> Vec<Change> {
        let make = |v: Variant<RuleScope>| {
            let say = |scope: &RuleScope| say_scope(scope, self.rule.owner.intervention().is_some());
            let words = (say(&self.rule.scope), say(&v.value));
            self.change(v.limit, words, Rule { scope: v.value, ..self.rule.clone() })
        };
        // What is due at accounting or is judged by somebody never speaks about an earlier year, and the last year is nobody's
        // earlier year: there `in het jaar van het plan` says nothing more.
        let last = |period: &Period| {
            let is_last = |last: &u8| *period == Period::FromYear(*last) || *period == Period::InYears(vec![*last]);
            self.years.last().is_some_and(is_last)
        };
        let same = |scope: &RuleScope| match (&self.rule.scope, scope) {
            (RuleScope::OwnYear(periods), RuleScope::Each(_)) => {
                self.rule.standing.at_accounting || self.only_judged() || periods.iter().any(last)
            }
            _ => false,
        };
        let all = vary_time::scope(&self.rule.scope, self.years).into_iter();
        all.filter(|v| !same(&v.value)).map(make).collect()
    }

    /// Whether all that can be found is for somebody to judge.
    fn only_judged(&self) -> bool {
        let found = &self.rule.standing.consequences;
        let mild = |one: &Consequence| matches!(one.outcome, Outcome::Review(_) | Outcome::Fine | Outcome::Later);
        let settled = |case: Case| found.iter().any(|one| one.case == case && one.condition.is_none());
        found.iter().all(mild) && settled(Case::NotMet) && settled(Case::Missing)
    }

    /// Each condition left out, turned round, or changed.
    fn conditions(&self) -> Vec<Change> {
        let with = |conditions: Vec<Cond>| Rule { conditions, ..self.rule.clone() };
        let mut all = Vec::new();
        for (at, cond) in self.rule.conditions.iter().enumerate() {
            let when = |cond: &Cond| Text::new("test-change-if").with("cond", say_cond(cond));
            let gone = (when(cond), Text::new("test-change-gone"));
            all.push(self.change(false, gone, with(without(&self.rule.conditions, at))));
            for v in vary_cond::changed_or_opposite(cond).into_iter().filter(|v| !is_empty(&v.value)) {
                let words = v.said.clone().unwrap_or_else(|| (when(cond), when(&v.value)));
                let mut conditions = self.rule.conditions.clone();
                if let Some(place) = conditions.get_mut(at) {
                    *place = v.value;
                }
                all.push(self.change(v.limit, words, with(conditions)));
            }
        }
        all
    }

    /// The members that the rule asks one by one.
    fn members(&self) -> Vec<Change> {
        let Some(found) = &self.rule.for_each else { return Vec::new() };
        let say = |set: &Set| Text::new("test-change-for-each").with("set", say_set(set));
        let make = |v: Variant<Set>| {
            let words = v.said.clone().unwrap_or_else(|| (say(&found.set), say(&v.value)));
            let for_each = Some(ForEach { set: v.value, same: found.same.clone() });
            self.change(v.limit, words, Rule { for_each, ..self.rule.clone() })
        };
        vary_cond::set(&found.set).into_iter().map(make).collect()
    }

    fn demands(&self) -> Vec<Change> {
        let with = |demands: Vec<Demand>| Rule { demands, ..self.rule.clone() };
        let mut all = Vec::new();
        for (at, found) in self.rule.demands.iter().enumerate() {
            if self.rule.demands.len() > 1 {
                let gone = (say_demand(found), Text::new("test-change-gone"));
                all.push(self.change(false, gone, with(without(&self.rule.demands, at))));
            }
            for v in demand(found).into_iter().filter(|v| !self.is_same_history(found, &v.value)) {
                let words = v.said.clone().unwrap_or_else(|| (say_demand(found), say_demand(&v.value)));
                let mut demands = self.rule.demands.clone();
                if let Some(place) = demands.get_mut(at) {
                    *place = v.value;
                }
                all.push(self.change(v.limit, words, with(demands)));
            }
        }
        if !self.rule.not_double.is_empty() {
            let words = (Text::new("say-not-double"), Text::new("test-change-gone"));
            all.push(self.change(false, words, Rule { not_double: Vec::new(), ..self.rule.clone() }));
        }
        all
    }

    /// When the rule counts, and what follows.
    fn standing(&self) -> Vec<Change> {
        let old = &self.rule.standing;
        let with = |standing: Standing| Rule { standing, ..self.rule.clone() };
        let mut all = Vec::new();
        if old.at_accounting {
            let words = (Text::new("say-at-accounting"), Text::new("test-change-gone"));
            all.push(self.change(false, words, with(Standing { at_accounting: false, ..old.clone() })));
        } else if self.rule.can_be_broken() {
            let words = (Text::new("nothing"), Text::new("say-at-accounting"));
            all.push(self.change(false, words, with(Standing { at_accounting: true, ..old.clone() })));
        }
        let counts = |planned: bool| with(Standing { planned, ..old.clone() });
        if old.planned {
            let words = (Text::new("say-planned"), Text::new("test-change-gone"));
            all.push(self.change(false, words, counts(false)));
        } else if !self.rule.whole_region && self.model.meaning(&counts(true)) != self.model.meaning(self.rule) {
            let words = (Text::new("nothing"), Text::new("say-planned"));
            all.push(self.change(false, words, counts(true)));
        }
        let near = |date: jiff::civil::Date| [date.yesterday(), date.tomorrow()].into_iter().filter_map(Result::ok);
        for date in old.from.into_iter().flat_map(near) {
            let say = |date| Text::new("say-in-force-from").with("date", date);
            let words = (say(old.from.unwrap_or(date)), say(date));
            all.push(self.change(true, words, with(Standing { from: Some(date), ..old.clone() })));
        }
        for date in old.until.into_iter().flat_map(near) {
            let say = |date| Text::new("say-in-force-until").with("date", date);
            let words = (say(old.until.unwrap_or(date)), say(date));
            all.push(self.change(true, words, with(Standing { until: Some(date), ..old.clone() })));
        }
        all.extend(self.consequences().into_iter().map(|(limit, words, consequences)| {
            self.change(limit, words, with(Standing { consequences, ..old.clone() }))
        }));
        all
    }

    fn consequences(&self) -> Vec<(bool, (Text, Text), Vec<Consequence>)> {
        let old = &self.rule.standing.consequences;
        let mut all = Vec::new();
        for (at, found) in old.iter().enumerate() {
            let before = |one: &Consequence| {
                one.case == found.case
                    && one.condition.is_none()
                    && old.iter().position(|o| std::ptr::eq(o, one)) < Some(at)
            };
            // Behind one without a condition, it never comes to this one.
            if old.iter().any(before) {
                continue;
            }
            let gone = (say_consequence(found), Text::new("test-change-gone"));
            all.push((false, gone, without(old, at)));
            for v in consequence(found) {
                // Where nothing else follows, leaving it out makes it a violation already.
                if v.value.outcome == Outcome::Violation && self.ends_in_violation(at, found) {
                    continue;
                }
                let words = v.said.clone().unwrap_or_else(|| (say_consequence(found), say_consequence(&v.value)));
                let mut list = old.clone();
                if let Some(place) = list.get_mut(at) {
                    *place = v.value;
                }
                all.push((v.limit, words, list));
            }
        }
        let always = |one: &Consequence| one.case == Case::NotMet && one.condition.is_none();
        if self.rule.can_be_broken() && !old.iter().any(always) {
            let milder = Consequence { case: Case::NotMet, outcome: Outcome::Warning, condition: None };
            let words = (
                say_consequence(&Consequence { outcome: Outcome::Violation, ..milder.clone() }),
                say_consequence(&milder),
            );
            let mut list = old.clone();
            list.push(milder);
            all.push((false, words, list));
        }
        all
    }
}

impl Maker<'_> {
    /// In the second year `eerder` and `in het jaar ervoor` are the same year.
    fn is_same_history(&self, old: &Demand, new: &Demand) -> bool {
        let second = self.years.first().map(|first| Period::InYears(vec![first.saturating_add(1)]));
        let only = matches!(&self.rule.scope, RuleScope::Each(periods) if second.is_some_and(|second| periods.contains(&second)));
        let when = |demand: &Demand| match demand {
            Demand::Choose { selector, .. } => selector.qualifier.map(|found| found.when),
            Demand::Cond(_) | Demand::Evidence { .. } => None,
        };
        let either = |when: Option<When>| matches!(when, Some(When::Earlier | When::YearBefore));
        only && when(old) != when(new) && either(when(old)) && either(when(new))
    }

    /// Without this consequence the case is a violation: no other one comes after it. Data that a condition
    /// lacks is no violation, so there the two are not the same.
    fn ends_in_violation(&self, at: usize, found: &Consequence) -> bool {
        let last = !self.rule.standing.consequences.iter().skip(at + 1).any(|one| one.case == found.case);
        let asks_first = !self.rule.conditions.is_empty() || self.rule.for_each.is_some();
        last && match found.case {
            Case::Met => false,
            Case::NotMet => true,
            Case::Missing => !asks_first,
        }
    }
}

fn demand(found: &Demand) -> Vec<Variant<Demand>> {
    match found {
        Demand::Cond(cond) => vary_cond::cond(cond).into_iter().map(|v| v.map(Demand::Cond)).collect(),
        Demand::Choose { amount, selector } => {
            let amounts = vary_choice::amount(*amount).into_iter();
            let amounts = amounts.map(|v| v.map(|amount| Demand::Choose { amount, selector: selector.clone() }));
            let selectors = vary_choice::selector(selector).into_iter();
            let make = |selector| Demand::Choose { amount: *amount, selector };
            amounts.chain(selectors.map(|v| v.map(make))).collect()
        }
        Demand::Evidence { kinds, cond } => evidence(kinds, cond),
    }
}

/// `minimaal 0`: it always holds, so it is the same as the condition left out.
fn is_empty(cond: &Cond) -> bool {
    matches!(cond, Cond::Chosen { amount: Amount::AtLeast(Share::Number(0)), .. })
}

/// The kinds stand twice: as words, and as the first filter of the condition.
fn evidence(kinds: &[String], found: &Cond) -> Vec<Variant<Demand>> {
    let Cond::Quantified { amount, set, demand } = found else { return Vec::new() };
    let make = |kinds: Vec<String>, set: Set, demand: Box<Cond>| Demand::Evidence {
        kinds,
        cond: Cond::Quantified { amount: *amount, set, demand },
    };
    let with = |filters: Vec<Cond>| Set { filters, ..set.clone() };
    let mut all = Vec::new();
    let Some((first, rest)) = set.filters.split_first() else { return Vec::new() };
    if let Cond::Compare { left, that: Comparison::OneOf { negated, values } } = first {
        for (fewer, words) in without_one(values).into_iter().zip(without_one(kinds)) {
            let that = Comparison::OneOf { negated: *negated, values: fewer };
            let one = Cond::Compare { left: left.clone(), that };
            let filters = [one].into_iter().chain(rest.iter().cloned()).collect();
            all.push(Variant::other(make(words, with(filters), demand.clone())));
        }
        // Of one kind only: then of any kind.
        if values.len() == 1 {
            let said = say_demand(&Demand::Evidence { kinds: kinds.to_vec(), cond: found.clone() });
            let any = make(kinds.to_vec(), with(rest.to_vec()), demand.clone());
            all.push(Variant::other(any).saying(said, Text::new("test-change-any-evidence")));
        }
    }
    let years = vary_cond::other_years(&set.source).into_iter();
    let sets = years.map(|source| Set { source, ..set.clone() });
    all.extend(sets.map(|set| Variant::other(make(kinds.to_vec(), set, demand.clone()))));
    let filters = |rest: Vec<Cond>| [first.clone()].into_iter().chain(rest).collect::<Vec<_>>();
    let gone = (0..rest.len()).map(|at| Variant::other(without(rest, at)));
    let changed = in_one(rest, vary_cond::changed_or_opposite);
    all.extend(gone.chain(changed).map(|v| v.map(|rest| make(kinds.to_vec(), with(filters(rest)), demand.clone()))));
    if matches!(**demand, Cond::Compare { that: Comparison::Age { .. }, .. }) {
        let ages = vary_cond::cond(demand).into_iter();
        all.extend(ages.map(|v| v.map(|age| make(kinds.to_vec(), set.clone(), Box::new(age)))));
    }
    all
}

/// Another outcome, or another condition.
fn consequence(found: &Consequence) -> Vec<Variant<Consequence>> {
    let outcome = match found.outcome {
        Outcome::Violation | Outcome::Review(_) => Outcome::Warning,
        Outcome::Warning | Outcome::NotVerifiable | Outcome::Later | Outcome::Fine => Outcome::Violation,
    };
    let mut all = vec![Variant::other(Consequence { outcome, ..found.clone() })];
    if let Some(condition) = &found.condition {
        all.push(Variant::other(Consequence { condition: None, ..found.clone() }));
        let make = |cond: Cond| Consequence { condition: Some(cond), ..found.clone() };
        let changed = vary_cond::changed_or_opposite(condition).into_iter().filter(|v| !is_empty(&v.value));
        all.extend(changed.map(|v| v.map(make)));
    }
    all
}
