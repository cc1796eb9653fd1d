//! What people see, kept as snapshots beside the cases; and what the commands promise.

use insta::{Settings, assert_snapshot};

use crate::support::{Scratch, files, mtvp, mtvp_with, name, root, stderr, stdout};

fn beside(folder: &str) -> Settings {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(root().join(folder));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

#[test]
fn findings_as_people_read_them() {
    for path in files("tests/cases/check", &["yaml"]) {
        let output = mtvp(&["check", &name(&path), "--as-of", "2025-06-01"]);
        let case = path.file_stem().unwrap().to_string_lossy().into_owned();
        beside("tests/cases/check")
            .bind(|| assert_snapshot!(case, format!("{}exit {:?}\n", stdout(&output), output.status.code())));
    }
}

#[test]
fn slips_in_the_writing_are_told_where_they_are() {
    let mut all = String::new();
    for path in files("tests/cases/yaml-fouten", &["yaml"]) {
        let output = mtvp(&["check", &name(&path)]);
        assert_eq!(output.status.code(), Some(1), "{}", name(&path));
        // What else is wrong with so small a plan is of no interest here.
        let said = stdout(&output);
        let starts: Vec<usize> = said.match_indices("overtreding ").map(|(at, _)| at).chain([said.len()]).collect();
        let parts = starts.windows(2).map(|part| &said[part[0]..part[1]]);
        let own: String = parts.filter(|part| part.starts_with("overtreding yaml")).collect();
        all.push_str(own.split("\ntests/").next().unwrap());
        all.push('\n');
    }
    beside("tests/cases/yaml-fouten").bind(|| assert_snapshot!("gemeld", all));
}

#[test]
fn constructs_of_the_language_judge_as_they_say() {
    for path in files("tests/cases/taal", &["yaml"]) {
        let output = mtvp(&["check", &name(&path), "--regioplan", "tests/cases/taal", "--format", "concise"]);
        assert_eq!(stderr(&output), "");
        let case = path.file_stem().unwrap().to_string_lossy().into_owned();
        beside("tests/cases/taal").bind(|| assert_snapshot!(case, stdout(&output)));
    }
}

#[test]
fn regions_as_people_read_them() {
    let folders = [
        "tests/cases/regio/onvolledig",
        "tests/cases/regio/twee-regios",
        "tests/cases/regio/kapotte-cijfers",
        "tests/cases/regio/leeg",
        "regioplans/primacura/2023/regio/fout/13-huisartsen",
        "regioplans/eemland/2026-2027/regio/goed/2026-met-een-plan-te-weinig",
    ];
    for folder in folders {
        let output = mtvp(&["region", folder, "--as-of", "2027-03-01"]);
        let case = format!("regio-{}", folder.rsplit('/').next().unwrap());
        let text = format!("{}{}exit {:?}\n", stdout(&output), stderr(&output), output.status.code());
        beside("tests/cases/regio").bind(|| assert_snapshot!(case, text));
    }
    let csv = mtvp(&["region", "tests/cases/regio/onvolledig", "--as-of", "2027-03-01", "--format", "csv"]);
    beside("tests/cases/regio").bind(|| assert_snapshot!("regio-csv", stdout(&csv).replace("\r\n", "\n")));
}

#[test]
fn regioplan_errors_as_people_read_them() {
    for path in files("tests/cases/regioplan", &["regioplan"]) {
        let output = mtvp(&["show", &name(&path)]);
        assert_eq!(output.status.code(), Some(2), "{}", name(&path));
        let case = path.file_stem().unwrap().to_string_lossy().into_owned();
        beside("tests/cases/regioplan").bind(|| assert_snapshot!(case, stderr(&output)));
    }
}

#[test]
fn the_other_commands_as_people_read_them() {
    let cases: [(&str, &[&str]); 25] = [
        ("show", &["show"]),
        ("show-rijn-en-duin", &["show", "rijn-en-duin@2.7"]),
        ("show-json", &["show", "--format", "json"]),
        ("explain-rule", &["explain", "aw-jaar-3"]),
        ("explain-intervention", &["explain", "eemland::trieren"]),
        ("explain-which", &["explain", "trieren"]),
        ("explain-kind", &["explain", "continuering"]),
        ("explain-key", &["explain", "Startkwartaal"]),
        ("explain-label", &["explain", "Flexibele consultduur via anders inroosteren"]),
        ("explain-severity", &["explain", "te-beoordelen"]),
        ("explain-element", &["explain", "anders-werken"]),
        ("explain-field", &["explain", "onderbouwing"]),
        ("explain-built-in", &["explain", "bsn"]),
        ("explain-english", &["explain", "eerste-intervisie", "--lang", "en"]),
        ("explain-region-rule", &["explain", "intervisie-grootte"]),
        ("show-sources", &["show", "syntein@werkplan-2026", "--sources"]),
        ("show-leidraad", &["show", "leidraad"]),
        ("next", &["next", "regioplans/rijn-en-duin/2.7/goed/helmgras-jaar-1.yaml"]),
        ("help-region", &["region", "--help"]),
        ("help-next", &["next", "--help"]),
        ("new-1", &["new", "rijn-en-duin@2.7", "--year", "1"]),
        ("new-3", &["new", "rijn-en-duin@2.7", "--year", "3"]),
        ("help", &["--help"]),
        ("help-check", &["check", "--help"]),
        ("help-english", &["check", "--help", "--lang", "en"]),
    ];
    for (case, args) in cases {
        let output = mtvp(args);
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", stderr(&output));
        beside("tests/cases/commands").bind(|| assert_snapshot!(case, stdout(&output)));
    }
}

/// Every regioplan, leidraad and werkplan of the list goes by the name that the list shows, with and without its version; and
/// every name in it can be explained.
#[test]
fn what_is_listed_can_be_shown_and_explained() {
    let json = |args: &[&str]| -> serde_json::Value {
        serde_json::from_str(&stdout(&mtvp(&[args, &["--format", "json"]].concat()))).unwrap()
    };
    let fine = |args: &[&str]| {
        let output = mtvp(args);
        assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""), "{args:?}");
    };
    let all = json(&["show"]);
    assert!(all.as_array().unwrap().len() >= 6);
    for one in all.as_array().unwrap() {
        let (id, version) = (one["id"].as_str().unwrap(), one["version"].as_str().unwrap());
        let full = format!("{id}@{version}");
        fine(&["show", id]);
        fine(&["docs", &full]);
        let whole = stderr(&mtvp(&["explain", &full]));
        assert!(whole.contains(&format!("`mtvp show {full}`")), "{full}: {whole}");
        let shown = json(&["show", &full]);
        let elements = &shown["kernelementen"];
        // One of each sort stands for the others.
        let names = [&elements[0], &elements[0]["interventions"][0], &shown["rule_list"][0], &shown["indicators"][0]];
        for name in names.into_iter().filter_map(|one| one["id"].as_str()) {
            fine(&["explain", name, "--regioplan", &full]);
        }
    }
}

