//! Workflow commands of GitHub Actions: each finding becomes an annotation in the plan.
//!
//! GitHub shows ten annotations of a kind for a step, so the worst stand first in each plan, and what is due later is
//! left to the job summary (`github_summary.rs`).

use std::fmt::Write as _;

use crate::diagnostic::{Severity, Text};

use super::Catalog;
use super::foreign::written_out;
use super::said::{full_rule, message, one_line, remarks, severity};
use super::summary::notes;
use super::writer::{End, Head, Writer};
use crate::session::{Finding, Report};

/// The format.
pub struct Github<'a> {
    catalog: &'a Catalog,
}

impl<'a> Github<'a> {
    pub fn new(head: Head<'a>) -> Self {
        Self { catalog: head.catalog }
    }
}

impl Writer for Github<'_> {
    fn plan(&mut self, report: &Report) -> String {
        let mut shown: Vec<&Finding> = report.findings.iter().filter(|f| f.severity != Severity::Pending).collect();
        shown.sort_by_key(|finding| (finding.suppressed.is_some(), finding.severity));
        shown.into_iter().map(|finding| annotation(report, finding, self.catalog)).collect()
    }

    fn end(&mut self, end: &End) -> String {
        let note = |note: &Text| format!("::notice::{}\n", data(&one_line(&self.catalog.say(note))));
        notes(end).iter().map(note).collect()
    }
}

fn annotation(report: &Report, finding: &Finding, catalog: &Catalog) -> String {
    let kind = match finding.severity {
        _ if finding.suppressed.is_some() => "notice",
        Severity::Violation => "error",
        Severity::Warning => "warning",
        Severity::Review | Severity::Pending => "notice",
    };
    let title = format!("{} {}", severity(finding, catalog), full_rule(report, finding));
    let mut lines = vec![message(finding, catalog)];
    lines.extend(remarks(finding, catalog));
    let text: Vec<String> = lines.iter().map(|line| one_line(line)).collect();
    let (start, end) = report.source.range(finding.span);
    let mut place = format!("line={},endLine={}", start.line, end.line);
    // GitHub takes columns only for a place on one line.
    if start.line == end.line {
        let _ = write!(place, ",col={},endColumn={}", start.column, end.column);
    }
    let path = property(&report.path);
    format!("::{kind} title={},file={path},{place}::{}\n", property(&title), data(&text.join("\n")))
}

/// The text of a command. GitHub reads `%25`, `%0D` and `%0A` back as the signs that would end it; other signs that a
/// screen would obey are written out, for the log shows the command to people too.
fn data(text: &str) -> String {
    written_out(&coded(text))
}

fn coded(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a command, in which a colon or a comma would end it as well.
fn property(text: &str) -> String {
    written_out(&coded(text).replace(':', "%3A").replace(',', "%2C"))
}
