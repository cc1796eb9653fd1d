//! What is hidden in a plan can be filled in, in many ways: what the tool still says for certain has to be what
//! the evaluator says of every one of them.

use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestError};

use super::day::{Quarter, day};
use super::judge::{Finding, Findings, Severity, evaluate, of_outcome};
use super::pick::{self, Pick};
use super::plan::{Plan, Record, Value};
use super::pools::{DAYS, LEVELS, QUARTERS, ROLES};
use super::region::{Case, KINDS, ONE, Region, Rule};
use super::tool::{self, Said};
use super::{generate_plan, generate_region, plans_wanted, print_plan, print_region, reads_start_dates, runner};

/// How many ways to fill in are tried for one plan.
const WAYS: usize = 60;

/// Where fields stand.
#[derive(Clone, Debug)]
enum Holder {
    Practice,
    PracticePart(&'static str, usize),
    Year(usize),
    YearPart(usize, &'static str, usize),
    Choice(usize, usize),
    Evidence(usize, usize, usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Blank,
    Absent,
    Mistyped,
}

#[derive(Clone, Debug)]
enum Hidden {
    Field(Holder, &'static str, How),
    /// The kind of a choice: empty, or a word that is no kind.
    Kind(usize, usize, How),
    Name(usize, usize),
    Year(usize),
}

impl Hidden {
    /// Whether rules may be silent about it, because a fixed check names the cause.
    fn silences(&self) -> bool {
        !matches!(self, Hidden::Field(_, _, How::Blank | How::Absent))
    }
}

fn record<'a>(plan: &'a mut Plan, holder: &Holder) -> Option<&'a mut Record> {
    fn part<'a>(record: &'a mut Record, list: &str, at: usize) -> Option<&'a mut Record> {
        match record.iter_mut().find(|(name, _)| *name == list).map(|(_, value)| value)? {
            Value::List(items) => match items.get_mut(at)? {
                Value::Record(record) => Some(record),
                _ => None,
            },
            Value::Record(record) => Some(record),
            _ => None,
        }
    }
    match holder {
        Holder::Practice => Some(&mut plan.practice),
        Holder::PracticePart(list, at) => part(&mut plan.practice, list, *at),
        Holder::Year(year) => Some(&mut plan.years.get_mut(*year)?.fields),
        Holder::YearPart(year, list, at) => part(&mut plan.years.get_mut(*year)?.fields, list, *at),
        Holder::Choice(year, at) => Some(&mut plan.years.get_mut(*year)?.choices.get_mut(*at)?.fields),
        Holder::Evidence(year, at, piece) => plan.years.get_mut(*year)?.choices.get_mut(*at)?.evidence.get_mut(*piece),
    }
}

/// Everything that can be hidden; texts that only `is ingevuld` reads are known without an answer.
fn hideable(plan: &Plan, start_dates: bool) -> Vec<Hidden> {
    let mut holders = vec![Holder::Practice, Holder::PracticePart("blok", 0)];
    for at in 0..5 {
        holders.push(Holder::PracticePart("leden", at));
    }
    for year in 0..plan.years.len() {
        holders.push(Holder::Year(year));
        for at in 0..4 {
            holders.push(Holder::YearPart(year, "bijeenkomsten", at));
        }
        for (at, choice) in plan.years[year].choices.iter().enumerate() {
            holders.push(Holder::Choice(year, at));
            for piece in 0..choice.evidence.len() {
                holders.push(Holder::Evidence(year, at, piece));
            }
        }
    }
    let mut all = Vec::new();
    let mut copy = plan.clone();
    for holder in holders {
        let Some(record) = record(&mut copy, &holder) else { continue };
        for (name, value) in record.iter() {
            let fixed = matches!(*name, "notitie" | "onderbouwing" | "omschrijving" | "soort")
                || (*name == "startdatum" && !start_dates);
            if fixed {
                continue;
            }
            all.push(Hidden::Field(holder.clone(), name, How::Blank));
            all.push(Hidden::Field(holder.clone(), name, How::Absent));
            if matches!(value, Value::Number(_) | Value::Day(_) | Value::Quarter(_) | Value::YesNo(_) | Value::Word(_))
            {
                all.push(Hidden::Field(holder.clone(), name, How::Mistyped));
            }
        }
    }
    for (year, found) in plan.years.iter().enumerate() {
        for at in 0..found.choices.len() {
            all.push(Hidden::Kind(year, at, How::Mistyped));
            all.push(Hidden::Kind(year, at, How::Blank));
            all.push(Hidden::Name(year, at));
        }
        if found.number < plan.year {
            all.extend(vec![Hidden::Year(year); 4]);
        }
    }
    all
}

