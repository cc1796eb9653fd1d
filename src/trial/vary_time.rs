//! Changes in time: years, dates, lengths of time, and before or after.

use jiff::civil::Date;

use crate::model::{Duration, Expr, FrameField, Moment, MomentWord, Period, Ref, RuleScope, Type};

use super::vary::{Variant, in_one, without_one};

/// A period that begins or ends one further. A year outside the regioplan is left out where no plan can reach it.
pub fn period(period: &Period, years: &[u8]) -> Vec<Variant<Period>> {
    let near = |year: u8| [year.saturating_sub(1), year.saturating_add(1)].into_iter().filter(|y| years.contains(y));
    let calendar = |year: i16| [year.saturating_sub(1), year.saturating_add(1)].into_iter();
    match period {
        Period::Always => Vec::new(),
        Period::InYears(list) => in_years(list, &near),
        // `vanaf` the first year and `tot en met` the last one leave nothing out, and so does a step further.
        Period::FromYear(year) => near(*year).map(|year| Variant::limit(Period::FromYear(year))).collect(),
        Period::UntilYear(year) => near(*year).map(|year| Variant::limit(Period::UntilYear(year))).collect(),
        Period::InCalendar(year) => calendar(*year).map(|year| Variant::limit(Period::InCalendar(year))).collect(),
        Period::FromCalendar(year) => calendar(*year).map(|year| Variant::limit(Period::FromCalendar(year))).collect(),
        Period::UntilCalendar(year) => {
            calendar(*year).map(|year| Variant::limit(Period::UntilCalendar(year))).collect()
        }
        Period::FromDate(date) => days(*date).map(|date| Variant::limit(Period::FromDate(date))).collect(),
        Period::UntilDate(date) => days(*date).map(|date| Variant::limit(Period::UntilDate(date))).collect(),
        Period::Between(from, to) => {
            let first = days(*from).filter(|day| day <= to).map(|from| Period::Between(from, *to));
            let last = days(*to).filter(|day| day >= from).map(|to| Period::Between(*from, to));
            first.chain(last).map(Variant::limit).collect()
        }
    }
}

fn in_years<I: Iterator<Item = u8>>(list: &[u8], near: &impl Fn(u8) -> I) -> Vec<Variant<Period>> {
    let shifted = in_one(list, |year| near(*year).filter(|y| !list.contains(y)).map(Variant::limit).collect());
    let fewer = without_one(list).into_iter().map(Variant::other);
    shifted.into_iter().chain(fewer).map(|variant| variant.map(Period::InYears)).collect()
}

/// The years for which a rule speaks.
pub fn scope(scope: &RuleScope, years: &[u8]) -> Vec<Variant<RuleScope>> {
    let inside = |periods: &[Period], make: &dyn Fn(Vec<Period>) -> RuleScope| {
        let shifted = in_one(periods, |one| period(one, years)).into_iter();
        shifted.map(|variant| variant.map(make)).collect::<Vec<_>>()
    };
    match scope {
        RuleScope::Once => Vec::new(),
        RuleScope::Each(periods) => inside(periods, &RuleScope::Each),
        RuleScope::OwnYear(periods) => {
            let mut all = inside(periods, &RuleScope::OwnYear);
            all.push(Variant::other(RuleScope::Each(periods.clone())));
            all
        }
        RuleScope::Together(years) => {
            without_one(years).into_iter().map(|years| Variant::other(RuleScope::Together(years))).collect()
        }
    }
}

fn days(date: Date) -> impl Iterator<Item = Date> {
    [date.yesterday(), date.tomorrow()].into_iter().filter_map(Result::ok)
}

/// One more and one less of the unit.
pub fn duration(length: Duration) -> Vec<Variant<Duration>> {
    let fewer = length.amount.checked_sub(1);
    let amounts = fewer.into_iter().chain([length.amount.saturating_add(1)]);
    amounts.map(|amount| Variant::limit(Duration { amount, ..length })).collect()
}

