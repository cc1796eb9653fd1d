//! (model, all plans of a region, its figures) -> outcome: the rules over the region, its indicators and
//! its overviews. As pure as the check of one plan, and by the same conditions.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model::{
    ColumnValue, Indicator, InterventionId, Measure, Operand, Overview, REGION, Ref, Regioplan, Requirement, RuleScope,
    Type, Unit,
};
use crate::plan::{Plan, RecordValue, Value};

use super::Circumstances;
use super::cond;
use super::env::{Env, Participant, RegionView};
use super::judge;
use super::outcome::{Gap, Shown, Verdict};

/// A region: its practices, its own figures, and the calendar year that it looks at.
#[derive(Clone, Copy, Debug)]
pub struct Region<'a> {
    pub practices: &'a [Participant<'a>],
    pub figures: Option<&'a RecordValue>,
    /// An empty plan that carries the calendar year.
    pub carrier: &'a Plan,
    pub calendar_year: i16,
}

/// Everything that looking at a region gives.
#[derive(Clone, Debug, Default)]
pub struct RegionOutcome {
    pub verdicts: Vec<Verdict>,
    pub indicators: Vec<Measured>,
    pub overviews: Vec<Vec<Row>>,
    /// Required figures that are not filled in: indexes of fields.
    pub missing: Vec<usize>,
}

/// An indicator: its value, or what is missing to know it.
#[derive(Clone, Debug)]
pub struct Measured {
    pub value: Result<Decimal, Vec<Gap>>,
    pub counted: Option<Decimal>,
    pub divisor: Option<Decimal>,
    /// Whether the region reaches what it aims at.
    pub reached: Option<bool>,
}

/// A row of an overview.
#[derive(Clone, Debug)]
pub struct Row {
    /// What the practices of this row have in common; none when it is not filled in.
    pub key: Option<Shown>,
    pub practices: usize,
    pub cells: Vec<Cell>,
}

/// A cell of an overview.
#[derive(Clone, Debug)]
pub enum Cell {
    Number(Result<Decimal, Vec<Gap>>),
    Values(Vec<Shown>),
    /// Interventions with the number of practices that chose them.
    Choices(Vec<(InterventionId, usize)>),
}

/// Looks at a region as a whole.
#[must_use]
pub fn check_region(model: &Regioplan, region: &Region<'_>, now: &Circumstances) -> RegionOutcome {
    let this_year = view(region, false);
    let mut outcome = RegionOutcome { missing: missing(model, region.figures), ..RegionOutcome::default() };
    for index in 0..model.rules.len() {
        outcome.verdicts.extend(check_region_rule(model, region, now, index));
    }
    let env = in_calendar_year(Env::of_region(model, region.carrier, now, &this_year));
    outcome.indicators = model.indicators.iter().map(|indicator| measure(indicator, &env)).collect();
    outcome.overviews = model.overviews.iter().map(|overview| rows(overview, region, now, model)).collect();
    outcome
}

/// The verdicts on one rule over the region, by its index.
#[must_use]
pub fn check_region_rule(model: &Regioplan, region: &Region<'_>, now: &Circumstances, index: usize) -> Vec<Verdict> {
    let Some(rule) = model.rules.get(index).filter(|rule| rule.whole_region) else { return Vec::new() };
    let view = view(region, matches!(rule.scope, RuleScope::Once));
    let env = Env::of_region(model, region.carrier, now, &view);
    judge::of_region(rule, index, &env)
}

fn view<'a>(region: &Region<'a>, all_years: bool) -> RegionView<'a> {
    RegionView { practices: region.practices, figures: region.figures, calendar_year: region.calendar_year, all_years }
}

/// A year is in hand, but no programme year of a practice.
pub fn in_calendar_year<'e, 'a>(env: Env<'e, 'a>) -> Env<'e, 'a> {
    Env { year: Some(0), ..env }
}

