//! The blocks `voorwaarde`: conditions with a name, read where they are used.
//!
//! A name in such a condition is looked up from the place of use, so each use reads the lines again. What is wrong because of
//! that place is told there, with the line; what is wrong anywhere is told at the line itself.

use std::collections::BTreeMap;

use crate::model::{CHOICE, Cond, Condition, Id, Reasons, Shared as Used, Table};
use crate::model::{Named, RecordId};
use crate::source::Span;
use crate::syntax::tree::{self, Block, Body, CondKind, Name, Tree};

use super::clauses;
use super::ctx::Ctx;
use super::names::Names;
use super::problem::{Fault, Unknown, What, Wrong};
use super::records::depths;
use super::resolver::Resolver;

/// Conditions use each other at most so deep.
const DEEPEST: usize = 16;
/// A use that is written out in more lines than this is nothing that somebody reads.
const MOST: usize = 512;

/// The named conditions of a regioplan, and what has been read of them.
#[derive(Default)]
pub struct Shared<'a> {
    blocks: BTreeMap<Id<Condition>, Read<'a>>,
    /// How many are being read within each other now, and how many lines that took.
    depth: usize,
    spent: usize,
}

struct Read<'a> {
    id: &'a Name,
    title: &'a str,
    block: &'a Block,
    reasons: Reasons,
    /// It does not lead into a circle.
    sound: bool,
    used: bool,
    /// What it asks where it was first read well.
    lines: Option<Vec<Cond>>,
}

impl<'a> Shared<'a> {
    pub fn of(names: &Names, tree: &'a Tree) -> Self {
        let blocks = tree.blocks.iter().filter_map(|block| {
            let Body::Voorwaarde { id, title } = &block.head.body else { return None };
            let read = Read {
                id,
                title: &title.text,
                block,
                reasons: Reasons::default(),
                sound: true,
                used: false,
                lines: None,
            };
            Some((names.conditions.declared_at(id)?, read))
        });
        Self { blocks: blocks.collect(), ..Self::default() }
    }

    /// Whether a condition is being read for its use.
    pub fn is_open(&self) -> bool {
        self.depth > 0
    }

    pub fn finish(self, names: &Names) -> Table<Condition> {
        let made = |read: &Read<'_>| Condition {
            named: Named {
                id: read.id.text.clone(),
                label: read.title.to_owned(),
                also_known: Vec::new(),
                reasons: read.reasons.clone(),
                span: read.id.span,
            },
            any: is_any(read.block),
            lines: read.lines.clone().unwrap_or_default(),
        };
        names.conditions.table(|id, _| self.blocks.get(&id).map(made).unwrap_or_default())
    }
}

fn is_any(block: &Block) -> bool {
    block.clauses.iter().any(|clause| matches!(clause.body, Body::EenGenoeg))
}

/// What a condition asks, line by line.
fn lines(block: &Block) -> impl Iterator<Item = &tree::Cond> {
    block.clauses.iter().filter_map(|clause| match &clause.body {
        Body::Als(cond) => Some(cond),
        _ => None,
    })
}

