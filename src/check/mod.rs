//! (model, plan) -> outcome: a verdict for every rule, year and choice it applies to.
//!
//! Pure and total: no plan can make it fail, and it reads no clock and no disk. What the outside world
//! must tell it stands in [`Circumstances`].

mod answer;
mod builtin;
mod choices;
mod cond;
mod consequence;
mod double;
mod env;
mod judge;
mod offered;
mod outcome;
mod practices;
mod region;
mod required;
mod sets;
mod verdicts;

pub use env::Participant;
pub use outcome::{
    Circumstances, Counted, Failure, Gap, GapKind, NotApplicable, Note, Outcome, Seen, Shown, State, Verdict,
};

pub use verdicts::Keep;

pub use region::{Cell, Measured, Region, RegionOutcome, Row, check_region, check_region_rule, due_dates};

use crate::model::Regioplan;
use crate::plan::Plan;

use verdicts::Verdicts;

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
    check_keeping(model, plan, circumstances, Keep::All)
}

/// Judges a plan by a regioplan, and keeps the verdicts that are asked for.
#[must_use]
pub fn check_keeping(model: &Regioplan, plan: &Plan, circumstances: &Circumstances, keep: Keep) -> Outcome {
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
    let mut verdicts = Verdicts::new(keep);
    judge::all(model, plan, circumstances, &mut verdicts);
    outcome.verdicts = verdicts.into_kept();
    outcome
}

/// The verdicts on one rule of practices, by its index: what [`check`] says about that rule.
#[must_use]
pub fn check_rule(model: &Regioplan, plan: &Plan, circumstances: &Circumstances, rule: usize) -> Vec<Verdict> {
    let mut verdicts = Verdicts::default();
    judge::one(rule, &env::Env::new(model, plan, circumstances), &mut verdicts);
    verdicts.into_kept()
}
