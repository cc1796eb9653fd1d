//! How many members answer a formula: yes, no, or what it can still become.
//!
//! Every member is of one of a few sorts, by what it can be: in the domain or not, and then a yes or a no. An amount asks that
//! a sum over the members is not below zero, to which each member adds by itself; so the least and the greatest sum
//! that are possible tell whether the amount is certain.

use rust_decimal::Decimal;

use crate::model::{Amount, Domain, Formula, InterventionId, Share, Source};

use super::answer::Answer;
use super::env::{Env, Scope};
use super::eval;
use super::members::{Item, Members, What, members};
use super::outcome::{Gap, GapKind};

/// How many members of each sort.
#[derive(Debug, Default)]
pub struct Tally {
    /// In the domain: yes, no, or either.
    pub yes: usize,
    pub no: usize,
    open: usize,
    /// In the domain: a no, but for at most `spare` of them, which may be a yes.
    wild: usize,
    spare: usize,
    /// Perhaps in the domain, and then yes, no, or either.
    maybe_yes: usize,
    maybe_no: usize,
    maybe_open: usize,
    /// At most so many more that nobody can read: not there, yes or no; and so many of them can be a yes.
    others: usize,
    others_yes: usize,
    pub gaps: Vec<Gap>,
}

/// Counts the members of a domain.
pub fn tally(of: &Domain, that: &Formula, env: &Env<'_, '_>) -> Tally {
    let found = members(of, env);
    let mut tally = Tally { gaps: found.gaps(), others: found.others, ..Tally::default() };
    tally.spare = unread_choices(of, env);
    tally.others_yes = if found.others > 0 { others_that(&found, of, that, tally.spare, env) } else { 0 };
    let here = env.year().map(GapKind::Choice);
    for item in &found.sure {
        match item.answer(that, env) {
            Answer::Yes => tally.yes += 1,
            Answer::No => tally.no += 1,
            Answer::Unknown(gaps) => {
                // Not chosen then, unless a choice that nobody can read is this one.
                let only_unread = gaps.iter().all(|gap| Some(&gap.kind) == here.as_ref());
                *(if only_unread && tally.spare > 0 { &mut tally.wild } else { &mut tally.open }) += 1;
                tally.gaps.extend(gaps);
            }
        }
    }
    for (item, _) in &found.unsure {
        match item.answer(that, env) {
            Answer::Yes => tally.maybe_yes += 1,
            Answer::No => tally.maybe_no += 1,
            Answer::Unknown(gaps) => {
                tally.maybe_open += 1;
                tally.gaps.extend(gaps);
            }
        }
    }
    tally
}

/// Whether the amount holds of so many that answer yes, so many that do not, and so many that may do either or not be there.
pub fn holds(amount: Amount, (yes, no, others): (usize, usize, usize)) -> Option<bool> {
    Tally { yes, no, others, others_yes: others, ..Tally::default() }.holds(amount)
}

/// How many of the members that nobody can read may answer yes: of interventions, no more than there are besides that may do so.
fn others_that(found: &Members<'_>, of: &Domain, that: &Formula, spare: usize, env: &Env<'_, '_>) -> usize {
    // A list that is not filled in is asked for, whatever was chosen.
    let is_told = found.why.iter().all(|gap| gap.kind == GapKind::Unreadable);
    if !matches!(of.source, Source::Named(_)) || !is_told {
        return found.others;
    }
    let here = env.year().map(GapKind::Choice);
    let is_known = |id: InterventionId| {
        let is_it = |item: &Item<'_>| matches!(item.what, What::Intervention(known) if known == id);
        found.sure.iter().any(is_it) || found.unsure.iter().any(|(item, _)| is_it(item))
    };
    let may = |id: &InterventionId| match eval::answer(that, &env.with_intervention(*id)) {
        Answer::Yes => true,
        Answer::No => false,
        Answer::Unknown(gaps) => spare == 0 || gaps.iter().any(|gap| Some(&gap.kind) != here.as_ref()),
    };
    let all = env.model.interventions.ids();
    all.filter(|id| !is_known(*id)).filter(may).count().saturating_add(spare).min(found.others)
}

/// How many choices of the year in hand could not be read: no more interventions than these can be chosen in it besides.
fn unread_choices(of: &Domain, env: &Env<'_, '_>) -> usize {
    match (&of.source, env.scope) {
        (Source::Interventions(_) | Source::Named(_), Scope::Year(of, year)) => {
            of.plan.year(year).map_or(0, |year| year.unread)
        }
        (
            Source::Interventions(_) | Source::Named(_),
            Scope::Plan(_) | Scope::Years(..) | Scope::Region(_) | Scope::Practice(..),
        )
        | (
            Source::List(_)
            | Source::ListOfYears(..)
            | Source::Choices
            | Source::Of(_)
            | Source::Inside(..)
            | Source::Practices
            | Source::OfPractices(_)
            | Source::Those,
            _,
        ) => 0,
    }
}

