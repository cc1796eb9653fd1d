//! Exceptions that a region granted: each folder of cases is a small repository with a plan that breaks a rule.

use crate::support::{mtvp, name, program, repositories, root, snapshot_in, stderr, stdout};

const FOLDER: &str = "tests/cases/afwijkingen";

fn cases() -> Vec<String> {
    let found = repositories(FOLDER);
    assert!(found.len() >= 7);
    found
}

fn snapshot(case: &str, text: &str) {
    snapshot_in(FOLDER, case, text);
}

#[test]
fn what_a_check_says_of_waivers() {
    for case in cases() {
        let output = program()
            .current_dir(root().join("tests/cases/afwijkingen").join(&case))
            .args(["check", "--as-of", "2025-06-01", "--format", "concise"])
            .output()
            .unwrap();
        // What is due later has its own cases.
        let said: String = stdout(&output)
            .lines()
            .filter(|line| !line.contains(": later aan te tonen "))
            .map(|l| l.to_owned() + "\n")
            .collect();
        snapshot(&case, &format!("{said}{}exit {:?}\n", stderr(&output), output.status.code()));
    }
}

#[test]
fn a_run_over_a_part_says_nothing_of_practices_that_it_did_not_see() {
    let folder = root().join("tests/cases/afwijkingen/ongebruikt");
    let run = |args: &[&str]| {
        let output = program()
            .current_dir(&folder)
            .args(["check", "--format", "concise", "--as-of", "2025-06-01"])
            .args(args)
            .output();
        stdout(&output.unwrap())
    };
    assert!(run(&["."]).contains("01999999"));
    assert!(run(&[]).contains("01999999"));
    assert!(!run(&["plannen/plan.yaml"]).contains("01999999"));
    assert!(!run(&["plannen"]).contains("01999999"));
}

#[test]
fn the_list_of_waivers() {
    let list = |args: &[&str]| {
        let output = mtvp(&[&["waivers", "tests/cases/afwijkingen/geldig", "--as-of", "2025-12-01"], args].concat());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        stdout(&output)
    };
    snapshot("lijst", &list(&[]));
    snapshot("lijst-json", &list(&["--format", "json"]));
    snapshot("lijst-csv", &list(&["--format", "csv"]).replace('\r', ""));
    let file = name(&root().join("tests/cases/afwijkingen/onvolledig/afwijkingen.yaml"));
    let wrong = mtvp(&["waivers", &file, "--as-of", "2025-12-01"]);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(stderr(&wrong).contains("ontbreekt `reden`"), "{}", stderr(&wrong));
    assert_eq!(mtvp(&["waivers", "regioplans"]).status.code(), Some(3));
    assert_eq!(mtvp(&["waivers", "nergens"]).status.code(), Some(2));
}

#[test]
fn each_check_of_waivers_has_a_page() {
    for check in mtvp::settings::CHECKS {
        for lang in ["nl", "en"] {
            let output = mtvp(&["explain", check, "--lang", lang]);
            assert_eq!(output.status.code(), Some(0), "{check}: {}", stderr(&output));
            assert!(stdout(&output).starts_with(check), "{}", stdout(&output));
        }
    }
    // Every name that a finding about the file can have is one of these.
    for file in ["src/settings/waivers.rs", "src/session/exceptions.rs"] {
        let text = std::fs::read_to_string(root().join(file)).unwrap();
        for (at, _) in text.match_indices("\"afwijking-") {
            let name = text[at + 1..].split('"').next().unwrap();
            assert!(mtvp::settings::CHECKS.contains(&name), "{file}: {name}");
        }
    }
}
