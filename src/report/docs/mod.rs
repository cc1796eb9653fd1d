//! A regioplan, leidraad or werkplan as a document to read: headings, sentences and tables, not yet in a format.
//!
//! Input: the model. Output: a [`Document`] of blocks, which `page_markdown` and `page_html` write. Every word comes from the
//! model or from the catalogue; nothing here knows how a format looks.

mod data;
mod growth;
mod guide;
mod head;
mod offer;
mod reasons;
mod register;
mod rules;

pub use growth::asks_in;
pub use head::calendar_texts;
pub use reasons::reason_texts;

use crate::diagnostic::Text;
use crate::model::{Aanvulling, Contents, Model, Regioplan, StatementId, Werkplan};
use crate::value::name_key;

use super::catalog::Catalog;
use super::page::{Block, Cell, Page, Row, Table, Word, Words, code, line, row, said, words};

/// A document: a page with what stands around it.
pub struct Document<'a> {
    pub title: Words,
    /// How it was made, and how to make it again.
    pub made: Words,
    /// What stands above the table of contents.
    pub contents: String,
    pub page: Page<'a>,
}

/// The document of a model; `name` is what to ask for on the command line.
#[must_use]
pub fn document<'a>(whole: Model<'_>, name: &str, catalog: &'a Catalog) -> Document<'a> {
    let model = whole.contents();
    let mut writer = Writer { whole, model, page: Page::new(catalog) };
    writer.head();
    match whole {
        Model::Regioplan(Regioplan { valid, programme, .. }) => {
            writer.growth(programme);
            writer.offer(programme);
            writer.data_of_plan();
            writer.dates(*valid);
            writer.rules();
            writer.conditions();
            writer.region();
        }
        Model::Werkplan(Werkplan { valid, .. }) => {
            writer.rules();
            writer.conditions();
            writer.region();
            writer.data("docs-data-region");
            writer.dates(*valid);
        }
        Model::Aanvulling(Aanvulling { valid, .. }) => {
            writer.rules();
            writer.data("docs-data");
            writer.dates(*valid);
        }
        Model::Leidraad(guide) => writer.guide(guide),
    }
    writer.readings();
    writer.register();
    let title = Text::new("docs-title").with("name", &model.name).with("version", &model.version);
    let title = if model.version.is_empty() { said(&model.name) } else { writer.say(&title) };
    Document {
        title,
        made: writer.say(&Text::new("docs-made").with("id", name)),
        contents: catalog.word("docs-contents"),
        page: writer.page,
    }
}

/// Collects the blocks of a document.
struct Writer<'m, 'c> {
    whole: Model<'m>,
    model: &'m Contents,
    page: Page<'c>,
}

impl Writer<'_, '_> {
    fn word(&self, id: &'static str) -> String {
        self.page.word(id)
    }

    fn words(&self, id: &'static str) -> Words {
        words(&self.word(id))
    }

    /// Texts behind each other.
    fn say_all(&self, texts: &[Text], between: &str) -> Words {
        let mut found = Words::new();
        for text in texts {
            if !found.is_empty() {
                found.push(Word::Plain(between.to_owned()));
            }
            found.extend(self.say(text));
        }
        found
    }

    fn say(&self, text: &Text) -> Words {
        self.page.told(text.clone())
    }

    fn heading(&mut self, level: u8, id: String, text: Words, listed: bool) {
        self.page.blocks.push(Block::Heading { level, id: Some(id), text, listed });
    }

    /// A heading of a part of the document.
    fn part(&mut self, id: &str, title: &'static str) {
        self.heading(2, id.to_owned(), self.words(title), true);
    }

    fn paragraph(&mut self, text: Words) {
        self.page.paragraph(0, text);
    }

    /// A table; nothing when it has no rows.
    fn table(&mut self, caption: Words, head: Vec<String>, rows: Vec<Row>) {
        if !rows.is_empty() {
            // A caption is bare text.
            let bare = |word| if let Word::Code(text) = word { Word::Said(text) } else { word };
            let caption = caption.into_iter().map(bare).collect();
            self.page.blocks.push(Block::Table(Table { caption, head, rows }));
        }
    }

    fn heads(&self, ids: &[&'static str]) -> Vec<String> {
        self.page.heads(ids)
    }

    /// Links to statements of the register, with a comma between.
    fn links(&self, sources: &[StatementId]) -> Words {
        let mut found = Words::new();
        for id in self.model.source_ids(sources) {
            if !found.is_empty() {
                found.push(Word::Plain(", ".to_owned()));
            }
            found.push(Word::Link { to: anchor("bron", id), text: id.to_owned() });
        }
        found
    }
}

/// Where links lead to: the sort of thing and its id, in signs that every format takes.
fn anchor(sort: &str, id: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    format!("{sort}-{}", name_key(id).chars().map(safe).collect::<String>())
}
