//! What all later passes share: the names, the records so far, the groups, the register.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Condition, Element, FIXED_RECORDS, Field, FieldId, Group, Id, Intervention, InterventionId, Named, NamedList,
    Record, RecordId, Set, StatementId, SupplementId, Table, Theme, rule_name,
};
use crate::source::Span;
use crate::syntax::tree::{Block, Body, Name, Tree};

use super::clauses;
use super::ctx::Ctx;
use super::document::{Document, Documents};
use super::names::{Index, Known, Names, own_name};
use super::problem::{Fault, Wrong};
use super::register::Register;
use super::shared::Shared;
use super::uses::Uses;

/// Groups stand within each other at most so often.
const DEEPEST: usize = 16;
/// A group that is written out longer than this is no group that somebody reads.
const LONGEST: usize = 64 * 1024;

/// Which interventions belong to what.
#[derive(Clone, Debug, Default)]
pub struct Membership {
    pub element: Table<Intervention, Option<Id<Element>>>,
    pub themes: Table<Intervention, Vec<Id<Theme>>>,
    pub lists: Table<NamedList, Vec<InterventionId>>,
    /// The other way round: what belongs to each kernelement, and to each theme.
    pub of_element: Table<Element, Vec<InterventionId>>,
    pub of_theme: Table<Theme, Vec<InterventionId>>,
}

impl Membership {
    /// Turns round what each intervention belongs to: many rules ask it, once is enough.
    fn turn(&mut self) {
        for (one, element) in self.element.pairs() {
            if let Some(slot) = element.and_then(|element| self.of_element.get_mut(element)) {
                slot.push(one);
            }
        }
        for (one, themes) in self.themes.pairs() {
            for theme in themes {
                if let Some(slot) = self.of_theme.get_mut(*theme).filter(|slot| slot.last() != Some(&one)) {
                    slot.push(one);
                }
            }
        }
    }
}

pub struct Resolver<'a> {
    pub names: &'a Names,
    pub problems: Vec<Fault>,
    pub uses: Uses,
    pub records: Table<Record>,
    pub membership: Membership,
    /// The record of a choice for each intervention.
    pub own_records: BTreeMap<InterventionId, RecordId>,
    /// Places of fields whose type is wrong: that is reported there, not again where they are read.
    pub doubtful: BTreeSet<Span>,
    pub shared: Shared<'a>,
    pub documents: &'a Documents<'a>,
    /// The aanvulling that is being read; none while the regioplan itself is.
    pub supplement: Option<SupplementId>,
    /// By which documents each field is declared: a document knows no others. One that the language itself adds is known to all.
    declared: BTreeMap<(RecordId, FieldId), Vec<Option<SupplementId>>>,
    /// Fields that a second document declares as well, with what that one says of them.
    pub joined: Vec<Joined>,
    groups: Table<Group, Option<ReadGroup>>,
    /// Groups that are being read now, to notice a circle.
    open_groups: Vec<Id<Group>>,
    group_blocks: BTreeMap<Id<Group>, (Option<SupplementId>, &'a Block)>,
    register: &'a mut Register,
}

/// A group; when it is wrong that has been reported, and it stands in the model without its members.
#[derive(Clone)]
struct ReadGroup {
    group: Group,
    sound: bool,
}

/// A field that two documents declare.
pub struct Joined {
    pub record: RecordId,
    pub number: FieldId,
    /// What the second of them says.
    pub other: Field,
}

/// What remains when all passes are done.
pub struct Parts {
    pub records: Table<Record>,
    pub groups: Table<Group>,
    pub conditions: Table<Condition>,
}

