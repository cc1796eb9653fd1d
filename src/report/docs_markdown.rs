//! A document as Markdown, in the form that GitHub shows. Every value is escaped: what stands in a regioplan is text.

use std::fmt::Write as _;

use super::catalog::escape;
use super::docs::{Block, Cell, Page, Table, Word};

/// Writes the document.
#[must_use]
pub fn docs_markdown(page: &Page) -> String {
    let mut out = String::new();
    let made = escape(&page.made).replace("--", "- -");
    // Writing to a text cannot fail.
    let _ = write!(out, "<!-- {made} -->\n\n# {}\n", plain(&page.title));
    let mut introduced = false;
    for block in &page.blocks {
        if let Block::Heading { level: 2, .. } = block
            && !introduced
        {
            introduced = true;
            contents(&mut out, page);
        }
        out.push('\n');
        write_block(&mut out, block);
    }
    out
}

/// Links to the parts of the document.
fn contents(out: &mut String, page: &Page) {
    let _ = write!(out, "\n**{}**\n\n", plain(&page.contents));
    for block in &page.blocks {
        if let Block::Heading { level, id, text, listed: true } = block {
            let indent = if *level > 2 { "  " } else { "" };
            let _ = writeln!(out, "{indent}- [{}](#{id})", running(text, false));
        }
    }
}

fn write_block(out: &mut String, block: &Block) {
    match block {
        Block::Heading { level, id, text, .. } => {
            let marks = "#".repeat(usize::from(*level));
            let _ = writeln!(out, "{marks} <a id=\"{id}\"></a>{}", running(text, false));
        }
        Block::Paragraph(text) => {
            let _ = writeln!(out, "{}", begin(&running(text, false)));
        }
        Block::List(items) => {
            for item in items {
                let _ = writeln!(out, "- {}", begin(&running(item, false)));
            }
        }
        Block::Facts(facts) => {
            for (name, text) in facts {
                let _ = writeln!(out, "- **{}:** {}", plain(name), running(text, false));
            }
        }
        Block::Table(table) => write_table(out, table),
    }
}

fn write_table(out: &mut String, table: &Table) {
    let head: Vec<String> = table.head.iter().map(|text| in_table(&plain(text))).collect();
    let _ = writeln!(out, "| {} |", head.join(" | "));
    let _ = writeln!(out, "|{}", " --- |".repeat(head.len()));
    for row in &table.rows {
        let mut cells: Vec<String> = row.cells.iter().map(cell).collect();
        if let (Some(id), Some(first)) = (&row.id, cells.first_mut()) {
            *first = format!("<a id=\"{id}\"></a>{first}");
        }
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
}

fn cell(lines: &Cell) -> String {
    let lines: Vec<String> = lines.iter().map(|words| running(words, true)).collect();
    lines.join("<br>")
}

fn running(words: &[Word], table: bool) -> String {
    let one = |word: &Word| match word {
        Word::Plain(text) => plain(text),
        Word::Code(text) => format!("`{}`", escape(text)),
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

/// Text in which no sign is a mark of Markdown or of HTML.
fn plain(text: &str) -> String {
    let text = escape(text);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '@' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
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
