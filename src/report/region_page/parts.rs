//! How many practices meet each rule, as charts and rows: of the rules about choices, which are the growth model, a chart a year.

use serde::Serialize;

use crate::diagnostic::Text;
use crate::session::{Part, PartState};

use super::super::Catalog;
use super::super::docs::asks_in;
use super::super::foreign::escape;
use super::super::region::RegionReport;
use super::chart::{Bars, Counted};

/// The order in which a bar shows them, and a table.
const SHOWN: [PartState; 7] = [
    PartState::Met,
    PartState::Waived,
    PartState::Later,
    PartState::ToReview,
    PartState::MayMend,
    PartState::Unknown,
    PartState::ToMend,
];

#[derive(Debug, Serialize)]
pub struct Legend {
    pub kind: &'static str,
    pub word: String,
}

#[derive(Debug, Serialize)]
pub struct Growth {
    pub title: String,
    pub chart: Bars,
}

#[derive(Debug, Serialize)]
pub struct RuleRow {
    pub rule: String,
    pub title: String,
    pub year: String,
    pub counts: Vec<usize>,
    pub source: String,
}

/// The states that are there: of the growth model, or of all rules.
#[must_use]
pub fn legend(report: &RegionReport<'_>, catalog: &Catalog, all: bool) -> Vec<Legend> {
    let parts = || report.parts.iter().filter(|part| all || is_growth(part));
    let there = |state: &PartState| parts().any(|part| part.count(*state) > 0);
    let one = |state: PartState| Legend { kind: state.word(), word: catalog.word(state.text_id()) };
    SHOWN.into_iter().filter(there).map(one).collect()
}

/// A chart for each programme year.
#[must_use]
pub fn growth(report: &RegionReport<'_>, catalog: &Catalog) -> Vec<Growth> {
    let own = || report.parts.iter().filter(|part| part.asked() > 0 && is_growth(part));
    let mut years: Vec<u8> = own().filter_map(|part| part.year).collect();
    years.sort_unstable();
    years.dedup();
    let most = own().map(Part::asked).max().unwrap_or(1);
    let chart = |year: u8| {
        let bars: Vec<Counted> = own().filter(|part| part.year == Some(year)).map(bar).collect();
        let title = catalog.say(&Text::new("show-year").with("year", year));
        Growth { title, chart: Bars::of(bars, most) }
    };
    years.into_iter().map(chart).collect()
}

/// A row for each rule and year of which something was asked.
#[must_use]
pub fn rules(report: &RegionReport<'_>, catalog: &Catalog) -> Vec<RuleRow> {
    let states = legend(report, catalog, true);
    let shown = |kind: &str| SHOWN.into_iter().find(|state| state.word() == kind);
    let row = |part: &Part| {
        let rule = part.model.contents.rules.get(part.rule);
        RuleRow {
            rule: rule.id.clone(),
            title: title(part),
            year: part.year.map_or_else(String::new, |year| year.to_string()),
            counts: states.iter().filter_map(|one| shown(one.kind)).map(|state| part.count(state)).collect(),
            source: escape(&part.model.contents.source_ids(&rule.reasons.sources).join(", ")),
        }
    };
    report.parts.iter().filter(|part| part.asked() > 0).map(row).collect()
}

fn bar(part: &Part) -> Counted {
    (title(part), SHOWN.into_iter().map(|state| (state.word(), part.count(state))).collect())
}

fn title(part: &Part) -> String {
    escape(&part.model.contents.rules.get(part.rule).title)
}

/// Whether it is a rule about which interventions are chosen in its year.
fn is_growth(part: &Part) -> bool {
    let rule = part.model.contents.rules.get(part.rule);
    let asks = |year: u8| asks_in(&part.model.contents, year).any(|one| std::ptr::eq(one, rule));
    part.year.is_some_and(asks)
}
