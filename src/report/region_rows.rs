//! What stands in the tables of practices: where each stands, what it chose, what is to be judged, and by when.

use crate::diagnostic::Text;
use crate::plan::mask_citizen_numbers;
use crate::session::{Deadline, Practice, Review, ReviewState, Status};

use super::Catalog;
use super::foreign::for_programs;
use super::region::RegionReport;
use super::region_table::{Cell, Column, Look, Put, Tone};
use super::reviews;
use super::said::decided;

/// A practice, and the first day that it has something to do.
pub struct PracticeRow<'r> {
    report: &'r RegionReport<'r>,
    catalog: &'r Catalog,
    practice: &'r Practice,
    next: Option<&'r Deadline>,
}

type PracticeColumn = Column<fn(&PracticeRow<'_>) -> Cell>;

pub const PRACTICES: [PracticeColumn; 20] = [
    ("region-agb", Look::Short, |row| Cell::text(row.practice.agb.as_deref())),
    ("region-practice", Look::Short, |row| Cell::Text(row.practice.name.clone())),
    ("region-contact", Look::Short, |row| Cell::text(row.practice.contact.as_deref())),
    ("region-start", Look::Short, |row| start(row.practice)),
    ("region-year-of-plan", Look::Short, |row| Cell::year(row.practice.year)),
    ("region-version", Look::Short, |row| Cell::text(row.practice.regioplan.as_deref())),
    ("region-handed-in", Look::Day, |row| Cell::day(row.practice.handed_in)),
    ("region-status", Look::Short, |row| status(row.practice.standing.status, row.catalog)),
    ("region-column-todo", Look::Short, |row| Cell::Count(row.practice.standing.todo)),
    ("region-column-warnings", Look::Short, |row| Cell::Count(row.practice.standing.warnings)),
    ("region-column-reviews", Look::Short, |row| Cell::Count(row.practice.standing.reviews)),
    ("region-column-pending", Look::Short, |row| Cell::Count(row.practice.standing.pending)),
    ("region-column-waived", Look::Short, |row| Cell::Count(row.practice.standing.waived)),
    ("region-column-agreed", Look::Short, |row| Cell::Count(row.practice.standing.agreed)),
    ("region-column-refused", Look::Short, |row| Cell::Count(row.practice.standing.refused)),
    ("region-column-next", Look::Day, |row| Cell::day(row.next.map(|day| day.date))),
    ("region-column-next-what", Look::Long, |row| {
        let what = row.next.map(|day| &day.what).or(row.practice.unasked.as_ref());
        Cell::text(what.map(|what| row.catalog.say(what)))
    }),
    ("region-column-late", Look::Short, |row| row.next.map_or(Cell::Blank, |day| late(day, row.report, row.catalog))),
    ("region-path", Look::Short, |row| path(row.practice)),
    ("region-column-region", Look::Short, |row| region(row.report)),
];

/// A choice of a practice; none of a practice without choices.
pub struct ChoiceRow<'r> {
    report: &'r RegionReport<'r>,
    practice: &'r Practice,
    choice: Option<&'r (u8, String, Option<String>)>,
}

type ChoiceColumn = Column<fn(&ChoiceRow<'_>) -> Cell>;

pub const CHOICES: [ChoiceColumn; 10] = [
    ("region-practice", Look::Short, |row| Cell::Text(row.practice.name.clone())),
    ("region-agb", Look::Short, |row| Cell::text(row.practice.agb.as_deref())),
    ("region-start", Look::Short, |row| start(row.practice)),
    ("region-year-of-plan", Look::Short, |row| Cell::year(row.practice.year)),
    ("region-handed-in", Look::Day, |row| Cell::day(row.practice.handed_in)),
    ("region-path", Look::Short, |row| path(row.practice)),
    ("region-plan-year", Look::Short, |row| Cell::year(row.choice.map(|(year, ..)| *year))),
    ("region-intervention", Look::Short, |row| Cell::text(row.choice.map(|(_, name, _)| name))),
    ("region-kind", Look::Short, |row| Cell::text(row.choice.and_then(|(.., kind)| kind.as_deref()))),
    ("region-column-region", Look::Short, |row| region(row.report)),
];

/// What a person must judge, or has judged.
pub struct ReviewRow<'r> {
    report: &'r RegionReport<'r>,
    catalog: &'r Catalog,
    review: &'r Review,
}

/// What is known stands around what is to be filled in; what it is known by stands last.
type ReviewColumn = Column<fn(&ReviewRow<'_>) -> Cell>;

pub const REVIEWS: [ReviewColumn; 16] = [
    ("sheet-review-state", Look::Short, |row| state(row.review.state, row.catalog)),
    ("region-practice", Look::Short, |row| Cell::text(row.review.name.as_deref().map(mask_citizen_numbers))),
    ("region-agb", Look::Short, |row| Cell::text(row.review.practice.as_deref())),
    ("region-plan-year", Look::Short, |row| Cell::year(row.review.year)),
    ("sheet-review-what", Look::Long, |row| Cell::Text(reviews::what(row.review, row.catalog))),
    ("sheet-review-answer", Look::Answer, |_| Cell::Blank),
    ("sheet-review-note", Look::Words, |_| Cell::Blank),
    ("sheet-review-by", Look::Words, |_| Cell::Blank),
    ("sheet-review-on", Look::OwnDay, |_| Cell::Blank),
    ("sheet-review-before", Look::Long, |row| before(row.review, row.catalog)),
    ("region-column-rule", Look::Short, |row| Cell::Text(row.review.rule.clone())),
    ("region-intervention", Look::Short, |row| Cell::text(row.review.intervention.as_deref())),
    ("sheet-review-place", Look::Short, |row| Cell::Text(reviews::place(row.review))),
    ("sheet-review-file", Look::Short, |row| {
        Cell::text(row.review.shared.then_some(mask_citizen_numbers(&row.review.path)))
    }),
    ("sheet-review-fingerprint", Look::Short, |row| Cell::Text(row.review.fingerprint.clone())),
    ("region-column-region", Look::Short, |row| region(row.report)),
];

/// A day of a practice.
pub struct DateRow<'r> {
    report: &'r RegionReport<'r>,
    catalog: &'r Catalog,
    day: &'r Deadline,
    /// None for a day of the region itself.
    practice: Option<&'r Practice>,
}

