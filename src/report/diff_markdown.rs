//! Differences as Markdown, for a letter to practices: headings and sentences, no codes and no places. What changes
//! nothing for a practice is only counted.

use std::fmt::Write;

use crate::compare::{Change, Effect, Part};
use crate::diagnostic::Text;

use super::Catalog;
use super::diff::{DiffReport, part_id, sentence, subject};

/// The letter.
#[must_use]
pub fn diff_markdown(report: &DiffReport<'_>, catalog: &Catalog) -> String {
    let (old, new) = (report.old.model, report.new.model);
    let title = Text::new("diff-letter-title")
        .with("old", &old.name)
        .with("new", &new.name)
        .with("same", if old.name == new.name { "yes" } else { "no" });
    let intro = Text::new("diff-letter-intro")
        .with("old", &old.version)
        .with("new", &new.version)
        .with("from", new.valid.0)
        .with("to", new.valid.1);
    let mut out = format!("# {}\n\n{}\n", plain(&catalog.say(&title)), plain(&catalog.say(&intro)));
    if report.changes.is_empty() {
        let _ = writeln!(out, "\n{}", catalog.word("diff-none"));
        return out;
    }
    let mut left_out = 0;
    for part in Part::ALL {
        let groups = report.of_part(part);
        match part {
            Part::Header | Part::Offer | Part::Rules | Part::Dates | Part::Data if !groups.is_empty() => {
                let _ = writeln!(out, "\n## {}", catalog.word(part_id(part)));
                for group in &groups {
                    out.push_str(&thing(group, catalog));
                }
            }
            Part::Header | Part::Offer | Part::Rules | Part::Dates | Part::Data => {}
            Part::Region | Part::Sources => left_out += groups.iter().map(Vec::len).sum::<usize>(),
        }
    }
    if left_out > 0 {
        let _ = writeln!(out, "\n{}", catalog.say(&Text::new("diff-letter-rest").with("count", left_out)));
    }
    out
}

fn thing(group: &[&Change], catalog: &Catalog) -> String {
    let Some(first) = group.first() else { return String::new() };
    let mut out = String::new();
    if first.part != Part::Header {
        let _ = writeln!(out, "\n### {}", plain(&catalog.say(&subject(first))));
    }
    out.push('\n');
    for change in group {
        let effect = match change.effect {
            Effect::Stricter => format!(" **{}**", catalog.word("diff-letter-stricter")),
            Effect::Looser => format!(" **{}**", catalog.word("diff-letter-looser")),
            Effect::Different => String::new(),
        };
        let _ = writeln!(out, "- {}{effect}", plain(&sentence(change, catalog)));
    }
    out
}

/// Signs that Markdown would take for its own, written as they are; all on one line.
pub fn plain(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if matches!(c, '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '`' | '#' | '|') {
            safe.push('\\');
        }
        safe.push(if c.is_control() { ' ' } else { c });
    }
    safe
}
