//! `geen keuze telt dubbel`: shares choices out over what several rules ask, so that none counts for two that may not share.
//!
//! This is exact, not a count in order: when there is a way to give every rule its choices, it is found. When there is none,
//! what the earlier rules ask comes first. Who may not share with whom is said pair by pair; nothing follows for others.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Amount, Demand, Domain, Formula, InterventionId, Kind, Rule, RuleId, Share, Source, Table};

use super::answer::Answer;
use super::env::{Env, Future, Supposed};
use super::eval;
use super::judge;
use super::outcome::{Gap, GapKind};

/// More rules of which it is not known whether they apply: then it is not known who shares with whom.
const MOST_DOUBTFUL: usize = 6;

/// More choices without a kind: then it is not known what they count for.
const MOST_OPEN: usize = 3;

/// Something that asks for a number of choices: a demand of a rule, or one of its targets with `elk van`.
#[derive(Clone, Debug)]
pub struct Slot {
    pub rule: RuleId,
    pub demand: usize,
    /// The number of the target with `elk van`.
    pub target: Option<usize>,
    need: usize,
    /// Choices that count for it, and those that may.
    sure: BTreeSet<InterventionId>,
    maybe: BTreeSet<InterventionId>,
    gaps: Vec<Gap>,
    /// Whether the rule applies at all is not known, and what is missing to know it.
    doubt: Option<Vec<Gap>>,
}

impl Slot {
    /// The choices that can be used for it.
    fn usable(&self, sight: Sight) -> Vec<Pick> {
        let sure = self.sure.iter().copied().map(Pick::Read);
        match sight {
            Sight::Sure => sure.collect(),
            Sight::Possible { unread } => {
                let maybe = self.maybe.iter().copied().map(Pick::Read);
                sure.chain(maybe).chain((0..unread).map(Pick::Unread)).collect()
            }
        }
    }
}

/// What is found for a demand.
#[derive(Debug)]
pub enum Shared {
    Enough,
    /// This slot cannot have what it asks.
    Short(Box<Sharing>),
    Unknown(Vec<Gap>),
    /// It hangs on whether a rule before it applies, and that is not known.
    Unsure(Vec<Gap>),
}

/// A way to share out, with the slot that falls short in it.
#[derive(Debug)]
pub struct Sharing {
    pub slot: Slot,
    /// What counts for it.
    pub counted: Vec<InterventionId>,
    /// What would count for it, and counts already for these rules.
    pub elsewhere: Vec<(InterventionId, RuleId)>,
}

/// A kind of each choice of the year of which the kind is not known; none where it is perhaps not chosen at all.
type Kinds = [(InterventionId, Option<Kind>)];

/// Judges one demand of a rule whose choices may not all be shared. Of a choice of which the kind is not known, that kind may decide
/// nothing: then it is the same whichever it is.
pub fn judge(own: RuleId, demand: usize, env: &Env<'_, '_>) -> Shared {
    let unknown = match of_kinds(own, demand, &[], env) {
        Shared::Unknown(gaps) => gaps,
        settled => return settled,
    };
    let choices = env.year_plan().map(|year| year.choices.as_slice()).unwrap_or_default();
    let open: Vec<_> = choices.iter().filter(|choice| choice.kind.is_none()).collect();
    if open.is_empty() || open.len() > MOST_OPEN {
        return Shared::Unknown(unknown);
    }
    let mut ways: Vec<Vec<(InterventionId, Option<Kind>)>> = vec![Vec::new()];
    for choice in open {
        let id = choice.intervention;
        let kinds: Vec<Option<Kind>> =
            Kind::ALL.into_iter().map(Some).chain(choice.is_refused.then_some(None)).collect();
        let longer =
            |way: &Vec<(InterventionId, Option<Kind>)>, kind| way.iter().copied().chain([(id, kind)]).collect();
        ways = ways.iter().flat_map(|way| kinds.iter().map(move |kind| longer(way, *kind))).collect();
    }
    let mut found: Vec<Shared> = ways.iter().map(|kinds| of_kinds(own, demand, kinds, env)).collect();
    let all_short = found.iter().all(|one| matches!(one, Shared::Short(_)));
    if all_short || found.iter().all(|one| matches!(one, Shared::Enough)) {
        found.swap_remove(0)
    } else {
        Shared::Unknown(unknown)
    }
}

