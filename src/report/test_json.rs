//! Testing regioplannen as one JSON object; `test.schema.json` beside this file documents it.

use serde::Serialize;

use crate::trial::{Asked, RuleCoverage, Seen, What};

use super::Catalog;
use super::foreign::for_programs;
use super::object::{TOOL, object, written};
use super::said::message;
use super::test::{TestReport, TestedExample};

/// Writes all reports of a run.
#[must_use]
pub fn test_json(reports: &[TestReport<'_>], catalog: &Catalog) -> String {
    let regioplans = reports.iter().map(|report| regioplan(report, catalog));
    written(&object! { version: 1, tool: TOOL, regioplans: regioplans.collect::<Vec<_>>() })
}

fn regioplan(report: &TestReport<'_>, catalog: &Catalog) -> impl Serialize {
    // Only when they were asked: the changes that no example notices.
    let unnoticed = report.changes.as_ref().map(|changes| {
        let open = changes.iter().filter(|one| !one.noticed).map(|one| &one.change);
        let one = |change: &crate::trial::Change| {
            object! {
                rule: report.rule(change.rule).to_owned(),
                line: report.line(change.rule),
                before: catalog.say(&change.before),
                after: catalog.say(&change.after),
            }
        };
        open.map(one).collect::<Vec<_>>()
    });
    object! {
        #[serde(flatten)]
        judged: report.judged,
        examples: report.examples.iter().map(|one| example(report, one, catalog)).collect::<Vec<_>>(),
        rules: report.coverage.rules.iter().map(|one| rule(report, one, catalog)).collect::<Vec<_>>(),
        summary: object! {
            examples: report.agreeing(),
            rules: report.rules(),
            answers: report.answers(),
            boundaries: report.limits(),
            changes: report.noticed(),
        },
        unnoticed: unnoticed,
    }
}

fn example(report: &TestReport<'_>, example: &TestedExample, catalog: &Catalog) -> impl Serialize {
    let missing = example.difference.missing.iter().map(|one| {
        let one = Seen { about: one.about, what: one.what, year: one.year, intervention: one.intervention };
        seen(report, &one, None)
    });
    let unexpected = example.difference.surplus.iter().map(|one| {
        let place = report
            .finding(example, one)
            .map(|found| (example.source.position(found.span.start).line, message(found, catalog)));
        seen(report, one, place)
    });
    object! {
        path: for_programs(&example.source.name).into_owned(),
        agrees: example.agrees(),
        problems: example.problems.iter().map(|text| catalog.say(text)).collect::<Vec<_>>(),
        missing: missing.collect::<Vec<_>>(),
        unexpected: unexpected.collect::<Vec<_>>(),
    }
}

/// Something found, with the line and the message of the finding where there is one.
fn seen(report: &TestReport<'_>, one: &Seen, place: Option<(usize, String)>) -> impl Serialize + use<> {
    let (line, message) = place.unzip();
    object! {
        rule: report.name(one.about).to_owned(),
        outcome: match one.what {
            What::Finding(severity) => severity.word(),
            What::Fine => "fine",
            What::Silent => "silent",
        },
        year: one.year,
        intervention: one.intervention.map(|id| report.model.intervention(id).id.clone()),
        line: line,
        message: message,
    }
}

fn rule(report: &TestReport<'_>, one: &RuleCoverage, catalog: &Catalog) -> impl Serialize {
    let asked = |list: &[Asked]| {
        let each = list.iter().map(|one| object! { text: catalog.say(&one.text), yes: one.yes, no: one.no });
        each.collect::<Vec<_>>()
    };
    object! {
        rule: report.rule(one.rule).to_owned(),
        line: report.line(one.rule),
        met: one.met,
        broken: one.broken,
        can_be_broken: one.can_be_broken,
        conditions: asked(&one.conditions),
        consequences: asked(&one.consequences),
        boundaries: TestReport::limits_of(one),
    }
}
