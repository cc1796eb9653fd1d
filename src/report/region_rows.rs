//! What stands in the tables of practices: where each stands, what it chose, what is to be judged, and by when.

use crate::plan::mask_citizen_numbers;
use crate::session::{Practice, Review, ReviewState, Status};

use super::Catalog;
use super::foreign::for_programs;
use super::region::RegionReport;
use super::region_table::{Cell, Column, Look, Put, Tone};
use super::reviews;
use super::said::decided;

pub const PRACTICES: [Column; 20] = [
    ("region-agb", Look::Short),
    ("region-practice", Look::Short),
    ("region-contact", Look::Short),
    ("region-start", Look::Short),
    ("region-year-of-plan", Look::Short),
    ("region-version", Look::Short),
    ("region-handed-in", Look::Day),
    ("region-status", Look::Short),
    ("region-column-todo", Look::Short),
    ("region-column-warnings", Look::Short),
    ("region-column-reviews", Look::Short),
    ("region-column-pending", Look::Short),
    ("region-column-waived", Look::Short),
    ("region-column-agreed", Look::Short),
    ("region-column-refused", Look::Short),
    ("region-column-next", Look::Day),
    ("region-column-next-what", Look::Long),
    ("region-column-late", Look::Short),
    ("region-path", Look::Short),
    ("region-column-region", Look::Short),
];

pub const CHOICES: [Column; 10] = [
    ("region-practice", Look::Short),
    ("region-agb", Look::Short),
    ("region-start", Look::Short),
    ("region-year-of-plan", Look::Short),
    ("region-handed-in", Look::Day),
    ("region-path", Look::Short),
    ("region-plan-year", Look::Short),
    ("region-intervention", Look::Short),
    ("region-kind", Look::Short),
    ("region-column-region", Look::Short),
];

/// What is known stands around what is to be filled in; what it is known by stands last.
pub const REVIEWS: [Column; 15] = [
    ("sheet-review-state", Look::Short),
    ("region-practice", Look::Short),
    ("region-agb", Look::Short),
    ("region-plan-year", Look::Short),
    ("sheet-review-what", Look::Long),
    ("sheet-review-answer", Look::Answer),
    ("sheet-review-note", Look::Words),
    ("sheet-review-by", Look::Words),
    ("sheet-review-on", Look::OwnDay),
    ("sheet-review-before", Look::Long),
    ("region-column-rule", Look::Short),
    ("region-intervention", Look::Short),
    ("sheet-review-place", Look::Short),
    ("sheet-review-fingerprint", Look::Short),
    ("region-column-region", Look::Short),
];

pub const DATES: [Column; 8] = [
    ("region-column-next", Look::Day),
    ("region-column-sort", Look::Short),
    ("region-column-late", Look::Short),
    ("region-column-next-what", Look::Long),
    ("region-agb", Look::Short),
    ("region-practice", Look::Short),
    ("region-column-rule", Look::Short),
    ("region-column-region", Look::Short),
];

/// A row for each practice.
pub fn practices(report: &RegionReport<'_>, catalog: &Catalog, put: Put<'_>) {
    for practice in report.practices {
        let standing = &practice.standing;
        let next = standing.next(report.reference);
        put(&[
            Cell::text(practice.agb.as_deref()),
            Cell::Text(practice.name.clone()),
            Cell::text(practice.contact.as_deref()),
            start(practice),
            Cell::year(practice.year),
            Cell::text(practice.regioplan.as_deref()),
            Cell::day(practice.handed_in),
            Cell::Marked(catalog.word(standing.status.text_id()), of_status(standing.status)),
            Cell::Count(standing.todo),
            Cell::Count(standing.warnings),
            Cell::Count(standing.reviews),
            Cell::Count(standing.pending),
            Cell::Count(standing.waived),
            Cell::Count(standing.agreed),
            Cell::Count(standing.refused),
            Cell::day(next.map(|day| day.date)),
            Cell::text(next.map(|day| catalog.say(&day.what))),
            next.map_or(Cell::Blank, |day| late(report.is_late(day), catalog)),
            path(practice),
            Cell::Text(report.model.name.clone()),
        ]);
    }
}

