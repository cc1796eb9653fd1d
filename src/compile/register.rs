//! The source register: the statements of the document, and which of them are cited.

use std::collections::BTreeMap;

use crate::model::{Disposition, DispositionKind, Statement, StatementId, Supplement, SupplementId, Table, rule_name};
use crate::source::Span;
use crate::syntax::tree::{Block, Body, Name};
use crate::value::name_key;

use super::document::{Document, Documents};
use super::once;
use super::problem::{Fault, Hint, Unknown, What, Wrong, nearest};

/// The register while compiling.
#[derive(Default)]
pub struct Register {
    statements: Table<Statement>,
    /// Where each statement stands, by its id as names are compared.
    places: BTreeMap<String, StatementId>,
    cited: Table<Statement, bool>,
    problems: Vec<Fault>,
    base: Entry,
    supplements: Table<Supplement, Entry>,
}

/// What a document has to cite from.
#[derive(Clone, Default)]
struct Entry {
    /// Whether it has a register: without one every cited id is taken as it is.
    present: bool,
    /// What stands before its ids.
    before: String,
}

/// Reads the registers of all documents. The ids of an aanvulling beside a regioplan have its name before them.
pub fn read(documents: &Documents<'_>) -> Register {
    let mut register = Register::default();
    let mut read = |document: &Document<'_>| {
        let beside = document.supplement.filter(|_| !documents.is_supplement_alone());
        let before = beside.map_or_else(String::new, |supplement| rule_name(&supplement.text, ""));
        for block in document.register.iter().flat_map(|tree| &tree.blocks) {
            register.add(block, &before);
        }
        Entry { present: document.register.is_some(), before }
    };
    let base = read(&documents.base);
    let mut supplements = Table::default();
    for document in &documents.supplements {
        supplements.push(read(document));
    }
    Register { base, supplements, ..register }
}

impl Register {
    fn add(&mut self, block: &Block, before: &str) {
        let Body::RegisterBron { id, section } = &block.head.body else { return };
        let known = format!("{before}{}", id.text);
        if let Some(first) = self.places.get(name_key(&known).as_ref()).map(|place| self.statements.get(*place)) {
            self.problems.push(Wrong::twice(id, first.span));
            return;
        }
        once::check(&block.head, block.clauses.iter(), &mut self.problems);
        let mut says = String::new();
        let mut disposition: Option<Disposition> = None;
        for clause in &block.clauses {
            let (kind, reason) = match &clause.body {
                Body::Zegt(text) => {
                    if says.is_empty() {
                        says.clone_from(&text.text);
                    }
                    continue;
                }
                Body::Informatie(reason) => (DispositionKind::Information, reason),
                Body::Regio(reason) => (DispositionKind::Region, reason),
                Body::NietControleerbaar(reason) => (DispositionKind::NotCheckable, reason),
                _ => continue,
            };
            if disposition.is_some() {
                self.problems.push(Wrong::TwoReasons(id.text.clone()).at(clause.span));
            }
            disposition = Some(Disposition { kind, reason: reason.text.clone() });
        }
        if says.is_empty() {
            self.problems.push(Wrong::Silent(id.text.clone()).at(id.span));
        }
        let key = name_key(&known).into_owned();
        let statement = Statement { id: known, section: section.text.clone(), says, disposition, span: id.span };
        self.places.insert(key, self.statements.push(statement));
        self.cited.push(false);
    }

    /// The statement that a document cites; an unknown one is a problem of that document.
    pub fn cite(
        &mut self,
        name: &Name,
        supplement: Option<SupplementId>,
        problems: &mut Vec<Fault>,
    ) -> Option<StatementId> {
        let Entry { present, before } = supplement.map_or(&self.base, |id| self.supplements.get(id));
        let known = format!("{before}{}", name.text);
        if let Some(index) = self.places.get(name_key(&known).as_ref()).copied() {
            if let Some(cited) = self.cited.get_mut(index) {
                *cited = true;
            }
            return Some(index);
        }
        if !present {
            let key = name_key(&known).into_owned();
            let taken = self.statements.push(Statement { id: known, ..Statement::default() });
            self.places.insert(key, taken);
            self.cited.push(true);
            return Some(taken);
        }
        let near = nearest(&name.text, self.statements.iter().filter_map(|one| one.id.strip_prefix(before.as_str())));
        // Another number is another statement, and no slip.
        let letters = |id: &str| id.chars().filter(|c| !c.is_ascii_digit()).collect::<String>().to_lowercase();
        let near = near.filter(|near| letters(near) != letters(&name.text));
        let hint = near.map_or(Hint::Declare, |near| Hint::Meant(near.to_owned(), None));
        let unknown = Unknown { what: What::Source, name: name.text.clone(), hint };
        problems.push(Wrong::Unknown(unknown).at(name.span));
        None
    }

    /// Where a statement is declared.
    pub fn span_of(&self, statement: StatementId) -> Span {
        self.statements.get(statement).span
    }

    /// The statements, with a warning for each that is neither cited nor explained, or both. Of documents that stand beside each
    /// other that is told of each by itself.
    pub fn finish(mut self, documents: &Documents<'_>, problems: &mut Vec<Fault>) -> (Table<Statement>, Vec<Fault>) {
        if documents.guides.is_some() {
            return (self.statements, Vec::new());
        }
        if documents.first().register.is_none() {
            let head = documents.first().tree.blocks.first().map(|block| block.head.span);
            problems.push(Wrong::NoRegister.at(head.unwrap_or_default()));
        }
        for (statement, cited) in self.statements.iter().zip(self.cited.iter()) {
            let wrong = match (cited, &statement.disposition) {
                (false, None) => Wrong::Open(statement.id.clone()),
                (true, Some(_)) => Wrong::Both(statement.id.clone()),
                (true, None) | (false, Some(_)) => continue,
            };
            self.problems.push(wrong.at(statement.span));
        }
        (self.statements, self.problems)
    }
}
