//! The root of a repository decides, git says what is a plan of it, and nothing is passed over without a word.

use std::path::Path;
use std::process::Command;

use crate::support::{Scratch, program, root, stderr, stdout};

pub const BAD: &str = "regioplans/rijn-en-duin/2.7/fout/aw-jaar-3.yaml";
pub const GOOD: &str = "regioplans/rijn-en-duin/2.7/goed/helmgras-jaar-1.yaml";

pub fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

pub fn git(folder: &Path, args: &[&str]) {
    let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.nl", "-c", "init.defaultBranch=main"];
    let done = Command::new("git").current_dir(folder).args(identity).args(args).output().unwrap();
    assert!(done.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// A repository with these files, all of which git keeps.
pub fn repository(name: &str, files: &[(&str, &str)]) -> Scratch {
    let scratch = Scratch::new(name);
    write(&scratch, files);
    git(&scratch.0, &["init", "-q"]);
    git(&scratch.0, &["add", "-A", "-f", "."]);
    git(&scratch.0, &["commit", "-q", "-m", "begin"]);
    scratch
}

pub fn write(scratch: &Scratch, files: &[(&str, &str)]) {
    for (path, text) in files {
        std::fs::create_dir_all(scratch.0.join(path).parent().unwrap()).unwrap();
        scratch.write(path, text);
    }
}

/// What both streams say, and the exit status.
pub fn check(folder: &Path, args: &[&str]) -> (String, Option<i32>) {
    let args = [&["check", "--as-of", "2025-06-01", "--format", "concise"], args].concat();
    let output = program().current_dir(folder).args(args).output().unwrap();
    (stdout(&output) + &stderr(&output), output.status.code())
}

/// (what stands at the root, what stands below it, whether that is allowed)
const BELOW: [(&str, &str, bool); 14] = [
    ("", "exclude = [\"*\"]", false),
    ("", "regioplans = []", false),
    ("", "waivers = \"w.yaml\"", false),
    ("", "delegate = [\"x/\"]", false),
    ("strict = true", "strict = false", false),
    ("", "strict = false", true),
    ("", "strict = true", true),
    ("region = \"rijn-en-duin\"", "region = \"eemland\"", false),
    ("region = \"rijn-en-duin\"", "region = \"rijn-en-duin\"", true),
    ("", "lang = \"en\"", true),
    ("", "[severity]\naw-jaar-3 = {level = \"review\", reason = \"Mag.\"}", false),
    ("", "[severity]\nbsn = {level = \"warning\", reason = \"Mag.\"}", false),
    ("", "[severity]\naw-jaar-2-stap = \"violation\"", true),
    ("[severity]\naw-jaar-2-stap = \"violation\"", "[severity]\naw-jaar-2-stap = \"warning\"", false),
];

#[test]
fn a_file_below_the_root_may_only_be_stricter() {
    for (number, (top, below, allowed)) in BELOW.into_iter().enumerate() {
        let plan = text(BAD);
        let files = [("mtvp.toml", top), ("plannen/a/mtvp.toml", below), ("plannen/a/plan.yaml", &plan)];
        let scratch = repository(&format!("onder-{number}"), &files);
        for args in [&[][..], &["plannen/a/plan.yaml"]] {
            let (said, code) = check(&scratch.0, args);
            assert_eq!(code, Some(if allowed { 1 } else { 2 }), "{below}: {said}");
            assert_eq!(said.contains("plannen/a/mtvp.toml"), !allowed, "{below}: {said}");
        }
        // Also without settings at the root, and where one stands beside the plan.
        assert_eq!(check(&scratch.0.join("plannen/a"), &[]).1, Some(if allowed { 1 } else { 2 }), "{below}");
        // Where the root leaves the folder to itself, all of it is allowed.
        let (first, rest) =
            top.split_once("[severity]").map_or((top, String::new()), |(a, b)| (a, format!("[severity]{b}")));
        scratch.write("mtvp.toml", format!("{first}\ndelegate = [\"plannen/a/\"]\n{rest}"));
        let (said, _) = check(&scratch.0, &[]);
        assert!(!said.contains("mag hier niet"), "{below}: {said}");
    }
}

#[test]
fn an_empty_file_below_the_root_changes_nothing() {
    let plan = text("regioplans/rijn-en-duin/2.7/fout/aw-jaar-2-stap.yaml");
    let files = [("mtvp.toml", "strict = true\n"), ("a/mtvp.toml", ""), ("a/plan.yaml", plan.as_str())];
    assert_eq!(check(&repository("leeg-onder", &files).0, &[]).1, Some(1));
}

#[test]
fn a_plan_of_another_region_than_that_of_the_settings_is_told() {
    let plan = text(GOOD);
    let scratch = repository("andere-regio", &[("mtvp.toml", "region = \"eemland\"\n"), ("plan.yaml", &plan)]);
    let (said, code) = check(&scratch.0, &[]);
    assert!(code == Some(0) && said.contains("waarschuwing andere-regio "), "{said}");
    assert_eq!(check(&scratch.0, &["--strict"]).1, Some(1));
}

#[test]
fn what_git_keeps_is_looked_at_whatever_an_ignore_file_says() {
    let bad = text(BAD);
    let files = [("a/.gitignore", "*\n"), ("a/plan.yaml", &bad), ("b/.verborgen/plan.yaml", &bad)];
    let scratch = repository("bewaard", &files);
    write(&scratch, &[("a/los.yaml", &bad), (".los/plan.yaml", &bad)]);
    let (said, code) = check(&scratch.0, &["--statistics"]);
    for name in ["a/plan.yaml: ", "b/.verborgen/plan.yaml: "] {
        assert!(said.contains(name), "{name}: {said}");
    }
    assert!(code == Some(1) && !said.contains("los.yaml") && said.contains("2 plannen bekeken"), "{said}");
    assert!(said.contains("overgeslagen: staat in .gitignore") && said.contains("overgeslagen: naam begint"), "{said}");
    // An ignore file above the repository has no say.
    let outer = Scratch::new("boven");
    write(&outer, &[(".gitignore", "*.yaml\n"), ("repo/plan.yaml", &bad)]);
    git(&outer.0.join("repo"), &["init", "-q"]);
    assert_eq!(check(&outer.0.join("repo"), &[]).1, Some(1));
}

#[test]
fn a_plan_in_another_form_is_named() {
    let good = text(GOOD);
    let capitals = good.replace("jaren:", "Jaren:").replace("praktijk:", "PRAKTIJK:").replace("jaar:", "Jaar:");
    let capitals = format!("kalenderjaar: 2025\n{}", capitals.replace("startkwartaal:", "Startkwartaal:"));
    let inside =
        |start: &str| format!("{start}\n{}", good.lines().map(|line| format!("  {line}\n")).collect::<String>());
    let wide: Vec<u8> = good.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let forms: [(&str, Vec<u8>); 14] = [
        ("plan.md", good.clone().into_bytes()),
        ("plan.csv", good.clone().into_bytes()),
        ("plan.regioplan", good.clone().into_bytes()),
        ("plan.yamI", format!("{good}\n  x y\nz").into_bytes()),
        ("plan.y\u{430}ml", good.clone().into_bytes()),
        ("plan", good.clone().into_bytes()),
        ("plan.yaml.txt", good.clone().into_bytes()),
        ("praktijkplan.docx", b"PK".to_vec()),
        ("plan.json", b"{\"regioplan\": \"a\", \"jaren\": {}}".to_vec()),
        ("hoofdletters.yaml", capitals.into_bytes()),
        ("sleutel.yaml", inside("plan:").into_bytes()),
        ("lijst.yaml", inside("-").into_bytes()),
        ("tweede.yaml", format!("a: 1\n---\n{good}").into_bytes()),
        ("breed.yaml", wide),
    ];
    for (name, bytes) in forms {
        let scratch = Scratch::new(&format!("vorm-{name}"));
        scratch.write("goed.yaml", &good);
        scratch.write(name, bytes);
        let (said, code) = check(&scratch.0, &["."]);
        assert!(
            code == Some(1) && said.contains(&format!("{name}:1:1: overtreding")) || said.contains(&format!("{name}:")),
            "{name}: {said}"
        );
        assert_eq!(code, Some(1), "{name}: {said}");
    }
    // A text about plans that shows one, and a page with such fields, are no plans.
    let scratch = Scratch::new("vorm-tekst");
    scratch.write("goed.yaml", &good);
    let quoted = format!("# Zo schrijft u een plan\n\nKijk maar:\n\n```yaml\n{good}```\n\nEn dan `mtvp check`.\n");
    scratch.write("README.md", quoted);
    scratch.write("lijst.csv", "regioplan: ;jaren: ;startkwartaal:\n1;2;3\n");
    scratch.write("pagina.html", format!("<pre>\n{good}</pre>\n"));
    scratch.write("foto.jpg", [b"\0\0", good.as_bytes()].concat());
    let (said, code) = check(&scratch.0, &["."]);
    assert!(code == Some(0) && said.contains("1 plan bekeken"), "{said}");
    // Evidence of a plan is no plan; another document may be one.
    let scratch = Scratch::new("vorm-bewijs");
    scratch.write("rooster.pdf", "%PDF-");
    let long = "trieren:\n        keuze: nieuw\n        bewijs:\n          - soort: certificaat\n            bestand: rooster.pdf";
    scratch.write("goed.yaml", good.replace("trieren: nieuw", long));
    assert!(!check(&scratch.0, &["."]).0.contains("rooster.pdf:"));
    scratch.write("goed.yaml", &good);
    assert!(check(&scratch.0, &["."]).0.contains("rooster.pdf:1:1: waarschuwing"));
    // Text in the place of a document is what it is.
    for name in ["k.pdf", "k.odt", "k.docx", "k.zip", "k-plan.jpg", "k.eml"] {
        let scratch = Scratch::new(&format!("vorm-naam-{name}"));
        scratch.write("goed.yaml", &good);
        scratch.write(name, text(BAD));
        let (said, code) = check(&scratch.0, &["."]);
        assert!(code == Some(1) && said.contains("Hier staat een praktijkplan in"), "{name}: {said}");
    }
    // A name that is nothing but the ending has it.
    let scratch = Scratch::new("vorm-kaal");
    scratch.write(".yaml", text(BAD));
    let (said, code) = check(&scratch.0, &[".yaml"]);
    assert!(code == Some(1) && said.contains("overtreding aw-jaar-3 "), "{said}");
}

#[test]
#[cfg(unix)]
fn a_linked_folder_is_named() {
    let bad = text(BAD);
    let scratch = repository("gekoppeld", &[("plannen/a.yaml", &text(GOOD)), ("elders/b.yaml", &bad)]);
    std::os::unix::fs::symlink("../elders", scratch.0.join("plannen/praktijk")).unwrap();
    let (said, _) = check(&scratch.0, &["plannen"]);
    assert!(said.contains("plannen/praktijk is een koppeling"), "{said}");
}

#[test]
fn a_hook_looks_at_what_else_changed() {
    let good = text(GOOD);
    let waived = "tests/cases/afwijkingen/geldig";
    let (plan, waivers) = (text(&format!("{waived}/plannen/plan.yaml")), text(&format!("{waived}/afwijkingen.yaml")));
    let files = [
        ("mtvp.toml", "waivers = \"afwijkingen.yaml\"\n"),
        ("afwijkingen.yaml", waivers.as_str()),
        ("plannen/a.yaml", plan.as_str()),
        ("plannen/b.yaml", good.as_str()),
    ];
    let scratch = repository("haak", &files);
    let hook = |more: &[&str]| check(&scratch.0, &[&["--force-exclude", "--also-changed"], more].concat());
    assert_eq!(hook(&[]).1, Some(0), "{}", hook(&[]).0);
    assert!(hook(&["plannen/b.yaml"]).0.contains("1 plan bekeken"));
    // What git does not keep is no part of a commit.
    scratch.write("plannen/los.yaml", text(BAD));
    assert_eq!(hook(&[]).1, Some(0));
    std::fs::remove_file(scratch.0.join("plannen/los.yaml")).unwrap();
    scratch.write("afwijkingen.yaml", "[]\n");
    for args in [&[][..], &["afwijkingen.yaml"], &["plannen/b.yaml"]] {
        let (said, code) = hook(args);
        assert!(code == Some(1) && said.contains("overtreding aw-jaar-3 "), "{args:?}: {said}");
    }
    // A hook of before, which is handed the file alone.
    assert_eq!(check(&scratch.0, &["--force-exclude", "afwijkingen.yaml"]).1, Some(1));
    assert_eq!(check(&scratch.0, &["--force-exclude", "mtvp.toml"]).1, Some(1));
}

/// What is handed over decides how much is reported, and not whose waiver counts.
#[test]
fn a_plan_with_the_code_of_another_is_told_whatever_part_is_checked() {
    let plan = text("tests/cases/afwijkingen/geldig/plannen/plan.yaml");
    let other = plan.replace("agb: 01100124", "agb: \"01 100124\"");
    assert_ne!(plan, other);
    let files = [
        ("mtvp.toml", "waivers = \"afwijkingen.yaml\"\npaths = [\"plannen\"]\n"),
        ("afwijkingen.yaml", &text("tests/cases/afwijkingen/geldig/afwijkingen.yaml")),
        ("plannen/a.yaml", plan.as_str()),
    ];
    let scratch = repository("deel", &files);
    assert_eq!(check(&scratch.0, &[]).1, Some(0));
    for other in [&plan, &other] {
        scratch.write("plannen/b.yaml", other);
        git(&scratch.0, &["add", "-A"]);
        scratch.write("lijst.txt", "plannen/b.yaml\n");
        let hook = ["--force-exclude", "--also-changed", "--", "plannen/b.yaml"];
        for args in [
            &[][..],
            &["--changed"],
            &hook,
            &["--files-from", "lijst.txt"],
            &["--force-exclude", "plannen/b.yaml"],
            &["plannen"],
            &["plannen/b.yaml"],
            &["--changed", "plannen/b.yaml"],
        ] {
            let (said, code) = check(&scratch.0, args);
            assert!(code == Some(1) && said.contains("plannen/b.yaml:"), "{args:?}: {said}");
            assert!(
                said.contains("waarschuwing dubbele-agb") && said.contains("overtreding aw-jaar-3 "),
                "{args:?}: {said}"
            );
        }
    }
}

/// The plan of somebody else may lie outside the folder that is checked, and the plan itself may come from the input.
#[test]
fn the_plans_of_the_settings_are_known_in_every_folder() {
    let plan = text("tests/cases/afwijkingen/geldig/plannen/plan.yaml");
    let files = [
        ("mtvp.toml", "waivers = \"afwijkingen.yaml\"\n"),
        ("afwijkingen.yaml", &text("tests/cases/afwijkingen/geldig/afwijkingen.yaml")),
        ("plannen/a.yaml", plan.as_str()),
        ("oud/b.yaml", plan.as_str()),
    ];
    let scratch = repository("elders", &files);
    for (folder, args) in
        [("", &["plannen"][..]), ("", &["plannen/a.yaml"]), ("plannen", &[]), ("plannen", &["a.yaml"])]
    {
        let (said, code) = check(&scratch.0.join(folder), args);
        assert!(code == Some(1) && said.contains("dubbele-agb") && said.contains("aw-jaar-3 "), "{args:?}: {said}");
    }
    let args =
        ["check", "-", "--stdin-filename", "plannen/a.yaml", "--as-of", "2025-06-01", "--format", "concise", "-q"];
    let output = with_input(&scratch.0, &args, &plan);
    let said = stdout(&output);
    assert!(output.status.code() == Some(1) && said.contains("oud/b.yaml") && said.contains("aw-jaar-3 "), "{said}");
    // The input is read once, however many parts of a run ask for it.
    let output = with_input(&scratch.0, &["check", "-", "oud/b.yaml", "--format", "concise", "-q"], &text(BAD));
    assert!(
        stdout(&output).contains("-:1") || stdout(&output).contains("overtreding aw-jaar-3 "),
        "{}",
        stdout(&output)
    );
    assert!(!stdout(&output).contains("geen praktijkplan"), "{}", stdout(&output));
}

/// What a plan says of its practice says something about the other plans of that practice: these are judged with it.
#[test]
fn a_change_takes_the_other_plans_of_the_practice_along() {
    let plan = text("tests/cases/afwijkingen/geldig/plannen/plan.yaml");
    let waivers = text("tests/cases/afwijkingen/geldig/afwijkingen.yaml");
    let files = [
        ("mtvp.toml", "waivers = \"afwijkingen.yaml\"\n"),
        ("afwijkingen.yaml", waivers.as_str()),
        ("plannen/a.yaml", &plan),
        ("plannen/los.yaml", &text(GOOD)),
    ];
    let hook = ["--force-exclude", "--also-changed"];
    let scratch = repository("meegenomen", &files);
    assert_eq!(check(&scratch.0, &[]).1, Some(0));
    let other = plan.replace("Het Papaverveld", "De Klaproos");
    let gone = other.replace("agb: 01100124", "agb: 01100140");
    // (what becomes of the second plan, whether the first is told)
    let steps = [(Some(&other), true), (Some(&gone), false), (Some(&other), true), (None, false)];
    for (step, (text, is_told)) in steps.into_iter().enumerate() {
        match text {
            Some(text) => drop(scratch.write("plannen/b.yaml", text)),
            None => std::fs::remove_file(scratch.0.join("plannen/b.yaml")).unwrap(),
        }
        let whole = check(&scratch.0, &[]).0;
        let of_first = |said: &str| {
            said.lines().filter(|line| line.starts_with("plannen/a.yaml:")).map(str::to_owned).collect::<Vec<_>>()
        };
        let same = |args: &[&str]| {
            let (said, found) = check(&scratch.0, args);
            assert_eq!(of_first(&said), of_first(&whole), "{step} {args:?}: {said}");
            assert_eq!(said.contains("dubbele-agb"), is_told, "{step}: {said}");
            assert!(!said.contains("plannen/los.yaml"), "{step} {args:?}: {said}");
            found
        };
        let first_is = |found: Option<i32>| assert!(!is_told || found == Some(1), "{step}");
        first_is(same(&["--changed"]));
        git(&scratch.0, &["add", "-A"]);
        first_is(same(&hook));
        if text.is_some() {
            first_is(same(&[&hook[..], &["--", "plannen/b.yaml"]].concat()));
        }
        git(&scratch.0, &["commit", "-q", "-m", "stap"]);
        first_is(same(&["--changed=HEAD~1"]));
    }
    // What git does not keep is no part of what a hook judges.
    scratch.write("plannen/los-2.yaml", &plan);
    scratch.write("plannen/a.yaml", format!("{plan}# x\n"));
    git(&scratch.0, &["add", "plannen/a.yaml"]);
    let (said, code) = check(&scratch.0, &hook);
    assert!(code == Some(0) && !said.contains("los-2"), "{said}");
}

fn with_input(folder: &Path, args: &[&str], input: &str) -> std::process::Output {
    std::fs::create_dir_all(folder.join(".invoer")).unwrap();
    std::fs::write(folder.join(".invoer/plan"), input).unwrap();
    let input = std::fs::File::open(folder.join(".invoer/plan")).unwrap();
    program().current_dir(folder).args(args).stdin(input).output().unwrap()
}

/// What a list or a hook hands over is looked at or named, whatever it is.
#[test]
fn a_list_passes_over_nothing_without_a_word() {
    let (bad, good) = (text(BAD), text(GOOD));
    let names = ["p.yaml.txt", "p.txt", "p.json", "p.md", "p.yaml.bak", "plan.docx"];
    let mut files = vec![("mtvp.toml", ""), ("plannen/goed.yaml", good.as_str()), ("map/slecht.yaml", bad.as_str())];
    let paths: Vec<String> = names.iter().map(|name| format!("plannen/{name}")).collect();
    files.extend(paths.iter().map(|path| (path.as_str(), bad.as_str())));
    let scratch = repository("lijst", &files);
    for name in names {
        scratch.write(".lijst", format!("plannen/{name}\0plannen/goed.yaml\0"));
        let (said, code) = check(&scratch.0, &["--files-from", ".lijst"]);
        assert!(code == Some(1) && said.contains(&format!("{name}:1:1: overtreding yaml")), "{name}: {said}");
    }
    for list in ["map\n", "map\nplannen/goed.yaml\n"] {
        scratch.write(".lijst", list);
        let (said, code) = check(&scratch.0, &["--files-from", ".lijst"]);
        assert!(code == Some(1) && said.contains("map/slecht.yaml:"), "{said}");
    }
    for args in [&["--also-changed", "map"][..], &["--force-exclude", "--also-changed", "--", "map"]] {
        let (said, code) = check(&scratch.0, args);
        assert!(code == Some(1) && said.contains("map/slecht.yaml:"), "{args:?}: {said}");
    }
    // A document that a plan names is its evidence, whether that plan is in the list or not.
    scratch.write(".lijst", "plannen/verbeterplan.docx\nplannen/goed.yaml\n");
    scratch.write("plannen/verbeterplan.docx", "PK");
    assert_eq!(check(&scratch.0, &["--files-from", ".lijst"]).1, Some(1));
    scratch.write("plannen/bewijs.yaml", format!("{good}\nextra: ./verbeterplan.docx\n"));
    let (said, code) = check(&scratch.0, &["--files-from", ".lijst"]);
    assert!(code == Some(0) && !said.contains("verbeterplan.docx"), "{said}");
}

#[test]
fn before_the_first_commit_everything_is_new() {
    let scratch = Scratch::new("eerste");
    write(&scratch, &[("plannen/goed.yaml", &text(GOOD)), ("plannen/slecht.yaml", &text(BAD))]);
    git(&scratch.0, &["init", "-q"]);
    git(&scratch.0, &["add", "-A"]);
    for (args, expected) in [
        (&["--force-exclude", "--also-changed", "--", "plannen/goed.yaml"][..], 1),
        (&["--changed"], 1),
        (&["--changed=HEAD~1"], 2),
    ] {
        let (said, code) = check(&scratch.0, args);
        assert!(code == Some(expected) && (expected == 2 || said.contains("slecht.yaml:")), "{args:?}: {said}");
    }
}

#[test]
fn a_clone_without_history_is_told() {
    let scratch = repository("ondiep", &[("plan.yaml", &text(GOOD))]);
    scratch.write("b.yaml", "a: 1\n");
    git(&scratch.0, &["add", "-A"]);
    git(&scratch.0, &["commit", "-q", "-m", "more"]);
    let from = format!("file://{}", scratch.0.display());
    git(&scratch.0, &["clone", "-q", "--depth", "1", &from, "kloon"]);
    let (said, code) = check(&scratch.0.join("kloon"), &["--changed=HEAD~1"]);
    assert!(code == Some(2) && said.contains("fetch --unshallow") && !said.contains("git branch"), "{said}");
}

#[test]
fn a_submodule_is_looked_at_or_named() {
    let other = repository("module", &[("p.yaml", &text(BAD))]);
    let scratch = repository("met-module", &[("plannen/goed.yaml", &text(GOOD))]);
    let from = format!("file://{}", other.0.display());
    git(&scratch.0, &["-c", "protocol.file.allow=always", "submodule", "-q", "add", &from, "plannen/iep"]);
    scratch.write(".lijst", "plannen/iep\n");
    for args in [
        &["--force-exclude", "--also-changed", "--", "plannen/iep"][..],
        &["--changed"],
        &[],
        &["--files-from", ".lijst"],
    ] {
        let (said, code) = check(&scratch.0, args);
        assert!(code == Some(1) && said.contains("plannen/iep/p.yaml:"), "{args:?}: {said}");
    }
    git(&scratch.0, &["commit", "-q", "-m", "module"]);
    git(&scratch.0, &["clone", "-q", ".", "kloon"]);
    for args in [&[][..], &["plannen/goed.yaml", "plannen/iep"], &["plannen/iep"]] {
        let (said, _) = check(&scratch.0.join("kloon"), args);
        assert!(said.contains("plannen/iep is een submodule"), "{args:?}: {said}");
    }
}

/// pre-commit writes the names of files behind the command of a hook: none of them is an option.
#[test]
fn a_name_of_a_file_is_no_option_of_a_hook() {
    let hooks: serde_yaml::Value = serde_yaml::from_str(&text(".pre-commit-hooks.yaml")).unwrap();
    let hooks = hooks.as_sequence().unwrap();
    assert_eq!(hooks.len(), 2);
    let scratch = repository("naam", &[("mtvp.toml", ""), ("plan.yaml", &text(BAD))]);
    let own = "- praktijk: 01100124\n  regel: aw-jaar-3\n  reden: Ik wil het.\n  akkoord: {door: Ik, datum: 2020-01-01}\n  tot: 2099-12-31\n";
    write(
        &scratch,
        &[("eigen.yaml", own), ("--waivers=eigen.yaml", "a: 1\n"), ("c.yaml", ""), ("--exclude=plan.yaml", "")],
    );
    for hook in hooks {
        let words: Vec<&str> = hook["entry"].as_str().unwrap().split(' ').skip(2).collect();
        assert!(hook.get("args").is_none());
        for name in ["--waivers=eigen.yaml", "--exclude=plan.yaml"] {
            let (said, code) = check(&scratch.0, &[&words[..], &["plan.yaml", name]].concat());
            assert!(code == Some(1) && said.contains("overtreding aw-jaar-3 "), "{name}: {said}");
        }
    }
}

/// What an example runs is one thing, whoever puts another under its name.
#[test]
fn the_examples_name_what_they_run_by_its_digest() {
    let files = ["examples/.gitlab-ci.yml", "examples/.github/workflows/praktijkplannen.yml"];
    for (file, mark, length) in [(files[0], "image: ", 64), (files[1], "uses: ", 40)] {
        let text = text(file);
        let named: Vec<&str> = text.lines().filter_map(|line| line.split_once(mark)).map(|(_, name)| name).collect();
        assert!(!named.is_empty(), "{file}");
        for name in named {
            let name = name.split(' ').next().unwrap();
            let digest = name.split_once('@').map_or("", |(_, digest)| digest.trim_start_matches("sha256:"));
            let is_digest = digest.len() == length && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
            assert!(is_digest, "{file}: {name}");
        }
    }
}

/// The steps of the examples that take what the region decides from the branch where a request goes.
#[cfg(unix)]
#[test]
fn the_examples_judge_a_request_by_the_decisions_of_the_region() {
    let begin = |text: &str| {
        let step: Vec<&str> = text.lines().skip_while(|line| !line.contains("for pad in ")).collect();
        let end = step.iter().position(|line| line.trim() == "done").unwrap();
        step[..=end].join("\n")
    };
    let github = begin(&text("examples/.github/workflows/praktijkplannen.yml"));
    let gitlab = begin(&text("examples/.gitlab-ci.yml"));
    let as_github = gitlab.replace("FETCH_HEAD", "origin/$BASIS");
    assert_eq!(as_github.replace(' ', ""), github.replace(' ', ""));
    let files = [
        ("mtvp.toml", "waivers = \"afwijkingen.yaml\"\n"),
        ("afwijkingen.yaml", "[]\n"),
        ("besluiten.yaml", "- niet akkoord\n"),
        ("regioplannen/a.regioplan", "streng\n"),
    ];
    let scratch = repository("doeltak", &files);
    git(&scratch.0, &["update-ref", "refs/remotes/origin/main", "HEAD"]);
    write(
        &scratch,
        &[("besluiten.yaml", "- akkoord\n"), ("regioplannen/b.regioplan", "mild\n"), ("plan.yaml", "a: 1\n")],
    );
    std::fs::remove_file(scratch.0.join("regioplannen/a.regioplan")).unwrap();
    std::fs::remove_file(scratch.0.join("afwijkingen.yaml")).unwrap();
    std::os::unix::fs::symlink("plan.yaml", scratch.0.join("afwijkingen.yaml")).unwrap();
    git(&scratch.0, &["add", "-A"]);
    git(&scratch.0, &["commit", "-q", "-m", "verzoek"]);
    let done = Command::new("sh").current_dir(&scratch.0).env("BASIS", "main").args(["-ec", &github]).output().unwrap();
    assert!(done.status.success(), "{}", stderr(&done));
    for (path, content) in files {
        assert_eq!(std::fs::read_to_string(scratch.0.join(path)).unwrap(), content, "{path}");
    }
    assert!(!scratch.0.join("regioplannen/b.regioplan").exists() && scratch.0.join("plan.yaml").exists());
}

/// A request that begins at an old commit is judged by what the region decides now, and not by what it decided then.
#[cfg(unix)]
#[test]
fn a_request_that_begins_at_an_old_commit_is_judged_by_what_holds_now() {
    let steps: serde_yaml::Value = serde_yaml::from_str(&text("examples/.gitlab-ci.yml")).unwrap();
    let job = &steps["praktijkplannen"];
    let last = |part: &str| job[part].as_sequence().unwrap().last().unwrap().as_str().unwrap().to_owned();
    let (begin, end) = (last("before_script"), last("script"));
    let ask = end.lines().next().unwrap();
    let scratch =
        repository("oud-begin", &[("mtvp.toml", "waivers = \"afwijkingen.yaml\"\n"), ("afwijkingen.yaml", "# oud\n")]);
    git(&scratch.0, &["branch", "-q", "-M", "hoofd"]);
    git(&scratch.0, &["clone", "-q", ".", "verzoek"]);
    scratch.write("afwijkingen.yaml", "# nu\n");
    scratch.write(".gitignore", "verzoek/\n");
    git(&scratch.0, &["add", "-A"]);
    git(&scratch.0, &["commit", "-q", "-m", "ingetrokken"]);
    let request = scratch.0.join("verzoek");
    std::fs::write(request.join("plan.yaml"), text(GOOD)).unwrap();
    git(&request, &["add", "-A"]);
    git(&request, &["-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-q", "-m", "verzoek"]);
    let script = format!("{begin}\n{ask}\necho \"$@\"");
    let run = |own: &str| {
        let mut shell = Command::new("sh");
        shell.current_dir(&request).args(["-ec", &script]).env("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "hoofd");
        shell
            .env("CI_PROJECT_ID", own)
            .env("CI_MERGE_REQUEST_PROJECT_ID", "1")
            .env("CI_MERGE_REQUEST_PROJECT_URL", "../niets");
        shell.output().unwrap()
    };
    let done = run("1");
    assert!(done.status.success() && stdout(&done).trim() == "--changed=FETCH_HEAD", "{}", stderr(&done));
    assert_eq!(std::fs::read_to_string(request.join("afwijkingen.yaml")).unwrap(), "# nu\n");
    let (said, code) = check(&request, &["--changed=FETCH_HEAD"]);
    assert!(code == Some(0) && said.contains("1 plan bekeken"), "{said}");
    // A request out of a copy takes it from where it goes, and not from the copy.
    assert!(!run("2").status.success());
}

#[test]
fn options_as_their_conventions_say() {
    let scratch = Scratch::new("opties");
    scratch.write("plan.yaml", text(GOOD));
    let (said, code) =
        check(&scratch.0, &["--strict", "--strict", "--format", "json", "--format", "concise", "plan.yaml"]);
    assert!(code == Some(0) && !said.contains('{'), "{said}");
    let (said, code) = check(&scratch.0, &[""]);
    assert!(code == Some(2) && said.contains("leeg") && !said.contains("Kies uit"), "{said}");
    let coloured = |name: &str, value: &str| {
        let mut run = program();
        run.current_dir(&scratch.0).args(["check", "plan.yaml"]).env("CLICOLOR_FORCE", "1").env(name, value);
        stdout(&run.output().unwrap()).contains('\u{1b}')
    };
    scratch.write("plan.yaml", text(BAD));
    assert!(coloured("NO_COLOR", "") && !coloured("NO_COLOR", "1") && !coloured("CLICOLOR_FORCE", "0"));
    // A pattern with a point before it is one from this folder.
    std::fs::create_dir_all(scratch.0.join("oud")).unwrap();
    scratch.write("oud/plan.yaml", text(BAD));
    assert!(!check(&scratch.0, &[".", "--exclude", "./oud"]).0.contains("oud/plan.yaml"));
}

#[test]
fn a_plan_outside_the_folders_of_the_settings_is_named() {
    let files =
        [("mtvp.toml", "paths = [\"plannen\"]\nregioplans = [\"regio\"]\n"), ("plannen/goed.yaml", &text(GOOD))];
    let scratch = repository("ernaast", &files);
    write(&scratch, &[("x/olm.yaml", &text(BAD)), ("regio/goed/a.yaml", &text(GOOD)), ("x/anders.yaml", "a: 1\n")]);
    git(&scratch.0, &["add", "-A"]);
    git(&scratch.0, &["commit", "-q", "-m", "olm"]);
    for args in [&[][..], &["--changed=HEAD~1"]] {
        let (said, _) = check(&scratch.0, &[args, &["--format", "human"]].concat());
        assert!(said.contains("x/olm.yaml is een praktijkplan"), "{args:?}: {said}");
        assert!(!said.contains("Er is geen plan gewijzigd"), "{args:?}: {said}");
    }
    // It is said of what is new, and not where a pattern leaves it out.
    for args in [&["--changed"][..], &["--exclude", "x"], &["x"]] {
        let (said, _) = check(&scratch.0, &[args, &["--format", "human"]].concat());
        assert!(!said.contains("is een praktijkplan, en"), "{args:?}: {said}");
    }
}

#[test]
fn a_plan_that_git_does_not_put_here_is_named() {
    let files = [("mtvp.toml", ""), ("plannen/es.yaml", &text(GOOD)), ("plannen/iep.yaml", &text(GOOD))];
    let scratch = repository("uitgedund", &files);
    git(&scratch.0, &["sparse-checkout", "set", "--no-cone", "/mtvp.toml", "/plannen/iep.yaml"]);
    for args in [&[][..], &["--changed"]] {
        let (said, _) = check(&scratch.0, &[args, &["--format", "human"]].concat());
        assert!(said.contains("plannen/es.yaml staat wel in git"), "{args:?}: {said}");
    }
    scratch.write(".lijst", "plannen/es.yaml\n");
    for args in [&["plannen/es.yaml"][..], &["--files-from", ".lijst"], &["plannen/iep.yaml", "plannen/es.yaml"]] {
        let (said, code) = check(&scratch.0, args);
        assert!(
            code == Some(2) && said.contains("sparse checkout") && !said.contains("bestaat niet"),
            "{args:?}: {said}"
        );
    }
    git(&scratch.0, &["sparse-checkout", "disable"]);
    assert!(!check(&scratch.0, &["--format", "human"]).0.contains("staat wel in git"));
}

/// A hook judges what will be committed: evidence that is not among it is not there for anybody else.
#[test]
fn evidence_that_git_does_not_keep_counts_for_no_hook() {
    let plan = std::fs::read_to_string(root().join("examples/plannen/de-linde.yaml")).unwrap();
    let evidence: Vec<String> = plan
        .lines()
        .filter_map(|line| line.split_once("bestand:"))
        .map(|(_, path)| path.split('#').next().unwrap().trim().trim_matches(['"', '\'', '}', ' ']).to_owned())
        .collect();
    assert!(!evidence.is_empty());
    let mut files = vec![("plannen/p.yaml".to_owned(), plan)];
    files.extend(evidence.iter().map(|path| (format!("plannen/{path}"), "afspraken\n".to_owned())));
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let scratch = repository("bewijs-weg", &files);
    let hook = ["--force-exclude", "--also-changed", "--", "plannen/p.yaml"];
    let lost = format!("plannen/{}", evidence[0]);
    assert!(!check(&scratch.0, &hook).0.contains("bestand-ontbreekt"));
    git(&scratch.0, &["rm", "-q", "--cached", &lost]);
    for hook in [&hook[..], &hook[..3]] {
        let (said, code) = check(&scratch.0, hook);
        assert!(code == Some(1) && said.contains("bestand-ontbreekt") && said.contains("git add"), "{hook:?}: {said}");
    }
    git(&scratch.0, &["add", &lost]);
    assert!(!check(&scratch.0, &hook).0.contains("bestand-ontbreekt"));
}

#[test]
fn a_range_of_revisions_is_refused() {
    let scratch = repository("bereik", &[("plan.yaml", &text(GOOD))]);
    for range in ["HEAD..HEAD", "HEAD...HEAD"] {
        let (said, code) = check(&scratch.0, &[&format!("--changed={range}")]);
        assert!(code == Some(2) && said.contains("één revisie"), "{said}");
    }
}

/// A plan that is packed, or a picture of one, is no plan that was looked at.
#[test]
fn a_plan_that_is_packed_is_named() {
    let scratch = repository("ingepakt", &[("plannen/goed.yaml", &text(GOOD))]);
    for name in ["plan.zip", "plan.yaml.gz", "plan.7z", "plan.jpg", "plan.eml", "logo.png", "foto.zip"] {
        std::fs::write(scratch.0.join("plannen").join(name), [0, 159, 146, 150]).unwrap();
    }
    let (said, code) = check(&scratch.0, &[]);
    assert_eq!(code, Some(1), "{said}");
    for name in ["plan.zip", "plan.yaml.gz", "plan.7z", "plan.jpg", "plan.eml"] {
        assert!(said.contains(&format!("plannen/{name}:1:1: overtreding")), "{name}: {said}");
    }
    assert!(said.contains("foto.zip:1:1: waarschuwing") && !said.contains("logo.png"), "{said}");
}
