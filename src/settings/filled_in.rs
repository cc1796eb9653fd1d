//! A decision that was filled in in a table: the cells of a row -> a decision, or what is wrong with the row.
//!
//! Input: what a spreadsheet made of each cell. Output: a decision as `besluiten.yaml` has them. Where the row stands, its reader knows.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::diagnostic::{Text, worded};
use crate::plan;
use crate::source::Span;

use super::decisions::{Answer, Decision, Matter, matter, matter_of};
use super::entries;

worded! {
    /// A column of a decision: its name in the list of decisions, and the head of the column.
    pub enum Column {
        Practice = "praktijk", "region-agb";
        /// The plan, where more than one has the code.
        File = "bestand", "sheet-review-file";
        Rule = "regel", "region-column-rule";
        Year = "jaar", "region-plan-year";
        Intervention = "interventie", "region-intervention";
        Answer = "besluit", "sheet-review-answer";
        Note = "toelichting", "sheet-review-note";
        By = "door", "sheet-review-by";
        On = "datum", "sheet-review-on";
        Fingerprint = "vingerafdruk", "sheet-review-fingerprint";
    }
}

/// What a spreadsheet holds in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Given {
    #[default]
    Nothing,
    Text(String),
    Number(f64),
    Day(Date),
}

/// The cells of a row, one for each column.
#[derive(Clone, Debug, Default)]
pub struct Filled([Given; Column::ALL.len()]);

/// What a row says.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// There is nothing in it.
    Nothing,
    /// Nothing was decided; `noted` says that there is a note all the same.
    Undecided {
        noted: bool,
    },
    Decided(Box<Decision>),
    /// What is wrong with it, and what it is about when that can be read.
    Wrong(Vec<Wrong>, Option<Box<Half>>),
}

/// A row that decides nothing, because something in it is wrong: it still says what another row may contradict.
#[derive(Clone, Debug, PartialEq)]
pub struct Half {
    matter: Matter,
    answer: Option<Answer>,
}

impl Half {
    /// Whether it is about the same text, and does not surely say the same of it.
    #[must_use]
    pub fn contradicts(&self, decision: &Decision) -> bool {
        self.matter == matter(decision) && self.answer != Some(decision.answer)
    }
}

/// Why a row cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    Missing(Column),
    /// What stands there cannot be read.
    Unread(Column, String),
    /// It was decided on a day that is still to come.
    Later(Date),
}

impl Wrong {
    /// What is wrong; `head` is the head of a column.
    pub fn said(&self, head: impl Fn(Column) -> String) -> Text {
        match self {
            Self::Missing(column) => Text::new("import-missing").with("head", head(*column)),
            Self::Unread(column, found) => Text::new("import-unread").with("head", head(*column)).with("found", found),
            Self::Later(date) => Text::new("import-later").with("date", *date),
        }
    }

    /// What to do.
    pub fn help(&self) -> Text {
        let column = match self {
            Self::Missing(column) | Self::Unread(column, _) => *column,
            Self::Later(_) => return Text::new("decision-not-yet-help"),
        };
        Text::new(match column {
            Column::Practice => "import-practice-help",
            Column::File | Column::Rule | Column::Year | Column::Intervention | Column::Fingerprint => {
                "import-damaged-help"
            }
            Column::Answer => "import-answer-help",
            Column::Note => "decision-missing-note",
            Column::By => "decision-missing-by",
            Column::On => "decision-missing-date",
        })
    }
}

/// The signs of a fingerprint.
const FINGERPRINT: usize = 16;
/// The digits of an AGB code.
const AGB: usize = 8;
/// A longer text is no name of a rule or an intervention.
const NAME: usize = 200;
/// Nothing was decided in a year before it: somebody wrote another year than was meant.
const FIRST_YEAR: i16 = 2000;
/// The day that spreadsheets count from, and the last number that is a day of this century.
const FIRST_DAY: Date = Date::constant(1899, 12, 30);
const LAST_DAY: f64 = 73_050.0;

