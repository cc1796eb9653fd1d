//! Text of a regioplan or of a source register -> tree with spans, and every error of the file.
//!
//! Parsing never fails: it returns a tree of what could be read and the problems of what could not.
//! Syntax knows nothing of meaning: names are not looked up here.

mod blocks;
mod build;
mod build_data;
mod build_expr;
mod build_region;
mod errors;
mod expected;
mod lines;
mod node;
mod pest_parser;
mod phrases;
mod repair;
pub mod tree;
mod unread;

use crate::diagnostic::Problem;
use crate::source::Span;
use tree::Tree;

/// What the text is: a regioplan, or the source register beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Regioplan,
    Register,
}

/// A clause as it stands in its file, for who writes the file anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    pub span: Span,
    /// 0 for the head of a block, 1 for a clause or a part of it, 2 for a clause of a part.
    pub depth: usize,
}

/// The clauses of a file in order, with how deep each stands; or every problem of the file.
pub fn outline(text: &str, kind: Kind) -> Result<Vec<Placed>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut clauses = Vec::new();
    for line in lines::split(text, &mut problems) {
        if let Some(clause) = read(text, &line, kind, &mut problems) {
            clauses.push((Span::new(line.start, line.end), clause));
        }
    }
    if problems.is_empty() { Ok(blocks::depths(&clauses)) } else { Err(problems) }
}

/// Parses a whole file: the tree of what could be read, and all problems in order of place.
#[must_use]
pub fn parse(text: &str, kind: Kind) -> (Tree, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut clauses = Vec::new();
    for line in lines::split(text, &mut problems) {
        let span = Span::new(line.start, line.end);
        clauses.push(read(text, &line, kind, &mut problems).ok_or(span));
    }
    let tree = blocks::group(clauses, text, &mut problems);
    problems.sort_by_key(|problem| (problem.primary.span.start, problem.primary.span.end));
    (tree, problems)
}

/// A file with more errors than this is no regioplan with a slip; the later ones get no search for a repair.
const THOROUGH: usize = 40;

/// One clause, or none when it cannot be read; that is reported.
fn read(text: &str, line: &lines::Line, kind: Kind, problems: &mut Vec<Problem>) -> Option<tree::Clause> {
    let told = |id: &str| problems.iter().any(|problem| problem.message.id == id);
    let closing = text.get(line.start..line.end) == Some("}");
    if !line.sound || closing && told(errors::BRACE) {
        return None;
    }
    let found = match pest_parser::parse(&line.text(text), line.start, kind) {
        Ok(node) => build::clause(&node).map_err(|problem| *problem),
        Err(failure) => Err(errors::explain(text, line, &failure, kind, problems.len() < THOROUGH)),
    };
    found.map_err(|problem| problems.push(problem)).ok()
}
