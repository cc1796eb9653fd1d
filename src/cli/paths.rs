//! Paths: one spelling for one file, and how they are shown.

use std::path::{Component, Path, PathBuf};

use crate::source::for_people;

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
    path.extension().is_some_and(|ext| ext.eq_ignore_ascii_case("yaml") || ext.eq_ignore_ascii_case("yml"))
}
