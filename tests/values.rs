//! Years of the programme, numbers as people write them, and values that are equal.

use std::collections::{BTreeSet, HashSet};

use jiff::civil::Date;
use mtvp::model::{Calendar, Period, Quarter, Standpoint};
use mtvp::value::{
    Form, Misread, Value, day_after, day_before, exact_product, exact_sum, read_number, same_name, stored_name,
};
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

#[test]
fn a_number_has_twelve_digits_before_and_four_behind_the_comma() {
    assert_eq!(read("123456789012", Form::Number), Ok("123456789012".to_owned()));
    assert_eq!(read("123.456.789.012", Form::Number), Ok("123456789012".to_owned()));
    assert_eq!(read("1234567890123", Form::Number), Err(Misread::No));
    assert_eq!(read("1,2345", Form::Number), Ok("1.2345".to_owned()));
    assert_eq!(read("1.2345", Form::Number), Ok("1.2345".to_owned()));
    assert_eq!(read("1,23456", Form::Number), Err(Misread::No));
    for text in ["a", "1a", "a,5", "1,a", "1.a", ",5", ".5"] {
        assert_eq!(read(text, Form::Number), Err(Misread::No), "{text}");
    }
}

#[test]
fn what_is_worked_out_is_exact_or_nothing() {
    let of = |number: i64, scale| Decimal::new(number, scale);
    assert_eq!(exact_sum(of(5, 0), of(-5, 0)), Some(Decimal::ZERO));
    assert_eq!(exact_sum(of(5, 0), of(5, 1)), Some(of(55, 1)));
    assert_eq!(exact_sum(Decimal::ZERO, Decimal::ZERO), Some(Decimal::ZERO));
    // Twenty-nine digits are too many.
    assert_eq!(exact_sum(Decimal::MAX, of(1, 1)), None);
    assert_eq!(exact_product(of(25, 1), of(25, 2)), Some(of(625, 3)));
    assert_eq!(exact_product(of(25, 1), Decimal::ZERO), Some(Decimal::ZERO));
    assert_eq!(exact_product(of(3, 0), of(7, 0)), Some(of(21, 0)));
}

#[test]
fn names_are_one_whatever_the_accents() {
    for (one, other) in [("caf\u{e9}", "cafe"), ("cafe\u{301}", "caf\u{e9}"), ("\u{e9}en", "een"), ("een", "een")] {
        assert!(same_name(one, other) && same_name(other, one), "{one} {other}");
    }
    for (one, other) in [("cafe", "cafes"), ("caf\u{e9}", "cafs"), ("een", "twee")] {
        assert!(!same_name(one, other), "{one} {other}");
    }
    assert_eq!((stored_name("cafe\u{301}"), stored_name("cafe")), ("caf\u{e9}".to_owned(), "cafe".to_owned()));
}

#[test]
fn days_and_quarters_end_where_the_calendar_says() {
    assert_eq!((day_before(day(2024, 3, 1)), day_after(day(2024, 2, 28))), (day(2024, 2, 29), day(2024, 2, 29)));
    assert_eq!((day_before(Date::MAX), day_after(Date::MIN)), (Date::MAX, Date::MIN));
    let days = |number| {
        let quarter = Quarter { year: 2024, number };
        (quarter.first_day(), quarter.last_day())
    };
    assert_eq!(days(1), (day(2024, 1, 1), day(2024, 3, 31)));
    assert_eq!(days(2), (day(2024, 4, 1), day(2024, 6, 30)));
    assert_eq!(days(3), (day(2024, 7, 1), day(2024, 9, 30)));
    assert_eq!(days(4), (day(2024, 10, 1), day(2024, 12, 31)));
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
    assert!(Value::text("Gouda") < Value::text("\u{200b}Haarlem") && Value::text("gouda") < Value::text("HAARLEM"));
}
