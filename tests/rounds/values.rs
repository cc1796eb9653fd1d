//! Valid values for fields, from what `mtvp show --format json` says of them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;
use serde_yaml::{Mapping, Value};

/// The fields of one regioplan: by the record in which they stand and by their name, the type in words.
#[derive(Default)]
pub struct Fields {
    types: BTreeMap<(String, String), String>,
}

/// What a practice fills in for a fact that no example plan tells.
#[derive(Clone, Copy)]
pub struct Guess<'a> {
    pub day: &'a str,
    pub yes: bool,
    pub number: u32,
}

impl<'a> Guess<'a> {
    /// What comes first to mind; then what a practice whose facts are others would fill in: other days that stand in the plan, `nee`,
    /// a large number.
    pub fn all(text: &'a str, day: &'a str) -> Vec<Self> {
        let is_day = |part: &&str| part.len() == 10 && part.parse::<jiff::civil::Date>().is_ok();
        let days: BTreeSet<&str> = text.split(|c: char| c != '-' && !c.is_ascii_digit()).filter(is_day).collect();
        let days = std::iter::once(day).chain(days.into_iter().filter(|other| *other != day));
        let of_day = |day| {
            let each = [(true, 2), (false, 2), (true, 40), (false, 40)];
            each.map(|(yes, number)| Self { day, yes, number })
        };
        days.flat_map(of_day).collect()
    }
}

/// A field to fill in, and the route of what it belongs to.
pub struct Blank {
    pub route: String,
    pub field: String,
    /// What is to stand there, as far as the report says, for each rule that asks it: the field, or `soort van bewijs` for what
    /// comes in a list; and a value.
    pub expected: Vec<Vec<(String, String)>>,
}

impl Blank {
    fn steps(&self) -> Vec<&str> {
        let mut steps: Vec<&str> = self.route.split(['.', '[']).map(|step| step.trim_end_matches(']')).collect();
        steps.retain(|step| !step.is_empty());
        // A field that is missing has a route of its own.
        if steps.last() == Some(&self.field.as_str()) {
            steps.pop();
        }
        steps
    }
}

