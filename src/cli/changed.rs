//! Which files of a git repository differ from a revision. Asks the program `git`, which must not leave this machine: in a
//! clone that left files out, it is told not to fetch them.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::diagnostic::Text;
use crate::session::Stop;
use crate::source::{decode, with_line_feeds};

use super::paths::compared;

/// The revision when the user names none.
pub const LATEST: &str = "HEAD";

/// What git knows of the files of a repository.
pub struct Known {
    /// The root of the repository.
    top: PathBuf,
    /// What is compared with.
    base: String,
    /// Files that differ from the revision, in the work tree or in commits since, those that are gone among them.
    pub differing: Vec<PathBuf>,
    /// The same, as paths are compared.
    pub compared: BTreeSet<PathBuf>,
    /// Files that git keeps, as paths are compared.
    pub tracked: BTreeSet<PathBuf>,
    /// Files and folders that git passes over, as paths are compared: it does not know whether they differ.
    pub ignored: BTreeSet<PathBuf>,
}

impl Known {
    /// Whether a file differs from the revision, or git does not keep it.
    pub fn is_new(&self, path: &Path) -> bool {
        !self.keeps(path) || self.differs(path)
    }

    /// Whether git keeps a file.
    pub fn keeps(&self, path: &Path) -> bool {
        self.tracked.contains(compared(path).as_ref())
    }

    pub fn differs(&self, path: &Path) -> bool {
        self.compared.contains(compared(path).as_ref())
    }

    /// The texts that the files which differ had at the revision, as far as a name passes the test; none when one of them does
    /// not stand on this machine.
    pub fn before(&self, test: impl Fn(&Path) -> bool) -> Option<Vec<String>> {
        let listed = git(&self.top, &["diff-index", "-z", "--no-abbrev", "--no-renames", &self.base, "--"]).ok()?;
        let mut parts = listed.split('\0');
        let mut asked: Vec<&str> = Vec::new();
        while let (Some(about), Some(path)) = (parts.next(), parts.next()) {
            let of_file = about.starts_with(":1") && !about.starts_with(":16");
            let blob = about.split(' ').nth(2).filter(|blob| !blob.chars().all(|digit| digit == '0'));
            asked.extend(blob.filter(|_| of_file && test(Path::new(path))));
        }
        blobs(&self.top, &asked)
    }
}

/// Asks git. A name that it writes in bytes that are no text is known to nobody, so that its file is looked at.
pub fn since(revision: &str, folder: &Path) -> Result<Known, Stop> {
    let homeless = |why: Why| {
        let bare = git(folder, &["rev-parse", "--is-bare-repository"]).is_ok_and(|said| one_line(&said) == "true");
        failed(revision, if bare { "changed-bare" } else { "changed-no-repository" }, why)
    };
    let top = git(folder, &["rev-parse", "--show-toplevel"]).map_err(homeless)?;
    let top = PathBuf::from(one_line(&top));
    if revision.starts_with('-') {
        return Err(failed(revision, "changed-no-revision", Why::Said(String::new())));
    }
    // The work tree would not be looked at between two revisions.
    if revision.contains("..") {
        return Err(failed(revision, "changed-range", Why::Said(String::new())));
    }
    let unknown = |why: Why| {
        let commit = format!("{revision}^{{commit}}");
        let known = || revision == LATEST || git(&top, &["rev-parse", "--verify", "--quiet", &commit]).is_ok();
        let asked = || git(&top, &["rev-parse", "--is-shallow-repository"]);
        let todo = if known() {
            "changed-broken"
        } else if asked().is_ok_and(|said| one_line(&said) == "true") {
            "changed-shallow"
        } else {
            "changed-no-revision"
        };
        failed(revision, todo, why)
    };
    let ask = |args: &[&str]| git(&top, args).map_err(unknown);
    // Only what this side changed: what the other side got since the two parted is not ours.
    let base = match git(&top, &["merge-base", revision, "HEAD"]) {
        Ok(base) => one_line(&base),
        // Before the first commit everything is new: what differs from nothing.
        Err(_) if revision == LATEST && git(&top, &["rev-parse", "--verify", "--quiet", LATEST]).is_err() => {
            one_line(&ask(&["hash-object", "-t", "tree", "--stdin"])?)
        }
        Err(_) => revision.to_owned(),
    };
    let paths = |text: String| -> BTreeSet<PathBuf> {
        text.split('\0').filter(|name| !name.is_empty()).map(|name| top.join(name)).collect()
    };
    // Where a text is not on this machine, the lists that git keeps tell which files may differ.
    let differing = git(&top, &["diff", "--name-only", "-z", "--no-renames", &base, "--"])
        .or_else(|_| git(&top, &["diff-index", "--name-only", "-z", "--no-renames", &base, "--"]))
        .map_err(unknown)?;
    let mut differing = paths(differing);
    differing.extend(paths(ask(&["ls-files", "--others", "--exclude-standard", "-z"])?));
    let all = |paths: &BTreeSet<PathBuf>| paths.iter().map(|path| compared(path).into_owned()).collect();
    let tracked = all(&paths(ask(&["ls-files", "-z"])?));
    let ignored = git(&top, &["ls-files", "--others", "--ignored", "--exclude-standard", "--directory", "-z"]);
    let ignored = all(&ignored.map(paths).unwrap_or_default());
    let compared = all(&differing);
    Ok(Known { top, base, differing: differing.into_iter().collect(), compared, tracked, ignored })
}