/// The plan with something hidden; false when it is hidden already.
fn hide(plan: &mut Plan, hidden: &Hidden) -> bool {
    match hidden {
        Hidden::Field(holder, name, how) => {
            let Some(record) = record(plan, holder) else { return false };
            let Some(at) = record.iter().position(|(field, _)| field == name) else { return false };
            match how {
                How::Absent => {
                    record.remove(at);
                }
                How::Blank => record[at].1 = Value::Blank,
                How::Mistyped => record[at].1 = Value::Mistyped("weet niet"),
            }
        }
        Hidden::Kind(year, at, how) => {
            plan.years[*year].choices[*at].kind_as = Some(if *how == How::Blank { "" } else { "nieuwer" });
        }
        Hidden::Name(year, at) => plan.years[*year].choices[*at].name_as = Some("onbekend-ding"),
        Hidden::Year(year) => {
            plan.years.remove(*year);
        }
    }
    true
}

/// The plan with what was hidden filled in some way.
fn fill(plan: &mut Plan, region: &Region, hidden: &Hidden, pick: &mut Pick) {
    match hidden {
        Hidden::Field(holder, name, how) => {
            let Some(record) = record(plan, holder) else { return };
            let at = record.iter().position(|(field, _)| field == name).unwrap();
            let value = other(&record[at].1, pick);
            record[at].1 = if *how == How::Mistyped { value } else { Value::Guess(Box::new(value)) };
        }
        Hidden::Kind(year, at, _) => plan.years[*year].choices[*at].kind = pick.of(&KINDS),
        Hidden::Name(year, at) => {
            let choices = &mut plan.years[*year].choices;
            let free: Vec<&'static str> = region
                .interventions
                .iter()
                .map(|i| i.id)
                .filter(|id| {
                    choices[*at].intervention == *id || choices.iter().all(|choice| choice.intervention != *id)
                })
                .collect();
            choices[*at].intervention = pick.of(&free);
            choices[*at].kind = pick.of(&KINDS);
        }
        Hidden::Year(year) => {
            let year = &mut plan.years[*year];
            if pick.rarely(4) {
                year.choices.clear();
            }
            let mut at = 0;
            while at < year.choices.len() {
                if pick.rarely(3) {
                    year.choices.remove(at);
                } else {
                    year.choices[at].kind = pick.of(&KINDS);
                    at += 1;
                }
            }
            for (_, value) in &mut year.fields {
                if pick.rarely(2) {
                    *value = other(value, pick);
                }
            }
        }
    }
}

fn other(value: &Value, pick: &mut Pick) -> Value {
    match value {
        Value::Number(_) => Value::Number(pick.of(&[
            0,
            ONE,
            2 * ONE,
            3 * ONE,
            5 * ONE,
            7 * ONE + ONE / 2,
            8 * ONE,
            9 * ONE,
            50 * ONE,
            99 * ONE,
        ])),
        Value::Day(_) => match pick.below(4) {
            0 => Value::Day(day(1990, 1, 1)),
            1 => Value::Day(day(2090, 1, 1)),
            2 => Value::Day(pick.of(&DAYS).next()),
            _ => Value::Day(pick.of(&DAYS)),
        },
        Value::Quarter(_) => {
            let far = [Quarter { year: 2000, number: 1 }, Quarter { year: 2040, number: 4 }];
            Value::Quarter(if pick.rarely(2) { pick.of(&far) } else { pick.of(&QUARTERS) })
        }
        Value::YesNo(_) => Value::YesNo(pick.rarely(2)),
        Value::Word(word) if LEVELS.contains(word) => Value::Word(pick.of(&LEVELS)),
        Value::Word(_) => Value::Word(pick.of(&ROLES[..2])),
        Value::Text(_) => Value::Text(pick.of(&["Gouda", "Den Haag", "Café", "Elders"]).to_owned()),
        Value::List(items) => match pick.below(3) {
            0 => Value::List(Vec::new()),
            1 => Value::List(items.iter().take(1).cloned().collect()),
            _ => Value::List(items.clone()),
        },
        Value::Record(fields) => {
            Value::Record(fields.iter().map(|(name, value)| (*name, other(value, pick))).collect())
        }
        Value::Blank | Value::Guess(_) | Value::Mistyped(_) => value.clone(),
    }
}

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
            if may_be_silent || soft || finding.severity == Severity::Open {
                continue;
            }
            if !spoken(&finding.rule, finding.year) {
                return Some((format!("nothing is said, but it can be: {finding:?}"), way));
            }
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
        let rule = what.split('"').nth(1).unwrap_or_default().to_owned();
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
    let rules = prop::collection::vec(pick::numbers(60), 1..6);
    let plans = prop::collection::vec(pick::numbers(160), super::PLANS);
    let mut runner = runner(plans_wanted().div_ceil(super::PLANS * 4));
    let result = runner.run(&(pick::numbers(60), rules, plans), |(offer, rules, plans)| {
        let region = generate_region::region(&offer, &rules);
        match check(&region, &plans) {
            Err(what) if std::env::var_os("MTVP_EVALUATOR_ALL").is_some() => {
                eprintln!("{what}\n=======");
                Ok(())
            }
            answer => answer.map_err(TestCaseError::fail),
        }
    });
    match result {
        Ok(()) => {}
        Err(TestError::Fail(why, _)) => panic!("{why}"),
        Err(TestError::Abort(why)) => panic!("{why}"),
    }
}
