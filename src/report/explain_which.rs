//! A name that several regions have: where it stands, and how to ask for each.
//!
//! In: what each region means by it. Out: a list to choose from. Nothing is explained here.

use crate::diagnostic::Text;
use crate::model::Regioplan;

use super::catalog::{Catalog, escape};
use super::explain::Subject;
use super::screen::Screen;

/// One meaning of the name.
pub struct Meaning<'m> {
    pub model: &'m Regioplan,
    pub subject: Subject<'m>,
    /// The command that explains this one.
    pub command: String,
}

/// The list, in the order given.
#[must_use]
pub fn which(name: &str, meanings: &[Meaning<'_>], screen: Screen, catalog: &Catalog) -> String {
    let head = Text::new("explain-which").with("name", name).with("count", meanings.len());
    let mut out = screen.paragraph("", &catalog.say(&head));
    for one in meanings {
        let text = Text::new("explain-which-one").with("region", &one.model.name).with("title", one.subject.named().1);
        out.push('\n');
        out.push_str(&screen.paragraph("  ", &catalog.say(&text)));
        // Not wrapped: a command is copied whole.
        out.extend(["    ", &escape(&one.command), "\n"]);
    }
    out
}
