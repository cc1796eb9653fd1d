//! What a new regioplan changes for plans, as one JSON object; `impact.schema.json` beside this file documents it.

use std::borrow::Cow;

use serde::Serialize;

use crate::compare::{Seen, Shift, Way};
use crate::source::for_programs;

use super::Catalog;
use super::diff_json::JsonRegioplan;
use super::impact::{ImpactReport, way_word};

#[derive(Serialize)]
struct Root<'a> {
    version: u8,
    tool: String,
    old: JsonRegioplan<'a>,
    new: JsonRegioplan<'a>,
    /// None when each plan was judged by its own date of handing in.
    reference_date: Option<String>,
    /// Today, when a plan without a date was judged by it.
    today: Option<String>,
    accounting: bool,
    other_region: &'a [String],
    rules: Vec<JsonRule>,
    plans: Vec<JsonPlan<'a>>,
    unread: Vec<JsonUnread<'a>>,
    summary: JsonSummary,
}

#[derive(Serialize)]
struct JsonRule {
    rule: String,
    title: String,
    change: &'static str,
    plans: Vec<String>,
    findings: usize,
}

#[derive(Serialize)]
struct JsonPlan<'a> {
    path: Cow<'a, str>,
    practice: Option<&'a str>,
    year: Option<u8>,
    must_act: bool,
    changes: Vec<JsonShift>,
}

#[derive(Serialize)]
struct JsonShift {
    change: &'static str,
    old: Option<JsonSeen>,
    new: Option<JsonSeen>,
}

#[derive(Serialize)]
struct JsonSeen {
    rule: String,
    year: Option<u8>,
    intervention: Option<String>,
    severity: &'static str,
    title: String,
    detail: Option<String>,
    help: Option<String>,
    line: usize,
}

#[derive(Serialize)]
struct JsonUnread<'a> {
    path: Cow<'a, str>,
    line: usize,
    reason: String,
}

#[derive(Serialize)]
struct JsonSummary {
    plans: usize,
    must_act: usize,
    warned: usize,
    review: usize,
    pending: usize,
    relieved: usize,
    gone: usize,
    unchanged: usize,
    unread: usize,
}

/// The object, indented, with a line end.
#[must_use]
pub fn impact_json(report: &ImpactReport<'_>, catalog: &Catalog) -> String {
    let root = Root {
        version: 1,
        tool: format!("mtvp {}", env!("CARGO_PKG_VERSION")),
        old: JsonRegioplan::of(&report.old),
        new: JsonRegioplan::of(&report.new),
        reference_date: report.as_of.map(|date| date.to_string()),
        today: report.today.map(|date| date.to_string()),
        accounting: report.accounting,
        other_region: &report.elsewhere,
        rules: rules(report, catalog),
        plans: plans(report, catalog),
        unread: report
            .unread
            .iter()
            .map(|one| JsonUnread { path: for_programs(&one.path), line: one.line, reason: catalog.say(&one.reason) })
            .collect(),
        summary: summary(report),
    };
    let mut text = serde_json::to_string_pretty(&root).unwrap_or_default();
    text.push('\n');
    text
}

fn rules(report: &ImpactReport<'_>, catalog: &Catalog) -> Vec<JsonRule> {
    let path = |index: &usize| report.impact.plans.get(*index).map(|plan| for_programs(&plan.path).into());
    let tallies = report.impact.tallies.iter();
    tallies
        .map(|tally| JsonRule {
            rule: tally.rule.clone(),
            title: report.example(tally).map_or_else(String::new, |(_, seen)| catalog.say(&seen.title)),
            change: way_word(tally.way),
            plans: tally.plans.iter().filter_map(path).collect(),
            findings: tally.shifts,
        })
        .collect()
}

fn plans<'a>(report: &'a ImpactReport<'_>, catalog: &Catalog) -> Vec<JsonPlan<'a>> {
    let shift = |shift: &Shift| JsonShift {
        change: way_word(shift.way()),
        old: shift.old.as_ref().map(|seen| self::seen(seen, catalog)),
        new: shift.new.as_ref().map(|seen| self::seen(seen, catalog)),
    };
    let plans = report.impact.plans.iter();
    plans
        .map(|plan| JsonPlan {
            path: for_programs(&plan.path),
            practice: plan.practice.as_deref(),
            year: plan.year,
            must_act: plan.must_act(),
            changes: plan.shifts.iter().map(shift).collect(),
        })
        .collect()
}

fn seen(seen: &Seen, catalog: &Catalog) -> JsonSeen {
    JsonSeen {
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

fn summary(report: &ImpactReport<'_>) -> JsonSummary {
    let impact = &report.impact;
    JsonSummary {
        plans: impact.plans.len(),
        must_act: impact.count(Way::MustAct),
        warned: impact.count(Way::Warned),
        review: impact.count(Way::Review),
        pending: impact.count(Way::Pending),
        relieved: impact.count(Way::Relieved),
        gone: impact.count(Way::Gone),
        unchanged: impact.unchanged(),
        unread: report.unread.len(),
    }
}
