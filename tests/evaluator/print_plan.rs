//! A plan as YAML, in any style that says the same.

use super::day::Day;
use super::pick::Pick;
use super::plan::{Choice, NONE_WHEN_EMPTY, Plan, Record, Value};
use super::region::ONE;

/// A YAML node that knows nothing of plans.
pub enum Node {
    Plain(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

pub fn text(plan: &Plan) -> String {
    let mut style = style_of(plan.style);
    let mut top: Vec<(String, Node)> = vec![
        ("regioplan".to_owned(), Node::Plain("proef@1".to_owned())),
        ("startkwartaal".to_owned(), Node::Plain(format!("{}-Q{}", plan.start.year, plan.start.number))),
        ("jaar".to_owned(), Node::Plain(plan.year.to_string())),
        ("ingediend".to_owned(), Node::Plain(plan.handed_in.iso())),
    ];
    if plan.accounting {
        top.push(("verantwoording".to_owned(), Node::Plain("ja".to_owned())));
    } else if style.rarely(2) {
        top.push(("verantwoording".to_owned(), Node::Plain("nee".to_owned())));
    }
    if let Some(said) = plan.calendar_year {
        top.push(("kalenderjaar".to_owned(), Node::Plain(said.to_string())));
    }
    top.push(("praktijk".to_owned(), record(&plan.practice, &mut style)));
    let years = plan.years.iter().map(|year| {
        let mut fields = fields(&year.fields, &mut style);
        let choices = year
            .choices
            .iter()
            .map(|one| (one.name_as.unwrap_or(one.intervention).to_owned(), choice(one, &mut style)))
            .collect();
        fields.push(("interventies".to_owned(), Node::Map(shuffled(choices, &mut style))));
        (year.number.to_string(), Node::Map(shuffled(fields, &mut style)))
    });
    let years = years.collect();
    top.push(("jaren".to_owned(), Node::Map(shuffled(years, &mut style))));
    let mut out = String::new();
    block(&Node::Map(shuffled(top, &mut style)), 0, &mut style, &mut out);
    out
}

/// Zero writes everything plainly and in order.
fn style_of(seed: u32) -> Pick {
    let mut state = seed;
    let draw = |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state >> 8
    };
    if seed == 0 { Pick::new(&[]) } else { Pick::new(&(0..2000).map(draw).collect::<Vec<_>>()) }
}

fn shuffled<T>(mut all: Vec<T>, style: &mut Pick) -> Vec<T> {
    for at in 1..all.len() {
        if style.rarely(3) {
            let other = style.below(at + 1);
            all.swap(at, other);
        }
    }
    all
}

fn choice(one: &Choice, style: &mut Pick) -> Node {
    let kind = one.kind_as.unwrap_or(one.kind.word()).to_owned();
    if one.fields.is_empty() && one.evidence.is_empty() && !style.rarely(3) {
        return Node::Plain(kind);
    }
    let mut all = vec![("keuze".to_owned(), Node::Plain(kind))];
    all.extend(fields(&one.fields, style));
    if !one.evidence.is_empty() {
        let pieces = one.evidence.iter().map(|piece| record(piece, style)).collect();
        all.push(("bewijs".to_owned(), Node::List(pieces)));
    }
    Node::Map(shuffled(all, style))
}

fn record(record: &Record, style: &mut Pick) -> Node {
    let all = fields(record, style);
    Node::Map(shuffled(all, style))
}

fn fields(record: &Record, style: &mut Pick) -> Vec<(String, Node)> {
    let mut all = Vec::new();
    for (name, found) in record {
        let none = NONE_WHEN_EMPTY.contains(name) && matches!(found, Value::List(items) if items.is_empty());
        match style.below(if none { 3 } else { 1 }) {
            // None, said in three ways: an empty list, nothing behind the name, and no name.
            0 => all.push(((*name).to_owned(), value(name, found, style))),
            1 => all.push(((*name).to_owned(), value(name, &Value::Blank, style))),
            _ => {}
        }
    }
    all
}

fn value(name: &str, found: &Value, style: &mut Pick) -> Node {
    Node::Plain(match found {
        Value::Blank => style.of(&["", "~", "\"\"", "null"]).to_owned(),
        Value::Text(text) => text.clone(),
        Value::Number(number) => spelled(name, *number, style),
        Value::Day(day) => Day::iso(*day),
        Value::Quarter(quarter) => format!("{}-Q{}", quarter.year, quarter.number),
        Value::YesNo(yes) => if *yes { "ja" } else { "nee" }.to_owned(),
        Value::Word(word) => (*word).to_owned(),
        Value::Mistyped(text) => (*text).to_owned(),
        Value::Guess(_) => panic!("a guess is not printed"),
        Value::List(items) => return Node::List(items.iter().map(|item| value(name, item, style)).collect()),
        Value::Record(fields) => return record(fields, style),
    })
}

/// The same number in one of its spellings.
fn spelled(name: &str, number: i64, style: &mut Pick) -> String {
    let (whole, cents) = (number / ONE, number % ONE / 10_000);
    let grouped = |whole: i64| {
        let digits = whole.to_string();
        let mut out = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push('.');
            }
            out.push(digit);
        }
        out
    };
    let decimals = match (cents, style.below(3)) {
        (0, 0) => String::new(),
        (0, 1) => ",0".to_owned(),
        (0, _) => ",00".to_owned(),
        (cents, 0) if cents % 10 == 0 => format!(",{}", cents / 10),
        (cents, 1) => format!(".{cents:02}"),
        (cents, _) => format!(",{cents:02}"),
    };
    match name {
        "telling" | "deel" | "personen" | "jaargetal" | "getallen" => {
            if style.rarely(4) {
                grouped(whole)
            } else {
                whole.to_string()
            }
        }
        "prijs" => {
            let euro = style.of(&["", "", "€ ", "€"]);
            if style.rarely(2) && !decimals.starts_with('.') {
                format!("{euro}{}{decimals}", grouped(whole))
            } else {
                format!("{euro}{whole}{decimals}")
            }
        }
        "aandeel" => format!("{whole}{decimals}{}", style.of(&["", " %", "%"])),
        _ => format!("{whole}{decimals}"),
    }
}

