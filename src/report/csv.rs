//! Findings as a table for a spreadsheet: one row each.

use crate::plan::mask_citizen_numbers;

use super::Catalog;
use super::fingerprint::fingerprints;
use super::said::{decided, lowered, message, sources};
use super::spreadsheet::{heads, row};
use super::writer::{End, Head, Writer};
use crate::session::{Finding, Report};

/// The heads of the columns, in order.
const COLUMNS: [&str; 19] = [
    "csv-path",
    "csv-regioplan",
    "csv-practice",
    "csv-plan-year",
    "csv-line",
    "csv-column",
    "csv-severity",
    "csv-rule",
    "csv-year",
    "csv-intervention",
    "csv-message",
    "csv-help",
    "csv-source",
    "csv-lowered",
    "csv-decided",
    "csv-set-aside",
    "csv-set-aside-by",
    "csv-set-aside-until",
    "csv-fingerprint",
];

/// The format.
pub struct Csv<'a> {
    catalog: &'a Catalog,
}

impl<'a> Csv<'a> {
    pub fn new(head: Head<'a>) -> Self {
        Self { catalog: head.catalog }
    }
}

impl Writer for Csv<'_> {
    fn begin(&mut self) -> String {
        heads(&COLUMNS, self.catalog)
    }

    fn plan(&mut self, report: &Report) -> String {
        let marks = fingerprints(report);
        let findings = report.findings.iter().zip(marks);
        findings.map(|(finding, mark)| row(&cells(report, finding, mark, self.catalog))).collect()
    }

    fn end(&mut self, _: &End) -> String {
        String::new()
    }
}

fn cells(report: &Report, finding: &Finding, fingerprint: String, catalog: &Catalog) -> [String; 19] {
    let at = report.source.position(finding.span.start);
    let number = |number: Option<u8>| number.map_or_else(String::new, |number| number.to_string());
    let aside = finding.suppressed.as_ref();
    [
        report.path.clone(),
        report.judged.as_ref().map_or_else(String::new, |judged| format!("{}@{}", judged.id, judged.version)),
        report.practice.as_deref().map(mask_citizen_numbers).unwrap_or_default().into_owned(),
        number(report.year),
        at.line.to_string(),
        at.column.to_string(),
        catalog.word(finding.severity.text_id()),
        finding.rule.clone(),
        number(finding.year),
        finding.intervention.clone().unwrap_or_default(),
        message(finding, catalog),
        finding.help.as_ref().map_or_else(String::new, |help| catalog.say(help)),
        sources(finding),
        finding.lowered.as_ref().map_or_else(String::new, |why| lowered(why, catalog)),
        finding.decided.as_ref().map_or_else(String::new, |found| decided(found, catalog)),
        aside.map_or_else(String::new, |why| why.reason.clone().unwrap_or_default()),
        aside.map_or_else(String::new, |why| why.by.clone()),
        aside.map_or_else(String::new, |why| why.until.map_or_else(String::new, |until| until.to_string())),
        fingerprint,
    ]
}
