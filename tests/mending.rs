//! Repairs: what is certain is done, whole, and no more than that; remarks, layout and line ends stay.

use std::path::PathBuf;

use serde_json::Value;

use crate::support::{Scratch, checked_with, every, files, mtvp_with, program, root, stderr, stdout};

/// These texts as plans, each in a file of its own.
fn written(scratch: &Scratch, texts: &[String]) -> Vec<PathBuf> {
    let one = |(number, text): (usize, &String)| scratch.write(&format!("plan-{number}.yaml"), text).into();
    texts.iter().enumerate().map(one).collect()
}

/// What plans are after one `check --fix` of them all.
fn mended(scratch: &Scratch, texts: &[String]) -> Vec<String> {
    let plans = written(scratch, texts);
    program().args(["check", "--fix", "--no-config"]).args(&plans).output().unwrap();
    plans.iter().map(|plan| std::fs::read_to_string(plan).unwrap()).collect()
}

/// Rules of the findings that ask for something now, in order, for each of these plans.
fn found(scratch: &Scratch, texts: &[String]) -> Vec<Vec<String>> {
    let of_plan = |report: Value| {
        // What several plans say together is not of one of them.
        let findings = report["findings"].as_array().unwrap().iter();
        let now = |one: &&Value| ["violation", "warning"].contains(&one["severity"].as_str().unwrap());
        let own = findings.filter(now).filter(|one| one["rule"] != "dubbele-agb");
        let mut found: Vec<String> =
            own.map(|one| format!("{} {} {}", one["rule"], one["year"], one["intervention"])).collect();
        found.sort();
        found
    };
    let reports = checked_with(&["--no-config"], &written(scratch, texts));
    reports.into_iter().map(of_plan).collect()
}

#[test]
fn slips_are_mended_as_somebody_wrote_down() {
    let scratch = Scratch::new("herstel");
    let mut cases: Vec<(String, String, PathBuf)> = Vec::new();
    for path in files("tests/cases/herstel", &["yaml"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        let right = std::fs::read_to_string(path.with_extension("hersteld")).unwrap();
        for ends in ["\n", "\r\n"] {
            let (text, right) = (text.replace('\n', ends), right.replace('\n', ends));
            cases.push((format!("\u{feff}{text}"), format!("\u{feff}{right}"), path.clone()));
            cases.push((text, right.clone(), path.clone()));
            cases.push((right.clone(), right, path.clone()));
        }
    }
    let texts: Vec<String> = cases.iter().map(|(text, ..)| text.clone()).collect();
    for ((_, right, path), after) in cases.iter().zip(mended(&scratch, &texts)) {
        assert_eq!(after, *right, "{}", path.display());
    }
}

/// What comes from the input goes to the output, whether there is anything to mend or not; and it is judged.
#[test]
fn a_plan_from_the_input_is_mended_and_judged() {
    let slip = "tests/cases/herstel";
    let wrong = std::fs::read_to_string(root().join("regioplans/rijn-en-duin/2.7/fout/aw-jaar-3.yaml")).unwrap();
    let output = mtvp_with(&["check", "--fix", "-", "--no-config", "-q"], wrong.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stdout(&output), wrong);
    assert!(stderr(&output).contains("aw-jaar-3"), "{}", stderr(&output));
    for path in files(slip, &["yaml"]).into_iter().take(5) {
        let text = std::fs::read_to_string(&path).unwrap();
        let right = std::fs::read_to_string(path.with_extension("hersteld")).unwrap();
        let output = mtvp_with(&["check", "--fix", "-", "--no-config"], text.as_bytes());
        assert_eq!(stdout(&output), right, "{}", path.display());
    }
    let scratch = Scratch::new("herstel-invoer");
    let report = format!("json={}", scratch.0.join("uit.json").display());
    let output = mtvp_with(&["check", "--fix", "-", "--no-config", "--report", &report], b"\xff\xfej\0");
    assert!(output.status.code() == Some(1) && output.stdout == b"\xff\xfej\0", "{}", stderr(&output));
    assert!(scratch.0.join("uit.json").exists());
}

#[test]
fn mending_brings_nothing_new() {
    let scratch = Scratch::new("herstel-alles");
    let wrong = files("regioplans", &["yaml"]).into_iter().filter(|path| path.to_string_lossy().contains("/fout/"));
    let slips = files("tests/cases/yaml-fouten", &["yaml"]);
    let paths: Vec<PathBuf> = wrong.step_by(every(97)).chain(slips).collect();
    let texts: Vec<String> = paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let all = paths.into_iter().zip(texts.iter().cloned().zip(mended(&scratch, &texts)));
    let (paths, changed): (Vec<PathBuf>, Vec<(String, String)>) =
        all.filter(|(_, (before, after))| before != after).unzip();
    let (before, after): (Vec<String>, Vec<String>) = changed.into_iter().unzip();
    assert!(paths.len() > 20, "{}", paths.len());
    let again = mended(&scratch, &after);
    let found = found(&scratch, &before).into_iter().zip(self::found(&scratch, &after));
    for (((path, again), after), (mut before, now)) in paths.iter().zip(again).zip(after).zip(found) {
        assert_eq!(again, after, "{}", path.display());
        for one in now {
            let at = before.iter().position(|old| *old == one);
            before.remove(at.unwrap_or_else(|| panic!("{}: {one} is new", path.display())));
        }
    }
}
