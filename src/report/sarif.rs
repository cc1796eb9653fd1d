//! SARIF 2.1.0, for code scanning: results as they come, then the rules that they name.
//!
//! Columns count UTF-16 units, which is what readers of SARIF take when they look no further, and says so. No line of
//! the plan is quoted: a report is kept in more places than a plan, and a plan may hold a citizen number by mistake.
//! What a rule says is written in `sarif_rule.rs`, a repair in `sarif_fix.rs`; these are the only files that know `serde_sarif`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde_json::{Map, Value, json};
use serde_sarif::sarif::{
    ArtifactLocation, Fix, Invocation, Location, Message, Notification, PhysicalLocation, PropertyBag, Region,
    ReportingDescriptor, Result as SarifResult, ResultLevel, Suppression as SarifSuppression, Tool, ToolComponent,
};

use crate::diagnostic::{Label, Repair, Severity, Text};
use crate::source::{Source, Span};

use super::fingerprint::fingerprints;
use super::foreign::in_json;
use super::said::{WEIGHTS, full_rule, lowered, message, shown_repair, suppression, weight};
use super::sarif_fix::fix;
use super::sarif_rule::descriptor;
use super::summary::remarks;
use super::writer::{End, Head, UNFINISHED, Writer};
use super::{Catalog, Lang};
use crate::session::{Finding, Report};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// The name under which readers know the root of the repository.
const ROOT: &str = "%SRCROOT%";
/// What a path in a URI may hold as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// GitHub takes so many results of a run, and shows so many of them.
const MOST: usize = 25_000;
const SHOWN: usize = 5_000;
/// GitHub shows so many further places of a result.
const PLACES: usize = 100;

/// The format. The heaviest results stand first, so all are written at the end.
pub struct Sarif<'a> {
    catalog: &'a Catalog,
    /// By weight.
    results: [Vec<Box<str>>; WEIGHTS],
    left_out: usize,
    rules: Vec<ReportingDescriptor>,
    /// Where each rule stands among the rules.
    indexes: BTreeMap<String, i64>,
}

impl<'a> Sarif<'a> {
    pub fn new(head: Head<'a>) -> Self {
        Self {
            catalog: head.catalog,
            results: <[Vec<Box<str>>; WEIGHTS]>::default(),
            left_out: 0,
            rules: Vec::new(),
            indexes: BTreeMap::new(),
        }
    }

    /// The number of a rule; one that is new is described.
    fn rule(&mut self, id: &str, report: &Report, finding: &Finding) -> i64 {
        if let Some(known) = self.indexes.get(id) {
            return *known;
        }
        let index = number(self.rules.len());
        self.rules.push(descriptor(id, report, finding, self.catalog));
        self.indexes.insert(id.to_owned(), index);
        index
    }

    fn result(&mut self, report: &Report, finding: &Finding, mark: &str) -> SarifResult {
        let id = full_rule(report, finding);
        let index = self.rule(&id, report, finding);
        let artifact = artifact(&report.path);
        let related: Vec<Location> = finding
            .others
            .iter()
            .enumerate()
            .take(PLACES)
            .map(|(n, label)| Location { id: Some(number(n + 1)), ..self.location(report, &artifact, label) })
            .collect();
        let suppressions = finding.suppressed.as_ref().map(|why| {
            let words = suppression(why, self.catalog);
            let kept = SarifSuppression::builder().kind(json!("external")).status(json!("accepted"));
            vec![kept.justification(words).build()]
        });
        let fixes = self.fixes(report, finding, &artifact);
        SarifResult {
            fixes: (!fixes.is_empty()).then_some(fixes),
            rule_id: Some(id),
            rule_index: Some(index),
            level: Some(level(finding.severity)),
            message: said(message(finding, self.catalog)),
            locations: Some(vec![self.location(report, &artifact, &Label::bare(finding.span))]),
            related_locations: (!related.is_empty()).then_some(related),
            // GitHub follows an alert by the first name only; the second says what it is.
            partial_fingerprints: Some(
                ["primaryLocationLineHash", "mtvp/v1"].map(|name| (name.to_owned(), mark.to_owned())).into(),
            ),
            suppressions,
            properties: Some(self.properties(report, finding)),
            ..SarifResult::builder().message(Message::default()).build()
        }
    }

