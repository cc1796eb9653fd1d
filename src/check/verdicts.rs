//! Where verdicts go while rules are judged: all of them are kept, or those that somebody will read.

use crate::diagnostic::Severity;
use crate::model::Rule;

use super::Circumstances;
use super::left_out::LeftOut;
use super::outcome::{Gap, GapKind, Verdict};
use super::required::Unfilled;

/// Which verdicts are kept. Most rules are met or do not apply, and what is due at the accounting is much.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keep {
    /// Every verdict.
    #[default]
    All,
    /// The findings.
    Findings,
    /// The findings about which something must be done now: violations and warnings.
    Urgent,
    /// These, and what a person judges.
    Now,
}

impl Keep {
    /// Whether a finding of this severity is kept.
    #[must_use]
    pub fn wants(self, severity: Severity) -> bool {
        match self {
            Self::All | Self::Findings => true,
            Self::Urgent => matches!(severity, Severity::Violation | Severity::Warning),
            Self::Now => matches!(severity, Severity::Violation | Severity::Warning | Severity::Review),
        }
    }

    /// Whether nothing that the rule says now can be kept: before the accounting, what is asked at the accounting is never
    /// more than due later.
    #[must_use]
    pub fn passes_over(self, rule: &Rule, now: &Circumstances) -> bool {
        matches!(self, Self::Urgent | Self::Now)
            && rule.standing.at_accounting
            && !now.accounting
            && rule.lacks.is_empty()
    }
}

/// The verdicts so far.
#[derive(Debug, Default)]
pub struct Verdicts<'c> {
    kept: Vec<Verdict>,
    given: usize,
    keep: Keep,
    /// Required fields that are not filled in: each is a finding of its own.
    required: &'c [Unfilled],
    /// What hangs on years that are not there.
    pub left_out: LeftOut,
}

impl<'c> Verdicts<'c> {
    pub fn new(keep: Keep, required: &'c [Unfilled], left_out: LeftOut) -> Self {
        Self { kept: Vec::new(), given: 0, keep, required, left_out }
    }

    /// Whether a finding of its own names each of the fields that are missing.
    pub fn are_told(&self, gaps: &[Gap]) -> bool {
        let told = |gap: &Gap| match &gap.kind {
            GapKind::Field(words) => self.required.iter().any(|one| one.place == gap.place && one.is(words)),
            GapKind::TooLarge => false,
            GapKind::Year(_) | GapKind::Choice(_) | GapKind::Unreadable | GapKind::Beyond | GapKind::Ahead => true,
            GapKind::Figures(_) | GapKind::Empty(..) | GapKind::StillAhead(..) | GapKind::LessThanPart(_) => false,
        };
        gaps.iter().all(told)
    }

    pub fn push(&mut self, verdict: Verdict) {
        self.given += 1;
        let kept = match self.keep {
            Keep::All => true,
            keep => verdict.state.severity().is_some_and(|severity| keep.wants(severity)),
        };
        if kept {
            self.kept.push(verdict);
        }
    }

    /// A verdict that is no finding; made only when it is kept.
    pub fn push_quiet(&mut self, verdict: impl FnOnce() -> Verdict) {
        match self.keep {
            Keep::All => self.push(verdict()),
            Keep::Findings | Keep::Urgent | Keep::Now => self.given += 1,
        }
    }

    /// How many verdicts were given, kept or not.
    pub fn given(&self) -> usize {
        self.given
    }

    pub fn keep(&self) -> Keep {
        self.keep
    }

    /// The verdicts that were kept.
    pub fn into_kept(self) -> Vec<Verdict> {
        self.kept
    }
}
