//! What can be hidden in a plan, and with what it can be filled in again.

use super::day::{Quarter, day};
use super::pick::Pick;
use super::plan::{NONE_WHEN_EMPTY, Plan, Record, Value};
use super::pools::{DAYS, LEVELS, QUARTERS, ROLES};
use super::region::{KINDS, ONE, Region};

/// Where fields stand.
#[derive(Clone, Debug)]
pub enum Holder {
    Practice,
    PracticePart(&'static str, usize),
    Year(usize),
    YearPart(usize, &'static str, usize),
    Choice(usize, usize),
    Evidence(usize, usize, usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Blank,
    Absent,
    Mistyped,
}

#[derive(Clone, Debug)]
pub enum Hidden {
    Field(Holder, &'static str, How),
    /// The kind of a choice: empty, or a word that is no kind.
    Kind(usize, usize, How),
    Name(usize, usize),
    Year(usize),
}

impl Hidden {
    /// Whether rules may be silent about it, because a fixed check names the cause.
    pub fn silences(&self) -> bool {
        !matches!(self, Hidden::Field(_, _, How::Blank | How::Absent))
    }
}

fn record<'a>(plan: &'a mut Plan, holder: &Holder) -> Option<&'a mut Record> {
    fn part<'a>(record: &'a mut Record, list: &str, at: usize) -> Option<&'a mut Record> {
        match record.iter_mut().find(|(name, _)| *name == list).map(|(_, value)| value)? {
            Value::List(items) => match items.get_mut(at)? {
                Value::Record(record) => Some(record),
                _ => None,
            },
            Value::Record(record) => Some(record),
            _ => None,
        }
    }
    match holder {
        Holder::Practice => Some(&mut plan.practice),
        Holder::PracticePart(list, at) => part(&mut plan.practice, list, *at),
        Holder::Year(year) => Some(&mut plan.years.get_mut(*year)?.fields),
        Holder::YearPart(year, list, at) => part(&mut plan.years.get_mut(*year)?.fields, list, *at),
        Holder::Choice(year, at) => Some(&mut plan.years.get_mut(*year)?.choices.get_mut(*at)?.fields),
        Holder::Evidence(year, at, piece) => plan.years.get_mut(*year)?.choices.get_mut(*at)?.evidence.get_mut(*piece),
    }
}

/// Everything that can be hidden; texts that only `is ingevuld` reads are known without an answer.
pub fn hideable(plan: &Plan, start_dates: bool) -> Vec<Hidden> {
    let mut holders = vec![Holder::Practice, Holder::PracticePart("blok", 0)];
    for at in 0..5 {
        holders.push(Holder::PracticePart("leden", at));
    }
    for year in 0..plan.years.len() {
        holders.push(Holder::Year(year));
        for at in 0..4 {
            holders.push(Holder::YearPart(year, "bijeenkomsten", at));
        }
        for (at, choice) in plan.years[year].choices.iter().enumerate() {
            holders.push(Holder::Choice(year, at));
            for piece in 0..choice.evidence.len() {
                holders.push(Holder::Evidence(year, at, piece));
            }
        }
    }
    let mut all = Vec::new();
    let mut copy = plan.clone();
    for holder in holders {
        let Some(record) = record(&mut copy, &holder) else { continue };
        for (name, value) in record.iter() {
            let fixed = matches!(*name, "notitie" | "onderbouwing" | "omschrijving" | "soort")
                || NONE_WHEN_EMPTY.contains(name)
                || (*name == "startdatum" && !start_dates);
            if fixed {
                continue;
            }
            all.push(Hidden::Field(holder.clone(), name, How::Blank));
            all.push(Hidden::Field(holder.clone(), name, How::Absent));
            if matches!(value, Value::Number(_) | Value::Day(_) | Value::Quarter(_) | Value::YesNo(_) | Value::Word(_))
            {
                all.push(Hidden::Field(holder.clone(), name, How::Mistyped));
            }
        }
    }
    for (year, found) in plan.years.iter().enumerate() {
        for at in 0..found.choices.len() {
            all.push(Hidden::Kind(year, at, How::Mistyped));
            all.push(Hidden::Kind(year, at, How::Blank));
            all.push(Hidden::Name(year, at));
        }
        if found.number < plan.year {
            all.extend(vec![Hidden::Year(year); 4]);
        }
    }
    all
}

/// The plan with something hidden; false when it is hidden already.
pub fn hide(plan: &mut Plan, hidden: &Hidden) -> bool {
    match hidden {
        Hidden::Field(holder, name, how) => {
            let Some(record) = record(plan, holder) else { return false };
            let Some(at) = record.iter().position(|(field, _)| field == name) else { return false };
            match how {
                How::Absent => {
                    record.remove(at);
                }
                How::Blank => record[at].1 = Value::Blank,
                How::Mistyped => record[at].1 = Value::Mistyped("weet niet"),
            }
        }
        Hidden::Kind(year, at, how) => {
            plan.years[*year].choices[*at].kind_as = Some(if *how == How::Blank { "" } else { "nieuwer" });
        }
        Hidden::Name(year, at) => plan.years[*year].choices[*at].name_as = Some("onbekend-ding"),
        Hidden::Year(year) => {
            plan.years.remove(*year);
        }
    }
    true
}

