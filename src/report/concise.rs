//! One line a finding: `path:line:column: severity rule message`.

use super::Catalog;
use super::catalog::escape;
use super::finding::{Finding, Report};

/// The findings of one file, a line each.
#[must_use]
pub fn concise(report: &Report, catalog: &Catalog) -> String {
    let mut out = String::new();
    for finding in &report.findings {
        let at = report.source.position(finding.span.start);
        let severity = catalog.word(finding.severity.text_id());
        let line = format!(
            "{}:{}:{}: {severity} {} {}\n",
            escape(&report.source.name),
            at.line,
            at.column,
            finding.rule,
            message(finding, catalog).replace('\n', " ")
        );
        out.push_str(&line);
    }
    out
}

/// Title and detail as one message.
#[must_use]
pub fn message(finding: &Finding, catalog: &Catalog) -> String {
    let title = catalog.say(&finding.title);
    match &finding.detail {
        Some(detail) => format!("{title}: {}", catalog.say(detail)),
        None => title,
    }
}
