//! The schema of a practice plan accepts what `check` accepts, and refuses what breaks a matter of form.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, LazyLock};

use insta::{Settings, assert_snapshot};
use jiff::civil::date;
use jsonschema::Validator;
use mtvp::check::{Circumstances, check};
use mtvp::compile::compile;
use mtvp::diagnostic::Severity;
use mtvp::model::Regioplan;
use mtvp::plan::{self, Node, NodeKind};
use mtvp::report::{Catalog, Lang, schema};
use mtvp::syntax::{self, Kind};
use serde_json::{Map, Value};

use crate::support::{every, files, mtvp, name, root, stdout};

/// A regioplan with the validator of its schema.
struct Region {
    model: Arc<Regioplan>,
    validator: Validator,
}

impl Region {
    /// None of what is no regioplan.
    fn new(path: &Path) -> Option<Self> {
        let tree = syntax::parse(&std::fs::read_to_string(path).unwrap(), Kind::Regioplan).0;
        let register = std::fs::read_to_string(path.with_extension("bronnen")).ok();
        let register = register.map(|text| syntax::parse(&text, Kind::Register).0);
        let model = compile(&tree, register.as_ref()).model.unwrap_or_else(|| panic!("{}", name(path)));
        let model = Arc::clone(model.regioplan()?);
        let schema: Value = serde_json::from_str(&schema(&model, &Catalog::new(Lang::Dutch))).unwrap();
        jsonschema::draft202012::meta::validate(&schema).unwrap_or_else(|error| panic!("{}: {error}", name(path)));
        Some(Self { validator: jsonschema::draft202012::new(&schema).expect("a sound schema"), model })
    }

    /// The built-in checks that a plan breaks; none when it cannot be read as YAML.
    fn broken(&self, text: &str) -> Option<BTreeSet<String>> {
        let document = plan::parse(text);
        let unreadable =
            |issue: &plan::Issue| ["yaml", "dubbele-sleutel"].contains(&issue.problem.code) || is_sign(issue);
        if document.root.is_none() || document.issues.iter().any(unreadable) {
            return None;
        }
        let plan = plan::read(&document, &self.model, &[])?;
        let accounting = plan.frame.accounting.is_some_and(|(yes, _)| yes);
        let now = Circumstances {
            reference: date(2026, 2, 1),
            accounting,
            missing_files: BTreeSet::new(),
            figures: None,
            day_unread: false,
        };
        let issues = check(&self.model, &plan, &now).issues;
        let wrong = issues.into_iter().filter(|issue| issue.problem.severity == Severity::Violation);
        Some(wrong.map(|issue| issue.problem.code.to_owned()).collect())
    }

    /// Whether the schema takes the plan, typed as YAML 1.2 does, and with every value as text.
    fn takes(&self, text: &str) -> [bool; 2] {
        let document = plan::parse(text);
        let root = document.root.as_ref().expect("a plan");
        [true, false].map(|typed| self.validator.is_valid(&json(root, typed)))
    }
}

/// An empty block of text: `|` without lines. For any YAML reader that is an empty text.
fn is_sign(issue: &plan::Issue) -> bool {
    issue.problem.message.id == "yaml-sign"
}

/// A YAML tree as JSON: plain values typed as YAML 1.2 does, or all of them texts.
fn json(node: &Node<'_>, typed: bool) -> Value {
    match &node.kind {
        NodeKind::Twice(_) => Value::Null,
        NodeKind::List(items) => items.iter().map(|item| json(item, typed)).collect(),
        NodeKind::Map(pairs) => {
            let one = |(key, value): &(Node<'_>, Node<'_>)| (key_text(key, typed), json(value, typed));
            Value::Object(pairs.iter().map(one).collect::<Map<String, Value>>())
        }
        NodeKind::Scalar { text, plain } => {
            let open = text.is_empty() || ["~", "null", "Null", "NULL"].contains(&text.as_ref());
            match text.as_ref() {
                _ if *plain && open => Value::Null,
                text if *plain && typed => core(text).unwrap_or_else(|| Value::from(text)),
                text => Value::from(text),
            }
        }
    }
}

fn key_text(key: &Node<'_>, typed: bool) -> String {
    let text = key.text().unwrap_or("");
    match &key.kind {
        NodeKind::Scalar { plain: true, .. } if typed => {
            core(text).filter(Value::is_number).map_or_else(|| text.to_owned(), |number| number.to_string())
        }
        _ => text.to_owned(),
    }
}

