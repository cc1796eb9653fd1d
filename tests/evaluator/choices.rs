//! What `kies` counts, and `geen keuze telt dubbel` by trying every way to share.

use super::day::day;
use super::offer;
use super::plan::Plan;
use super::region::{Amount, Ask, By, Choose, Intervention, KINDS, Kind, Period, Region, Target, Which, Withheld};
use super::years;

pub const LIST_MEMBERS: [&str; 2] = ["anker", "dek"];

/// Whether an intervention belongs to a target.
fn belongs(intervention: &Intervention, target: &Target) -> bool {
    match target {
        Target::Element(id) => intervention.element == *id,
        Target::Theme => intervention.theme,
        Target::ChoiceList => LIST_MEMBERS.contains(&intervention.id),
        Target::Intervention(id) => intervention.id == *id,
    }
}

fn was_chosen(plan: &Plan, year: i32, id: &str, which: Which) -> bool {
    match which {
        Which::Earlier => (1..year).any(|earlier| plan.has_chosen(earlier, id)),
        Which::InYear(other) => plan.has_chosen(other, id),
        Which::YearBefore => plan.has_chosen(year - 1, id),
    }
}

/// The interventions of the targets that were chosen in the year, of the kinds, and `die …`.
pub fn counted(region: &Region, plan: &Plan, year: i32, choose: &Choose, targets: &[Target]) -> Vec<&'static str> {
    let mut found = Vec::new();
    for intervention in &region.interventions {
        if !targets.iter().any(|target| belongs(intervention, target)) {
            continue;
        }
        let Some(choice) = plan.chosen(year).into_iter().find(|choice| choice.intervention == intervention.id) else {
            continue;
        };
        let of_kind = choose.kinds.is_empty() || choose.kinds.contains(&choice.kind);
        let of_which = match choose.which {
            Some((not, which)) => was_chosen(plan, year, intervention.id, which) != not,
            None => true,
        };
        if of_kind && of_which {
            found.push(intervention.id);
        }
    }
    found
}

/// What `alle` and `alle of geen` ask for.
fn asked(region: &Region, plan: &Plan, year: i32, choose: &Choose) -> Vec<&'static str> {
    let mut found = Vec::new();
    for intervention in &region.interventions {
        if !choose.targets.iter().any(|target| belongs(intervention, target)) {
            continue;
        }
        let own_pick = intervention.by == By::Offer;
        let wanted = match choose.which {
            None => own_pick,
            // What was chosen then, an own idea too, unless it is certainly not on offer.
            Some((false, which)) => intervention.by != By::Region && was_chosen(plan, year, intervention.id, which),
            Some((true, which)) => own_pick && !was_chosen(plan, year, intervention.id, which),
        };
        if wanted && offer::on_offer(region, plan, year, intervention) {
            found.push(intervention.id);
        }
    }
    found
}

/// Out of the list that the plan gives: what stands there counts as offered.
fn out_of_field(plan: &Plan, year: i32, choose: &Choose) -> Option<bool> {
    let named = plan.assigned(year)?;
    let (mut asked, mut found): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for id in named {
        let fits = choose.which.is_none_or(|(not, which)| was_chosen(plan, year, id, which) != not);
        if !fits || asked.contains(&id) {
            continue;
        }
        asked.push(id);
        let choice = plan.chosen(year).into_iter().find(|choice| choice.intervention == id);
        if choice.is_some_and(|choice| choose.kinds.is_empty() || choose.kinds.contains(&choice.kind)) {
            found.push(id);
        }
    }
    Some(match choose.amount {
        Amount::All => found.len() == asked.len(),
        Amount::AllOrNone => found.len() == asked.len() || found.is_empty(),
        amount => enough(amount, found.len()),
    })
}

pub fn holds(region: &Region, plan: &Plan, year: i32, choose: &Choose) -> Option<bool> {
    if choose.out_of_field {
        return out_of_field(plan, year, choose);
    }
    if choose.each {
        for target in &choose.targets {
            let found = counted(region, plan, year, choose, std::slice::from_ref(target));
            if !enough(choose.amount, found.len()) {
                return Some(false);
            }
        }
        return Some(true);
    }
    let found = counted(region, plan, year, choose, &choose.targets);
    match choose.amount {
        Amount::All | Amount::AllOrNone => {
            let asked = asked(region, plan, year, choose);
            let chosen = asked.iter().filter(|id| found.contains(id)).count();
            Some(chosen == asked.len() || (choose.amount == Amount::AllOrNone && chosen == 0))
        }
        amount => Some(enough(amount, found.len())),
    }
}

pub fn enough(amount: Amount, count: usize) -> bool {
    match amount {
        Amount::AtLeast(n) => count >= n,
        Amount::AtMost(n) => count <= n,
        Amount::Exactly(n) => count == n,
        Amount::None => count == 0,
        Amount::All | Amount::AllOrNone => panic!("not by number"),
    }
}

