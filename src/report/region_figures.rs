//! What stands in the tables of the region itself: the verdicts on its rules, and its figures. Nothing in it is about how well one
//! practice does.

use crate::check::{Cell as Found, State};
use crate::diagnostic::{Arg, Join, Text};
use crate::session::Status;

use super::Catalog;
use super::region::{RegionReport, cell_text, row_head, state_text};
use super::region_table::{Cell, Column, Look, Put, Tone};
use super::show::goal;

pub const RULES: [Column; 9] = [
    ("sheet-rule-state", Look::Short),
    ("region-column-rule", Look::Short),
    ("sheet-rule-title", Look::Long),
    ("sheet-rule-group", Look::Short),
    ("sheet-rule-detail", Look::Long),
    ("sheet-rule-help", Look::Long),
    ("sheet-rule-counted", Look::Long),
    ("sheet-rule-source", Look::Short),
    ("region-column-region", Look::Short),
];

pub const FIGURES: [Column; 11] = [
    ("sheet-figure-sort", Look::Short),
    ("sheet-figure-what", Look::Long),
    ("region-plan-year", Look::Short),
    ("sheet-figure-value", Look::Short),
    ("sheet-figure-unit", Look::Short),
    ("sheet-figure-counted", Look::Short),
    ("sheet-figure-divisor", Look::Short),
    ("sheet-figure-goal", Look::Short),
    ("sheet-figure-reached", Look::Short),
    ("sheet-figure-note", Look::Long),
    ("region-column-region", Look::Short),
];

/// A row for each verdict on a rule over the region.
pub fn rules(report: &RegionReport<'_>, catalog: &Catalog, put: Put<'_>) {
    for line in report.rules() {
        let places = line.counted.iter().map(|place| format!("{}:{}", place.path, place.line));
        let places = Arg::words(places.collect::<Vec<_>>(), Join::Comma);
        let sources = Arg::words(report.model.source_ids(&line.rule.reasons.sources), Join::Comma);
        put(&[
            Cell::Marked(catalog.say(&state_text(line.state)), of_state(line.state)),
            Cell::Text(line.rule.id.clone()),
            Cell::Text(line.rule.title.clone()),
            Cell::text(line.group.map(|group| catalog.arg(&group))),
            Cell::text(line.detail.map(|detail| catalog.say(&detail))),
            Cell::text(line.help.map(|help| catalog.say(&help))),
            Cell::Text(catalog.arg(&places)),
            Cell::Text(catalog.arg(&sources)),
            Cell::Text(report.model.name.clone()),
        ]);
    }
}

/// A row for each figure: where practices stand, what they chose, the indicators, and the overviews.
pub fn figures(report: &RegionReport<'_>, catalog: &Catalog, put: Put<'_>) {
    statuses(report, catalog, put);
    let practices = || catalog.word("sheet-unit-practices");
    for (name, years) in report.interventions() {
        for (year, count) in years {
            let figure = Figure { value: Cell::Count(count), unit: Some(practices()), ..Figure::of(&name) };
            figure.put("region-intervention", Some(year), (report, catalog), put);
        }
    }
    indicators(report, catalog, put);
    overviews(report, catalog, put);
}

/// A figure, of which most have no more than a value.
struct Figure {
    what: String,
    value: Cell,
    unit: Option<String>,
    counted: Cell,
    divisor: Cell,
    goal: Cell,
    reached: Cell,
    note: Option<String>,
}

impl Figure {
    fn of(what: &str) -> Self {
        let (value, counted, divisor) = (Cell::Blank, Cell::Blank, Cell::Blank);
        let (goal, reached) = (Cell::Blank, Cell::Blank);
        Self { what: what.to_owned(), value, unit: None, counted, divisor, goal, reached, note: None }
    }

    fn put(self, sort: &'static str, year: Option<u8>, (report, catalog): (&RegionReport<'_>, &Catalog), put: Put<'_>) {
        put(&[
            Cell::Text(catalog.word(sort)),
            Cell::Text(self.what),
            Cell::year(year),
            self.value,
            Cell::text(self.unit),
            self.counted,
            self.divisor,
            self.goal,
            self.reached,
            Cell::text(self.note),
            Cell::Text(report.model.name.clone()),
        ]);
    }
}

/// How many practices stand where.
fn statuses(report: &RegionReport<'_>, catalog: &Catalog, put: Put<'_>) {
    for status in Status::ALL {
        let count = report.practices.iter().filter(|one| one.standing.status == status).count();
        let unit = Some(catalog.word("sheet-unit-practices"));
        let figure = Figure { value: Cell::Count(count), unit, ..Figure::of(&catalog.word(status.text_id())) };
        figure.put("sheet-figure-status", None, (report, catalog), put);
    }
}

fn indicators(report: &RegionReport<'_>, catalog: &Catalog, put: Put<'_>) {
    for (indicator, found) in report.model.indicators.iter().zip(&report.outcome.indicators) {
        let reached = found.reached.map(|reached| catalog.word(if reached { "region-yes" } else { "region-no" }));
        let figure = Figure {
            value: Cell::number(found.value.as_ref().ok().copied()),
            unit: indicator.percentage.then(|| "%".to_owned()),
            counted: Cell::number(found.counted),
            divisor: Cell::number(found.divisor),
            goal: Cell::text(goal(indicator).map(|goal| catalog.say(&goal))),
            reached: Cell::text(reached),
            note: found.value.as_ref().err().map(|gaps| {
                let why = report.why_unknown(gaps);
                catalog.say(&Text::new("region-value-unknown").with("why", why))
            }),
            ..Figure::of(&indicator.title)
        };
        figure.put("sheet-figure-indicator", None, (report, catalog), put);
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
                let figure = Figure { value, note, ..Figure::of(&catalog.say(&text)) };
                figure.put("sheet-figure-overview", None, (report, catalog), put);
            }
        }
    }
}

fn of_state(state: &State) -> Tone {
    match state {
        State::Met => Tone::Good,
        State::Violated => Tone::Wrong,
        State::Warned { .. } | State::Review(_) => Tone::Look,
        State::Pending | State::NotVerifiable { .. } | State::NotApplicable(_) => Tone::Still,
    }
}
