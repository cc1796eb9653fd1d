//! How bad a finding is.

use super::worded::worded;

worded! {
    /// The four severities of a finding, worst first.
    pub enum Severity {
        /// The plan breaks a rule.
        Violation = "violation", "severity-violation";
        /// Worth fixing, or cannot be verified.
        Warning = "warning", "severity-warning";
        /// A person of the region decides.
        Review = "review", "severity-review";
        /// Evidence that is due when the year is accounted for.
        Pending = "pending", "severity-pending";
    }
}