impl Filled {
    pub fn set(&mut self, column: Column, given: Given) {
        if let Some(cell) = self.cell(column) {
            *cell = given;
        }
    }

    /// What the row says, seen from a day. `answer` says which answer a word is.
    #[must_use]
    pub fn said(&self, today: Date, answer: impl Fn(&str) -> Option<Answer>) -> Said {
        let noted = self.text(Column::Note).is_some();
        let word = self.raw(Column::Answer);
        if word.is_empty() {
            let blank = Column::ALL.into_iter().all(|column| self.text(column).is_none());
            return if blank { Said::Nothing } else { Said::Undecided { noted } };
        }
        let mut wrong = Vec::new();
        let found = answer(&word.to_lowercase());
        if found.is_none() {
            wrong.push(Wrong::Unread(Column::Answer, word));
        }
        let practice = self.practice().map_err(|one| wrong.push(one)).ok();
        let rule = self.name(Column::Rule).map_err(|one| wrong.push(one)).ok().flatten();
        if rule.is_none() && self.text(Column::Rule).is_none() {
            wrong.push(self.missing(Column::Rule));
        }
        let year = self.year().map_err(|one| wrong.push(one)).ok();
        let intervention = self.name(Column::Intervention).map_err(|one| wrong.push(one)).ok();
        let note = self.text(Column::Note).map(|note| masked(&note));
        if found == Some(Answer::Refused) && note.is_none() {
            wrong.push(self.missing(Column::Note));
        }
        let by = self.text(Column::By).map(|by| masked(&by));
        if by.is_none() {
            wrong.push(self.missing(Column::By));
        }
        let on = self.day(today).map_err(|one| wrong.push(one)).ok();
        let fingerprint = self.fingerprint().map_err(|one| wrong.push(one)).ok();
        let file = self.text(Column::File);
        let half = (|| {
            let (region, rule) = entries::rule(rule.clone()?);
            let (practice, year, fingerprint) = (practice.clone()?, year?, fingerprint.clone()?);
            let matter = matter_of(
                (&practice, file.as_deref()),
                (region.as_deref(), &rule),
                year,
                intervention.as_ref()?.as_deref(),
                fingerprint,
            );
            Some(Half { matter, answer: found })
        })();
        let whole = (|| {
            let (region, rule) = entries::rule(rule?);
            let (practice, answer, fingerprint) = (practice?, found?, fingerprint?);
            let (year, intervention) = (year?, intervention?);
            let (by, on, span) = (by?, on?, Span::default());
            Some(Decision { practice, file, region, rule, year, intervention, fingerprint, answer, note, by, on, span })
        })();
        match whole {
            Some(decision) if wrong.is_empty() => Said::Decided(Box::new(decision)),
            Some(_) | None => Said::Wrong(wrong, half.map(Box::new)),
        }
    }

    /// The practice and the rule of a row, to name it by.
    #[must_use]
    pub fn about(&self) -> (String, String) {
        let said = |column| self.text(column).unwrap_or_else(|| "–".to_owned());
        (self.practice().unwrap_or_else(|_| said(Column::Practice)), said(Column::Rule))
    }

    /// Whether something in its words is not repeated: a citizen number.
    #[must_use]
    pub fn hides(&self) -> bool {
        let words = [Column::Note, Column::By].into_iter().filter_map(|column| self.text(column));
        words.into_iter().any(|text| masked(&text) != text)
    }

    fn cell(&mut self, column: Column) -> Option<&mut Given> {
        self.0.iter_mut().zip(Column::ALL).find(|(_, own)| *own == column).map(|(cell, _)| cell)
    }

    fn given(&self, column: Column) -> &Given {
        let found = self.0.iter().zip(Column::ALL).find(|(_, own)| *own == column);
        found.map_or(&Given::Nothing, |(cell, _)| cell)
    }

