//! What is hidden in a plan can be filled in, in many ways: what the tool still says for certain has to be what
//! the evaluator says of every one of them.

use super::follow::of_outcome;
use super::hide::{Hidden, every_way, fill, hide, hideable};
use super::judge::{Finding, Findings, Severity, evaluate};
use super::pick::Pick;
use super::plan::Plan;
use super::region::{Case, Region, Rule};
use super::tool::{self, Said};
use super::{PLANS, generate_plan, plans_wanted, print_plan, print_region, reads_start_dates, run};

/// How many ways to fill in are tried for one plan.
const WAYS: usize = 60;

/// The original, and other ways to fill it in.
fn ways(plan: &Plan, region: &Region, hidden: &[Hidden]) -> Vec<Plan> {
    let mut state = plan.style | 1;
    let mut all = Vec::new();
    for _ in 0..WAYS {
        let numbers: Vec<u32> = (0..60)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                state >> 8
            })
            .collect();
        let mut pick = Pick::new(&numbers);
        let mut filled = plan.clone();
        for one in hidden {
            fill(&mut filled, region, one, &mut pick);
        }
        all.push(filled);
    }
    all
}

fn rule_of<'a>(region: &'a Region, id: &str) -> Option<&'a Rule> {
    let minima = region.interventions.iter().filter_map(|intervention| intervention.minimum.as_ref());
    region.rules.iter().chain(minima).find(|rule| rule.id == id)
}

/// Whether the finding may come of something that is not there.
fn is_open(region: &Region, plan: &Plan, said: &Said) -> bool {
    if said.finding.rule == "soort-keuze" {
        return false;
    }
    let Some(rule) = rule_of(region, &said.finding.rule) else { return true };
    if ["niet ingevuld", "niet te controleren", "ontbreekt"].iter().any(|words| said.message.contains(words)) {
        return true;
    }
    if rule.at_accounting && !plan.accounting {
        return true;
    }
    rule.sentences.iter().filter(|sentence| sentence.case == Case::Missing).any(|sentence| {
        of_outcome(sentence.outcome, plan, said.finding.year) == said.finding.severity || rule.from.is_some()
    })
}

/// What is wrong with what the tool says, if anything is.
fn mistake(region: &Region, plan: &Plan, hidden: &[Hidden], said: &[Said]) -> Option<(String, Plan)> {
    let mut certain = Findings::new();
    for one in said {
        if !is_open(region, plan, one) {
            *certain.entry(one.finding.clone()).or_insert(0) += 1;
        }
    }
    let spoken = |rule: &str, year| said.iter().any(|one| one.finding.rule == rule && one.finding.year == year);
    let mut by_year: Vec<Vec<Finding>> = Vec::new();
    let may_be_silent = hidden.iter().any(Hidden::silences);
    for way in ways(plan, region, hidden) {
        let found = evaluate(region, &way);
        let open = |finding: &Finding| {
            found.keys().any(|f| f.severity == Severity::Open && f.rule == finding.rule && f.year == finding.year)
        };
        for (finding, count) in &certain {
            if found.get(finding).unwrap_or(&0) < count && !open(finding) {
                return Some((format!("said for certain, but it need not be so: {finding:?}"), way));
            }
        }
        if let [Hidden::Year(at)] = hidden {
            let speaks = |finding: &&Finding| match finding.rule.as_str() {
                "soort-keuze" => finding.year != Some(plan.years[*at].number),
                rule => region
                    .rules
                    .iter()
                    .any(|one| one.id == rule && one.sentences.iter().all(|sentence| sentence.case != Case::Missing)),
            };
            by_year.push(found.keys().filter(speaks).cloned().collect());
            let violation = said
                .iter()
                .any(|one| one.finding.rule == "jaar-ontbreekt" && one.finding.severity == Severity::Violation);
            let open = by_year.iter().flatten().any(|finding| finding.severity == Severity::Open);
            if by_year.iter().any(|other| *other != by_year[0]) && !violation && !open {
                let both = format!("{:?} or {:?}", by_year[0], by_year[by_year.len() - 1]);
                return Some((format!("the missing year decides, and that is no violation: {both}"), way));
            }
        }
        for finding in found.keys() {
            let Some(rule) = rule_of(region, &finding.rule) else { continue };
            let soft = rule.sentences.iter().any(|sentence| sentence.case == Case::Missing);
            // A warning about a day of a year that does not fit may stay away.
            let doubted = finding.severity == Severity::Warning
                && said.iter().any(|one| one.finding.rule == "jaar-en-startkwartaal");
            if may_be_silent || soft || doubted || finding.severity == Severity::Open {
                continue;
            }
            if !spoken(&finding.rule, finding.year) {
                return Some((format!("nothing is said, but it can be: {finding:?}"), way));
            }
        }
    }
    inexact(region, plan, hidden, said)
}

