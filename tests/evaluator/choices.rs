//! What `kies` counts, and `geen keuze telt dubbel` by trying every way to share.

use super::day::day;
use super::offer;
use super::plan::{Choice, Plan, Year};
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
    let belong = region.interventions.iter().filter(|i| choose.targets.iter().any(|target| belongs(i, target)));
    let found = belong.filter(|i| wanted(plan, year, choose, i) && offer::on_offer(region, plan, year, i));
    found.map(|intervention| intervention.id).collect()
}

/// Whether `alle` asks for it where it is on offer.
fn wanted(plan: &Plan, year: i32, choose: &Choose, intervention: &Intervention) -> bool {
    let own_pick = intervention.by == By::Offer;
    match choose.which {
        None => own_pick,
        // What was chosen then, an own idea too, unless it is certainly not on offer.
        Some((false, which)) => intervention.by != By::Region && was_chosen(plan, year, intervention.id, which),
        Some((true, which)) => own_pick && !was_chosen(plan, year, intervention.id, which),
    }
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
    let comes = |year: &i32| !years::is_over(region, plan.start, *year);
    let alone = |choose: &&Choose| -> Vec<Choose> {
        let of = |target: &Target| Choose { targets: vec![target.clone()], each: false, ..(*choose).clone() };
        if choose.each { choose.targets.iter().map(of).collect() } else { vec![(*choose).clone()] }
    };
    let whole = chooses.iter().any(|choose| matches!(choose.amount, Amount::All | Amount::AllOrNone));
    let window = Window {
        region,
        years: years.iter().copied().filter(comes).collect(),
        offered: years
            .iter()
            .copied()
            .filter(|year| whole && comes(year))
            .flat_map(|year| region.interventions.iter().map(move |i| (year, i)))
            .filter(|(year, i)| offer::on_offer(region, plan, *year, i))
            .map(|(year, i)| (year, i.id))
            .collect(),
        chooses: chooses.iter().flat_map(alone).collect(),
    };
    let mut known = plan.clone();
    known.years.retain(|year| year.number <= last);
    let now: Vec<Parts> = region.interventions.iter().map(|i| window.parts(&known, i)).collect();
    if window.hold(&now) {
        return Some(true);
    }
    let latest = years.iter().copied().max().unwrap();
    let to_come: Vec<i32> = (last + 1..=latest).filter(comes).collect();
    // A year that does not come any more brings nothing.
    if to_come.is_empty() {
        return Some(false);
    }
    let mut all = Vec::new();
    for intervention in &region.interventions {
        let mut found = vec![window.parts(&known, intervention)];
        window.courses(&mut known.clone(), intervention, &to_come, &mut found);
        all.push(found);
    }
    if window.can(&all, &mut Vec::new()) { None } else { Some(false) }
}

/// What an intervention is for each thing that is asked: not asked, or asked and chosen or not.
type Parts = Vec<Option<bool>>;

/// Years that are looked at together, and what is asked in them.
struct Window<'a> {
    region: &'a Region,
    years: Vec<i32>,
    offered: Vec<(i32, &'static str)>,
    chooses: Vec<Choose>,
}

impl Window<'_> {
    fn parts(&self, plan: &Plan, intervention: &Intervention) -> Parts {
        let part = |choose: &Choose| {
            if !choose.targets.iter().any(|target| belongs(intervention, target)) {
                return None;
            }
            let whole = matches!(choose.amount, Amount::All | Amount::AllOrNone);
            let is_asked = |year: &i32| {
                self.offered.contains(&(*year, intervention.id)) && wanted(plan, *year, choose, intervention)
            };
            if whole && !self.years.iter().any(is_asked) {
                return None;
            }
            let counts =
                |year: &i32| counted(self.region, plan, *year, choose, &choose.targets).contains(&intervention.id);
            Some(self.years.iter().any(counts))
        };
        self.chooses.iter().map(part).collect()
    }

    /// Everything that an intervention can become in years to come.
    fn courses(&self, plan: &mut Plan, intervention: &Intervention, left: &[i32], found: &mut Vec<Parts>) {
        let Some((year, left)) = left.split_first() else {
            let parts = self.parts(plan, intervention);
            if !found.contains(&parts) {
                found.push(parts);
            }
            return;
        };
        self.courses(plan, intervention, left, found);
        let before = (1..*year).any(|earlier| plan.has_chosen(earlier, intervention.id));
        for kind in KINDS {
            if !can_be_chosen(self.region, plan, *year, intervention, kind, before) {
                continue;
            }
            let choice = Choice {
                intervention: intervention.id,
                kind,
                fields: Vec::new(),
                evidence: Vec::new(),
                kind_as: None,
                name_as: None,
            };
            plan.years.push(Year { number: *year, fields: Vec::new(), choices: vec![choice] });
            self.courses(plan, intervention, left, found);
            plan.years.pop();
        }
    }

    /// Every way to take one of its courses for each intervention.
    fn can(&self, all: &[Vec<Parts>], taken: &mut Vec<Parts>) -> bool {
        let Some((first, rest)) = all.split_first() else { return self.hold(taken) };
        first.iter().any(|parts| {
            taken.push(parts.clone());
            let found = self.can(rest, taken);
            taken.pop();
            found
        })
    }

    fn hold(&self, all: &[Parts]) -> bool {
        self.chooses.iter().enumerate().all(|(at, choose)| {
            let asked: Vec<bool> = all.iter().filter_map(|parts| parts[at]).collect();
            let found = asked.iter().filter(|chosen| **chosen).count();
            match choose.amount {
                Amount::All => found == asked.len(),
                Amount::AllOrNone => found == asked.len() || found == 0,
                amount => enough(amount, found),
            }
        })
    }
}

/// Whether an intervention can be chosen as this kind in a later year: on a day of it. What can be softened or tried out can.
fn can_be_chosen(
    region: &Region,
    plan: &Plan,
    year: i32,
    intervention: &Intervention,
    kind: Kind,
    before: bool,
) -> bool {
    let history = if kind == Kind::Nieuw { !before } else { before || intervention.without_earlier };
    if !history {
        return false;
    }
    let assigns = region.rules.iter().flat_map(|rule| &rule.asks).any(|ask| match ask {
        Ask::Choose(choose) => choose.out_of_field && !matches!(choose.amount, Amount::AtMost(_) | Amount::None),
        _ => false,
    });
    let (first, end) = years::span(region, plan.start, year);
    // What is not new has perhaps begun before the year. Before 2023 one day is like another.
    let begin = if kind == Kind::Nieuw { first } else { day(2023, 1, 1) };
    std::iter::successors(Some(begin), |day| Some(day.next())).take_while(|day| *day <= end).any(|day| {
        let lies = |period: &Period| offer::lies_in(region, plan, year, period, Some(day)).unwrap();
        let refused = |one: &Withheld| one.softened.is_none() && one.period.as_ref().is_none_or(lies);
        let offered = intervention.offered.iter().all(lies) || intervention.trial.as_ref().is_some_and(lies);
        let mut limits = intervention.only.iter().filter(|(_, period)| period.as_ref().is_none_or(lies));
        (assigns || offered && !intervention.withheld.iter().any(refused))
            && limits.all(|(kinds, _)| kinds.contains(&kind))
    })
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
