//! (model, plan) -> the nearest valid choices, or the rules that exclude each other.
//!
//! What earlier years and the data of a plan say are facts; the choices of one year are open. The rules about choices become
//! truths that hang on them, a solver finds the cheapest changes, and the check itself judges each plan that is found before it
//! is told: one that it does not accept is excluded, and the search goes on. Pure and total, and bounded by a number of steps.
//! Nothing here knows where a plan came from or how it is said.

mod advice;
mod bits;
mod each;
mod judged;
mod lower;
mod members;
mod mention;
mod open;
mod search;
mod share;
mod space;

use crate::check::Asked;
use crate::model::{InterventionId, Kind, Need, RuleId};

use std::cell::Cell;

use judged::Judge;
use search::{Candidate, Search};
use space::Space;

pub use advice::{Mend, Wanted};
pub use judged::Broken;
pub use mention::is_of_choices;

/// So many ways are told.
pub const TOLD: usize = 3;

/// How the choices of the years of a plan become valid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// The years whose choices are open: from the first in which they break a rule.
    pub years: Vec<u8>,
    pub end: End,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// The cheapest ways, at most [`TOLD`] of them; there may be more that are as cheap.
    Ways { ways: Vec<Way>, more: bool },
    /// No choices are valid: these rules exclude each other, by their indexes. Without one of them there is a way.
    Never(Vec<RuleId>),
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
    pub year: u8,
    pub intervention: InterventionId,
    pub step: Step,
    /// The data that it needs now.
    pub needs: Vec<Need>,
    /// Something is told of it all the same: the region must agree.
    pub consult: bool,
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
    /// Rules, each in a year or in the plan as a whole.
    pub rules: Vec<(RuleId, Option<u8>)>,
    /// Choices that are not on offer, each in its year.
    pub choices: Vec<(u8, InterventionId)>,
}

/// The data that rules ask of the choices of a plan and that are not there: each with its year and intervention, by the words of the
/// regioplan.
#[must_use]
pub fn lacking(asked: Asked<'_>) -> Vec<((u8, InterventionId), String)> {
    Judge::lacking(asked)
}

/// So many plans are judged at most to tell what mends single findings.
const ADVISED: usize = 300;

/// A plan with what the search found about its choices.
pub struct Solved<'a> {
    judge: Judge<'a>,
    /// None where it is not known what is chosen.
    space: Option<Space<'a>>,
    nearest: Option<Nearest>,
    /// The best way as it stands; where nothing is broken the plan as it is.
    best: Option<Candidate>,
    left: Cell<usize>,
}

impl<'a> Solved<'a> {
    /// `besides` says that something is told of choices that break nothing, for which somebody may ask what mends it.
    #[must_use]
    pub fn of(asked: Asked<'a>, excused: Excused, besides: bool) -> Self {
        Self::found(asked, excused, besides, &[])
    }

    /// The same of a plan to which the practice said it will add these, each in its year.
    #[must_use]
    pub fn wanting(asked: Asked<'a>, wanted: &[(u8, InterventionId)]) -> Self {
        Self::found(asked, Excused::default(), false, wanted)
    }

    fn found(asked: Asked<'a>, excused: Excused, besides: bool, wanted: &[(u8, InterventionId)]) -> Self {
        let judge = Judge::of(asked, excused);
        let mut solved = Self { judge, space: None, nearest: None, best: None, left: Cell::new(ADVISED) };
        let broken = solved.judge.open_years();
        let own = asked.plan.frame.year.map(|(own, _)| own);
        let years = match (broken.is_empty(), own) {
            (false, _) => broken.clone(),
            (true, Some(own)) if besides => solved.judge.years_from(own),
            (true, _) => return solved,
        };
        let Some(space) = Space::of(asked, &years, solved.judge.excused(), wanted, false) else { return solved };
        solved.space = Some(space);
        if broken.is_empty() {
            solved.best = solved.space.as_ref().and_then(|space| advice::as_it_is(space, &solved.judge));
            return solved;
        }
        let mut found = solved.search();
        if matches!(found, Some((End::Never(_), _))) {
            // There is none only when what draws a warning, or must be judged, will not do either.
            solved.space = Space::of(asked, &years, solved.judge.excused(), wanted, true);
            found = solved.search();
        }
        if let Some((end, best)) = found {
            solved.nearest = Some(Nearest { years, end });
            solved.best = best;
        }
        solved
    }

    fn search(&self) -> Option<(End, Option<Candidate>)> {
        Search::over(self.space.as_ref()?, &self.judge).run()
    }

    /// The nearest valid choices, from the first year of the plan in which choices break a rule; none when they break none,
    /// when it is not known what is chosen, or when the search takes too long.
    #[must_use]
    pub fn nearest(&self) -> Option<&Nearest> {
        self.nearest.as_ref()
    }
}
