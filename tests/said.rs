//! What is said of plans that mean harm or are in each other's way: in every format, and on every computer.

use crate::support::{Scratch, program, stderr, stdout};

/// A plan of a made-up practice with its own region, which breaks a rule when it has one choice.
fn plan(code: &str, more: &str) -> String {
    let text = include_str!("../regioplans/rijn-en-duin/2.7/fout/aw-jaar-2-stap.yaml");
    let old = text.lines().find_map(|line| line.strip_prefix("  agb: ")).unwrap();
    text.replace(old, code) + more
}

fn run(scratch: &Scratch, args: &[&str], env: &[(&str, &str)]) -> (String, Option<i32>) {
    let output = program().current_dir(&scratch.0).args(args).envs(env.iter().copied()).output().unwrap();
    (stdout(&output) + &stderr(&output), output.status.code())
}

const FORMATS: [&str; 9] = ["human", "concise", "json", "sarif", "junit", "github", "gitlab", "markdown", "csv"];

#[test]
fn no_format_shows_a_citizen_number_of_a_comment_a_name_or_a_value() {
    let scratch = Scratch::new("nummers");
    let comment = "# mevrouw 111-222/333, en 1112.22.333\nx: 1 # 111222333\n";
    scratch.write("patient-111222333.yaml", plan("01056789", comment));
    for format in FORMATS {
        let (said, code) = run(&scratch, &["check", "--format", format], &[]);
        assert!(code == Some(1) && said.contains("bsn"), "{said}");
        assert!(["111222333", "111-222/333", "1112.22.333"].iter().all(|number| !said.contains(number)), "{said}");
    }
}

#[test]
fn no_command_shows_a_citizen_number_of_a_name_or_of_lines() {
    let scratch = Scratch::new("nummers-overal");
    std::fs::create_dir_all(scratch.0.join("plannen")).unwrap();
    let with = |code: &str, key: &str, value: &str| -> String {
        let own = |line: &str| if line.starts_with(key) { format!("{key} {value}\n") } else { format!("{line}\n") };
        plan(code, "").lines().map(own).collect()
    };
    scratch.write("plannen/regels.yaml", with("01056789", "  adres:", "|\n    111\n    222\n    333"));
    let (said, code) = run(&scratch, &["check", "plannen", "--format", "concise"], &[]);
    assert!(code == Some(1) && said.contains(" bsn "), "{said}");
    scratch.write("plannen/verwijzing 111222333.docx", "PK");
    scratch.write("plannen/mw-111222333.yaml", plan("01056790", ""));
    scratch.write("plannen/mw-123456782.yaml", "regioplan: rijn-en-duin@2.7\njaar\n");
    scratch.write("plannen/naam.yaml", with("01056791", "  naam:", "De M 111222333"));
    let mut runs: Vec<Vec<&str>> = FORMATS.iter().map(|format| vec!["check", "plannen", "--format", format]).collect();
    let other = |command: &[&'static str], formats: &[&'static str]| -> Vec<Vec<&str>> {
        formats.iter().map(|format| [command, &["--format", format]].concat()).collect()
    };
    let versions = ["impact", "rijn-en-duin@2.7", "rijn-en-duin@2.7", "plannen"];
    runs.extend(other(&versions, &["human", "json", "csv", "markdown"]));
    runs.extend(other(&["region", "plannen"], &["human", "json", "csv", "html"]));
    for args in runs {
        let (said, _) = run(&scratch, &args, &[]);
        for number in ["111222333", "123456782", "111 222 333", "111\\n222\\n333"] {
            assert!(!said.contains(number), "{args:?}: {said}");
        }
    }
    let (said, _) = run(&scratch, &["check", "plannen", "--format", "concise"], &[]);
    assert!(said.contains("plannen/verwijzing *********.docx:1:1: overtreding bsn "), "{said}");
}

#[test]
fn no_format_holds_what_is_unseen_or_obeyed() {
    let scratch = Scratch::new("tekens");
    let key = "\"::##[error]\\u202e\\u200b\\u3164\\uFE0F\\u2028 www.voorbeeld.nl https://voorbeeld.nl ,=1+1\": 1\n";
    scratch.write("::warning ##[error]\u{202e}\u{200b}.yaml", plan("01056789", key));
    scratch.write(":", plan("01056789", key));
    for format in FORMATS {
        let (said, _) = run(&scratch, &["check", ".", ":", "--format", format], &[]);
        assert!(!said.contains(['\u{202e}', '\u{200b}', '\u{3164}', '\u{fe0f}', '\u{2028}']), "{said}");
        assert!(!said.contains("##["), "{format}: {said}");
        let own = format == "github";
        assert!(own || said.lines().all(|line| !line.trim_start().starts_with("::")), "{format}: {said}");
        let bare = |text: &str| said.split('`').step_by(2).any(|part| part.contains(text));
        assert!(format != "markdown" || !bare("www.") && !bare("https://"), "{said}");
        assert!(format != "csv" || !said.contains(",="), "{said}");
    }
}

