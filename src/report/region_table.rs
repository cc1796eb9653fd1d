//! The tables of a region: their columns, and what stands in a cell. A spreadsheet and CSV show the same.
//!
//! In: what is known of regions. Out: rows, one by one. How a row is written, its writer knows.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::diagnostic::{Arg, worded};

use super::Catalog;
use super::region::RegionReport;
use super::{region_figures, region_rows};

worded! {
    /// A table of a region, by the name that a command gives it.
    pub enum RegionSheet {
        Practices = "praktijken", "sheet-practices";
        Choices = "keuzes", "sheet-choices";
        Reviews = "te-beoordelen", "sheet-reviews";
        Dates = "termijnen", "sheet-dates";
        Rules = "regels", "sheet-rules";
        Figures = "cijfers", "sheet-figures";
    }
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Blank,
    Text(String),
    Count(usize),
    Number(Decimal),
    Day(Date),
    /// A word that is coloured as well.
    Marked(String, Tone),
}

/// What a word means for its reader: a colour, which never says more than the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Good,
    Wrong,
    /// The region must look at it.
    Look,
    Still,
}

/// How a column looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Words and numbers that stand on one line.
    Short,
    /// Sentences.
    Long,
    Day,
    /// To be filled in: one of the two answers.
    Answer,
    /// To be filled in: a text.
    Words,
    /// To be filled in: a day.
    OwnDay,
}

/// The head of a column: its id, and how the column looks.
pub type Head = (&'static str, Look);

/// A column: its head, and what stands in it on the row of something.
pub type Column<F> = (&'static str, Look, F);

/// Takes a row.
pub type Put<'p> = &'p mut dyn FnMut(&[Cell]);

impl RegionSheet {
    #[must_use]
    pub fn heads(self) -> Vec<Head> {
        match self {
            Self::Practices => heads(&region_rows::PRACTICES),
            Self::Choices => heads(&region_rows::CHOICES),
            Self::Reviews => heads(&region_rows::REVIEWS),
            Self::Dates => heads(&region_rows::DATES),
            Self::Rules => heads(&region_figures::RULES),
            Self::Figures => heads(&region_figures::FIGURES),
        }
    }

    /// Its rows, those of all regions.
    pub fn rows(self, reports: &[RegionReport<'_>], catalog: &Catalog, put: Put<'_>) {
        for report in reports {
            match self {
                Self::Practices => region_rows::practices(report, catalog, put),
                Self::Choices => region_rows::choices(report, put),
                Self::Reviews => region_rows::reviews(report, catalog, put),
                Self::Dates => region_rows::dates(report, catalog, put),
                Self::Rules => region_figures::rules(report, catalog, put),
                Self::Figures => region_figures::figures(report, catalog, put),
            }
        }
    }
}

fn heads<F>(columns: &[Column<F>]) -> Vec<Head> {
    columns.iter().map(|(id, look, _)| (*id, *look)).collect()
}

impl Cell {
    /// What it says, as text.
    #[must_use]
    pub fn said(&self, catalog: &Catalog) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) | Self::Marked(text, _) => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Number(number) => catalog.arg(&Arg::Decimal(*number)),
            Self::Day(day) => day.to_string(),
        }
    }

    /// A text, when there is one.
    pub fn text(text: Option<impl Into<String>>) -> Self {
        text.map_or(Self::Blank, |text| Self::Text(text.into()))
    }

    pub fn year(year: Option<u8>) -> Self {
        year.map_or(Self::Blank, |year| Self::Count(usize::from(year)))
    }

    pub fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Blank, Self::Day)
    }

    /// A number as people write it: at most two decimals.
    pub fn number(number: Option<Decimal>) -> Self {
        number.map_or(Self::Blank, |number| Self::Number(number.round_dp(2).normalize()))
    }
}
