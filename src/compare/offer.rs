//! What two regioplannen offer: kernelementen, lists, themes, goals, kinds and interventions.

use std::collections::BTreeSet;

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{
    Contents, Id, Intervention, KindLimit, Named, NamedList, NotOffered, Owner, Period, Table, Trial, said_kind,
    say_period,
};
use crate::source::Span;

use super::Both;
use super::change::{Aspect, Change, Effect, Part, Sort};
use super::data;
use super::direction::asks_all_with;
use super::effect::wider;
use super::ids::{Class, named_id, pair, same_intervention, same_name};
use super::key::Keys;
use super::reasons;
use super::standing;
use super::thing::{At, Said, Thing, told, whole};

/// What differs in the offer.
pub fn compare(both: &Both<'_>, out: &mut Vec<Change>) {
    let (old, new) = (both.old.model, both.new.model);
    named(both, (&old.elements, &new.elements), Sort::Element, out);
    named(both, (&old.themes, &new.themes), Sort::Theme, out);
    named(both, (&old.goals, &new.goals), Sort::Goal, out);
    named(both, (&old.kinds, &new.kinds), Sort::Kind, out);
    lists(both, out);
    let pairs = pair(&old.interventions, &new.interventions, |one| &one.id, same_intervention);
    for (found, is_new) in pairs.alone() {
        let keys = if is_new { both.new } else { both.old };
        let effect = if is_new { Effect::Looser } else { Effect::Stricter };
        // What is only named to say that it is not offered takes nothing away from anyone.
        let effect = if found.offered.is_empty() { Effect::Different } else { effect };
        let id = keys.model.find_intervention(&found.id);
        let all = id.is_some_and(|id| asks_all_with(keys.model, id, true));
        let effect = if all { Effect::Different } else { effect };
        let element = keys.model.elements.get(found.element).label.as_str();
        let years = offered_years(found, keys);
        let said = Said::new(element).when(asks(keys.model, found));
        let mut change = whole(Part::Offer, Sort::Intervention, effect, years, &at(found), said, is_new);
        if found.offered.is_empty() {
            change.aspect = Aspect::Named;
        }
        out.push(change);
    }
    for (one, other) in pairs.both {
        let years = Vec::new();
        let mut thing = Thing { part: Part::Offer, sort: Sort::Intervention, old: at(one), new: at(other), years, out };
        intervention(both, &mut thing, one, other);
    }
}

/// What an intervention asks, by the titles of its requirements.
fn asks(model: &Contents, found: &Intervention) -> Arg {
    let is_own = |owner: Owner| owner.intervention().is_some_and(|id| model.intervention(id).id == found.id);
    let titles: Vec<&str> =
        model.rules.iter().filter(|rule| is_own(rule.owner)).map(|rule| rule.title.as_str()).collect();
    if titles.is_empty() {
        return Arg::from("");
    }
    Arg::Text(Text::new("diff-say-asks").with("titles", Arg::words(titles, Join::Semicolon)))
}

fn at(intervention: &Intervention) -> At {
    At { id: intervention.id.clone(), name: intervention.label.clone(), span: intervention.span }
}

pub fn at_named(named: &Named) -> At {
    At { id: named.id.clone(), name: named.label.clone(), span: named.span }
}

/// Things with no more than a name.
fn named(both: &Both<'_>, lists: (&[Named], &[Named]), sort: Sort, out: &mut Vec<Change>) {
    let pairs = pair(lists.0, lists.1, named_id, same_name);
    let more = |thing: &mut Thing<'_>, one: &Named, other: &Named| named_too(both, thing, one, other);
    told(&pairs, (Part::Offer, sort), at_named, |_, _| Said::new(""), more, out);
}

/// Other names and reasons.
pub fn named_too(both: &Both<'_>, thing: &mut Thing<'_>, old: &Named, new: &Named) {
    let Named { id: _, label: _, also_known, reasons, span: _ } = old;
    thing.together(thing.part, Aspect::AlsoKnown, also_known, &new.also_known);
    reasons::compare(thing, (both.old.model, reasons), (both.new.model, &new.reasons));
}

fn lists(both: &Both<'_>, out: &mut Vec<Change>) {
    let (old, new) = (both.old.model, both.new.model);
    let pairs = pair(&old.lists, &new.lists, |l| &l.named.id, |a, b| same_name(&a.named, &b.named));
    let said = |found: &NamedList, is_new: bool| {
        let labels = members(if is_new { both.new } else { both.old }, found).into_iter().map(|(_, label)| label);
        Said::new(Arg::List(labels.collect(), Join::Semicolon))
    };
    let more = |thing: &mut Thing<'_>, one: &NamedList, other: &NamedList| {
        named_too(both, thing, &one.named, &other.named);
        thing.each(Aspect::Member, Effect::Different, &members(both.old, one), &members(both.new, other));
    };
    told(&pairs, (Part::Offer, Sort::List), |list| at_named(&list.named), said, more, out);
}

