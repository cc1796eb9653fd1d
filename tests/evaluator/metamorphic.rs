//! What may not matter to the verdicts: order, style, names; and a choice too many never breaks `minimaal`.

use super::judge::{Finding, Severity};
use super::pick::Pick;
use super::plan::{Choice, Plan};
use super::region::{Amount, Ask, KINDS, Region};
use super::tool::{self, Said};
use super::{generate_plan, print_plan, print_region, reads_start_dates, run};

/// Regioplannen for each law, with so many plans each.
const REGIONS: usize = 4;
const PLANS: usize = 15;

pub fn findings(said: &[Said]) -> Vec<Finding> {
    let mut all: Vec<Finding> = said.iter().map(|one| one.finding.clone()).collect();
    all.sort();
    all
}

pub fn judge(regioplan: &str, plans: &[String]) -> Vec<Vec<Finding>> {
    match tool::judge(regioplan, plans) {
        Ok(said) => said.iter().map(|said| findings(said)).collect(),
        Err(why) => panic!("{regioplan}\n---\n{why}"),
    }
}

/// Every law over the same kind of cases.
pub fn law(prepare: impl Fn(&mut Region), holds: impl Fn(&Region, &[Plan], &mut Pick) -> Result<(), String>) {
    run(REGIONS, PLANS, |region, plans, numbers| {
        let mut region = region.clone();
        prepare(&mut region);
        let start_dates = reads_start_dates(&region);
        let plans: Vec<Plan> = plans.iter().map(|numbers| generate_plan::plan(&region, numbers, start_dates)).collect();
        holds(&region, &plans, &mut Pick::new(numbers))
    });
}

/// The first plan with which the two do not say the same.
pub fn same(
    regioplan: &str,
    before: (&[String], &[Vec<Finding>]),
    after: (&[String], &[Vec<Finding>]),
) -> Result<(), String> {
    for (at, (old, new)) in before.1.iter().zip(after.1).enumerate() {
        if old != new {
            return Err(format!("{regioplan}\n---\n{}\n{old:?}\n---\n{}\n{new:?}", before.0[at], after.0[at]));
        }
    }
    Ok(())
}

fn shuffle<T>(all: &mut [T], pick: &mut Pick) {
    for at in 1..all.len() {
        let other = pick.below(at + 1);
        all.swap(at, other);
    }
}

#[test]
fn the_order_of_keys_and_the_style_of_yaml_do_not_matter() {
    law(
        |_| (),
        |region, plans, pick| {
            let regioplan = print_region::text(region);
            let texts: Vec<String> = plans.iter().map(print_plan::text).collect();
            let restyled = |plan: &Plan, style| print_plan::text(&Plan { style, ..plan.clone() });
            let others: Vec<String> =
                plans.iter().map(|plan| restyled(plan, 1 + u32::try_from(pick.below(1 << 30)).unwrap())).collect();
            let plain: Vec<String> = plans.iter().map(|plan| restyled(plan, 0)).collect();
            let said = judge(&regioplan, &texts);
            same(&regioplan, (&texts, &said), (&others, &judge(&regioplan, &others)))?;
            same(&regioplan, (&texts, &said), (&plain, &judge(&regioplan, &plain)))
        },
    );
}

#[test]
fn the_order_of_blocks_and_rules_does_not_matter() {
    // Only rules that keep choices apart have an order.
    let prepare = |region: &mut Region| region.rules.iter_mut().for_each(|rule| rule.not_double = None);
    law(prepare, |region, plans, pick| {
        let texts: Vec<String> = plans.iter().map(print_plan::text).collect();
        let mut blocks = print_region::blocks(region);
        shuffle(&mut blocks, pick);
        let shuffled = print_region::head(region) + &blocks.join("\n");
        let said = judge(&print_region::text(region), &texts);
        same(&shuffled, (&texts, &said), (&texts, &judge(&shuffled, &texts)))
    });
}

