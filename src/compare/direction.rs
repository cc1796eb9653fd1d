//! Whether a change can be called stricter or looser at all: that depends on the rules that ask about what changed.
//!
//! In: what rules mean. Out: whether more of something makes them easier to meet, harder, or now one and now the other; of the last
//! nothing is said but that it differs.

use std::cmp::Ordering;

use crate::model::{
    Amount, Case, Contents, Domain, Formula, InterventionId, Meaning, Order, Outcome, Ref, Rule, Share, Sign, Source,
    Standing, Tally, Term,
};

use super::change::Effect;
use super::standing::{by_itself, worse};

/// How something asks about something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// Not at all.
    Not,
    /// The more of it, the sooner it holds.
    With,
    /// The more of it, the later it holds.
    Against,
    /// That cannot be told.
    Open,
}

impl Way {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Not, way) | (way, Self::Not) => way,
            (one, other) if one == other => one,
            (_, _) => Self::Open,
        }
    }

    fn turned(self) -> Self {
        match self {
            Self::With => Self::Against,
            Self::Against => Self::With,
            Self::Not | Self::Open => self,
        }
    }

    fn open(self) -> Self {
        if self == Self::Not { self } else { Self::Open }
    }

    fn of(ways: impl Iterator<Item = Self>) -> Self {
        ways.fold(Self::Not, Self::and)
    }
}

/// What can follow in a case.
fn outcomes(standing: &Standing, case: Case) -> Vec<Outcome> {
    let own = || standing.consequences.iter().filter(move |one| one.case == case);
    let always = own().any(|one| one.condition.is_none());
    own().map(|one| one.outcome.clone()).chain((!always).then(|| by_itself(case))).collect()
}

/// Whether who does not meet a rule is never better off than who meets it: only then a demand that asks more is stricter.
pub fn is_worse_unmet(standing: &Standing) -> bool {
    let (met, unmet) = (outcomes(standing, Case::Met), outcomes(standing, Case::NotMet));
    let orders: Vec<_> = met.iter().flat_map(|one| unmet.iter().map(|other| worse(one, other))).collect();
    let never_better = orders.iter().all(|order| matches!(order, Some(Ordering::Less | Ordering::Equal)));
    never_better && orders.contains(&Some(Ordering::Less))
}

/// Whether a rule asks for all that is on offer of something to which an intervention belongs: then more offer asks more. What is wholly
/// `new` was never chosen before, and nothing asks to go on with it.
pub fn asks_all_with(model: &Contents, id: InterventionId, new: bool) -> bool {
    let counts = |domain: &Domain| {
        let has = matches!(&domain.source, Source::Interventions(members) if members.contains(&id));
        has && domain.filters.iter().any(|filter| asks_offered(filter, new))
    };
    formulas(model).any(|formula| asks_about(formula, &counts))
}

/// Whether a formula asks whether something is on offer, in a year or in one of several.
fn asks_offered(formula: &Formula, new: bool) -> bool {
    match formula {
        Formula::Offered => true,
        Formula::StillOffered => !new,
        Formula::All(parts) | Formula::Any(parts) => parts.iter().any(|part| asks_offered(part, new)),
        Formula::InYear(_, inner) => asks_offered(inner, new),
        _ => false,
    }
}

/// Whether nothing follows for who meets a rule, and for who lacks an answer never more than for who does not meet it: then a demand
/// that is met sooner is milder, also for a plan of which one part is known and another is not.
fn is_milder_when_met(standing: &Standing) -> bool {
    let [met, unmet, missing] = [Case::Met, Case::NotMet, Case::Missing].map(|case| outcomes(standing, case));
    let no_worse =
        |one: &Outcome| unmet.iter().all(|other| matches!(worse(one, other), Some(Ordering::Less | Ordering::Equal)));
    is_worse_unmet(standing) && met.iter().all(|one| *one == Outcome::Fine) && missing.iter().all(no_worse)
}

/// How a rule follows something that its formulas ask. When it speaks, and of whom, may itself hang on an answer that is missing.
fn of_rule(rule: &Rule, meaning: &Meaning, probe: &dyn Fn(&Formula) -> bool) -> Way {
    let conditions = Way::of(meaning.conditions.iter().map(|condition| way(condition, probe)));
    let members = meaning.for_each.as_ref().map_or(Way::Not, |one| of_domain(&one.of, probe));
    let follows = meaning.consequences.iter().filter_map(|one| one.condition.as_ref());
    let follows = Way::of(follows.map(|condition| way(condition, probe)));
    let demands = Way::of(meaning.demands.iter().map(|demand| way(demand, probe)));
    let around = conditions.and(members).and(follows);
    let told = around == Way::Not && (demands == Way::Not || is_milder_when_met(&rule.standing));
    if told { demands } else { Way::Open }
}

/// What it does that in a rule what is still to take place counts as well.
pub fn when_planned_counts(model: &Contents, rule: &Rule) -> Effect {
    let mut held = rule.clone();
    held.standing.planned = false;
    match of_rule(rule, &model.meaning(&held), &|formula| matches!(formula, Formula::HasTakenPlace { .. })) {
        Way::With => Effect::Looser,
        Way::Against => Effect::Stricter,
        Way::Not | Way::Open => Effect::Different,
    }
}

