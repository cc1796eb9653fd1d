//! Differences for people. On a screen part by part, thing by thing, a sentence each, with both places. As Markdown it is a
//! letter to practices: no codes and no places, and what changes nothing for a practice is only counted.

use crate::compare::{Change, Effect, Part};
use crate::diagnostic::Text;
use crate::source::Span;

use super::Catalog;
use super::diff::{Compared, DiffReport, sentence, subject, years};
use super::page::{Page, Word, words};
use super::screen::Screen;

/// Everything that differs.
#[must_use]
pub fn diff_human(report: &DiffReport<'_>, screen: Screen, catalog: &Catalog) -> String {
    let mut page = Page::new(catalog);
    page.line(0, &Text::new("diff-head").with("old", report.old.said()).with("new", report.new.said()));
    if report.changes.is_empty() {
        page.line(0, &Text::new("diff-none"));
        return page.on(screen);
    }
    for (part, groups) in report.parts() {
        page.heading(2, words(&catalog.word(part.text_id())));
        for group in groups {
            thing(&mut page, report, &group);
        }
    }
    let totals = report.totals();
    let text = Text::new("diff-totals")
        .with("changes", totals.changes)
        .with("stricter", totals.stricter)
        .with("looser", totals.looser)
        .with("different", totals.different);
    page.head(&text);
    page.on(screen)
}

/// One thing with its differences.
fn thing(page: &mut Page<'_>, report: &DiffReport<'_>, group: &[&Change]) {
    let Some(first) = group.first() else { return };
    let id = first.named().map_or("", |side| side.id.as_str());
    let head = Text::new("diff-thing").with("subject", subject(first)).with("id", id);
    let head = [Some(head), years(first)].into_iter().flatten().map(|text| page.catalog.say(&text));
    page.paragraph(0, words(&head.collect::<Vec<_>>().join(", ")));
    // What is said one after the other has its places once.
    for same in group.chunk_by(|one, other| place(report, one, page.catalog) == place(report, other, page.catalog)) {
        let said = same.iter().map(|change| {
            let said = sentence(change, page.catalog);
            match change.effect {
                Effect::Different => words(&said),
                Effect::Stricter | Effect::Looser => words(&format!("{said} ({})", page.word(change.effect.text_id()))),
            }
        });
        page.list(said.collect::<Vec<_>>());
        page.paragraph(2, words(&same.first().map_or_else(String::new, |one| place(report, one, page.catalog))));
    }
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

/// The letter.
#[must_use]
pub fn diff_markdown(report: &DiffReport<'_>, catalog: &Catalog) -> String {
    let (old, new) = (report.old.model.contents(), report.new.model.contents());
    let title = Text::new("diff-letter-title")
        .with("old", &old.name)
        .with("new", &new.name)
        .with("same", if old.name == new.name { "yes" } else { "no" });
    let intro = Text::new("diff-letter-intro").with("old", &old.version).with("new", &new.version);
    let valid = report.new.model.valid();
    let intro = valid.into_iter().fold(intro, |text, (from, to)| text.with("from", from).with("to", to));
    let mut page = Page::new(catalog);
    page.heading(1, page.say(&title));
    page.line(0, &intro);
    if report.changes.is_empty() {
        page.line(0, &Text::new("diff-none"));
    }
    let mut left_out = 0;
    for (part, groups) in report.parts() {
        if matches!(part, Part::Region | Part::Sources) {
            left_out += groups.iter().map(Vec::len).sum::<usize>();
            continue;
        }
        page.heading(2, page.say(&Text::new(part.text_id())));
        for group in &groups {
            if let Some(first) = group.first().filter(|_| part != Part::Header) {
                page.heading(3, page.say(&subject(first)));
            }
            page.list(group.iter().map(|change| letter(change, catalog)).collect::<Vec<_>>());
        }
    }
    if left_out > 0 {
        page.line(0, &Text::new("diff-letter-rest").with("count", left_out));
    }
    page.markdown()
}

/// What differs, and in bold whether more or less is asked.
fn letter(change: &Change, catalog: &Catalog) -> Vec<Word> {
    let mut said = words(&sentence(change, catalog));
    let effect = match change.effect {
        Effect::Stricter => "diff-letter-stricter",
        Effect::Looser => "diff-letter-looser",
        Effect::Different => return said,
    };
    said.extend([Word::Plain(" ".to_owned()), Word::Strong(catalog.word(effect))]);
    said
}
