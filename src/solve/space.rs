//! The choices that the open years can have: for each intervention not chosen, or chosen as one of the kinds that it can have.
//!
//! Input: a plan, the years that are open and the regioplan. Output: the plan with other choices in those years, everything else
//! as it was.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::Asked;
use crate::diagnostic::Severity;
use crate::model::{InterventionId, Kind};
use crate::plan::{Choice, Plan, RecordValue, YearPlan};

use super::Excused;

/// A choice that can be made: an intervention in a year.
pub type Pick = (u8, InterventionId);

/// What is chosen, each with its kind.
pub type Chosen = BTreeMap<Pick, Kind>;

/// A plan of which some years are open.
pub struct Space<'a> {
    pub asked: Asked<'a>,
    pub years: Vec<u8>,
    /// What stands there now; without a kind it does not tell how it is chosen.
    pub now: BTreeMap<Pick, Option<Kind>>,
    /// What stands there with a word that says that it is not chosen.
    pub stated_off: BTreeSet<Pick>,
    /// What only draws a warning, or must be judged by somebody, can be chosen too.
    wide: bool,
    /// The kinds as which an intervention can be chosen, with what that asks of the open years before.
    pub kinds: BTreeMap<Pick, Vec<(Kind, After)>>,
    /// What the practice wants to add: that is no work.
    pub wanted: BTreeSet<Pick>,
    /// For each kind the plan in which everything is chosen, as that kind.
    of_kind: Vec<(Kind, Plan)>,
}

/// What a kind asks of the open years before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// Nothing.
    Anything,
    /// That the intervention is chosen in one of them.
    Chosen,
    /// That it is chosen in none of them.
    NotChosen,
}

impl<'a> Space<'a> {
    /// None when not all choices of the years can be read: then nobody knows what else they need.
    pub fn of(asked: Asked<'a>, years: &[u8], excused: &Excused, wanted: &[Pick], wide: bool) -> Option<Self> {
        let mut space = Self {
            asked,
            years: years.to_vec(),
            now: BTreeMap::new(),
            stated_off: BTreeSet::new(),
            wide,
            kinds: BTreeMap::new(),
            wanted: wanted.iter().copied().collect(),
            of_kind: Vec::new(),
        };
        for year in years {
            let found = asked.plan.year(*year).filter(|found| found.unread == 0 && !asked.plan.years_unread)?;
            space.now.extend(found.choices.iter().map(|choice| ((*year, choice.intervention), choice.kind)));
            let off = found.choices.iter().filter(|choice| choice.is_refused);
            space.stated_off.extend(off.map(|choice| (*year, choice.intervention)));
        }
        let known = || asked.model.contents.interventions.ids();
        let can = |pick: &Pick| wide || space.now.contains_key(pick) || asked.can_be_chosen(pick.1, pick.0);
        let picks: Vec<Pick> =
            years.iter().flat_map(|year| known().map(|id| (*year, id))).filter(|pick| can(pick)).collect();
        for kind in Kind::ALL {
            let plan = space.plan(&picks.iter().map(|pick| (*pick, kind)).collect());
            for year in years {
                space.fits(*year, kind, &picks, &plan);
            }
            space.of_kind.push((kind, plan));
        }
        space.keep(excused);
        space.prefer();
        Some(space)
    }

    /// What the region agreed to leave may stay.
    fn keep(&mut self, excused: &Excused) {
        for (pick, kind) in self.now.iter().filter_map(|(pick, kind)| Some((*pick, (*kind)?))) {
            let kinds = self.kinds.entry(pick).or_default();
            if excused.choices.contains(&pick) && !kinds.iter().any(|(known, _)| *known == kind) {
                kinds.push((kind, After::Anything));
            }
        }
        self.kinds.retain(|_, kinds| !kinds.is_empty());
    }

    /// What a misspelt kind is probably meant as stands before the other kinds.
    fn prefer(&mut self) {
        let choices =
            self.asked.plan.years.iter().flat_map(|year| year.choices.iter().map(|choice| (year.year, choice)));
        for ((year, choice), near) in choices.filter_map(|found| Some((found, found.1.near?))) {
            if let Some(kinds) = self.kinds.get_mut(&(year, choice.intervention)) {
                kinds.sort_by_key(|(kind, _)| *kind != near);
            }
        }
    }