impl<'a> Resolver<'a> {
    pub fn new(names: &'a Names, documents: &'a Documents<'a>, register: &'a mut Register) -> Self {
        let tree = documents.base.tree;
        let records = names.records.table(|_, (id, span)| empty_record(id, *span));
        let first_of = |document: Document<'_>, block: &Block| {
            let Body::Groep { id, .. } = &block.head.body else { return None };
            let known = known_as(document, id).text;
            names.groups.find(&known).filter(|_| names.groups.span_of(&known) == Some(id.span))
        };
        let blocks = documents
            .all()
            .flat_map(|(of, document)| document.tree.blocks.iter().map(move |block| (of, document, block)));
        let group_blocks: BTreeMap<Id<Group>, (Option<SupplementId>, &Block)> =
            blocks.filter_map(|(of, document, block)| Some((first_of(document, block)?, (of, block)))).collect();
        let groups = names.groups.table(|_, _| None);
        let mut resolver = Self {
            names,
            problems: Vec::new(),
            uses: Uses::default(),
            records,
            membership: Membership::default(),
            own_records: BTreeMap::new(),
            doubtful: BTreeSet::new(),
            shared: Shared::of(names, tree),
            documents,
            supplement: None,
            declared: BTreeMap::new(),
            joined: Vec::new(),
            groups,
            open_groups: Vec::new(),
            group_blocks,
            register,
        };
        resolver.membership = resolver.read_membership(tree);
        resolver
    }

    pub fn finish(self) -> Parts {
        let conditions = self.shared.finish(self.names);
        let groups = self.groups.map(|read| read.as_ref().map(|read| read.group.clone()).unwrap_or_default());
        Parts { records: self.records, groups, conditions }
    }

    pub fn report(&mut self, span: Span, wrong: Wrong) {
        self.problems.push(wrong.at(span));
    }

    pub fn cite(&mut self, name: &Name) -> Option<StatementId> {
        let found = self.register.cite(name, self.supplement, &mut self.problems)?;
        self.uses.cite(name.span, Some(self.register.span_of(found)));
        Some(found)
    }

    /// The document that is being read.
    pub fn document(&self) -> Document<'a> {
        self.supplement.map_or(self.documents.base, |id| *self.documents.supplements.get(id))
    }

    /// The name under which something of the document in hand is known among the names of all.
    pub fn known_as(&self, name: &Name) -> Name {
        known_as(self.document(), name)
    }

    /// A record by its name: one of the document in hand, or one that every regioplan has.
    pub fn find_record(&mut self, name: &Name) -> Option<RecordId> {
        let fixed = FIXED_RECORDS.contains(&name.text.as_str());
        let known = if fixed { name.clone() } else { self.known_as(name) };
        let found = self.names.records.find(&known.text);
        self.uses.note(name.span, self.names.records.span_of(&known.text));
        if found.is_none() {
            let own = self.own(&self.names.records);
            self.problems.push(Wrong::unknown(name, &own));
        }
        found
    }

    /// A group of the document in hand.
    pub fn find_group(&mut self, name: &Name) -> Option<Id<Group>> {
        let known = self.known_as(name).text;
        self.uses.note(name.span, self.names.groups.span_of(&known));
        self.names.groups.find(&known)
    }

    /// Of an index the names that the document in hand can use, as it writes them.
    fn own(&self, index: &Index<Record>) -> Index<Record> {
        let before = self.document().supplement.map(|one| rule_name(&one.text, ""));
        let mut own = Index::default();
        let mut ignored = Vec::new();
        for (id, span) in index.declared() {
            let name = match &before {
                Some(before) => id.strip_prefix(before.as_str()).or(FIXED_RECORDS.contains(&id).then_some(id)),
                None => (!id.contains('/')).then_some(id),
            };
            own.extend(name.map(|text| Name { text: text.to_owned(), span }), &mut ignored);
        }
        own
    }

    /// Notes that the document in hand declares a field.
    pub fn declare(&mut self, record: RecordId, field: FieldId) {
        let declared = self.declared.entry((record, field)).or_default();
        if !declared.contains(&self.supplement) {
            declared.push(self.supplement);
        }
    }

    /// Notes that a document declares the fields of a record, as part of a field that it shares.
    pub fn declare_all(&mut self, record: RecordId, supplement: Option<SupplementId>) {
        for field in self.records.get(record).fields.ids() {
            let declared = self.declared.entry((record, field)).or_default();
            if !declared.contains(&supplement) {
                declared.push(supplement);
            }
        }
    }

    /// Notes that the first fields of a record are those of another one.
    pub fn declare_as(&mut self, record: RecordId, other: RecordId) {
        for field in self.records.get(other).fields.ids() {
            if let Some(declared) = self.declared.get(&(other, field)).cloned() {
                self.declared.insert((record, field), declared);
            }
        }
    }

    /// Whether the document in hand knows a field.
    pub fn sees(&self, record: RecordId, field: FieldId) -> bool {
        self.declared.get(&(record, field)).is_none_or(|declared| declared.contains(&self.supplement))
    }

    /// What a name names; an unknown one is reported.
    pub fn find<K: Known>(&mut self, name: &Name, index: &Index<K>) -> Option<Id<K>> {
        let found = index.find(&name.text);
        self.uses.note(name.span, index.span_of(&name.text));
        if found.is_none() {
            self.problems.push(Wrong::unknown(name, index));
        }
        found
    }

    /// The same, with the name as it is spelled where it is declared.
    pub fn find_known<K: Known>(&mut self, name: &Name, index: &Index<K>) -> Option<(Id<K>, String)> {
        let found = self.find(name, index)?;
        Some((found, index.name_of(found).to_owned()))
    }

    pub fn named(&mut self, block: &Block, id: &Name, label: &str) -> Named {
        Named {
            id: self.known_as(id).text,
            label: label.to_owned(),
            also_known: clauses::also_known(&block.clauses),
            reasons: clauses::reasons(self, &block.clauses),
            span: id.span,
        }
    }

    /// Reads every group.
    pub fn read_groups(&mut self) {
        for id in self.groups.ids() {
            self.group(id);
        }
    }

    /// A group, read when it was not yet; none when it is wrong or goes round in a circle.
    pub fn group(&mut self, id: Id<Group>) -> Option<Group> {
        if let Some(read) = self.groups.get(id) {
            return read.sound.then(|| read.group.clone());
        }
        let (document, block) = *self.group_blocks.get(&id)?;
        if self.open_groups.contains(&id) {
            let names: Vec<String> =
                self.open_groups.iter().map(|open| self.names.groups.name_of(*open).to_owned()).collect();
            self.report(block.head.span, Wrong::Cycle(names));
            return None;
        }
        if self.open_groups.len() >= DEEPEST {
            self.report(block.head.span, Wrong::TooDeep(DEEPEST));
            return None;
        }
        self.open_groups.push(id);
        let reading = std::mem::replace(&mut self.supplement, document);
        let read = self.read_group(block);
        self.supplement = reading;
        let read = read?;
        self.open_groups.pop();
        self.groups.get_mut(id)?.insert(read.clone()).sound.then_some(read.group)
    }

    fn read_group(&mut self, block: &Block) -> Option<ReadGroup> {
        let Body::Groep { id, label } = &block.head.body else { return None };
        let named = self.named(block, id, &label.text);
        let said = block.clauses.iter().find_map(|clause| match &clause.body {
            Body::BestaatUitSet(set) => Some(set),
            _ => None,
        });
        if said.is_none() {
            self.report(id.span, Wrong::GroupEmpty(id.text.clone()));
        }
        let mut read = said.and_then(|set| self.set(set, &Ctx::default()));
        // A group that names others more than once holds each of them as often.
        if read.as_ref().is_some_and(|set| format!("{set:?}").len() > LONGEST) {
            self.report(id.span, Wrong::TooDeep(DEEPEST));
            read = None;
        }
        let sound = read.is_some();
        let words = id.text.clone();
        Some(ReadGroup { group: Group { named, set: read.unwrap_or_else(|| Set::nobody(words)) }, sound })
    }

    fn read_membership(&mut self, tree: &Tree) -> Membership {
        let names = self.names;
        let mut membership = Membership {
            element: names.interventions.table(|_, _| None),
            themes: names.interventions.table(|_, _| Vec::new()),
            lists: names.lists.table(|_, _| Vec::new()),
            of_element: names.elements.table(|_, _| Vec::new()),
            of_theme: names.themes.table(|_, _| Vec::new()),
        };
        for block in &tree.blocks {
            match &block.head.body {
                Body::Interventie { id, .. } => self.read_belongs(block, id, &mut membership),
                Body::Keuzelijst { id, .. } => {
                    let members = self.list_members(block);
                    if let Some(slot) = names.lists.declared_at(id).and_then(|list| membership.lists.get_mut(list)) {
                        *slot = members;
                    }
                }
                _ => {}
            }
        }
        membership.turn();
        membership
    }

    fn read_belongs(&mut self, block: &Block, id: &Name, membership: &mut Membership) {
        // Of what is declared twice only the first one counts, and the second has been reported.
        let Some(own) = self.names.interventions.declared_at(id) else { return };
        for clause in &block.clauses {
            match &clause.body {
                Body::HoortBijKernelement(name) => {
                    let found = self.find(name, &self.names.elements);
                    if let (Some(slot), Some(found)) = (membership.element.get_mut(own), found) {
                        if slot.is_some() {
                            self.report(clause.span, Wrong::TwoElements(id.text.clone()));
                        }
                        *slot = Some(found);
                    }
                }
                Body::HoortBijThema(names) => {
                    let found: Vec<Id<Theme>> =
                        names.iter().filter_map(|name| self.find(name, &self.names.themes)).collect();
                    if let Some(slot) = membership.themes.get_mut(own) {
                        slot.extend(found);
                    }
                }
                _ => {}
            }
        }
        if membership.element.get(own).is_none()
            && !block.clauses.iter().any(|c| matches!(c.body, Body::HoortBijKernelement(_)))
        {
            self.report(id.span, Wrong::NoElement(id.text.clone()));
        }
    }

    fn list_members(&mut self, block: &Block) -> Vec<InterventionId> {
        let mut members = Vec::new();
        for clause in &block.clauses {
            let names: Vec<Name> = match &clause.body {
                Body::BestaatUitNames(names) => names.clone(),
                Body::BestaatUitSet(set) if set.filters.is_empty() => set.path.clone(),
                _ => continue,
            };
            members.extend(names.iter().filter_map(|name| self.find(name, &self.names.interventions)));
        }
        if members.is_empty() {
            self.report(block.head.span, Wrong::ListEmpty);
        }
        members
    }
}

fn known_as(document: Document<'_>, name: &Name) -> Name {
    document.supplement.map_or_else(|| name.clone(), |supplement| own_name(supplement, name))
}

fn empty_record(id: &str, span: Span) -> Record {
    let label = FIXED_RECORDS.iter().find(|fixed| **fixed == id).map_or("", |fixed| *fixed);
    Record { id: id.to_owned(), of_intervention: false, label: label.to_owned(), fields: Table::default(), span }
}
