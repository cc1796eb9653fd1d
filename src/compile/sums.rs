//! Multiples and sums: what is worked out from numbers and amounts, with its unit. Euro goes with euro.

use crate::model::{Expr, Member, Operand, Ref, Sign, Type, Unit};
use crate::source::Span;
use crate::syntax::tree::{self, ComparisonKind, ExprKind};

use super::cond::Typed;
use super::ctx::Ctx;
use super::paths::ValueType;
use super::problem::Wrong;
use super::resolver::Resolver;

impl Resolver<'_> {
    /// A number, a multiple or a sum.
    pub fn worked_out(&mut self, expr: &tree::Expr, ctx: &Ctx) -> Option<Typed> {
        let span = expr.span;
        match &expr.kind {
            ExprKind::Number(number, unit) => {
                Some(Typed { expr: Expr::Number(*number, *unit), ty: of_unit(*unit), span })
            }
            ExprKind::Times(factor, unit, of) => {
                let of = self.expr(of, ctx)?;
                self.need_numeric(&of.ty, of.span)?;
                if *unit == Unit::Euro && unit_of(&of.ty) != Unit::None {
                    self.report(span, Wrong::EuroTimes(unit_of(&of.ty)));
                    return None;
                }
                let ty = if *unit == Unit::Euro { of_unit(Unit::Euro) } else { of_unit(unit_of(&of.ty)) };
                Some(Typed { expr: Expr::Times(*factor, *unit, Box::new(of.expr)), ty, span })
            }
            ExprKind::Added(parts) => self.added(parts, span, ctx),
            ExprKind::Path(_)
            | ExprKind::Count(_)
            | ExprKind::CountDistinct(..)
            | ExprKind::Extreme(..)
            | ExprKind::Sum(..) => self.expr(expr, ctx),
        }
    }

    fn added(&mut self, parts: &[(Sign, tree::Expr)], span: Span, ctx: &Ctx) -> Option<Typed> {
        let mut unit = None;
        let mut all = Vec::new();
        for (number, (sign, part)) in parts.iter().enumerate() {
            if number + 1 < parts.len() && ends_in_measure(part) {
                self.report(part.span, Wrong::PlusUnclear);
                return None;
            }
            let found = self.expr(part, ctx)?;
            self.need_numeric(&found.ty, found.span)?;
            let own = unit_of(&found.ty);
            let first = *unit.get_or_insert(own);
            if first != own {
                self.report(found.span, Wrong::UnitsDiffer(first, own));
                return None;
            }
            all.push((*sign, found.expr));
        }
        Some(Typed { expr: Expr::Added(all), ty: of_unit(unit.unwrap_or(Unit::None)), span })
    }

    /// Beside what is worked out stands something of the same unit; a bare number may be of any.
    pub fn need_same_unit(&mut self, left: &Typed, right: &Operand, span: Span) -> Option<()> {
        let worked = left.expr.is_worked_out() || matches!(right, Operand::Expr(expr) if expr.is_worked_out());
        let own = match right {
            Operand::Number(_, Unit::None) => None,
            Operand::Number(_, unit) => Some(*unit),
            Operand::HalfOf(expr) | Operand::PercentOf(_, expr) | Operand::Expr(expr) => measured(expr),
        };
        match own {
            Some(own) if worked && own != unit_of(&left.ty) => {
                self.report(span, Wrong::UnitsDiffer(unit_of(&left.ty), own));
                None
            }
            Some(_) | None => Some(()),
        }
    }
}

/// The unit of an expression that has been read; none where that is not told by its form.
fn measured(expr: &Expr) -> Option<Unit> {
    let of = |found: &Ref| match found {
        Ref::Path(path) => Some(unit_of_type(&path.ty)),
        Ref::Frame(_) => Some(Unit::None),
        Ref::Choice(_) | Ref::Member => None,
    };
    match expr {
        Expr::Count(_) | Expr::CountDistinct(..) => Some(Unit::None),
        Expr::Extreme(_, Ref::Member, set) | Expr::Sum(Ref::Member, set) => match &set.member {
            Member::Scalar(ty) => Some(unit_of_type(ty)),
            Member::Record(_) | Member::Choice | Member::Practice => None,
        },
        Expr::Ref(found) | Expr::Extreme(_, found, _) | Expr::Sum(found, _) => of(found),
        Expr::Number(_, unit) => Some(*unit),
        Expr::Times(_, Unit::Euro, _) => Some(Unit::Euro),
        Expr::Times(_, Unit::None | Unit::Percent, inner) => measured(inner),
        Expr::Added(parts) => parts.iter().find_map(|(_, part)| measured(part)),
    }
}

fn unit_of(ty: &ValueType) -> Unit {
    match ty {
        ValueType::Of(ty) => unit_of_type(ty),
        ValueType::Kind | ValueType::Intervention | ValueType::Element => Unit::None,
    }
}

fn unit_of_type(ty: &Type) -> Unit {
    match ty {
        Type::Money => Unit::Euro,
        Type::Percentage => Unit::Percent,
        Type::Text
        | Type::Number
        | Type::Whole
        | Type::Date
        | Type::Quarter
        | Type::YesNo
        | Type::Agb
        | Type::Email
        | Type::File
        | Type::Intervention
        | Type::OneOf(_)
        | Type::List(_)
        | Type::Record(_) => Unit::None,
    }
}

fn of_unit(unit: Unit) -> ValueType {
    ValueType::Of(match unit {
        Unit::None => Type::Number,
        Unit::Percent => Type::Percentage,
        Unit::Euro => Type::Money,
    })
}

/// Whether a part ends in a comparison behind `met`: what follows could belong to that.
fn ends_in_measure(part: &tree::Expr) -> bool {
    match &part.kind {
        ExprKind::Count(of)
        | ExprKind::CountDistinct(None, of)
        | ExprKind::Extreme(_, _, of)
        | ExprKind::Sum(_, of) => ends(of),
        ExprKind::Times(_, _, of) => ends_in_measure(of),
        ExprKind::CountDistinct(Some(_), _) | ExprKind::Path(_) | ExprKind::Number(..) | ExprKind::Added(_) => false,
    }
}

fn ends(set: &tree::Set) -> bool {
    match &set.each {
        Some(each) => ends(each),
        None => set.filters.last().is_some_and(|filter| measures(&filter.comparison)),
    }
}

fn measures(comparison: &tree::Comparison) -> bool {
    match &comparison.kind {
        ComparisonKind::EmptyOr(that) => measures(that),
        kind => matches!(kind, ComparisonKind::Measure(..)),
    }
}