/// The same, of these kinds.
fn of_kinds(own: RuleId, demand: usize, kinds: &Kinds, env: &Env<'_, '_>) -> Shared {
    let slots = slots(own, kinds, env);
    let doubtful: BTreeSet<RuleId> = slots.iter().filter(|slot| slot.doubt.is_some()).map(|slot| slot.rule).collect();
    if doubtful.len() > MOST_DOUBTFUL {
        return Shared::Unsure(slots.into_iter().filter_map(|slot| slot.doubt).flatten().collect());
    }
    either_way(slots, (own, demand), env)
}

/// What holds whether a rule applies of which that is not known, or not.
fn either_way(slots: Vec<Slot>, asked: (RuleId, usize), env: &Env<'_, '_>) -> Shared {
    let Some((rule, why)) = slots.iter().find_map(|slot| Some((slot.rule, slot.doubt.clone()?))) else {
        return decide(slots, asked, env);
    };
    let mut without = slots.clone();
    without.retain(|slot| slot.rule != rule);
    let mut with = slots;
    with.iter_mut().filter(|slot| slot.rule == rule).for_each(|slot| slot.doubt = None);
    match (either_way(with, asked, env), either_way(without, asked, env)) {
        (Shared::Enough, Shared::Enough) => Shared::Enough,
        (Shared::Short(_), short @ Shared::Short(_)) => short,
        (Shared::Unknown(gaps), _) | (_, Shared::Unknown(gaps)) => Shared::Unknown(gaps),
        (Shared::Unsure(gaps), Shared::Unsure(_)) => Shared::Unsure(gaps),
        (Shared::Unsure(gaps), _) | (_, Shared::Unsure(gaps)) => Shared::Unsure(why.into_iter().chain(gaps).collect()),
        (Shared::Enough, Shared::Short(_)) | (Shared::Short(_), Shared::Enough) => Shared::Unsure(why),
    }
}

/// Gives the slots their choices, those that come first before the others.
fn decide(slots: Vec<Slot>, (own, demand): (RuleId, usize), env: &Env<'_, '_>) -> Shared {
    let unread = env.year_plan().map_or(0, |year| year.unread.min(slots.iter().map(|slot| slot.need).sum()));
    let conflicts = Conflicts::of(&slots, &env.model.rules);
    // The slots that come first and are given what they ask; `open` ones perhaps.
    let (mut given, mut open): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut gaps = Vec::new();
    let mut mine = Shared::Enough;
    for (at, slot) in slots.iter().enumerate() {
        let is_mine = slot.rule == own && slot.demand == demand;
        let with = |others: &[&[usize]]| others.concat().into_iter().chain([at]).collect::<Vec<_>>();
        if conflicts.fits(&slots, &with(&[&given, &open]), Sight::Sure) {
            given.push(at);
        } else if conflicts.fits(&slots, &with(&[&given]), Sight::Possible { unread }) {
            gaps.extend(slots.iter().flat_map(|slot| slot.gaps.iter().cloned()));
            open.push(at);
            if is_mine {
                mine = Shared::Unknown(Vec::new());
            }
        } else if is_mine {
            return Shared::Short(Box::new(sharing(at, slots, &given, &conflicts)));
        }
    }
    match mine {
        Shared::Unknown(_) => {
            Shared::Unknown(if gaps.is_empty() { vec![super::env::unreadable(env.place())] } else { gaps })
        }
        settled => settled,
    }
}

/// A choice: one that can be read, or one of the others, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Pick {
    Read(InterventionId),
    Unread(usize),
}

impl Pick {
    fn read(self) -> Option<InterventionId> {
        match self {
            Self::Read(id) => Some(id),
            Self::Unread(_) => None,
        }
    }
}

/// What is seen of the choices.
#[derive(Clone, Copy)]
enum Sight {
    /// Only what certainly counts.
    Sure,
    /// What may count too, and so many choices that nobody can read.
    Possible { unread: usize },
}

