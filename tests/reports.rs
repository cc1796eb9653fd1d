//! Reports in every format: the cases beside their snapshots, what formats promise, and that nothing in a plan breaks one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use insta::{Settings, assert_snapshot};
use jiff::civil::{Date, date};
use mtvp::check::{Circumstances, check};
use mtvp::compile::compile;
use mtvp::diagnostic::Severity;
use mtvp::model::Regioplan;
use mtvp::plan;
use mtvp::report::{
    Catalog, End, Format, Head, Lang, Options, Screen, Totals, Writer, fingerprints, github_summary, writer,
};
use mtvp::session::{Judged, Lowered, Report, Suppression, from_issue, resolve, sort};
use mtvp::source::Source;
use mtvp::syntax::{self, Kind};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{files, root};

const CASES: &str = "tests/cases/reports";
const TODAY: Date = date(2025, 6, 1);

fn model() -> Arc<Regioplan> {
    static MODEL: OnceLock<Arc<Regioplan>> = OnceLock::new();
    let load = || {
        let read = |ending| std::fs::read_to_string(root().join(format!("{CASES}/proef.{ending}"))).unwrap();
        let (tree, problems) = syntax::parse(&read("regioplan"), Kind::Regioplan);
        let (register, more) = syntax::parse(&read("bronnen"), Kind::Register);
        let compiled = compile(&tree, Some(&register));
        assert!(problems.is_empty() && more.is_empty(), "{problems:#?}{more:#?}");
        let model = compiled.model.unwrap_or_else(|| panic!("{:#?}", compiled.problems));
        Arc::clone(model.regioplan().expect("a regioplan"))
    };
    Arc::clone(MODEL.get_or_init(load))
}

/// The report on a plan, as the program makes it.
fn report(path: &str, text: &str) -> Report {
    let model = model();
    let document = plan::parse(text);
    let source = Source::new(path, text);
    let empty = || Report {
        plan: true,
        strict: false,
        source: source.clone(),
        path: path.to_owned(),
        judged: None,
        model: None,
        reference: None,
        practice: None,
        year: None,
        ..Report::default()
    };
    let Some(read) = document.root.as_ref().and_then(|_| plan::read(&document, &model, &[])) else {
        let mut findings: Vec<_> = document.issues.iter().map(|issue| from_issue(issue, None)).collect();
        sort(&mut findings);
        return Report { findings, ..empty() };
    };
    let accounting = read.frame.accounting.is_some_and(|(value, _)| value);
    let now = Circumstances {
        reference: TODAY,
        accounting,
        missing_files: BTreeSet::new(),
        figures: None,
        day_unread: false,
    };
    let outcome = check(&model, &read, &now);
    let judged =
        Judged { id: "proef".into(), version: "1".into(), path: None, sha256: "0".repeat(64), supplements: vec![] };
    Report {
        findings: resolve(&model.contents, &read, &outcome),
        judged: Some(judged.into()),
        model: Some(model),
        reference: Some(TODAY),
        practice: document
            .root
            .as_ref()
            .and_then(|_| serde_yaml::from_str::<serde_yaml::Value>(text).ok())
            .and_then(|yaml| yaml["praktijk"]["naam"].as_str().map(str::to_owned)),
        year: outcome.year,
        start: read.frame.start.map(|(start, _)| start),
        ..empty()
    }
}

/// A case: the plan, with what its first lines say of its path and of what the region decided.
fn case(name: &str, text: &str) -> Report {
    let head = |word: &str| text.lines().find_map(|line| line.strip_prefix(&format!("# {word}: ")));
    let mut report = report(head("pad").unwrap_or(name), text);
    if let Some(line) = head("afwijking") {
        let [rule, reason, by, agreed, until] = line.split(" / ").collect::<Vec<_>>()[..] else { panic!("{line}") };
        let kept = Suppression {
            reason: Some(reason.to_owned()),
            by: by.to_owned(),
            agreed: agreed.parse().unwrap(),
            until: Some(until.parse().unwrap()),
        };
        let found = report.findings.iter_mut().find(|finding| finding.rule == rule).unwrap();
        found.suppressed = Some(kept);
    }
    if let Some((rule, reason)) = head("verlaagd").and_then(|line| line.split_once(" / ")) {
        let found = report.findings.iter_mut().find(|finding| finding.rule == rule).unwrap();
        found.lowered = Some(Lowered { from: found.severity, reason: reason.to_owned() });
        found.severity = Severity::Warning;
    }
    report
}

