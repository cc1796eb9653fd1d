//! The texts of a regioplan and its register -> what compiling gives, with one message for one slip.
//!
//! What could not be read is missed elsewhere: a name that it declares, a line that its block needs. Those problems
//! are no news, and are left out until the file can be read.

use std::cell::Cell;

use crate::diagnostic::{Problem, Severity, Text};
use crate::source::Span;
use crate::syntax::tree::{Block, Tree};
use crate::syntax::{self, Asked, Kind};

use super::document::{self, Documents, names_of};
use super::problem::{Fault, Hint, Unknown, What, Wrong};
use super::twins::drop_twins;
use super::unread::{Unread, block_of, lonely};
use super::{Compiled, make};

/// Reads and compiles a regioplan with its register, if there is one; there is a model only when all can be read.
#[must_use]
pub fn read(text: &str, register: Option<&str>) -> Compiled {
    read_beside(text, register, |_| None)
}

/// The same; an aanvulling is read with the names of the leidraad that it follows, of which `guide` gives the text.
#[must_use]
pub fn read_beside(text: &str, register: Option<&str>, guide: impl FnOnce(&str) -> Option<String>) -> Compiled {
    let left = Cell::new(TRIED);
    let means = |place: Span, clause: &str, asked: Asked| {
        let Some(less) = left.get().checked_sub(1) else { return true };
        left.set(less);
        is_sound_with(text, register, place, clause, asked)
    };
    read_asking(text, register, guide, Some(&means))
}

/// So many repairs of a file are tried by compiling it.
const TRIED: usize = 200;

/// Whether nothing is wrong in a clause that stands in the place of another.
fn is_sound_with(text: &str, register: Option<&str>, place: Span, clause: &str, asked: Asked) -> bool {
    let (start, end) = (place.start as usize, place.end as usize);
    let (Some(before), Some(after)) = (text.get(..start), text.get(end..)) else { return false };
    let tried = format!("{before}{clause}{after}");
    let wrong = |problem: &Problem| {
        let at = problem.primary.span.start as usize;
        let lacks = asked == Asked::Unnamed && problem.message.id.starts_with("unknown-");
        problem.severity == Severity::Violation && !lacks && (start..start + clause.len()).contains(&at)
    };
    !read_asking(&tried, register, |_| None, None).problems.iter().any(wrong)
}

fn read_asking(
    text: &str,
    register: Option<&str>,
    guide: impl FnOnce(&str) -> Option<String>,
    means: Option<syntax::Means<'_>>,
) -> Compiled {
    let (mut tree, mut problems) = syntax::parse_asking(text, Kind::Regioplan, means);
    let twins = drop_twins(&mut tree);
    let parsed = register.map(|text| (text, syntax::parse(text, Kind::Register)));
    let (register_tree, mut register_problems) = match &parsed {
        Some((text, (tree, problems))) => (Some((*text, tree)), problems.clone()),
        None => (None, Vec::new()),
    };
    let readable = problems.is_empty() && register_problems.is_empty();
    let supplement = document::supplement(&tree).map(|(name, follows)| (name.clone(), follows.cloned()));
    let follows = supplement.as_ref().and_then(|(_, follows)| follows.as_ref());
    let guide = follows.and_then(|name| guide(&name.text));
    // Names of a leidraad that is not there are told by who looked for it.
    let nameless = follows.is_some() && guide.is_none();
    let names = guide
        .map_or_else(Tree::default, |guide| names_of(syntax::parse_behind(&guide, Kind::Regioplan, text.len() + 1)));
    let register_alone = register_tree.map(|(_, tree)| tree);
    let mut made = make(&match &supplement {
        Some((name, _)) => Documents::supplement(&names, &tree, register_alone, name),
        None => Documents::one(&tree, register_alone),
    });
    let is_of_guide = |wrong: &Wrong| matches!(wrong, Wrong::Unknown(one) if matches!(one.what, What::Thing(_)));
    made.faults.retain(|fault| fault.span.start as usize <= text.len() && !(nameless && is_of_guide(&fault.wrong)));
    let headless = |fault: &Fault| fault.wrong == Wrong::NoHead;
    if made.faults.iter().any(headless) {
        // Without its head nothing tells what the file is: a regioplan, a leidraad or a werkplan.
        made.faults.retain(headless);
    }
    lonely(&tree, text, &mut made.faults);
    if !readable {
        let mut unread = Unread::new(text, &tree);
        let unread_register = register_tree.map(|(text, tree)| Unread::new(text, tree)).unwrap_or_default();
        unread.words.extend(unread_register.words.iter().copied());
        made.faults.retain(|fault| !unread.explains(fault));
        made.register_faults.retain(|fault| !unread_register.explains(fault));
    }
    made.faults.splice(0..0, twins);
    made.faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
    made.faults = together(first(made.faults), &tree);
    let said = means.map(|means| in_other_words(&made.faults, &tree, text, means)).unwrap_or_default();
    let mut compiled = made.finish(readable, Some(text.len()));
    for (number, help) in said {
        if let Some(problem) = compiled.problems.get_mut(number) {
            problem.help = Some(help);
            problem.repair = None;
        }
    }
    problems.extend(compiled.problems);
    problems.sort_by_key(|problem| (problem.primary.span.start, problem.primary.span.end));
    register_problems.extend(compiled.register_problems);
    Compiled { problems, register_problems, ..compiled }
}

