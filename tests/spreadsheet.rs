//! CSV is one for every command: as a spreadsheet set to Dutch opens it.

use crate::support::{mtvp, stdout};

#[test]
fn every_command_writes_csv_in_one_way() {
    let new = "examples/nieuwe-versie/2.8.regioplan";
    let commands: [&[&str]; 4] = [
        &["check", "examples/plannen"],
        &["region", "tests/cases/regio/onvolledig", "--as-of", "2027-03-01"],
        &["impact", "rijn-en-duin@2.7", new, "examples/nieuwe-versie/plannen"],
        &["waivers", "examples"],
    ];
    for args in commands {
        let said = stdout(&mtvp(&[args, &["--format", "csv"]].concat()));
        let text = said.strip_prefix('\u{feff}').unwrap_or_else(|| panic!("{args:?} has no mark: {said}"));
        assert!(!text.contains('\u{feff}'), "{args:?}: one mark");
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{args:?}");
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text.as_bytes());
        // The reader refuses a row that is longer or shorter than the first.
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.unwrap()).collect();
        assert!(rows.len() > 1 && rows[0].len() > 6, "{args:?}: {said}");
    }
}
