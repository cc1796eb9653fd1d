//! What a part of a regioplan means, as a text that is the same in two regioplannen exactly when they mean the
//! same: ids instead of places and numbers, sets in a fixed order. People never see it. Every `match` and pattern
//! names all there is, so that something new in the model cannot be forgotten here.

use crate::model::{
    Amount, Case, Comparison, Cond, Condition, Consequence, Contents, Demand, Duration, DurationUnit, Element, Expr,
    ForEach, Id, KindSet, Literal, Moment, Operand, Outcome, Owner, Period, Ref, Rule, RuleScope, Selector, Set,
    SetSource, Shape, Share, Target, TargetOf, Type,
};
use crate::value::name_key;

use super::ids::{Class, Ids};

/// Writes keys of one of both regioplannen.
#[derive(Clone, Copy, Debug)]
pub struct Keys<'a> {
    pub model: &'a Contents,
    /// The programme years of which its rules can speak.
    pub years: &'a [u8],
    pub ids: &'a Ids,
}

/// The texts in a fixed order.
pub fn sorted(mut texts: Vec<String>) -> String {
    texts.sort();
    format!("[{}]", texts.join(";"))
}

impl Keys<'_> {
    pub fn common(&self, class: Class, id: &str) -> String {
        self.ids.common(class, id).to_owned()
    }

    pub fn intervention(&self, id: crate::model::InterventionId) -> String {
        self.common(Class::Intervention, &self.model.intervention(id).id)
    }

    /// Whether there is an intervention with this id, by which both know it.
    pub fn offers(&self, id: &str) -> bool {
        self.model.interventions.iter().any(|one| self.ids.common(Class::Intervention, &one.id) == id)
    }

    pub fn element(&self, id: Id<Element>) -> String {
        self.common(Class::Element, &self.model.elements.get(id).id)
    }

    pub fn cond(&self, cond: &Cond) -> String {
        match cond {
            Cond::Chosen { amount, selector } => {
                format!("chosen {} {}", Self::amount(*amount), self.selector(selector))
            }
            Cond::Quantified { amount, set, demand } => {
                format!("{} of {} {{{}}}", Self::amount(*amount), self.set(set), self.cond(demand))
            }
            Cond::Filled { target, negated } => format!("filled {negated} {}", Self::target(target)),
            Cond::EmptyOr { target, that } => format!("empty {} or {}", Self::target(target), self.cond(that)),
            Cond::Compare { left, that } => self.comparison(&self.expr(left), that),
            Cond::Shared(shared) => format!("shared {} {}", shared.negated, self.shared(shared.of)),
        }
    }

    fn comparison(&self, left: &str, that: &Comparison) -> String {
        match that {
            Comparison::YesNo(value) => format!("yes {value} {left}"),
            Comparison::Measure(measure, right) => format!("{left} {measure:?} {}", self.operand(right)),
            Comparison::Age { at_most, duration, on } => {
                let on = on.as_ref().map_or_else(String::new, |moment| self.moment(moment));
                format!("{left} age {at_most} {} {on}", Self::duration(*duration))
            }
            Comparison::Moment(word, right) => format!("{left} {word:?} {}", self.moment(right)),
            Comparison::OneOf { negated, .. } => format!("{left} one-of {negated} {}", sorted(self.values(that))),
            Comparison::Contains { negated, .. } => format!("{left} contains {negated} {}", sorted(self.values(that))),
        }
    }

    /// What a condition is about, without the numbers and words that may change in it.
    pub fn about(&self, cond: &Cond) -> String {
        let left = |left: &Expr| match left.sets().first() {
            Some(set) => format!("set {}", self.source(&set.source)),
            None => self.expr(left),
        };
        match cond {
            Cond::Chosen { .. } => "chosen".to_owned(),
            Cond::Shared(shared) => format!("shared {}", self.shared(shared.of)),
            Cond::Quantified { set, .. } => format!("set {}", self.source(&set.source)),
            Cond::Filled { target, .. } | Cond::EmptyOr { target, .. } => Self::target(target),
            Cond::Compare { left: expr, .. } => left(expr),
        }
    }

    /// The left side of a comparison; none when there is none.
    pub fn left(&self, cond: &Cond) -> Option<String> {
        match cond {
            Cond::Chosen { .. } | Cond::Quantified { .. } | Cond::Shared(_) => None,
            Cond::Filled { target, .. } | Cond::EmptyOr { target, .. } => Some(Self::target(target)),
            Cond::Compare { left, .. } => Some(self.expr(left)),
        }
    }

    /// A named condition by its id: what it asks is compared where it stands.
    fn shared(&self, id: Id<Condition>) -> String {
        self.common(Class::Condition, &self.model.conditions.get(id).named.id)
    }

    pub fn amount(amount: Amount) -> String {
        let share = |share: Share| match share {
            Share::Number(number) => number.to_string(),
            // Another word for the same part.
            Share::Half => "50%".to_owned(),
            Share::Percent(part) => format!("{}%", part.normalize()),
        };
        match amount {
            Amount::AtLeast(one) => format!(">= {}", share(one)),
            Amount::AtMost(one) => format!("<= {}", share(one)),
            Amount::Exactly(one) => format!("= {}", share(one)),
            Amount::All => "all".to_owned(),
            Amount::None => "none".to_owned(),
            Amount::AllOrNone => "all or none".to_owned(),
        }
    }

    /// A written path says enough: what it reaches is compared with the data.
    pub fn target(target: &Ref) -> String {
        match target {
            Ref::Frame(field) => format!("frame {}", field.word()),
            Ref::Choice(field) => format!("choice {}", field.word()),
            Ref::Path(path) => format!("{:?} {}", path.base, name_key(&path.words)),
            Ref::Member => "member".to_owned(),
        }
    }

    pub fn set(&self, set: &Set) -> String {
        let Set { source, in_that, filters, member: _, words: _ } = set;
        let filters = filters.iter().map(|filter| self.cond(filter)).collect();
        format!("{} {in_that:?} {}", self.source(source), sorted(filters))
    }

    fn source(&self, source: &SetSource) -> String {
        match source {
            SetSource::List(list) => Self::target(list),
            SetSource::Inside(outer, list) => format!("{} inside {}", Self::target(list), self.set(outer)),
            SetSource::ListOfYears(list, years) => format!("{} {years:?}", Self::target(list)),
            SetSource::Choices => "choices".to_owned(),
            SetSource::Group(index, _) => {
                format!("group {}", self.common(Class::Group, &self.model.groups.get(*index).named.id))
            }
            SetSource::Practices => "practices".to_owned(),
            SetSource::OfPractices(inner) => format!("of practices {}", self.set(inner)),
            SetSource::Those { of_practices } => format!("those {of_practices}"),
        }
    }

    pub fn expr(&self, expr: &Expr) -> String {
        match expr {
            Expr::Ref(target) => Self::target(target),
            Expr::Count(set) => format!("count {}", self.set(set)),
            Expr::CountDistinct(field, set) => format!("distinct {} {}", Self::target(field), self.set(set)),
            Expr::Extreme(which, field, set) => format!("{which:?} {} {}", Self::target(field), self.set(set)),
            Expr::Number(number, unit) => format!("{} {unit:?}", number.normalize()),
            Expr::Times(factor, unit, of) => format!("{} {unit:?} times {}", factor.normalize(), self.expr(of)),
            Expr::Added(parts) => {
                sorted(parts.iter().map(|(sign, part)| format!("{sign:?} {}", self.expr(part))).collect())
            }
            Expr::Sum(field, set) => format!("sum {} {}", Self::target(field), self.set(set)),
        }
    }

    pub fn operand(&self, operand: &Operand) -> String {
        match operand {
            Operand::Number(number, unit) => format!("{} {unit:?}", number.normalize()),
            Operand::HalfOf(expr) => format!("50% of {}", self.expr(expr)),
            Operand::PercentOf(part, expr) => format!("{}% of {}", part.normalize(), self.expr(expr)),
            Operand::Expr(expr) => self.expr(expr),
        }
    }

    /// A week is seven days, and a year twelve months, on whatever day they begin.
    fn duration(duration: Duration) -> String {
        let amount = u64::from(duration.amount);
        match duration.unit {
            DurationUnit::Days => format!("{amount} days"),
            DurationUnit::Weeks => format!("{} days", amount * 7),
            DurationUnit::Months => format!("{amount} months"),
            DurationUnit::Years => format!("{} months", amount * 12),
        }
    }

    pub fn moment(&self, moment: &Moment) -> String {
        match moment {
            Moment::Date(date) => date.to_string(),
            Moment::Yearly { month, day } => format!("yearly {month}-{day}"),
            Moment::ReferenceDate => "reference".to_owned(),
            Moment::YearStart => "year start".to_owned(),
            Moment::YearEnd => "year end".to_owned(),
            Moment::Expr(expr) => self.expr(expr),
            Moment::Offset { duration, after, base } => {
                format!("{} after {after} {}", Self::duration(*duration), self.moment(base))
            }
        }
    }

    fn literal(&self, literal: &Literal) -> String {
        match literal {
            Literal::Option(word) => format!("option {}", name_key(word)),
            Literal::Kind(kind) => kind.word().to_owned(),
            Literal::Intervention(id, _) => format!("intervention {}", self.intervention(*id)),
            Literal::Element(index, _) => format!("element {}", self.element(*index)),
            Literal::Text(text) => format!("{:?}", text.canonical()),
            Literal::Quarter(quarter) => format!("{quarter:?}"),
            Literal::Date(date) => date.to_string(),
        }
    }

    /// The values that a comparison allows or forbids.
    pub fn values(&self, that: &Comparison) -> Vec<String> {
        match that {
            Comparison::OneOf { values, .. } => values.iter().map(|value| self.literal(value)).collect(),
            Comparison::Contains { words, .. } => {
                words.iter().map(|words| format!("{:?}", words.canonical())).collect()
            }
            Comparison::YesNo(_) | Comparison::Measure(..) | Comparison::Age { .. } | Comparison::Moment(..) => {
                Vec::new()
            }
        }
    }

    pub fn selector(&self, selector: &Selector) -> String {
        let Selector { each, targets, field, kinds, qualifier } = selector;
        let field = field.as_ref().map(Self::target);
        format!("{each} {} {field:?} {} {qualifier:?}", self.targets(targets), Self::kinds(kinds))
    }

    pub fn targets(&self, targets: &[Target]) -> String {
        sorted(targets.iter().map(|target| self.one_target(target)).collect())
    }

    /// A target by its id: what belongs to it is compared with the offer.
    pub fn one_target(&self, target: &Target) -> String {
        let model = self.model;
        let id = match target.of {
            TargetOf::Kernelement(id) => self.element(id),
            TargetOf::Thema(id) => self.common(Class::Theme, &model.themes.get(id).id),
            TargetOf::Keuzelijst(id) => self.common(Class::List, &model.lists.get(id).named.id),
            TargetOf::Interventie(id) => self.intervention(id),
        };
        format!("{:?} {id}", target.sort())
    }

    pub fn kinds(kinds: &KindSet) -> String {
        sorted(kinds.0.iter().map(|kind| kind.word().to_owned()).collect())
    }

    pub fn demand(&self, demand: &Demand) -> String {
        match demand {
            Demand::Cond(cond) => self.cond(cond),
            Demand::Choose { amount, selector } => {
                format!("choose {} {}", Self::amount(*amount), self.selector(selector))
            }
            Demand::Evidence { kinds, cond } => format!("evidence {} {}", sorted(kinds.clone()), self.cond(cond)),
        }
    }

    pub fn consequence(&self, consequence: &Consequence) -> String {
        let Consequence { case, outcome, condition } = consequence;
        let condition = condition.as_ref().map_or_else(String::new, |cond| self.cond(cond));
        format!("{} {} if {condition}", Self::case(*case), Self::outcome(outcome))
    }

    pub fn case(case: Case) -> String {
        format!("{case:?}")
    }

    pub fn outcome(outcome: &Outcome) -> String {
        format!("{outcome:?}")
    }

    pub fn owner(&self, owner: Owner) -> String {
        let of = owner.intervention().map_or_else(String::new, |id| self.intervention(id));
        let sort = match owner {
            Owner::Rule => "rule",
            Owner::Minimum(_) => "minimum",
            Owner::EndGoal(_) => "end goal",
            Owner::OwnIdea(_) => "own idea",
        };
        format!("{sort} {of}")
    }

    pub fn scope(scope: &RuleScope) -> String {
        match scope {
            RuleScope::Once => "once".to_owned(),
            RuleScope::OwnYear(periods) => format!("own year {}", Self::periods(periods)),
            RuleScope::Each(periods) => format!("each {}", Self::periods(periods)),
            RuleScope::Together(years) => format!("together {years:?}"),
        }
    }

    pub fn periods(periods: &[Period]) -> String {
        sorted(periods.iter().map(|period| format!("{period:?}")).collect())
    }

    pub fn for_each(&self, for_each: &ForEach) -> String {
        let ForEach { set, same } = for_each;
        format!("{} {}", self.set(set), same.as_ref().map_or_else(String::new, Self::target))
    }

    /// What a rule asks, apart from its name and from what follows: by this a renamed rule is known.
    pub fn body(&self, rule: &Rule) -> String {
        let demands = rule.demands.iter().map(|demand| self.demand(demand)).collect();
        let conditions = rule.conditions.iter().map(|cond| self.cond(cond)).collect();
        let for_each = rule.for_each.as_ref().map_or_else(String::new, |one| self.for_each(one));
        let owner = self.owner(rule.owner);
        format!("{owner} {} {} {for_each} {}", Self::scope(&rule.scope), sorted(conditions), sorted(demands))
    }

    /// A type; the options of a list are compared one by one.
    pub fn ty(&self, ty: &Type) -> String {
        match ty.shape() {
            Shape::OneOf(_) => "one of".to_owned(),
            Shape::List(inner) => format!("list of {}", self.ty(inner)),
            Shape::Record(id) => format!("record {}", self.model.record(id).id.as_str()),
            Shape::Plain => format!("{ty:?}"),
        }
    }
}
