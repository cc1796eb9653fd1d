//! A page for people at a screen: as wide as it is, with tables where they can be read.
//!
//! In: blocks. Out: lines. What a screen would obey instead of show is written out.

use super::foreign::written_out;
use super::page::{Block, Cell, Page, Word, Words};
use super::page_table::table;
use super::screen::Screen;
use super::writer::Pieces;

impl Page<'_> {
    /// The page as it stands on a screen.
    #[must_use]
    pub fn on(&self, screen: Screen) -> String {
        self.blocks.iter().map(|block| written(block, screen)).collect()
    }

    /// The same, block by block, each let go when it is written.
    pub fn put_on(self, screen: Screen, put: Pieces<'_>) {
        self.blocks.into_iter().for_each(|block| put(&written(&block, screen)));
    }
}

fn written(block: &Block, screen: Screen) -> String {
    match block {
        Block::Heading { text, .. } => {
            let title = running(text);
            format!("\n{title}\n{}\n", "─".repeat(title.chars().count()))
        }
        Block::Paragraph { depth, text } => screen.paragraph(&"  ".repeat(usize::from(*depth)), &running(text)),
        Block::Gap => "\n".to_owned(),
        Block::List(items) => items.iter().map(|lines| item(lines.iter().map(|one| running(one)), screen)).collect(),
        Block::Facts(facts) => {
            let one = |(name, text): &(String, Words)| screen.paragraph("  ", &format!("{name}: {}", running(text)));
            facts.iter().map(one).collect()
        }
        Block::Table(found) => {
            let cell = |lines: &Cell| lines.iter().map(|one| running(one)).collect::<Vec<_>>().join("\n");
            let rows = found.rows.iter().map(|row| row.cells.iter().map(cell).collect());
            table(screen, &found.head, &rows.collect::<Vec<_>>())
        }
        Block::Verbatim(text) => text.lines().map(|line| indented(line) + "\n").collect(),
    }
}

/// The first line behind a dash, the others below it.
fn item(lines: impl Iterator<Item = String>, screen: Screen) -> String {
    let one = |(at, text): (usize, String)| match at {
        0 => screen.paragraph("    ", &text).replacen("    ", "  - ", 1),
        _ => screen.paragraph("      ", &text),
    };
    lines.enumerate().map(one).collect()
}

fn indented(line: &str) -> String {
    if line.is_empty() { String::new() } else { format!("    {}", written_out(line)) }
}

fn running(words: &[Word]) -> String {
    let one = |word: &Word| match word {
        Word::Plain(text) | Word::Said(text) | Word::Strong(text) | Word::Link { text, .. } => safe(text),
        Word::Code(text) => format!("`{}`", safe(text)),
    };
    words.iter().map(one).collect()
}

/// A text may have lines of its own.
fn safe(text: &str) -> String {
    if text.contains('\n') {
        text.split('\n').map(written_out).collect::<Vec<_>>().join("\n")
    } else {
        written_out(text)
    }
}
