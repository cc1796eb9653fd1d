//! The JSON Schema (2020-12) of a practice plan under one regioplan, for completion and help in an editor.
//!
//! Input: the regioplan. Output: JSON. The schema may accept more than the reader of plans does, never less:
//! what `mtvp check` reads without a problem of form must be valid here, whatever way a YAML reader types it. Rules of the
//! regioplan are not in it.

mod demands;
mod offer;
mod records;
mod scalars;
mod spelling;
mod years;

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::diagnostic::Text;
use crate::model::{Contents, PLAN, PRACTICE, Programme, REGION, Record, RecordId, Regioplan, Type};
use crate::value::name_key;

use super::catalog::Catalog;
use super::foreign::in_json;
use demands::{When, exactly};

/// An object of the schema.
type Object = Map<String, Value>;

/// What every part of the schema is made from.
struct Maker<'a> {
    model: &'a Contents,
    programme: &'a Programme,
    catalog: &'a Catalog,
}

/// The schema as JSON text.
#[must_use]
pub fn schema(regioplan: &Regioplan, catalog: &Catalog) -> String {
    let Regioplan { contents: model, programme, .. } = regioplan;
    let maker = Maker { model, programme, catalog };
    let mut root = maker.root();
    let parts = used(&root, &maker.parts());
    root.insert("$defs".to_owned(), Value::Object(parts));
    let mut whole = Value::Object(root);
    spelling::spell(&mut whole);
    let mut text = in_json(serde_json::to_string_pretty(&whole).unwrap_or_default());
    text.push('\n');
    text
}

