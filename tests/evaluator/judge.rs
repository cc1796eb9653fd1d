//! The verdicts of the reference evaluator: every rule, in every year, for every part it goes over.

use std::collections::BTreeMap;

use super::choices::{self, Need};
use super::compare::is_old;
use super::conditions::{Place, holds, items, place, read, same, test_of};
use super::follow::follow;
use super::offer;
use super::plan::{Plan, Value};
use super::region::{Amount, Ask, Choose, Evidence, List, Past, Period, Region, Rule, Scope};
use super::years;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Violation,
    Warning,
    Review,
    Pending,
    Nothing,
    /// The reference does not say.
    Open,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    pub rule: String,
    pub year: Option<i32>,
    pub severity: Severity,
}

/// How often each finding is given.
pub type Findings = BTreeMap<Finding, usize>;

/// What a rule says of one thing before anything follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    NotApplicable,
    Met,
    NotMet,
    /// Not met, but possible in a later year.
    NotYet,
    /// A value that `eis` or `bewijs` needs is not there.
    Missing,
    /// A value that `als` or `voor elk` needs is not there.
    Unsure,
    /// The reference does not say.
    Open,
}

pub fn evaluate(region: &Region, plan: &Plan) -> Findings {
    let mut found = offer::findings(region, plan);
    for rule in &region.rules {
        for year in years_of(region, plan, &rule.scope) {
            let here = place(region, plan, year);
            judge(region, plan, rule, year, &here, &mut found);
        }
    }
    for intervention in &region.interventions {
        let Some(rule) = &intervention.minimum else { continue };
        let Scope::Periods(periods) = &rule.scope else { panic!("a minimum has periods") };
        for year in 1..=years::last_of_plan(region, plan.start, plan.year) {
            let first = years::span(region, plan.start, year).0;
            if !periods.iter().all(|period| years::day_in(period, year, first)) {
                continue;
            }
            for choice in plan.chosen(year).into_iter().filter(|choice| choice.intervention == intervention.id) {
                let choice = Value::Record(choice.record(&region.interventions));
                let here = place(region, plan, Some(year)).within(&choice);
                judge(region, plan, rule, Some(year), &here, &mut found);
            }
        }
    }
    let mut counted = Findings::new();
    for finding in found {
        *counted.entry(finding).or_insert(0) += 1;
    }
    counted
}

/// The years for which a rule speaks; nothing stands for the plan as a whole.
pub fn years_of(region: &Region, plan: &Plan, scope: &Scope) -> Vec<Option<i32>> {
    let in_all = |periods: &[Period], year: i32| {
        let first = years::span(region, plan.start, year).0;
        periods.iter().all(|period| years::day_in(period, year, first))
    };
    let last = years::last_of_plan(region, plan.start, plan.year);
    match scope {
        Scope::Whole => vec![None],
        Scope::Periods(periods) => (1..=last).filter(|year| in_all(periods, *year)).map(Some).collect(),
        Scope::PlanYear(periods) => (plan.year..=last).filter(|year| in_all(periods, *year)).map(Some).collect(),
        // Said with the last of its years that the plan has reached.
        Scope::Together(years) => {
            years.iter().copied().filter(|year| *year <= last).max().map(Some).into_iter().collect()
        }
    }
}

/// What a rule asks at the accounting is what is done; whom it is about is as things stand.
fn asking<'a>(rule: &Rule, here: &Place<'a>) -> Place<'a> {
    let mut asking = here.clone();
    asking.held = !rule.planned && (rule.at_accounting || here.held);
    asking
}

fn judge(region: &Region, plan: &Plan, rule: &Rule, year: Option<i32>, here: &Place<'_>, found: &mut Vec<Finding>) {
    if rule.not_yet || rule.to.is_some_and(|to| plan.handed_in > to) {
        return;
    }
    let mut about = here.clone();
    about.held = !rule.planned && here.held;
    let here = &about;
    let state = match all(rule.conditions.iter().map(|cond| holds(here, cond))) {
        Some(true) => return speak(region, plan, rule, year, here, found),
        Some(false) => State::NotApplicable,
        None => State::Unsure,
    };
    let mut would = Vec::new();
    if state == State::Unsure {
        speak(region, plan, rule, year, here, &mut would);
    }
    perhaps(
        would,
        Finding { rule: rule.id.clone(), year, severity: follow(plan, rule, year, &asking(rule, here), state) },
        found,
    );
}