/// A row for each choice of each practice; a practice without choices has one as well.
pub fn choices(report: &RegionReport<'_>, put: Put<'_>) {
    for practice in report.practices {
        let mut one = |year: Option<u8>, name: Option<&str>, kind: Option<&str>| {
            put(&[
                Cell::Text(practice.name.clone()),
                Cell::text(practice.agb.as_deref()),
                start(practice),
                Cell::year(practice.year),
                Cell::day(practice.handed_in),
                path(practice),
                Cell::year(year),
                Cell::text(name),
                Cell::text(kind),
                Cell::Text(report.model.name.clone()),
            ]);
        };
        if practice.choices.is_empty() {
            one(None, None, None);
        }
        for (year, name, kind) in &practice.choices {
            one(Some(*year), Some(name), kind.as_deref());
        }
    }
}

/// A row for each thing that a person must judge, and then one for each that was judged.
pub fn reviews(report: &RegionReport<'_>, catalog: &Catalog, put: Put<'_>) {
    let (open, settled): (Vec<&Review>, Vec<&Review>) =
        report.reviews.iter().partition(|review| review.state.is_open());
    for review in open.into_iter().chain(settled) {
        put(&[
            Cell::Marked(catalog.word(review.state.text_id()), of_review(review.state)),
            Cell::Text(mask_citizen_numbers(review.name.as_deref().unwrap_or_default()).into_owned()),
            Cell::text(review.practice.as_deref()),
            Cell::year(review.year),
            Cell::Text(reviews::what(review, catalog)),
            Cell::Blank,
            Cell::Blank,
            Cell::Blank,
            Cell::Blank,
            Cell::text(review.decided.as_ref().map(|found| decided(found, catalog))),
            Cell::Text(review.rule.clone()),
            Cell::text(review.intervention.as_deref()),
            Cell::Text(reviews::place(review)),
            Cell::Text(review.fingerprint.clone()),
            Cell::Text(report.model.name.clone()),
        ]);
    }
}

/// A row for each day of each practice, in order of day.
pub fn dates(report: &RegionReport<'_>, catalog: &Catalog, put: Put<'_>) {
    for day in report.deadlines() {
        for practice in &day.practices {
            put(&[
                Cell::Day(day.deadline.date),
                Cell::Text(catalog.word(day.deadline.sort.text_id())),
                late(report.is_late(day.deadline), catalog),
                Cell::Text(catalog.say(&day.deadline.what)),
                Cell::text(practice.agb.as_deref()),
                Cell::Text(practice.name.clone()),
                Cell::text(day.deadline.rule.as_deref()),
                Cell::Text(report.model.name.clone()),
            ]);
        }
    }
}

fn start(practice: &Practice) -> Cell {
    Cell::text(practice.start.map(|quarter| format!("{}-Q{}", quarter.year, quarter.number)))
}

fn path(practice: &Practice) -> Cell {
    Cell::text(practice.path.as_deref().map(|path| for_programs(path).into_owned()))
}

/// Whether it is too late.
fn late(is_late: bool, catalog: &Catalog) -> Cell {
    if is_late { Cell::Marked(catalog.word("region-yes"), Tone::Wrong) } else { Cell::Text(catalog.word("region-no")) }
}

fn of_status(status: Status) -> Tone {
    match status {
        Status::InOrder => Tone::Good,
        Status::ToMend | Status::Unreadable => Tone::Wrong,
        Status::ToReview => Tone::Look,
        Status::NoPlan => Tone::Still,
    }
}

fn of_review(state: ReviewState) -> Tone {
    match state {
        ReviewState::Open | ReviewState::Returned => Tone::Look,
        ReviewState::Refused => Tone::Wrong,
        ReviewState::Agreed => Tone::Good,
    }
}
