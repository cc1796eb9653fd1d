//! What a new regioplan changes for plans, as a table for a spreadsheet: a row for each finding that came, went or
//! weighs otherwise, and one for each plan that could not be judged.

use super::foreign::for_programs;

use super::Catalog;
use super::impact::{ImpactReport, found, help, severity_word};
use super::spreadsheet::{heads, row};

/// The rows, with a line of heads.
#[must_use]
pub fn impact_csv(report: &ImpactReport<'_>, catalog: &Catalog) -> String {
    let columns = [
        "impact-csv-practice",
        "impact-csv-path",
        "impact-csv-line",
        "impact-csv-change",
        "impact-csv-rule",
        "impact-csv-year",
        "impact-csv-intervention",
        "impact-csv-was",
        "impact-csv-becomes",
        "impact-csv-found",
        "impact-csv-help",
    ];
    let mut out = heads(&columns, catalog);
    for plan in &report.impact.plans {
        for shift in &plan.shifts {
            let Some(seen) = shift.seen() else { continue };
            out.push_str(&row(&[
                plan.practice.clone().unwrap_or_default(),
                for_programs(&plan.path).into(),
                seen.line.to_string(),
                catalog.word(shift.way().text_id()),
                seen.rule.clone(),
                seen.year.map_or_else(String::new, |year| year.to_string()),
                seen.intervention.clone().unwrap_or_default(),
                severity_word(shift.old.as_ref(), catalog),
                severity_word(shift.new.as_ref(), catalog),
                found(shift, catalog),
                help(shift, catalog).unwrap_or_default(),
            ]));
        }
    }
    for one in &report.unread {
        let mut cells = vec![String::new(); columns.len()];
        let own = [for_programs(&one.path).into(), one.line.to_string(), catalog.word("impact-unread")];
        for (cell, text) in cells.iter_mut().skip(1).zip(own) {
            *cell = text;
        }
        if let Some(cell) = cells.iter_mut().rev().nth(1) {
            *cell = catalog.say(&one.reason);
        }
        out.push_str(&row(&cells));
    }
    out
}