/// Where it is not known whether a rule speaks, that matters only when it would say something.
fn perhaps(would: Vec<Finding>, unsure: Finding, found: &mut Vec<Finding>) {
    if would.iter().any(|finding| finding.severity != Severity::Open) {
        found.extend(Some(unsure).filter(|finding| finding.severity != Severity::Nothing));
    } else {
        found.extend(would);
    }
}

/// What a rule says whose conditions hold.
fn speak(region: &Region, plan: &Plan, rule: &Rule, year: Option<i32>, here: &Place<'_>, found: &mut Vec<Finding>) {
    let finding = |year: Option<i32>, severity: Severity| Finding { rule: rule.id.clone(), year, severity };
    let mut say_of = |year: Option<i32>, severity: Severity| {
        found.extend(Some(finding(year, severity)).filter(|finding| finding.severity != Severity::Nothing));
    };
    let Some((list, same_field)) = &rule.each else {
        let state = asks(region, plan, rule, year, &asking(rule, here));
        // What may still come is due when the last year in which it can is accounted for.
        let due = match (&rule.scope, &state) {
            (Scope::Together(years), State::NotYet) => {
                years.iter().copied().filter(|year| !years::is_over(region, plan.start, *year)).max().or(year)
            }
            _ => year,
        };
        say_of(due, follow(plan, rule, year, &asking(rule, here), state));
        return;
    };
    let of_part = |inner: &Place<'_>| {
        let state = asks(region, plan, rule, year, &asking(rule, inner));
        follow(plan, rule, year, &asking(rule, inner), state)
    };
    let mut unfiltered = list.clone();
    unfiltered.filters.clear();
    let Some(all_parts) = items(here, &unfiltered) else {
        say_of(year, follow(plan, rule, year, &asking(rule, here), State::Unsure));
        return;
    };
    let mut parts = Vec::new();
    for part in all_parts {
        let inner = here.within(&part);
        match all(list.filters.iter().map(|(left, test)| test_of(&inner, left, test))) {
            Some(true) => parts.push(part),
            Some(false) => {}
            None => {
                let would = finding(year, if same_field.is_none() { of_part(&inner) } else { Severity::Violation });
                let would = Some(would).filter(|finding| finding.severity != Severity::Nothing);
                let unsure = finding(year, follow(plan, rule, year, &asking(rule, &inner), State::Unsure));
                perhaps(would.into_iter().collect(), unsure, found);
            }
        }
    }
    let mut say_of = |year: Option<i32>, severity: Severity| {
        found.extend(Some(finding(year, severity)).filter(|finding| finding.severity != Severity::Nothing));
    };
    match same_field {
        None => {
            for part in &parts {
                say_of(year, of_part(&here.within(part)));
            }
        }
        Some(field) => {
            for group in groups(&parts, field) {
                let mut inner = here.clone();
                inner.those = Some(group);
                say_of(year, of_part(&inner));
            }
        }
    }
}

/// Parts with the same value of a field go together.
fn groups(parts: &[Value], field: &str) -> Vec<Vec<Value>> {
    let field_of = |part: &Value| match part {
        Value::Record(record) => {
            read(record.iter().find(|(name, _)| *name == field).map(|(_, value)| value.clone())).unwrap()
        }
        other => panic!("{other:?} has no fields"),
    };
    let mut groups: Vec<Vec<Value>> = Vec::new();
    for part in parts {
        match groups.iter_mut().find(|group| same(&field_of(&group[0]), &field_of(part))) {
            Some(group) => group.push(part.clone()),
            None => groups.push(vec![part.clone()]),
        }
    }
    groups
}

