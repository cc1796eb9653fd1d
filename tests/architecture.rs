//! The house: which room may use which, and what belongs in one place only.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::support::{files, name, root};

/// Room -> the rooms that it may use. Everything else is a wrong arrow.
const EDGES: [(&str, &[&str]); 20] = [
    ("source", &[]),
    ("diagnostic", &["source"]),
    ("value", &[]),
    ("model", &["diagnostic", "source", "value"]),
    ("syntax", &["diagnostic", "model", "source", "value"]),
    ("compile", &["diagnostic", "model", "source", "syntax", "value"]),
    ("format", &["diagnostic", "source", "syntax"]),
    ("plan", &["diagnostic", "model", "source", "value"]),
    ("lint", &["diagnostic", "model", "source", "syntax", "value"]),
    ("check", &["diagnostic", "model", "plan", "source", "value"]),
    ("solve", &["check", "diagnostic", "model", "plan", "value"]),
    ("trial", &["check", "diagnostic", "model", "plan", "source", "value"]),
    ("compare", &["check", "diagnostic", "model", "plan", "source", "value"]),
    ("settings", &["diagnostic", "plan", "source", "value"]),
    (
        "session",
        &["check", "compile", "diagnostic", "lint", "model", "plan", "settings", "solve", "source", "syntax", "value"],
    ),
    ("draft", &["check", "diagnostic", "model", "plan", "session", "solve", "source", "syntax", "value"]),
    ("form", &["diagnostic", "draft", "model", "plan", "value"]),
    (
        "report",
        &["check", "compare", "diagnostic", "lint", "model", "plan", "session", "settings", "source", "trial", "value"],
    ),
    ("editor", &["compile", "diagnostic", "lint", "model", "plan", "report", "session", "source", "syntax", "value"]),
    (
        "cli",
        &[
            "check",
            "compare",
            "diagnostic",
            "draft",
            "editor",
            "format",
            "lint",
            "model",
            "plan",
            "report",
            "session",
            "settings",
            "source",
            "syntax",
            "trial",
            "value",
        ],
    ),
];

fn room(path: &Path) -> Option<String> {
    let inside = path.strip_prefix(root().join("src")).ok()?;
    (inside.components().count() > 1)
        .then(|| inside.components().next().unwrap().as_os_str().to_string_lossy().into_owned())
}

/// The rooms that a file names, as `crate::room` or in `use crate::{room, …}`.
fn used(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        let names: Vec<&str> = match rest.strip_prefix('{') {
            Some(list) => {
                list[..list.find('}').unwrap()].split(',').map(|item| item.trim().split("::").next().unwrap()).collect()
            }
            None => vec![rest.split(|c: char| !c.is_ascii_lowercase() && c != '_').next().unwrap()],
        };
        found.extend(names.into_iter().map(str::to_owned));
    }
    found
}

