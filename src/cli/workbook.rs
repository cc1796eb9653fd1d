//! A workbook as a spreadsheet saved it -> the rows of its sheets with decisions.
//!
//! Input: a file, and which column a head belongs to. Output: for each sheet that has the columns, its rows with their numbers. Nothing
//! is read without a bound: neither the file, nor what is packed in it, nor what stands in its cells. No formula is computed.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};
use std::path::Path;

use calamine::{DataRef, Reader, Xlsx};
use jiff::civil::Date;
use zip::ZipArchive;

use crate::diagnostic::{Arg, Join, Text};
use crate::session::Stop;
use crate::settings::{Column, Filled, Given};

use super::fence::By;
use super::files;
use super::paths::name;

/// The largest workbook, as a file and unpacked.
const MOST: usize = 16 * 1024 * 1024;
const MOST_UNPACKED: u64 = 128 * 1024 * 1024;
/// So many files are packed in one at most.
const MOST_PARTS: usize = 1000;
/// So many signs of all cells together are kept, and so many of one cell.
const MOST_SIGNS: usize = 32 * 1024 * 1024;
const MOST_IN_CELL: usize = 4_000;
/// The heads stand among the first so many rows.
const TOP: u32 = 50;
/// A day from this year on is none that somebody wrote.
const CENTURY: i16 = 2100;
/// Each text of a workbook takes so many bytes at least.
const TEXT_BYTES: usize = 5;

/// A sheet with decisions.
pub struct Sheet {
    pub name: String,
    /// In order; the number is that of the row in the sheet.
    pub rows: BTreeMap<u32, Filled>,
}

/// Which column a head belongs to.
pub type HeadOf<'h> = &'h dyn Fn(&str) -> Option<Column>;

type Book = Xlsx<Cursor<Vec<u8>>>;
type Heads = BTreeMap<u32, Column>;

/// The sheets of a workbook that have the columns of decisions; `own` says which sheet must have them.
pub fn read(path: &Path, head_of: HeadOf<'_>, own: &dyn Fn(&str) -> bool) -> Result<Vec<Sheet>, Stop> {
    let bytes = files::bytes(path, By::User, MOST).map_err(|unread| match unread {
        files::Unread::TooLarge(_) => refused(path, "workbook-large", "workbook-large-help"),
        unread => unread.stop(path),
    })?;
    let mut book = opened(path, bytes)?;
    let damaged = || refused(path, "workbook-damaged", "workbook-damaged-help");
    let mut found = Vec::new();
    let names = book.sheet_names();
    for sheet in &names {
        // What is no sheet of cells, such as a chart, has no decisions.
        let Ok((row, heads)) = heads(&mut book, sheet, head_of) else { continue };
        // A workbook of before has no column for the file.
        let needed = Column::ALL.into_iter().filter(|column| *column != Column::File);
        let missing: Vec<Column> = needed.filter(|column| !heads.values().any(|own| own == column)).collect();
        let looks = !missing.contains(&Column::Answer) && !missing.contains(&Column::Fingerprint);
        if !own(sheet) && !looks {
            continue;
        }
        whole(path, sheet, &heads, &missing)?;
        let rows = rows(&mut book, sheet, row, &heads).map_err(|_| damaged())?;
        let rows = rows.ok_or_else(|| refused(path, "workbook-large", "workbook-large-help"))?;
        found.push(Sheet { name: sheet.clone(), rows });
    }
    if found.is_empty() {
        let text =
            Text::new("workbook-no-sheet").with("path", name(path)).with("names", Arg::words(names, Join::Comma));
        return Err(Stop::Said(text, Some(Text::new("workbook-no-sheet-help"))));
    }
    Ok(found)
}

fn refused(path: &Path, text: &'static str, help: &'static str) -> Stop {
    Stop::Said(Text::new(text).with("path", name(path)), Some(Text::new(help)))
}

/// Each column stands in the sheet once.
fn whole(path: &Path, sheet: &str, heads: &Heads, missing: &[Column]) -> Result<(), Stop> {
    let twice = Column::ALL.into_iter().find(|column| heads.values().filter(|own| *own == column).count() > 1);
    let (text, columns) = match twice {
        Some(column) => ("workbook-column-twice", vec![column]),
        None if missing.is_empty() => return Ok(()),
        None => ("workbook-column-missing", missing.to_vec()),
    };
    let heads = columns.into_iter().map(|column| Arg::Text(Text::new(column.text_id()))).collect();
    let text = Text::new(text).with("path", name(path)).with("sheet", sheet);
    Err(Stop::Said(text.with("heads", Arg::List(heads, Join::Comma)), Some(Text::new("workbook-column-help"))))
}

