//! Text of a regioplan or of a source register -> the same in the one canonical layout.
//!
//! Comments and single blank lines stay. What a file means never changes: only blanks, line ends and the
//! places where a long clause goes on are set. A file with errors is not touched.

mod clause;
mod comments;

use crate::diagnostic::Problem;
use crate::syntax::{self, Kind, Placed};

use comments::Gap;

/// The widest line; a quoted text may be wider, as it is never broken.
pub const WIDTH: usize = 120;

/// The canonical text, with the line ends that the first line has; or every problem of a file that cannot be read.
pub fn format(text: &str, kind: Kind) -> Result<String, Vec<Problem>> {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    let unix = bare.replace("\r\n", "\n");
    // Places of problems are those in the text as it is.
    let clauses =
        syntax::outline(&unix, kind).map_err(|problems| syntax::outline(text, kind).err().unwrap_or(problems))?;
    let done = layout(&unix, &clauses);
    let windows = text.find('\n').is_some_and(|at| text.get(..at).is_some_and(|line| line.ends_with('\r')));
    Ok(if windows { done.replace('\n', "\r\n") } else { done })
}

fn layout(text: &str, clauses: &[Placed]) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for placed in clauses {
        let (start, end) = (placed.span.start as usize, placed.span.end as usize);
        Gap::between(text, at, start).write(&mut out, Some(placed.depth));
        clause::write(&mut out, text.get(start..end).unwrap_or(""), placed.depth * 2);
        at = end;
    }
    Gap::between(text, at, text.len()).write(&mut out, None);
    while out.ends_with("\n\n") {
        out.pop();
    }
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
    out
}
