//! Outcome -> findings: each with its words still open and its place in bytes. All formats start here.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::check::{Keep, Outcome, Verdict};
use crate::diagnostic::{Arg, Join, Label, Repair, Severity, Text};
use crate::model::{Contents, InterventionId, RuleId, StatementId};
use crate::plan::{Chooses, Issue, MOST_SHOWN, Plan, mask_citizen_numbers};
use crate::settings::{Answer, Subject};
use crate::solve::{Broken, Wanted};
use crate::source::Span;
use crate::value::is_unseen;

use super::wording::Wording;

/// One finding, ready for a writer.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The id of the rule, or of the built-in check.
    pub rule: String,
    pub built_in: bool,
    pub severity: Severity,
    pub year: Option<u8>,
    /// The last day for what may still come and waits for no accounting, when the rule names one.
    pub due: Option<Date>,
    pub intervention: Option<String>,
    /// Route of keys in the plan.
    pub path: String,
    pub span: Span,
    /// What is asked, in a few words.
    pub title: Text,
    /// What was found; the text at the place.
    pub detail: Option<Text>,
    pub others: Vec<Label>,
    pub help: Option<Text>,
    /// Its help says what to choose, as far as the rule by itself goes.
    pub chooses: Option<Chooses>,
    /// What would mend it is a matter of choices.
    pub wanted: Option<Wanted>,
    /// How it is mended, where that can be told.
    pub repair: Option<Repair>,
    /// Statements of the source document: id and section.
    pub source: Vec<(String, String)>,
    /// The region agreed that this one does not count.
    pub suppressed: Option<Suppression>,
    /// The region made it milder than the regioplan says.
    pub lowered: Option<Lowered>,
    /// What the region decided, of a finding that a person judges.
    pub decided: Option<Decided>,
}

/// Why a finding does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// An exception always has one.
    pub reason: Option<String>,
    /// Who agreed, and when.
    pub by: String,
    pub agreed: Date,
    /// The last day on which it holds; a decision on what a person judges has none.
    pub until: Option<Date>,
}

/// A decision on what a person judges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    pub answer: Answer,
    pub note: Option<String>,
    pub by: String,
    pub on: Date,
    /// What was judged has changed since: it must be judged again.
    pub outdated: bool,
}

/// A severity that was lowered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lowered {
    pub from: Severity,
    pub reason: String,
}

impl Finding {
    /// Whether a person judged it, and agreed.
    #[must_use]
    pub fn is_agreed(&self) -> bool {
        self.suppressed.as_ref().is_some_and(|why| why.until.is_none())
    }

    /// Whether a person judged it as it stands, and did not agree.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.decided.as_ref().is_some_and(|found| found.answer == Answer::Refused && !found.outdated)
    }

    /// Whether a person judges it, or judged it.
    #[must_use]
    pub fn is_judged(&self) -> bool {
        self.decided.is_some() || self.severity == Severity::Review
    }

    /// What a person decides at once, however many findings it has.
    #[must_use]
    pub fn matter(&self) -> Matter<'_> {
        (&self.rule, self.year, self.intervention.as_deref())
    }

    /// What a decision about it is about.
    #[must_use]
    pub fn subject<'s>(&'s self, practice: &'s str, region: &'s str) -> Subject<'s> {
        Subject { practice, region, rule: &self.rule, year: self.year, intervention: self.intervention.as_deref() }
    }
}

/// A rule in a year, and the choice that it judges.
pub type Matter<'f> = (&'f str, Option<u8>, Option<&'f str>);

/// How much of the findings somebody will read. Nearly every plan has much to show later: what nobody reads need not be
/// put into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// All findings, in all their words.
    All,
    /// All findings; of those that are due later the title, and not what was found and what to do.
    LaterByTitle,
    /// All findings; of those that are due later only how many.
    LaterCounted,
    /// The findings about which something must be done now.
    Urgent,
}

