//! Whose turn a finding is: the practice's, the region's, or nobody's now.
//!
//! In: a finding. Out: one answer, from which counts, lists and parts of a page are made, so that they agree.

use crate::diagnostic::Severity;

use super::finding::Finding;

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// The practice must change its plan.
    Must,
    /// It is worth changing.
    May,
    /// The region judges it.
    Review,
    /// The region judged it, and agreed.
    Agreed,
    /// The region set it aside.
    Waived,
    /// It is to be shown at an accounting.
    Later,
}

impl Turn {
    /// `strict`: a warning counts as a violation.
    #[must_use]
    pub fn of(finding: &Finding, strict: bool) -> Self {
        if finding.is_agreed() {
            Self::Agreed
        } else if finding.suppressed.is_some() {
            Self::Waived
        } else {
            Self::of_severity(finding.severity, strict)
        }
    }

    /// Of what the region said nothing about.
    #[must_use]
    pub fn of_severity(severity: Severity, strict: bool) -> Self {
        match severity {
            Severity::Violation => Self::Must,
            Severity::Warning if strict => Self::Must,
            Severity::Warning => Self::May,
            Severity::Review => Self::Review,
            Severity::Pending => Self::Later,
        }
    }
}
