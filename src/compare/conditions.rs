//! The named conditions of two regioplannen: which came, went or changed. What a rule asks by one is told here, once.

use crate::model::{Condition, say_lines};

use super::Both;
use super::change::{Aspect, Change, Effect, Part, Sort};
use super::ids::{pair, same_name};
use super::key::{Keys, sorted};
use super::reasons;
use super::thing::{At, Said, Thing, whole};

/// What differs in the named conditions.
pub fn compare(both: &Both<'_>, out: &mut Vec<Change>) {
    let (old, new) = (both.old.model, both.new.model);
    let pairs = pair(&old.conditions, &new.conditions, |c| &c.named.id, |a, b| same_name(&a.named, &b.named));
    for (found, is_new) in pairs.old.iter().map(|o| (*o, false)).chain(pairs.new.iter().map(|n| (*n, true))) {
        out.push(whole(Part::Rules, Sort::Condition, Effect::Different, vec![], &at(found), said(found), is_new));
    }
    for (one, other) in pairs.both {
        let Condition { named, any, lines: _ } = one;
        let mut thing =
            Thing { part: Part::Rules, sort: Sort::Condition, old: at(one), new: at(other), years: vec![], out };
        thing.words(Aspect::Id, &named.id, &other.named.id);
        thing.words(Aspect::Name, &named.label, &other.named.label);
        if *any != other.any || key(both.old, one) != key(both.new, other) {
            thing.push(Part::Rules, Aspect::Lines, Effect::Different, Some(said(one)), Some(said(other)));
        }
        reasons::compare(&mut thing, (old, &named.reasons), (new, &other.named.reasons));
    }
}

fn at(one: &Condition) -> At {
    At { id: one.named.id.clone(), name: one.named.label.clone(), span: one.named.span }
}

fn said(one: &Condition) -> Said {
    Said::new(say_lines(one.any, &one.lines))
}

fn key(keys: Keys<'_>, one: &Condition) -> String {
    sorted(one.lines.iter().map(|line| keys.cond(line)).collect())
}