/// The files that git keeps in a repository, from its root, as paths are compared; none when it does not say.
pub fn tracked(top: &Path) -> Option<BTreeSet<PathBuf>> {
    let listed = git(top, &["ls-files", "-z", "--recurse-submodules"]).ok()?;
    let paths = listed.split('\0').filter(|name| !name.is_empty()).map(Path::new);
    Some(paths.map(|path| compared(path).into_owned()).collect())
}

/// The submodules of a repository, from its root, as paths are compared; none when git does not say.
pub fn submodules(top: &Path) -> BTreeSet<PathBuf> {
    let listed = git(top, &["ls-files", "--stage", "-z"]).unwrap_or_default();
    let paths = listed.split('\0').filter(|line| line.starts_with("160000 "));
    paths.filter_map(|line| Some(compared(Path::new(line.split_once('\t')?.1)).into_owned())).collect()
}

/// The files that git keeps and that it was told not to put in the work tree, from the root of a repository.
pub fn not_put(top: &Path) -> Vec<PathBuf> {
    let own = top.join(".git");
    // In a work tree of its own, a file says where the repository is.
    let said = std::fs::read_to_string(&own).ok();
    let place = said.and_then(|text| text.trim().strip_prefix("gitdir:").map(|place| top.join(place.trim())));
    if !place.unwrap_or(own).join("info/sparse-checkout").exists() {
        return Vec::new();
    }
    let listed = git(top, &["ls-files", "-t", "-z"]).unwrap_or_default();
    let skipped = listed.split('\0').filter_map(|line| line.strip_prefix("S ")).map(PathBuf::from);
    skipped.filter(|path| top.join(path).symlink_metadata().is_err()).collect()
}

fn one_line(text: &str) -> String {
    text.trim_end_matches(['\n', '\r']).to_owned()
}

/// Why git gave no answer.
enum Why {
    /// It does not stand on this machine.
    NoGit,
    /// The repository belongs to another user of the computer.
    OtherOwner,
    /// What it complained about, in its own words.
    Said(String),
}

/// Standard output of git.
fn git(folder: &Path, args: &[&str]) -> Result<String, Why> {
    let mut command = Command::new("git");
    command.current_dir(folder).args(args.iter().map(OsStr::new)).env("GIT_NO_LAZY_FETCH", "1");
    match command.output() {
        Ok(output) if output.status.success() => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stderr);
            // In every language git names the setting.
            let other = said.contains("safe.directory");
            Err(if other { Why::OtherOwner } else { Why::Said(said.lines().next().unwrap_or("").to_owned()) })
        }
        Err(_) => Err(Why::NoGit),
    }
}

/// The texts that git keeps under these names; what is no text is left out. None when it does not have them all.
fn blobs(top: &Path, names: &[&str]) -> Option<Vec<String>> {
    if names.is_empty() {
        return Some(Vec::new());
    }
    let mut command = Command::new("git");
    command.current_dir(top).args(["cat-file", "--batch"]).env("GIT_NO_LAZY_FETCH", "1");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
    let (mut input, asked) = (child.stdin.take()?, format!("{}\n", names.join("\n")));
    // It answers before all is asked.
    let writer = std::thread::spawn(move || input.write_all(asked.as_bytes()));
    let output = child.wait_with_output().ok()?.stdout;
    writer.join().ok()?.ok()?;
    let (mut rest, mut found) = (output.as_slice(), Vec::new());
    for _ in names {
        let end = rest.iter().position(|byte| *byte == b'\n')?;
        let length: usize = std::str::from_utf8(rest.get(..end)?).ok()?.rsplit(' ').next()?.parse().ok()?;
        let start = end + 1;
        let bytes = rest.get(start..start + length)?;
        found.extend(decode(bytes.to_vec()).ok().map(with_line_feeds));
        rest = rest.get(start + length + 1..)?;
    }
    Some(found)
}

/// What is wrong and what to do; the words of git itself come last.
fn failed(revision: &str, todo: &'static str, why: Why) -> Stop {
    let text = Text::new("changed-failed").with("revision", revision);
    let help = match why {
        Why::NoGit => Text::new("changed-no-git"),
        Why::OtherOwner => Text::new("changed-other-owner"),
        Why::Said(said) if said.is_empty() => Text::new(todo).with("revision", revision),
        Why::Said(said) => {
            let todo = Text::new(todo).with("revision", revision);
            Text::new("changed-said").with("todo", todo).with("said", said)
        }
    };
    Stop::Said(text, Some(help))
}
