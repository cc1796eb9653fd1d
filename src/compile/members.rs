//! Whether what narrows or groups a set is said about its members: a condition or a field in, yes or no out.
//!
//! A name is looked up from the inside out. Without this check a filter on a field that the members lack would
//! quietly read the same field of something around the set: the same answer for every member.

use crate::model::{Base, Cond, Demand, Member, Ref, Set, SetSource, Visitor, walk_demand, walk_set};

/// Whether a filter asks anything of the members of the set. In a rule for the whole region the members are of
/// several practices.
pub fn asks_member(set: &Set, filter: &Cond, of_practices: bool) -> bool {
    let mut seen = Seen::of(set, of_practices);
    seen.cond(filter);
    seen.found
}

/// Whether a field stands in the members of the set.
pub fn stands_in_member(set: &Set, field: &Ref, of_practices: bool) -> bool {
    let mut seen = Seen::of(set, of_practices);
    seen.reference(field);
    seen.found
}

/// Whether a demand says anything of the members that stand together: else its answer is the same for each of their groups.
pub fn asks_those(demand: &Demand) -> bool {
    struct Those(bool);
    impl Visitor for Those {
        fn set(&mut self, set: &Set) {
            self.0 |= matches!(set.source, SetSource::Those { .. });
            walk_set(self, set);
        }
    }
    let mut those = Those(false);
    walk_demand(&mut those, demand);
    those.0
}

/// Looks for a reference to the member of a set.
struct Seen<'a> {
    member: &'a Member,
    /// Whether members of several practices are together: what stands in the practice tells them apart too.
    of_practices: bool,
    /// How many members of inner sets are in hand.
    depth: usize,
    found: bool,
}

impl<'a> Seen<'a> {
    fn of(set: &'a Set, of_practices: bool) -> Self {
        Self { member: &set.member, of_practices, depth: 0, found: false }
    }
}

impl Visitor for Seen<'_> {
    fn set(&mut self, set: &Set) {
        // The choices of a practice differ from those of another.
        self.found |= self.of_practices && matches!(set.source, SetSource::Choices);
        walk_set(self, set);
    }

    fn reference(&mut self, found: &Ref) {
        self.found |= match found {
            Ref::Frame(_) => self.of_practices,
            Ref::Choice(_) => *self.member == Member::Choice,
            Ref::Member => self.depth == 0 && matches!(self.member, Member::Scalar(_)),
            Ref::Path(path) => match path.base {
                Base::Plan | Base::Practice | Base::Year => self.of_practices,
                Base::Choice => *self.member == Member::Choice,
                Base::Region => false,
                Base::Member(depth) => depth == self.depth && matches!(self.member, Member::Record(_)),
            },
        };
    }

    fn inside(&mut self, set: &Set, walk: &mut dyn FnMut(&mut Self)) {
        let deeper = usize::from(matches!(set.member, Member::Record(_) | Member::Scalar(_)));
        self.depth += deeper;
        walk(self);
        self.depth -= deeper;
    }
}
