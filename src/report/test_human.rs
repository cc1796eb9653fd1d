//! Testing a regioplan, for people: what does not agree, what the examples exercise, what they do not notice.

use crate::diagnostic::Text;
use crate::trial::{Asked, Noticed, RuleCoverage};

use super::Catalog;
use super::page::Page;
use super::said::message;
use super::screen::Screen;
use super::test::{Part, TestReport, TestedExample};

/// Writes the report on one regioplan.
#[must_use]
pub fn test_human(report: &TestReport<'_>, with_table: bool, screen: Screen, catalog: &Catalog) -> String {
    let mut writer = Writer { report, page: Page::new(catalog) };
    for example in report.examples.iter().filter(|example| !example.agrees()) {
        writer.example(example);
    }
    if with_table && !report.examples.is_empty() {
        writer.coverage();
    }
    writer.changes();
    writer.summary();
    writer.page.on(screen)
}

/// All regioplannen together.
#[must_use]
pub fn test_total(reports: &[TestReport<'_>], catalog: &Catalog) -> String {
    let agreeing = reports.iter().map(TestReport::agreeing).fold(Part { of: 0, all: 0 }, Part::and);
    let text = Text::new("test-total").with("count", reports.len()).with("agreeing", agreeing.of);
    let mut parts: Vec<(&'static str, Part)> = Vec::new();
    for (id, part) in reports.iter().flat_map(TestReport::exercised) {
        match parts.iter_mut().find(|(known, _)| *known == id) {
            Some((_, sum)) => *sum = sum.and(part),
            None => parts.push((id, part)),
        }
    }
    let parts = parts.into_iter().map(|(id, part)| part_text(id, part));
    let lines = std::iter::once(text.with("all", agreeing.all)).chain(parts).map(|text| catalog.say(&text));
    lines.collect::<Vec<_>>().join("\n  ") + "\n"
}

fn part_text(id: &'static str, part: Part) -> Text {
    Text::new(id).with("of", part.of).with("all", part.all).with("percent", part.percent())
}

struct Writer<'a, 'c> {
    report: &'a TestReport<'a>,
    page: Page<'c>,
}

impl Writer<'_, '_> {
    fn example(&mut self, example: &TestedExample) {
        self.page.line(0, &Text::new("test-disagrees").with("path", &example.source.name));
        for problem in &example.problems {
            self.page.line(1, problem);
        }
        for one in &example.difference.missing {
            self.page.line(1, &Text::new("test-missing").with("found", self.report.expected(one)));
        }
        for one in &example.difference.surplus {
            self.page.line(1, &Text::new("test-surplus").with("found", self.report.say(one)));
            if let Some(found) = self.report.finding(example, one) {
                let line = example.source.position(found.span.start).line;
                let text = Text::new("test-place").with("path", &example.source.name).with("line", line);
                self.page.line(2, &text.with("message", message(found, self.page.catalog)));
            } else if let Some(title) = self.report.title(one.about) {
                self.page.line(2, &title);
            }
        }
        self.page.gap();
    }

    fn coverage(&mut self) {
        let head = ["test-head-rule", "test-head-met", "test-head-broken", "test-head-answers", "test-head-limits"];
        let report = self.report;
        let yes = |is: bool| self.page.word(if is { "test-yes" } else { "test-no" });
        let row = |rule: &RuleCoverage| {
            let asked = || rule.conditions.iter().chain(&rule.consequences);
            let answers = asked().map(|one| usize::from(one.yes) + usize::from(one.no)).sum();
            vec![
                report.rule(rule.rule).to_owned(),
                yes(rule.met),
                if rule.can_be_broken { yes(rule.broken) } else { self.page.word("test-cannot") },
                self.part(Part { of: answers, all: asked().count() * 2 }),
                self.part(TestReport::limits_of(rule)),
            ]
        };
        let rows: Vec<Vec<String>> = report.coverage.rules.iter().map(row).collect();
        self.page.table(self.page.heads(&head), rows);
        for rule in &report.coverage.rules {
            self.open(rule);
        }
    }

    fn part(&self, part: Part) -> String {
        if part.all == 0 {
            return String::new();
        }
        self.page.catalog.say(&part_text("test-part", part))
    }

    /// What the examples do not exercise of a rule.
    fn open(&mut self, rule: &RuleCoverage) {
        let mut lines = Vec::new();
        if !rule.met {
            lines.push(Text::new("test-never-met"));
        }
        if rule.can_be_broken && !rule.broken {
            lines.push(Text::new("test-never-broken"));
        }
        lines.extend(rule.conditions.iter().chain(&rule.consequences).flat_map(never));
        lines.extend(rule.limits.open.iter().map(|change| {
            Text::new("test-open-limit").with("before", change.before.clone()).with("after", change.after.clone())
        }));
        if lines.is_empty() {
            return;
        }
        self.page.line(0, &self.place(rule.rule));
        for text in &lines {
            self.page.line(1, text);
        }
        self.page.gap();
    }

    /// `aw-jaar-3 (regioplan:312)`
    fn place(&self, rule: crate::model::RuleId) -> Text {
        Text::new("test-rule-place")
            .with("rule", self.report.rule(rule))
            .with("path", &self.report.source.name)
            .with("line", self.report.line(rule).to_string())
    }

    fn changes(&mut self) {
        let all = self.report.changes.iter().flatten();
        let open: Vec<&Noticed> = all.filter(|one| !one.noticed).collect();
        if open.is_empty() || self.report.examples.is_empty() {
            return;
        }
        self.page.line(0, &Text::new("test-unnoticed").with("count", open.len()));
        let mut last = None;
        for one in open {
            if last != Some(one.change.rule) {
                self.page.line(1, &self.place(one.change.rule));
            }
            last = Some(one.change.rule);
            self.page.line(2, &Text::new("test-was").with("said", one.change.before.clone()));
            self.page.line(2, &Text::new("test-becomes").with("said", one.change.after.clone()));
        }
        self.page.gap();
    }

    fn summary(&mut self) {
        let report = self.report;
        let head = Text::new("test-summary").with("id", report.judged.full_id()).with("path", &report.source.name);
        self.page.line(0, &head);
        if report.examples.is_empty() {
            self.page.line(1, &Text::new("test-no-examples"));
            return;
        }
        let agreeing = report.agreeing();
        let text = Text::new("test-agreeing").with("of", agreeing.of).with("all", agreeing.all);
        self.page.line(1, &text);
        for (id, part) in report.exercised() {
            self.page.line(1, &part_text(id, part));
        }
    }
}

fn never(asked: &Asked) -> impl Iterator<Item = Text> {
    let yes = (!asked.yes).then(|| Text::new("test-never-yes").with("said", asked.text.clone()));
    let no = (!asked.no).then(|| Text::new("test-never-no").with("said", asked.text.clone()));
    yes.into_iter().chain(no)
}
