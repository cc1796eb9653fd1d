//! Quantities: days, lengths of time, multiples, and what is made of the members of a domain. What is not known is a range.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model::{Day, Domain, Duration, Part, Ref, Sign, Tally, Term};
use crate::source::Span;
use crate::value::{Value, exact_product, exact_sum};

use super::env::{Env, unreadable};
use super::eval::{Reading, bounds, read, reference};
use super::members::{Item, Members, What, ahead, is_of_day, members};
use super::outcome::{Counts, Gap, GapKind};

/// The value of a term that is worked out from another one, or from the calendar.
pub fn derived<'a: 'v, 'v>(term: &'v Term, env: &Env<'_, 'a>) -> Reading<'v> {
    match term {
        Term::Day(day) => match on(*day, env) {
            Some(date) => Reading::Known(Cow::Owned(Value::Date(date)), Span::default()),
            None => Reading::unknown(unreadable(env.place())),
        },
        Term::Shift { base, duration, after } => {
            each(read(base, env), |value| value.day().map(|day| Value::Date(shifted(*duration, day, *after))))
        }
        Term::Times(by, base) => {
            each(read(base, env), |value| value.number().map(|number| Value::Number(number.saturating_mul(*by))))
        }
        Term::Total(parts) => total(parts, env),
        Term::Value(_) | Term::Ref(_) | Term::Over(..) => read(term, env),
    }
}

/// Parts added up: the least and the most that each can be bound the whole. What cannot be worked out exactly is not known.
fn total<'v>(parts: &[Part], env: &Env<'_, '_>) -> Reading<'v> {
    let mut ends = [Some(Decimal::ZERO), Some(Decimal::ZERO)];
    let (mut gaps, mut place) = (Vec::new(), Span::default());
    for part in parts {
        let found = read(&part.of, env);
        let times = |end: Option<&Value>| end?.number().and_then(|number| exact_product(number, part.factor));
        let [low, high] = [times(found.low()), times(found.high())];
        let added = match part.sign {
            Sign::Plus => [low, high],
            Sign::Minus => [high.map(|high| -high), low.map(|low| -low)],
        };
        for (end, more) in ends.iter_mut().zip(added) {
            *end = end.zip(more).and_then(|(end, more)| exact_sum(end, more));
        }
        if let Reading::Known(_, span) = &found
            && place.is_empty()
        {
            place = *span;
        }
        gaps.extend(found.gaps());
    }
    let [low, high] = ends.map(|end| end.map(Value::Number));
    if gaps.is_empty() && (low.is_none() || high.is_none()) {
        gaps.push(Gap::new(GapKind::TooLarge, env.place()));
    }
    between(low, high, place, gaps)
}

fn shifted(duration: Duration, day: Date, after: bool) -> Date {
    duration.from(day, after)
}

