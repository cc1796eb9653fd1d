//! How often each rule was found, the most frequent first; and how many files were passed over.

use std::collections::BTreeMap;

use crate::diagnostic::Severity;

use super::Catalog;

/// A line a rule: the number, the severity, the rule. Then a line a reason for which files were passed over.
#[must_use]
pub fn statistics(
    rules: &BTreeMap<(Severity, String), usize>,
    passed: &[(&'static str, usize)],
    catalog: &Catalog,
) -> String {
    let mut rows: Vec<(&(Severity, String), &usize)> = rules.iter().collect();
    rows.sort_by(|a, b| b.1.cmp(a.1).then_with(|| a.0.cmp(b.0)));
    let width = rows.first().map_or(1, |(_, count)| count.to_string().len());
    let lines = rows
        .into_iter()
        .map(|((severity, rule), count)| format!("{count:>width$}  {}  {rule}\n", catalog.word(severity.text_id())));
    let passed =
        passed.iter().map(|(reason, count)| format!("{count:>width$}  {}\n", catalog.word(passed_over(reason))));
    lines.chain(passed).collect()
}

/// What stands in a line on files that were passed over.
fn passed_over(reason: &str) -> &'static str {
    match reason {
        "excluded" => "passed-excluded",
        "unchanged" => "passed-unchanged",
        "ignored" => "passed-ignored",
        "hidden" => "passed-hidden",
        "linked" => "passed-linked",
        "submodule" => "passed-submodule",
        "sparse" => "passed-sparse",
        "outside" => "passed-outside",
        "unreadable" => "passed-unreadable",
        _ => "passed-other",
    }
}
