//! The example plans beside each regioplan: `goed` passes, `fout` breaks exactly what its first line says.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use mtvp::check::BUILT_IN;
use serde_json::Value;

use crate::support::{checked, files, mtvp, name, root, stdout};

/// Rule and severity of every finding.
type Findings = BTreeSet<(String, String)>;

/// Plans with the findings of each, judged by the regioplan beside it: the plans of one regioplan in one run.
fn judged(plans: &[PathBuf]) -> Vec<(&PathBuf, Findings)> {
    let beside = |plan: &PathBuf| plan.ancestors().nth(3).unwrap().to_path_buf();
    let pair = |finding: &Value| {
        (finding["rule"].as_str().unwrap().to_owned(), finding["severity"].as_str().unwrap().to_owned())
    };
    let mut all = Vec::new();
    for group in plans.chunk_by(|one, other| beside(one) == beside(other)) {
        for (plan, json) in group.iter().zip(checked(group, Some(&beside(&group[0])))) {
            // Examples may share the code of a practice.
            let found = json["findings"].as_array().unwrap().iter().filter(|one| one["rule"] != "dubbele-agb");
            all.push((plan, found.map(pair).collect()));
        }
    }
    all
}

fn show(path: &Path) -> Value {
    serde_json::from_str(&stdout(&mtvp(&["show", &name(path), "--format", "json"]))).unwrap()
}

fn with(found: &Findings, severities: &[&str]) -> Findings {
    found.iter().filter(|(_, severity)| severities.contains(&severity.as_str())).cloned().collect()
}

/// The findings that the first lines announce; the first is what the plan is about. A part that says that a rule
/// finds nothing, or something later, is looked at by `mtvp test`.
fn expected(plan: &Path) -> Vec<(String, String)> {
    let text = String::from_utf8_lossy(&std::fs::read(plan).unwrap()).into_owned();
    let text = text.trim_start_matches('\u{feff}');
    let lines: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("# verwacht: ")).collect();
    assert!(!lines.is_empty(), "{}: no line `# verwacht: …`", name(plan));
    let one = |part: &str| {
        let mut words = part.split_whitespace();
        let rule = words.next().unwrap().to_owned();
        let severity = match (words.next(), words.next()) {
            (None | Some("overtreding"), _) => "violation",
            (Some("waarschuwing"), _) => "warning",
            (Some("beoordeling"), _) => "review",
            (Some("later"), _) | (Some("in"), Some("orde")) | (Some("geldt"), Some("niet")) => return None,
            (Some(other), _) => panic!("{}: unknown severity {other}", name(plan)),
        };
        Some((rule, severity.to_owned()))
    };
    lines.iter().flat_map(|line| line.split(',')).filter_map(one).collect()
}

fn plans(kind: &str) -> Vec<PathBuf> {
    files("regioplans", &["yaml"])
        .into_iter()
        .filter(|path| path.parent().unwrap().ends_with(kind) && !in_region(path))
        .collect()
}

/// A plan of a region example: those stand in a folder `regio` and are looked at together.
fn in_region(path: &Path) -> bool {
    // The folder in which the repository stands may have any name.
    let path = path.strip_prefix(root()).unwrap_or(path);
    path.components().any(|part| part.as_os_str() == "regio")
}

#[test]
fn good_plans_pass() {
    let mut years: BTreeMap<String, BTreeSet<(u64, bool)>> = BTreeMap::new();
    let plans = plans("goed");
    for (plan, found) in judged(&plans) {
        let wrong = with(&found, &["violation", "warning"]);
        assert!(wrong.is_empty(), "{}: {wrong:?}", name(plan));
    }
    // By the regioplan that each names itself.
    for (plan, json) in plans.iter().zip(checked(&plans, None)) {
        let accounting = std::fs::read_to_string(plan).unwrap().contains("\nverantwoording: ja");
        let folder = name(plan.ancestors().nth(2).unwrap());
        years.entry(folder).or_default().insert((json["year"].as_u64().unwrap(), accounting));
    }
    // Each year of each regioplan, handed in and accounted for.
    for path in files("regioplans", &["regioplan"]) {
        let json = show(&path);
        if json["first_year"].is_null() || !path.with_extension("").join("goed").is_dir() {
            assert_ne!(json["sort"], "regioplan", "{}: no good plans", name(&path));
            continue;
        }
        let (first, last) = (json["first_year"].as_u64().unwrap(), json["last_year"].as_u64().unwrap());
        let wanted: BTreeSet<(u64, bool)> = (first..=last).flat_map(|year| [(year, false), (year, true)]).collect();
        assert_eq!(years[&name(&path.with_extension(""))], wanted, "{}", name(&path));
    }
}

#[test]
fn wrong_plans_break_exactly_what_they_say() {
    let mut wrong = Vec::new();
    for (plan, found) in judged(&plans("fout")) {
        let announced: Findings = expected(plan).into_iter().collect();
        let exact = with(&found, &["violation", "warning"]) == with(&announced, &["violation", "warning"])
            && found.is_superset(&announced);
        if !exact {
            wrong.push(format!("{}: expected {announced:?}, found {found:?}", name(plan)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_and_every_built_in_check_has_a_plan_that_breaks_it() {
    let first = |plan: &Path| expected(plan).swap_remove(0).0;
    let broken: BTreeSet<String> = plans("fout").iter().map(|plan| first(plan)).collect();
    // One plan by itself is never a double.
    let alone = BUILT_IN.into_iter().filter(|check| *check != "dubbele-agb");
    let missing: Vec<&str> = alone.filter(|check| !broken.contains(*check)).collect();
    assert!(missing.is_empty(), "built-in checks without a plan: {missing:?}");
    for path in files("regioplans", &["regioplan"]) {
        let folder = path.with_extension("").join("fout");
        let own: BTreeSet<String> = plans("fout").iter().filter(|p| p.starts_with(&folder)).map(|p| first(p)).collect();
        let json = show(&path);
        let all = json["rule_list"].as_array().unwrap();
        assert!(!all.is_empty() || json["sort"] == "leidraad", "{}", name(&path));
        // A rule over the region is broken by a region, and one that is not in force by nobody.
        let of_practices = all.iter().filter(|rule| rule["whole_region"] == false && rule["not_yet"] == false);
        let rules: Vec<String> = of_practices.map(|rule| rule["id"].as_str().unwrap().to_owned()).collect();
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
        let json = show(&path);
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
