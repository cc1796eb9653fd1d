//! `mtvp test`: what it says about small regioplannen, and how well our own regioplannen are tested.

use std::collections::BTreeSet;

use insta::{Settings, assert_snapshot};
use serde_json::Value;

use mtvp::model::Rule;
use mtvp::syntax::Kind;

use crate::support::{files, mtvp, name, root, stderr, stdout};

const CASES: &str = "tests/cases/test";

fn beside() -> Settings {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(root().join(CASES));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

/// What the command writes, with how it ended.
fn said(args: &[&str]) -> String {
    let output = mtvp(args);
    format!("{}{}exit {:?}\n", stdout(&output), stderr(&output), output.status.code())
}

fn json(args: &[&str]) -> Value {
    let output = mtvp(&[&["test"], args, &["--format", "json"]].concat());
    serde_json::from_str(&stdout(&output)).unwrap_or_else(|error| panic!("{args:?}: {error}: {}", stderr(&output)))
}

#[test]
fn examples_that_agree_and_examples_that_do_not() {
    for case in ["klopt", "klopt-niet", "geen-voorbeelden", "kapot", "zelfde-versie"] {
        let folder = format!("{CASES}/{case}");
        beside().bind(|| assert_snapshot!(case, said(&["test", &folder])));
    }
    let folder = format!("{CASES}/klopt-niet");
    beside().bind(|| assert_snapshot!("klopt-niet-en", said(&["test", &folder, "--lang", "en"])));
}

/// Another file in the folder with the same name and version does not judge the examples of this one.
#[test]
fn examples_are_judged_by_the_file_that_is_named() {
    for file in ["een", "twee", "./twee", "../zelfde-versie/een", "../zelfde-versie/twee"] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_mtvp"))
            .args(["test", &format!("{file}.regioplan")])
            .current_dir(root().join(CASES).join("zelfde-versie"))
            .env_remove("MTVP_LANG")
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0), "{file}: {}{}", stdout(&output), stderr(&output));
    }
}

#[test]
fn what_the_examples_do_not_exercise_is_said() {
    let folder = format!("{CASES}/gaten");
    let text = said(&["test", &folder, "--coverage", "--mutate", "--min-coverage", "90"]);
    beside().bind(|| assert_snapshot!("gaten", text));
    let code = |args: &[&str]| mtvp(&[&["test", folder.as_str()], args].concat()).status.code();
    // One of three rules is met and broken: 33 percent.
    assert_eq!(code(&["--min-coverage", "33"]), Some(0));
    assert_eq!(code(&["--min-coverage", "34"]), Some(1));
    // Without `--mutate` the changes do not count.
    assert_eq!(code(&[]), Some(0));
    assert_eq!(code(&["--mutate", "--min-coverage", "33"]), Some(1));
    assert_eq!(code(&["--min-coverage", "101"]), Some(2));
}

#[test]
fn without_a_regioplan_nothing_is_tested() {
    let nothing = said(&["test", "src"]);
    assert!(nothing.contains("Er is niets getest") && nothing.ends_with("exit Some(3)\n"), "{nothing}");
    // A leidraad judges no plans.
    assert_eq!(mtvp(&["test", "regioplans/leidraad"]).status.code(), Some(3));
    for missing in ["regioplans/er-is-geen.regioplan", "er-is-geen-regio", "regioplans/er-is-geen"] {
        let said = said(&["test", missing]);
        assert!(said.starts_with("Niet gelukt") && said.ends_with("exit Some(2)\n"), "{said}");
    }
    let readme = said(&["test", "README.md"]);
    assert!(readme.starts_with("Niet gelukt: README.md is een ander soort bestand, en geen regioplan"), "{readme}");
}

/// The examples in the program, with their pieces of evidence, say the same as those on the disk.
#[test]
fn built_in_examples_are_the_same() {
    let (built_in, disk) = (json(&["primacura@2023"]), json(&["regioplans/primacura/2023.regioplan"]));
    let (built_in, disk) = (&built_in["regioplans"][0], &disk["regioplans"][0]);
    assert_eq!(built_in["path"], Value::Null);
    assert_eq!(built_in["summary"], disk["summary"]);
    assert_eq!(built_in["rules"], disk["rules"]);
    let all = json(&["syntein"]);
    assert_eq!(all["regioplans"].as_array().unwrap().len(), 2, "every version, and the werkplan");
}

