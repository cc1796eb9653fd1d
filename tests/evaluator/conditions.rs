//! Whether a condition holds, read from the language reference. `None`: a value that it needs is not there.

use super::choices;
use super::compare::{compare, in_that, number};
use super::plan::{FILLERS, Plan, Record, Value};
use super::region::{Cond, Expr, List, ONE, Region, Share, Test};

/// Where a condition is read: the records from the innermost outwards, the year, and what goes together.
#[derive(Clone)]
pub struct Place<'a> {
    pub region: &'a Region,
    pub plan: &'a Plan,
    pub year: Option<i32>,
    pub records: Vec<Record>,
    pub those: Option<Vec<Value>>,
    /// What is still to take place does not count.
    pub held: bool,
}

/// Fields with the day on which something takes place; and the list of such days.
const HELD: [&str; 2] = ["dag-twee", "datum"];
const HELD_LIST: &str = "dagen";

/// The records of the plan as a whole, or of a year of it.
pub fn place<'a>(region: &'a Region, plan: &'a Plan, year: Option<i32>) -> Place<'a> {
    let mut records = Vec::new();
    if let Some(year) = year.and_then(|number| plan.year(number)) {
        let mut fields = year.fields.clone();
        let choices = year.choices.iter().map(|choice| Value::Record(choice.record(&region.interventions))).collect();
        fields.push(("keuzes", Value::List(choices)));
        records.push(fields);
    }
    records.push(plan.practice.clone());
    records.push(vec![
        ("startkwartaal", Value::Quarter(plan.start)),
        ("jaar", Value::Number(i64::from(plan.year) * ONE)),
        ("ingediend", Value::Day(plan.handed_in)),
        ("verantwoording", Value::YesNo(plan.accounting)),
    ]);
    Place { region, plan, year, records, those: None, held: plan.accounts(year) }
}

impl Place<'_> {
    pub fn within(&self, item: &Value) -> Self {
        let mut inner = self.clone();
        if let Value::Record(record) = item {
            inner.records.insert(0, record.clone());
        }
        inner
    }

    /// Whether the day lies after the reference date, and does not count here.
    fn is_ahead(&self, value: Option<&Value>) -> bool {
        self.held && matches!(value, Some(Value::Day(day)) if *day > self.plan.handed_in)
    }

    /// Whether the part of a list is still to take place.
    pub fn part_is_ahead(&self, list: &List, item: &Value) -> bool {
        match item {
            Value::Record(record) if matches!(list.name, "bijeenkomsten" | "bewijs") => {
                self.is_ahead(in_record(record, "datum").as_ref())
            }
            day if list.name == HELD_LIST => self.is_ahead(Some(day)),
            _ => false,
        }
    }

    /// The field as it stands; found from the inside out.
    fn raw(&self, path: &[&str]) -> Option<Value> {
        let mut found = self.records.iter().find_map(|record| in_record(record, path[0]))?;
        for name in &path[1..] {
            match found {
                Value::Record(record) => found = in_record(&record, name)?,
                Value::Guess(inner) => match *inner {
                    Value::Record(record) => found = in_record(&record, name)?,
                    _ => return None,
                },
                _ => return None,
            }
        }
        Some(found)
    }
}

fn in_record(record: &Record, name: &str) -> Option<Value> {
    record.iter().find(|(field, _)| *field == name).map(|(_, value)| value.clone())
}

/// The value that is read; nothing when it is empty.
pub fn read(value: Option<Value>) -> Option<Value> {
    match value? {
        Value::Blank => None,
        Value::Text(text) if !is_answer(&text) => None,
        Value::Guess(inner) => read(Some(*inner)),
        value => Some(value),
    }
}

fn is_answer(text: &str) -> bool {
    !normal(text).is_empty() && !FILLERS.contains(&normal(text).as_str())
}

pub fn filled(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Blank | Value::Guess(_)) => false,
        Some(Value::Text(text)) => is_answer(text),
        Some(Value::List(items)) => !items.is_empty(),
        Some(Value::Record(record)) => record.iter().any(|(_, value)| filled(Some(value))),
        Some(_) => true,
    }
}

/// Texts are equal when they are so without outer blanks, with inner blanks as one, without case, and with a letter
/// and its accent as one sign (the only such letter in generated plans is é).
pub fn normal(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace("e\u{301}", "\u{e9}")
}