fn missing(model: &Regioplan, figures: Option<&RecordValue>) -> Vec<usize> {
    let fields = model.record(REGION).map(|record| record.fields.as_slice()).unwrap_or_default();
    let filled = |index: usize| {
        figures.and_then(|figures| figures.entry(index)).is_some_and(|entry| {
            !matches!(&entry.value, Value::Blank) && !matches!(&entry.value, Value::List(items) if items.is_empty())
        })
    };
    let required = |(index, field): (usize, &crate::model::Field)| {
        (matches!(field.required, Requirement::Always) && !filled(index)).then_some(index)
    };
    fields.iter().enumerate().filter_map(required).collect()
}

fn measure(indicator: &Indicator, env: &Env<'_, '_>) -> Measured {
    let counted = cond::number(&indicator.value, env);
    let divisor = indicator.divisor.as_ref().map(|divisor| cond::number(divisor, env));
    let value = value(indicator, &counted, divisor.as_ref());
    let reached = match (&value, &indicator.goal) {
        (Ok(value), Some((measure, operand))) => reached(*value, *measure, operand, env),
        _ => None,
    };
    Measured { value, counted: counted.ok(), divisor: divisor.and_then(Result::ok), reached }
}

fn value(
    indicator: &Indicator,
    counted: &Result<Decimal, Vec<Gap>>,
    divisor: Option<&Result<Decimal, Vec<Gap>>>,
) -> Result<Decimal, Vec<Gap>> {
    let times = if indicator.percentage { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    let counted = counted.clone()? * times;
    match divisor {
        None => Ok(counted),
        // Without anything to divide by there is no number, and nothing is missing either.
        Some(Ok(divisor)) => counted.checked_div(*divisor).ok_or_else(Vec::new),
        Some(Err(gaps)) => Err(gaps.clone()),
    }
}

fn reached(value: Decimal, measure: Measure, operand: &Operand, env: &Env<'_, '_>) -> Option<bool> {
    let bound = match operand {
        Operand::Number(number, Unit::None | Unit::Percent | Unit::Euro) => *number,
        Operand::HalfOf(whole) => cond::number(whole, env).ok()? / Decimal::TWO,
        Operand::PercentOf(part, whole) => cond::number(whole, env).ok()? * *part / Decimal::ONE_HUNDRED,
        Operand::Expr(expr) => cond::number(expr, env).ok()?,
    };
    Some(match measure {
        Measure::AtLeast => value >= bound,
        Measure::AtMost => value <= bound,
        Measure::Exactly => value == bound,
        Measure::More => value > bound,
        Measure::Less => value < bound,
    })
}

/// The rows of an overview: one for all practices, or one for each value in common.
fn rows(overview: &Overview, region: &Region<'_>, now: &Circumstances, model: &Regioplan) -> Vec<Row> {
    let mut groups: Vec<(Option<Shown>, Vec<Participant<'_>>)> = Vec::new();
    for one in region.practices {
        let key = overview.per.as_ref().and_then(|per| one_value(per, one, region, now, model));
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, members)) => members.push(*one),
            None => groups.push((key, vec![*one])),
        }
    }
    groups.sort_by_key(|(key, _)| (key.is_none(), key.as_ref().map(|key| format!("{key:?}"))));
    if overview.per.is_none() && groups.is_empty() {
        groups.push((None, Vec::new()));
    }
    groups.into_iter().map(|(key, members)| row(overview, key, &members, region, now, model)).collect()
}

