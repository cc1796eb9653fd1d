//! The result of a check as one JSON object; `check.schema.json` beside this file documents it.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use crate::diagnostic::{Edit, Repair};
use crate::plan::mask_citizen_numbers;

use super::Catalog;
use super::fingerprint::fingerprints;
use super::foreign::in_json;
use super::json_items::{Items, pretty};
use super::nearest_json::nearest;
use super::object::{TOOL, object};
use super::said::{full_message, shown_repair};
use super::summary::notes;
use super::writer::{End, Head, Writer};
use crate::session::{Decided, Finding, Judged, Report};

/// The format. Plans are written as they come; of the regioplannen only one each is kept.
pub struct Json<'a> {
    catalog: &'a Catalog,
    reference: Date,
    items: Items,
    used: BTreeMap<(String, Vec<String>), Arc<Judged>>,
}

impl<'a> Json<'a> {
    pub fn new(head: Head<'a>) -> Self {
        Self { catalog: head.catalog, reference: head.reference, items: Items::default(), used: BTreeMap::new() }
    }
}

impl Writer for Json<'_> {
    fn begin(&mut self) -> String {
        let date = self.reference;
        format!("{{\n  \"version\": 1,\n  \"tool\": \"{TOOL}\",\n  \"reference_date\": \"{date}\",\n  \"plans\": [")
    }

    fn plan(&mut self, report: &Report) -> String {
        if let Some(judged) = &report.judged {
            let key = (judged.full_id(), judged.beside().collect());
            self.used.entry(key).or_insert_with(|| Arc::clone(judged));
        }
        self.items.block(&plan(report, self.catalog), "    ")
    }

    fn end(&mut self, end: &End) -> String {
        let count = |reason| end.passed.iter().find(|(found, _)| *found == reason).map_or(0, |(_, count)| *count);
        let summary = object! {
            #[serde(flatten)]
            totals: end.totals,
            skipped: count("other"),
            passed_over: end.passed.iter().copied().collect::<BTreeMap<_, _>>(),
        };
        let notes: Vec<String> = notes(end).iter().map(|note| self.catalog.say(note)).collect();
        format!(
            "\n  ],\n  \"regioplans\": {},\n  \"notes\": {},\n  \"summary\": {}\n}}\n",
            pretty(&self.used.values().map(AsRef::as_ref).collect::<Vec<&Judged>>(), "  "),
            pretty(&notes, "  "),
            pretty(&summary, "  ")
        )
    }
}

/// The report on one plan as `mtvp check --format json` has it among its plans.
#[must_use]
pub fn check_json(report: &Report, catalog: &Catalog) -> String {
    in_json(serde_json::to_string(&plan(report, catalog)).unwrap_or_default())
}

fn plan(report: &Report, catalog: &Catalog) -> impl Serialize {
    let findings = report.findings.iter().zip(fingerprints(report));
    object! {
        path: report.path.clone(),
        kind: if report.plan { "plan" } else { "waivers" },
        regioplan: report.judged.as_ref().map(|judged| judged.full_id()),
        // Only where there are any.
        #[serde(flatten)]
        beside: beside(report),
        practice: report.practice.as_deref().map(|name| mask_citizen_numbers(name).into_owned()),
        year: report.year,
        reference_date: report.reference.map(|date| date.to_string()),
        findings: findings.map(|(found, mark)| finding(report, found, mark, catalog)).collect::<Vec<_>>(),
        notes: report.notes.iter().map(|note| catalog.say(note)).collect::<Vec<_>>(),
        #[serde(flatten)]
        nearest: nearest(report),
    }
}

fn beside(report: &Report) -> BTreeMap<&'static str, Vec<String>> {
    let all: Vec<String> = report.judged.iter().flat_map(|judged| judged.beside()).collect();
    if all.is_empty() { BTreeMap::new() } else { BTreeMap::from([("aanvullingen", all)]) }
}

fn finding(report: &Report, finding: &Finding, fingerprint: String, catalog: &Catalog) -> impl Serialize {
    let (start, end) = report.source.range(finding.span);
    object! {
        rule: finding.rule.clone(),
        severity: finding.severity.word(),
        year: finding.year,
        intervention: finding.intervention.clone(),
        path: finding.path.clone(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        message: full_message(finding, catalog),
        help: finding.help.as_ref().map(|help| catalog.say(help)),
        repair: shown_repair(finding).map(|repair| self::repair(report, repair)),
        source: finding.source.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>(),
        fingerprint: fingerprint,
        suppressed: finding.suppressed.as_ref().map(|why| object! {
            reason: why.reason.clone(),
            agreed_by: why.by.clone(),
            agreed_on: why.agreed.to_string(),
            until: why.until.map(|until| until.to_string()),
        }),
        decided: finding.decided.as_ref().map(decided),
        lowered: finding.lowered.as_ref().map(|why| object! { from: why.from.word(), reason: why.reason.clone() }),
    }
}

/// What was decided of what a person judges.
pub fn decided(found: &Decided) -> impl Serialize + use<> {
    object! {
        answer: found.answer.word(),
        note: found.note.clone(),
        by: found.by.clone(),
        on: found.on.to_string(),
        outdated: found.outdated,
    }
}

/// What mends a finding.
fn repair(report: &Report, repair: &Repair) -> impl Serialize + use<> {
    object! { certain: repair.certain, edits: edits(report, repair) }
}

/// The edits of a repair; offsets count bytes of the file.
pub fn edits(report: &Report, repair: &Repair) -> Vec<impl Serialize + use<>> {
    let edit = |edit: &Edit| {
        let (start, end) = report.source.range(edit.span);
        object! {
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            start: edit.span.start,
            end: edit.span.end,
            text: edit.text.clone(),
        }
    };
    repair.edits.iter().map(edit).collect()
}
