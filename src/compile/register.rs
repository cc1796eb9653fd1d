//! The source register: the statements of the document, and which of them are cited.

use std::collections::BTreeMap;

use crate::model::{Disposition, DispositionKind, Statement};
use crate::source::Span;
use crate::syntax::tree::{Block, Body, Name, Tree};

use super::problem::{Fault, Hint, Unknown, What, Wrong, nearest};

/// The register while compiling.
#[derive(Default)]
pub struct Register {
    statements: Vec<Statement>,
    /// Where each statement stands, by its id.
    places: BTreeMap<String, usize>,
    cited: Vec<bool>,
    problems: Vec<Fault>,
    /// Without a register every cited id is taken as it is.
    present: bool,
}

/// Reads the register file, if there is one.
pub fn read(tree: Option<&Tree>) -> Register {
    let mut register = Register { present: tree.is_some(), ..Register::default() };
    for block in tree.iter().flat_map(|tree| &tree.blocks) {
        register.add(block);
    }
    register
}

impl Register {
    fn add(&mut self, block: &Block) {
        let Body::RegisterBron { id, section } = &block.head.body else { return };
        if let Some(first) = self.places.get(&id.text).and_then(|place| self.statements.get(*place)) {
            self.problems.push(Wrong::twice(id, first.span));
            return;
        }
        let mut says = String::new();
        let mut disposition: Option<Disposition> = None;
        for clause in &block.clauses {
            let (kind, reason) = match &clause.body {
                Body::Zegt(text) => {
                    says.clone_from(&text.text);
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
        self.places.insert(id.text.clone(), self.statements.len());
        self.statements.push(Statement {
            id: id.text.clone(),
            section: section.text.clone(),
            says,
            disposition,
            span: id.span,
        });
        self.cited.push(false);
    }

    /// The index of a cited statement; an unknown one is a problem of the regioplan.
    pub fn cite(&mut self, name: &Name, problems: &mut Vec<Fault>) -> Option<usize> {
        if let Some(index) = self.places.get(&name.text).copied() {
            if let Some(cited) = self.cited.get_mut(index) {
                *cited = true;
            }
            return Some(index);
        }
        if !self.present {
            self.places.insert(name.text.clone(), self.statements.len());
            self.statements.push(Statement {
                id: name.text.clone(),
                section: String::new(),
                says: String::new(),
                disposition: None,
                span: Span::default(),
            });
            self.cited.push(true);
            return Some(self.statements.len() - 1);
        }
        let near = nearest(&name.text, self.statements.iter().map(|s| s.id.as_str()));
        let hint = near.map_or(Hint::Declare, |near| Hint::Meant(near.to_owned(), None));
        let unknown = Unknown { what: What::Source, name: name.text.clone(), hint };
        problems.push(Wrong::Unknown(unknown).at(name.span));
        None
    }

    /// The statements, with a warning for each that is neither cited nor explained, or both.
    pub fn finish(mut self, problems: &mut Vec<Fault>) -> (Vec<Statement>, Vec<Fault>) {
        if !self.present {
            problems.push(Wrong::NoRegister.at(Span::default()));
        }
        for (statement, cited) in self.statements.iter().zip(&self.cited) {
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
