//! A region as one JSON object; `region.schema.json` beside this file documents it.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::check::{Cell, Measured, Row};
use crate::model::{Indicator, Overview};
use crate::session::Practice;

use super::Catalog;
use super::foreign::for_programs;
use super::object::{Each, TOOL, in_lines, object};
use super::region::{Day, RegionReport, RuleLine, cell_text, row_head, state_word};
use super::writer::Pieces;

/// The reports as JSON, a region each.
pub fn region_json(reports: &[RegionReport<'_>], catalog: &Catalog, put: Pieces<'_>) {
    let regions = Each(|| reports.iter().map(|report| region(report, catalog)));
    in_lines(&object! { version: 2, tool: TOOL, regions: regions }, put);
}

fn region<'r, 'm>(report: &'r RegionReport<'m>, catalog: &'r Catalog) -> impl Serialize + use<'r, 'm> {
    let model = report.model;
    let overviews = model.overviews.iter().zip(&report.outcome.overviews);
    let indicators = model.indicators.iter().zip(&report.outcome.indicators);
    object! {
        regioplan: &*report.judged,
        calendar_year: report.calendar_year,
        reference_date: report.reference.to_string(),
        figures: &report.figures,
        practices: Each(move || report.practices.iter().map(move |one| practice(report, one, catalog))),
        interventions: interventions(report),
        overviews: overviews.map(|(one, rows)| overview(report, one, rows, catalog)).collect::<Vec<_>>(),
        rules: report.rules().into_iter().map(|line| rule(report, line, catalog)).collect::<Vec<_>>(),
        indicators: indicators.map(|(one, found)| indicator(report, one, found, catalog)).collect::<Vec<_>>(),
        deadlines: Each(move || report.deadlines().into_iter().map(move |day| deadline(report, &day, catalog))),
        open: Each(move || report.missing().map(move |one| object! {
                practice: one.practice.as_deref().map(str::to_owned),
                what: catalog.say(&one.what),
                due: one.due.map(|date| date.to_string()),
            })),
        doubts: report.doubts.iter().map(|one| object! {
                what: catalog.say(&one.what),
                path: one.place.as_ref().map(|(path, _)| for_programs(path).into_owned()),
                line: one.place.as_ref().map(|(_, line)| *line),
                wrong: one.wrong,
            })
            .collect::<Vec<_>>(),
        skipped: Each(move || report.skipped.iter().map(move |one| object! {
                path: for_programs(&one.path).into_owned(),
                sort: one.sort.word(),
                reason: catalog.say(&one.why),
            })),
    }
}

/// A day with what it is for and whose it is.
fn deadline<'r>(report: &RegionReport<'_>, day: &Day<'r>, catalog: &Catalog) -> impl Serialize + use<'r> {
    object! {
        date: day.deadline.date.to_string(),
        sort: day.deadline.sort.word(),
        late: report.is_late(day.deadline),
        what: catalog.say(&day.deadline.what),
        rule: &day.deadline.rule,
        year: day.deadline.year,
        practices: day.practices.iter().map(|one| &one.name).collect::<Vec<_>>(),
    }
}

fn practice<'r>(report: &RegionReport<'_>, practice: &'r Practice, catalog: &Catalog) -> impl Serialize + use<'r> {
    let choices = practice.choices.iter();
    let standing = &practice.standing;
    object! {
        name: &practice.name,
        agb: &practice.agb,
        contact: &practice.contact,
        path: practice.path.as_deref().map(|path| for_programs(path).into_owned()),
        regioplan: &practice.regioplan,
        status: standing.status.word(),
        todo: standing.todo,
        warnings: standing.warnings,
        reviews: standing.reviews,
        pending: standing.pending,
        waived: standing.waived,
        agreed: standing.agreed,
        refused: standing.refused,
        next: standing.next(report.reference).map(|day| object! {
            date: day.date.to_string(),
            late: report.is_late(day),
            what: catalog.say(&day.what),
        }),
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
