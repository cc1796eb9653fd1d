//! Differences as one JSON object; `diff.schema.json` beside this file documents it.

use std::borrow::Cow;

use serde::Serialize;

use crate::compare::{Change, Effect, Part, Side, Sort};
use crate::source::{Span, for_programs};

use super::Catalog;
use super::diff::{Compared, DiffReport, aspect_word, sentence};

#[derive(Serialize)]
struct Root<'a> {
    version: u8,
    tool: String,
    old: JsonRegioplan<'a>,
    new: JsonRegioplan<'a>,
    changes: Vec<JsonChange>,
    summary: JsonSummary,
}

#[derive(Serialize)]
pub struct JsonRegioplan<'a> {
    id: &'a str,
    version: &'a str,
    sha256: &'a str,
    path: Option<Cow<'a, str>>,
}

impl<'a> JsonRegioplan<'a> {
    #[must_use]
    pub fn of(compared: &Compared<'a>) -> Self {
        let judged = compared.judged;
        Self {
            id: &judged.id,
            version: &judged.version,
            sha256: &judged.sha256,
            path: judged.path.as_deref().map(for_programs),
        }
    }
}

#[derive(Serialize)]
struct JsonChange {
    part: &'static str,
    subject: JsonSubject,
    aspect: &'static str,
    change: &'static str,
    effect: &'static str,
    years: Vec<u8>,
    sentence: String,
    old: Option<JsonSide>,
    new: Option<JsonSide>,
}

#[derive(Serialize)]
struct JsonSubject {
    sort: &'static str,
    id: String,
    name: String,
}

#[derive(Serialize)]
struct JsonSide {
    /// None when this side does not say it; the place is that of the thing.
    text: Option<String>,
    path: String,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct JsonSummary {
    changes: usize,
    stricter: usize,
    looser: usize,
    different: usize,
}

/// The object, indented, with a line end.
#[must_use]
pub fn diff_json(report: &DiffReport<'_>, catalog: &Catalog) -> String {
    let totals = report.totals();
    let root = Root {
        version: 1,
        tool: format!("mtvp {}", env!("CARGO_PKG_VERSION")),
        old: JsonRegioplan::of(&report.old),
        new: JsonRegioplan::of(&report.new),
        changes: report.changes.iter().map(|one| change(report, one, catalog)).collect(),
        summary: JsonSummary {
            changes: totals.changes,
            stricter: totals.stricter,
            looser: totals.looser,
            different: totals.different,
        },
    };
    let mut text = serde_json::to_string_pretty(&root).unwrap_or_default();
    text.push('\n');
    text
}

fn change(report: &DiffReport<'_>, one: &Change, catalog: &Catalog) -> JsonChange {
    let named = one.named();
    JsonChange {
        part: part_word(one.part),
        subject: JsonSubject {
            sort: sort_word(one.sort),
            id: named.map(|side| side.id.clone()).unwrap_or_default(),
            name: named.map(|side| side.name.clone()).unwrap_or_default(),
        },
        aspect: aspect_word(one),
        change: match (&one.old, &one.new) {
            (None, _) => "added",
            (Some(_), None) => "dropped",
            (Some(_), Some(_)) => "changed",
        },
        effect: effect_word(one.effect),
        years: one.years.clone(),
        sentence: sentence(one, catalog),
        old: side(&report.old, one, one.old.as_ref(), one.old_place, catalog),
        new: side(&report.new, one, one.new.as_ref(), one.new_place, catalog),
    }
}

/// One side; none when the thing itself is not there.
fn side(
    compared: &Compared<'_>,
    one: &Change,
    side: Option<&Side>,
    span: Option<Span>,
    catalog: &Catalog,
) -> Option<JsonSide> {
    let (path, position) = compared.place(one.sort, span?)?;
    let text = side.map(|side| catalog.arg(&side.text));
    Some(JsonSide { text, path: for_programs(path).into(), line: position.line, column: position.column })
}

fn effect_word(effect: Effect) -> &'static str {
    match effect {
        Effect::Stricter => "stricter",
        Effect::Looser => "looser",
        Effect::Different => "different",
    }
}

fn part_word(part: Part) -> &'static str {
    match part {
        Part::Header => "header",
        Part::Offer => "offer",
        Part::Rules => "rules",
        Part::Dates => "dates",
        Part::Data => "data",
        Part::Region => "region",
        Part::Sources => "sources",
    }
}

fn sort_word(sort: Sort) -> &'static str {
    match sort {
        Sort::Header => "regioplan",
        Sort::Element => "element",
        Sort::Intervention => "intervention",
        Sort::List => "list",
        Sort::Theme => "theme",
        Sort::Goal => "goal",
        Sort::Group => "group",
        Sort::Rule => "rule",
        Sort::Record => "record",
        Sort::Field => "field",
        Sort::Indicator => "indicator",
        Sort::Overview => "overview",
        Sort::Demand => "offer-demand",
        Sort::Rendering => "rendering",
        Sort::Edition => "edition",
        Sort::Statement => "statement",
    }
}
