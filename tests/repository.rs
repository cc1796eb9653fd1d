//! The example repository, its CI files, and the guide to it in `docs/repositories.md`: what they say is so.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use mtvp::settings::{Key, read};
use serde_json::Value;

use crate::support::{Scratch, files, mtvp, name, program, root, stderr, stdout};

fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

/// The page on a repository of plans.
fn guide() -> String {
    text("docs/repositories.md")
}

/// The blocks of one language.
fn blocks(document: &str, language: &str) -> Vec<String> {
    let begin = format!("```{language}\n");
    document.split(&begin).skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

/// Words that begin with two dashes.
fn flags(document: &str) -> BTreeSet<String> {
    document
        .split(|c: char| !(c.is_ascii_lowercase() || c == '-'))
        .filter(|word| word.len() > 3 && word.starts_with("--") && !word.starts_with("---"))
        .map(str::to_owned)
        .collect()
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let at = to.join(path.file_name().unwrap());
        if path.is_dir() { copy(&path, &at) } else { std::fs::copy(&path, &at).map(drop).unwrap() }
    }
}

#[test]
fn the_example_repository_has_one_wrong_plan_and_one_exception() {
    let run = |args: &[&str]| {
        let output = program().current_dir(root().join("examples")).args(args).output().unwrap();
        (stdout(&output), stderr(&output), output.status.code())
    };
    let (said, complained, code) = run(&["check", "--as-of", "2026-06-01", "--format", "json"]);
    assert_eq!((complained.as_str(), code), ("", Some(1)));
    let json: Value = serde_json::from_str(&said).unwrap();
    let plans = json["plans"].as_array().unwrap();
    let regions: BTreeSet<&str> = plans.iter().map(|plan| plan["regioplan"].as_str().unwrap()).collect();
    assert_eq!(regions.len(), 4, "{regions:?}");
    let mut counted = Vec::new();
    for plan in plans {
        for finding in plan["findings"].as_array().unwrap() {
            let severity = finding["severity"].as_str().unwrap();
            if matches!(severity, "violation" | "warning") {
                let path = plan["path"].as_str().unwrap();
                let set_aside = !finding["suppressed"].is_null();
                counted.push((path, finding["rule"].as_str().unwrap(), severity, set_aside));
            }
        }
    }
    // Programs get paths from the top of the repository.
    let wrong = "examples/plannen/de-kastanje.yaml";
    let expected = [
        (wrong, "aw-jaar-3", "violation", false),
        (wrong, "netwerk-vanaf-jaar-3", "violation", false),
        ("examples/plannen/rijn-en-duin/de-duinroos.yaml", "aw-jaar-3", "violation", true),
    ];
    assert_eq!(counted, expected);
    // From the folder itself, with what else stands there left out.
    let (said, _, code) = run(&["check", ".", "--as-of", "2026-06-01", "--format", "concise", "--quiet"]);
    assert!(code == Some(1) && !said.contains("regio/"), "{said}");
    // A folder that is named is meant, also when a pattern leaves it out; a program that hands it over does not mean it.
    let (said, ..) = run(&["check", "regio", "--format", "concise"]);
    assert!(said.contains("regio/plannen/achterveld.yaml:"), "{said}");
    assert_eq!(run(&["check", "regio", "--force-exclude"]).0, "");
    let (said, _, code) = run(&["waivers", "--as-of", "2026-06-01"]);
    assert!(code == Some(0) && said.contains("01043210") && said.contains("geldt"), "{said}");
    // After its last day the exception is over.
    let (said, ..) = run(&["check", "plannen/rijn-en-duin", "--as-of", "2032-01-01", "--format", "concise"]);
    assert!(said.contains("overtreding aw-jaar-3 ") && said.contains("waarschuwing afwijking-verlopen "), "{said}");
}

