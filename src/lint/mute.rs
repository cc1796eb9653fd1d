//! `negeer opmerking CODE "reden"`: silences one code inside its block or part, and is a remark itself when it
//! silences nothing, names no code, or gives no reason.

use crate::diagnostic::{Problem, Text};
use crate::source::Span;
use crate::syntax::tree::{Body, Clause, Name, Quoted, Tree};
use crate::value::name_distance;

use super::kinds::Lint;
use super::{Remark, remark};

/// One such line, with the part of the file in which it works.
struct Muted<'t> {
    code: &'t Name,
    reason: &'t Quoted,
    from: u32,
    to: u32,
    used: bool,
}

/// Leaves out what is silenced, and adds a remark for each line that silences nothing.
pub fn apply(tree: &Tree, found: Vec<Remark>) -> Vec<Remark> {
    let mut muted = collect(tree);
    let mut kept: Vec<Remark> =
        found.into_iter().filter(|one| !hear(&mut muted, one.problem.code, one.problem.primary.span)).collect();
    kept.extend(muted.iter().filter_map(judge));
    kept.sort_by(|a, b| {
        let key = |one: &Remark| (one.problem.primary.span, one.lint);
        key(a).cmp(&key(b))
    });
    kept
}

pub fn register(tree: Option<&Tree>, found: Vec<Remark>) -> Vec<Remark> {
    match tree {
        Some(tree) => apply(tree, found),
        None => found,
    }
}

/// The warnings of loading that a file does not set aside.
#[must_use]
pub fn heard(tree: &Tree, problems: &[Problem]) -> Vec<Problem> {
    let mut muted = collect(tree);
    // What is about the file as a whole has no place of its own; its head can set it aside.
    let head = super::places::head(tree);
    let place = |problem: &Problem| if problem.primary.span.is_empty() { head } else { problem.primary.span };
    problems.iter().filter(|problem| !hear(&mut muted, problem.code, place(problem))).cloned().collect()
}

fn collect(tree: &Tree) -> Vec<Muted<'_>> {
    let mut all = Vec::new();
    for block in &tree.blocks {
        let parts: Vec<(Span, Span)> = block.parts.iter().map(|part| reach(&part.head, &part.clauses)).collect();
        let (own, last) = reach(&block.head, &block.clauses);
        let end = parts.iter().map(|(_, end)| end.end).chain([last.end]).max().unwrap_or(own.end);
        all.extend(block.clauses.iter().filter_map(|clause| one(clause, own.start, end)));
        for (part, (first, last)) in block.parts.iter().zip(&parts) {
            all.extend(part.clauses.iter().filter_map(|clause| one(clause, first.start, last.end)));
        }
    }
    all
}

/// The first and the last clause of a head with what stands under it.
fn reach(head: &Clause, clauses: &[Clause]) -> (Span, Span) {
    (head.span, clauses.last().map_or(head.span, |clause| clause.span))
}

fn one(clause: &Clause, from: u32, to: u32) -> Option<Muted<'_>> {
    match &clause.body {
        Body::Negeer { code, reason } => Some(Muted { code, reason, from, to, used: false }),
        _ => None,
    }
}

/// Whether a line silences a problem; every line that does so is needed.
fn hear(muted: &mut [Muted<'_>], code: &str, place: Span) -> bool {
    let mut silenced = false;
    for one in muted.iter_mut().filter(|one| one.code.text == code && one.from <= place.start && place.start < one.to) {
        one.used = true;
        silenced = true;
    }
    silenced
}

fn judge(muted: &Muted<'_>) -> Option<Remark> {
    let message = |id: &'static str| Text::new(id).with("code", &muted.code.text);
    let Some(lint) = Lint::from_code(&muted.code.text) else {
        let near = Lint::ALL
            .into_iter()
            .map(|lint| (name_distance(lint.code(), &muted.code.text), lint.code()))
            .filter(|(distance, _)| *distance <= 4)
            .min();
        let help = near.map(|(_, code)| Text::new("did-you-mean").with("name", code));
        return Some(
            remark(Lint::Muting, muted.code.span, message("lint-muting-unknown"), "lint-muting-unknown-help")
                .maybe_help(help),
        );
    };
    if lint == Lint::Muting {
        return Some(remark(Lint::Muting, muted.code.span, message("lint-muting-itself"), "lint-muting-unused-help"));
    }
    if !muted.used {
        return Some(remark(Lint::Muting, muted.code.span, message("lint-muting-unused"), "lint-muting-unused-help"));
    }
    let silent = muted.reason.text.trim().is_empty();
    silent.then(|| remark(Lint::Muting, muted.reason.span, message("lint-muting-silent"), "lint-muting-silent-help"))
}
