//! A regioplan, leidraad or werkplan as a document to read: headings, sentences and tables, not yet in a format.
//!
//! Input: the model. Output: a [`Page`] of blocks, which `docs_markdown` and `docs_html` write. Every word comes from the
//! model or from the catalogue; nothing here knows how a format looks.

mod data;
mod growth;
mod guide;
mod head;
mod offer;
mod reasons;
mod register;
mod rules;

use crate::diagnostic::Text;
use crate::model::{Regioplan, Sort};

use super::catalog::{Catalog, Lang};

/// A document.
pub struct Page {
    /// The language of the words that are not of the regioplan.
    pub lang: &'static str,
    pub title: String,
    /// How it was made, and how to make it again.
    pub made: String,
    /// What stands above the table of contents.
    pub contents: String,
    pub blocks: Vec<Block>,
}

/// One piece of a document.
pub enum Block {
    Heading {
        level: u8,
        /// Where links lead to; each is there once.
        id: String,
        text: Words,
        /// It stands in the table of contents.
        listed: bool,
    },
    Paragraph(Words),
    List(Vec<Words>),
    /// Names with what is said of them.
    Facts(Vec<(String, Words)>),
    Table(Table),
}

/// A table; the first cell of a row is its heading.
pub struct Table {
    pub caption: String,
    pub head: Vec<String>,
    pub rows: Vec<Row>,
}

/// A row, with the place that links lead to when it has one.
pub struct Row {
    pub id: Option<String>,
    pub cells: Vec<Cell>,
}

/// Lines below each other.
pub type Cell = Vec<Words>;

/// Running text.
pub type Words = Vec<Word>;

/// A piece of running text.
pub enum Word {
    Plain(String),
    /// What is written in a plan or a regioplan, letter by letter.
    Code(String),
    Link {
        to: String,
        text: String,
    },
}

/// The document of a model; `name` is what to ask for on the command line.
#[must_use]
pub fn document(model: &Regioplan, name: &str, catalog: &Catalog) -> Page {
    let mut writer = Writer { model, catalog, blocks: Vec::new() };
    writer.head();
    match model.sort {
        Sort::Regioplan => {
            writer.growth();
            writer.offer();
            writer.data();
            writer.dates();
            writer.rules();
            writer.region();
        }
        Sort::Werkplan => {
            writer.rules();
            writer.region();
            writer.data();
            writer.dates();
        }
        Sort::Leidraad => writer.guide(),
    }
    writer.readings();
    writer.register();
    let title = Text::new("docs-title").with("name", &model.name).with("version", &model.version);
    let title = if model.version.is_empty() { model.name.clone() } else { catalog.say(&title) };
    Page {
        lang: match catalog.lang() {
            Lang::Dutch => "nl",
            Lang::English => "en",
        },
        title,
        made: catalog.say(&Text::new("docs-made").with("id", name)),
        contents: catalog.word("docs-contents"),
        blocks: writer.blocks,
    }
}

/// Collects the blocks of a document.
struct Writer<'a> {
    model: &'a Regioplan,
    catalog: &'a Catalog,
    blocks: Vec<Block>,
}

impl Writer<'_> {
    fn word(&self, id: &'static str) -> String {
        self.catalog.word(id)
    }

    fn say(&self, text: &Text) -> Words {
        words(&self.catalog.say(text))
    }

    fn heading(&mut self, level: u8, id: String, text: Words, listed: bool) {
        self.blocks.push(Block::Heading { level, id, text, listed });
    }

    /// A heading of a part of the document.
    fn part(&mut self, id: &str, title: &'static str) {
        let title = words(&self.word(title));
        self.heading(2, id.to_owned(), title, true);
    }

    fn paragraph(&mut self, text: Words) {
        self.blocks.push(Block::Paragraph(text));
    }

    /// A table; nothing when it has no rows.
    fn table(&mut self, mut caption: String, head: Vec<String>, rows: Vec<Row>) {
        if !rows.is_empty() {
            // A caption is bare text.
            caption.retain(|c| c != '`');
            self.blocks.push(Block::Table(Table { caption, head, rows }));
        }
    }

    fn heads(&self, ids: &[&'static str]) -> Vec<String> {
        ids.iter().map(|id| self.word(id)).collect()
    }

    /// Links to statements of the register, with a comma between.
    fn links(&self, sources: &[usize]) -> Words {
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

/// A text of the catalogue or of a regioplan as words: what stands between backticks is code.
fn words(text: &str) -> Words {
    let parts: Vec<&str> = text.split('`').collect();
    // An odd backtick is no mark of code.
    if parts.len().is_multiple_of(2) {
        return vec![Word::Plain(text.to_owned())];
    }
    let piece = |(at, part): (usize, &str)| {
        if at % 2 == 1 { Word::Code(part.to_owned()) } else { Word::Plain(part.to_owned()) }
    };
    parts.into_iter().enumerate().filter(|(_, part)| !part.is_empty()).map(piece).collect()
}

fn code(text: &str) -> Words {
    vec![Word::Code(text.to_owned())]
}

/// A cell of one line.
fn line(words: Words) -> Cell {
    vec![words]
}

/// A row without a place of its own.
fn row(cells: Vec<Cell>) -> Row {
    Row { id: None, cells }
}

/// Where links lead to: the sort of thing and its id, in signs that every format takes.
fn anchor(sort: &str, id: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    format!("{sort}-{}", id.chars().map(safe).collect::<String>())
}
