//! What follows when a rule is met, not met or undecided, and from when: differences between two versions of it.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::diagnostic::{Arg, Text};
use crate::model::{Case, Consequence, Outcome, Standing, say_cond, say_outcome};

use super::Both;
use super::change::{Aspect, Effect, Part};
use super::key::Keys;
use super::thing::{Said, Thing};

/// What differs in the standing of a rule; given what it does that what is still to take place counts.
pub fn compare(both: &Both<'_>, thing: &mut Thing<'_>, old: &Standing, new: &Standing, when_planned: Effect) {
    let Standing { at_accounting, judged, planned, not_yet, from, until, consequences: follows } = old;
    thing.flag(Aspect::AtAccounting, Effect::Looser, *at_accounting, new.at_accounting);
    thing.maybe(Aspect::Judged, Effect::Different, judged.as_ref(), new.judged.as_ref());
    thing.flag(Aspect::Planned, when_planned, *planned, new.planned);
    thing.maybe(Aspect::NotYet, Effect::Looser, not_yet.as_ref(), new.not_yet.as_ref());
    let said = |date: &Option<jiff::civil::Date>| date.map(Said::new);
    if *from != new.from {
        // No day is the same as a day long ago.
        let effect = Effect::rising(Some(from.cmp(&new.from)));
        thing.push(Part::Dates, Aspect::From, effect, said(from), said(&new.from));
    }
    if *until != new.until {
        let until_when = |date: &Option<jiff::civil::Date>| date.unwrap_or(jiff::civil::Date::MAX);
        let effect = Effect::rising(Some(until_when(&new.until).cmp(&until_when(until))));
        thing.push(Part::Dates, Aspect::Until, effect, said(until), said(&new.until));
    }
    consequences(both, thing, Aspect::Outcome, follows, &new.consequences);
}

/// What follows, case by case; the first that fits counts, so their order is compared too.
pub fn consequences(both: &Both<'_>, thing: &mut Thing<'_>, aspect: Aspect, old: &[Consequence], new: &[Consequence]) {
    // A condition of which the answer is missing leads to what follows when data is missing.
    let says_missing = old.iter().chain(new).any(|one| one.case == Case::Missing);
    for case in [Case::NotMet, Case::Met, Case::Missing] {
        let before = of_case(both.old, old, case);
        let after = of_case(both.new, new, case);
        if before.iter().map(|(key, _)| key).eq(after.iter().map(|(key, _)| key)) {
            continue;
        }
        let effect = of_all(both, case, (&before, &after), says_missing && case != Case::Missing);
        one_case(both, thing, aspect, case, (&before, &after), effect);
    }
}

/// More conditions are not tried.
const MOST_CONDITIONS: usize = 8;

/// Whether what follows in a case is never milder than it was, or never worse, whichever of the conditions hold. Where another condition may
/// lack its answer, and something else follows then, that is not told.
fn of_all(both: &Both<'_>, case: Case, (old, new): (&[Keyed<'_>], &[Keyed<'_>]), says_missing: bool) -> Effect {
    type Listed<'c> = (Option<String>, &'c Outcome);
    fn listed<'c>(keys: Keys<'_>, list: &[Keyed<'c>]) -> Vec<Listed<'c>> {
        list.iter().map(|(_, one)| (condition(keys, one), &one.outcome)).collect()
    }
    fn asked(list: &[Listed<'_>]) -> BTreeSet<String> {
        list.iter().filter_map(|(condition, _)| condition.clone()).collect()
    }
    let (old, new) = (listed(both.old, old), listed(both.new, new));
    let all: Vec<String> = asked(&old).union(&asked(&new)).cloned().collect();
    if all.len() > MOST_CONDITIONS || says_missing && asked(&old) != asked(&new) {
        return Effect::Different;
    }
    let usual = by_itself(case);
    let orders = (0_u32..1 << all.len()).map(|answers| {
        let holds = |condition: &Option<String>| match condition {
            Some(key) => all.iter().position(|one| one == key).is_some_and(|at| answers & (1 << at) != 0),
            None => true,
        };
        let first = |list: &[Listed<'_>]| {
            list.iter().find(|(condition, _)| holds(condition)).map_or_else(|| usual.clone(), |(_, one)| (*one).clone())
        };
        worse(&first(&new), &first(&old))
    });
    let orders: Option<BTreeSet<Ordering>> = orders.collect();
    let Some(orders) = orders else { return Effect::Different };
    match (orders.contains(&Ordering::Greater), orders.contains(&Ordering::Less)) {
        (true, false) => Effect::Stricter,
        (false, true) => Effect::Looser,
        (_, _) => Effect::Different,
    }
}

fn condition(keys: Keys<'_>, one: &Consequence) -> Option<String> {
    one.condition.as_ref().map(|cond| keys.cond(cond))
}

type Keyed<'c> = (String, &'c Consequence);

fn of_case<'c>(keys: Keys<'_>, list: &'c [Consequence], case: Case) -> Vec<Keyed<'c>> {
    list.iter().filter(|one| one.case == case).map(|one| (keys.consequence(one), one)).collect()
}

