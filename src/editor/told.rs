//! Findings and problems as an editor shows them: a line under the text, with what was found and what to do.

use lsp_types::{Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, NumberOrString, Uri};

use crate::diagnostic::{Label, Problem, Severity, Text};
use crate::report::Catalog;
use crate::session::{Finding, Report, Stop};
use crate::source::Span;

use super::lines::Lines;

/// Who tells it.
const SOURCE: &str = "mtvp";

/// What was found in a plan. What was set aside by the region stays quiet.
#[must_use]
pub fn of_report(report: &Report, uri: &Uri, lines: Lines<'_>, catalog: &Catalog) -> Vec<Diagnostic> {
    let counts = report.findings.iter().filter(|finding| finding.suppressed.is_none());
    counts.map(|finding| of_finding(finding, uri, lines, catalog)).collect()
}

fn of_finding(finding: &Finding, uri: &Uri, lines: Lines<'_>, catalog: &Catalog) -> Diagnostic {
    let said = [Some(&finding.title), finding.detail.as_ref(), finding.help.as_ref()];
    Diagnostic {
        range: lines.range(finding.span),
        severity: Some(severity(finding.severity)),
        code: Some(NumberOrString::String(finding.rule.clone())),
        source: Some(SOURCE.to_owned()),
        message: message(said, catalog),
        related_information: related(&finding.others, uri, lines, catalog),
        ..Diagnostic::default()
    }
}

/// What is wrong in a regioplan or a register, or not meant.
#[must_use]
pub fn of_problems(problems: &[&Problem], uri: &Uri, lines: Lines<'_>, catalog: &Catalog) -> Vec<Diagnostic> {
    let one = |problem: &&Problem| Diagnostic {
        range: lines.range(problem.primary.span),
        severity: Some(severity(problem.severity)),
        code: Some(NumberOrString::String(problem.code.to_owned())),
        source: Some(SOURCE.to_owned()),
        message: message([Some(&problem.message), problem.primary.text.as_ref(), problem.help.as_ref()], catalog),
        related_information: related(&problem.others, uri, lines, catalog),
        ..Diagnostic::default()
    };
    problems.iter().map(one).collect()
}

/// Why nothing can be said of a text: of what stands elsewhere, as the settings, it is told at the first line.
#[must_use]
pub fn of_stop(stop: &Stop, lines: Lines<'_>, catalog: &Catalog) -> Vec<Diagnostic> {
    let end = lines.text.find(['\n', '\r']).unwrap_or(lines.text.len());
    let one = |message: String| Diagnostic {
        range: lines.range(Span::new(0, end)),
        severity: Some(DiagnosticSeverity::ERROR),
        source: Some(SOURCE.to_owned()),
        message,
        ..Diagnostic::default()
    };
    match stop {
        Stop::Said(text, help) => vec![one(message([Some(text), help.as_ref()], catalog))],
        Stop::Broken(broken) => {
            let all = broken.files.iter().flat_map(|(source, problems)| problems.iter().map(move |one| (source, one)));
            let told = all.map(|(source, problem)| {
                let line = source.position(problem.primary.span.start).line;
                let said = message([Some(&problem.message), problem.help.as_ref()], catalog);
                one(format!("{}:{line}: {said}", source.name))
            });
            told.collect()
        }
    }
}

fn message<'t>(said: impl IntoIterator<Item = Option<&'t Text>>, catalog: &Catalog) -> String {
    let said: Vec<String> = said.into_iter().flatten().map(|text| catalog.say(text)).collect();
    said.join("\n")
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Violation => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Review => DiagnosticSeverity::INFORMATION,
        Severity::Pending => DiagnosticSeverity::HINT,
    }
}

fn related(
    labels: &[Label],
    uri: &Uri,
    lines: Lines<'_>,
    catalog: &Catalog,
) -> Option<Vec<DiagnosticRelatedInformation>> {
    let one = |label: &Label| {
        let message = catalog.say(label.text.as_ref()?);
        let location = Location { uri: uri.clone(), range: lines.range(label.span) };
        Some(DiagnosticRelatedInformation { location, message })
    };
    let all: Vec<_> = labels.iter().filter_map(one).collect();
    (!all.is_empty()).then_some(all)
}
