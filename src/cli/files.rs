//! Which plans to check, and their texts.

use std::io::Read;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::plan::MAX_BYTES;

/// Room for a plan as most are, in bytes.
const USUAL: usize = 8 * 1024;

/// What a file gave.
pub enum Text {
    /// Its text.
    Read(String),
    /// The text as far as it can be shown, and the offset of the first byte that is not UTF-8.
    NotUtf8(String, usize),
    /// It is larger than any plan.
    TooLarge,
}

/// Why the list of plans cannot be made.
pub enum NoFiles {
    Unreadable(PathBuf),
}

/// How files begin that are made by a word processor, a spreadsheet, or to print: Word and Excel of now and of before 2007,
/// rich text, and PDF. As they show when read as text: bytes that are none become the sign of replacement.
const DOCUMENTS: [&str; 4] = ["PK\u{3}\u{4}", "\u{fffd}\u{fffd}\u{11}\u{871}\u{1a}\u{fffd}", "{\\rtf", "%PDF-"];
/// How a text in UTF-16 begins, of either order, as far as it can be shown.
const WIDE: &str = "\u{fffd}\u{fffd}";

/// Whether a file is a document and no text, whatever its name says.
#[must_use]
pub fn is_document(text: &str) -> bool {
    DOCUMENTS.iter().any(|start| text.starts_with(start))
}

/// Whether a text that is not UTF-8 is UTF-16.
#[must_use]
pub fn is_wide(text: &str) -> bool {
    text.starts_with(WIDE) && text.contains('\0')
}

/// The plans below the given paths, in order, each once, and the paths that are not there. `-` stands for
/// standard input.
pub fn find(paths: &[PathBuf]) -> Result<(Vec<PathBuf>, Vec<PathBuf>), NoFiles> {
    let mut found: Vec<PathBuf> = Vec::new();
    let mut missing: Vec<PathBuf> = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            found.push(path.clone());
        } else if path.is_dir() {
            found.extend(walk(path)?);
        } else if path.exists() {
            found.push(path.clone());
        } else {
            missing.push(path.clone());
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|path| seen.insert(path.clone()));
    Ok((found, missing))
}

/// The folder of a file; the one in which one stands when it was named without one.
pub fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Whether a file is one of YAML, by its name.
pub fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|ext| ext.eq_ignore_ascii_case("yaml") || ext.eq_ignore_ascii_case("yml"))
}

/// All `*.yaml` and `*.yml` files below a folder; hidden ones and what `.gitignore` names are left out. Links to folders
/// are not followed, so a circle of links cannot hold the search.
pub fn walk(folder: &Path) -> Result<Vec<PathBuf>, NoFiles> {
    let mut found = Vec::new();
    let mut builder = WalkBuilder::new(folder);
    // What a person keeps for all of their own repositories must not change what a repository's check finds.
    builder.ignore(false).git_global(false).git_exclude(false).require_git(false).sort_by_file_name(Ord::cmp);
    let walker = builder.build();
    for entry in walker {
        match entry {
            Ok(entry) => {
                if is_yaml(entry.path()) && is_file(&entry) {
                    found.push(entry.into_path());
                }
            }
            Err(error) => return Err(NoFiles::Unreadable(place_of(&error).unwrap_or(folder).to_path_buf())),
        }
    }
    Ok(found)
}

/// Where a search could not go on.
fn place_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place_of(err),
        _ => None,
    }
}

/// A link to nothing counts, so that it is reported and not passed over.
fn is_file(entry: &ignore::DirEntry) -> bool {
    match entry.file_type() {
        Some(kind) if kind.is_file() => true,
        Some(kind) if kind.is_symlink() => entry.path().is_file() || !entry.path().exists(),
        Some(_) | None => false,
    }
}

/// Reads a plan, or standard input for `-`; never more than a plan can hold.
pub fn read(path: &Path) -> std::io::Result<Text> {
    let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX) + 1;
    let mut bytes = Vec::with_capacity(USUAL);
    if path.as_os_str() == "-" {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes)?;
    } else {
        std::fs::File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    }
    if bytes.len() > MAX_BYTES {
        return Ok(Text::TooLarge);
    }
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Text::Read(text),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            Text::NotUtf8(String::from_utf8_lossy(error.as_bytes()).into_owned(), at)
        }
    })
}
