//! What stands on the page about one region: texts, numbers and charts, in the order of the page.

use serde::Serialize;

use crate::diagnostic::Text;
use crate::session::{Practice, Skipped, Status};

use super::super::foreign::escape;
use super::super::object::object;
use super::super::region::{RegionReport, cell_text, row_head, state_text};
use super::super::region_texts::{indicator_text, open_text};
use super::super::{Catalog, dates};
use super::chart::{Dated, bars, timeline};
use super::parts::{growth, legend, rules};

/// A region; `number` tells regions on one page apart.
pub fn region(report: &RegionReport<'_>, number: usize, catalog: &Catalog) -> impl Serialize {
    let of = Of { report, catalog };
    let statuses = of.statuses();
    let counted = statuses.iter().map(|(status, count)| (catalog.word(status.text_id()), vec![("balk", *count)]));
    let status_chart = bars(counted.collect(), report.practices.len());
    let statuses = statuses.into_iter().map(|(status, count)| {
        object! { key: status.word(), word: catalog.word(status.text_id()), count: count }
    });
    let (choices, choice_rows) = of.choices();
    object! {
        id: format!("r{number}"),
        name: escape(&report.model.name),
        head: of.head(),
        basis: of.basis(),
        total: report.practices.len(),
        with_plan: report.practices.iter().filter(|one| one.source.is_some()).count(),
        status_chart: status_chart,
        statuses: statuses.collect::<Vec<_>>(),
        indicators: of.indicators(),
        choices: choices,
        choice_rows: choice_rows,
        legend: legend(report, catalog, false),
        growth: growth(report, catalog),
        all_states: legend(report, catalog, true),
        rows: rules(report),
        region_rules: of.region_rules(),
        overviews: of.overviews(),
        timeline: of.timeline(),
        days: of.days(),
        open: report
            .missing_by_thing()
            .iter()
            .map(|(one, names)| catalog.say(&open_text(one, names)))
            .collect::<Vec<_>>(),
        doubts: report.doubts.iter().map(|one| catalog.say(&one.said())).collect::<Vec<_>>(),
        skipped: of.skipped(),
    }
}

struct Of<'a> {
    report: &'a RegionReport<'a>,
    catalog: &'a Catalog,
}

