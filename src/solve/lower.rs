//! The calculus with the choices of one year left open: a formula becomes a truth that hangs on those choices.
//!
//! What no choice of that year can change is answered by the one evaluator. What hangs on them in a way that is no number of
//! choices stays unknown here: the check itself decides it later. So nothing that is called broken here is in order.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::check::Spot;
use crate::model::{
    Amount, Case, Domain, Formula, InterventionId, KindSet, Meaning, Order, Outcome, Rule, Sequel, Share, Source,
    Tally, Term, Years,
};
use crate::value::Value;

use super::bits::{Bit, Bits};
use super::members::{Member, Members, Sight};
use super::mention::{hangs_on_choices, hangs_on_others, is_of_choices, looks_back, only_choices};
use super::open::Open;
use super::space::Space;

/// A rule where it speaks.
pub struct Lower<'l, 'a> {
    pub space: &'l Space<'a>,
    pub open: &'l Open,
    pub rule: &'a Rule,
    pub spot: Spot,
}

/// Where inside a rule a formula stands.
#[derive(Clone, Copy)]
struct At {
    about: Option<InterventionId>,
    /// The year, where that is not the one of the rule.
    year: Option<u8>,
}

impl Lower<'_, '_> {
    /// Whether the rule is surely broken.
    pub fn broken(&self, meaning: &Meaning, bits: &mut Bits) -> Bit {
        let at = self.at();
        let conditions: Vec<Bit> = meaning.conditions.iter().map(|one| self.holds(one, Sight::Sure, bits)).collect();
        if let Some(each) = &meaning.for_each {
            let by_one = self.broken_by_one(meaning, each, bits);
            return bits.all(conditions.into_iter().chain([by_one]));
        }
        let guard = self.guard(at);
        // What data break is no matter of choices.
        let demands = |of_choices: bool| meaning.demands.iter().filter(move |one| !of_choices || is_of_choices(one));
        let may: Vec<Bit> = demands(true).map(|one| self.holds(one, Sight::May, bits)).collect();
        let sure: Vec<Bit> = demands(false).map(|one| self.holds(one, Sight::Sure, bits)).collect();
        let not_met = !bits.all(may);
        let met = if meaning.demands.iter().all(is_of_choices) { bits.all(sure) } else { Bit::No };
        let not_met = [not_met, self.ends_badly(&meaning.consequences, Case::NotMet, Bit::Yes, bits)];
        let met = [met, self.ends_badly(&meaning.consequences, Case::Met, Bit::No, bits)];
        let (not_met, met) = (bits.all(not_met), bits.all(met));
        let ends = bits.any([not_met, met]);
        let speaks = guard.map_or(Bit::Yes, |chosen| bits.any(chosen));
        bits.all(conditions.into_iter().chain([speaks, ends]))
    }

    /// A rule of an intervention speaks where that is chosen.
    fn at(&self) -> At {
        At { about: self.rule.owner.intervention(), year: None }
    }

    /// What must hold for a rule of an intervention to speak: that it is chosen then.
    fn guard(&self, at: At) -> Option<Vec<Bit>> {
        let (id, year) = (at.about?, self.year(at)?);
        // In another year it is chosen or not, and the evaluator knows.
        self.space.is_open(year).then(|| self.open.chosen((year, id), &KindSet::default()))
    }

    /// Whether the rule surely speaks, and is a violation when it is not met.
    pub fn must_be_met(&self, meaning: &Meaning, bits: &mut Bits) -> Bit {
        let at = self.at();
        let guard = self.guard(at);
        let speaks = guard.map_or(Bit::Yes, |chosen| bits.any(chosen));
        let conditions: Vec<Bit> = meaning.conditions.iter().map(|one| self.holds(one, Sight::Sure, bits)).collect();
        let badly = self.ends_badly(&meaning.consequences, Case::NotMet, Bit::Yes, bits);
        bits.all(conditions.into_iter().chain([speaks, badly]))
    }

    /// Whether an intervention may answer a formula.
    pub fn counts(&self, id: InterventionId, formula: &Formula, bits: &mut Bits) -> Bit {
        self.formula(formula, At { about: Some(id), year: None }, Sight::May, bits)
    }

