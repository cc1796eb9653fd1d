//! Differences for people: part by part, thing by thing, a sentence each, with both places.

use std::fmt::Write;

use crate::compare::{Change, Effect, Part};
use crate::diagnostic::Text;
use crate::source::Span;

use super::Catalog;
use super::diff::{Compared, DiffReport, effect_id, part_id, sentence, subject, years};
use super::screen::Screen;

/// Everything that differs.
#[must_use]
pub fn diff_human(report: &DiffReport<'_>, screen: Screen, catalog: &Catalog) -> String {
    let head = Text::new("diff-head").with("old", report.old.said()).with("new", report.new.said());
    let mut out = screen.paragraph("", &catalog.say(&head));
    if report.changes.is_empty() {
        out.push_str(&screen.paragraph("", &catalog.word("diff-none")));
        return out;
    }
    for part in Part::ALL {
        let groups = report.of_part(part);
        if groups.is_empty() {
            continue;
        }
        let title = catalog.word(part_id(part));
        let _ = writeln!(out, "\n{title}\n{}", "─".repeat(title.chars().count()));
        for group in groups {
            out.push_str(&thing(report, &group, screen, catalog));
        }
    }
    let totals = report.totals();
    let text = Text::new("diff-totals")
        .with("changes", totals.changes)
        .with("stricter", totals.stricter)
        .with("looser", totals.looser)
        .with("different", totals.different);
    out.push('\n');
    out.push_str(&screen.paragraph("", &catalog.say(&text)));
    out
}

/// One thing with its differences.
fn thing(report: &DiffReport<'_>, group: &[&Change], screen: Screen, catalog: &Catalog) -> String {
    let Some(first) = group.first() else { return String::new() };
    let id = first.named().map_or("", |side| side.id.as_str());
    let mut head = catalog.say(&Text::new("diff-thing").with("subject", subject(first)).with("id", id));
    if let Some(years) = years(first) {
        let _ = write!(head, ", {}", catalog.say(&years));
    }
    let mut out = screen.paragraph("", &head);
    let mut places: Vec<String> = Vec::new();
    for change in group {
        // What was said just before has the same places.
        let place = place(report, change, catalog);
        if places.last().is_some_and(|last| *last != place) {
            out.push_str(
                &places.drain(..).next_back().map(|place| screen.paragraph("    ", &place)).unwrap_or_default(),
            );
        }
        places.push(place);
        let said = sentence(change, catalog);
        let said = match change.effect {
            Effect::Different => said,
            Effect::Stricter | Effect::Looser => format!("{said} ({})", catalog.word(effect_id(change.effect))),
        };
        out.push_str(&screen.paragraph("    ", &said).replacen("    ", "  - ", 1));
    }
    if let Some(place) = places.last() {
        out.push_str(&screen.paragraph("    ", place));
    }
    out
}

/// `oud: pad:12; nieuw: pad:14`
fn place(report: &DiffReport<'_>, change: &Change, catalog: &Catalog) -> String {
    let one = |compared: &Compared<'_>, span: Option<Span>, id: &'static str| {
        let (path, position) = compared.place(change.sort, span?)?;
        Some(catalog.say(&Text::new(id).with("path", path).with("line", position.line.to_string())))
    };
    let old = one(&report.old, change.old_place, "diff-old-place");
    let new = one(&report.new, change.new_place, "diff-new-place");
    old.into_iter().chain(new).collect::<Vec<_>>().join("; ")
}
