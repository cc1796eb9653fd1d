//! Charts as vectors: bars, and days on a line.
//!
//! In: labels with numbers. Out: places in units that are pixels on a narrow screen. A table beside each chart says the same.

use jiff::civil::Date;
use serde::Serialize;

use super::super::object::object;

/// The width of a chart of bars; as wide as a narrow screen.
const WIDTH: usize = 340;
/// So many letters fit on a line of a label.
const LETTERS: usize = 46;
const LINE: usize = 16;
const BAR: usize = 12;
const BETWEEN: usize = 12;
/// Room for a number behind a bar.
const NUMBER: usize = 34;

/// What a bar is about, and its pieces.
pub type Counted = (String, Vec<(&'static str, usize)>);

/// Bars below each other, each in pieces; `most` is what the longest bar stands for.
pub fn bars(rows: Vec<Counted>, most: usize) -> impl Serialize {
    let room = WIDTH - NUMBER;
    let mut y = 0;
    let rows = rows.into_iter().map(|(label, counts)| {
        let mut lines = Vec::new();
        for text in textwrap::wrap(&label, LETTERS) {
            y += LINE;
            lines.push(object! { y: y - 4, text: text.into_owned() });
        }
        let mut x = 0;
        let total: usize = counts.iter().map(|(_, count)| count).sum();
        let mut before = 0;
        let mut pieces = Vec::new();
        for (kind, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
            before += count;
            let end = room * before / most.max(1);
            pieces.push(object! { x: x, width: (end - x).max(1), kind: kind });
            x = end;
        }
        let row = object! {
            lines: lines,
            y: y,
            text_y: y + BAR - 1,
            height: BAR,
            // The bar at its longest.
            room: room,
            pieces: pieces,
            total: total,
            total_x: room + 6,
        };
        y += BAR + BETWEEN;
        row
    });
    let rows: Vec<_> = rows.collect();
    object! { width: WIDTH, height: y.max(1), rows: rows }
}

#[derive(Debug, Serialize)]
pub struct Month {
    pub x: usize,
    pub text: String,
}

#[derive(Debug, Serialize)]
pub struct Dot {
    pub x: usize,
    pub radius: usize,
    pub late: bool,
    /// The number of the day in the table.
    pub number: usize,
    pub y: usize,
}

/// A day: how many practices, and whether it is late.
pub type Dated = (Date, usize, bool);

const LONG: usize = 680;
const EDGE: usize = 30;

/// Days on a line, from the first day to the last, with the day from which it is looked between them.
pub fn timeline(days: &[Dated], today: Date) -> Option<impl Serialize + use<>> {
    let all = || days.iter().map(|(date, ..)| *date).chain([today]);
    let (first, last) = (all().min()?, all().max()?);
    let span = usize::try_from((last - first).get_days()).ok()?.max(1);
    let most = days.iter().map(|(_, count, _)| *count).max()?.max(1);
    let x = |date: Date| {
        let from = usize::try_from((date - first).get_days()).unwrap_or(0);
        EDGE + (LONG - 2 * EDGE) * from.min(span) / span
    };
    let mut levels: Vec<(usize, usize)> = Vec::new();
    let dots: Vec<Dot> = days
        .iter()
        .zip(1..)
        .map(|((date, count, late), number)| {
            let x = x(*date);
            // What would stand over another one stands above it.
            let is_free = |level: &usize| !levels.iter().any(|(at, known)| known == level && at.abs_diff(x) < 30);
            let level = (0..=levels.len()).find(is_free).unwrap_or(0);
            levels.push((x, level));
            Dot { x, radius: 9 + 5 * count / most, late: *late, number, y: level }
        })
        .collect();
    let high = levels.iter().map(|(_, level)| level + 1).max().unwrap_or(1);
    let axis = high * 32 + 8;
    let dots: Vec<Dot> = dots.into_iter().map(|dot| Dot { y: axis - 22 - dot.y * 32, ..dot }).collect();
    Some(object! {
        width: LONG,
        height: axis + 40,
        axis: axis,
        months: months(first, last, &x),
        days: dots,
        // The day from which it is looked.
        today: x(today),
    })
}

/// The first days of quarters, or of years where there are many.
fn months(first: Date, last: Date, x: &impl Fn(Date) -> usize) -> Vec<Month> {
    let years = usize::try_from(last.year() - first.year()).unwrap_or(0);
    let step = match years {
        0..=1 => 1,
        2 => 3,
        3..=6 => 6,
        _ => 12,
    };
    let mut found: Vec<Month> = Vec::new();
    for year in first.year()..=last.year() {
        for month in (1..=12).step_by(step) {
            let Ok(day) = Date::new(year, month, 1) else { continue };
            let at = x(day);
            if day >= first && day <= last && found.last().is_none_or(|one| at >= one.x + 52) {
                found.push(Month { x: at, text: format!("{month}-{year}") });
            }
        }
    }
    found
}
