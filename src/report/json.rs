//! The result of a check as one JSON object; `check.schema.json` beside this file documents it.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use crate::plan::mask_citizen_numbers;
use crate::source::for_programs;

use super::Catalog;
use super::fingerprint::fingerprints;
use super::json_items::{Items, pretty};
use super::said::message;
use super::writer::{End, Head, Writer};
use crate::session::{Finding, Judged, Report};

#[derive(Serialize)]
struct JsonRegioplan {
    id: String,
    version: String,
    sha256: String,
    path: Option<String>,
}

#[derive(Serialize)]
struct JsonPlan {
    path: String,
    kind: &'static str,
    regioplan: Option<String>,
    practice: Option<String>,
    year: Option<u8>,
    reference_date: Option<String>,
    findings: Vec<JsonFinding>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct JsonFinding {
    rule: String,
    severity: &'static str,
    year: Option<u8>,
    intervention: Option<String>,
    path: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: String,
    help: Option<String>,
    source: Vec<String>,
    fingerprint: String,
    suppressed: Option<JsonSuppression>,
    lowered: Option<JsonLowered>,
}

#[derive(Serialize)]
struct JsonSuppression {
    reason: String,
    agreed_by: String,
    agreed_on: String,
    until: String,
}

#[derive(Serialize)]
struct JsonLowered {
    from: &'static str,
    reason: String,
}

#[derive(Serialize)]
struct JsonSummary {
    plans: usize,
    violations: usize,
    warnings: usize,
    reviews: usize,
    pending: usize,
    suppressed: usize,
    skipped: usize,
}

/// The format. Plans are written as they come; of the regioplannen only one each is kept.
pub struct Json<'a> {
    catalog: &'a Catalog,
    reference: Date,
    items: Items,
    used: BTreeMap<(String, String), Arc<Judged>>,
}

impl<'a> Json<'a> {
    pub fn new(head: Head<'a>) -> Self {
        Self { catalog: head.catalog, reference: head.reference, items: Items::default(), used: BTreeMap::new() }
    }

    fn regioplans(&self) -> Vec<JsonRegioplan> {
        let one = |judged: &Arc<Judged>| JsonRegioplan {
            id: judged.id.clone(),
            version: judged.version.clone(),
            sha256: judged.sha256.clone(),
            path: judged.path.as_deref().map(for_programs).map(Into::into),
        };
        self.used.values().map(one).collect()
    }
}

impl Writer for Json<'_> {
    fn begin(&mut self) -> String {
        let tool = concat!("mtvp ", env!("CARGO_PKG_VERSION"));
        let date = self.reference;
        format!("{{\n  \"version\": 1,\n  \"tool\": \"{tool}\",\n  \"reference_date\": \"{date}\",\n  \"plans\": [")
    }

    fn plan(&mut self, report: &Report) -> String {
        if let Some(judged) = &report.judged {
            let key = (judged.id.clone(), judged.version.clone());
            self.used.entry(key).or_insert_with(|| Arc::clone(judged));
        }
        self.items.block(&plan(report, self.catalog), "    ")
    }

    fn end(&mut self, end: &End) -> String {
        let totals = end.totals;
        let summary = JsonSummary {
            plans: totals.plans,
            violations: totals.violations,
            warnings: totals.warnings,
            reviews: totals.reviews,
            pending: totals.pending,
            suppressed: totals.suppressed,
            skipped: end.skipped,
        };
        let notes: Vec<String> = end.notes.iter().map(|note| self.catalog.say(note)).collect();
        format!(
            "\n  ],\n  \"regioplans\": {},\n  \"notes\": {},\n  \"summary\": {}\n}}\n",
            pretty(&self.regioplans(), "  "),
            pretty(&notes, "  "),
            pretty(&summary, "  ")
        )
    }
}

fn plan(report: &Report, catalog: &Catalog) -> JsonPlan {
    let findings = report.findings.iter().zip(fingerprints(report));
    JsonPlan {
        path: report.path.clone(),
        kind: if report.plan { "plan" } else { "waivers" },
        regioplan: report.judged.as_ref().map(|judged| format!("{}@{}", judged.id, judged.version)),
        practice: report.practice.as_deref().map(|name| mask_citizen_numbers(name).into_owned()),
        year: report.year,
        reference_date: report.reference.map(|date| date.to_string()),
        findings: findings.map(|(found, mark)| finding(report, found, mark, catalog)).collect(),
        notes: report.notes.iter().map(|note| catalog.say(note)).collect(),
    }
}

fn finding(report: &Report, finding: &Finding, fingerprint: String, catalog: &Catalog) -> JsonFinding {
    let (start, end) = report.source.range(finding.span);
    JsonFinding {
        rule: finding.rule.clone(),
        severity: finding.severity.word(),
        year: finding.year,
        intervention: finding.intervention.clone(),
        path: finding.path.clone(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        message: message(finding, catalog),
        help: finding.help.as_ref().map(|help| catalog.say(help)),
        source: finding.source.iter().map(|(id, _)| id.clone()).collect(),
        fingerprint,
        suppressed: finding.suppressed.as_ref().map(|why| JsonSuppression {
            reason: why.reason.clone(),
            agreed_by: why.by.clone(),
            agreed_on: why.agreed.to_string(),
            until: why.until.to_string(),
        }),
        lowered: finding.lowered.as_ref().map(|why| JsonLowered { from: why.from.word(), reason: why.reason.clone() }),
    }
}
