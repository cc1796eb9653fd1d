//! Paths: one spelling for one file, and how they are shown.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ffi::{OsStr, OsString};
use std::path::{Component, Path, PathBuf};

use crate::source::for_people;
use crate::value::stored_name;

/// Whether two paths name one file. A file has one name, unless a link leads to it.
pub fn same(one: &Path, other: &Path) -> bool {
    if one == other {
        return true;
    }
    if one.file_name() != other.file_name() && !one.is_symlink() && !other.is_symlink() {
        return false;
    }
    match (std::fs::canonicalize(one), std::fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

/// A path from the root, without `.` and `..` in it.
pub fn folded(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    if !whole.components().any(|part| part == Component::ParentDir) {
        return whole;
    }
    let mut folded = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::ParentDir => {
                folded.pop();
            }
            other => folded.push(other),
        }
    }
    folded
}

/// A path by which paths are compared: a letter with an accent is one letter, however a system stored it.
pub fn compared(path: &Path) -> Cow<'_, Path> {
    match path.to_str().filter(|name| !name.is_ascii()) {
        Some(name) => Cow::Owned(PathBuf::from(stored_name(name))),
        None => Cow::Borrowed(path),
    }
}

/// A path that a text names, as it is stored.
pub fn stored(path: PathBuf) -> PathBuf {
    let found = Names::default().below(Path::new(""), &path).map(Cow::into_owned);
    found.unwrap_or(path)
}

/// Whether a path that a text names is that of this file: a file with the very name comes before one whose name reads the same.
pub fn means(written: &Path, file: &Path) -> bool {
    let is_first = || {
        let found = stored(written.to_path_buf());
        found == file || found.symlink_metadata().is_err()
    };
    written == file || compared(written) == compared(file) && is_first()
}

/// The names in folders, by how they read; each folder is asked once.
#[derive(Default)]
pub struct Names {
    folders: HashMap<PathBuf, BTreeMap<String, OsString>>,
}

impl Names {
    /// A path below a folder as it is stored, when it is not there with the very names; none when nothing else is.
    pub fn below<'p>(&mut self, folder: &Path, path: &'p Path) -> Option<Cow<'p, Path>> {
        if path.as_os_str().is_ascii() || folder.join(path).symlink_metadata().is_ok() {
            return Some(Cow::Borrowed(path));
        }
        let mut found = PathBuf::new();
        for part in path.components() {
            let next = folder.join(&found).join(part);
            let other = match part {
                Component::Normal(name) if !name.is_ascii() && next.symlink_metadata().is_err() => {
                    Some(self.like(&folder.join(&found), name)?)
                }
                _ => None,
            };
            found.push(other.as_deref().unwrap_or(part.as_os_str()));
        }
        Some(Cow::Owned(found))
    }

    /// The first name in a folder that reads as this one.
    fn like(&mut self, folder: &Path, name: &OsStr) -> Option<OsString> {
        let known = self.folders.entry(folder.to_path_buf()).or_insert_with(|| {
            let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            let names = std::fs::read_dir(here).into_iter().flatten().filter_map(Result::ok).map(|one| one.file_name());
            let mut names: Vec<OsString> = names.filter(|name| !name.is_ascii()).collect();
            names.sort_by(|one, other| other.cmp(one));
            names.into_iter().filter_map(|name| Some((stored_name(name.to_str()?), name))).collect()
        });
        known.get(&stored_name(name.to_str()?)).cloned()
    }
}

/// The path of a file or a folder from the root of the repository, with `/`.
pub fn shown(root: &Path, path: &Path) -> String {
    let whole = folded(path);
    let inside = whole.strip_prefix(root).unwrap_or(&whole);
    let names = inside.components().filter(|part| !matches!(part, Component::RootDir));
    let parts: Vec<_> = names.map(|part| part.as_os_str().to_string_lossy()).collect();
    // A drive begins with its letter.
    let start = if matches!(inside.components().next(), Some(Component::RootDir)) { "/" } else { "" };
    apart(format!("{start}{}", parts.join("/")))
}

/// A path as it is seen from the folder in which one stands, where it lies below it.
pub fn from_here(path: PathBuf) -> PathBuf {
    let current = std::env::current_dir().unwrap_or_default();
    match path.strip_prefix(&current) {
        Ok(inside) if !inside.as_os_str().is_empty() => inside.to_path_buf(),
        Ok(_) | Err(_) => path,
    }
}

/// A path as it is seen from the folder in which one stands, with `..` for each folder above it that a step leads through.
pub fn along(path: PathBuf) -> PathBuf {
    let current = std::env::current_dir().unwrap_or_default();
    let shared = current.ancestors().find(|above| path.starts_with(above) && above.parent().is_some());
    let Some(shared) = shared else { return path };
    let (steps, rest) = (current.strip_prefix(shared), path.strip_prefix(shared));
    let (Ok(steps), Ok(rest)) = (steps, rest) else { return path };
    steps.components().map(|_| Component::ParentDir.as_os_str()).chain(rest.iter()).collect()
}

/// A path as a person writes it, without `./` before it.
pub fn plain(path: &Path) -> String {
    name(path.strip_prefix(".").unwrap_or(path))
}

/// The name of a path, as people see it.
pub fn name(path: &Path) -> String {
    apart(for_people(path))
}

/// A path that begins with a colon: with what follows it, it would begin a command in a log.
fn apart(path: String) -> String {
    if path.starts_with(':') { format!("./{path}") } else { path }
}

/// A path as it stands in a command: between quotes when it would fall apart.
pub fn in_command(path: &str) -> String {
    let path = for_people(Path::new(path));
    if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path }
}

/// The folder of a file; the one in which one stands when it was named without one.
pub fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether a file has one of these endings.
pub fn ends_in(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|ext| endings.iter().any(|ending| ext == *ending))
}

/// Whether a file is one of YAML, by its name.
pub fn is_yaml(path: &Path) -> bool {
    // A name may be nothing but the ending.
    let name = path.file_name().map(OsStr::as_encoded_bytes).unwrap_or_default();
    let ending = name.iter().rposition(|byte| *byte == b'.').and_then(|point| name.get(point + 1..));
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case(b"yaml") || ending.eq_ignore_ascii_case(b"yml"))
}
