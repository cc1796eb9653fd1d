//! Records and their fields in the schema: which keys there may be, and of what form their values are.
//!
//! What must be filled in stands apart, in `demands`: a year that is over may be short.

use serde_json::{Value, json};

use crate::diagnostic::Text;
use crate::model::{Field, RecordId, Requirement, StatementId, Type, say_field, say_field_type};

use super::super::show::requirement;
use super::super::show_more::called;
use super::{Maker, Object, into_object, with};

impl Maker<'_> {
    /// The fields of a record, each with its schema.
    pub fn fields(&self, id: RecordId) -> Object {
        let fields = self.model.record(id).fields.iter();
        fields.map(|field| (field.id.clone(), Value::Object(self.field(field)))).collect()
    }

    fn field(&self, field: &Field) -> Object {
        let title = self.say(&say_field(field));
        with(self.value(&field.ty, true), json!({"title": title, "description": self.about_field(field)}))
    }

    /// What to fill in, when, why, and on what it rests.
    fn about_field(&self, field: &Field) -> String {
        let mut lines = vec![self.say(&Text::new("schema-fill-in").with("type", say_field_type(self.model, field)))];
        if !matches!(field.required, Requirement::Optional) {
            lines.push(self.say(&Text::new("schema-required").with("when", requirement(&field.required))));
        }
        lines.extend(called(&field.also_known).map(|text| self.say(&text)));
        lines.extend(field.explanation.clone());
        lines.extend(self.sources(&field.sources));
        lines.join("\n\n")
    }

    /// The statements that something rests on.
    pub fn sources(&self, sources: &[StatementId]) -> Option<String> {
        let named = |id: &StatementId| {
            let statement = self.model.register.get(*id);
            let text = Text::new("schema-source").with("id", &statement.id).with("section", &statement.section);
            self.say(&text)
        };
        let all: Vec<String> = sources.iter().map(named).collect();
        (!all.is_empty()).then(|| self.say(&Text::new("schema-sources").with("sources", all.join("; "))))
    }

    /// A value of any type.
    pub fn value(&self, ty: &Type, blank: bool) -> Object {
        match ty {
            Type::List(inner) => {
                let types = if blank { json!(["array", "null", "string"]) } else { json!("array") };
                into_object(json!({"type": types, "pattern": r"^\s*$", "items": self.value(inner, false)}))
            }
            // A reference, so that a record may hold itself. What is wrong in a member is said there.
            Type::Record(id) if blank => into_object(self.part("gegevens", *id)),
            Type::Record(id) => self.member(*id),
            _ => self.scalar(ty, blank),
        }
    }

    /// A member of a list of records: it is never blank.
    fn member(&self, id: RecordId) -> Object {
        let short = self.short(id);
        let Some(short) = short else {
            return with(into_object(self.part("gegevens", id)), json!({"type": "object"}));
        };
        let mut types = types(&short);
        types.push("object".to_owned());
        let mut found = with(into_object(self.part("gegevens", id)), json!({"type": types}));
        if let Some(pattern) = short.get("pattern") {
            found.insert("pattern".to_owned(), pattern.clone());
        }
        found
    }

    /// The single value that may stand for a record, when there is one.
    fn short(&self, id: RecordId) -> Option<Object> {
        let record = self.model.record(id);
        let field = record.fields.get(record.short_form()?);
        match &field.ty {
            Type::List(_) | Type::Record(_) => None,
            ty => Some(self.scalar(ty, false)),
        }
    }

    /// A record; `also` holds keys with a schema of their own.
    pub fn record(&self, id: RecordId, also: &[(&str, Value)], blank: bool) -> Object {
        let label = self.model.record(id).label.as_str();
        let mut properties = self.fields(id);
        properties.extend(also.iter().map(|(key, schema)| ((*key).to_owned(), schema.clone())));
        let mut found = into_object(json!({
            "type": if blank { json!(["object", "null", "string"]) } else { json!("object") },
            "properties": properties,
            "additionalProperties": false,
        }));
        if blank {
            found.insert("pattern".to_owned(), json!(r"^\s*$"));
        }
        if !label.is_empty() {
            found.insert("title".to_owned(), json!(label));
        }
        let record = self.model.record(id);
        if let Some(field) = record.short_form().map(|at| record.fields.get(at))
            && !matches!(field.ty, Type::List(_) | Type::Record(_))
        {
            let short = self.scalar(&field.ty, true);
            let mut types = types(&short);
            types.push("object".to_owned());
            found.remove("pattern");
            found.extend(with(short, json!({"type": types})));
        }
        found
    }
}

/// The names of the types of a schema.
fn types(schema: &Object) -> Vec<String> {
    match schema.get("type") {
        Some(Value::String(one)) => vec![one.clone()],
        Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}
