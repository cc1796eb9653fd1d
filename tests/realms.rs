//! Among which plans a practice has one plan: the same ones, whatever part of a repository is checked, also where a folder decides
//! itself.

use crate::support::{program, root, stdout};
use crate::who_decides::{BAD, GOOD, check, git, repository, text, write};

const WAIVED: &str = "tests/cases/afwijkingen/geldig";

fn waived() -> (String, String) {
    (text(&format!("{WAIVED}/plannen/plan.yaml")), text(&format!("{WAIVED}/afwijkingen.yaml")))
}

/// (what the root says, what the folder that decides itself says, whether a plan outside it has to do with a plan in it)
const TOGETHER: [(&str, &str, bool); 7] = [
    ("delegate = [\"n/\"]", "waivers = \"afwijkingen.yaml\"", true),
    ("delegate = [\"n\"]\npaths = [\"p\", \"n\"]", "waivers = \"afwijkingen.yaml\"", true),
    // The list is one that others have a part in.
    ("delegate = [\"n\"]\npaths = [\"p\"]\nwaivers = \"n/afwijkingen.yaml\"", "", true),
    ("delegate = [\"n\"]\npaths = [\"p\"]\ndecisions = \"besluiten.yaml\"", "waivers = \"afwijkingen.yaml\"", true),
    ("delegate = [\"n\"]\npaths = [\"p\"]", "waivers = \"afwijkingen.yaml\"", false),
    ("delegate = [\"n\"]\nexclude = [\"n\"]", "waivers = \"afwijkingen.yaml\"", false),
    ("delegate = [\"n\"]\npaths = []", "waivers = \"afwijkingen.yaml\"", false),
];

#[test]
fn a_code_is_shared_or_not_whatever_part_is_checked() {
    let (plan, waivers) = waived();
    for (number, (top, own, together)) in TOGETHER.into_iter().enumerate() {
        let files = [
            ("mtvp.toml", top),
            ("besluiten.yaml", "[]\n"),
            ("n/mtvp.toml", own),
            ("n/afwijkingen.yaml", &waivers),
            ("n/b.yaml", &plan),
            ("p/a.yaml", &plan),
        ];
        let scratch = repository(&format!("rijk-{number}"), &files);
        for (folder, args) in [
            ("", &["n"][..]),
            ("", &["n/b.yaml"]),
            ("n", &[]),
            ("n", &["b.yaml"]),
            ("", &["p", "n"]),
            ("n", &[".", "../p"]),
        ] {
            let (said, code) = check(&scratch.0.join(folder), args);
            let told = said.contains("waarschuwing dubbele-agb");
            let holds = !said.lines().any(|line| line.contains("b.yaml:") && line.contains("overtreding aw-jaar-3 "));
            assert_eq!((told, holds), (together, !together), "{top} / {own} {args:?}: {said}");
            assert!(code.is_some(), "{said}");
        }
        for args in [&["p"][..], &["p/a.yaml"]] {
            let told = check(&scratch.0, args).0.contains("waarschuwing dubbele-agb");
            assert_eq!(told, together, "{top} / {own} {args:?}");
        }
    }
}

/// What one folder leaves out is no plan for another either.
#[test]
fn a_plan_that_its_own_folder_leaves_out_is_none() {
    let (plan, _) = waived();
    let files = [
        ("mtvp.toml", "delegate = [\"n\"]"),
        ("n/mtvp.toml", "exclude = [\"b.yaml\"]"),
        ("n/b.yaml", &plan),
        ("a.yaml", &plan),
    ];
    let scratch = repository("weggelaten", &files);
    for args in [&[][..], &["a.yaml"], &["n/b.yaml"]] {
        let told = check(&scratch.0, args).0.contains("dubbele-agb");
        assert_eq!(told, args == ["n/b.yaml"], "{args:?}");
    }
}

/// A folder that decides itself says where its plans lie; without a word they lie in it.
#[test]
fn a_folder_that_decides_itself_looks_in_itself() {
    let files = [
        ("mtvp.toml", "delegate = [\"n\"]\npaths = [\"p\"]"),
        ("n/mtvp.toml", "strict = false"),
        ("n/b.yaml", &text(GOOD)),
        ("p/a.yaml", &text(BAD)),
    ];
    let scratch = repository("eigen-map", &files);
    let (said, code) = check(&scratch.0.join("n"), &[]);
    assert!(code == Some(0) && said.contains("b.yaml:") && !said.contains("a.yaml"), "{said}");
}

