//! Rules in sentences, with why and how; dates that rules know; indicators and overviews.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{ColumnValue, Owner, Rule, RuleScope, say_expr, say_ref, say_rule};

use super::super::show_more::formula;
use super::super::{dates, show};
use super::{Row, Word, Words, Writer, anchor, line, row, words};

impl Writer<'_> {
    /// The rules that belong to no intervention.
    pub fn rules(&mut self) {
        let model = self.model;
        let own: Vec<&Rule> = model.rules.iter().filter(|rule| rule.owner == Owner::Rule).collect();
        if own.is_empty() {
            return;
        }
        self.part("regels", "docs-rules");
        for rule in own {
            self.rule(3, "docs-plain-title", rule);
        }
    }

    /// One rule below a heading.
    pub fn rule(&mut self, level: u8, title: &'static str, rule: &Rule) {
        let title = self.say(&Text::new(title).with("title", &rule.title));
        self.heading(level, anchor("regel", &rule.id), title, false);
        let sentences: Vec<String> = say_rule(rule).iter().map(|text| self.catalog.say(text)).collect();
        let mut text = words(&sentences.join(" "));
        text.push(Word::Plain(format!(" {}: ", self.word("docs-rule-name"))));
        text.push(Word::Code(rule.id.clone()));
        text.push(Word::Plain(".".to_owned()));
        self.paragraph(text);
        self.reasons(&rule.reasons);
    }

    /// Every rule that knows a date, and the dates of the document itself.
    pub fn dates(&mut self) {
        let model = self.model;
        self.part("termijnen", "docs-dates");
        let own = [(model.valid.0, "docs-first-day"), (model.valid.1, "docs-last-day")];
        let mut rows: Vec<Row> = own
            .into_iter()
            .map(|(date, what)| row(vec![line(words(&dates::long(self.catalog, date))), line(words(&self.word(what)))]))
            .collect();
        for rule in &model.rules {
            if rule.standing.at_accounting && matches!(rule.scope, RuleScope::Once) {
                continue;
            }
            let moments = show::moments(rule, self.catalog);
            if !moments.is_empty() {
                let link = Word::Link { to: anchor("regel", &rule.id), text: rule.title.clone() };
                rows.push(row(vec![line(words(&moments.join("; "))), line(vec![link])]));
            }
        }
        let head = self.heads(&["show-date", "show-what"]);
        self.table(self.word("docs-dates-caption"), head, rows);
    }

    /// Indicators and overviews of the region.
    pub fn region(&mut self) {
        let model = self.model;
        if model.indicators.is_empty() && model.overviews.is_empty() {
            return;
        }
        self.part("regio", "docs-region");
        let rows: Vec<Row> = model
            .indicators
            .iter()
            .map(|one| Row {
                id: Some(anchor("indicator", &one.id)),
                cells: vec![
                    line(words(&one.title)),
                    line(self.say(&formula(one))),
                    line(self.links(&one.reasons.sources)),
                ],
            })
            .collect();
        let head = self.heads(&["show-indicator", "show-calculated", "show-source"]);
        self.table(self.word("docs-indicators-caption"), head, rows);
        for one in &model.overviews {
            self.heading(3, anchor("overzicht", &one.id), words(&one.title), false);
            let rows = one
                .columns
                .iter()
                .map(|column| row(vec![line(words(&column.label)), line(words(&self.column(&column.value)))]));
            let rows: Vec<Row> = rows.collect();
            let head = self.heads(&["docs-column", "show-shows"]);
            self.table(one.title.clone(), head, rows);
            self.reasons(&one.reasons);
        }
    }

    fn column(&self, value: &ColumnValue) -> String {
        match value {
            ColumnValue::Number(expr) => self.catalog.arg(&say_expr(expr)),
            ColumnValue::Values(target) => self.catalog.arg(&say_ref(target)),
            ColumnValue::Choices => self.word("say-choices"),
        }
    }

    /// Periods in words, with a comma between.
    pub fn list(&self, items: Vec<Text>) -> Words {
        words(&self.catalog.arg(&Arg::List(items.into_iter().map(Arg::Text).collect(), Join::Comma)))
    }
}
