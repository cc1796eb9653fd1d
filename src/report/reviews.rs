//! What people of a region must judge: a table to read, JSON and CSV for programs, and decisions to fill in.

use crate::diagnostic::Text;
use crate::plan::mask_citizen_numbers;
use crate::session::{Review, ReviewState};
use crate::settings::Entry;

use super::foreign::for_programs;
use super::object::{object, written};
use super::page::Page;
use super::said::{decided, one_line};
use super::spreadsheet::{heads, row};
use super::{Catalog, Screen};

const COLUMNS: [&str; 9] = [
    "reviews-column-practice",
    "reviews-column-name",
    "reviews-column-year",
    "reviews-column-rule",
    "reviews-column-intervention",
    "reviews-column-what",
    "reviews-column-place",
    "reviews-column-state",
    "reviews-column-decision",
];

/// Practice by practice, what is to be judged and where it stands.
#[must_use]
pub fn human(reviews: &[Review], screen: Screen, catalog: &Catalog) -> String {
    let mut page = Page::new(catalog);
    let mut last: Option<&str> = None;
    for review in reviews {
        if last != Some(&review.path) {
            if last.is_some() {
                page.gap();
            }
            last = Some(&review.path);
            page.line(0, &heading(review));
        }
        let text = Text::new("reviews-line").with("state", Text::new(review.state.text_id()));
        page.line(1, &text.with("title", review.title.clone()).with("about", about(review, catalog)));
        if let Some(detail) = &review.detail {
            page.line(3, detail);
        }
        if let Some(found) = &review.decided {
            page.line(3, &Text::new("reviews-said").with("said", decided(found, catalog)));
        }
    }
    if !reviews.is_empty() {
        page.gap();
    }
    let open = reviews.iter().filter(|review| review.state.is_open()).count();
    page.line(0, &Text::new("reviews-end").with("open", open).with("count", reviews.len()));
    page.on(screen)
}

fn heading(review: &Review) -> Text {
    let name = review.name.as_deref().or(review.practice.as_deref()).unwrap_or(&review.path);
    let text = Text::new("reviews-practice").with("name", mask_citizen_numbers(name).into_owned());
    text.with("path", mask_citizen_numbers(&review.path).into_owned())
}

/// `aw-jaar-3, jaar 3, trieren, regel 12 en 20`
fn about(review: &Review, catalog: &Catalog) -> String {
    let year = review.year.map(|year| catalog.say(&Text::new("report-year").with("year", year)));
    let lines: Vec<String> = review.lines.iter().map(usize::to_string).collect();
    let lines = catalog.say(&Text::new("reviews-lines").with("lines", lines.join(", ")));
    let parts = [Some(review.rule.clone()), year, review.intervention.clone(), Some(lines)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Where it stands: the file and its lines.
pub fn place(review: &Review) -> String {
    let lines: Vec<String> = review.lines.iter().map(usize::to_string).collect();
    format!("{}:{}", mask_citizen_numbers(&review.path), lines.join(","))
}

fn cells(review: &Review, catalog: &Catalog) -> [String; 9] {
    [
        review.practice.clone().unwrap_or_default(),
        mask_citizen_numbers(review.name.as_deref().unwrap_or_default()).into_owned(),
        review.year.map_or_else(String::new, |year| year.to_string()),
        review.rule.clone(),
        review.intervention.clone().unwrap_or_default(),
        what(review, catalog),
        place(review),
        catalog.word(review.state.text_id()),
        review.decided.as_ref().map_or_else(String::new, |found| decided(found, catalog)),
    ]
}

/// What is judged.
pub fn what(review: &Review, catalog: &Catalog) -> String {
    let title = catalog.say(&review.title);
    match &review.detail {
        Some(detail) => format!("{title}: {}", catalog.say(detail)),
        None => title,
    }
}

/// A row for each.
#[must_use]
pub fn csv(reviews: &[Review], catalog: &Catalog) -> String {
    let mut out = heads(&COLUMNS, catalog);
    out.extend(reviews.iter().map(|review| row(&cells(review, catalog))));
    out
}

/// An object with a list.
#[must_use]
pub fn json(reviews: &[Review], catalog: &Catalog) -> String {
    let list = reviews.iter().map(|review| {
        object! {
            practice: review.practice.clone(),
            name: review.name.as_deref().map(|name| mask_citizen_numbers(name).into_owned()),
            region: review.region.clone(),
            rule: review.rule.clone(),
            year: review.year,
            intervention: review.intervention.clone(),
            message: what(review, catalog),
            path: for_programs(&mask_citizen_numbers(&review.path)).into_owned(),
            lines: review.lines.clone(),
            state: review.state.word(),
            fingerprint: review.fingerprint.clone(),
            decided: review.decided.as_ref().map(super::json::decided),
        }
    });
    written(&object! { version: 1, reviews: list.collect::<Vec<_>>() })
}

/// The reviews that are open, as decisions in which only the answer is missing.
#[must_use]
pub fn to_fill_in(reviews: &[Review], catalog: &Catalog) -> String {
    let comment = |text: &Text| {
        let said = catalog.say(text);
        said.lines().fold(String::new(), |out, line| out + "# " + &one_line(line) + "\n")
    };
    let mut out = comment(&Text::new("reviews-fill-in"));
    for review in reviews.iter().filter(|review| review.state.is_open() && review.practice.is_some()) {
        out.push('\n');
        out.push_str(&comment(&heading(review)));
        out.push_str(&comment(&Text::new("reviews-what").with("what", what(review, catalog))));
        if review.state == ReviewState::Returned
            && let Some(found) = &review.decided
        {
            out.push_str(&comment(&Text::new("reviews-said").with("said", decided(found, catalog))));
        }
        out.push_str(&entry(review));
    }
    // A decision says of which practice it is by its code.
    let nameless: Vec<&Review> =
        reviews.iter().filter(|review| review.state.is_open() && review.practice.is_none()).collect();
    if !nameless.is_empty() {
        out.push('\n');
        out.push_str(&comment(&Text::new("reviews-without-code").with("count", nameless.len())));
    }
    for review in nameless {
        let text = Text::new("reviews-without-code-one").with("who", heading(review));
        out.push_str(&comment(&text.with("what", what(review, catalog)).with("about", about(review, catalog))));
    }
    out
}

/// One decision without its answer.
fn entry(review: &Review) -> String {
    let entry = Entry {
        practice: review.practice.as_deref().unwrap_or_default(),
        file: review.shared.then_some(review.path.as_str()),
        rule: &review.rule,
        year: review.year,
        intervention: review.intervention.as_deref(),
        fingerprint: &review.fingerprint,
        decided: None,
    };
    entry.written()
}
