//! A region as one JSON object; `region.schema.json` beside this file documents it.

use serde::Serialize;

use crate::check::Cell;
use crate::source::for_programs;

use super::Catalog;
use super::region::{RegionReport, cell_text, row_head, state_word};

#[derive(Serialize)]
struct Root {
    version: u8,
    tool: String,
    regioplan: JsonRegioplan,
    calendar_year: i16,
    reference_date: String,
    figures: Option<String>,
    practices: Vec<JsonPractice>,
    interventions: Vec<JsonIntervention>,
    overviews: Vec<JsonOverview>,
    rules: Vec<JsonRule>,
    indicators: Vec<JsonIndicator>,
    open: Vec<JsonOpen>,
    skipped: Vec<JsonSkipped>,
}

#[derive(Serialize)]
struct JsonRegioplan {
    id: String,
    version: String,
    sha256: String,
    path: Option<String>,
}

#[derive(Serialize)]
struct JsonPractice {
    name: String,
    agb: Option<String>,
    path: Option<String>,
    start_quarter: Option<String>,
    year: Option<u8>,
    handed_in: Option<String>,
    choices: Vec<JsonChoice>,
}

#[derive(Serialize)]
struct JsonChoice {
    year: u8,
    intervention: String,
    kind: Option<String>,
}

#[derive(Serialize)]
struct JsonIntervention {
    intervention: String,
    year: u8,
    practices: usize,
}

#[derive(Serialize)]
struct JsonOverview {
    id: String,
    title: String,
    columns: Vec<String>,
    rows: Vec<JsonRow>,
}

#[derive(Serialize)]
struct JsonRow {
    key: Option<String>,
    practices: usize,
    cells: Vec<serde_json::Value>,
}

#[derive(Serialize)]
struct JsonRule {
    rule: String,
    title: String,
    verdict: &'static str,
    group: Option<String>,
    message: Option<String>,
    help: Option<String>,
    counted: Vec<JsonPlace>,
    source: Vec<String>,
}

#[derive(Serialize)]
struct JsonPlace {
    path: String,
    line: usize,
    year: u8,
}

#[derive(Serialize)]
struct JsonIndicator {
    id: String,
    title: String,
    value: Option<String>,
    percentage: bool,
    counted: Option<String>,
    divisor: Option<String>,
    reached: Option<bool>,
    missing: Option<String>,
    source: Vec<String>,
}

#[derive(Serialize)]
struct JsonOpen {
    practice: Option<String>,
    what: String,
    due: Option<String>,
}

#[derive(Serialize)]
struct JsonSkipped {
    path: String,
    reason: String,
}

/// The report as JSON.
#[must_use]
pub fn region_json(report: &RegionReport<'_>, catalog: &Catalog) -> String {
    let root = Root {
        version: 1,
        tool: format!("mtvp {}", env!("CARGO_PKG_VERSION")),
        regioplan: JsonRegioplan {
            id: report.judged.id.clone(),
            version: report.judged.version.clone(),
            sha256: report.judged.sha256.clone(),
            path: report.judged.path.as_deref().map(for_programs).map(Into::into),
        },
        calendar_year: report.calendar_year,
        reference_date: report.reference.to_string(),
        figures: report.figures.as_deref().map(for_programs).map(Into::into),
        practices: practices(report),
        interventions: interventions(report),
        overviews: overviews(report, catalog),
        rules: rules(report, catalog),
        indicators: indicators(report, catalog),
        open: open(report, catalog),
        skipped: report
            .skipped
            .iter()
            .map(|(path, reason)| JsonSkipped { path: for_programs(path).into(), reason: catalog.say(reason) })
            .collect(),
    };
    let mut text = serde_json::to_string_pretty(&root).unwrap_or_default();
    text.push('\n');
    text
}

