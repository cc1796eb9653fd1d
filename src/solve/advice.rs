//! What mends one finding about choices, given that the others are mended by the best way.
//!
//! Input: what is broken or told, and what could be chosen. Output: single changes of which any will do and none breaks another
//! rule; or changes that only together will do.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::check::Asked;
use crate::model::{InterventionId, Kind, Need, RuleId};
use crate::plan::{Choice, Plan};

use super::judged::{Broken, Judge, Judged};
use super::search::{Candidate, changed};
use super::space::{Chosen, Pick, Space};
use super::{Change, End, Solved, Step};

/// A finding about choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub of: Broken,
    pub year: Option<u8>,
    /// What could be chosen to mend it, as far as the rule itself goes.
    pub proposed: Vec<InterventionId>,
}

/// What mends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mend {
    /// One of these, whichever; the first belongs to the best way.
    One(Vec<Change>),
    /// These, all of them.
    Together(Vec<Change>),
    /// One of these, as far as what can be read of the plan tells; other choices are not known.
    Alone(Vec<Change>),
    /// No single change does, without breaking something else: all of them were tried.
    Nothing,
    /// No choices are valid: these rules exclude each other.
    Never(Vec<RuleId>),
}

/// The plan as it is, when it is known how everything is chosen.
pub fn as_it_is(space: &Space<'_>, judge: &Judge<'_>) -> Option<Candidate> {
    let chosen: Option<Chosen> = space.now.iter().map(|(pick, kind)| Some((*pick, (*kind)?))).collect();
    let chosen = chosen?;
    let judged = judge.of_choices(space, &chosen);
    Some(Candidate { chosen, judged })
}

impl Change {
    fn of((year, intervention): Pick, step: Step) -> Self {
        Self { year, intervention, step, needs: Vec::new(), consult: false }
    }
}

impl Solved<'_> {
    /// What mends a finding; none when that is not known.
    #[must_use]
    pub fn mend(&self, wanted: &Wanted) -> Option<Mend> {
        if let (Broken::Offer(id), Some(year)) = (wanted.of, wanted.year)
            && self.judge.lies_behind(year)
        {
            return self.then(id, year);
        }
        let Some(space) = &self.space else { return self.alone(wanted) };
        let is_broken = self.judge.is_broken(wanted.year, wanted.of);
        if let (true, Some(End::Never(rules))) = (is_broken, self.nearest.as_ref().map(|found| &found.end)) {
            return Some(Mend::Never(rules.clone()));
        }
        let best = self.best.as_ref()?;
        let work = Work { solved: self, space, best, wanted };
        if !is_broken {
            return work.besides();
        }
        wanted.year.is_none_or(|year| space.is_open(year)).then(|| work.mend())?
    }
}

impl Solved<'_> {
    /// What mends the kind of a choice in a year that was handed in before: another kind, and nothing else, for what was chosen
    /// then is a fact. None when no kind does.
    fn then(&self, id: InterventionId, year: u8) -> Option<Mend> {
        let asked = self.judge.asked();
        let plan = match (&self.space, &self.best) {
            (Some(space), Some(best)) => space.plan(&best.chosen),
            (_, _) => asked.plan.clone(),
        };
        let told = |plan: &Plan| {
            let all = Asked { plan, ..asked }.refusals();
            all.iter().filter(|issue| (issue.year, issue.intervention) == (Some(year), Some(id))).count()
        };
        // What says that it was not chosen has no other kind.
        if places(&plan, (year, id)).any(|choice| choice.is_refused) {
            return None;
        }
        // Of a kind that cannot be read nothing is told yet.
        let unread = places(&plan, (year, id)).any(|choice| choice.kind.is_none());
        let before = if unread { usize::MAX } else { told(&plan) };
        let least = |other: &Plan| if unread { told(other) == 0 } else { told(other) < before };
        let fits = |kind: &Kind| {
            let other = with_kind(&plan, (year, id), *kind);
            let judged = self.judge.judge(&other, &[]);
            let mends = least(&other) && !self.judge.breaks(&other, year, Broken::Offer(id));
            mends && judged.broken.is_empty() && judged.news == 0
        };
        let mut kinds: Vec<Kind> = Kind::ALL.into_iter().filter(fits).collect();
        let near = places(&plan, (year, id)).find_map(|choice| choice.near);
        kinds.sort_by_key(|kind| Some(*kind) != near);
        (!kinds.is_empty()).then(|| Mend::One(vec![Change::of((year, id), Step::Turn(kinds))]))
    }

    /// What mends the kind of a choice by itself, where it is not known how everything is chosen: another kind that breaks nothing, with
    /// the data that it needs.
    fn alone(&self, wanted: &Wanted) -> Option<Mend> {
        let (Broken::Offer(id), Some(year)) = (wanted.of, wanted.year) else { return None };
        let plan = self.judge.asked().plan;
        if places(plan, (year, id)).any(|choice| choice.is_refused) {
            return None;
        }
        let mut found: Option<Fitting> = None;
        for kind in Kind::ALL {
            let other = with_kind(plan, (year, id), kind);
            let judged = self.judge.judge(&other, &[]);
            let mends = !judged.tells_offer((year, id)) && !self.judge.breaks(&other, year, Broken::Offer(id));
            if mends && judged.broken.is_empty() && judged.news == 0 {
                fits(&mut found, kind, judged.needs_of((year, id)), judged.asks_region((year, id)));
            }
        }
        let (kinds, needs, consult) = found?;
        Some(Mend::Alone(vec![Change { needs, consult, ..Change::of((year, id), Step::Turn(kinds)) }]))
    }
}

