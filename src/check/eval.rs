//! The one evaluator: a formula, asked somewhere, gets an answer.

use std::borrow::Cow;
use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::model::{Formula, InterventionId, KindSet, Offer, Order, Ref, Term, Type, Years};
use crate::source::Span;
use crate::value::Value;

use super::answer::Answer;
use super::count;
use super::env::{Env, Future, Scope, Supposed, unreadable};
use super::offer;
use super::outcome::{Gap, GapKind};
use super::quantity;

/// A value, or the values that it can still be.
#[derive(Clone, Debug)]
pub enum Reading<'v> {
    Known(Cow<'v, Value>, Span),
    /// At least and at most so much, where that is known; and what is missing.
    Between {
        low: Option<Value>,
        high: Option<Value>,
        gaps: Vec<Gap>,
    },
}

impl Reading<'_> {
    pub fn unknown(gap: Gap) -> Self {
        Self::Between { low: None, high: None, gaps: vec![gap] }
    }

    pub fn low(&self) -> Option<&Value> {
        match self {
            Self::Known(value, _) => Some(value),
            Self::Between { low, .. } => low.as_ref(),
        }
    }

    pub fn high(&self) -> Option<&Value> {
        match self {
            Self::Known(value, _) => Some(value),
            Self::Between { high, .. } => high.as_ref(),
        }
    }

    pub fn gaps(self) -> Vec<Gap> {
        match self {
            Self::Known(..) => Vec::new(),
            Self::Between { gaps, .. } => gaps,
        }
    }
}

/// Answers a formula.
pub fn answer(formula: &Formula, env: &Env<'_, '_>) -> Answer {
    match formula {
        Formula::All(parts) => Answer::all(parts.iter().map(|part| answer(part, env))),
        Formula::Any(parts) => Answer::any(parts.iter().map(|part| answer(part, env))),
        Formula::Not(part) => answer(part, env).not(),
        Formula::Filled(target) => filled(target, env),
        Formula::HasTakenPlace { at_accounting: true, .. } if !env.accounts() => Answer::Yes,
        Formula::HasTakenPlace { day, .. } => taken_place(day, env),
        Formula::OneOf(left, values) => match read(left, env) {
            Reading::Known(value, _) => Answer::of(values.contains(&value)),
            Reading::Between { gaps, .. } => Answer::Unknown(gaps),
        },
        Formula::Contains(left, words) => match read(left, env) {
            Reading::Known(value, _) => Answer::of(words.iter().any(|words| value.has_words(words))),
            Reading::Between { gaps, .. } => Answer::Unknown(gaps),
        },
        Formula::Compare { left, order, right, .. } => {
            let (left, right) = (read(left, env), read(right, env));
            let known = lies(&left, *order, &right);
            Answer::maybe(known, || left.gaps().into_iter().chain(right.gaps()).collect())
        }
        Formula::Count { amount, of, that } => {
            let tally = count::tally(of, that, env);
            Answer::maybe(tally.holds(*amount), || tally.gaps)
        }
        Formula::Chosen(kinds, years) => chosen(kinds, *years, env),
        Formula::Offered => match env.intervention.filter(|id| is_own_choice(*id, env)) {
            Some(id) => offered(offer::in_year(id, env), env),
            None => Answer::No,
        },
        Formula::StillOffered => match env.intervention.filter(|id| !is_assigned_by_name(*id, env)) {
            Some(id) => offered(offer::in_year(id, env), env),
            None => Answer::No,
        },
        Formula::InYear(year, part) => match env.last() {
            Some(last) if last.reaches(*year) => answer(part, &env.in_year(*year)),
            // Of a year to come the offer is known, and what is chosen in it is not.
            Some(_) if comes(*year, env) => answer(part, &env.in_year(*year)),
            Some(_) => Answer::No,
            None => Answer::Unknown(vec![unreadable(env.place())]),
        },
    }
}

/// Whether a later year comes at all: the programme may have ended before it begins.
fn comes(year: u8, env: &Env<'_, '_>) -> bool {
    !env.is_over(year)
}

