//! Tables for people: drawn where each column can hold its words whole, else written as a list of named values.

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};
use unicode_width::UnicodeWidthStr;

use super::screen::{Screen, wrapping};

/// A table with its headings, as wide as the screen at most, and an empty line behind it.
pub fn table(screen: Screen, head: &[String], rows: &[Vec<String>]) -> String {
    let width = screen.width;
    let longest = longest_words(head, rows);
    let mut out = String::new();
    if fits(&longest, width) {
        for line in drawn(screen, head, rows, &longest).lines() {
            out.push_str(line.trim_end());
            out.push('\n');
        }
    } else {
        for row in rows {
            list(head, row, width, &mut out);
        }
    }
    out.push('\n');
    out
}

fn drawn(screen: Screen, head: &[String], rows: &[Vec<String>], longest: &[usize]) -> Table {
    let mut table = Table::new();
    let style = if screen.ascii { presets::ASCII_FULL_CONDENSED } else { presets::UTF8_FULL_CONDENSED };
    table.load_style(style).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(screen.width).unwrap_or(u16::MAX));
    table.set_header(head.to_vec());
    table.add_rows(rows.iter().cloned());
    // Names are copied from tables, and a broken name is another one.
    for (column, word) in table.column_iter_mut().zip(longest) {
        let least = u16::try_from(word + PADDING).unwrap_or(u16::MAX);
        column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(least)));
    }
    table
}

/// The blanks on both sides of what stands in a column.
const PADDING: usize = 2;

/// Whether each column can hold its longest word.
fn fits(longest: &[usize], width: usize) -> bool {
    // A line before each column, and the last line.
    longest.iter().map(|word| word + PADDING + 1).sum::<usize>() < width
}

/// How wide the longest word of each column is.
fn longest_words(head: &[String], rows: &[Vec<String>]) -> Vec<usize> {
    let widest = |cell: &String| cell.split_whitespace().map(UnicodeWidthStr::width).max().unwrap_or(0);
    let column = |(index, title): (usize, &String)| {
        rows.iter().filter_map(|row| row.get(index)).map(widest).fold(widest(title), usize::max)
    };
    head.iter().enumerate().map(column).collect()
}

/// A row as a block: the first value, and below it the others with their headings.
fn list(head: &[String], row: &[String], width: usize, out: &mut String) {
    for (index, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
        let indent = if index == 0 { "" } else { "  " };
        let name = head.get(index).map_or("", String::as_str);
        let text = if name.is_empty() { cell.clone() } else { format!("{name}: {}", cell.replace('\n', "; ")) };
        let rest = format!("{indent}  ");
        let options = wrapping(width).break_words(false).initial_indent(indent).subsequent_indent(&rest);
        out.push_str(&textwrap::fill(&text, options));
        out.push('\n');
    }
}
