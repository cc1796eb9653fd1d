//! How a plan becomes valid with the fewest changes, for people: the lines of the plan as they become.

use std::fmt::Write;

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{Need, name_kinds};
use crate::session::{Layout, Proposal, Proposed, ProposedChange, ProposedWay, Report, never};

use super::Catalog;
use super::foreign::escape;
use super::screen::{NARROW, Screen};

/// The block that stands below the findings of a plan.
pub fn nearest(report: &Report, screen: Screen, catalog: &Catalog) -> String {
    let Some(proposal) = &report.nearest else { return String::new() };
    let say = |text: Text| screen.paragraph("", &catalog.say(&text));
    if proposal.ways.is_empty() {
        return say(never(&proposal.excluding, proposal.years.iter().copied())) + "\n";
    }
    let mut out = say(head(proposal));
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

/// What stands above the ways.
pub fn head(proposal: &Proposal) -> Text {
    let head = Text::new("nearest-head").with("years", years(proposal)).with("ways", proposal.ways.len());
    match proposal.over {
        Some(year) => Text::new("nearest-head-over").with("head", head).with("year", year),
        None => head,
    }
}

fn years(proposal: &Proposal) -> Arg {
    Arg::words(proposal.years.iter().map(u8::to_string), Join::And)
}

/// What is added to a year stands in one block, behind the rest of it.
fn told(report: &Report, way: &ProposedWay, screen: Screen, catalog: &Catalog) -> String {
    let mut out = String::new();
    let mut blocks: Vec<Vec<&ProposedChange>> = Vec::new();
    for change in &way.changes {
        let is_added = |one: &&ProposedChange| one.what == Proposed::Add && one.year == change.year;
        match blocks.last_mut().filter(|block| change.what == Proposed::Add && block.first().is_some_and(is_added)) {
            Some(block) => block.push(change),
            None => blocks.push(vec![change]),
        }
    }
    for block in blocks {
        let Some(first) = block.first() else { continue };
        let line = report.source.position(first.place.start).line;
        let text =
            Text::new(above(first.what, first.layout)).with("line", line.to_string()).with("name", &first.intervention);
        let text = text.with("year", first.year);
        out.push_str(&screen.paragraph("  ", &catalog.say(&text)));
        let lines = shown(&block, first.layout);
        // Lines that can be copied are never broken; a narrow screen has no room for what stands before all of them.
        let cut = if screen.width < NARROW { indent(&lines) } else { 0 };
        for line in lines.lines() {
            let line = escape(line.get(cut..).unwrap_or(line));
            let _ = writeln!(out, "  | {line}");
        }
        for text in block.iter().flat_map(|change| besides(change, block.len() > 1)) {
            out.push_str(&screen.paragraph("    ", &catalog.say(&text)));
        }
    }
    out
}

fn above(what: Proposed, layout: Layout) -> &'static str {
    match (what, layout) {
        (Proposed::Add, Layout::Lines) => "nearest-add",
        (Proposed::Add, Layout::Braces { opened: true }) => "nearest-add-within",
        (Proposed::Add, Layout::Braces { opened: false }) => "nearest-add-within-year",
        (Proposed::Turn, Layout::Lines) => "nearest-turn",
        (Proposed::Turn, Layout::Braces { .. }) => "nearest-turn-within",
        (Proposed::Remove, Layout::Lines) => "nearest-remove",
        (Proposed::Remove, Layout::Braces { .. }) => "nearest-remove-within",
    }
}

/// The lines of a block; in braces what is added is one line.
fn shown(block: &[&ProposedChange], layout: Layout) -> String {
    let lines = |between: &str| block.iter().map(|change| change.lines.as_str()).collect::<Vec<_>>().join(between);
    match layout {
        Layout::Lines => lines("\n"),
        Layout::Braces { opened: false } => format!("interventies: {{{}}}", lines(", ")),
        Layout::Braces { opened: true } if block.iter().any(|change| change.what == Proposed::Remove) => String::new(),
        Layout::Braces { opened: true } => lines(", "),
    }
}

/// What stands before all lines.
fn indent(lines: &str) -> usize {
    lines.lines().map(|line| line.len() - line.trim_start_matches(' ').len()).min().unwrap_or_default()
}

/// What is to be known of a change besides its lines; `named` says that there are others in its block.
fn besides(change: &ProposedChange, named: bool) -> Vec<Text> {
    let text =
        |id: &'static str, of: &'static str| Text::new(if named { of } else { id }).with("name", &change.intervention);
    let kinds = change.kinds.get(1..).unwrap_or_default();
    let mut out = Vec::new();
    if !kinds.is_empty() {
        out.push(text("nearest-kinds", "nearest-kinds-of").with("kinds", name_kinds(kinds, Join::Or)));
    }
    if !change.needs.is_empty() {
        let fields = Arg::List(change.needs.iter().map(Need::said).collect(), Join::And);
        out.push(text("nearest-needs", "nearest-needs-of").with("fields", fields));
    }
    out
}