/// Which slots may not share a choice.
struct Conflicts(Vec<Vec<bool>>);

impl Conflicts {
    fn of(slots: &[Slot], rules: &Table<Rule>) -> Self {
        let says = |one: &Slot, other: &Slot| rules.get(one.rule).not_double.contains(&other.rule);
        let row = |(at, one): (usize, &Slot)| {
            let differs = |(number, other): (usize, &Slot)| at != number && says(one, other) && says(other, one);
            slots.iter().enumerate().map(differs).collect()
        };
        Self(slots.iter().enumerate().map(row).collect())
    }

    fn apart(&self, one: usize, other: usize) -> bool {
        self.0.get(one).and_then(|row| row.get(other)).copied().unwrap_or(false)
    }

    /// Whether these slots can all have what they ask.
    fn fits(&self, slots: &[Slot], asked: &[usize], sight: Sight) -> bool {
        self.way(slots, asked, sight).is_some()
    }

    /// A way to use the choices so that these slots have what they ask: which choice is used for which slot. Slots that have
    /// nothing to do with each other do not count in each other's way.
    fn way(&self, slots: &[Slot], asked: &[usize], sight: Sight) -> Option<Vec<(Pick, usize)>> {
        let mut used = Vec::new();
        for part in self.parts(asked) {
            let all_apart = part.iter().all(|one| part.iter().all(|other| one == other || self.apart(*one, *other)));
            used.extend(if all_apart { matched(slots, &part, sight) } else { self.searched(slots, &part, sight) }?);
        }
        Some(used)
    }

    /// The slots in parts: those that may not share, with those that may not share with them, and so on.
    fn parts(&self, asked: &[usize]) -> Vec<Vec<usize>> {
        let mut open: Vec<usize> = asked.to_vec();
        let mut parts = Vec::new();
        while let Some(first) = open.pop() {
            let mut part = vec![first];
            let mut at = 0;
            while let Some(one) = part.get(at).copied() {
                let (near, rest) = open.into_iter().partition(|other| self.apart(one, *other));
                part.extend::<Vec<usize>>(near);
                open = rest;
                at += 1;
            }
            part.sort_unstable();
            parts.push(part);
        }
        parts
    }

    /// A way for slots of which some may share and some may not. What is still needed is all that matters of the choices
    /// before, so one way to each such need is kept.
    fn searched(&self, slots: &[Slot], asked: &[usize], sight: Sight) -> Option<Vec<(Pick, usize)>> {
        let needs: Vec<usize> = asked.iter().filter_map(|at| slots.get(*at)).map(|slot| slot.need).collect();
        let mut reached: BTreeMap<Vec<usize>, Vec<(Pick, usize)>> = BTreeMap::from([(needs, Vec::new())]);
        let all: BTreeSet<Pick> =
            asked.iter().filter_map(|at| slots.get(*at)).flat_map(|one| one.usable(sight)).collect();
        for pick in all {
            let can = |at: &usize| slots.get(*at).is_some_and(|slot| slot.usable(sight).contains(&pick));
            let users: Vec<usize> = (0..asked.len()).filter(|n| asked.get(*n).is_some_and(can)).collect();
            let mut next = BTreeMap::new();
            for (needs, used) in reached {
                self.use_it(asked, &users, (&needs, &used), pick, &mut next);
            }
            reached = next;
        }
        reached.into_iter().find(|(needs, _)| needs.iter().all(|need| *need == 0)).map(|(_, used)| used)
    }

    /// Every way to use one choice: for some of the slots that still need one and may share it.
    fn use_it(
        &self,
        asked: &[usize],
        users: &[usize],
        (needs, used): (&[usize], &[(Pick, usize)]),
        pick: Pick,
        next: &mut BTreeMap<Vec<usize>, Vec<(Pick, usize)>>,
    ) {
        next.entry(needs.to_vec()).or_insert_with(|| used.to_vec());
        let Some((first, rest)) = users.split_first() else { return };
        self.use_it(asked, rest, (needs, used), pick, next);
        let slot = asked.get(*first).copied();
        let taken =
            |(known, holder): &(Pick, usize)| *known == pick && slot.is_some_and(|slot| self.apart(slot, *holder));
        let free = !used.iter().any(taken);
        let mut fewer = needs.to_vec();
        if let (true, Some(need), Some(slot)) = (free, fewer.get_mut(*first).filter(|need| **need > 0), slot) {
            *need -= 1;
            let mut more = used.to_vec();
            more.push((pick, slot));
            self.use_it(asked, rest, (&fewer, &more), pick, next);
        }
    }
}

