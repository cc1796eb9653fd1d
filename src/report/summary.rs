//! Counting findings: one line a file, one in all.

use crate::diagnostic::{Arg, Join, Severity, Text};

use super::Catalog;
use super::finding::Report;

/// How many plans and findings there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    pub plans: usize,
    pub violations: usize,
    pub warnings: usize,
    pub reviews: usize,
    pub pending: usize,
    /// Set aside by an exception.
    pub suppressed: usize,
}

impl Totals {
    /// Counts the findings of reports.
    #[must_use]
    pub fn of(reports: &[Report]) -> Self {
        let mut totals = Self::default();
        reports.iter().for_each(|report| totals.add(report));
        totals
    }

    /// Adds the findings of one report. What is set aside is counted apart.
    pub fn add(&mut self, report: &Report) {
        self.plans += usize::from(report.plan);
        for finding in &report.findings {
            match finding.severity {
                _ if finding.suppressed.is_some() => self.suppressed += 1,
                Severity::Violation => self.violations += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Review => self.reviews += 1,
                Severity::Pending => self.pending += 1,
            }
        }
    }

    fn words(self) -> Arg {
        let counts = [
            ("count-violations", self.violations),
            ("count-warnings", self.warnings),
            ("count-reviews", self.reviews),
            ("count-pending", self.pending),
            ("count-suppressed", self.suppressed),
        ];
        let parts: Vec<Arg> = counts
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(id, count)| Arg::Text(Text::new(id).with("count", count)))
            .collect();
        if parts.is_empty() { Arg::Text(Text::new("count-nothing")) } else { Arg::List(parts, Join::Comma) }
    }
}

/// `plannen/de-linde.yaml: 1 overtreding (regio 1.0, ingebouwd, peildatum 14 maart 2025)`
#[must_use]
pub fn file_line(report: &Report, catalog: &Catalog) -> String {
    let totals = Totals::of(std::slice::from_ref(report));
    let text = match (&report.judged, report.reference) {
        (Some(judged), Some(reference)) => {
            let from = match &judged.path {
                Some(path) => Arg::from(path),
                None => Arg::Text(Text::new("embedded")),
            };
            Text::new("summary-file")
                .with("path", &report.source.name)
                .with("counts", totals.words())
                .with("id", &judged.id)
                .with("version", &judged.version)
                .with("from", from)
                .with("date", reference)
        }
        _ => Text::new("summary-file-unjudged").with("path", &report.source.name).with("counts", totals.words()),
    };
    catalog.say(&text)
}

/// `12 plannen bekeken: 1 overtreding`
#[must_use]
pub fn total_line(totals: Totals, catalog: &Catalog) -> String {
    catalog.say(&Text::new("summary-all").with("plans", totals.plans).with("counts", totals.words()))
}
