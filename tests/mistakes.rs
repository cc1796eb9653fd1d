//! What people see who give a command the wrong file or a word that it does not know. Each case is one command.

use insta::{Settings, assert_snapshot};

use crate::support::{Scratch, mtvp, program, root, stderr, stdout};

const PLAN: &str = "examples/plannen/de-linde.yaml";
const RULES: &str = "regioplans/rijn-en-duin/2.7.regioplan";
const REGISTER: &str = "regioplans/rijn-en-duin/2.7.bronnen";
const FIGURES: &str = "examples/regio/regio.yaml";

fn snapshot(text: &str) {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/cases/vergissingen"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!("vergissingen", text));
}

#[test]
fn the_wrong_file_or_word_gets_a_way_out() {
    let cases: [&[&str]; 37] = [
        &["chekc"],
        &["chekc", "--lang", "en"],
        &["xyzzy"],
        &[],
        &["--lang", "en"],
        &["weg.yaml"],
        &[RULES],
        &["decisions", PLAN],
        &["help", "chekc"],
        &["decisions", "imprt", "bureau.xlsx"],
        &["help", "decisions", "imprt"],
        &["new", "rijn-en-duin"],
        &["check", "--format", "jsn"],
        &["check", RULES],
        &["check", REGISTER],
        &["check", "examples/mtvp.toml"],
        &["check", "tests/cases/vergissingen/plan.docx"],
        &["fmt", PLAN],
        &["fmt", "README.md"],
        &["next", RULES],
        &["next", FIGURES],
        &["next", "examples/plannen"],
        &["next", "examples/afwijkingen.yaml"],
        &["region", RULES],
        &["region", FIGURES],
        &["region", "examples/regio", "--figures", PLAN],
        &["impact", "rijn-en-duin", "rijn-en-duin", RULES],
        &["waivers", PLAN],
        &["waivers", "examples/mtvp.toml"],
        &["show", PLAN],
        &["show", REGISTER],
        &["lint", PLAN],
        &["test", "README.md"],
        &["check", PLAN, "--regioplan", FIGURES],
        &["check", "examples/plannen", "--changed=bestaat-niet"],
        &["explain", "contnuering"],
        &["explain", "xyzzy"],
    ];
    let mut all = String::new();
    for args in cases {
        let output = mtvp(args);
        assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(2), ""), "{args:?}");
        all.push_str(&format!("$ mtvp {}\n{}\n", args.join(" "), stderr(&output)));
    }
    snapshot(&all);
}

/// Who drags a plan onto the program, or forgets the command, means `check`.
#[test]
fn a_path_where_a_command_is_asked_is_checked() {
    let both = |args: &[&str], checked: &[&str]| {
        let (one, other) = (mtvp(args), mtvp(checked));
        assert_eq!((stdout(&one), stderr(&one)), (stdout(&other), stderr(&other)), "{args:?}");
        assert_eq!(one.status.code(), other.status.code());
    };
    let (good, wrong, folder) = (PLAN, "examples/plannen/de-kastanje.yaml", "examples/plannen");
    both(&[good], &["check", good]);
    both(&[wrong, "--format", "concise"], &["check", wrong, "--format", "concise"]);
    both(&["--lang", "en", "--color=never", wrong], &["check", wrong, "--lang", "en"]);
    both(&[good, wrong], &["check", good, wrong]);
    both(&[folder, "--quiet"], &["check", folder, "--quiet"]);
    both(&["tests/cases/vergissingen/plan.docx"], &["check", "tests/cases/vergissingen/plan.docx"]);
    // A command goes before a folder of the same name.
    let scratch = Scratch::new("map-als-opdracht");
    std::fs::create_dir(scratch.0.join("show")).unwrap();
    let output = program().current_dir(&scratch.0).args(["show"]).output().unwrap();
    assert_eq!(stdout(&output), stdout(&mtvp(&["show"])));
}

#[test]
fn the_file_of_exceptions_is_no_plan() {
    let output = program().current_dir(root().join("examples")).args(["check", "afwijkingen.yaml"]).output().unwrap();
    let wrong = stderr(&output);
    assert!(output.status.code() == Some(2) && wrong.contains("`mtvp waivers afwijkingen.yaml`"), "{wrong}");
}

#[test]
fn outside_a_repository_git_says_so_in_plain_words() {
    let scratch = Scratch::new("geen-git");
    let output = program().current_dir(&scratch.0).args(["check", "--changed"]).output().unwrap();
    let wrong = stderr(&output);
    assert!(output.status.code() == Some(2) && wrong.contains("hoort niet bij een repository"), "{wrong}");
    assert!(wrong.contains("Git zegt zelf: “fatal: not a git repository"), "{wrong}");
    let output = program().current_dir(&scratch.0).env("PATH", "").args(["check", "--changed"]).output().unwrap();
    assert!(stderr(&output).contains("staat niet op deze computer"), "{}", stderr(&output));
}

#[test]
fn help_is_the_same_in_both_ways_and_speaks_one_language() {
    let help = stdout(&mtvp(&["help"]));
    assert_eq!(help, stdout(&mtvp(&["--help"])));
    let names = help.lines().skip_while(|line| *line != "Opdrachten:").skip(1).take_while(|line| !line.is_empty());
    // A line that goes on stands farther in.
    let names = names.filter_map(|line| line.strip_prefix("  ").filter(|name| !name.starts_with(' ')));
    let names: Vec<&str> = names.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.len() > 15, "{help}");
    for name in names {
        let page = stdout(&mtvp(&["help", name]));
        assert!(page.contains(&format!("Gebruik: mtvp {name}")), "{page}");
        assert_eq!(page, stdout(&mtvp(&[name, "--help"])));
        for word in ["OPTIONS", "COMMAND", "<LANG>", "FORMAT", "COLOR", "SHELL"] {
            assert!(!page.contains(word), "{word}: {page}");
        }
        let english = stdout(&mtvp(&["help", name, "--lang", "en"]));
        for word in ["OPTIES", "TAAL", "VORM", "KLEUR", "BESTAND", "DATUM", "NAAM", "JAAR", "OPDRACHT"] {
            assert!(!english.contains(word), "{word}: {english}");
        }
    }
}