    /// The repair of the finding; of one about choices the ways in which all choices become valid.
    fn fixes(&self, report: &Report, finding: &Finding, artifact: &ArtifactLocation) -> Vec<Fix> {
        let one = |repair: &Repair, words: String| {
            fix(repair, artifact, said(words), |edit| region(&report.source, edit.span))
        };
        let own = shown_repair(finding).map(|repair| {
            let words = finding.help.as_ref().map_or_else(String::new, |help| self.catalog.say(help));
            one(repair, words)
        });
        let about = finding.wanted.is_some() && finding.severity == Severity::Violation && own.is_none();
        let ways = report.nearest.iter().filter(|_| about).flat_map(|found| &found.ways);
        let ways = ways.filter_map(|way| Some(one(way.edits.as_ref()?, self.catalog.say(&way.said))));
        own.into_iter().chain(ways).collect()
    }

    fn location(&self, report: &Report, artifact: &ArtifactLocation, label: &Label) -> Location {
        Location {
            physical_location: Some(PhysicalLocation {
                artifact_location: Some(artifact.clone()),
                region: Some(region(&report.source, label.span)),
                ..PhysicalLocation::default()
            }),
            message: label.text.as_ref().map(|text| said(self.catalog.say(text))),
            ..Location::default()
        }
    }

    fn properties(&self, report: &Report, finding: &Finding) -> PropertyBag {
        let judged = report.judged.as_ref();
        let all = [
            ("severity", Some(json!(finding.severity.word()))),
            ("regioplan", judged.map(|judged| json!(judged.full_id()))),
            (
                "aanvullingen",
                judged.map(|judged| json!(judged.beside().collect::<Vec<_>>())).filter(|all| *all != json!([])),
            ),
            ("year", finding.year.map(|year| json!(year))),
            ("intervention", finding.intervention.as_ref().map(|id| json!(id))),
            ("path", (!finding.path.is_empty()).then(|| json!(finding.path))),
            ("lowered", finding.lowered.as_ref().map(|why| json!(lowered(why, self.catalog)))),
        ];
        bag(all.into_iter().filter_map(|(name, value)| Some((name, value?))), None)
    }

    /// What a reader must know of the results that GitHub does not show.
    fn limits(&self) -> Vec<Text> {
        let count: usize = self.results.iter().map(Vec::len).sum();
        let unshown = count.checked_sub(SHOWN).filter(|unshown| *unshown > 0);
        let unshown = unshown.map(|count| Text::new("sarif-not-shown").with("count", count).with("shown", SHOWN));
        let left_out = Text::new("sarif-left-out").with("count", self.left_out).with("most", MOST);
        unshown.into_iter().chain((self.left_out > 0).then_some(left_out)).collect()
    }
}

impl Writer for Sarif<'_> {
    fn begin(&mut self) -> String {
        let words = self.catalog.word("report-root");
        let bases = json!({ ROOT: { "description": { "text": words } } });
        format!(
            "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"columnKind\":\"utf16CodeUnits\",\
             \"originalUriBaseIds\":{bases},\"results\":["
        )
    }

    fn plan(&mut self, report: &Report) -> String {
        for (finding, mark) in report.findings.iter().zip(fingerprints(report)) {
            let weight = weight(finding);
            let heavier: usize = self.results.iter().take(weight + 1).map(Vec::len).sum();
            if heavier >= MOST {
                self.left_out += 1;
                continue;
            }
            let result = text(&self.result(report, finding, &mark)).into_boxed_str();
            if let Some(results) = self.results.get_mut(weight) {
                results.push(result);
            }
            if self.results.iter().map(Vec::len).sum::<usize>() > MOST {
                self.left_out += 1;
                let lightest = self.results.iter_mut().rev().find(|results| !results.is_empty());
                lightest.and_then(Vec::pop);
            }
        }
        String::new()
    }

    fn end(&mut self, end: &End) -> String {
        let notes: Vec<Notification> = remarks(end)
            .iter()
            .chain(&self.limits())
            .map(|text| Notification::builder().message(said(self.catalog.say(text))).level(json!("note")).build())
            .collect();
        let invocation = Invocation {
            execution_successful: end.exit < UNFINISHED,
            exit_code: Some(i64::from(end.exit)),
            tool_execution_notifications: (!notes.is_empty()).then_some(notes),
            ..Invocation::builder().execution_successful(true).build()
        };
        let driver = ToolComponent {
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            semantic_version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            language: Some(language(self.catalog.lang()).to_owned()),
            short_description: Some(super::sarif_rule::words(self.catalog.word("report-tool"), None)),
            rules: Some(std::mem::take(&mut self.rules)),
            ..ToolComponent::builder().name("mtvp").build()
        };
        let tool = Tool::builder().driver(driver).build();
        let mut all = String::with_capacity(self.results.iter().flatten().map(|result| result.len() + 2).sum());
        // Each is let go of once it stands there: there may be many.
        for (at, result) in std::mem::take(&mut self.results).into_iter().flatten().enumerate() {
            all.push_str(if at == 0 { "\n" } else { ",\n" });
            all.push_str(&result);
        }
        let _ = writeln!(all, "\n],\"invocations\":[{}],\"tool\":{}}}]}}", text(&invocation), text(&tool));
        all
    }
}