impl Asked {
    /// The verdicts that are needed.
    #[must_use]
    pub fn keep(self) -> Keep {
        match self {
            Self::All | Self::LaterByTitle | Self::LaterCounted => Keep::Findings,
            Self::Urgent => Keep::Urgent,
        }
    }

    /// Whether findings of a severity are put into words.
    fn wants(self, severity: Severity) -> bool {
        self.keep().wants(severity) && (self != Self::LaterCounted || severity != Severity::Pending)
    }

    /// The findings that are counted and not put into words, each by its year and by the last day that its rule names.
    pub fn counted(self, outcome: &Outcome) -> impl Iterator<Item = (Option<u8>, Option<Date>)> {
        let later = move |severity: Severity| self == Self::LaterCounted && severity == Severity::Pending;
        let issues = outcome.issues.iter().filter(move |issue| later(issue.problem.severity));
        let verdicts = outcome.verdicts.iter().filter(move |verdict| verdict.state.severity().is_some_and(later));
        issues.map(|issue| (issue.year, None)).chain(verdicts.map(|verdict| (verdict.year, verdict.due)))
    }
}

/// The findings of an outcome, in order of place.
#[must_use]
pub fn resolve(model: &Contents, plan: &Plan, outcome: &Outcome) -> Vec<Finding> {
    resolve_asked(model, plan, outcome, Asked::All, None)
}

/// The findings that are asked for, in order of place; `told` is what must be said to find the regioplan again, where its
/// name is not enough.
#[must_use]
pub fn resolve_asked(
    model: &Contents,
    plan: &Plan,
    outcome: &Outcome,
    asked: Asked,
    told: Option<&str>,
) -> Vec<Finding> {
    let issues = outcome.issues.iter().filter(|issue| asked.wants(issue.problem.severity));
    let mut findings: Vec<Finding> = issues.map(|issue| from_issue(issue, Some(model))).collect();
    let mut counts: HashMap<Sort, (usize, Option<usize>)> = HashMap::new();
    outcome.verdicts.iter().for_each(|verdict| counts.entry(sort_of(verdict)).or_default().0 += 1);
    for verdict in &outcome.verdicts {
        // Of a rule that says the same of very many members the first tells how many, and points at others.
        let Some((count, first)) = counts.get_mut(&sort_of(verdict)) else { continue };
        if let Some(known) = first.and_then(|at| findings.get_mut(at)) {
            if known.others.len() < MOST_SHOWN {
                known.others.push(Label::new(verdict.place, Text::new("issue-many-here")));
            }
            continue;
        }
        let Some(mut finding) = from_verdict(model, plan, verdict, asked, told) else { continue };
        if *count > MOST_SHOWN {
            let many = |text| Text::new("issue-many").with("message", text).with("count", *count);
            finding.detail = finding.detail.map(|text| many(text).with("shown", MOST_SHOWN));
            finding.others.truncate(1);
            *first = Some(findings.len());
        }
        findings.push(finding);
    }
    sort(&mut findings);
    findings
}

/// Verdicts that say the same of members of one list.
type Sort = (RuleId, Option<u8>, Option<InterventionId>, Option<Severity>);

fn sort_of(verdict: &Verdict) -> Sort {
    (verdict.rule, verdict.year, verdict.intervention, verdict.state.severity())
}

/// Says of a wrong value or name that it holds signs that nobody sees: it looks right, and any other advice would mislead.
pub fn tell_unseen(findings: &mut [Finding], text: &str) {
    for finding in
        findings.iter_mut().filter(|finding| finding.built_in && !matches!(&*finding.rule, "bsn" | "dubbele-agb"))
    {
        let found = finding.span.of(text).lines().next().unwrap_or("");
        let mut signs: Vec<String> = Vec::new();
        for c in found.chars().filter(|c| is_unseen(*c)) {
            let sign = format!("U+{:04X}", u32::from(c));
            if !signs.contains(&sign) && signs.len() < SIGNS {
                signs.push(sign);
            }
        }
        if !signs.is_empty() {
            finding.help = Some(Text::new("unseen").with("signs", Arg::words(signs, Join::And)));
        }
    }
}

