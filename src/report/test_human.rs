//! Testing a regioplan, for people: what does not agree, what the examples exercise, what they do not notice.

use crate::diagnostic::Text;
use crate::trial::{Asked, Noticed, RuleCoverage};

use super::Catalog;
use super::said::message;
use super::screen::Screen;
use super::table::{finish, table};
use super::test::{Part, TestReport, TestedExample};

/// Writes the report on one regioplan.
#[must_use]
pub fn test_human(report: &TestReport<'_>, with_table: bool, screen: Screen, catalog: &Catalog) -> String {
    let writer = Writer { report, screen, catalog };
    let mut out = String::new();
    for example in report.examples.iter().filter(|example| !example.agrees()) {
        writer.example(example, &mut out);
    }
    if with_table && !report.examples.is_empty() {
        writer.coverage(&mut out);
    }
    writer.changes(&mut out);
    writer.summary(&mut out);
    out
}

/// All regioplannen together.
#[must_use]
pub fn test_total(reports: &[TestReport<'_>], catalog: &Catalog) -> String {
    let sum = |parts: Vec<Part>| parts.into_iter().fold(Part { of: 0, all: 0 }, Part::and);
    let agreeing = sum(reports.iter().map(TestReport::agreeing).collect());
    let text = Text::new("test-total").with("count", reports.len()).with("agreeing", agreeing.of);
    let mut lines = vec![catalog.say(&text.with("all", agreeing.all))];
    lines.push(catalog.say(&part_text("test-rules", sum(reports.iter().map(TestReport::rules).collect()))));
    lines.push(catalog.say(&part_text("test-answers", sum(reports.iter().map(TestReport::answers).collect()))));
    lines.push(catalog.say(&part_text("test-limits", sum(reports.iter().map(TestReport::limits).collect()))));
    if reports.iter().any(|report| report.changes.is_some()) {
        let noticed = sum(reports.iter().filter_map(TestReport::noticed).collect());
        lines.push(catalog.say(&part_text("test-noticed", noticed)));
    }
    let mut out = lines.join("\n  ");
    out.push('\n');
    out
}

fn part_text(id: &'static str, part: Part) -> Text {
    Text::new(id).with("of", part.of).with("all", part.all).with("percent", part.percent())
}

struct Writer<'a> {
    report: &'a TestReport<'a>,
    screen: Screen,
    catalog: &'a Catalog,
}

impl Writer<'_> {
    fn line(&self, indent: &str, text: &Text, out: &mut String) {
        out.push_str(&self.screen.paragraph(indent, &self.catalog.say(text)));
    }

    fn example(&self, example: &TestedExample, out: &mut String) {
        self.line("", &Text::new("test-disagrees").with("path", &example.source.name), out);
        for problem in &example.problems {
            self.line("  ", problem, out);
        }
        for one in &example.difference.missing {
            self.line("  ", &Text::new("test-missing").with("found", self.report.expected(one)), out);
        }
        for one in &example.difference.surplus {
            self.line("  ", &Text::new("test-surplus").with("found", self.report.say(one)), out);
            if let Some(found) = self.report.finding(example, one) {
                let line = example.source.position(found.span.start).line;
                let text = Text::new("test-place").with("path", &example.source.name).with("line", line);
                self.line("    ", &text.with("message", message(found, self.catalog)), out);
            } else if let Some(title) = self.report.title(one.about) {
                self.line("    ", &title, out);
            }
        }
        out.push('\n');
    }

    fn coverage(&self, out: &mut String) {
        let head = ["test-head-rule", "test-head-met", "test-head-broken", "test-head-answers", "test-head-limits"];
        let mut table = table(self.screen, &head.map(|id| self.catalog.word(id)));
        for rule in &self.report.coverage.rules {
            let yes = |is: bool| self.catalog.word(if is { "test-yes" } else { "test-no" });
            let asked = || rule.conditions.iter().chain(&rule.consequences);
            let answers = asked().map(|one| usize::from(one.yes) + usize::from(one.no)).sum();
            table.add_row(vec![
                self.report.rule(rule.rule).to_owned(),
                yes(rule.met),
                yes(rule.broken),
                self.part(Part { of: answers, all: asked().count() * 2 }),
                self.part(Part { of: rule.limits.all - rule.limits.open.len(), all: rule.limits.all }),
            ]);
        }
        out.push_str(&finish(&table));
        for rule in &self.report.coverage.rules {
            self.open(rule, out);
        }
    }

    fn part(&self, part: Part) -> String {
        if part.all == 0 {
            return String::new();
        }
        self.catalog.say(&part_text("test-part", part))
    }

    /// What the examples do not exercise of a rule.
    fn open(&self, rule: &RuleCoverage, out: &mut String) {
        let mut lines = Vec::new();
        if !rule.met {
            lines.push(Text::new("test-never-met"));
        }
        if !rule.broken {
            lines.push(Text::new("test-never-broken"));
        }
        lines.extend(rule.conditions.iter().chain(&rule.consequences).flat_map(never));
        lines.extend(rule.limits.open.iter().map(|change| {
            Text::new("test-open-limit").with("before", change.before.clone()).with("after", change.after.clone())
        }));
        if lines.is_empty() {
            return;
        }
        self.line("", &self.place(rule.rule), out);
        for text in &lines {
            self.line("  ", text, out);
        }
        out.push('\n');
    }

    /// `aw-jaar-3 (regioplan:312)`
    fn place(&self, rule: usize) -> Text {
        Text::new("test-rule-place")
            .with("rule", self.report.rule(rule))
            .with("path", &self.report.source.name)
            .with("line", self.report.line(rule).to_string())
    }

    fn changes(&self, out: &mut String) {
        let all = self.report.changes.iter().flatten();
        let open: Vec<&Noticed> = all.filter(|one| !one.noticed).collect();
        if open.is_empty() || self.report.examples.is_empty() {
            return;
        }
        self.line("", &Text::new("test-unnoticed").with("count", open.len()), out);
        let mut last = None;
        for one in open {
            if last != Some(one.change.rule) {
                self.line("  ", &self.place(one.change.rule), out);
            }
            last = Some(one.change.rule);
            self.line("    ", &Text::new("test-was").with("said", one.change.before.clone()), out);
            self.line("    ", &Text::new("test-becomes").with("said", one.change.after.clone()), out);
        }
        out.push('\n');
    }

    fn summary(&self, out: &mut String) {
        let report = self.report;
        let head = Text::new("test-summary").with("id", report.model.full_id()).with("path", &report.source.name);
        self.line("", &head, out);
        if report.examples.is_empty() {
            self.line("  ", &Text::new("test-no-examples"), out);
            return;
        }
        let agreeing = report.agreeing();
        let text = Text::new("test-agreeing").with("of", agreeing.of).with("all", agreeing.all);
        self.line("  ", &text, out);
        self.line("  ", &part_text("test-rules", report.rules()), out);
        self.line("  ", &part_text("test-answers", report.answers()), out);
        self.line("  ", &part_text("test-limits", report.limits()), out);
        if let Some(noticed) = report.noticed() {
            self.line("  ", &part_text("test-noticed", noticed), out);
        }
    }
}

fn never(asked: &Asked) -> impl Iterator<Item = Text> {
    let yes = (!asked.yes).then(|| Text::new("test-never-yes").with("said", asked.text.clone()));
    let no = (!asked.no).then(|| Text::new("test-never-no").with("said", asked.text.clone()));
    yes.into_iter().chain(no)
}
