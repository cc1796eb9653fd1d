//! `JUnit` XML: a suite for each plan, a case for each finding; a plan without findings has one case that passed.
//!
//! Test views count and name what failed, so only a violation fails (and a warning where warnings count); the others
//! pass, with their text as output, and what was set aside is skipped. Plans are written as they come, so the counts
//! stand with each suite, not at the top. The one file that knows `quick_junit`.

use std::collections::BTreeMap;

use quick_junit::{NonSuccessKind, Property, Report as Document, TestCase, TestCaseStatus, TestSuite};

use crate::diagnostic::Severity;

use super::Catalog;
use super::said::{about, full_rule, message, one_line, remarks, severity, suppression};
use super::writer::{End, Head, UNFINISHED, Writer};
use crate::session::{Finding, Report};

/// The format.
pub struct Junit<'a> {
    catalog: &'a Catalog,
}

impl<'a> Junit<'a> {
    pub fn new(head: Head<'a>) -> Self {
        Self { catalog: head.catalog }
    }

    fn suite(&self, report: &Report) -> TestSuite {
        let mut suite = TestSuite::new(xml(&report.path));
        if let Some(judged) = &report.judged {
            suite.add_property(Property::new("regioplan", xml(&judged.full_id())));
            for supplement in judged.beside() {
                suite.add_property(Property::new("aanvulling", xml(&supplement)));
            }
        }
        if let Some(reference) = report.reference {
            suite.add_property(Property::new("reference_date", reference.to_string()));
        }
        let class = class(&report.path);
        let mut names: BTreeMap<String, usize> = BTreeMap::new();
        for finding in &report.findings {
            let mut case = self.case(report, finding, &mut names);
            case.set_classname(class.as_str());
            suite.add_test_case(case);
        }
        if report.findings.is_empty() {
            let mut case = TestCase::new(self.catalog.word("report-plan-fine"), TestCaseStatus::success());
            case.set_classname(class.as_str());
            case.extra.insert("file".into(), xml(&report.path).into());
            suite.add_test_case(case);
        }
        suite
    }

    fn case(&self, report: &Report, finding: &Finding, names: &mut BTreeMap<String, usize>) -> TestCase {
        let at = report.source.position(finding.span.start);
        let message = xml(&message(finding, self.catalog));
        let place = xml(&format!("{}:{}:{}", report.path, at.line, at.column));
        let mut lines = vec![place, format!("{}: {message}", severity(finding, self.catalog))];
        lines.extend(remarks(finding, self.catalog).iter().map(|remark| xml(remark)));
        let text = lines.join("\n");
        let status = match (&finding.suppressed, finding.severity) {
            (Some(why), _) => {
                let mut status = TestCaseStatus::skipped();
                status.set_message(xml(&suppression(why, self.catalog))).set_description(text.as_str());
                status
            }
            (None, Severity::Violation) => failure(finding, &message, &text),
            (None, Severity::Warning) if report.strict => failure(finding, &message, &text),
            (None, Severity::Warning | Severity::Review | Severity::Pending) => TestCaseStatus::success(),
        };
        let passed = matches!(status, TestCaseStatus::Success { .. });
        let mut case = TestCase::new(name(report, finding, names, self.catalog), status);
        case.extra.insert("file".into(), xml(&report.path).into());
        case.extra.insert("line".into(), at.line.to_string().into());
        if passed {
            case.set_system_out(text);
        }
        case
    }
}

impl Junit<'_> {
    /// A case that did not end: what was not looked at did not pass.
    fn unfinished(&self, end: &End) -> String {
        let said = end.notes.first().map(|note| xml(&self.catalog.say(note))).unwrap_or_default();
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
        status.set_message(said.as_str());
        let mut case = TestCase::new(self.catalog.word("report-heading"), status);
        case.set_classname("mtvp");
        let mut suite = TestSuite::new("mtvp");
        suite.add_test_case(case);
        written(suite)
    }
}

impl Writer for Junit<'_> {
    fn begin(&mut self) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"mtvp\">\n".to_owned()
    }

    fn plan(&mut self, report: &Report) -> String {
        written(self.suite(report))
    }

    fn end(&mut self, end: &End) -> String {
        let unfinished = if end.exit >= UNFINISHED { self.unfinished(end) } else { String::new() };
        if end.passed.is_empty() {
            return unfinished + "</testsuites>\n";
        }
        let mut suite = TestSuite::new(self.catalog.word("passed-over"));
        for (reason, count) in &end.passed {
            suite.add_property(Property::new(format!("passed_over.{reason}"), count.to_string()));
        }
        unfinished + &written(suite) + "</testsuites>\n"
    }
}

fn written(suite: TestSuite) -> String {
    let mut document = Document::unnamed();
    document.add_test_suite(suite);
    let text = document.to_string().unwrap_or_default();
    inside(&text).to_owned()
}

/// The suites of a document, without what stands around them: that is written once for all plans.
fn inside(document: &str) -> &str {
    let start = document.find("    <testsuite ").unwrap_or(document.len());
    let end = document.rfind("</testsuites>").unwrap_or(start);
    document.get(start..end).unwrap_or("")
}

fn failure(finding: &Finding, message: &str, text: &str) -> TestCaseStatus {
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
    status.set_type(finding.severity.word()).set_message(message).set_description(text);
    status
}

/// The rule and what it is about; the second with the same name gets a number, for test views tell cases apart by name.
fn name(report: &Report, finding: &Finding, names: &mut BTreeMap<String, usize>, catalog: &Catalog) -> String {
    let about = about(finding, catalog);
    let rule = full_rule(report, finding);
    let name = xml(&if about.is_empty() { rule } else { format!("{rule} ({about})") });
    let count = names.entry(name.clone()).or_default();
    *count += 1;
    if *count == 1 { name } else { format!("{name} #{count}") }
}

/// The plan as a class: test views make a tree of the parts between points.
fn class(path: &str) -> String {
    let path = path.strip_suffix(".yaml").or_else(|| path.strip_suffix(".yml")).unwrap_or(path);
    xml(&path.replace('.', "_").replace('/', "."))
}

/// Text without signs that XML refuses.
fn xml(text: &str) -> String {
    one_line(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