impl Resolver<'_> {
    /// Reads why each condition is there, and refuses those without lines or in a circle.
    pub fn read_conditions(&mut self) {
        let all: Vec<_> = self.shared.blocks.iter().map(|(own, read)| (*own, read.id, read.block)).collect();
        for (own, id, block) in all {
            let reasons = clauses::reasons(self, &block.clauses);
            if lines(block).next().is_none() {
                self.report(id.span, Wrong::ConditionEmpty(id.text.clone()));
            }
            if let Some(read) = self.shared.blocks.get_mut(&own) {
                read.reasons = reasons;
            }
        }
        let names = self.names;
        let inner = names.conditions.table(|id, _| match self.shared.blocks.get(&id) {
            Some(read) => uses(read.block, names),
            None => Vec::new(),
        });
        let Err(circle) = depths(&inner) else { return };
        let ids = circle.iter().filter_map(|id| self.shared.blocks.get(id)).map(|read| read.id);
        let ids: Vec<&Name> = ids.collect();
        let place = ids.first().map_or(Span::default(), |id| id.span);
        let ids = ids.into_iter().map(|id| id.text.clone()).collect();
        self.report(place, Wrong::Cycle(ids));
        let sound = sound(&inner);
        for (id, read) in &mut self.shared.blocks {
            read.sound = *sound.get(*id);
        }
    }

    /// Reads the conditions that nothing uses, where most names are known: what is wrong in them is told as well.
    pub fn read_unused_conditions(&mut self) {
        for id in &self.names.conditions.table(|id, _| id) {
            let Some(read) = self.shared.blocks.get(id) else { continue };
            if read.used || !read.sound {
                continue;
            }
            let name = read.id;
            let mut told: Option<Vec<Fault>> = None;
            let own: Vec<RecordId> = self.own_records.values().copied().collect();
            let of_choice = |record| Ctx { year: true, choice: Some(record), ..Ctx::default() };
            let region = Ctx { region: true, year: true, ..Ctx::default() };
            let all = [of_choice(CHOICE), region].into_iter().chain(own.into_iter().map(of_choice));
            for ctx in all {
                let (before, noted) = (self.problems.len(), self.uses.len());
                self.shared_cond(false, name, name.span, &ctx);
                let faults = self.problems.split_off(before);
                if faults.is_empty() {
                    told = None;
                    break;
                }
                self.uses.forget(noted);
                told.get_or_insert(faults);
            }
            self.problems.extend(told.unwrap_or_default());
        }
    }

    /// A named condition, read where it is used.
    pub fn shared_cond(&mut self, negated: bool, name: &Name, span: Span, ctx: &Ctx) -> Option<Cond> {
        let of = self.find(name, &self.names.conditions)?;
        let read = self.shared.blocks.get_mut(&of).filter(|read| read.sound)?;
        read.used = true;
        let (block, title) = (read.block, read.title.to_owned());
        if self.shared.depth == 0 {
            self.shared.spent = 0;
        }
        if self.shared.depth >= DEEPEST || self.shared.spent > MOST {
            self.report(block.head.span, Wrong::TooDeep(DEEPEST));
            return None;
        }
        self.shared.depth += 1;
        let before = self.problems.len();
        let mut all = Some(Vec::new());
        for line in lines(block) {
            self.shared.spent += 1;
            let found = self.cond(line, ctx);
            all = all.zip(found).map(|(mut all, found)| {
                all.push(found);
                all
            });
        }
        self.shared.depth -= 1;
        let faults = self.problems.split_off(before);
        let told: Vec<Fault> = faults.into_iter().map(|fault| self.told_where(fault, name, span)).collect();
        self.problems.extend(told);
        let lines = all.filter(|lines| !lines.is_empty())?;
        if let Some(read) = self.shared.blocks.get_mut(&of) {
            read.lines.get_or_insert_with(|| lines.clone());
        }
        Some(Cond::Shared(Used { of, title, negated, any: is_any(block), lines }))
    }

    /// What only the place of use makes wrong is told there.
    fn told_where(&self, fault: Fault, name: &Name, at: Span) -> Fault {
        let (why, line) = match fault.wrong {
            Wrong::SharedMisfit { why, line, .. } => (why, line),
            wrong if self.is_of_place(&wrong) => (Box::new(wrong), fault.span),
            wrong => return Fault { wrong, ..fault },
        };
        Wrong::SharedMisfit { name: name.text.clone(), why, line }.at(at)
    }

    fn is_of_place(&self, wrong: &Wrong) -> bool {
        match wrong {
            Wrong::Unknown(Unknown { what: What::Field, name, .. }) => {
                self.records.iter().any(|record| record.position(name).is_some())
                    || matches!(name.as_str(), "soort" | "interventie" | "kernelement" | "keuzes" | "praktijken")
            }
            Wrong::ChoicesNeedYear
            | Wrong::FieldNeedsYear(_)
            | Wrong::FieldOfPractice(_)
            | Wrong::RegionChooses(_)
            | Wrong::ThoseUnknown(_)
            | Wrong::NotOfMember(_) => true,
            _ => false,
        }
    }
}

/// The conditions that the lines of a condition use.
fn uses(block: &Block, names: &Names) -> Vec<Id<Condition>> {
    let used = lines(block).filter_map(|cond| match &cond.kind {
        CondKind::Shared { name, .. } => names.conditions.find(&name.text),
        CondKind::Chosen { .. } | CondKind::Quantified { .. } | CondKind::Plain(_) => None,
    });
    used.collect()
}

/// Which things do not lead into a circle: those that use only such things. Each use is looked at once.
fn sound(inner: &Table<Condition, Vec<Id<Condition>>>) -> Table<Condition, bool> {
    let mut users: Table<Condition, Vec<Id<Condition>>> = inner.map(|_| Vec::new());
    for (user, used) in inner.pairs() {
        for one in used {
            if let Some(place) = users.get_mut(*one) {
                place.push(user);
            }
        }
    }
    let mut open: Table<Condition, usize> = inner.map(Vec::len);
    let mut sound = inner.map(|_| false);
    let mut ready: Vec<Id<Condition>> = open.pairs().filter(|(_, open)| **open == 0).map(|(id, _)| id).collect();
    while let Some(next) = ready.pop() {
        if let Some(place) = sound.get_mut(next) {
            *place = true;
        }
        for user in users.get(next) {
            if let Some(count) = open.get_mut(*user) {
                *count -= 1;
                if *count == 0 {
                    ready.push(*user);
                }
            }
        }
    }
    sound
}
