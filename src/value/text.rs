//! A text that somebody wrote, and when two of them are the same.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use super::is_unseen;

/// A text as written. Two are the same when only letter case, blanks around them, the number of blanks between words, signs
/// that nobody sees, or the way in which an accent is stored differ.
#[derive(Clone, Debug)]
pub struct Phrase(Box<str>);

impl Phrase {
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// As it was written.
    #[must_use]
    pub fn as_written(&self) -> &str {
        &self.0
    }

    /// Whether words stand in it, whole and next to each other; signs between words do not count. No words stand nowhere.
    #[must_use]
    pub fn has_words(&self, words: &Self) -> bool {
        let (own, sought) = (self.canonical(), words.canonical());
        let (own, sought): (Vec<_>, Vec<_>) = (words_of(&own).collect(), words_of(&sought).collect());
        !sought.is_empty() && own.windows(sought.len()).any(|part| part == sought)
    }

    /// Whether there is a word in it: a letter or a digit.
    #[must_use]
    pub fn has_word(&self) -> bool {
        words_of(&self.0).next().is_some()
    }

    /// The letters by which it is compared.
    #[must_use]
    pub fn canonical(&self) -> String {
        let seen: Cow<'_, str> =
            if self.0.contains(is_unseen) { self.0.replace(is_unseen, "").into() } else { Cow::Borrowed(&self.0) };
        let mut text = String::with_capacity(seen.len());
        for word in seen.split_whitespace() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.extend(word.chars().flat_map(char::to_lowercase));
        }
        if is_nfc(&text) { text } else { text.nfc().collect() }
    }
}

/// Words: letters and digits that stand together.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)).filter(|word| !word.is_empty())
}

impl PartialEq for Phrase {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || self.canonical() == other.canonical()
    }
}

impl Eq for Phrase {}

impl PartialOrd for Phrase {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Phrase {
    fn cmp(&self, other: &Self) -> Ordering {
        self.canonical().cmp(&other.canonical())
    }
}

impl Hash for Phrase {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.canonical().hash(state);
    }
}
