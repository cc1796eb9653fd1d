//! A plan in a form that is not read: a document, a spreadsheet, or a text with another ending.
//!
//! Input: a path. Output: whether it may be one, by its name; and what is to be said of it, by its content.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::diagnostic::Text;
use crate::plan::{self, Issue, MAX_BYTES, Node, bare_name, plan_keys};
use crate::source::{Source, Span, from_wide, is_wide};
use crate::value::name_distance;

use super::fence::{self, By};
use super::files;
use super::paths::{is_yaml, plain};

/// Endings of documents and spreadsheets in which people write plans.
const DOCUMENTS: [&str; 14] =
    ["doc", "docx", "docm", "dotx", "odt", "rtf", "pdf", "pages", "xls", "xlsx", "xlsm", "ods", "numbers", "gdoc"];
/// Endings of files in which others are packed.
const PACKED: [&str; 9] = ["zip", "gz", "tgz", "tar", "7z", "rar", "bz2", "xz", "zst"];
/// Endings of pictures and letters: a plan that was scanned, or sent along.
const PICTURES: [&str; 10] = ["jpg", "jpeg", "png", "gif", "heic", "tif", "tiff", "webp", "eml", "msg"];
/// Endings of texts in which a plan may stand.
const TEXTS: [&str; 9] = ["", "txt", "text", "json", "bak", "old", "orig", "yam", "yaml_"];

fn ending(path: &Path) -> String {
    path.extension().map(|ext| ext.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// Whether a file is a document, or packed, so that a plan may stand in it; a picture or a letter when its name says so.
fn is_document(path: &Path) -> bool {
    let ending = ending(path);
    let within = |list: &[&str]| list.contains(&ending.as_str());
    within(&DOCUMENTS) || within(&PACKED) || within(&PICTURES) && is_called_plan(path)
}

fn is_called_plan(path: &Path) -> bool {
    path.file_stem().is_some_and(|stem| stem.to_string_lossy().to_lowercase().contains("plan"))
}

/// Whether an ending is that of a plan on a screen, or one slip from it.
fn looks_like_yaml(ending: &str) -> bool {
    ending.len() >= "yaml".len() && name_distance(&bare_name(ending), "yaml") <= 1
}

/// Whether a file may be a plan in another form, by its name.
pub fn may_be(path: &Path) -> bool {
    let lower = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let written = lower.contains(".yaml") || lower.contains(".yml");
    let ending = ending(path);
    let is_text = || TEXTS.contains(&ending.as_str()) || looks_like_yaml(&ending);
    !is_yaml(path) && (written || is_document(path) || !lower.starts_with('.') && is_text())
}

/// Whether a text, whatever its name, is a plan from its begin to its end. A text about plans that shows one is none.
pub fn is_plan(path: &Path) -> bool {
    if !is_text(path) {
        return false;
    }
    let Some(text) = files::read(path, By::Way).ok().or_else(|| wide(path)) else { return false };
    // The signs that stand around what a page or a text shows.
    let shows = |line: &str| line.trim_start().starts_with(['<', '`']);
    if plan_keys(&text) < 2 || text.lines().any(shows) {
        return false;
    }
    plan::tree(&text).0.is_some_and(|root| !root.holds_lost() && holds_plan(&root))
}

/// Whether a plan stands in a text, however deep: fields of its frame beside each other, of which one has fields itself.
fn holds_plan(node: &Node<'_>) -> bool {
    let pairs = node.pairs().unwrap_or_default();
    let is_own = |key: &Node<'_>| key.text().map(bare_name).is_some_and(|name| plan::KEYS.contains(&name.as_str()));
    let own = || pairs.iter().filter(|(key, _)| is_own(key));
    own().count() > 2 && own().any(|(_, value)| value.text().is_none())
        || pairs.iter().any(|(_, value)| holds_plan(value))
        || node.items().unwrap_or_default().iter().any(holds_plan)
}

/// Whether a file may be a text that is no larger than a plan, by its begin.
fn is_text(path: &Path) -> bool {
    let Ok((real, found)) = fence::real(path, By::Way) else { return false };
    if found.len() > u64::try_from(MAX_BYTES).unwrap_or(u64::MAX) {
        return false;
    }
    let mut begin = Vec::new();
    let opened = File::open(real).and_then(|file| file.take(BEGIN).read_to_end(&mut begin));
    opened.is_ok() && (!begin.contains(&0) || is_wide(&begin))
}

/// The text of a file that is written with two bytes for each letter.
fn wide(path: &Path) -> Option<String> {
    let (real, _) = fence::real(path, By::Way).ok()?;
    let mut bytes = Vec::new();
    File::open(real).ok()?.take(MAX_BYTES as u64).read_to_end(&mut bytes).ok()?;
    from_wide(&bytes)
}

/// So many bytes tell whether a file is a text.
const BEGIN: u64 = 1024;

/// What is wrong with a file that is, or may be, a plan in another form; none when it is something else. `named` says that a plan
/// names it as evidence: then it must surely be one.
pub fn issue(path: &Path, named: bool) -> Option<(Source, Issue)> {
    if !named && may_be(path) {
        return by_name(path);
    }
    is_plan(path).then(|| (Source::new(plain(path), String::new()), told("other-form-text", "other-form-text-help")))
}

fn told(text: &'static str, help: &'static str) -> Issue {
    Issue::new("yaml", Span::at(0), Text::new(text)).help(Text::new(help))
}

/// The same of a file whose name says that it may be one. Of a document only the text is read that has its name; another one that is
/// named as a plan surely is one.
fn by_name(path: &Path) -> Option<(Source, Issue)> {
    let source = Source::new(plain(path), String::new());
    let text = (source.clone(), told("other-form-text", "other-form-text-help"));
    if is_document(path) {
        // What is in it says more than its name.
        if is_plan(path) {
            return Some(text);
        }
        let found = told("other-form-document", "other-form-document-help");
        return Some((source, if is_called_plan(path) { found } else { found.warning() }));
    }
    let read = files::read(path, By::Way).ok()?;
    let is_plan = plan_keys(&without_lists(&read)) > 1 && !read.contains("\"$schema\"");
    is_plan.then_some(text)
}

/// A text without the lines that only a report has: there the choices stand in words behind their head, in a plan below it.
fn without_lists(text: &str) -> String {
    let is_list = |line: &&str| {
        let (key, value) = line.split_once(':').unwrap_or_default();
        bare_name(key.trim()) == "interventies" && value.trim_start().starts_with(char::is_alphanumeric)
    };
    text.lines().filter(|line| !is_list(line)).fold(String::new(), |out, line| out + line + "\n")
}
