//! What a new regioplan changes for plans, for people: counts, rule by rule, and who must act.

use std::fmt::Write;

use crate::compare::{PlanImpact, Way};
use crate::diagnostic::Text;

use super::Catalog;
use super::catalog::escape;
use super::impact::{ImpactReport, found, help, practice, way_id};
use super::screen::Screen;

/// Everything that shifts.
#[must_use]
pub fn impact_human(report: &ImpactReport<'_>, screen: Screen, catalog: &Catalog) -> String {
    let mut page = Page { report, screen, catalog, out: String::new() };
    let head = Text::new("impact-head").with("old", report.old.said()).with("new", report.new.said());
    page.line("", &head);
    for text in report.basis() {
        page.line("", &text);
    }
    page.out.push('\n');
    page.line("", &report.totals());
    page.rules();
    page.practices();
    page.unread();
    page.out
}

struct Page<'a> {
    report: &'a ImpactReport<'a>,
    screen: Screen,
    catalog: &'a Catalog,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, indent: &str, text: &Text) {
        self.out.push_str(&self.screen.paragraph(indent, &self.catalog.say(text)));
    }

    fn title(&mut self, id: &str) {
        let title = self.catalog.word(id);
        let _ = writeln!(self.out, "\n{title}\n{}", "─".repeat(title.chars().count()));
    }

    fn rules(&mut self) {
        let report = self.report;
        for way in Way::ALL {
            let tallies: Vec<_> = report.impact.tallies.iter().filter(|tally| tally.way == way).collect();
            if tallies.is_empty() {
                continue;
            }
            self.title(way_id(way));
            for tally in tallies {
                let Some((plan, seen)) = report.example(tally) else { continue };
                let text = Text::new("impact-rule")
                    .with("rule", &tally.rule)
                    .with("title", seen.title.clone())
                    .with("plans", tally.plans.len())
                    .with("path", &plan.path)
                    .with("line", seen.line.to_string());
                let said = self.catalog.say(&text);
                self.out.push_str(&self.screen.paragraph("    ", &said).replacen("    ", "  - ", 1));
            }
        }
    }

    fn practices(&mut self) {
        let acting: Vec<&PlanImpact> = self.report.impact.plans.iter().filter(|plan| plan.must_act()).collect();
        if acting.is_empty() {
            return;
        }
        self.title("impact-practices");
        for plan in acting {
            let year = plan.year.map_or_else(String::new, |year| year.to_string());
            let head =
                Text::new("impact-practice").with("name", practice(plan)).with("path", &plan.path).with("year", year);
            self.line("", &head);
            for shift in plan.shifts.iter().filter(|shift| shift.way() == Way::MustAct) {
                let line = shift.seen().map_or(1, |seen| seen.line);
                let text = match &shift.old {
                    Some(old) => Text::new("impact-at-line").with("was", Text::new(old.severity.text_id())),
                    None => Text::new("impact-at-line-new"),
                };
                let text = text.with("line", line.to_string()).with("found", found(shift, self.catalog));
                let said = self.catalog.say(&text);
                self.out.push_str(&self.screen.paragraph("    ", &said).replacen("    ", "  - ", 1));
                if let Some(help) = help(shift, self.catalog) {
                    let word = self.catalog.word("word-help");
                    self.out.push_str(&self.screen.paragraph("      ", &format!("{word}: {help}")));
                }
            }
        }
    }

    fn unread(&mut self) {
        if self.report.unread.is_empty() {
            return;
        }
        self.title("impact-unread");
        for one in &self.report.unread {
            let said = format!("{}:{}: {}", escape(&one.path), one.line, self.catalog.say(&one.reason));
            self.out.push_str(&self.screen.paragraph("    ", &said).replacen("    ", "  - ", 1));
        }
    }
}