/// So many signs are named.
const SIGNS: usize = 5;

/// Order of place, then of rule: the same for every run.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| (a.span, a.severity, &a.rule, a.year).cmp(&(b.span, b.severity, &b.rule, b.year)));
}

/// A finding of a built-in check.
#[must_use]
pub fn from_issue(issue: &Issue, model: Option<&Contents>) -> Finding {
    let problem = &issue.problem;
    Finding {
        rule: problem.code.to_owned(),
        built_in: true,
        severity: problem.severity,
        year: issue.year,
        due: None,
        intervention: issue.intervention.and_then(|id| Some(model?.intervention(id).id.clone())),
        path: mask_citizen_numbers(&issue.trail).into_owned(),
        span: problem.primary.span,
        title: problem.message.clone(),
        detail: problem.primary.text.clone(),
        others: problem.others.clone(),
        help: problem.help.clone(),
        chooses: issue.chooses,
        wanted: issue.intervention.filter(|_| issue.chooses.is_some()).map(|id| Wanted {
            of: Broken::Offer(id),
            year: issue.year,
            proposed: Vec::new(),
        }),
        repair: problem.repair.clone(),
        source: model.map(|model| sources(model, &issue.sources)).unwrap_or_default(),
        suppressed: None,
        lowered: None,
        decided: None,
    }
}

fn sources(model: &Contents, all: &[StatementId]) -> Vec<(String, String)> {
    all.iter().map(|index| model.register.get(*index)).map(|s| (s.id.clone(), s.section.clone())).collect()
}

fn from_verdict(model: &Contents, plan: &Plan, verdict: &Verdict, asked: Asked, told: Option<&str>) -> Option<Finding> {
    let severity = verdict.state.severity().filter(|severity| asked.wants(*severity))?;
    let in_full = asked != Asked::LaterByTitle || severity != Severity::Pending;
    let rule = model.rules.get(verdict.rule);
    let intervention = verdict.intervention.map(|id| model.intervention(id).id.clone());
    let own = plan.frame.year.map(|(own, _)| own);
    let past = verdict.year.zip(own).is_some_and(|(year, own)| year < own);
    let year = verdict.year.and_then(|year| plan.year(year));
    let choice =
        year.and_then(|year| year.choices.iter().find(|choice| Some(choice.intervention) == verdict.intervention));
    let short = choice.filter(|choice| choice.data.values.is_empty() && !choice.data.unread).and_then(|choice| {
        let found = model.intervention(choice.intervention);
        Some((found.id.as_str(), choice.kind?.word()))
    });
    let words = Wording { model, verdict, rule, past, told, short };
    let (span, others) = words.places();
    Some(Finding {
        rule: rule.id.clone(),
        built_in: false,
        severity,
        year: verdict.year,
        due: verdict.due,
        path: path(plan, verdict, intervention.as_deref()),
        intervention,
        span,
        title: Text::new("finding-title").with("title", &rule.title),
        detail: in_full.then(|| words.detail()),
        others,
        help: in_full.then(|| words.help()),
        chooses: words.chooses().then_some(Chooses::Choice),
        wanted: words.wanted(),
        repair: None,
        source: sources(model, &rule.reasons.sources),
        suppressed: None,
        lowered: None,
        decided: None,
    })
}

fn path(plan: &Plan, verdict: &Verdict, intervention: Option<&str>) -> String {
    match (verdict.year, intervention) {
        (Some(year), Some(id)) => format!("jaren.{year}.interventies.{id}"),
        (Some(year), None) if plan.year(year).is_some() => format!("jaren.{year}"),
        (Some(_), None) => "jaren".to_owned(),
        (None, _) => String::new(),
    }
}
