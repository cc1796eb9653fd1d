//! `mtvp impact`: which existing plans another version of the regioplan judges otherwise.

use std::path::Path;

use jiff::civil::Date;

use crate::check::{Circumstances, check};
use crate::compare::{self, Common, Impact, PlanImpact, Seen, Shift};
use crate::diagnostic::Text;
use crate::plan::{self, Document, Frame};
use crate::report::{self, Catalog, Finding, ImpactReport, Unread};
use crate::source::Source;

use super::args::{Cli, ImpactArgs, ImpactFormat};
use super::choose::{Stop, judges_plans};
use super::diff::{both, compared};
use super::explained;
use super::file_kind::{FileKind, Wanted, refused};
use super::files::{self, NoFiles};
use super::library::{Library, Loaded};
use super::own::Place;
use super::{Exit, output, settings, words};

/// A built-in check that says nothing about what changes: no plan falls in the days of both versions.
const VALIDITY: &str = "regioplan-niet-geldig";

pub fn run(args: &ImpactArgs, cli: &Cli, catalog: &Catalog) -> Exit {
    match judged(args, cli, catalog) {
        Ok(exit) => exit,
        Err(Stop::Said(message, help)) => words::stop(catalog, message, help),
        Err(Stop::Broken(broken)) => super::show::broken(&broken, settings::screen(cli.color), catalog),
    }
}

fn judged(args: &ImpactArgs, cli: &Cli, catalog: &Catalog) -> Result<Exit, Stop> {
    let as_of =
        match &args.as_of {
            None => None,
            Some(text) => Some(text.parse::<Date>().map_err(|_| {
                Stop::Said(Text::new("usage-as-of").with("found", text), Some(Text::new("expected-date")))
            })?),
        };
    let (old, new) = both(&args.old, &args.new, Place::here(&args.config))?;
    judges_plans(&old)?;
    judges_plans(&new)?;
    if args.folder.is_file() && FileKind::of(&args.folder) != FileKind::Plan {
        return Err(refused(&args.folder, Wanted::Folder));
    }
    let (found, missing) =
        files::find(std::slice::from_ref(&args.folder)).map_err(|NoFiles::Unreadable(path)| unreadable(&path))?;
    if let Some(path) = missing.first() {
        let text = Text::new("path-missing").with("path", path.display().to_string());
        return Err(Stop::Said(text, Some(Text::new("path-missing-help"))));
    }
    let library = Library::new(Vec::new());
    let judge = Judge {
        old: &old,
        new: &new,
        common: Common::of(&old.model, &new.model),
        elsewhere: library.elsewhere(),
        as_of,
        today: settings::today(),
        accounting: args.verantwoording,
    };
    let mut report = ImpactReport {
        old: compared(&old),
        new: compared(&new),
        impact: Impact::default(),
        unread: Vec::new(),
        elsewhere: Vec::new(),
        as_of,
        today: None,
        accounting: args.verantwoording,
    };
    let mut plans = Vec::new();
    for path in &found {
        match judge.file(path) {
            Ok(Some(found)) => {
                report.elsewhere.extend(found.names_another.then(|| found.plan.path.clone()));
                report.today = report.today.or(found.undated.then_some(judge.today));
                plans.push(found.plan);
            }
            Ok(None) => {}
            Err(unread) => report.unread.push(unread),
        }
    }
    if plans.is_empty() && report.unread.is_empty() {
        output::complain(&format!("{}\n", catalog.word("nothing-checked")));
        return Ok(Exit::Nothing);
    }
    report.impact = compare::impact(plans);
    output::print(&match args.format {
        ImpactFormat::Human => report::impact_human(&report, settings::screen(cli.color), catalog),
        ImpactFormat::Json => report::impact_json(&report, catalog),
        ImpactFormat::Csv => report::impact_csv(&report, catalog),
        ImpactFormat::Markdown => report::impact_markdown(&report, catalog),
    });
    Ok(exit(&report))
}

/// Somebody must act; else, when a plan could not be judged, nobody can say that nobody must.
fn exit(report: &ImpactReport<'_>) -> Exit {
    match (report.impact.plans.iter().any(PlanImpact::must_act), report.unread.is_empty()) {
        (true, _) => Exit::Violations,
        (false, true) => Exit::Clean,
        (false, false) => Exit::Failed,
    }
}

