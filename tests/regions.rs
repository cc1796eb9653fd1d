//! The example regions beside each regioplan: a folder with `regio.yaml` and, if need be, plans. In `goed` no
//! rule over the region is broken; in `fout` exactly what the first lines of `regio.yaml` name.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::{files, mtvp, name, stdout};

fn cases(kind: &str) -> Vec<PathBuf> {
    files("regioplans", &["yaml"])
        .into_iter()
        .filter(|path| path.file_name().unwrap() == "regio.yaml")
        .map(|path| path.parent().unwrap().to_path_buf())
        .filter(|folder| folder.parent().unwrap().ends_with(kind))
        .collect()
}

fn region(folder: &Path) -> Value {
    let output = mtvp(&["region", &name(folder), "--format", "json", "--as-of", "2028-03-01"]);
    let found: Value =
        serde_json::from_str(&stdout(&output)).unwrap_or_else(|error| panic!("{}: {error}", name(folder)));
    assert_eq!(found["regions"].as_array().map(Vec::len), Some(1), "{}", name(folder));
    found["regions"][0].clone()
}

/// All rules with their verdict; what cannot be checked is a warning.
fn verdicts(found: &Value) -> BTreeSet<(String, String)> {
    let pair = |rule: &Value| {
        let verdict = match rule["verdict"].as_str().unwrap() {
            "not_verifiable" => "warning",
            other => other,
        };
        (rule["rule"].as_str().unwrap().to_owned(), verdict.to_owned())
    };
    found["rules"].as_array().unwrap().iter().map(pair).collect()
}

/// Rules that are not in order, with their verdict.
fn loud(found: &Value) -> BTreeSet<(String, String)> {
    verdicts(found).into_iter().filter(|(_, verdict)| is_loud(verdict)).collect()
}

/// What the first lines announce: each rule with its verdict.
fn announced(folder: &Path) -> BTreeSet<(String, String)> {
    let text = std::fs::read_to_string(folder.join("regio.yaml")).unwrap();
    let lines: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("# verwacht: ")).collect();
    let one = |part: &str| {
        let (rule, words) = part.trim().split_once(' ').unwrap();
        let verdict = match words {
            "overtreding" => "violated",
            "waarschuwing" => "warning",
            "beoordeling" => "review",
            "later" => "pending",
            "in orde" => "met",
            "geldt niet" => "not_applicable",
            other => panic!("{}: {other}", name(folder)),
        };
        (rule.to_owned(), verdict.to_owned())
    };
    lines.iter().flat_map(|line| line.split(',')).map(one).collect()
}

fn is_loud(verdict: &str) -> bool {
    !matches!(verdict, "met" | "not_applicable" | "pending")
}

/// What the first lines announce, as far as it is out of order.
fn expected(folder: &Path) -> BTreeSet<(String, String)> {
    let expected: BTreeSet<_> = announced(folder).into_iter().filter(|(_, verdict)| is_loud(verdict)).collect();
    assert!(!expected.is_empty(), "{}: no line `# verwacht: …`", name(folder));
    expected
}

#[test]
fn good_regions_keep_every_rule() {
    let all = cases("goed");
    assert!(all.len() >= 5);
    for folder in all {
        let found = region(&folder);
        assert!(loud(&found).is_empty(), "{}: {:?}", name(&folder), loud(&found));
        assert!(found["skipped"].as_array().unwrap().is_empty(), "{}: {}", name(&folder), found["skipped"]);
    }
}

#[test]
fn wrong_regions_break_exactly_what_they_say() {
    for folder in cases("fout") {
        let found = region(&folder);
        assert_eq!(loud(&found), expected(&folder), "{}", name(&folder));
        assert!(verdicts(&found).is_superset(&announced(&folder)), "{}", name(&folder));
    }
}

#[test]
fn every_rule_over_a_region_has_a_region_that_breaks_it() {
    let mut count = 0;
    for path in files("regioplans", &["regioplan"]) {
        let folder = path.with_extension("").join("regio");
        let own: BTreeSet<String> = cases("fout")
            .iter()
            .filter(|case| case.starts_with(&folder))
            .flat_map(|case| expected(case))
            .map(|(rule, _)| rule)
            .collect();
        let json: Value = serde_json::from_str(&stdout(&mtvp(&["show", &name(&path), "--format", "json"]))).unwrap();
        let rules = json["rule_list"].as_array().unwrap().iter().filter(|rule| rule["whole_region"] == true);
        for rule in rules {
            count += 1;
            assert!(own.contains(rule["id"].as_str().unwrap()), "{}: {}", name(&path), rule["id"]);
        }
    }
    assert!(count > 15);
}

/// What the figures and the plans together say, counted by hand for the example of Eemland.
#[test]
fn indicators_are_calculated_exactly() {
    let folder = cases("goed").into_iter().find(|case| case.ends_with("eemland/2026-2027/regio/goed/2026")).unwrap();
    let found = region(&folder);
    let value = |id: &str| {
        let all = found["indicators"].as_array().unwrap();
        let one = all.iter().find(|one| one["id"] == id).unwrap();
        (one["value"].as_str().unwrap().to_owned(), one["reached"].clone())
    };
    assert_eq!(value("deelname"), ("100".to_owned(), Value::Bool(true)));
    // Two of three, one and one and two out of three.
    assert_eq!(value("doel-gehaald"), ("66.666667".to_owned(), Value::Null));
    assert_eq!(value("netwerk-per-praktijk"), ("1.333333".to_owned(), Value::Null));
    let too_few = folder.with_file_name("2026-met-een-plan-te-weinig");
    let found = region(&too_few);
    let deelname = &found["indicators"].as_array().unwrap()[0];
    assert_eq!((deelname["value"].as_str(), &deelname["reached"]), (Some("80"), &Value::Bool(false)));
    let open: Vec<&str> = found["open"].as_array().unwrap().iter().filter_map(|one| one["practice"].as_str()).collect();
    assert!(open.contains(&"Huisartsenpraktijk De Laatste"), "{open:?}");
}
