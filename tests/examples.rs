//! The example plans beside each regioplan: `goed` passes, `fout` breaks exactly what its first line says.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use mtvp::check::BUILT_IN;
use serde_json::Value;

use crate::support::{files, mtvp, name, root, stdout};

/// Rule and severity of every finding of a plan, judged by the regioplan beside it.
fn findings(plan: &Path) -> BTreeSet<(String, String)> {
    let region = plan.ancestors().nth(3).unwrap();
    let output = mtvp(&["check", &name(plan), "--regioplan", &name(region), "--format", "json"]);
    let json: Value = serde_json::from_str(&stdout(&output)).unwrap_or_else(|error| panic!("{}: {error}", name(plan)));
    let findings = json["plans"][0]["findings"].as_array().unwrap();
    findings
        .iter()
        .map(|f| (f["rule"].as_str().unwrap().to_owned(), f["severity"].as_str().unwrap().to_owned()))
        .collect()
}

fn with(found: &BTreeSet<(String, String)>, severities: &[&str]) -> BTreeSet<(String, String)> {
    found.iter().filter(|(_, severity)| severities.contains(&severity.as_str())).cloned().collect()
}

/// The rule and the severity that the first line announces.
fn expected(plan: &Path) -> (String, String) {
    let text = String::from_utf8_lossy(&std::fs::read(plan).unwrap()).into_owned();
    let first = text.lines().next().unwrap_or("").trim_start_matches('\u{feff}');
    let rest = first.strip_prefix("# verwacht: ").unwrap_or_else(|| panic!("{}: no line `# verwacht: …`", name(plan)));
    let mut words = rest.split_whitespace();
    let rule = words.next().unwrap().to_owned();
    let severity = match words.next() {
        None | Some("overtreding") => "violation",
        Some("waarschuwing") => "warning",
        Some("beoordeling") => "review",
        Some(other) => panic!("{}: unknown severity {other}", name(plan)),
    };
    (rule, severity.to_owned())
}

fn plans(kind: &str) -> Vec<PathBuf> {
    files("regioplans", &["yaml"]).into_iter().filter(|path| path.parent().unwrap().ends_with(kind)).collect()
}

#[test]
fn good_plans_pass() {
    let mut years = BTreeSet::new();
    for plan in plans("goed") {
        let found = findings(&plan);
        let wrong = with(&found, &["violation", "warning"]);
        assert!(wrong.is_empty(), "{}: {wrong:?}", name(&plan));
        let json: Value = serde_json::from_str(&stdout(&mtvp(&["check", &name(&plan), "--format", "json"]))).unwrap();
        let accounting = std::fs::read_to_string(&plan).unwrap().contains("\nverantwoording: ja");
        years.insert((json["plans"][0]["year"].as_u64(), accounting));
    }
    // Each year, handed in and accounted for.
    assert_eq!(years.len(), 6, "{years:?}");
}

#[test]
fn wrong_plans_break_exactly_what_they_say() {
    let mut wrong = Vec::new();
    for plan in plans("fout") {
        let (rule, severity) = expected(&plan);
        let found = findings(&plan);
        let loud = with(&found, &["violation", "warning"]);
        let announced = BTreeSet::from([(rule.clone(), severity.clone())]);
        let exact = if severity == "review" {
            loud.is_empty() && found.contains(&(rule.clone(), severity.clone()))
        } else {
            loud == announced
        };
        if !exact {
            wrong.push(format!("{}: expected {rule} {severity}, found {found:?}", name(&plan)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_and_every_built_in_check_has_a_plan_that_breaks_it() {
    let broken: BTreeSet<String> = plans("fout").iter().map(|plan| expected(plan).0).collect();
    let missing: Vec<&str> = BUILT_IN.into_iter().filter(|check| !broken.contains(*check)).collect();
    assert!(missing.is_empty(), "built-in checks without a plan: {missing:?}");
    for path in files("regioplans", &["regioplan"]) {
        let folder = path.with_extension("").join("fout");
        let own: BTreeSet<String> =
            plans("fout").iter().filter(|p| p.starts_with(&folder)).map(|p| expected(p).0).collect();
        let json: Value = serde_json::from_str(&stdout(&mtvp(&["show", &name(&path), "--format", "json"]))).unwrap();
        let rules: Vec<String> =
            json["rule_list"].as_array().unwrap().iter().map(|r| r["id"].as_str().unwrap().to_owned()).collect();
        assert!(!rules.is_empty());
        let missing: Vec<&String> = rules.iter().filter(|rule| !own.contains(*rule)).collect();
        assert!(missing.is_empty(), "{}: rules without a plan that breaks them: {missing:?}", name(&path));
    }
}

#[test]
fn every_intervention_on_offer_stands_in_a_good_plan() {
    for path in files("regioplans", &["regioplan"]) {
        let folder = path.with_extension("").join("goed");
        let texts: String = plans("goed")
            .iter()
            .filter(|p| p.starts_with(&folder))
            .map(|p| std::fs::read_to_string(p).unwrap())
            .collect();
        let json: Value = serde_json::from_str(&stdout(&mtvp(&["show", &name(&path), "--format", "json"]))).unwrap();
        for element in json["kernelementen"].as_array().unwrap() {
            for one in element["interventions"].as_array().unwrap() {
                let id = one["id"].as_str().unwrap();
                let offered = !one["offered"].as_array().unwrap().is_empty();
                assert!(!offered || texts.contains(&format!("{id}:")), "{}: no good plan with {id}", name(&path));
            }
        }
    }
    assert!(root().join("regioplans").is_dir());
}
