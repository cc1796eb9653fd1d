//! The named conditions of two regioplannen: which came, went or changed. What a rule asks by one is told here, once.

use crate::model::{Condition, say_lines};

use super::Both;
use super::change::{Aspect, Change, Effect, Part, Sort};
use super::ids::{pair, same_name};
use super::key::{Keys, sorted};
use super::offer::at_named;
use super::reasons;
use super::thing::{Said, Thing, told};

/// What differs in the named conditions.
pub fn compare(both: &Both<'_>, out: &mut Vec<Change>) {
    let (old, new) = (both.old.model, both.new.model);
    let pairs = pair(&old.conditions, &new.conditions, |c| &c.named.id, |a, b| same_name(&a.named, &b.named));
    let more = |thing: &mut Thing<'_>, one: &Condition, other: &Condition| {
        let Condition { named, any, lines: _ } = one;
        if *any != other.any || key(both.old, one) != key(both.new, other) {
            thing.push(Part::Rules, Aspect::Lines, Effect::Different, Some(said(one)), Some(said(other)));
        }
        reasons::compare(thing, (old, &named.reasons), (new, &other.named.reasons));
    };
    told(&pairs, (Part::Rules, Sort::Condition), |one| at_named(&one.named), |one, _| said(one), more, out);
}

fn said(one: &Condition) -> Said {
    Said::new(say_lines(one.any, &one.lines))
}

fn key(keys: Keys<'_>, one: &Condition) -> String {
    sorted(one.lines.iter().map(|line| keys.cond(line)).collect())
}
