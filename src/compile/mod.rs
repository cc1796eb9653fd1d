//! Tree -> model, as a list of passes: names, header, data, offer, rules, register.
//!
//! Input: the tree of a regioplan and that of its source register. Output: the model, unless something
//! is wrong, and all problems of both files. Compile knows no plan and writes nothing.

mod clauses;
mod cond;
mod double;
mod errors;
mod follow;
mod guide;
mod header;
mod members;
mod mismatch;
mod names;
mod offer;
mod paths;
mod placement;
mod records;
mod region;
mod register;
mod resolver;
mod rules;
mod selector;
mod standing;
mod text;
mod twins;
mod unread;

use crate::diagnostic::{Problem, Severity};
use crate::model::{Program, Regioplan};
use crate::syntax::tree::Tree;

pub use follow::{Guide, follow};
pub use text::read;

/// What compiling gives.
#[derive(Debug)]
pub struct Compiled {
    /// The model, when no problem is a violation.
    pub model: Option<Regioplan>,
    /// Problems in the regioplan.
    pub problems: Vec<Problem>,
    /// Problems in its source register.
    pub register_problems: Vec<Problem>,
}

/// Compiles a regioplan with its source register, if there is one.
#[must_use]
pub fn compile(tree: &Tree, register_tree: Option<&Tree>) -> Compiled {
    let mut problems = Vec::new();
    placement::check(tree, &mut problems);
    let names = names::collect(tree, &mut problems);
    let head = header::read(tree, &mut problems);
    let mut register = register::read(register_tree);
    let mut resolver = resolver::Resolver::new(&names, tree, &mut register);
    records::fill(&mut resolver, tree);
    resolver.read_groups();
    let sort = header::sort(tree);
    let offer = offer::read(&mut resolver, tree, sort);
    let rules = rules::read(&mut resolver, tree, sort);
    let guide = guide::read(&mut resolver, tree, sort);
    let indicators = region::indicators(&mut resolver, tree);
    let overviews = region::overviews(&mut resolver, tree);
    problems.append(&mut resolver.problems);
    let resolver::Parts { records, groups, .. } = resolver.finish();
    let (statements, register_problems) = register.finish(&mut problems);
    problems.sort_by_key(|problem| (problem.primary.span.start, problem.primary.span.end));
    // A group is read where it is used, so what is wrong in it can be found more than once.
    problems.dedup();
    let sound = !problems.iter().chain(&register_problems).any(|p| p.severity == Severity::Violation);
    let model = head.filter(|_| sound).map(|head| Regioplan {
        sort: head.sort,
        id: head.id,
        version: head.version,
        name: head.name,
        document: head.document,
        valid: head.valid,
        first_year: head.first_year,
        last_year: head.last_year,
        calendar: head.calendar,
        follows: head.follows,
        records,
        groups,
        elements: offer.elements,
        lists: offer.lists,
        themes: offer.themes,
        goals: offer.goals,
        interventions: offer.interventions,
        rules,
        indicators,
        overviews,
        reasons: guide.reasons,
        editions: guide.editions,
        renderings: guide.renderings,
        offer_demands: guide.demands,
        register: statements,
        program: Program::default(),
    });
    let model = model.map(Regioplan::lowered);
    Compiled { model, problems, register_problems }
}
