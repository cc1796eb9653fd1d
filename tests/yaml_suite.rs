//! The YAML test suite against our reader, with `serde_yaml` as the second one: every case in which they and the suite
//! are not of one mind stands in a file, with the reason. A case that changes sides is noticed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use mtvp::plan::{Loaded, Node, NodeKind, load};
use serde::Deserialize;
use serde_yaml::Value;

use crate::support::root;

const FOLDER: &str = "tests/cases/yaml-test-suite";

#[derive(Deserialize)]
struct Case {
    id: String,
    yaml: String,
    #[serde(default)]
    fail: bool,
    json: Option<String>,
}

/// What one reader makes of a text: values, or in a word why not.
type Reading = Result<Value, String>;

/// Our tree, all scalars as text.
fn ours(text: &str) -> Reading {
    fn value(node: &Node<'_>) -> Value {
        match &node.kind {
            NodeKind::Scalar { text, .. } => Value::String(text.to_string()),
            NodeKind::Twice(_) => Value::Null,
            NodeKind::List(items) => Value::Sequence(items.iter().map(value).collect()),
            NodeKind::Map(pairs) => Value::Mapping(pairs.iter().map(|(key, item)| (value(key), value(item))).collect()),
        }
    }
    let Loaded { root: tree, issues, .. } = load(text);
    match issues.first() {
        Some(issue) => Err(issue.problem.message.id.to_owned()),
        None => Ok(tree.as_ref().map_or(Value::Null, value)),
    }
}

fn second(text: &str) -> Reading {
    serde_yaml::from_str(text).map_err(|_| "error".to_owned())
}

/// Whether a value is the one that was meant. Ours are texts, so they are held to what they say; tags say nothing here.
fn same(value: &Value, meant: &Value) -> bool {
    match (value, meant) {
        (Value::Tagged(tagged), _) => same(&tagged.value, meant),
        (_, Value::Tagged(tagged)) => same(value, &tagged.value),
        (Value::Sequence(a), Value::Sequence(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        // The suite writes some keys in another order.
        (Value::Mapping(a), Value::Mapping(b)) => {
            a.len() == b.len() && a.iter().all(|(ka, va)| b.iter().any(|(kb, vb)| same(ka, kb) && same(va, vb)))
        }
        (Value::String(text), Value::Null) => matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"),
        (Value::String(text), Value::Bool(found)) => text.to_lowercase() == found.to_string(),
        (Value::String(text), Value::Number(found)) => text.parse::<f64>().is_ok_and(|n| Some(n) == found.as_f64()),
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        _ => value == meant,
    }
}

/// How a reading stands to the values of the suite.
fn side(reading: &Reading, meant: Option<&Value>) -> String {
    match (reading, meant) {
        (Err(why), _) => format!("refuses ({why})"),
        (Ok(_), None) => "reads".to_owned(),
        (Ok(value), Some(meant)) if same(value, meant) => "reads".to_owned(),
        (Ok(_), Some(_)) => "reads other values".to_owned(),
    }
}

/// `id | what the suite says | our side | the side of serde_yaml`; none where all are of one mind.
fn difference(case: &Case) -> Option<String> {
    let meant: Option<Value> =
        case.json.as_ref().filter(|_| !case.fail).and_then(|json| serde_yaml::from_str(json).ok());
    let (first, other) = (ours(&case.yaml), second(&case.yaml));
    let sides = [side(&first, meant.as_ref()), side(&other, meant.as_ref())];
    let apart = match (&first, &other) {
        (Ok(a), Ok(b)) => meant.is_none() && !same(a, b),
        _ => false,
    };
    let agree = sides.iter().all(|side| if case.fail { side.starts_with("refuses") } else { side == "reads" });
    let says = if case.fail { "error" } else { "sound" };
    let apart = if apart { ", not as we do" } else { "" };
    (!agree || !apart.is_empty()).then(|| format!("{} | {says} | {} | {}{apart}", case.id, sides[0], sides[1]))
}

#[test]
fn every_difference_from_the_yaml_test_suite_has_a_reason() {
    let read = |name: &str| std::fs::read_to_string(root().join(FOLDER).join(name)).expect("a file");
    let cases: Vec<Case> = serde_json::from_str(&read("suite.json")).expect("cases");
    assert!(cases.len() > 400, "{}", cases.len());
    let listed = read("differences.txt");
    let mut reasons: BTreeMap<&str, &str> = BTreeMap::new();
    for line in listed.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (known, reason) = line.rsplit_once(" | ").expect("a reason");
        assert!(reason.len() > 10, "no reason: {line}");
        assert!(reasons.insert(known, reason).is_none(), "twice: {line}");
    }
    let mut changed = String::new();
    let found: Vec<String> = cases.iter().filter_map(difference).collect();
    for line in found.iter().filter(|line| !reasons.contains_key(line.as_str())) {
        let _ = writeln!(changed, "+ {line}");
    }
    for known in reasons.keys().filter(|known| !found.iter().any(|line| line == *known)) {
        let _ = writeln!(changed, "- {known}");
    }
    assert!(changed.is_empty(), "not as {FOLDER}/differences.txt says:\n{changed}");
}
