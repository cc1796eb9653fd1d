//! What stands between two clauses: the comment behind the first, comments on lines of their own, blank lines.

/// A line between two clauses.
#[derive(Clone, Copy)]
enum Line<'a> {
    Blank,
    Comment { text: &'a str, indented: bool },
}

/// What stands between two clauses.
pub struct Gap<'a> {
    /// Behind the clause before, on its line.
    behind: Option<&'a str>,
    /// Lines of their own; never two blank ones in a row.
    lines: Vec<Line<'a>>,
}

impl<'a> Gap<'a> {
    /// Reads the text between two clauses.
    pub fn between(text: &'a str, from: usize, to: usize) -> Self {
        let between = text.get(from..to).unwrap_or("");
        let mut pieces: Vec<&'a str> = between.split('\n').collect();
        // What stands after the last line end is the indent of the clause that follows, or nothing.
        if to < text.len() || between.ends_with('\n') {
            pieces.pop();
        }
        let first = if from == 0 || pieces.is_empty() { None } else { Some(pieces.remove(0).trim()) };
        let mut lines: Vec<Line<'a>> = Vec::new();
        for piece in pieces {
            let trimmed = piece.trim();
            if !trimmed.is_empty() {
                lines.push(Line::Comment { text: trimmed, indented: piece.starts_with([' ', '\t']) });
            } else if !matches!(lines.last(), Some(Line::Blank)) {
                lines.push(Line::Blank);
            }
        }
        Self { behind: first.filter(|comment| !comment.is_empty()), lines }
    }

    /// Writes the gap. `depth` is how deep the clause stands that follows; none at the end of the file.
    pub fn write(&self, out: &mut String, depth: Option<usize>) {
        let top = out.is_empty();
        if let Some(comment) = self.behind {
            out.push_str("  ");
            out.push_str(&tidy(comment));
        }
        if !top {
            out.push('\n');
        }
        let attached = self.lines.iter().rposition(|line| matches!(line, Line::Blank)).map_or(0, |at| at + 1);
        let (apart, close) = self.lines.split_at(attached);
        for line in apart {
            match line {
                Line::Blank if out.is_empty() => {}
                Line::Blank => out.push('\n'),
                Line::Comment { text, indented } => comment(out, text, usize::from(*indented)),
            }
        }
        // A block begins after a blank line, with the comments right above it.
        let needs_blank = depth == Some(0) && !out.is_empty() && !out.ends_with("\n\n");
        if needs_blank {
            out.push('\n');
        }
        for line in close {
            if let Line::Comment { text, indented } = line {
                comment(out, text, depth.unwrap_or(usize::from(*indented)));
            }
        }
    }
}

fn comment(out: &mut String, text: &str, depth: usize) {
    out.push_str(&" ".repeat(depth * 2));
    out.push_str(&tidy(text));
    out.push('\n');
}

/// One blank behind the sign, where there was none; rulers such as `#----` stay.
fn tidy(comment: &str) -> String {
    let rest = comment.trim_start_matches('#');
    let signs = comment.len() - rest.len();
    match rest.chars().next() {
        Some(c) if signs == 1 && c.is_alphanumeric() => format!("# {rest}"),
        _ => comment.to_owned(),
    }
}
