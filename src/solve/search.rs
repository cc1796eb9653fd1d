//! The search: the cheapest changes first, each plan judged by the check before it counts.

use std::rc::Rc;

use crate::check::Spot;
use crate::model::{Kind, RuleId};

use super::bits::{Bit, Bits, Found};
use super::judged::{Broken, Judge, Judged};
use super::lower::Lower;
use super::mention::mentioned;
use super::open::{FEW, MOST, Open};
use super::share::Sharing;
use super::space::{Chosen, Pick, Space};
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
pub struct Candidate {
    pub chosen: Chosen,
    pub judged: Rc<Judged>,
}

pub struct Search<'s, 'a> {
    space: &'s Space<'a>,
    judge: &'s Judge<'a>,
    bits: Bits,
    open: Open,
    /// For each rule that can break here what must be assumed for it to hold.
    rules: Vec<(RuleId, Bit)>,
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
        for ((index, rule), meaning) in asked.model.contents.rules.pairs().zip(&asked.model.contents.program.rules) {
            for spot in asked.spots(rule) {
                if self.judge.is_excused(index, spot) {
                    continue;
                }
                let lower = Lower { space: self.space, open: &self.open, rule, spot };
                let broken = lower.broken(meaning, &mut self.bits);
                // What is broken in a year that is not open stays so.
                let closed = match spot {
                    Spot::Year(year) | Spot::Years(year) => !self.space.is_open(year),
                    Spot::Plan => false,
                };
                if broken == Bit::No || closed && broken == Bit::Yes {
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
    fn assumed(&mut self, rule: RuleId) -> Bit {
        if let Some((_, known)) = self.rules.iter().find(|(known, _)| *known == rule) {
            return *known;
        }
        let bit = self.bits.open();
        self.rules.push((rule, bit));
        bit
    }

    /// What was found, with the best way as it stands.
    pub fn run(mut self) -> Option<(End, Option<Candidate>)> {
        let (mut cost, mut found, mut more) = (0, Vec::new(), false);
        let tiers = self.open.tiers();
        let mut left = tiers.iter();
        let mut tier: &[Bit] = left.next().map_or(&[], Vec::as_slice);
        loop {
            match self.next(cost, tier)? {
                Next::Way(way) => {
                    found.push(*way);
                    if found.len() == LOOKED_AT {
                        more = true;
                        break;
                    }
                }
                Next::None if !found.is_empty() => {
                    more |= !tier.is_empty() && matches!(self.next(cost, &[]), Some(Next::Way(_)));
                    break;
                }
                Next::None if !tier.is_empty() => tier = left.next().map_or(&[], Vec::as_slice),
                // Ways that cost much are rare, and what has none often shows at once.
                Next::None if (cost == 0 || cost == FEW || cost == MOST) && !self.is_possible()? => {
                    return self.why().map(|rules| (End::Never(rules), None));
                }
                Next::None if cost == MOST => return None,
                Next::None => {
                    cost += 1;
                    left = tiers.iter();
                    tier = left.next().map_or(&[], Vec::as_slice);
                }
            }
        }
        let mut found: Vec<Candidate> = found.into_iter().map(|one| self.settled(one)).collect();
        // What draws the least stands first; then what the regioplan names first. What draws more than that is no advice.
        found.sort_by_key(|one| (one.judged.news, one.judged.needs.len(), self.changed(one)));
        let least = found.first().map_or(0, |one| one.judged.news);
        found.retain(|one| one.judged.news <= least);
        more |= found.len() > TOLD;
        let told: Vec<Candidate> = found.into_iter().take(TOLD).collect();
        let ways = told.iter().map(|one| Way { changes: self.changes(one), cost }).collect();
        Some((End::Ways { ways, more }, told.into_iter().next()))
    }

    /// The next way of this cost that the check accepts, under what is assumed besides; nothing when the search takes too long.
    fn next(&mut self, cost: usize, besides: &[Bit]) -> Option<Next> {
        loop {
            let bound = self.open.at_most(cost, &mut self.bits);
            let assumed = self.rules.iter().map(|(_, bit)| *bit).chain([bound]).chain(besides.iter().copied());
            let assumed: Vec<Bit> = assumed.collect();
            let values = match self.bits.solve(&assumed) {
                Found::Way(values) => values,
                Found::None(_) => return Some(Next::None),
                Found::TooMuch => return None,
            };
            self.left = self.left.checked_sub(1)?;
            let chosen = self.open.read(&values);
            let judged = self.judge.of_choices(self.space, &chosen);
            if judged.broken.is_empty() {
                let other = self.open.other_than(&values);
                self.bits.one_of(other);
                return Some(Next::Way(Box::new(Candidate { chosen, judged })));
            }
            for (_, broken) in &judged.broken {
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
                let among = mentioned(model.contents.rules.get(index), model.contents.program.rules.get(index));
                let looks_at = |(_, id): Pick| among.as_ref().is_none_or(|among| among.contains(&id));
                let other = self.open.otherwise(chosen, looks_at);
                let assumed = self.assumed(index);
                self.bits.one_of(other.into_iter().chain([!assumed]));
            }
            Broken::Offer(_) => {
                // What softens a refusal may hang on any choice.
                let other = self.open.otherwise(chosen, |_| true);
                self.bits.one_of(other);
            }
        }
    }

    /// Rules of which each is needed for there to be no way.
    fn why(&mut self) -> Option<Vec<RuleId>> {
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

    /// The same changes, each with the kind that draws the least beside the others; of those the first.
    fn settled(&self, found: Candidate) -> Candidate {
        let mut best = found;
        for pick in self.changed(&best) {
            let before = self.before(pick);
            let Some(own) = best.chosen.get(&pick).copied() else { continue };
            let others = self.space.kinds_of(pick).filter(|kind| Some(*kind) != before);
            let other = |kind: Kind| {
                let mut chosen = best.chosen.clone();
                chosen.insert(pick, kind);
                let judged = self.judge.of_choices(self.space, &chosen);
                (kind == own || judged.broken.is_empty()).then_some(Candidate { chosen, judged })
            };
            let least = others.filter_map(other).min_by_key(|one| (one.judged.news, one.judged.needs_of(pick).len()));
            best = least.unwrap_or(best);
        }
        best
    }

    /// The kind that stands there now.
    fn before(&self, pick: Pick) -> Option<Kind> {
        self.space.now.get(&pick).copied().flatten()
    }

    /// Whether another kind of one of these choices will do, draws no more, and asks the same.
    fn will_do(&self, pick: Pick, kind: Kind, found: &Candidate) -> bool {
        let mut other = found.chosen.clone();
        other.insert(pick, kind);
        let (judged, own) = (self.judge.of_choices(self.space, &other), &found.judged);
        let asks = |judged: &Judged| (judged.needs_of(pick), judged.asks_region(pick));
        judged.broken.is_empty() && judged.news <= own.news && asks(&judged) == asks(own)
    }

    /// What changes, in the order of the years and of the regioplan.
    fn changed(&self, found: &Candidate) -> Vec<Pick> {
        changed(self.space, &found.chosen)
    }

    fn changes(&self, found: &Candidate) -> Vec<Change> {
        let all = changed(self.space, &found.chosen).into_iter();
        all.map(|pick| {
            let step = match found.chosen.get(&pick) {
                None => Step::Remove,
                Some(kind) => {
                    let kinds = self.kinds(pick, *kind, found);
                    if self.space.now.contains_key(&pick) { Step::Turn(kinds) } else { Step::Add(kinds) }
                }
            };
            let needs = if step == Step::Remove { Vec::new() } else { found.judged.needs_of(pick) };
            let consult = step != Step::Remove && (found.judged.asks_region(pick) || found.judged.news > 0);
            Change { year: pick.0, intervention: pick.1, step, needs, consult }
        })
        .collect()
    }

    /// The kinds that will do for an intervention beside the other choices: its own first.
    fn kinds(&self, pick: Pick, own: Kind, found: &Candidate) -> Vec<Kind> {
        let before = self.before(pick);
        let others = self.space.kinds_of(pick).filter(|kind| Some(*kind) != before && *kind != own);
        std::iter::once(own).chain(others.filter(|kind| self.will_do(pick, *kind, found))).collect()
    }
}

/// Where these choices are others than those that stand there: changes and additions, then what goes.
pub fn changed(space: &Space<'_>, chosen: &Chosen) -> Vec<Pick> {
    let now = &space.now;
    let other = chosen.iter().filter(|(pick, kind)| now.get(pick) != Some(&Some(**kind))).map(|(pick, _)| *pick);
    other.chain(now.keys().copied().filter(|pick| !chosen.contains_key(pick))).collect()
}
