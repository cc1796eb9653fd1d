//! (model, plan) -> outcome: a verdict for every rule, year and choice it applies to.
//!
//! Pure and total: no plan can make it fail, and it reads no clock and no disk. What the outside world
//! must tell it stands in [`Circumstances`].

mod ahead;
mod answer;
mod ask;
mod assigned;
mod builtin;
mod consequence;
mod count;
mod deadlines;
mod double;
mod env;
mod eval;
mod explain;
mod find;
mod history;
mod judge;
mod left_out;
mod members;
mod offer;
mod outcome;
mod programme;
mod quantity;
mod region;
mod required;
mod verdicts;

pub use ask::{Asked, Spot};
pub use builtin::before_year;
pub use deadlines::{deadlines, due_dates, region_deadlines};
pub use env::{Participant, PlanBy};
pub use outcome::{
    Circumstances, Counted, Counts, Failure, Gap, GapKind, Limit, NotApplicable, Note, Outcome, Proposal, Seen, Shown,
    State, Verdict, Worked,
};
pub use region::{Cell, Measured, Region, RegionOutcome, Row, check_region, check_region_rule};
pub use verdicts::Keep;

use crate::model::{Contents, Regioplan, RuleId};
use crate::plan::{Issues, Plan};

use env::Env;
use left_out::LeftOut;
use verdicts::Verdicts;

/// The built-in checks: their ids, in the order of the reference.
pub const BUILT_IN: [&str; 16] = [
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
    "dubbele-agb",
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
    let of = PlanBy { plan, regioplan: model };
    let env = Env::of_plan(&model.contents, of, circumstances);
    for issue in outcome.issues.iter_mut().filter(|issue| issue.problem.code == "onbekende-interventie") {
        if let Some(year) = issue.year {
            history::soften(issue, year, &env);
        }
    }
    let fits = builtin::check(of, circumstances, &mut outcome);
    programme::check(&model.programme, plan, &mut outcome.issues);
    let required = required::check(&env, plan, &mut outcome.issues);
    let mut left_out = LeftOut::default();
    offer::check(&env, plan, fits, &mut left_out, &mut outcome.issues);
    let mut verdicts = Verdicts::new(keep, &required, left_out);
    judge::all(&env, &mut verdicts);
    verdicts.left_out.report(&env, plan, &mut outcome.issues);
    outcome.verdicts = verdicts.into_kept();
    if !fits {
        // Which days belong to the year is told to be wrong: what a rule says of such days cannot be known.
        outcome.verdicts.iter_mut().filter(|verdict| verdict.rests_on_the_year()).for_each(Verdict::leave_open);
    }
    outcome.issues = outcome.issues.into_iter().collect::<Issues>().into_vec();
    outcome
}

/// The verdicts on one rule of practices: what [`check`] says about that rule, when it stands as in these contents of the regioplan.
#[must_use]
pub fn check_rule(model: &Contents, of: PlanBy<'_>, circumstances: &Circumstances, rule: RuleId) -> Vec<Verdict> {
    let env = Env::of_plan(model, of, circumstances);
    // A rule is silent for a field that is asked already.
    let required = required::check(&env, of.plan, &mut Vec::new());
    let mut verdicts = Verdicts::new(Keep::All, &required, LeftOut::default());
    judge::one(rule, &env, &mut verdicts);
    verdicts.into_kept()
}
