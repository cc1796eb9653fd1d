//! What stands on the page about one region: texts, numbers and charts, in the order of the page.

use serde::Serialize;

use crate::diagnostic::Text;
use crate::session::{Practice, Skipped, Status};

use super::super::foreign::escape;
use super::super::region::{RegionReport, cell_text, row_head, state_text};
use super::super::region_texts::{indicator_text, open_text};
use super::super::{Catalog, dates};
use super::chart::{Bars, Dated, Timeline};
use super::parts::{Growth, Legend, RuleRow, growth, legend, rules};

#[derive(Debug, Serialize)]
pub struct RegionData {
    pub id: String,
    pub name: String,
    pub head: String,
    pub basis: String,
    pub total: usize,
    pub with_plan: usize,
    pub statuses: Vec<StatusCount>,
    pub status_chart: Bars,
    pub indicators: Vec<String>,
    pub choices: Vec<YearChart>,
    pub choice_rows: Vec<ChoiceRow>,
    pub legend: Vec<Legend>,
    pub growth: Vec<Growth>,
    pub all_states: Vec<Legend>,
    pub rows: Vec<RuleRow>,
    pub region_rules: Vec<RegionRule>,
    pub overviews: Vec<Table>,
    pub timeline: Option<Timeline>,
    pub days: Vec<DayRow>,
    pub open: Vec<String>,
    pub doubts: Vec<String>,
    pub skipped: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct StatusCount {
    pub key: &'static str,
    pub word: String,
    pub count: usize,
}

#[derive(Debug, Serialize)]
pub struct YearChart {
    pub year: u8,
    pub title: String,
    pub chart: Bars,
}

#[derive(Debug, Serialize)]
pub struct ChoiceRow {
    pub name: String,
    pub counts: Vec<usize>,
}

#[derive(Debug, Serialize)]
pub struct RegionRule {
    pub rule: String,
    pub title: String,
    pub state: String,
    pub detail: String,
    pub help: String,
}

#[derive(Debug, Serialize)]
pub struct Table {
    pub title: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

#[derive(Debug, Serialize)]
pub struct DayRow {
    pub number: usize,
    pub iso: String,
    pub date: String,
    pub late: bool,
    pub what: String,
    pub who: String,
}

/// A practice in the table, and at the top of its own part.
#[derive(Debug, Serialize)]
pub struct Shown {
    pub id: String,
    pub name: String,
    pub agb: String,
    pub contact: String,
    pub year: String,
    pub key: &'static str,
    pub status: String,
    pub todo: usize,
    pub reviews: usize,
    pub pending: usize,
    pub iso: String,
    pub date: String,
    pub what: String,
    pub late: bool,
    pub choices: Vec<Chosen>,
}

/// What a practice chose in a year.
#[derive(Debug, Serialize)]
pub struct Chosen {
    pub title: String,
    pub names: String,
}

impl RegionData {
    /// `number` tells regions on one page apart.
    #[must_use]
    pub fn of(report: &RegionReport<'_>, number: usize, catalog: &Catalog) -> Self {
        let of = Of { report, catalog };
        let statuses = of.statuses();
        let bars = statuses.iter().map(|one| (one.word.clone(), vec![("balk", one.count)])).collect();
        let (choices, choice_rows) = of.choices();
        let id = format!("r{number}");
        Self {
            name: escape(&report.model.name),
            head: of.head(),
            basis: of.basis(),
            total: report.practices.len(),
            with_plan: report.practices.iter().filter(|one| one.source.is_some()).count(),
            status_chart: Bars::of(bars, report.practices.len()),
            statuses,
            indicators: of.indicators(),
            choices,
            choice_rows,
            legend: legend(report, catalog, false),
            growth: growth(report, catalog),
            all_states: legend(report, catalog, true),
            rows: rules(report, catalog),
            region_rules: of.region_rules(),
            overviews: of.overviews(),
            timeline: of.timeline(),
            days: of.days(),
            open: report.missing_by_thing().iter().map(|(one, names)| catalog.say(&open_text(one, names))).collect(),
            doubts: report.doubts.iter().map(|one| catalog.say(&one.said())).collect(),
            skipped: of.skipped(),
            id,
        }
    }
}

impl Shown {
    /// A practice by its number in a region.
    #[must_use]
    pub fn of(practice: &Practice, (region, at): (&str, usize), report: &RegionReport<'_>, catalog: &Catalog) -> Self {
        Of { report, catalog }.practice(practice, format!("{region}-p{at}"))
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

    fn statuses(&self) -> Vec<StatusCount> {
        let count = |status: Status| self.report.practices.iter().filter(|one| one.standing.status == status).count();
        let all = Status::ALL.into_iter().map(|status| StatusCount {
            key: status.word(),
            word: self.catalog.word(status.text_id()),
            count: count(status),
        });
        all.filter(|one| one.count > 0 || one.key != Status::NotAsked.word()).collect()
    }

    fn indicators(&self) -> Vec<String> {
        let all = self.report.model.indicators.iter().zip(&self.report.outcome.indicators).enumerate();
        all.map(|(at, (one, measured))| self.catalog.say(&indicator_text(self.report, at, one, measured))).collect()
    }

    /// A chart a year, of as many bars as there are interventions chosen in it; and all of it as rows.
    fn choices(&self) -> (Vec<YearChart>, Vec<ChoiceRow>) {
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
            let bars = own.map(|(name, counts)| (escape(name), vec![("balk", count(counts, year))])).collect();
            YearChart { year, title: self.year(year), chart: Bars::of(bars, most) }
        };
        let row = |(name, counts): &(String, Vec<(u8, usize)>)| ChoiceRow {
            name: escape(name),
            counts: years.iter().map(|year| count(counts, *year)).collect(),
        };
        let rows = found.iter().map(row).collect();
        (years.iter().map(|year| chart(*year)).collect(), rows)
    }

