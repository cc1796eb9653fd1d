//! Whether an intervention may be chosen, and the fixed checks over choices.

use super::conditions::{filled, holds, place, read};
use super::day::{Day, day};
use super::follow::of_outcome;
use super::judge::{Finding, Severity, all, years_of};
use super::plan::{Choice, Plan, Value};
use super::region::{Amount, Ask, By, Intervention, Kind, Period, Region};
use super::years;

/// Whether the year (or, when it lies partly in the period, the start date) lies in a period.
pub fn lies_in(region: &Region, plan: &Plan, year: i32, period: &Period, start: Option<Day>) -> Option<bool> {
    match years::whole_in(period, region, plan.start, year) {
        Some(answer) => Some(answer),
        None => start.map(|start| years::day_in(period, year, start)),
    }
}

fn start_date(choice: &Choice) -> Option<Day> {
    let found = choice.fields.iter().find(|(name, _)| *name == "startdatum").map(|(_, value)| value.clone());
    match read(found) {
        Some(Value::Day(day)) => Some(day),
        _ => None,
    }
}

/// Whether the periods allow it: all of `aangeboden`, none of `niet aangeboden`.
fn allowed(region: &Region, plan: &Plan, year: i32, intervention: &Intervention, start: Option<Day>) -> Option<bool> {
    let mut unknown = false;
    for period in &intervention.offered {
        match lies_in(region, plan, year, period, start) {
            Some(true) => {}
            Some(false) => return Some(false),
            None => unknown = true,
        }
    }
    for withheld in &intervention.withheld {
        let Some(period) = &withheld.period else { return Some(false) };
        match lies_in(region, plan, year, period, start) {
            Some(true) => return Some(false),
            Some(false) => {}
            None => unknown = true,
        }
    }
    if unknown { None } else { Some(true) }
}

/// Whether the intervention is on offer on some day of the year: for `alle` that is enough, whatever the start date.
pub fn on_offer(region: &Region, plan: &Plan, year: i32, intervention: &Intervention) -> bool {
    let (first, last) = years::span(region, plan.start, year);
    from_to(first, last).any(|day| allowed(region, plan, year, intervention, Some(day)) == Some(true))
}

/// Every day from one to another.
fn from_to(first: Day, last: Day) -> impl Iterator<Item = Day> {
    std::iter::successors(Some(first), |day| Some(day.next())).take_while(move |day| *day <= last)
}

/// Findings of `jaar-buiten-regioplan`, `niet-aangeboden`, `soort-keuze` and the rule of an own idea.
pub fn findings(region: &Region, plan: &Plan) -> Vec<Finding> {
    let mut found = beyond(region, plan);
    for year in 1..=years::last_of_plan(region, plan.start, plan.year) {
        for choice in plan.chosen(year) {
            let intervention = region.interventions.iter().find(|i| i.id == choice.intervention).unwrap();
            let mut say =
                |rule: &str, severity| found.push(Finding { rule: rule.to_owned(), year: Some(year), severity });
            for severity in of_offer(region, plan, year, choice, intervention) {
                say("niet-aangeboden", severity);
            }
            let earlier = (1..year).any(|earlier| plan.has_chosen(earlier, intervention.id));
            if choice.kind == Kind::Nieuw && earlier {
                say("soort-keuze", Severity::Violation);
            }
            if choice.kind != Kind::Nieuw && !earlier && !intervention.without_earlier {
                say("soort-keuze", Severity::Violation);
            }
            if intervention.by == By::OwnIdea && year >= plan.year {
                let text = choice.fields.iter().find(|(name, _)| *name == "omschrijving").map(|(_, value)| value);
                let severity = if filled(text) { Severity::Review } else { Severity::Violation };
                say(&format!("{}-eigen-voorstel", intervention.id), severity);
            }
        }
    }
    found
}

/// The years that the plan is for or has, and the programme does not.
fn beyond(region: &Region, plan: &Plan) -> Vec<Finding> {
    let rule = || "jaar-buiten-regioplan".to_owned();
    if years::is_over(region, plan.start, 1) {
        return vec![Finding { rule: rule(), year: None, severity: Severity::Violation }];
    }
    let all = (1..=4).filter(|year| plan.year == *year || plan.year(*year).is_some());
    all.filter(|year| years::is_over(region, plan.start, *year))
        .map(|year| Finding { rule: rule(), year: Some(year), severity: Severity::Violation })
        .collect()
}

