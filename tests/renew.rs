//! `mtvp new --regioplan` and `mtvp renew`: what they make can be used as it is, and nothing that was there is touched.

use std::collections::BTreeSet;
use std::path::Path;

use insta::{Settings, assert_snapshot};
use serde_json::Value;

use crate::support::{Scratch, every, mtvp, program, root, stderr, stdout};

/// Every file below a folder with its text, by path.
fn all(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                found.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn copy(from: &Path, to: &Path) {
    for (name, text) in all(from) {
        let to = to.join(name);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::write(to, text).unwrap();
    }
}

/// Runs in a folder: exit status, and all that is shown.
fn run(folder: &Path, args: &[&str]) -> (Option<i32>, String) {
    let output = program().args(args).current_dir(folder).output().unwrap();
    (output.status.code(), stdout(&output) + &stderr(&output))
}

fn json(folder: &Path, args: &[&str]) -> Value {
    serde_json::from_str(&run(folder, args).1).unwrap()
}

#[test]
fn a_region_that_begins_is_whole() {
    let scratch = Scratch::new("begin");
    let (code, said) = run(&scratch.0, &["new", "--regioplan", "onze-regio"]);
    assert_eq!(code, Some(0), "{said}");
    let made = all(&scratch.0);
    assert_eq!(made.len(), 6, "{made:?}");
    assert!(made.iter().all(|(path, _)| path.starts_with("onze-regio/")), "{made:?}");
    let regioplan = made.iter().find(|(path, _)| path.ends_with(".regioplan")).unwrap().0.clone();
    assert_eq!(run(&scratch.0, &["fmt", "--check", "onze-regio"]), (Some(0), String::new()));
    let (code, said) = run(&scratch.0, &["lint", "--strict", &regioplan]);
    assert_eq!((code, said.trim()), (Some(0), "1 regioplan bekeken: geen opmerkingen"));
    let (code, said) = run(&scratch.0, &["test", "--min-coverage", "100", &regioplan]);
    assert!(code == Some(0) && said.contains("kloppen: 4 van 4"), "{said}");
    // What stands in the register and what rules cite is the same.
    assert!(run(&scratch.0, &["show", &regioplan, "--sources"]).1.contains("DOC-06"));
    // It goes over nothing, whole or in part.
    let (code, said) = run(&scratch.0, &["new", "--regioplan", "onze-regio"]);
    assert!(code == Some(2) && said.contains("bestaat al"), "{said}");
    std::fs::remove_file(scratch.0.join(&regioplan)).unwrap();
    let left = all(&scratch.0);
    assert_eq!(run(&scratch.0, &["new", "--regioplan", "onze-regio"]).0, Some(2));
    assert_eq!(all(&scratch.0), left);
}

#[test]
fn a_region_has_a_name_of_the_language() {
    let scratch = Scratch::new("begin-naam");
    for name in ["Onze Regio", "twee woorden", "met", "a/b", "../x", "", "a\" versie \"2"] {
        let (code, said) = run(&scratch.0, &["new", "--regioplan", name]);
        assert!(code == Some(2) && !said.is_empty(), "{name}: {said}");
    }
    for args in [&["new", "eemland", "--regioplan", "x"][..], &["new", "--year", "1", "--regioplan", "x"], &["new"]] {
        assert_eq!(run(&scratch.0, args).0, Some(2), "{args:?}");
    }
    assert!(all(&scratch.0).is_empty());
}

#[test]
fn a_region_can_begin_for_another_year() {
    let scratch = Scratch::new("begin-jaar");
    let (code, said) = run(&scratch.0, &["new", "--regioplan", "onze-regio@2031"]);
    assert_eq!(code, Some(0), "{said}");
    let made = all(&scratch.0);
    assert!(made.iter().all(|(path, _)| path.starts_with("onze-regio/2031")), "{made:?}");
    let (code, said) = run(&scratch.0, &["test", "onze-regio/2031.regioplan"]);
    assert!(code == Some(0) && said.contains("kloppen: 4 van 4"), "{said}");
    assert_eq!(run(&scratch.0, &["new", "--regioplan", "x@straks"]).0, Some(2));
}

#[test]
fn a_small_region_is_renewed() {
    let scratch = Scratch::new("vernieuwd");
    copy(&root().join("tests/cases/vernieuwen"), &scratch.0);
    let before = all(&scratch.0);
    let (code, said) = run(&scratch.0, &["renew", "regio-1.regioplan", "2"]);
    assert_eq!(code, Some(0), "{said}");
    let made: Vec<(String, String)> = all(&scratch.0).into_iter().filter(|one| !before.contains(one)).collect();
    assert_eq!(all(&scratch.0).len(), before.len() + made.len(), "nothing that was there has changed");
    let mut shown = said;
    for (path, text) in &made {
        if path.ends_with(".regioplan") {
            let lines = text.lines().take(8).collect::<Vec<_>>().join("\n");
            shown.push_str(&format!("\n==== {path}\n{lines}\n"));
            let old = &before.iter().find(|(path, _)| path == "regio-1.regioplan").unwrap().1;
            let rest = |text: &str| text.lines().skip(6).map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(rest(text), rest(old));
        } else {
            shown.push_str(&format!("\n==== {path}\n{text}"));
        }
    }
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/cases/vernieuwen"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!("vernieuwen", shown));
    // Again it goes over nothing; nor with another day.
    let left = all(&scratch.0);
    for args in [&["renew", "regio-1.regioplan", "2"][..], &["renew", "regio-1.regioplan", "2", "--from", "2027-03-01"]]
    {
        let (code, said) = run(&scratch.0, args);
        assert!(code == Some(2) && said.contains("bestaat al"), "{said}");
    }
    for version in ["1", "", "a/b", "..", "een twee", "\""] {
        assert_eq!(run(&scratch.0, &["renew", "regio-1.regioplan", version]).0, Some(2), "{version}");
    }
    assert_eq!(all(&scratch.0), left);
    let (code, said) = run(&scratch.0, &["renew", "regio-1.regioplan", "3", "--from", "2027-07-01", "-o", "later"]);
    assert!(code == Some(0) && said.contains("van 1 juli 2027 tot en met 30 juni 2028"), "{said}");
}

/// An aanvulling stands beside the regioplan that its examples name: that judges them, with the new version of it.
#[test]
fn an_aanvulling_is_renewed() {
    let scratch = Scratch::new("vernieuwd-aanvulling");
    copy(&root().join("tests/cases/vernieuwen-aanvulling"), &scratch.0);
    let (code, said) = run(&scratch.0, &["renew", "vz-2026.regioplan", "2027"]);
    assert!(
        code == Some(0) && said.contains("2 voorbeelden kloppen nadat alle datums") && said.contains("`vz@2027`"),
        "{said}"
    );
    let (code, said) = run(&scratch.0, &["test", "vz-2027.regioplan"]);
    assert!(code == Some(0) && said.contains("kloppen: 2 van 2"), "{said}");
    // The regioplan that the examples name does not hold in the year after: then that is told.
    let (code, said) = run(&scratch.0, &["renew", "vz-2026.regioplan", "2028", "--from", "2028-01-01"]);
    assert!(code == Some(0) && said.contains("het regioplan dat zij noemen geldt dan niet"), "{said}");
}

/// The regioplannen that are built in: the new version is sound, and every example of it does what it says, or is named.
/// Those with very many examples take minutes: they are tried with `MTVP_EVERY=1`.
#[test]
fn every_regioplan_of_the_repository_can_be_renewed() {
    let scratch = Scratch::new("vernieuwd-alle");
    let shown: Value = serde_json::from_str(&stdout(&mtvp(&["show", "--format", "json"]))).unwrap();
    for one in shown.as_array().unwrap() {
        let (id, version) = (one["id"].as_str().unwrap(), one["version"].as_str().unwrap());
        let (full, folder) = (format!("{id}@{version}"), format!("{id}-{version}"));
        let old = root().join("regioplans").join(id).join(version);
        if every(2) > 1 && old.exists() && all(&old).len() > 150 {
            continue;
        }
        let (code, said) = run(&scratch.0, &["renew", &full, "2099", "-o", &folder]);
        assert_eq!(code, Some(0), "{full}: {said}");
        let new = scratch.0.join(&folder);
        let made = all(&new);
        let regioplan = made.iter().find(|(path, _)| path.ends_with(".regioplan")).unwrap();
        assert_eq!(run(&new, &["fmt", "--check", &regioplan.0]), (Some(0), String::new()), "{full}");
        assert_eq!(run(&new, &["lint", &regioplan.0]).0, Some(0), "{full}");
        if one["sort"] == "leidraad" {
            assert!(regioplan.1.contains("versie \"2099\""), "{full}");
            continue;
        }
        let stem = regioplan.0.trim_end_matches(".regioplan").to_owned();
        for (path, text) in all(&old) {
            let new =
                &made.iter().find(|(new, _)| *new == format!("{stem}/{path}")).unwrap_or_else(|| panic!("{path}")).1;
            let comments =
                |text: &str| text.lines().filter(|line| line.starts_with('#')).map(str::to_owned).collect::<Vec<_>>();
            assert_eq!((comments(new), new.lines().count()), (comments(&text), text.lines().count()), "{path}");
        }
        let tested = json(&new, &["test", &regioplan.0, "--format", "json"]);
        let examples = tested["regioplans"][0]["examples"].as_array().unwrap();
        assert_eq!(examples.is_empty(), !old.exists(), "{full}");
        let wrong: BTreeSet<&str> = examples
            .iter()
            .filter(|one| one["agrees"] == false)
            .map(|one| one["path"].as_str().unwrap().trim_end_matches("/regio.yaml"))
            .collect();
        let named = said.split("kloppen nog niet").nth(1).unwrap_or("");
        let named: BTreeSet<&str> = named.lines().filter_map(|line| line.trim().strip_prefix("- ")).collect();
        assert_eq!(wrong.difference(&named).collect::<Vec<_>>(), Vec::<&&str>::new(), "{full}");
        assert!(wrong.len() * 2 < examples.len() || one["sort"] == "werkplan", "{full}: {} wrong", wrong.len());
    }
}

#[test]
fn a_version_behind_the_end_of_the_programme_is_not_made() {
    let scratch = Scratch::new("na-het-einde");
    let text = std::fs::read_to_string(root().join("tests/cases/lint/nooit-van-kracht/niet/1.0.regioplan")).unwrap();
    let ended = text.replacen(
        "  jaren tellen vanaf startkwartaal\n",
        "  jaren tellen vanaf startkwartaal\n  programma eindigt op 31 december 2025\n",
        1,
    );
    assert_ne!(ended, text);
    scratch.write("1.0.regioplan", ended);
    let (code, said) = run(&scratch.0, &["renew", "1.0.regioplan", "2.0"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("Het programma eindigt op 31 december 2025"), "{said}");
    assert!(said.contains("Er is niets geschreven."), "{said}");
    assert_eq!(all(&scratch.0).len(), 1);
}

/// Also an example that cannot be read is one of the new version.
#[test]
fn every_example_names_the_new_version() {
    let folder = Scratch::new("vernieuwen-elk");
    let (exit, said) = run(&folder.0, &["renew", "rijn-en-duin@2.7", "2.8"]);
    assert_eq!(exit, Some(0), "{said}");
    let old: Vec<String> = all(&folder.0)
        .into_iter()
        .filter(|(_, text)| text.contains("regioplan: rijn-en-duin@2.7"))
        .map(|(name, _)| name)
        .collect();
    assert!(old.is_empty(), "{old:?}");
    assert!(!said.contains("fout/yaml"), "{said}");
}
