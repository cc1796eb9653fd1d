//! Domains: who their members are, and of whom that is not known.

use crate::model::{Base, Domain, During, Formula, InThat, InterventionId, PastYears, Ref, Source};
use crate::plan::{Choice, Entry};
use crate::source::Span;
use crate::value::Value;

use super::answer::Answer;
use super::env::{At, Env, Link, unreadable};
use super::eval;
use super::outcome::{Gap, GapKind};

/// One member, before it is in hand.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    pub what: What<'a>,
    /// The practice that it stands in, when a region is looked at.
    pub at: Option<At<'a>>,
}

/// What a member is.
#[derive(Clone, Copy, Debug)]
pub enum What<'a> {
    Entry(&'a Entry),
    Choice(&'a Choice),
    Practice(Span),
    Intervention(InterventionId),
}

impl<'a> Item<'a> {
    fn of(what: What<'a>) -> Self {
        Self { what, at: None }
    }

    pub fn span(self) -> Span {
        match self.what {
            What::Entry(entry) => entry.key,
            What::Choice(choice) => choice.key,
            What::Practice(span) => span,
            What::Intervention(_) => Span::default(),
        }
    }

    /// Calls `ask` where this member is in hand.
    pub fn within<T>(self, env: &Env<'_, 'a>, ask: impl FnOnce(&Env<'_, 'a>) -> T) -> T {
        let env = self.at.map_or(*env, |at| env.in_practice(at));
        match self.what {
            What::Practice(_) => ask(&env),
            What::Choice(choice) => ask(&env.with_choice(choice)),
            What::Intervention(id) => ask(&env.with_intervention(id)),
            What::Entry(entry) => {
                let link = Link { entry, up: env.member };
                ask(&env.with_member(&link))
            }
        }
    }

    /// Says in which practice data is missing.
    fn tag(self, gaps: Vec<Gap>) -> Vec<Gap> {
        let practice = self.at.map(|at| at.practice);
        gaps.into_iter().map(|gap| gap.of(practice)).collect()
    }

    /// The answer to a formula where this member is in hand.
    pub fn answer(self, formula: &Formula, env: &Env<'_, 'a>) -> Answer {
        match self.within(env, |inner| eval::answer(formula, inner)) {
            Answer::Unknown(gaps) => Answer::Unknown(self.tag(gaps)),
            sure => sure,
        }
    }
}

/// The members of a domain.
#[derive(Clone, Debug, Default)]
pub struct Members<'a> {
    /// Those that are in it.
    pub sure: Vec<Item<'a>>,
    /// Those that may be in it, with what is missing to know.
    pub unsure: Vec<(Item<'a>, Vec<Gap>)>,
    /// At most so many others may be in it that nobody can read.
    pub others: usize,
    /// Why there may be others.
    pub why: Vec<Gap>,
}

impl<'a> Members<'a> {
    fn unknown(gap: Gap) -> Self {
        Self { others: usize::MAX, why: vec![gap], ..Self::default() }
    }

    fn entries(items: &'a [Entry]) -> Self {
        Self { sure: items.iter().map(|entry| Item::of(What::Entry(entry))).collect(), ..Self::default() }
    }

    /// Everything that is missing to know who is in it.
    pub fn gaps(&self) -> Vec<Gap> {
        self.unsure.iter().flat_map(|(_, gaps)| gaps).chain(&self.why).cloned().collect()
    }
}

/// The members of a domain.
pub fn members<'a>(domain: &Domain, env: &Env<'_, 'a>) -> Members<'a> {
    let found = of_source(domain, env);
    if domain.during.is_none() && domain.filters.is_empty() { found } else { narrow(domain, env, found) }
}

/// What a domain takes its members from.
fn of_source<'a>(domain: &Domain, env: &Env<'_, 'a>) -> Members<'a> {
    match &domain.source {
        Source::Choices => choices(env),
        Source::Of(inner) => members(inner, env),
        Source::Inside(outer, list) => inside(outer, list, env),
        Source::List(target) => list(target, domain, env),
        Source::ListOfYears(target, years) => list_of_years(target, *years, domain, env),
        Source::Practices => Members { sure: practices(env, false).map(practice).collect(), ..Members::default() },
        Source::OfPractices(inner) => of_practices(inner, env),
        Source::Those => env.those.cloned().unwrap_or_default(),
        Source::Named(target) => named(target, env),
        Source::Interventions(ids) => {
            Members { sure: ids.iter().map(|id| Item::of(What::Intervention(*id))).collect(), ..Members::default() }
        }
    }
}

/// The members of a list that each member of another domain has; one that does not have it leaves them unknown.
fn inside<'a>(outer: &Domain, list: &Ref, env: &Env<'_, 'a>) -> Members<'a> {
    let holders = members(outer, env);
    let mut all = Members::default();
    let sure = holders.sure.into_iter().map(|holder| (holder, Vec::new()));
    for (holder, missing) in sure.chain(holders.unsure) {
        let found = holder.within(env, |inner| inner.find(list).map(|(found, span)| (found.list(), span)));
        let gap = match found {
            Ok((Some(items), _)) => {
                let items = items.iter().map(|entry| Item { what: What::Entry(entry), at: holder.at });
                if missing.is_empty() {
                    all.sure.extend(items);
                } else {
                    all.unsure.extend(items.map(|item| (item, missing.clone())));
                }
                continue;
            }
            Ok((None, span)) => unreadable(span),
            Err(gap) => gap,
        };
        all.others = usize::MAX;
        all.why.extend(holder.tag(vec![gap]));
        all.why.extend(missing);
    }
    if holders.others > 0 {
        all.others = usize::MAX;
        all.why.extend(holders.why);
    }
    all
}

/// The members of a list that stands in the plan.
fn list<'a>(target: &Ref, domain: &Domain, env: &Env<'_, 'a>) -> Members<'a> {
    match env.find(target) {
        Ok((found, span)) => found.list().map_or_else(|| Members::unknown(unreadable(span)), Members::entries),
        Err(Gap { kind: GapKind::Field(_), .. }) if domain.absent_is_empty => Members::default(),
        Err(gap) => Members::unknown(gap),
    }
}

/// A list of the choice in hand, and of the same intervention in the years before. A year in which it was not chosen adds
/// nothing; of a year that cannot be read anything can be in it.
fn list_of_years<'a>(target: &Ref, years: PastYears, domain: &Domain, env: &Env<'_, 'a>) -> Members<'a> {
    let (Some(plan), Some(id), Some(here)) = (env.plan(), env.intervention, env.year()) else {
        return Members::unknown(unreadable(env.place()));
    };
    let mut all = match years {
        PastYears::ThisOrEarlier => list(target, domain, env),
        PastYears::Earlier => Members::default(),
    };
    for number in 1..here {
        let found = match plan.year(number) {
            Some(year) => match year.choices.iter().find(|choice| choice.intervention == id) {
                Some(choice) if choice.is_refused => Members::unknown(unreadable(choice.kind_span)),
                Some(choice) => list(target, domain, &env.in_year(number).with_choice(choice)),
                None if year.unread > 0 => Members::unknown(Gap::new(GapKind::Choice(number), year.key)),
                None => Members::default(),
            },
            None => Members::unknown(env.missing_year(number)),
        };
        all.sure.extend(found.sure);
        all.unsure.extend(found.unsure);
        all.others = all.others.saturating_add(found.others);
        all.why.extend(found.why);
    }
    all
}

/// The choices of the year in hand; those that could not be read may be any.
fn choices<'a>(env: &Env<'_, 'a>) -> Members<'a> {
    match (env.year_plan(), env.year()) {
        (Some(year), _) => {
            // What says that it is not chosen is perhaps none.
            let (refused, chosen): (Vec<&Choice>, Vec<&Choice>) =
                year.choices.iter().partition(|choice| choice.is_refused);
            let unsure = |choice: &'a Choice| (Item::of(What::Choice(choice)), vec![unreadable(choice.kind_span)]);
            Members {
                sure: chosen.into_iter().map(|choice| Item::of(What::Choice(choice))).collect(),
                unsure: refused.into_iter().map(unsure).collect(),
                others: year.unread,
                why: if year.unread == 0 { Vec::new() } else { vec![Gap::new(GapKind::Choice(year.year), year.key)] },
            }
        }
        (None, Some(year)) => Members::unknown(env.missing_year(year)),
        (None, None) => Members::unknown(unreadable(env.place())),
    }
}

/// The interventions that a list names, each once; a name that could not be read may be any.
fn named<'a>(target: &Ref, env: &Env<'_, 'a>) -> Members<'a> {
    let (items, span) = match env.find(target) {
        Ok((found, span)) => match found.list() {
            Some(items) => (items, span),
            None => return Members::unknown(unreadable(span)),
        },
        Err(gap) => return Members::unknown(gap),
    };
    let mut all = Members::default();
    let mut known: Vec<InterventionId> = Vec::new();
    for item in items {
        match item.content.word().and_then(|word| env.model.find_intervention(word)) {
            Some(id) if known.contains(&id) => {}
            Some(id) => {
                known.push(id);
                all.sure.push(Item::of(What::Intervention(id)));
            }
            None => all.others += 1,
        }
    }
    if all.others > 0 {
        all.why.push(unreadable(span));
    }
    all
}

/// Whether a filter leaves out what is still to take place.
pub fn is_of_day(filter: &Formula) -> bool {
    matches!(filter, Formula::HasTakenPlace { .. })
}

/// How many members would count, were it not that they are still to take place.
pub fn ahead(domain: &Domain, env: &Env<'_, '_>) -> usize {
    let (of_day, others): (Vec<&Formula>, Vec<&Formula>) = domain.filters.iter().partition(|filter| is_of_day(filter));
    if of_day.is_empty() {
        return 0;
    }
    let waits = |item: Item<'_>| of_day.iter().any(|day| item.answer(day, env) == Answer::No);
    let counts = |item: Item<'_>| passes(domain, others.iter().copied(), env, item) == Answer::Yes && waits(item);
    of_source(domain, env).sure.into_iter().filter(|item| counts(*item)).count()
}

fn narrow<'a>(domain: &Domain, env: &Env<'_, 'a>, all: Members<'a>) -> Members<'a> {
    let mut kept = Members { others: all.others, why: all.why, ..Members::default() };
    let sure = all.sure.into_iter().map(|item| (item, Vec::new()));
    for (item, mut missing) in sure.chain(all.unsure) {
        match passes(domain, domain.filters.iter(), env, item) {
            Answer::Yes if missing.is_empty() => kept.sure.push(item),
            Answer::Yes => kept.unsure.push((item, missing)),
            Answer::No => {}
            Answer::Unknown(gaps) => {
                missing.extend(gaps);
                kept.unsure.push((item, missing));
            }
        }
    }
    kept
}