fn cases() -> Vec<Report> {
    let paths = files(&format!("{CASES}/plannen"), &["yaml"]);
    let read = |path: &std::path::PathBuf| {
        let name = format!("plannen/{}", path.file_name().unwrap().to_string_lossy());
        case(&name, &std::fs::read_to_string(path).unwrap())
    };
    paths.iter().map(read).collect()
}

fn head(catalog: &Catalog) -> Head<'_> {
    Head { catalog, reference: TODAY, screen: Screen::PAPER }
}

fn run(mut writer: Box<dyn Writer + '_>, reports: &[Report]) -> String {
    let mut out = writer.begin();
    for report in reports {
        out.push_str(&writer.plan(report));
    }
    let end = End { totals: Totals::of(reports), passed: vec![("other", 2)], exit: 1, ..End::default() };
    out + &writer.end(&end)
}

thread_local! {
    /// Read once: the properties below write thousands of reports.
    static DUTCH: Catalog = Catalog::new(Lang::Dutch);
}

fn write(format: Format, reports: &[Report]) -> String {
    DUTCH.with(|catalog| run(writer(format, head(catalog), Options::default()), reports))
}

#[test]
fn every_format_as_it_is_read() {
    let reports = cases();
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(root().join(CASES));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for format in Format::ALL {
        let text = write(format, &reports).replace("\r\n", "\n");
        settings.bind(|| assert_snapshot!(format.word(), text));
    }
    let catalog = Catalog::new(Lang::Dutch);
    settings.bind(|| assert_snapshot!("github-summary", run(github_summary(head(&catalog)), &reports)));
    let english = Catalog::new(Lang::English);
    let text = run(writer(Format::Markdown, head(&english), Options::default()), &reports);
    settings.bind(|| assert_snapshot!("markdown-english", text));
    let quiet = Options { quiet: true, ..Options::default() };
    settings.bind(|| assert_snapshot!("human-quiet", run(writer(Format::Human, head(&catalog), quiet), &reports)));
}

#[test]
fn no_report_repeats_a_citizen_number() {
    let reports = cases();
    let numbers = ["123456782", "111222333"];
    assert!(numbers.iter().all(|number| reports.iter().any(|report| report.source.text.contains(number))));
    for format in Format::ALL {
        let text = write(format, &reports);
        assert!(numbers.iter().all(|number| !text.contains(number)), "{format:?}");
    }
}

/// A report with so many findings of each severity, the lightest first.
fn crowded(counts: [(Severity, usize); 3]) -> Report {
    let text = std::fs::read_to_string(root().join(CASES).join("plannen/1-gewoon.yaml")).unwrap();
    let mut report = report("plannen/vol.yaml", &text);
    let one = report.findings.swap_remove(0);
    let of = |(severity, count)| vec![mtvp::session::Finding { severity, ..one.clone() }; count];
    report.findings = counts.into_iter().flat_map(of).collect();
    report
}

#[test]
fn sarif_holds_what_github_takes_the_heaviest_first() {
    for (reviews, left_out) in [(24_997, false), (24_998, true)] {
        let report = crowded([(Severity::Review, reviews), (Severity::Warning, 1), (Severity::Violation, 2)]);
        let sarif: Value = serde_json::from_str(&write(Format::Sarif, &[report])).unwrap();
        let run = &sarif["runs"][0];
        let levels: Vec<&str> =
            run["results"].as_array().unwrap().iter().map(|r| r["level"].as_str().unwrap()).collect();
        assert_eq!((levels.len(), &levels[..4]), (25_000, &["error", "error", "warning", "note"][..]));
        let said = run["invocations"][0]["toolExecutionNotifications"].to_string();
        assert!(said.contains("20000 andere"), "{said}");
        assert_eq!(said.contains("1 bevinding is weggelaten"), left_out, "{said}");
    }
}

