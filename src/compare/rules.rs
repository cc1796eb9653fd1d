//! The rules of two regioplannen: which came, went or changed, and what changed in them.

use std::cmp::Ordering;

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{
    Amount, Comparison, Cond, Contents, Demand, ForEach, Rule, RuleScope, Share, say_amount, say_comparison_of,
    say_cond, say_demand, say_ref, say_rest, say_selector, say_set, say_when,
};

use super::Both;
use super::change::{Aspect, Change, Effect, Part, Sort};
use super::direction::{is_worse_unmet, when_planned_counts};
use super::effect;
use super::ids::{Class, Pairs, pair};
use super::key::Keys;
use super::offer::years_of;
use super::reasons;
use super::standing;
use super::thing::{At, Said, Thing, whole};

/// When a rule speaks, and, where that is not all, of whom and under what condition.
fn context(rule: &Rule) -> Text {
    let mut narrow: Vec<Arg> = rule
        .conditions
        .iter()
        .map(|cond| Arg::Text(Text::new("diff-say-only-if").with("cond", say_cond(cond))))
        .collect();
    narrow.extend(rule.for_each.as_ref().map(|one| Arg::Text(say_members(one))));
    if narrow.is_empty() {
        return say_when(rule);
    }
    Text::new("diff-say-context").with("when", say_when(rule)).with("narrow", Arg::List(narrow, Join::Comma))
}

/// Whom a rule looks at one by one.
fn say_members(one: &ForEach) -> Text {
    let text = Text::new("diff-say-for-each").with("set", say_set(&one.set));
    match &one.same {
        Some(field) => Text::new("diff-say-same").with("each", text).with("field", say_ref(field)),
        None => text,
    }
}

/// The rules that are the same rule: by id, else by title and owner, or by what they ask.
pub fn pairs<'m>(both: &Both<'m>) -> Pairs<'m, Rule> {
    let (old, new) = (both.old, both.new);
    pair(
        &old.model.rules,
        &new.model.rules,
        |rule| &rule.id,
        |one, other| {
            let same_owner = old.owner(one.owner) == new.owner(other.owner);
            same_owner && one.title.to_lowercase() == other.title.to_lowercase() || old.body(one) == new.body(other)
        },
    )
}

/// What differs in the rules.
pub fn compare(both: &Both<'_>, out: &mut Vec<Change>) {
    let pairs = pairs(both);
    for (found, is_new) in pairs.alone() {
        let model = if is_new { both.new.model } else { both.old.model };
        // What an intervention asks comes and goes with it, and is said there.
        let other = if is_new { both.old } else { both.new };
        let keys = if is_new { both.new } else { both.old };
        if found.owner.intervention().is_some_and(|id| !other.offers(&keys.intervention(id))) {
            continue;
        }
        let effect = if is_new { Effect::Stricter } else { Effect::Looser };
        let sentences = say_rest(found, &model.rules).into_iter().map(Arg::Text).collect();
        let said = Said::new(Arg::List(sentences, Join::Sentences)).when(say_when(found));
        let years = years(found, keys);
        out.push(whole(Part::Rules, Sort::Rule, effect, years, &at(found), said, is_new));
    }
    for (one, other) in pairs.both {
        let mut years = years(one, both.old);
        years.extend(self::years(other, both.new));
        years.sort_unstable();
        years.dedup();
        let (old, new) = (at(one), at(other));
        let mut thing = Thing { part: Part::Rules, sort: Sort::Rule, old, new, years, out };
        rule(both, &mut thing, one, other);
    }
}

fn at(rule: &Rule) -> At {
    At { id: rule.id.clone(), name: rule.title.clone(), span: rule.span }
}

/// The programme years for which a rule speaks; none when dates decide, or when it speaks of no year.
fn years(rule: &Rule, keys: Keys<'_>) -> Vec<u8> {
    // A region has no programme years.
    if rule.whole_region {
        return Vec::new();
    }
    match &rule.scope {
        RuleScope::Once => Vec::new(),
        RuleScope::OwnYear(periods) | RuleScope::Each(periods) => years_of(periods, keys),
        RuleScope::Together(years) => years.clone(),
    }
}

