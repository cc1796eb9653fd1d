//! What `mtvp renew` made, and what is left for a person: lists of places, each below a title.

use crate::diagnostic::Text;

use super::Catalog;
use super::page::{Page, Word, words};
use super::screen::Screen;

/// Lines below a title.
pub struct Listed {
    pub title: Text,
    pub lines: Vec<String>,
}

#[must_use]
pub fn renewed(said: &[Text], lists: &[Listed], next: &[Text], screen: Screen, catalog: &Catalog) -> String {
    let mut page = Page::new(catalog);
    for text in said {
        page.line(0, text);
    }
    for list in lists {
        page.heading(2, page.say(&list.title));
        page.list(list.lines.iter().map(|line| vec![Word::Plain(line.clone())]));
    }
    page.heading(2, words(&catalog.word("renew-then")));
    page.list(next.iter().map(|text| words(&catalog.say(text))).collect::<Vec<_>>());
    page.on(screen)
}
