//! A name that several regions have: where it stands, and how to ask for each.
//!
//! In: what each region means by it. Out: a list to choose from. Nothing is explained here.

use crate::diagnostic::Text;
use crate::model::Contents;

use super::catalog::Catalog;
use super::explain::Subject;
use super::page::Page;
use super::screen::Screen;

/// One meaning of the name.
pub struct Meaning<'m> {
    pub model: &'m Contents,
    pub subject: Subject<'m>,
    /// The command that explains this one.
    pub command: String,
}

/// The list, in the order given.
#[must_use]
pub fn which(name: &str, meanings: &[Meaning<'_>], screen: Screen, catalog: &Catalog) -> String {
    let mut page = Page::new(catalog);
    page.line(0, &Text::new("explain-which").with("name", name).with("count", meanings.len()));
    for one in meanings {
        page.gap();
        let title = one.subject.named().1;
        page.line(1, &Text::new("explain-which-one").with("region", &one.model.name).with("title", title));
        page.verbatim(&one.command);
    }
    page.on(screen)
}
