//! Conditions for a regioplan: each field and each sort of value, with limits from the pools.

use super::pick::Pick;
use super::plan::COURSES;
use super::pools::{DAYS, LENGTHS, LEVELS, QUARTERS, ROLES, TEXTS, WORDS};
use super::region::{Cond, Expr, KINDS, List, Measured, Moment, ONE, Op, Order, Share, Shared, Test, That};

/// Fields that a plan can leave empty.
const CAN_BE_EMPTY: [&str; 4] = ["vak", "niveau", "akkoord", "vlag"];

/// So many named conditions are in each regioplan.
pub const SHARED: usize = 2;

/// A named condition that can be used anywhere; its lines use only those before it.
pub fn shared(pick: &mut Pick, number: usize) -> Shared {
    let count = 1 + pick.below(3);
    let reach = Reach { year: false, over: None, those: None };
    let line = |pick: &mut Pick| match cond(pick, reach) {
        Cond::Shared(not, _) if number > 0 => Cond::Shared(not, number - 1),
        Cond::Shared(..) => Cond::Plain(Expr::Field(vec!["vlag"]), Test::YesNo(true)),
        other => other,
    };
    Shared { one_enough: pick.rarely(2), lines: (0..count).map(|_| line(pick)).collect() }
}

/// What a condition may read: a year, and the parts of which list.
#[derive(Clone, Copy, Debug)]
pub struct Reach {
    pub year: bool,
    pub over: Option<&'static str>,
    /// `die …`: the list that was put together.
    pub those: Option<&'static str>,
}

pub fn cond(pick: &mut Pick, reach: Reach) -> Cond {
    if pick.rarely(10) {
        return Cond::Shared(pick.rarely(2), pick.below(SHARED));
    }
    match pick.below(10) {
        0 => {
            let (left, units) = number(pick, reach);
            let right = measured(pick, reach, units);
            Cond::Plain(left, Test::Measure(op(pick), right))
        }
        1 | 2 => {
            let over = list(pick, reach);
            let left = Expr::Count(over, None);
            let right = measured(pick, reach, "");
            Cond::Plain(left, Test::Measure(op(pick), right))
        }
        3 | 4 => part(pick, reach),
        5 | 6 => {
            let left = date(pick, reach);
            Cond::Plain(left, day_test(pick, reach))
        }
        7 => {
            let mut fields = vec!["notitie", "leden", "dagen", "blok", "dag"];
            match reach.over {
                Some("keuzes") => fields.insert(0, "onderbouwing"),
                Some("leden") => fields.insert(0, pick.of(&COURSES)),
                _ => {}
            }
            Cond::Plain(Expr::Field(vec![pick.of(&fields)]), Test::Filled(!pick.rarely(3)))
        }
        8 => {
            if pick.rarely(3) {
                let order = order(pick);
                let quarter = pick.of(&QUARTERS);
                let test = if pick.rarely(3) {
                    Test::Quarters(pick.some(&QUARTERS))
                } else {
                    Test::Moment(order, Moment::Quarter(quarter))
                };
                return Cond::Plain(Expr::Field(vec![pick.of(&["startkwartaal", "sinds-kwartaal"])]), test);
            }
            let (left, test) = word(pick, reach);
            let may_be_empty = matches!(&left, Expr::Field(path) if CAN_BE_EMPTY.contains(&path[0]));
            let test = if may_be_empty && pick.rarely(4) { Test::EmptyOr(Box::new(test)) } else { test };
            Cond::Plain(left, test)
        }
        _ => {
            let field = match reach.over {
                Some("leden" | "bijeenkomsten") => vec!["plek"],
                _ => pick.of(&[vec!["naam"], vec!["blok", "plaats"]]),
            };
            let not = pick.rarely(3);
            let test = if pick.rarely(3) {
                Test::Contains(not, pick.some(&WORDS))
            } else {
                Test::Texts(not, pick.some(&TEXTS))
            };
            Cond::Plain(Expr::Field(field), test)
        }
    }
}

fn op(pick: &mut Pick) -> Op {
    pick.of(&[Op::AtLeast, Op::AtMost, Op::Exactly, Op::More, Op::Less])
}

fn order(pick: &mut Pick) -> Order {
    pick.of(&[Order::AtLatest, Order::From, Order::Before, Order::After, Order::On])
}

