//! Sets over all practices of a region: of each practice the year that counts, or all its years.

use crate::model::{Base, Demand, Ref, Rule, Set, SetSource};

use super::env::Env;
use super::outcome::{Gap, GapKind};
use super::sets::{At, Item, Members, members};

/// The practices of the region, each in the year that counts, or in all its years.
pub fn practices<'a>(env: &Env<'_, 'a>, each_year: bool) -> impl Iterator<Item = At<'a>> {
    let all_years = env.region.is_some_and(|region| region.all_years);
    let all = env.region.map(|region| region.practices).unwrap_or_default();
    all.iter().flat_map(move |one| {
        let own = one.plan.frame.year.map_or(0, |(year, _)| year);
        let years: Vec<u8> = match (all_years, each_year) {
            (true, true) => one.plan.years.iter().map(|year| year.year).filter(|year| *year <= own).collect(),
            (true, false) => vec![own],
            (false, _) => one.year.into_iter().collect(),
        };
        years.into_iter().map(|year| At { plan: one.plan, practice: one.practice, year })
    })
}

/// A set of every practice, together. A practice that does not have the list adds nothing.
pub fn of_practices<'a>(inner: &Set, env: &Env<'_, 'a>) -> Result<Members<'a>, Gap> {
    let mut all = Members::default();
    for at in practices(env, is_of_year(inner)) {
        match members(inner, &env.in_practice(at)) {
            Ok(found) => {
                all.sure.extend(found.sure.into_iter().map(|item| item.found_in(at)));
                let tagged = |gaps: Vec<Gap>| gaps.into_iter().map(|gap| gap.of(Some(at.practice))).collect();
                all.unsure.extend(found.unsure.into_iter().map(|(item, gaps)| (item.found_in(at), tagged(gaps))));
            }
            Err(gap) if matches!(gap.kind, GapKind::Field(_)) => {}
            Err(gap) => return Err(gap.of(Some(at.practice))),
        }
    }
    Ok(all)
}

/// Whether a set stands in the years of a plan, and not once in the plan.
fn is_of_year(set: &Set) -> bool {
    match &set.source {
        SetSource::Choices => true,
        SetSource::Group(_, inner) | SetSource::OfPractices(inner) => is_of_year(inner),
        SetSource::List(Ref::Path(path)) => matches!(path.base, Base::Year | Base::Choice),
        SetSource::List(_) | SetSource::Practices | SetSource::Those { .. } => false,
    }
}

/// The members of every set that a rule without `voor elk` asks about.
pub fn named_by<'a>(rule: &Rule, env: &Env<'_, 'a>) -> Vec<Item<'a>> {
    let mut all: Vec<Item<'a>> = Vec::new();
    for demand in &rule.demands {
        let Demand::Cond(cond) = demand else { continue };
        for set in cond.sets() {
            if let Ok(found) = members(set, env) {
                all.extend(found.sure);
            }
        }
    }
    all
}
