//! What the rules ask of a plan for one programme year, as far as the number of the year tells: choices, and fields that
//! must be filled in.

use rust_decimal::Decimal;

use crate::model::{
    Base, Comparison, Cond, Contents, Demand, Expr, FieldId, FrameField, Intervention, InterventionId, Kind, Measure,
    Offer, Operand, Path, Period, Programme, Ref, Rule, RuleScope, Visitor,
};

/// The rules of a regioplan, for a plan of one programme year.
pub struct Asks<'m> {
    pub model: &'m Contents,
    pub programme: &'m Programme,
    /// The year that the plan is for.
    pub own: u8,
}

/// The place of a field: in which part of a plan, and by which fields one comes there; of a choice, for which intervention.
#[derive(Clone)]
pub struct Place {
    pub base: Base,
    pub steps: Vec<FieldId>,
    pub owner: Option<InterventionId>,
    /// The year in which it stands; of what stands in no year, the year of the plan.
    pub year: u8,
}

impl Place {
    /// The place of a field within this one.
    #[must_use]
    pub fn within(&self, index: FieldId) -> Self {
        let mut place = self.clone();
        place.steps.push(index);
        place
    }

    /// Whether a path leads here, or to something within.
    fn holds(&self, path: &Path) -> bool {
        path.base == self.base && path.steps.starts_with(&self.steps)
    }
}

/// How firmly a rule asks for a field.
pub enum Call<'m> {
    Always(&'m Rule),
    /// Under conditions that the practice knows, and a blank plan does not.
    Sometimes(&'m Rule),
    /// Not before the year is accounted for.
    Later(&'m Rule),
}

impl<'m> Asks<'m> {
    /// The rules that ask for choices in a year.
    pub fn choices(&self, year: u8) -> impl Iterator<Item = &'m Rule> {
        let chooses = |rule: &Rule| rule.demands.iter().any(|demand| matches!(demand, Demand::Choose { .. }));
        self.model.rules.iter().filter(move |rule| chooses(rule) && self.speaks_in(rule, year) && !self.silent(rule))
    }

    /// Whether and by which rule a field, or one within it, must be filled in.
    pub fn field(&self, at: &Place) -> Option<Call<'m>> {
        let speaks = |rule: &&Rule| {
            rule.owner.intervention() == at.owner
                && !rule.whole_region
                && (matches!(rule.scope, RuleScope::Once) || self.speaks_in(rule, at.year))
                && !self.silent(rule)
        };
        let demands = |asks: fn(&Demand, &Place) -> bool| {
            let rules = self.model.rules.iter().filter(speaks);
            rules.filter(move |rule| rule.demands.iter().any(|demand| asks(demand, at)))
        };
        let now = |rule: &&Rule| !rule.standing.at_accounting;
        let firmest = demands(fills).filter(now).min_by_key(|rule| self.conditional(rule));
        if let Some(rule) = firmest {
            return Some(if self.conditional(rule) { Call::Sometimes(rule) } else { Call::Always(rule) });
        }
        // What a rule compares must be there, when that rule speaks.
        let compared = demands(reads).find(now).map(Call::Sometimes);
        compared.or_else(|| demands(fills).chain(demands(reads)).next().map(Call::Later))
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
        (self.own..=self.programme.last_by_number(self.own)).contains(&year)
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
        let Cond::Compare { left, that: Comparison::Measure(measure, Operand::Number(bound, _)) } = cond else {
            return None;
        };
        if *left != Expr::Ref(Ref::Frame(FrameField::Year)) {
            return None;
        }
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

/// Whether a demand reads a field, or a field within it.
fn reads(demand: &Demand, at: &Place) -> bool {
    struct Reads<'p>(&'p Place, bool);
    impl Visitor for Reads<'_> {
        fn reference(&mut self, found: &Ref) {
            if let Ref::Path(path) = found {
                self.1 |= self.0.holds(path);
            }
        }
    }
    let mut reads = Reads(at, false);
    if let Demand::Cond(cond) = demand {
        reads.cond(cond);
    }
    reads.1
}

/// Whether a demand asks that a field is filled in, or a field within it.
fn fills(demand: &Demand, at: &Place) -> bool {
    match demand {
        Demand::Cond(Cond::Filled { target: Ref::Path(path), negated: false }) => at.holds(path),
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
