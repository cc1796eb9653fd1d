//! Gathering differences: the thing in hand on both sides, and what is said about it.

use crate::diagnostic::{Arg, Join};
use crate::source::Span;

use super::change::{Aspect, Change, Effect, Part, Side, Sort};
use super::ids::Pairs;

/// Where a thing stands, and by what name.
#[derive(Clone, Debug)]
pub struct At {
    pub id: String,
    pub name: String,
    pub span: Span,
}

/// What one side says.
#[derive(Clone, Debug)]
pub struct Said {
    pub text: Arg,
    pub short: Option<Arg>,
    pub when: Option<Arg>,
}

impl Said {
    pub fn new(text: impl Into<Arg>) -> Self {
        Self { text: text.into(), short: None, when: None }
    }

    pub fn short(mut self, short: impl Into<Arg>) -> Self {
        self.short = Some(short.into());
        self
    }

    pub fn when(mut self, when: impl Into<Arg>) -> Self {
        self.when = Some(when.into());
        self
    }
}

/// A thing that stands on both sides; differences in it are gathered here.
pub struct Thing<'o> {
    pub part: Part,
    pub sort: Sort,
    pub old: At,
    pub new: At,
    pub years: Vec<u8>,
    pub out: &'o mut Vec<Change>,
}

impl Thing<'_> {
    /// Something is said on one side or on both, and not the same.
    pub fn push(&mut self, part: Part, aspect: Aspect, effect: Effect, old: Option<Said>, new: Option<Said>) {
        let old = old.map(|said| side(&self.old, said));
        let new = new.map(|said| side(&self.new, said));
        self.out.push(Change {
            part,
            sort: self.sort,
            aspect,
            effect,
            years: self.years.clone(),
            old,
            new,
            old_place: Some(self.old.span),
            new_place: Some(self.new.span),
        });
    }

    /// Two words that both sides have.
    pub fn words(&mut self, aspect: Aspect, old: &str, new: &str) {
        if old != new {
            self.push(self.part, aspect, Effect::Different, Some(Said::new(old)), Some(Said::new(new)));
        }
    }

    /// A word that a side can lack.
    pub fn maybe(&mut self, aspect: Aspect, more: Effect, old: Option<&String>, new: Option<&String>) {
        if old != new {
            let effect = match (old, new) {
                (None, Some(_)) => more,
                (Some(_), None) => more.inverse(),
                (Some(_), Some(_)) | (None, None) => Effect::Different,
            };
            self.push(self.part, aspect, effect, old.map(Said::new), new.map(Said::new));
        }
    }

    /// Something that is said or not.
    pub fn flag(&mut self, aspect: Aspect, more: Effect, old: bool, new: bool) {
        if old != new {
            let said = |there: bool| there.then(|| Said::new(""));
            self.push(self.part, aspect, if new { more } else { more.inverse() }, said(old), said(new));
        }
    }

    /// Words without an order: each that is new or gone is a difference of its own.
    pub fn each(&mut self, aspect: Aspect, more: Effect, old: &[(String, Arg)], new: &[(String, Arg)]) {
        for (_, text) in old.iter().filter(|(key, _)| !new.iter().any(|(other, _)| other == key)) {
            self.push(self.part, aspect, more.inverse(), Some(Said::new(text.clone())), None);
        }
        for (_, text) in new.iter().filter(|(key, _)| !old.iter().any(|(other, _)| other == key)) {
            self.push(self.part, aspect, more, None, Some(Said::new(text.clone())));
        }
    }

    /// Words without an order that are told together.
    pub fn together(&mut self, part: Part, aspect: Aspect, old: &[String], new: &[String]) {
        let set = |words: &[String]| words.iter().cloned().collect::<std::collections::BTreeSet<_>>();
        let (left, right) = (set(old), set(new));
        if left != right {
            let said = |own: &std::collections::BTreeSet<String>, other: &std::collections::BTreeSet<String>| {
                let only: Vec<&String> = own.difference(other).collect();
                (!only.is_empty()).then(|| Said::new(Arg::words(only, Join::And)))
            };
            self.push(part, aspect, Effect::Different, said(&left, &right), said(&right, &left));
        }
    }
}

/// Things of one sort: what is said of each that came or went; and of each that stands on both sides, beyond its id and its name, what
/// `more` tells.
pub fn told<T>(
    pairs: &Pairs<'_, T>,
    (part, sort): (Part, Sort),
    at: impl Fn(&T) -> At,
    said: impl Fn(&T, bool) -> Said,
    more: impl Fn(&mut Thing<'_>, &T, &T),
    out: &mut Vec<Change>,
) {
    for (found, is_new) in pairs.alone() {
        out.push(whole(part, sort, Effect::Different, vec![], &at(found), said(found, is_new), is_new));
    }
    for (one, other) in &pairs.both {
        let (old, new) = (at(one), at(other));
        let mut thing = Thing { part, sort, old: old.clone(), new: new.clone(), years: vec![], out };
        thing.words(Aspect::Id, &old.id, &new.id);
        thing.words(Aspect::Name, &old.name, &new.name);
        more(&mut thing, one, other);
    }
}

/// A thing that is on one side only.
pub fn whole(part: Part, sort: Sort, effect: Effect, years: Vec<u8>, at: &At, said: Said, is_new: bool) -> Change {
    let (side, place) = (Some(side(at, said)), Some(at.span));
    let (old, new) = if is_new { (None, side) } else { (side, None) };
    let (old_place, new_place) = if is_new { (None, place) } else { (place, None) };
    Change { part, sort, aspect: Aspect::Whole, effect, years, old, new, old_place, new_place }
}

fn side(at: &At, said: Said) -> Side {
    Side { id: at.id.clone(), name: at.name.clone(), text: said.text, short: said.short, when: said.when }
}
