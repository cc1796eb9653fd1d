//! (model, plan) -> the nearest valid choices, or the rules that exclude each other.
//!
//! What earlier years and the data of a plan say are facts; the choices of one year are open. The rules about choices become
//! truths that hang on them, a solver finds the cheapest changes, and the check itself judges each plan that is found before it
//! is told: one that it does not accept is excluded, and the search goes on. Pure and total, and bounded by a number of steps.
//! Nothing here knows where a plan came from or how it is said.

mod bits;
mod judged;
mod lower;
mod mention;
mod open;
mod search;
mod share;
mod space;

use crate::check::Asked;
use crate::model::{InterventionId, Kind};

use judged::Judge;
use search::Search;
use space::Space;

/// So many ways are told.
pub const TOLD: usize = 3;

/// How the choices of a year become valid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    pub year: u8,
    pub end: End,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// The cheapest ways, at most [`TOLD`] of them; there may be more that are as cheap.
    Ways { ways: Vec<Way>, more: bool },
    /// No choices are valid: these rules exclude each other, by their indexes. Without one of them there is a way.
    Never(Vec<usize>),
}

/// Changes that make the choices valid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    pub changes: Vec<Change>,
    pub cost: usize,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub intervention: InterventionId,
    pub step: Step,
    /// The data that it needs now, by the words of the regioplan.
    pub needs: Vec<String>,
}

/// What is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// It is chosen; each of these kinds will do.
    Add(Vec<Kind>),
    /// It gets another kind; each of these will do.
    Turn(Vec<Kind>),
    /// It is taken away.
    Remove,
}

/// What may stay as it is.
#[derive(Clone, Debug, Default)]
pub struct Excused {
    /// Rules, by their indexes, each in a year or in the plan as a whole.
    pub rules: Vec<(usize, Option<u8>)>,
    /// Choices that are not on offer, each in its year.
    pub choices: Vec<(u8, InterventionId)>,
}

/// The nearest valid choices of the first year of the plan in which choices break a rule; none when they break none, when it is
/// not known what is chosen, or when the search takes too long.
#[must_use]
pub fn nearest(asked: Asked<'_>, excused: &Excused) -> Option<Nearest> {
    let judge = Judge::of(asked, excused);
    let year = judge.first_broken()?;
    let space = Space::of(asked, year, excused)?;
    let end = Search::over(&space, &judge).run()?;
    Some(Nearest { year, end })
}