fn text(value: &impl Serialize) -> String {
    in_json(serde_json::to_string(value).unwrap_or_default())
}

/// A bag of further properties.
pub fn bag(all: impl Iterator<Item = (&'static str, Value)>, tags: Option<Vec<String>>) -> PropertyBag {
    let all: Map<String, Value> = all.map(|(name, value)| (name.to_owned(), value)).collect();
    PropertyBag { tags, additional_properties: all.into_iter().collect() }
}

fn said(text: String) -> Message {
    Message { text: Some(text), ..Message::default() }
}

fn number(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Dutch => "nl",
        Lang::English => "en",
    }
}

fn level(severity: Severity) -> ResultLevel {
    match severity {
        Severity::Violation => ResultLevel::Error,
        Severity::Warning => ResultLevel::Warning,
        Severity::Review | Severity::Pending => ResultLevel::Note,
    }
}

/// A path as a URI, relative to the root; one that stands outside of it is whole.
fn artifact(path: &str) -> ArtifactLocation {
    let encoded = utf8_percent_encode(path, PLAIN).to_string();
    let drive = path.get(1..3) == Some(":/") && path.starts_with(|c: char| c.is_ascii_alphabetic());
    let (uri, base) = match (path.starts_with('/'), drive) {
        (true, _) => (format!("file://{encoded}"), None),
        (false, true) => (format!("file:///{}", encoded.replacen("%3A", ":", 1)), None),
        (false, false) => (encoded, Some(ROOT.to_owned())),
    };
    ArtifactLocation { uri: Some(uri), uri_base_id: base, ..ArtifactLocation::default() }
}

fn region(source: &Source, span: Span) -> Region {
    let (start, end) = (place(source, span.start), place(source, span.end));
    Region {
        start_line: Some(start.0),
        start_column: Some(start.1),
        end_line: Some(end.0),
        end_column: Some(end.1),
        ..Region::default()
    }
}

/// Line and column from 1, the column in UTF-16 units.
fn place(source: &Source, offset: u32) -> (i64, i64) {
    let at = source.position_utf16(offset);
    (number(at.line), number(at.column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_utf16_units() {
        let source = Source::new("a", "\u{feff}é𝄞x: y\n");
        let at = source.text.find('x').map(|at| Span::at(at).start);
        assert_eq!(at.map(|at| place(&source, at)), Some((1, 4)));
        assert_eq!(place(&source, 0), (1, 1));
        assert_eq!(place(&source, 9999), (2, 1));
    }

    #[test]
    fn paths_become_uris() {
        let uri = |path| artifact(path).uri.unwrap_or_default();
        assert_eq!(uri("plannen/a b%#?é:c.yaml"), "plannen/a%20b%25%23%3F%C3%A9%3Ac.yaml");
        assert_eq!(uri("/tmp/a.yaml"), "file:///tmp/a.yaml");
        assert_eq!(uri("C:/plannen/a b.yaml"), "file:///C:/plannen/a%20b.yaml");
        assert_eq!(artifact("a:b.yaml").uri_base_id.as_deref(), Some(ROOT));
        assert_eq!(artifact("a.yaml").uri_base_id.as_deref(), Some(ROOT));
        assert_eq!(artifact("/a.yaml").uri_base_id, None);
    }
}
