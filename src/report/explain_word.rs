//! A word of the field that is no name of a rule: a kind of choice, a severity, a key of every plan, or a kernelement.
//!
//! In: the word and the regioplannen. Out: what it means, and where each region uses it.

use std::collections::BTreeSet;

use crate::diagnostic::{Arg, Join, Severity, Text};
use crate::model::{Kind, Regioplan, Rule, Selector, Visitor, reads, walk_rule};

use super::catalog::Catalog;
use super::frame::{FRAME, INSIDE, Key};
use super::screen::Screen;

/// The page about a word; none when it is another one.
#[must_use]
pub fn word_page(word: &str, models: &[&Regioplan], screen: Screen, catalog: &Catalog) -> Option<String> {
    let lower = word.to_lowercase().replace(['-', '_'], " ");
    let mut page = Page { screen, catalog, out: String::new() };
    if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.word() == lower) {
        page.kind(kind, models);
    } else if let Some(severity) = Severity::ALL
        .into_iter()
        .find(|severity| severity.word() == lower || catalog.word(severity.text_id()).to_lowercase() == lower)
    {
        page.severity(severity);
    } else if let Some(key) = FRAME.iter().chain(&INSIDE).find(|key| key.name == lower) {
        page.key(key, models);
    } else if models.iter().any(|model| element(model, word).is_some()) {
        page.element(word, models);
    } else {
        return None;
    }
    Some(page.out)
}

/// The words that have a page, for who made a slip.
#[must_use]
pub fn words(models: &[&Regioplan], catalog: &Catalog) -> Vec<String> {
    let kinds = Kind::ALL.iter().map(|kind| kind.word().to_owned());
    let severities = Severity::ALL.iter().map(|severity| catalog.word(severity.text_id()).replace(' ', "-"));
    let elements = models.iter().flat_map(|model| model.elements.iter().map(|found| found.id.clone()));
    let keys = FRAME.iter().chain(&INSIDE).map(|key| key.name.to_owned());
    kinds.chain(severities).chain(keys).chain(elements).collect()
}

/// The place of a kernelement in a regioplan.
fn element(model: &Regioplan, id: &str) -> Option<usize> {
    model.elements.iter().position(|element| element.id == id)
}

struct Page<'a> {
    screen: Screen,
    catalog: &'a Catalog,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, indent: &str, text: &Text) {
        self.out.push_str(&self.screen.paragraph(indent, &self.catalog.say(text)));
    }

    fn kinds(&mut self) {
        let all = Arg::words(Kind::ALL.iter().map(|kind| format!("`{}`", kind.word())), Join::And);
        self.line("  ", &Text::new("explain-kind-all").with("names", all));
    }

    fn kind(&mut self, kind: Kind, models: &[&Regioplan]) {
        self.line("", &Text::new("explain-kind-title").with("id", kind.word()));
        self.line("  ", &Text::new(kind_text(kind)));
        self.line("  ", &Text::new("built-in-soort-keuze"));
        self.kinds();
        self.rules("explain-kind-rules", models, |rule| asks_for(rule, kind));
    }

    /// The rules of each region that have to do with the word.
    fn rules(&mut self, head: &'static str, models: &[&Regioplan], has: impl Fn(&Rule) -> bool) {
        for model in models {
            let found = model.rules.iter().filter(|rule| !rule.whole_region && has(rule));
            let names: Vec<String> = found.map(|rule| format!("`{}::{}`", model.id, rule.id)).collect();
            if !names.is_empty() {
                self.out.push('\n');
                self.line("", &Text::new(head).with("region", &model.name));
                self.line("  ", &Text::new("explain-names").with("names", Arg::words(names, Join::Comma)));
            }
        }
    }

    fn key(&mut self, key: &Key, models: &[&Regioplan]) {
        self.line("", &Text::new("explain-key-title").with("id", key.name));
        self.line("  ", &Text::new(key.about));
        if key.name == "keuze" {
            self.kinds();
        }
        self.rules("explain-key-rules", models, |rule| reads(rule, key.name));
    }

    fn severity(&mut self, severity: Severity) {
        let word = self.catalog.word(severity.text_id());
        self.line("", &Text::new("explain-severity-title").with("id", word));
        self.line("  ", &Text::new(severity_text(severity)));
    }

    fn element(&mut self, id: &str, models: &[&Regioplan]) {
        self.line("", &Text::new("explain-element-title").with("id", id));
        for model in models {
            let Some(at) = element(model, id) else { continue };
            let Some(label) = model.elements.get(at).map(|element| element.label.clone()) else { continue };
            self.out.push('\n');
            self.line("", &Text::new("explain-element-of").with("region", &model.name).with("title", label));
            let own = model.interventions.iter().filter(|found| found.element == at);
            let names: BTreeSet<String> = own.map(|found| format!("`{}`", found.id)).collect();
            if !names.is_empty() {
                self.line("  ", &Text::new("explain-names").with("names", Arg::words(names, Join::Comma)));
            }
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

fn kind_text(kind: Kind) -> &'static str {
    match kind {
        Kind::Nieuw => "explain-kind-nieuw",
        Kind::Continuering => "explain-kind-continuering",
        Kind::Doorontwikkeling => "explain-kind-doorontwikkeling",
        Kind::Verdieping => "explain-kind-verdieping",
        Kind::Onderhoud => "explain-kind-onderhoud",
    }
}

fn severity_text(severity: Severity) -> &'static str {
    match severity {
        Severity::Violation => "explain-severity-violation",
        Severity::Warning => "explain-severity-warning",
        Severity::Review => "explain-severity-review",
        Severity::Pending => "explain-severity-pending",
    }
}
