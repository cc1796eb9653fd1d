//! A region for people: tables, verdicts, and what is still missing.

use comfy_table::Table;

use crate::diagnostic::{Arg, Join, Text};

use super::Catalog;
use super::catalog::escape;
use super::dates;
use super::region::{Place, RegionReport, cell_text, row_head, state_text, value_text};
use super::screen::Screen;
use super::table::{finish, table};

/// Everything about a region, in the order in which a region looks at it.
#[must_use]
pub fn region_human(report: &RegionReport<'_>, screen: Screen, catalog: &Catalog) -> String {
    let mut page = Page { report, screen, catalog, out: String::new() };
    page.head();
    page.practices();
    page.interventions();
    page.overviews();
    page.rules();
    page.indicators();
    page.open();
    page.skipped();
    page.out
}

struct Page<'a> {
    report: &'a RegionReport<'a>,
    screen: Screen,
    catalog: &'a Catalog,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, indent: &str, text: &Text) {
        self.out.push_str(&self.screen.paragraph(indent, &self.catalog.say(text)));
    }

    fn title(&mut self, text: &Text) {
        self.line("", text);
    }

    fn table(&mut self, table: &Table) {
        self.out.push_str(&finish(table));
    }

    fn words(&self, ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| self.catalog.word(id)).collect()
    }

    fn head(&mut self) {
        let report = self.report;
        let head = Text::new("region-head")
            .with("name", &report.model.name)
            .with("id", &report.model.id)
            .with("version", &report.model.version)
            .with("year", report.calendar_year.to_string());
        self.line("", &head);
        let basis = match &report.figures {
            Some(path) => Text::new("region-basis").with("path", path),
            None => Text::new("region-basis-none"),
        };
        self.line("", &basis.with("count", report.practices.iter().filter(|p| p.source.is_some()).count()));
        self.line("", &Text::new("region-reference").with("date", report.reference));
        self.out.push('\n');
    }

    fn practices(&mut self) {
        if self.report.practices.is_empty() {
            return;
        }
        self.title(&Text::new("region-practices"));
        let head =
            self.words(&["region-practice", "region-start", "region-plan-year", "region-handed-in", "region-choices"]);
        let mut table = table(self.screen, &head);
        for practice in &self.report.practices {
            let start = practice.start.map_or_else(String::new, |quarter| {
                self.catalog.say(
                    &Text::new("say-quarter")
                        .with("number", quarter.number.unsigned_abs())
                        .with("year", quarter.year.to_string()),
                )
            });
            let own: Vec<String> = practice
                .choices
                .iter()
                .filter(|(year, _, _)| Some(*year) == practice.year)
                .map(|(_, name, kind)| match kind {
                    Some(kind) => format!("{name} ({kind})"),
                    None => name.clone(),
                })
                .collect();
            let year = match (practice.year, &practice.source) {
                (Some(year), Some(_)) => year.to_string(),
                (_, _) => self.catalog.word("region-no-plan"),
            };
            table.add_row(vec![
                escape(&practice.name),
                start,
                year,
                practice.handed_in.map_or_else(String::new, |date| dates::long(self.catalog, date)),
                own.join(", "),
            ]);
        }
        self.table(&table);
    }

    fn interventions(&mut self) {
        let rows = self.report.interventions();
        if rows.is_empty() {
            return;
        }
        self.title(&Text::new("region-interventions"));
        let mut years: Vec<u8> = rows.iter().flat_map(|(_, years)| years.iter().map(|(year, _)| *year)).collect();
        years.sort_unstable();
        years.dedup();
        let mut head = vec![self.catalog.word("region-intervention")];
        head.extend(years.iter().map(|year| self.catalog.say(&Text::new("show-year").with("year", *year))));
        let mut table = table(self.screen, &head);
        for (name, counts) in &rows {
            let count = |year: &u8| counts.iter().find(|(known, _)| known == year).map_or(0, |(_, count)| *count);
            let mut row = vec![name.clone()];
            row.extend(years.iter().map(|year| count(year).to_string()));
            table.add_row(row);
        }
        self.table(&table);
    }

    fn overviews(&mut self) {
        let model = self.report.model;
        for (overview, rows) in model.overviews.iter().zip(&self.report.outcome.overviews) {
            self.title(&Text::new("region-overview").with("title", &overview.title));
            let mut head = Vec::new();
            if overview.per.is_some() {
                head.push(escape(&overview.per_label));
            }
            head.extend(overview.columns.iter().map(|column| escape(&column.label)));
            let mut table = table(self.screen, &head);
            for row in rows {
                let mut cells = Vec::new();
                if overview.per.is_some() {
                    cells.push(self.catalog.arg(&row_head(row)));
                }
                cells.extend(row.cells.iter().map(|cell| self.catalog.arg(&cell_text(model, cell))));
                table.add_row(cells);
            }
            self.table(&table);
        }
    }

    fn rules(&mut self) {
        let rules = self.report.rules();
        if rules.is_empty() {
            return;
        }
        self.title(&Text::new("region-rules"));
        for line in &rules {
            let text = Text::new("region-rule")
                .with("state", state_text(line.state))
                .with("id", &line.rule.id)
                .with("title", &line.rule.title);
            let text = match &line.group {
                Some(group) => Text::new("region-rule-group").with("rule", text).with("group", group.clone()),
                None => text,
            };
            self.line("  ", &text);
            if let Some(detail) = &line.detail {
                self.line("      ", detail);
            }
            if let Some(help) = &line.help {
                self.line("      ", &Text::new("region-help").with("help", help.clone()));
            }
            if !line.counted.is_empty() {
                self.line("      ", &Text::new("region-counted").with("places", places(&line.counted)));
            }
            let sources = self.report.model.source_ids(&line.rule.reasons.sources);
            if !sources.is_empty() {
                self.line("      ", &Text::new("region-source").with("sources", Arg::words(sources, Join::Comma)));
            }
        }
        self.out.push('\n');
    }

    fn indicators(&mut self) {
        let model = self.report.model;
        if model.indicators.is_empty() {
            return;
        }
        self.title(&Text::new("region-indicators"));
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
            self.line("  ", &text);
        }
        self.out.push('\n');
    }

    fn open(&mut self) {
        let open = self.report.missing();
        self.title(&Text::new(if open.is_empty() { "region-open-none" } else { "region-open" }));
        for one in &open {
            let text = match &one.practice {
                Some(name) => Text::new("region-open-of").with("name", name).with("what", one.what.clone()),
                None => one.what.clone(),
            };
            let text = match one.due {
                Some(date) => Text::new("region-open-due").with("open", text).with("date", date),
                None => text,
            };
            self.line("  ", &text);
        }
    }

    fn skipped(&mut self) {
        if self.report.skipped.is_empty() {
            return;
        }
        self.out.push('\n');
        self.title(&Text::new("region-skipped").with("count", self.report.skipped.len()));
        for (path, reason) in &self.report.skipped {
            self.line("  ", &Text::new("region-skipped-one").with("path", path).with("reason", reason.clone()));
        }
    }
}

fn places(places: &[Place]) -> Arg {
    Arg::words(places.iter().map(|place| format!("{}:{}", place.path, place.line)), Join::Comma)
}