/// A number, and the unit of what it is compared with.
fn number(pick: &mut Pick, reach: Reach) -> (Expr, &'static str) {
    let field = |name| Expr::Field(vec![name]);
    let own = match reach.over {
        Some("leden") => "uren",
        Some("bijeenkomsten") => "personen",
        Some("keuzes") => "inzet",
        _ => "telling",
    };
    if pick.rarely(8) {
        return worked_out(pick, reach);
    }
    match pick.below(9) {
        0 | 1 => (field(own), ""),
        2 => (field(pick.of(&["maat", "jaar"])), ""),
        3 => (field("prijs"), " euro"),
        4 => (field("aandeel"), " %"),
        5 if reach.year => (field("jaargetal"), ""),
        6 => {
            let over = list_of_records(pick, reach);
            let distinct = match base(over.name) {
                "leden" => pick.of(&["plek", "uren", "vak"]),
                "bijeenkomsten" => pick.of(&["plek", "datum", "personen", "niveau"]),
                _ => pick.of(&["soort", "kernelement"]),
            };
            (Expr::Count(over, Some(distinct)), "")
        }
        7 => {
            let over = list_of_records(pick, reach);
            (Expr::Sum(number_of(over.name), over), "")
        }
        8 => {
            let word = pick.of(&["laagste", "hoogste"]);
            if pick.rarely(3) {
                return (Expr::Extreme(word, None, plain("getallen")), "");
            }
            let over = list_of_records(pick, reach);
            (Expr::Extreme(word, Some(number_of(over.name)), over), "")
        }
        _ => (field("deel"), ""),
    }
}

/// A multiple, a sum or a difference; or different parts, and lists inside lists.
fn worked_out(pick: &mut Pick, reach: Reach) -> (Expr, &'static str) {
    let price = || Expr::Field(vec!["prijs"]);
    let whole = |pick: &mut Pick| Expr::Field(vec![pick.of(&["telling", "deel"])]);
    match pick.below(6) {
        0 => (Expr::Times(pick.of(&[2 * ONE, 3 * ONE, ONE + ONE / 2]), "", Box::new(plain_number(pick, reach))), ""),
        1 => {
            let parts = vec![(false, whole(pick)), (!pick.rarely(2), plain_number(pick, reach))];
            (Expr::Added(parts), "")
        }
        2 => {
            let times = Expr::Times(pick.of(&[15 * ONE, 250 * ONE]), " euro", Box::new(whole(pick)));
            (Expr::Added(vec![(false, price()), (!pick.rarely(2), times)]), " euro")
        }
        3 => {
            let parts = vec![(false, price()), (pick.rarely(2), Expr::Number(pick.of(&[500 * ONE, ONE / 2]), " euro"))];
            (Expr::Added(parts), " euro")
        }
        4 => (Expr::CountDifferent(plain(pick.of(&["dagen", "getallen", "rollen"]))), ""),
        _ => {
            let mut of = plain(pick.of(&["leden", "artsen"]));
            if pick.rarely(2) {
                of.filters.push(filter(pick, of.name, reach));
            }
            let courses = List { of: Some(Box::new(of)), ..plain(pick.of(&COURSES)) };
            (if pick.rarely(2) { Expr::CountDifferent(courses) } else { Expr::Count(courses, None) }, "")
        }
    }
}

fn base(list: &str) -> &str {
    if matches!(list, "artsen" | "grote-artsen") { "leden" } else { list }
}

fn number_of(list: &str) -> &'static str {
    match base(list) {
        "leden" => "uren",
        "bijeenkomsten" => "personen",
        _ => "inzet",
    }
}

fn measured(pick: &mut Pick, reach: Reach, unit: &'static str) -> Measured {
    match unit {
        " euro" => Measured::Number(pick.of(&[500 * ONE, 70_000 * ONE, 1_250 * ONE + ONE / 2]), unit),
        " %" => Measured::Number(pick.of(&[40 * ONE, 50 * ONE, 100 * ONE]), unit),
        _ => match pick.below(9) {
            8 => Measured::Of(Expr::Times(pick.of(&[2 * ONE, ONE / 2]), "", Box::new(plain_number(pick, reach)))),
            5 => Measured::Of(plain_number(pick, reach)),
            6 => Measured::HalfOf(plain_number(pick, reach)),
            7 => Measured::PercentOf(pick.of(&[50, 80, 25, 33]), plain_number(pick, reach)),
            _ => Measured::Number(pick.of(&[ONE, 2 * ONE, 3 * ONE, 8 * ONE, 7 * ONE + ONE / 2]), ""),
        },
    }
}

