//! Which problems are no more than the consequence of another: of a clause that could not be read, or of one that
//! stands in the wrong block.

use std::collections::BTreeSet;

use crate::source::Span;
use crate::syntax::tree::{Block, Body, Tree};

use super::names::Sort;
use super::problem::{Fault, Hint, What, Wrong};

/// What a file has that could not be read.
#[derive(Default)]
pub struct Unread<'t> {
    /// The words of it: one of them may be the name that another line misses.
    pub words: BTreeSet<&'t str>,
    /// Sorts of things of which one stands in it without a name that can be read.
    nameless: Vec<What>,
    /// The blocks in which a line could not be read: from head to head.
    blocks: Vec<Span>,
}

/// Problems about what a block lacks, or about what one of its lines says for the others: the year, the members that
/// the rest is about. A line that could not be read may be just that one.
fn is_of_block(wrong: &Wrong) -> bool {
    matches!(
        wrong,
        Wrong::HeadLacks(_)
            | Wrong::NoCount
            | Wrong::DeviatesFromNothing
            | Wrong::NoElement(_)
            | Wrong::NotSaidOffered(_)
            | Wrong::AsksNothing(_)
            | Wrong::ConditionEmpty(_)
            | Wrong::GroupEmpty(_)
            | Wrong::ListEmpty
            | Wrong::IndicatorEmpty(_)
            | Wrong::OverviewEmpty(_)
            | Wrong::NoEdition
            | Wrong::Silent(_)
            | Wrong::NotInGuide
            | Wrong::OffersMixed
            | Wrong::ChoicesNeedYear
            | Wrong::FieldNeedsYear(_)
            | Wrong::SetWithoutDate
            | Wrong::ThoseUnknown(_)
            | Wrong::EvidenceNeedsChoice
            | Wrong::FieldOfPractice(_)
            | Wrong::RegionYear
            | Wrong::DoubleAlone
    )
}

impl<'t> Unread<'t> {
    pub fn new(text: &'t str, tree: &Tree) -> Self {
        let words = tree.unread.iter().flat_map(|unread| words(unread.span.of(text))).collect();
        let ends = tree.blocks.iter().skip(1).map(|block| block.head.span.start).chain([u32::MAX]);
        let extent = |(block, end): (&Block, u32)| Span { start: block.head.span.start, end };
        let mut lines: Vec<u32> =
            tree.unread.iter().filter(|unread| unread.in_block).map(|unread| unread.span.start).collect();
        lines.sort_unstable();
        let first_from = |at: u32| lines.get(lines.partition_point(|line| *line < at));
        let holds = |span: &Span| first_from(span.start).is_some_and(|line| *line < span.end);
        // A record has only fields, and what these are called is among the words.
        let records = |(block, _): &(&Block, u32)| matches!(block.head.body, Body::Gegevens { .. });
        let blocks = tree.blocks.iter().zip(ends).filter(|pair| !records(pair)).map(extent).filter(holds).collect();
        let nameless = tree.unread.iter().filter_map(|unread| nameless(unread.span.of(text))).collect();
        Self { words, nameless, blocks }
    }

    /// Whether a problem may be no more than the consequence of what could not be read.
    pub fn explains(&self, fault: &Fault) -> bool {
        let at = fault.span.start;
        let before = || self.blocks.partition_point(|block| block.start <= at).checked_sub(1);
        let in_block = || before().and_then(|last| self.blocks.get(last)).is_some_and(|block| at < block.end);
        let wrong = &fault.wrong;
        if let Wrong::Unknown(unknown) = wrong {
            let far = unknown.what == What::Field && !matches!(unknown.hint, Hint::Meant(..));
            let nothing = matches!(&unknown.hint, Hint::OneOf(known) if known.is_empty());
            return nothing || self.nameless.contains(&unknown.what) || self.names(wrong) || far && in_block();
        }
        wrong.warning().is_some()
            || matches!(wrong, Wrong::NoHead | Wrong::EvidenceUndeclared)
            || *wrong == Wrong::SetWithoutDate && self.words.contains("datum")
            || is_of_block(wrong) && in_block()
    }