impl Tally {
    /// Whether the amount holds, as far as that is certain.
    pub fn holds(&self, amount: Amount) -> Option<bool> {
        let at_least = |share: Share| {
            let (yes, total, less) = weights(share);
            self.never_negative(yes, -total, -less)
        };
        let at_most = |share: Share| {
            let (yes, total, less) = weights(share);
            self.never_negative(-yes, total, less)
        };
        match amount {
            Amount::AtLeast(share) => at_least(share),
            Amount::AtMost(share) => at_most(share),
            Amount::Exactly(share) => both(at_least(share), at_most(share)),
            Amount::All => self.never_negative(Decimal::ONE, Decimal::NEGATIVE_ONE, Decimal::ZERO),
            Amount::None => self.never_negative(Decimal::NEGATIVE_ONE, Decimal::ZERO, Decimal::ZERO),
            Amount::AllOrNone => self.all_or_none(),
        }
    }

    /// Whether `yes × a + total × b + c` is never below zero (yes), or always (no).
    fn never_negative(&self, a: Decimal, b: Decimal, c: Decimal) -> Option<bool> {
        let (as_yes, as_no) = (a + b, b);
        let (low, high) = (as_yes.min(as_no), as_yes.max(as_no));
        let times = |count: usize, each: Decimal| Decimal::from(count).saturating_mul(each);
        let fixed = c + times(self.yes, as_yes) + times(self.no, as_no);
        let wild_yes = self.wild.min(self.spare);
        let wild = |up: Decimal| times(self.wild, as_no).saturating_add(times(wild_yes, up));
        let gain = as_yes - as_no;
        let zero = Decimal::ZERO;
        let others_no = self.others - self.others_yes.min(self.others);
        let either_yes = self.maybe_open.saturating_add(self.others_yes.min(self.others));
        let sum = |wild: Decimal, open: Decimal, yes: Decimal, no: Decimal, either: Decimal| {
            [
                wild,
                times(self.open, open),
                times(self.maybe_yes, yes),
                times(self.maybe_no.saturating_add(others_no), no),
                times(either_yes, either),
            ]
            .into_iter()
            .fold(fixed, Decimal::saturating_add)
        };
        let least = sum(wild(gain.min(zero)), low, as_yes.min(zero), as_no.min(zero), low.min(zero));
        let most = sum(wild(gain.max(zero)), high, as_yes.max(zero), as_no.max(zero), high.max(zero));
        if least >= zero {
            Some(true)
        } else if most < zero {
            Some(false)
        } else {
            None
        }
    }

    /// A yes and a no exclude it; it is certain when no two members can differ.
    fn all_or_none(&self) -> Option<bool> {
        let either = self.open + self.wild + self.maybe_open;
        let can_yes = (self.yes + self.maybe_yes + either).saturating_add(self.others.min(self.others_yes));
        let can_no = (self.no + self.maybe_no + either).saturating_add(self.others);
        // Without any other member, one that can be either does not differ from itself.
        let alone = either.saturating_add(self.others.min(self.others_yes)) == 1 && can_yes == 1 && can_no == 1;
        if self.yes > 0 && self.no > 0 {
            Some(false)
        } else if can_yes == 0 || can_no == 0 || alone {
            Some(true)
        } else {
            None
        }
    }

    /// How many can say yes at most; none when nobody knows. It is asked of no interventions, so no choice that nobody can read counts.
    pub fn most(&self) -> Option<usize> {
        let others = self.others.min(self.others_yes);
        with_others(self.yes + self.open + self.maybe_yes + self.maybe_open, others)
    }

    /// How many members there can be at most; none when nobody knows.
    pub fn most_members(&self) -> Option<usize> {
        with_others(self.total() + self.maybe_yes + self.maybe_no + self.maybe_open, self.others)
    }

    /// All members that are certainly in the domain.
    pub fn total(&self) -> usize {
        self.yes + self.no + self.open
    }
}

/// So many, and others that nobody can read; none when these can be any number.
fn with_others(count: usize, others: usize) -> Option<usize> {
    count.checked_add(others).filter(|_| others < usize::MAX)
}

/// A share as weights: so many times the yes, so many times the total, and a number. A part of nobody asks nothing.
fn weights(share: Share) -> (Decimal, Decimal, Decimal) {
    match share {
        Share::Number(number) => (Decimal::ONE, Decimal::ZERO, Decimal::from(number)),
        Share::Half => (Decimal::TWO, Decimal::ONE, Decimal::ZERO),
        Share::Percent(part) => (Decimal::ONE_HUNDRED, part, Decimal::ZERO),
    }
}

