//! Clauses that many blocks share: reasons, sources, periods, kinds.

use crate::diagnostic::Problem;
use crate::model::{Duration, DurationUnit, Kind, KindSet, Period, Reasons};
use crate::syntax::tree::{self, Body, Clause, Name, PeriodKind};

use super::errors::not_one_of;
use super::resolver::Resolver;

/// Explanation, advice, reading and sources among the clauses.
pub fn reasons(resolver: &mut Resolver<'_>, clauses: &[Clause]) -> Reasons {
    let mut reasons = Reasons::default();
    for clause in clauses {
        match &clause.body {
            Body::Toelichting(text) => reasons.explanation.push(text.text.clone()),
            Body::Advies(text) => reasons.advice.push(text.text.clone()),
            Body::Interpretatie(text) => reasons.reading.push(text.text.clone()),
            Body::Bron(ids) => reasons.sources.extend(ids.iter().filter_map(|id| resolver.cite(id))),
            _ => {}
        }
    }
    reasons
}

/// Other names among the clauses.
pub fn also_known(clauses: &[Clause]) -> Vec<String> {
    let mut names = Vec::new();
    for clause in clauses {
        if let Body::OokBekendAls(texts) = &clause.body {
            names.extend(texts.iter().map(|text| text.text.clone()));
        }
    }
    names
}

/// Kinds of choice by name; an unknown one is reported.
pub fn kinds(names: &[Name], problems: &mut Vec<Problem>) -> KindSet {
    let words: Vec<&str> = Kind::ALL.iter().map(|kind| kind.word()).collect();
    let mut found = Vec::new();
    for name in names {
        match Kind::from_word(&name.text) {
            Some(kind) => found.push(kind),
            None => problems.push(not_one_of("unknown-soort", &name.text, name.span, &words)),
        }
    }
    KindSet(found)
}

pub fn period(period: &tree::Period) -> Period {
    let year = |year: u32| u8::try_from(year).unwrap_or(u8::MAX);
    let calendar = |year: u16| i16::try_from(year).unwrap_or(i16::MAX);
    match &period.kind {
        PeriodKind::Always => Period::Always,
        PeriodKind::InYears(years) => Period::InYears(years.iter().map(|y| year(*y)).collect()),
        PeriodKind::FromYear(from) => Period::FromYear(year(*from)),
        PeriodKind::UntilYear(until) => Period::UntilYear(year(*until)),
        PeriodKind::InCalendar(found) => Period::InCalendar(calendar(*found)),
        PeriodKind::FromCalendar(from) => Period::FromCalendar(calendar(*from)),
        PeriodKind::UntilCalendar(until) => Period::UntilCalendar(calendar(*until)),
        PeriodKind::FromDate(date) => Period::FromDate(*date),
        PeriodKind::UntilDate(date) => Period::UntilDate(*date),
    }
}

pub fn duration(duration: tree::Duration) -> Duration {
    Duration {
        amount: duration.amount,
        unit: match duration.unit {
            tree::DurationUnit::Days => DurationUnit::Days,
            tree::DurationUnit::Weeks => DurationUnit::Weeks,
            tree::DurationUnit::Months => DurationUnit::Months,
            tree::DurationUnit::Years => DurationUnit::Years,
        },
    }
}
