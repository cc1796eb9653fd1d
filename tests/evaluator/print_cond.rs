//! Choices and conditions as text.

use super::day::month_name;
use super::region::{
    Amount, Choose, Cond, Evidence, Expr, Kind, List, Measured, Moment, ONE, Op, Order, Past, Share, Target, Test,
    That, Which,
};

pub fn numbers(all: &[i32]) -> String {
    joined(&all.iter().map(ToString::to_string).collect::<Vec<_>>(), "en")
}

pub fn kinds(kinds: &[Kind]) -> String {
    joined(&kinds.iter().map(|kind| kind.word().to_owned()).collect::<Vec<_>>(), "of")
}

/// `a, b of c`.
pub fn joined(words: &[String], last: &str) -> String {
    match words.split_last() {
        Some((end, rest)) if !rest.is_empty() => format!("{} {last} {end}", rest.join(", ")),
        _ => words.join(""),
    }
}

/// What stands after `kies`, and with `gekozen` after `als`.
pub fn selection(choose: &Choose, chosen: &str) -> String {
    let amount = match choose.amount {
        Amount::AtLeast(n) => format!("minimaal {n}"),
        Amount::AtMost(n) => format!("maximaal {n}"),
        Amount::Exactly(n) => format!("precies {n}"),
        Amount::None => "geen".to_owned(),
        Amount::All => "alle".to_owned(),
        Amount::AllOrNone => "alle of geen".to_owned(),
    };
    let targets: Vec<String> = choose
        .targets
        .iter()
        .map(|target| match target {
            Target::Element(id) => format!("kernelement {id}"),
            Target::Theme => "thema wijk".to_owned(),
            Target::ChoiceList => "keuzelijst lijst".to_owned(),
            Target::Intervention(id) => format!("interventie {id}"),
        })
        .collect();
    let all = matches!(choose.amount, Amount::All | Amount::AllOrNone);
    let targets = match (choose.each, all) {
        _ if choose.out_of_field => "veld toegewezen".to_owned(),
        (true, _) => format!("elk van {}", joined(&targets, "en")),
        (false, true) => joined(&targets, "en"),
        (false, false) => joined(&targets, "of"),
    };
    let of_kind = if choose.kinds.is_empty() { String::new() } else { format!(" met soort {}", kinds(&choose.kinds)) };
    let which = match choose.which {
        None => String::new(),
        Some((not, which)) => {
            let not = if not { " niet" } else { "" };
            let when = match which {
                Which::Earlier => "eerder".to_owned(),
                Which::InYear(n) => format!("in jaar {n}"),
                Which::YearBefore => "in het jaar ervoor".to_owned(),
            };
            format!(" die{not} {when} gekozen is")
        }
    };
    format!("{amount}{chosen} uit {targets}{of_kind}{which}")
}

pub fn evidence(piece: &Evidence) -> String {
    let sorts: Vec<String> = piece.sorts.iter().map(ToString::to_string).collect();
    let age = piece.age.as_ref().map(|(most, length, on)| format!(" is {}", age(*most, *length, on.as_ref())));
    let years = match piece.years {
        Past::Here => "",
        Past::Earlier => " in een eerder jaar",
        Past::HereOrEarlier => " in dit of een eerder jaar",
    };
    format!("bewijs {}{years}{}{}", joined(&sorts, "of"), filters(&piece.filters), age.unwrap_or_default())
}

fn age(at_most: bool, length: super::day::Length, on: Option<&Moment>) -> String {
    let on = on.map(|on| format!(" op {}", moment(on))).unwrap_or_default();
    format!("{} {} oud{on}", if at_most { "maximaal" } else { "minimaal" }, length.words())
}

pub fn cond(condition: &Cond) -> String {
    match condition {
        Cond::Shared(not, number) => format!("{}voorwaarde v{number}", if *not { "niet " } else { "" }),
        Cond::Chosen(choose) => selection(choose, " gekozen"),
        Cond::Plain(left, right @ Test::Contains(..)) => format!("{} {}", expr(left), test(right)),
        Cond::Plain(left, right) => format!("{} is {}", expr(left), test(right)),
        Cond::Part { share, list: over, left, test: right } => {
            let share = match share {
                Share::Each => "elk".to_owned(),
                Share::None => "geen".to_owned(),
                Share::AtLeast(n) => format!("minimaal {n}"),
                Share::AtMost(n) => format!("maximaal {n}"),
                Share::Exactly(n) => format!("precies {n}"),
                Share::AtLeastHalf => "minimaal de helft".to_owned(),
                Share::AtMostHalf => "maximaal de helft".to_owned(),
                Share::AtLeastPercent(p) => format!("minimaal {p} %"),
                Share::AtMostPercent(p) => format!("maximaal {p} %"),
            };
            let article = if over.those { "die" } else { "de" };
            match left {
                Some(left) => format!("{share} van {article} {} heeft {} {}", list(over), expr(left), test(right)),
                None => format!("{share} van {article} {} is {}", list(over), test(right)),
            }
        }
    }
}

