//! A region for people: tables, verdicts, and what is still missing.

use crate::check::Row;
use crate::diagnostic::{Arg, Join, Text};

use super::Catalog;
use super::dates;
use super::page::Page;
use crate::session::Practice;

use super::region::{Place, RegionReport, cell_text, row_head, state_text, value_text};
use super::screen::Screen;

/// Everything about a region, in the order in which a region looks at it.
#[must_use]
pub fn region_human(report: &RegionReport<'_>, screen: Screen, catalog: &Catalog) -> String {
    let mut page = Overview { report, page: Page::new(catalog) };
    page.head();
    page.practices();
    page.interventions();
    page.overviews();
    page.rules();
    page.indicators();
    page.open();
    page.skipped();
    page.page.on(screen)
}

struct Overview<'a, 'c> {
    report: &'a RegionReport<'a>,
    page: Page<'c>,
}

impl Overview<'_, '_> {
    fn head(&mut self) {
        let report = self.report;
        let head = Text::new("region-head")
            .with("name", &report.model.name)
            .with("id", &report.model.id)
            .with("version", &report.model.version)
            .with("year", report.calendar_year.to_string());
        self.page.line(0, &head);
        let basis = match &report.figures {
            Some(path) => Text::new("region-basis").with("path", path),
            None => Text::new("region-basis-none"),
        };
        self.page.line(0, &basis.with("count", report.practices.iter().filter(|p| p.source.is_some()).count()));
        self.page.line(0, &Text::new("region-reference").with("date", report.reference));
        self.page.gap();
    }

    fn practices(&mut self) {
        if self.report.practices.is_empty() {
            return;
        }
        self.page.line(0, &Text::new("region-practices"));
        let head = ["region-practice", "region-start", "region-plan-year", "region-handed-in", "region-choices"];
        let rows: Vec<Vec<String>> = self.report.practices.iter().map(|one| self.practice(one)).collect();
        self.page.table(self.page.heads(&head), rows);
    }

    fn practice(&self, practice: &Practice) -> Vec<String> {
        let catalog = self.page.catalog;
        let start = practice.start.map(|quarter| {
            let text = Text::new("say-quarter").with("number", quarter.number.unsigned_abs());
            catalog.say(&text.with("year", quarter.year.to_string()))
        });
        let own = practice.choices.iter().filter(|(year, _, _)| Some(*year) == practice.year);
        let own = own.map(|(_, name, kind)| match kind {
            Some(kind) => format!("{name} ({kind})"),
            None => name.clone(),
        });
        let year = practice.year.filter(|_| practice.source.is_some());
        vec![
            practice.name.clone(),
            start.unwrap_or_default(),
            year.map_or_else(|| catalog.word("region-no-plan"), |year| year.to_string()),
            practice.handed_in.map_or_else(String::new, |date| dates::long(catalog, date)),
            own.collect::<Vec<_>>().join(", "),
        ]
    }

    fn interventions(&mut self) {
        let rows = self.report.interventions();
        if rows.is_empty() {
            return;
        }
        self.page.line(0, &Text::new("region-interventions"));
        let mut years: Vec<u8> = rows.iter().flat_map(|(_, years)| years.iter().map(|(year, _)| *year)).collect();
        years.sort_unstable();
        years.dedup();
        let mut head = vec![self.page.word("region-intervention")];
        head.extend(years.iter().map(|year| self.page.catalog.say(&Text::new("show-year").with("year", *year))));
        let row = |(name, counts): (String, Vec<(u8, usize)>)| {
            let count = |year: &u8| counts.iter().find(|(known, _)| known == year).map_or(0, |(_, count)| *count);
            let counts: Vec<String> = years.iter().map(|year| count(year).to_string()).collect();
            [vec![name], counts].concat()
        };
        self.page.table(head, rows.into_iter().map(row));
    }

    fn overviews(&mut self) {
        let (model, catalog) = (self.report.model, self.page.catalog);
        for (overview, rows) in model.overviews.iter().zip(&self.report.outcome.overviews) {
            self.page.line(0, &Text::new("region-overview").with("title", &overview.title));
            let own = overview.per.is_some().then(|| overview.per_label.clone());
            let head = own.into_iter().chain(overview.columns.iter().map(|column| column.label.clone()));
            let row = |row: &Row| {
                let own = overview.per.is_some().then(|| catalog.arg(&row_head(row)));
                let cells = row.cells.iter().map(|cell| catalog.arg(&cell_text(model, cell)));
                own.into_iter().chain(cells).collect()
            };
            self.page.table(head.collect(), rows.iter().map(row));
        }
    }

    fn rules(&mut self) {
        let rules = self.report.rules();
        if rules.is_empty() {
            return;
        }
        self.page.line(0, &Text::new("region-rules"));
        for line in &rules {
            let text = Text::new("region-rule")
                .with("state", state_text(line.state))
                .with("id", &line.rule.id)
                .with("title", &line.rule.title);
            let text = match &line.group {
                Some(group) => Text::new("region-rule-group").with("rule", text).with("group", group.clone()),
                None => text,
            };
            self.page.line(1, &text);
            if let Some(detail) = &line.detail {
                self.page.line(3, detail);
            }
            if let Some(help) = &line.help {
                self.page.line(3, &Text::new("region-help").with("help", help.clone()));
            }
            if !line.counted.is_empty() {
                self.page.line(3, &Text::new("region-counted").with("places", places(&line.counted)));
            }
            let sources = self.report.model.source_ids(&line.rule.reasons.sources);
            if !sources.is_empty() {
                self.page.line(3, &Text::new("region-source").with("sources", Arg::words(sources, Join::Comma)));
            }
        }
        self.page.gap();
    }

    fn indicators(&mut self) {
        let model = self.report.model;
        if model.indicators.is_empty() {
            return;
        }
        self.page.line(0, &Text::new("region-indicators"));
        for (index, (indicator, measured)) in model.indicators.iter().zip(&self.report.outcome.indicators).enumerate() {
            let text = Text::new("region-indicator")
                .with("title", &indicator.title)
                .with("value", value_text(self.report, index, measured));
            let goal = super::show::goal(indicator);
            let text = match (goal, measured.reached) {
                (Some(goal), Some(true)) => Text::new("region-goal-reached").with("indicator", text).with("goal", goal),
                (Some(goal), Some(false)) => Text::new("region-goal-missed").with("indicator", text).with("goal", goal),
                (Some(goal), None) => Text::new("region-goal-open").with("indicator", text).with("goal", goal),
                (None, _) => text,
            };
            self.page.line(1, &text);
        }
        self.page.gap();
    }

    fn open(&mut self) {
        let open = self.report.missing();
        self.page.line(0, &Text::new(if open.is_empty() { "region-open-none" } else { "region-open" }));
        for one in &open {
            let text = match &one.practice {
                Some(name) => Text::new("region-open-of").with("name", name).with("what", one.what.clone()),
                None => one.what.clone(),
            };
            let text = match one.due {
                Some(date) => Text::new("region-open-due").with("open", text).with("date", date),
                None => text,
            };
            self.page.line(1, &text);
        }
    }

    fn skipped(&mut self) {
        if self.report.skipped.is_empty() {
            return;
        }
        self.page.gap();
        self.page.line(0, &Text::new("region-skipped").with("count", self.report.skipped.len()));
        for (path, reason) in &self.report.skipped {
            self.page.line(1, &Text::new("region-skipped-one").with("path", path).with("reason", reason.clone()));
        }
    }
}

fn places(places: &[Place]) -> Arg {
    Arg::words(places.iter().map(|place| format!("{}:{}", place.path, place.line)), Join::Comma)
}
