//! The result of a check as one JSON object; `check.schema.json` beside this file documents it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::Catalog;
use super::concise::message;
use super::finding::{Finding, Judged, Report};
use super::summary::Totals;

#[derive(Serialize)]
struct Root {
    version: u8,
    tool: String,
    reference_date: String,
    regioplans: Vec<JsonRegioplan>,
    plans: Vec<JsonPlan>,
    summary: JsonSummary,
}

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
}

#[derive(Serialize)]
struct JsonSummary {
    plans: usize,
    violations: usize,
    warnings: usize,
    reviews: usize,
    pending: usize,
}

/// Writes all reports of a run; `reference` is the date for plans that have none of their own.
#[must_use]
pub fn json(reports: &[Report], reference: Date, catalog: &Catalog) -> String {
    let totals = Totals::of(reports);
    let root = Root {
        version: 1,
        tool: format!("mtvp {}", env!("CARGO_PKG_VERSION")),
        reference_date: reference.to_string(),
        regioplans: regioplans(reports),
        plans: reports.iter().map(|report| plan(report, catalog)).collect(),
        summary: JsonSummary {
            plans: totals.plans,
            violations: totals.violations,
            warnings: totals.warnings,
            reviews: totals.reviews,
            pending: totals.pending,
        },
    };
    let mut text = serde_json::to_string_pretty(&root).unwrap_or_default();
    text.push('\n');
    text
}

fn regioplans(reports: &[Report]) -> Vec<JsonRegioplan> {
    let used: BTreeMap<(&str, &str), &Judged> = reports
        .iter()
        .filter_map(|report| report.judged.as_ref())
        .map(|judged| ((judged.id.as_str(), judged.version.as_str()), judged))
        .collect();
    used.into_values()
        .map(|judged| JsonRegioplan {
            id: judged.id.clone(),
            version: judged.version.clone(),
            sha256: judged.sha256.clone(),
            path: judged.path.clone(),
        })
        .collect()
}

fn plan(report: &Report, catalog: &Catalog) -> JsonPlan {
    JsonPlan {
        path: report.source.name.clone(),
        regioplan: report.judged.as_ref().map(|judged| format!("{}@{}", judged.id, judged.version)),
        practice: report.practice.clone(),
        year: report.year,
        reference_date: report.reference.map(|date| date.to_string()),
        findings: report.findings.iter().map(|found| finding(report, found, catalog)).collect(),
        notes: report.notes.iter().map(|note| catalog.say(note)).collect(),
    }
}

fn finding(report: &Report, finding: &Finding, catalog: &Catalog) -> JsonFinding {
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
    }
}
