//! The search: the cheapest changes first, each plan judged by the check before it counts.

use crate::model::{InterventionId, Kind};

use super::bits::{Bit, Bits, Found};
use super::judged::{Broken, Judge, Judged};
use super::lower::Lower;
use super::mention::mentioned;
use super::open::{MOST, Open};
use super::share::Sharing;
use super::space::{Chosen, Space};
use super::{Change, End, Step, TOLD, Way};

/// So many plans are judged at most to find a way.
const JUDGED: usize = 60;
/// So many ways of the same cost are looked at, to tell the best of them.
const LOOKED_AT: usize = 16;

/// What the search finds of one cost.
enum Next {
    Way(Box<Candidate>),
    None,
}

/// What was found: other choices, with what the check says of them.
struct Candidate {
    chosen: Chosen,
    judged: Judged,
}

pub struct Search<'s, 'a> {
    space: &'s Space<'a>,
    judge: &'s Judge<'a>,
    bits: Bits,
    open: Open,
    /// For each rule that can break here what must be assumed for it to hold.
    rules: Vec<(usize, Bit)>,
    left: usize,
}

impl<'s, 'a> Search<'s, 'a> {
    pub fn over(space: &'s Space<'a>, judge: &'s Judge<'a>) -> Self {
        let mut bits = Bits::default();
        let open = Open::of(space, &mut bits);
        let mut search = Self { space, judge, bits, open, rules: Vec::new(), left: JUDGED };
        search.lower();
        search
    }

    /// Every rule where it speaks.
    fn lower(&mut self) {
        let asked = self.space.asked;
        let mut sharing = Sharing::default();
        let all = asked.model.rules.iter().zip(&asked.model.program.rules).enumerate();
        for (index, (rule, meaning)) in all {
            for spot in asked.spots(rule) {
                if self.judge.is_excused(index, spot) {
                    continue;
                }
                let lower = Lower { space: self.space, open: &self.open, rule, spot };
                let broken = lower.broken(meaning, &mut self.bits);
                if broken == Bit::No {
                    continue;
                }
                let assumed = self.assumed(index);
                self.bits.one_of([!assumed, !broken]);
                let lower = Lower { space: self.space, open: &self.open, rule, spot };
                sharing.add(index, meaning, &lower, assumed, &mut self.bits);
            }
        }
    }

    /// What is assumed for a rule to hold.
    fn assumed(&mut self, rule: usize) -> Bit {
        if let Some((_, known)) = self.rules.iter().find(|(known, _)| *known == rule) {
            return *known;
        }
        let bit = self.bits.open();
        self.rules.push((rule, bit));
        bit
    }

    pub fn run(mut self) -> Option<End> {
        let (mut cost, mut found, mut more) = (0, Vec::new(), false);
        loop {
            match self.next(cost)? {
                Next::Way(way) => {
                    found.push(*way);
                    if found.len() == LOOKED_AT {
                        more = true;
                        break;
                    }
                }
                Next::None if !found.is_empty() => break,
                Next::None if !self.is_possible()? => return self.why().map(End::Never),
                Next::None if cost == MOST => return None,
                Next::None => cost += 1,
            }
        }
        // What draws the least stands first; then what the regioplan names first.
        found.sort_by_key(|one| (one.judged.news, one.judged.needs.len(), self.changed(one)));
        more |= found.len() > TOLD;
        let told = found.into_iter().take(TOLD).map(|one| self.settled(one));
        let ways = told.map(|one| Way { changes: self.changes(&one), cost }).collect();
        Some(End::Ways { ways, more })
    }

    /// The next way of this cost that the check accepts; nothing when the search takes too long.
    fn next(&mut self, cost: usize) -> Option<Next> {
        loop {
            let bound = self.open.at_most(cost);
            let assumed: Vec<Bit> = self.rules.iter().map(|(_, bit)| *bit).chain([bound]).collect();
            let values = match self.bits.solve(&assumed) {
                Found::Way(values) => values,
                Found::None(_) => return Some(Next::None),
                Found::TooMuch => return None,
            };
            self.left = self.left.checked_sub(1)?;
            let chosen = self.open.read(&values);
            let judged = self.judge.judge(&self.space.plan(&chosen), self.space.year);
            if judged.broken.is_empty() {
                let other = self.open.other_than(&values);
                self.bits.one_of(other);
                return Some(Next::Way(Box::new(Candidate { chosen, judged })));
            }
            for broken in &judged.broken {
                self.exclude(*broken, &chosen);
            }
        }
    }

