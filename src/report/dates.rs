//! Dates in words.

use jiff::civil::Date;

use super::Catalog;

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9", "month-10",
    "month-11", "month-12",
];

/// `14 maart 2025`
pub fn long(catalog: &Catalog, date: Date) -> String {
    let month = usize::try_from(date.month() - 1)
        .ok()
        .and_then(|index| MONTHS.get(index))
        .map_or_else(String::new, |id| catalog.word(id));
    format!("{} {month} {}", date.day(), date.year())
}
