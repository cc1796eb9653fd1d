//! A region as one JSON object; `region.schema.json` beside this file documents it.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::check::{Cell, Measured, Row};
use crate::model::{Indicator, Overview};
use crate::session::Practice;

use super::Catalog;
use super::foreign::for_programs;
use super::object::{TOOL, object, written};
use super::region::{RegionReport, RuleLine, cell_text, row_head, state_word};

/// The report as JSON.
#[must_use]
pub fn region_json(report: &RegionReport<'_>, catalog: &Catalog) -> String {
    let model = report.model;
    let overviews = model.overviews.iter().zip(&report.outcome.overviews);
    let indicators = model.indicators.iter().zip(&report.outcome.indicators);
    let open = report.missing().into_iter();
    let skipped = report.skipped.iter();
    written(&object! {
        version: 1,
        tool: TOOL,
        regioplan: &*report.judged,
        calendar_year: report.calendar_year,
        reference_date: report.reference.to_string(),
        figures: &report.figures,
        practices: report.practices.iter().map(practice).collect::<Vec<_>>(),
        interventions: interventions(report),
        overviews: overviews.map(|(one, rows)| overview(report, one, rows, catalog)).collect::<Vec<_>>(),
        rules: report.rules().into_iter().map(|line| rule(report, line, catalog)).collect::<Vec<_>>(),
        indicators: indicators.map(|(one, found)| indicator(report, one, found, catalog)).collect::<Vec<_>>(),
        open: open
            .map(|one| object! {
                practice: one.practice,
                what: catalog.say(&one.what),
                due: one.due.map(|date| date.to_string()),
            })
            .collect::<Vec<_>>(),
        skipped: skipped
            .map(|(path, reason)| object! { path: for_programs(path).into_owned(), reason: catalog.say(reason) })
            .collect::<Vec<_>>(),
    })
}

fn practice(practice: &Practice) -> impl Serialize {
    let choices = practice.choices.iter();
    object! {
        name: &practice.name,
        agb: &practice.agb,
        path: practice.source.as_ref().map(|source| for_programs(&source.name).into_owned()),
        start_quarter: practice.start.map(|quarter| format!("{}-Q{}", quarter.year, quarter.number)),
        year: practice.year,
        handed_in: practice.handed_in.map(|date| date.to_string()),
        choices: choices
            .map(|(year, name, kind)| object! { year: year, intervention: name, kind: kind })
            .collect::<Vec<_>>(),
    }
}

/// A line for each intervention and year.
fn interventions(report: &RegionReport<'_>) -> Vec<impl Serialize> {
    let each = report.interventions().into_iter().flat_map(|(name, years)| {
        years.into_iter().map(move |(year, practices)| {
            object! { intervention: name.clone(), year: year, practices: practices }
        })
    });
    each.collect()
}

fn overview(report: &RegionReport<'_>, overview: &Overview, rows: &[Row], catalog: &Catalog) -> impl Serialize {
    let cell = |cell: &Cell| match cell {
        Cell::Number(Ok(value)) => Some(value.normalize().to_string()),
        Cell::Number(Err(_)) => None,
        Cell::Values(_) | Cell::Choices(_) => Some(catalog.arg(&cell_text(report.model, cell))),
    };
    let row = |row: &Row| {
        object! {
            key: row.key.as_ref().map(|_| catalog.arg(&row_head(row))),
            practices: row.practices,
            cells: row.cells.iter().map(cell).collect::<Vec<_>>(),
        }
    };
    object! {
        id: overview.id.clone(),
        title: overview.title.clone(),
        columns: overview.columns.iter().map(|column| column.label.clone()).collect::<Vec<_>>(),
        rows: rows.iter().map(row).collect::<Vec<_>>(),
    }
}

fn rule(report: &RegionReport<'_>, line: RuleLine<'_>, catalog: &Catalog) -> impl Serialize {
    object! {
        rule: line.rule.id.clone(),
        title: line.rule.title.clone(),
        verdict: state_word(line.state),
        group: line.group.map(|group| catalog.arg(&group)),
        message: line.detail.map(|detail| catalog.say(&detail)),
        help: line.help.map(|help| catalog.say(&help)),
        counted: line.counted,
        source: report.model.source_ids(&line.rule.reasons.sources),
    }
}

fn indicator(
    report: &RegionReport<'_>,
    indicator: &Indicator,
    measured: &Measured,
    catalog: &Catalog,
) -> impl Serialize {
    let text = |value: Decimal| value.round_dp(6).normalize().to_string();
    object! {
        id: indicator.id.clone(),
        title: indicator.title.clone(),
        value: measured.value.as_ref().ok().copied().map(text),
        percentage: indicator.percentage,
        counted: measured.counted.map(text),
        divisor: measured.divisor.map(text),
        reached: measured.reached,
        missing: measured.value.as_ref().err().map(|gaps| catalog.say(&report.why_unknown(gaps))),
        source: report.model.source_ids(&indicator.reasons.sources),
    }
}
