//! A table for a spreadsheet: the one way in which every command writes CSV.
//!
//! In: cells. Out: rows, separated by semicolons and with a byte-order mark in front, for so a spreadsheet set to Dutch opens
//! the file with a double click. An apostrophe stands before what a spreadsheet would take for a formula.

use super::Catalog;
use super::foreign::written_out;

/// The mark and the row with the heads of the columns, which are ids of the catalogue.
pub fn heads(ids: &[&'static str], catalog: &Catalog) -> String {
    let words: Vec<String> = ids.iter().map(|id| catalog.word(id)).collect();
    format!("\u{feff}{}", row(&words))
}

/// One row.
pub fn row(cells: &[String]) -> String {
    cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(";") + "\r\n"
}

/// Every cell stands between quotes, so nothing in it can end it; what begins a formula is defused. A spreadsheet that is set to
/// other separators cuts within a cell, so what stands behind one begins a cell as well.
fn quoted(cell: &str) -> String {
    format!("\"{}\"", on_one_line(cell).replace('"', "\"\""))
}

/// A text as it stands in a cell: on one line, and nothing in it is computed.
pub fn on_one_line(cell: &str) -> String {
    cell.split(['\n', '\r', '\t']).map(defused).collect::<Vec<_>>().join(" ")
}

fn defused(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 2);
    let mut begins = true;
    for c in written_out(line).chars() {
        // The wide signs count as well: some spreadsheets read them as the narrow ones.
        if begins && matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') {
            out.push('\'');
        }
        begins = matches!(c, ',' | ';' | '|' | '，' | '；') || begins && (c.is_whitespace() || c == '"');
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_computed_whatever_separates_cells() {
        let all = [
            ("=1+1", "\"'=1+1\""),
            (" \t@a", "\"  '@a\""),
            ("a,=HYPERLINK(1)", "\"a,'=HYPERLINK(1)\""),
            ("a; \"＝1", "\"a; \"\"'＝1\""),
            ("a\n=1", "\"a '=1\""),
            ("a-b, c", "\"a-b, c\""),
        ];
        for (cell, right) in all {
            assert_eq!(quoted(cell), right);
        }
    }
}
