//! The page of `mtvp explain` about a remark of lint: what it means, why it matters, and how it is right.

use crate::diagnostic::Text;
use crate::lint::Lint;

use super::Catalog;
use super::page::Page;
use super::screen::Screen;

/// The page about one kind of remark.
#[must_use]
pub fn lint_page(lint: Lint, screen: Screen, catalog: &Catalog) -> String {
    let [what, why, wrong, right] = lint.texts();
    let mut page = Page::new(catalog);
    let level = catalog.word(lint.level().text_id());
    page.line(0, &Text::new("lint-page-title").with("code", lint.code()).with("level", level));
    page.line(1, &Text::new(what));
    page.head(&Text::new("lint-page-why"));
    page.line(1, &Text::new(why));
    for (head, example) in [("lint-page-wrong", wrong), ("lint-page-right", right)] {
        page.head(&Text::new(head));
        page.verbatim(&catalog.word(example));
    }
    if lint != Lint::Muting {
        page.head(&Text::new("lint-page-ignore").with("code", lint.code()));
    }
    page.on(screen)
}
