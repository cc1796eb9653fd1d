//! A plan in a form that is not read: a document, a spreadsheet, or a text with another ending.
//!
//! Input: a path. Output: whether it may be one, by its name; and what is to be said of it, by its content.

use std::path::Path;

use crate::diagnostic::Text;
use crate::plan::{Issue, plan_keys};
use crate::source::{Source, Span};

use super::fence::By;
use super::files;
use super::paths::{is_yaml, plain};

/// Endings of documents and spreadsheets in which people write plans.
const DOCUMENTS: [&str; 14] =
    ["doc", "docx", "docm", "dotx", "odt", "rtf", "pdf", "pages", "xls", "xlsx", "xlsm", "ods", "numbers", "gdoc"];
/// Endings of texts in which a plan may stand.
const TEXTS: [&str; 9] = ["", "txt", "text", "json", "bak", "old", "orig", "yam", "yaml_"];

fn ending(path: &Path) -> String {
    path.extension().map(|ext| ext.to_string_lossy().to_lowercase()).unwrap_or_default()
}

fn is_document(path: &Path) -> bool {
    DOCUMENTS.contains(&ending(path).as_str())
}

/// Whether a file may be a plan in another form, by its name.
pub fn may_be(path: &Path) -> bool {
    let lower = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let written = lower.contains(".yaml") || lower.contains(".yml");
    !is_yaml(path)
        && (written || is_document(path) || !lower.starts_with('.') && TEXTS.contains(&ending(path).as_str()))
}

/// What is wrong with a file that is, or may be, a plan in another form; none when it is something else. A document is not
/// read: one that is named as a plan surely is one.
pub fn issue(path: &Path) -> Option<(Source, Issue)> {
    let issue = |text, help| Issue::new("yaml", Span::at(0), Text::new(text)).help(Text::new(help));
    let source = Source::new(plain(path), String::new());
    if is_document(path) {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
        let found = issue("other-form-document", "other-form-document-help");
        return Some((source, if stem.contains("plan") { found } else { found.warning() }));
    }
    let text = files::read(path, By::Way).ok()?;
    let is_plan = plan_keys(&text) > 1 && !text.contains("\"$schema\"");
    is_plan.then(|| (source, issue("other-form-text", "other-form-text-help")))
}
