//! A table of a region as CSV.

use super::Catalog;
use super::region::RegionReport;
use super::region_table::RegionSheet;
use super::spreadsheet::{heads, row};

/// One table, with its heads.
#[must_use]
pub fn region_csv(sheet: RegionSheet, reports: &[RegionReport<'_>], catalog: &Catalog) -> String {
    let ids: Vec<&'static str> = sheet.heads().into_iter().map(|(id, _)| id).collect();
    let mut out = heads(&ids, catalog);
    sheet.rows(reports, catalog, &mut |cells| {
        out.push_str(&row(&cells.iter().map(|cell| cell.said(catalog)).collect::<Vec<_>>()));
    });
    out
}
