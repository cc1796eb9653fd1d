//! A run over several files of settings: each holds for its own plans, and what they share is one.

use std::path::Path;

use crate::support::{Scratch, program, root, stderr, stdout};

const WARNED: &str = "regioplans/rijn-en-duin/2.7/fout/aw-jaar-2-stap.yaml";
const BROKEN: &str = "tests/cases/afwijkingen/ongebruikt/plannen/plan.yaml";

fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

/// Two folders of plans, `a` and `b`.
fn two(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    for folder in ["a", "b"] {
        std::fs::create_dir_all(scratch.0.join(folder)).unwrap();
    }
    scratch
}

fn check(folder: &Path, args: &[&str]) -> (String, String, Option<i32>) {
    let args = [&["check", "--as-of", "2025-06-01"], args].concat();
    let output = program().current_dir(folder).args(args).output().unwrap();
    (stdout(&output), stderr(&output), output.status.code())
}

#[test]
fn strict_settings_hold_for_their_own_plans() {
    let scratch = two("streng");
    scratch.write("a/mtvp.toml", "strict = true\n");
    scratch.write("b/mtvp.toml", "");
    scratch.write("b/plan.yaml", text(WARNED));
    let good = "regioplans/rijn-en-duin/2.7/goed/helmgras-jaar-1.yaml";
    scratch.write("a/plan.yaml", text(good).replace("agb: 01100017", "agb: 01100099"));
    let failures = |args: &[&str]| {
        let (said, wrong, code) = check(&scratch.0, &[args, &["--format", "junit"]].concat());
        assert_eq!(wrong, "");
        (said.matches("<failure ").count(), code)
    };
    // The warning is below settings that are not strict.
    assert_eq!(failures(&["."]), (0, Some(0)));
    scratch.write("a/plan.yaml", text(WARNED).replace("agb: 01100116", "agb: 01100099"));
    let (count, code) = failures(&["a"]);
    assert!(count > 0 && code == Some(1), "{count}");
    assert_eq!(failures(&["."]), (count, Some(1)));
    assert_eq!(failures(&[".", "--strict"]), (2 * count, Some(1)));
}

fn waiver(practice: &str) -> String {
    format!(
        "- praktijk: {practice}\n  regel: aw-jaar-3\n  reden: De praktijk verhuist.\n  \
         akkoord: {{door: Rijn en Duin, datum: 2025-02-01}}\n  tot: 2025-12-31\n"
    )
}

#[test]
fn an_exception_that_either_settings_use_is_used() {
    let scratch = two("gedeeld");
    for (folder, practice) in [("a", "01100124"), ("b", "01077003")] {
        scratch.write(&format!("{folder}/mtvp.toml"), "waivers = \"../afwijkingen.yaml\"\n");
        scratch
            .write(&format!("{folder}/plan.yaml"), text(BROKEN).replace("agb: 01100124", &format!("agb: {practice}")));
    }
    scratch.write("mtvp.toml", "delegate = [\"a/\", \"./b\"]\n");
    scratch.write("afwijkingen.yaml", format!("{}{}", waiver("01100124"), waiver("01077003")));
    for args in [&["."][..], &["a", "b"], &["a"], &["b/plan.yaml"]] {
        let (said, wrong, code) = check(&scratch.0, args);
        assert!(code == Some(0) && wrong.is_empty() && !said.contains("deze afwijking"), "{args:?}: {said}{wrong}");
    }
    assert!(!check(&scratch.0.join("a"), &[]).0.contains("deze afwijking"));
    // One that nobody uses is told once.
    scratch.write("afwijkingen.yaml", format!("{}{}{}", waiver("01100124"), waiver("01077003"), waiver("01052037")));
    let (said, _, _) = check(&scratch.0, &[".", "--format", "concise"]);
    assert_eq!(said.matches("deze afwijking doet niets").count(), 1, "{said}");
    assert!(said.contains("01052037"), "{said}");
}
