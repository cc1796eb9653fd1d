//! A single value in the schema: every form that the reader of plans takes, however a YAML reader types it.
//!
//! Without quotes `01056789` may be a number or a text, so both are taken. The words of a type stand in the reader,
//! `src/plan/scalars.rs`; a test holds the two together.

use serde_json::{Value, json};

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{Kind, Type, said_kind};

use super::spelling::spelled;
use super::{Maker, Object, into_object, with};

/// With points between thousands or without. One that can be two numbers is for the check to ask.
const NUMBER: &str = r"(?:[0-9]{1,12}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,3})(?:[.,][0-9]{1,4})?";
const QUARTER: &str = "[0-9]{4}-Q[1-4]";
const AGB: &str = "[0-9]{8}";
const EMAIL: &str = r"[^\s@]+@[^\s@.][^\s@]*\.[^\s@]*[^\s@.]";
/// A day that the calendar has: months of 31 and 30 days, February, and 29 February in a leap year.
const DATE: &str = "[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)\
    |02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29";
/// A path that stays in the folder of the plan or beside it.
const FILE: &str = r"(?![/~])(?!\.\.(?:/|\s*$))[^\\:]*";
const PERCENTAGE: &str = "0*(?:100(?:[.,]0{1,4})?|[0-9]{1,2}(?:[.,][0-9]{1,4})?)";
/// Not blank, and not what people write in a field that they leave open.
pub const WRITTEN: &str =
    r"^(?!\s*(?:n\.v\.t\.?|nvt\.?|N\.V\.T\.?|NVT\.?|N\.v\.t\.?|Nvt\.?|--?|\?|geen|Geen|GEEN|nee|Nee|NEE|x|X)?\s*$)";

/// A pattern for the whole text; spaces around it do not count.
pub fn whole(core: &str) -> String {
    format!(r"^\s*(?:{core})\s*$")
}

