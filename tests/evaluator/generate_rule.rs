//! Rules for a regioplan: what is chosen, what is asked, when it counts and what follows.

use super::generate_cond::{Reach, cond, filter, simple_moment};
use super::generate_region::period;
use super::pick::Pick;
use super::pools::{DAYS, LENGTHS, ROLES, SORTS};
use super::region::{
    Amount, Ask, Case, Choose, Cond, Evidence, Expr, KINDS, List, Measured, ONE, Op, Outcome, Past, Period, Rule,
    Scope, Sentence, Target, Test, Which,
};

const NONE: Reach = Reach { year: false, over: None, those: None };

pub fn empty(id: String, scope: Scope) -> Rule {
    Rule {
        id,
        scope,
        conditions: Vec::new(),
        each: None,
        asks: Vec::new(),
        not_double: None,
        at_accounting: false,
        planned: false,
        not_yet: false,
        from: None,
        to: None,
        sentences: Vec::new(),
    }
}

/// A rule, and whether its choices may be kept apart from those of other rules.
pub fn rule(pick: &mut Pick, id: String) -> (Rule, bool) {
    match pick.below(10) {
        0..=2 => (chooses(pick, id), false),
        3 => {
            let mut rule =
                empty(id, Scope::Periods(vec![if pick.rarely(3) { Period::Year(2) } else { Period::Always }]));
            for _ in 0..=pick.below(2) {
                let amount = Amount::AtLeast(1 + pick.below(2));
                rule.asks.push(Ask::Choose(Choose { each: false, ..choose(pick, amount, 0) }));
            }
            if pick.rarely(3) {
                rule.conditions.push(cond(pick, Reach { year: true, ..NONE }));
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
                Amount::All,
                Amount::AllOrNone,
            ]);
            rule.asks.push(Ask::Choose(choose(pick, amount, 1)));
            if pick.rarely(4) {
                let more = pick.of(&[Amount::AtLeast(1), Amount::AtMost(1), Amount::Exactly(1), Amount::None]);
                rule.asks.push(Ask::Choose(choose(pick, more, 1)));
            }
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
    let mut asked = choose(pick, amount, known);
    if pick.rarely(5) {
        asked = Choose { out_of_field: true, targets: Vec::new(), each: false, ..asked };
    }
    rule.asks.push(Ask::Choose(asked));
    let reach = Reach { year: true, over: None, those: None };
    match pick.below(5) {
        3 => rule.conditions.push(chosen(pick)),
        4 => rule.conditions.push(cond(pick, reach)),
        _ => {}
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
    Choose { amount, out_of_field: false, targets, each, kinds, which }
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
        let mut over = List { name, those: false, that: None, filters: Vec::new(), of: None };
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
            let those = List { name, those: true, that: None, filters: Vec::new(), of: None };
            let most = pick.of(&[1, 2]) * ONE;
            let test = Test::Measure(Op::AtMost, Measured::Number(most, ""));
            rule.asks.push(Ask::Demand(Cond::Plain(Expr::Count(those, None), test)));
        } else {
            reach.over = Some(base);
            if base == "keuzes" && pick.rarely(2) {
                rule.asks.push(Ask::Evidence(evidence(pick)));
            }
        }
    }
    if rule.asks.is_empty() && pick.rarely(8) {
        rule.asks.push(Ask::Judged);
        follow(pick, &mut rule, reach);
        rule.sentences = vec![Sentence { case: Case::Met, outcome: Outcome::Review, when: None }];
        return rule;
    }
    if rule.asks.is_empty() || pick.rarely(3) {
        let cond = cond(pick, reach);
        // What is asked of a group says something of it.
        if reach.those.is_none() || format!("{cond:?}").contains("those: true") {
            rule.asks.push(Ask::Demand(cond));
        }
    }
    follow(pick, &mut rule, reach);
    rule
}

pub fn evidence(pick: &mut Pick) -> Evidence {
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
    let years = pick.of(&[Past::Here, Past::Here, Past::Earlier, Past::HereOrEarlier]);
    Evidence { sorts, years, filters, age }
}

/// When the rule counts, and what follows from it.
pub fn follow(pick: &mut Pick, rule: &mut Rule, reach: Reach) {
    rule.at_accounting = pick.rarely(5);
    rule.planned = pick.rarely(8);
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