/// The core schema of YAML 1.2.
fn core(text: &str) -> Option<Value> {
    match text {
        "true" | "True" | "TRUE" => return Some(Value::Bool(true)),
        "false" | "False" | "FALSE" => return Some(Value::Bool(false)),
        _ => {}
    }
    let digits = text.trim_start_matches(['-', '+']);
    if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
        return text.trim_start_matches('+').parse::<i64>().ok().map(Value::from);
    }
    let number = digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && digits.bytes().all(|b| b.is_ascii_digit() || b".eE+-".contains(&b));
    if number { text.parse::<f64>().ok().map(Value::from) } else { None }
}

/// Every regioplan with its schema, made once for all tests.
static REGIONS: LazyLock<BTreeMap<String, Region>> = LazyLock::new(|| {
    let mut found = BTreeMap::new();
    for folder in ["regioplans", "tests/cases/taal"] {
        for path in files(folder, &["regioplan"]) {
            if let Some(region) = Region::new(&path) {
                found.insert(name(&path), region);
            }
        }
    }
    assert!(found.len() >= 5, "{:?}", found.keys());
    found
});

/// The word of a line of the list of what is a matter of form, and the rest.
fn listed(what: &str) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(root().join("tests/cases/schema/vorm.txt")).unwrap();
    let lines = text.lines().filter_map(|line| line.strip_prefix(what)?.strip_prefix(' '));
    lines
        .map(|line| line.split_once(": ").map_or((line.to_owned(), String::new()), |(a, b)| (a.into(), b.into())))
        .collect()
}

/// Checks that the schema knows partly: it never refuses what none of these refuses.
const PARTLY: [&str; 2] = ["niet-aangeboden", "soort-keuze"];

