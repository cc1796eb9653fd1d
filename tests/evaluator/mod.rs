//! A second, naive reading of the language reference: it judges small regioplannen and plans by loops and ifs,
//! and the tool has to agree. `MTVP_EVALUATOR_PLANS` says how many plans; 2,000 without it.

mod choices;
mod compare;
mod completion;
mod conditions;
mod day;
mod follow;
mod generate_cond;
mod generate_plan;
mod generate_region;
mod generate_rule;
mod hide;
mod judge;
mod metamorphic;
mod minimize;
mod offer;
mod pick;
mod plan;
mod pools;
mod print_cond;
mod print_plan;
mod print_region;
mod region;
mod supplement;
mod tool;
mod years;

use std::cell::RefCell;
use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};

use judge::{Finding, Findings, Severity, evaluate};
use plan::Plan;
use region::Region;
use tool::Said;

/// Plans for each regioplan.
const PLANS: usize = 40;

/// Fixed checks that the evaluator judges as well.
const JUDGED: [&str; 4] = ["niet-aangeboden", "soort-keuze", "jaar-ontbreekt", "jaar-buiten-regioplan"];

fn plans_wanted() -> usize {
    std::env::var("MTVP_EVALUATOR_PLANS").ok().and_then(|text| text.parse().ok()).unwrap_or(600)
}

