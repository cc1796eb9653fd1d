//! How a plan becomes valid with the fewest changes, for people: the lines of the plan as they become.

use std::fmt::Write;

use crate::diagnostic::{Arg, Join, Text};
use crate::session::{Proposal, Proposed, ProposedChange, ProposedWay, Report};

use super::Catalog;
use super::foreign::escape;
use super::screen::{NARROW, Screen};

/// The block that stands below the findings of a plan.
pub fn nearest(report: &Report, screen: Screen, catalog: &Catalog) -> String {
    let Some(proposal) = &report.nearest else { return String::new() };
    let say = |text: Text| screen.paragraph("", &catalog.say(&text));
    if proposal.ways.is_empty() {
        return say(never(proposal)) + "\n";
    }
    let mut out = say(Text::new("nearest-head").with("year", proposal.year).with("ways", proposal.ways.len()));
    for (number, way) in proposal.ways.iter().enumerate() {
        if number > 0 {
            out.push_str(&screen.paragraph("  ", &catalog.word("nearest-or")));
        }
        out.push_str(&told(report, way, screen, catalog));
    }
    if proposal.more {
        out.push_str(&say(Text::new("nearest-more")));
    }
    out + "\n"
}

/// What is said when no choices are valid.
fn never(proposal: &Proposal) -> Text {
    let rules = proposal.excluding.iter().map(|(id, title)| {
        Arg::Text(
            Text::new("nearest-rule").with("id", id).with("title", Text::new("finding-title").with("title", title)),
        )
    });
    let text = Text::new("nearest-never").with("year", proposal.year).with("count", proposal.excluding.len());
    text.with("rules", Arg::List(rules.collect(), Join::And))
}

fn told(report: &Report, way: &ProposedWay, screen: Screen, catalog: &Catalog) -> String {
    let mut out = String::new();
    for change in &way.changes {
        let line = report.source.position(change.place.start).line;
        let id = match change.what {
            Proposed::Add => "nearest-add",
            Proposed::Turn => "nearest-turn",
            Proposed::Remove => "nearest-remove",
        };
        out.push_str(&screen.paragraph("  ", &catalog.say(&Text::new(id).with("line", line.to_string()))));
        // Lines that can be copied are never broken; a narrow screen has no room for what stands before all of them.
        let cut = if screen.width < NARROW { indent(&change.lines) } else { 0 };
        for line in change.lines.lines() {
            let line = escape(line.get(cut..).unwrap_or(line));
            let _ = writeln!(out, "  | {line}");
        }
        for text in besides(change) {
            out.push_str(&screen.paragraph("    ", &catalog.say(&text)));
        }
    }
    out
}

/// What stands before all lines.
fn indent(lines: &str) -> usize {
    lines.lines().map(|line| line.len() - line.trim_start_matches(' ').len()).min().unwrap_or_default()
}

/// What is to be known of a change besides its lines.
fn besides(change: &ProposedChange) -> Vec<Text> {
    let words = |all: Vec<String>, join| Arg::words(all.iter().map(|word| format!("`{word}`")), join);
    let kinds: Vec<String> = change.kinds.iter().skip(1).map(|kind| kind.word().to_owned()).collect();
    let mut out = Vec::new();
    if !kinds.is_empty() {
        out.push(Text::new("nearest-kinds").with("kinds", words(kinds, Join::Or)));
    }
    if !change.needs.is_empty() {
        out.push(Text::new("nearest-needs").with("fields", words(change.needs.clone(), Join::And)));
    }
    out
}
