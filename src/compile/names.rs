//! First pass: every declared name with its place.

use std::collections::BTreeMap;

use crate::model::{
    Condition, Element, FIXED_RECORDS, Goal, Group, Id, Intervention, Kind, NamedList, Record, Table, TargetOf,
    TargetSort, Theme, rule_name,
};
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

/// A kind of thing of which an unknown name is told.
pub trait Known {
    const SORT: Sort;
}

impl Known for Element {
    const SORT: Sort = Sort::Element;
}

impl Known for NamedList {
    const SORT: Sort = Sort::List;
}

impl Known for Theme {
    const SORT: Sort = Sort::Theme;
}

impl Known for Goal {
    const SORT: Sort = Sort::Goal;
}

impl Known for Intervention {
    const SORT: Sort = Sort::Intervention;
}

impl Known for Record {
    const SORT: Sort = Sort::Record;
}

impl Known for Condition {
    const SORT: Sort = Sort::Condition;
}

/// The names of one sort, in order of the file.
#[derive(Clone, Debug)]
pub struct Index<K> {
    entries: Table<K, (String, Span)>,
    /// Where each name stands among the entries, by how names are compared: a large file asks this for every name in it.
    places: BTreeMap<String, Id<K>>,
}

impl<K> Default for Index<K> {
    fn default() -> Self {
        Self { entries: Table::default(), places: BTreeMap::new() }
    }
}

impl<K> Index<K> {
    /// For each name what is made of it, to be filled in when it is read.
    pub fn table<T>(&self, make: impl FnMut(Id<K>, &(String, Span)) -> T) -> Table<K, T> {
        self.entries.along(make)
    }

    /// The name as it is spelled where it is declared.
    pub fn name_of(&self, id: Id<K>) -> &str {
        &self.entries.get(id).0
    }

    /// What a name declares where it stands; none of a second declaration.
    pub fn declared_at(&self, name: &Name) -> Option<Id<K>> {
        self.find(&name.text).filter(|id| self.entries.get(*id).1 == name.span)
    }

    pub fn find(&self, id: &str) -> Option<Id<K>> {
        self.places.get(name_key(id).as_ref()).copied()
    }

    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(id, _)| id.as_str())
    }

    /// All names, each with where it is declared.
    pub fn declared(&self) -> impl Iterator<Item = (&str, Span)> {
        self.entries.iter().map(|(id, span)| (id.as_str(), *span))
    }

    pub fn span_of(&self, id: &str) -> Option<Span> {
        self.find(id).map(|place| self.entries.get(place).1)
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
        let place = self.entries.push((id.to_owned(), span));
        self.places.insert(name_key(id).into_owned(), place);
    }
}

/// All names of a regioplan.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub elements: Index<Element>,
    pub lists: Index<NamedList>,
    pub themes: Index<Theme>,
    pub goals: Index<Goal>,
    pub kinds: Index<Kind>,
    pub interventions: Index<Intervention>,
    pub records: Index<Record>,
    pub groups: Index<Group>,
    pub conditions: Index<Condition>,
    labels: BTreeMap<String, String>,
}

impl Names {
    /// What people call the thing with this name.
    pub fn label(&self, id: &str) -> String {
        self.labels.get(name_key(id).as_ref()).cloned().unwrap_or_else(|| id.to_owned())
    }

    /// What a name is, as something from which can be chosen.
    pub fn target(&self, sort: TargetSort, id: &str) -> Option<TargetOf> {
        match sort {
            TargetSort::Kernelement => self.elements.find(id).map(TargetOf::Kernelement),
            TargetSort::Keuzelijst => self.lists.find(id).map(TargetOf::Keuzelijst),
            TargetSort::Thema => self.themes.find(id).map(TargetOf::Thema),
            TargetSort::Interventie => self.interventions.find(id).map(TargetOf::Interventie),
        }
    }

    /// What sort of thing a name is from which can be chosen.
    pub fn sort_of(&self, id: &str) -> Option<TargetSort> {
        [TargetSort::Kernelement, TargetSort::Keuzelijst, TargetSort::Thema, TargetSort::Interventie]
            .into_iter()
            .find(|sort| self.target(*sort, id).is_some())
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
    let mut shared: Index<Intervention> = Index::default();
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

fn add_shared<K>(shared: &mut Index<Intervention>, own: &mut Index<K>, id: &Name, problems: &mut Vec<Fault>) {
    let before = problems.len();
    shared.add(id, problems);
    if problems.len() == before {
        own.add(id, problems);
    }
}
