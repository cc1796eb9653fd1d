//! Comments that an earlier year left in a plan: what is over is taken away, and what is said anew stands once.
//!
//! In: the text of the plan and the year that it was for. Out: edits. It knows no rules.

use crate::diagnostic::Text;

use super::Say;
use super::edits::{Edit, lines};

/// Comments that this program wrote when the plan was made, and that stand behind values.
pub fn said_before(own: u8, say: Say<'_>) -> Vec<String> {
    let of_year = |id: &'static str, year: u8| say(&Text::new(id).with("year", year));
    let years = [own, own.saturating_add(1)];
    let mut said = vec![say(&Text::new("next-handed-in"))];
    said.extend(years.iter().flat_map(|year| [of_year("next-check", *year), of_year("next-unknown", *year)]));
    said
}

/// A comment with its sign: what is new, then what a person wrote. What was said before is not said again.
pub fn merged(new: &str, old: Option<&str>, said: &[String]) -> String {
    let mut kept = old.unwrap_or("").trim_start_matches('#').trim().to_owned();
    for comment in said {
        kept = kept.replace(comment.as_str(), "");
    }
    let kept = kept.trim_matches([' ', '#']);
    match (new.is_empty(), kept.is_empty()) {
        (true, true) => String::new(),
        (true, false) => format!("# {kept}"),
        (false, true) => format!("# {new}"),
        (false, false) => format!("# {new}  # {kept}"),
    }
}

/// The comment at the top, when it says that the plan is for the year that is over.
pub fn head(text: &str, own: u8, new: &str, say: Say<'_>) -> Option<Edit> {
    let mut lines = lines(text).take_while(|(_, line)| line.trim().is_empty() || line.trim_start().starts_with('#'));
    let (from, first) = lines.by_ref().find(|(_, line)| is_for_year(line, own, say))?;
    let mut to = from + first.len();
    // A long one that this program wrote goes on below, up to its full stop.
    let ours = say(&Text::new("next-head").with("year", own));
    let ours = first.trim_start_matches(['#', ' ']).starts_with(ours.trim_end_matches('.'));
    if ours && !first.ends_with('.') {
        for (at, line) in lines.take_while(|(_, line)| line.starts_with('#')).take(2) {
            to = at + line.len();
            if line.ends_with('.') {
                break;
            }
        }
    }
    Some(Edit { from, to, text: new.to_owned() })
}

/// Whether a comment speaks of the plan of this year.
fn is_for_year(line: &str, own: u8, say: Say<'_>) -> bool {
    let lower = line.to_lowercase();
    // Who made the plan may have read another language than who goes on with it.
    let years = [say(&Text::new("next-year").with("year", own)), format!("jaar {own}"), format!("year {own}")];
    let speaks = |year: &String| {
        let whole = |at: usize| {
            !lower.get(at + year.len()..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        };
        lower.match_indices(year.as_str()).any(|(at, _)| whole(at))
    };
    lower.contains("plan") && years.iter().any(speaks)
}

/// The list of what was still to do for the year that is over.
pub fn done(text: &str, own: u8, say: Say<'_>) -> Vec<Edit> {
    let title = format!("# {}", say(&Text::new("next-open").with("year", own)));
    let mut edits = Vec::new();
    let mut inside = false;
    for (from, line) in lines(text) {
        let trimmed = line.trim();
        inside = trimmed == title || inside && trimmed.starts_with("# - ");
        if inside {
            let end = from + line.len();
            let newline = text.get(end..).map_or(0, |rest| rest.len() - rest.trim_start_matches('\r').len());
            let to = if text.get(end + newline..).is_some_and(|rest| rest.starts_with('\n')) {
                end + newline + 1
            } else {
                end
            };
            edits.push(Edit { from, to, text: String::new() });
        }
    }
    edits
}
