//! The values that regioplannen and plans are drawn from, so that they meet each other on the limit.

use super::day::{Day, Length, Quarter, Unit, day};
use super::pick::Pick;

pub const DAYS: [Day; 8] = [
    day(2025, 1, 1),
    day(2025, 3, 1),
    day(2024, 2, 29),
    day(2024, 12, 31),
    day(2025, 2, 28),
    day(2025, 5, 31),
    day(2024, 6, 30),
    day(2025, 4, 1),
];

pub const QUARTERS: [Quarter; 5] = [
    Quarter { year: 2024, number: 1 },
    Quarter { year: 2024, number: 2 },
    Quarter { year: 2023, number: 4 },
    Quarter { year: 2025, number: 1 },
    Quarter { year: 2023, number: 2 },
];

pub const LENGTHS: [Length; 7] = [
    Length { count: 1, unit: Unit::Years },
    Length { count: 3, unit: Unit::Months },
    Length { count: 10, unit: Unit::Days },
    Length { count: 2, unit: Unit::Weeks },
    Length { count: 1, unit: Unit::Months },
    Length { count: 3, unit: Unit::Years },
    Length { count: 1, unit: Unit::Days },
];

/// How texts stand in a regioplan; in a plan each has more spellings.
pub const TEXTS: [&str; 3] = ["Gouda", "Den Haag", "Café"];

/// Words that may stand in a text.
pub const WORDS: [&str; 4] = ["gouda", "Haag", "den haag", "café"];

const SPELLINGS: [&str; 14] = [
    "Wijk Gouda-Oost",
    "Goudaas",
    "den/Haag.",
    "Haag, den",
    "Gouda",
    " gouda ",
    "GOUDA",
    "Goud",
    "Den Haag",
    "den  haag",
    "DenHaag",
    "Café",
    "CAFE\u{301}",
    "Cafe",
];

pub const ROLES: [&str; 3] = ["arts", "poh", "assistente"];
pub const LEVELS: [&str; 2] = ["wsv", "klein"];
pub const SORTS: [&str; 2] = ["certificaat", "contract"];

pub fn spelling(pick: &mut Pick) -> String {
    pick.of(&SPELLINGS).to_owned()
}

/// A day of the pool, or near it: a day beside it, and as far from it as a regioplan may say.
pub fn near(pick: &mut Pick) -> Day {
    let mut date = pick.of(&DAYS);
    if pick.rarely(3) {
        let length = pick.of(&LENGTHS);
        date = date.plus(length, if pick.rarely(2) { 1 } else { -1 });
    }
    match pick.below(4) {
        0 | 1 => date,
        2 => date.next(),
        _ => date.previous(),
    }
}