#[test]
fn markdown_is_as_long_as_a_comment_may_be() {
    const MOST: usize = 65_535;
    let written = |violations: usize, path: usize| {
        let mut report = crowded([(Severity::Review, 1), (Severity::Warning, 0), (Severity::Violation, violations)]);
        report.path = "é".repeat(path);
        write(Format::Markdown, &[report])
    };
    let length = |text: &str| text.encode_utf16().count();
    let each = length(&written(3, 9)) - length(&written(2, 9));
    let all = (MOST - length(&written(0, 9))) / each - 1;
    let path = 9 + MOST - length(&written(all, 9));
    let whole = written(all, path);
    assert!(length(&whole) == MOST && !whole.contains("weggelaten"), "{}", length(&whole));
    let more = written(all, path + 1);
    assert!(length(&more) <= MOST && more.contains("bevinding") && more.contains("weggelaten"), "{}", length(&more));
    // The lightest is left out first.
    assert!(whole.contains("te beoordelen") && !more.contains("**te beoordelen**"));
}

#[test]
fn an_empty_run_is_a_sound_report_too() {
    for format in Format::ALL {
        sound(format, &[], &write(format, &[]));
    }
}

#[test]
fn a_fingerprint_does_not_know_lines_or_words() {
    let text = std::fs::read_to_string(root().join(CASES).join("plannen/1-gewoon.yaml")).unwrap();
    let before = report("plannen/a.yaml", &text);
    assert!(before.findings.len() > 2);
    let moved = report("plannen/a.yaml", &format!("# nog een regel\n\n{}", text.replace("leden: 1", "leden:   0")));
    assert_eq!(fingerprints(&before), fingerprints(&moved));
    let elsewhere = report("plannen/b.yaml", &text);
    assert!(fingerprints(&before).iter().zip(fingerprints(&elsewhere)).all(|(a, b)| *a != b));
}

#[test]
fn no_two_findings_share_a_fingerprint() {
    let reports = cases();
    let marks: Vec<String> = reports.iter().flat_map(fingerprints).collect();
    let distinct: BTreeSet<&String> = marks.iter().collect();
    assert_eq!(distinct.len(), marks.len());
    let twice = reports.iter().any(|report| {
        let mut seen = BTreeSet::new();
        report.findings.iter().any(|f| !seen.insert((&f.rule, &f.path, f.year, &f.intervention)))
    });
    assert!(twice, "no case has two findings that are otherwise equal");
}

#[test]
fn what_is_set_aside_is_counted_apart() {
    let reports = cases();
    let totals = Totals::of(&reports);
    assert_eq!(totals.suppressed, 1);
    let all: usize = reports.iter().map(|report| report.findings.len()).sum();
    assert_eq!(
        totals.violations + totals.warnings + totals.reviews + totals.pending + totals.suppressed + totals.agreed,
        all
    );
}

#[test]
fn warnings_fail_in_junit_only_where_they_count() {
    let mut reports = cases();
    let catalog = Catalog::new(Lang::Dutch);
    let totals = Totals::of(&reports);
    let failures = |reports: &[Report]| {
        run(writer(Format::Junit, head(&catalog), Options::default()), reports).matches("<failure ").count()
    };
    assert_eq!(failures(&reports), totals.violations);
    // One plan may stand below stricter settings than another.
    let warned = reports.iter().position(|report| Totals::of(std::slice::from_ref(report)).warnings > 0).unwrap();
    reports[warned].strict = true;
    let own = Totals::of(&reports[warned..=warned]).warnings;
    assert_eq!(failures(&reports), totals.violations + own);
    for report in &mut reports {
        report.strict = true;
    }
    assert_eq!(failures(&reports), totals.violations + totals.warnings);
}