fn plain_number(pick: &mut Pick, reach: Reach) -> Expr {
    if pick.rarely(2) { Expr::Count(list(pick, reach), None) } else { Expr::Field(vec![pick.of(&["telling", "deel"])]) }
}

fn plain(name: &'static str) -> List {
    List { name, those: false, that: None, filters: Vec::new(), of: None }
}

fn list_of_records(pick: &mut Pick, reach: Reach) -> List {
    let mut names = vec!["leden", "artsen", "grote-artsen"];
    if reach.year {
        names.insert(0, "bijeenkomsten");
        names.push("keuzes");
    }
    let mut over = plain(pick.of(&names));
    if let Some(name) = reach.those
        && pick.rarely(2)
    {
        over = List { those: true, ..plain(name) };
    }
    if reach.year && over.name == "bijeenkomsten" && pick.rarely(4) {
        over.that = Some(pick.of(&[That::Year, That::CalendarYear]));
    }
    let mut count = if pick.rarely(2) { 1 + usize::from(pick.rarely(3)) } else { 0 };
    while count > 0 {
        over.filters.push(filter(pick, over.name, reach));
        count -= 1;
    }
    over
}

fn list(pick: &mut Pick, reach: Reach) -> List {
    if !pick.rarely(4) {
        return list_of_records(pick, reach);
    }
    let mut names = vec!["dagen", "rollen", "getallen"];
    if reach.over == Some("leden") {
        names.insert(0, pick.of(&COURSES));
    }
    let mut over = plain(pick.of(&names));
    if reach.year && matches!(over.name, "dagen" | "cursussen" | "nascholing") && pick.rarely(2) {
        over.that = Some(pick.of(&[That::Year, That::CalendarYear]));
    }
    over
}

/// What may stand after `met` for the parts of a list.
pub fn filter(pick: &mut Pick, list: &'static str, reach: Reach) -> (Expr, Test) {
    let inner = Reach { over: Some(base(list)), those: None, ..reach };
    match pick.below(4) {
        0 | 1 => word(pick, inner),
        2 => {
            let field = Expr::Field(vec![number_of(list)]);
            // No list on the right: the next `met` would be about that one.
            let right = match pick.below(4) {
                3 => Measured::HalfOf(Expr::Field(vec![pick.of(&["telling", "deel"])])),
                _ => Measured::Number(pick.of(&[ONE, 2 * ONE, 3 * ONE, 8 * ONE, 7 * ONE + ONE / 2]), ""),
            };
            (field, Test::Measure(op(pick), right))
        }
        _ => {
            let field = match base(list) {
                "leden" => "sinds",
                "bijeenkomsten" => "datum",
                _ => "startdatum",
            };
            let moment = simple_moment(pick, Reach { over: None, ..inner });
            (Expr::Field(vec![field]), Test::Moment(order(pick), moment))
        }
    }
}

/// A fixed word, or yes or no.
fn word(pick: &mut Pick, reach: Reach) -> (Expr, Test) {
    let (field, words): (&str, Vec<&'static str>) = match reach.over {
        Some("leden") => ("vak", ROLES.to_vec()),
        Some("bijeenkomsten") => ("niveau", LEVELS.to_vec()),
        Some("keuzes") => match pick.below(4) {
            0 => ("soort", KINDS.iter().map(|kind| kind.word()).collect()),
            1 => ("kernelement", vec!["werk", "net"]),
            2 => ("interventie", vec!["anker", "boei", "dek", "eb", "fok"]),
            _ => return (Expr::Field(vec!["akkoord"]), Test::YesNo(!pick.rarely(2))),
        },
        _ if pick.rarely(2) => {
            return (Expr::Field(vec![pick.of(&["vlag", "verantwoording"])]), Test::YesNo(!pick.rarely(2)));
        }
        _ => ("vak", ROLES.to_vec()),
    };
    (Expr::Field(vec![field]), Test::Words(pick.rarely(3), pick.some(&words)))
}