#[test]
fn concise_is_one_line_a_finding() {
    let output = mtvp(&["check", "tests/cases/check/soorten.yaml", "--format", "concise", "--quiet"]);
    let said = stdout(&output);
    assert!(!said.is_empty());
    for line in said.lines() {
        let mut parts = line.splitn(4, ':');
        assert_eq!(parts.next(), Some("tests/cases/check/soorten.yaml"), "{line}");
        assert!(
            parts.next().unwrap().parse::<usize>().is_ok() && parts.next().unwrap().parse::<usize>().is_ok(),
            "{line}"
        );
        assert!(parts.next().unwrap().len() > 10, "{line}");
    }
}

/// What a rule wants on a day before the accounting is told with that day, and so is the first of what is due later.
#[test]
fn a_day_before_the_accounting_is_told() {
    let plan = "tests/cases/bureau/een-dag-gehaald/plannen/aangemeld.yaml";
    let said = stdout(&mtvp(&["check", "--no-config", "--pending", plan]));
    assert!(said.contains("Later aan te tonen, uiterlijk op 31 maart 2023 (1):\n  - Lichting 1"), "{said}");
    assert!(said.contains("het eerste uiterlijk op 31 maart 2023"), "{said}");
    let said = stdout(&mtvp(&["check", "--no-config", "--as-of", "2023-04-01", "--format", "concise", plan]));
    assert!(said.contains("overtreding aanmelden-lichting-1"), "{said}");
}

