//! Files and folders: what lies below a folder, and the texts of files.

use std::io::Read;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::diagnostic::Text;
use crate::plan::{Issue, MAX_BYTES};
use crate::session::Stop;
use crate::source::{Source, Span};

use super::paths::{ends_in, name};

/// Room for a plan as most are, in bytes.
const USUAL: usize = 8 * 1024;

/// What a file gave.
pub enum Content {
    /// Its text.
    Read(String),
    /// The text as far as it can be shown, and the offset of the first byte that is not UTF-8.
    NotUtf8(String, usize),
    /// It is larger than any plan.
    TooLarge,
}

impl Content {
    /// The text, when all of it can be read.
    pub fn readable(self) -> Option<String> {
        match self {
            Self::Read(text) => Some(text),
            Self::NotUtf8(..) | Self::TooLarge => None,
        }
    }
}

/// There is no such path.
pub fn missing(path: &Path) -> Stop {
    Stop::Said(Text::new("path-missing").with("path", name(path)), Some(Text::new("path-missing-help")))
}

/// What is there cannot be read.
pub fn unreadable(path: &Path) -> Stop {
    Stop::Said(Text::new("path-unreadable").with("path", name(path)), Some(Text::new("path-unreadable-help")))
}

fn lost(path: &Path, error: &std::io::Error) -> Stop {
    if error.kind() == std::io::ErrorKind::NotFound { missing(path) } else { unreadable(path) }
}

/// How files begin that are made by a word processor, a spreadsheet, or to print: Word and Excel of now and of before 2007,
/// rich text, and PDF. As they show when read as text: bytes that are none become the sign of replacement.
const DOCUMENTS: [&str; 4] = ["PK\u{3}\u{4}", "\u{fffd}\u{fffd}\u{11}\u{871}\u{1a}\u{fffd}", "{\\rtf", "%PDF-"];
/// How a text in UTF-16 begins, of either order, as far as it can be shown.
const WIDE: &str = "\u{fffd}\u{fffd}";

/// Whether a file is a document and no text, whatever its name says.
fn is_document(text: &str) -> bool {
    DOCUMENTS.iter().any(|start| text.starts_with(start))
}

/// Whether a text that is not UTF-8 is UTF-16.
fn is_wide(text: &str) -> bool {
    text.starts_with(WIDE) && text.contains('\0') || text.matches('\0').count() * 3 > text.len() / 2
}

/// The regioplannen below a folder, in order of path.
pub fn regioplans_below(folder: &Path) -> Vec<PathBuf> {
    rules(WalkBuilder::new(folder).standard_filters(false), &["regioplan"])
}

/// The regioplannen in a folder itself.
pub fn regioplans_in(folder: &Path) -> Vec<PathBuf> {
    rules(WalkBuilder::new(folder).standard_filters(false).max_depth(Some(1)), &["regioplan"])
}

/// The files with these endings below a folder that are not hidden, in order of path.
pub fn rules_below(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    rules(WalkBuilder::new(folder).standard_filters(false).hidden(true), endings)
}

fn rules(walker: &mut WalkBuilder, endings: &[&str]) -> Vec<PathBuf> {
    let files = walker.build().filter_map(Result::ok).map(ignore::DirEntry::into_path);
    let mut files: Vec<PathBuf> = files.filter(|file| ends_in(file, endings) && !file.is_dir()).collect();
    files.sort();
    files
}

/// Reads a plan, or standard input for `-`; never more than a plan can hold.
pub fn read(path: &Path) -> std::io::Result<Content> {
    let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX) + 1;
    let mut bytes = Vec::with_capacity(USUAL);
    if path.as_os_str() == "-" {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes)?;
    } else {
        std::fs::File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    }
    if bytes.len() > MAX_BYTES {
        return Ok(Content::TooLarge);
    }
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Content::Read(text),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            Content::NotUtf8(String::from_utf8_lossy(error.as_bytes()).into_owned(), at)
        }
    })
}

/// A text file that is no plan, or standard input for `-`.
pub fn source(path: &Path) -> Result<Source, Stop> {
    let mut bytes = Vec::new();
    let done = if path.as_os_str() == "-" {
        std::io::stdin().lock().read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|mut file| file.read_to_end(&mut bytes))
    };
    done.map_err(|error| lost(path, &error))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        let text = Text::new("regioplan-not-utf8").with("path", name(path));
        Stop::Said(text, Some(Text::new("yaml-not-utf8-help")))
    })?;
    Ok(Source::new(name(path), text))
}

/// A plan, or a file of figures, that a command cannot do without.
pub fn needed(path: &Path) -> Result<Source, Stop> {
    match read(path) {
        Ok(Content::Read(text)) => Ok(Source::new(name(path), text)),
        Ok(Content::TooLarge | Content::NotUtf8(..)) => Err(unreadable(path)),
        Err(error) => Err(lost(path, &error)),
    }
}

/// The text of a file by its name; or as far as it can be shown, with why it cannot be read.
pub fn readable(read: std::io::Result<Content>, name: &str) -> Result<Source, Box<(Source, Issue)>> {
    let (shown, span, message, help) = match read {
        Ok(Content::Read(text) | Content::NotUtf8(text, _)) if is_document(&text) => {
            (String::new(), Span::at(0), Text::new("yaml-document"), "file-help-document")
        }
        // No text holds such a sign, but UTF-16 is full of it.
        Ok(Content::Read(text)) if text.contains('\0') => {
            (String::new(), Span::at(0), Text::new("yaml-utf16"), "yaml-not-utf8-help")
        }
        Ok(Content::Read(text)) => return Ok(Source::new(name, text)),
        Ok(Content::TooLarge) => {
            let message = Text::new("yaml-too-large").with("limit", MAX_BYTES / 1024);
            (String::new(), Span::at(0), message, "yaml-too-large-help")
        }
        Ok(Content::NotUtf8(text, _)) if is_wide(&text) => {
            (String::new(), Span::at(0), Text::new("yaml-utf16"), "yaml-not-utf8-help")
        }
        Ok(Content::NotUtf8(text, at)) => {
            (text, Span::new(at, at + 3), Text::new("yaml-not-utf8"), "yaml-not-utf8-help")
        }
        // It may have vanished since it was listed.
        Err(_) => {
            let message = Text::new("path-unreadable").with("path", name);
            (String::new(), Span::at(0), message, "path-unreadable-help")
        }
    };
    Err(Box::new((Source::new(name, shown), Issue::new("yaml", span, message).help(Text::new(help)))))
}
