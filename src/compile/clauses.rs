//! Clauses that many blocks share: reasons, sources, periods, kinds.

use crate::model::{Duration, DurationUnit, Kind, KindSet, Period, Reasons};
use crate::syntax::tree::{self, Body, Clause, Name, PeriodKind};

use super::problem::{Fault, What, Wrong};
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
pub fn kinds(names: &[Name], faults: &mut Vec<Fault>) -> KindSet {
    let mut found = Vec::new();
    for name in names {
        match Kind::from_word(&name.text) {
            Some(kind) => found.push(kind),
            None => faults.push(unknown_kind(name)),
        }
    }
    KindSet(found)
}

/// A word that is no kind of choice.
pub fn unknown_kind(name: &Name) -> Fault {
    Wrong::not_one_of(What::Kind, name, Kind::ALL.iter().map(|kind| kind.word()))
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
