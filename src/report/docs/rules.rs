//! Rules in sentences, with why and how; dates that rules know; indicators and overviews.

use jiff::civil::Date;

use crate::diagnostic::Text;
use crate::model::{Owner, Rule, say_rule};

use super::super::show_more::{column_value, formula};
use super::super::{dates, show};
use super::{Row, Word, Writer, anchor, row, said, words};

impl Writer<'_, '_> {
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
        let mut text = self.say_all(&say_rule(rule, &self.model.rules), " ");
        text.push(Word::Plain(format!(" {}: ", self.word("docs-rule-name"))));
        text.push(Word::Code(rule.id.clone()));
        text.push(Word::Plain(".".to_owned()));
        self.paragraph(text);
        self.reasons(&rule.reasons);
    }

    /// Every rule that knows a date, and the dates of the document itself.
    pub fn dates(&mut self, (from, to): (Date, Date)) {
        let model = self.model;
        self.part("termijnen", "docs-dates");
        let own = [(from, "docs-first-day"), (to, "docs-last-day")];
        let mut rows: Vec<Row> = own
            .into_iter()
            .map(|(date, what)| row([words(&dates::long(self.page.catalog, date)), self.words(what)]))
            .collect();
        for (rule, moments) in show::dated(model) {
            let link = Word::Link { to: anchor("regel", &rule.id), text: rule.title.clone() };
            rows.push(row([self.say_all(&moments, "; "), vec![link]]));
        }
        let head = self.heads(&["show-date", "show-what"]);
        self.table(self.words("docs-dates-caption"), head, rows);
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
            .map(|one| {
                let cells = [said(&one.title), self.say(&formula(one)), self.links(&one.reasons.sources)];
                row(cells).at(anchor("indicator", &one.id))
            })
            .collect();
        let head = self.heads(&["show-indicator", "show-calculated", "show-source"]);
        self.table(self.words("docs-indicators-caption"), head, rows);
        for one in &model.overviews {
            self.heading(3, anchor("overzicht", &one.id), said(&one.title), false);
            let rows = one
                .columns
                .iter()
                .map(|column| row([said(&column.label), self.page.told(column_value(&column.value))]));
            let rows: Vec<Row> = rows.collect();
            let head = self.heads(&["docs-column", "show-shows"]);
            self.table(said(&one.title), head, rows);
            self.reasons(&one.reasons);
        }
    }
}
