//! The source register: the statements of the document, and which of them are cited.

use std::collections::BTreeMap;

use crate::diagnostic::{Problem, Text};
use crate::model::{Disposition, DispositionKind, Statement};
use crate::source::Span;
use crate::syntax::tree::{Block, Body, Name, Tree};

use super::errors::{about, nearest, twice};

/// The register while compiling.
#[derive(Default)]
pub struct Register {
    statements: Vec<Statement>,
    /// Where each statement stands, by its id.
    places: BTreeMap<String, usize>,
    cited: Vec<bool>,
    problems: Vec<Problem>,
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
            self.problems.push(twice(id, first.span));
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
                self.problems.push(about(clause.span, &id.text, "register-two-reasons", "register-two-reasons-help"));
            }
            disposition = Some(Disposition { kind, reason: reason.text.clone() });
        }
        if says.is_empty() {
            self.problems.push(about(id.span, &id.text, "register-silent", "register-silent-help"));
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
    pub fn cite(&mut self, name: &Name, problems: &mut Vec<Problem>) -> Option<usize> {
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
        let problem = Problem::new("taal", name.span, Text::new("unknown-bron").with("name", &name.text));
        problems.push(match near {
            Some(near) => problem.help(Text::new("did-you-mean").with("name", near)),
            None => problem.help(Text::new("unknown-bron-help")),
        });
        None
    }

    /// The statements, with a warning for each that is neither cited nor explained, or both.
    pub fn finish(mut self, problems: &mut Vec<Problem>) -> (Vec<Statement>, Vec<Problem>) {
        if !self.present {
            problems.push(
                Problem::new("zonder-register", Span::default(), Text::new("register-missing"))
                    .help(Text::new("register-missing-help"))
                    .warning(),
            );
        }
        for (statement, cited) in self.statements.iter().zip(&self.cited) {
            let (code, problem) = match (cited, &statement.disposition) {
                (false, None) => {
                    ("bron-zonder-besluit", about(statement.span, &statement.id, "register-open", "register-open-help"))
                }
                (true, Some(_)) => {
                    ("bron-twee-besluiten", about(statement.span, &statement.id, "register-both", "register-both-help"))
                }
                (true, None) | (false, Some(_)) => continue,
            };
            self.problems.push(Problem { code, ..problem }.warning());
        }
        (self.statements, self.problems)
    }
}