impl Maker<'_> {
    /// One value. `blank` says whether it may be left open.
    pub fn scalar(&self, ty: &Type, blank: bool) -> Object {
        match ty {
            Type::Text if blank => into_object(json!({"type": ["string", "number", "boolean", "null"]})),
            Type::Text => into_object(json!({"type": ["string", "number", "boolean"], "pattern": WRITTEN})),
            Type::Number => self.number(blank, "number", NUMBER, "schema-wrong-number"),
            Type::Whole => self.number(
                blank,
                "integer",
                r"(?:[0-9]{1,12}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,3})",
                "schema-wrong-whole",
            ),
            Type::Money => self.number(blank, "number", &format!(r"€*\s*{NUMBER}"), "schema-wrong-money"),
            Type::Percentage => {
                let found = self.number(blank, "number", &format!(r"{PERCENTAGE}\s*%*"), "schema-wrong-percentage");
                at_most(found, 100)
            }
            Type::Agb => at_most(self.number(blank, "integer", AGB, "schema-wrong-agb"), 99_999_999),
            Type::Date => self.text(blank, DATE, "schema-wrong-date"),
            Type::Quarter => self.text(blank, QUARTER, "schema-wrong-quarter"),
            Type::Email => self.text(blank, EMAIL, "schema-wrong-email"),
            Type::File => {
                // A file may be called `2025`.
                let mut types = vec!["string", "number", "boolean"];
                types.extend(blank.then_some("null"));
                with(self.text(blank, FILE, "schema-wrong-file"), json!({"type": types}))
            }
            Type::YesNo => {
                let found = self.text(blank, "ja|Ja|JA|nee|Nee|NEE", "schema-wrong-yes-no");
                with(found, json!({"examples": ["ja", "nee"]}))
            }
            Type::OneOf(options) => self.options(options, blank),
            Type::Intervention => {
                let names: Vec<String> = self.model.interventions.iter().map(|one| one.id.clone()).collect();
                self.options(&names, blank)
            }
            Type::List(_) | Type::Record(_) => Object::new(),
        }
    }

    fn text(&self, blank: bool, core: &str, wrong: &'static str) -> Object {
        let types = if blank { json!(["string", "null"]) } else { json!("string") };
        let core = if blank { format!("(?:{core})?") } else { core.to_owned() };
        into_object(json!({"type": types, "pattern": whole(&core), "patternErrorMessage": self.word(wrong)}))
    }

    /// Files that were typed as a number too; a number as large as the reader takes.
    fn number(&self, blank: bool, ty: &str, core: &str, wrong: &'static str) -> Object {
        let types = if blank { json!([ty, "string", "null"]) } else { json!([ty, "string"]) };
        let keys = json!({"type": types, "minimum": 0, "exclusiveMaximum": 1_000_000_000_000_u64});
        with(self.text(blank, core, wrong), keys)
    }

    /// One of a list of words. Words without spaces around them get the list as their message.
    fn options(&self, options: &[String], blank: bool) -> Object {
        let words = options.iter().map(|option| spelled(option)).collect::<Vec<_>>().join("|");
        let core = if blank { format!("(?:{words})?") } else { words };
        let names = Text::new("choose-from").with("names", Arg::words(options, Join::Comma));
        into_object(json!({
            "type": if blank { json!(["string", "null"]) } else { json!("string") },
            "if": {"type": "string", "pattern": r"^\S(?:[\s\S]*\S)?$"},
            "then": {"enum": options},
            "else": {"pattern": whole(&core), "patternErrorMessage": self.say(&names)},
            "examples": options,
        }))
    }

    /// The kind of a choice.
    pub fn kind(&self) -> Object {
        let words: Vec<String> = Kind::ALL.iter().map(|kind| kind.word().to_owned()).collect();
        let told: Vec<String> = Kind::ALL.iter().map(|kind| self.word(about(*kind))).collect();
        let snippets: Vec<Value> = words
            .iter()
            .zip(&told)
            .map(|(word, told)| json!({"label": word, "description": told, "body": word}))
            .collect();
        let mut found = self.options(&words, false);
        found.remove("examples");
        let names = Text::new("choose-from")
            .with("names", Arg::List(Kind::ALL.into_iter().map(said_kind).collect(), Join::Comma));
        if let Some(other) = found.get_mut("else").and_then(Value::as_object_mut) {
            other.insert("patternErrorMessage".to_owned(), json!(self.say(&names)));
        }
        found.insert("defaultSnippets".to_owned(), json!(snippets));
        if let Some(then) = found.get_mut("then").and_then(Value::as_object_mut) {
            then.insert("enumDescriptions".to_owned(), json!(told));
        }
        found
    }

    /// The number of a programme year of this regioplan.
    pub fn year_number(&self) -> Object {
        let (first, last) = (self.programme.first_year, self.programme.last_year);
        let years: Vec<String> = (first..=last).map(|year| year.to_string()).collect();
        let wrong = Text::new("year-outside-help").with("first", first).with("last", last);
        into_object(json!({
            "type": ["integer", "string"],
            "minimum": first,
            "maximum": last,
            "pattern": whole(&format!("0*(?:{})", years.join("|"))),
            "patternErrorMessage": self.say(&wrong),
            "examples": (first..=last).collect::<Vec<u8>>(),
        }))
    }

    pub fn calendar_year(&self) -> Object {
        into_object(json!({
            "type": ["integer", "string", "null"],
            "minimum": 2000,
            "maximum": 2999,
            "pattern": whole("(?:2[0-9]{3})?"),
            "patternErrorMessage": self.word("expected-calendar-year"),
        }))
    }
}

/// A number with a last one that counts.
fn at_most(mut number: Object, last: u32) -> Object {
    number.remove("exclusiveMaximum");
    with(number, json!({"maximum": last}))
}

/// What a kind of choice means.
fn about(kind: Kind) -> &'static str {
    match kind {
        Kind::Nieuw => "schema-kind-nieuw",
        Kind::Continuering => "schema-kind-continuering",
        Kind::Doorontwikkeling => "schema-kind-doorontwikkeling",
        Kind::Verdieping => "schema-kind-verdieping",
        Kind::Onderhoud => "schema-kind-onderhoud",
    }
}