fn rule(both: &Both<'_>, thing: &mut Thing<'_>, old: &Rule, new: &Rule) {
    let Rule {
        id,
        title,
        owner,
        supplement: _,
        lacks: _,
        scope,
        conditions,
        whole_region,
        for_each,
        demands,
        not_double: _,
        standing: what_follows,
        reasons: why,
        span: _,
        lines: _,
    } = old;
    thing.words(Aspect::Id, id, &new.id);
    thing.words(Aspect::Name, title, &new.title);
    if both.old.owner(*owner) != both.new.owner(new.owner) {
        let said = |keys: Keys<'_>, rule: &Rule| Some(Said::new(say_owner(keys.model, rule)));
        thing.push(Part::Rules, Aspect::Owner, Effect::Different, said(both.old, old), said(both.new, new));
    }
    if Keys::scope(scope) != Keys::scope(&new.scope) {
        let said = |rule: &Rule| Some(Said::new(say_when(rule)));
        thing.push(Part::Rules, Aspect::Scope, of_scope(both, old, new), said(old), said(new));
    }
    thing.flag(Aspect::WholeRegion, Effect::Different, *whole_region, new.whole_region);
    self::conditions(both, thing, conditions, &new.conditions);
    members(both, thing, for_each.as_ref(), new.for_each.as_ref());
    self::demands(both, thing, (old, demands), (new, &new.demands));
    let told = is_worse_unmet(&old.standing) && is_worse_unmet(&new.standing);
    let effect = if told { Effect::Stricter } else { Effect::Different };
    thing.each(Aspect::NotDouble, effect, &linked(both.old, old), &linked(both.new, new));
    let planned = when_planned_counts(both.old.model, old);
    let planned = if planned == when_planned_counts(both.new.model, new) { planned } else { Effect::Different };
    standing::compare(both, thing, what_follows, &new.standing, planned);
    reasons::compare(thing, (both.old.model, why), (both.new.model, &new.reasons));
}

fn say_owner(model: &Contents, rule: &Rule) -> Text {
    let name = rule.owner.intervention().map_or("", |id| &model.intervention(id).label);
    Text::new(match rule.owner {
        crate::model::Owner::Rule => "diff-say-plain-rule",
        crate::model::Owner::Minimum(_) => "diff-say-minimum",
        crate::model::Owner::EndGoal(_) => "diff-say-end-goal",
        crate::model::Owner::OwnIdea(_) => "diff-say-own-idea",
    })
    .with("name", name)
}

/// More years is stricter, if each side tells its years.
fn of_scope(both: &Both<'_>, old: &Rule, new: &Rule) -> Effect {
    let set = |rule: &Rule, keys: Keys<'_>| years(rule, keys).into_iter().collect::<std::collections::BTreeSet<_>>();
    let (before, after) = (set(old, both.old), set(new, both.new));
    match (&old.scope, &new.scope) {
        (RuleScope::Each(_), RuleScope::Each(_)) if !before.is_empty() && !after.is_empty() => {
            Effect::rising(effect::wider(&before, &after).filter(|order| *order != Ordering::Equal))
        }
        (_, _) => Effect::Different,
    }
}

/// Rules with which a choice may not count twice.
fn linked(keys: Keys<'_>, rule: &Rule) -> Vec<(String, Arg)> {
    let rules = &keys.model.rules;
    let others = rule.apart_from(rules);
    let mut found: Vec<(String, Arg)> =
        others.map(|other| (keys.common(Class::Rule, &other.id), Arg::from(&other.title))).collect();
    if rule.is_apart_within(rules) {
        found.push(("itself".to_owned(), Arg::from(&rule.title)));
    }
    found
}

fn members(both: &Both<'_>, thing: &mut Thing<'_>, old: Option<&ForEach>, new: Option<&ForEach>) {
    let key = |keys: Keys<'_>, one: Option<&ForEach>| one.map(|one| keys.for_each(one));
    if key(both.old, old) == key(both.new, new) {
        return;
    }
    let said = |one: &ForEach| Said::new(say_members(one));
    thing.push(Part::Rules, Aspect::ForEach, Effect::Different, old.map(said), new.map(said));
}

/// Things of both sides: what is the same is left out; what is about the same is put together.
struct Matched<'c, T> {
    changed: Vec<(&'c T, &'c T)>,
    gone: Vec<&'c T>,
    come: Vec<&'c T>,
}

type Keyed<'c, T> = (String, String, &'c T);

/// Takes key, subject and thing of each side.
fn matched<'c, T>(mut old: Vec<Keyed<'c, T>>, mut new: Vec<Keyed<'c, T>>) -> Matched<'c, T> {
    old.retain(|one| match new.iter().position(|other| other.0 == one.0) {
        Some(at) => {
            new.remove(at);
            false
        }
        None => true,
    });
    // In a fixed order, so that the way back pairs the same things.
    old.sort_by(|a, b| a.0.cmp(&b.0));
    new.sort_by(|a, b| a.0.cmp(&b.0));
    let mut changed = Vec::new();
    old.retain(|one| match new.iter().position(|other| other.1 == one.1) {
        Some(at) => {
            changed.push((one.2, new.remove(at).2));
            false
        }
        None => true,
    });
    if let ([one], [other]) = (old.as_slice(), new.as_slice()) {
        changed.push((one.2, other.2));
        old.clear();
        new.clear();
    }
    let things = |list: Vec<Keyed<'c, T>>| list.into_iter().map(|(_, _, thing)| thing).collect();
    Matched { changed, gone: things(old), come: things(new) }
}

