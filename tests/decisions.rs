//! What a region decided on what a person judges: each folder of cases is a small repository with a plan, and decisions.

use crate::support::{Scratch, mtvp, program, repositories, root, snapshot_in, stderr, stdout};

const FOLDER: &str = "tests/cases/besluiten";

fn cases() -> Vec<String> {
    let found = repositories(FOLDER);
    assert!(found.len() >= 6);
    found
}

fn snapshot(case: &str, text: &str) {
    snapshot_in(FOLDER, case, text);
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
        ("zonder-code", &["region", ".", "--open-reviews", "--as-of", "2026-06-01"]),
        ("twee-plannen", &["reviews", "--as-of", "2026-06-01"]),
        ("twee-plannen", &["region", ".", "--open-reviews", "--as-of", "2026-06-01"]),
        ("nieuwe-naam", &["region", ".", "--open-reviews", "--as-of", "2026-06-01"]),
        ("nieuwe-naam", &["region", ".", "--format", "csv", "--table", "te-beoordelen", "--as-of", "2026-06-01"]),
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
        assert_eq!(sound, !["onvolledig", "niet-akkoord", "onbekend-veld"].contains(&case.as_str()), "{case}");
    }
}

/// Says of a plan what is to be judged: rule, intervention and fingerprint.
fn judged(folder: &std::path::Path) -> Vec<(String, String, String)> {
    let output = program().current_dir(folder).args(["reviews", ".", "--format", "json"]).output().unwrap();
    let json: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    let text = |one: &serde_json::Value, key: &str| one[key].as_str().unwrap_or_default().to_owned();
    let all = json["reviews"].as_array().unwrap();
    all.iter().map(|one| (text(one, "rule"), text(one, "intervention"), text(one, "fingerprint"))).collect()
}

/// What one choice is judged by is that choice; what a rule about several choices is judged by are all of them.
#[test]
fn a_fingerprint_is_about_what_is_judged() {
    let scratch = Scratch::new("vingerafdruk");
    let case = root().join("tests/cases/besluiten/vorig-jaar");
    let own = std::fs::read_to_string(case.join("r.regioplan")).unwrap()
        + "\ninterventie ander-idee \"Een ander idee\"\n  hoort bij kernelement zorg\n  aangeboden elk jaar\n\n\
           regel samen \"De keuzes passen bij elkaar\"\n  in het jaar van het plan\n  kies minimaal 1 uit kernelement zorg\n  \
           voldaan: beoordeling door \"Regio Klein\"\n  advies \"Beschrijf het.\"\n  bron K-1\n";
    scratch.write("r.regioplan", own);
    scratch.write("r.bronnen", std::fs::read_to_string(case.join("r.bronnen")).unwrap());
    scratch.write("mtvp.toml", "regioplans = [\"r.regioplan\"]\n");
    let of = |choices: &str, name: &str| {
        let plan = format!(
            "regioplan: klein@1\nstartkwartaal: 2024-Q1\njaar: 1\ningediend: 2024-01-10\n\
             praktijk: {{naam: {name}, agb: \"01053554\"}}\njaren:\n  1:\n    interventies:\n{choices}"
        );
        scratch.write("plan.yaml", plan);
        let of_rule = |found: &[(String, String, String)], rule: &str, id: &str| {
            found
                .iter()
                .find(|one| one.0 == rule && one.1 == id)
                .unwrap_or_else(|| panic!("{rule}: {found:?}"))
                .2
                .clone()
        };
        let found = judged(&scratch.0);
        (of_rule(&found, "idee-past", "eigen-idee"), of_rule(&found, "samen", ""))
    };
    let (walk, other) =
        ("      eigen-idee: {keuze: nieuw, idee: Wandelen.}\n", "      ander-idee: {keuze: nieuw, idee: Lezen.}\n");
    let alone = of(walk, "De Linde");
    let both = of(&format!("{walk}{other}"), "De Linde");
    assert_eq!(alone.0, both.0, "another choice is judged by itself");
    assert_ne!(alone.1, both.1, "the choices are judged together");
    assert_eq!(both, of(&format!("{other}{walk}"), "De Linde"), "order is no matter");
    assert_eq!(both, of(&format!("{walk}{other}"), "De Eik"), "nor is a field that no rule reads");
    let more = of(&format!("{}{other}", walk.replace("Wandelen.", "Wandelen en fietsen.")), "De Linde");
    assert!(more.0 != both.0 && more.1 == both.1, "the text is of the one rule alone");
}

