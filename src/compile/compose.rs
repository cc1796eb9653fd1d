//! A regioplan and the aanvullingen that belong beside it -> one contents.
//!
//! Input: texts of which each is sound by itself. Output: the model, and what does not fit together, each problem with the
//! text in which it stands. In what is compiled the texts stand behind each other, so that every place is of one of them.

use crate::diagnostic::{Problem, Severity, Text};
use crate::model::{Contents, Table};
use crate::source::{Source, Span};
use crate::syntax::tree::Tree;
use crate::syntax::{self, Kind};

use super::document::{self, Document, Documents};
use super::names::{self, Names};
use super::problem::{Fault, Wrong};
use super::{Made, make};

/// A text, with its register if it has one.
#[derive(Clone, Copy)]
pub struct Written<'a> {
    pub source: &'a Source,
    pub register: Option<&'a Source>,
    /// Of an aanvulling: the leidraad that it follows.
    pub guide: Option<&'a Source>,
}

/// What putting together gives.
#[derive(Debug)]
pub struct Composed {
    /// None when the texts do not fit together.
    pub contents: Option<Contents>,
    /// The problems of each text, in the order in which they were given.
    pub problems: Vec<Vec<Problem>>,
}

/// A text that was read.
struct Read {
    tree: Tree,
    register: Option<Tree>,
    /// Where it begins among the texts.
    from: usize,
}

/// Puts a regioplan and its aanvullingen together.
#[must_use]
pub fn compose(regioplan: Written<'_>, supplements: &[Written<'_>]) -> Composed {
    let all: Vec<Written<'_>> = std::iter::once(regioplan).chain(supplements.iter().copied()).collect();
    let mut read: Vec<Read> = Vec::new();
    let mut from = 0;
    for one in &all {
        let tree = syntax::parse_behind(&one.source.text, Kind::Regioplan, from);
        let register = one.register.map(|register| syntax::parse(&register.text, Kind::Register).0);
        read.push(Read { tree, register, from });
        from += one.source.text.len() + 1;
    }
    let mut documents = read.iter().map(|one| Document {
        tree: &one.tree,
        register: one.register.as_ref(),
        supplement: document::supplement(&one.tree).map(|(name, _)| name),
    });
    let Some(base) = documents.next() else { return Composed { contents: None, problems: Vec::new() } };
    let (mut beside, mut guides) = (Table::new(base), Table::default());
    for (document, written) in documents.zip(supplements) {
        beside.push(document);
        guides.push(written.guide.map_or_else(Names::default, names_in));
    }
    let guides = (!supplements.is_empty()).then_some(guides);
    let Made { contents, faults, .. } = make(&Documents { base, supplements: beside, guides });
    let mut problems: Vec<Vec<Problem>> = all.iter().map(|_| Vec::new()).collect();
    for fault in faults {
        let (at, problem) = placed(fault, &all, &read);
        problems.get_mut(at).into_iter().for_each(|of_text| of_text.push(problem.clone()));
    }
    let sound = problems.iter().flatten().all(|problem| problem.severity != Severity::Violation);
    Composed { contents: sound.then(|| contents.lowered()), problems }
}

fn names_in(guide: &Source) -> Names {
    names::of_base(&syntax::parse_behind(&guide.text, Kind::Regioplan, 0), &mut Vec::new())
}

/// The text in which a place lies, and where it lies there.
fn locate(span: Span, read: &[Read]) -> (usize, Span) {
    let at = read.partition_point(|one| one.from <= span.start as usize).saturating_sub(1);
    let from = read.get(at).map_or(0, |one| one.from);
    let local = |offset: u32| (offset as usize).saturating_sub(from);
    (at, Span::new(local(span.start), local(span.end)))
}

/// A problem in its own text. A place in another text is told in words.
fn placed(fault: Fault, all: &[Written<'_>], read: &[Read]) -> (usize, Problem) {
    let (at, span) = locate(fault.span, read);
    let differs = matches!(fault.wrong, Wrong::FieldDiffers { .. });
    let elsewhere = fault.wrong.declared().filter(|_| differs).map(|(name, first)| (name.to_owned(), first));
    let mut problem = Problem::from(Fault { span, ..fault });
    problem.others.clear();
    problem.repair = None;
    let place = elsewhere.and_then(|(name, first)| {
        let (other, local) = locate(first, read);
        let source = all.get(other)?.source;
        let line = source.position(local.start).line;
        Some(Text::new("declared-at").with("name", name).with("path", &source.name).with("line", line))
    });
    if let (Some(place), Some(help)) = (place, problem.help.take()) {
        problem.help = Some(Text::new("help-and").with("first", place).with("second", help));
    }
    (at, problem)
}
