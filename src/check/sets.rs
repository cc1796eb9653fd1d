//! Sets: their members in an environment, and how many of them answer a demand.

use jiff::civil::Date;

use crate::model::{Amount, Cond, InThat, Member, Set, SetSource, Share};
use crate::plan::{Choice, Entry, Plan, Value};
use crate::source::Span;

use super::answer::{Answer, Count};
use super::cond;
use super::env::{Env, Link, MemberRef, Val, unreadable};
use super::outcome::{Gap, GapKind, Seen, Shown};
use super::practices;

/// One of the years of one of the practices of a region.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    pub plan: &'a Plan,
    pub practice: usize,
    pub year: u8,
}

/// One member of a set, before it is put in an environment.
#[derive(Clone, Copy, Debug)]
pub enum Item<'a> {
    Entry(&'a Entry),
    Choice(&'a Choice),
    Practice(At<'a>),
    EntryOf(At<'a>, &'a Entry),
    ChoiceOf(At<'a>, &'a Choice),
}

impl<'a> Item<'a> {
    pub fn span(self) -> Span {
        match self {
            Item::Entry(entry) | Item::EntryOf(_, entry) => entry.key,
            Item::Choice(choice) | Item::ChoiceOf(_, choice) => choice.key,
            Item::Practice(at) => at.plan.practice.place,
        }
    }

    /// The practice that it stands in, when a region is looked at.
    pub fn at(self) -> Option<At<'a>> {
        match self {
            Item::Entry(_) | Item::Choice(_) => None,
            Item::Practice(at) | Item::EntryOf(at, _) | Item::ChoiceOf(at, _) => Some(at),
        }
    }

    /// The same member, found in a practice of the region.
    pub fn found_in(self, at: At<'a>) -> Self {
        match self {
            Item::Entry(entry) => Item::EntryOf(at, entry),
            Item::Choice(choice) => Item::ChoiceOf(at, choice),
            Item::Practice(_) | Item::EntryOf(..) | Item::ChoiceOf(..) => self,
        }
    }

    /// Calls `ask` in the environment in which this member is the innermost one.
    pub fn within<T>(self, env: &Env<'_, 'a>, ask: impl FnOnce(&Env<'_, 'a>) -> T) -> T {
        match self {
            Item::Practice(at) => ask(&env.in_practice(at)),
            Item::EntryOf(at, entry) => Item::Entry(entry).within(&env.in_practice(at), ask),
            Item::ChoiceOf(at, choice) => ask(&env.in_practice(at).with_choice(choice)),
            Item::Choice(choice) => ask(&env.with_choice(choice)),
            Item::Entry(entry) => {
                let member = match &entry.value {
                    Value::Record(record) => MemberRef::Record(record),
                    _ => MemberRef::Scalar(entry),
                };
                let link = Link { member, up: env.member };
                ask(&env.with_member(&link))
            }
        }
    }
}

/// The members that pass all filters, and those of which that is not known, with what is missing.
#[derive(Debug, Default)]
pub struct Members<'a> {
    pub sure: Vec<Item<'a>>,
    pub unsure: Vec<(Item<'a>, Vec<Gap>)>,
}

impl Members<'_> {
    /// Everything that is missing to know who counts.
    pub fn gaps(&self) -> Vec<Gap> {
        self.unsure.iter().flat_map(|(_, gaps)| gaps.iter().cloned()).collect()
    }
}

/// The members of a set; an error when the list itself is missing.
pub fn members<'a>(set: &Set, env: &Env<'_, 'a>) -> Result<Members<'a>, Gap> {
    let mut found = Members::default();
    match &set.source {
        SetSource::Choices => {
            let Some(year) = env.year_plan else { return Err(year_gap(env)) };
            found.sure.extend(year.choices.iter().map(Item::Choice));
        }
        SetSource::Group(_, inner) => found = members(inner, env)?,
        SetSource::List(target) => match env.get(target)? {
            (Val::List(items), _) => found.sure.extend(items.iter().map(Item::Entry)),
            (_, span) => return Err(unreadable(span)),
        },
        SetSource::Practices => found.sure.extend(practices::practices(env, false).map(Item::Practice)),
        SetSource::OfPractices(inner) => found = practices::of_practices(inner, env)?,
        SetSource::Those { .. } => found.sure.extend(env.those.unwrap_or_default()),
    }
    if set.in_that.is_none() && set.filters.is_empty() {
        return Ok(found);
    }
    Ok(narrow(set, env, found))
}