pub fn list(list: &List) -> String {
    let that = match list.that {
        None => "",
        Some(That::Year) => " in dat jaar",
        Some(That::CalendarYear) => " in dat kalenderjaar",
    };
    let of = list.of.as_ref().map(|of| format!(" van de {}", self::list(of))).unwrap_or_default();
    format!("{}{that}{}{of}", list.name, filters(&list.filters))
}

fn filters(filters: &[(Expr, Test)]) -> String {
    filters.iter().map(|(left, right)| format!(" met {} {}", expr(left), test(right))).collect()
}

fn expr(one: &Expr) -> String {
    let article = |list: &List| if list.those { "die" } else { "de" };
    match one {
        Expr::Field(path) => path.iter().rev().copied().collect::<Vec<_>>().join(" van "),
        Expr::Count(over, distinct) => {
            let those = if over.those { "van die " } else { "" };
            let distinct = distinct.map(|field| format!(" met verschillende {field}")).unwrap_or_default();
            format!("aantal {those}{}{distinct}", list(over))
        }
        Expr::CountDifferent(over) => format!("aantal verschillende {}", list(over)),
        Expr::Number(number, unit) => format!("{}{unit}", decimal(*number)),
        Expr::Times(factor, unit, of) => format!("{}{unit} keer {}", decimal(*factor), expr(of)),
        Expr::Added(parts) => {
            let mut text = String::new();
            for (at, (minus, part)) in parts.iter().enumerate() {
                text += match (at, minus) {
                    (0, _) => "",
                    (_, false) => " plus ",
                    (_, true) => " min ",
                };
                text += &expr(part);
            }
            text
        }
        Expr::Extreme(word, Some(field), over) => format!("{word} {field} van {} {}", article(over), list(over)),
        Expr::Extreme(word, None, over) => format!("{word} van {} {}", article(over), list(over)),
        Expr::Sum(field, over) => format!("som van {field} van {} {}", article(over), list(over)),
    }
}

fn test(given: &Test) -> String {
    let words = |not: bool, words: Vec<String>| format!("{}{}", if not { "niet " } else { "" }, joined(&words, "of"));
    match given {
        Test::EmptyOr(that) => format!("niet ingevuld of {}", test(that)),
        Test::Filled(true) => "ingevuld".to_owned(),
        Test::Filled(false) => "niet ingevuld".to_owned(),
        Test::YesNo(yes) => if *yes { "ja" } else { "nee" }.to_owned(),
        Test::Words(not, all) => words(*not, all.iter().map(ToString::to_string).collect()),
        Test::Texts(not, all) => words(*not, all.iter().map(|text| format!("\"{text}\"")).collect()),
        Test::Contains(not, all) => {
            let all = all.iter().map(|text| format!("\"{text}\"")).collect();
            format!("bevat {}", words(*not, all))
        }
        Test::Days(days) => words(false, days.iter().map(|day| day.words()).collect()),
        Test::Quarters(quarters) => words(false, quarters.iter().map(|quarter| quarter.words()).collect()),
        Test::Measure(op, right) => {
            let word = match op {
                Op::AtLeast => "minimaal",
                Op::AtMost => "maximaal",
                Op::Exactly => "precies",
                Op::More => "meer dan",
                Op::Less => "minder dan",
            };
            let right = match right {
                Measured::Number(number, unit) => format!("{}{unit}", decimal(*number)),
                Measured::Of(of) => expr(of),
                Measured::HalfOf(of) => format!("de helft van {}", expr(of)),
                Measured::PercentOf(percent, of) => format!("{percent} % van {}", expr(of)),
            };
            format!("{word} {right}")
        }
        Test::Moment(order, right) => {
            let word = match order {
                Order::AtLatest => "uiterlijk",
                Order::From => "vanaf",
                Order::Before => "eerder dan",
                Order::After => "later dan",
                Order::On => "op",
            };
            format!("{word} {}", moment(right))
        }
        Test::Age(at_most, length, on) => age(*at_most, *length, on.as_ref()),
    }
}

fn moment(one: &Moment) -> String {
    match one {
        Moment::Day(day) => day.words(),
        Moment::OfCalendarYear(day, month) => format!("{day} {} van dat kalenderjaar", month_name(*month)),
        Moment::Begin => "begin van dat jaar".to_owned(),
        Moment::End => "einde van dat jaar".to_owned(),
        Moment::Reference => "peildatum".to_owned(),
        Moment::Of(of) => expr(of),
        Moment::Quarter(quarter) => quarter.words(),
        Moment::Shifted(length, after, from) => {
            format!("{} {} {}", length.words(), if *after { "na" } else { "voor" }, moment(from))
        }
    }
}

/// With a comma, and as few decimals as it has.
fn decimal(number: i64) -> String {
    let (whole, part) = (number / ONE, number % ONE);
    if part == 0 {
        return whole.to_string();
    }
    format!("{whole},{}", format!("{part:06}").trim_end_matches('0'))
}