fn unreadable(path: &Path) -> Stop {
    let text = Text::new("path-unreadable").with("path", path.display().to_string());
    Stop::Said(text, Some(Text::new("path-unreadable-help")))
}

/// Everything that judging a plan by both regioplannen needs.
struct Judge<'m> {
    old: &'m Loaded,
    new: &'m Loaded,
    common: Common,
    elsewhere: &'m [(String, String)],
    as_of: Option<Date>,
    today: Date,
    accounting: bool,
}

impl Judge<'_> {
    /// What shifts in one plan; none for the figures of a region.
    fn file(&self, path: &Path) -> Result<Option<Found>, Unread> {
        let name = path.display().to_string();
        let unread = |line: usize, reason: Text| Unread { path: name.clone(), line, reason };
        let text = match files::read(path) {
            Ok(files::Text::Read(text)) => text,
            Ok(files::Text::TooLarge) => {
                return Err(unread(1, Text::new("yaml-too-large").with("limit", plan::MAX_BYTES / 1024)));
            }
            Ok(files::Text::NotUtf8(text, at)) => {
                let line = text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
                return Err(unread(line, Text::new("yaml-not-utf8")));
            }
            Err(_) => return Err(unread(1, Text::new("path-unreadable").with("path", &name))),
        };
        let source = Source::new(&name, text);
        let document = plan::parse(&source.text);
        if document.root.as_ref().is_some_and(plan::is_figures) {
            return Ok(None);
        }
        // What stands behind a mistake in the writing is lost, so nothing can be said of such a plan.
        let broken = document.issues.iter().find(|issue| issue.problem.code == "yaml");
        if let Some(issue) = broken {
            let line = source.position(issue.problem.primary.span.start).line;
            return Err(unread(line, issue.problem.message.clone()));
        }
        let nothing = || unread(1, Text::new("impact-no-plan"));
        let root = document.root.as_ref().ok_or_else(nothing)?;
        let (frame, _) = plan::frame(root);
        let before = self.judge(self.old, path, &source, &document, &frame).ok_or_else(nothing)?;
        let after = self.judge(self.new, path, &source, &document, &frame).ok_or_else(nothing)?;
        let shifts: Vec<Shift> = self.common.shifts(before.findings, after.findings);
        let practice = after.practice.or(before.practice);
        let year = frame.year.map(|(year, _)| year);
        let ids = [&self.old.model.id, &self.new.model.id];
        let names_another = frame.regioplan.as_ref().is_some_and(|named| !ids.contains(&&named.id));
        Ok(Some(Found {
            plan: PlanImpact { path: name.clone(), practice, year, shifts },
            names_another,
            undated: self.as_of.is_none() && frame.handed_in.is_none(),
        }))
    }

    fn judge(
        &self,
        Loaded { model, judged, .. }: &Loaded,
        path: &Path,
        source: &Source,
        document: &Document<'_>,
        frame: &Frame,
    ) -> Option<Judged> {
        let plan = plan::read(document, model, self.elsewhere)?;
        let reference = self.as_of.or(frame.handed_in.map(|(date, _)| date)).unwrap_or(self.today);
        let accounting = self.accounting || plan.frame.accounting.is_some_and(|(value, _)| value);
        let folder = path.parent().unwrap_or(Path::new("."));
        let missing_files =
            plan.files.iter().filter(|file| !folder.join(&file.path).is_file()).map(|file| file.path.clone()).collect();
        let outcome = check(model, &plan, &Circumstances { reference, accounting, missing_files });
        let mut findings = report::resolve(model, &plan, &outcome);
        explained::name_file(&mut findings, judged);
        let findings = findings.into_iter().filter(|found| found.rule != VALIDITY).map(|found| seen(found, source));
        Some(Judged { findings: findings.collect(), practice: super::judge::of_practice(model, &plan, "naam") })
    }
}

/// A plan that was judged.
struct Found {
    plan: PlanImpact,
    /// It names another region.
    names_another: bool,
    /// It was judged by the date of today.
    undated: bool,
}

/// A plan under one of both regioplannen.
struct Judged {
    findings: Vec<Seen>,
    practice: Option<String>,
}

fn seen(finding: Finding, source: &Source) -> Seen {
    Seen {
        line: source.position(finding.span.start).line,
        rule: finding.rule,
        year: finding.year,
        intervention: finding.intervention,
        severity: finding.severity,
        title: finding.title,
        detail: finding.detail,
        help: finding.help,
    }
}