#[test]
fn the_settings_of_the_guide_are_valid_and_complete() {
    let blocks = blocks(&guide(), "toml");
    let [block] = blocks.as_slice() else { panic!("one block of settings: {blocks:?}") };
    let (_, problems) = read(block);
    assert!(problems.is_empty(), "{problems:?}");
    let schema: Value = serde_json::from_str(&text("src/settings/mtvp.schema.json")).unwrap();
    let written: Value = basic_toml::from_str(block).unwrap();
    assert!(jsonschema::validator_for(&schema).unwrap().is_valid(&written));
    for key in Key::ALL {
        assert!(!written[key.word()].is_null(), "the block lacks {}", key.word());
        assert!(guide().contains(&format!("\n| `{}` |", key.word())), "the table lacks {}", key.word());
    }
    // The rules that it names are there.
    let scratch = Scratch::new("gids");
    for folder in ["regioplannen", "regio-noord"] {
        std::fs::create_dir_all(scratch.0.join(folder)).unwrap();
    }
    scratch.write("mtvp.toml", block);
    for ending in ["regioplan", "bronnen"] {
        let name = format!("voorbeeldverzekeraar-2025.{ending}");
        let supplement = text(&format!("examples/aanvulling/voorwaarden/{name}"));
        scratch.write(&format!("regioplannen/{name}"), supplement);
    }
    scratch.write("afwijkingen.yaml", text("examples/afwijkingen.yaml"));
    scratch.write("besluiten.yaml", text("tests/cases/besluiten/akkoord/besluiten.yaml"));
    let output = program().current_dir(&scratch.0).args(["check", "--show-settings"]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    // The exception that it shows is the one of the example.
    let example: serde_yaml::Value = serde_yaml::from_str(&text("examples/afwijkingen.yaml")).unwrap();
    let shown = self::blocks(&guide(), "yaml");
    assert!(shown.iter().any(|block| serde_yaml::from_str::<serde_yaml::Value>(block).unwrap() == example));
}

/// What `mtvp check --help` and `mtvp waivers --help` know, and the formats.
fn known() -> BTreeSet<String> {
    flags(
        &["check", "waivers", "reviews", "region", "letters"]
            .map(|command| stdout(&mtvp(&[command, "--help"])))
            .concat(),
    )
}

#[test]
fn the_flags_and_formats_of_the_guide_and_of_the_ci_files_are_there() {
    let known = known();
    assert!(known.contains("--force-exclude"), "{known:?}");
    // Of git and of Cargo.
    let others = [
        "--name-only",
        "--diff-filter",
        "--locked",
        "--root",
        "--git",
        "--tag",
        "--no-install-recommends",
        "--source",
        "--version",
        "--skip-worktree",
        "--assume-unchanged",
    ];
    let ci = ["examples/.github/workflows/praktijkplannen.yml", "examples/.gitlab-ci.yml", ".pre-commit-hooks.yaml"];
    let documents = [vec![guide()], ci.map(text).to_vec()].concat();
    for document in &documents {
        let unknown: Vec<String> = flags(document)
            .into_iter()
            .filter(|flag| !known.contains(flag) && !others.contains(&flag.as_str()))
            .collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }
    let scratch = Scratch::new("vormen");
    let named = documents.iter().flat_map(|document| {
        let after = |begin: &'static str| {
            document.split(begin).skip(1).map(|rest| rest.split([' ', '=', '\n', '`']).next().unwrap())
        };
        after("--report ").chain(after("--format ")).collect::<Vec<&str>>()
    });
    let forms: BTreeSet<&str> =
        named.filter(|form| !form.is_empty() && form.chars().all(|c| c.is_ascii_lowercase())).collect();
    assert!(forms.contains("sarif") && forms.contains("gitlab"), "{forms:?}");
    let table: Vec<String> = guide()
        .lines()
        .skip_while(|line| !line.starts_with("| vorm |"))
        .skip(2)
        .map_while(|line| Some(line.strip_prefix("| `")?.split('`').next()?.to_owned()))
        .collect();
    assert_eq!(table.len(), 9, "{table:?}");
    for form in forms
        .into_iter()
        .filter(|form| !["schrijft", "ics", "xlsx"].contains(form))
        .chain(table.iter().map(String::as_str))
    {
        let report = format!("{form}={}", scratch.0.join(form).display());
        let output = mtvp(&["check", "examples/plannen/de-kastanje.yaml", "--report", &report]);
        assert_eq!(output.status.code(), Some(1), "{form}: {}", stderr(&output));
    }
}

