//! What a new regioplan changes for plans, as one JSON object; `impact.schema.json` beside this file documents it.

use serde::Serialize;

use crate::compare::{PlanImpact, Seen, Tally, Way};

use super::Catalog;
use super::foreign::for_programs;
use super::impact::ImpactReport;
use super::object::{TOOL, object, written};

/// The object, indented, with a line end.
#[must_use]
pub fn impact_json(report: &ImpactReport<'_>, catalog: &Catalog) -> String {
    let impact = &report.impact;
    let unread = report.unread.iter();
    written(&object! {
        version: 1,
        tool: TOOL,
        old: report.old.judged,
        new: report.new.judged,
        // None when each plan was judged by its own date of handing in.
        reference_date: report.as_of.map(|date| date.to_string()),
        // Today, when a plan without a date was judged by it.
        today: report.today.map(|date| date.to_string()),
        accounting: report.accounting,
        other_region: &report.elsewhere,
        rules: impact.tallies.iter().map(|tally| rule(report, tally, catalog)).collect::<Vec<_>>(),
        plans: impact.plans.iter().map(|one| plan(one, catalog)).collect::<Vec<_>>(),
        unread: unread
            .map(|one| object! { path: for_programs(&one.path), line: one.line, reason: catalog.say(&one.reason) })
            .collect::<Vec<_>>(),
        summary: object! {
            plans: impact.plans.len(),
            must_act: impact.count(Way::MustAct),
            warned: impact.count(Way::Warned),
            review: impact.count(Way::Review),
            pending: impact.count(Way::Pending),
            relieved: impact.count(Way::Relieved),
            gone: impact.count(Way::Gone),
            unchanged: impact.unchanged(),
            unread: report.unread.len(),
        },
    })
}

fn rule(report: &ImpactReport<'_>, tally: &Tally, catalog: &Catalog) -> impl Serialize {
    let path = |index: &usize| report.impact.plans.get(*index).map(|plan| for_programs(&plan.path).into_owned());
    object! {
        rule: tally.rule.clone(),
        title: report.example(tally).map_or_else(String::new, |(_, seen)| catalog.say(&seen.title)),
        change: tally.way.word(),
        plans: tally.plans.iter().filter_map(path).collect::<Vec<_>>(),
        findings: tally.shifts,
    }
}

fn plan(plan: &PlanImpact, catalog: &Catalog) -> impl Serialize {
    let changes = plan.shifts.iter().map(|shift| {
        object! {
            change: shift.way().word(),
            old: shift.old.as_ref().map(|found| seen(found, catalog)),
            new: shift.new.as_ref().map(|found| seen(found, catalog)),
        }
    });
    object! {
        path: for_programs(&plan.path),
        practice: plan.practice.as_deref(),
        year: plan.year,
        must_act: plan.must_act(),
        changes: changes.collect::<Vec<_>>(),
    }
}

fn seen(seen: &Seen, catalog: &Catalog) -> impl Serialize {
    object! {
        rule: seen.rule.clone(),
        year: seen.year,
        intervention: seen.intervention.clone(),
        severity: seen.severity.word(),
        title: catalog.say(&seen.title),
        detail: seen.detail.as_ref().map(|text| catalog.say(text)),
        help: seen.help.as_ref().map(|text| catalog.say(text)),
        line: seen.line,
    }
}
