//! What stands in the tables of the region itself: the verdicts on its rules, and its figures. Nothing in it is about how well one
//! practice does.

use crate::check::{Cell as Found, State};
use crate::diagnostic::{Arg, Join, Text};
use crate::session::Status;

use super::Catalog;
use super::region::{RegionReport, RuleLine, cell_text, row_head, state_text};
use super::region_rows::region;
use super::region_table::{Cell, Column, Look, Put, Tone};
use super::show::goal;

/// A verdict on a rule.
pub struct RuleRow<'r> {
    report: &'r RegionReport<'r>,
    catalog: &'r Catalog,
    line: RuleLine<'r>,
}

type RuleColumn = Column<fn(&RuleRow<'_>) -> Cell>;

pub const RULES: [RuleColumn; 9] = [
    ("sheet-rule-state", Look::Short, |row| state(row.line.state, row.catalog)),
    ("region-column-rule", Look::Short, |row| Cell::Text(row.line.rule.id.clone())),
    ("sheet-rule-title", Look::Long, |row| Cell::Text(row.line.rule.title.clone())),
    ("sheet-rule-group", Look::Short, |row| Cell::text(row.line.group.as_ref().map(|group| row.catalog.arg(group)))),
    ("sheet-rule-detail", Look::Long, |row| said(row.line.detail.as_ref(), row.catalog)),
    ("sheet-rule-help", Look::Long, |row| said(row.line.help.as_ref(), row.catalog)),
    ("sheet-rule-counted", Look::Long, |row| counted(&row.line, row.catalog)),
    ("sheet-rule-source", Look::Short, |row| sources(row)),
    ("region-column-region", Look::Short, |row| region(row.report)),
];

/// A figure, of which most have no more than a value.
pub struct FigureRow<'r> {
    report: &'r RegionReport<'r>,
    catalog: &'r Catalog,
    sort: &'static str,
    what: String,
    year: Option<u8>,
    value: Cell,
    unit: Option<String>,
    counted: Cell,
    divisor: Cell,
    goal: Cell,
    reached: Cell,
    note: Option<String>,
}

