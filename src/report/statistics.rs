//! How often each rule was found, the most frequent first.

use std::collections::BTreeMap;

use crate::diagnostic::Severity;

use super::Catalog;

/// A line a rule: the number, the severity, the rule.
#[must_use]
pub fn statistics(rules: &BTreeMap<(Severity, String), usize>, catalog: &Catalog) -> String {
    let mut rows: Vec<(&(Severity, String), &usize)> = rules.iter().collect();
    rows.sort_by(|a, b| b.1.cmp(a.1).then_with(|| a.0.cmp(b.0)));
    let width = rows.first().map_or(1, |(_, count)| count.to_string().len());
    let lines = rows
        .into_iter()
        .map(|((severity, rule), count)| format!("{count:>width$}  {}  {rule}\n", catalog.word(severity.text_id())));
    lines.collect()
}