/// The same cases in every run, unless a number of plans is asked.
fn runner(cases: usize) -> TestRunner {
    let config = Config {
        cases: u32::try_from(cases).unwrap(),
        failure_persistence: None,
        max_shrink_iters: 0,
        ..Config::default()
    };
    if std::env::var_os("MTVP_EVALUATOR_SEED").is_some() {
        return TestRunner::new(config);
    }
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

/// What the tool says, of what the evaluator judges; anything else is a mistake in the plan.
fn told(said: &[Said]) -> Result<Findings, String> {
    let mut all = Findings::new();
    for one in said {
        let rule = one.finding.rule.as_str();
        if rule == "jaar-en-startkwartaal" {
            continue;
        }
        let is_rule = rule.contains('-') || rule.starts_with('r');
        if !is_rule || (mtvp_fixed(rule) && !JUDGED.contains(&rule)) {
            return Err(format!("{rule}: {}", one.message));
        }
        *all.entry(one.finding.clone()).or_insert(0) += 1;
    }
    Ok(all)
}

/// Fixed checks that only a plan that is badly written would meet.
fn mtvp_fixed(rule: &str) -> bool {
    let fixed = [
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
        "onbekende-interventie",
        "niet-aangeboden",
        "soort-keuze",
    ];
    fixed.contains(&rule)
}

/// Where the two differ, as text; what the reference leaves open is left out.
fn difference(expected: &Findings, told: &Findings) -> Option<String> {
    let open: BTreeSet<(&str, Option<i32>)> = expected
        .keys()
        .filter(|finding| finding.severity == Severity::Open)
        .map(|finding| (finding.rule.as_str(), finding.year))
        .collect();
    let mut lines = Vec::new();
    for finding in expected.keys().chain(told.keys()).collect::<BTreeSet<_>>() {
        if open.contains(&(finding.rule.as_str(), finding.year)) {
            continue;
        }
        let (ours, theirs) = (expected.get(finding).unwrap_or(&0), told.get(finding).unwrap_or(&0));
        if ours != theirs {
            lines.push(format!(
                "  {} year {:?} {:?}: evaluator {ours}, tool {theirs}",
                finding.rule, finding.year, finding.severity
            ));
        }
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// For each plan where the two differ.
fn differences(region: &Region, plans: &[Plan]) -> Result<Vec<Option<String>>, String> {
    let texts: Vec<String> = plans.iter().map(print_plan::text).collect();
    let regioplan = print_region::text(region);
    let said = tool::judge(&regioplan, &texts).map_err(|why| format!("{regioplan}\n---\n{why}"))?;
    let mut all = Vec::new();
    for (plan, said) in plans.iter().zip(&said) {
        all.push(match told(said) {
            Ok(told) if said.iter().any(|one| one.finding.rule == "jaar-en-startkwartaal") => {
                // A warning about a day of a year that does not fit may stay away, or be there; and of an offer what is less heavy
                // than that warning is told where it stays away.
                let weighty = |found: Findings| -> Findings {
                    let light = |finding: &Finding| {
                        let of_offer = finding.severity == Severity::Review && finding.rule == "niet-aangeboden";
                        of_offer || finding.severity == Severity::Warning
                    };
                    found.into_iter().filter(|(finding, _)| !light(finding)).collect()
                };
                difference(&weighty(evaluate(region, plan)), &weighty(told))
            }
            Ok(told) => difference(&evaluate(region, plan), &told),
            Err(why) => Some(why),
        });
    }
    Ok(all)
}

fn agree(region: &Region, plans: &[Plan]) -> Result<(), String> {
    let differences = differences(region, plans)?;
    let Some(at) = differences.iter().position(Option::is_some) else { return Ok(()) };
    let told = differences[at].clone().unwrap_or_default();
    let first = format!("{told}\n{}\n{}", without_fields(region), print_plan::text(&plans[at]));
    let (region, plan) = minimize::minimize(region.clone(), plans[at].clone());
    let what = self::differences(&region, std::slice::from_ref(&plan))?.remove(0).unwrap();
    let regioplan = without_fields(&region);
    Err(format!("{regioplan}\n---\n{}\n---\n{what}\nbefore it was made smaller:\n{first}", print_plan::text(&plan)))
}

/// The regioplan as text, but for the fields, which are always the same.
fn without_fields(region: &Region) -> String {
    let fields = |block: &String| block.starts_with("gegevens") || block.starts_with("groep");
    let blocks: Vec<String> = print_region::blocks(region).into_iter().filter(|block| !fields(block)).collect();
    print_region::head(region) + &blocks.join("\n")
}

/// Whether a rule reads the start date of a choice; then plans give it.
fn reads_start_dates(region: &Region) -> bool {
    without_fields(region).contains("startdatum")
}

/// Judges so many generated regioplannen, each with what plans are drawn from and more to draw from. The first
/// that fails ends it; with `MTVP_EVALUATOR_ALL` all are tried and told.
fn run(cases: usize, plans: usize, test: impl Fn(&Region, &[Vec<u32>], &[u32]) -> Result<(), String>) {
    let all = std::env::var_os("MTVP_EVALUATOR_ALL").is_some();
    let told = RefCell::new(Vec::new());
    let rules = prop::collection::vec(pick::numbers(60), 1..6);
    let plans = prop::collection::vec(pick::numbers(160), plans);
    let strategy = (pick::numbers(60), rules, plans, pick::numbers(100));
    let result = runner(cases).run(&strategy, |(offer, rules, plans, numbers)| {
        let region = generate_region::region(&offer, &rules);
        match test(&region, &plans, &numbers) {
            Err(what) if all => told.borrow_mut().push(what),
            answer => answer.map_err(TestCaseError::fail)?,
        }
        Ok(())
    });
    match result {
        Ok(()) => {}
        Err(TestError::Fail(why, _)) => panic!("{why}"),
        Err(TestError::Abort(why)) => panic!("{why}"),
    }
    let told = told.into_inner();
    assert!(told.is_empty(), "{} of {cases} regioplannen:\n{}", told.len(), told.join("\n=======\n"));
}

#[test]
fn the_tool_agrees_with_the_evaluator() {
    run(plans_wanted().div_ceil(PLANS), PLANS, |region, plans, _| {
        let start_dates = reads_start_dates(region);
        let plans: Vec<Plan> = plans.iter().map(|numbers| generate_plan::plan(region, numbers, start_dates)).collect();
        agree(region, &plans)
    });
}
