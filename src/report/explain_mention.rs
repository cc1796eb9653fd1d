//! A word that is the name of nothing: where the regions speak of it.
//!
//! In: the word and the regioplannen. Out: the statements of each document in which it stands, and what has it in its name.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{Contents, Reasons, Statement, Type};
use crate::plan;

use super::catalog::Catalog;
use super::page::Page;
use super::screen::Screen;

/// So many statements of one document are written out.
const SHOWN: usize = 4;

/// The page; none when nobody speaks of it.
#[must_use]
pub fn mentions(asked: &str, models: &[&Contents], screen: Screen, catalog: &Catalog) -> Option<String> {
    let asked = plan::without_number(asked);
    let mut page = Page::new(catalog);
    page.line(0, &Text::new("mention-title").with("name", asked));
    let mut any = false;
    for model in models {
        let fits = |one: &&Statement| plan::has_words(&one.says, asked) || plan::has_words(&one.section, asked);
        let statements: Vec<&Statement> = model.register.iter().filter(fits).collect();
        let things = things(model, asked);
        if statements.is_empty() && things.is_empty() {
            continue;
        }
        any = true;
        page.head(&Text::new("mention-region").with("region", &model.name).with("id", &model.id));
        for statement in statements.iter().take(SHOWN) {
            let text = Text::new("explain-source").with("id", &statement.id).with("section", &statement.section);
            page.line(1, &text.with("says", &statement.says));
        }
        if statements.len() > SHOWN {
            let text = Text::new("mention-more").with("count", statements.len() - SHOWN);
            page.line(1, &text.with("id", &model.id));
        }
        if !things.is_empty() {
            let names = things.iter().map(|id| format!("`{}::{id}`", model.id));
            page.line(1, &Text::new("mention-things").with("names", Arg::words(names, Join::Comma)));
        }
    }
    any.then(|| page.on(screen))
}

/// The rules, interventions and fields that have the word in their name or in what is said of them.
fn things<'m>(model: &'m Contents, asked: &str) -> Vec<&'m str> {
    let has = |text: &str| plan::has_words(text, asked);
    let said = |reasons: &Reasons| {
        let all = reasons.explanation.iter().chain(&reasons.advice).chain(&reasons.reading);
        all.into_iter().any(|text| has(text))
    };
    let rules = model.rules.iter().filter(|rule| has(&rule.title) || said(&rule.reasons)).map(|rule| &rule.id);
    let interventions = model.interventions.iter().filter(|one| has(&one.label) || said(&one.reasons));
    let fields = model.records.iter().flat_map(|record| &record.fields);
    let options = |ty: &Type| matches!(ty, Type::OneOf(options) if options.iter().any(|option| has(option)));
    let fields =
        fields.filter(|one| has(&one.label) || one.explanation.as_deref().is_some_and(has) || options(&one.ty));
    let mut all: Vec<&str> =
        interventions.map(|one| &one.id).chain(rules).chain(fields.map(|one| &one.id)).map(String::as_str).collect();
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|id| seen.insert(*id));
    all
}
