//! How many practices meet each rule, as charts and rows: of the rules about choices, which are the growth model, a chart a year.

use serde::Serialize;

use crate::diagnostic::Text;
use crate::session::{Part, PartState};

use super::super::Catalog;
use super::super::docs::asks_in;
use super::super::foreign::escape;
use super::super::object::object;
use super::super::region::RegionReport;
use super::chart::{Counted, bars};

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

/// The states that are there: of the growth model, or of all rules.
fn states(report: &RegionReport<'_>, all: bool) -> Vec<PartState> {
    let parts = || report.parts.iter().filter(|part| all || is_growth(part));
    let there = |state: &PartState| parts().any(|part| part.count(*state) > 0);
    SHOWN.into_iter().filter(there).collect()
}

/// The same, each with its word.
pub fn legend(report: &RegionReport<'_>, catalog: &Catalog, all: bool) -> Vec<impl Serialize + use<>> {
    let one = |state: PartState| object! { kind: state.word(), word: catalog.word(state.text_id()) };
    states(report, all).into_iter().map(one).collect()
}

/// A chart for each programme year.
pub fn growth(report: &RegionReport<'_>, catalog: &Catalog) -> Vec<impl Serialize + use<>> {
    let own = || report.parts.iter().filter(|part| part.asked() > 0 && is_growth(part));
    let mut years: Vec<u8> = own().filter_map(|part| part.year).collect();
    years.sort_unstable();
    years.dedup();
    let most = own().map(Part::asked).max().unwrap_or(1);
    let chart = |year: u8| {
        let counted: Vec<Counted> = own().filter(|part| part.year == Some(year)).map(bar).collect();
        let title = catalog.say(&Text::new("show-year").with("year", year));
        object! { title: title, chart: bars(counted, most) }
    };
    years.into_iter().map(chart).collect()
}

/// A row for each rule and year of which something was asked.
pub fn rules(report: &RegionReport<'_>) -> Vec<impl Serialize + use<>> {
    let states = states(report, true);
    let row = |part: &Part| {
        let rule = part.model.contents.rules.get(part.rule);
        object! {
            rule: rule.id.clone(),
            title: title(part),
            year: part.year.map_or_else(String::new, |year| year.to_string()),
            counts: states.iter().map(|state| part.count(*state)).collect::<Vec<_>>(),
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