#[test]
fn the_names_of_interventions_do_not_matter() {
    const NAMES: [(&str, &str); 5] =
        [("anker", "zeil"), ("boei", "touw"), ("dek", "roer"), ("eb", "a-vloed"), ("fok", "kiel-2")];
    // Whole words only.
    let renamed = |text: &str| {
        let mut out = String::new();
        let mut word = String::new();
        for letter in text.chars().chain(['\n']) {
            if letter.is_alphanumeric() {
                word.push(letter);
                continue;
            }
            let new = NAMES.iter().find(|(old, _)| *old == word).map_or(word.as_str(), |(_, new)| new);
            out.push_str(new);
            out.push(letter);
            word.clear();
        }
        out
    };
    law(
        |_| (),
        |region, plans, _| {
            let regioplan = print_region::text(region);
            let texts: Vec<String> = plans.iter().map(print_plan::text).collect();
            let (new_regioplan, new_texts) =
                (renamed(&regioplan), texts.iter().map(|text| renamed(text)).collect::<Vec<_>>());
            let mut said = judge(&regioplan, &texts);
            for finding in said.iter_mut().flatten() {
                finding.rule = renamed(&finding.rule).trim_end().to_owned();
            }
            for all in &mut said {
                all.sort();
            }
            same(&new_regioplan, (&texts, &said), (&new_texts, &judge(&new_regioplan, &new_texts)))
        },
    );
}

#[test]
fn a_choice_too_many_never_breaks_minimaal() {
    let prepare = |region: &mut Region| {
        for (at, rule) in region.rules.iter_mut().enumerate() {
            rule.asks.retain(|ask| matches!(ask, Ask::Choose(_)));
            for ask in &mut rule.asks {
                let Ask::Choose(choose) = ask else { continue };
                choose.amount = Amount::AtLeast(1 + at % 2);
            }
            rule.conditions.clear();
            rule.sentences.clear();
            rule.at_accounting = false;
            rule.each = None;
        }
        region.rules.retain(|rule| !rule.asks.is_empty());
        let ids: Vec<String> = region.rules.iter().map(|rule| rule.id.clone()).collect();
        for rule in &mut region.rules {
            if let Some(names) = &mut rule.not_double {
                names.retain(|name| ids.contains(name));
                if names.is_empty() && rule.asks.len() < 2 {
                    rule.not_double = None;
                }
            }
        }
    };
    law(prepare, |region, plans, pick| {
        let regioplan = print_region::text(region);
        let mut more: Vec<Plan> = plans.to_vec();
        for plan in &mut more {
            let year = plan.year;
            let own = plan.years.iter_mut().find(|found| found.number == year).unwrap();
            let new =
                region.interventions.iter().find(|one| own.choices.iter().all(|choice| choice.intervention != one.id));
            let Some(new) = new else { continue };
            own.choices.push(Choice {
                intervention: new.id,
                kind: pick.of(&KINDS),
                fields: Vec::new(),
                evidence: Vec::new(),
                kind_as: None,
                name_as: None,
            });
        }
        let texts: Vec<String> = plans.iter().map(print_plan::text).collect();
        let more: Vec<String> = more.iter().map(print_plan::text).collect();
        let broken = |said: &[Finding]| -> Vec<Finding> {
            let of_rule = |finding: &&Finding| region.rules.iter().any(|rule| rule.id == finding.rule);
            said.iter().filter(of_rule).filter(|finding| finding.severity != Severity::Pending).cloned().collect()
        };
        for (at, (old, new)) in judge(&regioplan, &texts).iter().zip(judge(&regioplan, &more)).enumerate() {
            if let Some(finding) = broken(&new).iter().find(|finding| !broken(old).contains(finding)) {
                return Err(format!("{regioplan}\n---\n{}\n---\n{}\nnewly broken: {finding:?}", texts[at], more[at]));
            }
        }
        Ok(())
    });
}
