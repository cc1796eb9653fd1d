//! Years that the head does not have, and what holds in no year or on no day at all.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{Model, Period, Programme, Regioplan, RuleScope, When};
use crate::source::Span;
use crate::syntax::tree::{Body, Clause, CondKind, Scope, Selector};

use super::kinds::Lint;
use super::{Remark, Subject, remark, window};

pub fn check(subject: &Subject<'_>, found: &mut Vec<Remark>) {
    let Model::Regioplan(model) = subject.model else { return };
    let calendar = window::calendar_years(model);
    for block in &subject.tree.blocks {
        let parts = block.parts.iter().flat_map(|part| std::iter::once(&part.head).chain(&part.clauses));
        for clause in block.clauses.iter().chain(parts) {
            outside(clause, &model.programme, calendar, found);
        }
    }
    never(model, found);
}

fn outside(clause: &Clause, programme: &Programme, calendar: (i16, i16), found: &mut Vec<Remark>) {
    let known = |year: &u8| programme.years().contains(year);
    let mut years: Vec<(Span, u8)> = Vec::new();
    let mut dates: Vec<(Span, i16)> = Vec::new();
    if let Some(period) = clause.period() {
        let no_years: Vec<u8> = match &period.kind {
            Period::InYears(years) => years.iter().copied().filter(|year| !known(year)).collect(),
            Period::FromYear(year) if *year > programme.last_year => vec![*year],
            Period::UntilYear(year) if *year < programme.first_year => vec![*year],
            _ => Vec::new(),
        };
        years.extend(no_years.into_iter().map(|year| (period.span, year)));
        dates.extend(no_calendar_year(&period.kind, calendar).map(|year| (period.span, year)));
    }
    if let Body::Scope(Scope::Together(together)) = &clause.body {
        years.extend(together.iter().filter(|year| !known(year)).map(|year| (clause.span, *year)));
    }
    if let Some(qualifier) = selector(clause).and_then(|selector| selector.qualifier)
        && let When::Year(year) = qualifier.when
        && !known(&year)
    {
        years.push((qualifier.span, year));
    }
    for (span, year) in years {
        let text = Text::new("lint-outside-year")
            .with("year", year)
            .with("first", programme.first_year)
            .with("last", programme.last_year);
        found.push(remark(Lint::OutsideYears, span, text, "lint-outside-year-help"));
    }
    for (span, year) in dates {
        // A calendar year is a name, not a number: no sign stands between its thousands.
        let text = Text::new("lint-outside-calendar")
            .with("year", year.to_string())
            .with("first", calendar.0.to_string())
            .with("last", calendar.1.to_string());
        found.push(remark(Lint::OutsideYears, span, text, "lint-outside-calendar-help"));
    }
}

/// A calendar year that no plan of this regioplan touches.
fn no_calendar_year(period: &Period, (first, last): (i16, i16)) -> Option<i16> {
    let (from, to) = period.days()?;
    if to.year() < first { Some(to.year()) } else { Some(from.year()).filter(|year| *year > last) }
}

fn selector(clause: &Clause) -> Option<&Selector> {
    match &clause.body {
        Body::Kies { selector, .. } => Some(selector),
        Body::Als(cond) | Body::Eis(cond) => match &cond.kind {
            CondKind::Chosen { selector, .. } => Some(selector),
            CondKind::Shared { .. } | CondKind::Quantified { .. } | CondKind::Plain(_) => None,
        },
        _ => None,
    }
}

/// Periods that never meet, and a rule whose last day lies before this version.
fn never(regioplan: &Regioplan, found: &mut Vec<Remark>) {
    let Regioplan { contents: model, valid: (from, _), .. } = regioplan;
    let all = window::standpoints_of(regioplan);
    if all.is_empty() {
        return;
    }
    for rule in model.rules.iter().filter(|rule| !rule.whole_region) {
        let several = match &rule.scope {
            RuleScope::OwnYear(periods) | RuleScope::Each(periods) => periods.len() > 1,
            RuleScope::Once | RuleScope::Together(_) => false,
        };
        if several && !all.iter().any(|at| window::speaks(rule, *at)) {
            let text = Text::new("lint-never").with("rule", &rule.id);
            found.push(remark(Lint::NeverInForce, rule.span, text, "lint-never-help"));
        }
        if let Some(until) = rule.standing.until.filter(|until| until < from) {
            let text = Text::new("lint-past").with("rule", &rule.id).with("date", until).with("from", *from);
            found.push(remark(Lint::NeverInForce, rule.lines.until.unwrap_or(rule.span), text, "lint-past-help"));
        }
    }
    for one in model.interventions.iter().filter(|one| !one.offered.is_empty()) {
        let several = one.offered.len() + one.not_offered.len() > 1;
        if several && !all.iter().any(|at| window::offered(one, *at)) {
            let periods = one.offered.iter().map(|period| Arg::Text(crate::model::say_period(period))).collect();
            let text =
                Text::new("lint-never-offered").with("name", &one.id).with("periods", Arg::List(periods, Join::And));
            found.push(remark(Lint::NeverInForce, one.span, text, "lint-never-help"));
        } else if !one.only_kinds.is_empty() && !all.iter().any(|at| window::kinds(one, *at).next().is_some()) {
            let text = Text::new("lint-never-kind").with("name", &one.id);
            found.push(remark(Lint::NeverInForce, one.span, text, "lint-never-kind-help"));
        }
    }
}
