//! Testing regioplannen as one JSON object; `test.schema.json` beside this file documents it.

use serde::Serialize;

use crate::source::for_programs;
use crate::trial::{RuleCoverage, Seen, What};

use super::Catalog;
use super::said::message;
use super::test::{Part, TestReport, TestedExample};

#[derive(Serialize)]
struct Root {
    version: u8,
    tool: String,
    regioplans: Vec<JsonRegioplan>,
}

#[derive(Serialize)]
struct JsonRegioplan {
    id: String,
    version: String,
    sha256: String,
    path: Option<String>,
    examples: Vec<JsonExample>,
    rules: Vec<JsonRule>,
    summary: JsonSummary,
    /// Only with `--mutate`: the changes that no example notices.
    unnoticed: Option<Vec<JsonChange>>,
}

#[derive(Serialize)]
struct JsonExample {
    path: String,
    agrees: bool,
    problems: Vec<String>,
    missing: Vec<JsonSeen>,
    unexpected: Vec<JsonSeen>,
}

#[derive(Serialize)]
struct JsonSeen {
    rule: String,
    outcome: &'static str,
    year: Option<u8>,
    intervention: Option<String>,
    line: Option<usize>,
    message: Option<String>,
}

#[derive(Serialize)]
struct JsonRule {
    rule: String,
    line: usize,
    met: bool,
    broken: bool,
    conditions: Vec<JsonAsked>,
    consequences: Vec<JsonAsked>,
    boundaries: JsonPart,
}

#[derive(Serialize)]
struct JsonAsked {
    text: String,
    yes: bool,
    no: bool,
}

#[derive(Serialize)]
struct JsonPart {
    count: usize,
    total: usize,
}

#[derive(Serialize)]
struct JsonSummary {
    examples: JsonPart,
    rules: JsonPart,
    answers: JsonPart,
    boundaries: JsonPart,
    changes: Option<JsonPart>,
}

#[derive(Serialize)]
struct JsonChange {
    rule: String,
    line: usize,
    before: String,
    after: String,
}

impl From<Part> for JsonPart {
    fn from(part: Part) -> Self {
        Self { count: part.of, total: part.all }
    }
}

/// Writes all reports of a run.
#[must_use]
pub fn test_json(reports: &[TestReport<'_>], catalog: &Catalog) -> String {
    let root = Root {
        version: 1,
        tool: format!("mtvp {}", env!("CARGO_PKG_VERSION")),
        regioplans: reports.iter().map(|report| regioplan(report, catalog)).collect(),
    };
    let mut text = serde_json::to_string_pretty(&root).unwrap_or_default();
    text.push('\n');
    text
}

fn regioplan(report: &TestReport<'_>, catalog: &Catalog) -> JsonRegioplan {
    let unnoticed = report.changes.as_ref().map(|changes| {
        let open = changes.iter().filter(|one| !one.noticed).map(|one| &one.change);
        open.map(|change| JsonChange {
            rule: report.rule(change.rule).to_owned(),
            line: report.line(change.rule),
            before: catalog.say(&change.before),
            after: catalog.say(&change.after),
        })
        .collect()
    });
    JsonRegioplan {
        id: report.judged.id.clone(),
        version: report.judged.version.clone(),
        sha256: report.judged.sha256.clone(),
        path: report.judged.path.as_deref().map(for_programs).map(Into::into),
        examples: report.examples.iter().map(|one| example(report, one, catalog)).collect(),
        rules: report.coverage.rules.iter().map(|one| rule(report, one, catalog)).collect(),
        summary: JsonSummary {
            examples: report.agreeing().into(),
            rules: report.rules().into(),
            answers: report.answers().into(),
            boundaries: report.limits().into(),
            changes: report.noticed().map(JsonPart::from),
        },
        unnoticed,
    }
}

fn example(report: &TestReport<'_>, example: &TestedExample, catalog: &Catalog) -> JsonExample {
    let missing = example.difference.missing.iter().map(|one| {
        let one = Seen { about: one.about, what: one.what, year: one.year, intervention: one.intervention };
        seen(report, &one)
    });
    let unexpected = example.difference.surplus.iter().map(|one| {
        let found = report.finding(example, one);
        JsonSeen {
            line: found.map(|found| example.source.position(found.span.start).line),
            message: found.map(|found| message(found, catalog)),
            ..seen(report, one)
        }
    });
    JsonExample {
        path: for_programs(&example.source.name).into(),
        agrees: example.agrees(),
        problems: example.problems.iter().map(|text| catalog.say(text)).collect(),
        missing: missing.collect(),
        unexpected: unexpected.collect(),
    }
}

fn seen(report: &TestReport<'_>, one: &Seen) -> JsonSeen {
    JsonSeen {
        rule: report.name(one.about).to_owned(),
        outcome: match one.what {
            What::Finding(severity) => severity.word(),
            What::Fine => "fine",
            What::Silent => "silent",
        },
        year: one.year,
        intervention: one.intervention.and_then(|id| report.model.intervention(id)).map(|found| found.id.clone()),
        line: None,
        message: None,
    }
}

fn rule(report: &TestReport<'_>, one: &RuleCoverage, catalog: &Catalog) -> JsonRule {
    let asked = |list: &[crate::trial::Asked]| {
        list.iter().map(|one| JsonAsked { text: catalog.say(&one.text), yes: one.yes, no: one.no }).collect()
    };
    JsonRule {
        rule: report.rule(one.rule).to_owned(),
        line: report.line(one.rule),
        met: one.met,
        broken: one.broken,
        conditions: asked(&one.conditions),
        consequences: asked(&one.consequences),
        boundaries: JsonPart { count: one.limits.all - one.limits.open.len(), total: one.limits.all },
    }
}
