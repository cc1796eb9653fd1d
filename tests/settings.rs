//! `mtvp.toml`: what it may say, what people see when it is wrong, and that its JSON Schema says the same.

use insta::{Settings, assert_snapshot};
use mtvp::settings::{Key, read};
use serde_json::Value;

use crate::support::{Scratch, files, name, program, root, stderr, stdout};

const PLAN: &str = "regioplans/rijn-en-duin/2.7/fout/aw-jaar-3.yaml";

fn cases(folder: &str) -> Vec<(String, String)> {
    files(&format!("tests/cases/instellingen/{folder}"), &["toml"])
        .into_iter()
        .map(|path| (name(&path), std::fs::read_to_string(path).unwrap()))
        .collect()
}

fn schema() -> jsonschema::Validator {
    let text = std::fs::read_to_string(root().join("src/settings/mtvp.schema.json")).unwrap();
    jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap()
}

/// The same file, read by another crate as JSON.
fn as_json(text: &str) -> Option<Value> {
    basic_toml::from_str(text).ok()
}

#[test]
fn the_schema_and_the_reader_agree() {
    let schema = schema();
    for (path, text) in cases("goed").into_iter().chain(cases("inhoud")) {
        let (_, problems) = read(&text);
        assert!(problems.is_empty(), "{path}: {problems:?}");
        assert!(schema.is_valid(&as_json(&text).unwrap()), "{path}");
    }
    let mut read_by_both = 0;
    for (path, text) in cases("fout") {
        let (_, problems) = read(&text);
        assert!(!problems.is_empty(), "{path}");
        // What is no TOML at all is no matter for a schema.
        let Some(json) = as_json(&text) else { continue };
        assert!(!schema.is_valid(&json), "{path}");
        read_by_both += 1;
    }
    assert!(read_by_both >= 3);
}

#[test]
fn the_schema_has_every_key() {
    let text = std::fs::read_to_string(root().join("src/settings/mtvp.schema.json")).unwrap();
    let json: Value = serde_json::from_str(&text).unwrap();
    let mut known: Vec<String> = json["properties"].as_object().unwrap().keys().cloned().collect();
    let mut keys: Vec<String> = Key::ALL.iter().map(|key| key.word().to_owned()).collect();
    known.sort();
    keys.sort();
    assert_eq!(known, keys);
    let all = std::fs::read_to_string(root().join("tests/cases/instellingen/goed/alles.toml")).unwrap();
    for key in keys.iter().filter(|key| *key != "waivers" && *key != "decisions") {
        assert!(all.contains(key.as_str()), "{key}");
    }
}

#[test]
fn wrong_settings_as_people_read_them() {
    let scratch = Scratch::new("instellingen");
    let plan = std::fs::read_to_string(root().join(PLAN)).unwrap();
    scratch.write("plan.yaml", plan);
    for (path, text) in cases("fout").into_iter().chain(cases("inhoud")) {
        scratch.write("mtvp.toml", &text);
        let output = program().current_dir(&scratch.0).args(["check", "--quiet"]).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{path}: {}", stdout(&output));
        let here = scratch.0.to_string_lossy().into_owned();
        let said = stderr(&output).replace(&here, "MAP");
        let mut settings = Settings::clone_current();
        let at = root().join(&path);
        settings.set_snapshot_path(at.parent().unwrap());
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        let case = at.file_stem().unwrap().to_string_lossy().into_owned();
        settings.bind(|| assert_snapshot!(case, said));
    }
}