/// Whether a member lies in the time of a domain, and passes filters.
fn passes<'a, 'f>(
    domain: &Domain,
    filters: impl Iterator<Item = &'f Formula>,
    env: &Env<'_, 'a>,
    item: Item<'a>,
) -> Answer {
    let during = domain.during.iter().map(|during| lies_in(during, env, item));
    Answer::all(during.chain(filters.map(|filter| item.answer(filter, env))))
}

/// Whether the date of a member lies in the year in hand.
fn lies_in<'a>(during: &During, env: &Env<'_, 'a>, item: Item<'a>) -> Answer {
    let Some(target) = &during.date else { return Answer::Yes };
    let found = item.within(env, |inner| inner.find(target));
    let (date, span) = match found.map(|(found, span)| (found.value(), span)) {
        Ok((Some(Value::Date(date)), span)) => (date, span),
        Ok((_, span)) => return Answer::Unknown(vec![unreadable(span)]),
        Err(gap) => return Answer::Unknown(item.tag(vec![gap])),
    };
    let inside = match during.that {
        InThat::Year => env.days().map(|(first, last)| first <= date && date <= last),
        InThat::CalendarYear => env.calendar_year().map(|year| date.year() == year),
    };
    inside.map_or_else(|| Answer::Unknown(vec![unreadable(span)]), Answer::of)
}

