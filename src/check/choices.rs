//! Choices: which of them a selection counts, and whether that is enough.

use crate::model::{Amount, InterventionId, Kind, Qualifier, Selector, Share, Target, When};
use crate::plan::{Choice, YearPlan};
use crate::source::Span;

use super::answer::{Answer, Count};
use super::env::{Env, unreadable};
use super::offered;
use super::outcome::{Failure, Gap, GapKind, Seen, Shown};

/// What a selection finds for one target.
#[derive(Debug, Default)]
pub struct Found {
    pub counted: Vec<InterventionId>,
    pub unsure: Vec<InterventionId>,
    pub gaps: Vec<Gap>,
    /// Years of the window that still lie ahead.
    pub ahead: bool,
    /// Choices that could not be read.
    pub unread: usize,
}

/// The result of a choice demand.
pub enum Chosen {
    Yes,
    /// Not enough yet, but a later year of the window can bring it.
    NotYet,
    No(Failure),
    Unknown(Vec<Gap>),
}

/// Judges a choice demand; `demand` is its number in the rule.
pub fn judge(amount: Amount, selector: &Selector, demand: usize, env: &Env<'_, '_>) -> Chosen {
    if selector.each {
        let mut unknown = Vec::new();
        let mut not_yet = false;
        for (index, target) in selector.targets.iter().enumerate() {
            match one(amount, selector, std::slice::from_ref(target), (demand, Some(index)), env) {
                Chosen::Yes => {}
                Chosen::NotYet => not_yet = true,
                Chosen::No(failure) => return Chosen::No(failure),
                Chosen::Unknown(gaps) => unknown.extend(gaps),
            }
        }
        return match (unknown.is_empty(), not_yet) {
            (false, _) => Chosen::Unknown(unknown),
            (true, true) => Chosen::NotYet,
            (true, false) => Chosen::Yes,
        };
    }
    one(amount, selector, &selector.targets, (demand, None), env)
}

fn one(
    amount: Amount,
    selector: &Selector,
    targets: &[Target],
    (demand, target): (usize, Option<usize>),
    env: &Env<'_, '_>,
) -> Chosen {
    let found = find(selector, targets, env);
    let count = Count { sure: found.counted.len(), unsure: found.unsure.len() + found.unread };
    let (whole, whole_gaps) = base(amount, selector, targets, env);
    let lacking: Vec<InterventionId> = whole.iter().copied().filter(|id| !found.counted.contains(id)).collect();
    let failure = |found: Found| {
        let open = eligible(selector, targets, env).into_iter().filter(|id| !found.counted.contains(id)).collect();
        Chosen::No(Failure::Choices {
            demand,
            target,
            counted: found.counted,
            present: present(targets, env),
            lacking: lacking.clone(),
            elsewhere: Vec::new(),
            eligible: open,
        })
    };
    let verdict = match amount {
        Amount::AtLeast(share) => at_least(share, count),
        Amount::AtMost(share) => at_least(more(share), count).map(|enough| !enough),
        Amount::Exactly(share) => exactly(share, count),
        Amount::None => {
            if count.sure > 0 {
                Some(false)
            } else if count.unsure == 0 {
                Some(true)
            } else {
                None
            }
        }
        Amount::All => {
            let open = lacking.iter().any(|id| found.unsure.contains(id));
            let gone = found.unread == 0 && lacking.iter().any(|id| !found.unsure.contains(id));
            if gone {
                Some(false)
            } else if open || !lacking.is_empty() || !whole_gaps.is_empty() {
                None
            } else {
                Some(true)
            }
        }
        Amount::AllOrNone => all_or_none(&lacking, count, whole.len()),
    };
    match verdict {
        Some(true) => Chosen::Yes,
        Some(false) if found.ahead && can_still(amount) => Chosen::NotYet,
        Some(false) => failure(found),
        None => {
            let mut gaps = found.gaps;
            gaps.extend(whole_gaps);
            Chosen::Unknown(if gaps.is_empty() { vec![unreadable(env.place())] } else { gaps })
        }
    }
}

fn all_or_none(lacking: &[InterventionId], count: Count, whole: usize) -> Option<bool> {
    if count.unsure > 0 {
        return None;
    }
    Some(count.sure == 0 || lacking.is_empty() && count.sure == whole)
}

