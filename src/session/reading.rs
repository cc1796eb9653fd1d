//! A plan with the regioplan that judges it, and what the check says of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::check::{Circumstances, Keep, Outcome, check_keeping};
use crate::diagnostic::Text;
use crate::model::{PRACTICE, Resting};
use crate::plan::{self, Document, Plan, RecordValue};
use crate::source::{Source, Span};

use super::finding::{Asked, Finding, resolve_asked, tell_unseen};
use super::judged_part::fingerprint;
use super::loaded::Loaded;
use super::report::Report;

/// How plans are judged: the same for all plans of a run.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// The reference date that the user gives.
    pub as_of: Option<Date>,
    /// The reference date of a plan that has none.
    pub today: Date,
    pub accounting: bool,
    /// How much of the findings somebody will read.
    pub asked: Asked,
}

/// Says which of the files that a plan refers to are not there.
pub type Missing<'a> = &'a dyn Fn(&Plan) -> BTreeSet<String>;

/// What lies around a plan.
pub struct Around<'a> {
    pub missing: Missing<'a>,
    /// Whether a path, as the file of exceptions writes it, is that of this plan.
    pub is_at: &'a dyn Fn(&str) -> bool,
    /// The same as the file of decisions writes it.
    pub is_decided_at: &'a dyn Fn(&str) -> bool,
    /// Other plans with its AGB code.
    pub twins: &'a [Twin],
    /// What the region says of itself, read by the regioplan that judges the plan.
    pub figures: Option<Arc<RecordValue>>,
}

/// A plan that shares its AGB code with another, and is not the plan of that practice for another year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin {
    pub path: String,
    /// Whether it is for the same year; else the practice has another name there.
    pub same_year: bool,
}

impl<'a> Around<'a> {
    /// Files that it refers to, and nothing else.
    #[must_use]
    pub fn evidence(missing: Missing<'a>) -> Self {
        Self { missing, is_at: &|_| false, is_decided_at: &|_| false, twins: &[], figures: None }
    }
}

/// What is said of a plan that names one region and is made as a plan of another.
pub(super) const LOOKS_LIKE: &str = "looks-like-region";

/// A plan, read by the regioplan that judges it.
#[derive(Debug)]
pub struct Reading {
    pub loaded: Arc<Loaded>,
    pub plan: Plan,
}

impl Terms {
    /// Every finding, on the day that a plan itself names, else on this one.
    #[must_use]
    pub fn on(today: Date) -> Self {
        Self { as_of: None, today, accounting: false, asked: Asked::All }
    }
}

impl Reading {
    /// A document, read by this regioplan.
    #[must_use]
    pub fn of(document: &Document<'_>, loaded: &Arc<Loaded>) -> Option<Self> {
        let plan = plan::read(document, &loaded.model, &[])?;
        Some(Self { loaded: Arc::clone(loaded), plan })
    }

    /// The verdicts on the plan by itself, and the circumstances under which they were given.
    #[must_use]
    pub fn outcome(&self, terms: &Terms, missing: Missing<'_>, keep: Keep) -> (Circumstances, Outcome) {
        self.outcome_around(terms, &Around::evidence(missing), keep)
    }

    /// The same, with what lies around the plan.
    #[must_use]
    pub fn outcome_around(&self, terms: &Terms, around: &Around<'_>, keep: Keep) -> (Circumstances, Outcome) {
        let frame = &self.plan.frame;
        let reference = terms.as_of.or(frame.handed_in.map(|(date, _)| date)).unwrap_or(terms.today);
        let accounting = terms.accounting || frame.accounting.is_some_and(|(value, _)| value);
        let now = Circumstances {
            reference,
            accounting,
            missing_files: (around.missing)(&self.plan),
            figures: around.figures.clone(),
            day_unread: terms.as_of.is_none() && frame.unread.contains(&"ingediend"),
        };
        let outcome = check_keeping(&self.loaded.model, &self.plan, &now, keep);
        (now, outcome)
    }

    /// The verdicts as findings.
    #[must_use]
    pub fn findings(&self, outcome: &Outcome, asked: Asked) -> Vec<Finding> {
        resolve_asked(&self.loaded.model.contents, &self.plan, outcome, asked, self.loaded.told.as_deref())
    }

    pub(super) fn report(&self, source: Source, outcome: &Outcome, asked: Asked) -> Report {
        let mut notes: Vec<Text> = outcome.notes.iter().map(|note| note.text.clone()).collect();
        if let (true, Some(year)) = (outcome.accounting, outcome.year) {
            notes.insert(0, Text::new("note-accounting").with("year", year));
        }
        let id = &self.loaded.model.contents.id;
        if let Some(named) = self.plan.frame.regioplan.as_ref().filter(|named| !crate::value::same_name(&named.id, id))
        {
            let guessed = self.plan.issues.iter().any(|issue| issue.problem.message.id == LOOKS_LIKE);
            let note = if guessed { "note-looks-like-region" } else { "note-other-region" };
            notes.insert(0, Text::new(note).with("named", &named.id).with("id", id));
        }
        for Resting { supplement, .. } in &self.loaded.model.resting {
            let text = Text::new("note-supplement-resting").with("name", supplement.full_id());
            notes.push(text.with("from", supplement.valid.0).with("to", supplement.valid.1));
        }
        let mut findings = self.findings(outcome, asked);
        let waiting = || asked.counted(outcome);
        tell_unseen(&mut findings, &source.text);
        Report {
            findings,
            pending: waiting().count(),
            first_pending: waiting()
                .filter(|(_, due)| due.is_none())
                .filter_map(|(year, _)| year.or(outcome.year))
                .min(),
            first_due: waiting().filter_map(|(_, due)| due).min(),
            path: source.name.clone(),
            source,
            plan: true,
            strict: false,
            judged: Some(Arc::clone(&self.loaded.judged)),
            model: Some(Arc::clone(&self.loaded.model)),
            reference: Some(outcome.reference),
            practice: self.field("naam"),
            year: outcome.year,
            start: self.plan.frame.start.map(|(start, _)| start),
            notes,
            nearest: None,
        }
    }

    /// The fingerprint of what a person judges in a finding.
    #[must_use]
    pub fn fingerprint(&self, finding: &Finding) -> String {
        let model = &self.loaded.model;
        let rule = model.contents.rules.iter().find(|rule| !finding.built_in && rule.id == finding.rule);
        let intervention = finding.intervention.as_deref().and_then(|id| model.contents.find_intervention(id));
        fingerprint(&model.contents, &self.plan, rule, finding.year, intervention)
    }

    /// The place of a field of the practice; else the top of the plan.
    #[must_use]
    pub fn place(&self, name: &str) -> Span {
        let field = self.loaded.model.contents.record(PRACTICE).position(name);
        let entry = field.and_then(|field| self.plan.practice.entry(field));
        entry.map_or(self.plan.frame.top, |entry| entry.span)
    }

    /// A text of the practice.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<String> {
        let field = self.loaded.model.contents.record(PRACTICE).position(name)?;
        self.plan.practice.text(field).map(str::to_owned)
    }
}
