//! A regioplan as a document: the pages in the repository are current, every link leads somewhere, and no value is markup.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use insta::{Settings, assert_snapshot};

use crate::support::{files, mtvp, name, root, stderr, stdout};

fn docs(regioplan: &Path, format: &str) -> String {
    let output = mtvp(&["docs", &name(regioplan), "--format", format]);
    assert_eq!(output.status.code(), Some(0), "{}: {}", name(regioplan), stderr(&output));
    stdout(&output)
}

fn regioplans() -> Vec<PathBuf> {
    ["regioplans", "tests/cases/taal", "tests/cases/docs"].iter().flat_map(|it| files(it, &["regioplan"])).collect()
}

#[test]
fn the_pages_beside_the_regioplannen_are_current() {
    let all = files("regioplans", &["regioplan"]);
    let mut stale = Vec::new();
    for regioplan in &all {
        let page = regioplan.with_extension("md");
        let found = std::fs::read_to_string(&page).unwrap_or_default().replace("\r\n", "\n");
        if found != docs(regioplan, "markdown") {
            stale.push(format!("mtvp docs {} > {}", name(regioplan), name(&page)));
        }
    }
    assert!(stale.is_empty(), "these pages are not current; make them again with:\n{}", stale.join("\n"));
    let pages: BTreeSet<PathBuf> = files("regioplans", &["md"]).into_iter().collect();
    let wanted: BTreeSet<PathBuf> = all.iter().map(|path| path.with_extension("md")).collect();
    let extra: Vec<String> =
        pages.difference(&wanted).map(|p| name(p)).filter(|n| n != "regioplans/README.md").collect();
    assert!(extra.is_empty(), "pages without a regioplan: {extra:?}");
}

/// What stands between two marks, each time.
fn between<'t>(text: &'t str, start: &str, end: char) -> Vec<&'t str> {
    text.match_indices(start).map(|(at, _)| text[at + start.len()..].split(end).next().unwrap()).collect()
}

#[test]
fn every_link_leads_to_one_place() {
    let mut links = 0;
    for regioplan in regioplans() {
        for (format, link, end) in [("markdown", "](#", ')'), ("html", "href=\"#", '"')] {
            let text = docs(&regioplan, format);
            let mut places: BTreeMap<&str, usize> = BTreeMap::new();
            for id in between(&text, " id=\"", '"') {
                *places.entry(id).or_default() += 1;
            }
            for (place, count) in &places {
                assert_eq!(*count, 1, "{}: {place} stands {count} times in {format}", name(&regioplan));
            }
            for to in between(&text, link, end) {
                assert!(places.contains_key(to), "{}: {format} has no {to}", name(&regioplan));
                links += 1;
            }
        }
    }
    assert!(links > 2000, "{links}");
}

/// Tags that have no end.
const VOID: [&str; 2] = ["meta", "!DOCTYPE"];

#[test]
fn html_is_well_formed_and_needs_nothing_from_elsewhere() {
    for regioplan in regioplans() {
        let text = docs(&regioplan, "html");
        let mut open: Vec<&str> = Vec::new();
        let body = text.replace(&text[text.find("<style>").unwrap() + 7..text.find("</style>").unwrap()], "");
        for tag in between(&body, "<", '>') {
            let word = tag.split_whitespace().next().unwrap();
            match word.strip_prefix('/') {
                Some(closed) => assert_eq!(open.pop(), Some(closed), "{}: {tag}", name(&regioplan)),
                None if VOID.contains(&word) => {}
                None => open.push(word),
            }
        }
        assert!(open.is_empty(), "{}: {open:?}", name(&regioplan));
        for outside in ["src=", "href=\"http", "<link", "<script", "url(", "@import"] {
            assert!(!text.contains(outside), "{}: {outside}", name(&regioplan));
        }
        let levels: Vec<usize> =
            between(&body, "<h", ' ').iter().filter_map(|level| level.split('>').next()?.parse().ok()).collect();
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{}: {levels:?}", name(&regioplan));
        assert!(text.starts_with("<!DOCTYPE html>\n<html lang=\"nl\">"));
    }
}

#[test]
fn a_small_regioplan_as_a_document() {
    let small = root().join("tests/cases/docs/klein.regioplan");
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path("cases/docs");
    settings.set_prepend_module_to_snapshot(false);
    let html = docs(&small, "html");
    let (before, rest) = html.split_once("<style>").unwrap();
    let (_, after) = rest.split_once("</style>").unwrap();
    settings.bind(|| {
        assert_snapshot!("klein-markdown", docs(&small, "markdown"));
        assert_snapshot!("klein-html", format!("{before}<style></style>{after}"));
    });
}

#[test]
fn a_document_goes_to_a_new_file_only() {
    let scratch = crate::support::Scratch::new("docs");
    let path = scratch.0.join("plan.html").to_string_lossy().into_owned();
    let args = ["docs", "leidraad", "--format", "html", "-o", &path];
    assert_eq!(mtvp(&args).status.code(), Some(0));
    let again = mtvp(&args);
    assert_eq!(again.status.code(), Some(2));
    assert!(stderr(&again).contains("bestaat al"), "{}", stderr(&again));
    assert_eq!(mtvp(&["docs", "bestaat-niet"]).status.code(), Some(2));
    let english = stdout(&mtvp(&["docs", "leidraad", "--format", "html", "--lang", "en"]));
    assert!(english.contains("<html lang=\"en\">"));
}

/// The words of a text, as far as they are words of a language.
fn words_of(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 2);
    words.map(str::to_lowercase).collect()
}

#[test]
fn an_english_page_says_which_of_its_texts_are_dutch() {
    let english: String =
        files("src/report/messages/en", &["ftl"]).iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let known = words_of(&english);
    for regioplan in regioplans() {
        let output = mtvp(&["docs", &name(&regioplan), "--format", "html", "--lang", "en"]);
        let text = stdout(&output);
        let (_, body) = text.split_once("</style>").unwrap();
        let mut open: Vec<bool> = Vec::new();
        let mut strange = BTreeSet::new();
        let mut dutch = 0;
        for piece in body.split('<').skip(1) {
            let (tag, said) = piece.split_once('>').unwrap();
            if tag.starts_with('/') {
                open.pop();
            } else {
                open.push(tag.contains(" lang=\"nl\"") || open.last() == Some(&true));
            }
            // A sign that is written out is no word.
            let said = said.replace("&quot;", "").replace("&#39;", "'").replace("&amp;", "&");
            if open.last() == Some(&true) {
                dutch += 1;
            } else {
                strange.extend(words_of(&said).difference(&known).cloned());
            }
        }
        assert!(strange.is_empty(), "{}: these words are not English: {strange:?}", name(&regioplan));
        assert!(dutch > 3, "{}", name(&regioplan));
        assert!(!stdout(&mtvp(&["docs", &name(&regioplan), "--format", "html"])).contains("<span"));
    }
}
