//! A document as one HTML page: no scripts, nothing from elsewhere, readable on a phone, on paper and aloud.
//!
//! Every value is escaped; what stands in a regioplan is text.

use std::fmt::Write as _;

use super::docs::Document;
use super::foreign::written_out;
use super::page::{Block, Cell, Row, Table, Word};

const STYLE: &str = include_str!("docs.css");

/// Writes the document.
#[must_use]
pub fn docs_html(document: &Document<'_>) -> String {
    let catalog = document.page.catalog;
    let (title, style) = (safe(&document.title), STYLE.trim_end());
    let (skip, made) = (safe(&catalog.word("docs-skip")), safe(&document.made));
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{style}\n</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#inhoud\">{skip}</a>\n\
         <header>\n<h1>{title}</h1>\n</header>\n",
        catalog.lang().word()
    );
    contents(&mut out, document);
    out.push_str("<main id=\"inhoud\">\n");
    let mut tables = 0;
    for block in &document.page.blocks {
        write_block(&mut out, block, &mut tables);
    }
    // Writing to a text cannot fail.
    let _ = write!(out, "</main>\n<footer>\n<p>{made}</p>\n</footer>\n</body>\n</html>\n");
    out
}

/// Links to the parts of the document, with those of a part below it.
fn contents(out: &mut String, document: &Document<'_>) {
    let title = safe(&document.contents);
    let _ = write!(out, "<nav aria-labelledby=\"inhoudsopgave\">\n<h2 id=\"inhoudsopgave\">{title}</h2>\n<ul>\n");
    let mut inside = false;
    let mut first = true;
    for block in &document.page.blocks {
        let Block::Heading { level, id: Some(id), text, listed: true } = block else { continue };
        match (*level > 2, inside) {
            (true, false) => out.push_str("\n<ul>\n"),
            (true, true) => out.push_str("</li>\n"),
            (false, true) => out.push_str("</li>\n</ul>\n</li>\n"),
            (false, false) if first => {}
            (false, false) => out.push_str("</li>\n"),
        }
        inside = *level > 2;
        first = false;
        let _ = write!(out, "<li><a href=\"#{id}\">{}</a>", running(text));
    }
    out.push_str(match (first, inside) {
        (true, _) => "",
        (false, true) => "</li>\n</ul>\n</li>\n",
        (false, false) => "</li>\n",
    });
    out.push_str("</ul>\n</nav>\n");
}

fn write_block(out: &mut String, block: &Block, tables: &mut usize) {
    match block {
        Block::Heading { level, id, text, .. } => {
            let _ = writeln!(out, "<h{level}{}>{}</h{level}>", anchor(id.as_ref()), running(text));
        }
        Block::Gap => {}
        Block::Paragraph { text, .. } => {
            let _ = writeln!(out, "<p>{}</p>", running(text));
        }
        Block::List(items) => {
            out.push_str("<ul>\n");
            for item in items {
                let _ = writeln!(out, "<li>{}</li>", cell(item));
            }
            out.push_str("</ul>\n");
        }
        Block::Facts(facts) => {
            out.push_str("<dl>\n");
            for (name, text) in facts {
                let _ = writeln!(out, "<div><dt>{}</dt><dd>{}</dd></div>", safe(name), running(text));
            }
            out.push_str("</dl>\n");
        }
        Block::Table(table) => {
            *tables += 1;
            write_table(out, table, *tables);
        }
        Block::Verbatim(text) => {
            let lines: Vec<String> = text.lines().map(safe).collect();
            let _ = writeln!(out, "<pre>{}</pre>", lines.join("\n"));
        }
    }
}

/// A table that can be scrolled sideways, also with the keys.
fn write_table(out: &mut String, table: &Table, number: usize) {
    let id = format!("tabel-{number}");
    let _ = write!(out, "<div class=\"tabel\" role=\"region\" aria-labelledby=\"{id}\" tabindex=\"0\">\n<table");
    let _ = write!(out, " class=\"k{}\">\n<caption id=\"{id}\">{}</caption>\n", table.head.len(), safe(&table.caption));
    out.push_str("<thead>\n<tr>");
    for head in &table.head {
        let _ = write!(out, "<th scope=\"col\">{}</th>", safe(head));
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &table.rows {
        write_row(out, row);
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

fn write_row(out: &mut String, row: &Row) {
    let _ = write!(out, "<tr{}>", anchor(row.id.as_ref()));
    for (index, lines) in row.cells.iter().enumerate() {
        let text = cell(lines);
        let _ = if index == 0 { write!(out, "<th scope=\"row\">{text}</th>") } else { write!(out, "<td>{text}</td>") };
    }
    out.push_str("</tr>\n");
}

/// The place that links lead to.
fn anchor(id: Option<&String>) -> String {
    id.map_or_else(String::new, |id| format!(" id=\"{id}\""))
}

fn cell(lines: &Cell) -> String {
    match lines.as_slice() {
        [only] => running(only),
        all => {
            let all: Vec<String> = all.iter().map(|words| running(words)).collect();
            if all.is_empty() { String::new() } else { format!("<div>{}</div>", all.join("</div><div>")) }
        }
    }
}

fn running(words: &[Word]) -> String {
    let one = |word: &Word| match word {
        Word::Plain(text) => safe(text),
        Word::Code(text) => format!("<code>{}</code>", safe(text)),
        Word::Strong(text) => format!("<strong>{}</strong>", safe(text)),
        Word::Link { to, text } => format!("<a href=\"#{to}\">{}</a>", safe(text)),
    };
    words.iter().map(one).collect()
}

/// Text in which no sign is a mark of HTML.
pub fn safe(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in written_out(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}
