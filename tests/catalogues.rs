//! The two message catalogues: equally complete, nothing unused, plain words.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use mtvp::check::BUILT_IN;
use mtvp::lint::{Level, Lint};
use mtvp::report::{Catalog, Lang};

use crate::support::files;

/// All files of one language, in one text.
fn catalogue(lang: &str) -> String {
    let files = files(&format!("src/report/messages/{lang}"), &["ftl"]);
    files.into_iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

/// Message id -> the arguments that it uses.
fn messages(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let text = catalogue(lang);
    let (resource, errors) = match fluent_bundle::FluentResource::try_new(text.clone()) {
        Ok(resource) => (resource, Vec::new()),
        Err(broken) => broken,
    };
    assert!(errors.is_empty(), "{lang}: {errors:?}");
    drop(resource);
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in text.lines() {
        if !line.starts_with([' ', '#', '[', '}'])
            && let Some((id, _)) = line.split_once(" =")
        {
            id.clone_into(&mut current);
            assert!(found.insert(current.clone(), BTreeSet::new()).is_none(), "{lang}: {current} stands twice");
        }
        for (at, _) in line.match_indices('$') {
            let name: String = line[at + 1..].chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
            found.entry(current.clone()).or_default().insert(name);
        }
    }
    found
}

#[test]
fn dutch_and_english_are_equally_complete() {
    let (dutch, english) = (messages("nl"), messages("en"));
    let ids = |messages: &BTreeMap<String, BTreeSet<String>>| messages.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(ids(&dutch), ids(&english));
    for (id, arguments) in &dutch {
        assert_eq!(arguments, &english[id], "the arguments of {id}");
    }
}

/// All code, in one text.
fn code() -> String {
    files("src", &["rs"]).into_iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn every_text_of_the_code_is_in_the_catalogue_and_the_other_way_round() {
    let dutch = messages("nl");
    let code = code();
    // The texts of a lint and of a built-in check are named after it.
    let of_lints = Lint::ALL.into_iter().flat_map(Lint::texts).map(str::to_owned);
    let named: BTreeSet<String> = of_lints.chain(BUILT_IN.map(|check| format!("built-in-{check}"))).collect();
    // What stands between two quotes; the ids are looked up there, for there are many of both.
    let quoted: BTreeSet<&str> = code.split('"').collect();
    // Pages know their words by the rest of the name.
    let read = |paths: Vec<PathBuf>| paths.into_iter().map(|path| std::fs::read_to_string(path).unwrap());
    let region: String = read(files("src/report/region_page", &["j2"])).collect();
    let web: String = read(files("web/src", &["ts", "tsx"])).chain(read(files("web/core/src", &["rs"]))).collect();
    let on_page = |id: &String| match id.split_once('-') {
        Some(("page", name)) => region.contains(&format!("w.{}", name.replace('-', "_"))),
        Some(("web", name)) => web.contains(name) || Level::ALL.iter().any(|level| level.word() == name),
        _ => false,
    };
    let used = |id: &String| quoted.contains(id.as_str()) || named.contains(id) || on_page(id);
    let unused: Vec<&String> = dutch.keys().filter(|id| !used(id) && !id.starts_with("cli-")).collect();
    assert!(unused.is_empty(), "never used: {unused:?}");
    let mut missing: Vec<String> = named.iter().filter(|id| !dutch.contains_key(*id)).cloned().collect();
    for path in files("src", &["rs"]) {
        let text = std::fs::read_to_string(path).unwrap();
        for call in ["Text::new(\"", ".word(\""] {
            for (at, _) in text.match_indices(call) {
                let id = text[at + call.len()..].split('"').next().unwrap();
                if !dutch.contains_key(id) {
                    missing.push(id.to_owned());
                }
            }
        }
    }
    assert!(missing.is_empty(), "not in the catalogue: {missing:?}");
}

#[test]
fn a_page_finds_all_its_words() {
    for lang in [Lang::Dutch, Lang::English] {
        let (catalog, messages) = (Catalog::new(lang), messages(lang.word()));
        for page in ["page-", "web-"] {
            let names = messages.keys().filter_map(|id| id.strip_prefix(page)).map(str::to_owned);
            let found: BTreeSet<String> = catalog.words_of(page).into_keys().collect();
            assert_eq!(found, names.collect());
        }
    }
}

/// Words that a practice manager should never meet.
const JARGON: [&str; 14] = [
    "parser",
    "parsen",
    "syntax",
    "token",
    "scalar",
    "string",
    "integer",
    "boolean",
    "null",
    "panic",
    "exception",
    "unexpected",
    "byte",
    "mapping",
];

#[test]
fn messages_hold_no_jargon() {
    for lang in ["nl", "en"] {
        for line in catalogue(lang).lines().filter(|line| !line.starts_with('#')) {
            let said = line.split_once(" = ").map_or(line, |(_, said)| said).to_lowercase();
            for word in JARGON {
                let used = said.split(|c: char| !c.is_alphanumeric()).any(|found| found == word);
                assert!(!used, "{lang}: `{word}` in: {line}");
            }
        }
    }
}

#[test]
fn every_file_of_a_catalogue_is_loaded() {
    let code = std::fs::read_to_string(crate::support::root().join("src/report/catalog.rs")).unwrap();
    for lang in ["nl", "en"] {
        for path in files(&format!("src/report/messages/{lang}"), &["ftl"]) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            assert!(code.contains(&format!("\"/{name}\"")), "{lang}/{name} is not loaded");
        }
    }
}
