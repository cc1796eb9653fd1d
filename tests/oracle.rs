//! A second YAML reader as oracle: on every plan that both can read, both see the same keys and values.

use mtvp::plan::{Node, NodeKind, parse};
use serde_yaml::Value;

use crate::support::{files, name};

/// The tree as the oracle would give it, all scalars as text.
pub fn ours(node: &Node<'_>) -> Value {
    match &node.kind {
        NodeKind::Scalar { text, .. } => Value::String(text.to_string()),
        NodeKind::Twice(_) => Value::Null,
        NodeKind::List(items) => Value::Sequence(items.iter().map(ours).collect()),
        NodeKind::Map(pairs) => Value::Mapping(pairs.iter().map(|(key, value)| (ours(key), ours(value))).collect()),
    }
}

/// Whether the oracle's value is what our text says. It guesses types, so numbers and such are compared by
/// what they mean.
pub fn same(ours: &Value, oracle: &Value) -> bool {
    match (ours, oracle) {
        (Value::Sequence(a), Value::Sequence(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Mapping(a), Value::Mapping(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|((ka, va), (kb, vb))| same(ka, kb) && same(va, vb))
        }
        (Value::String(text), Value::String(other)) => text == other,
        (Value::String(text), Value::Null) => matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"),
        (Value::String(text), Value::Bool(found)) => text.to_lowercase() == found.to_string(),
        (Value::String(text), Value::Number(found)) => text.parse::<f64>().is_ok_and(|n| Some(n) == found.as_f64()),
        _ => false,
    }
}

#[test]
fn a_second_reader_sees_the_same() {
    let mut compared = 0;
    for path in files("regioplans", &["yaml"])
        .into_iter()
        .chain(files("tests/cases", &["yaml"]))
        .chain(files("examples", &["yaml"]))
    {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let document = parse(&text);
        let Some(root) = document.root.filter(|_| document.issues.iter().all(|issue| issue.problem.code == "bsn"))
        else {
            continue;
        };
        let oracle: Value = match serde_yaml::from_str(&text) {
            Ok(oracle) => oracle,
            Err(error) => panic!("{}: we read what the oracle refuses: {error}", name(&path)),
        };
        let ours = ours(&root);
        assert!(same(&ours, &oracle), "{}:\nours {ours:?}\noracle {oracle:?}", name(&path));
        compared += 1;
    }
    assert!(compared > 50, "only {compared} plans compared");
}