#[test]
fn rooms_use_only_the_rooms_below_them() {
    let table: BTreeMap<&str, &[&str]> = EDGES.into_iter().collect();
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for path in files("src", &["rs"]) {
        let Some(room) = room(&path) else { continue };
        let allowed = table.get(room.as_str()).unwrap_or_else(|| panic!("{room} is not in the table of rooms"));
        let text = std::fs::read_to_string(&path).unwrap();
        for other in used(&text).into_iter().filter(|other| *other != room) {
            if allowed.contains(&other.as_str()) {
                seen.insert((room.clone(), other));
            } else {
                wrong.push(format!("{}: {room} may not use {other}", name(&path)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen.len() > 10, "the test reads no `use` lines any more");
}

/// A crate or a thing that only some files may name.
const PLACES: [(&str, &[&str]); 17] = [
    ("calamine::", &["src/cli/workbook.rs"]),
    ("zip::", &["src/cli/workbook.rs"]),
    ("rust_xlsxwriter::", &["src/report/workbook.rs", "src/report/workbook_style.rs"]),
    ("batsat::", &["src/solve/bits.rs"]),
    ("pest::", &["src/syntax/pest_parser.rs"]),
    ("granit_parser::", &["src/plan/yaml.rs"]),
    ("miette::", &["src/report/screen.rs"]),
    ("toml::", &["src/settings/read.rs"]),
    ("fluent_bundle::", &["src/report/catalog.rs"]),
    ("minijinja::", &["src/report/template.rs"]),
    ("serde_sarif::", &["src/report/sarif.rs", "src/report/sarif_fix.rs", "src/report/sarif_rule.rs"]),
    ("quick_junit::", &["src/report/junit.rs"]),
    ("std::fs", &["src/cli/"]),
    ("std::env", &["src/cli/"]),
    ("std::time", &["src/cli/"]),
    ("jiff::Timestamp", &["src/cli/"]),
    ("rayon::", &["src/cli/"]),
];

#[test]
fn each_outside_thing_has_its_place() {
    for path in files("src", &["rs"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        let name = name(&path);
        for (what, places) in PLACES {
            let here = text.contains(what) && !places.iter().any(|place| name.starts_with(place));
            assert!(!here, "{name} names {what}, which belongs in {places:?}");
        }
    }
    for (what, places) in PLACES {
        let used = files("src", &["rs"]).iter().any(|path| std::fs::read_to_string(path).unwrap().contains(what));
        assert!(used, "nothing names {what} any more; {places:?}");
    }
}

/// Rooms in which no file needs a file that needs it: each file has a floor of its own.
const FLOORS: [&str; 5] = ["cli", "draft", "form", "session", "settings"];

/// The files of its room that a file names, as `super::file` or in `use super::{file, …}`. Its tests may name any.
fn neighbours(text: &str) -> BTreeSet<String> {
    let text = text.split("#[cfg(test)]").next().unwrap();
    used(&text.replace("crate::", "").replace("super::", "crate::"))
}

#[test]
fn no_files_need_each_other() {
    for room in FLOORS {
        let mut files: BTreeMap<String, BTreeSet<String>> = files(&format!("src/{room}"), &["rs"])
            .iter()
            .map(|path| {
                let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
                (stem, neighbours(&std::fs::read_to_string(path).unwrap()))
            })
            .filter(|(stem, _)| stem != "mod")
            .collect();
        let names: BTreeSet<String> = files.keys().cloned().collect();
        for (own, needs) in &mut files {
            needs.retain(|other| other != own && names.contains(other));
        }
        // What needs nobody goes, until nothing goes any more; who is left, stands in a circle or needs one.
        while let Some(free) = files.iter().find(|(_, needs)| needs.is_empty()).map(|(stem, _)| stem.clone()) {
            files.remove(&free);
            for needs in files.values_mut() {
                needs.remove(&free);
            }
        }
        assert!(files.is_empty(), "files of {room} that need each other: {files:#?}");
    }
}

/// Crates that only the program needs: without it the library is built without them.
#[test]
fn the_core_needs_nothing_of_the_program() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let optional: Vec<&str> = manifest
        .lines()
        .filter(|line| line.contains("optional = true"))
        .map(|line| line.split(" = ").next().unwrap())
        .collect();
    assert!(optional.len() > 10);
    let modules: Vec<String> = ["src/lib.rs", "src/report/mod.rs"]
        .iter()
        .flat_map(|path| {
            let text = std::fs::read_to_string(root().join(path)).unwrap();
            let lines: Vec<String> = text.lines().map(str::to_owned).collect();
            let folder = path.rsplit_once('/').unwrap().0.to_owned();
            let marked =
                lines.windows(2).filter(|pair| pair[0] == "#[cfg(feature = \"cli\")]").map(|pair| pair[1].clone());
            let modules = marked.filter_map(|line| {
                let name = line.trim_start_matches("pub ").strip_prefix("mod ")?.trim_end_matches(';').to_owned();
                Some(format!("{folder}/{name}"))
            });
            modules.collect::<Vec<_>>()
        })
        .collect();
    for path in files("src", &["rs"]) {
        let (name, text) = (name(&path), std::fs::read_to_string(&path).unwrap());
        // `src/cli/…` and `src/cli.rs` are both the module `src/cli`.
        let of_program = name == "src/main.rs"
            || modules
                .iter()
                .any(|module| name.strip_prefix(module.as_str()).is_some_and(|rest| rest.starts_with(['/', '.'])));
        let marks = text.matches("feature = ").count();
        assert!(
            marks == 0 || matches!(name.as_str(), "src/lib.rs" | "src/report/mod.rs"),
            "{name} has a mark of its own"
        );
        let is_named = |krate: &str| {
            let path = format!("{}::", krate.replace('-', "_"));
            text.match_indices(&path).any(|(at, _)| !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
        };
        for krate in optional.iter().filter(|_| !of_program) {
            assert!(!is_named(krate), "{name} needs {krate}, which only the program has");
        }
    }
}

#[test]
fn no_region_stands_in_the_code() {
    let regions: Vec<String> = std::fs::read_dir(root().join("regioplans"))
        .unwrap()
        .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    for path in files("src", &["rs"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        // The national guide is no region, and has a folder of its own.
        for region in regions.iter().filter(|region| !region.contains('.') && *region != "leidraad") {
            assert!(!text.contains(region.as_str()), "{} names the region {region}", name(&path));
        }
    }
}