/// Both ends of a reading, changed alike; the change keeps their order.
fn each(reading: Reading<'_>, change: impl Fn(&Value) -> Option<Value>) -> Reading<'_> {
    match reading {
        Reading::Known(value, span) => match change(&value) {
            Some(value) => Reading::Known(Cow::Owned(value), span),
            None => Reading::unknown(unreadable(span)),
        },
        Reading::Between { low, high, gaps } => {
            Reading::Between { low: low.as_ref().and_then(&change), high: high.as_ref().and_then(&change), gaps }
        }
    }
}

/// The date of a day.
fn on(day: Day, env: &Env<'_, '_>) -> Option<Date> {
    match day {
        Day::Reference => env.today(),
        Day::YearStart => env.days().map(|(first, _)| first),
        Day::YearEnd => env.days().map(|(_, last)| last),
        Day::OfYear { month, day } => {
            let year = env.calendar_year()?;
            // 29 February is the last of the month in a year that lacks it.
            Date::new(year, month, day).or_else(|_| Date::new(year, month, 28)).ok()
        }
    }
}

/// What is made of the members of a domain.
pub fn over(tally: &Tally, domain: &Domain, env: &Env<'_, '_>) -> Reading<'static> {
    let found = members(domain, env);
    match tally {
        Tally::Count => {
            let least = found.sure.len();
            let most = found.unsure.len().saturating_add(found.others).saturating_add(least);
            counted(least, most, place(&found, env), found.gaps())
        }
        Tally::Distinct(field) => {
            let values = Values::of(field, &found, env);
            let known: BTreeSet<&Value> = values.sure.iter().map(|(value, _)| value.as_ref()).collect();
            let more: BTreeSet<&Value> = values.unsure.iter().map(|(value, _)| value.as_ref()).collect();
            let least = known.len().max(usize::from(values.lacking > 0));
            let most = (known.len() + more.difference(&known).count() + values.lacking + values.doubtful)
                .saturating_add(found.others);
            counted(least, most, place(&found, env), values.gaps)
        }
        Tally::Sum(field) => {
            let values = Values::of(field, &found, env);
            let sum = |list: &[(Cow<'_, Value>, Span)]| {
                list.iter().filter_map(|(value, _)| value.number()).fold(Decimal::ZERO, Decimal::saturating_add)
            };
            // Numbers are never negative, so what is known is the least that it can be.
            let least = sum(&values.sure);
            let bounded = values.lacking + values.doubtful == 0 && found.others == 0;
            let most = bounded.then(|| least.saturating_add(sum(&values.unsure)));
            between(Some(Value::Number(least)), most.map(Value::Number), place(&found, env), values.gaps)
        }
        Tally::Least(field) => extreme(field, &found, domain, env, false),
        Tally::Greatest(field) => extreme(field, &found, domain, env, true),
    }
}

fn counted<'v>(least: usize, most: usize, span: Span, gaps: Vec<Gap>) -> Reading<'v> {
    let number = |count: usize| Value::Number(Decimal::from(count));
    between(Some(number(least)), (most < usize::MAX).then(|| number(most)), span, gaps)
}

/// A range whose ends are the same is a value.
fn between<'v>(low: Option<Value>, high: Option<Value>, span: Span, gaps: Vec<Gap>) -> Reading<'v> {
    match (low, high) {
        (Some(low), Some(high)) if low == high => Reading::Known(Cow::Owned(low), span),
        (low, high) => Reading::Between { low, high, gaps },
    }
}

/// The least or the greatest: what is known bounds it on one side, whatever the others are.
fn extreme<'v>(field: &Ref, found: &Members<'_>, domain: &Domain, env: &Env<'_, '_>, greatest: bool) -> Reading<'v> {
    let values = Values::of(field, found, env);
    let key = |value: &Value| (value.day(), value.number());
    let better = |one: &Value, best: &Value| if greatest { key(one) > key(best) } else { key(one) < key(best) };
    let pick = |list: &[(Cow<'_, Value>, Span)]| {
        let mut best: Option<(Value, Span)> = None;
        for (value, span) in list {
            if best.as_ref().is_none_or(|(best, _)| better(value, best)) {
                best = Some((value.as_ref().clone(), *span));
            }
        }
        best
    };
    let all_known = values.lacking + values.doubtful == 0 && found.others == 0;
    let (sure, unsure) = (pick(&values.sure), pick(&values.unsure));
    let [least, most] = bounds(field);
    let best = if greatest { most.clone() } else { least.clone() };
    match (sure, unsure) {
        (Some((sure, span)), None) if all_known => Reading::Known(Cow::Owned(sure), span),
        (Some((sure, span)), unsure) => {
            // The other end is what it could be at best: one of those that may count, or whatever such a field can be.
            let far = match unsure {
                Some((value, _)) if all_known => Some(if better(&value, &sure) { value } else { sure.clone() }),
                Some(_) | None => best,
            };
            let (low, high) = if greatest { (Some(sure), far) } else { (far, Some(sure)) };
            between(low, high, span, values.gaps)
        }
        (None, None) if all_known => {
            let count = ahead(domain, env);
            if count > 0 {
                let filters = domain.filters.iter().filter(|filter| !is_of_day(filter)).cloned().collect();
                let all = members(&Domain { filters, ..domain.clone() }, env);
                let kind = GapKind::StillAhead(Arc::clone(&domain.words), count);
                return Reading::unknown(Gap::new(kind, place(&all, env)));
            }
            let all = domain.filters.is_empty() && domain.during.is_none();
            let counts = if all { Counts::All } else { Counts::Some };
            Reading::unknown(Gap::new(GapKind::Empty(Arc::clone(&domain.words), counts), env.place()))
        }
        (None, _) if values.lacking > 0 => Reading::Between { low: least, high: most, gaps: values.gaps },
        // Perhaps there is nobody to have one.
        (None, _) => Reading::Between { low: None, high: None, gaps: values.gaps },
    }
}

/// The values of a field of the members.
struct Values<'a> {
    /// Of members that are in the domain.
    sure: Vec<(Cow<'a, Value>, Span)>,
    /// Of members that may be in it.
    unsure: Vec<(Cow<'a, Value>, Span)>,
    /// How many members in it, and how many that may be in it, have no value that is known.
    lacking: usize,
    doubtful: usize,
    gaps: Vec<Gap>,
}

impl<'a> Values<'a> {
    fn of(field: &Ref, found: &Members<'a>, env: &Env<'_, 'a>) -> Self {
        let mut values = Self { sure: Vec::new(), unsure: Vec::new(), lacking: 0, doubtful: 0, gaps: found.gaps() };
        for item in &found.sure {
            match value(field, *item, env) {
                Ok(one) => values.sure.push(one),
                Err(gaps) => {
                    values.lacking += 1;
                    values.gaps.extend(gaps);
                }
            }
        }
        for (item, _) in &found.unsure {
            match value(field, *item, env) {
                Ok(one) => values.unsure.push(one),
                Err(gaps) => {
                    values.doubtful += 1;
                    values.gaps.extend(gaps);
                }
            }
        }
        values
    }
}

/// The value of a field of one member.
pub fn value<'a>(field: &Ref, item: Item<'a>, env: &Env<'_, 'a>) -> Result<(Cow<'a, Value>, Span), Vec<Gap>> {
    match item.within(env, |inner| reference(field, inner)) {
        Reading::Known(value, span) => Ok((value, span)),
        Reading::Between { gaps, .. } => {
            Err(gaps.into_iter().map(|gap| gap.of(item.at.map(|at| at.practice))).collect())
        }
    }
}

/// Where to point for a domain: its list, or what holds it.
pub fn place(found: &Members<'_>, env: &Env<'_, '_>) -> Span {
    match (found.sure.first(), found.sure.last()) {
        (Some(Item { what: What::Entry(first), at: None }), Some(Item { what: What::Entry(last), at: None })) => {
            first.key.to(last.span)
        }
        (Some(_) | None, Some(_) | None) => env.place(),
    }
}
