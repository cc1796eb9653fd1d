//! What must be filled in, always or at accounting, as schemas that stand beside those of the form.
//!
//! They hold for the plan, the practice and the year that the plan is for; a year that is over may be short. A condition
//! that a schema cannot ask is left out.

use serde_json::{Value, json};

use crate::model::{
    Base, CHOICE, ChoiceField, Comparison, Cond, Expr, Field, Literal, PLAN, PRACTICE, Path, RecordId, Ref,
    Requirement, Type, YEAR,
};

use super::scalars::{WRITTEN, whole};
use super::spelling::spelled;
use super::{Maker, Object};

/// When something must be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Always,
    Accounting,
}

impl When {
    /// The beginning of the names of such parts.
    pub fn word(self) -> &'static str {
        match self {
            Self::Always => "eis",
            Self::Accounting => "verantwoording",
        }
    }

    fn asks(self, required: &Requirement) -> bool {
        match required {
            Requirement::Always => self == Self::Always,
            Requirement::AtAccounting => self == Self::Accounting,
            Requirement::Optional | Requirement::If(_) => false,
        }
    }
}

impl Maker<'_> {
    /// The fields of a record that must always be there.
    pub fn always(&self, id: RecordId) -> Vec<String> {
        self.asked(id, When::Always)
    }

    /// The fields of a record that must be there.
    pub fn asked(&self, id: RecordId, when: When) -> Vec<String> {
        let fields = self.model.record(id).fields.iter();
        fields.filter(|field| when.asks(&field.required)).map(|field| field.id.clone()).collect()
    }

    /// What a record must have; none when it asks nothing. `listed` says whether the keys are listed too.
    pub fn demands(&self, id: RecordId, when: When, listed: bool) -> Option<Object> {
        let record = self.model.record(id);
        let mut found = Object::new();
        let mut properties = Object::new();
        let mut conditions = Vec::new();
        for field in &record.fields {
            if let Some(demand) = self.field_demand(field, when) {
                properties.insert(exactly(&field.id), demand);
            }
            if let Requirement::If(cond) = &field.required
                && when == When::Always
                && let Some(asked) = self.condition(cond, id)
            {
                // Both branches name the field, by its plain name: ajv loses track of what one branch alone, or a pattern in it,
                // has looked at.
                let then = json!({"required": [field.id], "properties": {field.id.clone(): self.filled(field)}});
                conditions.push(json!({"if": asked, "then": then, "else": {"properties": {field.id.clone(): true}}}));
            }
        }
        let required = self.asked(id, when);
        if let Some(short) = record.short_form().map(|at| record.fields.get(at))
            && required.iter().any(|name| *name != short.id)
        {
            // A bare value cannot carry the other fields.
            found.insert("type".to_owned(), json!(["object", "null", "string"]));
            found.insert("pattern".to_owned(), json!(r"^\s*$"));
        }
        if listed && !required.is_empty() {
            found.insert("required".to_owned(), json!(required));
        }
        if !properties.is_empty() {
            found.insert("patternProperties".to_owned(), Value::Object(properties));
        }
        if !conditions.is_empty() {
            found.insert("allOf".to_owned(), json!(conditions));
        }
        (!found.is_empty()).then_some(found)
    }

    /// What one field asks: to be filled in, and what the records inside it ask.
    fn field_demand(&self, field: &Field, when: When) -> Option<Value> {
        let own = when.asks(&field.required).then(|| self.filled(field));
        let inner = self.inside(&field.ty, when);
        match (own, inner) {
            (Some(own), Some(inner)) => Some(json!({"allOf": [own, inner]})),
            (own, inner) => own.or(inner),
        }
    }

    fn inside(&self, ty: &Type, when: When) -> Option<Value> {
        match ty {
            Type::Record(id) if self.has_demands(*id, when, &mut Vec::new()) => Some(self.part(when.word(), *id)),
            Type::List(inner) => Some(json!({"items": self.inside(inner, when)?})),
            _ => None,
        }
    }

    /// Whether a record or a record inside it asks something.
    pub fn has_demands(&self, id: RecordId, when: When, seen: &mut Vec<RecordId>) -> bool {
        if seen.contains(&id) {
            return false;
        }
        seen.push(id);
        let fields = self.model.record(id).fields.iter();
        let mut fields = fields.map(|field| (&field.required, inner_record(&field.ty)));
        fields.any(|(required, inner)| {
            when.asks(required)
                || when == When::Always && matches!(required, Requirement::If(_))
                || inner.is_some_and(|id| self.has_demands(id, when, seen))
        })
    }

    /// A condition over the record that the field itself stands in.
    fn condition(&self, cond: &Cond, id: RecordId) -> Option<Value> {
        match cond {
            Cond::Compare { left: Expr::Ref(Ref::Path(path)), that: Comparison::YesNo(value) } => {
                let words = if *value { "ja|Ja|JA" } else { "nee|Nee|NEE" };
                let field = self.beside(path, id)?;
                Some(holds(&field.id, &json!({"type": "string", "pattern": whole(words)})))
            }
            Cond::Filled { target: Ref::Path(path), negated } => {
                let field = self.beside(path, id)?;
                let there = holds(&field.id, &self.filled(field));
                Some(if *negated { json!({"not": there}) } else { there })
            }
            Cond::Compare { left: Expr::Ref(left), that: Comparison::OneOf { negated: false, values } } => {
                let words: Option<Vec<String>> = values.iter().map(|value| word(value).map(spelled)).collect();
                let asked = json!({"type": "string", "pattern": whole(&words?.join("|"))});
                match left {
                    Ref::Path(path) => Some(holds(&self.beside(path, id)?.id, &asked)),
                    Ref::Choice(ChoiceField::Kind) if self.is_choice(id) => Some(holds("keuze", &asked)),
                    _ => None,
                }
            }
            Cond::Shared(shared) => {
                let lines: Option<Vec<Value>> = shared.lines.iter().map(|line| self.condition(line, id)).collect();
                let lines = lines?;
                let whole = if shared.any { json!({"anyOf": lines}) } else { json!({"allOf": lines}) };
                Some(if shared.negated { json!({"not": whole}) } else { whole })
            }
            _ => None,
        }
    }

    /// The field of a path of one step that starts from the record itself.
    fn beside(&self, path: &Path, id: RecordId) -> Option<&Field> {
        let here = match path.base {
            Base::Plan => id == PLAN,
            Base::Practice => id == PRACTICE,
            Base::Year => id == YEAR,
            Base::Choice => self.is_choice(id),
            Base::Member(0) => !self.is_choice(id) && ![PLAN, PRACTICE, YEAR].contains(&id),
            Base::Member(_) | Base::Region => false,
        };
        let [step] = path.steps.as_slice() else { return None };
        here.then(|| self.model.record(id).fields.get(*step))
    }

    /// A value that is there: not open, no empty list, and for a text no filler, unless the regioplan takes one for an answer.
    fn filled(&self, field: &Field) -> Value {
        let fillers = field.ty == Type::Text && !self.model.program.has_answers(&field.id);
        let pattern = if fillers { WRITTEN } else { r"\S" };
        json!({"type": ["string", "number", "boolean", "array", "object"], "pattern": pattern, "minItems": 1})
    }

    fn is_choice(&self, id: RecordId) -> bool {
        id == CHOICE || self.model.interventions.iter().any(|one| one.record == id)
    }
}

/// A key as a pattern. An editor offers the keys under `properties`, and these are offered where their form stands.
pub fn exactly(key: &str) -> String {
    format!("^{}$", spelled(key))
}

/// A key is there and its value is as asked.
fn holds(key: &str, asked: &Value) -> Value {
    json!({"properties": {key: asked}, "required": [key]})
}

fn word(literal: &Literal) -> Option<&str> {
    match literal {
        Literal::Option(word) => Some(word),
        Literal::Kind(kind) => Some(kind.word()),
        Literal::Intervention(..)
        | Literal::Element(..)
        | Literal::Text(_)
        | Literal::Quarter(_)
        | Literal::Date(_) => None,
    }
}

fn inner_record(ty: &Type) -> Option<RecordId> {
    match ty {
        Type::Record(id) => Some(*id),
        Type::List(inner) => inner_record(inner),
        _ => None,
    }
}
