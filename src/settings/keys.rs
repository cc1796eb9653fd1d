//! The keys of `mtvp.toml`, in the order of the guide.

/// A key of the settings file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Paths,
    Exclude,
    Regioplans,
    Supplements,
    Region,
    Lang,
    Strict,
    Waivers,
    Decisions,
    Template,
    Contact,
    Delegate,
    Severity,
}

/// All keys.
pub const KEYS: [Key; 13] = [
    Key::Paths,
    Key::Exclude,
    Key::Regioplans,
    Key::Supplements,
    Key::Region,
    Key::Lang,
    Key::Strict,
    Key::Waivers,
    Key::Decisions,
    Key::Template,
    Key::Contact,
    Key::Delegate,
    Key::Severity,
];

impl Key {
    /// The word in the file. The flag of `mtvp check`, where there is one, has the same.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Paths => "paths",
            Self::Exclude => "exclude",
            Self::Regioplans => "regioplans",
            Self::Supplements => "aanvullingen",
            Self::Region => "region",
            Self::Lang => "lang",
            Self::Strict => "strict",
            Self::Waivers => "waivers",
            Self::Decisions => "decisions",
            Self::Template => "template",
            Self::Contact => "contact",
            Self::Delegate => "delegate",
            Self::Severity => "severity",
        }
    }

    /// The key with this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        KEYS.into_iter().find(|key| key.word() == word)
    }
}
