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

/// The canonical text; or every problem of a file that cannot be read.
pub fn format(text: &str, kind: Kind) -> Result<String, Vec<Problem>> {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    let unix = bare.replace("\r\n", "\n");
    let clauses = syntax::outline(&unix, kind)?;
    Ok(layout(&unix, &clauses))
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