/// Whether a rule that applies asks to choose it out of what the plan says that is assigned.
fn is_assigned(region: &Region, plan: &Plan, year: i32, id: &str) -> bool {
    if !plan.assigned(year).is_some_and(|named| named.contains(&id)) {
        return false;
    }
    region.rules.iter().any(|rule| {
        let asks = |ask: &Ask| match ask {
            Ask::Choose(choose) => choose.out_of_field && !matches!(choose.amount, Amount::AtMost(_) | Amount::None),
            _ => false,
        };
        let over = rule.not_yet || rule.to.is_some_and(|to| plan.handed_in > to);
        let mut here = place(region, plan, Some(year));
        here.held = here.held && !rule.planned;
        let applies = all(rule.conditions.iter().map(|cond| holds(&here, cond))) != Some(false);
        !over && applies && years_of(region, plan, &rule.scope).contains(&Some(year)) && rule.asks.iter().any(asks)
    })
}

/// What is so on every day on which the practice can begin, is so when that day is not filled in.
fn of_offer(region: &Region, plan: &Plan, year: i32, choice: &Choice, intervention: &Intervention) -> Vec<Severity> {
    let start = start_date(choice);
    let on = |start: Option<Day>| of_offer_on(region, plan, year, (choice, start), intervention);
    let found = on(start);
    if start.is_some() || found.contains(&Severity::Violation) || found.is_empty() {
        return found;
    }
    // What is new begins in the year; what is not has perhaps begun before it. Before 2020 one day is like another.
    let (begin, end) = years::span(region, plan.start, year);
    let from = if choice.kind == Kind::Nieuw { begin } else { day(2020, 1, 1) };
    let mut days = from_to(from, end).map(|day| on(Some(day)));
    let first = days.next().unwrap();
    let worst = |found: &[Severity]| found.iter().min().copied();
    if days.all(|other| worst(&other) == worst(&first)) { first } else { found }
}

fn of_offer_on(
    region: &Region,
    plan: &Plan,
    year: i32,
    (choice, start): (&Choice, Option<Day>),
    intervention: &Intervention,
) -> Vec<Severity> {
    let mut found = Vec::new();
    if !is_assigned(region, plan, year, intervention.id) {
        let (told, unsure) = of_periods(region, plan, year, (choice, start), intervention);
        // Of all that is told the heaviest counts.
        found.extend(told.into_iter().min());
        if unsure && found.iter().all(|severity| *severity > Severity::Warning) {
            found.push(Severity::Warning);
        }
    }
    // What may not be chosen at all need not be of the right kind as well; else limits to kinds are judged apart.
    if found.contains(&Severity::Violation) {
        return found;
    }
    let mut limits: Vec<Severity> = Vec::new();
    for (kinds, period) in &intervention.only {
        if kinds.contains(&choice.kind) {
            continue;
        }
        match period.as_ref().map_or(Some(true), |period| lies_in(region, plan, year, period, start)) {
            Some(true) => limits.push(Severity::Violation),
            Some(false) => {}
            None => limits.push(Severity::Warning),
        }
    }
    if limits.contains(&Severity::Violation) {
        found.push(Severity::Violation);
    } else if limits.contains(&Severity::Warning) && found.iter().all(|severity| *severity > Severity::Warning) {
        found.push(Severity::Warning);
    }
    found
}

/// What `niet aangeboden`, `proef`, `aangeboden` and `toegewezen door` say, each by itself, and whether the start date would tell more.
fn of_periods(
    region: &Region,
    plan: &Plan,
    year: i32,
    (choice, start): (&Choice, Option<Day>),
    intervention: &Intervention,
) -> (Vec<Severity>, bool) {
    let lies = |period: &Period| lies_in(region, plan, year, period, start);
    let (mut told, mut unsure) = (Vec::new(), false);
    for withheld in &intervention.withheld {
        match withheld.period.as_ref().map_or(Some(true), lies) {
            Some(true) => {}
            Some(false) => continue,
            None => {
                unsure = true;
                continue;
            }
        }
        let mut severity = Severity::Violation;
        if let Some((outcome, when)) = &withheld.softened {
            let inner = place(region, plan, Some(year)).within(&Value::Record(choice.record(&region.interventions)));
            if holds(&inner, when) == Some(true) {
                severity = of_outcome(*outcome, plan, Some(year));
            }
        }
        if severity != Severity::Nothing {
            told.push(severity);
        }
    }
    let tried = intervention.trial.as_ref().map_or(Some(false), lies);
    let offered = all(intervention.offered.iter().map(lies));
    match (tried, offered) {
        (Some(true), _) => told.push(Severity::Warning),
        (Some(false), Some(false)) => told.push(Severity::Violation),
        (None, _) | (_, None) => unsure = true,
        (Some(false), Some(true)) if intervention.by == By::Region && year >= plan.year => told.push(Severity::Review),
        (Some(false), Some(true)) => {}
    }
    (told, unsure)
}
