//! Severities of the repository and exceptions of the region, laid over the findings of one plan.

use jiff::civil::Date;

use crate::diagnostic::Severity;
use crate::report::{Finding, Lowered, Suppression};

use super::context::Context;

/// Findings that say that a plan was not judged at all: they can be waived or lowered by nobody.
pub const UNJUDGED: [&str; 3] = ["yaml", "regioplan-onbekend", "regioplan-niet-geldig"];

/// What laying them over changed.
#[derive(Debug, Default)]
pub struct Amended {
    /// Numbers of the exceptions that set a finding aside.
    pub used: Vec<usize>,
    /// Numbers of the exceptions that would have, were they not over.
    pub expired: Vec<usize>,
    /// Numbers of the levels that would lower a finding, but give no reason.
    pub unreasoned: Vec<usize>,
}

/// Changes the findings of a plan of a region and a practice; `today` tells which exceptions still hold.
pub fn amend(
    findings: &mut [Finding],
    region: Option<&str>,
    practice: Option<&str>,
    context: &Context,
    today: Date,
) -> Amended {
    let mut amended = Amended::default();
    for finding in findings {
        relevel(finding, region, context, &mut amended);
        if let Some(practice) = practice {
            waive(finding, region, practice, context, today, &mut amended);
        }
    }
    amended
}

/// Evidence that is due later stays what it is; the last level that is about the rule counts.
fn relevel(finding: &mut Finding, region: Option<&str>, context: &Context, amended: &mut Amended) {
    let about = |level: &&crate::settings::At<crate::settings::Level>| level.value.is_about(region, &finding.rule);
    let mut levels = context.levels.iter().enumerate().rev();
    let Some((number, level)) = levels.find(|(_, level)| about(level)) else { return };
    if finding.severity == Severity::Pending || level.value.severity == finding.severity {
        return;
    }
    // The worst severity comes first.
    if level.value.severity < finding.severity {
        finding.severity = level.value.severity;
        return;
    }
    match &level.value.reason {
        Some(reason) => {
            finding.lowered = Some(Lowered { from: finding.severity, reason: reason.clone() });
            finding.severity = level.value.severity;
        }
        None => amended.unreasoned.push(number),
    }
}

/// Only a violation can be waived, and only by an exception that is complete.
fn waive(
    finding: &mut Finding,
    region: Option<&str>,
    practice: &str,
    context: &Context,
    today: Date,
    amended: &mut Amended,
) {
    if finding.severity != Severity::Violation || UNJUDGED.contains(&finding.rule.as_str()) {
        return;
    }
    let list = context.waivers.iter().flat_map(|file| &file.waivers.list);
    let about = list.enumerate().filter(|(_, waiver)| waiver.is_about(practice, region, &finding.rule));
    for (number, waiver) in about {
        if !waiver.holds_on(today) {
            amended.expired.push(number);
        } else if finding.suppressed.is_none() {
            amended.used.push(number);
            finding.suppressed = Some(Suppression {
                reason: waiver.reason.clone(),
                by: waiver.agreement.by.clone(),
                agreed: waiver.agreement.on,
                until: waiver.until,
            });
        }
    }
}