fn members(keys: Keys<'_>, list: &NamedList) -> Vec<(String, Arg)> {
    let label = |id| Arg::from(&keys.model.intervention(id).label);
    list.members.iter().map(|id| (keys.intervention(*id), label(*id))).collect()
}

fn intervention(both: &Both<'_>, thing: &mut Thing<'_>, old: &Intervention, new: &Intervention) {
    let Intervention {
        id,
        label,
        element: _,
        themes: _,
        goals: _,
        part_of: _,
        also_known,
        variants,
        deepenings,
        offered: _,
        not_offered,
        only_kinds,
        trials,
        own_idea,
        assigned,
        without_earlier,
        record: _,
        reasons,
        span: _,
        spoken: _,
    } = old;
    thing.words(Aspect::Id, id, &new.id);
    thing.words(Aspect::Name, label, &new.label);
    thing.together(Part::Offer, Aspect::AlsoKnown, also_known, &new.also_known);
    placement(both, thing, old, new);
    offered(both, thing, old, new);
    thing.each(Aspect::Variant, Effect::Looser, &options(variants), &options(&new.variants));
    thing.each(Aspect::Deepening, Effect::Looser, &options(deepenings), &options(&new.deepenings));
    let refused = if all_is_asked(both, old, new) { Effect::Different } else { Effect::Stricter };
    refusals(both, thing, refused, not_offered, &new.not_offered);
    thing.each(Aspect::OnlyKinds, Effect::Stricter, &limits(only_kinds), &limits(&new.only_kinds));
    thing.each(Aspect::Trial, Effect::Different, &tried(trials), &tried(&new.trials));
    thing.maybe(Aspect::OwnIdea, Effect::Different, own_idea.as_ref(), new.own_idea.as_ref());
    thing.maybe(Aspect::Assigned, Effect::Different, assigned.as_ref(), new.assigned.as_ref());
    thing.flag(Aspect::WithoutEarlier, Effect::Looser, *without_earlier, new.without_earlier);
    reasons::compare(thing, (both.old.model, reasons), (both.new.model, &new.reasons));
    data::own_fields(both, both.old.model.record(old.record), both.new.model.record(new.record), thing.out);
}

fn belongs<K>(keys: Keys<'_>, from: &Table<K, Named>, class: Class, all: &[Id<K>]) -> Vec<(String, Arg)> {
    let found = all.iter().map(|id| from.get(*id));
    found.map(|one| (keys.common(class, &one.id), Arg::from(&one.label))).collect()
}

/// In which kernelement, theme, goal and larger intervention it stands.
fn placement(both: &Both<'_>, thing: &mut Thing<'_>, old: &Intervention, new: &Intervention) {
    let element = |keys: Keys<'_>, one: &Intervention| {
        let label = keys.model.elements.get(one.element).label.as_str();
        (keys.element(one.element), Some(Said::new(label)))
    };
    let (before, after) = (element(both.old, old), element(both.new, new));
    if before.0 != after.0 {
        thing.push(Part::Offer, Aspect::Element, Effect::Different, before.1, after.1);
    }
    let themes = |keys: Keys<'_>, one: &Intervention| belongs(keys, &keys.model.themes, Class::Theme, &one.themes);
    thing.each(Aspect::Theme, Effect::Different, &themes(both.old, old), &themes(both.new, new));
    let goals = |keys: Keys<'_>, one: &Intervention| belongs(keys, &keys.model.goals, Class::Goal, &one.goals);
    thing.each(Aspect::Goal, Effect::Different, &goals(both.old, old), &goals(both.new, new));
    let whole = |keys: Keys<'_>, one: &Intervention| -> Vec<(String, Arg)> {
        let of = one.part_of.map(|id| (keys.intervention(id), keys.model.intervention(id)));
        of.map(|(key, found)| (key, Arg::from(&found.label))).into_iter().collect()
    };
    thing.each(Aspect::PartOf, Effect::Different, &whole(both.old, old), &whole(both.new, new));
}

