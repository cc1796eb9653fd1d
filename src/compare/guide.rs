//! What two files say about the national guide: what it asks of a regioplan, how documents render it, its editions.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{Edition, Growth, Model, OfferDemand, Rendering, say_period};
use crate::source::Span;

use super::Both;
use super::change::{Aspect, Change, Effect, Part, Sort};
use super::ids::pair;
use super::key::Keys;
use super::reasons;
use super::thing::{At, Said, Thing, told, whole};

/// What differs in it; only a leidraad says anything of it.
pub fn compare(both: &Both<'_>, models: (Model<'_>, Model<'_>), out: &mut Vec<Change>) {
    offer_demands(both, models, out);
    renderings(both, models, out);
    editions(models, out);
}

fn offer_demands(both: &Both<'_>, (old, new): (Model<'_>, Model<'_>), out: &mut Vec<Change>) {
    let at = |one: &OfferDemand| At { id: one.id.clone(), name: one.title.clone(), span: one.span };
    let pairs = pair(old.offer_demands(), new.offer_demands(), |one| &one.id, |a, b| a.title == b.title);
    let more = |thing: &mut Thing<'_>, one: &OfferDemand, other: &OfferDemand| {
        let key = |keys: Keys<'_>, one: &OfferDemand| {
            let OfferDemand { periods, at_least, targets, .. } = one;
            format!("{} {at_least} {}", Keys::periods(periods), keys.targets(targets))
        };
        if key(both.old, one) != key(both.new, other) {
            let said = |one: &OfferDemand| {
                let periods = one.periods.iter().map(|period| Arg::Text(say_period(period))).collect();
                let targets = Arg::words(one.targets.iter().map(|target| &target.label), Join::Or);
                let text = Text::new("diff-say-offers").with("count", one.at_least).with("targets", targets);
                Some(Said::new(text.with("periods", Arg::List(periods, Join::And))))
            };
            let effect = Effect::Different;
            thing.push(Part::Region, Aspect::Offered, effect, said(one), said(other));
        }
        reasons::compare(thing, (both.old.model, &one.reasons), (both.new.model, &other.reasons));
    };
    told(&pairs, (Part::Region, Sort::Demand), at, |_, _| Said::new(""), more, out);
}

fn renderings(both: &Both<'_>, (old, new): (Model<'_>, Model<'_>), out: &mut Vec<Change>) {
    let at = |one: &Rendering| At { id: one.id.clone(), name: one.title.clone(), span: Span::default() };
    let pairs = pair(old.renderings(), new.renderings(), |one| &one.id, |a, b| a.title == b.title);
    let more = |thing: &mut Thing<'_>, one: &Rendering, other: &Rendering| {
        let cells = |keys: Keys<'_>, one: &Rendering| -> Vec<(String, Arg)> {
            let cell = |growth: &Growth| {
                let Growth { period, element, says } = growth;
                let key = format!("{period:?} {} {says:?}", keys.element(*element));
                let label = keys.model.elements.get(*element).label.as_str();
                let text = Text::new("diff-say-growth").with("period", say_period(period)).with("element", label);
                (key, Arg::Text(text.with("says", says)))
            };
            one.growth.iter().map(cell).collect()
        };
        thing.each(Aspect::Growth, Effect::Different, &cells(both.old, one), &cells(both.new, other));
        reasons::compare(thing, (both.old.model, &one.reasons), (both.new.model, &other.reasons));
    };
    told(&pairs, (Part::Region, Sort::Rendering), at, |_, _| Said::new(""), more, out);
}

fn editions((old, new): (Model<'_>, Model<'_>), out: &mut Vec<Change>) {
    let at = |one: &Edition| At { id: one.version.clone(), name: one.version.clone(), span: Span::default() };
    let pairs = pair(old.editions(), new.editions(), |one| &one.version, |_, _| false);
    for (found, is_new) in pairs.alone() {
        let change = whole(Part::Region, Sort::Edition, Effect::Different, vec![], &at(found), Said::new(""), is_new);
        out.push(change);
    }
    for (one, other) in pairs.both {
        let (old, new) = (at(one), at(other));
        let mut thing = Thing { part: Part::Region, sort: Sort::Edition, old, new, years: vec![], out };
        thing.words(Aspect::Name, &one.label, &other.label);
    }
}
