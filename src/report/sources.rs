//! The source register as a table: every statement of the document, and what is done with it.

use crate::diagnostic::{Arg, Join, Text, worded};
use crate::model::{DispositionKind, Model, Outcome, Record, Rule, Statement, StatementId};

use super::catalog::Catalog;
use super::object::{object, written};
use super::page::Page;
use super::screen::Screen;

worded! {
    /// What is done with a statement.
    pub enum Use {
        /// Something in the regioplan rests on it.
        Encoded = "encoded", "sources-encoded";
        /// The rules that rest on it end with a person.
        Reviewed = "review", "sources-review";
        Region = "region", "sources-region";
        Information = "information", "sources-information";
        NotCheckable = "not_checkable", "sources-not-checkable";
        /// Nothing: that must not be.
        Open = "open", "sources-open";
    }
}

/// What rests on a statement: the sort of thing and its id.
pub struct Citing {
    pub sort: &'static str,
    pub id: String,
    /// A rule; and whether a person decides in the end.
    review: Option<bool>,
}

/// The register for people.
#[must_use]
pub fn sources(whole: Model<'_>, screen: Screen, catalog: &Catalog) -> String {
    let model = whole.contents();
    let (mut kinds, mut open, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for (id, statement) in model.register.pairs() {
        let citing = citing(whole, id);
        let kind = kind(statement, &citing);
        kinds.push(kind);
        if kind == Use::Open {
            open.push(&statement.id);
        }
        rows.push(vec![
            format!("{}\n{}", statement.id, statement.section),
            statement.says.clone(),
            said(kind, statement, &citing, catalog),
        ]);
    }
    let mut page = Page::new(catalog);
    page.table(page.heads(&["sources-statement", "sources-says", "sources-done"]), rows);
    page.line(0, &Text::new("sources-total").with("count", model.register.len()));
    for kind in Use::ALL.into_iter().filter(|kind| *kind != Use::Open) {
        let count = kinds.iter().filter(|found| **found == kind).count();
        page.line(1, &Text::new("sources-count").with("what", catalog.word(kind.text_id())).with("count", count));
    }
    let last = if open.is_empty() {
        Text::new("sources-none-open")
    } else {
        Text::new("sources-some-open").with("names", Arg::words(open, Join::Comma))
    };
    page.line(0, &last);
    page.on(screen)
}

/// What is done with a statement that these things rest on.
pub fn kind(statement: &Statement, citing: &[Citing]) -> Use {
    let rules: Vec<bool> = citing.iter().filter_map(|one| one.review).collect();
    if !rules.is_empty() && rules.iter().all(|review| *review) {
        return Use::Reviewed;
    }
    if !citing.is_empty() {
        return Use::Encoded;
    }
    match statement.disposition.as_ref().map(|found| found.kind) {
        Some(DispositionKind::Region) => Use::Region,
        Some(DispositionKind::Information) => Use::Information,
        Some(DispositionKind::NotCheckable) => Use::NotCheckable,
        None => Use::Open,
    }
}

/// What is done with a statement.
pub fn done(whole: Model<'_>, id: StatementId, catalog: &Catalog) -> String {
    let (statement, citing) = (whole.contents().register.get(id), citing(whole, id));
    said(kind(statement, &citing), statement, &citing, catalog)
}

fn said(kind: Use, statement: &Statement, citing: &[Citing], catalog: &Catalog) -> String {
    if citing.is_empty() {
        let reason = statement.disposition.as_ref().map_or("", |found| found.reason.as_str());
        let text = Text::new("sources-reason").with("what", catalog.word(kind.text_id())).with("reason", reason);
        return catalog.say(&text);
    }
    let names = citing
        .iter()
        .map(|one| Arg::Text(Text::new("sources-by").with("sort", catalog.word(one.sort)).with("id", &one.id)));
    let list = catalog.arg(&Arg::List(names.collect(), Join::Comma));
    if kind == Use::Reviewed { format!("{}: {list}", catalog.word(kind.text_id())) } else { list }
}

/// Everything that cites a statement, in order of the regioplan.
pub fn citing(whole: Model<'_>, of: StatementId) -> Vec<Citing> {
    let model = whole.contents();
    let mut found: Vec<Citing> = Vec::new();
    let mut add = |sort: &'static str, id: &str, review: Option<bool>, sources: &[StatementId]| {
        if sources.contains(&of) && !found.iter().any(|one| one.sort == sort && one.id == id) {
            found.push(Citing { sort, id: id.to_owned(), review });
        }
    };
    for rule in &model.rules {
        add("sources-rule", &rule.id, Some(ends_with_a_person(rule)), &rule.reasons.sources);
    }
    for demand in whole.offer_demands() {
        add("sources-rule", &demand.id, Some(false), &demand.reasons.sources);
    }
    for indicator in &model.indicators {
        add("sources-indicator", &indicator.id, None, &indicator.reasons.sources);
    }
    for overview in &model.overviews {
        add("sources-overview", &overview.id, None, &overview.reasons.sources);
    }
    let lists = model.lists.iter().map(|list| &list.named).chain(model.groups.iter().map(|group| &group.named));
    let lists = lists.chain(model.conditions.iter().map(|one| &one.named));
    for named in model.elements.iter().chain(&model.themes).chain(&model.goals).chain(lists) {
        add("sources-part", &named.id, None, &named.reasons.sources);
    }
    for one in &model.interventions {
        add("sources-intervention", &one.id, None, &one.reasons.sources);
        one.not_offered.iter().for_each(|refusal| add("sources-intervention", &one.id, None, &refusal.sources));
    }
    for record in &model.records {
        for field in &record.fields {
            add("sources-field", &field_name(record, &field.id), None, &field.sources);
        }
    }
    for rendering in whole.renderings() {
        add("sources-rendering", &rendering.id, None, &rendering.reasons.sources);
    }
    add("sources-part", &model.id, None, &model.reasons.sources);
    found
}

/// Whether a person judges whatever the plan says.
fn ends_with_a_person(rule: &Rule) -> bool {
    let all = &rule.standing.consequences;
    all.iter().any(|found| matches!(found.outcome, Outcome::Review(_)) && found.condition.is_none())
}

/// `keuze.aanpak`; a field of one intervention carries its name.
fn field_name(record: &Record, field: &str) -> String {
    format!("{}.{field}", record.id)
}

/// The register as JSON.
#[must_use]
pub fn sources_json(whole: Model<'_>) -> String {
    let one = |(id, statement): (StatementId, &Statement)| {
        let citing = citing(whole, id);
        object! {
            id: statement.id.clone(),
            section: statement.section.clone(),
            says: statement.says.clone(),
            disposition: kind(statement, &citing).word(),
            reason: statement.disposition.as_ref().map(|found| found.reason.clone()),
            cited_by: citing.into_iter().map(|one| one.id).collect::<Vec<_>>(),
        }
    };
    written(&whole.contents().register.pairs().map(one).collect::<Vec<_>>())
}