fn is_assigned_by_name(id: InterventionId, env: &Env<'_, '_>) -> bool {
    env.model.intervention(id).assigned.is_some()
}

fn is_own_choice(id: InterventionId, env: &Env<'_, '_>) -> bool {
    env.model.intervention(id).is_own_choice()
}

/// What is on offer for a part of the year can be chosen in it.
fn offered(offer: Offer, env: &Env<'_, '_>) -> Answer {
    match offer {
        Offer::Yes | Offer::Partly => Answer::Yes,
        Offer::No => Answer::No,
        Offer::Unknown => Answer::Unknown(vec![unreadable(env.place())]),
    }
}

/// Whether something stands there; of an empty field that is a plain no.
fn filled(target: &Ref, env: &Env<'_, '_>) -> Answer {
    match env.find(target) {
        Ok((found, span)) => Answer::maybe(found.is_filled(), || vec![unreadable(span)]),
        Err(Gap { kind: GapKind::Field(_), .. }) => Answer::No,
        Err(gap) => Answer::Unknown(vec![gap]),
    }
}

fn unknown(place: Span) -> Answer {
    Answer::Unknown(vec![unreadable(place)])
}

/// Whether the day that stands there is not still to come; without a day there is nothing to wait for.
fn taken_place(day: &Ref, env: &Env<'_, '_>) -> Answer {
    match env.find(day) {
        Ok((found, span)) => match found.value().as_ref().and_then(Value::day) {
            Some(day) => env.today().map_or_else(|| unknown(span), |today| Answer::of(day <= today)),
            None => unknown(span),
        },
        Err(Gap { kind: GapKind::Field(_), .. }) => Answer::Yes,
        Err(gap) => Answer::Unknown(vec![gap]),
    }
}

/// Whether the intervention in hand is chosen in one of those years.
fn chosen(kinds: &KindSet, years: Years, env: &Env<'_, '_>) -> Answer {
    let (Some(id), Some(year)) = (env.intervention, env.year()) else {
        return Answer::Unknown(vec![unreadable(env.place())]);
    };
    let before = year.saturating_sub(1);
    match years {
        Years::Here => chosen_or_to_come(id, kinds, year, env),
        Years::Earlier => Answer::any((1..=before).map(|year| chosen_or_to_come(id, kinds, year, env))),
        Years::YearBefore if before == 0 => Answer::No,
        Years::YearBefore => chosen_or_to_come(id, kinds, before, env),
        Years::Only(year) => chosen_in(id, kinds, year, env),
    }
}

/// The same of a year after those of the plan: it is empty, or open to what can be chosen in it.
fn chosen_or_to_come(id: InterventionId, kinds: &KindSet, year: u8, env: &Env<'_, '_>) -> Answer {
    let (Scope::Year(..), Some(last)) = (env.scope, env.last()) else { return chosen_in(id, kinds, year, env) };
    if last.reaches(year) || env.supposed(id, year).is_some() {
        return chosen_in(id, kinds, year, env);
    }
    match env.future {
        Future::Open if offer::can_come(id, kinds, last, &env.in_year(year)) => {
            Answer::Unknown(vec![Gap::new(GapKind::Ahead, env.place())])
        }
        Future::Open | Future::Supposed(..) | Future::Empty => Answer::No,
    }
}

/// Whether an intervention is chosen in a year as one of the kinds; no kinds is any kind.
pub fn chosen_in(id: InterventionId, kinds: &KindSet, year: u8, env: &Env<'_, '_>) -> Answer {
    match env.supposed(id, year) {
        Some(Supposed::Not) => return Answer::No,
        Some(Supposed::As(kind)) => return Answer::of(kinds.allows(kind)),
        Some(Supposed::Chosen) if kinds.0.is_empty() => return Answer::Yes,
        Some(Supposed::Chosen) | None => {}
    }
    let Some(plan) = env.plan().and_then(|plan| plan.year(year)) else {
        return Answer::Unknown(vec![env.missing_year(year)]);
    };
    match plan.choices.iter().find(|choice| choice.intervention == id) {
        // What says that it is not chosen, or no longer, must first be written as it is.
        Some(choice) if choice.is_refused => Answer::Unknown(vec![unreadable(choice.kind_span)]),
        Some(_) if kinds.0.is_empty() => Answer::Yes,
        Some(choice) => {
            Answer::maybe(choice.kind.map(|kind| kinds.allows(kind)), || vec![unreadable(choice.kind_span)])
        }
        None if plan.unread > 0 => Answer::Unknown(vec![Gap::new(GapKind::Choice(year), plan.key)]),
        None => Answer::No,
    }
}