fn both(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    match (one, other) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        (None, Some(true) | None) | (Some(true), None) => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(amount: Amount, yes: usize, total: usize) -> bool {
        let compare = |share: Share| match share {
            Share::Number(n) => yes.cmp(&(n as usize)),
            Share::Half => (yes * 2).cmp(&total),
            Share::Percent(p) => (Decimal::from(yes) * Decimal::ONE_HUNDRED).cmp(&(p * Decimal::from(total))),
        };
        match amount {
            Amount::AtLeast(share) => compare(share).is_ge(),
            Amount::AtMost(share) => compare(share).is_le(),
            Amount::Exactly(share) => compare(share).is_eq(),
            Amount::All => yes == total,
            Amount::None => yes == 0,
            Amount::AllOrNone => yes == 0 || yes == total,
        }
    }

    /// Every way in which the members can turn out: how many yes, and how many in all.
    fn completions(tally: &Tally) -> Vec<(usize, usize)> {
        const OUT: Option<bool> = None;
        let (yes, no) = (Some(true), Some(false));
        let mut sorts: Vec<Vec<Option<bool>>> = Vec::new();
        sorts.extend(vec![vec![yes]; tally.yes]);
        sorts.extend(vec![vec![no]; tally.no]);
        sorts.extend(vec![vec![yes, no]; tally.open]);
        sorts.extend(vec![vec![OUT, yes]; tally.maybe_yes]);
        sorts.extend(vec![vec![OUT, no]; tally.maybe_no]);
        sorts.extend(vec![vec![OUT, yes, no]; tally.maybe_open + tally.others_yes.min(tally.others)]);
        sorts.extend(vec![vec![OUT, no]; tally.others - tally.others_yes.min(tally.others)]);
        let mut all = vec![(0, 0)];
        for sort in sorts {
            all = all
                .iter()
                .flat_map(|(yes, total)| {
                    sort.iter().map(move |state| match state {
                        None => (*yes, *total),
                        Some(is_yes) => (yes + usize::from(*is_yes), total + 1),
                    })
                })
                .collect();
        }
        let wild = 0..=tally.wild.min(tally.spare);
        wild.flat_map(|more| all.iter().map(move |(yes, total)| (yes + more, total + tally.wild))).collect()
    }

    fn share() -> impl Strategy<Value = Share> {
        prop_oneof![
            (0_u32..5).prop_map(Share::Number),
            Just(Share::Half),
            (0_u32..=100).prop_map(|part| Share::Percent(Decimal::from(part))),
        ]
    }

    fn amount() -> impl Strategy<Value = Amount> {
        prop_oneof![
            share().prop_map(Amount::AtLeast),
            share().prop_map(Amount::AtMost),
            share().prop_map(Amount::Exactly),
            Just(Amount::All),
            Just(Amount::None),
            Just(Amount::AllOrNone),
        ]
    }

    proptest! {
        /// A given answer is that of every completion; and where all completions agree on a bound, an answer is given.
        #[test]
        fn an_answer_is_that_of_every_completion(
            amount in amount(),
            (yes, no, open) in (0_usize..3, 0_usize..3, 0_usize..3),
            (maybe_yes, maybe_no, maybe_open, others) in (0_usize..2, 0_usize..2, 0_usize..2, 0_usize..2),
            (wild, spare, others_yes) in (0_usize..3, 0_usize..3, 0_usize..2),
        ) {
            let tally = Tally { yes, no, open, wild, spare, maybe_yes, maybe_no, maybe_open, others, others_yes, gaps: Vec::new() };
            let possible: Vec<bool> =
                completions(&tally).into_iter().map(|(yes, total)| plain(amount, yes, total)).collect();
            let agreed = possible.iter().all(|one| *one == possible[0]).then_some(possible[0]);
            match tally.holds(amount) {
                Some(given) => prop_assert_eq!(Some(given), agreed),
                // Of `precies` the two bounds are answered apart, and `alle of geen` takes a spare yes for any.
                None if !matches!(amount, Amount::Exactly(_) | Amount::AllOrNone) => prop_assert_eq!(None, agreed),
                None => {}
            }
        }
    }

    #[test]
    fn one_that_may_be_a_yes_and_another_that_may_be_a_no_can_differ() {
        let other = |others_yes| Tally { others: 1, others_yes, ..Tally::default() };
        assert_eq!(Tally { maybe_yes: 1, ..other(0) }.holds(Amount::AllOrNone), None);
        assert_eq!(other(1).holds(Amount::AllOrNone), Some(true));
    }

    #[test]
    fn half_is_never_rounded() {
        let of = |yes, no| Tally { yes, no, ..Tally::default() }.holds(Amount::AtLeast(Share::Half));
        assert_eq!(of(2, 3), Some(false));
        assert_eq!(of(3, 2), Some(true));
        assert_eq!(of(2, 2), Some(true));
        assert_eq!(of(0, 0), Some(true));
    }
}
