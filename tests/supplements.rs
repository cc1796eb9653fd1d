//! Aanvullingen: conditions of another party beside those of a region. A folder of cases, each a small repository with a
//! command and what it says; and what holds in every format and for every command.

use std::path::Path;

use serde_json::Value;

use crate::support::{Scratch, program, root, stderr, stdout};

/// Copies a folder.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() { copy(&path, &target) } else { std::fs::copy(&path, &target).map(drop).unwrap() }
    }
}

/// What both streams say, and the exit status.
fn run(folder: &Path, args: &[&str]) -> (String, i32) {
    let output = program().current_dir(folder).args(args).output().unwrap();
    (stdout(&output) + &stderr(&output), output.status.code().unwrap())
}

/// The example repository, by itself.
fn example(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    copy(&root().join("examples/aanvulling"), &scratch.0);
    scratch
}

#[test]
fn every_case_says_what_stands_beside_it() {
    let mut cases: Vec<_> = std::fs::read_dir(root().join("tests/cases/aanvulling")).unwrap().collect();
    cases.sort_by_key(|case| case.as_ref().unwrap().path());
    for case in &cases {
        let folder = case.as_ref().unwrap().path();
        let scratch = Scratch::new("aanvulling-geval");
        copy(&folder, &scratch.0);
        // Here they are no settings of this repository itself.
        let settings = scratch.0.join("instellingen.toml");
        if settings.exists() {
            std::fs::rename(settings, scratch.0.join("mtvp.toml")).unwrap();
        }
        let command = std::fs::read_to_string(folder.join("opdracht.txt")).unwrap();
        let args: Vec<&str> = command.split_whitespace().collect();
        let (said, exit) = run(&scratch.0, &args);
        let wanted = std::fs::read_to_string(folder.join("uitkomst.txt")).unwrap();
        assert_eq!(format!("uitkomst {exit}\n{said}"), wanted, "{}", folder.display());
    }
    assert!(cases.len() >= 25, "{} cases", cases.len());
}

#[test]
fn the_example_repository_has_a_good_plan_a_wrong_one_and_one_that_may_differ() {
    let scratch = example("aanvulling-voorbeeld");
    let (said, exit) = run(&scratch.0, &["check", "--format", "json"]);
    let json: Value = serde_json::from_str(&said).unwrap();
    let broken: Vec<(String, String, bool)> = json["plans"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|plan| {
            let found = plan["findings"].as_array().unwrap().iter().filter(|one| one["severity"] == "violation");
            found.map(|one| {
                let aside = !one["suppressed"].is_null();
                (plan["path"].as_str().unwrap().to_owned(), one["rule"].as_str().unwrap().to_owned(), aside)
            })
        })
        .collect();
    let rule = "voorbeeldverzekeraar/triage".to_owned();
    let wanted =
        [("plannen/de-berk.yaml".to_owned(), rule.clone(), true), ("plannen/de-esdoorn.yaml".to_owned(), rule, false)];
    assert_eq!(broken, wanted);
    assert_eq!(exit, 1);
    assert_eq!(json["regioplans"][0]["aanvullingen"][0]["id"], "voorbeeldverzekeraar");
    let (said, exit) = run(&scratch.0, &["test", "voorwaarden"]);
    assert_eq!(exit, 0, "{said}");
    let (said, exit) = run(&scratch.0, &["lint", "--strict", "voorwaarden"]);
    assert_eq!(exit, 0, "{said}");
}

#[test]
fn all_formats_name_the_rule_and_its_source() {
    let scratch = example("aanvulling-vormen");
    for format in ["human", "concise", "markdown", "csv", "json", "sarif", "junit", "github", "gitlab"] {
        let (said, _) = run(&scratch.0, &["check", "plannen/de-esdoorn.yaml", "--format", format]);
        assert!(said.contains("voorbeeldverzekeraar/triage"), "{format}: {said}");
        let sourced = said.contains("voorbeeldverzekeraar/VZ-04");
        assert!(sourced || matches!(format, "concise" | "github" | "gitlab"), "{format}: {said}");
    }
}

#[test]
fn only_the_root_names_aanvullingen() {
    let scratch = example("aanvulling-wortel");
    for text in ["aanvullingen = []\n", "aanvullingen = [\"voorbeeldverzekeraar@2025\"]\n"] {
        scratch.write("plannen/mtvp.toml", text);
        let (said, exit) = run(&scratch.0, &["check"]);
        assert_eq!(exit, 2, "{said}");
        assert!(said.contains("plannen/mtvp.toml") && said.contains("`aanvullingen` mag hier niet"), "{said}");
    }
}

#[test]
fn commands_show_a_regioplan_with_what_stands_beside_it() {
    let scratch = example("aanvulling-opdrachten");
    // In force today, whatever day that is.
    let path = scratch.0.join("voorwaarden/voorbeeldverzekeraar-2025.regioplan");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("tot en met 31 december 2025", "tot en met 31 december 2099")).unwrap();
    let commands: [(&[&str], &[&str]); 6] = [
        (&["show", "rijn-en-duin"], &["voorbeeldverzekeraar/triage", "verzekerden", "voorbeeldverzekeraar@2025"]),
        (&["docs", "rijn-en-duin"], &["voorbeeldverzekeraar/triage", "verzekeraar-overleg"]),
        (&["schema", "rijn-en-duin"], &["\"verzekerden\"", "\"verzekeraar-akkoord\""]),
        (&["new", "rijn-en-duin", "--year", "1"], &["verzekerden:", "verzekeraar-overleg"]),
        (&["explain", "rijn-en-duin::voorbeeldverzekeraar/triage"], &["Rijn en Duin", "VZ-04"]),
        (&["docs", "voorwaarden/voorbeeldverzekeraar-2025.regioplan"], &["voorbeeldverzekeraar/triage", "VZ-04"]),
    ];
    for (args, wanted) in commands {
        let (said, exit) = run(&scratch.0, args);
        assert_eq!(exit, 0, "{args:?}: {said}");
        for word in wanted {
            assert!(said.contains(word), "{args:?}: no {word} in {said}");
        }
    }
    let newer = text.replace("2025\"", "2026\"").replace("minimaal 1000", "minimaal 500");
    scratch.write("voorwaarden/voorbeeldverzekeraar-2026.regioplan", newer);
    let files = ["voorwaarden/voorbeeldverzekeraar-2025.regioplan", "voorwaarden/voorbeeldverzekeraar-2026.regioplan"];
    let (said, exit) = run(&scratch.0, &["diff", files[0], files[1]]);
    assert_eq!(exit, 1, "{said}");
    assert!(said.contains("500") && said.contains("1000"), "{said}");
}
