//! A rule counts things at the accounting with a date, or asks that date, of which the data do not say that it is the day on
//! which they take place: what is still to come then counts as done.
//!
//! Every rule that speaks at the accounting is looked at. Of a rule that is only judged then, also what it is about.

use std::collections::BTreeSet;

use crate::diagnostic::Text;
use crate::model::{Comparison, Cond, Contents, Expr, FrameField, Record, Ref, Rule, Shared};
use crate::source::Span;

use super::kinds::Lint;
use super::{Remark, remark, uses};

pub fn check(model: &Contents, found: &mut Vec<Remark>) {
    let mut told = BTreeSet::new();
    for rule in model.rules.iter().filter(|rule| !rule.standing.planned) {
        let uses = match accounting(rule) {
            Some(true) => uses::of_rule(model, rule),
            Some(false) => continue,
            None => uses::of_demands(model, rule),
        };
        for span in uses.open_days {
            let Some((record, field)) = declared(model, span).filter(|_| told.insert(span)) else { continue };
            let text = Text::new("lint-day").with("field", field).with("record", name(record)).with("rule", &rule.id);
            found.push(remark(Lint::DayOpen, span, text, "lint-day-help").also(rule.span, Text::new("lint-day-rule")));
        }
    }
}

/// Whether a rule asks something only at the accounting, or never then; none when at both times.
pub fn accounting(rule: &Rule) -> Option<bool> {
    if rule.standing.at_accounting { Some(true) } else { rule.conditions.iter().find_map(asks_accounting) }
}

fn asks_accounting(cond: &Cond) -> Option<bool> {
    if let Cond::Compare { left, that: Comparison::YesNo(value) } = cond
        && *left == Expr::Ref(Ref::Frame(FrameField::Accounting))
    {
        return Some(*value);
    }
    let Cond::Shared(Shared { negated: false, any: false, lines, .. }) = cond else { return None };
    lines.iter().find_map(asks_accounting)
}

/// The field that is declared here, with its record.
fn declared(model: &Contents, span: Span) -> Option<(&Record, &str)> {
    model.records.iter().find_map(|record| {
        let field = record.fields.iter().find(|field| field.span == span)?;
        Some((record, field.id.as_str()))
    })
}

fn name(record: &Record) -> &str {
    if record.label.is_empty() { &record.id } else { &record.label }
}
