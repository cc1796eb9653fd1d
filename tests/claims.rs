//! What must hold for any input, however odd. The fuzz targets in `fuzz/` try these claims on what a fuzzer makes, the
//! tests try them on the files in `cases/vijandig/`, where every finding of the fuzzer is kept.
//!
//! A claim takes bytes and panics when it does not hold.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiff::civil::date;
use mtvp::check::{Circumstances, check as judge};
use mtvp::compare::diff;
use mtvp::compile::{Compiled, compile};
use mtvp::diagnostic::Problem;
use mtvp::draft;
use mtvp::format::format;
use mtvp::lint;
use mtvp::model::{Regioplan, Sort};
use mtvp::plan::{self, Document, Issue, Node, NodeKind};
use mtvp::report::{self, Catalog, End, Format, Head, Lang, Options, Screen, Totals};
use mtvp::session::{self, Judged, Report};
use mtvp::source::{Source, Span};
use mtvp::syntax::{self, Kind};

/// Lines that cut the input of [`grammar`] in parts: the regioplan, its register, a plan.
const CUTS: [&str; 2] = ["\n%bronnen\n", "\n%plan\n"];
/// More nodes than a plan can make out of its own bytes: what aliases may add.
const COPIED: usize = 10_000;

/// How much one call tries. The tests try all of a few inputs; a fuzzer makes so many inputs that of each only a part needs a look.
#[derive(Clone, Copy)]
pub enum Extent {
    /// Every built-in regioplan and every format.
    Whole,
    /// One of each, which depends on the input.
    #[allow(dead_code, reason = "only a fuzzer asks for it")]
    Part,
}

impl Extent {
    /// Of a list, what this call tries with these bytes.
    fn of<T>(self, all: &[T], data: &[u8]) -> std::ops::Range<usize> {
        let sum = data.iter().fold(data.len(), |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(*byte)));
        match self {
            Self::Whole => 0..all.len(),
            Self::Part => sum % all.len()..sum % all.len() + 1,
        }
    }
}

const SCREEN: Screen = Screen { width: 80, color: false, ascii: false };

fn dutch() -> &'static Catalog {
    thread_local!(static LOADED: &'static Catalog = Box::leak(Box::new(Catalog::new(Lang::Dutch))));
    LOADED.with(|loaded| *loaded)
}

/// Any text as a regioplan, with a register and a plan behind it. Reading never fails and every place lies in the
/// text; a file that can be laid out anew means the same, and is laid out the same the second time; a regioplan
/// that loads can be shown and judges any plan.
pub fn grammar(data: &[u8], extent: Extent) {
    let text = String::from_utf8_lossy(data);
    let (regioplan, rest) = text.split_once(CUTS[0]).unwrap_or((&text, ""));
    let (register, plan) = rest.split_once(CUTS[1]).unwrap_or((rest, ""));
    layout(regioplan, Kind::Regioplan);
    layout(register, Kind::Register);
    let Some(model) = load(regioplan, register) else { return };
    let catalog = dutch();
    let judged = judged(&model);
    let formats = &Format::ALL[extent.of(&Format::ALL, data)];
    std::hint::black_box((
        report::show_regioplan(&model, SCREEN, catalog),
        report::show_json(&model, None, catalog),
        report::sources(&model, SCREEN, catalog),
    ));
    if model.sort != Sort::Regioplan {
        return;
    }
    for year in model.first_year..=model.last_year.min(model.first_year.saturating_add(5)) {
        let blank = draft::blank(&model, year, &|text| catalog.say(text));
        let source = Source::new("leeg.yaml", blank);
        let document = plan::parse(&source.text);
        assert!(document.root.is_some(), "the blank plan cannot be read: {:?}\n{}", document.issues, source.text);
        std::hint::black_box(reports(&source, &document, &model, &judged, formats));
    }
    let source = Source::new("plan.yaml", plan);
    let document = plan::parse(&source.text);
    std::hint::black_box(reports(&source, &document, &model, &judged, formats));
}