/// Whole words that stand next to each other; a word is letters and digits that stand together.
pub fn has_words(text: &str, sought: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let signs = normal(text).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect::<String>();
        signs.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (text, sought) = (words(text), words(sought));
    (0..text.len()).any(|at| text[at..].starts_with(&sought))
}

/// Values that are the same: texts as `normal`, the rest by value.
pub fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Text(a), Value::Text(b)) => normal(a) == normal(b),
        _ => a == b,
    }
}

pub fn holds(place: &Place<'_>, cond: &Cond) -> Option<bool> {
    match cond {
        Cond::Shared(not, number) => {
            let shared = &place.region.shared[*number];
            let answers: Vec<Option<bool>> = shared.lines.iter().map(|line| holds(place, line)).collect();
            let decides = shared.one_enough;
            let answer = if answers.contains(&Some(decides)) {
                Some(decides)
            } else if answers.contains(&None) {
                None
            } else {
                Some(!decides)
            };
            answer.map(|holds| holds != *not)
        }
        Cond::Chosen(choose) => choices::holds(place.region, place.plan, place.year.unwrap(), choose),
        Cond::Plain(left, test) => test_of(place, left, test),
        Cond::Part { share, list, left, test } => {
            let items = items(place, list)?;
            let total = i64::try_from(items.len()).unwrap();
            let (mut yes, mut unknown) = (0, 0);
            for item in &items {
                let inner = place.within(item);
                let answer = match left {
                    Some(left) => test_of(&inner, left, test),
                    None => compare(&inner, read(Some(item.clone())), test),
                };
                match answer {
                    Some(true) => yes += 1,
                    Some(false) => {}
                    None => unknown += 1,
                }
            }
            let mut answers: Vec<bool> = (yes..=yes + unknown).map(|count| is_share(*share, count, total)).collect();
            answers.dedup();
            (answers.len() == 1).then(|| answers[0])
        }
    }
}

fn is_share(share: Share, count: i64, total: i64) -> bool {
    match share {
        Share::Each => count == total,
        Share::None => count == 0,
        Share::AtLeast(n) => count >= n,
        Share::AtMost(n) => count <= n,
        Share::Exactly(n) => count == n,
        Share::AtLeastHalf => 2 * count >= total,
        Share::AtMostHalf => 2 * count <= total,
        Share::AtLeastPercent(p) => 100 * count >= p * total,
        Share::AtMostPercent(p) => 100 * count <= p * total,
    }
}

pub fn test_of(place: &Place<'_>, left: &Expr, test: &Test) -> Option<bool> {
    if let Expr::Field(path) = left {
        let found = place.raw(path);
        if HELD.contains(&path[path.len() - 1]) && place.is_ahead(found.as_ref()) {
            return Some(matches!(test, Test::Filled(false) | Test::EmptyOr(_)));
        }
        if let (Some(Value::List(items)), Test::Filled(wanted)) = (&found, test) {
            let list = List { name: path[path.len() - 1], of: None, those: false, that: None, filters: Vec::new() };
            return Some(items.iter().any(|item| !place.part_is_ahead(&list, item)) == *wanted);
        }
    }
    if let (Expr::Field(path), Test::Filled(wanted)) = (left, test) {
        return Some(filled(place.raw(path).as_ref()) == *wanted);
    }
    if let (Expr::Field(path), Test::EmptyOr(that)) = (left, test) {
        return if filled(place.raw(path).as_ref()) { test_of(place, left, that) } else { Some(true) };
    }
    compare(place, value(place, left), test)
}

