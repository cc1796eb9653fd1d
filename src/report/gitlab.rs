//! The list that GitLab shows as code quality in a merge request.
//!
//! GitLab knows no finding that was set aside, so these are left out, as is what comes later: every plan has much of
//! it, and the widget lists each as a loss of quality. What a person decides is `info`.

use serde::Serialize;

use crate::diagnostic::Severity;

use super::Catalog;
use super::fingerprint::fingerprints;
use super::json_items::Items;
use super::object::object;
use super::said::{full_rule, lowered, message};
use super::writer::{End, Head, Writer};
use crate::session::{Finding, Report};

/// The format.
pub struct Gitlab<'a> {
    catalog: &'a Catalog,
    items: Items,
}

impl<'a> Gitlab<'a> {
    pub fn new(head: Head<'a>) -> Self {
        Self { catalog: head.catalog, items: Items::default() }
    }
}

impl Writer for Gitlab<'_> {
    fn begin(&mut self) -> String {
        "[".to_owned()
    }

    fn plan(&mut self, report: &Report) -> String {
        let marks = fingerprints(report);
        let counts = |finding: &Finding| finding.suppressed.is_none() && finding.severity != Severity::Pending;
        let counted = report.findings.iter().zip(&marks).filter(|(finding, _)| counts(finding));
        counted.map(|(finding, mark)| self.items.line(&issue(report, finding, mark, self.catalog))).collect()
    }

    fn end(&mut self, _: &End) -> String {
        "\n]\n".to_owned()
    }
}

fn issue(report: &Report, finding: &Finding, fingerprint: &str, catalog: &Catalog) -> impl Serialize {
    let (start, end) = report.source.range(finding.span);
    let why = finding.lowered.as_ref().map(|why| format!(" ({})", lowered(why, catalog)));
    object! {
        description: message(finding, catalog) + why.as_deref().unwrap_or(""),
        check_name: full_rule(report, finding),
        fingerprint: fingerprint,
        severity: match finding.severity {
            Severity::Violation => "major",
            Severity::Warning => "minor",
            Severity::Review | Severity::Pending => "info",
        },
        location: object! { path: &report.path, lines: object! { begin: start.line, end: end.line } },
    }
}
