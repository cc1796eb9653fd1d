//! First pass: every declared name with its place.

use std::collections::BTreeMap;

use crate::model::{FIXED_RECORDS, rule_name};
use crate::source::Span;
use crate::syntax::tree::{Body, Name, Tree};
use crate::value::name_key;

use super::problem::{Fault, Wrong};

/// What a name can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Element,
    List,
    Theme,
    Goal,
    Intervention,
    Record,
    Condition,
}

/// The names of one sort, in order of the file.
#[derive(Clone, Debug, Default)]
pub struct Index {
    entries: Vec<(String, Span)>,
    /// Where each name stands among the entries, by how names are compared: a large file asks this for every name in it.
    places: BTreeMap<String, usize>,
}

impl Index {
    pub fn find(&self, id: &str) -> Option<usize> {
        self.places.get(name_key(id).as_ref()).copied()
    }

    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(id, _)| id.as_str())
    }

    pub fn span_of(&self, id: &str) -> Option<Span> {
        self.find(id).and_then(|place| self.entries.get(place)).map(|(_, span)| *span)
    }

    /// Adds a name; a second one is a problem and is not added.
    pub fn add(&mut self, name: &Name, problems: &mut Vec<Fault>) {
        match self.span_of(&name.text) {
            Some(first) => problems.push(Wrong::twice(name, first)),
            None => self.push(&name.text, name.span),
        }
    }

    /// Adds a name if there is one.
    pub fn extend(&mut self, name: Option<Name>, problems: &mut Vec<Fault>) {
        if let Some(name) = name {
            self.add(&name, problems);
        }
    }

    fn seed(&mut self, id: &str) {
        self.push(id, Span::default());
    }

    fn push(&mut self, id: &str, span: Span) {
        self.places.insert(name_key(id).into_owned(), self.entries.len());
        self.entries.push((id.to_owned(), span));
    }
}

/// All names of a regioplan.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub elements: Index,
    pub lists: Index,
    pub themes: Index,
    pub goals: Index,
    pub kinds: Index,
    pub interventions: Index,
    pub records: Index,
    pub groups: Index,
    pub conditions: Index,
    labels: BTreeMap<String, String>,
}

impl Names {
    /// What people call the thing with this name.
    pub fn label(&self, id: &str) -> String {
        self.labels.get(name_key(id).as_ref()).cloned().unwrap_or_else(|| id.to_owned())
    }

    pub fn of(&self, sort: Sort) -> &Index {
        match sort {
            Sort::Element => &self.elements,
            Sort::List => &self.lists,
            Sort::Theme => &self.themes,
            Sort::Goal => &self.goals,
            Sort::Intervention => &self.interventions,
            Sort::Record => &self.records,
            Sort::Condition => &self.conditions,
        }
    }
}

/// The name under which something that an aanvulling declares for itself is known among the names of all.
pub fn own_name(supplement: &Name, name: &Name) -> Name {
    Name { text: rule_name(&supplement.text, &name.text), span: name.span }
}

/// Collects the names; what is declared twice is reported. The data and the groups of an aanvulling have its name before theirs.
pub fn collect<'a>(
    base: &Tree,
    supplements: impl Iterator<Item = (&'a Name, &'a Tree)>,
    problems: &mut Vec<Fault>,
) -> Names {
    let mut names = of_base(base, problems);
    for (supplement, tree) in supplements {
        for block in &tree.blocks {
            match &block.head.body {
                Body::Groep { id, .. } => names.groups.add(&own_name(supplement, id), problems),
                Body::Gegevens { id, .. } if !FIXED_RECORDS.contains(&id.text.as_str()) => {
                    names.records.add(&own_name(supplement, id), problems);
                }
                _ => {}
            }
        }
    }
    names
}

/// The names of a regioplan, leidraad or werkplan.
pub fn of_base(tree: &Tree, problems: &mut Vec<Fault>) -> Names {
    let mut names = Names::default();
    for fixed in FIXED_RECORDS {
        names.records.seed(fixed);
    }
    // Kernelementen, lists, themes and interventions share one space: `kies` may name any of them.
    let mut shared = Index::default();
    for block in &tree.blocks {
        if let Body::Kernelement { id, label }
        | Body::Keuzelijst { id, label }
        | Body::Thema { id, label }
        | Body::Interventie { id, label } = &block.head.body
        {
            names.labels.insert(name_key(&id.text).into_owned(), label.text.clone());
        }
        match &block.head.body {
            Body::Kernelement { id, .. } => add_shared(&mut shared, &mut names.elements, id, problems),
            Body::Keuzelijst { id, .. } => add_shared(&mut shared, &mut names.lists, id, problems),
            Body::Thema { id, .. } => add_shared(&mut shared, &mut names.themes, id, problems),
            Body::Interventie { id, .. } => add_shared(&mut shared, &mut names.interventions, id, problems),
            Body::Doel { id, .. } => names.goals.add(id, problems),
            Body::Soort { id, .. } => names.kinds.add(id, problems),
            Body::Groep { id, .. } => names.groups.add(id, problems),
            Body::Voorwaarde { id, .. } => names.conditions.add(id, problems),
            Body::Gegevens { id, .. } if !FIXED_RECORDS.contains(&id.text.as_str()) => names.records.add(id, problems),
            _ => {}
        }
    }
    names
}

fn add_shared(shared: &mut Index, own: &mut Index, id: &Name, problems: &mut Vec<Fault>) {
    let before = problems.len();
    shared.add(id, problems);
    if problems.len() == before {
        own.add(id, problems);
    }
}