/// Whether the left side lies so to the right side, as far as that is certain.
fn lies(left: &Reading<'_>, order: Order, right: &Reading<'_>) -> Option<bool> {
    let (low, high) = (left.low(), left.high());
    let (from, to) = (right.low(), right.high());
    let certainly = |one: Option<&Value>, other: Option<&Value>, fits: fn(Ordering) -> bool| {
        one.zip(other).and_then(|(one, other)| compare(one, other)).is_some_and(fits)
    };
    let (yes, no) = match order {
        Order::Less => (certainly(high, from, Ordering::is_lt), certainly(low, to, Ordering::is_ge)),
        Order::AtMost => (certainly(high, from, Ordering::is_le), certainly(low, to, Ordering::is_gt)),
        Order::AtLeast => (certainly(low, to, Ordering::is_ge), certainly(high, from, Ordering::is_lt)),
        Order::More => (certainly(low, to, Ordering::is_gt), certainly(high, from, Ordering::is_le)),
        Order::Equal => (
            certainly(low, to, Ordering::is_ge) && certainly(high, from, Ordering::is_le),
            certainly(low, to, Ordering::is_gt) || certainly(high, from, Ordering::is_lt),
        ),
    };
    if yes {
        Some(true)
    } else if no {
        Some(false)
    } else {
        None
    }
}

/// Two values of one sort; beside a date a quarter is its first day.
fn compare(one: &Value, other: &Value) -> Option<Ordering> {
    match (one.number(), other.number()) {
        (Some(one), Some(other)) => Some(one.cmp(&other)),
        (None, _) | (Some(_), None) => Some(one.day()?.cmp(&other.day()?)),
    }
}

/// The value of a term.
pub fn read<'a: 'v, 'v>(term: &'v Term, env: &Env<'_, 'a>) -> Reading<'v> {
    match term {
        Term::Value(value) => Reading::Known(Cow::Borrowed(value), Span::default()),
        Term::Ref(target) => reference(target, env),
        Term::Day(_) | Term::Shift { .. } | Term::Times(..) | Term::Total(_) => quantity::derived(term, env),
        Term::Over(tally, domain) => quantity::over(tally, domain, env),
    }
}

/// The value that a reference finds.
pub fn reference<'a>(target: &Ref, env: &Env<'_, 'a>) -> Reading<'a> {
    match env.find(target) {
        Ok((super::find::Found::Content(crate::plan::Content::Value(value)), span)) => {
            Reading::Known(Cow::Borrowed(value), span)
        }
        Ok((found, span)) => match found.value() {
            Some(value) => Reading::Known(Cow::Owned(value), span),
            None => unread(target, unreadable(span)),
        },
        Err(gap) => unread(target, gap),
    }
}

/// What a field can be of which the value is not known.
fn unread<'a>(target: &Ref, gap: Gap) -> Reading<'a> {
    let [low, high] = bounds(target);
    Reading::Between { low, high, gaps: vec![gap] }
}

/// The least and the most that can stand in a field, whatever it is.
pub fn bounds(target: &Ref) -> [Option<Value>; 2] {
    let Ref::Path(path) = target else { return [None, None] };
    let number = |number| Some(Value::Number(number));
    match &path.ty {
        Type::Number | Type::Whole | Type::Money => [number(Decimal::ZERO), None],
        Type::Percentage => [number(Decimal::ZERO), number(Decimal::ONE_HUNDRED)],
        Type::Text
        | Type::Date
        | Type::Quarter
        | Type::YesNo
        | Type::Agb
        | Type::Email
        | Type::File
        | Type::Intervention
        | Type::OneOf(_)
        | Type::List(_)
        | Type::Record(_) => [None, None],
    }
}