/// Where a choice stands in a plan.
fn places(plan: &Plan, (year, id): Pick) -> impl Iterator<Item = &Choice> {
    let own = plan.years.iter().filter(move |found| found.year == year).flat_map(|found| &found.choices);
    own.filter(move |choice| choice.intervention == id)
}

/// A plan in which a choice has another kind.
fn with_kind(plan: &Plan, (year, id): Pick, kind: Kind) -> Plan {
    let mut other = plan.clone();
    let own = other.years.iter_mut().filter(|found| found.year == year).flat_map(|found| &mut found.choices);
    own.filter(|choice| choice.intervention == id).for_each(|choice| choice.kind = Some(kind));
    other
}

/// Kinds that will do, with the data that they need and whether the region has a say.
type Fitting = (Vec<Kind>, Vec<Need>, bool);

/// One more kind that will do. Kinds that ask more are no part of the same advice.
fn fits(found: &mut Option<Fitting>, kind: Kind, needs: Vec<Need>, consult: bool) {
    match found {
        Some((kinds, known, by_region)) if (&needs, consult) == (&*known, *by_region) => kinds.push(kind),
        Some((_, known, by_region)) if (consult, needs.len()) >= (*by_region, known.len()) => {}
        Some(_) | None => *found = Some((vec![kind], needs, consult)),
    }
}

struct Work<'w, 'a> {
    solved: &'w Solved<'a>,
    space: &'w Space<'a>,
    best: &'w Candidate,
    wanted: &'w Wanted,
}

impl Work<'_, '_> {
    /// What mends something that is broken: the part of the best way that it hangs on, or something else in its place.
    fn mend(&self) -> Option<Mend> {
        let all = changed(self.space, &self.best.chosen);
        let mut own: Vec<Pick> = match self.wanted.of {
            Broken::Offer(id) => all.iter().copied().filter(|pick| self.is_own(*pick, id)).collect(),
            Broken::Rule(_) => Vec::new(),
        };
        if own.is_empty() {
            own = all.iter().copied().filter(|pick| self.is_needed(*pick)).collect();
        }
        match if own.is_empty() { all } else { own }.as_slice() {
            [] => None,
            [one] => Some(Mend::One(self.options(*one))),
            own => Some(Mend::Together(own.iter().filter_map(|pick| self.change(*pick)).collect())),
        }
    }

    /// What the best way does with a choice that cannot stay; and what it adds or changes only because that one goes.
    fn is_own(&self, pick: Pick, id: InterventionId) -> bool {
        if pick.1 == id {
            return self.wanted.year.is_none_or(|year| year == pick.0);
        }
        let goes = self.wanted.year.is_some_and(|year| !self.best.chosen.contains_key(&(year, id)));
        if !goes || !self.best.chosen.contains_key(&pick) {
            return false;
        }
        let broken = self.judged(&self.without(pick)).map(|judged| judged.broken.clone()).unwrap_or_default();
        !broken.is_empty() && !broken.iter().any(|(year, broken)| self.solved.judge.is_broken(*year, *broken))
    }

    /// The best way without one of its changes.
    fn without(&self, pick: Pick) -> Chosen {
        let mut chosen = self.best.chosen.clone();
        match self.space.now.get(&pick).copied().flatten() {
            Some(kind) => chosen.insert(pick, kind),
            None => chosen.remove(&pick),
        };
        chosen
    }

    /// Whether the finding stays when this change of the best way is not made.
    fn is_needed(&self, pick: Pick) -> bool {
        let judged = self.judged(&self.without(pick));
        let Wanted { of, year, .. } = self.wanted;
        let stays = |judged: &Judged| {
            let broken = self.solved.judge.is_broken(*year, *of);
            if broken { judged.broken.contains(&(*year, *of)) } else { self.is_told(judged) }
        };
        judged.is_none_or(|judged| stays(&judged))
    }

    /// Whether the finding is told of other choices.
    fn is_told(&self, judged: &Judged) -> bool {
        match self.wanted.of {
            Broken::Rule(rule) => judged.tells(rule, self.wanted.year),
            Broken::Offer(id) => self.wanted.year.is_some_and(|year| judged.tells_offer((year, id))),
        }
    }

