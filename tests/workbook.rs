//! The workbook of a region: read back by another program, each sheet says what our CSV says.

use std::io::Cursor;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};

use crate::support::{Scratch, mtvp, program, root, stderr, stdout};

const DAY: &[&str] = &["--as-of", "2026-06-01"];
/// Each sheet, and the table of CSV that says the same.
const SHEETS: [(&str, &str); 6] = [
    ("Praktijken", "praktijken"),
    ("Keuzes", "keuzes"),
    ("Te beoordelen", "te-beoordelen"),
    ("Termijnen", "termijnen"),
    ("Regels", "regels"),
    ("Cijfers", "cijfers"),
];

fn made(folder: &Path, args: &[&str]) -> Vec<u8> {
    let output = program().arg("region").arg(folder).args(args).args(DAY).args(["--format", "xlsx"]).output().unwrap();
    assert!(output.stdout.starts_with(b"PK"), "{}: {}", folder.display(), stderr(&output));
    output.stdout
}

fn rows(bytes: &[u8], sheet: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    range.rows().map(|row| row.iter().map(said).collect()).collect()
}

fn said(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string().replace('.', ","),
        Data::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year}-{month:02}-{day:02}")
        }
        other => panic!("{other:?}"),
    }
}

fn csv_rows(folder: &Path, table: &str) -> Vec<Vec<String>> {
    let args = ["--format", "csv", "--table", table];
    let output = program().arg("region").arg(folder).args(args).args(DAY).output().unwrap();
    let text = stdout(&output);
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn folders() -> Vec<PathBuf> {
    let cases = ["regio/twee-regios", "besluiten/veranderd"];
    let cases = cases.iter().map(|case| root().join("tests/cases").join(case));
    cases
        .chain([root().join("regioplans/primacura/2023/regio/fout/13-huisartsen")])
        .chain([root().join("examples/regio")])
        .collect()
}

#[test]
fn each_sheet_is_our_csv() {
    let mut filled = [0; SHEETS.len()];
    for folder in folders() {
        let bytes = made(&folder, &[]);
        for (at, (sheet, table)) in SHEETS.iter().enumerate() {
            let (found, right) = (rows(&bytes, sheet), csv_rows(&folder, table));
            assert_eq!(found, right, "{}: {sheet}", folder.display());
            filled[at] += right.len() - 1;
        }
    }
    assert!(filled.iter().all(|count| *count > 3), "{filled:?}");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folder = root().join("examples/regio");
    let first = made(&folder, &[]);
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert!(first == made(&folder, &[]));
}

#[test]
fn sheets_and_heads_are_in_the_language_of_the_reader() {
    let bytes = made(&root().join("examples/regio"), &["--lang", "en"]);
    let book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes.clone())).unwrap();
    assert_eq!(book.sheet_names(), ["Practices", "Choices", "To be reviewed", "Dates", "Rules", "Figures"]);
    assert_eq!(rows(&bytes, "To be reviewed")[0][5..9], ["Decision", "Note", "By", "Date"]);
}

/// What others wrote is text: nothing is computed, and nothing leads elsewhere.
#[test]
fn no_text_of_a_plan_is_computed() {
    let folder = Scratch::new("werkboek-vijandig");
    let plan = std::fs::read_to_string(root().join("tests/cases/besluiten/akkoord/plannen/plan.yaml")).unwrap();
    let own = plan.split("naam: ").nth(1).unwrap().lines().next().unwrap();
    let names = ["=HYPERLINK(\"http://x\",\"y\")", "+1+1", "@SUM(A1)", "http://x.example/_x0041_", "a\u{202e}b"];
    for (at, name) in names.iter().enumerate() {
        let code = format!("0105{:04}", at + 1);
        let name = serde_json::to_string(name).unwrap();
        let text = plan.replacen(own, &name, 1).replace("01053554", &code);
        folder.write(&format!("{at}.yaml"), text);
    }
    let at = folder.0.as_path();
    let bytes = made(at, &[]);
    for (sheet, table) in SHEETS {
        assert_eq!(rows(&bytes, sheet), csv_rows(at, table), "{sheet}");
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes.clone())).unwrap();
        assert!(book.worksheet_formula(sheet).unwrap().cells().all(|(_, _, formula)| formula.is_empty()), "{sheet}");
    }
    let said: Vec<String> = rows(&bytes, "Praktijken").into_iter().skip(1).map(|row| row[1].clone()).collect();
    assert!(said.contains(&"'+1+1".to_owned()) && said.contains(&"http://x.example/_x0041_".to_owned()), "{said:?}");
    // There is no part of the file for links.
    let names = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    assert!(names.file_names().all(|name| !name.unwrap().contains("worksheets/_rels")));
}

#[test]
fn a_workbook_is_written_once() {
    let folder = Scratch::new("werkboek-bestand");
    let path = folder.0.join("bureau.xlsx");
    let run = || {
        mtvp(&["region", "examples/regio", "--format", "xlsx", "-o", path.to_str().unwrap(), "--as-of", "2026-06-01"])
    };
    let first = run();
    assert_eq!((first.status.code(), stdout(&first).lines().count()), (Some(1), 1), "{}", stderr(&first));
    let bytes = std::fs::read(&path).unwrap();
    // What was filled in in it is not lost.
    let second = run();
    assert_eq!(second.status.code(), Some(2));
    assert!(stderr(&second).contains("bureau.xlsx"), "{}", stderr(&second));
    assert!(bytes == std::fs::read(&path).unwrap());
}
