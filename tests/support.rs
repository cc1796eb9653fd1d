//! What the tests share: running the program, and paths.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The folder of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The program, in a settled environment: Dutch, no colour, from the folder of the repository.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mtvp"));
    command.current_dir(root());
    for name in ["MTVP_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"] {
        command.env_remove(name);
    }
    command
}

/// How coarse the sample of a slow test is: one case of so many, and with `MTVP_EVERY=1` all of them.
pub fn every(usual: usize) -> usize {
    std::env::var("MTVP_EVERY").ok().and_then(|every| every.parse().ok()).unwrap_or(usual)
}

/// Runs the program.
pub fn mtvp(args: &[&str]) -> Output {
    program().args(args).output().expect("the program runs")
}

/// Runs the program with a text on standard input.
pub fn mtvp_with(args: &[&str], input: &[u8]) -> Output {
    let mut child = program()
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    // The program may stop reading early; that is no failure of the test.
    let _ = child.stdin.take().expect("an input").write_all(input);
    child.wait_with_output().expect("an output")
}

/// What `mtvp check` says of each of these plans as JSON, in one run: judged by the regioplan of a file, or else by the one
/// that each plan names.
pub fn checked(plans: &[PathBuf], regioplan: Option<&Path>) -> Vec<Value> {
    match regioplan {
        Some(path) => checked_with(&["--regioplan", &name(path)], plans),
        None => checked_with(&[], plans),
    }
}

/// The same, with flags.
pub fn checked_with(flags: &[&str], plans: &[PathBuf]) -> Vec<Value> {
    let names: Vec<String> = plans.iter().map(|plan| name(plan)).collect();
    let output = program().args(["check", "--format", "json"]).args(&names).args(flags).output();
    let output = output.expect("the program runs");
    let json: Value =
        serde_json::from_str(&stdout(&output)).unwrap_or_else(|error| panic!("{error}: {}", stderr(&output)));
    let judged = json["plans"].as_array().expect("plans").clone();
    // Each plan once, in the order in which they were asked.
    let paths: Vec<&str> = judged.iter().map(|plan| plan["path"].as_str().expect("a path")).collect();
    let all = paths.len() == names.len() && paths.iter().zip(&names).all(|(path, name)| path.ends_with(name.as_str()));
    assert!(all, "asked {names:?}, judged {paths:?}");
    judged
}

pub fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8 on standard output")
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8 on standard error")
}

/// Files below a folder with one of the endings, in order; an empty list is a mistake in the test.
pub fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    collect(&root().join(folder), endings, &mut found);
    found.sort();
    assert!(!found.is_empty(), "no files in {folder}");
    found
}

fn collect(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, endings, found);
        } else if endings.iter().any(|ending| path.extension().is_some_and(|ext| ext == *ending)) {
            found.push(path);
        }
    }
}

/// The path from the folder of the repository, with `/`.
pub fn name(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// A folder for a test that goes away with it.
pub struct Scratch(pub PathBuf);

impl Scratch {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("mtvp-{name}-p{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, text).expect("a file");
        path.to_string_lossy().into_owned()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The small repositories below a folder of cases, by name.
pub fn repositories(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let names =
        entries.filter(|path| path.is_dir()).map(|path| path.file_name().unwrap().to_string_lossy().into_owned());
    let mut found: Vec<String> = names.collect();
    found.sort();
    found
}

/// Holds a text to its snapshot in a folder of cases.
pub fn snapshot_in(folder: &str, case: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join(folder));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(case.to_owned(), text));
}