    /// Whether what follows in a case is surely a violation.
    fn ends_badly(&self, list: &[Sequel], case: Case, by_itself: Bit, bits: &mut Bits) -> Bit {
        let followed = list.iter().filter(|found| found.case == case);
        ends_badly(followed, by_itself, bits, |one, sight, bits| self.holds(one, sight, bits))
    }

    /// A formula of the rule where it speaks.
    pub fn holds(&self, formula: &Formula, sight: Sight, bits: &mut Bits) -> Bit {
        self.formula(formula, self.at(), sight, bits)
    }

    fn formula(&self, formula: &Formula, at: At, sight: Sight, bits: &mut Bits) -> Bit {
        match formula {
            Formula::All(parts) => {
                let parts: Vec<Bit> = parts.iter().map(|part| self.formula(part, at, sight, bits)).collect();
                bits.all(parts)
            }
            Formula::Any(parts) => {
                let parts: Vec<Bit> = parts.iter().map(|part| self.formula(part, at, sight, bits)).collect();
                bits.any(parts)
            }
            Formula::Not(part) => !self.formula(part, at, sight.other(), bits),
            Formula::InYear(year, part) => {
                if self.space.asked.plan.last.is_some_and(|last| last.reaches(*year)) {
                    self.formula(part, At { year: Some(*year), ..at }, sight, bits)
                } else {
                    self.told(formula, at, sight)
                }
            }
            Formula::Chosen(kinds, years) => self.chosen(kinds, *years, at, sight, bits),
            Formula::Count { amount, of, that } => self.count(*amount, of, that, at, sight, bits),
            Formula::Compare {
                left: Term::Over(Tally::Count, of),
                order,
                right: Term::Value(Value::Number(bound)),
                ..
            } if hangs_on_choices(formula) => self.compare(of, *order, *bound, at, sight, bits),
            Formula::Compare { .. }
            | Formula::OneOf(..)
            | Formula::Contains(..)
            | Formula::Filled(_)
            | Formula::HasTakenPlace { .. }
            | Formula::Offered
            | Formula::StillOffered => {
                if hangs_on_choices(formula) {
                    sight.unknown()
                } else {
                    self.told(formula, at, sight)
                }
            }
        }
    }

    /// The year in which the rule speaks, where it is of one year and not of an intervention.
    pub fn year_alone(&self) -> Option<u8> {
        let at = self.at();
        self.year(at).filter(|_| at.about.is_none())
    }

    /// The year in which something stands.
    fn year(&self, at: At) -> Option<u8> {
        at.year.or(match self.spot {
            Spot::Plan => None,
            Spot::Year(year) | Spot::Years(year) => Some(year),
        })
    }

    /// What the evaluator says.
    fn told(&self, formula: &Formula, at: At, sight: Sight) -> Bit {
        let asked = self.space.asked;
        let answer = match at.year {
            Some(year) => asked.ask(self.rule, self.spot, at.about, &Formula::InYear(year, Box::new(formula.clone()))),
            None => asked.ask(self.rule, self.spot, at.about, formula),
        };
        answer.map_or(sight.unknown(), Bit::of)
    }

    fn chosen(&self, kinds: &KindSet, years: Years, at: At, sight: Sight, bits: &mut Bits) -> Bit {
        let (Some(id), Some(here)) = (at.about, self.year(at)) else { return sight.unknown() };
        let all = match years {
            Years::Here => vec![here],
            Years::Earlier => (1..here).collect(),
            Years::YearBefore => here.checked_sub(1).filter(|before| *before > 0).into_iter().collect(),
            Years::Only(year) => vec![year],
        };
        let one = |year: u8| {
            if self.space.is_open(year) {
                return self.open.chosen((year, id), kinds);
            }
            let told = Formula::Chosen(kinds.clone(), Years::Only(year));
            vec![self.told(&told, At { year: None, ..at }, sight)]
        };
        let found: Vec<Bit> = all.into_iter().flat_map(one).collect();
        bits.any(found)
    }

    fn count(&self, amount: Amount, of: &Domain, that: &Formula, at: At, sight: Sight, bits: &mut Bits) -> Bit {
        let whole = Formula::Count { amount, of: of.clone(), that: Box::new(that.clone()) };
        if !hangs_on_choices(&whole) {
            return self.told(&whole, at, sight);
        }
        let Some(members) = self.members(of, that, at, bits) else { return sight.unknown() };
        members.holds(amount, sight, bits)
    }