/// Whether choices of a later year can still bring it about.
fn can_still(amount: Amount) -> bool {
    match amount {
        Amount::AtLeast(_) | Amount::Exactly(_) | Amount::All | Amount::AllOrNone => true,
        Amount::AtMost(_) | Amount::None => false,
    }
}

fn number(share: Share) -> usize {
    match share {
        Share::Number(n) => n as usize,
        // The grammar has no parts of choices.
        Share::Half | Share::Percent(_) => 0,
    }
}

fn more(share: Share) -> Share {
    Share::Number(u32::try_from(number(share)).unwrap_or(u32::MAX).saturating_add(1))
}

fn at_least(share: Share, count: Count) -> Option<bool> {
    let wanted = number(share);
    if count.sure >= wanted {
        Some(true)
    } else if count.most() < wanted {
        Some(false)
    } else {
        None
    }
}

fn exactly(share: Share, count: Count) -> Option<bool> {
    let wanted = number(share);
    if count.unsure == 0 {
        Some(count.sure == wanted)
    } else if count.sure > wanted || count.most() < wanted {
        Some(false)
    } else {
        None
    }
}

/// On offer, and for the practice itself to choose by name.
fn is_choosable(env: &Env<'_, '_>, id: InterventionId) -> bool {
    let own = env.model.intervention(id).is_some_and(|i| i.assigned.is_none() && i.own_idea.is_none());
    own && offered::is_on_offer(env, id)
}

/// For `alle`: the interventions that must be chosen.
fn base(amount: Amount, selector: &Selector, targets: &[Target], env: &Env<'_, '_>) -> (Vec<InterventionId>, Vec<Gap>) {
    if !matches!(amount, Amount::All | Amount::AllOrNone) {
        return (Vec::new(), Vec::new());
    }
    let mut gaps = Vec::new();
    let mut whole = Vec::new();
    for id in targets.iter().flat_map(|target| &target.members) {
        let counts = match selector.qualifier {
            None => is_choosable(env, *id),
            Some(qualifier) => match qualifies(qualifier, *id, env.year, env) {
                Ok(holds) => holds,
                Err(gap) => {
                    gaps.push(gap);
                    false
                }
            },
        };
        if counts && !whole.contains(id) {
            whole.push(*id);
        }
    }
    (whole, gaps)
}

/// What could still be chosen: surely on offer, and with the history that the selection asks.
pub fn eligible(selector: &Selector, targets: &[Target], env: &Env<'_, '_>) -> Vec<InterventionId> {
    let mut found: Vec<InterventionId> = Vec::new();
    for id in targets.iter().flat_map(|target| target.members.iter().copied()) {
        let open = env.model.intervention(id).is_some_and(|i| !i.offered.is_empty() && i.assigned.is_none());
        let fits = selector.qualifier.is_none_or(|qualifier| qualifies(qualifier, id, env.year, env) != Ok(false));
        if open && fits && offered::is_surely_on_offer(env, id) && kind_fits(selector, id, env) && !found.contains(&id)
        {
            found.push(id);
        }
    }
    found
}

/// Whether one of the kinds that are asked is on offer for the intervention.
fn kind_fits(selector: &Selector, id: InterventionId, env: &Env<'_, '_>) -> bool {
    let limits = env.model.intervention(id).map(|i| i.only_kinds.as_slice()).unwrap_or_default();
    limits
        .iter()
        .all(|limit| selector.kinds.0.is_empty() || limit.kinds.0.iter().any(|kind| selector.kinds.allows(*kind)))
}

/// Finds the choices in the year in hand, or in all years of the window.
pub fn find(selector: &Selector, targets: &[Target], env: &Env<'_, '_>) -> Found {
    let mut found = Found::default();
    let own = env.plan.frame.year.map_or(0, |(year, _)| year);
    for year in years(env) {
        match env.plan.year(*year) {
            _ if *year > own => found.ahead = true,
            Some(year) => {
                found.unread += year.unread;
                in_year(selector, targets, year, env, &mut found);
            }
            None => {
                found.gaps.push(Gap::new(GapKind::Year(*year), env.plan.years_span));
                // What a missing year held is not known, so any number of choices may count.
                found.unsure.extend(targets.iter().flat_map(|t| t.members.iter().copied()));
            }
        }
    }
    let counted = &found.counted;
    found.unsure.retain(|id| !counted.contains(id));
    found.unsure.sort_unstable();
    found.unsure.dedup();
    found
}

