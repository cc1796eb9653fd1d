//! What a plan, or a file with the figures of a region, must contain: a table for each record.

use crate::model::{
    CHOICE, EVIDENCE, Field, PLAN, PRACTICE, REGION, Record, RecordId, YEAR, say_field, say_field_type,
};

use super::super::frame::FRAME;
use super::super::show::requirement;
use super::{Cell, Row, Words, Writer, anchor, code, line, row, said};

impl Writer<'_, '_> {
    /// What every plan has, and what this regioplan adds to it.
    pub fn data_of_plan(&mut self) {
        self.part("gegevens", "docs-data");
        self.frame();
        self.records();
    }

    pub fn data(&mut self, title: &'static str) {
        self.part("gegevens", title);
        self.records();
    }

    fn records(&mut self) {
        let model = self.model;
        for (id, record) in model.records.pairs() {
            if record.fields.is_empty() || record.of_intervention {
                continue;
            }
            self.heading(3, anchor("gegevens", &record.id), self.record_title(id, record), false);
            let rows: Vec<Row> = record.fields.iter().map(|field| Row { id: None, cells: self.field(field) }).collect();
            let head = ["show-field", "docs-meaning", "show-type", "show-required", "show-source"];
            self.table(self.record_title(id, record), self.heads(&head), rows);
        }
        self.own_fields();
    }

    fn frame(&mut self) {
        self.heading(3, "gegevens-vast".to_owned(), self.words("docs-frame"), false);
        let required = |yes: bool| self.words(if yes { "required-always" } else { "required-no" });
        let rows: Vec<Row> =
            FRAME.iter().map(|key| row([code(key.name), self.words(key.about), required(key.required)])).collect();
        let head = self.heads(&["show-field", "docs-meaning", "show-required"]);
        self.table(self.words("docs-frame"), head, rows);
    }

    fn record_title(&self, id: RecordId, record: &Record) -> Words {
        let fixed = [
            (PLAN, "docs-record-plan"),
            (PRACTICE, "docs-record-practice"),
            (YEAR, "docs-record-year"),
            (CHOICE, "docs-record-choice"),
            (EVIDENCE, "docs-record-evidence"),
            (REGION, "docs-record-region"),
        ];
        match fixed.into_iter().find(|(own, _)| *own == id) {
            Some((_, word)) => self.words(word),
            None if record.label.is_empty() => said(&record.id),
            None => said(&record.label),
        }
    }

    fn field(&self, field: &Field) -> Vec<Cell> {
        let mut meaning: Cell = vec![self.say(&say_field(field))];
        if !field.also_known.is_empty() {
            meaning.push(self.also_known(&field.also_known));
        }
        meaning.extend(field.explanation.iter().map(|text| said(text)));
        vec![
            line(code(&field.id)),
            meaning,
            line(self.say(&say_field_type(self.model, field))),
            line(self.say(&requirement(&field.required))),
            line(self.links(&field.sources)),
        ]
    }

    /// Fields that only one intervention asks.
    fn own_fields(&mut self) {
        let model = self.model;
        let common = model.record(CHOICE).fields.len();
        let mut rows: Vec<Row> = Vec::new();
        for one in &model.interventions {
            let own = model.record(one.record).fields.iter().skip(common);
            for field in own {
                let mut cells = vec![line(said(&one.label))];
                cells.extend(self.field(field));
                rows.push(Row { id: None, cells });
            }
        }
        if rows.is_empty() {
            return;
        }
        self.heading(3, "gegevens-eigen".to_owned(), self.words("docs-own"), false);
        self.paragraph(self.words("docs-own-about"));
        let head = ["docs-intervention", "show-field", "docs-meaning", "show-type", "show-required", "show-source"];
        self.table(self.words("docs-own"), self.heads(&head), rows);
    }
}
