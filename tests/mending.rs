//! Repairs: what is certain is done, whole, and no more than that; remarks, layout and line ends stay.

use crate::support::{Scratch, every, files, mtvp, mtvp_with, root, stderr, stdout};

/// What a plan is after `check --fix`.
fn mended(scratch: &Scratch, text: &str) -> String {
    let plan = scratch.write("plan.yaml", text);
    mtvp(&["check", &plan, "--fix", "--no-config"]);
    std::fs::read_to_string(plan).unwrap()
}

/// Rules of the findings that ask for something now, in order.
fn found(scratch: &Scratch, text: &str) -> Vec<String> {
    let plan = scratch.write("plan.yaml", text);
    let said = stdout(&mtvp(&["check", &plan, "-q", "--format", "json", "--no-config"]));
    let report: serde_json::Value = serde_json::from_str(&said).unwrap();
    let findings = report["plans"][0]["findings"].as_array().unwrap();
    let mut found: Vec<String> =
        findings.iter().map(|one| format!("{} {} {}", one["rule"], one["year"], one["intervention"])).collect();
    found.sort();
    found
}

#[test]
fn slips_are_mended_as_somebody_wrote_down() {
    let scratch = Scratch::new("herstel");
    for path in files("tests/cases/herstel", &["yaml"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        let right = std::fs::read_to_string(path.with_extension("hersteld")).unwrap();
        for ends in ["\n", "\r\n"] {
            let (text, right) = (text.replace('\n', ends), right.replace('\n', ends));
            let marked = format!("\u{feff}{text}");
            assert_eq!(mended(&scratch, &text), right, "{}", path.display());
            assert_eq!(mended(&scratch, &marked), format!("\u{feff}{right}"), "{}", path.display());
            assert_eq!(mended(&scratch, &right), right, "{}", path.display());
        }
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
    let mut changed = 0;
    for path in wrong.step_by(every(97)).chain(slips) {
        let text = std::fs::read_to_string(root().join(&path)).unwrap();
        let after = mended(&scratch, &text);
        if after == text {
            continue;
        }
        changed += 1;
        assert_eq!(mended(&scratch, &after), after, "{}", path.display());
        let mut before = found(&scratch, &text);
        for one in found(&scratch, &after) {
            let at = before.iter().position(|old| *old == one);
            before.remove(at.unwrap_or_else(|| panic!("{}: {one} is new", path.display())));
        }
    }
    assert!(changed > 20, "{changed}");
}