/// The value of an expression; nothing when it is not there.
pub fn value(place: &Place<'_>, expr: &Expr) -> Option<Value> {
    match expr {
        Expr::Field(path) => read(place.raw(path)),
        Expr::Count(list, None) => Some(Value::Number(i64::try_from(items(place, list)?.len()).unwrap() * ONE)),
        Expr::Count(list, Some(field)) => {
            let mut seen: Vec<Value> = Vec::new();
            for item in items(place, list)? {
                let found = read(place.within(&item).raw(&[field]))?;
                if !seen.iter().any(|other| same(other, &found)) {
                    seen.push(found);
                }
            }
            Some(Value::Number(i64::try_from(seen.len()).unwrap() * ONE))
        }
        Expr::CountDifferent(list) => {
            let mut seen: Vec<Value> = Vec::new();
            for item in items(place, list)? {
                let found = read(Some(item))?;
                if !seen.iter().any(|other| same(other, &found)) {
                    seen.push(found);
                }
            }
            Some(Value::Number(i64::try_from(seen.len()).unwrap() * ONE))
        }
        Expr::Number(number, _) => Some(Value::Number(*number)),
        Expr::Times(factor, _, of) => {
            // The factor is a whole number of hundredths, so this is exact.
            Some(Value::Number(number(&value(place, of)?) / 100 * (factor / (ONE / 100))))
        }
        Expr::Added(parts) => {
            let mut sum = 0;
            for (minus, part) in parts {
                let found = number(&value(place, part)?);
                sum += if *minus { -found } else { found };
            }
            Some(Value::Number(sum))
        }
        Expr::Extreme(word, field, list) => {
            let mut best: Option<Value> = None;
            for found in values(place, *field, list)? {
                let better = match (&best, &found) {
                    (None, _) => true,
                    (Some(Value::Day(old)), Value::Day(new)) if *word == "vroegste" => new < old,
                    (Some(Value::Day(old)), Value::Day(new)) => new > old,
                    (Some(Value::Number(old)), Value::Number(new)) if *word == "laagste" => new < old,
                    (Some(Value::Number(old)), Value::Number(new)) => new > old,
                    _ => panic!("no extreme of {found:?}"),
                };
                if better {
                    best = Some(found);
                }
            }
            best
        }
        Expr::Sum(field, list) => {
            let mut sum = 0;
            for found in values(place, Some(field), list)? {
                sum += number(&found);
            }
            Some(Value::Number(sum))
        }
    }
}

/// The field of each part, or the parts themselves.
fn values(place: &Place<'_>, field: Option<&str>, list: &List) -> Option<Vec<Value>> {
    let mut found = Vec::new();
    for item in items(place, list)? {
        found.push(match field {
            Some(field) => read(place.within(&item).raw(&[field]))?,
            None => read(Some(item))?,
        });
    }
    Some(found)
}

/// The parts of a list that are left after `in dat jaar` and every `met`.
pub fn items(place: &Place<'_>, list: &List) -> Option<Vec<Value>> {
    let mut kept = Vec::new();
    for item in all_items(place, list)? {
        if place.part_is_ahead(list, &item) {
            continue;
        }
        let inner = place.within(&item);
        if let Some(that) = list.that {
            let date = match &item {
                Value::Record(_) => inner.raw(&["datum"]),
                other => Some(other.clone()),
            };
            let Value::Day(date) = read(date)? else { panic!("no date in {item:?}") };
            if !in_that(place, that, date) {
                continue;
            }
        }
        let mut keep = true;
        for (left, test) in &list.filters {
            keep = keep && test_of(&inner, left, test)?;
        }
        if keep {
            kept.push(item);
        }
    }
    Some(kept)
}

fn all_items(place: &Place<'_>, list: &List) -> Option<Vec<Value>> {
    if list.those {
        return place.those.clone();
    }
    if let Some(of) = &list.of {
        let mut all = Vec::new();
        for holder in items(place, of)? {
            let Value::Record(record) = holder else { panic!("no record: {holder:?}") };
            let Value::List(own) = read(in_record(&record, list.name))? else { panic!("`{}` is no list", list.name) };
            all.extend(own);
        }
        return Some(all);
    }
    let (name, least) = match list.name {
        "artsen" => ("leden", None),
        "grote-artsen" => ("leden", Some(8 * ONE)),
        name => (name, None),
    };
    let Value::List(all) = read(place.raw(&[name]))? else { panic!("`{name}` is no list") };
    if list.name == name {
        return Some(all);
    }
    let mut members = Vec::new();
    for member in all {
        let Value::Record(record) = &member else { panic!("no member: {member:?}") };
        let is_doctor = read(in_record(record, "vak"))? == Value::Word("arts");
        let is_large = match least {
            Some(least) => number(&read(in_record(record, "uren"))?) > least,
            None => true,
        };
        if is_doctor && is_large {
            members.push(member);
        }
    }
    Some(members)
}