/// The word and the moment of a comparison in time. Where a day earlier says the same as `eerder dan`, only
/// one of the two is made.
pub fn comparison(left: &Expr, word: MomentWord, right: &Moment) -> Vec<Variant<(MomentWord, Moment)>> {
    let steps = steps(right, in_quarters(left));
    let with = |word: MomentWord, moment: &Moment| (word, moment.clone());
    let mut all = vec![Variant::limit(with(strict(word), right)), Variant::other(with(turned(word), right))];
    let same = |later: bool| match word {
        MomentWord::NoLaterThan | MomentWord::After => !later,
        MomentWord::From | MomentWord::Before => later,
        MomentWord::On => false,
    };
    let fixed = matches!(right, Moment::Date(_) | Moment::Yearly { .. });
    for (later, moment) in &steps {
        if !(fixed && same(*later)) {
            all.push(Variant::limit(with(word, moment)));
        }
    }
    all
}

/// The word that takes the boundary itself out, or in.
fn strict(word: MomentWord) -> MomentWord {
    match word {
        MomentWord::NoLaterThan => MomentWord::Before,
        MomentWord::From => MomentWord::After,
        MomentWord::Before | MomentWord::On => MomentWord::NoLaterThan,
        MomentWord::After => MomentWord::From,
    }
}

/// The other direction.
fn turned(word: MomentWord) -> MomentWord {
    match word {
        MomentWord::NoLaterThan | MomentWord::On => MomentWord::From,
        MomentWord::From => MomentWord::NoLaterThan,
        MomentWord::Before => MomentWord::After,
        MomentWord::After => MomentWord::Before,
    }
}

/// The opposite: what the one allows, the other refuses.
pub fn opposite(word: MomentWord) -> Option<MomentWord> {
    match word {
        MomentWord::NoLaterThan => Some(MomentWord::After),
        MomentWord::From => Some(MomentWord::Before),
        MomentWord::Before => Some(MomentWord::From),
        MomentWord::After => Some(MomentWord::NoLaterThan),
        MomentWord::On => None,
    }
}

/// Moments one step away, and whether they lie later.
fn steps(moment: &Moment, quarters: bool) -> Vec<(bool, Moment)> {
    match moment {
        Moment::Date(date) => {
            let unit = if quarters { crate::model::DurationUnit::Months } else { crate::model::DurationUnit::Days };
            let step = Duration { amount: if quarters { 3 } else { 1 }, unit };
            [false, true].map(|later| (later, Moment::Date(step.from(*date, later)))).to_vec()
        }
        // A quarter begins on the first of a month: only a quarter more or less says something else.
        Moment::Yearly { month, day } if quarters => {
            let earlier = (*month > 3).then(|| (false, Moment::Yearly { month: month - 3, day: *day }));
            let later = (*month < 10).then(|| (true, Moment::Yearly { month: month + 3, day: *day }));
            earlier.into_iter().chain(later).collect()
        }
        Moment::Yearly { month, day } => {
            let later = Moment::Yearly { month: *month, day: day.saturating_add(1) };
            let earlier = (*day > 1).then(|| (false, Moment::Yearly { month: *month, day: day - 1 }));
            // A day that a month lacks would be read as the last one that it has.
            let next = (*day < 28).then_some(later).or_else(|| {
                let first = Moment::Yearly { month: month % 12 + 1, day: 1 };
                (*month < 12).then_some(first)
            });
            earlier.into_iter().chain(next.map(|moment| (true, moment))).collect()
        }
        Moment::Offset { duration: length, after, base } => duration(*length)
            .into_iter()
            .map(|variant| {
                let later = (variant.value.amount > length.amount) == *after;
                (later, Moment::Offset { duration: variant.value, after: *after, base: base.clone() })
            })
            .collect(),
        Moment::YearStart => vec![(true, Moment::YearEnd)],
        Moment::YearEnd => vec![(false, Moment::YearStart)],
        Moment::ReferenceDate | Moment::Expr(_) => Vec::new(),
    }
}

/// Whether the value is a quarter: it counts by its first day, so a day more or less says nothing.
fn in_quarters(left: &Expr) -> bool {
    match left {
        Expr::Ref(Ref::Frame(field)) => *field == FrameField::StartQuarter,
        Expr::Ref(Ref::Path(path)) => path.ty == Type::Quarter,
        _ => false,
    }
}