#[test]
fn examples_are_judged_by_their_form() {
    let form = listed("vorm");
    let mut exceptions = listed("uitzondering");
    let mut partly = listed("deels");
    let mut verdicts = String::new();
    let mut wrong = Vec::new();
    for (path, region) in REGIONS.iter() {
        let folder = path.replace(".regioplan", "/");
        for file in files("regioplans", &["yaml"]).iter().filter(|file| name(file).starts_with(&folder)) {
            let (file, text) = (name(file), std::fs::read(file).unwrap());
            let Ok(text) = String::from_utf8(text) else { continue };
            let Some(broken) = region.broken(&text) else { continue };
            let matter_of_form = broken.iter().any(|check| form.contains_key(check));
            let [typed, texts] = region.takes(&text);
            verdicts.push_str(&format!("{} {file}\n", if typed { "ja " } else { "nee" }));
            let expected = if exceptions.remove(&file).is_some() {
                if !matter_of_form {
                    wrong.push(format!("{file} is an exception without need"));
                }
                true
            } else if partly.remove(&file).is_some() {
                if matter_of_form || !broken.iter().any(|check| PARTLY.contains(&check.as_str())) {
                    wrong.push(format!("{file} stands under `deels` without need"));
                }
                false
            } else {
                !matter_of_form
            };
            if typed != expected || texts && !typed && expected {
                wrong.push(format!("{file}: breaks {broken:?}, the schema says {typed}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(exceptions.is_empty() && partly.is_empty(), "not there: {exceptions:?} {partly:?}");
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("cases/schema");
    settings.set_prepend_module_to_snapshot(false);
    settings.bind(|| assert_snapshot!("oordeel", verdicts));
}

/// A plan that no check of form refuses is taken by the schema, however its values are typed.
fn never_stricter(region: &Region, form: &BTreeMap<String, String>, text: &str) -> Option<(bool, BTreeSet<String>)> {
    let broken = region.broken(text)?;
    // What was slipped in the writing is a matter of form as well: the text is not read as it stands.
    let is_form = |check: &String| check == "yaml" || form.contains_key(check) || PARTLY.contains(&check.as_str());
    let refused = broken.iter().any(is_form);
    Some((refused || region.takes(text) == [true, true], broken))
}

#[test]
fn the_schema_of_one_region_judges_plans_of_another_as_the_check_does() {
    let (form, mut seen) = (listed("vorm"), 0);
    for (path, region) in REGIONS.iter() {
        let all = ["regioplans", "tests/cases", "examples"].iter().flat_map(|folder| files(folder, &["yaml"]));
        for file in all.filter(|file| !name(file).contains("/fout/")).step_by(every(7)) {
            let Ok(text) = String::from_utf8(std::fs::read(&file).unwrap()) else { continue };
            let Some((sound, broken)) = never_stricter(region, &form, &text) else { continue };
            assert!(sound, "{path}: the schema refuses {}, the check says {broken:?}", name(&file));
            seen += 1;
        }
    }
    assert!(seen * every(7) > 250, "{seen}");
}

/// What people and YAML readers may put where a value stands.
const VALUES: [&str; 40] = [
    "",
    "~",
    "''",
    "'  '",
    "ja",
    "Nee",
    "'JA '",
    "yes",
    "true",
    "no",
    "0",
    "1",
    "' 3 '",
    "'03'",
    "03",
    "2025",
    "01056789",
    "'01056789'",
    "1056789",
    "10567890",
    "2025-03-14",
    "' 2025-03-14'",
    "2025-02-29",
    "2024-02-29",
    "2025-02-30",
    "2025-Q1",
    "'2025-Q4 '",
    "7,5",
    "7.5",
    "'€ 1250,50'",
    "75%",
    "'100,0 %'",
    "101",
    "-1",
    "nvt",
    "[]",
    "{}",
    "a@b.nl",
    "../bewijs/x.pdf",
    "' nieuw '",
];

/// The spans of all values of a tree, and of the keys.
fn places(node: &Node<'_>, found: &mut Vec<(usize, usize)>) {
    match &node.kind {
        NodeKind::Scalar { .. } | NodeKind::Twice(_) => found.push((node.span.start as usize, node.span.end as usize)),
        NodeKind::List(items) => items.iter().for_each(|item| places(item, found)),
        NodeKind::Map(pairs) => {
            for (key, value) in pairs {
                if key.text().is_some_and(|text| text.bytes().all(|b| b.is_ascii_digit())) {
                    found.push((key.span.start as usize, key.span.end as usize));
                }
                places(value, found);
            }
        }
    }
}

#[test]
fn any_value_in_any_place_is_taken_when_the_check_takes_it() {
    let plans = [
        (
            "regioplans/rijn-en-duin/2.7.regioplan",
            "regioplans/rijn-en-duin/2.7/goed/de-vlietkikker-jaar-2-verantwoording.yaml",
        ),
        ("tests/cases/taal/constructen.regioplan", "tests/cases/taal/jaar-5.yaml"),
    ];
    let form = listed("vorm");
    let (mut accepted, mut refused) = (0, 0);
    for (regioplan, plan) in plans {
        let region = &REGIONS[regioplan];
        let text = std::fs::read_to_string(root().join(plan)).unwrap();
        let mut spans = Vec::new();
        places(plan::parse(&text).root.as_ref().unwrap(), &mut spans);
        // A part of all pairs; every value comes to many places, and every place has many values.
        for (place, (start, end)) in spans.into_iter().enumerate() {
            for (_, value) in VALUES.into_iter().enumerate().filter(|(at, _)| (at + place) % 4 == 0) {
                let changed = format!("{}{value}{}", &text[..start], &text[end..]);
                let Some((sound, broken)) = never_stricter(region, &form, &changed) else { continue };
                assert!(sound, "{plan}: `{}` -> `{value}`: check says {broken:?}", &text[start..end]);
                if broken.is_empty() { accepted += 1 } else { refused += 1 }
            }
        }
    }
    assert!(accepted > 200 && refused > 200, "{accepted} {refused}");
}

#[test]
fn a_schema_is_for_a_regioplan_only() {
    assert_eq!(mtvp(&["schema", "regioplans/leidraad/mtvp.regioplan"]).status.code(), Some(2));
    assert_eq!(mtvp(&["schema", "syntein@werkplan-2026"]).status.code(), Some(2));
    let text = stdout(&mtvp(&["schema", "regioplans/syntein/2025.regioplan"]));
    assert_eq!(text, stdout(&mtvp(&["schema", "syntein@2025"])));
    let schema: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert!(schema["$comment"].as_str().unwrap().contains("mtvp schema syntein@2025"));
    let english = stdout(&mtvp(&["schema", "syntein@2025", "--lang", "en"]));
    assert!(english.contains("\"Kind of choice\""));
}