/// A way for slots that may share nothing with each other: each choice goes to one of them.
fn matched(slots: &[Slot], asked: &[usize], sight: Sight) -> Option<Vec<(Pick, usize)>> {
    let usable: BTreeMap<usize, Vec<Pick>> =
        asked.iter().filter_map(|at| Some((*at, slots.get(*at)?.usable(sight)))).collect();
    let mut holders: BTreeMap<Pick, usize> = BTreeMap::new();
    for at in asked {
        for _ in 0..slots.get(*at).map_or(0, |slot| slot.need) {
            if !give(*at, &usable, &mut holders, &mut BTreeSet::new()) {
                return None;
            }
        }
    }
    Some(holders.into_iter().collect())
}

/// One more choice for this slot, if need be by giving another slot something else instead.
fn give(
    slot: usize,
    usable: &BTreeMap<usize, Vec<Pick>>,
    holders: &mut BTreeMap<Pick, usize>,
    tried: &mut BTreeSet<Pick>,
) -> bool {
    for pick in usable.get(&slot).map(Vec::as_slice).unwrap_or_default() {
        if !tried.insert(*pick) {
            continue;
        }
        let free = match holders.get(pick).copied() {
            None => true,
            Some(holder) => holder != slot && give(holder, usable, holders, tried),
        };
        if free {
            holders.insert(*pick, slot);
            return true;
        }
    }
    false
}

/// How the choices are shared out where a slot falls short: the slots before it have what they ask, and it has the most that is
/// left.
fn sharing(short: usize, mut slots: Vec<Slot>, given: &[usize], conflicts: &Conflicts) -> Sharing {
    let asked: Vec<usize> = given.iter().copied().chain([short]).collect();
    let wanted = slots.get(short).map_or(0, |slot| slot.need);
    let mut used = Vec::new();
    for need in (0..wanted).rev() {
        if let Some(slot) = slots.get_mut(short) {
            slot.need = need;
        }
        if let Some(way) = conflicts.way(&slots, &asked, Sight::Sure) {
            used = way;
            break;
        }
    }
    let counted = used.iter().filter(|(_, slot)| *slot == short).filter_map(|(pick, _)| pick.read()).collect();
    let usable = slots.get(short).map(|slot| slot.sure.clone()).unwrap_or_default();
    let elsewhere = used
        .iter()
        .filter(|(_, slot)| *slot != short && conflicts.apart(short, *slot))
        .filter_map(|(pick, slot)| Some((pick.read()?, slots.get(*slot)?.rule)))
        .filter(|(id, _)| usable.contains(id))
        .collect();
    let mut slot = slots.swap_remove(short);
    slot.need = wanted;
    Sharing { slot, counted, elsewhere }
}

/// All slots of the rules that are linked and speak in this year, in the order of the file.
fn slots(own: RuleId, kinds: &Kinds, env: &Env<'_, '_>) -> Vec<Slot> {
    let mut slots = Vec::new();
    for index in env.model.sharing_group(own) {
        let rule = env.model.rules.get(index);
        let applies = if index == own { Answer::Yes } else { judge::applies(index, rule, env) };
        if applies == Answer::No {
            continue;
        }
        let meaning = env.model.program.rules.get(index);
        for (demand, (said, meant)) in rule.demands.iter().zip(&meaning.demands).enumerate() {
            if !matches!(said, Demand::Choose { .. }) {
                continue;
            }
            let parts = match meant {
                Formula::All(parts) => parts.iter().enumerate().map(|(at, part)| (Some(at), part)).collect(),
                whole => vec![(None, whole)],
            };
            for (target, part) in parts {
                let Formula::Count { amount: Amount::AtLeast(Share::Number(need)), of, that } = part else { continue };
                slots.push(slot((index, demand, target), *need as usize, (of, that), &applies, (kinds, env)));
            }
        }
    }
    slots
}

