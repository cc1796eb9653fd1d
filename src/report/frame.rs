//! The keys that every plan has, whatever the regioplan: their names, and where the catalogue says what they are.

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

#[cfg(test)]
mod tests {
    use super::FRAME;
    use crate::plan::KEYS;

    #[test]
    fn every_key_is_explained() {
        assert_eq!(FRAME.map(|key| key.name), KEYS);
    }
}