#[test]
fn settings_are_found_upwards_and_shown_with_their_place() {
    let scratch = Scratch::new("opwaarts");
    std::fs::create_dir_all(scratch.0.join("noord/wijk")).unwrap();
    scratch.write("mtvp.toml", "strict = true\nregion = \"syntein\"\n");
    scratch.write("noord/mtvp.toml", "region = \"eemland\"\n");
    let shown = |folder: &str, more: &[&str]| {
        let output = program()
            .current_dir(scratch.0.join(folder))
            .args(["check", "--show-settings"])
            .args(more)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        stdout(&output)
    };
    assert!(shown("", &[]).contains("region = \"syntein\"    # mtvp.toml, regel 2"), "{}", shown("", &[]));
    // A file below it comes beside it, and each value says where it stands.
    scratch.write("noord/mtvp.toml", "\nlang = \"en\"\n[severity]\naw-jaar-1 = \"violation\"\n");
    let near = shown("noord/wijk", &["--lang", "nl"]);
    let above = scratch.0.join("mtvp.toml").display().to_string();
    let own = scratch.0.join("noord/mtvp.toml").display().to_string();
    let strict = format!("strict = true    # {above}, regel 1");
    let severity = format!("severity = aw-jaar-1 = \"violation\"    # {own}, regel 4");
    assert!(near.contains("lang = \"nl\"    # opgegeven bij de opdracht"), "{near}");
    let lang = format!("lang = \"en\"    # {own}, line 2");
    assert!(shown("noord/wijk", &[]).contains(&lang));
    let lang = String::from("lang = ");
    assert!([strict, severity, lang].iter().all(|line| near.contains(line)), "{near}");
    let flags = shown("", &["--region", "primacura", "--severity", "aw-jaar-1=review"]);
    assert!(flags.contains("region = \"primacura\"    # opgegeven bij de opdracht"), "{flags}");
    assert!(flags.contains("severity = aw-jaar-1 = \"review\""), "{flags}");
    assert!(!shown("", &["--no-config"]).contains("syntein"));
    let by = |name: &str, value: &str, args: &[&str]| {
        let mut run = program();
        run.current_dir(&scratch.0).args(["check", "--show-settings"]).args(args).env(name, value);
        stdout(&run.output().unwrap())
    };
    for (name, args) in [("MTVP_LANG", &[][..]), ("LANG", &[])] {
        let said = by(name, "en_US.UTF-8", args);
        assert!(said.contains(&format!("lang = \"en\"    # as {name} in the environment says")), "{said}");
    }
}

#[test]
fn the_language_of_the_settings_comes_before_the_locale() {
    let scratch = Scratch::new("taal");
    scratch.write("plan.yaml", std::fs::read_to_string(root().join(PLAN)).unwrap());
    scratch.write("mtvp.toml", "lang = \"en\"\n");
    let run = |env: &[(&str, &str)]| {
        let mut command = program();
        command.current_dir(&scratch.0).envs(env.iter().copied()).args(["check", "--quiet"]);
        stdout(&command.output().unwrap())
    };
    assert!(run(&[]).contains("violation"));
    assert!(run(&[("LANG", "nl_NL.UTF-8")]).contains("violation"));
    assert!(run(&[("MTVP_LANG", "nl")]).contains("overtreding"));
}

#[test]
fn severities_are_raised_freely_and_lowered_with_a_reason() {
    let scratch = Scratch::new("ernst");
    scratch.write("plan.yaml", std::fs::read_to_string(root().join(PLAN)).unwrap());
    let run = |settings: &str, more: &[&str]| {
        scratch.write("mtvp.toml", settings);
        let output = program()
            .current_dir(&scratch.0)
            .args(["check", "--format", "concise", "--quiet"])
            .args(more)
            .output()
            .unwrap();
        (stdout(&output), output.status.code())
    };
    let (said, code) = run("", &[]);
    assert!(said.contains("overtreding aw-jaar-3 ") && code == Some(1), "{said}");
    let lowered = "[severity]\naw-jaar-3 = { level = \"warning\", reason = \"In overleg met de regio.\" }\n";
    let (said, code) = run(lowered, &[]);
    assert!(said.contains("waarschuwing aw-jaar-3 ") && code == Some(0), "{said}");
    // Every report repeats the reason.
    assert!(said.contains("In overleg met de regio."), "{said}");
    assert_eq!(run(lowered, &["--strict"]).1, Some(1));
    assert_eq!(run("", &["--exit-zero"]).1, Some(0));
    // A rule of another region with the same name is another rule.
    let plan = std::fs::read_to_string(root().join("regioplans/rijn-en-duin/2.7/fout/aw-jaar-1.yaml")).unwrap();
    scratch.write("plan.yaml", plan);
    let of = |region: &str| {
        format!("[severity]\n\"{region}aw-jaar-1\" = {{ level = \"warning\", reason = \"In overleg.\" }}\n")
    };
    assert_eq!(run(&of("eemland::"), &[]).1, Some(1));
    assert_eq!(run(&of("rijn-en-duin::"), &[]).1, Some(0));
    assert_eq!(run(&of(""), &[]).1, Some(0));
}