fn practices(report: &RegionReport<'_>) -> Vec<JsonPractice> {
    let one = |practice: &super::region::Practice| JsonPractice {
        name: practice.name.clone(),
        agb: practice.agb.clone(),
        path: practice.source.as_ref().map(|source| for_programs(&source.name).into()),
        start_quarter: practice.start.map(|quarter| format!("{}-Q{}", quarter.year, quarter.number)),
        year: practice.year,
        handed_in: practice.handed_in.map(|date| date.to_string()),
        choices: practice
            .choices
            .iter()
            .map(|(year, name, kind)| JsonChoice { year: *year, intervention: name.clone(), kind: kind.clone() })
            .collect(),
    };
    report.practices.iter().map(one).collect()
}

fn interventions(report: &RegionReport<'_>) -> Vec<JsonIntervention> {
    let one = |(name, years): (String, Vec<(u8, usize)>)| {
        years
            .into_iter()
            .map(|(year, practices)| JsonIntervention { intervention: name.clone(), year, practices })
            .collect::<Vec<_>>()
    };
    report.interventions().into_iter().flat_map(one).collect()
}

fn overviews(report: &RegionReport<'_>, catalog: &Catalog) -> Vec<JsonOverview> {
    let cell = |cell: &Cell| match cell {
        Cell::Number(Ok(value)) => serde_json::Value::String(value.normalize().to_string()),
        Cell::Number(Err(_)) => serde_json::Value::Null,
        Cell::Values(_) | Cell::Choices(_) => serde_json::Value::String(catalog.arg(&cell_text(report.model, cell))),
    };
    let model = report.model;
    model
        .overviews
        .iter()
        .zip(&report.outcome.overviews)
        .map(|(overview, rows)| JsonOverview {
            id: overview.id.clone(),
            title: overview.title.clone(),
            columns: overview.columns.iter().map(|column| column.label.clone()).collect(),
            rows: rows
                .iter()
                .map(|row| JsonRow {
                    key: row.key.as_ref().map(|_| catalog.arg(&row_head(row))),
                    practices: row.practices,
                    cells: row.cells.iter().map(cell).collect(),
                })
                .collect(),
        })
        .collect()
}

fn rules(report: &RegionReport<'_>, catalog: &Catalog) -> Vec<JsonRule> {
    let one = |line: super::region::RuleLine<'_>| JsonRule {
        rule: line.rule.id.clone(),
        title: line.rule.title.clone(),
        verdict: state_word(line.state),
        group: line.group.as_ref().map(|group| catalog.arg(group)),
        message: line.detail.as_ref().map(|detail| catalog.say(detail)),
        help: line.help.as_ref().map(|help| catalog.say(help)),
        counted: line
            .counted
            .into_iter()
            .map(|place| JsonPlace { path: for_programs(&place.path).into(), line: place.line, year: place.year })
            .collect(),
        source: sources(report, &line.rule.reasons.sources),
    };
    report.rules().into_iter().map(one).collect()
}

fn sources(report: &RegionReport<'_>, indexes: &[usize]) -> Vec<String> {
    report.model.source_ids(indexes).into_iter().map(str::to_owned).collect()
}

fn indicators(report: &RegionReport<'_>, catalog: &Catalog) -> Vec<JsonIndicator> {
    let text = |value: rust_decimal::Decimal| value.round_dp(6).normalize().to_string();
    let all = report.model.indicators.iter().zip(&report.outcome.indicators);
    all.map(|(indicator, measured)| JsonIndicator {
        id: indicator.id.clone(),
        title: indicator.title.clone(),
        value: measured.value.as_ref().ok().map(|value| text(*value)),
        percentage: indicator.percentage,
        counted: measured.counted.map(text),
        divisor: measured.divisor.map(text),
        reached: measured.reached,
        missing: measured.value.as_ref().err().map(|gaps| catalog.say(&report.why_unknown(gaps))),
        source: sources(report, &indicator.reasons.sources),
    })
    .collect()
}

fn open(report: &RegionReport<'_>, catalog: &Catalog) -> Vec<JsonOpen> {
    let one = |open: super::region::Open| JsonOpen {
        practice: open.practice,
        what: catalog.say(&open.what),
        due: open.due.map(|date| date.to_string()),
    };
    report.missing().into_iter().map(one).collect()
}