/// Any text as a regioplan with its register, through everything that is made from it. Its pages, its schema and its remarks
/// can be made, twice the same; a schema is JSON, a page explains each of its rules, and from itself it differs in nothing.
pub fn pages(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (regioplan, register) = text.split_once(CUTS[0]).unwrap_or((&text, ""));
    let (tree, loading) = syntax::parse(regioplan, Kind::Regioplan);
    let (register_tree, register_loading) = syntax::parse(register, Kind::Register);
    let Some(model) = load(regioplan, register) else { return };
    let catalog = dutch();
    let remarks = || {
        let subject = lint::Subject {
            model: &model,
            tree: &tree,
            register: Some(&register_tree).filter(|_| !register.is_empty()),
            loading: &loading,
            register_loading: &register_loading,
        };
        lint::lint(&subject, &lint::Around::default())
    };
    let (first, second) = (remarks(), remarks());
    for (name, text, found, again) in [
        ("proef.regioplan", regioplan, &first.regioplan, &second.regioplan),
        ("proef.bronnen", register, &first.register, &second.register),
    ] {
        assert_eq!(format!("{found:?}"), format!("{again:?}"), "two times remarks of {name}");
        let source = Source::new(name, text);
        let file = report::LintFile { source: &source, regioplan: model.full_id(), remarks: found };
        std::hint::black_box(report::lint(&[file], 1, SCREEN, catalog));
    }
    let document = report::document(&model, "proef.regioplan", catalog);
    std::hint::black_box((report::docs_markdown(&document), report::docs_html(&document)));
    assert!(diff(&model, &model).is_empty(), "it differs from itself");
    if model.sort == Sort::Regioplan {
        let schema = report::schema(&model, catalog);
        assert!(serde_json::from_str::<serde_json::Value>(&schema).is_ok(), "the schema is no JSON:\n{schema}");
    }
}

/// Any bytes as a practice plan: reading never fails, is bounded, and every place lies in the text.
pub fn plan(data: &[u8], extent: Extent) {
    let text = String::from_utf8_lossy(data);
    let document = plan::parse(&text);
    places(document.issues.iter().map(|issue| &issue.problem), &text);
    let Some(root) = &document.root else {
        assert!(!document.issues.is_empty(), "a text that is no plan, and no word about it");
        return;
    };
    let nodes = nested(root, &text, true);
    assert!(nodes <= text.len() + COPIED + 1, "{nodes} nodes out of {} bytes", text.len());
    let (_, issues) = plan::frame(root);
    places(issues.iter().map(|issue| &issue.problem), &text);
    let (_, issues) = plan::figures_frame(root);
    places(issues.iter().map(|issue| &issue.problem), &text);
    std::hint::black_box(plan::is_figures(root));
    for (model, _) in &built_in()[extent.of(built_in(), data)] {
        read(&document, model, &text);
    }
}

/// Any bytes as a practice plan, judged by every built-in regioplan and written in every format: always an outcome with
/// a verdict or more for every rule, and the second time the same bytes.
pub fn check(data: &[u8], extent: Extent) {
    let source = Source::new("plan.yaml", String::from_utf8_lossy(data));
    let document = plan::parse(&source.text);
    let formats = &Format::ALL[extent.of(&Format::ALL, data)];
    let plans: Vec<_> = built_in().iter().filter(|(model, _)| model.sort == Sort::Regioplan).collect();
    for (model, judged) in &plans[extent.of(&plans, data)] {
        let first = reports(&source, &document, model, judged, formats);
        let second = reports(&source, &document, model, judged, formats);
        assert!(first == second, "two checks, two reports:\n{first:#?}\n{second:#?}");
    }
}

/// The built-in regioplannen, werkplannen and leidraden, each loaded once.
pub fn built_in() -> &'static [(Regioplan, Judged)] {
    static LOADED: OnceLock<Vec<(Regioplan, Judged)>> = OnceLock::new();
    LOADED.get_or_init(|| {
        let files = session::embedded_files();
        let text = |path: &str| files.iter().find(|(known, _)| *known == path).map_or("", |(_, text)| *text);
        let plans = files.iter().filter(|(path, _)| path.ends_with(".regioplan"));
        let loaded = plans.map(|(path, plan)| {
            let model = load(plan, text(&path.replace(".regioplan", ".bronnen"))).expect("a built-in file that loads");
            let judged = judged(&model);
            (model, judged)
        });
        loaded.collect()
    })
}

