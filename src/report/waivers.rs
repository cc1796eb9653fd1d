//! The exceptions of a region: a table for people, JSON and CSV for programs.

use jiff::civil::Date;

use crate::diagnostic::{Text, worded};
use crate::plan::mask_citizen_numbers;
use crate::settings::{CHECKS, DECISION_CHECKS, Waiver};

use super::foreign::for_programs;
use super::object::{object, written};
use super::page::Page;
use super::spreadsheet::{heads, row};
use super::{Catalog, Screen, dates};

worded! {
    /// Whether an exception still holds.
    pub enum GrantedState {
        /// It is agreed on a later day.
        NotYet = "not-yet", "waivers-not-yet";
        Holds = "holds", "waivers-holds";
        EndsSoon = "ends-soon", "waivers-ends-soon";
        Over = "over", "waivers-over";
    }
}

/// An exception with its place.
#[derive(Clone, Debug)]
pub struct Granted<'a> {
    pub path: String,
    pub line: usize,
    pub state: GrantedState,
    pub waiver: &'a Waiver,
}

fn rule(waiver: &Waiver) -> String {
    match &waiver.region {
        Some(region) => format!("{region}::{}", waiver.rule),
        None => waiver.rule.clone(),
    }
}

const COLUMNS: [&str; 8] = [
    "waivers-column-practice",
    "waivers-column-file",
    "waivers-column-rule",
    "waivers-column-reason",
    "waivers-column-by",
    "waivers-column-agreed",
    "waivers-column-until",
    "waivers-column-state",
];

/// The page of `mtvp explain` about a check of waivers or of decisions; none for another name.
#[must_use]
pub fn page(name: &str, screen: Screen, catalog: &Catalog) -> Option<String> {
    let [unreadable, incomplete, over, unused] = CHECKS;
    let [undecidable, undecided, idle] = DECISION_CHECKS;
    let text = match name {
        _ if name == unreadable => "waivers-explain-unreadable",
        _ if name == incomplete => "waivers-explain-incomplete",
        _ if name == over => "waivers-explain-over",
        _ if name == unused => "waivers-explain-unused",
        _ if name == undecidable => "decisions-explain-unreadable",
        _ if name == undecided => "decisions-explain-incomplete",
        _ if name == idle => "decisions-explain-unused",
        _ => return None,
    };
    let (title, how) = if CHECKS.contains(&name) {
        ("waivers-explain-title", "waivers-explain-how")
    } else {
        ("decisions-explain-title", "decisions-explain-how")
    };
    let mut page = Page::new(catalog);
    page.line(0, &Text::new(title).with("id", name));
    page.line(1, &Text::new(text));
    page.line(1, &Text::new(how));
    Some(page.on(screen))
}

/// A table, in order of end date.
#[must_use]
pub fn human(rows: &[Granted<'_>], screen: Screen, catalog: &Catalog) -> String {
    if rows.is_empty() {
        return format!("{}\n", catalog.word("waivers-empty"));
    }
    let mut page = Page::new(catalog);
    let cells = |row: &Granted<'_>| cells(row, |date| dates::long(catalog, date), catalog);
    page.table(page.heads(&COLUMNS), rows.iter().map(cells));
    page.on(screen)
}

/// What stands in the columns.
fn cells(row: &Granted<'_>, day: impl Fn(Date) -> String, catalog: &Catalog) -> Vec<String> {
    let waiver = row.waiver;
    vec![
        waiver.practice.clone(),
        waiver.file.as_deref().map(mask_citizen_numbers).unwrap_or_default().into_owned(),
        rule(waiver),
        waiver.reason.clone(),
        waiver.agreement.by.clone(),
        day(waiver.agreement.on),
        day(waiver.until),
        catalog.word(row.state.text_id()),
    ]
}

/// An object with a list.
#[must_use]
pub fn json(rows: &[Granted<'_>]) -> String {
    let waivers = rows.iter().map(|row| {
        object! {
            agreed_by: &row.waiver.agreement.by,
            agreed_on: row.waiver.agreement.on.to_string(),
            file: row.waiver.file.as_deref().map(for_programs),
            line: row.line,
            path: for_programs(&row.path),
            practice: &row.waiver.practice,
            reason: &row.waiver.reason,
            rule: rule(row.waiver),
            state: row.state.word(),
            until: row.waiver.until.to_string(),
        }
    });
    written(&object! { version: 1, waivers: waivers.collect::<Vec<_>>() })
}

/// A row an exception, for a spreadsheet.
#[must_use]
pub fn csv(rows: &[Granted<'_>], catalog: &Catalog) -> String {
    let mut out = heads(&COLUMNS, catalog);
    out.extend(rows.iter().map(|one| row(&cells(one, |date| date.to_string(), catalog))));
    out
}