/// All of them: one that fails decides, then one that is not known.
pub fn all(answers: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let answers: Vec<Option<bool>> = answers.collect();
    if answers.contains(&Some(false)) {
        Some(false)
    } else if answers.contains(&None) {
        None
    } else {
        Some(true)
    }
}

fn asks(region: &Region, plan: &Plan, rule: &Rule, year: Option<i32>, here: &Place<'_>) -> State {
    if let Scope::Together(together) = &rule.scope {
        let chooses: Vec<&Choose> = chooses(rule);
        return match choices::together(region, plan, together, &chooses) {
            Some(true) => State::Met,
            Some(false) => State::NotMet,
            None => State::NotYet,
        };
    }
    let answer = all(rule.asks.iter().map(|ask| match ask {
        Ask::Choose(choose) => choices::holds(region, plan, year.unwrap(), choose),
        Ask::Demand(cond) => holds(here, cond),
        Ask::Evidence(evidence) => evidence_holds(here, evidence),
        Ask::Judged => Some(true),
    }));
    match answer {
        Some(true) => match gets_apart(region, plan, rule, year) {
            Apart::Gets(true) => State::Met,
            Apart::Gets(false) => State::NotMet,
            Apart::Unsure => State::Unsure,
            Apart::Open => State::Open,
        },
        Some(false) => State::NotMet,
        None if rule
            .asks
            .iter()
            .any(|ask| matches!(ask, Ask::Choose(choose) if by_offer(region, plan, year, choose))) =>
        {
            State::Open
        }
        None => State::Missing,
    }
}

/// Whether what is asked hangs on the start date of a choice that is not made.
fn by_offer(region: &Region, plan: &Plan, year: Option<i32>, choose: &Choose) -> bool {
    !choose.out_of_field && choices::holds(region, plan, year.unwrap(), choose).is_none()
}

fn chooses(rule: &Rule) -> Vec<&Choose> {
    rule.asks
        .iter()
        .map(|ask| match ask {
            Ask::Choose(choose) => choose,
            other => panic!("only `kies` here: {other:?}"),
        })
        .collect()
}

/// The evidence at the choice in hand, and at the same intervention in the years before, as far as these count.
fn pieces(here: &Place<'_>, years: Past) -> Option<Vec<Value>> {
    let list = List { name: "bewijs", those: false, that: None, filters: Vec::new(), of: None };
    let mut found = if years == Past::Earlier { Vec::new() } else { items(here, &list)? };
    if years != Past::Here {
        let of = |name: &str| here.records[0].iter().find(|(field, _)| *field == name).map(|(_, value)| value.clone());
        let Some(Value::Word(own)) = of("interventie") else { panic!("no choice in hand") };
        for year in 1..here.year.unwrap() {
            for choice in here.plan.chosen(year).into_iter().filter(|choice| choice.intervention == own) {
                let pieces = choice.evidence.iter().map(|piece| Value::Record(piece.clone()));
                found.extend(pieces.filter(|piece| !here.part_is_ahead(&list, piece)));
            }
        }
    }
    Some(found)
}

/// Whether another piece of evidence would do, or surely this.
fn evidence_holds(here: &Place<'_>, evidence: &Evidence) -> Option<bool> {
    let mut unknown = false;
    for piece in pieces(here, evidence.years)? {
        let Value::Record(record) = &piece else { panic!("no evidence: {piece:?}") };
        let sort = record.iter().find(|(name, _)| *name == "soort").map(|(_, value)| value);
        let of_sort = evidence.sorts.iter().any(|wanted| sort == Some(&Value::Word(wanted)));
        let inner = here.within(&piece);
        let mut answers = vec![Some(of_sort)];
        for (left, test) in &evidence.filters {
            answers.push(test_of(&inner, left, test));
        }
        if let Some((at_most, length, on)) = &evidence.age {
            let date = record.iter().find(|(name, _)| *name == "datum").map(|(_, value)| value.clone());
            answers.push(match read(date) {
                Some(Value::Day(date)) => is_old(here, date, *at_most, *length, on.as_ref()),
                _ => None,
            });
        }
        match all(answers.into_iter()) {
            Some(true) => return Some(true),
            Some(false) => {}
            None => unknown = true,
        }
    }
    if unknown { None } else { Some(false) }
}