fn offered(both: &Both<'_>, thing: &mut Thing<'_>, old: &Intervention, new: &Intervention) {
    if Keys::periods(&old.offered) == Keys::periods(&new.offered) {
        return;
    }
    let years = |one: &Intervention, keys: Keys<'_>| offered_years(one, keys).into_iter().collect::<BTreeSet<u8>>();
    let order = wider(&years(old, both.old), &years(new, both.new));
    let by_year = |one: &Intervention| !one.offered.is_empty() && one.offered.iter().all(is_of_years);
    let told = by_year(old) && by_year(new) && !all_is_asked(both, old, new);
    let effect = if told { Effect::rising(order.map(std::cmp::Ordering::reverse)) } else { Effect::Different };
    let said = |one: &Intervention| {
        let periods: Vec<Arg> = one.offered.iter().map(|period| Arg::Text(say_period(period))).collect();
        (!periods.is_empty()).then(|| Said::new(Arg::List(periods, Join::And)))
    };
    thing.push(Part::Offer, Aspect::Offered, effect, said(old), said(new));
}

/// Whether a rule asks for all that is on offer, and so for this one: then more offer is not looser.
fn all_is_asked(both: &Both<'_>, old: &Intervention, new: &Intervention) -> bool {
    let asked = |model: &Contents, one: &Intervention| {
        model.find_intervention(&one.id).is_some_and(|id| asks_all_with(model, id, false))
    };
    asked(both.old.model, old) || asked(both.new.model, new)
}

/// Whether a period names programme years, and no dates.
pub fn is_of_years(period: &Period) -> bool {
    match period {
        Period::Always | Period::InYears(_) | Period::FromYear(_) | Period::UntilYear(_) => true,
        Period::InCalendar(_)
        | Period::FromCalendar(_)
        | Period::UntilCalendar(_)
        | Period::FromDate(_)
        | Period::UntilDate(_)
        | Period::Between(..) => false,
    }
}

/// The programme years that the periods name together; none when dates decide.
pub fn years_of(periods: &[Period], keys: Keys<'_>) -> Vec<u8> {
    if !periods.iter().all(is_of_years) {
        return Vec::new();
    }
    let holds = |year: u8| periods.iter().all(|period| period.by_number(year) == Some(true));
    keys.years.iter().copied().filter(|year| holds(*year)).collect()
}

fn offered_years(intervention: &Intervention, keys: Keys<'_>) -> Vec<u8> {
    if intervention.offered.is_empty() { Vec::new() } else { years_of(&intervention.offered, keys) }
}

fn options(pairs: &[(String, String)]) -> Vec<(String, Arg)> {
    pairs.iter().map(|(id, label)| (format!("{id} {label}"), Arg::from(label))).collect()
}

fn limits(limits: &[KindLimit]) -> Vec<(String, Arg)> {
    let one = |limit: &KindLimit| {
        let KindLimit { kinds, period } = limit;
        let words = Arg::List(kinds.0.iter().map(|kind| said_kind(*kind)).collect(), Join::Or);
        let text = Text::new("diff-say-kinds").with("kinds", words).with("period", say_period(period));
        (format!("{} {period:?}", Keys::kinds(kinds)), Arg::Text(text))
    };
    limits.iter().map(one).collect()
}

fn tried(trials: &[Trial]) -> Vec<(String, Arg)> {
    let one = |trial: &Trial| {
        let Trial { period, reason } = trial;
        let text = Text::new("diff-say-reason").with("period", say_period(period)).with("reason", reason);
        (format!("{period:?} {reason}"), Arg::Text(text))
    };
    trials.iter().map(one).collect()
}

/// Express refusals; each is known by its period.
fn refusals(both: &Both<'_>, thing: &mut Thing<'_>, effect: Effect, old: &[NotOffered], new: &[NotOffered]) {
    let said = |one: &NotOffered| {
        let NotOffered { period, reason, consequences: _, sources: _ } = one;
        let text = Text::new("diff-say-reason").with("period", say_period(period)).with("reason", reason);
        (format!("{period:?} {reason}"), Arg::Text(text))
    };
    let all = |list: &[NotOffered]| list.iter().map(said).collect::<Vec<_>>();
    thing.each(Aspect::NotOffered, effect, &all(old), &all(new));
    for one in old {
        let same = |other: &&NotOffered| said(other).0 == said(one).0;
        let Some(other) = new.iter().find(same) else { continue };
        standing::consequences(both, thing, Aspect::NotOfferedOutcome, &one.consequences, &other.consequences);
        reasons::cites(thing, (both.old.model, &one.sources), (both.new.model, &other.sources));
    }
}

/// A place that no text has: of things that the language itself adds.
pub fn is_written(span: Span) -> bool {
    span != Span::default()
}
