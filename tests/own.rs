//! The regioplannen of a repository: every command that takes one by its name finds those that `mtvp.toml` names, and what
//! a finding says of `mtvp explain` works as it stands there.

use std::path::Path;

use crate::support::{Scratch, program, root, stderr, stdout};

/// A region that the program does not know, one folder up from the plans.
fn repository(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    for folder in ["eigen/duinen", "plannen", "elders"] {
        std::fs::create_dir_all(scratch.0.join(folder)).unwrap();
    }
    let text = |path: &str| std::fs::read_to_string(root().join(path)).unwrap();
    // Without advice a finding says where the rule is explained.
    let own = text("regioplans/rijn-en-duin/2.7.regioplan").replacen("rijn-en-duin", "duinen", 1);
    let own: Vec<&str> = own.lines().filter(|line| !line.trim_start().starts_with("advies ")).collect();
    let own = own.join("\n") + "\n";
    scratch.write("eigen/duinen/2.7.regioplan", own);
    scratch.write(
        "eigen/duinen/2.7.bronnen",
        text("regioplans/rijn-en-duin/2.7.bronnen").replacen("rijn-en-duin", "duinen", 1),
    );
    scratch.write("mtvp.toml", "regioplans = [\"eigen\"]\n");
    let plan = |from: &str| text(from).replace("regioplan: rijn-en-duin", "regioplan: duinen");
    scratch.write("plannen/goed.yaml", plan("regioplans/rijn-en-duin/2.7/goed/helmgras-jaar-1.yaml"));
    scratch.write("plannen/fout.yaml", plan("regioplans/rijn-en-duin/2.7/fout/eerste-intervisie.yaml"));
    scratch
}

fn run(folder: &Path, args: &[&str]) -> (String, String, Option<i32>) {
    let output = program().current_dir(folder).args(args).output().unwrap();
    (stdout(&output), stderr(&output), output.status.code())
}

#[test]
fn every_command_knows_the_regioplannen_of_the_repository() {
    let scratch = repository("eigen");
    let commands: [(&[&str], i32); 13] = [
        (&["show"], 0),
        (&["show", "duinen"], 0),
        (&["show", "duinen@2.7", "--format", "json"], 0),
        (&["explain", "duinen::aw-jaar-3"], 0),
        (&["explain", "aw-jaar-3", "--regioplan", "duinen"], 0),
        (&["new", "duinen", "--year", "1"], 0),
        (&["next", "../plannen/goed.yaml"], 0),
        // One of the plans is to be mended.
        (&["region", "../plannen", "--as-of", "2025-06-01"], 1),
        (&["diff", "rijn-en-duin@2.7", "duinen"], 1),
        (&["impact", "duinen@2.7", "duinen", "../plannen"], 0),
        (&["docs", "duinen"], 0),
        (&["schema", "duinen"], 0),
        (&["lint", "duinen"], 0),
    ];
    for (args, code) in commands {
        let (said, wrong, exit) = run(&scratch.0.join("elders"), args);
        assert_eq!(exit, Some(code), "{args:?}: {wrong}");
        assert!(said.contains("duinen") || said.contains("Duin"), "{args:?}: {said}");
        // Without the settings the name is unknown; a plan that names it cannot be judged.
        let (_, wrong, exit) = run(&scratch.0.join("elders"), &[args, &["--no-config"]].concat());
        let lists = args == ["show"] || args[0] == "region";
        assert!(lists || exit == Some(2), "{args:?} --no-config ended with {exit:?}: {wrong}");
    }
    // There are no examples beside it, so no rule is held by one.
    let (said, wrong, exit) = run(&scratch.0, &["test", "duinen"]);
    assert!(exit == Some(1) && said.contains("duinen"), "{said}{wrong}");
    assert_eq!(run(&scratch.0, &["test", "duinen", "--no-config"]).2, Some(2));
    let (listed, _, _) = run(&scratch.0, &["show", "--no-config"]);
    assert!(!listed.contains("duinen"), "{listed}");
}

