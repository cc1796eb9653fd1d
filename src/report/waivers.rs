//! The exceptions of a region: a table for people, JSON and CSV for programs.

use std::borrow::Cow;

use serde::Serialize;

use crate::diagnostic::Text;
use crate::settings::{CHECKS, Waiver};
use crate::source::for_programs;

use super::catalog::escape;
use super::spreadsheet::{heads, row};
use super::table::{finish, table};
use super::{Catalog, Screen, dates};

/// Whether an exception still holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GrantedState {
    /// It is agreed on a later day.
    NotYet,
    Holds,
    EndsSoon,
    Over,
}

/// An exception with its place.
#[derive(Clone, Debug)]
pub struct Granted<'a> {
    pub path: String,
    pub line: usize,
    pub state: GrantedState,
    pub waiver: &'a Waiver,
}

impl GrantedState {
    fn word(self) -> &'static str {
        match self {
            Self::NotYet => "not-yet",
            Self::Holds => "holds",
            Self::EndsSoon => "ends-soon",
            Self::Over => "over",
        }
    }

    fn text_id(self) -> &'static str {
        match self {
            Self::NotYet => "waivers-not-yet",
            Self::Holds => "waivers-holds",
            Self::EndsSoon => "waivers-ends-soon",
            Self::Over => "waivers-over",
        }
    }
}

fn rule(waiver: &Waiver) -> String {
    match &waiver.region {
        Some(region) => format!("{region}::{}", waiver.rule),
        None => waiver.rule.clone(),
    }
}

const COLUMNS: [&str; 7] = [
    "waivers-column-practice",
    "waivers-column-rule",
    "waivers-column-reason",
    "waivers-column-by",
    "waivers-column-agreed",
    "waivers-column-until",
    "waivers-column-state",
];

/// The page of `mtvp explain` about a check of waivers; none for another name.
#[must_use]
pub fn page(name: &str, screen: Screen, catalog: &Catalog) -> Option<String> {
    let [unreadable, incomplete, over, unused] = CHECKS;
    let text = match name {
        _ if name == unreadable => "waivers-explain-unreadable",
        _ if name == incomplete => "waivers-explain-incomplete",
        _ if name == over => "waivers-explain-over",
        _ if name == unused => "waivers-explain-unused",
        _ => return None,
    };
    let mut out = screen.paragraph("", &catalog.say(&Text::new("waivers-explain-title").with("id", name)));
    for text in [text, "waivers-explain-how"] {
        out.push_str(&screen.paragraph("  ", &catalog.word(text)));
    }
    Some(out)
}

/// A table, in order of end date.
#[must_use]
pub fn human(rows: &[Granted<'_>], screen: Screen, catalog: &Catalog) -> String {
    if rows.is_empty() {
        return format!("{}\n", catalog.word("waivers-empty"));
    }
    let mut table = table(screen, &COLUMNS.map(|id| catalog.word(id)));
    for row in rows {
        let waiver = row.waiver;
        table.add_row(vec![
            escape(&waiver.practice),
            escape(&rule(waiver)),
            escape(&waiver.reason),
            escape(&waiver.agreement.by),
            dates::long(catalog, waiver.agreement.on),
            dates::long(catalog, waiver.until),
            catalog.word(row.state.text_id()),
        ]);
    }
    finish(&table)
}

#[derive(Serialize)]
struct JsonWaiver<'a> {
    practice: &'a str,
    rule: String,
    reason: &'a str,
    agreed_by: &'a str,
    agreed_on: String,
    until: String,
    state: &'static str,
    path: Cow<'a, str>,
    line: usize,
}

/// An object with a list.
#[must_use]
pub fn json(rows: &[Granted<'_>]) -> String {
    let waivers: Vec<JsonWaiver<'_>> = rows
        .iter()
        .map(|row| JsonWaiver {
            practice: &row.waiver.practice,
            rule: rule(row.waiver),
            reason: &row.waiver.reason,
            agreed_by: &row.waiver.agreement.by,
            agreed_on: row.waiver.agreement.on.to_string(),
            until: row.waiver.until.to_string(),
            state: row.state.word(),
            path: for_programs(&row.path),
            line: row.line,
        })
        .collect();
    let root = serde_json::json!({ "version": 1, "waivers": waivers });
    format!("{}\n", serde_json::to_string_pretty(&root).unwrap_or_default())
}

/// A row an exception, for a spreadsheet.
#[must_use]
pub fn csv(rows: &[Granted<'_>], catalog: &Catalog) -> String {
    let mut out = heads(&COLUMNS, catalog);
    for granted in rows {
        let waiver = granted.waiver;
        out.push_str(&row(&[
            waiver.practice.clone(),
            rule(waiver),
            waiver.reason.clone(),
            waiver.agreement.by.clone(),
            waiver.agreement.on.to_string(),
            waiver.until.to_string(),
            catalog.word(granted.state.text_id()),
        ]));
    }
    out
}
