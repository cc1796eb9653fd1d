//! What a new regioplan changes for plans, as Markdown: who must act and why, and the rest in numbers.

use std::fmt::Write;

use crate::compare::Way;
use crate::diagnostic::Text;

use super::Catalog;
use super::diff_markdown::plain;
use super::impact::{ImpactReport, found, help, practice, way_id};

/// The page.
#[must_use]
pub fn impact_markdown(report: &ImpactReport<'_>, catalog: &Catalog) -> String {
    let say = |text: &Text| plain(&catalog.say(text));
    let title = Text::new("impact-title")
        .with("name", &report.new.model.name)
        .with("old", &report.old.model.version)
        .with("new", &report.new.model.version);
    let mut out = format!("# {}\n\n{}\n\n", say(&title), say(&report.totals()));
    let basis: Vec<String> = report.basis().iter().map(say).collect();
    let _ = writeln!(out, "{}", basis.join(" "));
    rules(report, catalog, &mut out);
    practices(report, catalog, &mut out);
    if !report.unread.is_empty() {
        let _ = write!(out, "\n## {}\n\n", catalog.word("impact-unread"));
        for one in &report.unread {
            let _ = writeln!(out, "- {}, {}", plain(&one.path), say(&one.reason));
        }
    }
    out
}

fn rules(report: &ImpactReport<'_>, catalog: &Catalog, out: &mut String) {
    for way in Way::ALL {
        let mut tallies = report.impact.tallies.iter().filter(|tally| tally.way == way).peekable();
        if tallies.peek().is_none() {
            continue;
        }
        let (what, plans) = (catalog.word("impact-column-rule"), catalog.word("impact-column-plans"));
        let _ = writeln!(out, "\n## {}\n\n| {what} | {plans} |\n| --- | --- |", catalog.word(way_id(way)));
        for tally in tallies {
            let title = report.example(tally).map_or_else(|| tally.rule.clone(), |(_, seen)| catalog.say(&seen.title));
            let _ = writeln!(out, "| {} | {} |", plain(&title), tally.plans.len());
        }
    }
}

fn practices(report: &ImpactReport<'_>, catalog: &Catalog, out: &mut String) {
    let mut acting = report.impact.plans.iter().filter(|plan| plan.must_act()).peekable();
    if acting.peek().is_none() {
        return;
    }
    let _ = writeln!(out, "\n## {}", catalog.word("impact-practices"));
    for plan in acting {
        let _ = write!(out, "\n### {}\n\n", plain(practice(plan)));
        for shift in plan.shifts.iter().filter(|shift| shift.way() == Way::MustAct) {
            let _ = writeln!(out, "- {}", plain(&found(shift, catalog)));
            if let Some(help) = help(shift, catalog) {
                let _ = writeln!(out, "  {}", plain(&help));
            }
        }
    }
}
