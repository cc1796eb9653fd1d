//! A word of the field that is no name of a rule: a kind of choice, a severity, a key of every plan, or a kernelement.
//!
//! In: the word and the regioplannen. Out: what it means, and where each region uses it.

use std::collections::BTreeSet;

use crate::diagnostic::{Arg, Join, Severity, Text};
use crate::model::{Contents, Element, Id, Kind, Model, Named, Rule, Selector, Visitor, name_kinds, reads, walk_rule};
use crate::plan;
use crate::value::same_name;

use super::catalog::Catalog;
use super::docs::reason_texts;
use super::explain_find::without_sort;
use super::explain_term::Asked;
use super::frame::{FRAME, INSIDE, Key};
use super::page::Page;
use super::screen::Screen;
use super::show_more::kind_text;

/// The page about a word; none when it is another one. `newest` is one version of each region, `every` has them all.
#[must_use]
pub fn word_page(
    word: &str,
    newest: &[Model<'_>],
    every: &[Model<'_>],
    screen: Screen,
    catalog: &Catalog,
) -> Option<String> {
    Some(about(word, newest, every, catalog)?.on(screen))
}

/// The page about a kind of choice, as Markdown.
#[must_use]
pub fn kind_markdown(kind: Kind, model: &Contents, catalog: &Catalog) -> String {
    let mut page = Page::new(catalog);
    of_kind(&mut page, kind, &[model]);
    page.markdown()
}

/// The message that says what a key of every plan is; none when it is no such key.
#[must_use]
pub fn key_about(name: &str) -> Option<&'static str> {
    FRAME.iter().chain(&INSIDE).find(|key| key.name == name).map(|key| key.about)
}

/// The message that says what a kind of choice means.
#[must_use]
pub fn kind_about(kind: Kind) -> &'static str {
    kind_text(kind)
}

/// The page about a key of every plan, as Markdown; none when it is no such key.
#[must_use]
pub fn key_markdown(name: &str, model: &Contents, catalog: &Catalog) -> Option<String> {
    let mut page = Page::new(catalog);
    of_key(&mut page, FRAME.iter().chain(&INSIDE).find(|key| key.name == name)?, &[model]);
    Some(page.markdown())
}

/// The page about a kernelement, as Markdown.
#[must_use]
pub fn element_markdown(id: &str, model: &Contents, catalog: &Catalog) -> String {
    let mut page = Page::new(catalog);
    of_element(&mut page, id, &[model]);
    page.markdown()
}

fn about<'c>(word: &str, whole: &[Model<'_>], every: &[Model<'_>], catalog: &'c Catalog) -> Option<Page<'c>> {
    let newest: Vec<&Contents> = whole.iter().map(|one| one.contents()).collect();
    let newest = newest.as_slice();
    let lower = word.trim().to_lowercase().replace(['-', '_'], " ");
    let mut page = Page::new(catalog);
    let kind = || plan::certain(&lower, plan::read_kind).ok().or_else(|| kind_called(word, newest));
    let plain = plan::bare_name(&lower);
    let is = |name: &str| plain == name || many(name).contains(&plain);
    if let Some(kind) = Kind::ALL.into_iter().find(|kind| is(kind.word())) {
        of_kind(&mut page, kind, newest);
    } else if let Some(severity) = Severity::ALL
        .into_iter()
        .find(|severity| severity.word() == lower || catalog.word(severity.text_id()).to_lowercase() == lower)
    {
        of_severity(&mut page, severity);
    } else if let Some(key) = FRAME.iter().chain(&INSIDE).find(|key| is(key.name)) {
        of_key(&mut page, key, newest);
    } else if let Some(id) = element_meant(word, newest) {
        of_element(&mut page, &id, newest);
    } else if let Some(asked) = Asked::of(word) {
        asked.write(&mut page, whole, every);
    } else if let Some(kind) = kind() {
        of_kind(&mut page, kind, newest);
    } else {
        return None;
    }
    Some(page)
}

/// What several of a thing are called: `verdiepingen`, `regioplannen`.
fn many(name: &str) -> [String; 2] {
    let last = name.chars().next_back().map(String::from).unwrap_or_default();
    [format!("{name}en"), format!("{name}{last}en")]
}

/// The kind that a region calls so.
fn kind_called(word: &str, models: &[&Contents]) -> Option<Kind> {
    let plain = plan::bare_name(word);
    let called =
        |one: &&Named| std::iter::once(&one.label).chain(&one.also_known).any(|name| plan::bare_name(name) == plain);
    let found = models.iter().flat_map(|model| &model.kinds).find(called)?;
    Kind::from_word(&found.id).filter(|_| !plain.is_empty())
}

