//! The lints: each with its code and how much it weighs.

/// How much a remark weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// It cannot be right.
    Error,
    /// It is probably not meant.
    Warning,
    /// It can be better. It never counts.
    Hint,
}

impl Level {
    /// The stable word of the machine formats.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

/// One kind of remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lint {
    Untitled,
    OutsideYears,
    TooFewOffered,
    Contradiction,
    CountingYears,
    WrongUnit,
    BuiltInName,
    SameVersion,
    Overlap,
    Unsourced,
    OpenStatement,
    TwoDecisions,
    NoRegister,
    NeedlessDeviation,
    Unused,
    Unread,
    AlwaysMet,
    NeverInForce,
    SameRule,
    NoExample,
    Gap,
    OtherName,
    SharedName,
    Muting,
    LongSentence,
}

impl Lint {
    /// All of them, in the order of the reference: errors, warnings, hints.
    pub const ALL: [Self; 25] = [
        Self::Untitled,
        Self::OutsideYears,
        Self::TooFewOffered,
        Self::Contradiction,
        Self::CountingYears,
        Self::WrongUnit,
        Self::BuiltInName,
        Self::SameVersion,
        Self::Overlap,
        Self::Unsourced,
        Self::OpenStatement,
        Self::TwoDecisions,
        Self::NoRegister,
        Self::NeedlessDeviation,
        Self::Unused,
        Self::Unread,
        Self::AlwaysMet,
        Self::NeverInForce,
        Self::SameRule,
        Self::NoExample,
        Self::Gap,
        Self::OtherName,
        Self::SharedName,
        Self::Muting,
        Self::LongSentence,
    ];

    /// The code, as `negeer opmerking` and `mtvp explain` take it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Untitled => "zonder-titel",
            Self::OutsideYears => "jaar-buiten-kop",
            Self::TooFewOffered => "te-weinig-aanbod",
            Self::Contradiction => "tegenspraak",
            Self::CountingYears => "jaren-tellen",
            Self::WrongUnit => "eenheid-past-niet",
            Self::BuiltInName => "ingebouwde-naam",
            Self::SameVersion => "dubbele-versie",
            Self::Overlap => "versies-overlappen",
            Self::Unsourced => "regel-zonder-bron",
            Self::OpenStatement => "bron-zonder-besluit",
            Self::TwoDecisions => "bron-twee-besluiten",
            Self::NoRegister => "zonder-register",
            Self::NeedlessDeviation => "onnodige-afwijking",
            Self::Unused => "ongebruikt",
            Self::Unread => "veld-ongelezen",
            Self::AlwaysMet => "altijd-voldaan",
            Self::NeverInForce => "nooit-van-kracht",
            Self::SameRule => "zelfde-regel",
            Self::NoExample => "zonder-voorbeeld",
            Self::Gap => "gat-tussen-versies",
            Self::OtherName => "andere-naam",
            Self::SharedName => "dubbele-naam",
            Self::Muting => "negeren-klopt-niet",
            Self::LongSentence => "lange-zin",
        }
    }

    /// The lint with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lint| lint.code() == code)
    }

    #[must_use]
    pub fn level(self) -> Level {
        match self {
            Self::Untitled
            | Self::OutsideYears
            | Self::TooFewOffered
            | Self::Contradiction
            | Self::CountingYears
            | Self::WrongUnit
            | Self::BuiltInName
            | Self::SameVersion
            | Self::Overlap => Level::Error,
            Self::Unsourced
            | Self::OpenStatement
            | Self::TwoDecisions
            | Self::NoRegister
            | Self::NeedlessDeviation
            | Self::Unused
            | Self::Unread
            | Self::AlwaysMet
            | Self::NeverInForce
            | Self::SameRule
            | Self::NoExample
            | Self::Gap
            | Self::OtherName
            | Self::SharedName
            | Self::Muting => Level::Warning,
            Self::LongSentence => Level::Hint,
        }
    }
}
