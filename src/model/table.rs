//! Things of one kind, and references to them that cannot miss.
//!
//! A table keeps what is put in it and lets nothing go, and only a table makes references to what it holds: where there is a
//! reference, there is the thing. A name in a regioplan that names nothing, which is told there, refers to nothing: for that every
//! table holds one thing more, that nobody declared and that has no name. So looking up gives a thing, always.
//!
//! A reference belongs to a kind, and tables of the same kind go along with each other: what the rules are, and what each
//! of them means. One to an intervention finds no theme. It holds in the regioplan that gave it, and in the same one with other
//! names; two regioplannen know each other's things by their names alone.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};

/// A reference to a thing of the kind `K`.
pub struct Id<K> {
    /// Its place in the tables of its kind; none for what names nothing.
    place: Option<u32>,
    kind: PhantomData<fn() -> K>,
}

/// For each thing of the kind `K` a `T`, in order.
#[derive(Clone, Debug)]
pub struct Table<K, T = K> {
    things: Vec<T>,
    /// What is found for a name that names nothing.
    nothing: T,
    kind: PhantomData<fn() -> K>,
}

impl<K> Id<K> {
    /// Of a name that names nothing.
    pub const NOTHING: Self = Self { place: None, kind: PhantomData };

    /// Of what every table of this kind begins with.
    pub(super) const fn first(place: u32) -> Self {
        Self { place: Some(place), kind: PhantomData }
    }

    fn at(place: usize) -> Self {
        Self { place: u32::try_from(place).ok(), kind: PhantomData }
    }
}

impl<K, T> Table<K, T> {
    #[must_use]
    pub fn new(nothing: T) -> Self {
        Self { things: Vec::new(), nothing, kind: PhantomData }
    }

    /// Puts a thing behind the others.
    pub fn push(&mut self, thing: T) -> Id<K> {
        self.things.push(thing);
        Id::at(self.things.len() - 1)
    }

    #[must_use]
    pub fn get(&self, id: Id<K>) -> &T {
        let found = id.place.and_then(|place| self.things.get(usize::try_from(place).ok()?));
        found.unwrap_or(&self.nothing)
    }

    /// The thing, to change it; what names nothing has none.
    pub fn get_mut(&mut self, id: Id<K>) -> Option<&mut T> {
        self.things.get_mut(usize::try_from(id.place?).ok()?)
    }

    /// The references to all of it, in order.
    pub fn ids(&self) -> impl Iterator<Item = Id<K>> + use<K, T> {
        (0..self.things.len()).map(Id::at)
    }

    /// All of it, each with its reference.
    pub fn pairs(&self) -> impl Iterator<Item = (Id<K>, &T)> {
        self.ids().zip(&self.things)
    }

    /// The first thing of which this is so.
    pub fn find(&self, is_it: impl FnMut(&T) -> bool) -> Option<Id<K>> {
        self.things.iter().position(is_it).map(Id::at)
    }

    /// A table that goes along with this one.
    #[must_use]
    pub fn map<U>(&self, mut make: impl FnMut(&T) -> U) -> Table<K, U> {
        self.along(|_, thing| make(thing))
    }

    /// The same, of the thing and its reference.
    #[must_use]
    pub fn along<U>(&self, mut make: impl FnMut(Id<K>, &T) -> U) -> Table<K, U> {
        let nothing = make(Id::NOTHING, &self.nothing);
        let things = self.pairs().map(|(id, thing)| make(id, thing)).collect();
        Table { things, nothing, kind: PhantomData }
    }
}

/// What stands by some things of the kind `K`: there may be nothing.
#[derive(Clone, Debug)]
pub struct Filled<K, T> {
    things: Vec<Option<T>>,
    kind: PhantomData<fn() -> K>,
}

impl<K, T> Filled<K, T> {
    /// Room for each thing of a table, without anything in it.
    #[must_use]
    pub fn along<U>(table: &Table<K, U>) -> Self {
        Self { things: table.iter().map(|_| None).collect(), kind: PhantomData }
    }

    /// Makes room for each thing of a table, where there is none yet.
    pub fn widen<U>(&mut self, table: &Table<K, U>) {
        self.things.resize_with(table.len(), || None);
    }

    /// Takes all of it away.
    pub fn clear(&mut self) {
        self.things.clear();
    }

    #[must_use]
    pub fn get(&self, id: Id<K>) -> Option<&T> {
        self.things.get(usize::try_from(id.place?).ok()?)?.as_ref()
    }

    /// Where it stands or would stand.
    pub fn slot(&mut self, id: Id<K>) -> Option<&mut Option<T>> {
        self.things.get_mut(usize::try_from(id.place?).ok()?)
    }

    /// What stands there, each with by what it stands.
    pub fn slots(&mut self) -> impl Iterator<Item = (Id<K>, &mut Option<T>)> {
        self.things.iter_mut().enumerate().map(|(place, slot)| (Id::at(place), slot))
    }
}

impl<K, T> Default for Filled<K, T> {
    fn default() -> Self {
        Self { things: Vec::new(), kind: PhantomData }
    }
}

impl<K, T> Deref for Filled<K, T> {
    type Target = [Option<T>];

    fn deref(&self) -> &[Option<T>] {
        &self.things
    }
}

impl<K, T> DerefMut for Filled<K, T> {
    fn deref_mut(&mut self) -> &mut [Option<T>] {
        &mut self.things
    }
}

impl<K, T: Default> Default for Table<K, T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<K, T> Deref for Table<K, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.things
    }
}

impl<K, T> DerefMut for Table<K, T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.things
    }
}

impl<'t, K, T> IntoIterator for &'t Table<K, T> {
    type Item = &'t T;
    type IntoIter = std::slice::Iter<'t, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.things.iter()
    }
}

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Id<K> {}

impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.place.fmt(f)
    }
}

impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

impl<K> Eq for Id<K> {}

impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place.cmp(&other.place)
    }
}

impl<K> Hash for Id<K> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.place.hash(state);
    }
}