/// Over some years together: each intervention once. True or false as it stands, nothing when false now but
/// possible in a later year.
pub fn together(region: &Region, plan: &Plan, years: &[i32], chooses: &[&Choose]) -> Option<bool> {
    let last = years::last_of_plan(region, plan.start, plan.year);
    let mut chosen: Vec<&str> = Vec::new();
    for intervention in &region.interventions {
        if years.iter().any(|year| *year <= last && plan.has_chosen(*year, intervention.id)) {
            chosen.push(intervention.id);
        }
    }
    if chooses.iter().all(|choose| of_set(region, plan, years, &chosen, choose)) {
        return Some(true);
    }
    // A year that does not come any more brings nothing.
    if years.iter().all(|year| *year <= last || years::is_over(region, plan.start, *year)) {
        return Some(false);
    }
    // Every set of interventions that may still be chosen besides, in one of the years to come.
    let to_come = |year: &&i32| **year > last && !years::is_over(region, plan.start, **year);
    let comes = |i: &Intervention| years.iter().filter(to_come).any(|year| can_be_chosen(region, plan, *year, i));
    let can_come: Vec<bool> = region.interventions.iter().map(|i| !chosen.contains(&i.id) && comes(i)).collect();
    let all = region.interventions.len();
    for more in 0..1_u32 << all {
        let mut later = chosen.clone();
        for (at, intervention) in region.interventions.iter().enumerate() {
            if more & 1 << at != 0 && can_come[at] {
                later.push(intervention.id);
            }
        }
        if chooses.iter().all(|choose| of_set(region, plan, years, &later, choose)) {
            return None;
        }
    }
    Some(false)
}

/// Whether an intervention can be chosen in a later year: on a day of it, as some kind. What can be softened or tried out can.
fn can_be_chosen(region: &Region, plan: &Plan, year: i32, intervention: &Intervention) -> bool {
    let last = years::last_of_plan(region, plan.start, plan.year);
    let before = (1..=last).any(|earlier| plan.has_chosen(earlier, intervention.id));
    let between = year > last + 1;
    let assigns = region.rules.iter().flat_map(|rule| &rule.asks).any(|ask| match ask {
        Ask::Choose(choose) => choose.out_of_field && !matches!(choose.amount, Amount::AtMost(_) | Amount::None),
        _ => false,
    });
    let (first, end) = years::span(region, plan.start, year);
    // What is not new has perhaps begun before the year. Before 2023 one day is like another.
    std::iter::successors(Some(day(2023, 1, 1)), |day| Some(day.next())).take_while(|day| *day <= end).any(|day| {
        let lies = |period: &Period| offer::lies_in(region, plan, year, period, Some(day)).unwrap();
        let refused = |one: &Withheld| one.softened.is_none() && one.period.as_ref().is_none_or(lies);
        let offered = intervention.offered.iter().all(lies) || intervention.trial.as_ref().is_some_and(lies);
        let kind_fits = |kind: &Kind| {
            let history = match kind {
                Kind::Nieuw => !before && day >= first,
                _ => before || between || intervention.without_earlier,
            };
            let limits = intervention.only.iter().filter(|(_, period)| period.as_ref().is_none_or(lies));
            history && limits.into_iter().all(|(kinds, _)| kinds.contains(kind))
        };
        (assigns || offered && !intervention.withheld.iter().any(refused)) && KINDS.iter().any(kind_fits)
    })
}

fn of_set(region: &Region, plan: &Plan, years: &[i32], chosen: &[&str], choose: &Choose) -> bool {
    let of = |targets: &[Target]| {
        let fits = |i: &&Intervention| chosen.contains(&i.id) && targets.iter().any(|target| belongs(i, target));
        region.interventions.iter().filter(fits).count()
    };
    if matches!(choose.amount, Amount::All | Amount::AllOrNone) {
        // What is on offer in one of the years is asked.
        let come = |year: &&i32| !years::is_over(region, plan.start, **year);
        let asked: Vec<&str> = region
            .interventions
            .iter()
            .filter(|i| i.by == By::Offer && choose.targets.iter().any(|target| belongs(i, target)))
            .filter(|i| years.iter().filter(come).any(|year| offer::on_offer(region, plan, *year, i)))
            .map(|i| i.id)
            .collect();
        let found = asked.iter().filter(|id| chosen.contains(id)).count();
        return found == asked.len() || choose.amount == Amount::AllOrNone && found == 0;
    }
    if choose.each {
        choose.targets.iter().all(|target| enough(choose.amount, of(std::slice::from_ref(target))))
    } else {
        enough(choose.amount, of(&choose.targets))
    }
}

/// What one `kies minimaal` of a rule needs: so many of these.
#[derive(Clone, Debug)]
pub struct Need {
    pub rule: usize,
    pub count: usize,
    pub of: Vec<&'static str>,
}

/// Whether every need can have its choices, none shared by two needs that may not share.
pub fn can_share(needs: &[Need], apart: &dyn Fn(usize, usize) -> bool) -> bool {
    place_need(needs, apart, &mut Vec::new())
}

fn place_need(needs: &[Need], apart: &dyn Fn(usize, usize) -> bool, taken: &mut Vec<Vec<&'static str>>) -> bool {
    let at = taken.len();
    let Some(need) = needs.get(at) else { return true };
    for set in 0..1_u32 << need.of.len() {
        if set.count_ones() as usize != need.count {
            continue;
        }
        let mine: Vec<&str> =
            need.of.iter().enumerate().filter(|(bit, _)| set & 1 << bit != 0).map(|(_, id)| *id).collect();
        let clash = taken
            .iter()
            .enumerate()
            .any(|(other, theirs)| apart(needs[other].rule, need.rule) && theirs.iter().any(|id| mine.contains(id)));
        if clash {
            continue;
        }
        taken.push(mine);
        if place_need(needs, apart, taken) {
            return true;
        }
        taken.pop();
    }
    false
}
