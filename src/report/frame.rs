//! The keys that every plan has, whatever the regioplan: their names, and where the catalogue says what they are.

use crate::model::{Ref, Rule, Visitor, walk_rule};

/// A key of the fixed frame of a plan.
pub struct Key {
    pub name: &'static str,
    /// The message that says what it is.
    pub about: &'static str,
    pub required: bool,
}

const fn key(name: &'static str, about: &'static str, required: bool) -> Key {
    Key { name, about, required }
}

/// The keys, in the order in which they stand in a plan.
pub const FRAME: [Key; 8] = [
    key("regioplan", "schema-regioplan", false),
    key("startkwartaal", "schema-start", true),
    key("jaar", "schema-year", true),
    key("kalenderjaar", "schema-calendar-year", false),
    key("ingediend", "schema-handed-in", false),
    key("verantwoording", "schema-accounting", false),
    key("praktijk", "schema-practice", true),
    key("jaren", "schema-years", true),
];

/// The keys of a year and of a choice.
pub const INSIDE: [Key; 2] =
    [key("interventies", "explain-key-choices", false), key("keuze", "schema-kind-about", true)];

/// Whether a rule reads a field of this name: a key of the frame, or a field that the regioplan declares.
#[must_use]
pub fn reads(rule: &Rule, name: &str) -> bool {
    struct Names<'n>(&'n str, bool);
    impl Visitor for Names<'_> {
        fn reference(&mut self, found: &Ref) {
            self.1 |= match found {
                Ref::Frame(field) => field.word() == self.0,
                Ref::Path(path) => path.words.split(" van ").any(|name| name == self.0),
                Ref::Choice(_) | Ref::Member => false,
            };
        }
    }
    let mut names = Names(name, false);
    walk_rule(&mut names, rule);
    names.1
}