/// Of many plans what is due later is counted, of one it is listed; who asks for it, gets it for many too.
#[test]
fn many_plans_as_people_read_them() {
    let folder = "examples/plannen/rijn-en-duin";
    let one = "examples/plannen/rijn-en-duin/de-meeuwenhof.yaml";
    let check = |args: &[&str]| stdout(&mtvp(&[&["check", "--no-config"], args].concat()));
    for (name, args) in [("check-many", vec![folder]), ("check-many-pending", vec![folder, "--pending"])] {
        beside("tests/cases/commands").bind(|| assert_snapshot!(name, check(&args)));
    }
    let listed = |said: &str| said.lines().filter(|line| line.starts_with("  - ")).count();
    assert_eq!(listed(&check(&[folder])), 0);
    assert_eq!(listed(&check(&[one])), 0);
    let pending = listed(&check(&[one, "--pending"]));
    assert!(listed(&check(&[folder, "--pending"])) > pending && pending > 0);
    let total = |said: &str| said.lines().last().map(str::to_owned);
    assert_eq!(total(&check(&[folder])), total(&check(&[folder, "--pending"])));
}

#[test]
fn a_blank_plan_gives_one_finding_for_each_blank() {
    for year in ["1", "2", "3"] {
        let blank = stdout(&mtvp(&["new", "rijn-en-duin@2.7", "--year", year]));
        let output =
            mtvp_with(&["check", "-", "--as-of", "2025-06-01", "--format", "concise", "--quiet"], blank.as_bytes());
        let said = stdout(&output);
        assert_eq!(output.status.code(), Some(1));
        assert!(!said.contains(" yaml ") && !said.contains("onbekend-veld"), "{said}");
        let mut places: Vec<&str> = said.lines().map(|line| line.split(": ").next().unwrap()).collect();
        let blanks =
            blank.lines().filter(|line| !line.trim_start().starts_with('#') && line.contains(":  # verplicht")).count();
        let required = said.lines().filter(|line| line.contains(" verplicht-veld ")).count();
        places.dedup();
        // A group of fields has no blank of its own: its fields have.
        assert!(required > 5 && required <= blanks, "year {year}: {required} findings for {blanks} blanks\n{said}");
    }
}

#[test]
fn a_blank_plan_filled_in_passes() {
    for (year, choices) in [
        ("1", vec![("1", "taakherschikking: nieuw|positieve-gezondheid: nieuw")]),
        (
            "2",
            vec![
                ("1", "taakherschikking: nieuw|positieve-gezondheid: nieuw"),
                (
                    "2",
                    "lean-werken: nieuw|positieve-gezondheid: doorontwikkeling|welzijn-op-recept: nieuw|wijkteam: nieuw",
                ),
            ],
        ),
        (
            "3",
            vec![
                ("1", "taakherschikking: nieuw|positieve-gezondheid: nieuw"),
                (
                    "2",
                    "lean-werken: nieuw|positieve-gezondheid: doorontwikkeling|welzijn-op-recept: nieuw|wijkteam: nieuw",
                ),
                (
                    "3",
                    "beeldbellen: nieuw|positieve-gezondheid: onderhoud|welzijn-op-recept: continuering|wijkteam: continuering",
                ),
            ],
        ),
    ] {
        let blank = stdout(&mtvp(&["new", "rijn-en-duin@2.7", "--year", year]));
        let filled = fill_in(&blank, year, &choices);
        let output = mtvp_with(&["check", "-"], filled.as_bytes());
        assert_eq!(output.status.code(), Some(0), "year {year}: {}\n{filled}", stdout(&output));
        assert!(!stdout(&output).contains("waarschuwing"), "year {year}: {}", stdout(&output));
    }
}

/// Fills in each blank as a person would, and puts the choices below `interventies`.
fn fill_in(blank: &str, year: &str, choices: &[(&str, &str)]) -> String {
    let start = match year {
        "1" => "2025-Q1",
        "2" => "2024-Q1",
        _ => "2023-Q2",
    };
    let mut filled = String::new();
    let mut current = String::new();
    for line in blank.lines() {
        let trimmed = line.trim_start_matches([' ', '-']);
        let key = trimmed.split(':').next().unwrap_or("");
        if line.starts_with("  ") && !line.starts_with("   ") && key.parse::<u8>().is_ok() {
            key.clone_into(&mut current);
        }
        let value = match key {
            "startkwartaal" => start,
            "ingediend" | "datum" => "2025-03-14",
            "naam" | "plaats" | "adres" => "Lindelaan",
            "agb" => "01056789",
            _ => "",
        };
        let head = line.split("  #").next().unwrap_or(line);
        if line.trim_start().starts_with('#') || value.is_empty() {
            filled.push_str(line);
        } else {
            filled.push_str(&format!("{head} {value}"));
        }
        filled.push('\n');
        if key == "interventies" {
            let (_, list) = choices.iter().find(|(number, _)| *number == current).expect("choices for the year");
            filled.extend(list.split('|').map(|choice| format!("      {choice}\n")));
        }
    }
    filled
}

