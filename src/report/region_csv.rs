//! A region as tables for a spreadsheet: a row for each practice, or for each of its choices, or for each day.

use super::foreign::for_programs;

use super::Catalog;
use super::region::RegionReport;
use super::spreadsheet::{heads, row};
use crate::session::Practice;

const PRACTICES: [&str; 19] = [
    "region-agb",
    "region-practice",
    "region-contact",
    "region-start",
    "region-year-of-plan",
    "region-version",
    "region-handed-in",
    "region-status",
    "region-column-todo",
    "region-column-warnings",
    "region-column-reviews",
    "region-column-pending",
    "region-column-waived",
    "region-column-agreed",
    "region-column-refused",
    "region-column-next",
    "region-column-next-what",
    "region-column-late",
    "region-path",
];

const CHOICES: [&str; 9] = [
    "region-practice",
    "region-agb",
    "region-start",
    "region-year-of-plan",
    "region-handed-in",
    "region-path",
    "region-plan-year",
    "region-intervention",
    "region-kind",
];

const DAYS: [&str; 7] = [
    "region-column-next",
    "region-column-sort",
    "region-column-late",
    "region-column-next-what",
    "region-agb",
    "region-practice",
    "region-column-rule",
];

/// A row for each practice.
#[must_use]
pub fn region_csv(reports: &[RegionReport<'_>], catalog: &Catalog) -> String {
    let mut out = heads(&PRACTICES, catalog);
    for report in reports {
        out.extend(report.practices.iter().map(|practice| row(&standing(report, practice, catalog))));
    }
    out
}

/// A row for each choice of each practice; a practice without choices has one as well.
#[must_use]
pub fn choices_csv(reports: &[RegionReport<'_>], catalog: &Catalog) -> String {
    let mut out = heads(&CHOICES, catalog);
    for practice in reports.iter().flat_map(|report| report.practices) {
        let fixed = [
            practice.name.clone(),
            practice.agb.clone().unwrap_or_default(),
            start(practice),
            number(practice.year),
            practice.handed_in.map_or_else(String::new, |date| date.to_string()),
            path(practice),
        ];
        if practice.choices.is_empty() {
            out.push_str(&row(&[fixed.as_slice(), &[String::new(), String::new(), String::new()]].concat()));
        }
        for (year, name, kind) in &practice.choices {
            let own = [year.to_string(), name.clone(), kind.clone().unwrap_or_default()];
            out.push_str(&row(&[fixed.as_slice(), &own].concat()));
        }
    }
    out
}

/// A row for each day of each practice, in order of day.
#[must_use]
pub fn days_csv(reports: &[RegionReport<'_>], catalog: &Catalog) -> String {
    let mut out = heads(&DAYS, catalog);
    for report in reports {
        for day in report.deadlines() {
            for practice in &day.practices {
                out.push_str(&row(&[
                    day.deadline.date.to_string(),
                    catalog.word(day.deadline.sort.text_id()),
                    yes_no(report.is_late(day.deadline), catalog),
                    catalog.say(&day.deadline.what),
                    practice.agb.clone().unwrap_or_default(),
                    practice.name.clone(),
                    day.deadline.rule.clone().unwrap_or_default(),
                ]));
            }
        }
    }
    out
}

fn standing(report: &RegionReport<'_>, practice: &Practice, catalog: &Catalog) -> [String; 19] {
    let standing = &practice.standing;
    let next = standing.next(report.reference);
    [
        practice.agb.clone().unwrap_or_default(),
        practice.name.clone(),
        practice.contact.clone().unwrap_or_default(),
        start(practice),
        number(practice.year),
        practice.regioplan.clone().unwrap_or_default(),
        practice.handed_in.map_or_else(String::new, |date| date.to_string()),
        catalog.word(standing.status.text_id()),
        standing.todo.to_string(),
        standing.warnings.to_string(),
        standing.reviews.to_string(),
        standing.pending.to_string(),
        standing.waived.to_string(),
        standing.agreed.to_string(),
        standing.refused.to_string(),
        next.map_or_else(String::new, |day| day.date.to_string()),
        next.map_or_else(String::new, |day| catalog.say(&day.what)),
        next.map_or_else(String::new, |day| yes_no(report.is_late(day), catalog)),
        path(practice),
    ]
}

fn start(practice: &Practice) -> String {
    practice.start.map_or_else(String::new, |quarter| format!("{}-Q{}", quarter.year, quarter.number))
}

fn number(year: Option<u8>) -> String {
    year.map_or_else(String::new, |year| year.to_string())
}

fn path(practice: &Practice) -> String {
    practice.path.as_deref().map_or_else(String::new, |path| for_programs(path).into_owned())
}

fn yes_no(yes: bool, catalog: &Catalog) -> String {
    catalog.word(if yes { "region-yes" } else { "region-no" })
}
