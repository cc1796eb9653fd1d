//! How bad a finding is.

/// The four severities of a finding, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The plan breaks a rule.
    Violation,
    /// Worth fixing, or cannot be verified.
    Warning,
    /// A person of the region decides.
    Review,
    /// Evidence that is due when the year is accounted for.
    Pending,
}

impl Severity {
    /// All severities, worst first.
    pub const ALL: [Self; 4] = [Self::Violation, Self::Warning, Self::Review, Self::Pending];

    /// The stable word of the machine formats.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Violation => "violation",
            Self::Warning => "warning",
            Self::Review => "review",
            Self::Pending => "pending",
        }
    }

    /// The catalogue id of the word that people read.
    #[must_use]
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Violation => "severity-violation",
            Self::Warning => "severity-warning",
            Self::Review => "severity-review",
            Self::Pending => "severity-pending",
        }
    }
}