/// The kernelement that a word stands for: by its name, its label, another name, or one of these with the number of a list.
fn element_meant(word: &str, models: &[&Contents]) -> Option<String> {
    let word = without_sort(word);
    let plain = plan::bare_name(plan::without_number(word));
    let elements = || models.iter().flat_map(|model| &model.elements);
    let called = |element: &&Named| {
        let names = [&element.id, &element.label].into_iter().chain(&element.also_known);
        names.into_iter().any(|name| plan::bare_name(name) == plain)
    };
    if plain.is_empty() {
        return None;
    }
    elements().find(called).map(|element| element.id.clone())
}

/// The words that have a page, for who made a slip.
#[must_use]
pub fn words(models: &[&Contents], catalog: &Catalog) -> Vec<String> {
    let kinds = Kind::ALL.iter().map(|kind| kind.word().to_owned());
    let severities = Severity::ALL.iter().map(|severity| catalog.word(severity.text_id()).replace(' ', "-"));
    let elements = models.iter().flat_map(|model| model.elements.iter().map(|found| found.id.clone()));
    let keys = FRAME.iter().chain(&INSIDE).map(|key| key.name.to_owned());
    kinds.chain(severities).chain(keys).chain(elements).chain(super::explain_term::words()).collect()
}

/// The place of a kernelement in a regioplan.
fn place(model: &Contents, id: &str) -> Option<Id<Element>> {
    model.elements.find(|element| same_name(&element.id, id))
}

fn kinds(page: &mut Page<'_>) {
    let all = name_kinds(&Kind::ALL, Join::And);
    page.line(1, &Text::new("explain-kind-all").with("names", all));
}

fn of_kind(page: &mut Page<'_>, kind: Kind, models: &[&Contents]) {
    page.line(0, &Text::new("explain-kind-title").with("id", kind.word()));
    page.line(1, &Text::new(kind_text(kind)));
    page.line(1, &Text::new("built-in-soort-keuze"));
    kinds(page);
    for model in models {
        for named in model.kinds.iter().filter(|own| own.id == kind.word()) {
            let names = std::iter::once(&named.label).chain(&named.also_known);
            page.head(&Text::new("explain-kind-called").with("region", &model.name));
            page.line(1, &Text::new("explain-names").with("names", Arg::words(names, Join::Comma)));
        }
    }
    rules(page, "explain-kind-rules", models, |rule| asks_for(rule, kind));
}

/// The rules of each region that have to do with the word.
fn rules(page: &mut Page<'_>, head: &'static str, models: &[&Contents], has: impl Fn(&Rule) -> bool) {
    for model in models {
        let found = model.rules.iter().filter(|rule| !rule.whole_region && has(rule));
        let names: Vec<String> = found.map(|rule| format!("`{}::{}`", model.id, rule.id)).collect();
        if !names.is_empty() {
            page.head(&Text::new(head).with("region", &model.name));
            page.line(1, &Text::new("explain-names").with("names", Arg::words(names, Join::Comma)));
        }
    }
}

fn of_key(page: &mut Page<'_>, key: &Key, models: &[&Contents]) {
    page.line(0, &Text::new("explain-key-title").with("id", key.name));
    page.line(1, &Text::new(key.about));
    if key.name == "keuze" {
        kinds(page);
    }
    rules(page, "explain-key-rules", models, |rule| reads(rule, key.name));
}

fn of_severity(page: &mut Page<'_>, severity: Severity) {
    let word = page.word(severity.text_id());
    page.line(0, &Text::new("explain-severity-title").with("id", word));
    page.line(1, &Text::new(severity_text(severity)));
}

fn of_element(page: &mut Page<'_>, id: &str, models: &[&Contents]) {
    page.line(0, &Text::new("explain-element-title").with("id", id));
    for model in models {
        let Some(at) = place(model, id) else { continue };
        let element = model.elements.get(at);
        page.head(&Text::new("explain-element-of").with("region", &model.name).with("title", &element.label));
        for text in reason_texts(&element.reasons) {
            page.line(1, &text);
        }
        if !element.reasons.sources.is_empty() {
            let ids = model.source_ids(&element.reasons.sources);
            page.line(1, &Text::new("show-sources").with("ids", Arg::words(ids, Join::Comma)));
        }
        let own = model.interventions.iter().filter(|found| found.element == at);
        let names: BTreeSet<String> = own.map(|found| format!("`{}`", found.id)).collect();
        if !names.is_empty() {
            page.line(1, &Text::new("explain-names").with("names", Arg::words(names, Join::Comma)));
        }
    }
}

/// Whether a rule names this kind of choice.
fn asks_for(rule: &Rule, kind: Kind) -> bool {
    struct Kinds(Kind, bool);
    impl Visitor for Kinds {
        fn selector(&mut self, selector: &Selector) {
            self.1 |= selector.kinds.0.contains(&self.0);
        }
    }
    let mut kinds = Kinds(kind, false);
    walk_rule(&mut kinds, rule);
    kinds.1
}

fn severity_text(severity: Severity) -> &'static str {
    match severity {
        Severity::Violation => "explain-severity-violation",
        Severity::Warning => "explain-severity-warning",
        Severity::Review => "explain-severity-review",
        Severity::Pending => "explain-severity-pending",
    }
}