#[test]
fn new_writes_a_file_and_never_overwrites_one() {
    let scratch = Scratch::new("new");
    let path = scratch.0.join("plan.yaml").to_string_lossy().into_owned();
    assert_eq!(mtvp(&["new", "rijn-en-duin@2.7", "--year", "1", "-o", &path]).status.code(), Some(0));
    let first = std::fs::read_to_string(&path).unwrap();
    assert!(first.contains("regioplan: rijn-en-duin@2.7"));
    let second = mtvp(&["new", "rijn-en-duin@2.7", "--year", "2", "-o", &path]);
    assert_eq!(second.status.code(), Some(2));
    assert!(stderr(&second).contains("bestaat al"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), first);
}

#[test]
fn a_regioplan_of_the_user_comes_first_and_the_report_says_so() {
    let plan = "regioplans/rijn-en-duin/2.7/goed";
    let own = "regioplans/rijn-en-duin/2.7.regioplan";
    let said = stdout(&mtvp(&["check", plan, "--regioplan", own]));
    assert!(said.contains(&format!("(rijn-en-duin 2.7, {own}, peildatum ")), "{said}");
    let said = stdout(&mtvp(&["check", plan]));
    assert!(said.contains("(rijn-en-duin 2.7, ingebouwd, peildatum "), "{said}");
}

#[test]
fn strict_and_quiet() {
    let warned = "regioplans/rijn-en-duin/2.7/fout/aw-jaar-2-stap.yaml";
    assert_eq!(mtvp(&["check", warned]).status.code(), Some(0));
    assert_eq!(mtvp(&["check", warned, "--strict"]).status.code(), Some(1));
    assert!(stdout(&mtvp(&["check", warned])).contains("bekeken"));
    let quiet = stdout(&mtvp(&["check", warned, "--quiet"]));
    assert!(!quiet.contains("bekeken") && !quiet.contains("Later aan te tonen"), "{quiet}");
}

#[test]
fn accounting_by_flag_is_accounting_by_plan() {
    let plan = "regioplans/rijn-en-duin/2.7/fout/intervisie.yaml";
    let text = std::fs::read_to_string(root().join(plan)).unwrap();
    let handed_in = text.replace("verantwoording: ja", "verantwoording: nee");
    let found = |args: &[&str]| stdout(&mtvp_with(args, handed_in.as_bytes()));
    assert!(!found(&["check", "-", "--format", "concise"]).contains("overtreding intervisie "));
    assert!(found(&["check", "-", "--format", "concise", "--verantwoording"]).contains("overtreding intervisie "));
}

#[test]
fn the_language_follows_flag_environment_and_locale() {
    let run = |name: &str, value: &str| {
        let mut command = crate::support::program();
        stdout(
            &command
                .env(name, value)
                .args(["check", "regioplans/rijn-en-duin/2.7/fout/aw-jaar-1.yaml"])
                .output()
                .unwrap(),
        )
    };
    assert!(run("MTVP_LANG", "en").contains("violation"));
    assert!(run("LANG", "en_GB.UTF-8").contains("violation"));
    for dutch in ["nl_NL.UTF-8", "C", "POSIX", ""] {
        assert!(run("LANG", dutch).contains("overtreding"), "{dutch}");
    }
    let said = stdout(&mtvp(&["check", "regioplans/rijn-en-duin/2.7/fout/aw-jaar-1.yaml", "--lang", "en"]));
    assert!(said.contains("violation") && said.contains("help:") && !said.contains("overtreding"), "{said}");
}

#[test]
fn colour_only_where_it_is_asked() {
    let plan = "regioplans/rijn-en-duin/2.7/fout/aw-jaar-1.yaml";
    assert!(!stdout(&mtvp(&["check", plan])).contains('\u{1b}'));
    assert!(stdout(&mtvp(&["check", plan, "--color", "always"])).contains('\u{1b}'));
}

#[test]
fn completions_and_manual() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(stdout(&mtvp(&["completions", shell])).contains("mtvp"), "{shell}");
    }
    assert!(stdout(&mtvp(&["man"])).contains(".TH"));
}