#[test]
fn settings_can_be_named() {
    let scratch = repository("eigen-genoemd");
    scratch.write("elders/ander.toml", "regioplans = [\"../eigen\"]\n");
    scratch.write("mtvp.toml", "");
    let at = scratch.0.join("elders");
    assert_eq!(run(&at, &["show", "duinen"]).2, Some(2));
    assert_eq!(run(&at, &["show", "duinen", "--config", "ander.toml"]).2, Some(0));
    let (_, wrong, exit) = run(&at, &["show", "duinen", "--config", "ontbreekt.toml"]);
    assert!(exit == Some(2) && wrong.contains("ontbreekt.toml bestaat niet"), "{wrong}");
    // A mistake in the settings is told, also here; a regioplan given by its file needs none.
    scratch.write("mtvp.toml", "regioplannen = 1\n");
    let (_, wrong, exit) = run(&at, &["show", "duinen"]);
    assert!(exit == Some(2) && wrong.contains("onbekende instelling"), "{wrong}");
    assert_eq!(run(&at, &["show", "../eigen/duinen/2.7.regioplan"]).2, Some(0));
}

#[test]
fn a_regioplan_of_the_repository_that_does_not_load_is_told() {
    let scratch = repository("eigen-kapot");
    scratch.write("eigen/kapot.regioplan", "regioplan kapot versie \"1\"\n  naam\n");
    for args in [&["show", "duinen"][..], &["explain", "duinen::aw-jaar-3"], &["lint", "duinen"], &["show"]] {
        let (_, wrong, exit) = run(&scratch.0, args);
        assert!(exit == Some(2) && wrong.contains("kapot.regioplan"), "{args:?}: {wrong}");
    }
}

/// The commands between backticks that begin with `mtvp explain`; a wide screen keeps each on one line.
fn said_commands(said: &str) -> Vec<String> {
    let parts = said.split('`').filter(|part| part.starts_with("mtvp explain"));
    let mut found: Vec<String> = parts.map(str::to_owned).collect();
    found.sort();
    found.dedup();
    found
}

#[test]
fn what_a_finding_says_of_explain_works_as_it_stands() {
    let scratch = repository("eigen-hulp");
    scratch.write("elders/los duin.regioplan", std::fs::read(scratch.0.join("eigen/duinen/2.7.regioplan")).unwrap());
    scratch.write("elders/los duin.bronnen", std::fs::read(scratch.0.join("eigen/duinen/2.7.bronnen")).unwrap());
    let plan = scratch.0.join("plannen/fout.yaml");
    // By the settings of the folder in which one stands; by those of the plan alone; by a file.
    let above = std::env::temp_dir();
    let cases: [(&Path, Vec<&str>, bool); 3] = [
        (&scratch.0, vec![plan.to_str().unwrap()], false),
        (&above, vec![plan.to_str().unwrap()], true),
        (&scratch.0, vec![plan.to_str().unwrap(), "--regioplan", "elders/los duin.regioplan"], true),
    ];
    for (folder, args, with_file) in cases {
        let (said, wrong, _) = run(folder, &[&["check", "--format", "json"], &args[..]].concat());
        let commands = said_commands(&said.replace("\\\"", "\""));
        assert!(!commands.is_empty(), "{args:?}: {said}{wrong}");
        for command in commands {
            assert_eq!(command.contains("--regioplan"), with_file, "{command}");
            // As a shell takes it.
            let mut words: Vec<String> = Vec::new();
            for (number, part) in command.split('"').enumerate() {
                if number % 2 == 1 {
                    words.push(part.to_owned());
                } else {
                    words.extend(part.split(' ').filter(|word| !word.is_empty()).map(str::to_owned));
                }
            }
            let words: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
            let (page, wrong, exit) = run(folder, &words);
            let rule = words[1].split("::").nth(1).unwrap();
            assert!(exit == Some(0) && page.starts_with(&format!("{rule}: ")), "{command}: {page}{wrong}");
        }
    }
}

#[test]
fn a_name_of_several_regions_is_explained_for_none_before_it_is_chosen() {
    let scratch = repository("eigen-keuze");
    let (said, _, exit) = run(&scratch.0, &["explain", "aw-jaar-3"]);
    assert_eq!(exit, Some(0));
    let offered: Vec<&str> = said.lines().map(str::trim).filter(|line| line.starts_with("mtvp explain")).collect();
    assert_eq!(offered, ["mtvp explain duinen::aw-jaar-3", "mtvp explain rijn-en-duin::aw-jaar-3"], "{said}");
    assert!(said.starts_with("`aw-jaar-3` staat in 2 regioplannen"), "{said}");
    // The settings say which region is meant; the other one is named below.
    scratch.write("mtvp.toml", "regioplans = [\"eigen\"]\nregion = \"duinen\"\n");
    let (said, _, _) = run(&scratch.0, &["explain", "aw-jaar-3"]);
    assert!(said.starts_with("aw-jaar-3: "), "{said}");
    assert!(said.contains("mtvp explain rijn-en-duin::aw-jaar-3"), "{said}");
}