/// A condition less is a rule that speaks more often.
fn conditions(both: &Both<'_>, thing: &mut Thing<'_>, old: &[Cond], new: &[Cond]) {
    let keyed = |keys: Keys<'_>, list: &'_ [Cond]| -> Vec<(String, String)> {
        list.iter().map(|cond| (keys.cond(cond), keys.about(cond))).collect()
    };
    let join = |keys: Vec<(String, String)>| keys.into_iter();
    let left = join(keyed(both.old, old)).zip(old).map(|((key, about), cond)| (key, about, cond)).collect();
    let right = join(keyed(both.new, new)).zip(new).map(|((key, about), cond)| (key, about, cond)).collect();
    let found = matched(left, right);
    let aspect = Aspect::Condition;
    for (one, other) in found.changed {
        let effect = effect::of_cond(both, one, other).inverse();
        let (before, after) = said_conds(both, one, other);
        thing.push(Part::Rules, aspect, effect, Some(before), Some(after));
    }
    for one in found.gone {
        thing.push(Part::Rules, aspect, Effect::Stricter, Some(Said::new(say_cond(one))), None);
    }
    for one in found.come {
        thing.push(Part::Rules, aspect, Effect::Looser, None, Some(Said::new(say_cond(one))));
    }
}

/// Both conditions, the second time without what they have in common.
fn said_conds(both: &Both<'_>, old: &Cond, new: &Cond) -> (Said, Said) {
    let same_left = both.old.left(old).is_some() && both.old.left(old) == both.new.left(new);
    let said = |cond: &Cond| {
        let said = Said::new(say_cond(cond));
        if same_left { said.short(say_comparison_of(cond)) } else { said }
    };
    (said(old), said(new))
}

fn about(keys: Keys<'_>, demand: &Demand) -> String {
    match demand {
        Demand::Cond(cond) => keys.about(cond),
        Demand::Choose { .. } => "choose".to_owned(),
        Demand::Evidence { .. } => "evidence".to_owned(),
    }
}

fn demands(both: &Both<'_>, thing: &mut Thing<'_>, old: (&Rule, &[Demand]), new: (&Rule, &[Demand])) {
    let left = old.1.iter().map(|one| (both.old.demand(one), about(both.old, one), one)).collect();
    let right = new.1.iter().map(|one| (both.new.demand(one), about(both.new, one), one)).collect();
    let found = matched(left, right);
    // Where who does not meet it is better off, asking more is not stricter.
    let told = is_worse_unmet(&old.0.standing) && is_worse_unmet(&new.0.standing);
    let as_told = |effect: Effect| if told { effect } else { Effect::Different };
    for (one, other) in found.changed {
        let effect = as_told(effect::of_demand(both, one, other));
        let (before, after) = said_demands(both, one, other);
        let (before, after) = (before.when(context(old.0)), after.when(context(new.0)));
        // One sentence fits both only when both are of the same sort.
        let aspect = if aspect(one) == aspect(other) { aspect(one) } else { Aspect::Demand };
        thing.push(part(aspect), aspect, effect, Some(before), Some(after));
    }
    for one in found.gone {
        let said = said_demand(one).when(context(old.0));
        thing.push(part(aspect(one)), aspect(one), as_told(Effect::Looser), Some(said), None);
    }
    for one in found.come {
        let said = said_demand(one).when(context(new.0));
        thing.push(part(aspect(one)), aspect(one), as_told(Effect::Stricter), None, Some(said));
    }
}

fn part(aspect: Aspect) -> Part {
    if aspect == Aspect::Deadline { Part::Dates } else { Part::Rules }
}

fn aspect(demand: &Demand) -> Aspect {
    match demand {
        Demand::Choose { .. } => Aspect::Choose,
        Demand::Evidence { .. } => Aspect::Evidence,
        Demand::Cond(Cond::Compare { that: Comparison::Moment(..) | Comparison::Age { .. }, .. }) => Aspect::Deadline,
        Demand::Cond(_) => Aspect::Demand,
    }
}

fn said_demand(demand: &Demand) -> Said {
    match demand {
        Demand::Choose { amount, selector } => Said::new(
            Text::new("diff-say-choose")
                .with("amount", say_amount(*amount))
                .with("count", count(*amount))
                .with("selector", say_selector(*amount, selector)),
        ),
        Demand::Cond(_) | Demand::Evidence { .. } => Said::new(say_demand(demand)),
    }
}

fn said_demands(both: &Both<'_>, old: &Demand, new: &Demand) -> (Said, Said) {
    match (old, new) {
        (Demand::Choose { amount, selector }, Demand::Choose { amount: next, selector: other })
            if both.old.selector(selector) == both.new.selector(other) =>
        {
            (said_demand(old).short(say_amount(*amount)), said_demand(new).short(say_amount(*next)))
        }
        (Demand::Cond(one), Demand::Cond(other)) => said_conds(both, one, other),
        (Demand::Cond(_) | Demand::Choose { .. } | Demand::Evidence { .. }, _) => (said_demand(old), said_demand(new)),
    }
}

/// For one or more: `1 interventie`, `2 interventies`.
fn count(amount: Amount) -> u32 {
    match amount {
        Amount::AtLeast(Share::Number(number))
        | Amount::AtMost(Share::Number(number))
        | Amount::Exactly(Share::Number(number)) => number,
        Amount::AtLeast(_)
        | Amount::AtMost(_)
        | Amount::Exactly(_)
        | Amount::All
        | Amount::None
        | Amount::AllOrNone => 2,
    }
}