impl Maker<'_> {
    fn say(&self, text: &Text) -> String {
        self.catalog.say(text)
    }

    fn word(&self, id: &'static str) -> String {
        self.catalog.word(id)
    }

    /// The plan as a whole: the frame, and the fields that the regioplan declares.
    fn root(&self) -> Object {
        let model = self.model;
        let named = |id| Text::new(id).with("name", &model.name).with("version", &model.version);
        let mut properties = self.frame();
        properties.extend(self.fields(PLAN));
        let mut required = vec!["startkwartaal".to_owned(), "jaar".to_owned(), "jaren".to_owned()];
        if !self.always(PRACTICE).is_empty() {
            required.push("praktijk".to_owned());
        }
        required.extend(self.always(PLAN));
        let mut all: Vec<Value> = self.demands(PLAN, When::Always, false).into_iter().map(Value::Object).collect();
        all.extend(self.accounting());
        all.extend(self.programme.years().map(|year| self.plan_of_year(year)));
        let root = json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": format!("urn:mtvp:{}:{}", name_key(&model.id), address(&model.version)),
            "$comment": self.say(&Text::new("schema-comment").with("id", model.full_id())),
            "title": self.say(&named("schema-title")),
            "description": self.say(&named("schema-description").with("document", &model.document)),
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
            "allOf": all,
        });
        into_object(root)
    }

    /// The fields of the fixed frame.
    fn frame(&self) -> Object {
        let model = self.model;
        let full = model.full_id();
        let mut frame = Object::new();
        let mut add = |key: &str, title: &'static str, rest: Object| {
            let mut one = into_object(json!({"title": key, "description": self.word(title)}));
            one.extend(rest);
            frame.insert(key.to_owned(), Value::Object(one));
        };
        let named = with(self.scalar(&Type::Text, true), json!({"examples": [full]}));
        add("regioplan", "schema-regioplan", named);
        add("startkwartaal", "schema-start", self.scalar(&Type::Quarter, false));
        add("jaar", "schema-year", self.year_number());
        add("kalenderjaar", "schema-calendar-year", self.calendar_year());
        add("ingediend", "schema-handed-in", self.scalar(&Type::Date, true));
        add("verantwoording", "schema-accounting", self.scalar(&Type::YesNo, true));
        add("praktijk", "schema-practice", self.practice());
        add("jaren", "schema-years", self.years());
        frame
    }

    fn practice(&self) -> Object {
        let mut practice = self.record(PRACTICE, &[], true);
        let required = self.always(PRACTICE);
        if !required.is_empty() {
            practice = with(practice, json!({"type": "object", "required": required}));
            practice.remove("pattern");
        }
        let more: Vec<Value> = self.demands(PRACTICE, When::Always, false).into_iter().map(Value::Object).collect();
        if !more.is_empty() {
            practice.insert("allOf".to_owned(), json!(more));
        }
        practice
    }

    /// Fields of the plan and the practice that must be there once the year is accounted for.
    fn accounting(&self) -> Option<Value> {
        let mut then = self.demands(PLAN, When::Accounting, true).unwrap_or_default();
        if let Some(practice) = self.demands(PRACTICE, When::Accounting, true) {
            let properties = then.entry("patternProperties").or_insert_with(|| json!({}));
            if let Some(properties) = properties.as_object_mut() {
                properties.insert(exactly("praktijk"), Value::Object(practice));
            }
        }
        (!then.is_empty()).then(|| json!({"if": accounts(), "then": then}))
    }

    /// The parts that the schema refers to.
    fn parts(&self) -> Object {
        let model = self.model;
        let mut parts = Object::new();
        parts.insert("soort".to_owned(), Value::Object(self.kind()));
        for id in model.records.ids().filter(|id| *id != REGION && *id != PLAN) {
            parts.insert(self.name("gegevens", id), Value::Object(self.record(id, &[], true)));
            for when in [When::Always, When::Accounting] {
                let demands = self.demands(id, when, true).unwrap_or_default();
                parts.insert(self.name(when.word(), id), Value::Object(demands));
            }
        }
        for year in self.programme.years() {
            parts.insert(format!("jaar-{year}"), Value::Object(self.year(year)));
            parts.insert(format!("aanbod-{year}"), Value::Object(self.offer(year)));
        }
        for when in [When::Always, When::Accounting] {
            parts.insert(format!("{}-eigen-jaar", when.word()), Value::Object(self.year_demands(when)));
        }
        for one in &model.interventions {
            parts.insert(format!("interventie-{}", name_key(&one.id)), Value::Object(self.choice(one)));
        }
        parts
    }

    /// The name of a part about a record.
    fn name(&self, sort: &str, id: RecordId) -> String {
        let choice = |record: &Record| if record.of_intervention { "keuze-" } else { "" };
        // A pointer would read the sign between an aanvulling and its data as a step.
        let own = |record: &Record| name_key(&record.id).replace('/', ".");
        let record = self.model.record(id);
        format!("{sort}-{}{}", choice(record), own(record))
    }

    fn part(&self, sort: &str, id: RecordId) -> Value {
        json!({"$ref": format!("#/$defs/{}", self.name(sort, id))})
    }
}

/// The condition that the plan accounts for its year.
fn accounts() -> Value {
    json!({"properties": {"verantwoording": {"type": "string", "pattern": scalars::whole("ja|Ja|JA")}}, "required": ["verantwoording"]})
}

/// The object inside a value that is one.
fn into_object(value: Value) -> Object {
    match value {
        Value::Object(object) => object,
        _ => Object::new(),
    }
}

/// The object with these keys as well, or instead.
fn with(mut object: Object, keys: Value) -> Object {
    object.extend(into_object(keys));
    object
}

/// A version as a part of a URN: what has no place there is written as a number.
fn address(version: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
    version.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

/// The parts that are referred to, directly or by another part.
fn used(root: &Object, parts: &Object) -> Object {
    let mut names = BTreeSet::new();
    refer(&Value::Object(root.clone()), parts, &mut names);
    parts.iter().filter(|(name, _)| names.contains(*name)).map(|(name, part)| (name.clone(), part.clone())).collect()
}

fn refer(value: &Value, parts: &Object, names: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| refer(item, parts, names)),
        Value::Object(object) => {
            for (key, inner) in object {
                let name = inner.as_str().filter(|_| key == "$ref").and_then(|text| text.strip_prefix("#/$defs/"));
                if let Some(name) = name.filter(|name| !names.contains(*name)) {
                    names.insert(name.to_owned());
                    if let Some(part) = parts.get(name) {
                        refer(part, parts, names);
                    }
                }
                refer(inner, parts, names);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
