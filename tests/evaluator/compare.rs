//! Comparisons: the right side, and how the left compares with it.

use super::conditions::{Place, has_words, same, value};
use super::day::{Day, Length, Quarter, day};
use super::plan::Value;
use super::region::{Measured, Moment, Op, Order, Test, That};
use super::years;

pub fn in_that(place: &Place<'_>, that: That, date: Day) -> bool {
    let year = place.year.unwrap();
    match that {
        That::Year => {
            let (first, last) = years::span(place.region, place.plan.start, year);
            first <= date && date <= last
        }
        That::CalendarYear => date.year == calendar_year(place),
    }
}

/// The calendar year in which the year begins; for the plan's own year the plan may say another.
fn calendar_year(place: &Place<'_>) -> i32 {
    let year = place.year.unwrap();
    match place.plan.calendar_year {
        Some(said) if year == place.plan.year => said,
        _ => years::span(place.region, place.plan.start, year).0.year,
    }
}

pub fn number(value: &Value) -> i64 {
    match value {
        Value::Number(number) => *number,
        other => panic!("{other:?} is no number"),
    }
}

pub fn compare(place: &Place<'_>, left: Option<Value>, test: &Test) -> Option<bool> {
    let left = left?;
    Some(match test {
        Test::Filled(wanted) => *wanted,
        Test::EmptyOr(that) => return compare(place, Some(left), that),
        Test::YesNo(wanted) => left == Value::YesNo(*wanted),
        Test::Words(not, words) => words.iter().any(|word| left == Value::Word(word)) != *not,
        Test::Texts(not, texts) => texts.iter().any(|text| same(&left, &Value::Text((*text).to_owned()))) != *not,
        Test::Contains(not, all) => {
            let Value::Text(written) = &left else { panic!("{left:?} is no text") };
            all.iter().any(|words| has_words(written, words)) != *not
        }
        Test::Days(days) => days.iter().any(|day| left == Value::Day(*day)),
        Test::Quarters(quarters) => quarters.iter().any(|quarter| left == Value::Quarter(*quarter)),
        Test::Measure(op, measured) => {
            // Both sides doubled and times a hundred, so that a half and a percentage stay whole.
            let left = number(&left) * 200;
            let right = match measured {
                Measured::Number(number, _) => number * 200,
                Measured::Of(expr) => number(&value(place, expr)?) * 200,
                Measured::HalfOf(expr) => number(&value(place, expr)?) * 100,
                Measured::PercentOf(percent, expr) => number(&value(place, expr)?) * 2 * percent,
            };
            match op {
                Op::AtLeast => left >= right,
                Op::AtMost => left <= right,
                Op::Exactly => left == right,
                Op::More => left > right,
                Op::Less => left < right,
            }
        }
        Test::Moment(order, right) => {
            let left = match left {
                Value::Day(day) => day,
                Value::Quarter(quarter) => quarter.first(),
                other => panic!("{other:?} is no date"),
            };
            let right = moment(place, right, *order)?;
            match order {
                Order::AtLatest => left <= right,
                Order::From => left >= right,
                Order::Before => left < right,
                Order::After => left > right,
                Order::On => left == right,
            }
        }
        Test::Age(at_most, length, on) => {
            let Value::Day(left) = left else { panic!("{left:?} has no age") };
            is_old(place, left, *at_most, *length, on.as_ref())?
        }
    })
}

/// At most so old: on that day so long ago, or later. At least: so long ago, or before that.
pub fn is_old(place: &Place<'_>, date: Day, at_most: bool, length: Length, on: Option<&Moment>) -> Option<bool> {
    let on = match on {
        Some(on) => moment(place, on, Order::On)?,
        None => place.plan.handed_in,
    };
    let limit = on.plus(length, -1);
    Some(if at_most { date >= limit } else { date <= limit })
}

/// The day of a moment. Of a quarter the last day counts with `uiterlijk` and `later dan`, else the first.
fn moment(place: &Place<'_>, moment_said: &Moment, order: Order) -> Option<Day> {
    let span = || years::span(place.region, place.plan.start, place.year.unwrap());
    let of_quarter = |quarter: Quarter| match order {
        Order::AtLatest | Order::After => quarter.last(),
        _ => quarter.first(),
    };
    Some(match moment_said {
        Moment::Day(day) => *day,
        Moment::OfCalendarYear(number, month) => day(calendar_year(place), *month, *number),
        Moment::Begin => span().0,
        Moment::End => span().1,
        Moment::Reference => place.plan.handed_in,
        Moment::Quarter(quarter) => of_quarter(*quarter),
        Moment::Of(expr) => match value(place, expr)? {
            Value::Day(day) => day,
            Value::Quarter(quarter) => of_quarter(quarter),
            other => panic!("{other:?} is no moment"),
        },
        Moment::Shifted(length, after, from) => moment(place, from, order)?.plus(*length, if *after { 1 } else { -1 }),
    })
}