    /// Notes what can be chosen as this kind in a year: beside everything in the open years before it, and beside nothing.
    fn fits(&mut self, year: u8, kind: Kind, picks: &[Pick], all: &Plan) {
        let full = self.surely_refused(all, year);
        let alone = if self.years.first() == Some(&year) {
            full.clone()
        } else {
            let in_year = picks.iter().filter(|(of, _)| *of == year).map(|pick| (*pick, kind));
            self.surely_refused(&self.plan(&in_year.collect()), year)
        };
        for pick in picks.iter().filter(|(of, _)| *of == year) {
            let after = match (full.contains(&pick.1), alone.contains(&pick.1)) {
                (false, false) => After::Anything,
                (false, true) => After::Chosen,
                (true, false) => After::NotChosen,
                (true, true) => continue,
            };
            self.kinds.entry(*pick).or_default().push((kind, after));
        }
    }

    /// What of a year cannot be chosen, whatever the earlier years hold that could not be read or says that it is not chosen.
    /// What the practice chose itself may go on all the same.
    fn surely_refused(&self, plan: &Plan, year: u8) -> BTreeSet<InterventionId> {
        let mut found = self.refused(plan, year);
        let before = |one: &YearPlan| one.year < year && !self.is_open(one.year);
        let doubted = |one: &YearPlan| one.unread > 0 || one.choices.iter().any(|choice| choice.is_refused);
        if plan.years.iter().any(|one| before(one) && doubted(one)) {
            let mut without = plan.clone();
            for one in without.years.iter_mut().filter(|one| before(one)) {
                one.unread = 0;
                one.choices.retain(|choice| !choice.is_refused);
            }
            let more = self.refused(&without, year).into_iter();
            found.extend(more.filter(|id| !self.now.contains_key(&(year, *id))));
        }
        found
    }

    /// What of a year cannot be chosen as it is in a plan. What is chosen may keep what is only told about it; what is new draws
    /// nothing, unless nothing else will do. A field that is still empty can be filled in.
    fn refused(&self, plan: &Plan, year: u8) -> BTreeSet<InterventionId> {
        let issues = Asked { plan, ..self.asked }.refusals().into_iter().filter(|issue| issue.year == Some(year));
        let counts = |id: InterventionId, severity| {
            severity == Severity::Violation || !self.wide && !self.now.contains_key(&(year, id))
        };
        let refused = issues
            .filter(|issue| issue.lacks.is_none())
            .filter_map(|issue| Some((issue.intervention?, issue.problem.severity)));
        refused.filter(|(id, severity)| counts(*id, *severity)).map(|(id, _)| id).collect()
    }

    /// The kinds as which this can be chosen.
    pub fn kinds_of(&self, pick: Pick) -> impl Iterator<Item = Kind> {
        self.kinds.get(&pick).into_iter().flatten().map(|(kind, _)| *kind)
    }

    /// Whether one is a part of the other, in the same year.
    pub fn is_part_of(&self, part: Pick, whole: Pick) -> bool {
        part.0 == whole.0 && self.asked.model.contents.intervention(part.1).part_of == Some(whole.1)
    }

    /// Whether what it is a part of stands in its year, and can no longer be chosen there.
    pub fn is_part_of_gone(&self, part: Pick) -> bool {
        let mut gone = self.now.keys().filter(|pick| !self.kinds.contains_key(pick));
        gone.any(|whole| self.is_part_of(part, *whole))
    }

    pub fn is_open(&self, year: u8) -> bool {
        self.years.contains(&year)
    }

    /// Whether an open year comes before this one.
    pub fn comes_after_open(&self, year: u8) -> bool {
        self.years.iter().any(|open| *open < year)
    }

    /// For each kind the plan in which everything is chosen as that kind.
    pub fn of_kind(&self) -> impl Iterator<Item = (Kind, Asked<'_>)> {
        self.of_kind.iter().map(|(kind, plan)| (*kind, Asked { plan, ..self.asked }))
    }

    /// The plan with these choices in its open years; what stays keeps its data.
    pub fn plan(&self, chosen: &Chosen) -> Plan {
        let mut plan = self.asked.plan.clone();
        for year in plan.years.iter_mut().filter(|year| self.is_open(year.year)) {
            self.fill(year, chosen);
        }
        plan
    }

    fn fill(&self, year: &mut YearPlan, chosen: &Chosen) {
        let number = year.year;
        year.choices.retain(|choice| chosen.contains_key(&(number, choice.intervention)));
        for choice in &mut year.choices {
            choice.kind = chosen.get(&(number, choice.intervention)).copied();
            choice.is_refused = false;
        }
        let key = year.choices_span.unwrap_or(year.key);
        for ((_, id), kind) in chosen.iter().filter(|(pick, _)| pick.0 == number && !self.now.contains_key(pick)) {
            let data = RecordValue::empty(key);
            year.choices.push(Choice {
                intervention: *id,
                key,
                kind: Some(*kind),
                near: None,
                kind_span: key,
                is_open: false,
                is_refused: false,
                again: None,
                data,
            });
        }
    }
}