fn judged(model: &Regioplan) -> Judged {
    Judged {
        id: model.id.clone(),
        version: model.version.clone(),
        path: None,
        sha256: String::new(),
        supplements: Vec::new(),
    }
}

/// A regioplan with its register, when both are sound; their problems can be drawn in any case.
fn load(regioplan: &str, register: &str) -> Option<Regioplan> {
    let (tree, problems) = syntax::parse(regioplan, Kind::Regioplan);
    let (register_tree, register_problems) = syntax::parse(register, Kind::Register);
    let Compiled { model, problems: more, register_problems: more_register, .. } =
        compile(&tree, Some(&register_tree).filter(|_| !register.is_empty()));
    let sound = problems.is_empty() && register_problems.is_empty();
    let catalog = dutch();
    for (name, text, found) in [
        ("proef.regioplan", regioplan, [problems, more].concat()),
        ("proef.bronnen", register, [register_problems, more_register].concat()),
    ] {
        places(found.iter(), text);
        std::hint::black_box(report::problems(&Source::new(name, text), &found, SCREEN, catalog));
    }
    model.filter(|_| sound)
}

/// The layout changes nothing that counts, and is settled at once.
fn layout(text: &str, kind: Kind) {
    let Ok(once) = format(text, kind) else { return };
    match format(&once, kind) {
        Ok(twice) => assert!(twice == once, "laid out twice:\n{once}\n----\n{twice}"),
        Err(problems) => panic!("its own layout cannot be read: {problems:#?}\n{once}"),
    }
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (before, problems) = syntax::parse(&bare.replace("\r\n", "\n"), kind);
    let (after, problems_after) = syntax::parse(&once, kind);
    assert_eq!(problems.len(), problems_after.len(), "{problems:#?}\n{problems_after:#?}");
    assert!(placeless(&before) == placeless(&after), "laying out changed the meaning:\n{text}\n----\n{once}");
    if kind == Kind::Regioplan {
        let (before, after) = (compile(&before, None), compile(&after, None));
        assert!(placeless(&before.model) == placeless(&after.model), "laying out changed the model:\n{text}");
        let words = |problems: &[Problem]| problems.iter().map(|p| placeless(&p.message)).collect::<Vec<_>>();
        assert_eq!(words(&before.problems), words(&after.problems));
    }
}

/// A value in words, without the places in it.
fn placeless(value: &impl std::fmt::Debug) -> String {
    let words = format!("{value:?}");
    let mut parts = words.split("Span { start: ");
    let mut out = parts.next().unwrap_or("").to_owned();
    for part in parts {
        out.push_str(part.split_once('}').map_or("", |(_, rest)| rest));
    }
    out
}

/// A plan read by a model; every place that it keeps lies in the text.
fn read(document: &Document<'_>, model: &Regioplan, text: &str) -> Option<plan::Plan> {
    if let Some(figures) = plan::read_figures(document, model) {
        places(figures.issues.iter().map(|issue: &Issue| &issue.problem), text);
    }
    let plan = plan::read(document, model, &[])?;
    places(plan.issues.iter().map(|issue| &issue.problem), text);
    for year in &plan.years {
        fits(year.key, text);
        for choice in &year.choices {
            fits(choice.key, text);
            fits(choice.kind_span, text);
        }
    }
    Some(plan)
}

