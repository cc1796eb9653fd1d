//! The programme years in the schema: their data, their choices, and what the plan's own year must have.

use serde_json::{Value, json};

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{Intervention, Kind, Owner, Rule, RuleScope, YEAR};
use crate::value::name_key;

use super::demands::{When, exactly};
use super::scalars::whole;
use super::{Maker, Object, accounts, into_object, with};

impl Maker<'_> {
    /// The part `jaren`. The number of a year may be written as `01` too, and some editors see a number and no text: therefore
    /// patterns do the work, and the plain names are there for completion.
    pub fn years(&self) -> Object {
        let years = || self.programme.years();
        let named = |year: u8| {
            let title = self.say(&Text::new("show-year").with("year", year));
            json!({"title": title, "description": self.about_year(year)})
        };
        let part = |year: u8| json!({"$ref": format!("#/$defs/jaar-{year}")});
        into_object(json!({
            "type": "object",
            "properties": years().map(|year| (year.to_string(), named(year))).collect::<Object>(),
            "patternProperties": years().map(|year| (key(year), part(year))).collect::<Object>(),
            "additionalProperties": false,
        }))
    }

    /// One year. Every intervention may stand there: a year after that of the plan is a draft.
    pub fn year(&self, year: u8) -> Object {
        let model = self.model;
        let (mut offered, mut others) = (Object::new(), Object::new());
        for one in &model.interventions {
            let choice = json!({"$ref": format!("#/$defs/interventie-{}", name_key(&one.id))});
            // An editor does not offer what cannot be chosen; in a draft it may stand.
            if super::offer::refused(one, year) {
                others.insert(exactly(&one.id), choice);
            } else {
                offered.insert(one.id.clone(), choice);
            }
        }
        let choices = json!({
            "title": "interventies",
            "description": self.say(&Text::new("schema-choices").with("year", year)),
            "type": ["object", "null", "string"],
            "pattern": r"^\s*$",
            "properties": offered,
            "patternProperties": others,
            "additionalProperties": false,
        });
        let title = self.say(&Text::new("show-year").with("year", year));
        let found = self.record(YEAR, &[("interventies", choices)], true);
        with(found, json!({"title": title, "description": self.about_year(year)}))
    }

    /// The rules that speak of this year by its number.
    fn about_year(&self, year: u8) -> String {
        let about = |scope: &RuleScope| match scope {
            RuleScope::Each(periods) => {
                let certain = periods.iter().map(|period| period.by_number(year));
                certain.clone().all(|one| one != Some(false)) && certain.clone().any(|one| one == Some(true))
            }
            RuleScope::Together(years) => years.contains(&year),
            RuleScope::Once | RuleScope::OwnYear(_) => false,
        };
        let rules = self.model.rules.iter().filter(|rule| rule.owner == Owner::Rule && !rule.whole_region);
        let titles: Vec<&String> = rules.filter(|rule| about(&rule.scope)).map(|rule| &rule.title).collect();
        let text = Text::new(if titles.is_empty() { "schema-year-about" } else { "schema-year-rules" });
        self.say(&text.with("year", year).with("titles", Arg::words(titles, Join::Semicolon)))
    }

    /// A choice: the kind alone, or fields with the kind among them.
    pub fn choice(&self, one: &Intervention) -> Object {
        let named = json!({
            "$ref": "#/$defs/soort",
            "title": self.word("schema-kind"),
            "description": self.word("schema-kind-about"),
        });
        let keys = json!({
            "type": ["string", "object"],
            "title": one.label,
            "description": self.about(one),
            "required": ["keuze"],
            "examples": Kind::ALL.map(Kind::word),
            "if": {"type": "object"},
            "then": {},
            "else": {"$ref": "#/$defs/soort"},
        });
        with(self.record(one.record, &[("keuze", named)], false), keys)
    }

    fn about(&self, one: &Intervention) -> String {
        let model = self.model;
        let mut lines = Vec::new();
        let element = &model.elements.get(one.element).label;
        lines.push(self.say(&Text::new("explain-element").with("name", element)));
        lines.extend(one.reasons.explanation.clone());
        let own = |rule: &&Rule| rule.owner.intervention().is_some_and(|id| model.intervention(id).id == one.id);
        for rule in model.rules.iter().filter(own) {
            let text = match rule.owner {
                Owner::Minimum(_) => "schema-minimum",
                Owner::EndGoal(_) => "schema-end-goal",
                Owner::Rule | Owner::OwnIdea(_) => continue,
            };
            lines.push(self.say(&Text::new(text).with("title", &rule.title)));
        }
        lines.extend(self.sources(&one.reasons.sources));
        lines.join("\n\n")
    }

    /// What holds for a plan of one year: its own year is there and complete, and what was chosen was on offer.
    pub fn plan_of_year(&self, own: u8) -> Value {
        let is_own = json!({"type": ["integer", "string"], "minimum": own, "maximum": own, "pattern": whole(&format!("0*{own}"))});
        let last = self.programme.last_by_number(own);
        let then = self.by_year(last, |year| {
            let mut parts = vec![format!("aanbod-{year}")];
            if year >= own {
                parts.push(format!("{}-eigen-jaar", When::Always.word()));
            }
            parts
        });
        let there =
            json!({"if": {"propertyNames": {"not": {"pattern": odd(own)}}}, "then": {"required": [own.to_string()]}});
        let then = with(then, there);
        let accounting = self.by_year(last, |year| {
            if year == own { vec![format!("{}-eigen-jaar", When::Accounting.word())] } else { Vec::new() }
        });
        // Under `properties` and not as a pattern: ajv 8 stumbles over patterns in a condition inside a condition.
        json!({
            "if": {"properties": {"jaar": is_own}, "required": ["jaar"]},
            "then": {
                "properties": {"jaren": then},
                "if": accounts(),
                "then": {"properties": {"jaren": accounting}},
                "else": {"properties": {"jaren": self.all_there(own, last)}},
            },
        })
    }

    /// A plan for more years has them all, but for those that some practices do not have any more.
    fn all_there(&self, own: u8, last: u8) -> Object {
        let years = if self.programme.ends.is_some() { own..=own } else { own..=last };
        let there = |year: u8| json!({"if": {"propertyNames": {"not": {"pattern": odd(year)}}}, "then": {"required": [year.to_string()]}});
        into_object(json!({"allOf": years.map(there).collect::<Vec<_>>()}))
    }

    /// Parts that hold for the years up to the last one of the plan.
    fn by_year(&self, last: u8, parts: impl Fn(u8) -> Vec<String>) -> Object {
        let mut patterns = Object::new();
        for year in self.programme.first_year..=last {
            let refs: Vec<Value> = parts(year).iter().map(|name| json!({"$ref": format!("#/$defs/{name}")})).collect();
            if !refs.is_empty() {
                patterns.insert(key(year), json!({"allOf": refs}));
            }
        }
        into_object(json!({"patternProperties": patterns}))
    }

    /// What the own year must have, with its choices.
    pub fn year_demands(&self, when: When) -> Object {
        let mut found = self.demands(YEAR, when, true).unwrap_or_default();
        if found.contains_key("required") {
            found.insert("type".to_owned(), json!("object"));
        }
        let mut choices = Object::new();
        for one in &self.model.interventions {
            if !self.has_demands(one.record, when, &mut Vec::new()) {
                continue;
            }
            let mut demand = into_object(self.part(when.word(), one.record));
            if !self.asked(one.record, when).is_empty() {
                demand.insert("type".to_owned(), json!("object"));
            }
            choices.insert(exactly(&one.id), Value::Object(demand));
        }
        if !choices.is_empty() {
            let properties = found.entry("patternProperties").or_insert_with(|| json!({}));
            if let Some(properties) = properties.as_object_mut() {
                properties.insert(exactly("interventies"), json!({"patternProperties": choices}));
            }
        }
        found
    }
}

/// A year in any way of writing it.
fn key(year: u8) -> String {
    whole(&format!("0*{year}"))
}

/// A year written otherwise than by its bare number: with zeros before it or spaces around it.
fn odd(year: u8) -> String {
    format!(r"^(?:\s+0*{year}\s*|0+{year}\s*|{year}\s+)$")
}