    /// The change of the best way, and others that will do in its place.
    fn options(&self, own: Pick) -> Vec<Change> {
        let rest = self.without(own);
        let mut options: Vec<Change> = self.change(own).into_iter().collect();
        let goes = !self.best.chosen.contains_key(&own);
        // What is wrong with a choice itself is mended there.
        if matches!(self.wanted.of, Broken::Offer(_)) {
            if goes {
                let all: Vec<Kind> = self.space.kinds_of(own).collect();
                let change = |(kinds, needs, consult)| Change { needs, consult, ..Change::of(own, Step::Turn(kinds)) };
                options.extend(self.kinds_that_do(&rest, own, all).map(change));
            }
            return options;
        }
        if goes {
            let others = self.space.now.keys().filter(|pick| pick.0 == own.0 && **pick != own);
            let gone = others.filter(|pick| rest.contains_key(pick) && self.will_do(&rest, **pick, None).is_some());
            options.extend(gone.map(|pick| Change::of(*pick, Step::Remove)));
            return options;
        }
        options.extend(self.singles(&rest, own.0, Some(own)));
        options
    }

    /// What mends something that is told and not broken, beside the best way; none when not all of it could be tried.
    fn besides(&self) -> Option<Mend> {
        let year = self.wanted.year.filter(|year| self.space.is_open(*year))?;
        let chosen = &self.best.chosen;
        if !self.is_told(&self.best.judged) {
            // The best way mends it too: by the part that it hangs on.
            return self.mend();
        }
        let mut options = self.singles(chosen, year, None);
        // What is told of a choice itself goes with it; another choice goes only where nothing else will do.
        let goes = |pick: &Pick| match self.wanted.of {
            Broken::Offer(id) => pick.1 == id,
            Broken::Rule(_) => options.is_empty(),
        };
        let gone: Vec<Pick> = chosen.keys().copied().filter(|pick| pick.0 == year).filter(goes).collect();
        let gone = gone.into_iter().filter(|pick| self.will_do(chosen, *pick, None).is_some());
        options.extend(gone.map(|pick| Change::of(pick, Step::Remove)));
        match options.is_empty() {
            true if self.solved.left.get() == 0 => None,
            true => Some(Mend::Nothing),
            false => Some(Mend::One(options)),
        }
    }

    /// Other kinds of what is chosen in a year, and additions, of which each will do by itself.
    fn singles(&self, rest: &Chosen, year: u8, but: Option<Pick>) -> Vec<Change> {
        let turned = rest.keys().copied().filter(|pick| pick.0 == year);
        let added = self.wanted.proposed.iter().map(|id| (year, *id)).filter(|pick| !rest.contains_key(pick));
        let mut found: BTreeMap<(bool, Pick), Change> = BTreeMap::new();
        for pick in turned.chain(added).filter(|pick| Some(*pick) != but) {
            let stands = rest.contains_key(&pick);
            let other = self.space.kinds_of(pick).filter(|kind| rest.get(&pick) != Some(kind));
            if let Some((kinds, needs, consult)) = self.kinds_that_do(rest, pick, other) {
                let step = if stands { Step::Turn(kinds) } else { Step::Add(kinds) };
                found.insert((!stands, pick), Change { needs, consult, ..Change::of(pick, step) });
            }
        }
        found.into_values().collect()
    }

    /// The kinds of a choice that will do.
    fn kinds_that_do(&self, rest: &Chosen, pick: Pick, all: impl IntoIterator<Item = Kind>) -> Option<Fitting> {
        let mut found: Option<Fitting> = None;
        for kind in all {
            let Some(judged) = self.will_do(rest, pick, Some(kind)) else { continue };
            fits(&mut found, kind, judged.needs_of(pick), judged.asks_region(pick));
        }
        found
    }

    /// What is said of a change, when it mends the finding and nothing more is told than of the best way.
    fn will_do(&self, rest: &Chosen, pick: Pick, kind: Option<Kind>) -> Option<Rc<Judged>> {
        let mut chosen = rest.clone();
        match kind {
            Some(kind) => chosen.insert(pick, kind),
            None => chosen.remove(&pick),
        };
        let judged = self.judged(&chosen)?;
        let told = match self.wanted.of {
            Broken::Rule(rule) => judged.tells(rule, self.wanted.year),
            // What is broken no longer is; of what was only told nothing may be told any more.
            Broken::Offer(id) => self.wanted.year.is_some_and(|year| {
                !self.solved.judge.is_broken(Some(year), self.wanted.of) && judged.tells_offer((year, id))
            }),
        };
        let fine = judged.broken.is_empty() && judged.news <= self.best.judged.news && !told;
        fine.then_some(judged)
    }

    /// What the check says; none when enough was asked.
    fn judged(&self, chosen: &Chosen) -> Option<Rc<Judged>> {
        let left = &self.solved.left;
        left.set(left.get().checked_sub(1)?);
        Some(self.solved.judge.of_choices(self.space, chosen))
    }

    /// A change as the best way makes it.
    fn change(&self, pick: Pick) -> Option<Change> {
        let End::Ways { ways, .. } = &self.solved.nearest.as_ref()?.end else { return None };
        let all = &ways.first()?.changes;
        all.iter().find(|change| (change.year, change.intervention) == pick).cloned()
    }
}
