//! One line a finding: `path:line:column: severity rule message`.

use std::fmt::Write as _;

use super::Catalog;
use super::foreign::escape;
use super::said::{decided, lowered, message, one_line, open_decision, severity, suppression};
use super::summary::Closing;
use super::writer::{End, Head, Options, Writer};
use crate::session::{Finding, Report};

/// The format.
pub struct Concise<'a> {
    catalog: &'a Catalog,
    quiet: bool,
    closing: Closing,
}

impl<'a> Concise<'a> {
    pub fn new(head: Head<'a>, options: Options) -> Self {
        Self { catalog: head.catalog, quiet: options.quiet, closing: Closing::default() }
    }
}

impl Writer for Concise<'_> {
    fn plan(&mut self, report: &Report) -> String {
        if !self.quiet {
            self.closing.add(report, self.catalog);
        }
        report.findings.iter().map(|finding| line(report, finding, self.catalog)).collect()
    }

    fn end(&mut self, end: &End) -> String {
        if self.quiet { String::new() } else { self.closing.write(end, self.catalog) }
    }
}

fn line(report: &Report, finding: &Finding, catalog: &Catalog) -> String {
    let at = report.source.position(finding.span.start);
    let mut line = format!(
        "{}:{}:{}: {} {} {}",
        escape(&report.source.name),
        at.line,
        at.column,
        severity(finding, catalog),
        escape(&finding.rule),
        one_line(&message(finding, catalog))
    );
    let lowered = finding.lowered.as_ref().map(|why| lowered(why, catalog));
    let suppressed = finding.suppressed.as_ref().map(|why| suppression(why, catalog));
    let decided = open_decision(finding).map(|found| decided(found, catalog));
    for why in lowered.into_iter().chain(decided).chain(suppressed) {
        let _ = write!(line, " [{}]", one_line(&why));
    }
    line.push('\n');
    line
}