fn date(pick: &mut Pick, reach: Reach) -> Expr {
    let own = match reach.over {
        Some("leden") => "sinds",
        Some("bijeenkomsten") => "datum",
        Some("keuzes") => "startdatum",
        _ => "dag",
    };
    match pick.below(7) {
        0 | 1 => Expr::Field(vec![own]),
        2 => Expr::Field(vec!["dag-twee"]),
        3 => Expr::Field(vec!["blok", "blokdag"]),
        4 => Expr::Field(vec!["ingediend"]),
        _ => extreme_date(pick, reach),
    }
}

fn extreme_date(pick: &mut Pick, reach: Reach) -> Expr {
    let word = pick.of(&["vroegste", "laatste"]);
    if pick.rarely(3) {
        return Expr::Extreme(word, None, plain("dagen"));
    }
    let over = list_of_records(pick, reach);
    let field = match base(over.name) {
        "leden" => "sinds",
        "bijeenkomsten" => "datum",
        _ => "startdatum",
    };
    Expr::Extreme(word, Some(field), over)
}

fn day_test(pick: &mut Pick, reach: Reach) -> Test {
    match pick.below(6) {
        0 => Test::Days(pick.some(&DAYS[..3])),
        1 => {
            let on = pick.rarely(2).then(|| simple_moment(pick, reach));
            Test::Age(!pick.rarely(2), pick.of(&LENGTHS), on)
        }
        _ => Test::Moment(order(pick), any_moment(pick, reach)),
    }
}

fn any_moment(pick: &mut Pick, reach: Reach) -> Moment {
    if pick.rarely(3) {
        let from = simple_moment(pick, reach);
        return Moment::Shifted(pick.of(&LENGTHS), !pick.rarely(2), Box::new(from));
    }
    match pick.below(6) {
        4 => Moment::Quarter(pick.of(&QUARTERS)),
        5 => Moment::Of(extreme_date(pick, reach)),
        _ => simple_moment(pick, reach),
    }
}

pub fn simple_moment(pick: &mut Pick, reach: Reach) -> Moment {
    match pick.below(7) {
        2 if reach.year => Moment::Begin,
        3 if reach.year => Moment::End,
        4 if reach.year => pick.of(&[Moment::OfCalendarYear(30, 4), Moment::OfCalendarYear(1, 3)]),
        5 => Moment::Reference,
        6 => Moment::Of(Expr::Field(vec![pick.of(&["dag-twee", "ingediend"])])),
        _ => Moment::Day(pick.of(&DAYS)),
    }
}

fn part(pick: &mut Pick, reach: Reach) -> Cond {
    let share = pick.of(&[
        Share::AtLeastHalf,
        Share::Each,
        Share::AtLeast(1),
        Share::None,
        Share::AtMostHalf,
        Share::AtLeast(2),
        Share::AtMost(1),
        Share::Exactly(1),
        Share::AtLeastPercent(80),
        Share::AtLeastPercent(50),
        Share::AtMostPercent(30),
    ]);
    if pick.rarely(4) {
        if pick.rarely(4) {
            let of = plain(pick.of(&["leden", "artsen"]));
            let list = List { of: Some(Box::new(of)), ..plain(pick.of(&COURSES)) };
            let test = day_test(pick, Reach { over: None, ..reach });
            return Cond::Part { share, list, left: None, test };
        }
        let (name, test) = match pick.below(3) {
            0 => ("dagen", day_test(pick, Reach { over: None, ..reach })),
            1 => ("rollen", Test::Words(pick.rarely(3), pick.some(&ROLES))),
            _ => ("getallen", Test::Measure(op(pick), Measured::Number(2 * ONE, ""))),
        };
        return Cond::Part { share, list: plain(name), left: None, test };
    }
    let over = list_of_records(pick, reach);
    let inner = Reach { over: Some(base(over.name)), those: None, ..reach };
    let (left, test) = if base(over.name) == "leden" && pick.rarely(2) {
        let mut courses = plain(pick.of(&COURSES));
        courses.that = (reach.year && pick.rarely(2)).then_some(That::Year);
        let number = pick.of(&[ONE, 2 * ONE]);
        (Expr::Count(courses, None), Test::Measure(op(pick), Measured::Number(number, "")))
    } else if pick.rarely(5) {
        let (left, unit) = number(pick, inner);
        let right = measured(pick, inner, unit);
        (left, Test::Measure(op(pick), right))
    } else {
        filter(pick, over.name, inner)
    };
    Cond::Part { share, list: over, left: Some(left), test }
}
