//! Counting findings: one line a file, one in all.

use serde::Serialize;

use crate::diagnostic::{Arg, Join, Severity, Text};

use super::Catalog;
use super::writer::End;
use crate::session::{Judged, Report};

/// How many plans and findings there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    pub plans: usize,
    pub violations: usize,
    pub warnings: usize,
    pub reviews: usize,
    pub pending: usize,
    /// Set aside by an exception of the region, whatever their severity; these are in no other count.
    pub suppressed: usize,
    /// Judged by the region, which agreed; these are in no other count.
    pub agreed: usize,
}

impl Totals {
    /// Counts the findings of reports.
    #[must_use]
    pub fn of(reports: &[Report]) -> Self {
        let mut totals = Self::default();
        for report in reports {
            totals.add(report);
        }
        totals
    }

    /// Counts one plan more.
    pub fn add(&mut self, report: &Report) {
        self.plans += usize::from(report.plan);
        self.pending += report.pending;
        for finding in &report.findings {
            match finding.severity {
                _ if finding.is_agreed() => self.agreed += 1,
                _ if finding.suppressed.is_some() => self.suppressed += 1,
                Severity::Violation => self.violations += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Review => self.reviews += 1,
                Severity::Pending => self.pending += 1,
            }
        }
    }

    /// `1 overtreding, 2 waarschuwingen`
    #[must_use]
    pub fn words(self) -> Arg {
        counted([
            ("count-violations", self.violations),
            ("count-warnings", self.warnings),
            ("count-reviews", self.reviews),
            ("count-pending", self.pending),
            ("count-suppressed", self.suppressed),
            ("count-agreed", self.agreed),
        ])
    }
}

/// The counts that there are, each in its words; else that there is nothing.
pub fn counted(counts: impl IntoIterator<Item = (&'static str, usize)>) -> Arg {
    let found = counts.into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<Arg> = found.map(|(id, count)| Arg::Text(Text::new(id).with("count", count))).collect();
    if parts.is_empty() { Arg::Text(Text::new("count-nothing")) } else { Arg::List(parts, Join::Comma) }
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
                .with("version", version(judged))
                .with("from", from)
                .with("date", reference)
        }
        _ => Text::new("summary-file-unjudged").with("path", &report.source.name).with("counts", totals.words()),
    };
    catalog.say(&text)
}

/// The version that judged, with the aanvullingen beside it.
pub fn version(judged: &Judged) -> Arg {
    let beside: Vec<String> = judged.beside().collect();
    if beside.is_empty() {
        return Arg::from(&judged.version);
    }
    let text = Text::new("version-beside").with("version", &judged.version);
    Arg::Text(text.with("names", Arg::words(beside, Join::And)))
}

/// `12 plannen bekeken: 1 overtreding`
#[must_use]
pub fn total_line(totals: Totals, catalog: &Catalog) -> String {
    if totals == Totals::default() {
        return catalog.word("summary-none");
    }
    catalog.say(&Text::new("summary-all").with("plans", totals.plans).with("counts", totals.words()))
}

/// The lines below all findings: one a file, then one in all.
#[derive(Default)]
pub struct Closing {
    lines: String,
}

impl Closing {
    pub fn add(&mut self, report: &Report, catalog: &Catalog) {
        self.lines.push_str(&file_line(report, catalog));
        self.lines.push('\n');
    }

    pub fn write(&mut self, end: &End, catalog: &Catalog) -> String {
        let mut out = std::mem::take(&mut self.lines);
        for text in &remarks(end) {
            out.push_str(&catalog.say(text));
            out.push('\n');
        }
        out.push_str(&total_line(end.totals, catalog));
        out.push('\n');
        out
    }
}

/// What is to be known of the run besides its counts.
#[must_use]
pub fn remarks(end: &End) -> Vec<Text> {
    let others = end.passed.iter().filter(|(reason, _)| *reason == OTHER);
    let others = others.map(|(_, count)| Text::new("report-skipped").with("count", *count));
    notes(end).into_iter().map(|note| Text::new("note").with("note", note)).chain(others).collect()
}

/// The notes on the run as a whole, with what was passed over; files of something else are no matter for a note.
#[must_use]
pub fn notes(end: &End) -> Vec<Text> {
    let text = |(reason, count): &(&str, usize)| Some(Text::new(passed_over(reason)?).with("count", *count));
    end.passed.iter().filter_map(text).chain(end.notes.iter().cloned()).collect()
}

/// Files that hold something else.
const OTHER: &str = "other";

/// The text on files that were passed over for a reason. Links and what cannot be read are named one by one.
fn passed_over(reason: &str) -> Option<&'static str> {
    Some(match reason {
        "excluded" => "note-excluded",
        "unchanged" => "note-unchanged",
        "ignored" => "note-ignored",
        "hidden" => "note-hidden",
        _ => return None,
    })
}
