//! Names of things in a regioplan: when two are the same, and how far apart two are.
//!
//! A name may carry accents (`patiënten`), and people leave them out or store them in another way: that is the same name.
//! Whoever compares names asks here.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The letters by which a name is compared: without accents.
#[must_use]
pub fn name_key(name: &str) -> Cow<'_, str> {
    if name.is_ascii() {
        return Cow::Borrowed(name);
    }
    Cow::Owned(name.nfd().filter(|sign| !is_combining_mark(*sign)).collect())
}

/// Whether two names are one.
#[must_use]
pub fn same_name(one: &str, other: &str) -> bool {
    // No accent changes a letter without one; most names part at the first.
    let first = |name: &str| name.bytes().next().filter(u8::is_ascii);
    if let (Some(one), Some(other)) = (first(one), first(other))
        && one != other
    {
        return false;
    }
    one == other || !(one.is_ascii() && other.is_ascii()) && name_key(one) == name_key(other)
}

/// How many slips lie between two names.
#[must_use]
pub fn name_distance(one: &str, other: &str) -> usize {
    strsim::damerau_levenshtein(&name_key(one), &name_key(other))
}

/// A name in the form in which it is stored: an accent and its letter as one sign.
#[must_use]
pub fn stored_name(name: &str) -> String {
    if name.is_ascii() { name.to_owned() } else { name.nfc().collect() }
}