    fn region_rules(&self) -> Vec<RegionRule> {
        let catalog = self.catalog;
        let said = |text: Option<&Text>| text.map_or_else(String::new, |text| catalog.say(text));
        let rules = self.report.rules();
        let one = rules.iter().map(|line| {
            let title = Text::new("finding-title").with("title", &line.rule.title);
            let title = match &line.group {
                Some(group) => Text::new("region-rule-group").with("rule", title).with("group", group.clone()),
                None => title,
            };
            RegionRule {
                rule: line.rule.id.clone(),
                title: catalog.say(&title),
                state: catalog.say(&state_text(line.state)),
                detail: said(line.detail.as_ref()),
                help: said(line.help.as_ref()),
            }
        });
        one.collect()
    }

    fn overviews(&self) -> Vec<Table> {
        let (model, catalog) = (self.report.model, self.catalog);
        let all = model.overviews.iter().zip(&self.report.outcome.overviews);
        let table = all.map(|(overview, rows)| {
            let own = overview.per.is_some().then(|| escape(&overview.per_label));
            let head = own.into_iter().chain(overview.columns.iter().map(|column| escape(&column.label)));
            let cells = rows.iter().map(|row| {
                let own = overview.per.is_some().then(|| catalog.arg(&row_head(row)));
                own.into_iter().chain(row.cells.iter().map(|cell| catalog.arg(&cell_text(model, cell)))).collect()
            });
            Table { title: escape(&overview.title), head: head.collect(), rows: cells.collect() }
        });
        table.collect()
    }

    fn timeline(&self) -> Option<Timeline> {
        let report = self.report;
        let days = report.deadlines();
        let dated: Vec<Dated> = days
            .iter()
            .map(|day| (day.deadline.date, day.practices.len().max(1), report.is_late(day.deadline)))
            .collect();
        Timeline::of(&dated, report.reference)
    }

    fn days(&self) -> Vec<DayRow> {
        let catalog = self.catalog;
        let all = self.report.deadlines();
        let row = all.iter().zip(1..).map(|(day, number)| DayRow {
            number,
            iso: day.deadline.date.to_string(),
            date: dates::long(catalog, day.deadline.date),
            late: self.report.is_late(day.deadline),
            what: catalog.say(&day.deadline.what),
            who: catalog.say(&day.who(self.report)),
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

    fn practice(&self, practice: &Practice, id: String) -> Shown {
        let catalog = self.catalog;
        let standing = &practice.standing;
        let next = standing.next(self.report.reference);
        let year = practice.year.filter(|_| practice.source.is_some());
        Shown {
            id,
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
            late: next.is_some_and(|day| self.report.is_late(day)),
            choices: self.chosen(practice),
        }
    }

    fn chosen(&self, practice: &Practice) -> Vec<Chosen> {
        let mut found: Vec<(u8, Vec<String>)> = Vec::new();
        for (year, name, kind) in &practice.choices {
            let name = escape(&kind.as_ref().map_or_else(|| name.clone(), |kind| format!("{name} ({kind})")));
            match found.iter_mut().find(|(known, _)| known == year) {
                Some((_, names)) => names.push(name),
                None => found.push((*year, vec![name])),
            }
        }
        found.into_iter().map(|(year, names)| Chosen { title: self.year(year), names: names.join(", ") }).collect()
    }
}
