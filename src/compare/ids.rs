//! Which things of two regioplannen are the same thing: by id, else by a name that both know.

use std::collections::BTreeMap;

use crate::model::{Contents, Intervention, Named};
use crate::value::same_name as is_same;

/// A sort of thing with ids of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    Element,
    Intervention,
    List,
    Theme,
    Goal,
    Group,
    Condition,
    Rule,
}

/// Things of the old and the new regioplan, put together.
#[derive(Debug)]
pub struct Pairs<'m, T> {
    pub both: Vec<(&'m T, &'m T)>,
    pub old: Vec<&'m T>,
    pub new: Vec<&'m T>,
}

impl<'m, T> Pairs<'m, T> {
    /// What stands on one side only, and whether that is the new one.
    pub fn alone(&self) -> impl Iterator<Item = (&'m T, bool)> {
        self.old.iter().map(|one| (*one, false)).chain(self.new.iter().map(|one| (*one, true)))
    }
}

/// Pairs by id; what is left over, when exactly one on each side is alike.
pub fn pair<'m, T>(
    old: &'m [T],
    new: &'m [T],
    id: impl Fn(&T) -> &str,
    alike: impl Fn(&T, &T) -> bool,
) -> Pairs<'m, T> {
    let partner = |one: &T, among: &'m [T]| among.iter().find(|other| is_same(id(other), id(one)));
    let left: Vec<&T> = old.iter().filter(|one| partner(one, new).is_none()).collect();
    let right: Vec<&T> = new.iter().filter(|one| partner(one, old).is_none()).collect();
    let only = |one: &'m T| {
        let mut found = right.iter().filter(|other| alike(one, other));
        let first = found.next().copied().filter(|_| found.next().is_none())?;
        (left.iter().filter(|other| alike(other, first)).count() == 1).then_some(first)
    };
    let renamed: Vec<(&T, &T)> = left.iter().filter_map(|one| Some((*one, only(one)?))).collect();
    let mut both: Vec<(&T, &T)> = old.iter().filter_map(|one| Some((one, partner(one, new)?))).collect();
    both.extend(&renamed);
    let is_left = |one: &&T| !renamed.iter().any(|(old, new)| std::ptr::eq(*old, *one) || std::ptr::eq(*new, *one));
    Pairs {
        both,
        old: left.iter().copied().filter(|one| is_left(one)).collect(),
        new: right.iter().copied().filter(|one| is_left(one)).collect(),
    }
}

/// The things of the new regioplan that have another id in the old one.
#[derive(Clone, Debug, Default)]
pub struct Ids(BTreeMap<(Class, String), String>);

impl Ids {
    /// The id by which both know it.
    #[must_use]
    pub fn common<'i>(&'i self, class: Class, id: &'i str) -> &'i str {
        self.0.iter().find(|((of, own), _)| *of == class && own == id).map_or(id, |(_, common)| common)
    }

    pub fn rename(&mut self, class: Class, old: &str, new: &str) {
        if old != new {
            self.0.insert((class, new.to_owned()), old.to_owned());
        }
    }

    /// The renamed things of the offer; rules come later, for they are known by what they ask.
    #[must_use]
    pub fn of_offer(old: &Contents, new: &Contents) -> Self {
        let mut ids = Self::default();
        let named: [(Class, &[Named], &[Named]); 3] = [
            (Class::Element, &old.elements, &new.elements),
            (Class::Theme, &old.themes, &new.themes),
            (Class::Goal, &old.goals, &new.goals),
        ];
        for (class, old, new) in named {
            for (one, other) in pair(old, new, named_id, same_name).both {
                ids.rename(class, &one.id, &other.id);
            }
        }
        let lists = pair(&old.lists, &new.lists, |l| &l.named.id, |a, b| same_name(&a.named, &b.named));
        for (one, other) in lists.both {
            ids.rename(Class::List, &one.named.id, &other.named.id);
        }
        let groups = pair(&old.groups, &new.groups, |g| &g.named.id, |a, b| same_name(&a.named, &b.named));
        for (one, other) in groups.both {
            ids.rename(Class::Group, &one.named.id, &other.named.id);
        }
        let conditions = pair(&old.conditions, &new.conditions, |c| &c.named.id, |a, b| same_name(&a.named, &b.named));
        for (one, other) in conditions.both {
            ids.rename(Class::Condition, &one.named.id, &other.named.id);
        }
        for (one, other) in pair(&old.interventions, &new.interventions, |i| &i.id, same_intervention).both {
            ids.rename(Class::Intervention, &one.id, &other.id);
        }
        ids
    }
}

pub fn named_id(named: &Named) -> &str {
    &named.id
}

pub fn same_name(old: &Named, new: &Named) -> bool {
    share_a_name((&old.label, &old.also_known), (&new.label, &new.also_known))
}

pub fn same_intervention(old: &Intervention, new: &Intervention) -> bool {
    share_a_name((&old.label, &old.also_known), (&new.label, &new.also_known))
        || old.also_known.contains(&new.id)
        || new.also_known.contains(&old.id)
}

fn share_a_name(old: (&String, &Vec<String>), new: (&String, &Vec<String>)) -> bool {
    let all = |(label, known): (&String, &Vec<String>)| -> Vec<String> {
        std::iter::once(label).chain(known).map(|name| name.to_lowercase()).collect()
    };
    let new = all(new);
    all(old).iter().any(|name| new.contains(name))
}