fn quoted(text: &str, style: &mut Pick) -> String {
    let special = text.is_empty() || text.starts_with([' ', '-', '?', '€', '%', '~', '"', '\'']) || text.ends_with(' ');
    let special = special || text.contains([':', '#', ',', '[', ']', '{', '}', '\u{a0}']) || text.contains("  ");
    if matches!(text, "" | "~" | "\"\"" | "null") {
        return text.to_owned();
    }
    match style.below(4) {
        2 => format!("'{text}'"),
        3 => format!("\"{text}\""),
        _ if special => format!("\"{text}\""),
        _ => text.to_owned(),
    }
}

fn flow(node: &Node, style: &mut Pick) -> String {
    match node {
        // Nothing at all, within braces, is written as null.
        Node::Plain(text) if text.is_empty() => "null".to_owned(),
        Node::Plain(text) => quoted(text, style),
        Node::List(items) => format!("[{}]", items.iter().map(|item| flow(item, style)).collect::<Vec<_>>().join(", ")),
        Node::Map(pairs) => {
            let all: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}: {}", flow(value, style))).collect();
            format!("{{{}}}", all.join(", "))
        }
    }
}

fn block(node: &Node, indent: usize, style: &mut Pick, out: &mut String) {
    let space = " ".repeat(indent);
    match node {
        Node::Plain(text) => out.push_str(&format!("{space}{}\n", quoted(text, style))),
        Node::List(items) => {
            for item in items {
                out.push_str(&format!("{space}- {}\n", flow(item, style)));
            }
        }
        Node::Map(pairs) => {
            for (key, value) in pairs {
                let key = if style.rarely(5) { format!("\"{key}\"") } else { key.clone() };
                let plain = match value {
                    Node::Plain(_) => true,
                    Node::List(items) => items.is_empty() || style.rarely(3),
                    Node::Map(pairs) => pairs.is_empty() || style.rarely(3),
                };
                match value {
                    Node::Plain(text) => out.push_str(format!("{space}{key}: {}", quoted(text, style)).trim_end()),
                    value if plain => out.push_str(&format!("{space}{key}: {}", flow(value, style))),
                    value => {
                        out.push_str(&format!("{space}{key}:\n"));
                        block(value, indent + 2, style, out);
                        continue;
                    }
                }
                out.push('\n');
                if style.rarely(12) {
                    out.push_str(&format!("{space}# Een opmerking.\n"));
                }
            }
        }
    }
}
