//! The keys of `mtvp.toml`, in the order of the guide.

use crate::diagnostic::worded;

worded! {
    /// A key of the settings file. The flag of `mtvp check`, where there is one, has the same word.
    pub enum Key {
        Paths = "paths";
        Exclude = "exclude";
        Regioplans = "regioplans";
        Supplements = "aanvullingen";
        Region = "region";
        Lang = "lang";
        Strict = "strict";
        Waivers = "waivers";
        Decisions = "decisions";
        Template = "template";
        Contact = "contact";
        Delegate = "delegate";
        Severity = "severity";
    }
}

impl Key {
    /// The key with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.word() == word)
    }
}
