//! A document as one HTML page: no scripts, nothing from elsewhere, readable on a phone, on paper and aloud.
//!
//! Every value is escaped; what stands in a regioplan is text.

use std::fmt::Write as _;

use super::Lang;
use super::docs::Document;
use super::foreign::written_out;
use super::page::{Block, Cell, Row, Table, Word, bare};

const STYLE: &str = include_str!("docs.css");

/// Whether what a regioplan says is in another language than the page, which it then says of itself.
#[derive(Clone, Copy)]
struct Voice {
    foreign: bool,
}

/// Writes the document.
#[must_use]
pub fn docs_html(document: &Document<'_>) -> String {
    let catalog = document.page.catalog;
    let voice = Voice { foreign: catalog.lang() != Lang::Dutch };
    let (title, style) = (safe(&bare(&document.title)), STYLE.trim_end());
    let heading = running(&document.title, voice);
    let (skip, made) = (safe(&catalog.word("docs-skip")), running(&document.made, voice));
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{style}\n</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#inhoud\">{skip}</a>\n\
         <header>\n<h1>{heading}</h1>\n</header>\n",
        catalog.lang().word()
    );
    contents(&mut out, document, voice);
    out.push_str("<main id=\"inhoud\">\n");
    let mut tables = 0;
    for block in &document.page.blocks {
        write_block(&mut out, block, voice, &mut tables);
    }
    // Writing to a text cannot fail.
    let _ = write!(out, "</main>\n<footer>\n<p>{made}</p>\n</footer>\n</body>\n</html>\n");
    out
}

/// Links to the parts of the document, with those of a part below it.
fn contents(out: &mut String, document: &Document<'_>, voice: Voice) {
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
        let _ = write!(out, "<li><a href=\"#{id}\">{}</a>", running(text, voice));
    }
    out.push_str(match (first, inside) {
        (true, _) => "",
        (false, true) => "</li>\n</ul>\n</li>\n",
        (false, false) => "</li>\n",
    });
    out.push_str("</ul>\n</nav>\n");
}

fn write_block(out: &mut String, block: &Block, voice: Voice, tables: &mut usize) {
    match block {
        Block::Heading { level, id, text, .. } => {
            let _ = writeln!(out, "<h{level}{}>{}</h{level}>", anchor(id.as_ref()), running(text, voice));
        }
        Block::Gap => {}
        Block::Paragraph { text, .. } => {
            let _ = writeln!(out, "<p>{}</p>", running(text, voice));
        }
        Block::List(items) => {
            out.push_str("<ul>\n");
            for item in items {
                let _ = writeln!(out, "<li>{}</li>", cell(item, voice));
            }
            out.push_str("</ul>\n");
        }
        Block::Facts(facts) => {
            out.push_str("<dl>\n");
            for (name, text) in facts {
                let _ = writeln!(out, "<div><dt>{}</dt><dd>{}</dd></div>", safe(name), running(text, voice));
            }
            out.push_str("</dl>\n");
        }
        Block::Table(table) => {
            *tables += 1;
            write_table(out, table, voice, *tables);
        }
        Block::Verbatim(text) => {
            let lines: Vec<String> = text.lines().map(safe).collect();
            let _ = writeln!(out, "<pre>{}</pre>", lines.join("\n"));
        }
    }
}

/// A table that can be scrolled sideways, also with the keys.
fn write_table(out: &mut String, table: &Table, voice: Voice, number: usize) {
    let id = format!("tabel-{number}");
    let _ = write!(out, "<div class=\"tabel\" role=\"region\" aria-labelledby=\"{id}\" tabindex=\"0\">\n<table");
    let caption = running(&table.caption, voice);
    let _ = write!(out, " class=\"k{}\">\n<caption id=\"{id}\">{caption}</caption>\n", table.head.len());
    out.push_str("<thead>\n<tr>");
    for head in &table.head {
        let _ = write!(out, "<th scope=\"col\">{}</th>", safe(head));
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &table.rows {
        write_row(out, row, voice);
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

fn write_row(out: &mut String, row: &Row, voice: Voice) {
    let _ = write!(out, "<tr{}>", anchor(row.id.as_ref()));
    for (index, lines) in row.cells.iter().enumerate() {
        let text = cell(lines, voice);
        let _ = if index == 0 { write!(out, "<th scope=\"row\">{text}</th>") } else { write!(out, "<td>{text}</td>") };
    }
    out.push_str("</tr>\n");
}

/// The place that links lead to.
fn anchor(id: Option<&String>) -> String {
    id.map_or_else(String::new, |id| format!(" id=\"{id}\""))
}

fn cell(lines: &Cell, voice: Voice) -> String {
    match lines.as_slice() {
        [only] => running(only, voice),
        all => {
            let all: Vec<String> = all.iter().map(|words| running(words, voice)).collect();
            if all.is_empty() { String::new() } else { format!("<div>{}</div>", all.join("</div><div>")) }
        }
    }
}

fn running(words: &[Word], voice: Voice) -> String {
    let lang = if voice.foreign { " lang=\"nl\"" } else { "" };
    let one = |word: &Word| match word {
        Word::Said(text) if voice.foreign => format!("<span{lang}>{}</span>", safe(text)),
        Word::Plain(text) | Word::Said(text) => safe(text),
        Word::Code(text) => format!("<code{lang}>{}</code>", safe(text)),
        Word::Strong(text) => format!("<strong>{}</strong>", safe(text)),
        Word::Link { to, text } => format!("<a href=\"#{to}\"{lang}>{}</a>", safe(text)),
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
