//! (model, plan) -> outcome: a verdict for every rule, year and choice it applies to.
//!
//! Pure and total: no plan can make it fail, and it reads no clock and no disk. What the outside world
//! must tell it stands in [`Circumstances`].

mod answer;
mod builtin;
mod choices;
mod cond;
mod double;
mod env;
mod judge;
mod offered;
mod outcome;
mod practices;
mod region;
mod required;
mod sets;

pub use env::Participant;
pub use outcome::{
    Circumstances, Counted, Failure, Gap, GapKind, NotApplicable, Note, Outcome, Seen, Shown, State, Verdict,
};

pub use region::{Cell, Measured, Region, RegionOutcome, Row, check_region, check_region_rule, due_dates};

use crate::model::Regioplan;
use crate::plan::Plan;

/// The built-in checks: their ids, in the order of the reference.
pub const BUILT_IN: [&str; 15] = [
    "yaml",
    "dubbele-sleutel",
    "onbekend-veld",
    "verplicht-veld",
    "verkeerde-waarde",
    "bestand-ontbreekt",
    "bsn",
    "regioplan-onbekend",
    "regioplan-niet-geldig",
    "jaar-buiten-regioplan",
    "jaar-ontbreekt",
    "jaar-en-startkwartaal",
    "onbekende-interventie",
    "niet-aangeboden",
    "soort-keuze",
];

/// Judges a plan by a regioplan.
#[must_use]
pub fn check(model: &Regioplan, plan: &Plan, circumstances: &Circumstances) -> Outcome {
    let mut outcome = Outcome {
        reference: circumstances.reference,
        accounting: circumstances.accounting,
        year: plan.frame.year.map(|(year, _)| year),
        issues: plan.issues.clone(),
        ..Outcome::default()
    };
    builtin::check(model, plan, circumstances, &mut outcome);
    required::check(model, plan, circumstances, &mut outcome);
    offered::check(model, plan, circumstances, &mut outcome);
    judge::all(model, plan, circumstances, &mut outcome.verdicts);
    outcome
}

/// The verdicts on one rule of practices, by its index: what [`check`] says about that rule.
#[must_use]
pub fn check_rule(model: &Regioplan, plan: &Plan, circumstances: &Circumstances, rule: usize) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    judge::one(rule, &env::Env::new(model, plan, circumstances), &mut verdicts);
    verdicts
}
