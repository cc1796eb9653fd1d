//! (model, all plans of a region, its figures) -> outcome: the rules over the region, its indicators and
//! its overviews. As pure as the check of one plan, and by the same conditions.

use std::cmp::Ordering;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::model::{
    Aim, ColumnValue, Contents, Domain, FieldId, Indication, InterventionId, Order, Overview, REGION, Ref, Requirement,
    RuleId, RuleScope, Source, Tally, Term,
};
use crate::plan::{Content, RecordValue};
use crate::value::Value;

use super::Circumstances;
use super::env::{Env, Participant, RegionView, Scope};
use super::eval::{Reading, read};
use super::find::Found;
use super::judge;
use super::outcome::{Gap, GapKind, Verdict};

/// A region: its practices, its own figures, and the calendar year that it looks at.
#[derive(Clone, Copy, Debug)]
pub struct Region<'a> {
    pub practices: &'a [Participant<'a>],
    pub figures: Option<&'a RecordValue>,
    pub calendar_year: i16,
}

impl<'a> Region<'a> {
    /// How it is looked at: of each plan the year that begins in the calendar year, or all its years.
    pub(super) fn view(&self, all_years: bool) -> RegionView<'a> {
        RegionView { practices: self.practices, figures: self.figures, calendar_year: self.calendar_year, all_years }
    }
}

