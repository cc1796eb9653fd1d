//! `mtvp lint`: each remark has a case that draws it and one that just does not, and a page in `mtvp explain`.

use std::collections::{BTreeMap, BTreeSet};

use insta::{Settings, assert_snapshot};
use mtvp::lint::{Level, Lint};
use serde_json::Value;

use crate::support::{Scratch, files, mtvp, name, root, stderr, stdout};

fn json(args: &[&str]) -> Value {
    let output = mtvp(&[&["lint", "--format", "json"], args].concat());
    serde_json::from_str(&stdout(&output)).unwrap_or_else(|error| panic!("{args:?}: {error}: {}", stderr(&output)))
}

/// The codes of all remarks.
fn codes(found: &Value) -> BTreeSet<String> {
    let files = found["files"].as_array().unwrap().iter();
    let remarks = files.flat_map(|file| file["remarks"].as_array().unwrap());
    remarks.map(|remark| remark["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn each_remark_has_a_case_that_draws_it_and_one_that_just_does_not() {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/cases/lint"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for lint in Lint::ALL {
        let code = lint.code();
        let (with, without) = (format!("tests/cases/lint/{code}/wel"), format!("tests/cases/lint/{code}/niet"));
        let strict = mtvp(&["lint", "--strict", "--format", "json", &with]);
        let found = serde_json::from_str(&stdout(&strict)).unwrap();
        assert_eq!(codes(&found), BTreeSet::from([code.to_owned()]), "{with}");
        assert_eq!(strict.status.code(), Some(i32::from(lint.level() != Level::Hint)), "{with}");
        assert_eq!(codes(&json(&[&without])), BTreeSet::new(), "{without}");
        let output = mtvp(&["lint", &with]);
        let said = format!("{}exit {:?}\n", stdout(&output), output.status.code());
        // No argument of a text is left open.
        assert!(!said.contains("{$"), "{said}");
        settings.bind(|| assert_snapshot!(code, said));
        assert_eq!(output.status.code(), Some(i32::from(lint.level() == Level::Error)), "{with}");
    }
    // No folder without a lint of its own.
    let folders: BTreeSet<String> = files("tests/cases/lint", &["regioplan"])
        .iter()
        .map(|path| name(path).split('/').nth(3).unwrap().to_owned())
        .collect();
    assert_eq!(folders, Lint::ALL.iter().map(|lint| lint.code().to_owned()).collect());
}

#[test]
fn each_remark_has_a_page() {
    for lint in Lint::ALL {
        for lang in ["nl", "en"] {
            let output = mtvp(&["explain", lint.code(), "--lang", lang]);
            let said = stdout(&output);
            assert_eq!(output.status.code(), Some(0), "{}", lint.code());
            assert!(said.starts_with(&format!("{}: ", lint.code())), "{said}");
            // What it means, why it matters, wrong and right: each with a text of its own.
            assert!(said.split("\n\n").count() >= 4 && !said.contains("lint-"), "{said}");
        }
    }
    // The reference lists them all.
    let reference = std::fs::read_to_string(root().join("grammar/README.md")).unwrap();
    let missing: Vec<&str> =
        Lint::ALL.map(Lint::code).into_iter().filter(|code| !reference.contains(&format!("| `{code}` |"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let near = stderr(&mtvp(&["explain", "tegenspraken"]));
    assert!(near.contains("tegenspraak"), "{near}");
}

/// Without examples, the help names the folder in which they are looked for: that of the file, not of the version.
#[test]
fn the_folder_that_the_help_names_is_the_one_that_is_read() {
    let scratch = Scratch::new("lint-map");
    let case = root().join("tests/cases/lint/zonder-voorbeeld/niet/1.0.regioplan");
    let file = scratch.write("onze-regio.regioplan", std::fs::read_to_string(case).unwrap());
    let said = stdout(&mtvp(&["lint", &file])).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("Maak naast het regioplan een map `onze-regio`."), "{said}");
    for part in ["goed", "fout"] {
        std::fs::create_dir_all(scratch.0.join("onze-regio").join(part)).unwrap();
        for plan in files(&format!("tests/cases/lint/zonder-voorbeeld/niet/1.0/{part}"), &["yaml"]) {
            let to = scratch.0.join("onze-regio").join(part).join(plan.file_name().unwrap());
            std::fs::copy(&plan, to).unwrap();
        }
    }
    assert_eq!(codes(&json(&[&file])), BTreeSet::new());
}

#[test]
fn a_reason_sets_a_remark_aside_in_its_own_block_only() {
    let scratch = Scratch::new("lint-negeren");
    let case = root().join("tests/cases/lint/zonder-titel/wel/1.0.regioplan");
    let text = std::fs::read_to_string(case).unwrap();
    let muted =
        text.replace("regel leeg \" \"\n", "regel leeg \" \"\n  negeer opmerking zonder-titel \"Met opzet.\"\n");
    assert_ne!(muted, text);
    let path = scratch.write("a.regioplan", &muted);
    assert_eq!(codes(&json(&[&path])), BTreeSet::new());
    // In the block before it silences nothing, and says so.
    let elsewhere = text.replace("\nregel leeg", "  negeer opmerking zonder-titel \"Met opzet.\"\n\nregel leeg");
    let path = scratch.write("b.regioplan", &elsewhere);
    let both = ["negeren-klopt-niet", "zonder-titel"].map(str::to_owned);
    assert_eq!(codes(&json(&[&path])), BTreeSet::from(both.clone()));
    // A part is a block of its own: the field above does not speak for the field below.
    let fields = "gegevens praktijk\n  veld a: datum\n    negeer opmerking veld-ongelezen \"Zo.\"\n  veld b: datum\n";
    let path =
        scratch.write("c.regioplan", text.replace("\nregel leeg \" \"", &format!("\n{fields}\nregel leeg \"A\"")));
    let found = json(&[&path]);
    let remarks = found["files"][0]["remarks"].as_array().unwrap();
    assert_eq!(remarks.len(), 1, "{found}");
    assert!(remarks[0]["message"].as_str().unwrap().contains("`b`"), "{found}");
}

#[test]
fn what_is_set_aside_is_not_told_when_a_regioplan_is_shown() {
    let scratch = Scratch::new("lint-tonen");
    let folder = root().join("tests/cases/lint/bron-zonder-besluit/wel");
    let plan = std::fs::read_to_string(folder.join("1.0.regioplan")).unwrap();
    let register = std::fs::read_to_string(folder.join("1.0.bronnen")).unwrap();
    let path = scratch.write("a.regioplan", plan);
    scratch.write("a.bronnen", &register);
    assert!(stderr(&mtvp(&["show", &path])).contains("VB-2"));
    scratch.write("a.bronnen", format!("{register}  negeer opmerking bron-zonder-besluit \"Dat volgt nog.\"\n"));
    assert_eq!(stderr(&mtvp(&["show", &path])), "");
    assert_eq!(codes(&json(&[&path])), BTreeSet::new());
}

#[test]
fn our_own_regioplannen_are_clean() {
    let found = json(&["regioplans"]);
    let mut remarks: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in found["files"].as_array().unwrap() {
        for remark in file["remarks"].as_array().unwrap() {
            let text = format!("{}:{}: {}", file["path"], remark["line"], remark["message"]);
            remarks.entry(remark["code"].as_str().unwrap().to_owned()).or_default().push(text);
        }
    }
    assert!(remarks.is_empty(), "{remarks:#?}");
    assert!(found["files"].as_array().unwrap().len() >= 12);
}

#[test]
fn built_in_regioplannen_go_by_name() {
    let by_name = json(&["rijn-en-duin@2.7"]);
    assert_eq!(by_name["files"][0]["path"], "rijn-en-duin/2.7.regioplan");
    let unknown = mtvp(&["lint", "nergenshuizen"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(stderr(&unknown).contains("rijn-en-duin"), "{}", stderr(&unknown));
    let version = mtvp(&["lint", "rijn-en-duin@9"]);
    assert_eq!(version.status.code(), Some(2));
    assert!(stderr(&version).contains("rijn-en-duin@2.7"), "{}", stderr(&version));
}

#[test]
fn nothing_and_broken_files_have_an_exit_of_their_own() {
    assert_eq!(mtvp(&["lint", "tests/cases/regio/leeg"]).status.code(), Some(3));
    assert_eq!(mtvp(&["lint", "bestaat/niet.regioplan"]).status.code(), Some(2));
    assert_eq!(mtvp(&["lint", "README.md"]).status.code(), Some(2));
    let scratch = Scratch::new("lint-kapot");
    let broken = scratch.write("kapot.regioplan", "regel a\n");
    let good = "tests/cases/lint/tegenspraak/niet/1.0.regioplan";
    let output = mtvp(&["lint", "--format", "json", &broken, good]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("kapot.regioplan"), "{}", stderr(&output));
    let found: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!((found["not_loaded"].as_array().unwrap().len(), found["summary"]["files"].as_u64()), (1, Some(1)));
    let latin = scratch.write("latin.regioplan", b"regioplan a versie \"\xe9\"\n");
    assert_eq!(mtvp(&["lint", &latin]).status.code(), Some(2));
    // A version for a thousand years is no reason to look at each of them.
    let text = std::fs::read_to_string(root().join("tests/cases/lint/nooit-van-kracht/niet/1.0.regioplan")).unwrap();
    let long = text
        .replace("van 1 januari 2025 tot en met 31 december 2025", "van 1 januari 2000 tot en met 31 december 2999");
    assert_ne!(long, text);
    let long = long.replace("jaren 1 tot en met 3", "jaren 1 tot en met 50");
    assert!(!codes(&json(&[&scratch.write("lang.regioplan", long)])).contains("nooit-van-kracht"));
    // The ends of lines of another system, and a mark at the start, move no remark to another line.
    let text = std::fs::read_to_string(root().join("tests/cases/lint/lange-zin/wel/1.0.regioplan")).unwrap();
    let plain = json(&[&scratch.write("a.regioplan", &text)]);
    let windows = json(&[&scratch.write("b.regioplan", format!("\u{feff}{}", text.replace('\n', "\r\n")))]);
    let remark = |found: &Value| (found["files"][0]["remarks"][0]["line"].clone(), found["summary"]["hints"].clone());
    assert_eq!(remark(&plain), remark(&windows));
}

#[test]
fn the_json_holds_to_its_schema() {
    let schema = std::fs::read_to_string(root().join("src/report/lint.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).expect("a sound schema");
    let mut found = json(&["tests/cases/lint", "regioplans"]);
    let errors: Vec<String> =
        validator.iter_errors(&found).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    for (count, severity) in [("errors", "error"), ("warnings", "warning"), ("hints", "hint")] {
        let files = found["files"].as_array().unwrap().iter();
        let remarks = files.flat_map(|file| file["remarks"].as_array().unwrap());
        let listed = remarks.filter(|remark| remark["severity"] == severity).count();
        assert!(listed > 0, "no {severity}");
        assert_eq!(found["summary"][count].as_u64().unwrap() as usize, listed);
    }
    found["files"][0]["path"] = Value::from(1);
    assert!(!validator.is_valid(&found));
}
