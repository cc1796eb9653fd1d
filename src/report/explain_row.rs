//! A heading that asks several fields at once, such as `Plaats, datum`: which they are, and where they stand.
//!
//! In: the heading and the regioplannen. Out: the fields of each region. A heading with a meaning of its own is explained elsewhere.

use crate::diagnostic::Text;
use crate::model::{Contents, FieldId, Model, Record};
use crate::plan;

use super::catalog::Catalog;
use super::explain_find::{find, is_called};
use super::page::Page;
use super::screen::Screen;

/// The page; none when no region has fields for all of it, or when it has a meaning of its own.
#[must_use]
pub fn row_page(asked: &str, models: &[Model<'_>], screen: Screen, catalog: &Catalog) -> Option<String> {
    let mut page = Page::new(catalog);
    let mut any = false;
    for whole in models {
        let model = whole.contents();
        let places = places(asked, model);
        if places.is_empty() || find(*whole, asked).is_some_and(|subject| is_called(subject, asked)) {
            continue;
        }
        any = true;
        let text = Text::new("explain-row").with("name", asked).with("region", &model.name);
        page.line(0, &text.with("version", &model.version));
        for (record, fields) in places {
            page.gap();
            for at in fields {
                let field = record.fields.get(at);
                let text = Text::new("explain-row-field").with("id", &field.id).with("label", &field.label);
                page.line(1, &text.with("record", &record.id));
            }
        }
    }
    any.then(|| page.on(screen))
}

/// The records that have a field for each part of the heading.
fn places<'m>(asked: &str, model: &'m Contents) -> Vec<(&'m Record, Vec<FieldId>)> {
    let records = model.records.iter().map(|record| (record, plan::fields_called(asked, record)));
    records.filter(|(record, fields)| fields.len() > 1 && !record.of_intervention).collect()
}
