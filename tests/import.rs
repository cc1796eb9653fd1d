//! Decisions that come back from a workbook: each folder of cases has a sheet, and mostly the list that they are added to.

use std::io::{Cursor, Read, Write};
use std::path::Path;

use calamine::{DataRef, Xlsx, open_workbook_from_rs};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::support::{Scratch, program, repositories, root, snapshot_in, stderr, stdout};

const FOLDER: &str = "tests/cases/overnemen";

/// A workbook of a sheet as it is written in a case: `n:4` is a number, `d:2025-05-01` a day, `x:20250501` a number that is shown as a day,
/// and `\n` a line in a cell.
fn workbook(csv: &Path) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name(csv.file_stem().unwrap().to_str().unwrap()).unwrap();
    let day = Format::new().set_num_format("d mmmm yyyy");
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_path(csv).unwrap();
    for (row, record) in (0..).zip(reader.records()) {
        for (column, cell) in (0..).zip(record.unwrap().iter()) {
            match cell.split_once(':') {
                Some(("n", number)) => sheet.write_number(row, column, number.parse::<f64>().unwrap()),
                Some(("x", number)) => {
                    sheet.write_number_with_format(row, column, number.parse::<f64>().unwrap(), &day)
                }
                Some(("d", date)) => {
                    sheet.write_datetime_with_format(row, column, ExcelDateTime::parse_from_str(date).unwrap(), &day)
                }
                _ if cell.is_empty() => continue,
                _ => sheet.write_string(row, column, cell.replace("\\n", "\n")),
            }
            .unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// A repository in which a list of decisions is named.
fn repository(name: &str) -> Scratch {
    let folder = Scratch::new(&format!("overnemen-{name}"));
    folder.write("mtvp.toml", "decisions = \"besluiten.yaml\"\n");
    folder
}

fn import(folder: &Scratch, args: &[&str]) -> std::process::Output {
    program().current_dir(&folder.0).args(["decisions", "import", "werkboek.xlsx"]).args(args).output().unwrap()
}

fn list(folder: &Scratch) -> String {
    std::fs::read_to_string(folder.0.join("besluiten.yaml")).unwrap_or_default()
}

#[test]
fn what_becomes_of_each_row() {
    for case in repositories(FOLDER) {
        let from = root().join(FOLDER).join(&case);
        let folder = repository(&case);
        let files: Vec<_> = std::fs::read_dir(&from).unwrap().map(|entry| entry.unwrap().path()).collect();
        let sheet = files.iter().find(|path| path.extension().is_some_and(|ext| ext == "csv")).unwrap();
        folder.write("werkboek.xlsx", workbook(sheet));
        let old = std::fs::read_to_string(from.join("besluiten.yaml")).unwrap_or_default();
        if !old.is_empty() {
            folder.write("besluiten.yaml", &old);
        }
        let shown = import(&folder, &["--diff"]);
        assert_eq!(list(&folder), old, "{case}: only shown");
        let output = import(&folder, &[]);
        assert_eq!(output.status.code(), shown.status.code(), "{case}");
        let new = list(&folder);
        assert!(new.starts_with(&old), "{case}: what stands there stays");
        // Each line ends as the others do.
        assert!(!old.contains('\r') || new.matches('\n').count() == new.matches("\r\n").count(), "{case}");
        let said = format!("{}{}exit {:?}\n", stdout(&output), stderr(&output), output.status.code());
        let added = new[old.len()..].replace('\r', "");
        snapshot_in(FOLDER, &case, &format!("{said}--- besluiten.yaml, wat erbij kwam\n{added}"));
        // The list can be read, as far as it could be, and a second time nothing is new.
        let issues = |text: &str| mtvp::settings::read_decisions(text).issues.len();
        assert_eq!(issues(&new), issues(&old), "{case}: {new}");
        import(&folder, &[]);
        assert_eq!(list(&folder), new, "{case}: twice is once");
    }
}

/// Fills in cells of a workbook as somebody does: each row of the sheet in which `when` sees itself.
fn filled(bytes: &[u8], answer: &str, note: &str) -> Vec<u8> {
    let mut from: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Te beoordelen").unwrap();
    let mut cells = from.worksheet_cells_reader("Te beoordelen").unwrap();
    let mut rows = 0;
    while let Some(cell) = cells.next_cell().unwrap() {
        let (row, column) = cell.get_position();
        let column = u16::try_from(column).unwrap();
        rows = row;
        match cell.get_value() {
            DataRef::SharedString(text) => sheet.write_string(row, column, *text).unwrap(),
            DataRef::Float(number) => sheet.write_number(row, column, *number).unwrap(),
            _ => continue,
        };
    }
    let day = Format::new().set_num_format("dd-mm-yyyy");
    for row in 1..=rows {
        sheet.write_string(row, 5, answer).unwrap();
        sheet.write_string(row, 6, note).unwrap();
        sheet.write_string(row, 7, "Ria").unwrap();
        sheet.write_datetime_with_format(row, 8, ExcelDateTime::from_ymd(2025, 5, 1).unwrap(), &day).unwrap();
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn a_review_is_settled_by_what_is_filled_in_in_its_workbook() {
    let folder = repository("rond");
    std::fs::create_dir(folder.0.join("plannen")).unwrap();
    let plan = root().join("tests/cases/besluiten/akkoord/plannen/plan.yaml");
    std::fs::copy(plan, folder.0.join("plannen/plan.yaml")).unwrap();
    let region = |format: &str| {
        let args = ["region", "plannen", "--as-of", "2026-06-01", "--format", format];
        program().current_dir(&folder.0).args(args).output().unwrap().stdout
    };
    folder.write("besluiten.yaml", "");
    let before: serde_json::Value = serde_json::from_slice(&region("json")).unwrap();
    let practice = |found: &serde_json::Value| found["regions"][0]["practices"][0].clone();
    assert_eq!(practice(&before)["reviews"], 1, "{before}");
    folder.write("werkboek.xlsx", filled(&region("xlsx"), "akkoord", ""));
    let output = import(&folder, &[]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let after: serde_json::Value = serde_json::from_slice(&region("json")).unwrap();
    assert_eq!((&practice(&after)["reviews"], &practice(&after)["agreed"]), (&0.into(), &1.into()));
}

#[test]
fn what_is_no_workbook_is_told() {
    let folder = repository("geen-werkboek");
    let sheet = root().join(FOLDER).join("nieuw/Te beoordelen.csv");
    let good = workbook(&sheet);
    let mut empty = zip::ZipWriter::new(Cursor::new(Vec::new()));
    empty.start_file("x.txt", zip::write::SimpleFileOptions::default()).unwrap();
    let empty = empty.finish().unwrap().into_inner();
    let cases: [(&[u8], &str); 6] = [
        (b"AGB-code;Jaar\n", "geen werkboek"),
        (&empty, "geen werkboek"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "wachtwoord"),
        (&good[..good.len() / 2], "beschadigd"),
        (&larger(&good), "te groot"),
        (&boasting(&good), "beschadigd"),
    ];
    for (bytes, said) in cases {
        folder.write("werkboek.xlsx", bytes);
        let output = import(&folder, &[]);
        assert_eq!(output.status.code(), Some(2), "{said}: {}", stdout(&output));
        assert!(stderr(&output).contains(said) && stderr(&output).contains("werkboek.xlsx"), "{}", stderr(&output));
    }
    assert_eq!(list(&folder), "");
}

/// The parts of a workbook, each as `change` makes it.
fn repacked(bytes: &[u8], change: impl Fn(&str, Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut part = from.by_index(at).unwrap();
        let name = part.name().unwrap().to_string();
        let mut text = Vec::new();
        part.read_to_end(&mut text).unwrap();
        to.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(&change(&name, text)).unwrap();
    }
    to.finish().unwrap().into_inner()
}

/// A small file in which much is packed.
fn larger(bytes: &[u8]) -> Vec<u8> {
    repacked(bytes, |name, text| if name.ends_with("styles.xml") { vec![b' '; 140 << 20] } else { text })
}

/// A list of texts that says that it is long.
fn boasting(bytes: &[u8]) -> Vec<u8> {
    repacked(bytes, |name, text| {
        let says =
            |text: Vec<u8>| String::from_utf8(text).unwrap().replace("uniqueCount=\"", "uniqueCount=\"99999999999");
        if name.ends_with("sharedStrings.xml") { says(text).into_bytes() } else { text }
    })
}

#[test]
fn the_file_of_the_user_is_used_and_told_when_it_does_not_count() {
    let folder = Scratch::new("overnemen-zelf");
    folder.write("werkboek.xlsx", workbook(&root().join(FOLDER).join("nieuw/Te beoordelen.csv")));
    let nowhere = import(&folder, &[]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(stderr(&nowhere).contains("decisions = "), "{}", stderr(&nowhere));
    let own = import(&folder, &["-o", "besluiten.yaml"]);
    assert_eq!(own.status.code(), Some(0), "{}", stderr(&own));
    assert!(stderr(&own).contains("tellen nog niet mee"), "{}", stderr(&own));
    assert!(list(&folder).starts_with("# De besluiten"));
    for other in ["mtvp.toml", "werkboek.xlsx", "x.regioplan"] {
        assert_eq!(import(&folder, &["-o", other]).status.code(), Some(2), "{other}");
    }
}