/// What stands in a plan, changed: of which rules the judgement comes back, and of no others.
#[test]
fn a_changed_text_brings_back_what_was_judged_of_it() {
    let folder = "tests/cases/vingerafdruk";
    let mut changes = 0;
    for case in repositories(folder) {
        let from = root().join(folder).join(&case);
        let scratch = Scratch::new(&format!("vingerafdruk-{case}"));
        for file in ["mtvp.toml", "plan.yaml", "r.regioplan"] {
            if let Ok(text) = std::fs::read_to_string(from.join(file)) {
                scratch.write(file, text);
            }
        }
        let plan = std::fs::read_to_string(from.join("plan.yaml")).unwrap();
        let before = judged(&scratch.0);
        assert!(!before.is_empty(), "{case}");
        let lines = std::fs::read_to_string(from.join("veranderingen.txt")).unwrap();
        for line in lines.lines().filter(|line| !line.starts_with('#')) {
            let (change, rules) = line.split_once(" |").unwrap();
            let (old, new) = change.split_once(" => ").unwrap();
            let spelled = |text: &str| text.replace("\\n", "\n");
            assert!(plan.contains(&spelled(old)), "{case}: {old}");
            scratch.write("plan.yaml", plan.replace(&spelled(old), &spelled(new)));
            let after = judged(&scratch.0);
            let mut came_back: Vec<&str> =
                before.iter().filter(|one| !after.contains(one)).map(|one| one.0.as_str()).collect();
            came_back.dedup();
            came_back.sort_unstable();
            let mut expected: Vec<&str> = rules.split_whitespace().collect();
            expected.sort_unstable();
            assert_eq!(came_back, expected, "{case}: {line}");
            changes += 1;
        }
    }
    assert!(changes > 7);
}

/// Who is refused must change what is refused: an advice on other choices is no way out of that.
#[test]
fn a_refusal_gives_no_advice_on_choices() {
    let said = stdout(&run("niet-akkoord-keuze", &["check", "--as-of", "2026-06-01"]));
    let (_, refused) = said.split_once("eemland::digicoach-en-smarttyping").unwrap_or_else(|| panic!("{said}"));
    assert!(refused.contains("pas aan wat de regio niet goed vindt"), "{said}");
    assert!(!refused.contains("Andere regels kunnen meer vragen") && !refused.contains("Zo kan het"), "{said}");
}

/// Decisions that cannot be used are told wherever they would have counted.
#[test]
fn what_is_wrong_in_decisions_is_told_by_every_command_that_reads_them() {
    for args in [&["reviews"][..], &["region", "."], &["region", ".", "--open-reviews"]] {
        let output = run("onvolledig", &[args, &["--as-of", "2026-06-01"]].concat());
        assert!(stderr(&output).contains("besluit-onvolledig"), "{args:?}: {}", stderr(&output));
        assert_eq!(output.status.code(), Some(1), "{args:?}");
    }
}

/// A list grows for years: it may be larger than a plan.
#[test]
fn a_long_list_of_decisions_is_read() {
    let scratch = Scratch::new("besluiten-veel");
    let one = |number: usize| {
        format!(
            "- praktijk: \"01053554\"\n  regel: andere-netwerk-eigen-voorstel\n  jaar: 1\n  interventie: i{number}\n  besluit: akkoord\n  door: Huisartsen Eemland\n  datum: 2026-05-01\n  vingerafdruk: \"a48d9d82a64a50ed\"\n"
        )
    };
    let all: String = (0..8000).map(one).collect();
    assert!(all.len() > 1024 * 1024 + 1024);
    let own = std::fs::read_to_string(root().join(FOLDER).join("akkoord/besluiten.yaml")).unwrap();
    scratch.write("besluiten.yaml", own + &all);
    scratch.write("mtvp.toml", "decisions = \"besluiten.yaml\"\n");
    let plan = root().join(FOLDER).join("akkoord/plannen/plan.yaml");
    scratch.write("plan.yaml", std::fs::read_to_string(plan).unwrap());
    let output = program().current_dir(&scratch.0).args(["check", "--as-of", "2026-06-01", "-q"]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
}

/// What is still open in one decision takes no other away.
#[test]
fn a_dash_leaves_the_other_decisions_as_they_are() {
    let case = root().join(FOLDER).join("niet-akkoord");
    let own = std::fs::read_to_string(case.join("besluiten.yaml")).unwrap();
    let open = "- praktijk: \"01053554\"\n  regel: andere-netwerk-eigen-voorstel\n  jaar: 2\n  besluit:";
    for dash in ["-", "?", "-\n  onbekend: -", "akkoord\n  door: -", "\n  toelichting: -"] {
        let scratch = Scratch::new("besluiten-streepje");
        scratch.write("besluiten.yaml", format!("{own}{open} {dash}\n"));
        scratch.write("mtvp.toml", "decisions = \"besluiten.yaml\"\n");
        scratch.write("plan.yaml", std::fs::read_to_string(case.join("plannen/plan.yaml")).unwrap());
        let args = ["check", "--as-of", "2026-06-01", "-q", "--format", "concise"];
        let said = stdout(&program().current_dir(&scratch.0).args(args).output().unwrap());
        assert!(said.contains("overtreding andere-netwerk-eigen-voorstel"), "{dash}: {said}");
        assert!(said.contains("overtreding besluit-onvolledig"), "{dash}: {said}");
    }
}
