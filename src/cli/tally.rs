//! What a run counts: findings for the exit status and the statistics; and for each file of settings what was seen of its
//! exceptions and its levels.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::diagnostic::Severity;
use crate::report::Totals;
use crate::session::{Judgement, Noticed, Report};

#[derive(Default)]
pub struct Tally {
    pub totals: Totals,
    /// YAML files that hold no practice plan.
    pub other: usize,
    /// A file with the figures of a region was named as if it were a plan.
    pub figures: bool,
    /// Files of exceptions that no settings name.
    pub exceptions: Vec<String>,
    /// Files of decisions that no settings name.
    pub decisions: Vec<String>,
    /// Files that plans name as evidence, and that git does not keep.
    pub unkept: Vec<PathBuf>,
    /// Findings that count for the exit status.
    pub failing: usize,
    /// How often each rule was found, by severity.
    pub rules: BTreeMap<(Severity, String), usize>,
    /// By number of the context.
    contexts: BTreeMap<usize, Noticed>,
}

impl Tally {
    pub fn add(&mut self, judged: &Judgement, number: usize) {
        self.count(&judged.report);
        self.contexts.entry(number).or_default().add(&judged.amended);
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