fn one_case(
    both: &Both<'_>,
    thing: &mut Thing<'_>,
    aspect: Aspect,
    case: Case,
    (old, new): (&[Keyed<'_>], &[Keyed<'_>]),
    all: Effect,
) {
    let lacking = |one: &Keyed<'_>, among: &[Keyed<'_>]| !among.iter().any(|(key, _)| *key == one.0);
    let mut gone: Vec<&Keyed<'_>> = old.iter().filter(|one| lacking(one, new)).collect();
    let mut come: Vec<&Keyed<'_>> = new.iter().filter(|one| lacking(one, old)).collect();
    if gone.is_empty() && come.is_empty() {
        let said = |list: &[Keyed<'_>]| {
            let all = list.iter().map(|(_, one)| Arg::Text(say_outcome(&one.outcome))).collect();
            Some(Said::new(Arg::List(all, crate::diagnostic::Join::Comma)).when(say_case(case)))
        };
        thing.push(thing.part, Aspect::OutcomeOrder, Effect::Different, said(old), said(new));
        return;
    }
    // The same condition with another outcome, or one for one, is a change; the rest came or went.
    let mut paired = Vec::new();
    gone.retain(|one| {
        let same = |other: &&Keyed<'_>| condition(both.old, one.1) == condition(both.new, other.1);
        match come.iter().position(same) {
            Some(at) => {
                paired.push((one.1, come.remove(at).1));
                false
            }
            None => true,
        }
    });
    if let ([one], [other]) = (gone.as_slice(), come.as_slice()) {
        paired.push((one.1, other.1));
        gone.clear();
        come.clear();
    }
    // Of several changes one by itself may go the other way than all of them do.
    let of_one = |old: &Outcome, new: &Outcome| {
        let own = Effect::rising(worse(new, old));
        if own == all { all } else { Effect::Different }
    };
    for (one, other) in paired {
        let same = condition(both.old, one) == condition(both.new, other);
        let effect = if same { of_one(&one.outcome, &other.outcome) } else { all };
        thing.push(thing.part, aspect, effect, Some(said(one)), Some(said(other)));
    }
    // What is gone or new under a condition stands beside what follows otherwise.
    for (_, one) in gone {
        let otherwise = otherwise(new, case);
        let effect = of_one(&one.outcome, &otherwise);
        thing.push(thing.part, aspect, effect, Some(said(one)), Some(said_usual(&otherwise, case)));
    }
    for (_, one) in come {
        let otherwise = otherwise(old, case);
        let effect = of_one(&otherwise, &one.outcome);
        thing.push(thing.part, aspect, effect, Some(said_usual(&otherwise, case)), Some(said(one)));
    }
}

fn said(one: &Consequence) -> Said {
    let outcome = say_outcome(&one.outcome);
    let text = match &one.condition {
        Some(cond) => Text::new("diff-say-outcome-if").with("outcome", outcome).with("cond", say_cond(cond)),
        None => outcome,
    };
    Said::new(text).when(say_case(one.case))
}

fn say_case(case: Case) -> Text {
    Text::new(match case {
        Case::Met => "diff-say-met",
        Case::NotMet => "diff-say-not-met",
        Case::Missing => "diff-say-missing",
    })
}

/// What follows when no condition holds.
fn otherwise(list: &[Keyed<'_>], case: Case) -> Outcome {
    let said = list.iter().find(|(_, one)| one.condition.is_none()).map(|(_, one)| one.outcome.clone());
    said.unwrap_or_else(|| by_itself(case))
}

/// What follows when nothing is said about it.
pub fn by_itself(case: Case) -> Outcome {
    match case {
        Case::Met => Outcome::Fine,
        Case::NotMet | Case::Missing => Outcome::Violation,
    }
}

fn said_usual(outcome: &Outcome, case: Case) -> Said {
    Said::new(say_outcome(outcome)).when(say_case(case))
}

/// How an outcome stands to another for every practice; none where it is worse for one and milder for the next. What is later to be
/// shown is a violation at the accounting, so it stands beside what a person judges and beside a warning.
pub fn worse(one: &Outcome, other: &Outcome) -> Option<Ordering> {
    let weight = |outcome: &Outcome| match outcome {
        Outcome::Fine => 0,
        Outcome::Review(_) => 1,
        Outcome::Warning => 2,
        Outcome::Later | Outcome::NotVerifiable => 3,
        Outcome::Violation => 4,
    };
    let is_end = |outcome: &Outcome| matches!(outcome, Outcome::Fine | Outcome::Violation);
    let is_line = |outcome: &Outcome| matches!(outcome, Outcome::Review(_) | Outcome::Warning);
    let told = is_end(one)
        || is_end(other)
        || is_line(one) && is_line(other)
        || weight(one) == weight(other) && { std::mem::discriminant(one) == std::mem::discriminant(other) };
    told.then(|| weight(one).cmp(&weight(other)))
}
