//! A page: headings, lines, lists and tables, in words and not yet in a format.
//!
//! In: texts of the catalogue, and what a regioplan or a plan says. Out: blocks, which `page_screen`, `page_markdown` and
//! `page_html` write, each in its own way. Nothing here knows how a format looks.

use crate::diagnostic::{Arg, Text};

use super::Catalog;
use super::catalog::{SAID, SAID_TO_HERE};

/// One piece of a page.
pub enum Block {
    Heading {
        level: u8,
        /// Where links lead to; each is there once.
        id: Option<String>,
        text: Words,
        /// It stands in the table of contents.
        listed: bool,
    },
    /// A paragraph; the deeper it is, the more it belongs to what stands above it.
    Paragraph {
        depth: u8,
        text: Words,
    },
    /// An empty line, where a format does not leave one by itself.
    Gap,
    /// Each item with what belongs to it, below each other.
    List(Vec<Cell>),
    /// Names with what is said of them.
    Facts(Vec<(String, Words)>),
    Table(Table),
    /// Lines as they stand: an example, or a command that is copied whole.
    Verbatim(String),
}

/// A table; the first cell of a row is its heading.
pub struct Table {
    pub caption: Words,
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
    /// What a regioplan says in its own words: Dutch, whatever the language of the page.
    Said(String),
    /// What is written in a plan or a regioplan, letter by letter.
    Code(String),
    Strong(String),
    /// The text comes out of a regioplan.
    Link {
        to: String,
        text: String,
    },
}

/// Collects the blocks of a page.
pub struct Page<'a> {
    pub catalog: &'a Catalog,
    pub blocks: Vec<Block>,
}

impl<'a> Page<'a> {
    pub fn new(catalog: &'a Catalog) -> Self {
        Self { catalog, blocks: Vec::new() }
    }

    pub fn word(&self, id: &str) -> String {
        self.catalog.word(id)
    }

    pub fn say(&self, text: &Text) -> Words {
        words(&self.catalog.say(text))
    }

    /// A text in which what comes out of a regioplan is known as such.
    pub fn told(&self, text: impl Into<Arg>) -> Words {
        apart(&self.catalog.marked(&text.into()))
    }

    pub fn heads(&self, ids: &[&'static str]) -> Vec<String> {
        ids.iter().map(|id| self.word(id)).collect()
    }

    /// A heading that nothing links to.
    pub fn heading(&mut self, level: u8, text: Words) {
        self.blocks.push(Block::Heading { level, id: None, text, listed: false });
    }

    /// A text as a paragraph.
    pub fn line(&mut self, depth: u8, text: &Text) {
        let text = self.say(text);
        self.paragraph(depth, text);
    }

    pub fn paragraph(&mut self, depth: u8, text: Words) {
        self.blocks.push(Block::Paragraph { depth, text });
    }

    pub fn gap(&mut self) {
        self.blocks.push(Block::Gap);
    }

    /// A text that stands above others, apart from what goes before.
    pub fn head(&mut self, text: &Text) {
        self.gap();
        self.line(0, text);
    }

    /// A list of one line an item.
    pub fn list(&mut self, items: impl IntoIterator<Item = Words>) {
        self.blocks.push(Block::List(items.into_iter().map(line).collect()));
    }

    /// A table without a caption; a cell holds its lines below each other.
    pub fn table(&mut self, head: Vec<String>, rows: impl IntoIterator<Item = Vec<String>>) {
        let cell = |text: String| text.split('\n').map(words).collect();
        let row = |cells: Vec<String>| Row { id: None, cells: cells.into_iter().map(cell).collect() };
        let rows = rows.into_iter().map(row).collect();
        self.blocks.push(Block::Table(Table { caption: Words::new(), head, rows }));
    }

    pub fn verbatim(&mut self, text: &str) {
        self.blocks.push(Block::Verbatim(text.to_owned()));
    }
}

/// A text of the catalogue or of a regioplan as words: what stands between backticks is code.
pub fn words(text: &str) -> Words {
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

/// A text of a regioplan as words.
pub fn said(text: &str) -> Words {
    let own = |word| if let Word::Plain(text) = word { Word::Said(text) } else { word };
    words(text).into_iter().map(own).collect()
}

/// A text of the catalogue as words, in which marks tell what comes out of a regioplan.
fn apart(text: &str) -> Words {
    let mut found = Words::new();
    let mut is_said = false;
    for word in words(text) {
        let (Word::Plain(text) | Word::Code(text)) = &word else { continue };
        let mut bare = String::new();
        let mut put = |bare: &mut String, is_said: bool| {
            let piece = std::mem::take(bare);
            // A number is said in the language of the page.
            let is_dutch = is_said && piece.contains(char::is_alphabetic);
            match &word {
                _ if piece.is_empty() => {}
                Word::Code(_) => found.push(Word::Code(piece)),
                _ if is_dutch => found.push(Word::Said(piece)),
                _ => found.push(Word::Plain(piece)),
            }
        };
        for c in text.chars() {
            if !matches!(c, SAID | SAID_TO_HERE) {
                bare.push(c);
                continue;
            }
            if matches!(word, Word::Plain(_)) {
                put(&mut bare, is_said);
            }
            is_said = c == SAID;
        }
        put(&mut bare, is_said);
    }
    found
}

/// Words where no mark may stand.
pub fn bare(words: &[Word]) -> String {
    let one = |word: &Word| match word {
        Word::Plain(text) | Word::Said(text) | Word::Strong(text) | Word::Link { text, .. } => text.clone(),
        Word::Code(text) => format!("`{text}`"),
    };
    words.iter().map(one).collect()
}

pub fn code(text: &str) -> Words {
    vec![Word::Code(text.to_owned())]
}

/// A cell of one line.
pub fn line(words: Words) -> Cell {
    vec![words]
}

/// A row without a place of its own, of one line a cell.
pub fn row(cells: impl IntoIterator<Item = Words>) -> Row {
    Row { id: None, cells: cells.into_iter().map(line).collect() }
}

impl Row {
    /// The row, with the place that links lead to.
    pub fn at(self, id: String) -> Self {
        Self { id: Some(id), ..self }
    }
}