fn row(
    overview: &Overview,
    key: Option<Shown>,
    members: &[Participant<'_>],
    region: &Region<'_>,
    now: &Circumstances,
    model: &Regioplan,
) -> Row {
    let view = RegionView {
        practices: members,
        figures: region.figures,
        calendar_year: region.calendar_year,
        all_years: false,
    };
    let env = in_calendar_year(Env::of_region(model, region.carrier, now, &view));
    let part = Region { practices: members, ..*region };
    let cells = overview
        .columns
        .iter()
        .map(|column| match &column.value {
            ColumnValue::Number(expr) => Cell::Number(cond::number(expr, &env)),
            ColumnValue::Values(target) => Cell::Values(values(target, &part, now, model)),
            ColumnValue::Choices => Cell::Choices(chosen(members)),
        })
        .collect();
    Row { key, practices: members.len(), cells }
}

/// The value of a field of one practice, as it can be shown.
fn one_value(
    target: &Ref,
    one: &Participant<'_>,
    region: &Region<'_>,
    now: &Circumstances,
    model: &Regioplan,
) -> Option<Shown> {
    let view = RegionView {
        practices: region.practices,
        figures: region.figures,
        calendar_year: region.calendar_year,
        all_years: false,
    };
    let own = one.plan.frame.year.map(|(year, _)| year);
    let at = super::sets::At { plan: one.plan, practice: one.practice, year: one.year.or(own)? };
    let env = Env::of_region(model, region.carrier, now, &view).in_practice(at);
    let (found, _) = env.get(target).ok()?;
    cond::shown(&found, &crate::model::Expr::Ref(target.clone()), &env)
}

/// The values of a list, each by itself; of a single value, that one.
fn several(
    target: &Ref,
    one: &Participant<'_>,
    region: &Region<'_>,
    now: &Circumstances,
    model: &Regioplan,
) -> Vec<Shown> {
    if let Some(value) = one_value(target, one, region, now, model) {
        return vec![value];
    }
    let own = one.plan.frame.year.map(|(year, _)| year);
    let Some(year) = one.year.or(own) else { return Vec::new() };
    let view = RegionView {
        practices: region.practices,
        figures: region.figures,
        calendar_year: region.calendar_year,
        all_years: false,
    };
    let at = super::sets::At { plan: one.plan, practice: one.practice, year };
    let env = Env::of_region(model, region.carrier, now, &view).in_practice(at);
    match env.get(target) {
        Ok((super::env::Val::List(items), _)) => items
            .iter()
            .filter_map(|item| match &item.value {
                Value::Text(text) => Some(Shown::Text(text.clone())),
                Value::Date(date) => Some(Shown::Date(*date)),
                Value::Number(number) => Some(Shown::Number(*number)),
                Value::Option(index) => option(target, *index),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// The word of an option in a list of options.
fn option(target: &Ref, index: usize) -> Option<Shown> {
    let Ref::Path(path) = target else { return None };
    let Type::List(inner) = &path.ty else { return None };
    let Type::OneOf(options) = inner.as_ref() else { return None };
    options.get(index).map(|word| Shown::Text(word.clone()))
}

fn values(target: &Ref, region: &Region<'_>, now: &Circumstances, model: &Regioplan) -> Vec<Shown> {
    let mut found: Vec<Shown> = Vec::new();
    for one in region.practices {
        for value in several(target, one, region, now, model) {
            if !found.contains(&value) {
                found.push(value);
            }
        }
    }
    found.sort_by_key(|value| format!("{value:?}"));
    found
}

fn chosen(members: &[Participant<'_>]) -> Vec<(InterventionId, usize)> {
    let mut counts: std::collections::BTreeMap<InterventionId, usize> = std::collections::BTreeMap::new();
    for year in members.iter().filter_map(|one| one.plan.year(one.year?)) {
        for choice in &year.choices {
            *counts.entry(choice.intervention).or_default() += 1;
        }
    }
    counts.into_iter().collect()
}

/// The days on which plans of a year must be in, as rules of the regioplan say: `ingediend is uiterlijk …`.
#[must_use]
pub fn due_dates(model: &Regioplan, plan: &Plan, year: u8, now: &Circumstances) -> Vec<(usize, Date)> {
    let env = Env::new(model, plan, now).in_year(year);
    model
        .rules
        .iter()
        .enumerate()
        .filter(|(_, rule)| !rule.whole_region && judge::speaks_in(rule, &env))
        .filter(|(_, rule)| {
            rule.conditions.iter().all(|condition| cond::answer(condition, &env) == super::answer::Answer::Yes)
        })
        .flat_map(|(index, rule)| rule.demands.iter().map(move |demand| (index, demand)))
        .filter_map(|(index, demand)| Some((index, cond::limit_on_handing_in(demand, &env)?)))
        .collect()
}