    fn compare(&self, of: &Domain, order: Order, bound: Decimal, at: At, sight: Sight, bits: &mut Bits) -> Bit {
        let Some(members) = self.members(of, &Formula::All(Vec::new()), at, bits) else { return sight.unknown() };
        let Some(bound) = bound.to_u32().filter(|_| bound.is_integer()) else { return sight.unknown() };
        let number = |number: u32| Share::Number(number);
        let amount = match order {
            Order::AtLeast => Amount::AtLeast(number(bound)),
            Order::AtMost => Amount::AtMost(number(bound)),
            Order::Equal => Amount::Exactly(number(bound)),
            Order::More => Amount::AtLeast(number(bound.saturating_add(1))),
            Order::Less => match bound.checked_sub(1) {
                Some(less) => Amount::AtMost(number(less)),
                None => return Bit::No,
            },
        };
        members.holds(amount, sight, bits)
    }

    /// The members of a domain of choices or interventions.
    fn members(&self, of: &Domain, that: &Formula, at: At, bits: &mut Bits) -> Option<Members> {
        if of.during.is_some() {
            return None;
        }
        let ids = match &of.source {
            Source::Interventions(ids) => ids.clone(),
            Source::Named(_) => self.space.asked.named(self.rule, self.spot, of),
            Source::Choices | Source::Of(_) => return self.choices(of, that, at),
            Source::List(_)
            | Source::ListOfYears(..)
            | Source::Inside(..)
            | Source::Practices
            | Source::OfPractices(_)
            | Source::Those => return None,
        };
        let mut members = Members { fixed: true, ..Members::default() };
        for id in ids {
            let at = At { about: Some(id), ..at };
            let mut both = |formula: &Formula| {
                (self.formula(formula, at, Sight::Sure, bits), self.formula(formula, at, Sight::May, bits))
            };
            let inside = both(&Formula::All(of.filters.clone()));
            let answers = both(that);
            members.fixed &= inside.0 == inside.1 && !matches!(inside.0, Bit::Open(_));
            members.all.push(Member { inside, answers });
        }
        Some(members)
    }

    /// The choices of an open year, by what each would be as each kind.
    fn choices(&self, of: &Domain, that: &Formula, at: At) -> Option<Members> {
        let year = self.year(at).filter(|year| self.space.is_open(*year) && at.year.is_none() && at.about.is_none())?;
        let alone = only_choices(of) && !hangs_on_others(that);
        // What was chosen in an open year before is no matter of one choice.
        if !alone || self.space.comes_after_open(year) && (looks_back(that) || of.filters.iter().any(looks_back)) {
            return None;
        }
        let mut members = Members::default();
        for (kind, asked) in self.space.of_kind() {
            for (id, answer) in asked.choices(self.rule, self.spot, of, that)? {
                let Some(chosen) = self.open.as_kind((year, id), kind) else { continue };
                let told = |unknown: bool| Bit::of(answer.unwrap_or(unknown));
                members.all.push(Member { inside: (chosen, chosen), answers: (told(false), told(true)) });
            }
        }
        Some(members)
    }
}

/// Whether what follows is surely a violation: the first consequence that holds decides, and without one `by_itself`.
pub fn ends_badly<'m>(
    followed: impl DoubleEndedIterator<Item = &'m Sequel>,
    by_itself: Bit,
    bits: &mut Bits,
    mut holds: impl FnMut(&'m Formula, Sight, &mut Bits) -> Bit,
) -> Bit {
    let mut bad = by_itself;
    for found in followed.rev() {
        let mut seen = |sight| found.condition.as_ref().map_or(Bit::Yes, |one| holds(one, sight, bits));
        bad = match found.outcome {
            Outcome::Violation => {
                let surely = seen(Sight::Sure);
                bits.any([surely, bad])
            }
            Outcome::Warning | Outcome::Review(_) | Outcome::Later | Outcome::NotVerifiable | Outcome::Fine => {
                let perhaps = seen(Sight::May);
                bits.all([!perhaps, bad])
            }
        };
    }
    bad
}
