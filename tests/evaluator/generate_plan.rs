//! Plans whose values lie on the limits of the pools, and a day or one beside them.

use super::day::Quarter;
use super::pick::Pick;
use super::plan::{Choice, FILLERS, Plan, Record, Value, Year};
use super::pools::{self, LEVELS, QUARTERS, ROLES, SORTS};
use super::region::{By, KINDS, ONE, Region};
use super::years;

pub fn plan(region: &Region, numbers: &[u32], start_dates: bool) -> Plan {
    let mut pick = Pick::new(numbers);
    let style = numbers.last().copied().unwrap_or(0);
    let start = pick.of(&QUARTERS);
    let mut year = pick.of(&[1, 2, 3]);
    // Now and then it says that it is for a year that the programme does not have.
    let beyond = pick.rarely(4);
    while !beyond && year > 1 && years::is_over(region, start, year) {
        year -= 1;
    }
    let last = years::last_of_plan(region, start, year).max(year);
    let mut years: Vec<Year> = (1..=last).map(|number| a_year(region, &mut pick, start, number, start_dates)).collect();
    if pick.rarely(6) && last < 4 {
        years.push(a_year(region, &mut pick, start, last + 1, start_dates));
    }
    let handed_in = if pick.rarely(3) {
        years::span(region, start, year).0.previous().previous().next()
    } else {
        pools::near(&mut pick)
    };
    let accounting = pick.rarely(2);
    let own = years::span(region, start, year).0.year;
    let calendar_year = pick.rarely(8).then(|| pick.of(&[own, own + 1]));
    Plan { start, year, handed_in, accounting, calendar_year, practice: practice(&mut pick), years, style }
}

fn small(pick: &mut Pick) -> Value {
    Value::Number(pick.of(&[2, 1, 3, 0, 4, 5]) * ONE)
}

fn number(pick: &mut Pick) -> Value {
    let half = ONE / 2;
    Value::Number(pick.of(&[
        8 * ONE,
        2 * ONE,
        ONE,
        3 * ONE,
        7 * ONE + half,
        8 * ONE + half,
        0,
        10 * ONE,
        7 * ONE + ONE / 20 * 9,
    ]))
}

fn word(pick: &mut Pick, words: &[&'static str]) -> Value {
    Value::Word(pick.of(words))
}

fn day(pick: &mut Pick) -> Value {
    Value::Day(pools::near(pick))
}

/// A text that only `is ingevuld` reads: an answer, nothing, or a word that answers nothing.
fn note(pick: &mut Pick, name: &'static str) -> Option<(&'static str, Value)> {
    match pick.below(4) {
        0 => Some((name, Value::Text("Een antwoord".to_owned()))),
        1 => Some((name, Value::Blank)),
        2 => Some((name, Value::Text(pick.of(&FILLERS).to_owned()))),
        _ => None,
    }
}

fn many<T>(pick: &mut Pick, most: usize, mut one: impl FnMut(&mut Pick) -> T) -> Vec<T> {
    let count = pick.below(most + 1);
    (0..count).map(|_| one(pick)).collect()
}

fn practice(pick: &mut Pick) -> Record {
    let mut practice = vec![
        ("naam", Value::Text(pools::spelling(pick))),
        ("telling", small(pick)),
        ("deel", small(pick)),
        ("maat", number(pick)),
        ("prijs", Value::Number(pick.of(&[50_000, 7_000_000, 6_999_999, 49_999, 125_050, 125_051]) * ONE / 100)),
        ("aandeel", Value::Number(pick.of(&[4_000, 5_000, 3_999, 10_000, 4_001, 4_950]) * ONE / 100)),
        ("dag", day(pick)),
        ("dag-twee", day(pick)),
        ("sinds-kwartaal", Value::Quarter(pick.of(&QUARTERS))),
        ("vlag", Value::YesNo(!pick.rarely(2))),
        ("vak", word(pick, &ROLES)),
    ];
    practice.extend(note(pick, "notitie"));
    practice.push(("leden", Value::List(many(pick, 5, member))));
    practice.push(("dagen", Value::List(many(pick, 3, day))));
    practice.push(("getallen", Value::List(many(pick, 3, small))));
    practice.push(("rollen", Value::List(many(pick, 3, |pick| word(pick, &ROLES)))));
    practice
        .push(("blok", Value::Record(vec![("blokdag", day(pick)), ("plaats", Value::Text(pools::spelling(pick)))])));
    practice
}

fn member(pick: &mut Pick) -> Value {
    Value::Record(vec![
        ("vak", word(pick, &ROLES)),
        ("uren", number(pick)),
        ("sinds", day(pick)),
        ("plek", Value::Text(pools::spelling(pick))),
        ("cursussen", Value::List(many(pick, 3, day))),
        ("nascholing", Value::List(many(pick, 3, day))),
    ])
}

fn a_year(region: &Region, pick: &mut Pick, start: Quarter, number: i32, start_dates: bool) -> Year {
    let (first, last) = years::span(region, start, number);
    let edges = [first, last, first.previous(), last.next()];
    let in_or_near = |pick: &mut Pick| {
        if pick.rarely(2) { Value::Day(pick.of(&edges)) } else { day(pick) }
    };
    let meeting = |pick: &mut Pick| {
        Value::Record(vec![
            ("datum", in_or_near(pick)),
            ("niveau", word(pick, &LEVELS)),
            ("personen", small(pick)),
            ("plek", Value::Text(pools::spelling(pick))),
        ])
    };
    let mut fields = vec![("bijeenkomsten", Value::List(many(pick, 4, meeting))), ("jaargetal", small(pick))];
    if pick.rarely(2) {
        let names: Vec<&'static str> = region.interventions.iter().map(|one| one.id).collect();
        fields.push(("toegewezen", Value::List(many(pick, 3, |pick| Value::Word(pick.of(&names))))));
    }
    let mut choices = Vec::new();
    for intervention in &region.interventions {
        if !pick.rarely(2) {
            continue;
        }
        // Mostly new in the first year, and going on after it.
        let kind = if pick.rarely(3) { pick.of(&KINDS) } else { KINDS[usize::from(number > 1) * (1 + pick.below(4))] };
        let mut fields = Vec::new();
        match pick.below(5) {
            0 if !start_dates => fields.push(("startdatum", Value::Blank)),
            1 if !start_dates => {}
            _ => fields.push(("startdatum", in_or_near(pick))),
        }
        fields.extend(note(pick, "onderbouwing"));
        fields.push(("akkoord", Value::YesNo(!pick.rarely(2))));
        fields.push(("inzet", self::number(pick)));
        if intervention.by == By::OwnIdea {
            fields.extend(note(pick, "omschrijving"));
        }
        let evidence = many(pick, 2, |pick| {
            vec![("soort", word(pick, &SORTS)), ("datum", in_or_near(pick)), ("functie", word(pick, &ROLES[..2]))]
        });
        choices.push(Choice { intervention: intervention.id, kind, fields, evidence, kind_as: None, name_as: None });
    }
    Year { number, fields, choices }
}
