//! What a run counts: findings for the exit status and the statistics; and for each file of settings what was seen of its
//! exceptions and its levels.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Severity;
use crate::report::{Report, Totals};

use super::judge::Judged;

#[derive(Default)]
pub struct Tally {
    pub totals: Totals,
    /// YAML files that hold no practice plan.
    pub other: usize,
    /// A file with the figures of a region was named as if it were a plan.
    pub figures: bool,
    /// Files of exceptions that no settings name.
    pub exceptions: Vec<String>,
    /// Findings that count for the exit status.
    pub failing: usize,
    /// How often each rule was found, by severity.
    pub rules: BTreeMap<(Severity, String), usize>,
    /// By number of the context.
    contexts: BTreeMap<usize, Noticed>,
}

/// What was seen of the exceptions and the levels of one file of settings, by their numbers.
#[derive(Clone, Default)]
pub struct Noticed {
    /// Exceptions that set a finding aside.
    pub used: BTreeSet<usize>,
    /// Exceptions that are over, while their rule is still broken.
    pub expired: BTreeSet<usize>,
    /// Practices with a plan.
    pub practices: BTreeSet<String>,
    /// Levels that lower without a reason.
    pub unreasoned: BTreeSet<usize>,
}

impl Noticed {
    /// Adds what was seen through other settings that name the same exceptions; levels stay apart.
    pub fn join(&mut self, other: Self) {
        self.used.extend(other.used);
        self.expired.extend(other.expired);
        self.practices.extend(other.practices);
    }
}

impl Tally {
    pub fn add(&mut self, judged: &Judged, number: usize) {
        self.count(&judged.report);
        let noticed = self.contexts.entry(number).or_default();
        noticed.used.extend(&judged.amended.used);
        noticed.expired.extend(&judged.amended.expired);
        noticed.unreasoned.extend(&judged.amended.unreasoned);
        noticed.practices.extend(judged.practice.clone());
    }

    pub fn count(&mut self, report: &Report) {
        self.totals.add(report);
        for finding in report.findings.iter().filter(|finding| finding.suppressed.is_none()) {
            let fails = match finding.severity {
                Severity::Violation => true,
                Severity::Warning => report.strict,
                Severity::Review | Severity::Pending => false,
            };
            self.failing += usize::from(fails);
            *self.rules.entry((finding.severity, finding.rule.clone())).or_default() += 1;
        }
    }

    /// What was seen under the settings with this number.
    pub fn noticed(&self, number: usize) -> Noticed {
        self.contexts.get(&number).cloned().unwrap_or_default()
    }
}