type DateColumn = Column<fn(&DateRow<'_>) -> Cell>;

pub const DATES: [DateColumn; 8] = [
    ("region-column-next", Look::Day, |row| Cell::Day(row.day.date)),
    ("region-column-sort", Look::Short, |row| Cell::Text(row.catalog.word(row.day.sort.text_id()))),
    ("region-column-late", Look::Short, |row| late(row.day, row.report, row.catalog)),
    ("region-column-next-what", Look::Long, |row| Cell::Text(row.catalog.say(&row.day.what))),
    ("region-agb", Look::Short, |row| Cell::text(row.practice.and_then(|one| one.agb.as_deref()))),
    ("region-practice", Look::Short, |row| {
        let own = || row.catalog.say(&Text::new("region-itself").with("name", &row.report.model.name));
        Cell::Text(row.practice.map_or_else(own, |one| one.name.clone()))
    }),
    ("region-column-rule", Look::Short, |row| Cell::text(row.day.rule.as_deref())),
    ("region-column-region", Look::Short, |row| region(row.report)),
];

/// A row for each practice.
pub fn practices(report: &RegionReport<'_>, catalog: &Catalog, put: Put<'_>) {
    for practice in report.practices {
        let row = PracticeRow { report, catalog, practice, next: practice.standing.next(report.reference) };
        put(&PRACTICES.map(|(.., cell)| cell(&row)));
    }
}

/// A row for each choice of each practice; a practice without choices has one as well.
pub fn choices(report: &RegionReport<'_>, put: Put<'_>) {
    for practice in report.practices {
        let mut one = |choice| {
            let row = ChoiceRow { report, practice, choice };
            put(&CHOICES.map(|(.., cell)| cell(&row)));
        };
        if practice.choices.is_empty() {
            one(None);
        }
        practice.choices.iter().map(Some).for_each(one);
    }
}

/// A row for each thing that a person must judge, and then one for each that was judged.
pub fn reviews(report: &RegionReport<'_>, catalog: &Catalog, put: Put<'_>) {
    let (open, settled): (Vec<&Review>, Vec<&Review>) =
        report.reviews.iter().partition(|review| review.state.is_open());
    for review in open.into_iter().chain(settled) {
        let row = ReviewRow { report, catalog, review };
        put(&REVIEWS.map(|(.., cell)| cell(&row)));
    }
}

/// A row for each day of each practice, in order of day.
pub fn dates(report: &RegionReport<'_>, catalog: &Catalog, put: Put<'_>) {
    for day in report.deadlines() {
        let mut one = |practice| {
            let row = DateRow { report, catalog, day: day.deadline, practice };
            put(&DATES.map(|(.., cell)| cell(&row)));
        };
        if day.practices.is_empty() {
            one(None);
        }
        day.practices.iter().map(|practice| Some(*practice)).for_each(one);
    }
}

/// The region that a row is about.
pub fn region(report: &RegionReport<'_>) -> Cell {
    Cell::Text(report.model.name.clone())
}

fn start(practice: &Practice) -> Cell {
    Cell::text(practice.start.map(|quarter| format!("{}-Q{}", quarter.year, quarter.number)))
}

fn path(practice: &Practice) -> Cell {
    Cell::text(practice.path.as_deref().map(|path| for_programs(path).into_owned()))
}

/// Whether it is too late.
fn late(day: &Deadline, report: &RegionReport<'_>, catalog: &Catalog) -> Cell {
    if report.is_late(day) {
        Cell::Marked(catalog.word("region-yes"), Tone::Wrong)
    } else {
        Cell::Text(catalog.word("region-no"))
    }
}

fn before(review: &Review, catalog: &Catalog) -> Cell {
    Cell::text(review.decided.as_ref().map(|found| decided(found, catalog)))
}

fn status(status: Status, catalog: &Catalog) -> Cell {
    let tone = match status {
        Status::InOrder => Tone::Good,
        Status::ToMend | Status::Unreadable => Tone::Wrong,
        Status::ToReview => Tone::Look,
        Status::NoPlan | Status::NotAsked => Tone::Still,
    };
    Cell::Marked(catalog.word(status.text_id()), tone)
}

fn state(state: ReviewState, catalog: &Catalog) -> Cell {
    let tone = match state {
        ReviewState::Open | ReviewState::Returned => Tone::Look,
        ReviewState::Refused => Tone::Wrong,
        ReviewState::Agreed => Tone::Good,
    };
    Cell::Marked(catalog.word(state.text_id()), tone)
}
