//! Small regioplannen that lie on boundaries.

use super::generate_cond::{Reach, cond, filter, simple_moment};
use super::pick::Pick;
use super::pools::{DAYS, LENGTHS, ROLES, SORTS};
use super::region::{
    Amount, Ask, Case, Choose, Cond, Counting, Evidence, Expr, Intervention, KINDS, List, Outcome, Period, Region,
    Rule, Scope, Sentence, Target, Test, Which, Withheld,
};

const NONE: Reach = Reach { year: false, over: None, those: None };

/// A regioplan: one draw for the offer, one for each rule.
pub fn region(offer: &[u32], rules: &[Vec<u32>]) -> Region {
    let mut pick = Pick::new(offer);
    let counting = pick.of(&[Counting::StartQuarter, Counting::January, Counting::Until(2025), Counting::Until(2026)]);
    let ids = [
        ("anker", "werk", false),
        ("boei", "werk", true),
        ("dek", "net", false),
        ("eb", "net", true),
        ("fok", "net", false),
    ];
    let interventions = ids.iter().map(|(id, element, theme)| intervention(&mut pick, id, element, *theme)).collect();
    let mut region = Region { counting, interventions, rules: Vec::new() };
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
        own_idea: false,
        assigned: false,
        without_earlier: pick.rarely(5),
        minimum: None,
    };
    match pick.below(12) {
        5 => one.offered = vec![period(pick)],
        6 => one.offered = vec![period(pick), period(pick)],
        7 => one.withheld.push(Withheld { period: Some(period(pick)), softened: None }),
        8 => {
            one.offered.clear();
            let filled = Cond::Plain(Expr::Field(vec!["onderbouwing"]), Test::Filled(true));
            let softer = pick.of(&[Outcome::Review, Outcome::Warning, Outcome::Fine]);
            one.withheld.push(Withheld { period: None, softened: pick.rarely(2).then_some((softer, filled)) });
        }
        9 => {
            let from = pick.of(&[2024, 2025]);
            one.trial = Some(Period::Calendar(from - 1));
            one.offered = vec![Period::FromCalendar(from)];
        }
        10 => one.own_idea = true,
        11 => {
            one.assigned = true;
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

fn period(pick: &mut Pick) -> Period {
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

fn empty(id: String, scope: Scope) -> Rule {
    Rule {
        id,
        scope,
        conditions: Vec::new(),
        each: None,
        asks: Vec::new(),
        not_double: None,
        at_accounting: false,
        not_yet: false,
        from: None,
        to: None,
        sentences: Vec::new(),
    }
}

/// A rule, and whether its choices may be kept apart from those of other rules.
fn rule(pick: &mut Pick, id: String) -> (Rule, bool) {
    match pick.below(10) {
        0..=2 => (chooses(pick, id), false),
        3 => {
            let mut rule =
                empty(id, Scope::Periods(vec![if pick.rarely(3) { Period::Year(2) } else { Period::Always }]));
            for _ in 0..=pick.below(2) {
                let amount = Amount::AtLeast(1 + pick.below(2));
                rule.asks.push(Ask::Choose(Choose { each: false, ..choose(pick, amount, 0) }));
            }
            (rule, true)
        }
        4 => {
            let mut rule = empty(id, Scope::Together(pick.of(&[vec![1, 2], vec![1, 2, 3], vec![2, 3]])));
            let amount = pick.of(&[
                Amount::AtLeast(1),
                Amount::Exactly(1),
                Amount::AtMost(1),
                Amount::AtLeast(2),
                Amount::Exactly(2),
                Amount::None,
            ]);
            let mut choose = choose(pick, amount, 0);
            choose.kinds.clear();
            choose.which = None;
            rule.asks.push(Ask::Choose(choose));
            if pick.rarely(3) {
                rule.conditions.push(cond(pick, NONE));
            }
            follow(pick, &mut rule, NONE);
            rule.at_accounting = false;
            (rule, false)
        }
        _ => (demands(pick, id), false),
    }
}

fn scope(pick: &mut Pick) -> Scope {
    match pick.below(5) {
        0 => Scope::Periods(vec![Period::Always]),
        1 | 2 => Scope::Periods(vec![period(pick)]),
        3 => Scope::Periods(vec![period(pick), period(pick)]),
        _ => {
            let when = pick.rarely(3).then(|| period(pick));
            Scope::PlanYear(when.into_iter().collect())
        }
    }
}

fn chooses(pick: &mut Pick, id: String) -> Rule {
    let mut rule = empty(id, scope(pick));
    let amount = pick.of(&[
        Amount::AtLeast(1),
        Amount::AtLeast(2),
        Amount::AtMost(1),
        Amount::Exactly(1),
        Amount::Exactly(2),
        Amount::None,
        Amount::All,
        Amount::AllOrNone,
        Amount::AtMost(2),
    ]);
    // Only years after it are asked of year 2.
    let known = if pick.rarely(3) {
        rule.scope = Scope::Periods(vec![Period::FromYear(2)]);
        2
    } else {
        1
    };
    rule.asks.push(Ask::Choose(choose(pick, amount, known)));
    let reach = Reach { year: true, over: None, those: None };
    if pick.rarely(4) {
        rule.conditions.push(chosen(pick));
    } else if pick.rarely(4) {
        rule.conditions.push(cond(pick, reach));
    }
    if pick.rarely(8) {
        rule.asks.push(Ask::Demand(cond(pick, reach)));
    }
    follow(pick, &mut rule, reach);
    rule
}

fn chosen(pick: &mut Pick) -> Cond {
    let amount =
        pick.of(&[Amount::AtLeast(1), Amount::AtLeast(2), Amount::AtMost(1), Amount::Exactly(1), Amount::None]);
    Cond::Chosen(choose(pick, amount, 1))
}

fn choose(pick: &mut Pick, amount: Amount, known: i32) -> Choose {
    let all = [
        Target::Element("werk"),
        Target::Element("net"),
        Target::Theme,
        Target::ChoiceList,
        Target::Intervention("anker"),
        Target::Intervention("eb"),
    ];
    let mut targets = if pick.rarely(2) { pick.some(&all) } else { vec![pick.of(&all)] };
    let by_number = matches!(amount, Amount::AtLeast(_) | Amount::AtMost(_) | Amount::Exactly(_));
    let each = by_number && targets.len() > 1 && pick.rarely(3);
    if targets.len() > 3 {
        targets.truncate(3);
    }
    let kinds = if pick.rarely(3) { pick.some(&KINDS) } else { Vec::new() };
    let which = if known > 0 && pick.rarely(3) {
        let which = pick.of(&[Which::Earlier, Which::InYear(known), Which::YearBefore]);
        Some((pick.rarely(2), which))
    } else {
        None
    };
    Choose { amount, targets, each, kinds, which }
}

fn demands(pick: &mut Pick, id: String) -> Rule {
    let scope = if pick.rarely(3) { Scope::Whole } else { scope(pick) };
    let year = !matches!(scope, Scope::Whole);
    let mut rule = empty(id, scope);
    let mut reach = Reach { year, over: None, those: None };
    if pick.rarely(4) {
        rule.conditions.push(cond(pick, reach));
    }
    if pick.rarely(3) {
        let names =
            if year { vec!["keuzes", "bijeenkomsten", "leden", "artsen"] } else { vec!["leden", "grote-artsen"] };
        let name = pick.of(&names);
        let mut over = List { name, those: false, that: None, filters: Vec::new() };
        while over.filters.len() < 2 && pick.rarely(2) {
            over.filters.push(filter(pick, name, reach));
        }
        let base = if name.ends_with("artsen") { "leden" } else { name };
        let together = pick.rarely(3).then(|| match base {
            "leden" => pick.of(&["plek", "uren", "vak"]),
            "bijeenkomsten" => pick.of(&["datum", "plek", "personen"]),
            _ => pick.of(&["soort", "kernelement"]),
        });
        rule.each = Some((over, together));
        if together.is_some() {
            reach.those = Some(name);
            let those = List { name, those: true, that: None, filters: Vec::new() };
            let most = pick.of(&[1, 2]) * super::region::ONE;
            let test = Test::Measure(super::region::Op::AtMost, super::region::Measured::Number(most, ""));
            rule.asks.push(Ask::Demand(Cond::Plain(Expr::Count(those, None), test)));
        } else {
            reach.over = Some(base);
            if base == "keuzes" && pick.rarely(2) {
                rule.asks.push(Ask::Evidence(evidence(pick)));
            }
        }
    }
    if rule.asks.is_empty() || pick.rarely(3) {
        rule.asks.push(Ask::Demand(cond(pick, reach)));
    }
    follow(pick, &mut rule, reach);
    rule
}

fn evidence(pick: &mut Pick) -> Evidence {
    let sorts = if pick.rarely(3) { SORTS.to_vec() } else { vec![pick.of(&SORTS)] };
    let filters = if pick.rarely(3) {
        vec![(Expr::Field(vec!["functie"]), Test::Words(pick.rarely(3), vec![pick.of(&ROLES[..2])]))]
    } else {
        Vec::new()
    };
    let age = if pick.rarely(2) {
        let on = pick.rarely(2).then(|| simple_moment(pick, Reach { year: true, ..NONE }));
        Some((true, pick.of(&LENGTHS), on))
    } else {
        None
    };
    Evidence { sorts, filters, age }
}

/// When the rule counts, and what follows from it.
fn follow(pick: &mut Pick, rule: &mut Rule, reach: Reach) {
    rule.at_accounting = pick.rarely(5);
    if pick.rarely(6) {
        match pick.below(4) {
            0 => rule.from = Some(pick.of(&DAYS)),
            1 => rule.to = Some(pick.of(&DAYS)),
            2 => {
                rule.from = Some(DAYS[4]);
                rule.to = Some(DAYS[5]);
            }
            _ => rule.not_yet = true,
        }
    }
    let mut ended: Vec<Case> = Vec::new();
    while pick.rarely(3) && rule.sentences.len() < 3 {
        let (case, outcomes): (Case, &[Outcome]) = match pick.below(4) {
            0 | 1 => (
                Case::NotMet,
                &[
                    Outcome::Warning,
                    Outcome::Review,
                    Outcome::Later,
                    Outcome::Fine,
                    Outcome::Uncheckable,
                    Outcome::Violation,
                ],
            ),
            2 => (Case::Met, &[Outcome::Review, Outcome::Warning, Outcome::Fine]),
            _ => (
                Case::Missing,
                &[Outcome::Warning, Outcome::Later, Outcome::Review, Outcome::Uncheckable, Outcome::Fine],
            ),
        };
        let outcome = pick.of(outcomes);
        if ended.contains(&case) {
            continue;
        }
        let when = match pick.below(3) {
            0 => Some(cond(pick, reach)),
            1 if reach.year => Some(chosen(pick)),
            _ => None,
        };
        if when.is_none() {
            ended.push(case);
        }
        rule.sentences.push(Sentence { case, outcome, when });
    }
}