fn slot(
    (rule, demand, target): (RuleId, usize, Option<usize>),
    need: usize,
    (of, that): (&Domain, &Formula),
    applies: &Answer,
    (kinds, env): (&Kinds, &Env<'_, '_>),
) -> Slot {
    let doubt = match applies {
        Answer::Unknown(gaps) => Some(gaps.clone()),
        Answer::Yes | Answer::No => None,
    };
    let mut slot =
        Slot { rule, demand, target, need, sure: BTreeSet::new(), maybe: BTreeSet::new(), gaps: Vec::new(), doubt };
    let Source::Interventions(members) = &of.source else { return slot };
    for id in members {
        let kind = kinds.iter().find(|(of, _)| of == id).map(|(_, kind)| kind.map_or(Supposed::Not, Supposed::As));
        let supposed: Vec<(u8, Supposed)> = env.year().zip(kind).into_iter().collect();
        let env = Env { future: Future::Supposed(*id, &supposed), ..*env };
        match eval::answer(that, &env.with_intervention(*id)) {
            Answer::Yes => {
                slot.sure.insert(*id);
            }
            Answer::No => {}
            Answer::Unknown(gaps) => {
                // A choice that nobody can read counts once, whatever it is.
                let here = env.year().map(GapKind::Choice);
                if gaps.iter().any(|gap| Some(&gap.kind) != here.as_ref()) {
                    slot.maybe.insert(*id);
                }
                slot.gaps.extend(gaps);
            }
        }
    }
    slot
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Intervention;

    /// So many interventions.
    fn choices(count: usize) -> Vec<InterventionId> {
        let mut table: Table<Intervention> = Table::default();
        (0..count).map(|_| table.push(Intervention::default())).collect()
    }

    fn slot(need: usize, usable: &BTreeSet<usize>) -> Slot {
        let all = choices(4);
        Slot {
            rule: RuleId::NOTHING,
            demand: 0,
            target: None,
            need,
            sure: usable.iter().map(|choice| all[*choice]).collect(),
            maybe: BTreeSet::new(),
            gaps: Vec::new(),
            doubt: None,
        }
    }

    /// Every way to use each choice for any set of slots that may share it.
    fn brute_force(slots: &[Slot], conflicts: &Conflicts, choices: &[InterventionId]) -> bool {
        let sets = 1_usize << slots.len();
        (0..sets.pow(u32::try_from(choices.len()).expect("few"))).any(|mut way| {
            let mut have = vec![0; slots.len()];
            for choice in choices {
                let set = way % sets;
                way /= sets;
                let members: Vec<usize> = (0..slots.len()).filter(|slot| set >> slot & 1 == 1).collect();
                let sound = members.iter().all(|one| {
                    slots[*one].sure.contains(choice) && members.iter().all(|other| !conflicts.apart(*one, *other))
                });
                if !sound {
                    return false;
                }
                for member in members {
                    have[member] += 1;
                }
            }
            have.iter().zip(slots).all(|(have, slot)| *have >= slot.need)
        })
    }

    proptest! {
        #[test]
        fn a_way_is_found_exactly_when_there_is_one(
            asked in prop::collection::vec((0_usize..3, prop::collection::btree_set(0_usize..4, 0..4)), 1..4),
            pairs in prop::collection::vec(any::<bool>(), 3),
        ) {
            let slots: Vec<Slot> = asked.iter().map(|(need, usable)| slot(*need, usable)).collect();
            let mut rows = vec![vec![false; slots.len()]; slots.len()];
            for (number, (one, other)) in [(0, 1), (0, 2), (1, 2)].into_iter().enumerate() {
                if other < slots.len() && pairs[number] {
                    rows[one][other] = true;
                    rows[other][one] = true;
                }
            }
            let conflicts = Conflicts(rows);
            let all: Vec<usize> = (0..slots.len()).collect();
            prop_assert_eq!(conflicts.fits(&slots, &all, Sight::Sure), brute_force(&slots, &conflicts, &choices(4)));
        }
    }
}
