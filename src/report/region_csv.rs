//! The choices of a region as a table for a spreadsheet: one row for each practice, year and choice.

use super::foreign::for_programs;

use super::Catalog;
use super::region::RegionReport;
use super::spreadsheet::{heads, row};

/// The rows, with a line of heads.
#[must_use]
pub fn region_csv(report: &RegionReport<'_>, catalog: &Catalog) -> String {
    let columns = [
        "region-practice",
        "region-agb",
        "region-start",
        "region-year-of-plan",
        "region-handed-in",
        "region-path",
        "region-plan-year",
        "region-intervention",
        "region-kind",
    ];
    let mut out = heads(&columns, catalog);
    for practice in &report.practices {
        let fixed = [
            practice.name.clone(),
            practice.agb.clone().unwrap_or_default(),
            practice.start.map_or_else(String::new, |quarter| format!("{}-Q{}", quarter.year, quarter.number)),
            practice.year.map_or_else(String::new, |year| year.to_string()),
            practice.handed_in.map_or_else(String::new, |date| date.to_string()),
            practice.source.as_ref().map_or_else(String::new, |source| for_programs(&source.name).into()),
        ];
        if practice.choices.is_empty() {
            out.push_str(&row(&[fixed.as_slice(), &[String::new(), String::new(), String::new()]].concat()));
        }
        for (year, name, kind) in &practice.choices {
            let own = [year.to_string(), name.clone(), kind.clone().unwrap_or_default()];
            out.push_str(&row(&[fixed.as_slice(), &own].concat()));
        }
    }
    out
}