fn narrow<'a>(set: &Set, env: &Env<'_, 'a>, all: Members<'a>) -> Members<'a> {
    let mut kept = Members::default();
    let env = &env.plainly();
    let sure = all.sure.into_iter().map(|item| (item, Vec::new()));
    for (item, mut missing) in sure.chain(all.unsure) {
        match passes(set, env, item) {
            Answer::Yes if missing.is_empty() => kept.sure.push(item),
            Answer::Yes => kept.unsure.push((item, missing)),
            Answer::No(_) => {}
            Answer::Unknown(gaps) => {
                missing.extend(gaps);
                kept.unsure.push((item, missing));
            }
        }
    }
    kept
}

fn passes<'a>(set: &Set, env: &Env<'_, 'a>, item: Item<'a>) -> Answer {
    let mut unknown = Vec::new();
    if let Some(that) = set.in_that {
        match in_that(set, env, item, that) {
            Answer::Yes => {}
            Answer::No(seen) => return Answer::No(seen),
            Answer::Unknown(gaps) => unknown.extend(gaps),
        }
    }
    for filter in &set.filters {
        match item_answer(filter, env, item) {
            Answer::Yes => {}
            Answer::No(seen) => return Answer::No(seen),
            Answer::Unknown(gaps) => unknown.extend(gaps),
        }
    }
    if unknown.is_empty() { Answer::Yes } else { Answer::Unknown(unknown) }
}

fn item_answer<'a>(cond: &Cond, env: &Env<'_, 'a>, item: Item<'a>) -> Answer {
    let answer = item.within(env, |inner| cond::answer(cond, inner));
    match (answer, item.at()) {
        (Answer::Unknown(gaps), Some(at)) => {
            Answer::Unknown(gaps.into_iter().map(|gap| gap.of(Some(at.practice))).collect())
        }
        (answer, _) => answer,
    }
}

/// Whether a dated member lies in the year in hand.
fn in_that(set: &Set, env: &Env<'_, '_>, item: Item<'_>, that: InThat) -> Answer {
    let Some(at) = env.year.and_then(|year| env.standpoint(year)) else { return Answer::gap(unreadable(item.span())) };
    let (Item::Entry(entry) | Item::EntryOf(_, entry)) = item else { return Answer::Yes };
    let (date, span) = match (&entry.value, &set.member) {
        (Value::Date(date), _) => (*date, entry.span),
        (Value::Record(record), Member::Record(id)) => {
            let index = env.model.record(*id).and_then(|r| r.position("datum"));
            match index.and_then(|index| record.entry(index)) {
                Some(Entry { value: Value::Date(date), span, .. }) => (*date, *span),
                Some(found) if matches!(found.value, Value::Invalid) => return Answer::gap(unreadable(found.span)),
                _ => return Answer::gap(Gap::new(GapKind::Field("datum".into()), record.place)),
            }
        }
        _ => return Answer::gap(unreadable(entry.span)),
    };
    let inside = match that {
        InThat::Year => at.first <= date && date <= at.last,
        InThat::CalendarYear => date.year() == calendar_year(env, at.first),
    };
    Answer::of(inside, || Some(Seen::new(span, Shown::Date(date))))
}

/// The calendar year in hand: what the plan says for its own year, else the one in which the year begins.
pub fn calendar_year(env: &Env<'_, '_>, first: Date) -> i16 {
    if let Some(region) = env.region {
        return region.calendar_year;
    }
    let own = env.plan.frame.year.map(|(year, _)| year);
    match (env.plan.frame.calendar_year, env.year) {
        (Some((calendar, _)), year) if year == own => calendar,
        _ => first.year(),
    }
}

fn year_gap(env: &Env<'_, '_>) -> Gap {
    match env.year {
        Some(year) => Gap::new(GapKind::Year(year), env.plan.years_span),
        None => unreadable(env.place()),
    }
}

/// `minimaal 2 van de …`
pub fn quantified(amount: Amount, set: &Set, demand: &Cond, env: &Env<'_, '_>, absent_is_empty: bool) -> Answer {
    let found = match members(set, env) {
        Ok(found) => found,
        Err(gap) if absent_is_empty && matches!(gap.kind, GapKind::Field(_)) => Members::default(),
        Err(gap) => return Answer::gap(gap),
    };
    let mut tally = Tally { gaps: found.gaps(), ..Tally::default() };
    for item in &found.sure {
        tally.add(item_answer(demand, env, *item), true, item.span());
    }
    for (item, _) in &found.unsure {
        tally.add(item_answer(demand, env, *item), false, item.span());
    }
    tally.judge(amount, env.place())
}

