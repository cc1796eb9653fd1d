//! Whether choices of later years can still meet several amounts at once.
//!
//! Each amount may be possible by itself, and all of them together not: where targets overlap, one more choice counts for
//! more than one of them. Input: formulas, and years that are looked at together. Output: possible or not, or what is missing to know
//! it. Of each intervention every course that later years can take is supposed, whatever the years are of which the plan does not
//! tell; what takes too many tries is taken for possible.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Amount, Domain, Formula, InterventionId, Kind, KindSet, LastYear, Source};
use crate::plan::Plan;

use super::answer::Answer;
use super::count;
use super::env::{Env, Future, PlanBy, Scope, Supposed, unreadable};
use super::eval;
use super::members::{What, members};
use super::offer;
use super::outcome::{Gap, GapKind};

/// More tries than any regioplan asks.
const TRIES: usize = 100_000;

/// One amount, of so many interventions.
struct Count<'f> {
    amount: Amount,
    of: &'f Domain,
    that: &'f Formula,
    ids: BTreeSet<InterventionId>,
}

/// What an intervention is for an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Out,
    No,
    Yes,
    Unknown,
}

/// What an intervention is for each of the amounts, in each course that the years can take.
type Courses = BTreeSet<Vec<Part>>;

/// What an intervention can become: certainly, and perhaps; and what is missing where that differs.
struct Outlook {
    sure: Courses,
    perhaps: Courses,
    gaps: Vec<Gap>,
}

/// Interventions that can become the same: only how many of them take which course matters.
struct Alike<'c> {
    courses: Vec<&'c Vec<Part>>,
    size: usize,
}

/// Whether all these can still come to hold, of years that are looked at together.
pub fn possible<'f>(demands: impl Iterator<Item = &'f Formula>, env: &Env<'_, '_>) -> Answer {
    let (Scope::Years(PlanBy { plan, .. }, years), Some(last)) = (env.scope, env.last()) else { return Answer::No };
    let mut counts = Vec::new();
    for demand in demands {
        gather(demand, env, &mut counts);
    }
    let to_come: Vec<u8> = (1..=years.iter().copied().max().unwrap_or_default())
        .filter(|year| !last.reaches(*year) && env.has_year(*year))
        .collect();
    if to_come.is_empty() {
        return Answer::No;
    }
    let signs = kind_signs(&counts);
    let look = Look { plan, last, to_come: &to_come, signs: &signs, counts: &counts, env };
    let ids: BTreeSet<InterventionId> = counts.iter().flat_map(|count| count.ids.iter().copied()).collect();
    let mut outlooks = Vec::new();
    let mut tries = TRIES;
    for id in ids {
        let Some(outlook) = look.outlook(id, &mut tries) else { return Answer::Yes };
        outlooks.push(outlook);
    }
    if can(&counts, outlooks.iter().map(|one| &one.sure), true) {
        Answer::Yes
    } else if can(&counts, outlooks.iter().map(|one| &one.perhaps), false) {
        Answer::Unknown(outlooks.into_iter().flat_map(|one| one.gaps).collect())
    } else {
        Answer::No
    }
}

/// Finds the counts that a demand consists of. One of a list of which not all is known is taken for possible.
fn gather<'f>(demand: &'f Formula, env: &Env<'_, '_>, counts: &mut Vec<Count<'f>>) {
    match demand {
        Formula::All(parts) => parts.iter().for_each(|part| gather(part, env, counts)),
        Formula::Count { amount, of, that } => {
            let ids = match &of.source {
                Source::Interventions(ids) => ids.iter().copied().collect(),
                Source::Named(_)
                | Source::List(_)
                | Source::ListOfYears(..)
                | Source::Choices
                | Source::Of(_)
                | Source::Inside(..)
                | Source::Practices
                | Source::OfPractices(_)
                | Source::Those => {
                    let found = members(&Domain { filters: Vec::new(), ..of.clone() }, env);
                    if found.others > 0 || !found.unsure.is_empty() {
                        return;
                    }
                    let id = |what: What<'_>| match what {
                        What::Intervention(id) => Some(id),
                        What::Entry(_) | What::Choice(_) | What::Practice(_) => None,
                    };
                    found.sure.iter().filter_map(|item| id(item.what)).collect()
                }
            };
            counts.push(Count { amount: *amount, of, that, ids });
        }
        Formula::Any(_)
        | Formula::Not(_)
        | Formula::Filled(_)
        | Formula::HasTakenPlace { .. }
        | Formula::OneOf(..)
        | Formula::Contains(..)
        | Formula::Compare { .. }
        | Formula::Chosen(..)
        | Formula::Offered
        | Formula::StillOffered
        | Formula::InYear(..) => {}
    }
}