/// Whether a rule gets its choices beside the rules that stand earlier.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Apart {
    Gets(bool),
    /// It hangs on whether another rule applies, and that is not known.
    Unsure,
    /// The reference does not say.
    Open,
}

/// Whether this rule gets its choices, whichever of the rules apply of which that is not known.
fn gets_apart(region: &Region, plan: &Plan, rule: &Rule, year: Option<i32>) -> Apart {
    let named = |a: &Rule, b: &Rule| a.not_double.as_ref().is_some_and(|names| names.contains(&b.id));
    let linked = |rule: &Rule| rule.not_double.is_some() || region.rules.iter().any(|other| named(other, rule));
    if !linked(rule) {
        return Apart::Gets(true);
    }
    let (mut sure, mut doubtful) = (Vec::new(), Vec::new());
    for (at, other) in region.rules.iter().enumerate() {
        let over = other.not_yet || other.to.is_some_and(|to| plan.handed_in > to);
        if !linked(other) || over || !years_of(region, plan, &other.scope).contains(&year) {
            continue;
        }
        if other.id == rule.id {
            // It is asked what it says when it speaks.
            sure.push(at);
            continue;
        }
        let mut here = place(region, plan, year);
        here.held = !other.planned && here.held;
        match all(other.conditions.iter().map(|cond| holds(&here, cond))) {
            Some(true) => sure.push(at),
            None => doubtful.push(at),
            Some(false) => {}
        }
    }
    let mut answers = Vec::new();
    for some in 0..1_u32 << doubtful.len() {
        let with = doubtful.iter().enumerate().filter(|(bit, _)| some & 1 << bit != 0).map(|(_, at)| *at);
        let mut speak: Vec<usize> = sure.iter().copied().chain(with).collect();
        speak.sort_unstable();
        answers.push(gets_beside(region, plan, rule, year.unwrap(), &speak));
    }
    if answers.contains(&None) {
        return Apart::Open;
    }
    if answers.iter().all(|answer| *answer == answers[0]) { Apart::Gets(answers[0].unwrap()) } else { Apart::Unsure }
}

/// Whether this rule gets its choices beside these that stand earlier. Nothing when an earlier rule does not get
/// its own, and might all the same keep a choice to itself: the reference does not say.
fn gets_beside(region: &Region, plan: &Plan, rule: &Rule, year: i32, speak: &[usize]) -> Option<bool> {
    let named = |a: &Rule, b: &Rule| a.not_double.as_ref().is_some_and(|names| names.contains(&b.id));
    let apart = |a: usize, b: usize| {
        let (one, two) = (&region.rules[a], &region.rules[b]);
        if a == b { one.not_double.is_some() } else { named(one, two) || named(two, one) }
    };
    let mut kept: Vec<Need> = Vec::new();
    let mut left_out: Vec<Need> = Vec::new();
    for at in speak.iter().copied() {
        let other = &region.rules[at];
        let mut needs = Vec::new();
        for choose in chooses(other) {
            let Amount::AtLeast(count) = choose.amount else { panic!("only `minimaal` here") };
            needs.push(Need { rule: at, count, of: choices::counted(region, plan, year, choose, &choose.targets) });
        }
        let tried: Vec<Need> = kept.iter().chain(&needs).cloned().collect();
        let gets = choices::can_share(&tried, &apart);
        if other.id == rule.id {
            let may_clash = left_out.iter().any(|need| {
                apart(need.rule, at) && need.of.iter().any(|id| needs.iter().any(|mine| mine.of.contains(id)))
            });
            return if gets && may_clash { None } else { Some(gets) };
        }
        if gets {
            kept = tried;
        } else {
            left_out.extend(needs);
        }
    }
    panic!("rule {} speaks in year {year}", rule.id)
}
