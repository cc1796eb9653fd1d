//! A row for each practice, for a mail merge: where the post goes, what is to be done in numbers and in words, and the dates.

use super::super::Catalog;
use super::super::region::RegionReport;
use super::super::spreadsheet::{heads, row};
use super::super::writer::Pieces;
use super::letter::{Decision, Later, Letter, Point};

const COLUMNS: [&str; 23] = [
    "region-agb",
    "region-practice",
    "letters-column-person",
    "letters-column-email",
    "letters-column-address",
    "letters-column-region",
    "region-version",
    "region-year-of-plan",
    "region-handed-in",
    "region-status",
    "region-column-todo",
    "region-column-warnings",
    "region-column-reviews",
    "region-column-next",
    "region-column-next-what",
    "letters-column-needed",
    "letters-column-todo",
    "letters-column-may",
    "letters-column-reviews",
    "letters-column-decisions",
    "letters-column-missed",
    "letters-column-later",
    "letters-column-asked",
];

/// The table; `asked` is whom practices can ask, as the settings say.
pub fn letters_csv(reports: &[RegionReport<'_>], asked: Option<&str>, catalog: &Catalog, put: Pieces<'_>) {
    put(&heads(&COLUMNS, catalog));
    for report in reports {
        for practice in report.asked_practices() {
            let letter = Letter::to(practice, report, asked, catalog);
            let next = practice.standing.next(report.reference);
            let (date, what) = next.map(|day| (day.date, catalog.say(&day.what))).unzip();
            put(&row(&[
                letter.praktijk.agb.clone(),
                letter.praktijk.naam.clone(),
                letter.praktijk.contactpersoon.clone(),
                letter.praktijk.e_mail.clone(),
                letter.praktijk.adres.join(", "),
                letter.regio.naam.clone(),
                letter.plan.regioplan.clone(),
                letter.plan.jaar.clone(),
                letter.plan.ingediend.clone(),
                letter.stand.clone(),
                practice.standing.todo.to_string(),
                practice.standing.warnings.to_string(),
                practice.standing.reviews.to_string(),
                date.map_or_else(String::new, |date| super::super::dates::long(catalog, date)),
                what.unwrap_or_default(),
                needed(&letter),
                points(&letter.te_doen),
                points(&letter.mag_beter),
                points(&letter.te_beoordelen),
                decisions(&letter.besluiten),
                by_day(&letter.nog_open),
                by_day(&letter.later),
                letter.vragen_aan.clone(),
            ]));
        }
    }
}

fn needed(letter: &Letter) -> String {
    let parts = [&letter.plan.waarom, &letter.nodig.wat, &letter.nodig.uiterlijk];
    parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("; ")
}

/// `1. … 2. …`, each with its day and what to do.
fn points(points: &[Point]) -> String {
    let one = |point: &Point| {
        let parts = [&point.titel, &point.uiterlijk, &point.uitleg, &point.hulp];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("; ")
    };
    numbered(points.iter().map(one))
}

fn decisions(decisions: &[Decision]) -> String {
    let one = |one: &Decision| {
        let parts = [&one.titel, &one.besluit, &one.toelichting, &one.door, &one.datum];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join("; ")
    };
    numbered(decisions.iter().map(one))
}

fn by_day(days: &[Later]) -> String {
    numbered(days.iter().map(|day| format!("{}: {}", day.datum, day.punten.join("; "))))
}

fn numbered(texts: impl Iterator<Item = String>) -> String {
    let all: Vec<String> = texts.collect();
    match all.as_slice() {
        [only] => only.clone(),
        all => all.iter().zip(1..).map(|(text, at)| format!("{at}. {text}")).collect::<Vec<_>>().join(" "),
    }
}
