//! A rule: for whom and when it speaks, what it asks, what follows, and why.

use jiff::civil::Date;

use crate::source::Span;

use super::{
    Amount, Cond, Id, InterventionId, LastYear, Period, Ref, Selector, Set, Standpoint, StatementId, SupplementId,
    Table,
};

pub type RuleId = Id<Rule>;

/// One rule; by default one that nobody wrote, and that asks nothing.
#[derive(Clone, Debug, Default)]
pub struct Rule {
    pub id: String,
    pub title: String,
    pub owner: Owner,
    /// The aanvulling that it came from; none of the regioplan itself.
    pub supplement: Option<SupplementId>,
    /// What an aanvulling names in it and this region does not have: then nobody can judge it here.
    pub lacks: Vec<String>,
    pub scope: RuleScope,
    pub conditions: Vec<Cond>,
    /// It looks at all plans of a region together.
    pub whole_region: bool,
    pub for_each: Option<ForEach>,
    /// All of them must hold.
    pub demands: Vec<Demand>,
    /// A choice that counts for this rule counts for none of these as well: in order. This one is among them
    /// when its own demands may not share a choice. Who stands in the list of another has the other in its own.
    pub not_double: Vec<RuleId>,
    pub standing: Standing,
    pub reasons: Reasons,
    pub span: Span,
    pub lines: RuleLines,
}

/// Where the lines of a rule stand that ask something, each in the order of what it asks.
#[derive(Clone, Debug, Default)]
pub struct RuleLines {
    pub conditions: Vec<Span>,
    pub demands: Vec<Span>,
    /// The line of the last day in force.
    pub until: Option<Span>,
}

impl Rule {
    /// Whether a plan can break it: what only a person judges, no plan breaks.
    #[must_use]
    pub fn can_be_broken(&self) -> bool {
        self.standing.judged.is_none()
    }

    /// How many amounts of choices it asks: each target with `elk` by itself.
    #[must_use]
    pub fn amounts(&self) -> usize {
        let amounts = self.demands.iter().map(|demand| match demand {
            Demand::Choose { selector, .. } if selector.each => selector.targets.len(),
            Demand::Choose { .. } => 1,
            Demand::Cond(_) | Demand::Evidence { .. } => 0,
        });
        amounts.sum()
    }

    /// Whether its own amounts may not share a choice.
    #[must_use]
    pub fn is_apart_within(&self, rules: &Table<Rule>) -> bool {
        let is_own = |id: &RuleId| rules.get(*id).id == self.id;
        self.amounts() > 1 && self.not_double.iter().any(is_own)
    }

    /// The other rules with which it may not share a choice.
    pub fn apart_from<'r>(&'r self, rules: &'r Table<Rule>) -> impl Iterator<Item = &'r Rule> {
        self.not_double.iter().map(|id| rules.get(*id)).filter(|rule| rule.id != self.id)
    }

    /// The line of a condition, by its number.
    #[must_use]
    pub fn condition_at(&self, number: usize) -> Span {
        self.lines.conditions.get(number).copied().unwrap_or(self.span)
    }

    /// The line of a demand, by its number; the rule itself when it has no line of its own.
    #[must_use]
    pub fn demand_at(&self, number: usize) -> Span {
        self.lines.demands.get(number).copied().unwrap_or(self.span)
    }
}

/// Each member of a set apart, or the members with the same value together.
#[derive(Clone, Debug, PartialEq)]
pub struct ForEach {
    pub set: Set,
    pub same: Option<Ref>,
}

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Owner {
    #[default]
    Rule,
    Minimum(InterventionId),
    EndGoal(InterventionId),
    OwnIdea(InterventionId),
}

impl Owner {
    /// The intervention that the rule belongs to.
    #[must_use]
    pub fn intervention(self) -> Option<InterventionId> {
        match self {
            Self::Rule => None,
            Self::Minimum(id) | Self::EndGoal(id) | Self::OwnIdea(id) => Some(id),
        }
    }
}

/// For which years a rule speaks.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum RuleScope {
    /// Once, for the plan as a whole.
    #[default]
    Once,
    /// Only in the year that the plan is for, when all periods cover it.
    OwnYear(Vec<Period>),
    /// In each year that all periods cover.
    Each(Vec<Period>),
    /// Once, over these years together.
    Together(Vec<u8>),
}

impl RuleScope {
    /// Whether a rule speaks in a programme year of a plan for these years, as far as its days are known: the calendar year of a programme year is
    /// the one in which it begins, and a date must not lie after its first day. A rule over years together
    /// speaks in each of them; one for the plan as a whole in every year.
    #[must_use]
    pub fn speaks(&self, year: u8, of_plan: Option<(u8, LastYear)>, at: Option<Standpoint>) -> Option<bool> {
        match self {
            Self::Once => Some(true),
            Self::Together(years) => Some(years.contains(&year)),
            Self::OwnYear(_) if of_plan.is_some_and(|(own, last)| year < own || !last.reaches(year)) => Some(false),
            Self::OwnYear(periods) | Self::Each(periods) => {
                let mut all = Some(true);
                for period in periods {
                    // Most periods name programme years, and need no dates.
                    match period.by_number(year).or_else(|| period.holds_on(at?.first)) {
                        Some(true) => {}
                        Some(false) => return Some(false),
                        None => all = None,
                    }
                }
                all
            }
        }
    }

    /// Whether a rule over a region speaks in the year that begins on this day. Once is always.
    #[must_use]
    pub fn speaks_on(&self, day: Date) -> bool {
        match self {
            Self::Once | Self::Together(_) => true,
            Self::OwnYear(periods) | Self::Each(periods) => {
                periods.iter().all(|period| period.holds_on(day) == Some(true))
            }
        }
    }
}

/// One thing that a rule asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Demand {
    Cond(Cond),
    Choose {
        amount: Amount,
        selector: Selector,
    },
    /// A piece of evidence of one of the kinds; the condition is what it must answer.
    Evidence {
        kinds: Vec<String>,
        cond: Cond,
    },
}

/// What follows from a verdict.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    pub at_accounting: bool,
    /// Of a rule that asks nothing: what the person looks at who judges.
    pub judged: Option<String>,
    /// What is still to take place counts, also at the accounting.
    pub planned: bool,
    pub not_yet: Option<String>,
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub consequences: Vec<Consequence>,
}

/// What follows in one case, under a condition if there is one.
#[derive(Clone, Debug, PartialEq)]
pub struct Consequence {
    pub case: Case,
    pub outcome: Outcome,
    pub condition: Option<Cond>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Met,
    NotMet,
    Missing,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Violation,
    Warning,
    Review(String),
    Later,
    NotVerifiable,
    Fine,
}

/// Why something stands in a regioplan.
#[derive(Clone, Debug, Default)]
pub struct Reasons {
    pub explanation: Vec<String>,
    pub advice: Vec<String>,
    pub reading: Vec<String>,
    pub sources: Vec<StatementId>,
}