/// The kinds, those together between which no amount tells a difference.
fn kind_signs(counts: &[Count<'_>]) -> Vec<Vec<Kind>> {
    let mut asked: Vec<&KindSet> = Vec::new();
    for count in counts {
        kinds_in(count.that, &mut asked);
    }
    let mut signs: BTreeMap<Vec<bool>, Vec<Kind>> = BTreeMap::new();
    for kind in Kind::ALL {
        signs.entry(asked.iter().map(|kinds| kinds.allows(kind)).collect()).or_default().push(kind);
    }
    signs.into_values().collect()
}

fn kinds_in<'f>(formula: &'f Formula, found: &mut Vec<&'f KindSet>) {
    match formula {
        Formula::All(parts) | Formula::Any(parts) => parts.iter().for_each(|part| kinds_in(part, found)),
        Formula::Not(part) | Formula::InYear(_, part) => kinds_in(part, found),
        Formula::Chosen(kinds, _) => found.push(kinds),
        Formula::Filled(_)
        | Formula::HasTakenPlace { .. }
        | Formula::OneOf(..)
        | Formula::Contains(..)
        | Formula::Compare { .. }
        | Formula::Count { .. }
        | Formula::Offered
        | Formula::StillOffered => {}
    }
}

/// The interventions, looked at one by one.
struct Look<'l, 'e, 'a> {
    plan: &'a Plan,
    last: LastYear,
    to_come: &'l [u8],
    signs: &'l [Vec<Kind>],
    counts: &'l [Count<'l>],
    env: &'l Env<'e, 'a>,
}

impl Look<'_, '_, '_> {
    /// What an intervention can become; none when that takes too many tries.
    fn outlook(&self, id: InterventionId, tries: &mut usize) -> Option<Outlook> {
        let untold = self.untold(id);
        let mut gaps = Vec::new();
        // What it becomes when it is chosen no more, and all that it can become, for each way in which the years can be that the
        // plan does not tell.
        let mut all: Vec<(Vec<Part>, Courses)> = Vec::new();
        for way in 0..1_usize.checked_shl(u32::try_from(untold.len()).ok()?)? {
            let supposed = |(at, (year, _)): (usize, &(u8, Gap))| {
                (*year, if way >> at & 1 == 1 { Supposed::Chosen } else { Supposed::Not })
            };
            let mut supposed: Vec<(u8, Supposed)> = untold.iter().enumerate().map(supposed).collect();
            let mut courses = Courses::new();
            self.courses(id, self.to_come, &mut supposed, &mut courses, tries, &mut gaps)?;
            let still: Vec<(u8, Supposed)> =
                supposed.into_iter().chain(self.to_come.iter().map(|year| (*year, Supposed::Not))).collect();
            all.push((self.parts(id, &still, &mut gaps), courses));
        }
        let perhaps: Courses = all.iter().flat_map(|(_, courses)| courses.iter().cloned()).collect();
        let mut sure: Courses =
            perhaps.iter().filter(|course| all.iter().all(|(_, courses)| courses.contains(*course))).cloned().collect();
        // Whatever it becomes by itself, it is that.
        let still = all.iter().map(|(still, _)| still.clone()).reduce(|one, other| {
            one.into_iter().zip(other).map(|(one, other)| if one == other { one } else { Part::Unknown }).collect()
        });
        if sure.len() < perhaps.len() {
            gaps.extend(untold.into_iter().map(|(_, gap)| gap));
        }
        sure.extend(still);
        Some(Outlook { sure, perhaps, gaps })
    }

    /// The years up to the last one of the plan of which it does not tell whether the intervention was chosen.
    fn untold(&self, id: InterventionId) -> Vec<(u8, Gap)> {
        let untold = |year: u8| match self.plan.year(year) {
            None => Some((year, self.env.missing_year(year))),
            Some(found) => match found.choices.iter().find(|choice| choice.intervention == id) {
                Some(choice) => choice.is_refused.then(|| (year, unreadable(choice.kind_span))),
                None => (found.unread > 0).then(|| (year, Gap::new(GapKind::Choice(year), found.key))),
            },
        };
        (1..=self.last.year().unwrap_or_default()).filter_map(untold).collect()
    }

    /// Supposes of each year to come that it is chosen in it or not; as which kind matters as far as an amount asks for it.
    fn courses(
        &self,
        id: InterventionId,
        left: &[u8],
        supposed: &mut Vec<(u8, Supposed)>,
        found: &mut Courses,
        tries: &mut usize,
        gaps: &mut Vec<Gap>,
    ) -> Option<()> {
        let Some((year, left)) = left.split_first() else {
            *tries = tries.checked_sub(1)?;
            found.insert(self.parts(id, supposed, gaps));
            return Some(());
        };
        let env = Env { future: Future::Supposed(id, supposed), ..*self.env };
        let earlier = (1..*year).map(|earlier| eval::chosen_in(id, &KindSet::default(), earlier, &env));
        let before = Answer::any(earlier) == Answer::Yes;
        let env = env.in_year(*year);
        let can_come = |kind: &&Kind| offer::can_come_as(id, **kind, before, &env);
        let kinds: Vec<Kind> = self.signs.iter().filter_map(|kinds| kinds.iter().find(can_come).copied()).collect();
        for what in std::iter::once(Supposed::Not).chain(kinds.into_iter().map(Supposed::As)) {
            supposed.push((*year, what));
            let done = self.courses(id, left, supposed, found, tries, gaps);
            supposed.pop();
            done?;
        }
        Some(())
    }

    /// What the intervention is for each amount, of what is supposed of it.
    fn parts(&self, id: InterventionId, supposed: &[(u8, Supposed)], gaps: &mut Vec<Gap>) -> Vec<Part> {
        let env = Env { future: Future::Supposed(id, supposed), ..*self.env }.with_intervention(id);
        let mut part = |count: &Count<'_>| {
            if !count.ids.contains(&id) {
                return Part::Out;
            }
            let asked = Answer::all(count.of.filters.iter().map(|filter| eval::answer(filter, &env)));
            match (asked, eval::answer(count.that, &env)) {
                (Answer::No, _) => Part::Out,
                (Answer::Yes, Answer::Yes) => Part::Yes,
                (Answer::Yes, Answer::No) => Part::No,
                (asked, that) => {
                    for answer in [asked, that] {
                        if let Answer::Unknown(missing) = answer {
                            gaps.extend(missing);
                        }
                    }
                    Part::Unknown
                }
            }
        };
        self.counts.iter().map(&mut part).collect()
    }
}

