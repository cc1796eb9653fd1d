//! Where a practice stands with its plan: whether it can be handed in, and what is to be done, by whom.
//!
//! In: the report on one plan. Out: the lines below it. What each finding is, stands above.

use crate::diagnostic::{Arg, Join, Severity, Text};

use crate::session::{Finding, Report};

use super::summary::Totals;

/// The lines that say where the practice stands; `listed` says that what is due later stands above.
#[must_use]
pub fn standing(report: &Report, listed: bool) -> Vec<Text> {
    if !report.plan {
        return Vec::new();
    }
    let totals = Totals::of(std::slice::from_ref(report));
    let must = totals.violations + if report.strict { totals.warnings } else { 0 };
    let todo = todo(report, totals, must);
    let head = match (report.judged.is_some(), must, totals.warnings) {
        (false, ..) => Some(Text::new("standing-unjudged")),
        (true, 0, 0) => Some(Text::new("standing-fine")),
        (true, 0, warnings) => Some(Text::new("standing-may").with("count", warnings)),
        (true, ..) => None,
    };
    let todo = (!todo.is_empty()).then(|| Text::new("standing-todo").with("parts", Arg::List(todo, Join::Semicolon)));
    later(report, totals.pending, listed).into_iter().chain(todo).chain(head).collect()
}

/// What is to be done, each by who does it.
fn todo(report: &Report, totals: Totals, must: usize) -> Vec<Arg> {
    let region = report.model.as_ref().map_or("", |model| model.contents.name.as_str());
    let counts = [
        ("standing-violations", totals.violations),
        // Where nothing is violated, the last line names them.
        ("standing-warnings", if must > 0 || report.judged.is_none() { totals.warnings } else { 0 }),
        ("standing-reviews", totals.reviews),
    ];
    let found = counts.into_iter().filter(|(_, count)| *count > 0);
    found.map(|(id, count)| Arg::Text(Text::new(id).with("count", count).with("region", region))).collect()
}

/// How much is due later, and when the first of it is.
fn later(report: &Report, count: usize, listed: bool) -> Option<Text> {
    let open = || {
        let open = report.findings.iter().filter(|finding| finding.suppressed.is_none());
        open.filter(|finding| finding.severity == Severity::Pending)
    };
    let year_of = |finding: &Finding| if finding.due.is_none() { finding.year.or(report.year) } else { None };
    let year = open().filter_map(year_of).chain(report.first_pending).min();
    let end = year.and_then(|year| Some((year, report.end_of(year)?)));
    let due = open().filter_map(|finding| finding.due).chain(report.first_due).min();
    let text = match (due, end) {
        (Some(due), end) if end.is_none_or(|(_, end)| due <= end) => {
            Text::new(if listed { "standing-due-listed" } else { "standing-due" }).with("date", due)
        }
        (_, Some((year, end))) => Text::new(if listed { "standing-later-listed" } else { "standing-later" })
            .with("year", year)
            .with("date", end),
        (_, None) => return None,
    };
    (count > 0).then(|| text.with("count", count))
}