    /// Whether a problem is about a name that is unknown and stands in what could not be read.
    fn names(&self, wrong: &Wrong) -> bool {
        matches!(wrong, Wrong::Unknown(one) if one.what != What::Kind && self.words.contains(one.name.as_str()))
    }
}

/// A clause that does not fit its block tells that something is missing above it: of several in a row the first is
/// reported, and not what the block then lacks, nor what they declare.
pub fn lonely(tree: &Tree, text: &str, faults: &mut Vec<Fault>) {
    let is_misplaced = |fault: &Fault| matches!(fault.wrong, Wrong::Misplaced(_) | Wrong::PeriodMisplaced);
    let spans: Vec<Span> = faults.iter().filter(|one| is_misplaced(one)).map(|one| one.span).collect();
    if spans.is_empty() {
        return;
    }
    let lost = Unread { words: spans.iter().flat_map(|span| words(span.of(text))).collect(), ..Unread::default() };
    let blocks: BTreeSet<u32> = spans.iter().map(|span| block_of(tree, span.start)).collect();
    let wrong: BTreeSet<u32> = spans.iter().map(|span| span.start).collect();
    let later: BTreeSet<u32> =
        in_row(tree).into_iter().filter(|pair| pair.iter().all(|at| wrong.contains(at))).map(|[_, at]| at).collect();
    faults.retain(|fault| {
        let at = fault.span.start;
        if is_misplaced(fault) {
            return !later.contains(&at);
        }
        !(lacks(&fault.wrong) && blocks.contains(&block_of(tree, at)) || lost.names(&fault.wrong))
    });
}

/// What a block may lack because a line of it stands in another.
fn lacks(wrong: &Wrong) -> bool {
    matches!(
        wrong,
        Wrong::NotSaidOffered(_)
            | Wrong::NoElement(_)
            | Wrong::AsksNothing(_)
            | Wrong::TwoElements(_)
            | Wrong::Unreachable
    )
}

/// Where each clause begins, with the one after it.
fn in_row(tree: &Tree) -> Vec<[u32; 2]> {
    let mut starts = Vec::new();
    for block in &tree.blocks {
        starts.push(block.head.span.start);
        starts.extend(block.clauses.iter().map(|clause| clause.span.start));
        for part in &block.parts {
            starts.push(part.head.span.start);
            starts.extend(part.clauses.iter().map(|clause| clause.span.start));
        }
    }
    starts.sort_unstable();
    starts.iter().zip(starts.iter().skip(1)).map(|(one, next)| [*one, *next]).collect()
}

/// Where the block begins in which a place lies.
pub fn block_of(tree: &Tree, at: u32) -> u32 {
    let before = tree.blocks.partition_point(|block| block.head.span.start <= at);
    before.checked_sub(1).and_then(|index| tree.blocks.get(index)).map_or(0, |block| block.head.span.start)
}

/// What is unknown elsewhere when a clause declares a thing of which the name is gone.
fn nameless(clause: &str) -> Option<What> {
    let (sort, rest) = clause.split_once(' ').unwrap_or((clause, ""));
    let without = rest.trim_start().starts_with('"') || rest.is_empty();
    let what = match sort {
        "veld" => return (!clause.contains(':')).then_some(What::Field),
        "kernelement" => What::Thing(Sort::Element),
        "keuzelijst" => What::Thing(Sort::List),
        "thema" => What::Thing(Sort::Theme),
        "doel" => What::Thing(Sort::Goal),
        "interventie" => What::Thing(Sort::Intervention),
        "gegevens" => What::Thing(Sort::Record),
        "voorwaarde" => What::Thing(Sort::Condition),
        _ => return None,
    };
    without.then_some(what)
}

/// The words outside quotes.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_sign = |c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'));
    text.split('"').step_by(2).flat_map(move |part| part.split(is_sign)).filter(|word| !word.is_empty())
}
