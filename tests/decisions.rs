//! What a region decided on what a person judges: each folder of cases is a small repository with a plan, and decisions.

use insta::{Settings, assert_snapshot};

use crate::support::{mtvp, program, root, stderr, stdout};

fn cases() -> Vec<String> {
    let mut found: Vec<String> = std::fs::read_dir(root().join("tests/cases/besluiten"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    found.sort();
    assert!(found.len() >= 6);
    found
}

fn snapshot(case: &str, text: &str) {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/cases/besluiten"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!(case.to_owned(), text));
}

fn run(case: &str, args: &[&str]) -> std::process::Output {
    program().current_dir(root().join("tests/cases/besluiten").join(case)).args(args).output().unwrap()
}

#[test]
fn what_a_check_says_of_decisions() {
    for case in cases() {
        let output = run(&case, &["check", "--as-of", "2026-06-01", "--format", "concise"]);
        // What is due later has its own cases.
        let said: String = stdout(&output)
            .lines()
            .filter(|line| !line.contains(": later aan te tonen "))
            .map(|line| line.to_owned() + "\n")
            .collect();
        snapshot(&case, &format!("{said}{}exit {:?}\n", stderr(&output), output.status.code()));
    }
}

#[test]
fn what_is_to_be_judged_is_listed_with_what_was_decided() {
    for (case, args) in [
        ("veranderd", &["reviews", "--as-of", "2026-06-01"][..]),
        ("niet-akkoord", &["reviews", "--format", "csv", "--as-of", "2026-06-01"]),
        ("akkoord", &["reviews", "--format", "json", "--as-of", "2026-06-01"]),
        ("veranderd", &["region", ".", "--open-reviews", "--as-of", "2026-06-01"]),
        ("akkoord", &["region", ".", "--open-reviews", "--as-of", "2026-06-01"]),
    ] {
        let output = run(case, args);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let name = format!("{case}-{}", args[..args.len() - 2].join("-").replace("--", "").replace(['.', ' '], ""));
        snapshot(&name, &stdout(&output).replace('\r', ""));
    }
    let only_open = run("akkoord", &["reviews", "--open", "--as-of", "2026-06-01"]);
    assert!(!stdout(&only_open).contains("andere-netwerk-eigen-voorstel"), "{}", stdout(&only_open));
}

/// What is written to be filled in, filled in, is what settles the review.
#[test]
fn a_decision_that_is_filled_in_settles_its_review() {
    let folder = std::env::temp_dir().join(format!("mtvp-besluiten-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let plan = std::fs::read_to_string(root().join("tests/cases/besluiten/akkoord/plannen/plan.yaml")).unwrap();
    std::fs::write(folder.join("plan.yaml"), &plan).unwrap();
    let here = |args: &[&str]| {
        let output = program().current_dir(&folder).args(args).args(["--as-of", "2026-06-01"]).output().unwrap();
        stdout(&output)
    };
    let open = here(&["region", ".", "--open-reviews"]);
    assert!(open.contains("besluit:\n"), "{open}");
    std::fs::write(folder.join("mtvp.toml"), "decisions = \"besluiten.yaml\"\n").unwrap();
    std::fs::write(folder.join("besluiten.yaml"), &open).unwrap();
    let count = |text: &str, word: &str| text.matches(word).count();
    let before = here(&["check", ".", "--format", "concise"]);
    assert!(count(&before, "te beoordelen andere-netwerk") == 1 && !before.contains("besluit-"), "{before}");
    let filled = open
        .replace("besluit:\n", "besluit: akkoord\n")
        .replace("door:\n", "door: Ria\n")
        .replace("datum:\n", "datum: 2026-05-01\n");
    std::fs::write(folder.join("besluiten.yaml"), filled).unwrap();
    let after = here(&["check", ".", "--format", "concise"]);
    assert_eq!(count(&after, "te beoordelen andere-netwerk"), 0, "{after}");
    assert_eq!(count(&after, "akkoord van de regio andere-netwerk"), 1, "{after}");
    // Another layout, order and case is the same text; another text is not.
    let moved = plan.replace("omschrijving: Wandelgroep met", "omschrijving:   WANDELGROEP  met");
    std::fs::write(folder.join("plan.yaml"), format!("# nog een regel\n{moved}")).unwrap();
    assert_eq!(count(&here(&["check", ".", "--format", "concise"]), "akkoord van de regio andere-netwerk"), 1);
    let changed = plan.replace("omschrijving: Wandelgroep met", "omschrijving: Zwemgroep met");
    std::fs::write(folder.join("plan.yaml"), changed).unwrap();
    assert_eq!(count(&here(&["check", ".", "--format", "concise"]), "te beoordelen andere-netwerk"), 1);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn each_check_of_decisions_has_a_page() {
    for check in mtvp::settings::DECISION_CHECKS {
        for lang in ["nl", "en"] {
            let output = mtvp(&["explain", check, "--lang", lang]);
            assert_eq!(output.status.code(), Some(0), "{check}: {}", stderr(&output));
            assert!(stdout(&output).starts_with(check), "{}", stdout(&output));
        }
    }
    for file in ["src/settings/decisions.rs", "src/session/about_decisions.rs"] {
        let text = std::fs::read_to_string(root().join(file)).unwrap();
        for (at, _) in text.match_indices("\"besluit-") {
            let name = text[at + 1..].split('"').next().unwrap();
            assert!(mtvp::settings::DECISION_CHECKS.contains(&name), "{file}: {name}");
        }
    }
}

#[test]
fn only_the_root_names_decisions() {
    let folder = std::env::temp_dir().join(format!("mtvp-besluiten-onder-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("praktijk")).unwrap();
    std::fs::create_dir_all(folder.join(".git")).unwrap();
    let case = root().join("tests/cases/besluiten/akkoord");
    std::fs::copy(case.join("plannen/plan.yaml"), folder.join("praktijk/plan.yaml")).unwrap();
    for file in ["mtvp.toml", "besluiten.yaml"] {
        std::fs::copy(case.join(file), folder.join("praktijk").join(file)).unwrap();
    }
    let output = program().current_dir(&folder).args(["check", "."]).output().unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("`decisions` mag hier niet"), "{}", stderr(&output));
}

#[test]
fn decisions_hold_to_their_schema() {
    let text = std::fs::read_to_string(root().join("src/settings/decisions.schema.json")).unwrap();
    let schema = jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap();
    for case in cases() {
        let file = root().join("tests/cases/besluiten").join(&case).join("besluiten.yaml");
        let text = std::fs::read_to_string(file).unwrap();
        let list: serde_json::Value = serde_yaml::from_str(&text).unwrap();
        // What the reader refuses, the schema refuses; an answer it takes in any case.
        let sound = schema.is_valid(&list);
        assert_eq!(sound, case != "onvolledig" && case != "niet-akkoord", "{case}");
    }
}
