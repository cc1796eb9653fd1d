//! Findings as Markdown, for a comment on a merge request.
//!
//! A plan without findings that need attention is only counted. What a person wrote in a plan is shown as it is: it
//! makes no heading, no link, no picture, and calls nobody by name.

use std::fmt::Write as _;

use crate::diagnostic::{Severity, Text};

use super::Catalog;
use super::catalog::escape;
use super::said::{about, message, one_line, remarks as remarks_of, severity};
use super::summary::{Totals, remarks, total_line};
use super::writer::{End, Head, Writer};
use crate::session::{Finding, Report};

/// The format.
pub struct Markdown<'a> {
    catalog: &'a Catalog,
}

impl<'a> Markdown<'a> {
    pub fn new(head: Head<'a>) -> Self {
        Self { catalog: head.catalog }
    }
}

impl Writer for Markdown<'_> {
    fn begin(&mut self) -> String {
        heading(self.catalog)
    }

    fn plan(&mut self, report: &Report) -> String {
        let shown: Vec<&Finding> = report.findings.iter().filter(|f| f.severity != Severity::Pending).collect();
        if shown.is_empty() {
            return String::new();
        }
        let mut out = format!("\n### {}\n\n", code(&report.path));
        for finding in shown {
            out.push_str(&item(report, finding, false, self.catalog));
        }
        let _ = writeln!(out, "\n{}", plain(&counts(report, self.catalog)));
        out
    }

    fn end(&mut self, end: &End) -> String {
        closing(end, self.catalog)
    }
}

/// What the plan has, and what judged it. No path stands here: at the start of a line it could be anything.
fn counts(report: &Report, catalog: &Catalog) -> String {
    let counts = Totals::of(std::slice::from_ref(report)).words();
    let text = match (&report.judged, report.reference) {
        (Some(judged), Some(reference)) => Text::new("report-counts")
            .with("counts", counts)
            .with("id", &judged.id)
            .with("version", &judged.version)
            .with("date", reference),
        _ => Text::new("report-counts-unjudged").with("counts", counts),
    };
    catalog.say(&text)
}

/// The heading above all plans.
pub fn heading(catalog: &Catalog) -> String {
    format!("## {}\n", catalog.word("report-heading"))
}

/// The counts of the run, and what else is to be known.
pub fn closing(end: &End, catalog: &Catalog) -> String {
    let mut out = format!("\n**{}**\n", plain(&total_line(end.totals, catalog)));
    for text in &remarks(end) {
        let _ = writeln!(out, "\n{}", plain(&catalog.say(text)));
    }
    out
}

/// One finding as an item of a list, with its plan if that stands nowhere else.
pub fn item(report: &Report, finding: &Finding, with_plan: bool, catalog: &Catalog) -> String {
    let line = report.source.position(finding.span.start).line;
    let place = if with_plan {
        code(&format!("{}:{line}", report.path))
    } else {
        plain(&catalog.say(&Text::new("report-line").with("line", line.to_string())))
    };
    let about = match about(finding, catalog).as_str() {
        "" => String::new(),
        about => format!(" ({})", plain(about)),
    };
    let mut out = format!(
        "- **{}** {}, {place}{about}: {}\n",
        plain(&severity(finding, catalog)),
        code(&finding.rule),
        plain(&message(finding, catalog))
    );
    for remark in remarks_of(finding, catalog) {
        let _ = writeln!(out, "  - {}", plain(&remark));
    }
    out
}

/// Text in which no sign means anything to Markdown, but what stands between backticks is shown as code. When a value
/// of a plan holds a backtick, another part becomes code; it is harmless all the same.
pub fn plain(text: &str) -> String {
    let text = one_line(text);
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return escaped(&text);
    }
    let part = |(n, part): (usize, &&str)| match (n % 2 == 1, part.trim().is_empty()) {
        (true, false) => code(part),
        (true, true) => escaped(&format!("`{part}`")),
        (false, _) => escaped(part),
    };
    parts.iter().enumerate().map(part).collect()
}

/// Text in which no sign means anything. A comment that nobody sees keeps `@name` and `#1` from becoming a call and a
/// link: both GitHub and GitLab look for these after they read the escapes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '@' | '#' => {
                out.push('\\');
                out.push(c);
                out.push_str("<!-- -->");
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '!' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

/// Text shown letter by letter: between more backticks than it has itself.
fn code(text: &str) -> String {
    let text = escape(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    if longest == 0 { format!("{fence}{text}{fence}") } else { format!("{fence} {text} {fence}") }
}
