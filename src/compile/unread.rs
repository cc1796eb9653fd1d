//! Which problems are no more than the consequence of another: of a clause that could not be read, or of one that
//! stands in the wrong block.

use std::collections::BTreeSet;

use crate::diagnostic::{Arg, Problem, Severity};
use crate::source::Span;
use crate::syntax::tree::{Block, Body, Tree};

/// What a file has that could not be read.
#[derive(Default)]
pub struct Unread<'t> {
    /// The words of it: one of them may be the name that another line misses.
    pub words: BTreeSet<&'t str>,
    /// Messages about sorts of things of which one stands in it without a name that can be read.
    nameless: BTreeSet<&'static str>,
    /// The blocks in which a line could not be read: from head to head.
    blocks: Vec<Span>,
}

pub const HEADLESS: &str = "header-missing";

/// Problems about what a block lacks, or about what one of its lines says for the others: the year, the members that
/// the rest is about. A line that could not be read may be just that one.
const OF_BLOCK: [&str; 22] = [
    "header-lacks",
    "header-count",
    "deviates-from-nothing",
    "no-kernelement",
    "not-said-offered",
    "rule-asks-nothing",
    "groep-empty",
    "keuzelijst-empty",
    "indicator-empty",
    "overzicht-empty",
    "guide-no-edition",
    "register-silent",
    "not-in-guide",
    "offers-mixed",
    "choices-need-year",
    "veld-needs-year",
    "set-without-date",
    "those-unknown",
    "evidence-needs-choice",
    "veld-of-practice",
    "region-year",
    "double-alone",
];

impl<'t> Unread<'t> {
    pub fn new(text: &'t str, tree: &Tree) -> Self {
        let words = tree.unread.iter().flat_map(|unread| words(unread.span.of(text))).collect();
        let ends = tree.blocks.iter().skip(1).map(|block| block.head.span.start).chain([u32::MAX]);
        let extent = |(block, end): (&Block, u32)| Span { start: block.head.span.start, end };
        let lines: Vec<u32> =
            tree.unread.iter().filter(|unread| unread.in_block).map(|unread| unread.span.start).collect();
        let holds = |span: &Span| lines.iter().any(|line| span.start <= *line && *line < span.end);
        // A record has only fields, and what these are called is among the words.
        let records = |(block, _): &(&Block, u32)| matches!(block.head.body, Body::Gegevens { .. });
        let blocks = tree.blocks.iter().zip(ends).filter(|pair| !records(pair)).map(extent).filter(holds).collect();
        let nameless = tree.unread.iter().filter_map(|unread| nameless(unread.span.of(text))).collect();
        Self { words, nameless, blocks }
    }

    /// Whether a problem may be no more than the consequence of what could not be read.
    pub fn explains(&self, problem: &Problem) -> bool {
        let id = problem.message.id;
        let at = problem.primary.span.start;
        let in_block = || self.blocks.iter().any(|block| block.start <= at && at < block.end);
        let has = |word: &str| self.words.contains(word);
        problem.severity != Severity::Violation
            || id == HEADLESS
            || problem.help.as_ref().is_some_and(|help| help.id == "nothing-declared")
            || id == "evidence-undeclared"
            || self.nameless.contains(id)
            || id == "set-without-date" && has("datum")
            || in_block() && (OF_BLOCK.contains(&id) || id == "unknown-veld" && !is_near(problem))
            || self.names(problem)
    }

    /// Whether a problem is about a name that is unknown and stands in what could not be read.
    fn names(&self, problem: &Problem) -> bool {
        let id = problem.message.id;
        let mut args = problem.message.args.iter();
        id.starts_with("unknown-")
            && id != "unknown-soort"
            && args.any(|(_, arg)| matches!(arg, Arg::Str(name) if self.words.contains(name.as_str())))
    }
}

/// Whether a name is known that may have been meant.
fn is_near(problem: &Problem) -> bool {
    problem.help.as_ref().is_some_and(|help| help.id == "did-you-mean")
}

/// A clause that does not fit its block tells that something is missing above it: of several in a row the first is
/// reported, and not what the block then lacks, nor what they declare.
pub fn lonely(tree: &Tree, text: &str, problems: &mut Vec<Problem>) {
    const LACKS: [&str; 5] =
        ["not-said-offered", "no-kernelement", "rule-asks-nothing", "two-kernelementen", "consequence-unreachable"];
    let is_misplaced = |problem: &Problem| problem.message.id == "clause-misplaced";
    let spans: Vec<Span> = problems.iter().filter(|one| is_misplaced(one)).map(|one| one.primary.span).collect();
    if spans.is_empty() {
        return;
    }
    let lost = Unread { words: spans.iter().flat_map(|span| words(span.of(text))).collect(), ..Unread::default() };
    let blocks: BTreeSet<u32> = spans.iter().map(|span| block_of(tree, span.start)).collect();
    let wrong: BTreeSet<u32> = spans.iter().map(|span| span.start).collect();
    let later: BTreeSet<u32> =
        in_row(tree).into_iter().filter(|pair| pair.iter().all(|at| wrong.contains(at))).map(|[_, at]| at).collect();
    problems.retain(|problem| {
        let at = problem.primary.span.start;
        if is_misplaced(problem) {
            return !later.contains(&at);
        }
        !(blocks.contains(&block_of(tree, at)) && LACKS.contains(&problem.message.id) || lost.names(problem))
    });
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
fn nameless(clause: &str) -> Option<&'static str> {
    let (sort, rest) = clause.split_once(' ').unwrap_or((clause, ""));
    let without = rest.trim_start().starts_with('"') || rest.is_empty();
    match sort {
        "veld" => (!clause.contains(':')).then_some("unknown-veld"),
        "kernelement" => without.then_some("unknown-kernelement"),
        "keuzelijst" => without.then_some("unknown-keuzelijst"),
        "thema" => without.then_some("unknown-thema"),
        "doel" => without.then_some("unknown-doel"),
        "interventie" => without.then_some("unknown-interventie"),
        "gegevens" => without.then_some("unknown-gegevens"),
        _ => None,
    }
}

/// The words outside quotes.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_sign = |c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'));
    text.split('"').step_by(2).flat_map(move |part| part.split(is_sign)).filter(|word| !word.is_empty())
}