impl Of<'_> {
    fn head(&self) -> String {
        let report = self.report;
        let head = Text::new("region-head").with("name", &report.model.name).with("id", &report.model.id);
        let head = head.with("version", &report.model.version).with("year", report.calendar_year.to_string());
        self.catalog.say(&head)
    }

    fn basis(&self) -> String {
        let basis = match &self.report.figures {
            Some(path) => Text::new("region-basis").with("path", path),
            None => Text::new("region-basis-none"),
        };
        self.catalog.say(&basis.with("count", self.report.practices.iter().filter(|one| one.source.is_some()).count()))
    }

    fn year(&self, year: u8) -> String {
        self.catalog.say(&Text::new("show-year").with("year", year))
    }

    fn statuses(&self) -> Vec<(Status, usize)> {
        let count = |status: Status| self.report.practices.iter().filter(|one| one.standing.status == status).count();
        let all = Status::ALL.into_iter().map(|status| (status, count(status)));
        all.filter(|(status, count)| *count > 0 || *status != Status::NotAsked).collect()
    }

    fn indicators(&self) -> Vec<String> {
        let all = self.report.model.indicators.iter().zip(&self.report.outcome.indicators).enumerate();
        all.map(|(at, (one, measured))| self.catalog.say(&indicator_text(self.report, at, one, measured))).collect()
    }

    /// A chart a year, of as many bars as there are interventions chosen in it; and all of it as rows.
    fn choices(&self) -> (Vec<impl Serialize + use<>>, Vec<impl Serialize + use<>>) {
        let found = self.report.interventions();
        let mut years: Vec<u8> = found.iter().flat_map(|(_, years)| years.iter().map(|(year, _)| *year)).collect();
        years.sort_unstable();
        years.dedup();
        let count = |counts: &[(u8, usize)], year: u8| {
            counts.iter().find(|(known, _)| *known == year).map_or(0, |(_, count)| *count)
        };
        let most = found.iter().flat_map(|(_, years)| years.iter().map(|(_, count)| *count)).max().unwrap_or(1);
        let chart = |year: u8| {
            let own = found.iter().filter(|(_, counts)| count(counts, year) > 0);
            let counted = own.map(|(name, counts)| (escape(name), vec![("balk", count(counts, year))])).collect();
            object! { year: year, title: self.year(year), chart: bars(counted, most) }
        };
        let row = |(name, counts): &(String, Vec<(u8, usize)>)| {
            let counts: Vec<usize> = years.iter().map(|year| count(counts, *year)).collect();
            object! { name: escape(name), counts: counts }
        };
        let rows = found.iter().map(row).collect();
        (years.iter().map(|year| chart(*year)).collect(), rows)
    }

    fn region_rules(&self) -> Vec<impl Serialize + use<>> {
        let catalog = self.catalog;
        let said = |text: Option<&Text>| text.map_or_else(String::new, |text| catalog.say(text));
        let rules = self.report.rules();
        let one = rules.iter().map(|line| {
            let title = Text::new("finding-title").with("title", &line.rule.title);
            let title = match &line.group {
                Some(group) => Text::new("region-rule-group").with("rule", title).with("group", group.clone()),
                None => title,
            };
            object! {
                rule: line.rule.id.clone(),
                title: catalog.say(&title),
                state: catalog.say(&state_text(line.state)),
                detail: said(line.detail.as_ref()),
                help: said(line.help.as_ref()),
            }
        });
        one.collect()
    }

    fn overviews(&self) -> Vec<impl Serialize + use<>> {
        let (model, catalog) = (self.report.model, self.catalog);
        let all = model.overviews.iter().zip(&self.report.outcome.overviews);
        let table = all.map(|(overview, rows)| {
            let own = overview.per.is_some().then(|| escape(&overview.per_label));
            let head = own.into_iter().chain(overview.columns.iter().map(|column| escape(&column.label)));
            let cells = rows.iter().map(|row| {
                let own = overview.per.is_some().then(|| catalog.arg(&row_head(row)));
                let cells = row.cells.iter().map(|cell| catalog.arg(&cell_text(model, cell)));
                own.into_iter().chain(cells).collect::<Vec<_>>()
            });
            object! {
                title: escape(&overview.title),
                head: head.collect::<Vec<_>>(),
                rows: cells.collect::<Vec<_>>(),
            }
        });
        table.collect()
    }

    fn timeline(&self) -> Option<impl Serialize + use<>> {
        let report = self.report;
        let days = report.deadlines();
        let dated: Vec<Dated> = days
            .iter()
            .map(|day| (day.deadline.date, day.practices.len().max(1), report.is_late(day.deadline)))
            .collect();
        timeline(&dated, report.reference)
    }

    fn days(&self) -> Vec<impl Serialize + use<>> {
        let catalog = self.catalog;
        let all = self.report.deadlines();
        let row = all.iter().zip(1_usize..).map(|(day, number)| {
            object! {
                number: number,
                iso: day.deadline.date.to_string(),
                date: dates::long(catalog, day.deadline.date),
                late: self.report.is_late(day.deadline),
                what: catalog.say(&day.deadline.what),
                who: catalog.say(&day.who(self.report)),
            }
        });
        row.collect()
    }

    fn skipped(&self) -> Vec<String> {
        let one = |one: &Skipped| {
            let text = Text::new("region-skipped-one").with("path", &one.path).with("reason", one.why.clone());
            self.catalog.say(&text)
        };
        self.report.skipped.iter().map(one).collect()
    }

    /// What a practice chose, year by year.
    fn chosen(&self, practice: &Practice) -> Vec<impl Serialize + use<>> {
        let mut found: Vec<(u8, Vec<String>)> = Vec::new();
        for (year, name, kind) in &practice.choices {
            let name = escape(&kind.as_ref().map_or_else(|| name.clone(), |kind| format!("{name} ({kind})")));
            match found.iter_mut().find(|(known, _)| known == year) {
                Some((_, names)) => names.push(name),
                None => found.push((*year, vec![name])),
            }
        }
        let one = |(year, names): (u8, Vec<String>)| object! { title: self.year(year), names: names.join(", ") };
        found.into_iter().map(one).collect()
    }
}

/// A practice in the table, and at the top of its own part.
pub fn practice(practice: &Practice, id: String, report: &RegionReport<'_>, catalog: &Catalog) -> impl Serialize {
    let standing = &practice.standing;
    let next = standing.next(report.reference);
    let year = practice.year.filter(|_| practice.source.is_some());
    object! {
        id: id,
        name: escape(&practice.name),
        agb: escape(practice.agb.as_deref().unwrap_or_default()),
        contact: escape(practice.contact.as_deref().unwrap_or_default()),
        year: year.map_or_else(String::new, |year| year.to_string()),
        key: standing.status.word(),
        status: catalog.word(standing.status.text_id()),
        todo: standing.todo,
        reviews: standing.reviews,
        pending: standing.pending,
        iso: next.map_or_else(String::new, |day| day.date.to_string()),
        date: next.map_or_else(String::new, |day| dates::long(catalog, day.date)),
        what: next.map_or_else(String::new, |day| catalog.say(&day.what)),
        late: next.is_some_and(|day| report.is_late(day)),
        choices: Of { report, catalog }.chosen(practice),
    }
}