#[test]
fn the_json_holds_to_its_schema() {
    let text = std::fs::read_to_string(root().join("src/report/test.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&text).unwrap();
    let validator = jsonschema::validator_for(&schema).expect("a sound schema");
    for args in [&["tests/cases/test/klopt-niet"][..], &["tests/cases/test/gaten", "--mutate"], &["primacura"]] {
        let json = json(args);
        let errors: Vec<String> =
            validator.iter_errors(&json).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{args:?}: {errors:#?}");
        let mut broken = json.clone();
        broken["regioplans"][0]["examples"][0]["agrees"] = Value::from(1);
        assert!(!validator.is_valid(&broken));
    }
}

/// Every rule of our own regioplannen is met and broken by an example, and at least 95 % of the changes of a
/// rule are noticed, in each file. `regioplans/README.md` gives the numbers, and names the others with a reason.
#[test]
fn our_own_regioplannen_are_well_tested() {
    let json = json(&["regioplans", "--mutate"]);
    let readme = std::fs::read_to_string(root().join("regioplans/README.md")).unwrap();
    let mut rows = Vec::new();
    let mut unnoticed: BTreeSet<String> = BTreeSet::new();
    for one in json["regioplans"].as_array().unwrap() {
        let name = format!("{}@{}", one["id"].as_str().unwrap(), one["version"].as_str().unwrap());
        let part = |key: &str| {
            let part = &one["summary"][key];
            (part["count"].as_u64().unwrap(), part["total"].as_u64().unwrap())
        };
        let ((examples, all), (full, rules), (noticed, changes)) = (part("examples"), part("rules"), part("changes"));
        assert_eq!(examples, all, "{name}: {:#?}", disagreeing(one));
        assert_eq!(full, rules, "{name}: a rule without an example that meets it and one that breaks it");
        assert!(noticed * 100 >= changes * 95, "{name}: {noticed} of {changes} changes are noticed");
        rows.push(format!("| `{name}` | {all} | {rules} | {changes} | {noticed} |"));
        for change in one["unnoticed"].as_array().unwrap() {
            let word = |key: &str| change[key].as_str().unwrap().to_owned();
            unnoticed.insert(format!("`{name}` `{}`: “{}” → “{}”", word("rule"), word("before"), word("after")));
        }
    }
    assert_eq!(rows.len(), 5);
    for row in &rows {
        assert!(readme.contains(row.as_str()), "regioplans/README.md lacks the row {row}");
    }
    let named: BTreeSet<String> = readme
        .lines()
        .filter_map(|line| line.strip_prefix("- `"))
        .filter(|line| line.contains("` → “") || line.contains("” → “"))
        .map(|line| {
            let (change, reason) = line.split_once(" Reden: ").unwrap_or_else(|| panic!("no reason: {line}"));
            assert!(reason.len() > 20, "hardly a reason: {line}");
            format!("`{}", change.trim_end_matches('.'))
        })
        .collect();
    assert_eq!(named, unnoticed, "regioplans/README.md must name exactly the changes that nothing notices");
}

fn disagreeing(regioplan: &Value) -> Vec<&Value> {
    regioplan["examples"].as_array().unwrap().iter().filter(|example| example["agrees"] == false).collect()
}

/// A change that reads the same before and after would be named to nobody's use.
#[test]
fn every_change_of_a_rule_is_said_in_words() {
    let mut count = 0;
    for path in files("regioplans", &["regioplan"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        let register = std::fs::read_to_string(path.with_extension("bronnen")).unwrap();
        let (tree, _) = mtvp::syntax::parse(&text, Kind::Regioplan);
        let (register, _) = mtvp::syntax::parse(&register, Kind::Register);
        let model = mtvp::compile::compile(&tree, Some(&register)).model.unwrap();
        let (model, years) = (model.contents(), model.model().years());
        for (index, rule) in model.rules.pairs() {
            let changes = mtvp::trial::changes(model, &years, index);
            // A rule that is not in force cannot be noticed; every other one can be changed.
            assert_eq!(changes.is_empty(), rule.standing.not_yet.is_some(), "{}: {}", name(&path), rule.id);
            for change in &changes {
                assert_ne!(change.before, change.after, "{}: {}", name(&path), rule.id);
                assert_eq!(change.rule, index);
            }
            count += changes.len();
        }
    }
    assert!(count > 1500, "{count}");
}

/// What a rule can say is what an example must be able to notice: each line of it is left out or changed in some way.
#[test]
fn every_line_of_a_rule_is_changed() {
    let mut paths = files("regioplans", &["regioplan"]);
    paths.extend(files("tests/cases/taal", &["regioplan"]));
    paths.extend(files("examples", &["regioplan"]));
    let mut unchanged = Vec::new();
    let mut count = 0;
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let (tree, _) = mtvp::syntax::parse(&text, Kind::Regioplan);
        let Some(model) = mtvp::compile::compile(&tree, None).model else { continue };
        let (model, years) = (model.contents(), model.model().years());
        for (index, rule) in model.rules.pairs().filter(|(_, rule)| rule.standing.not_yet.is_none()) {
            let changes = mtvp::trial::changes(model, &years, index);
            let mut look = |what: &str, number: usize, line: &dyn Fn(&Rule) -> Option<String>| {
                count += 1;
                if !changes.iter().any(|change| line(&change.changed) != line(rule)) {
                    unchanged.push(format!("{}: {}: {what} {}", name(&path), rule.id, number + 1));
                }
            };
            for number in 0..rule.conditions.len() {
                look("als", number, &|rule| rule.conditions.get(number).map(|one| format!("{one:?}")));
            }
            for number in 0..rule.demands.len() {
                look("eis", number, &|rule| rule.demands.get(number).map(|one| format!("{one:?}")));
            }
            for number in 0..rule.standing.consequences.len() {
                look("gevolg", number, &|rule| rule.standing.consequences.get(number).map(|one| format!("{one:?}")));
            }
            if rule.for_each.as_ref().is_some_and(|found| !found.set.filters.is_empty()) {
                look("voor elk", 0, &|rule| rule.for_each.as_ref().map(|one| format!("{one:?}")));
            }
        }
    }
    assert!(unchanged.is_empty(), "{} of {count}:\n{}", unchanged.len(), unchanged.join("\n"));
    assert!(count > 800, "{count}");
}
