//! Differences as one JSON object; `diff.schema.json` beside this file documents it.

use serde::Serialize;

use super::foreign::for_programs;
use crate::compare::{Change, Side};
use crate::source::Span;

use super::Catalog;
use super::diff::{Compared, DiffReport, sentence};
use super::object::{TOOL, object, written};

/// The object, indented, with a line end.
#[must_use]
pub fn diff_json(report: &DiffReport<'_>, catalog: &Catalog) -> String {
    written(&object! {
        version: 1,
        tool: TOOL,
        old: report.old.judged,
        new: report.new.judged,
        changes: report.changes.iter().map(|one| change(report, one, catalog)).collect::<Vec<_>>(),
        summary: report.totals(),
    })
}

fn change(report: &DiffReport<'_>, one: &Change, catalog: &Catalog) -> impl Serialize {
    let named = one.named();
    object! {
        part: one.part.word(),
        subject: object! {
            sort: one.sort.word(),
            id: named.map(|side| side.id.clone()).unwrap_or_default(),
            name: named.map(|side| side.name.clone()).unwrap_or_default(),
        },
        aspect: one.aspect.word(),
        change: match (&one.old, &one.new) {
            (None, _) => "added",
            (Some(_), None) => "dropped",
            (Some(_), Some(_)) => "changed",
        },
        effect: one.effect.word(),
        years: one.years.clone(),
        sentence: sentence(one, catalog),
        old: side(&report.old, one, one.old.as_ref(), one.old_place, catalog),
        new: side(&report.new, one, one.new.as_ref(), one.new_place, catalog),
    }
}

/// One side; none when the thing itself is not there. Without a text this side does not say it, and the place is that
/// of the thing.
fn side(
    compared: &Compared<'_>,
    one: &Change,
    side: Option<&Side>,
    span: Option<Span>,
    catalog: &Catalog,
) -> Option<impl Serialize> {
    let (path, position) = compared.place(one.sort, span?)?;
    let text = side.map(|side| catalog.arg(&side.text));
    Some(object! { text: text, path: for_programs(path).into_owned(), line: position.line, column: position.column })
}