/// What a practice knows of a field.
fn known<'a>(facts: &'a Value, steps: &[&str], field: &str) -> Option<&'a Value> {
    let mut at = facts;
    for step in steps {
        at = match at {
            Value::Mapping(map) => {
                let number = step.parse::<u64>().ok().map(Value::from).filter(|number| map.contains_key(number));
                map.get(number.unwrap_or_else(|| (*step).into()))?
            }
            Value::Sequence(items) => items.get(step.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    at.get(field)
}

/// Writes down what a practice knows.
fn state(root: &mut Value, steps: &[&str], field: &str, fact: &Value) {
    if let [_, _, "interventies", _] = steps {
        lengthened(root, steps);
    }
    if let Some(map) = reached(root, steps).and_then(Value::as_mapping_mut) {
        map.insert(field.into(), fact.clone());
    }
}

/// How deep values are made.
const DEEPEST: usize = 4;

impl Fields {
    pub fn of(shown: &Json) -> Self {
        let mut fields = Self::default();
        for field in shown["fields"].as_array().into_iter().flatten() {
            let word = |name: &str| field[name].as_str().unwrap().to_owned();
            fields.types.insert((word("record"), word("id")), word("type"));
        }
        fields
    }

    /// The plan with values for these fields, each below a route; none when the text cannot be read as YAML, or when nothing
    /// changes.
    pub fn fill(&self, text: &str, blanks: &[Blank], facts: Option<&Value>, guess: Guess<'_>) -> Option<String> {
        if blanks.is_empty() {
            return None;
        }
        let mut root: Value = serde_yaml::from_str(text).ok()?;
        let before = root.clone();
        for blank in blanks {
            let steps = blank.steps();
            if let Some(fact) = facts.and_then(|facts| known(facts, &steps, &blank.field)) {
                state(&mut root, &steps, &blank.field, fact);
                continue;
            }
            self.fill_one(&mut root, &steps, &blank.field, guess);
            for (number, asked) in blank.expected.iter().enumerate() {
                for (field, value) in asked {
                    expect(&mut root, &steps, (field, number), value);
                }
            }
        }
        (root != before).then(|| serde_yaml::to_string(&root).unwrap())
    }

    /// A value on one line for a blank, when its type has one.
    pub fn word(&self, blank: &Blank, facts: Option<&Value>, guess: Guess<'_>) -> Option<String> {
        let steps = blank.steps();
        let fact = facts.and_then(|facts| known(facts, &steps, &blank.field)).cloned();
        let made = || {
            let said = self.types.get(&(self.record(&steps), blank.field.clone()))?;
            Some(self.value(said, guess, 0))
        };
        let text = serde_yaml::to_string(&fact.or_else(made)?).unwrap().trim_end().to_owned();
        (!text.contains(['\n', '[', '{'])).then_some(text)
    }

    fn fill_one(&self, root: &mut Value, steps: &[&str], field: &str, guess: Guess<'_>) {
        if let [_, _, "interventies", _] = steps[..] {
            lengthened(root, steps);
        }
        let Some(place) = reached(root, steps) else { return };
        let record = self.record(steps);
        // `europep van monitoring` is a field within another.
        match field.split_once(" van ") {
            Some((inner, outer)) => {
                let record =
                    self.types.get(&(record, outer.to_owned())).and_then(|said| said.strip_prefix("velden van "));
                let Some(record) = record.map(str::to_owned) else { return };
                if let Some(map) = place.as_mapping_mut() {
                    let within = map.entry(outer.into()).or_insert_with(|| Mapping::new().into());
                    self.put(within, &record, inner, guess);
                }
            }
            None => self.put(place, &record, field, guess),
        }
    }

    fn put(&self, place: &mut Value, record: &str, field: &str, guess: Guess<'_>) {
        if place.is_null() {
            *place = Mapping::new().into();
        }
        match place {
            Value::Mapping(map) => {
                if let Some(said) = self.types.get(&(record.to_owned(), field.to_owned())) {
                    map.insert(field.into(), self.value(said, guess, 0));
                }
            }
            // The field is asked of each.
            Value::Sequence(items) => items.iter_mut().for_each(|item| self.put(item, record, field, guess)),
            _ => {}
        }
    }

    /// The record in which the fields below a route stand.
    fn record(&self, steps: &[&str]) -> String {
        match steps {
            [] => "plan".to_owned(),
            ["praktijk"] => "praktijk".to_owned(),
            ["jaren", _] => "jaar".to_owned(),
            ["jaren", _, "interventies", id] => (*id).to_owned(),
            [above @ .., last] if last.parse::<usize>().is_ok() => self.record(above),
            [above @ .., last] => {
                let said = self.types.get(&(self.record(above), (*last).to_owned()));
                said.and_then(|said| said.rsplit_once("velden van ")).map_or(String::new(), |(_, name)| name.to_owned())
            }
        }
    }

    /// A value of a type, as a practice would fill it in.
    fn value(&self, said: &str, guess: Guess<'_>, depth: usize) -> Value {
        if let Some(one) = said.strip_prefix("lijst: ") {
            return Value::Sequence(vec![self.value(one, guess, depth)]);
        }
        if let Some(record) = said.strip_prefix("velden van ") {
            let mut map = Mapping::new();
            let all = self.types.iter().filter(|((of, _), _)| of == record && depth < DEEPEST);
            for ((_, field), said) in all {
                map.insert(field.as_str().into(), self.value(said, guess, depth + 1));
            }
            return map.into();
        }
        if let Some(list) = said.strip_prefix("een van ") {
            return list.split([',', ' ']).next().unwrap().into();
        }
        match said.split(" (").next().unwrap() {
            "ja of nee" => if guess.yes { "ja" } else { "nee" }.into(),
            "een datum" => guess.day.into(),
            "een kwartaal" => format!("{}-Q1", &guess.day[..4]).into(),
            "een AGB-code" => "01056789".into(),
            "een e-mailadres" => "praktijk@linde.example".into(),
            "een bestand" => "bewijs/certificaat.pdf".into(),
            "een percentage" | "een heel getal" | "een getal" | "een bedrag" => guess.number.into(),
            _ => "Dat is zo met elkaar afgesproken.".into(),
        }
    }
}

/// Puts in what the report says that is to stand there.
fn expect(root: &mut Value, steps: &[&str], (field, number): (&str, usize), value: &str) {
    let value = value.parse::<u32>().map_or_else(|_| value.into(), Value::from);
    let Some(place) = reached(root, steps) else { return };
    match field.split_once(" van ") {
        None => drop(place.as_mapping_mut().and_then(|map| map.insert(field.into(), value))),
        Some((inner, list)) => {
            let Some(items) = place.get_mut(list).and_then(Value::as_sequence_mut) else { return };
            // What another rule asks is another member.
            if let Some(first) = items.first().filter(|_| items.len() <= number).cloned() {
                items.push(first);
            }
            drop(items.get_mut(number).and_then(Value::as_mapping_mut).and_then(|map| map.insert(inner.into(), value)));
        }
    }
}

/// Gives a choice in the short form its long form, as the report shows it.
fn lengthened(root: &mut Value, steps: &[&str]) {
    if let Some(choice) = reached(root, steps).filter(|choice| choice.is_string()) {
        let mut map = Mapping::new();
        map.insert("keuze".into(), choice.clone());
        *choice = map.into();
    }
}

/// What stands at a route.
fn reached<'a>(root: &'a mut Value, steps: &[&str]) -> Option<&'a mut Value> {
    let mut at = root;
    for step in steps {
        at = match at {
            Value::Mapping(map) => {
                let number = step.parse::<u64>().ok().map(Value::from).filter(|number| map.contains_key(number));
                map.get_mut(number.unwrap_or_else(|| (*step).into()))?
            }
            Value::Sequence(items) => items.get_mut(step.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    Some(at)
}
