//! The first lines of a plan that somebody fills in with a form: what it is for, and nothing else.

use crate::diagnostic::Text;
use crate::model::Contents;

use super::Say;

/// The lines: a comment at the top, the regioplan and the year.
#[must_use]
pub fn begin(model: &Contents, year: u8, say: Say<'_>) -> String {
    let head = Text::new("new-head").with("name", &model.name).with("version", &model.version).with("year", year);
    let head = say(&head);
    let lines: Vec<String> = textwrap::wrap(&head, 96).iter().map(|line| format!("# {line}")).collect();
    format!("{}\nregioplan: {}\njaar: {year}\n", lines.join("\n"), model.full_id())
}
