//! Sentences -> formulas: every way to say something becomes one of a few forms.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::value::Value;

use super::formula::{Day, Domain, During, Formula, Meaning, Members, Order, Part, Sequel, Source, Tally, Term, Years};
use super::{
    Amount, Base, Comparison, Cond, Consequence, Demand, Expr, Extreme, FieldId, ForEach, InThat, Literal, Measure,
    Member, Moment, MomentWord, Operand, Path, Qualifier, Record, RecordId, Ref, Rule, RuleScope, Selector, Set,
    SetSource, Shape, Sign, Table, Target, Type, When,
};

/// Lowers what a regioplan says; the records say where members have a date.
#[derive(Clone, Copy, Debug)]
pub struct Lower<'m> {
    pub records: &'m Table<Record>,
    /// Until when what is still to take place counts.
    pub upcoming: Upcoming,
}

/// Until when what is still to take place counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Upcoming {
    Never,
    UntilAccounting,
    Always,
}

impl Lower<'_> {
    /// A whole rule.
    #[must_use]
    pub fn rule(self, rule: &Rule) -> Meaning {
        // What is due at the accounting is not done before it takes place.
        let upcoming = match (rule.standing.planned, rule.standing.at_accounting) {
            (true, _) => Upcoming::Always,
            (false, true) => Upcoming::Never,
            (false, false) => Upcoming::UntilAccounting,
        };
        Self { upcoming, ..self }.whole(rule)
    }

    fn whole(self, rule: &Rule) -> Meaning {
        // Whom a rule is about is known before the accounting, also when it asks something of them only then.
        let about = match self.upcoming {
            Upcoming::Never => Self { upcoming: Upcoming::UntilAccounting, ..self },
            Upcoming::UntilAccounting | Upcoming::Always => self,
        };
        let window = match &rule.scope {
            RuleScope::Together(years) => Some(years.as_slice()),
            RuleScope::Once | RuleScope::OwnYear(_) | RuleScope::Each(_) => None,
        };
        Meaning {
            conditions: rule.conditions.iter().map(|cond| about.cond(cond, window)).collect(),
            for_each: rule
                .for_each
                .as_ref()
                .map(|ForEach { set, same }| Members { of: about.set(set), same: same.clone() }),
            demands: rule.demands.iter().map(|demand| self.demand(demand, window)).collect(),
            consequences: self.consequences(&rule.standing.consequences, window),
        }
    }

    /// What follows, in order.
    #[must_use]
    pub fn consequences(self, list: &[Consequence], window: Option<&[u8]>) -> Vec<Sequel> {
        let one = |found: &Consequence| Sequel {
            case: found.case,
            outcome: found.outcome.clone(),
            condition: found.condition.as_ref().map(|cond| self.cond(cond, window)),
        };
        list.iter().map(one).collect()
    }

    fn demand(self, demand: &Demand, window: Option<&[u8]>) -> Formula {
        match demand {
            Demand::Cond(cond) => self.cond(cond, window),
            Demand::Choose { amount, selector } => Self::choices(*amount, selector, window),
            Demand::Evidence { cond, .. } => self.evidence(cond),
        }
    }

    /// A piece of evidence without a kind is of none of the kinds that are asked.
    fn evidence(self, cond: &Cond) -> Formula {
        let mut formula = self.cond(cond, None);
        if let Formula::Count { of, .. } = &mut formula
            && let Some(Formula::OneOf(Term::Ref(kind), _)) = of.filters.first()
        {
            let filled = Formula::Filled(kind.clone());
            of.filters.insert(0, filled);
            of.absent_is_empty = true;
        }
        formula
    }

    /// A condition; `window` names the years that are looked at together.
    #[must_use]
    pub fn cond(self, cond: &Cond, window: Option<&[u8]>) -> Formula {
        match cond {
            Cond::Chosen { amount, selector } => Self::choices(*amount, selector, window),
            Cond::Quantified { amount, set, demand } => {
                Formula::Count { amount: *amount, of: self.set(set), that: Box::new(self.cond(demand, window)) }
            }
            Cond::Shared(shared) => {
                let lines = shared.lines.iter().map(|line| self.cond(line, window)).collect();
                let whole = if shared.any { Formula::Any(lines) } else { Formula::All(lines) };
                unless(shared.negated, whole)
            }
            Cond::Filled { target, negated } => unless(*negated, self.filled(target)),
            Cond::EmptyOr { target, that } => {
                Formula::Any(vec![unless(true, self.filled(target)), self.cond(that, window)])
            }
            Cond::Compare { left, that } => self.compare(left, that),
        }
    }

    fn compare(self, one: &Expr, that: &Comparison) -> Formula {
        match that {
            Comparison::YesNo(value) => Formula::OneOf(self.expr(one), vec![Value::YesNo(*value)]),
            Comparison::Measure(measure, right) => self.measure(one, *measure, right),
            Comparison::Age { at_most, duration, on } => self.taken_place(
                one,
                Formula::Compare {
                    left: self.expr(one),
                    order: if *at_most { Order::AtLeast } else { Order::AtMost },
                    right: Term::Shift {
                        base: Box::new(on.as_ref().map_or(Term::Day(Day::Reference), |on| self.moment(on))),
                        duration: *duration,
                        after: false,
                    },
                    told: false,
                },
            ),
            Comparison::Moment(word, right) => self.taken_place(
                one,
                Formula::Compare {
                    left: self.expr(one),
                    order: match word {
                        MomentWord::NoLaterThan => Order::AtMost,
                        MomentWord::From => Order::AtLeast,
                        MomentWord::Before => Order::Less,
                        MomentWord::After => Order::More,
                        MomentWord::On => Order::Equal,
                    },
                    right: self.moment(right),
                    told: !matches!(right, Moment::Date(_)),
                },
            ),
            Comparison::OneOf { negated, values } => {
                let is = Formula::OneOf(self.expr(one), values.iter().map(literal).collect());
                self.taken_place(one, unless(*negated, is))
            }
            Comparison::Contains { negated, words } => {
                unless(*negated, Formula::Contains(self.expr(one), words.clone()))
            }
        }
    }

    /// Of a list that is filled in, something counts.
    fn filled(self, target: &Ref) -> Formula {
        let Ref::Path(path) = target else { return Formula::Filled(target.clone()) };
        let held = self.held_in(path);
        if held.is_empty() {
            return self.taken_place(&Expr::Ref(target.clone()), Formula::Filled(target.clone()));
        }
        let of = Domain {
            source: Source::List(target.clone()),
            during: None,
            filters: held,
            absent_is_empty: true,
            words: Arc::clone(&path.words),
        };
        Formula::Count {
            amount: Amount::AtLeast(super::Share::Number(1)),
            of,
            that: Box::new(Formula::All(Vec::new())),
        }
    }

    /// What is asked of a day on which something takes place is only so when it has.
    fn taken_place(self, left: &Expr, formula: Formula) -> Formula {
        match left {
            Expr::Ref(target @ Ref::Path(path)) if path.takes_place && self.upcoming != Upcoming::Always => {
                Formula::All(vec![self.has_taken_place(target.clone()), formula])
            }
            Expr::Ref(_)
            | Expr::Count(_)
            | Expr::CountDistinct(..)
            | Expr::Extreme(..)
            | Expr::Sum(..)
            | Expr::Number(..)
            | Expr::Times(..)
            | Expr::Added(_) => formula,
        }
    }

    /// What is asked of each member of a list, for it to count: that it has taken place.
    fn held_in(self, list: &Path) -> Vec<Formula> {
        match list.ty.shape() {
            Shape::List(inner) if self.upcoming != Upcoming::Always => match inner.shape() {
                Shape::Record(id) => self.held(id),
                Shape::Plain | Shape::OneOf(_) | Shape::List(_) if list.takes_place => {
                    vec![self.has_taken_place(Ref::Member)]
                }
                Shape::Plain | Shape::OneOf(_) | Shape::List(_) => Vec::new(),
            },
            Shape::List(_) | Shape::Plain | Shape::OneOf(_) | Shape::Record(_) => Vec::new(),
        }
    }

    fn held(self, record: RecordId) -> Vec<Formula> {
        let days =
            self.records.get(record).fields.pairs().filter(|(_, field)| field.takes_place && field.ty == Type::Date);
        days.map(|(index, field)| self.has_taken_place(of_member(index, &field.id))).collect()
    }

    fn has_taken_place(self, day: Ref) -> Formula {
        Formula::HasTakenPlace { day, at_accounting: self.upcoming == Upcoming::UntilAccounting }
    }

    fn measure(self, left: &Expr, measure: Measure, right: &Operand) -> Formula {
        // A limit that is worked out is told.
        let told = match right {
            Operand::Expr(expr) => expr.is_worked_out(),
            Operand::HalfOf(_) | Operand::PercentOf(..) => true,
            Operand::Number(..) => false,
        };
        let (factor, order, right) = self.aim(measure, right);
        let left = self.expr(left);
        let left = if factor == Decimal::ONE { left } else { Term::Times(factor, Box::new(left)) };
        Formula::Compare { left, order, right, told }
    }

    /// How a number must lie: so many times the number, against a bound. Both sides are multiplied rather than divided, so
    /// that nothing is rounded.
    #[must_use]
    pub fn aim(self, measure: Measure, operand: &Operand) -> (Decimal, Order, Term) {
        let (factor, bound) = match operand {
            Operand::Number(number, _) => (Decimal::ONE, Term::Value(Value::Number(*number))),
            Operand::HalfOf(whole) => (Decimal::TWO, self.expr(whole)),
            Operand::PercentOf(part, whole) => (Decimal::ONE_HUNDRED, Term::Times(*part, Box::new(self.expr(whole)))),
            Operand::Expr(expr) => (Decimal::ONE, self.expr(expr)),
        };
        (factor, order(measure), bound)
    }

    /// A term for an expression.
    #[must_use]
    pub fn expr(self, expr: &Expr) -> Term {
        let over = |tally: Tally, set: &Set| Term::Over(tally, Box::new(self.set(set)));
        match expr {
            Expr::Ref(target) => Term::Ref(target.clone()),
            Expr::Count(set) => over(Tally::Count, set),
            Expr::CountDistinct(field, set) => over(Tally::Distinct(field.clone()), set),
            Expr::Number(number, _) => Term::Value(Value::Number(*number)),
            Expr::Times(..) => Term::Total(vec![self.part(Sign::Plus, expr)]),
            Expr::Added(parts) => Term::Total(parts.iter().map(|(sign, part)| self.part(*sign, part)).collect()),
            Expr::Sum(field, set) => over(Tally::Sum(field.clone()), set),
            Expr::Extreme(Extreme::Earliest | Extreme::Lowest, field, set) => over(Tally::Least(field.clone()), set),
            Expr::Extreme(Extreme::Latest | Extreme::Highest, field, set) => over(Tally::Greatest(field.clone()), set),
        }
    }

    /// One part of what is added up.
    fn part(self, sign: Sign, expr: &Expr) -> Part {
        match expr {
            Expr::Times(factor, _, of) => Part { sign, factor: *factor, of: self.expr(of) },
            other => Part { sign, factor: Decimal::ONE, of: self.expr(other) },
        }
    }

    fn moment(self, moment: &Moment) -> Term {
        match moment {
            Moment::Date(date) => Term::Value(Value::Date(*date)),
            Moment::Yearly { month, day } => Term::Day(Day::OfYear { month: *month, day: *day }),
            Moment::ReferenceDate => Term::Day(Day::Reference),
            Moment::YearStart => Term::Day(Day::YearStart),
            Moment::YearEnd => Term::Day(Day::YearEnd),
            Moment::Expr(expr) => self.expr(expr),
            Moment::Offset { duration, after, base } => {
                Term::Shift { base: Box::new(self.moment(base)), duration: *duration, after: *after }
            }
        }
    }

    fn set(self, set: &Set) -> Domain {
        let source = match &set.source {
            SetSource::List(target) => Source::List(target.clone()),
            SetSource::ListOfYears(target, years) => Source::ListOfYears(target.clone(), *years),
            SetSource::Choices => Source::Choices,
            SetSource::Group(_, inner) => Source::Of(Box::new(self.set(inner))),
            SetSource::Inside(outer, list) => Source::Inside(Box::new(self.set(outer)), list.clone()),
            SetSource::Practices => Source::Practices,
            SetSource::OfPractices(inner) => Source::OfPractices(Box::new(self.set(inner))),
            SetSource::Those { .. } => Source::Those,
        };
        // A filter on the kind of evidence stands first.
        let held = match (&set.source, &set.member) {
            (
                SetSource::List(Ref::Path(path))
                | SetSource::ListOfYears(Ref::Path(path), _)
                | SetSource::Inside(_, Ref::Path(path)),
                _,
            ) => self.held_in(path),
            (SetSource::Those { .. }, Member::Record(id)) if self.upcoming != Upcoming::Always => self.held(*id),
            (
                SetSource::List(_)
                | SetSource::ListOfYears(..)
                | SetSource::Inside(..)
                | SetSource::Choices
                | SetSource::Group(..)
                | SetSource::Practices
                | SetSource::OfPractices(_)
                | SetSource::Those { .. },
                _,
            ) => Vec::new(),
        };
        Domain {
            source,
            during: set.in_that.map(|that| self.during(that, &set.member)),
            filters: set.filters.iter().map(|filter| self.cond(filter, None)).chain(held).collect(),
            absent_is_empty: false,
            words: set.words.as_str().into(),
        }
    }

    /// A date stands in the field `datum` of a member, or is the member itself.
    fn during(self, that: InThat, member: &Member) -> During {
        let date = match member {
            Member::Scalar(_) => Some(Ref::Member),
            Member::Record(id) => self.records.get(*id).position("datum").map(|index| of_member(index, "datum")),
            Member::Choice | Member::Practice => None,
        };
        During { that, date }
    }

    /// So many interventions of the targets are chosen; with `elk van` that holds for each target apart.
    fn choices(amount: Amount, selector: &Selector, window: Option<&[u8]>) -> Formula {
        let count = |targets: &[Target]| Self::one_choice(amount, selector, targets, window);
        if selector.each {
            Formula::All(selector.targets.iter().map(|target| count(std::slice::from_ref(target))).collect())
        } else {
            count(&selector.targets)
        }
    }

    fn one_choice(amount: Amount, selector: &Selector, targets: &[Target], window: Option<&[u8]>) -> Formula {
        let mut members = Vec::new();
        for id in targets.iter().flat_map(|target| target.members.iter().copied()) {
            if !members.contains(&id) {
                members.push(id);
            }
        }
        let history = selector.qualifier.map(before);
        let asked_whole = match amount {
            Amount::All | Amount::AllOrNone => true,
            Amount::AtLeast(_) | Amount::AtMost(_) | Amount::Exactly(_) | Amount::None => false,
        };
        // Of `alle`, what is said of the years before tells who is asked; asked again it would be two things that are not known.
        let again = history.clone().filter(|_| !asked_whole || window.is_some());
        let counts =
            Formula::All(std::iter::once(Formula::Chosen(selector.kinds.clone(), Years::Here)).chain(again).collect());
        let that = match window {
            None => counts,
            Some(years) => {
                Formula::Any(years.iter().map(|year| Formula::InYear(*year, Box::new(counts.clone()))).collect())
            }
        };
        let named = selector.field.is_some();
        // `alle` asks for what is on offer; of what was chosen before, an idea of the practice is asked too. What is assigned is not.
        // What a list names counts as offered.
        let filters = match (asked_whole, selector.qualifier) {
            (false, _) => Vec::new(),
            (true, _) if named => history.into_iter().collect(),
            (true, None) => vec![Formula::Offered],
            (true, Some(Qualifier { negated: true, .. })) => std::iter::once(Formula::Offered).chain(history).collect(),
            (true, Some(Qualifier { negated: false, .. })) => {
                std::iter::once(Formula::StillOffered).chain(history).collect()
            }
        };
        // Of years together, what is asked in one of them is asked.
        let filters = match window {
            Some(years) if !filters.is_empty() => {
                let asked = Formula::All(filters);
                vec![Formula::Any(years.iter().map(|year| Formula::InYear(*year, Box::new(asked.clone()))).collect())]
            }
            Some(_) | None => filters,
        };
        let of = Domain {
            source: selector.field.clone().map_or(Source::Interventions(members), Source::Named),
            during: None,
            filters,
            absent_is_empty: false,
            words: Arc::from(""),
        };
        Formula::Count { amount, of, that: Box::new(that) }
    }
}

