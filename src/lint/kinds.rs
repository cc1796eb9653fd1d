//! The lints: each with its code and how much it weighs.

use crate::diagnostic::worded;

worded! {
    /// How much a remark weighs.
    pub enum Level {
        /// It cannot be right.
        Error = "error", "word-error";
        /// It is probably not meant.
        Warning = "warning", "severity-warning";
        /// It can be better. It never counts.
        Hint = "hint", "lint-word-hint";
    }
}

/// Everything that is to be known of each lint; its page is in the catalogue, under its code.
macro_rules! lints {
    ($($lint:ident = $level:ident, $code:literal;)+) => {
        /// One kind of remark.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Lint {
            $($lint),+
        }

        impl Lint {
            /// All of them, in the order of the reference: errors, warnings, hints.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$lint),+];

            /// The code, as `negeer opmerking` and `mtvp explain` take it.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$lint => $code),+
                }
            }

            #[must_use]
            pub fn level(self) -> Level {
                match self {
                    $(Self::$lint => Level::$level),+
                }
            }

            /// The texts of its page: what it means, why it matters, wrong and right.
            #[must_use]
            pub fn texts(self) -> [&'static str; 4] {
                match self {
                    $(Self::$lint => [
                        concat!("lint-", $code, "-what"),
                        concat!("lint-", $code, "-why"),
                        concat!("lint-", $code, "-wrong"),
                        concat!("lint-", $code, "-right"),
                    ]),+
                }
            }
        }
    };
}

lints! {
    Untitled = Error, "zonder-titel";
    OutsideYears = Error, "jaar-buiten-kop";
    TooFewOffered = Error, "te-weinig-aanbod";
    Contradiction = Error, "tegenspraak";
    CountingYears = Error, "jaren-tellen";
    WrongUnit = Error, "eenheid-past-niet";
    BuiltInName = Error, "ingebouwde-naam";
    SameVersion = Error, "dubbele-versie";
    Overlap = Error, "versies-overlappen";
    Unsourced = Warning, "regel-zonder-bron";
    OpenStatement = Warning, "bron-zonder-besluit";
    TwoDecisions = Warning, "bron-twee-besluiten";
    NoRegister = Warning, "zonder-register";
    NeedlessDeviation = Warning, "onnodige-afwijking";
    Unused = Warning, "ongebruikt";
    Unread = Warning, "veld-ongelezen";
    PercentTimes = Warning, "percentage-als-keer";
    DayOpen = Warning, "dag-niet-gezegd";
    HandedInTwice = Warning, "twee-keer-ingediend";
    AlwaysMet = Warning, "altijd-voldaan";
    NeverInForce = Warning, "nooit-van-kracht";
    SameRule = Warning, "zelfde-regel";
    NoExample = Warning, "zonder-voorbeeld";
    Gap = Warning, "gat-tussen-versies";
    OtherName = Warning, "andere-naam";
    SharedName = Warning, "dubbele-naam";
    Muting = Warning, "negeren-klopt-niet";
    LongSentence = Hint, "lange-zin";
}

impl Lint {
    /// The lint with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lint| lint.code() == code)
    }
}
