//! What people download: its version, its change log, and the names by which the pages, the installers and the workflow know it.

use crate::support::root;

fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

#[test]
fn the_change_log_begins_with_the_version_of_the_program() {
    let log = text("CHANGELOG.md");
    let first = log.lines().find_map(|line| line.strip_prefix("## [")?.split(']').next()).expect("a version");
    assert_eq!(first, env!("CARGO_PKG_VERSION"));
    // Keep a Changelog: each version has a date, or is not there yet, and says what kind of change each is.
    let kinds = ["Toegevoegd", "Gewijzigd", "Verouderd", "Verwijderd", "Opgelost", "Beveiliging"];
    for line in log.lines() {
        if let Some(kind) = line.strip_prefix("### ") {
            assert!(kinds.contains(&kind), "{kind}");
        }
        if line.starts_with("## ") {
            let when = line.split("] - ").nth(1).unwrap_or_else(|| panic!("{line}: no date"));
            let is_date = when.len() == 10 && when.chars().all(|c| c.is_ascii_digit() || c == '-');
            assert!(is_date || when == "nog niet uitgegeven", "{line}");
        }
    }
}

/// What is released together has one version.
#[test]
fn all_that_is_released_has_the_version_of_the_program() {
    let manifest: serde_json::Value = serde_json::from_str(&text("editors/vscode/package.json")).unwrap();
    assert_eq!(manifest["version"], env!("CARGO_PKG_VERSION"));
    let hook = text("docs/repositories.md");
    assert!(hook.contains(&format!("rev: v{}", env!("CARGO_PKG_VERSION"))), "the hook of the guide");
}

/// The installers ask for files that the build makes, and the pages name no others.
#[test]
fn installers_and_pages_name_what_is_made() {
    let build = text("packaging/build.sh");
    assert!(build.contains("$out/mtvp.exe") && build.contains("$out/mtvp-arm64.exe"));
    let powershell = text("packaging/install.ps1");
    assert!(powershell.contains("'mtvp.exe'") && powershell.contains("'mtvp-arm64.exe'"));
    assert!(build.contains("mtvp-$1-$arch") && build.contains("archive macos") && build.contains("archive linux"));
    let shell = text("packaging/install.sh");
    assert!(
        shell.contains("mtvp-$systeem-$soort") && shell.contains("systeem=macos") && shell.contains("systeem=linux")
    );
    let workflow = text(".github/workflows/release.yml");
    for page in ["README.md", "docs/praktijken.md"] {
        let page = text(page);
        assert!(page.contains("`mtvp.exe`") && page.contains("`praktijk.html`"));
        assert!(!page.contains(".zip") && !page.contains(".msi"));
    }
    assert!(workflow.contains("praktijk.html"));
    let practices = text("docs/praktijken.md");
    for installer in ["install.sh", "install.ps1"] {
        assert!(practices.contains(installer) && text("packaging/assets.sh").contains(installer));
        assert_eq!(text(&format!("packaging/{installer}")).matches("@BRON@").count(), 1, "{installer}");
    }
}
