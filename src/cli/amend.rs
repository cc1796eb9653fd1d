//! Severities of the repository and exceptions of the region, laid over the findings of one plan.

use jiff::civil::Date;

use crate::diagnostic::Severity;
use crate::report::{Finding, Lowered, Suppression};

use super::context::Context;

/// Findings that say that a plan, or a part of it, could not be judged: what stands there may break any rule, so nobody can
/// waive or lower them.
pub const UNJUDGED: [&str; 9] = [
    "yaml",
    "dubbele-sleutel",
    "onbekend-veld",
    "verplicht-veld",
    "verkeerde-waarde",
    "regioplan-onbekend",
    "regioplan-niet-geldig",
    "jaar-buiten-regioplan",
    "onbekende-interventie",
];

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

/// Evidence that is due later stays what it is. A level for the rule of this region comes before one for every region; then
/// the last one counts.
fn relevel(finding: &mut Finding, region: Option<&str>, context: &Context, amended: &mut Amended) {
    let about = |level: &crate::settings::At<crate::settings::Level>| level.value.is_about(region, &finding.rule);
    let levels = context.levels.iter().enumerate().filter(|(_, level)| about(level));
    let Some((number, level)) = levels.max_by_key(|(at, level)| (level.value.region.is_some(), *at)) else { return };
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
        if waiver.is_over_on(today) {
            amended.expired.push(number);
        } else if !waiver.holds_on(today) {
            // It was not agreed yet.
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