/// Everything that looking at a region gives.
#[derive(Clone, Debug, Default)]
pub struct RegionOutcome {
    pub verdicts: Vec<Verdict>,
    pub indicators: Vec<Measured>,
    pub overviews: Vec<Vec<Row>>,
    /// Required figures that are not filled in: indexes of fields.
    pub missing: Vec<FieldId>,
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

impl Measured {
    fn unknown() -> Self {
        Self { value: Err(Vec::new()), counted: None, divisor: None, reached: None }
    }
}

/// Whether a number is read in the plans of practices; how many practices there are is known without.
fn reads_plans(term: &Term) -> bool {
    match term {
        Term::Over(tally, domain) => {
            let of_all =
                matches!((tally, &domain.source), (Tally::Count, Source::Practices)) && domain.filters.is_empty();
            is_of_practices(domain) && !of_all
        }
        Term::Times(_, base) | Term::Shift { base, .. } => reads_plans(base),
        Term::Total(parts) => parts.iter().any(|part| reads_plans(&part.of)),
        Term::Value(_) | Term::Ref(_) | Term::Day(_) => false,
    }
}

fn is_of_practices(domain: &Domain) -> bool {
    match &domain.source {
        Source::Practices | Source::OfPractices(_) => true,
        Source::Of(inner) | Source::Inside(inner, _) => is_of_practices(inner),
        Source::List(_)
        | Source::ListOfYears(..)
        | Source::Choices
        | Source::Those
        | Source::Interventions(_)
        | Source::Named(_) => false,
    }
}

/// A row of an overview.
#[derive(Clone, Debug)]
pub struct Row {
    /// What the practices of this row have in common; none when it is not filled in.
    pub key: Option<Value>,
    pub practices: usize,
    pub cells: Vec<Cell>,
}

/// A cell of an overview.
#[derive(Clone, Debug)]
pub enum Cell {
    Number(Result<Decimal, Vec<Gap>>),
    Values(Vec<Value>),
    /// Interventions with the number of practices that chose them.
    Choices(Vec<(InterventionId, usize)>),
}

/// Looks at a region as a whole.
#[must_use]
pub fn check_region(model: &Contents, region: &Region<'_>, now: &Circumstances) -> RegionOutcome {
    let view = region.view(false);
    let env = Env::new(model, now, Scope::Region(&view));
    RegionOutcome {
        verdicts: model.rules.ids().flat_map(|index| check_region_rule(model, region, now, index)).collect(),
        indicators: model
            .program
            .indicators
            .iter()
            .zip(&model.indicators)
            .map(|(meant, said)| {
                // Where nobody handed in a plan, nothing is known of what stands in plans.
                let silent = region.practices.is_empty() && reads_plans(&meant.value);
                if silent { Measured::unknown() } else { measure(meant, said.percentage, &env) }
            })
            .collect(),
        overviews: (0..model.overviews.len()).map(|index| rows(index, region, now, model)).collect(),
        missing: missing(model, region.figures),
    }
}

/// The verdicts on one rule over the region.
#[must_use]
pub fn check_region_rule(model: &Contents, region: &Region<'_>, now: &Circumstances, index: RuleId) -> Vec<Verdict> {
    let rule = model.rules.get(index);
    if !rule.whole_region {
        return Vec::new();
    }
    let view = region.view(matches!(rule.scope, RuleScope::Once));
    judge::of_region(index, &Env::new(model, now, Scope::Region(&view)))
}

fn missing(model: &Contents, figures: Option<&RecordValue>) -> Vec<FieldId> {
    let fields = &model.record(REGION).fields;
    let filled = |index: FieldId| {
        let entry = figures.and_then(|figures| figures.entry(index));
        entry.is_some_and(|entry| !entry.content.is_empty())
    };
    let required = |(index, field): (FieldId, &crate::model::Field)| {
        (matches!(field.required, Requirement::Always) && !filled(index)).then_some(index)
    };
    fields.pairs().filter_map(required).collect()
}

/// The number that a term gives.
fn number(term: &Term, env: &Env<'_, '_>) -> Result<Decimal, Vec<Gap>> {
    match read(term, env) {
        Reading::Known(value, span) => value.number().ok_or_else(|| vec![super::env::unreadable(span)]),
        Reading::Between { gaps, .. } => Err(gaps),
    }
}

fn measure(indication: &Indication, percentage: bool, env: &Env<'_, '_>) -> Measured {
    let counted = number(&indication.value, env);
    let divisor = indication.divisor.as_ref().map(|divisor| number(divisor, env));
    let value = match indication.divisor.as_ref().filter(|_| percentage).and_then(|whole| less_than_part(whole, env)) {
        Some(gap) if exceeds(&counted, divisor.as_ref()) => Err(vec![gap]),
        Some(_) | None => value(percentage, &counted, divisor.as_ref()),
    };
    let reached = match (&value, &indication.goal) {
        (Ok(value), Some(goal)) => reached(*value, goal, env),
        (Err(_), _) | (Ok(_), None) => None,
    };
    Measured { value, counted: counted.ok(), divisor: divisor.and_then(Result::ok), reached }
}

/// Whether a part is more than the whole that it is a part of.
fn exceeds(part: &Result<Decimal, Vec<Gap>>, whole: Option<&Result<Decimal, Vec<Gap>>>) -> bool {
    matches!((part, whole), (Ok(part), Some(Ok(whole))) if part > whole)
}

/// What to say of a whole that somebody filled in, when it cannot be right.
fn less_than_part(whole: &Term, env: &Env<'_, '_>) -> Option<Gap> {
    let Term::Ref(Ref::Path(path)) = whole else { return None };
    Some(Gap::new(GapKind::LessThanPart(Arc::clone(&path.words)), env.place()))
}

fn value(
    percentage: bool,
    counted: &Result<Decimal, Vec<Gap>>,
    divisor: Option<&Result<Decimal, Vec<Gap>>>,
) -> Result<Decimal, Vec<Gap>> {
    let times = if percentage { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    let counted = counted.clone()?.saturating_mul(times);
    match divisor {
        None => Ok(counted),
        // Without anything to divide by there is no number, and nothing is missing either.
        Some(Ok(divisor)) => counted.checked_div(*divisor).ok_or_else(Vec::new),
        Some(Err(gaps)) => Err(gaps.clone()),
    }
}

fn reached(value: Decimal, goal: &Aim, env: &Env<'_, '_>) -> Option<bool> {
    let bound = number(&goal.bound, env).ok()?;
    let lies = value.saturating_mul(goal.factor).cmp(&bound);
    Some(match goal.order {
        Order::Less => lies == Ordering::Less,
        Order::AtMost => lies != Ordering::Greater,
        Order::Equal => lies == Ordering::Equal,
        Order::AtLeast => lies != Ordering::Less,
        Order::More => lies == Ordering::Greater,
    })
}

/// The rows of an overview: one for all practices, or one for each value in common, in the order of the values.
fn rows(index: usize, region: &Region<'_>, now: &Circumstances, model: &Contents) -> Vec<Row> {
    let Some(overview) = model.overviews.get(index) else { return Vec::new() };
    let mut groups: Vec<(Option<Value>, Vec<Participant<'_>>)> = Vec::new();
    for one in region.practices {
        let key = overview.per.as_ref().and_then(|per| single(per, one, now, model));
        match groups.iter_mut().find(|(known, _)| *known == key) {
            Some((_, members)) => members.push(*one),
            None => groups.push((key, vec![*one])),
        }
    }
    groups.sort_by(|(one, _), (other, _)| (one.is_none(), one).cmp(&(other.is_none(), other)));
    if overview.per.is_none() && groups.is_empty() {
        groups.push((None, Vec::new()));
    }
    let numbers = model.program.overviews.get(index).map(Vec::as_slice).unwrap_or_default();
    groups
        .into_iter()
        .map(|(key, members)| {
            let part = Region { practices: &members, ..*region };
            let cells = cells(overview, numbers, &part, now, model);
            Row { key, practices: members.len(), cells }
        })
        .collect()
}

fn cells(
    overview: &Overview,
    numbers: &[Option<Term>],
    part: &Region<'_>,
    now: &Circumstances,
    model: &Contents,
) -> Vec<Cell> {
    let view = part.view(false);
    let env = Env::new(model, now, Scope::Region(&view));
    let columns = overview.columns.iter().zip(numbers);
    columns
        .map(|(column, meant)| match (&column.value, meant) {
            (ColumnValue::Number(_), Some(term)) => Cell::Number(number(term, &env)),
            (ColumnValue::Number(_), None) => Cell::Number(Err(Vec::new())),
            (ColumnValue::Values(target), _) => Cell::Values(values(target, part, now, model)),
            (ColumnValue::Choices, _) => Cell::Choices(chosen(part.practices)),
        })
        .collect()
}

/// Asks something in one practice, in the year that counts or else its own.
fn in_practice<T>(
    one: &Participant<'_>,
    now: &Circumstances,
    model: &Contents,
    ask: impl FnOnce(&Env<'_, '_>) -> Option<T>,
) -> Option<T> {
    let own = one.of.plan.frame.year.map(|(year, _)| year);
    ask(&Env::new(model, now, Scope::Year(one.of, one.year.or(own)?)))
}

/// The value of a field of one practice, when it is a single one.
fn single(target: &Ref, one: &Participant<'_>, now: &Circumstances, model: &Contents) -> Option<Value> {
    in_practice(one, now, model, |env| env.find(target).ok()?.0.value())
}

/// The values of a field of each practice, each once, in order; of a list, each of its values.
fn values(target: &Ref, region: &Region<'_>, now: &Circumstances, model: &Contents) -> Vec<Value> {
    let of_one = |one: &Participant<'_>| {
        in_practice(one, now, model, |env| env.find(target).ok().map(|(found, _)| plain(found)))
    };
    let mut found: Vec<Value> = region.practices.iter().filter_map(of_one).flatten().collect();
    found.sort();
    found.dedup();
    found
}

/// The single values in what was found.
fn plain(found: Found<'_>) -> Vec<Value> {
    let items = found.list().unwrap_or_default().iter();
    let in_list = items.filter_map(|item| match &item.content {
        Content::Value(value) => Some(value.clone()),
        Content::List(_) | Content::Record(_) | Content::Filler(_) | Content::Blank | Content::Invalid => None,
    });
    found.value().into_iter().chain(in_list).collect()
}

fn chosen(members: &[Participant<'_>]) -> Vec<(InterventionId, usize)> {
    let mut counts: std::collections::BTreeMap<InterventionId, usize> = std::collections::BTreeMap::new();
    for year in members.iter().filter_map(|one| one.of.plan.year(one.year?)) {
        for choice in year.choices.iter().filter(|choice| !choice.is_refused) {
            *counts.entry(choice.intervention).or_default() += 1;
        }
    }
    counts.into_iter().collect()
}
