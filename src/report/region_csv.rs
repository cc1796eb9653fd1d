//! A table of a region as CSV.

use super::Catalog;
use super::region::RegionReport;
use super::region_table::RegionSheet;
use super::spreadsheet::{heads, row};
use super::writer::Pieces;

/// One table, with its heads.
pub fn region_csv(sheet: RegionSheet, reports: &[RegionReport<'_>], catalog: &Catalog, put: Pieces<'_>) {
    let ids: Vec<&'static str> = sheet.heads().into_iter().map(|(id, _)| id).collect();
    put(&heads(&ids, catalog));
    sheet.rows(reports, catalog, &mut |cells| {
        put(&row(&cells.iter().map(|cell| cell.said(catalog)).collect::<Vec<_>>()));
    });
}