#[test]
fn a_summary_stays_below_the_limit_of_github_with_the_worst_first() {
    let good = std::fs::read_to_string(root().join(CASES).join("plannen/1-gewoon.yaml")).unwrap();
    let reports: Vec<Report> = (0..1500).map(|n| report(&format!("plannen/{n}.yaml"), &good)).collect();
    let catalog = Catalog::new(Lang::Dutch);
    let text = run(github_summary(head(&catalog)), &reports);
    assert!(text.len() < 1024 * 1024, "{}", text.len());
    let at = |word: &str| text.find(word).unwrap_or_else(|| panic!("no `{word}`"));
    assert!(at("### Overtredingen") < at("### Waarschuwingen") && at("### Waarschuwingen") < at("### Te beoordelen"));
    let shown = text.matches("**overtreding**").count();
    assert!(text.contains(&format!("nog {} bevindingen", 1500 - shown)), "{shown}");
}

/// Holds a report to what its format asks, by reading it back, and counts its findings.
fn sound(format: Format, reports: &[Report], text: &str) {
    let totals = Totals::of(reports);
    let open = totals.violations + totals.warnings + totals.reviews;
    let all = open + totals.pending + totals.suppressed + totals.agreed;
    // JSON writes out only the signs that it must; a program reads it, and no screen.
    let for_programs = matches!(format, Format::Json | Format::Sarif | Format::Gitlab);
    let harmless = |c: char| !c.is_control() || c == '\n' || c == '\r' || for_programs && c > ' ';
    assert!(text.chars().all(harmless), "{format:?}: {text:?}");
    match format {
        Format::Human => {}
        Format::Concise => assert_eq!(text.lines().count(), all + reports.len() + 2, "{text}"),
        Format::Json => {
            let json: Value = serde_json::from_str(text).unwrap();
            let errors: Vec<String> = schema().iter_errors(&json).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{errors:#?}");
            let plans = json["plans"].as_array().unwrap();
            assert_eq!(plans.iter().map(|plan| plan["findings"].as_array().unwrap().len()).sum::<usize>(), all);
            assert!(plans.iter().zip(reports).all(|(plan, report)| plan["path"] == report.path));
        }
        Format::Sarif => {
            let json: serde_sarif::sarif::Sarif = serde_json::from_str(text).unwrap();
            let run = &json.runs[0];
            let rules = run.tool.driver.rules.as_ref().unwrap();
            let results = run.results.as_ref().unwrap();
            assert_eq!(results.len(), all);
            for result in results {
                let rule = &rules[usize::try_from(result.rule_index.unwrap()).unwrap()];
                assert_eq!(Some(&rule.id), result.rule_id.as_ref());
            }
            assert_eq!(rules.iter().map(|rule| &rule.id).collect::<BTreeSet<_>>().len(), rules.len());
        }
        Format::Junit => junit(reports, text),
        Format::Github => {
            assert_eq!(text.lines().count(), open + reports.iter().map(set_aside).sum::<usize>(), "{text}");
            for line in text.lines() {
                let (place, said) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
                assert!(["error ", "warning ", "notice "].iter().any(|kind| place.starts_with(kind)), "{line}");
                assert!(!said.is_empty());
                let names: Vec<&str> =
                    place.split_once(' ').unwrap().1.split(',').map(|p| p.split_once('=').unwrap().0).collect();
                assert!(names.starts_with(&["title", "file", "line", "endLine"]), "{line}");
            }
        }
        Format::Gitlab => {
            let json: Value = serde_json::from_str(text).unwrap();
            assert_eq!(json.as_array().unwrap().len(), open);
        }
        Format::Markdown => markdown(text),
        Format::Csv => {
            let text = text.strip_prefix('\u{feff}').unwrap();
            let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
            let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
            assert_eq!(rows.len(), all);
            for cell in rows.iter().flatten() {
                assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
            }
            assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        }
    }
}

/// What was set aside, as far as annotations show it.
fn set_aside(report: &Report) -> usize {
    report.findings.iter().filter(|f| f.suppressed.is_some() && f.severity != Severity::Pending).count()
}

fn schema() -> &'static jsonschema::Validator {
    static SCHEMA: OnceLock<jsonschema::Validator> = OnceLock::new();
    SCHEMA.get_or_init(|| {
        let text = std::fs::read_to_string(root().join("src/report/check.schema.json")).unwrap();
        jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap()
    })
}