/// The plan with what was hidden filled in some way.
pub fn fill(plan: &mut Plan, region: &Region, hidden: &Hidden, pick: &mut Pick) {
    match hidden {
        Hidden::Field(holder, name, how) => {
            let Some(record) = record(plan, holder) else { return };
            let at = record.iter().position(|(field, _)| field == name).unwrap();
            let value = other(&record[at].1, pick);
            record[at].1 = if *how == How::Mistyped { value } else { Value::Guess(Box::new(value)) };
        }
        Hidden::Kind(year, at, _) => plan.years[*year].choices[*at].kind = pick.of(&KINDS),
        Hidden::Name(year, at) => {
            let choices = &mut plan.years[*year].choices;
            let free: Vec<&'static str> = region
                .interventions
                .iter()
                .map(|i| i.id)
                .filter(|id| {
                    choices[*at].intervention == *id || choices.iter().all(|choice| choice.intervention != *id)
                })
                .collect();
            choices[*at].intervention = pick.of(&free);
            choices[*at].kind = pick.of(&KINDS);
        }
        Hidden::Year(year) => {
            let year = &mut plan.years[*year];
            if pick.rarely(4) {
                year.choices.clear();
            }
            let mut at = 0;
            while at < year.choices.len() {
                if pick.rarely(3) {
                    year.choices.remove(at);
                } else {
                    year.choices[at].kind = pick.of(&KINDS);
                    at += 1;
                }
            }
            for (_, value) in &mut year.fields {
                if pick.rarely(2) {
                    *value = other(value, pick);
                }
            }
        }
    }
}

fn other(value: &Value, pick: &mut Pick) -> Value {
    match value {
        Value::Number(_) => Value::Number(pick.of(&[
            0,
            ONE,
            2 * ONE,
            3 * ONE,
            5 * ONE,
            7 * ONE + ONE / 2,
            8 * ONE,
            9 * ONE,
            50 * ONE,
            99 * ONE,
        ])),
        Value::Day(_) => match pick.below(4) {
            0 => Value::Day(day(1990, 1, 1)),
            1 => Value::Day(day(2090, 1, 1)),
            2 => Value::Day(pick.of(&DAYS).next()),
            _ => Value::Day(pick.of(&DAYS)),
        },
        Value::Quarter(_) => {
            let far = [Quarter { year: 2000, number: 1 }, Quarter { year: 2040, number: 4 }];
            Value::Quarter(if pick.rarely(2) { pick.of(&far) } else { pick.of(&QUARTERS) })
        }
        Value::YesNo(_) => Value::YesNo(pick.rarely(2)),
        Value::Word(word) if LEVELS.contains(word) => Value::Word(pick.of(&LEVELS)),
        Value::Word(_) => Value::Word(pick.of(&ROLES[..2])),
        Value::Text(_) => Value::Text(pick.of(&["Gouda", "Den Haag", "Café", "Elders"]).to_owned()),
        Value::List(items) => match pick.below(3) {
            0 => Value::List(Vec::new()),
            1 => Value::List(items.iter().take(1).cloned().collect()),
            _ => Value::List(items.clone()),
        },
        Value::Record(fields) => {
            Value::Record(fields.iter().map(|(name, value)| (*name, other(value, pick))).collect())
        }
        Value::Blank | Value::Guess(_) | Value::Mistyped(_) => value.clone(),
    }
}

/// Every way to fill in, when it is one fixed word, one yes or no, or one kind that is hidden.
pub fn every_way(plan: &Plan, hidden: &[Hidden]) -> Option<Vec<Plan>> {
    let [one] = hidden else { return None };
    let with = |change: &dyn Fn(&mut Plan)| {
        let mut filled = plan.clone();
        change(&mut filled);
        filled
    };
    match one {
        Hidden::Kind(year, at, _) => {
            Some(KINDS.iter().map(|kind| with(&|plan| plan.years[*year].choices[*at].kind = *kind)).collect())
        }
        Hidden::Field(holder, name, how) => {
            let mut copy = plan.clone();
            let record_here = record(&mut copy, holder)?;
            let at = record_here.iter().position(|(field, _)| field == name)?;
            let values: Vec<Value> = match (*name, &record_here[at].1) {
                (_, Value::YesNo(_)) => vec![Value::YesNo(true), Value::YesNo(false)],
                ("niveau", _) => LEVELS.iter().map(|word| Value::Word(word)).collect(),
                ("vak", _) => ROLES.iter().map(|word| Value::Word(word)).collect(),
                ("functie", _) => ROLES[..2].iter().map(|word| Value::Word(word)).collect(),
                _ => return None,
            };
            let set = |value: &Value| {
                with(&|plan| {
                    let value = value.clone();
                    record(plan, holder).unwrap()[at].1 =
                        if *how == How::Mistyped { value } else { Value::Guess(Box::new(value)) };
                })
            };
            Some(values.iter().map(set).collect())
        }
        Hidden::Name(..) | Hidden::Year(_) => None,
    }
}