/// A file with more of them gets no other words for the later ones.
const OTHERWISE: usize = 20;

/// What clauses may be in other words that can be read, but say nothing there; by the number of the fault.
fn in_other_words(faults: &[Fault], tree: &Tree, text: &str, means: syntax::Means<'_>) -> Vec<(usize, Text)> {
    let spans: Vec<Span> = tree.blocks.iter().flat_map(clauses).collect();
    let of_clause = |(number, fault): (usize, &Fault)| {
        let holds = |span: &&Span| span.start <= fault.span.start && fault.span.end <= span.end;
        let place = *spans.iter().find(holds)?;
        Some((number, syntax::other_words(text, place, means)?))
    };
    let may_be = faults.iter().enumerate().filter(|(_, fault)| may_be_said_otherwise(&fault.wrong));
    may_be.take(OTHERWISE).filter_map(of_clause).collect()
}

fn clauses(block: &Block) -> impl Iterator<Item = Span> {
    let parts = block.parts.iter().flat_map(|part| std::iter::once(&part.head).chain(&part.clauses));
    block.clauses.iter().chain(parts).map(|clause| clause.span)
}

/// Whether a clause may have been meant in another way than it was read.
fn may_be_said_otherwise(wrong: &Wrong) -> bool {
    match wrong {
        Wrong::Unknown(Unknown { what: What::Field, name, hint }) => match hint {
            Hint::Declare | Hint::WholePlan => true,
            // A number in words, or a word of the language for what is chosen.
            Hint::Meant(_, declared) => declared.is_none() || syntax::number_in_words(name).is_some(),
            Hint::OneOf(_) | Hint::InRecord(..) | Hint::OfIntervention(..) | Hint::Group | Hint::OfChoice => false,
        },
        Wrong::Mismatch { .. } | Wrong::Misfit { meant: None, .. } | Wrong::Misplaced(_) => true,
        _ => false,
    }
}

/// A file with more problems than this is another one.
const TOLD: usize = 1000;

/// The first problems; what is wrong goes before what is only unwise.
fn first(mut faults: Vec<Fault>) -> Vec<Fault> {
    if faults.len() > TOLD {
        faults.sort_by_key(|fault| fault.wrong.warning().is_some());
        faults.truncate(TOLD);
        faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
    }
    faults
}

/// One cause, one message: a name that is unknown is so everywhere, and a year that a rule does not say is missed by
/// each of its lines. The first place tells it; of a name it points at some of the others.
fn together(faults: Vec<Fault>, tree: &Tree) -> Vec<Fault> {
    const SHOWN: usize = 3;
    let mut kept: Vec<Fault> = Vec::new();
    for fault in faults {
        match kept.iter_mut().find(|known| is_same(known, &fault, tree)) {
            Some(first) if is_same_name(first, &fault) && first.also.len() < SHOWN => first.also.push(fault.span),
            Some(_) => {}
            None => kept.push(fault),
        }
    }
    kept
}

fn is_same_name(known: &Fault, fault: &Fault) -> bool {
    match (&known.wrong, &fault.wrong) {
        (Wrong::Unknown(known), Wrong::Unknown(unknown)) => known.what == unknown.what && known.name == unknown.name,
        _ => false,
    }
}

fn is_same(known: &Fault, fault: &Fault, tree: &Tree) -> bool {
    let block = |span: Span| block_of(tree, span.start);
    match (&known.wrong, &fault.wrong) {
        (Wrong::EvidenceUndeclared, Wrong::EvidenceUndeclared) => true,
        (Wrong::ChoicesNeedYear, Wrong::ChoicesNeedYear) | (Wrong::FieldNeedsYear(_), Wrong::FieldNeedsYear(_)) => {
            block(known.span) == block(fault.span)
        }
        (Wrong::Unknown(known), Wrong::Unknown(unknown)) => known == unknown || are_of_one_record(known, unknown),
        _ => false,
    }
}

/// Fields of one record that cannot be read from where they stand.
fn are_of_one_record(known: &Unknown, unknown: &Unknown) -> bool {
    matches!((&known.hint, &unknown.hint), (Hint::InRecord(one, _), Hint::InRecord(other, _)) if one == other)
}