type FigureColumn = Column<fn(&FigureRow<'_>) -> Cell>;

pub const FIGURES: [FigureColumn; 11] = [
    ("sheet-figure-sort", Look::Short, |row| Cell::Text(row.catalog.word(row.sort))),
    ("sheet-figure-what", Look::Long, |row| Cell::Text(row.what.clone())),
    ("region-plan-year", Look::Short, |row| Cell::year(row.year)),
    ("sheet-figure-value", Look::Short, |row| row.value.clone()),
    ("sheet-figure-unit", Look::Short, |row| Cell::text(row.unit.as_deref())),
    ("sheet-figure-counted", Look::Short, |row| row.counted.clone()),
    ("sheet-figure-divisor", Look::Short, |row| row.divisor.clone()),
    ("sheet-figure-goal", Look::Short, |row| row.goal.clone()),
    ("sheet-figure-reached", Look::Short, |row| row.reached.clone()),
    ("sheet-figure-note", Look::Long, |row| Cell::text(row.note.as_deref())),
    ("region-column-region", Look::Short, |row| region(row.report)),
];

/// A row for each verdict on a rule over the region.
pub fn rules(report: &RegionReport<'_>, catalog: &Catalog, put: Put<'_>) {
    for line in report.rules() {
        let row = RuleRow { report, catalog, line };
        put(&RULES.map(|(.., cell)| cell(&row)));
    }
}

/// A row for each figure: where practices stand, what they chose, the indicators, and the overviews.
pub fn figures(report: &RegionReport<'_>, catalog: &Catalog, put: Put<'_>) {
    statuses(report, catalog, put);
    for (name, years) in report.interventions() {
        for (year, count) in years {
            let figure = FigureRow::of(report, catalog, "region-intervention", &name).practices(count);
            FigureRow { year: Some(year), ..figure }.put(put);
        }
    }
    indicators(report, catalog, put);
    overviews(report, catalog, put);
    for doubt in report.doubts {
        let figure = FigureRow::of(report, catalog, "sheet-figure-doubt", &catalog.say(&doubt.said()));
        figure.put(put);
    }
}

impl<'r> FigureRow<'r> {
    fn of(report: &'r RegionReport<'r>, catalog: &'r Catalog, sort: &'static str, what: &str) -> Self {
        let (value, counted, divisor) = (Cell::Blank, Cell::Blank, Cell::Blank);
        let (goal, reached) = (Cell::Blank, Cell::Blank);
        let (year, unit, note) = (None, None, None);
        let what = what.to_owned();
        Self { report, catalog, sort, what, year, value, unit, counted, divisor, goal, reached, note }
    }

    /// So many practices.
    fn practices(self, count: usize) -> Self {
        let unit = Some(self.catalog.word("sheet-unit-practices"));
        Self { value: Cell::Count(count), unit, ..self }
    }

    fn put(&self, put: Put<'_>) {
        put(&FIGURES.map(|(.., cell)| cell(self)));
    }
}

/// How many practices stand where.
fn statuses(report: &RegionReport<'_>, catalog: &Catalog, put: Put<'_>) {
    for status in Status::ALL {
        let count = report.practices.iter().filter(|one| one.standing.status == status).count();
        if count == 0 && status == Status::NotAsked {
            continue;
        }
        let what = catalog.word(status.text_id());
        FigureRow::of(report, catalog, "sheet-figure-status", &what).practices(count).put(put);
    }
}

fn indicators(report: &RegionReport<'_>, catalog: &Catalog, put: Put<'_>) {
    for (indicator, found) in report.model.indicators.iter().zip(&report.outcome.indicators) {
        let reached = found.reached.map(|reached| catalog.word(if reached { "region-yes" } else { "region-no" }));
        let figure = FigureRow {
            value: Cell::number(found.value.as_ref().ok().copied()),
            unit: indicator.percentage.then(|| "%".to_owned()),
            counted: Cell::number(found.counted),
            divisor: Cell::number(found.divisor),
            goal: said(goal(indicator).as_ref(), catalog),
            reached: Cell::text(reached),
            note: found.value.as_ref().err().map(|gaps| {
                let why = report.why_unknown(gaps);
                catalog.say(&Text::new("region-value-unknown").with("why", why))
            }),
            ..FigureRow::of(report, catalog, "sheet-figure-indicator", &indicator.title)
        };
        figure.put(put);
    }
}

fn overviews(report: &RegionReport<'_>, catalog: &Catalog, put: Put<'_>) {
    for (overview, rows) in report.model.overviews.iter().zip(&report.outcome.overviews) {
        for row in rows {
            for (column, cell) in overview.columns.iter().zip(&row.cells) {
                let text = Text::new("sheet-overview").with("title", &overview.title).with("column", &column.label);
                let text = match overview.per {
                    Some(_) => Text::new("sheet-overview-row").with("overview", text).with("row", row_head(row)),
                    None => text,
                };
                let (value, note) = match cell {
                    Found::Number(Ok(value)) => (Cell::number(Some(*value)), None),
                    Found::Number(Err(_)) | Found::Values(_) | Found::Choices(_) => {
                        (Cell::Blank, Some(catalog.arg(&cell_text(report.model, cell))))
                    }
                };
                let figure = FigureRow::of(report, catalog, "sheet-figure-overview", &catalog.say(&text));
                FigureRow { value, note, ..figure }.put(put);
            }
        }
    }
}

fn said(text: Option<&Text>, catalog: &Catalog) -> Cell {
    Cell::text(text.map(|text| catalog.say(text)))
}

/// The plans that counted.
fn counted(line: &RuleLine<'_>, catalog: &Catalog) -> Cell {
    let places = line.counted.iter().map(|place| format!("{}:{}", place.path, place.line));
    Cell::Text(catalog.arg(&Arg::words(places.collect::<Vec<_>>(), Join::Comma)))
}

/// The statements of the source document.
fn sources(row: &RuleRow<'_>) -> Cell {
    let sources = row.report.model.source_ids(&row.line.rule.reasons.sources);
    Cell::Text(row.catalog.arg(&Arg::words(sources, Join::Comma)))
}

fn state(state: &State, catalog: &Catalog) -> Cell {
    let tone = match state {
        State::Met => Tone::Good,
        State::Violated => Tone::Wrong,
        State::Warned { .. } | State::Review(_) => Tone::Look,
        State::Pending | State::NotVerifiable { .. } | State::NotApplicable(_) => Tone::Still,
    };
    Cell::Marked(catalog.say(&state_text(state)), tone)
}
