//! What several forms say of a region in the same words.

use crate::check::Measured;
use crate::diagnostic::Text;
use crate::model::Indicator;
use crate::session::Open;

use super::region::{RegionReport, some_names, value_text};

/// An indicator with its value, and what the region aims at.
#[must_use]
pub fn indicator_text(report: &RegionReport<'_>, index: usize, indicator: &Indicator, measured: &Measured) -> Text {
    let text = Text::new("region-indicator")
        .with("title", &indicator.title)
        .with("value", value_text(report, index, measured));
    match (super::show::goal(indicator), measured.reached) {
        (Some(goal), Some(true)) => Text::new("region-goal-reached").with("indicator", text).with("goal", goal),
        (Some(goal), Some(false)) => Text::new("region-goal-missed").with("indicator", text).with("goal", goal),
        (Some(goal), None) => Text::new("region-goal-open").with("indicator", text).with("goal", goal),
        (None, _) => text,
    }
}

/// What is still missing, with the practices where it is.
#[must_use]
pub fn open_text(one: &Open, names: &[&str]) -> Text {
    let what = || Text::clone(&one.what);
    let text = match names {
        [] => what(),
        names => Text::new("region-open-of").with("names", some_names(names)).with("what", what()),
    };
    match one.due {
        Some(date) => Text::new("region-open-due").with("open", text).with("date", date),
        None => text,
    }
}