/// A list of folders that decide themselves names folders that are there: a slip, a pattern or a link leaves nothing to nobody.
#[test]
fn only_a_folder_below_can_decide_itself() {
    let files = [("mtvp.toml", ""), ("n/mtvp.toml", "exclude = [\"x\"]"), ("n/a.yaml", &text(GOOD))];
    let scratch = repository("zelf-beslissen", &files);
    #[cfg(unix)]
    std::os::unix::fs::symlink("n", scratch.0.join("d")).unwrap();
    for named in [
        "weg/",
        ".",
        "./",
        "../",
        "n/..",
        "n*/",
        "n/a.yaml",
        "/tmp",
        #[cfg(unix)]
        "d/",
    ] {
        scratch.write("mtvp.toml", format!("delegate = [\"{named}\"]\n"));
        for args in [&[][..], &["n"], &["n/a.yaml"]] {
            let (said, code) = check(&scratch.0, args);
            assert!(code == Some(2) && said.contains(&format!("`{named}`")), "{named} {args:?}: {said}");
        }
    }
    // Many wrong ones are counted.
    scratch.write("mtvp.toml", format!("delegate = [{}]\n", "\"weg\", ".repeat(100_000)));
    let (said, code) = check(&scratch.0, &[]);
    assert!(code == Some(2) && said.contains("100000 mappen") || said.contains("100.000 mappen"), "{}", said.len());
    for named in ["n", "n/", "./n"] {
        scratch.write("mtvp.toml", format!("delegate = [\"{named}\"]\n"));
        assert_eq!(check(&scratch.0, &[]).1, Some(0), "{named}");
        // Behind a link lies the same folder, with the same plan.
        #[cfg(unix)]
        for args in [&["d"][..], &["d", "n"], &["d/a.yaml", "n/a.yaml"]] {
            let (said, code) = check(&scratch.0, args);
            assert!(
                code == Some(0) && !said.contains("dubbele-agb") && said.contains("1 plan bekeken"),
                "{args:?}: {said}"
            );
        }
    }
}

/// Where one stands is no part of what a report says.
#[test]
fn a_report_names_paths_from_the_root_of_the_repository() {
    let scratch = repository("van-buiten", &[("mtvp.toml", ""), ("plannen/k.yaml", &text(BAD))]);
    let outside = scratch.0.parent().unwrap();
    let name = scratch.0.file_name().unwrap().to_str().unwrap();
    for format in ["json", "sarif", "gitlab", "junit", "csv", "github"] {
        let report = |folder: &std::path::Path, plan: &str| {
            let args = ["check", plan, "--as-of", "2025-06-01", "--format", format];
            stdout(&program().current_dir(folder).args(args).output().unwrap())
        };
        let own = report(&scratch.0, "plannen/k.yaml");
        assert!(own.contains("plannen/k.yaml") && !own.contains(&format!("{name}/plannen")), "{own}");
        assert_eq!(own, report(outside, &format!("{name}/plannen/k.yaml")), "{format}");
        assert_eq!(own, report(outside, name), "{format}");
        assert_eq!(own, report(&root(), scratch.0.join("plannen/k.yaml").to_str().unwrap()), "{format}");
    }
}

/// What git cannot say is told as it is.
#[test]
fn what_git_cannot_say_is_named() {
    let scratch = repository("stuk", &[("a.yaml", &text(GOOD))]);
    scratch.write(".git/index", "x");
    let (said, code) = check(&scratch.0, &["--changed"]);
    assert!(code == Some(2) && said.contains("git status") && !said.contains("git branch"), "{said}");
    std::fs::create_dir(scratch.0.join("kaal")).unwrap();
    git(&scratch.0.join("kaal"), &["init", "-q", "--bare"]);
    let (said, code) = check(&scratch.0.join("kaal"), &["--changed"]);
    assert!(code == Some(2) && said.contains("kale repository"), "{said}");
}

/// Evidence that git passes over may be otherwise without a word of git.
#[test]
fn a_plan_with_evidence_that_git_passes_over_is_looked_at() {
    let plan = std::fs::read_to_string(root().join("examples/plannen/de-linde.yaml")).unwrap();
    let files = [(".gitignore", "bewijs/\nmap/\n"), ("p.yaml", plan.as_str()), ("g.yaml", &text(GOOD))];
    let scratch = repository("overgeslagen-bewijs", &files);
    write(&scratch, &[("map/los.txt", "niets")]);
    assert!(check(&scratch.0, &["--changed"]).0.contains("2 plannen zijn niet opnieuw bekeken"));
    for (held, misses) in [("afspraken\n", false), ("", true)] {
        write(&scratch, &[("bewijs/triage.txt", held)]);
        let (said, _) = check(&scratch.0, &["--changed"]);
        assert_eq!(said.contains("bestand-ontbreekt"), misses, "{said}");
        assert!(said.contains("1 plan bekeken"), "{said}");
    }
}
