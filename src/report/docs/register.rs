//! The sources: every statement of the document, and what rests on it.

use super::super::sources::{Citing, citing, kind};
use super::{Row, Word, Words, Writer, anchor, row, said, words};

impl Writer<'_, '_> {
    pub fn register(&mut self) {
        let model = self.model;
        if model.register.is_empty() {
            return;
        }
        self.part("bronnen", "docs-sources");
        self.paragraph(self.words("docs-sources-about"));
        let mut rows: Vec<Row> = Vec::new();
        for (id, statement) in model.register.pairs() {
            let citing = citing(self.whole, id);
            let done = if citing.is_empty() {
                let what = self.word(kind(statement, &citing).text_id());
                match &statement.disposition {
                    Some(disposition) => {
                        let mut text = words(&format!("{what}: "));
                        text.extend(said(&disposition.reason));
                        text
                    }
                    None => words(&what),
                }
            } else {
                self.citing(&citing)
            };
            let cells = [said(&statement.id), said(&statement.section), said(&statement.says), done];
            rows.push(row(cells).at(anchor("bron", &statement.id)));
        }
        let head = self.heads(&["sources-statement", "docs-section", "sources-says", "sources-done"]);
        self.table(self.words("docs-sources-caption"), head, rows);
    }

    /// What rests on a statement, with a link where it has a place of its own.
    fn citing(&self, all: &[Citing]) -> Words {
        let mut found = Words::new();
        for one in all {
            if !found.is_empty() {
                found.push(Word::Plain(", ".to_owned()));
            }
            found.push(Word::Plain(format!("{} ", self.word(one.sort))));
            let place = match one.sort {
                "sources-rule" => Some("regel"),
                "sources-intervention" => Some("interventie"),
                "sources-indicator" => Some("indicator"),
                "sources-overview" => Some("overzicht"),
                "sources-rendering" => Some("weergave"),
                _ => None,
            };
            found.push(match place {
                Some(place) => Word::Link { to: anchor(place, &one.id), text: one.id.clone() },
                None => Word::Code(one.id.clone()),
            });
        }
        found
    }
}
