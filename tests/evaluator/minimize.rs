//! Makes a disagreement small before it is shown.

use super::plan::{Plan, Record, Value};
use super::region::{Ask, By, Period, Region, Rule, Scope};
use super::{differences, plan};

/// Smaller and smaller, as long as they still disagree.
pub fn minimize(mut region: Region, mut plan: Plan) -> (Region, Plan) {
    loop {
        let mut better = false;
        for smaller in smaller_regions(&region) {
            if disagree(&smaller, std::slice::from_ref(&plan)).is_some() {
                region = smaller;
                better = true;
                break;
            }
        }
        // A plan for more years has all of them.
        let plans = smaller_plans(&plan, region.plan_years.is_some());
        if let Some(at) = disagree(&region, &plans) {
            plan = plans[at].clone();
            better = true;
        }
        if !better {
            return (region, plan);
        }
    }
}

fn disagree(region: &Region, plans: &[Plan]) -> Option<usize> {
    let all = differences(region, plans).ok()?;
    all.iter().position(Option::is_some)
}

fn smaller_plans(plan: &Plan, of_more_years: bool) -> Vec<Plan> {
    let mut all = Vec::new();
    let mut add = |change: &dyn Fn(&mut Plan)| {
        let mut smaller = plan.clone();
        change(&mut smaller);
        all.push(smaller);
    };
    if plan.style != 0 {
        add(&|plan| plan.style = 0);
    }
    if !of_more_years && plan.years.iter().any(|year| year.number > plan.year) {
        add(&|plan| plan.years.retain(|year| year.number <= plan.year));
    }
    if plan.year > 1 {
        add(&|plan| {
            plan.years.retain(|year| year.number < plan.year);
            plan.year -= 1;
        });
    }
    if plan.calendar_year.is_some() {
        add(&|plan| plan.calendar_year = None);
    }
    for field in 0..plan.practice.len() {
        for item in 0..length(&plan.practice[field].1) {
            add(&|plan| shorten(&mut plan.practice, field, item));
        }
    }
    for year in 0..plan.years.len() {
        for field in 0..plan.years[year].fields.len() {
            for item in 0..length(&plan.years[year].fields[field].1) {
                add(&|plan| shorten(&mut plan.years[year].fields, field, item));
            }
        }
        for choice in 0..plan.years[year].choices.len() {
            add(&|plan| {
                plan.years[year].choices.remove(choice);
            });
            for piece in 0..plan.years[year].choices[choice].evidence.len() {
                add(&|plan| {
                    plan.years[year].choices[choice].evidence.remove(piece);
                });
            }
        }
    }
    all
}

fn length(value: &plan::Value) -> usize {
    if let Value::List(items) = value { items.len() } else { 0 }
}

fn shorten(record: &mut Record, field: usize, item: usize) {
    if let Value::List(items) = &mut record[field].1 {
        items.remove(item);
    }
}

fn smaller_regions(region: &Region) -> Vec<Region> {
    let mut all = Vec::new();
    for at in 0..region.rules.len() {
        let mut smaller = region.clone();
        let gone = smaller.rules.remove(at);
        for rule in &mut smaller.rules {
            if let Some(names) = &mut rule.not_double
                && names.contains(&gone.id)
            {
                names.retain(|name| *name != gone.id);
                if names.is_empty() {
                    rule.not_double = None;
                }
            }
        }
        all.push(smaller);
        for rule in smaller_rules(&region.rules[at]) {
            let mut smaller = region.clone();
            smaller.rules[at] = rule;
            all.push(smaller);
        }
    }
    for at in 0..region.shared.len() {
        for line in 0..region.shared[at].lines.len() {
            if region.shared[at].lines.len() > 1 {
                let mut smaller = region.clone();
                smaller.shared[at].lines.remove(line);
                all.push(smaller);
            }
        }
    }
    for at in 0..region.interventions.len() {
        let one = &region.interventions[at];
        let mut smaller = region.clone();
        let found = &mut smaller.interventions[at];
        found.offered = vec![Period::Always];
        found.withheld.clear();
        found.only.clear();
        found.trial = None;
        found.by = By::Offer;
        found.minimum = None;
        if one.offered.len() != 1
            || !one.only.is_empty()
            || one.trial.is_some()
            || one.minimum.is_some()
            || !one.withheld.is_empty()
        {
            all.push(smaller);
        }
        if let Some(minimum) = &one.minimum {
            let mut without = region.clone();
            without.interventions[at].minimum = None;
            all.push(without);
            for rule in smaller_rules(minimum) {
                let mut smaller = region.clone();
                smaller.interventions[at].minimum = Some(rule);
                all.push(smaller);
            }
        }
        if !one.only.is_empty() {
            let mut without = region.clone();
            without.interventions[at].only.clear();
            all.push(without);
        }
    }
    all
}

fn smaller_rules(rule: &Rule) -> Vec<Rule> {
    let mut all = Vec::new();
    let mut add = |change: &dyn Fn(&mut Rule)| {
        let mut smaller = rule.clone();
        change(&mut smaller);
        all.push(smaller);
    };
    for at in 0..rule.conditions.len() {
        add(&|rule| {
            rule.conditions.remove(at);
        });
    }
    let judged = rule.asks.iter().any(|ask| matches!(ask, Ask::Judged));
    for at in (0..rule.sentences.len()).filter(|_| !judged) {
        add(&|rule| {
            rule.sentences.remove(at);
        });
    }
    if rule.asks.len() > 1 && rule.not_double.is_none() {
        for at in 0..rule.asks.len() {
            add(&|rule| {
                rule.asks.remove(at);
            });
        }
    }
    if rule.at_accounting {
        add(&|rule| rule.at_accounting = false);
    }
    if rule.from.is_some() || rule.to.is_some() {
        add(&|rule| (rule.from, rule.to) = (None, None));
    }
    if let Scope::Periods(periods) = &rule.scope
        && periods.len() > 1
    {
        add(&|rule| {
            if let Scope::Periods(periods) = &mut rule.scope {
                periods.pop();
            }
        });
    }
    if let Some((over, _)) = &rule.each {
        for at in 0..over.filters.len() {
            add(&|rule| {
                if let Some((over, _)) = &mut rule.each {
                    over.filters.remove(at);
                }
            });
        }
    }
    all
}