/// The report on a plan, its evidence not there.
pub fn report(source: &Source, document: &Document<'_>, model: &Regioplan, judged: &Judged) -> Report {
    let plan = read(document, model, &source.text);
    let reference = plan.as_ref().and_then(|plan| plan.frame.handed_in).map_or(date(2025, 6, 1), |(day, _)| day);
    let mut report = Report {
        source: source.clone(),
        path: source.name.clone(),
        plan: true,
        strict: false,
        judged: None,
        model: None,
        reference: None,
        practice: None,
        year: None,
        findings: document.issues.iter().map(|issue| session::from_issue(issue, None)).collect(),
        ..Report::default()
    };
    session::sort(&mut report.findings);
    if let Some(plan) = &plan {
        let missing_files: BTreeSet<String> = plan.files.iter().map(|file| file.path.clone()).collect();
        let accounting = plan.frame.accounting.is_some_and(|(value, _)| value);
        let outcome = judge(
            model,
            plan,
            &Circumstances { reference, accounting, missing_files, figures: None, day_unread: false },
        );
        for (at, rule) in model.rules.pairs().filter(|(_, rule)| !rule.whole_region) {
            let is_judged = outcome.verdicts.iter().any(|verdict| verdict.rule == at);
            assert!(is_judged, "no verdict for rule {} of {}:\n{}", rule.id, model.id, source.text);
        }
        report.findings = session::resolve(model, plan, &outcome);
        report.notes = outcome.notes.iter().map(|note| note.text.clone()).collect();
        (report.judged, report.reference, report.year) = (Some(judged.clone().into()), Some(reference), outcome.year);
        report.start = plan.frame.start.map(|(start, _)| start);
    }
    for finding in &report.findings {
        fits(finding.span, &source.text);
        finding.others.iter().for_each(|label| fits(label.span, &source.text));
    }
    report
}

/// The report on a plan in every format.
fn reports(
    source: &Source,
    document: &Document<'_>,
    model: &Regioplan,
    judged: &Judged,
    formats: &[Format],
) -> [String; 4] {
    let report = report(source, document, model, judged);
    let reference = report.reference.unwrap_or(date(2025, 6, 1));
    let catalog = dutch();
    let of = |format| {
        let head = Head { catalog, reference, screen: SCREEN };
        let mut writer = report::writer(format, head, Options::default());
        let whole = writer.begin() + &writer.plan(&report);
        whole + &writer.end(&End { totals: Totals::of(std::slice::from_ref(&report)), ..End::default() })
    };
    let head = Head { catalog, reference, screen: SCREEN };
    let lines = report::writer(Format::Concise, head, Options::default()).plan(&report);
    let written =
        [report::human(&report, SCREEN, catalog), lines, of(Format::Json), report::file_line(&report, catalog)];
    for &format in formats {
        assert_eq!(of(format), of(format), "{format:?} twice");
    }
    // In JSON such signs stand as they are: no terminal reads it.
    for text in [&written[0], &written[1], &written[3]] {
        let harm = text.chars().find(|c| c.is_control() && *c != '\n');
        assert!(harm.is_none(), "a report with {harm:?}:\n{text}");
    }
    let failed = "[Failed to read contents";
    assert!(!written[0].contains(failed) || source.text.contains(failed), "a place is not drawn:\n{}", written[0]);
    assert_eq!(written[1].lines().count(), report.findings.len(), "one line a finding:\n{}", written[1]);
    written
}

/// Every place of a problem lies in the text, on the edges of characters.
fn places<'p>(problems: impl Iterator<Item = &'p Problem>, text: &str) {
    for problem in problems {
        fits(problem.primary.span, text);
        problem.others.iter().for_each(|label| fits(label.span, text));
    }
}

fn fits(span: Span, text: &str) {
    let (start, end) = (span.start as usize, span.end as usize);
    assert!(start <= end && end <= text.len(), "{span:?} is not in a text of {} bytes", text.len());
    assert!(text.is_char_boundary(start) && text.is_char_boundary(end), "{span:?} cuts a character");
}

/// Places of children lie inside that of their parent, except below an alias: there they are those of the anchor.
/// Gives how many nodes there are.
fn nested(node: &Node<'_>, text: &str, own: bool) -> usize {
    fits(node.span, text);
    let alias = node.span.of(text).starts_with('*') && !matches!(node.kind, NodeKind::Scalar { .. });
    let own = own && !alias;
    let mut count = 1;
    let mut below = |child: &Node<'_>| {
        let inside = node.span.start <= child.span.start && child.span.end <= node.span.end;
        assert!(inside || !own, "{:?} is not inside {:?}", child.span, node.span);
        count += nested(child, text, own);
    };
    match &node.kind {
        NodeKind::Scalar { .. } | NodeKind::Twice(_) => {}
        NodeKind::List(items) => items.iter().for_each(&mut below),
        NodeKind::Map(pairs) => pairs.iter().for_each(|(key, value)| {
            below(key);
            below(value);
        }),
    }
    count
}