/// Opens a workbook in which no more is packed than it may hold.
fn opened(path: &Path, bytes: Vec<u8>) -> Result<Book, Stop> {
    // A file of the old Excel; one with a password is packed as such a file.
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(refused(path, "workbook-locked", "workbook-locked-help"));
    }
    if !bytes.starts_with(b"PK") {
        return Err(refused(path, "workbook-none", "workbook-none-help"));
    }
    let damaged = || refused(path, "workbook-damaged", "workbook-damaged-help");
    let mut parts = ZipArchive::new(Cursor::new(bytes.as_slice())).map_err(|_| damaged())?;
    if parts.index_for_name("xl/workbook.xml").is_none() {
        return Err(refused(path, "workbook-none", "workbook-none-help"));
    }
    let large = || refused(path, "workbook-large", "workbook-large-help");
    let mut left = MOST_UNPACKED;
    if parts.len() > MOST_PARTS {
        return Err(large());
    }
    for at in 0..parts.len() {
        let part = parts.by_index(at).map_err(|_| damaged())?;
        let texts = part.name().is_ok_and(|name| name.to_lowercase().contains("sharedstrings"));
        let mut part = part.take(left + 1);
        let size = if texts {
            let mut text = Vec::new();
            part.read_to_end(&mut text).map_err(|_| damaged())?;
            if !has_its_texts(&text) {
                return Err(damaged());
            }
            u64::try_from(text.len()).unwrap_or(u64::MAX)
        } else {
            io::copy(&mut part, &mut io::sink()).map_err(|_| damaged())?
        };
        left = left.checked_sub(size).ok_or_else(large)?;
    }
    drop(parts);
    Xlsx::new(Cursor::new(bytes)).map_err(|_| damaged())
}

/// Whether a list of texts has room for as many as it says: a reader takes it at its word.
fn has_its_texts(list: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(list) else { return false };
    let counts = text.split("uniqueCount").skip(1).map(|rest| {
        let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '=' | '"' | '\'' | '+'));
        rest.chars().take_while(char::is_ascii_digit).collect::<String>()
    });
    let mut counts = counts.filter(|count| !count.is_empty());
    !text.contains('\0') && counts.all(|count| count.parse().is_ok_and(|count: usize| count <= text.len() / TEXT_BYTES))
}

/// The row with the heads of the columns, and in which column each stands; the row that has most of them.
fn heads(book: &mut Book, sheet: &str, head_of: HeadOf<'_>) -> Result<(u32, Heads), calamine::XlsxError> {
    let mut found: BTreeMap<u32, Heads> = BTreeMap::new();
    let mut cells = book.worksheet_cells_reader(sheet)?;
    while let Some(cell) = cells.next_cell()? {
        let (row, column) = cell.get_position();
        if row >= TOP {
            break;
        }
        let text = match cell.get_value() {
            DataRef::String(text) => text.as_str(),
            DataRef::SharedString(text) => text,
            _ => continue,
        };
        if let Some(head) = head_of(text) {
            found.entry(row).or_default().insert(column, head);
        }
    }
    let most = found.into_iter().max_by_key(|(row, heads)| (heads.len(), std::cmp::Reverse(*row)));
    Ok(most.unwrap_or_default())
}

/// The rows below the heads; none when there is more in them than anybody fills in.
fn rows(
    book: &mut Book,
    sheet: &str,
    top: u32,
    heads: &Heads,
) -> Result<Option<BTreeMap<u32, Filled>>, calamine::XlsxError> {
    let mut rows: BTreeMap<u32, Filled> = BTreeMap::new();
    let mut left = MOST_SIGNS;
    let mut cells = book.worksheet_cells_reader(sheet)?;
    while let Some(cell) = cells.next_cell()? {
        let (row, column) = cell.get_position();
        let Some(column) = heads.get(&column).filter(|_| row > top) else { continue };
        let given = given(cell.get_value());
        let size = match &given {
            Given::Nothing => continue,
            Given::Text(text) => text.len(),
            Given::Number(_) | Given::Day(_) => 0,
        };
        match left.checked_sub(size + size_of::<Filled>()) {
            Some(rest) => left = rest,
            None => return Ok(None),
        }
        rows.entry(row + 1).or_default().set(*column, given);
    }
    Ok(Some(rows))
}

/// What stands in a cell.
fn given(value: &DataRef<'_>) -> Given {
    match value {
        DataRef::Empty => Given::Nothing,
        DataRef::Int(number) => Given::Text(number.to_string()),
        DataRef::Float(number) => Given::Number(*number),
        DataRef::String(text) => cut(text),
        DataRef::SharedString(text) => cut(text),
        DataRef::Bool(is) => Given::Text(is.to_string()),
        DataRef::DateTime(day) => {
            let (year, month, of_month, ..) = day.to_ymd_hms_milli();
            let parts = (i16::try_from(year), i8::try_from(month), i8::try_from(of_month));
            let date = match parts {
                (Ok(year), Ok(month), Ok(day)) => Date::new(year, month, day).ok(),
                (..) => None,
            };
            // A number that is no day of this century was written as one: `20260620`.
            date.filter(|date| date.year() < CENTURY).map_or(Given::Number(day.as_f64()), Given::Day)
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => cut(text),
        DataRef::Error(error) => Given::Text(error.to_string()),
    }
}

fn cut(text: &str) -> Given {
    if text.trim().is_empty() { Given::Nothing } else { Given::Text(text.chars().take(MOST_IN_CELL).collect()) }
}