    /// Whether there is a way at all, whatever it costs.
    fn is_possible(&mut self) -> Option<bool> {
        let assumed: Vec<Bit> = self.rules.iter().map(|(_, bit)| *bit).collect();
        self.holds(&assumed)
    }

    fn holds(&mut self, assumed: &[Bit]) -> Option<bool> {
        match self.bits.solve(assumed) {
            Found::Way(_) => Some(true),
            Found::None(_) => Some(false),
            Found::TooMuch => None,
        }
    }

    /// The check says that these choices break something: that hangs on the interventions that it looks at.
    fn exclude(&mut self, broken: Broken, chosen: &Chosen) {
        let model = self.space.asked.model;
        match broken {
            Broken::Rule(index) => {
                let found = model.rules.get(index).zip(model.program.rules.get(index));
                let among = found.and_then(|(rule, meaning)| mentioned(rule, meaning));
                let other = self.open.otherwise(chosen, among.as_deref());
                let assumed = self.assumed(index);
                self.bits.one_of(other.into_iter().chain([!assumed]));
            }
            Broken::Offer(_) => {
                let other = self.open.otherwise(chosen, None);
                self.bits.one_of(other);
            }
        }
    }

    /// Rules of which each is needed for there to be no way.
    fn why(&mut self) -> Option<Vec<usize>> {
        let all: Vec<Bit> = self.rules.iter().map(|(_, bit)| *bit).collect();
        let Found::None(mut needed) = self.bits.solve(&all) else { return None };
        for one in needed.clone() {
            let rest: Vec<Bit> = needed.iter().copied().filter(|bit| *bit != one).collect();
            if !self.holds(&rest)? {
                needed = rest;
            }
        }
        let rules = self.rules.iter().filter(|(_, bit)| needed.contains(bit)).map(|(rule, _)| *rule);
        Some(rules.collect())
    }

    /// The same changes, each with the first kind that will do beside the others.
    fn settled(&self, found: Candidate) -> Candidate {
        let mut chosen = found.chosen.clone();
        for id in self.changed(&found) {
            let before = self.space.now.get(&id);
            let Some(kind) = chosen.get(&id).copied() else { continue };
            let all = self.space.kinds.get(&id).into_iter().flatten().filter(|one| Some(*one) != before);
            let first = all.copied().find(|one| *one == kind || self.will_do(id, *one, &chosen));
            chosen.extend(first.map(|kind| (id, kind)));
        }
        if chosen == found.chosen {
            return found;
        }
        let judged = self.judge.judge(&self.space.plan(&chosen), self.space.year);
        Candidate { chosen, judged }
    }

    /// Whether another kind of one of these choices will do.
    fn will_do(&self, id: InterventionId, kind: Kind, chosen: &Chosen) -> bool {
        let mut other = chosen.clone();
        other.insert(id, kind);
        self.judge.judge(&self.space.plan(&other), self.space.year).broken.is_empty()
    }

    /// What changes, in the order of the regioplan.
    fn changed(&self, found: &Candidate) -> Vec<InterventionId> {
        let (now, new) = (&self.space.now, &found.chosen);
        new.keys().chain(now.keys()).copied().filter(|id| now.get(id) != new.get(id)).collect()
    }

    fn changes(&self, found: &Candidate) -> Vec<Change> {
        let (now, new) = (&self.space.now, &found.chosen);
        let mut changes = Vec::new();
        for (id, kind) in new {
            let before = now.get(id);
            if before == Some(kind) {
                continue;
            }
            let kinds = self.kinds(*id, before.copied(), new);
            let step = if before.is_some() { Step::Turn(kinds) } else { Step::Add(kinds) };
            changes.push(Change { intervention: *id, step, needs: needs(found, *id) });
        }
        let gone = now.keys().filter(|id| !new.contains_key(id));
        changes.extend(gone.map(|id| Change { intervention: *id, step: Step::Remove, needs: Vec::new() }));
        changes
    }

    /// The kinds that will do for an intervention beside the other choices: its own first.
    fn kinds(&self, id: InterventionId, before: Option<Kind>, chosen: &Chosen) -> Vec<Kind> {
        let own = chosen.get(&id).copied();
        let all = self.space.kinds.get(&id).into_iter().flatten().copied();
        let others = all.filter(|kind| Some(*kind) != before && Some(*kind) != own);
        own.into_iter().chain(others.filter(|kind| self.will_do(id, *kind, chosen))).collect()
    }
}

/// The data that a choice needs.
fn needs(found: &Candidate, id: InterventionId) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for (_, field) in found.judged.needs.iter().filter(|(of, _)| *of == Some(id)) {
        if !words.contains(field) {
            words.push(field.clone());
        }
    }
    words
}