fn junit(reports: &[Report], text: &str) {
    let document = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let suites: Vec<_> = document.root_element().children().filter(|node| node.has_tag_name("testsuite")).collect();
    // The last one says what was passed over.
    assert_eq!(suites.len(), reports.len() + 1);
    for (suite, report) in suites.iter().zip(reports) {
        let named = |name: &str| suite.descendants().filter(|node| node.has_tag_name(name)).count();
        let counted = |name: &str| suite.attribute(name).unwrap().parse::<usize>().unwrap();
        assert_eq!(named("testcase"), report.findings.len().max(1));
        for (attribute, element) in [("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")] {
            assert_eq!(counted(attribute), named(element), "{attribute} of {}", report.path);
        }
        let mut titles: BTreeMap<&str, usize> = BTreeMap::new();
        for case in suite.children().filter(|node| node.has_tag_name("testcase")) {
            *titles.entry(case.attribute("name").unwrap()).or_default() += 1;
        }
        assert!(titles.values().all(|count| *count == 1), "{titles:?}");
    }
}

/// No line begins anything but what we begin ourselves.
fn markdown(text: &str) {
    for line in text.lines() {
        let ours = ["## ", "### `", "- **", "  - ", "**"].iter().any(|start| line.starts_with(start));
        let sentence = line.is_empty() || line.starts_with(|c: char| c.is_alphanumeric() || c == '\\');
        assert!(ours || sentence, "{line:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_in_a_plan_breaks_a_report(
        path in "([a-z/]|[^\u{0}]){1,20}",
        name in ODD,
        id in ODD,
        value in ODD,
        reason in ODD,
    ) {
        let quoted = |text: &str| serde_json::to_string(text).unwrap().replace('\u{7f}', "\\x7f");
        let text = format!(
            "regioplan: proef\nstartkwartaal: 2025-Q1\njaar: 1\ningediend: 2025-03-14\npraktijk:\n  naam: {}\n  leus: {}\n  {}: x\njaren:\n  1:\n    interventies:\n      {}: {}\n",
            quoted(&name), quoted(&value), quoted(&format!("v{id}")), quoted(&id), quoted(&value)
        );
        let mut odd = report(&path, &text);
        if let Some(first) = odd.findings.first_mut() {
            let by = name.clone();
            first.suppressed = Some(Suppression { reason: Some(format!("r{reason}")), by: format!("b{by}"), agreed: TODAY, until: Some(TODAY) });
        }
        if let Some(last) = odd.findings.last_mut() {
            last.lowered = Some(Lowered { from: Severity::Violation, reason: format!("r{reason}") });
        }
        let reports = [odd, report("plannen/gewoon.yaml", "jaar: 1\n")];
        for format in Format::ALL {
            sound(format, &reports, &write(format, &reports));
        }
    }

    #[test]
    fn no_file_breaks_a_report(text in "([a-z]{1,5}: |- |[0-9]{1,5}|\n|  |\"|'|\\[|\\]|\\{|\\}|&a |\\*a|#|~|é|\u{1b}|\t|,|jaren|jaar){0,60}") {
        let reports = [report("a.yaml", &text)];
        for format in Format::ALL {
            sound(format, &reports, &write(format, &reports));
        }
    }
}

/// Text out of all that formats stumble over.
const ODD: &str = "(::|%|%0A|\n|\r|\t|\"|'|;|,|=|\\+|-|@|]]>|<|>|&|\\||`|\\*|_|#|\u{0}|\u{1b}\\[31m|\u{85}|\u{202e}|\u{fffe}|\u{feff}|é|😀|[a-z]|\\PC){0,12}";