fn git(folder: &Path, args: &[&str]) {
    let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.nl", "-c", "init.defaultBranch=main"];
    let done = Command::new("git").current_dir(folder).args(identity).args(args).output().unwrap();
    assert!(done.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// Each line of the guide that is a command, typed in a copy of the example repository in which a plan was changed.
#[test]
#[cfg(unix)]
fn the_commands_of_the_guide_do_what_they_say() {
    let scratch = Scratch::new("opdrachten");
    copy(&root().join("examples"), &scratch.0);
    git(&scratch.0, &["init", "-q"]);
    git(&scratch.0, &["add", "."]);
    git(&scratch.0, &["commit", "-q", "-m", "begin"]);
    git(&scratch.0, &["checkout", "-q", "-b", "werk"]);
    let plan = "plannen/eemland/het-spinnewiel.yaml";
    scratch.write(plan, text(&format!("examples/{plan}")) + "# Nog een regel.\n");
    let programs = Path::new(env!("CARGO_BIN_EXE_mtvp")).parent().unwrap();
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
    let commands: Vec<String> = [guide(), text("examples/README.md")]
        .iter()
        .flat_map(|document| blocks(document, "console"))
        .flat_map(|block| block.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| line.contains("mtvp "))
        .collect();
    assert!(commands.len() >= 14, "{commands:?}");
    for command in commands {
        let shell = Command::new("sh")
            .current_dir(&scratch.0)
            .args(["-c", &command])
            .env("PATH", &path)
            .env("MTVP_LANG", "nl")
            .output()
            .unwrap();
        let (said, complained) = (stdout(&shell), stderr(&shell));
        // Where all plans are looked at, there is the one that is wrong.
        let all = ["mtvp check", "mtvp region"].iter().any(|begin| command.starts_with(begin))
            && ["--changed", "--exit-zero", "--show-settings", "--open-reviews"].iter().all(|f| !command.contains(f));
        assert_eq!(shell.status.code(), Some(i32::from(all)), "{command}: {said}{complained}");
        if command.contains("--changed") || command.contains("--files-from") {
            assert!(said.contains(plan) && !said.contains("de-kastanje"), "{command}: {said}");
        }
    }
    for made in ["mtvp.sarif", "mtvp.xml", "bevindingen.json"] {
        assert!(std::fs::metadata(scratch.0.join(made)).unwrap().len() > 100, "{made}");
    }
}

/// pre-commit hands over the files that changed, whatever they are.
#[test]
fn exceptions_that_are_handed_over_alone_are_looked_at() {
    let scratch = Scratch::new("alleen-afwijkingen");
    let good = text("examples/afwijkingen.yaml");
    scratch.write("mtvp.toml", "waivers = \"afwijkingen.yaml\"\n");
    let run = |content: &str, args: &[&str]| {
        scratch.write("afwijkingen.yaml", content);
        let args = [&["check", "--as-of", "2026-06-01", "--format", "concise"], args].concat();
        let output = program().current_dir(&scratch.0).args(args).output().unwrap();
        (stdout(&output), output.status.code())
    };
    let handed = ["--force-exclude", "afwijkingen.yaml"];
    assert_eq!(run(&good, &handed).1, Some(0));
    let (said, code) = run(&good.replace("reden:", "# reden:"), &handed);
    assert!(code == Some(1) && said.contains("ontbreekt `reden`"), "{said}");
    scratch.write("lijst.txt", "afwijkingen.yaml\n");
    assert_eq!(run(&good, &["--files-from", "lijst.txt"]).1, Some(0));
    assert_eq!(run("- {regel: x}\n", &["--files-from", "lijst.txt"]).1, Some(1));
    // A folder without a plan is still never green.
    assert_eq!(run(&good, &["."]).1, Some(3));
}

#[test]
fn every_file_of_the_example_repository_says_what_it_is() {
    for path in files("examples", &["yaml", "yml", "toml", "md"]) {
        let first = std::fs::read_to_string(&path).unwrap();
        assert!(first.starts_with("# "), "{}", name(&path));
    }
}

/// A merge request that touches no plan still makes the reports that CI picks up.
#[test]
fn reports_without_a_plan_are_whole() {
    let scratch = Scratch::new("ongewijzigd");
    copy(&root().join("examples"), &scratch.0);
    git(&scratch.0, &["init", "-q"]);
    git(&scratch.0, &["add", "."]);
    git(&scratch.0, &["commit", "-q", "-m", "begin"]);
    let run = |args: &[&str]| {
        let args = [&["check", "--report", "gitlab=gitlab.json", "--report", "junit=mtvp.xml"], args].concat();
        program().current_dir(&scratch.0).args(args).output().unwrap()
    };
    let made = |name: &str| std::fs::read_to_string(scratch.0.join(name)).unwrap();
    for format in ["json", "sarif"] {
        let output = run(&["--changed", "--format", format]);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        assert!(serde_json::from_str::<Value>(&stdout(&output)).unwrap().is_object());
        assert_eq!(serde_json::from_str::<Value>(&made("gitlab.json")).unwrap(), serde_json::json!([]));
        assert!(made("mtvp.xml").contains("<testsuites"), "{}", made("mtvp.xml"));
    }
    // People are told on standard error alone.
    assert_eq!(stdout(&run(&["--changed"])), "");
    // What is handed over and is no plan.
    scratch.write("compose.yaml", "services: {}\n");
    let output = run(&["--force-exclude", "compose.yaml", "--format", "json"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(serde_json::from_str::<Value>(&stdout(&output)).unwrap().is_object());
}
