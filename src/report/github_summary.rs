//! The job summary of GitHub Actions: all findings that annotations leave out, the worst first.
//!
//! GitHub refuses a summary of more than a mebibyte, so what does not fit is counted. Everything is written at the end,
//! for the worst findings may stand in the last plan.

use std::fmt::Write as _;

use crate::diagnostic::{Severity, Text};

use super::Catalog;
use super::markdown::{closing, heading, item};
use super::said::{WEIGHTS, weight};
use super::writer::{End, Head, Writer};
use crate::session::Report;

/// The most that is kept of findings of one severity, in bytes: four of these stay well below the limit.
const ROOM: usize = 240 * 1024;

/// The findings of one kind, as far as there is room.
#[derive(Default)]
struct Part {
    text: String,
    left_out: usize,
}

struct Summary<'a> {
    catalog: &'a Catalog,
    /// Violations, warnings, what is to be judged, and what was set aside.
    parts: [Part; WEIGHTS],
}

/// The writer of the job summary.
#[must_use]
pub fn github_summary<'a>(head: Head<'a>) -> Box<dyn Writer + 'a> {
    Box::new(Summary { catalog: head.catalog, parts: <[Part; WEIGHTS]>::default() })
}

impl Writer for Summary<'_> {
    fn plan(&mut self, report: &Report) -> String {
        for finding in report.findings.iter().filter(|finding| finding.severity != Severity::Pending) {
            let Some(part) = self.parts.get_mut(weight(finding)) else { continue };
            let text = item(report, finding, true, self.catalog);
            if part.left_out == 0 && part.text.len() + text.len() <= ROOM {
                part.text.push_str(&text);
            } else {
                part.left_out += 1;
            }
        }
        String::new()
    }

    fn end(&mut self, end: &End) -> String {
        let mut out = heading(self.catalog) + &closing(end, self.catalog);
        let heads = ["summary-violations", "summary-warnings", "summary-reviews", "summary-set-aside"];
        for (head, part) in heads.into_iter().zip(&self.parts) {
            if part.text.is_empty() && part.left_out == 0 {
                continue;
            }
            let _ = write!(out, "\n### {}\n\n{}", self.catalog.word(head), part.text);
            if part.left_out > 0 {
                let more = Text::new("summary-more").with("count", part.left_out);
                let _ = writeln!(out, "\n{}", self.catalog.say(&more));
            }
        }
        out
    }
}
