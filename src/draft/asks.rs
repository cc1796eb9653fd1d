//! What the rules ask of a plan for one programme year, as far as the number of the year tells: choices, and fields that
//! must be filled in.

use rust_decimal::Decimal;

use crate::model::{
    Base, Cond, Demand, Expr, FrameField, Intervention, Kind, Measure, Offer, Operand, Period, Ref, Regioplan, Rule,
    RuleScope, Visitor,
};

/// The rules of a regioplan, for a plan of one programme year.
pub struct Asks<'m> {
    pub model: &'m Regioplan,
    /// The year that the plan is for.
    pub own: u8,
}

/// How firmly a rule asks for a field.
pub enum Call<'m> {
    Always(&'m Rule),
    /// Under conditions that the practice knows, and a blank plan does not.
    Sometimes(&'m Rule),
}

impl<'m> Asks<'m> {
    /// The rules that ask for choices in a year.
    pub fn choices(&self, year: u8) -> impl Iterator<Item = &'m Rule> {
        let chooses = |rule: &Rule| rule.demands.iter().any(|demand| matches!(demand, Demand::Choose { .. }));
        self.model.rules.iter().filter(move |rule| chooses(rule) && self.speaks_in(rule, year) && !self.silent(rule))
    }

    /// Whether and by which rule a field must be filled in when the plan is handed in.
    pub fn field(&self, base: Base, index: usize) -> Option<Call<'m>> {
        let asks = |rule: &&Rule| {
            rule.owner.intervention().is_none()
                && !rule.whole_region
                && !rule.standing.at_accounting
                && rule.demands.iter().any(|demand| fills(demand, base, index))
                && (matches!(rule.scope, RuleScope::Once) || self.speaks_in(rule, self.own))
                && !self.silent(rule)
        };
        let mut found: Vec<&Rule> = self.model.rules.iter().filter(asks).collect();
        found.sort_by_key(|rule| self.conditional(rule));
        let Some(rule) = found.first() else {
            // What a rule compares must be there, when that rule speaks.
            let compares = |rule: &&Rule| {
                rule.owner.intervention().is_none()
                    && !rule.whole_region
                    && !rule.standing.at_accounting
                    && rule.demands.iter().any(|demand| reads(demand, base, index))
                    && (matches!(rule.scope, RuleScope::Once) || self.speaks_in(rule, self.own))
                    && !self.silent(rule)
            };
            return self.model.rules.iter().find(compares).map(Call::Sometimes);
        };
        Some(if self.conditional(rule) { Call::Sometimes(rule) } else { Call::Always(rule) })
    }

    fn speaks_in(&self, rule: &Rule, year: u8) -> bool {
        match &rule.scope {
            RuleScope::Each(periods) => periods.iter().all(|period| may_hold(period, year)),
            RuleScope::Together(years) => years.contains(&year),
            RuleScope::OwnYear(periods) => self.is_of_plan(year) && periods.iter().all(|period| may_hold(period, year)),
            RuleScope::Once => false,
        }
    }

    /// Whether the plan is for this year.
    pub fn is_of_plan(&self, year: u8) -> bool {
        (self.own..=self.model.last_of_plan(self.own, None)).contains(&year)
    }

    /// Not in force, or only for plans of other years.
    fn silent(&self, rule: &Rule) -> bool {
        rule.standing.not_yet.is_some() || rule.conditions.iter().any(|cond| self.on_own_year(cond) == Some(false))
    }

    fn conditional(&self, rule: &Rule) -> bool {
        rule.for_each.as_ref().is_some_and(|each| !each.set.filters.is_empty())
            || rule.conditions.iter().any(|cond| self.on_own_year(cond) != Some(true))
    }

    /// A condition on the number of the plan's year; none for every other condition.
    fn on_own_year(&self, cond: &Cond) -> Option<bool> {
        let Cond::Measure { left: Expr::Ref(Ref::Frame(FrameField::Year)), measure, right: Operand::Number(bound, _) } =
            cond
        else {
            return None;
        };
        let own = Decimal::from(self.own);
        Some(match measure {
            Measure::AtLeast => own >= *bound,
            Measure::AtMost => own <= *bound,
            Measure::Exactly => own == *bound,
            Measure::More => own > *bound,
            Measure::Less => own < *bound,
        })
    }
}

/// Whether a demand reads a field of a record, or a field within it.
fn reads(demand: &Demand, base: Base, index: usize) -> bool {
    struct Reads(Base, usize, bool);
    impl Visitor for Reads {
        fn reference(&mut self, found: &Ref) {
            if let Ref::Path(path) = found {
                self.2 |= path.base == self.0 && path.steps.first() == Some(&self.1);
            }
        }
    }
    let mut reads = Reads(base, index, false);
    if let Demand::Cond(cond) = demand {
        reads.cond(cond);
    }
    reads.2
}

/// Whether a demand asks that a field of a record is filled in, or a field within it.
fn fills(demand: &Demand, base: Base, index: usize) -> bool {
    match demand {
        Demand::Cond(Cond::Filled { target: Ref::Path(path), negated: false }) => {
            path.base == base && path.steps.first() == Some(&index)
        }
        Demand::Cond(_) | Demand::Choose { .. } | Demand::Evidence { .. } => false,
    }
}

/// Whether an intervention can be chosen in a year, as far as the number of the year tells.
pub fn on_offer(intervention: &Intervention, year: u8) -> bool {
    intervention.is_open() && intervention.offer(year, None) != Offer::No
}

/// The kind with which a choice can be written down: `nieuw` in the first year, and the only one that is on offer in a year.
pub fn kind_of(intervention: &Intervention, year: u8, first: bool) -> Option<Kind> {
    let limits = || intervention.only_kinds.iter().filter(|limit| may_hold(&limit.period, year));
    let mut open = Kind::ALL.into_iter().filter(|kind| limits().all(|limit| limit.kinds.allows(*kind)));
    match (open.next(), open.next()) {
        (found, _) if first => Some(found.unwrap_or(Kind::Nieuw)),
        (Some(only), None) => Some(only),
        _ => None,
    }
}

fn may_hold(period: &Period, year: u8) -> bool {
    period.by_number(year) != Some(false)
}
