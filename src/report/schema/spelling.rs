//! Names with accents in the schema: a plan may write them without, or store the accent apart.
//!
//! Input: the finished schema. Output: the same, in which such a name fits in every spelling. A name that has no accents in the
//! regioplan stands in the schema as it is.

use serde_json::{Value, json};

use crate::value::name_key;

use super::Object;

/// The spellings of a name as a pattern.
pub fn spelled(name: &str) -> String {
    let sign = |sign: char| {
        let plain = sign.to_string();
        if sign.is_ascii() { plain } else { format!(r"[{sign}{}][\u0300-\u036f]*", name_key(&plain)) }
    };
    name.chars().map(sign).collect()
}

/// Gives every name with accents its other spellings.
pub fn spell(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(spell),
        Value::Object(object) => {
            object.values_mut().for_each(spell);
            keys(object);
            required(object);
            words(object);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A key under `properties` is what an editor offers; its other spellings are patterns.
fn keys(object: &mut Object) {
    let Some(properties) = object.get("properties").and_then(Value::as_object) else { return };
    let named = properties.iter().filter(|(key, _)| !key.is_ascii());
    let others: Vec<(String, Value)> =
        named.map(|(key, schema)| (format!("^{}$", spelled(key)), schema.clone())).collect();
    if others.is_empty() {
        return;
    }
    if let Some(patterns) = object.entry("patternProperties").or_insert_with(|| json!({})).as_object_mut() {
        patterns.extend(others);
    }
}

/// One of the spellings must be there.
fn required(object: &mut Object) {
    let Some(names) = object.get_mut("required").and_then(Value::as_array_mut) else { return };
    let is_plain = |name: &Value| name.as_str().is_none_or(str::is_ascii);
    let others: Vec<Value> = names.iter().filter(|name| !is_plain(name)).cloned().collect();
    if others.is_empty() {
        return;
    }
    names.retain(is_plain);
    let any = others.iter().filter_map(Value::as_str).map(|name| {
        let not = json!({"propertyNames": {"not": {"pattern": format!("^{}$", spelled(name))}}});
        json!({"not": not})
    });
    let any: Vec<Value> = any.collect();
    if let Some(all) = object.entry("allOf").or_insert_with(|| json!([])).as_array_mut() {
        all.extend(any);
    }
}

/// Fixed words.
fn words(object: &mut Object) {
    let Some(words) = object.get("enum").and_then(Value::as_array) else { return };
    let named: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
    if named.iter().all(|word| word.is_ascii()) {
        return;
    }
    let pattern = named.iter().map(|word| spelled(word)).collect::<Vec<_>>().join("|");
    object.remove("enum");
    object.insert("pattern".to_owned(), json!(format!("^(?:{pattern})$")));
}
