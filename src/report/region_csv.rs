//! The choices of a region as a table for a spreadsheet: one row for each practice, year and choice.

use super::Catalog;
use super::region::RegionReport;

/// The rows, with a line of heads; separated by commas, in UTF-8.
#[must_use]
pub fn region_csv(report: &RegionReport<'_>, catalog: &Catalog) -> String {
    let heads = [
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
    let mut out = row(&heads.map(|id| catalog.word(id)));
    for practice in &report.practices {
        let fixed = [
            practice.name.clone(),
            practice.agb.clone().unwrap_or_default(),
            practice.start.map_or_else(String::new, |quarter| format!("{}-Q{}", quarter.year, quarter.number)),
            practice.year.map_or_else(String::new, |year| year.to_string()),
            practice.handed_in.map_or_else(String::new, |date| date.to_string()),
            practice.source.as_ref().map_or_else(String::new, |source| source.name.clone()),
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

/// One line of cells.
pub fn row(cells: &[String]) -> String {
    let mut line = cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}

/// A cell between quotes where it needs them. A cell that a spreadsheet would take for a formula begins
/// with an apostrophe.
fn quoted(cell: &str) -> String {
    let clean: String = cell.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let clean = if clean.starts_with(['=', '+', '-', '@']) { format!("'{clean}") } else { clean };
    if clean.contains([',', '"', ';']) { format!("\"{}\"", clean.replace('"', "\"\"")) } else { clean }
}