    /// What stands in a cell, as text on one line; none when it says nothing, as `n.v.t.` does.
    fn text(&self, column: Column) -> Option<String> {
        Some(self.raw(column)).filter(|text| !text.is_empty() && !plan::is_filler(text))
    }

    fn raw(&self, column: Column) -> String {
        match self.given(column) {
            Given::Nothing => String::new(),
            Given::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Given::Number(number) => number.to_string(),
            Given::Day(day) => day.to_string(),
        }
    }

    /// There is nothing, or something that says nothing.
    fn missing(&self, column: Column) -> Wrong {
        let raw = self.raw(column);
        if raw.is_empty() { Wrong::Missing(column) } else { Wrong::Unread(column, raw) }
    }

    /// An AGB code; the nought that a spreadsheet took away stands before it again.
    fn practice(&self) -> Result<String, Wrong> {
        let text = self.text(Column::Practice).ok_or_else(|| self.missing(Column::Practice))?;
        // No code begins with two noughts.
        let lost = text.len() + 1 == AGB && text.bytes().all(|byte| byte.is_ascii_digit());
        let whole = if lost { format!("0{text}") } else { text.clone() };
        entries::practice(&whole).map_err(|_| Wrong::Unread(Column::Practice, text))
    }

    /// The name of a rule or an intervention.
    fn name(&self, column: Column) -> Result<Option<String>, Wrong> {
        let Some(text) = self.text(column) else { return Ok(None) };
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.' | '@');
        if text.len() <= NAME && text.chars().all(is_name) && text.starts_with(char::is_alphanumeric) {
            Ok(Some(text))
        } else {
            Err(Wrong::Unread(column, text))
        }
    }

    fn year(&self) -> Result<Option<u8>, Wrong> {
        let Some(text) = self.text(Column::Year) else { return Ok(None) };
        let number = text.parse().ok().filter(|year: &u8| *year > 0);
        number.map(Some).ok_or(Wrong::Unread(Column::Year, text))
    }

    /// The day of a decision: a cell with a day, the number of one, or a text as people write it.
    fn day(&self, today: Date) -> Result<Date, Wrong> {
        let text = self.text(Column::On).ok_or_else(|| self.missing(Column::On))?;
        let day = match self.given(Column::On) {
            Given::Day(day) => Some(*day),
            Given::Number(number) => of_number(*number),
            Given::Text(_) => {
                let day = text.split('T').next().unwrap_or(&text);
                [day, &text].into_iter().find_map(|text| plan::certain(text, plan::read_date).ok())
            }
            Given::Nothing => None,
        };
        match day.filter(|day| day.year() >= FIRST_YEAR) {
            Some(day) if day > today => Err(Wrong::Later(day)),
            Some(day) => Ok(day),
            None => Err(Wrong::Unread(Column::On, text)),
        }
    }

    fn fingerprint(&self) -> Result<String, Wrong> {
        let text = self.text(Column::Fingerprint).ok_or_else(|| self.missing(Column::Fingerprint))?.to_lowercase();
        let whole = text.len() == FINGERPRINT && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        // A number has lost its last digits.
        match self.given(Column::Fingerprint) {
            Given::Text(_) if whole => Ok(text),
            Given::Text(_) | Given::Number(_) | Given::Day(_) | Given::Nothing => {
                Err(Wrong::Unread(Column::Fingerprint, text))
            }
        }
    }
}

/// The day that a spreadsheet has as a number; what comes behind the comma is a time.
fn of_number(number: f64) -> Option<Date> {
    let days = (number.is_finite() && (1.0..=LAST_DAY).contains(&number)).then(|| number.floor())?;
    let days: i64 = format!("{days:.0}").parse().ok()?;
    FIRST_DAY.checked_add(days.days()).ok()
}

/// A text that reports repeat: it shows no citizen number.
fn masked(text: &str) -> String {
    plan::mask_citizen_numbers(text).into_owned()
}