/// What it does that only what has taken place counts, by the day in a field. Where it makes a rule easier to meet, that is not told:
/// besides rules other parts may ask about the day.
pub fn when_held(model: &Contents, field: &str) -> Effect {
    let probe = |formula: &Formula| match formula {
        Formula::HasTakenPlace { day: Ref::Path(path), .. } => path.words.split(' ').next() == Some(field),
        // A day of a plain list has no name: it may be of this one.
        Formula::HasTakenPlace { .. } => true,
        _ => false,
    };
    let rules = model.rules.iter().zip(&model.program.rules);
    let required = model.program.required.iter().flat_map(|fields| fields.iter().flatten());
    let refusals = model.program.refusals.iter().flatten().flatten().filter_map(|one| one.condition.as_ref());
    let besides = Way::of(required.chain(refusals).map(|condition| way(condition, &probe))).open();
    let all = Way::of(rules.into_iter().map(|(rule, meaning)| of_rule(rule, meaning, &probe))).and(besides);
    if all == Way::With { Effect::Stricter } else { Effect::Different }
}

fn formulas(model: &Contents) -> impl Iterator<Item = &Formula> {
    model.program.rules.iter().flat_map(parts)
}

fn parts(meaning: &Meaning) -> Vec<&Formula> {
    let follows = meaning.consequences.iter().filter_map(|one| one.condition.as_ref());
    let members = meaning.for_each.iter().flat_map(|one| &one.of.filters);
    meaning.conditions.iter().chain(&meaning.demands).chain(follows).chain(members).collect()
}

/// Whether a formula asks about a domain, at any depth.
fn asks_about(formula: &Formula, is: &dyn Fn(&Domain) -> bool) -> bool {
    let inside = match formula {
        Formula::Count { that, .. } => asks_about(that, is),
        Formula::All(parts) | Formula::Any(parts) => return parts.iter().any(|part| asks_about(part, is)),
        Formula::Not(inner) | Formula::InYear(_, inner) => return asks_about(inner, is),
        _ => false,
    };
    inside
        || formula
            .domains()
            .into_iter()
            .any(|domain| is(domain) || domain.filters.iter().any(|one| asks_about(one, is)))
}

fn way(formula: &Formula, probe: &dyn Fn(&Formula) -> bool) -> Way {
    if probe(formula) {
        return Way::With;
    }
    match formula {
        Formula::All(parts) | Formula::Any(parts) => Way::of(parts.iter().map(|part| way(part, probe))),
        Formula::Not(inner) => way(inner, probe).turned(),
        Formula::InYear(_, inner) => way(inner, probe),
        Formula::Compare { left, order, right, .. } => {
            let (left, right) = (of_term(left, probe), of_term(right, probe));
            match order {
                Order::AtLeast | Order::More => left.and(right.turned()),
                Order::AtMost | Order::Less => left.turned().and(right),
                Order::Equal => left.and(right).open(),
            }
        }
        Formula::Count { amount, of, that } => {
            let (of, that) = (of_domain(of, probe), way(that, probe));
            match amount {
                Amount::AtLeast(Share::Number(_)) => of.and(that),
                Amount::AtMost(Share::Number(_)) | Amount::None => of.and(that).turned(),
                Amount::All => of.turned().and(that),
                Amount::AtLeast(Share::Half | Share::Percent(_)) => of.open().and(that),
                Amount::AtMost(Share::Half | Share::Percent(_)) => of.open().and(that.turned()),
                Amount::Exactly(_) | Amount::AllOrNone => of.and(that).open(),
            }
        }
        Formula::OneOf(left, _) | Formula::Contains(left, _) => of_term(left, probe).open(),
        Formula::Filled(_)
        | Formula::HasTakenPlace { .. }
        | Formula::Chosen(..)
        | Formula::Offered
        | Formula::StillOffered => Way::Not,
    }
}

/// Whether the domain has more members.
fn of_domain(domain: &Domain, probe: &dyn Fn(&Formula) -> bool) -> Way {
    let source = match &domain.source {
        Source::Of(inner) | Source::Inside(inner, _) | Source::OfPractices(inner) => of_domain(inner, probe),
        Source::List(_)
        | Source::ListOfYears(..)
        | Source::Choices
        | Source::Practices
        | Source::Those
        | Source::Interventions(_)
        | Source::Named(_) => Way::Not,
    };
    source.and(Way::of(domain.filters.iter().map(|filter| way(filter, probe))))
}

/// Whether a number is greater.
fn of_term(term: &Term, probe: &dyn Fn(&Formula) -> bool) -> Way {
    match term {
        Term::Over(Tally::Count | Tally::Distinct(_) | Tally::Sum(_), domain) => of_domain(domain, probe),
        Term::Over(Tally::Least(_) | Tally::Greatest(_), domain) => of_domain(domain, probe).open(),
        Term::Times(_, base) => of_term(base, probe),
        Term::Shift { base, .. } => of_term(base, probe).open(),
        Term::Total(parts) => Way::of(parts.iter().map(|part| match part.sign {
            Sign::Plus => of_term(&part.of, probe),
            Sign::Minus => of_term(&part.of, probe).turned(),
        })),
        Term::Value(_) | Term::Ref(_) | Term::Day(_) => Way::Not,
    }
}
