//! Small regioplannen that lie on boundaries: the offer.

use super::day::day;
use super::generate_cond::{Reach, SHARED, cond, shared};
use super::generate_rule::{empty, evidence, follow, rule};
use super::pick::Pick;
use super::pools::DAYS;
use super::region::{
    Ask, By, Cond, Counting, Expr, Intervention, KINDS, Outcome, Period, Region, Scope, Test, Withheld,
};

/// A regioplan: one draw for the offer, one for each rule.
pub fn region(offer: &[u32], rules: &[Vec<u32>]) -> Region {
    let mut pick = Pick::new(offer);
    let counting = pick.of(&[Counting::StartQuarter, Counting::January, Counting::Until(2025), Counting::Until(2026)]);
    let plan_years = if pick.rarely(3) { Some(pick.of(&[(1, 2), (2, 3), (1, 3), (3, 4)])) } else { None };
    let ends = if pick.rarely(4) {
        Some(pick.of(&[day(2026, 12, 31), day(2026, 3, 31), day(2025, 12, 31), day(2024, 12, 31)]))
    } else {
        None
    };
    let ids = [
        ("anker", "werk", false),
        ("boei", "werk", true),
        ("dek", "net", false),
        ("eb", "net", true),
        ("fok", "net", false),
    ];
    let interventions = ids.iter().map(|(id, element, theme)| intervention(&mut pick, id, element, *theme)).collect();
    let conditions = (0..SHARED).map(|number| shared(&mut pick, number)).collect();
    let mut region = Region { counting, plan_years, ends, interventions, shared: conditions, rules: Vec::new() };
    let mut doubles = Vec::new();
    for (at, numbers) in rules.iter().enumerate() {
        let mut pick = Pick::new(numbers);
        let (mut rule, shares) = rule(&mut pick, format!("r{at}"));
        if shares {
            let others: Vec<String> = doubles.clone();
            if !others.is_empty() && !pick.rarely(3) {
                rule.not_double = Some(pick.some(&others));
            } else if rule.asks.len() > 1 {
                rule.not_double = Some(Vec::new());
            }
            doubles.push(rule.id.clone());
        }
        region.rules.push(rule);
    }
    region
}

fn intervention(pick: &mut Pick, id: &'static str, element: &'static str, theme: bool) -> Intervention {
    let mut one = Intervention {
        id,
        element,
        theme,
        offered: vec![Period::Always],
        withheld: Vec::new(),
        only: Vec::new(),
        trial: None,
        by: By::Offer,
        without_earlier: pick.rarely(5),
        minimum: None,
    };
    match pick.below(12) {
        5 => one.offered = vec![period(pick)],
        6 => one.offered = vec![period(pick), period(pick)],
        7 => {
            let softer = softened(pick);
            one.withheld.push(Withheld { period: Some(period(pick)), softened: softer });
            if pick.rarely(2) {
                let softer = softened(pick);
                one.withheld.push(Withheld { period: Some(period(pick)), softened: softer });
            }
        }
        8 => {
            one.offered.clear();
            let softer = softened(pick);
            one.withheld.push(Withheld { period: None, softened: softer });
        }
        9 => {
            let from = pick.of(&[2024, 2025]);
            one.trial = Some(Period::Calendar(from - 1));
            one.offered = vec![Period::FromCalendar(from)];
        }
        10 => one.by = By::OwnIdea,
        11 => {
            one.by = By::Region;
            one.offered.clear();
        }
        _ => {}
    }
    if pick.rarely(5) {
        let when = pick.rarely(2).then(|| period(pick));
        one.only.push((pick.some(&KINDS), when));
    }
    if pick.rarely(4) {
        let reach = Reach { year: true, over: Some("keuzes"), those: None };
        let mut minimum = empty(
            format!("{id}-grens"),
            Scope::Periods(vec![if pick.rarely(3) { Period::FromYear(2) } else { Period::Always }]),
        );
        minimum.asks.push(if pick.rarely(2) { Ask::Evidence(evidence(pick)) } else { Ask::Demand(cond(pick, reach)) });
        if pick.rarely(3) {
            minimum.conditions.push(cond(pick, reach));
        }
        follow(pick, &mut minimum, reach);
        one.minimum = Some(minimum);
    }
    one
}

/// What a refusal becomes when the practice says why.
fn softened(pick: &mut Pick) -> Option<(Outcome, Cond)> {
    let filled = Cond::Plain(Expr::Field(vec!["onderbouwing"]), Test::Filled(true));
    let softer = pick.of(&[Outcome::Review, Outcome::Warning, Outcome::Fine]);
    pick.rarely(2).then_some((softer, filled))
}

pub fn period(pick: &mut Pick) -> Period {
    match pick.below(10) {
        0 => Period::FromYear(pick.of(&[2, 1, 3])),
        1 => Period::Year(pick.of(&[1, 2, 3])),
        2 => Period::ToYear(pick.of(&[2, 1])),
        3 => Period::Years(pick.of(&[vec![1, 2], vec![2, 3], vec![1, 3]])),
        4 => Period::FromCalendar(pick.of(&[2025, 2024])),
        5 => Period::ToCalendar(pick.of(&[2024, 2025])),
        6 => Period::Calendar(pick.of(&[2025, 2024])),
        7 => Period::FromDay(pick.of(&DAYS)),
        8 => Period::ToDay(pick.of(&DAYS)),
        _ => Period::Always,
    }
}