/// A date of the member in hand.
fn of_member(field: FieldId, words: &str) -> Ref {
    Ref::Path(Path {
        base: Base::Member(0),
        steps: vec![field],
        ty: Type::Date,
        takes_place: false,
        none_when_empty: false,
        words: Arc::from(words),
        label: String::new(),
    })
}

/// `die [niet] eerder gekozen is`, of the intervention in hand.
#[must_use]
pub fn before(qualifier: Qualifier) -> Formula {
    let years = match qualifier.when {
        When::Earlier => Years::Earlier,
        When::YearBefore => Years::YearBefore,
        When::Year(year) => Years::Only(year),
    };
    unless(qualifier.negated, Formula::Chosen(super::KindSet::default(), years))
}

fn unless(negated: bool, formula: Formula) -> Formula {
    if negated { Formula::Not(Box::new(formula)) } else { formula }
}

fn order(measure: Measure) -> Order {
    match measure {
        Measure::AtLeast => Order::AtLeast,
        Measure::AtMost => Order::AtMost,
        Measure::Exactly => Order::Equal,
        Measure::More => Order::More,
        Measure::Less => Order::Less,
    }
}

fn literal(literal: &Literal) -> Value {
    match literal {
        Literal::Option(word) | Literal::Intervention(_, word) | Literal::Element(_, word) => Value::word(word),
        Literal::Kind(kind) => Value::word(kind.word()),
        Literal::Text(text) => Value::Text(text.clone()),
        Literal::Quarter(quarter) => Value::Quarter(*quarter),
        Literal::Date(date) => Value::Date(*date),
    }
}
