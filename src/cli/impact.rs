//! `mtvp impact`: which existing plans another version of the regioplan judges otherwise.

use std::path::Path;

use crate::compare::{self, Common, Impact, PlanImpact, Seen};
use crate::diagnostic::Text;
use crate::plan;
use crate::report::{self, Catalog, ImpactReport, Screen, Unread};
use crate::session::{Around, Finding, Session, Stop, Terms};
use crate::source::Source;

use super::args::{ImpactArgs, ImpactFormat};
use super::diff::{compared, with_library};
use super::evidence::Evidence;
use super::exit::Exit;
use super::fence::By;
use super::file_kind::{FileKind, Wanted, refused};
use super::files;
use super::paths::{folder_of, name};
use super::{environment, output, walk, words};

/// A built-in check that says nothing about what changes: no plan falls in the days of both versions.
const VALIDITY: &str = "regioplan-niet-geldig";

pub fn run(args: &ImpactArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    let as_of = environment::as_of(args.as_of.as_deref())?;
    let (old_library, old) = with_library(&args.old, &args.config)?;
    let (new_library, new) = with_library(&args.new, &args.config)?;
    let (old_plans, new_plans) = (old.judges_plans()?, new.judges_plans()?);
    if args.folder.is_file() && FileKind::of(&args.folder) != FileKind::Plan {
        return Err(refused(&args.folder, Wanted::Folder));
    }
    let found = walk::plans(&args.folder)?;
    let terms = Terms { as_of, accounting: args.verantwoording, ..Terms::on(environment::today()) };
    let judge = Judge {
        old: Session::by(&old_library, old_plans),
        new: Session::by(&new_library, new_plans),
        common: Common::of(old.model(), new.model()),
        ids: [&old.judged().id, &new.judged().id],
        terms,
        evidence: Evidence::default(),
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
                report.today = report.today.or(found.undated.then_some(terms.today));
                plans.push(found.plan);
            }
            Ok(None) => {}
            Err(unread) => report.unread.push(unread),
        }
    }
    if plans.is_empty() && report.unread.is_empty() {
        return Ok(words::nothing(catalog, "nothing-checked"));
    }
    report.impact = compare::impact(plans);
    output::print(&match args.format {
        ImpactFormat::Human => report::impact_human(&report, screen, catalog),
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

/// Everything that judging a plan by both regioplannen needs.
struct Judge<'m> {
    old: Session,
    new: Session,
    common: Common,
    /// The regions of both.
    ids: [&'m String; 2],
    terms: Terms,
    evidence: Evidence,
}

impl Judge<'_> {
    /// What shifts in one plan; none for the figures of a region.
    fn file(&self, path: &Path) -> Result<Option<Found>, Unread> {
        let name = name(path);
        let shown = || plan::mask_citizen_numbers(&name).into_owned();
        let unread = |line: usize, reason: Text| Unread { path: shown(), line, reason };
        let text = files::read(path, By::Way).map_err(|why| unread(why.line().max(1), why.said(&name).0))?;
        let source = Source::new(&name, text);
        let document = plan::parse(&source.text);
        if document.root.as_ref().is_some_and(plan::is_figures) {
            return Ok(None);
        }
        // What stands behind a mistake in the writing is lost, so nothing can be said of such a plan.
        if let Some(issue) = document.issues.iter().find(|issue| issue.problem.code == "yaml") {
            let line = source.position(issue.problem.primary.span.start).line;
            return Err(unread(line, issue.problem.message.clone()));
        }
        let missing = |plan: &_| self.evidence.missing(plan, folder_of(path));
        let judge =
            |session: &Session| session.judge(&source, &document, &self.terms, &Around::evidence(&missing)).ok();
        let both = judge(&self.old).zip(judge(&self.new));
        let Some((before, after)) = both else { return Err(unread(1, Text::new("impact-no-plan"))) };
        let Some((reading, _)) = &after.rests_on else { return Err(unread(1, Text::new("impact-no-plan"))) };
        let frame = &reading.plan.frame;
        let practice = after.report.practice.or(before.report.practice);
        let shifts = self.common.shifts(seen(before.report.findings, &source), seen(after.report.findings, &source));
        Ok(Some(Found {
            names_another: frame
                .regioplan
                .as_ref()
                .is_some_and(|named| !self.ids.iter().any(|id| crate::value::same_name(id, &named.id))),
            undated: self.terms.as_of.is_none() && frame.handed_in.is_none(),
            plan: PlanImpact {
                path: shown(),
                practice: practice.as_deref().map(|name| plan::mask_citizen_numbers(name).into_owned()),
                year: frame.year.map(|(year, _)| year),
                shifts,
            },
        }))
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

fn seen(findings: Vec<Finding>, source: &Source) -> Vec<Seen> {
    let changes = findings.into_iter().filter(|found| found.rule != VALIDITY);
    let seen = changes.map(|finding| Seen {
        line: source.position(finding.span.start).line,
        rule: finding.rule,
        year: finding.year,
        intervention: finding.intervention,
        severity: finding.severity,
        title: finding.title,
        detail: finding.detail,
        help: finding.help,
    });
    seen.collect()
}
