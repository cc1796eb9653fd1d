//! A page as Markdown, in the form that GitHub shows. Every value is escaped: what stands in a regioplan is text.

use std::fmt::Write as _;

use super::docs::Document;
use super::foreign::written_out;
use super::markdown_text::{code, escaped};
use super::page::{Block, Cell, Page, Table, Word, bare};

/// Writes the document.
#[must_use]
pub fn docs_markdown(document: &Document<'_>) -> String {
    let blocks = &document.page.blocks;
    let made = written_out(&bare(&document.made)).replace("--", "- -");
    let mut out = format!("<!-- {made} -->\n\n# {}\n", running(&document.title, false));
    let first = blocks.iter().position(|block| matches!(block, Block::Heading { level: 2, .. }));
    let (before, parts) = blocks.split_at(first.unwrap_or(blocks.len()));
    write_blocks(&mut out, before);
    contents(&mut out, document);
    write_blocks(&mut out, parts);
    out
}

impl Page<'_> {
    /// The page by itself; its first block is its title.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut out = String::new();
        write_blocks(&mut out, &self.blocks);
        out.trim_start().to_owned()
    }
}

/// Each behind an empty line.
fn write_blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks.iter().filter(|block| !matches!(block, Block::Gap)) {
        out.push('\n');
        write_block(out, block);
    }
}

/// Links to the parts of the document.
fn contents(out: &mut String, document: &Document<'_>) {
    // Writing to a text cannot fail.
    let _ = write!(out, "\n**{}**\n\n", plain(&document.contents));
    for block in &document.page.blocks {
        if let Block::Heading { level, id: Some(id), text, listed: true } = block {
            let indent = if *level > 2 { "  " } else { "" };
            let _ = writeln!(out, "{indent}- [{}](#{id})", running(text, false));
        }
    }
}

fn write_block(out: &mut String, block: &Block) {
    match block {
        Block::Heading { level, id, text, .. } => {
            let marks = "#".repeat(usize::from(*level));
            let _ = writeln!(out, "{marks} {}{}", anchor(id.as_ref()), running(text, false));
        }
        Block::Paragraph { text, .. } => {
            let _ = writeln!(out, "{}", begin(&running(text, false)));
        }
        Block::Gap => {}
        Block::List(items) => {
            for item in items {
                let lines: Vec<String> = item.iter().map(|words| begin(&running(words, false))).collect();
                let _ = writeln!(out, "- {}", lines.join("\n  "));
            }
        }
        Block::Facts(facts) => {
            for (name, text) in facts {
                let _ = writeln!(out, "- **{}:** {}", plain(name), running(text, false));
            }
        }
        Block::Table(table) => write_table(out, table),
        Block::Verbatim(text) => {
            for line in text.lines() {
                let _ = writeln!(out, "    {}", written_out(line));
            }
        }
    }
}

fn write_table(out: &mut String, table: &Table) {
    let head: Vec<String> = table.head.iter().map(|text| in_table(&plain(text))).collect();
    let _ = writeln!(out, "| {} |", head.join(" | "));
    let _ = writeln!(out, "|{}", " --- |".repeat(head.len()));
    for row in &table.rows {
        let mut cells: Vec<String> = row.cells.iter().map(cell).collect();
        if let Some(first) = cells.first_mut() {
            *first = format!("{}{first}", anchor(row.id.as_ref()));
        }
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
}

/// The place that links lead to.
fn anchor(id: Option<&String>) -> String {
    id.map_or_else(String::new, |id| format!("<a id=\"{id}\"></a>"))
}

fn cell(lines: &Cell) -> String {
    let lines: Vec<String> = lines.iter().map(|words| running(words, true)).collect();
    lines.join("<br>")
}

fn running(words: &[Word], table: bool) -> String {
    let one = |word: &Word| match word {
        Word::Plain(text) | Word::Said(text) => plain(text),
        Word::Code(text) => code(text),
        Word::Strong(text) => format!("**{}**", plain(text)),
        Word::Link { to, text } => format!("[{}](#{to})", plain(text)),
    };
    let text: String = words.iter().map(one).collect();
    if table { in_table(&text) } else { text }
}

/// A stroke would end the cell, also inside code.
fn in_table(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        if c == '|' && before != '\\' {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

/// Text in which no sign means anything.
fn plain(text: &str) -> String {
    escaped(&written_out(text))
}

/// The beginning of a line, where a number or a stroke would begin a list.
fn begin(text: &str) -> String {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = rest.len() < text.len() && rest.starts_with(['.', ')']);
    if numbered {
        let digits = text.len() - rest.len();
        let number: String = text.chars().take(digits).collect();
        return format!("{number}\\{rest}");
    }
    if text.starts_with(['-', '+', '=']) { format!("\\{text}") } else { text.to_owned() }
}