/// How members answered a demand.
#[derive(Default)]
struct Tally {
    /// Members that count and say yes, no, or are not known.
    yes: usize,
    no: usize,
    open: usize,
    /// Members of which it is not known whether they count, by what they say.
    maybe_yes: usize,
    maybe_no: usize,
    gaps: Vec<Gap>,
    first_no: Option<Seen>,
    first_yes: Option<Span>,
}

impl Tally {
    fn add(&mut self, answer: Answer, counts: bool, span: Span) {
        match (answer, counts) {
            (Answer::Yes, true) => {
                self.yes += 1;
                self.first_yes = self.first_yes.or(Some(span));
            }
            (Answer::Yes, false) => self.maybe_yes += 1,
            (Answer::No(seen), true) => {
                self.no += 1;
                self.first_no = self.first_no.take().or(seen);
            }
            (Answer::No(_), false) => self.maybe_no += 1,
            (Answer::Unknown(gaps), true) => {
                self.open += 1;
                self.gaps.extend(gaps);
            }
            (Answer::Unknown(gaps), false) => {
                self.maybe_yes += 1;
                self.maybe_no += 1;
                self.gaps.extend(gaps);
            }
        }
    }

    /// Judges the worst and the best case; when they differ, it is not known.
    fn judge(self, amount: Amount, place: Span) -> Answer {
        let least = (self.yes, self.yes + self.no + self.open + self.maybe_no);
        let most = (self.yes + self.open + self.maybe_yes, self.yes + self.no + self.open + self.maybe_yes);
        let (low, high) = (holds(amount, least), holds(amount, most));
        let exact = self.open + self.maybe_yes + self.maybe_no == 0;
        let certain = exact || low == high && monotone(amount);
        if !certain {
            return Answer::Unknown(self.gaps);
        }
        let shown = Shown::Count { yes: self.yes, total: self.yes + self.no + self.open };
        // The value itself says more than `0 of 1`.
        let telling = matches!(amount, Amount::All) || self.yes + self.no == 1;
        Answer::of(low, || match self.first_no {
            Some(seen) if telling => Some(seen),
            _ => Some(Seen::new(place, shown)),
        })
    }
}

/// Whether more yes can only help, or only harm: then the two ends decide.
fn monotone(amount: Amount) -> bool {
    match amount {
        Amount::AtLeast(_) | Amount::AtMost(_) | Amount::All | Amount::None => true,
        Amount::Exactly(_) | Amount::AllOrNone => false,
    }
}

/// Whether `yes` of `total` is enough. Parts are compared by multiplying, so nothing is rounded.
pub fn holds(amount: Amount, (yes, total): (usize, usize)) -> bool {
    use std::cmp::Ordering::{Equal, Greater, Less};
    let compare = |share: Share| match share {
        Share::Number(n) => yes.cmp(&(n as usize)),
        Share::Half => (yes * 2).cmp(&total),
        Share::Percent(p) => (rust_decimal::Decimal::from(yes) * rust_decimal::Decimal::ONE_HUNDRED)
            .cmp(&(p * rust_decimal::Decimal::from(total))),
    };
    // A part of nobody asks nothing.
    let empty_part = |share: Share| total == 0 && !matches!(share, Share::Number(_));
    match amount {
        Amount::AtLeast(share) => empty_part(share) || matches!(compare(share), Greater | Equal),
        Amount::AtMost(share) => empty_part(share) || matches!(compare(share), Less | Equal),
        Amount::Exactly(share) => empty_part(share) || compare(share) == Equal,
        Amount::All => yes == total,
        Amount::None => yes == 0,
        Amount::AllOrNone => yes == 0 || yes == total,
    }
}

/// How many members a set has.
pub fn count(set: &Set, env: &Env<'_, '_>) -> Result<(Count, Vec<Gap>), Gap> {
    let found = members(set, env)?;
    Ok((Count { sure: found.sure.len(), unsure: found.unsure.len() }, found.gaps()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_is_never_rounded() {
        let half = Amount::AtLeast(Share::Half);
        assert!(!holds(half, (2, 5)));
        assert!(holds(half, (3, 5)));
        assert!(holds(half, (2, 4)));
        assert!(holds(half, (0, 0)));
    }
}
