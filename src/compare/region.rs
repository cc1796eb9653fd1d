//! What two files say about a region as a whole: groups, indicators, overviews.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{Column, ColumnValue, Group, Indicator, Overview, say_expr, say_measure, say_ref, say_set};

use super::Both;
use super::change::{Aspect, Change, Effect, Part, Sort};
use super::ids::{pair, same_name};
use super::key::{Keys, sorted};
use super::offer::{at_named, named_too};
use super::reasons;
use super::thing::{At, Said, Thing, told};

/// What differs in groups, indicators and overviews.
pub fn compare(both: &Both<'_>, out: &mut Vec<Change>) {
    groups(both, out);
    indicators(both, out);
    overviews(both, out);
}

fn groups(both: &Both<'_>, out: &mut Vec<Change>) {
    let (old, new) = (both.old.model, both.new.model);
    let pairs = pair(&old.groups, &new.groups, |g| &g.named.id, |a, b| same_name(&a.named, &b.named));
    let said = |group: &Group| Said::new(say_set(&group.set));
    let more = |thing: &mut Thing<'_>, one: &Group, other: &Group| {
        named_too(both, thing, &one.named, &other.named);
        if both.old.set(&one.set) != both.new.set(&other.set) {
            thing.push(Part::Data, Aspect::GroupSet, Effect::Different, Some(said(one)), Some(said(other)));
        }
    };
    told(&pairs, (Part::Data, Sort::Group), |group| at_named(&group.named), |group, _| said(group), more, out);
}

fn indicators(both: &Both<'_>, out: &mut Vec<Change>) {
    let (old, new) = (both.old.model, both.new.model);
    let at = |one: &Indicator| At { id: one.id.clone(), name: one.title.clone(), span: one.span };
    let pairs = pair(&old.indicators, &new.indicators, |one| &one.id, |a, b| a.title == b.title);
    let more = |thing: &mut Thing<'_>, one: &Indicator, other: &Indicator| {
        let key = |keys: Keys<'_>, one: &Indicator| {
            let Indicator { value, divisor, percentage, .. } = one;
            (keys.expr(value), divisor.as_ref().map(|expr| keys.expr(expr)), *percentage)
        };
        if key(both.old, one) != key(both.new, other) {
            let said = |one: &Indicator| Some(Said::new(calculation(one)));
            thing.push(Part::Region, Aspect::Calculation, Effect::Different, said(one), said(other));
        }
        let goal = |keys: Keys<'_>, one: &Indicator| {
            one.goal.as_ref().map(|(measure, number)| format!("{measure:?} {}", keys.operand(number)))
        };
        if goal(both.old, one) != goal(both.new, other) {
            let said = |one: &Indicator| one.goal.as_ref().map(|(measure, n)| Said::new(say_measure(*measure, n)));
            thing.push(Part::Region, Aspect::Target, Effect::Different, said(one), said(other));
        }
        reasons::compare(thing, (both.old.model, &one.reasons), (both.new.model, &other.reasons));
    };
    told(&pairs, (Part::Region, Sort::Indicator), at, |_, _| Said::new(""), more, out);
}

fn calculation(one: &Indicator) -> Text {
    let value = say_expr(&one.value);
    let text = match &one.divisor {
        Some(divisor) => Text::new("diff-say-divided").with("value", value).with("divisor", say_expr(divisor)),
        None => Text::new("diff-say-value").with("value", value),
    };
    if one.percentage { Text::new("diff-say-percentage").with("value", text) } else { text }
}

fn overviews(both: &Both<'_>, out: &mut Vec<Change>) {
    let (old, new) = (both.old.model, both.new.model);
    let at = |one: &Overview| At { id: one.id.clone(), name: one.title.clone(), span: one.span };
    let pairs = pair(&old.overviews, &new.overviews, |one| &one.id, |a, b| a.title == b.title);
    let more = |thing: &mut Thing<'_>, one: &Overview, other: &Overview| {
        let per = |one: &Overview| (one.per.as_ref().map(Keys::target), one.per_label.clone());
        let key = |keys: Keys<'_>, one: &Overview| {
            (per(one), sorted(one.columns.iter().map(|column| column_key(keys, column)).collect()))
        };
        if key(both.old, one) != key(both.new, other) {
            let said = |one: &Overview| {
                let columns = one.columns.iter().map(|column| Arg::Text(say_column(column))).collect();
                let columns = Arg::List(columns, Join::And);
                let text = Text::new(if one.per.is_some() { "diff-say-table-per" } else { "diff-say-table" });
                Some(Said::new(text.with("columns", columns).with("per", &one.per_label)))
            };
            thing.push(Part::Region, Aspect::Columns, Effect::Different, said(one), said(other));
        }
        reasons::compare(thing, (both.old.model, &one.reasons), (both.new.model, &other.reasons));
    };
    told(&pairs, (Part::Region, Sort::Overview), at, |_, _| Said::new(""), more, out);
}

fn column_key(keys: Keys<'_>, column: &Column) -> String {
    let value = match &column.value {
        ColumnValue::Number(expr) => keys.expr(expr),
        ColumnValue::Values(field) => format!("values {}", Keys::target(field)),
        ColumnValue::Choices => "choices".to_owned(),
    };
    format!("{:?} {value}", column.label)
}

fn say_column(column: &Column) -> Text {
    let value = match &column.value {
        ColumnValue::Number(expr) => say_expr(expr),
        ColumnValue::Values(field) => say_ref(field),
        ColumnValue::Choices => Arg::Text(Text::new("say-choices")),
    };
    Text::new("diff-say-column").with("label", &column.label).with("value", value)
}
