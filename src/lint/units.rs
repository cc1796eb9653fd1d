//! A number with a unit that does not fit what is measured: `assistentes is minimaal 50 %`.

use rust_decimal::Decimal;

use crate::diagnostic::{Arg, Text};
use crate::model::{
    Comparison, Cond, Expr, Member, Operand, Ref, Rule, Set, Type, Unit, Visitor, say_cond, say_expr, walk_cond,
    walk_rule,
};
use crate::source::Span;

use super::kinds::Lint;
use super::{Remark, Subject, remark};

pub fn check(subject: &Subject<'_>, found: &mut Vec<Remark>) {
    for rule in &subject.model.contents().rules {
        let mut reader = Reader { rule, members: Vec::new(), found };
        walk_rule(&mut reader, rule);
    }
    for indicator in &subject.model.contents().indicators {
        let Some((_, Operand::Number(_, unit))) = &indicator.goal else { continue };
        // A quotient is a plain number, unless it is shown as a percentage.
        let fits = match unit {
            Unit::None => true,
            Unit::Percent => indicator.percentage || measured(&indicator.value, &[]) == Some(Unit::Percent),
            Unit::Euro => !indicator.percentage,
        };
        if !fits {
            tell(&indicator.id, *unit, None, indicator.span, found);
        }
    }
}

fn tell(name: &str, unit: Unit, cond: Option<Text>, span: Span, found: &mut Vec<Remark>) {
    let word = match unit {
        Unit::None => return,
        Unit::Percent => "%",
        Unit::Euro => "euro",
    };
    let text = match cond {
        Some(cond) => Text::new("lint-unit").with("rule", name).with("unit", word).with("cond", cond),
        None => Text::new("lint-unit-goal").with("rule", name).with("unit", word),
    };
    found.push(remark(Lint::WrongUnit, span, text, "lint-unit-help"));
}

struct Reader<'a> {
    rule: &'a Rule,
    /// What the members of the sets in hand are, innermost last.
    members: Vec<Member>,
    found: &'a mut Vec<Remark>,
}

impl Visitor for Reader<'_> {
    fn cond(&mut self, cond: &Cond) {
        if let Cond::Compare { left, that: Comparison::Measure(_, Operand::Number(_, unit)) } = cond
            && *unit != Unit::None
            && measured(left, &self.members).is_some_and(|fits| fits != *unit)
        {
            tell(&self.rule.id, *unit, Some(say_cond(cond)), self.rule.span, self.found);
        }
        if let Cond::Compare { that: Comparison::Measure(_, Operand::PercentOf(part, whole)), .. } = cond
            && is_multiple(*part)
        {
            let times = (*part / Decimal::ONE_HUNDRED).normalize();
            let text = Text::new("lint-percent-times")
                .with("rule", &self.rule.id)
                .with("part", Arg::Decimal(*part))
                .with("times", Arg::Decimal(times))
                .with("value", say_expr(whole));
            self.found.push(remark(Lint::PercentTimes, self.rule.span, text, "lint-percent-times-help"));
        }
        walk_cond(self, cond);
    }

    fn inside(&mut self, set: &Set, walk: &mut dyn FnMut(&mut Self)) {
        self.members.push(set.member.clone());
        walk(self);
        self.members.pop();
    }
}

/// A percentage that says so many times, and no part.
fn is_multiple(part: Decimal) -> bool {
    part >= Decimal::ONE_THOUSAND || part > Decimal::ONE_HUNDRED && (part % Decimal::ONE_HUNDRED).is_zero()
}

/// The unit of an expression; none where a plain number can stand for anything.
fn measured(expr: &Expr, members: &[Member]) -> Option<Unit> {
    match expr {
        Expr::Count(_) | Expr::CountDistinct(..) => Some(Unit::None),
        Expr::Number(_, unit) => Some(*unit),
        Expr::Times(_, Unit::Euro, _) => Some(Unit::Euro),
        Expr::Times(_, Unit::None | Unit::Percent, inner) => measured(inner, members),
        Expr::Added(parts) => parts.iter().find_map(|(_, part)| measured(part, members)),
        Expr::Ref(found) => of_value(found, members),
        Expr::Extreme(_, found, set) | Expr::Sum(found, set) => of_value(found, std::slice::from_ref(&set.member)),
    }
}

fn of_value(found: &Ref, members: &[Member]) -> Option<Unit> {
    match found {
        Ref::Path(path) => of_type(&path.ty),
        Ref::Member => match members.last()? {
            Member::Scalar(ty) => of_type(ty),
            Member::Record(_) | Member::Choice | Member::Practice => None,
        },
        Ref::Frame(_) | Ref::Choice(_) => Some(Unit::None),
    }
}

fn of_type(ty: &Type) -> Option<Unit> {
    match ty {
        Type::Percentage => Some(Unit::Percent),
        Type::Money => Some(Unit::Euro),
        Type::Whole | Type::Number => Some(Unit::None),
        _ => None,
    }
}
