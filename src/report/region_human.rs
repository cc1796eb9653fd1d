//! A region for people: tables, verdicts, and what is still missing.

use std::collections::BTreeSet;

use crate::check::{Row, State};
use crate::diagnostic::{Arg, Join, Severity, Text};

use super::Catalog;
use super::dates;
use super::page::Page;
use crate::session::{Practice, Status};

use super::region::{Place, RegionReport, cell_text, row_head, state_text};
use super::region_texts::{indicator_text, open_text};
use super::screen::Screen;
use super::writer::Pieces;

/// Everything about a region, in the order in which a region looks at it.
pub fn region_human(reports: &[RegionReport<'_>], screen: Screen, catalog: &Catalog, put: Pieces<'_>) {
    for (at, report) in reports.iter().enumerate() {
        if at > 0 {
            put("\n");
        }
        region(report, screen, catalog, put);
    }
}

fn region(report: &RegionReport<'_>, screen: Screen, catalog: &Catalog, put: Pieces<'_>) {
    let mut page = Overview { report, page: Page::new(catalog), doubled: doubled(report) };
    page.head();
    page.doubts();
    page.statuses();
    page.practices();
    page.deadlines();
    page.choices();
    page.interventions();
    page.overviews();
    page.rules();
    page.indicators();
    page.open();
    page.skipped();
    page.page.put_on(screen, put);
}

struct Overview<'a, 'c> {
    report: &'a RegionReport<'a>,
    page: Page<'c>,
    /// Names of more than one practice.
    doubled: BTreeSet<&'a str>,
}

fn doubled<'a>(report: &'a RegionReport<'a>) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    report.practices.iter().map(|one| one.name.as_str()).filter(|name| !seen.insert(*name)).collect()
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
        let head = ["region-practice", "region-plan-year", "region-status", "region-todo", "region-next"];
        let rows: Vec<Vec<String>> = self.report.practices.iter().map(|one| self.practice(one)).collect();
        self.page.table(self.page.heads(&head), rows);
    }

    /// The name, with the code where another practice has the same.
    fn name(&self, practice: &Practice) -> String {
        match practice.agb.as_ref().filter(|_| self.doubled.contains(practice.name.as_str())) {
            Some(agb) => {
                let text = Text::new("region-name-code").with("name", &practice.name).with("agb", agb);
                self.page.catalog.say(&text)
            }
            None => practice.name.clone(),
        }
    }

    fn practice(&self, practice: &Practice) -> Vec<String> {
        let catalog = self.page.catalog;
        let year = practice.year.filter(|_| practice.source.is_some());
        let standing = &practice.standing;
        let next = standing.next(self.report.reference).map(|day| {
            let id = if self.report.is_late(day) { "region-next-late" } else { "region-next-day" };
            catalog.say(&Text::new(id).with("date", dates::long(catalog, day.date)).with("what", day.what.clone()))
        });
        let todo = [
            ("region-todo-mend", standing.todo),
            ("region-todo-warnings", standing.warnings),
            ("region-todo-review", standing.reviews),
            ("region-todo-pending", standing.pending),
            ("region-todo-waived", standing.waived),
            ("region-todo-agreed", standing.agreed),
            ("region-todo-refused", standing.refused),
        ];
        let todo = todo.into_iter().filter(|(_, count)| *count > 0);
        let todo = todo.map(|(id, count)| catalog.say(&Text::new(id).with("count", count)));
        vec![
            self.name(practice),
            year.map_or_else(String::new, |year| year.to_string()),
            catalog.word(standing.status.text_id()),
            todo.collect::<Vec<_>>().join(", "),
            next.or_else(|| practice.unasked.as_ref().map(|why| catalog.say(why))).unwrap_or_default(),
        ]
    }

    /// What each practice chose for the year of its plan.
    fn choices(&mut self) {
        let mut any = false;
        for practice in self.report.practices {
            let own = practice.choices.iter().filter(|(year, _, _)| Some(*year) == practice.year);
            let own = own.map(|(_, name, kind)| match kind {
                Some(kind) => format!("{name} ({kind})"),
                None => name.clone(),
            });
            let own: Vec<String> = own.collect();
            let Some(year) = practice.year.filter(|_| !own.is_empty()) else { continue };
            if !std::mem::replace(&mut any, true) {
                self.page.line(0, &Text::new("region-choices"));
            }
            let text = Text::new("region-choices-of").with("name", self.name(practice)).with("year", year);
            self.page.line(1, &text.with("choices", Arg::words(own, Join::Comma)));
        }
        if any {
            self.page.gap();
        }
    }

    /// What cannot be.
    fn doubts(&mut self) {
        if self.report.doubts.is_empty() {
            return;
        }
        self.page.line(0, &Text::new("region-doubts"));
        for doubt in self.report.doubts {
            self.page.line(1, &doubt.said());
        }
        self.page.gap();
    }

    /// How many practices stand where.
    fn statuses(&mut self) {
        let count = |status: Status| self.report.practices.iter().filter(|one| one.standing.status == status).count();
        let parts: Vec<Arg> = Status::ALL
            .into_iter()
            .map(|status| (status, count(status)))
            .filter(|(_, count)| *count > 0)
            .map(|(status, count)| {
                let text = Text::new("region-status-count").with("status", Text::new(status.text_id()));
                Arg::Text(text.with("count", count))
            })
            .collect();
        if !parts.is_empty() {
            self.page.line(0, &Text::new("region-statuses").with("parts", Arg::List(parts, Join::Semicolon)));
            self.page.gap();
        }
    }

    /// Every day that the rules give, in order.
    fn deadlines(&mut self) {
        let catalog = self.page.catalog;
        let days = self.report.deadlines();
        if days.is_empty() {
            return;
        }
        self.page.line(0, &Text::new("region-deadlines"));
        for day in days {
            let id = if self.report.is_late(day.deadline) { "region-deadline-late" } else { "region-deadline" };
            let who = day.who(self.report);
            let text = Text::new(id).with("date", dates::long(catalog, day.deadline.date));
            self.page.line(1, &text.with("what", day.deadline.what.clone()).with("who", who));
        }
        self.page.gap();
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
            let text = indicator_text(self.report, index, indicator, measured);
            self.page.line(1, &text);
        }
        self.page.gap();
    }

    fn open(&mut self) {
        let open = self.report.missing_by_thing();
        let id = match open.as_slice() {
            [] if self.has_wrong_rules() => "region-open-rules",
            [] if self.asks_nothing() => return,
            [] => "region-open-none",
            [_, ..] => "region-open",
        };
        self.page.line(0, &Text::new(id));
        for (one, names) in &open {
            self.page.line(1, &open_text(one, names));
        }
    }

    /// Whether there are rules over the region, and none of them asks anything: then it is no news that nothing is missing.
    fn asks_nothing(&self) -> bool {
        let rules = self.report.rules();
        !rules.is_empty() && rules.iter().all(|line| matches!(line.state, State::NotApplicable(_)))
    }

    /// Whether a rule over the region is not met, or cannot be checked.
    fn has_wrong_rules(&self) -> bool {
        let severities = self.report.rules().into_iter().filter_map(|line| line.state.severity());
        severities.into_iter().any(|severity| matches!(severity, Severity::Violation | Severity::Warning))
    }

    fn skipped(&mut self) {
        if self.report.skipped.is_empty() {
            return;
        }
        self.page.gap();
        self.page.line(0, &Text::new("region-skipped").with("count", self.report.skipped.len()));
        for one in self.report.skipped {
            self.page.line(1, &Text::new("region-skipped-one").with("path", &one.path).with("reason", one.why.clone()));
        }
    }
}

fn places(places: &[Place]) -> Arg {
    Arg::words(places.iter().map(|place| format!("{}:{}", place.path, place.line)), Join::Comma)
}
