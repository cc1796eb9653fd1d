//! A region as a workbook for spreadsheets: a sheet for each table, with what is to be judged ready to be filled in.
//!
//! In: what is known of regions, and a folder for the rows of a sheet until all of it is there. Out: the bytes of the file. A cell holds a text,
//! a number or a day, and never a formula or a link: what others wrote stays text. The same input gives the same bytes: the file is made on the
//! reference date.

use std::path::Path;

use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime, Workbook, Worksheet,
    XlsxError,
};

use crate::diagnostic::Text;
use crate::settings::Answer;

use super::foreign::escape;
use super::region::RegionReport;
use super::region_table::{Cell, Head, Look, RegionSheet};
use super::spreadsheet::on_one_line;
use super::workbook_style::{LINE, Styles, Width};
use super::{Catalog, Lang, dates};

/// A text that is longer does not fit in a cell.
const LONGEST: usize = 32_000;
/// So many letters beside each other can still be read on one page.
const PAGE: f64 = 220.0;
/// A row cannot be taller.
const TALLEST: f64 = 400.0;
/// A4.
const PAPER: u8 = 9;
/// A title that is longer is cut: the foot of a page has room for so much.
const TITLE: usize = 150;

/// All tables of all regions; else why they do not fit in a workbook. A row is kept no longer than until the next one: it goes to a file
/// without a name in `aside`.
pub fn workbook(reports: &[RegionReport<'_>], aside: &Path, catalog: &Catalog) -> Result<Vec<u8>, Text> {
    written(reports, aside, catalog).map_err(|wrong| match wrong {
        XlsxError::TempFileError(..) | XlsxError::IoError(_) => {
            Text::new("write-not-done").with("path", escape(&aside.to_string_lossy()))
        }
        _ => Text::new("workbook-too-large"),
    })
}

fn written(reports: &[RegionReport<'_>], aside: &Path, catalog: &Catalog) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_tempdir(aside)?;
    let title = title(reports, catalog);
    book.set_properties(&properties(&title, reports, catalog)?);
    let styles = Styles::new();
    for sheet in RegionSheet::ALL {
        let mut table = Table {
            page: book.add_worksheet_with_low_memory()?,
            styles: &styles,
            sheet,
            heads: sheet.heads(),
            catalog,
            widths: Vec::new(),
            row: 0,
        };
        table.heads()?;
        let mut done = Ok(());
        sheet.rows(reports, catalog, &mut |cells| {
            if done.is_ok() {
                done = table.row(cells);
            }
        });
        done?;
        table.finish(&title)?;
    }
    book.save_to_buffer()
}

/// `MTVP: <region>, <region>, 1 juni 2026`
fn title(reports: &[RegionReport<'_>], catalog: &Catalog) -> String {
    let mut names: Vec<&str> = reports.iter().map(|report| report.model.name.as_str()).collect();
    names.dedup();
    let day = reports.first().map_or_else(String::new, |report| dates::long(catalog, report.reference));
    let said = catalog.say(&Text::new("workbook-title").with("names", names.join(", ")).with("date", day));
    said.chars().take(TITLE).collect()
}

fn properties(title: &str, reports: &[RegionReport<'_>], catalog: &Catalog) -> Result<DocProperties, XlsxError> {
    let reference = reports.first().map_or(Date::MIN, |report| report.reference);
    let (month, day) = (reference.month().unsigned_abs(), reference.day().unsigned_abs());
    let made = ExcelDateTime::from_ymd(reference.year().unsigned_abs(), month, day)?;
    let language = match catalog.lang() {
        Lang::Dutch => "nl-NL",
        Lang::English => "en-GB",
    };
    Ok(DocProperties::new()
        .set_title(title)
        .set_subject(catalog.word("workbook-subject"))
        .set_author("mtvp")
        .set_creation_datetime(&made)
        .set_custom_property("Language", language))
}

/// A sheet that is being written.
struct Table<'w> {
    page: &'w mut Worksheet,
    styles: &'w Styles,
    sheet: RegionSheet,
    heads: Vec<Head>,
    catalog: &'w Catalog,
    /// How wide each column must be.
    widths: Vec<Width>,
    /// The row that was written last.
    row: u32,
}

impl Table<'_> {
    fn heads(&mut self) -> Result<(), XlsxError> {
        self.page.set_name(self.catalog.word(self.sheet.text_id()))?;
        for (at, (id, look)) in (0..).zip(&self.heads) {
            let word = self.catalog.word(id);
            let mut width = Width::new(*look);
            width.head(&word);
            self.widths.push(width);
            self.page.write_string_with_format(0, at, word, self.styles.head(*look))?;
        }
        Ok(())
    }

    fn row(&mut self, cells: &[Cell]) -> Result<(), XlsxError> {
        self.row += 1;
        let mut lines = 1;
        for ((at, cell), ((_, look), width)) in (0..).zip(cells).zip(self.heads.iter().zip(&mut self.widths)) {
            let (page, styles) = (&mut *self.page, self.styles);
            let style = styles.cell(*look);
            if let Cell::Text(text) = cell {
                lines = lines.max(width.lines(text));
            }
            match cell {
                Cell::Blank => page.write_blank(self.row, at, style)?,
                Cell::Text(text) => page.write_string_with_format(self.row, at, shown(text, width), style)?,
                Cell::Marked(text, tone) => {
                    page.write_string_with_format(self.row, at, shown(text, width), styles.tone(*tone))?
                }
                Cell::Count(count) => {
                    page.write_number_with_format(self.row, at, count.to_f64().unwrap_or(f64::MAX), styles.number())?
                }
                Cell::Number(number) => {
                    page.write_number_with_format(self.row, at, number.to_f64().unwrap_or_default(), styles.number())?
                }
                Cell::Day(day) => page.write_datetime_with_format(self.row, at, day, styles.cell(Look::Day))?,
            };
        }
        // A row of one line grows with what is filled in.
        if lines > 1 {
            let lines = f64::from(u32::try_from(lines).unwrap_or(u32::MAX));
            self.page.set_row_height(self.row, (lines * LINE).min(TALLEST))?;
        }
        Ok(())
    }

    /// What holds for the sheet as a whole: the columns, what may be filled in, and how it is printed.
    fn finish(mut self, title: &str) -> Result<(), XlsxError> {
        let last = u16::try_from(self.widths.len().saturating_sub(1)).unwrap_or(u16::MAX);
        for (at, width) in (0..).zip(&self.widths) {
            self.page.set_column_width(at, width.chars())?;
        }
        self.ask_for_decisions()?;
        let foot = self.catalog.say(&Text::new("workbook-foot").with("title", title.replace('&', "&&")));
        let frozen = self.frozen();
        // On a page beside another one it must be seen which row it is.
        let pages = if self.widths.iter().map(Width::chars).sum::<f64>() > PAGE { 2 } else { 1 };
        if pages > 1 && frozen > 0 {
            self.page.set_repeat_columns(0, frozen - 1)?;
        }
        self.page
            .autofilter(0, 0, self.row, last)?
            .set_freeze_panes(1, frozen)?
            .set_landscape()
            .set_paper_size(PAPER)
            .set_print_fit_to_pages(pages, 0)
            .set_repeat_rows(0, 0)?
            .set_print_area(0, 0, self.row, last)?
            .set_footer(foot);
        Ok(())
    }

    /// So many columns stay in sight: those that say which row it is.
    fn frozen(&self) -> u16 {
        match self.sheet {
            RegionSheet::Practices | RegionSheet::Choices | RegionSheet::Reviews | RegionSheet::Rules => 2,
            RegionSheet::Dates => 1,
            RegionSheet::Figures => 0,
        }
    }

    fn ask_for_decisions(&mut self) -> Result<(), XlsxError> {
        for (at, (_, look)) in (0..).zip(&self.heads) {
            let asked = match look {
                Look::Short | Look::Long | Look::Day | Look::Words => None,
                Look::Answer => Some((answers(self.catalog)?, "workbook-answer")),
                Look::OwnDay => Some((own_day(self.catalog)?, "workbook-day")),
            };
            if let Some((asked, message)) = asked.filter(|_| self.row > 0) {
                let asked = asked.set_input_message(self.catalog.word(message))?;
                self.page.add_data_validation(1, at, self.row, at, &asked)?;
            }
        }
        Ok(())
    }
}

/// What fits in a cell.
fn shown(text: &str, width: &mut Width) -> String {
    let mut shown = on_one_line(text);
    if shown.len() > LONGEST {
        shown = shown.chars().take(LONGEST / 4).chain(['…']).collect();
    }
    width.cell(&shown);
    shown
}

fn answers(catalog: &Catalog) -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_list_strings(&Answer::ALL.map(Answer::written))?
        .set_error_title(catalog.word("workbook-wrong"))?
        .set_error_message(catalog.word("workbook-answer"))
}

fn own_day(catalog: &Catalog) -> Result<DataValidation, XlsxError> {
    let (first, last) = (ExcelDateTime::from_ymd(2000, 1, 1)?, ExcelDateTime::from_ymd(2099, 12, 31)?);
    DataValidation::new()
        .allow_date(DataValidationRule::Between(first, last))
        // Another way to write a day is read all the same.
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title(catalog.word("workbook-wrong"))?
        .set_error_message(catalog.word("workbook-day"))
}
