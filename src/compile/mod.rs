//! Tree -> model, as a list of passes: names, header, data, offer, rules, register.
//!
//! Input: the tree of a regioplan and that of its source register. Output: the model, unless something
//! is wrong, and all problems of both files. Compile knows no plan and writes nothing.

mod clauses;
mod compose;
mod cond;
mod ctx;
mod document;
mod double;
mod evidence;
mod follow;
mod guide;
mod header;
mod members;
mod names;
mod offer;
mod once;
mod paths;
mod placement;
mod problem;
mod records;
mod region;
mod register;
mod resolver;
mod rules;
mod selector;
mod shared;
mod standing;
mod sums;
mod supplement;
mod text;
mod twins;
mod unread;
mod uses;
mod wording;

use std::sync::Arc;

use crate::diagnostic::Problem;
use crate::model::{Aanvulling, AnyModel, Contents, Leidraad, Regioplan, Werkplan};
use crate::syntax::tree::Tree;

use document::Documents;
use guide::Guide as GuideParts;
use header::Sort;
use problem::Fault;
use uses::Uses;

pub use compose::{Composed, Written, compose};
pub use follow::{Guide, follow};
pub use placement::{holds, holds_part};
pub use text::{read, read_beside};
pub use uses::{Declared, Use};

/// What compiling gives.
#[derive(Debug)]
pub struct Compiled {
    /// The model, when no problem is a violation.
    pub model: Option<AnyModel>,
    /// What could be made of a regioplan with violations, for who writes it. What is wrong in it is left out, or stands
    /// as in an empty file: no plan is judged by it.
    pub incomplete: Option<AnyModel>,
    /// Problems in the regioplan.
    pub problems: Vec<Problem>,
    /// Problems in its source register.
    pub register_problems: Vec<Problem>,
    /// Where names stand in the regioplan, in order of place.
    pub uses: Vec<Use>,
}

/// Compiles a regioplan with its source register, if there is one.
#[must_use]
pub fn compile(tree: &Tree, register_tree: Option<&Tree>) -> Compiled {
    make(&Documents::one(tree, register_tree)).finish(true, None)
}

/// A model with all that is wrong in it.
struct Made {
    contents: Contents,
    sort: Sort,
    /// What only a leidraad has.
    guide: GuideParts,
    faults: Vec<Fault>,
    register_faults: Vec<Fault>,
    uses: Uses,
}

impl Made {
    /// `whole` tells whether all of the text is in the tree, of which so many bytes are its own: all of them, when no leidraad stands behind it.
    fn finish(self, whole: bool, length: Option<usize>) -> Compiled {
        let mut faults = self.faults.iter().chain(&self.register_faults);
        let sound = whole && faults.all(|fault| fault.wrong.warning().is_some());
        let contents = if sound { self.contents.lowered() } else { self.contents };
        let model = model(contents, self.sort, self.guide);
        let (model, incomplete) = if sound { (Some(model), None) } else { (None, Some(model)) };
        let told = |faults: Vec<Fault>| faults.into_iter().map(Problem::from).collect();
        let (problems, register_problems) = (told(self.faults), told(self.register_faults));
        Compiled { model, incomplete, problems, register_problems, uses: self.uses.within(length) }
    }
}

/// The document that a head makes of its contents.
fn model(contents: Contents, sort: Sort, guide: GuideParts) -> AnyModel {
    match sort {
        Sort::Regioplan { valid, programme, follows, beside } => {
            let resting = Vec::new();
            AnyModel::Regioplan(Arc::new(Regioplan { contents, valid, programme, follows, beside, resting }))
        }
        Sort::Leidraad => {
            let GuideParts { editions, renderings, demands, .. } = guide;
            AnyModel::Leidraad(Arc::new(Leidraad { contents, editions, renderings, offer_demands: demands }))
        }
        Sort::Werkplan { valid } => AnyModel::Werkplan(Arc::new(Werkplan { contents, valid })),
        Sort::Aanvulling { valid, follows } => AnyModel::Aanvulling(Arc::new(Aanvulling { contents, valid, follows })),
    }
}

fn make(documents: &Documents<'_>) -> Made {
    let mut faults = Vec::new();
    documents.all().for_each(|(_, document)| placement::check(document.tree, &mut faults));
    let supplements = documents.supplements.iter().filter_map(|one| Some((one.supplement?, one.tree)));
    let names = names::collect(documents.base.tree, supplements, &mut faults);
    let head = header::read(documents.first().tree, &mut faults);
    // An aanvulling by itself is read by the names of its leidraad.
    let is_guide = documents.is_supplement_alone() || matches!(head.sort, Sort::Leidraad);
    let tree = documents.base.tree;
    let mut register = register::read(documents);
    let mut resolver = resolver::Resolver::new(&names, documents, &mut register);
    resolver.read_conditions();
    records::fill(&mut resolver, documents);
    resolver.read_groups();
    let offer = offer::read(&mut resolver, tree, is_guide);
    let mut rules = rules::read(&mut resolver, documents.base, matches!(head.sort, Sort::Werkplan { .. }));
    let mut guide = guide::read(&mut resolver, tree, is_guide);
    let indicators = region::indicators(&mut resolver, tree);
    let overviews = region::overviews(&mut resolver, tree);
    resolver.read_unused_conditions();
    supplement::rules(&mut resolver, documents, &mut rules);
    faults.append(&mut resolver.problems);
    let uses = std::mem::take(&mut resolver.uses);
    let resolver::Parts { records, groups, conditions } = resolver.finish();
    let (statements, register_faults) = register.finish(documents, &mut faults);
    faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
    // A source is read for each thing that it is the reason of: for an intervention, and for a rule made from it.
    faults.dedup();
    let contents = Contents {
        records,
        groups,
        conditions,
        elements: offer.elements,
        lists: offer.lists,
        themes: offer.themes,
        goals: offer.goals,
        kinds: offer.kinds,
        interventions: offer.interventions,
        rules,
        indicators,
        overviews,
        reasons: std::mem::take(&mut guide.reasons),
        register: statements,
        supplements: supplement::heads(documents),
        ..head.contents
    };
    Made { contents, sort: head.sort, guide, faults, register_faults, uses }
}
