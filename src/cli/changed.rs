//! Which files of a git repository differ from a revision. Asks the program `git`, which does not leave this machine.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::diagnostic::Text;

use super::choose::Stop;

/// The files that differ, in the work tree or in commits since: their absolute paths. Files that are gone are among them.
pub fn since(revision: &str, folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let top = one_line(&git(folder, &["rev-parse", "--show-toplevel"]).map_err(|said| failed(revision, said))?);
    let top = PathBuf::from(top);
    if revision.starts_with('-') {
        return Err(failed(revision, None));
    }
    // Only what this side changed: what the other side got since the two parted is not ours.
    let base = match git(&top, &["merge-base", revision, "HEAD"]) {
        Ok(base) => one_line(&base),
        Err(_) => revision.to_owned(),
    };
    let differing = git(&top, &["diff", "--name-only", "-z", "--no-renames", &base, "--"])
        .map_err(|said| failed(revision, said))?;
    let untracked = git(&top, &["ls-files", "--others", "--exclude-standard", "-z"]).unwrap_or_default();
    let mut found: Vec<PathBuf> = differing
        .split('\0')
        .chain(untracked.split('\0'))
        .filter(|name| !name.is_empty())
        .map(|name| top.join(name))
        .collect();
    found.sort();
    found.dedup();
    Ok(found)
}

fn one_line(text: &str) -> String {
    text.trim_end_matches(['\n', '\r']).to_owned()
}

/// Standard output of git; else what it complained about.
fn git(folder: &Path, args: &[&str]) -> Result<String, Option<String>> {
    let mut command = Command::new("git");
    command.current_dir(folder).args(args.iter().map(OsStr::new));
    match command.output() {
        Ok(output) if output.status.success() => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        Ok(output) => Err(String::from_utf8_lossy(&output.stderr).lines().next().map(str::to_owned)),
        Err(_) => Err(None),
    }
}

fn failed(revision: &str, said: Option<String>) -> Stop {
    let text = Text::new("changed-failed").with("revision", revision);
    let help = match said {
        Some(said) => Text::new("changed-failed-said").with("said", said),
        None => Text::new("changed-failed-help"),
    };
    Stop::Said(text, Some(help))
}
