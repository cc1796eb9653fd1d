//! The words of the page that stand there whatever the region: heads of columns, titles, explanations.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::Catalog;

/// Each word by the name that the template gives it: that of its message, without `page-`, and with `_`.
#[derive(Clone, Debug, Serialize)]
pub struct Words(BTreeMap<String, String>);

const WORDS: [&str; 70] = [
    "page-agb",
    "page-all",
    "page-all-rules",
    "page-as-table",
    "page-by",
    "page-choices",
    "page-chosen",
    "page-contact",
    "page-contents",
    "page-dates",
    "page-day",
    "page-decided",
    "page-doubts",
    "page-each",
    "page-end-of-year",
    "page-footer",
    "page-growth",
    "page-growth-about",
    "page-handed-in",
    "page-help",
    "page-indicators",
    "page-intervention",
    "page-late",
    "page-later",
    "page-line",
    "page-may",
    "page-must",
    "page-missed",
    "page-needed",
    "page-next",
    "page-number",
    "page-of-plan",
    "page-open",
    "page-open-all",
    "page-outdated",
    "page-path",
    "page-practice",
    "page-practices",
    "page-reference",
    "page-region-rules",
    "page-review",
    "page-review-help",
    "page-reviews",
    "page-rule",
    "page-rules",
    "page-search",
    "page-shown",
    "page-skip",
    "page-skipped",
    "page-source",
    "page-standing",
    "page-standing-chart",
    "page-start",
    "page-state",
    "page-timeline",
    "page-title",
    "page-today",
    "page-todo",
    "page-total",
    "page-unreadable",
    "page-until",
    "page-version",
    "page-waived",
    "page-what",
    "page-what-for",
    "page-who",
    "page-with-plan",
    "page-year",
    "page-year-of",
    "page-year-of-plan",
];

impl Words {
    #[must_use]
    pub fn of(catalog: &Catalog) -> Self {
        let short = |id: &str| {
            let id = id.strip_prefix("page-").unwrap_or(id);
            id.replace('-', "_")
        };
        Self(WORDS.iter().map(|id| (short(id), catalog.word(id))).collect())
    }
}
