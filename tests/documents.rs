//! The documents name only paths that are there, lead only to what is there, and the first command of the front page does what
//! it says.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::support::{files, mtvp, name, root, stdout};

/// What a path of this repository begins with.
const FOLDERS: [&str; 9] =
    ["src/", "grammar/", "regioplans/", "examples/", "tests/", "benches/", "docs/", "packaging/", ".github/"];

/// All documents that people read, by their paths from the top of the repository.
fn documents() -> Vec<String> {
    let named = ["README.md", "CHANGELOG.md", "grammar/README.md", "grammar/gids.md", "regioplans/README.md"];
    let pages = files("docs", &["md"]).iter().map(|path| name(path)).collect::<Vec<_>>();
    named.map(str::to_owned).into_iter().chain(["examples/README.md".to_owned()]).chain(pages).collect()
}

fn text(document: &str) -> String {
    std::fs::read_to_string(root().join(document)).unwrap()
}

/// The lines that are not in a block of code.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    let mut block = false;
    text.lines().filter(move |line| {
        block ^= line.trim_start().starts_with("```");
        !block && !line.trim_start().starts_with("```")
    })
}

#[test]
fn paths_in_documents_exist() {
    for document in documents().iter().filter(|document| *document != "examples/README.md") {
        for word in text(document).split(|c: char| c.is_whitespace() || matches!(c, '`' | '(' | ')' | '"' | ',')) {
            let word = word.trim_end_matches(['.', ':', ';']);
            let ours = FOLDERS.iter().any(|start| word.starts_with(start));
            if ours && !word.contains(['<', '*', '…', '{', '#']) {
                assert!(root().join(word).exists(), "{document} names {word}, which is not there");
            }
        }
    }
}

/// The places of a page that a link can lead to, named as GitHub and GitLab do.
fn anchors(text: &str) -> Vec<String> {
    let headings = prose(text).filter(|line| line.starts_with('#'));
    headings
        .map(|line| {
            let kept = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
            let title: String =
                line.trim_start_matches('#').trim().to_lowercase().chars().filter(|c| kept(*c)).collect();
            title.replace(' ', "-")
        })
        .collect()
}

#[test]
fn links_between_documents_lead_somewhere() {
    let mut seen = 0;
    for document in documents() {
        let text = text(&document);
        for line in prose(&text) {
            for target in line.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
                // The releases of the place where the repository stands, whichever that is.
                if target.contains("://") || target == "../../releases/latest" {
                    continue;
                }
                seen += 1;
                let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
                let folder = Path::new(&document).parent().unwrap();
                let path = if path.is_empty() { PathBuf::from(&document) } else { folder.join(path) };
                assert!(root().join(&path).exists(), "{document} leads to {target}, which is not there");
                if !anchor.is_empty() {
                    let page = std::fs::read_to_string(root().join(&path)).unwrap();
                    assert!(
                        anchors(&page).iter().any(|one| one == anchor),
                        "{document} leads to {target}: no such part"
                    );
                }
            }
        }
    }
    assert!(seen > 40, "{seen}");
}

/// A front page is read whole, and each other page begins with what its reader wants to do.
#[test]
fn the_front_page_is_short_and_leads_to_every_page() {
    let front = text("README.md");
    assert!(front.lines().count() <= 120, "{} lines", front.lines().count());
    let first = prose(&front).find(|line| line.starts_with("## ")).unwrap();
    assert_eq!(first, "## Beginnen");
    let before = front.split("cargo run ").next().unwrap();
    assert!(before.contains("praktijk.html") && before.contains("mtvp.exe"), "a manager comes before Rust");
    for page in files("docs", &["md"]) {
        let page = name(&page);
        assert!(front.contains(&format!("]({page}")), "the front page does not lead to {page}");
        assert!(text(&page).starts_with("# "), "{page}");
    }
}

/// Each text is on one page: no paragraph and no row stands on two.
#[test]
fn nothing_is_said_on_two_pages() {
    let pages: Vec<(String, String)> = documents()
        .into_iter()
        .filter(|document| document == "README.md" || document.starts_with("docs/"))
        .map(|d| (d.clone(), text(&d)))
        .collect();
    let mut seen = BTreeMap::new();
    for (page, text) in &pages {
        for line in prose(text).filter(|line| line.len() > 60) {
            if let Some(other) = seen.insert(line.trim().to_owned(), page) {
                panic!("{other} and {page} both say: {line}");
            }
        }
    }
}

/// The commands of the front page that begin with `cargo run` or `mtvp`, as far as they check examples.
#[test]
fn the_first_command_of_the_front_page_finds_a_violation() {
    let text = text("README.md");
    let command = text.lines().find(|line| line.starts_with("cargo run ")).expect("a first command");
    let args: Vec<&str> = command.split(" -- ").nth(1).unwrap().split_whitespace().collect();
    let output = mtvp(&args);
    assert_eq!(output.status.code(), Some(1), "{command}");
    assert!(stdout(&output).contains("overtreding"), "{command}");
}

/// Each crate that this one hangs on, and each package of the pages, has a row that says why, and no row speaks of another.
#[test]
fn every_dependency_has_a_reason() {
    let cargo: Value = basic_toml::from_str(&text("Cargo.toml")).unwrap();
    let targets = cargo["target"].as_object().unwrap().values().map(|target| &target["dependencies"]);
    let pages: Value = serde_json::from_str(&text("web/package.json")).unwrap();
    let npm = [&pages["dependencies"], &pages["devDependencies"]];
    let tables = [&cargo["dependencies"], &cargo["dev-dependencies"]].into_iter().chain(targets).chain(npm);
    let names: BTreeSet<String> = tables.flat_map(|table| table.as_object().unwrap().keys().cloned()).collect();
    let page = text("docs/engineers.md");
    let part = page.split("\n## Dependencies\n").nth(1).unwrap().split("\n## ").next().unwrap();
    let cells = part.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next()).skip(2);
    let listed: BTreeSet<String> = cells
        .flat_map(|cell| {
            cell.rsplit('*').next().unwrap().split(',').map(|name| name.trim().to_owned()).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(names, listed);
}