/// Where the tool does not say what is so in every way to fill in. Only for rules without conditions and sentences,
/// so that nothing but `kies`, `eis` and `bewijs` is in it.
fn inexact(region: &Region, plan: &Plan, hidden: &[Hidden], said: &[Said]) -> Option<(String, Plan)> {
    let ways = every_way(plan, hidden)?;
    let minima = region.interventions.iter().filter_map(|intervention| intervention.minimum.as_ref());
    for rule in region.rules.iter().chain(minima) {
        if !rule.conditions.is_empty() || rule.each.is_some() || !rule.sentences.is_empty() {
            continue;
        }
        let of_rule =
            |found: Findings| -> Findings { found.into_iter().filter(|(one, _)| one.rule == rule.id).collect() };
        let mut all: Vec<Findings> = ways.iter().map(|way| of_rule(evaluate(region, way))).collect();
        all.dedup();
        let mut told = Findings::new();
        for one in said.iter().filter(|one| one.finding.rule == rule.id) {
            *told.entry(one.finding.clone()).or_insert(0) += 1;
        }
        let open = all.iter().any(|found| found.keys().any(|finding| finding.severity == Severity::Open));
        if all.len() == 1 && !open && all[0] != told {
            let what = format!("it is {:?} in every way, rule \"{}\" is told as {told:?}", all[0], rule.id);
            return Some((what, ways[0].clone()));
        }
    }
    None
}

/// Plans with one to three things hidden.
fn hidden_plans(region: &Region, plans: &[Vec<u32>]) -> Vec<(Plan, Vec<Hidden>, Plan)> {
    let start_dates = reads_start_dates(region);
    let mut all = Vec::new();
    for numbers in plans {
        let plan = generate_plan::plan(region, numbers, start_dates);
        let back: Vec<u32> = numbers.iter().rev().copied().collect();
        let mut pick = Pick::new(&back[1..]);
        let (mut masked, mut hidden) = (plan.clone(), Vec::new());
        for _ in 0..=pick.below(3) {
            let one = pick.of(&hideable(&plan, start_dates));
            // A year that is left out moves the others; it goes alone.
            let alone = matches!(one, Hidden::Year(_));
            if alone && !hidden.is_empty() {
                continue;
            }
            if hide(&mut masked, &one) {
                hidden.push(one);
            }
            if alone {
                break;
            }
        }
        all.push((plan, hidden, masked));
    }
    all
}

fn check(region: &Region, plans: &[Vec<u32>]) -> Result<(), String> {
    let plans = hidden_plans(region, plans);
    let texts: Vec<String> = plans.iter().map(|(_, _, masked)| print_plan::text(masked)).collect();
    let regioplan = print_region::text(region);
    let said = tool::judge(&regioplan, &texts)?;
    for (((plan, hidden, _), said), text) in plans.iter().zip(&said).zip(&texts) {
        let Some((what, way)) = mistake(region, plan, hidden, said) else { continue };
        // The rule stands in the message, after its own word.
        let named = what.split_once("rule").map_or("", |(_, rest)| rest);
        let rule = named.split('"').nth(1).unwrap_or_default().to_owned();
        let block = rule_of(region, &rule).map(|rule| print_region::rule(rule, "regel", "")).unwrap_or_default();
        let lines: Vec<String> =
            said.iter().filter(|one| one.finding.rule == rule).map(|one| format!("{one:?}")).collect();
        return Err(format!(
            "{what}\n{}\nhidden: {hidden:?}\n---\n{block}---\n{text}---\nfilled in: {:?}\n{:?}",
            lines.join("\n"),
            way.practice,
            way.years
        ));
    }
    Ok(())
}

#[test]
fn what_is_said_of_a_plan_with_gaps_holds_however_they_are_filled() {
    run(plans_wanted().div_ceil(PLANS * 4), PLANS, |region, plans, _| check(region, plans));
}