#[test]
fn quiet_leaves_out_what_is_due_later_in_every_format() {
    let scratch = Scratch::new("stil");
    scratch.write("plan.yaml", include_str!("../regioplans/rijn-en-duin/2.7/goed/helmgras-jaar-1.yaml"));
    let later = ["later aan te tonen", "\"pending\",", "\"level\":\"note\""];
    for format in FORMATS {
        let (said, _) = run(&scratch, &["check", "--quiet", "--format", format], &[]);
        assert!(later.iter().all(|word| !said.contains(word)), "{format}: {said}");
    }
}

#[test]
fn plans_with_one_code_are_told_and_a_waiver_names_its_plan() {
    let scratch = Scratch::new("dubbel");
    let waiver = |file: &str| {
        format!(
            "- praktijk: 01056789\n{file}  regel: aw-jaar-2-stap\n  reden: De praktijk verhuist.\n  akkoord: {{door: De regio, datum: 2020-01-01}}\n  tot: 2099-12-31\n"
        )
    };
    scratch.write("mtvp.toml", "waivers = \"afwijkingen.yaml\"\n[severity]\naw-jaar-2-stap = \"violation\"\n");
    scratch.write("een.yaml", plan("01056789", ""));
    scratch.write("afwijkingen.yaml", waiver(""));
    let (said, code) = run(&scratch, &["check", "--format", "concise"], &[]);
    assert!(code == Some(0) && !said.contains("dubbele-agb"), "{said}");
    scratch.write("twee.yaml", plan("\"0105678\\x39\"", ""));
    let (said, code) = run(&scratch, &["check", "--format", "concise"], &[]);
    assert_eq!((code, said.matches(" dubbele-agb ").count()), (Some(1), 2), "{said}");
    assert!(said.contains("meer plannen hebben AGB-code 01056789"), "{said}");
    scratch.write("afwijkingen.yaml", waiver("  bestand: een.yaml\n"));
    let (said, code) = run(&scratch, &["check", "--format", "concise"], &[]);
    let counts = |file: &str| said.lines().any(|line| line.starts_with(file) && line.contains("De praktijk verhuist."));
    assert!(code == Some(1) && counts("een.yaml") && !counts("twee.yaml"), "{said}");
    // A plan of the same practice for another year is its own; one of a practice with another name is not, whatever its year.
    scratch.write("afwijkingen.yaml", waiver(""));
    let later = plan("01056789", "").replace("jaar: 2\n", "jaar: 3\n");
    assert_ne!(later, plan("01056789", ""));
    let named = |name: &str| {
        let named = |line: &str| if line.starts_with("  naam:") { format!("  naam: {name}") } else { line.to_owned() };
        later.lines().map(|line| named(line) + "\n").collect::<String>()
    };
    let own = later.lines().find_map(|line| line.strip_prefix("  naam: ")).unwrap().to_uppercase();
    scratch.write("twee.yaml", named(&own));
    let (said, _) = run(&scratch, &["check", "--format", "concise"], &[]);
    assert!(!said.contains("dubbele-agb") && said.contains("De praktijk verhuist."), "{said}");
    scratch.write("twee.yaml", named("Huisartsenpraktijk De Boef"));
    let (said, code) = run(&scratch, &["check", "--format", "concise"], &[]);
    assert_eq!((code, said.matches("daar heet de praktijk anders").count()), (Some(1), 2), "{said}");
    assert!(!said.contains("De praktijk verhuist.") && said.contains("meer plannen hebben AGB-code"), "{said}");
}

#[test]
fn today_is_that_of_the_named_zone_and_files_have_the_language_of_the_settings() {
    let scratch = Scratch::new("omgeving");
    scratch.write(
        "plan.yaml",
        plan("01056789", "")
            .lines()
            .filter(|line| !line.starts_with("ingediend"))
            .map(|line| format!("{line}\n"))
            .collect::<String>(),
    );
    let day = |zone: &str| {
        let (said, _) = run(&scratch, &["check", "--format", "json"], &[("TZ", zone)]);
        said.split("\"reference_date\": \"").nth(1).unwrap()[..10].to_owned()
    };
    // Between these two it is never the same day.
    assert!(day("Pacific/Kiritimati") > day("Etc/GMT+12"));
    let made = |env: &[(&str, &str)]| {
        let mut new = program();
        stdout(&new.args(["new", "syntein", "--year", "1"]).envs(env.iter().copied()).output().unwrap())
    };
    let dutch = made(&[]);
    assert_eq!(made(&[("LC_ALL", "en_US.UTF-8")]), dutch);
    assert_ne!(made(&[("MTVP_LANG", "en")]), dutch);
}

#[test]
fn every_command_has_a_page_of_the_manual() {
    let scratch = Scratch::new("pagina");
    for name in ["check", "man"] {
        let (said, code) = run(&scratch, &["man", name], &[]);
        assert!(code == Some(0) && said.contains(&format!("mtvp\\-{name}")), "{said}");
    }
    assert_eq!(run(&scratch, &["man", "chek"], &[]).1, Some(2));
}
