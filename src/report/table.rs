//! Tables for people: drawn where they can be read, else, on a narrow screen, written as a list of named values.

use comfy_table::{ColumnConstraint, ContentArrangement, Row, Table, Width, presets};
use unicode_width::UnicodeWidthStr;

use super::screen::{NARROW, Screen};

/// A table with its headings, as wide as the screen at most.
pub fn table(screen: Screen, head: &[String]) -> Table {
    let mut table = Table::new();
    let style = if screen.ascii { presets::ASCII_FULL_CONDENSED } else { presets::UTF8_FULL_CONDENSED };
    table.load_style(style).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(screen.width).unwrap_or(u16::MAX));
    table.set_header(head.to_vec());
    table
}

/// Its lines, with an empty one behind them.
pub fn finish(table: &Table) -> String {
    let width = table.width().map_or(usize::MAX, usize::from);
    let mut out = String::new();
    let longest = longest_words(table);
    if width < NARROW && !fits(&longest, width) {
        list(table, width, &mut out);
    } else {
        let mut table = table.clone();
        if fits(&longest, width) {
            // Names are copied from tables, and a broken name is another one.
            for (column, word) in table.column_iter_mut().zip(longest) {
                let least = u16::try_from(word + PADDING).unwrap_or(u16::MAX);
                column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(least)));
            }
        }
        for line in table.lines() {
            out.push_str(line.trim_end());
            out.push('\n');
        }
    }
    out.push('\n');
    out
}

fn cells(row: &Row) -> impl Iterator<Item = String> {
    row.cell_iter().map(comfy_table::Cell::content)
}

/// The blanks on both sides of what stands in a column.
const PADDING: usize = 2;

/// Whether each column can hold its longest word.
fn fits(longest: &[usize], width: usize) -> bool {
    // A line before each column, and the last line.
    longest.iter().map(|word| word + PADDING + 1).sum::<usize>() < width
}

/// How wide the longest word of each column is.
fn longest_words(table: &Table) -> Vec<usize> {
    let mut longest: Vec<usize> = Vec::new();
    for row in table.header().into_iter().chain(table.row_iter()) {
        for (index, cell) in cells(row).enumerate() {
            let word = cell.split_whitespace().map(UnicodeWidthStr::width).max().unwrap_or(0);
            match longest.get_mut(index) {
                Some(known) => *known = word.max(*known),
                None => longest.push(word),
            }
        }
    }
    longest
}

/// Each row as a block: the first value, and below it the others with their headings.
fn list(table: &Table, width: usize, out: &mut String) {
    let head: Vec<String> = table.header().into_iter().flat_map(cells).collect();
    let paragraph = |first: &str, rest: &str, text: &str| {
        let options = textwrap::Options::new(width)
            .initial_indent(first)
            .subsequent_indent(rest)
            .break_words(false)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        textwrap::fill(text, options) + "\n"
    };
    for row in table.row_iter() {
        for (index, cell) in cells(row).enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
            let indent = if index == 0 { "" } else { "  " };
            let name = head.get(index).map_or("", String::as_str);
            let text = if name.is_empty() { cell } else { format!("{name}: {}", cell.replace('\n', "; ")) };
            out.push_str(&paragraph(indent, &format!("{indent}  "), &text));
        }
    }
}
