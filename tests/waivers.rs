//! Exceptions that a region granted: each folder of cases is a small repository with a plan that breaks a rule.

use crate::support::{Scratch, mtvp, name, program, repositories, root, snapshot_in, stderr, stdout};

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

/// Plans of more years of one practice stand side by side: of one of them it cannot be said what a waiver does in another.
#[test]
fn a_waiver_does_nothing_only_when_all_plans_of_the_practice_were_looked_at() {
    let scratch = Scratch::new("deel-van-de-praktijk");
    let text = |path: &str| std::fs::read_to_string(root().join(path)).unwrap();
    let broken = text("tests/cases/afwijkingen/geldig/plannen/plan.yaml");
    let good = text("regioplans/rijn-en-duin/2.7/goed/helmgras-jaar-1.yaml");
    let line = |text: &str, key: &str| text.lines().find(|line| line.starts_with(key)).unwrap().to_owned();
    let first =
        ["  agb: ", "  naam: "].iter().fold(good, |text, key| text.replacen(&line(&text, key), &line(&broken, key), 1));
    scratch.write("jaar1.yaml", first);
    scratch.write("jaar3.yaml", &broken);
    scratch.write("mtvp.toml", "waivers = \"afwijkingen.yaml\"\n");
    let waiver = text("tests/cases/afwijkingen/geldig/afwijkingen.yaml");
    let said = |waivers: &str, args: &[&str]| {
        scratch.write("afwijkingen.yaml", waivers);
        let mut run = program();
        run.current_dir(&scratch.0).args(["check", "--as-of", "2025-06-01", "--format", "concise", "-q"]);
        let said = stdout(&run.args(args).output().unwrap());
        said.lines().filter(|line| line.starts_with("afwijkingen.yaml:")).count()
    };
    // (the waivers, how many lines are about them in a check of: all, the third year, the first year)
    let named = |plan: &str| waiver.replace("  regel:", &format!("  bestand: {plan}\n  regel:"));
    let idle = waiver.replace("aw-jaar-3", "aw-jaar-1");
    for (waivers, counts) in [
        (waiver.clone(), [0, 0, 0]),
        (idle, [1, 0, 0]),
        (named("jaar3.yaml"), [0, 0, 0]),
        (named("jaar1.yaml"), [1, 0, 1]),
    ] {
        let found = [&[][..], &["jaar3.yaml"], &["jaar1.yaml"]].map(|args| said(&waivers, args));
        assert_eq!(found, counts, "{waivers}");
    }
}

/// What is not there is no plan of another practice: the plan that may be meant is named.
#[test]
fn a_waiver_for_a_file_that_is_not_there_names_the_one_that_is() {
    let scratch = Scratch::new("weg-bestand");
    let text = |path: &str| std::fs::read_to_string(root().join(path)).unwrap();
    std::fs::create_dir_all(scratch.0.join("plannen")).unwrap();
    scratch.write("plannen/iep.yaml", text("tests/cases/afwijkingen/geldig/plannen/plan.yaml"));
    let other = text("regioplans/rijn-en-duin/2.7/goed/helmgras-jaar-1.yaml");
    scratch.write("plannen/es.yaml", other);
    scratch.write("mtvp.toml", "waivers = \"afwijkingen.yaml\"\n");
    let waiver = text("tests/cases/afwijkingen/geldig/afwijkingen.yaml");
    let gone = "er is geen bestand";
    for (written, said, meant) in [
        ("plannen\\iep.yaml", gone, true),
        ("plannen/IEP.yaml", gone, true),
        ("plannen/iepp.yaml", gone, true),
        ("heel/ergens/anders.yaml", gone, false),
        ("../buiten.yaml", "is geen plan van praktijk 01100124", false),
        ("plannen/es.yaml", "is geen plan van praktijk 01100124", false),
    ] {
        scratch.write("afwijkingen.yaml", waiver.replace("  regel:", &format!("  bestand: {written}\n  regel:")));
        let mut run = program();
        let output = run.current_dir(&scratch.0).args(["check", "--as-of", "2025-06-01", "--format", "json"]).output();
        let found = stdout(&output.unwrap());
        assert!(found.contains(said), "{written}: {found}");
        assert_eq!(found.contains("Bedoelt u `plannen/iep.yaml`?"), meant, "{written}: {found}");
    }
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
