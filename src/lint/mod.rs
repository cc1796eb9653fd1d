//! (regioplan, what stands around it) -> remarks: a regioplan that loads can still say something that no plan can
//! meet, say a thing twice, or leave something unsaid.
//!
//! Input: the model, the trees of its files (for places and for `negeer opmerking`), what loading said, and the
//! neighbours and examples in [`Around`]. Lint reads no disk and judges no plan. Each kind of remark stands in
//! [`Lint`]; `mtvp explain CODE` tells about it.

mod always;
mod around;
mod contradict;
mod days;
mod exclude;
mod handing_in;
mod header;
mod itself;
mod kinds;
mod mute;
mod names;
mod offer;
mod places;
mod same;
mod sentence;
mod sources;
mod texts;
mod units;
mod unused;
mod uses;
mod window;
mod years;

use crate::diagnostic::{Problem, Severity, Text};
use crate::model::Model;
use crate::source::Span;
use crate::syntax::tree::Tree;

pub use around::{Around, Examples, Neighbour};
pub use kinds::{Level, Lint};
pub use mute::heard;

/// One remark.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    pub lint: Lint,
    pub problem: Problem,
}

/// What is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    pub model: Model<'a>,
    pub tree: &'a Tree,
    pub register: Option<&'a Tree>,
    /// What loading warned of, in the regioplan and in its register.
    pub loading: &'a [Problem],
    pub register_loading: &'a [Problem],
}

/// The remarks about a regioplan and about its register, each in order of place.
#[derive(Debug, Default)]
pub struct Remarks {
    pub regioplan: Vec<Remark>,
    pub register: Vec<Remark>,
}

/// Everything that is probably not meant. What the files set aside with a reason is left out.
#[must_use]
pub fn lint(subject: &Subject<'_>, around: &Around<'_>) -> Remarks {
    let mut found = Vec::new();
    let head = places::head(subject.tree);
    found.extend(subject.loading.iter().filter_map(|problem| loaded(problem, head)));
    header::check(subject, around, &mut found);
    texts::check(subject.tree, &mut found);
    sources::check(subject, around, &mut found);
    names::check(subject, around, &mut found);
    unused::check(subject.model, &mut found);
    years::check(subject, &mut found);
    offer::check(subject, &mut found);
    contradict::check(subject, &mut found);
    always::check(subject, &mut found);
    units::check(subject, &mut found);
    same::check(subject.model.contents(), &mut found);
    days::check(subject.model.contents(), &mut found);
    handing_in::check(subject.model, &mut found);
    let mut register: Vec<Remark> =
        subject.register_loading.iter().filter_map(|problem| loaded(problem, head)).collect();
    if let Some(tree) = subject.register {
        texts::check(tree, &mut register);
    }
    Remarks { regioplan: mute::apply(subject.tree, found), register: mute::register(subject.register, register) }
}

/// A warning of loading, as a remark.
fn loaded(problem: &Problem, head: Span) -> Option<Remark> {
    let lint = Lint::from_code(problem.code)?;
    let mut problem = problem.clone();
    if problem.primary.span.is_empty() {
        problem.primary.span = head;
    }
    Some(Remark { lint, problem })
}

/// A remark with its repair.
fn remark(lint: Lint, span: Span, message: Text, help: &'static str) -> Remark {
    remark_with(lint, span, message, Text::new(help))
}

fn remark_with(lint: Lint, span: Span, message: Text, help: Text) -> Remark {
    let mut problem = Problem::new(lint.code(), span, message).help(help);
    problem.severity = match lint.level() {
        Level::Error => Severity::Violation,
        Level::Warning => Severity::Warning,
        // The mildest shade on a screen.
        Level::Hint => Severity::Review,
    };
    Remark { lint, problem }
}

impl Remark {
    /// Adds a second place.
    fn also(mut self, span: Span, text: Text) -> Self {
        self.problem = self.problem.also(span, text);
        self
    }

    fn maybe_help(mut self, help: Option<Text>) -> Self {
        self.problem = self.problem.maybe_help(help);
        self
    }
}
