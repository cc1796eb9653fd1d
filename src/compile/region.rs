//! The blocks `indicator` and `overzicht`: what is told about the region as a whole.

use crate::model::{Column, ColumnValue, Indicator, Overview, Ref};
use crate::syntax::tree::{self, Block, Body, Name, Tree};

use super::clauses;
use super::ctx::Ctx;
use super::problem::Wrong;
use super::resolver::Resolver;

/// Reads the indicators in order of the file.
pub fn indicators(resolver: &mut Resolver<'_>, tree: &Tree) -> Vec<Indicator> {
    let mut found: Vec<Indicator> = Vec::new();
    for block in &tree.blocks {
        let Body::Indicator { id, title } = &block.head.body else { continue };
        if let Some(first) = found.iter().find(|old| old.id == id.text) {
            resolver.problems.push(Wrong::twice(id, first.span));
            continue;
        }
        if let Some(one) = indicator(resolver, block, id, &title.text) {
            found.push(one);
        }
    }
    found
}

fn indicator(resolver: &mut Resolver<'_>, block: &Block, id: &Name, title: &str) -> Option<Indicator> {
    let ctx = Ctx { region: true, year: true, ..Ctx::default() };
    let reasons = clauses::reasons(resolver, &block.clauses);
    let formula = block.clauses.iter().find_map(|clause| match &clause.body {
        Body::Bereken { value, divisor, percentage } => Some((value, divisor, *percentage)),
        _ => None,
    });
    let Some((value, divisor, percentage)) = formula else {
        resolver.report(id.span, Wrong::IndicatorEmpty(id.text.clone()));
        return None;
    };
    let value = resolver.numeric(value, &ctx)?;
    let divisor = match divisor {
        Some(divisor) => Some(resolver.numeric(divisor, &ctx)?),
        None => None,
    };
    let goal = block.clauses.iter().find_map(|clause| match &clause.body {
        Body::Streefwaarde { measure, operand } => Some((*measure, operand)),
        _ => None,
    });
    let goal = match goal {
        Some((word, operand)) => Some((word, resolver.operand(operand, &ctx)?)),
        None => None,
    };
    let title = title.to_owned();
    Some(Indicator { id: id.text.clone(), title, value, divisor, percentage, goal, reasons, span: id.span })
}

/// Reads the overviews in order of the file.
pub fn overviews(resolver: &mut Resolver<'_>, tree: &Tree) -> Vec<Overview> {
    let mut found: Vec<Overview> = Vec::new();
    for block in &tree.blocks {
        let Body::Overzicht { id, title } = &block.head.body else { continue };
        if let Some(first) = found.iter().find(|old| old.id == id.text) {
            resolver.problems.push(Wrong::twice(id, first.span));
            continue;
        }
        let one = overview(resolver, block, id, &title.text);
        found.push(one);
    }
    found
}

fn overview(resolver: &mut Resolver<'_>, block: &Block, id: &Name, title: &str) -> Overview {
    let ctx = Ctx { region: true, year: true, ..Ctx::default() };
    let mut made = Overview {
        id: id.text.clone(),
        title: title.to_owned(),
        per: None,
        per_label: String::new(),
        columns: Vec::new(),
        reasons: clauses::reasons(resolver, &block.clauses),
        span: id.span,
    };
    for clause in &block.clauses {
        match &clause.body {
            Body::Per(path) => {
                if let Some((found, label)) = resolver.practice_value(path, &ctx) {
                    made.per = Some(found);
                    made.per_label = label;
                }
            }
            Body::Toont { label, value } => {
                if let Some(value) = column(resolver, value, &ctx) {
                    made.columns.push(Column { label: label.text.clone(), value });
                }
            }
            _ => {}
        }
    }
    if !block.clauses.iter().any(|clause| matches!(clause.body, Body::Toont { .. })) {
        resolver.report(id.span, Wrong::OverviewEmpty(id.text.clone()));
    }
    made
}

fn column(resolver: &mut Resolver<'_>, value: &tree::Expr, ctx: &Ctx) -> Option<ColumnValue> {
    let tree::ExprKind::Path(path) = &value.kind else {
        return resolver.numeric(value, ctx).map(ColumnValue::Number);
    };
    if path.len() == 1 && path.iter().all(|name| name.text == "keuzes") {
        return Some(ColumnValue::Choices);
    }
    resolver.practice_value(path, ctx).map(|(found, _)| ColumnValue::Values(found))
}

impl Resolver<'_> {
    /// A value of one practice, as a field of it; with what people call it.
    fn practice_value(&mut self, path: &[Name], ctx: &Ctx) -> Option<(Ref, String)> {
        let words = path.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(" van ");
        let (found, _) = self.path(path, &ctx.of_practice())?;
        let label = match &found {
            Ref::Path(path) => path.label.clone(),
            Ref::Frame(_) | Ref::Choice(_) | Ref::Member => {
                let mut letters = words.chars();
                letters
                    .next()
                    .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
            }
        };
        Some((found, label))
    }
}