fn practice(at: At<'_>) -> Item<'_> {
    Item { what: What::Practice(at.of.plan.practice.place), at: Some(at) }
}

/// The practices of the region, each in the year that counts, or in all its years.
pub fn practices<'a>(env: &Env<'_, 'a>, each_year: bool) -> impl Iterator<Item = At<'a>> {
    let all_years = env.region().is_some_and(|region| region.all_years);
    let all = env.region().map(|region| region.practices).unwrap_or_default();
    all.iter().flat_map(move |one| {
        let plan = one.of.plan;
        let own = plan.frame.year.map(|(year, _)| year);
        let last = plan.last;
        let years: Vec<u8> = match (all_years, each_year) {
            (true, true) => plan
                .years
                .iter()
                .map(|year| year.year)
                .filter(|year| last.is_some_and(|last| last.reaches(*year)))
                .collect(),
            (true, false) => own.into_iter().collect(),
            (false, _) => one.year.into_iter().collect(),
        };
        years.into_iter().map(|year| At { of: one.of, practice: one.practice, year })
    })
}

/// A domain of every practice, together. A practice that does not have the list adds nothing.
fn of_practices<'a>(inner: &Domain, env: &Env<'_, 'a>) -> Members<'a> {
    let mut all = Members::default();
    for at in practices(env, is_of_year(inner)) {
        let found = members(inner, &env.in_practice(at));
        let place = |item: Item<'a>| Item { at: Some(item.at.unwrap_or(at)), ..item };
        all.sure.extend(found.sure.into_iter().map(place));
        all.unsure.extend(found.unsure.into_iter().map(|(item, gaps)| (place(item), place(item).tag(gaps))));
        let absent = found.why.iter().all(|gap| matches!(gap.kind, GapKind::Field(_)));
        if !absent {
            all.others = all.others.saturating_add(found.others);
            all.why.extend(found.why.into_iter().map(|gap| gap.of(Some(at.practice))));
        }
    }
    all
}

/// Whether a domain stands in the years of a plan, and not once in the plan.
fn is_of_year(domain: &Domain) -> bool {
    match &domain.source {
        Source::Choices => true,
        Source::Of(inner) | Source::OfPractices(inner) | Source::Inside(inner, _) => is_of_year(inner),
        Source::List(Ref::Path(path)) | Source::ListOfYears(Ref::Path(path), _) => {
            matches!(path.base, Base::Year | Base::Choice)
        }
        Source::List(_)
        | Source::ListOfYears(..)
        | Source::Practices
        | Source::Those
        | Source::Interventions(_)
        | Source::Named(_) => false,
    }
}
