//! Years of the programme, numbers as people write them, and values that are equal.

use std::collections::{BTreeSet, HashSet};

use jiff::civil::Date;
use mtvp::model::{Calendar, Period, Quarter, Standpoint};
use mtvp::value::{Form, Misread, Value, read_number};
use rust_decimal::Decimal;

const START: Quarter = Quarter { year: 2023, number: 2 };

fn day(year: i16, month: i8, day: i8) -> Date {
    Date::new(year, month, day).expect("a date")
}

#[test]
fn years_from_the_start_quarter() {
    assert_eq!(Calendar::StartQuarter.year(START, 3), (day(2025, 4, 1), day(2026, 3, 31)));
}

#[test]
fn years_that_move_to_january() {
    let calendar = Calendar::JanuaryFrom { year: 2027, transition: Some(2026) };
    assert_eq!(calendar.year(START, 4), (day(2026, 4, 1), day(2026, 12, 31)));
    assert_eq!(calendar.year(START, 5), (day(2027, 1, 1), day(2027, 12, 31)));
}

#[test]
fn a_period_can_cover_a_part() {
    let at = Standpoint { year: 2, first: day(2024, 7, 1), last: day(2025, 6, 30) };
    assert_eq!(Period::FromCalendar(2025).covers(at), None);
    assert_eq!(Period::FromCalendar(2024).covers(at), Some(true));
    assert_eq!(Period::InCalendar(2023).covers(at), Some(false));
    assert_eq!(Period::InCalendar(2024).holds_on(at.first), Some(true));
}

fn read(text: &str, form: Form) -> Result<String, Misread> {
    read_number(text, form).map(|found| found.normalize().to_string())
}

#[test]
fn a_point_before_three_digits_divides_thousands_where_it_can_be_nothing_else() {
    assert_eq!(read("70.000", Form::Money), Ok("70000".to_owned()));
    assert_eq!(read("€ 70.000,00", Form::Money), Ok("70000".to_owned()));
    assert_eq!(read("1.250.000", Form::Number), Ok("1250000".to_owned()));
    assert_eq!(read("4.000", Form::Whole), Ok("4000".to_owned()));
    assert_eq!(read("1.250,50", Form::Number), Ok("1250.5".to_owned()));
    assert_eq!(read("0.500", Form::Number), Ok("0.5".to_owned()));
}

#[test]
fn what_can_be_two_numbers_is_neither() {
    let (thousands, decimals) = (Decimal::from(2500), Decimal::new(2500, 3));
    assert_eq!(read("2.500", Form::Number), Err(Misread::Either(thousands, decimals)));
    assert_eq!(read("2,500", Form::Money), Err(Misread::Either(thousands, decimals)));
}

#[test]
fn decimals_stand_behind_a_comma_or_a_point() {
    assert_eq!(read("2,5", Form::Number), Ok("2.5".to_owned()));
    assert_eq!(read("2.5", Form::Money), Ok("2.5".to_owned()));
    assert_eq!(read("40 %", Form::Percentage), Ok("40".to_owned()));
    for (text, form) in [
        ("-1", Form::Number),
        ("101", Form::Percentage),
        ("2.0", Form::Whole),
        ("2,0", Form::Whole),
        ("1.25.000", Form::Money),
        ("", Form::Number),
        ("1.", Form::Number),
        ("1,", Form::Number),
    ] {
        assert_eq!(read(text, form), Err(Misread::No), "{text}");
    }
}

fn number(text: &str) -> Value {
    Value::Number(read_number(text, Form::Money).expect("an amount"))
}

#[test]
fn numbers_are_equal_by_amount() {
    let all = [number("10"), number("10,0"), number("10.00"), number("€ 10,00")];
    assert_eq!(all.iter().collect::<HashSet<_>>().len(), 1);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 1);
    assert!(number("9") < number("10") && number("2") < number("10"));
}

#[test]
fn texts_are_equal_as_people_call_them_equal() {
    let all = ["Gouda", " gouda ", "GOUDA"].map(Value::text);
    assert_eq!(all.iter().collect::<HashSet<_>>().len(), 1);
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 1);
    assert_eq!(Value::text("Den  Haag"), Value::text("den\u{a0}haag"));
    assert_eq!(Value::text("Cafe\u{301}"), Value::text("CAF\u{c9}"));
    assert_ne!(Value::text("Goud a"), Value::text("Gouda"));
}