/// The year in hand, or those of the window.
fn years<'e>(env: &'e Env<'_, '_>) -> &'e [u8] {
    env.window.unwrap_or(env.year.as_slice())
}

/// What is chosen out of the targets, whether it counts or not.
pub fn present(targets: &[Target], env: &Env<'_, '_>) -> Vec<(InterventionId, Option<Kind>, Span)> {
    let own = env.plan.frame.year.map_or(0, |(year, _)| year);
    let plans = years(env).iter().filter(|year| **year <= own).filter_map(|year| env.plan.year(*year));
    let choices = plans.flat_map(|plan| &plan.choices).filter(|choice| is_among(targets, choice));
    choices.map(|choice| (choice.intervention, choice.kind, choice.key)).collect()
}

fn is_among(targets: &[Target], choice: &Choice) -> bool {
    targets.iter().any(|target| target.members.contains(&choice.intervention))
}

fn in_year(selector: &Selector, targets: &[Target], year: &YearPlan, env: &Env<'_, '_>, found: &mut Found) {
    for choice in year.choices.iter().filter(|choice| is_among(targets, choice)) {
        let kind = choice.kind.map(|kind| selector.kinds.allows(kind));
        let history = match selector.qualifier {
            None => Some(true),
            Some(qualifier) => match qualifies(qualifier, choice.intervention, Some(year.year), env) {
                Ok(holds) => Some(holds),
                Err(gap) => {
                    found.gaps.push(gap);
                    None
                }
            },
        };
        let unsure_kind = kind.is_none() && selector.kinds.0.is_empty();
        match (kind.or(unsure_kind.then_some(true)), history) {
            (Some(false), _) | (_, Some(false)) => {}
            (Some(true), Some(true)) => add(&mut found.counted, choice),
            (None, _) | (_, None) => {
                add(&mut found.unsure, choice);
                if kind.is_none() {
                    found.gaps.push(unreadable(choice.kind_span));
                }
            }
        }
    }
}

fn add(list: &mut Vec<InterventionId>, choice: &Choice) {
    if !list.contains(&choice.intervention) {
        list.push(choice.intervention);
    }
}

/// Whether an intervention was chosen when the qualifier says; an error when a year that decides it is missing.
fn qualifies(qualifier: Qualifier, id: InterventionId, year: Option<u8>, env: &Env<'_, '_>) -> Result<bool, Gap> {
    let now = year.unwrap_or(0);
    let years = match qualifier.when {
        When::Earlier => env.model.first_year..=now.saturating_sub(1),
        When::YearBefore => now.saturating_sub(1)..=now.saturating_sub(1),
        When::Year(year) => year..=year,
    };
    let chosen = chosen_in(id, years, env);
    chosen.map(|chosen| chosen != qualifier.negated)
}

/// Whether an intervention was chosen in one of the years; an error when that hangs on a missing year.
pub fn chosen_in(id: InterventionId, years: std::ops::RangeInclusive<u8>, env: &Env<'_, '_>) -> Result<bool, Gap> {
    let mut missing = None;
    for year in years {
        match env.plan.year(year) {
            Some(plan) if plan.choices.iter().any(|choice| choice.intervention == id) => return Ok(true),
            Some(_) => {}
            None if year >= env.model.first_year => missing = missing.or(Some(year)),
            None => {}
        }
    }
    match missing {
        Some(year) => Err(Gap::new(GapKind::Year(year), env.plan.years_span)),
        None => Ok(false),
    }
}

/// A choice as a condition.
pub fn condition(amount: Amount, selector: &Selector, env: &Env<'_, '_>) -> Answer {
    match judge(amount, selector, 0, env) {
        Chosen::Yes => Answer::Yes,
        Chosen::NotYet => Answer::No(None),
        Chosen::No(Failure::Choices { counted, .. }) => {
            let shown = Shown::Count { yes: counted.len(), total: counted.len() };
            Answer::No(Some(Seen::new(env.place(), shown)))
        }
        Chosen::No(Failure::Cond { seen, .. }) => Answer::No(seen),
        Chosen::Unknown(gaps) => Answer::Unknown(gaps),
    }
}
