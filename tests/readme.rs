//! `docs/regios.md`, done word for word: every command of it, in its order, ends as the page says.

use std::process::Command;

use crate::support::{Scratch, root};

/// The sections of the page by their titles, in order.
fn sections() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(root().join("docs/regios.md")).unwrap();
    let parts = text.split("\n## ").skip(1).filter_map(|part| part.split_once('\n'));
    parts.map(|(title, body)| (title.to_owned(), body.to_owned())).collect()
}

/// The lines of all console blocks of a section, without the comments behind them.
fn commands(section: &str) -> Vec<String> {
    let body = sections().into_iter().find(|(title, _)| title == section);
    let (_, body) = body.unwrap_or_else(|| panic!("no section {section}"));
    let mut found = Vec::new();
    let mut open = false;
    for line in body.lines() {
        match line {
            "```console" => open = true,
            "```" => open = false,
            _ if open => found.push(line.split("  #").next().unwrap().trim().to_owned()),
            _ => {}
        }
    }
    found
}

fn run(scratch: &Scratch, line: &str) -> (i32, String) {
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_mtvp")).parent().unwrap().to_path_buf();
    let path = std::env::join_paths(
        std::iter::once(program).chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
    );
    let output = Command::new("sh")
        .args(["-c", line])
        .current_dir(&scratch.0)
        .env("PATH", path.unwrap())
        .env_remove("MTVP_LANG")
        .env("LANG", "C")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.code().unwrap_or(-1), said)
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    if from.is_dir() {
        std::fs::create_dir_all(to).unwrap();
        for entry in std::fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        std::fs::copy(from, to).unwrap();
    }
}

/// The example region, as the folder of plans and the figures of whoever reads the page; and a regioplan of one's own, which is that of
/// the example under another name.
fn desk(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    for folder in ["regioplans", "examples"] {
        copy(&root().join(folder), &scratch.0.join(folder));
    }
    copy(&root().join("examples/regio"), &scratch.0.join("plannen"));
    copy(&root().join("examples/regio/regio.yaml"), &scratch.0.join("cijfers-2026.yaml"));
    for (from, to) in [
        ("2026-2027.regioplan", "mijn-regio.regioplan"),
        ("2026-2027.bronnen", "mijn-regio.bronnen"),
        ("2026-2027", "mijn-regio"),
    ] {
        copy(&root().join("regioplans/eemland").join(from), &scratch.0.join(to));
    }
    scratch
}

/// The file that a command makes: behind `>` or behind `-o`.
fn made(line: &str) -> Option<&str> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let at = words.iter().position(|word| [">", "-o"].contains(word))?;
    words.get(at + 1).copied()
}

/// Each command of a section ends as it must: 1 where something is to be done, as the page says, and else 0. What it makes is there; where
/// it makes nothing, it says something.
fn ends_as_the_page_says(scratch: &Scratch, lines: &[String]) {
    for line in lines {
        let (code, said) = run(scratch, line);
        // In the example there are plans to mend, and two versions differ.
        let asks =
            ["mtvp region", "mtvp check", "mtvp diff", "mtvp impact"].iter().any(|begin| line.starts_with(begin));
        assert_eq!(code, i32::from(asks), "`{line}`:\n{said}");
        match made(line).map(|name| scratch.0.join(name)) {
            Some(path) if path.is_dir() => assert!(std::fs::read_dir(&path).unwrap().count() > 30, "{line}"),
            Some(path) => assert!(std::fs::metadata(&path).unwrap().len() > 500, "{line}"),
            // What is in the fixed layout already needs no word.
            None => assert!(line.starts_with("mtvp fmt") || !said.trim().is_empty(), "{line}"),
        }
    }
}

#[test]
fn the_commands_of_the_desk_end_as_the_page_says() {
    let lines = commands("Een hele regio bekijken");
    assert!(lines.len() >= 13 && lines.iter().all(|line| line.starts_with("mtvp ")), "{lines:?}");
    ends_as_the_page_says(&desk("bureau"), &lines);
}

/// All other sections but the guide to a new version, which is done by itself.
#[test]
fn the_other_commands_for_a_region_end_as_the_page_says() {
    let own = ["Een hele regio bekijken", "Een nieuwe versie maken"];
    let scratch = desk("regioplan");
    let mut count = 0;
    for (title, _) in sections().into_iter().filter(|(title, _)| !own.contains(&title.as_str())) {
        let lines = commands(&title);
        count += lines.len();
        ends_as_the_page_says(&scratch, &lines);
    }
    assert!(count >= 16, "{count}");
}

#[test]
fn the_guide_to_a_new_version_works_word_for_word() {
    let scratch = Scratch::new("nieuwe-versie");
    for folder in ["regioplans", "examples"] {
        copy(&root().join(folder), &scratch.0.join(folder));
    }
    let commands = commands("Een nieuwe versie maken");
    assert!(commands.len() >= 13, "{commands:?}");
    for line in &commands {
        let (code, said) = run(&scratch, line);
        if line.starts_with("mtvp renew") {
            assert_eq!(code, 0, "{said}");
            // Steps 2 and 3 are done by hand; here the finished files take the place of those that were made.
            std::fs::remove_dir_all(scratch.0.join("nieuw/2.8")).unwrap();
            for name in ["2.8.regioplan", "2.8.bronnen", "2.8"] {
                copy(&root().join("examples/nieuwe-versie").join(name), &scratch.0.join("nieuw").join(name));
            }
        }
        // Differences, and people who must act, are what these are for.
        let asks = ["mtvp diff", "mtvp impact"].iter().any(|command| line.starts_with(command));
        // The example has examples for what changed, not for everything.
        let partly = line.starts_with("mtvp lint");
        assert!(code == 0 || code == 1 && asks || code <= 1 && partly, "`{line}` ended with {code}:\n{said}");
        assert!(
            !line.starts_with("mtvp diff") || said.contains("aw-jaar-3") || said.contains("jaar 3"),
            "{line}: {said}"
        );
    }
    for made in ["nieuw/2.8.html", "nieuw/2.8.schema.json", "gevolgen.csv"] {
        assert!(std::fs::metadata(scratch.0.join(made)).unwrap().len() > 1000, "{made}");
    }
}