/// Whether there is a course for each intervention with which all amounts hold: whatever is not known, or perhaps.
fn can<'c>(counts: &[Count<'_>], all: impl Iterator<Item = &'c Courses>, surely: bool) -> bool {
    let mut alike: BTreeMap<&Courses, usize> = BTreeMap::new();
    for courses in all {
        *alike.entry(courses).or_default() += 1;
    }
    let alike: Vec<Alike<'_>> =
        alike.into_iter().map(|(courses, size)| Alike { courses: courses.iter().collect(), size }).collect();
    let mut search = Search { counts, surely, found: vec![[0; 4]; counts.len()], tries: TRIES };
    search.place(&alike, 0, None)
}

/// How many interventions are what for each amount, so far.
struct Search<'s, 'f> {
    counts: &'s [Count<'f>],
    surely: bool,
    found: Vec<[usize; 4]>,
    tries: usize,
}

impl Search<'_, '_> {
    /// Tries every number of interventions for each course: from course `at` of the first of these on, for so many that are left.
    fn place(&mut self, alike: &[Alike<'_>], at: usize, left: Option<usize>) -> bool {
        let Some(rest) = self.tries.checked_sub(1) else { return true };
        self.tries = rest;
        let Some((first, others)) = alike.split_first() else { return self.holds() };
        let left = left.unwrap_or(first.size);
        let Some(course) = first.courses.get(at) else { return left == 0 && self.place(others, 0, None) };
        let least = if at + 1 == first.courses.len() { left } else { 0 };
        (least..=left).any(|number| {
            self.add(course, number, true);
            let found = self.place(alike, at + 1, Some(left - number));
            self.add(course, number, false);
            found
        })
    }

    fn add(&mut self, course: &[Part], number: usize, up: bool) {
        for (found, part) in self.found.iter_mut().zip(course) {
            if let Some(one) = found.get_mut(*part as usize) {
                *one = if up { *one + number } else { *one - number };
            }
        }
    }

    fn holds(&self) -> bool {
        self.counts.iter().zip(&self.found).all(|(count, [_, no, yes, unknown])| {
            let answer = count::holds(count.amount, (*yes, *no, *unknown));
            answer == Some(true) || answer.is_none() && !self.surely
        })
    }
}
