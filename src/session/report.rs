//! All about one file that was looked at: what a writer gets.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::Text;
use crate::model::Regioplan;
use crate::plan::{Issue, citizen_number_in_name, mask_citizen_numbers};
use crate::source::Source;
use crate::value::Quarter;

use super::finding::{Finding, from_issue, sort, tell_unseen};
use super::loaded::Judged;
use super::proposal::Proposal;

/// All about one checked file.
#[derive(Debug, Default)]
pub struct Report {
    pub source: Source,
    /// The path from the root of the repository, with `/`: so programs know the plan, wherever the check ran.
    pub path: String,
    /// Whether it is a practice plan; else a file beside the plans.
    pub plan: bool,
    /// Whether its warnings count as violations do.
    pub strict: bool,
    pub judged: Option<Arc<Judged>>,
    /// The regioplan that judged, for formats that describe its rules.
    pub model: Option<Arc<Regioplan>>,
    /// None when the plan could not be judged.
    pub reference: Option<Date>,
    pub practice: Option<String>,
    pub year: Option<u8>,
    pub start: Option<Quarter>,
    pub findings: Vec<Finding>,
    /// How many findings are due later that nobody asked to see: they are counted, and are not among the findings.
    pub pending: usize,
    /// The first year at whose accounting something of those is due.
    pub first_pending: Option<u8>,
    /// The first day that a rule names for something of those.
    pub first_due: Option<Date>,
    pub notes: Vec<Text>,
    /// How its choices become valid, where they are not and somebody asked.
    pub nearest: Option<Proposal>,
}

impl Report {
    /// The last day of a year: after it the year is accounted for.
    #[must_use]
    pub fn end_of(&self, year: u8) -> Option<Date> {
        Some(self.model.as_ref()?.programme.days(self.start?, year).1)
    }

    /// Says where the plan stands, from the root of the repository; no name of a file shows a citizen number.
    pub fn place(&mut self, path: &str) {
        self.findings.extend(citizen_number_in_name(path).map(|issue| from_issue(&issue, None)));
        sort(&mut self.findings);
        self.path = mask_citizen_numbers(path).into_owned();
        // No line of a report begins with a colon.
        let start = if self.source.name.starts_with(':') { "./" } else { "" };
        self.source.name = format!("{start}{}", mask_citizen_numbers(&self.source.name));
    }
}

/// The report on a file that could not be judged.
#[must_use]
pub fn refused(source: Source, issues: &[Issue]) -> Report {
    let mut findings: Vec<Finding> = issues.iter().map(|issue| from_issue(issue, None)).collect();
    sort(&mut findings);
    tell_unseen(&mut findings, &source.text);
    Report { path: source.name.clone(), source, plan: true, findings, ..Report::default() }
}
