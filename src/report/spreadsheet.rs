//! A table for a spreadsheet: the one way in which every command writes CSV.
//!
//! In: cells. Out: rows, separated by semicolons and with a byte-order mark in front, for so a spreadsheet set to Dutch opens
//! the file with a double click. A cell that a spreadsheet would take for a formula begins with an apostrophe.

use super::Catalog;
use super::said::one_line;

/// The mark and the row with the heads of the columns, which are ids of the catalogue.
pub fn heads(ids: &[&'static str], catalog: &Catalog) -> String {
    let words: Vec<String> = ids.iter().map(|id| catalog.word(id)).collect();
    format!("\u{feff}{}", row(&words))
}

/// One row.
pub fn row(cells: &[String]) -> String {
    cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(";") + "\r\n"
}

/// Every cell stands between quotes, so nothing in it can end it; what begins a formula is defused. The wide signs
/// count as well: some spreadsheets read them as the narrow ones.
fn quoted(cell: &str) -> String {
    let cell = one_line(cell);
    let formula = cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let mark = if formula { "'" } else { "" };
    format!("\"{mark}{}\"", cell.replace('"', "\"\""))
}
