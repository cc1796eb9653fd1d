//! Walking through what rules say: a visitor is told of every condition, set, expression, reference and choice.
//!
//! Each method goes on to what is inside by itself; who needs to know what stands around a reference (in which
//! set a field is read) overrides `set` and `inside`.

use super::{Comparison, Cond, Demand, Expr, ForEach, Moment, Ref, Rule, Selector, Set, SetSource};

/// Is told what a rule names. Every method has a default that walks on.
pub trait Visitor {
    fn cond(&mut self, cond: &Cond) {
        walk_cond(self, cond);
    }

    fn expr(&mut self, expr: &Expr) {
        walk_expr(self, expr);
    }

    fn set(&mut self, set: &Set) {
        walk_set(self, set);
    }

    fn reference(&mut self, _found: &Ref) {}

    fn selector(&mut self, selector: &Selector) {
        walk_selector(self, selector);
    }

    /// What is read in a member of the set: `walk` goes through it.
    fn inside(&mut self, _set: &Set, walk: &mut dyn FnMut(&mut Self)) {
        walk(self);
    }
}

/// All of a rule: conditions, members, demands and what follows.
pub fn walk_rule<V: Visitor + ?Sized>(visitor: &mut V, rule: &Rule) {
    for cond in &rule.conditions {
        visitor.cond(cond);
    }
    let mut demands = |visitor: &mut V| {
        for demand in &rule.demands {
            walk_demand(visitor, demand);
        }
        for cond in rule.standing.consequences.iter().filter_map(|found| found.condition.as_ref()) {
            visitor.cond(cond);
        }
    };
    match &rule.for_each {
        Some(ForEach { set, same: None }) => {
            visitor.set(set);
            visitor.inside(set, &mut demands);
        }
        Some(ForEach { set, same: Some(same) }) => {
            visitor.set(set);
            visitor.inside(set, &mut |visitor| visitor.reference(same));
            demands(visitor);
        }
        None => demands(visitor),
    }
}

pub fn walk_demand<V: Visitor + ?Sized>(visitor: &mut V, demand: &Demand) {
    match demand {
        Demand::Cond(cond) | Demand::Evidence { cond, .. } => visitor.cond(cond),
        Demand::Choose { selector, .. } => visitor.selector(selector),
    }
}

pub fn walk_cond<V: Visitor + ?Sized>(visitor: &mut V, cond: &Cond) {
    match cond {
        Cond::Chosen { selector, .. } => visitor.selector(selector),
        Cond::Quantified { set, demand, .. } => {
            visitor.set(set);
            visitor.inside(set, &mut |visitor| visitor.cond(demand));
        }
        Cond::Shared(shared) => shared.lines.iter().for_each(|line| visitor.cond(line)),
        Cond::Filled { target, .. } => visitor.reference(target),
        Cond::EmptyOr { target, that } => {
            visitor.reference(target);
            visitor.cond(that);
        }
        Cond::Compare { left, that } => {
            visitor.expr(left);
            match that {
                Comparison::YesNo(_) | Comparison::OneOf { .. } | Comparison::Contains { .. } => {}
                Comparison::Measure(_, right) => right.expr().into_iter().for_each(|expr| visitor.expr(expr)),
                Comparison::Age { on, .. } => on.iter().for_each(|on| moment(visitor, on)),
                Comparison::Moment(_, right) => moment(visitor, right),
            }
        }
    }
}

fn moment<V: Visitor + ?Sized>(visitor: &mut V, found: &Moment) {
    match found {
        Moment::Date(_) | Moment::Yearly { .. } | Moment::ReferenceDate | Moment::YearStart | Moment::YearEnd => {}
        Moment::Expr(expr) => visitor.expr(expr),
        Moment::Offset { base, .. } => moment(visitor, base),
    }
}

pub fn walk_selector<V: Visitor + ?Sized>(visitor: &mut V, selector: &Selector) {
    if let Some(field) = &selector.field {
        visitor.reference(field);
    }
}

pub fn walk_expr<V: Visitor + ?Sized>(visitor: &mut V, expr: &Expr) {
    match expr {
        Expr::Ref(found) => visitor.reference(found),
        Expr::Number(..) => {}
        Expr::Times(_, _, of) => visitor.expr(of),
        Expr::Added(parts) => parts.iter().for_each(|(_, part)| visitor.expr(part)),
        Expr::Count(set) => visitor.set(set),
        Expr::CountDistinct(found, set) | Expr::Extreme(_, found, set) | Expr::Sum(found, set) => {
            visitor.set(set);
            visitor.inside(set, &mut |visitor| visitor.reference(found));
        }
    }
}

pub fn walk_set<V: Visitor + ?Sized>(visitor: &mut V, set: &Set) {
    match &set.source {
        SetSource::List(found) | SetSource::ListOfYears(found, _) => visitor.reference(found),
        SetSource::Inside(outer, list) => {
            visitor.set(outer);
            visitor.inside(outer, &mut |visitor| visitor.reference(list));
        }
        SetSource::Group(_, inner) | SetSource::OfPractices(inner) => visitor.set(inner),
        SetSource::Choices | SetSource::Practices | SetSource::Those { .. } => {}
    }
    for filter in &set.filters {
        visitor.inside(set, &mut |visitor| visitor.cond(filter));
    }
}

/// Whether a rule reads a field of this name: a key of the frame, or a field that the regioplan declares.
#[must_use]
pub fn reads(rule: &Rule, name: &str) -> bool {
    struct Names<'n>(&'n str, bool);
    impl Visitor for Names<'_> {
        fn reference(&mut self, found: &Ref) {
            self.1 |= match found {
                Ref::Frame(field) => field.word() == self.0,
                Ref::Path(path) => path.words.split(" van ").any(|name| name == self.0),
                Ref::Choice(_) | Ref::Member => false,
            };
        }
    }
    let mut names = Names(name, false);
    walk_rule(&mut names, rule);
    names.1
}
