//! What several formats say of a finding in the same words.

use crate::check::BUILT_IN;
use crate::diagnostic::{Edit, Repair, Severity, Text};
use crate::plan::mask_citizen_numbers;

use super::Catalog;
use super::foreign::{escape, written_out};
use crate::session::{Decided, Finding, Lowered, Report, Suppression};

/// Title and detail as one message.
#[must_use]
pub fn message(finding: &Finding, catalog: &Catalog) -> String {
    titled(&finding.title, finding.detail.as_ref(), catalog)
}

/// The same for a machine, with every name in it, however many there are.
#[must_use]
pub fn full_message(finding: &Finding, catalog: &Catalog) -> String {
    titled(&finding.title.in_full(), finding.detail.as_ref().map(Text::in_full).as_ref(), catalog)
}

fn titled(title: &Text, detail: Option<&Text>, catalog: &Catalog) -> String {
    let title = catalog.say(title);
    match detail {
        Some(detail) => format!("{title}: {}", catalog.say(detail)),
        None => title,
    }
}

/// `RED-33, B.1 Anders werken; RED-98, Individueel praktijkplan`
#[must_use]
pub fn sources(finding: &Finding) -> String {
    let parts = finding
        .source
        .iter()
        .map(|(id, section)| if section.is_empty() { id.clone() } else { format!("{id}, {section}") });
    escape(&parts.collect::<Vec<_>>().join("; "))
}

/// The rule with the regioplan that it comes from, as `region/rule`; a built-in check has no region.
#[must_use]
pub fn full_rule(report: &Report, finding: &Finding) -> String {
    match &report.judged {
        Some(judged) if !finding.built_in => format!("{}/{}", judged.id, finding.rule),
        _ => finding.rule.clone(),
    }
}

/// What a built-in check looks at, in one sentence; the message is named after it.
#[must_use]
pub fn built_in(check: &str, catalog: &Catalog) -> Option<String> {
    BUILT_IN.contains(&check).then(|| catalog.word(&format!("built-in-{check}")))
}

/// The year and the intervention that a finding is about: `jaar 3, trieren`.
#[must_use]
pub fn about(finding: &Finding, catalog: &Catalog) -> String {
    let year = finding.year.map(|year| catalog.say(&Text::new("report-year").with("year", year)));
    let intervention = finding.intervention.as_deref().map(escape);
    year.into_iter().chain(intervention).collect::<Vec<_>>().join(", ")
}

/// Why a finding does not count.
#[must_use]
pub fn suppression(suppression: &Suppression, catalog: &Catalog) -> String {
    let text = match suppression.until {
        Some(until) => Text::new("report-suppressed").with("until", until),
        None if suppression.reason.is_none() => Text::new("report-settled"),
        None => Text::new("report-settled-note"),
    };
    let reason = suppression.reason.as_deref().unwrap_or_default();
    let text = text.with("reason", reason).with("by", &suppression.by).with("agreed", suppression.agreed);
    catalog.say(&text)
}

/// What was decided, of a finding that a person judges, where it is not set aside by that.
#[must_use]
pub fn decided(decided: &Decided, catalog: &Catalog) -> String {
    let answer = catalog.word(decided.answer.text_id());
    let id = match (decided.outdated, &decided.note) {
        (true, None) => "report-decided-outdated",
        (true, Some(_)) => "report-decided-outdated-note",
        (false, None) => "report-decided",
        (false, Some(_)) => "report-decided-note",
    };
    let text = Text::new(id).with("answer", answer).with("by", &decided.by).with("on", decided.on);
    catalog.say(&text.with("note", decided.note.as_deref().unwrap_or_default()))
}

/// What was decided, where the reader must still know: a finding that is settled says so itself.
#[must_use]
pub fn open_decision(finding: &Finding) -> Option<&Decided> {
    finding.decided.as_ref().filter(|_| finding.suppressed.is_none())
}

/// Why a finding is milder than the regioplan says.
#[must_use]
pub fn lowered(lowered: &Lowered, catalog: &Catalog) -> String {
    let was = catalog.word(lowered.from.text_id());
    catalog.say(&Text::new("report-lowered").with("was", was).with("reason", &lowered.reason))
}

/// Everything to be known of a finding besides its message, a line each: what to do, the source, and who decided
/// otherwise.
#[must_use]
pub fn remarks(finding: &Finding, catalog: &Catalog) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(help) = &finding.help {
        lines.push(format!("{}: {}", catalog.word("word-help"), catalog.say(help)));
    }
    if !finding.source.is_empty() {
        lines.push(format!("{}: {}", catalog.word("word-source"), sources(finding)));
    }
    lines.extend(finding.lowered.as_ref().map(|why| lowered(why, catalog)));
    lines.extend(open_decision(finding).map(|found| decided(found, catalog)));
    lines.extend(finding.suppressed.as_ref().map(|why| suppression(why, catalog)));
    lines
}

/// The word for how bad it is, with what it would be if nobody had set it aside.
#[must_use]
pub fn severity(finding: &Finding, catalog: &Catalog) -> String {
    let word = catalog.word(finding.severity.text_id());
    match finding.suppressed {
        Some(Suppression { until: None, .. }) => catalog.word("report-agreed"),
        Some(_) => catalog.say(&Text::new("report-set-aside").with("severity", word)),
        None => word,
    }
}

/// Whether a finding needs doing now.
#[must_use]
pub fn is_urgent(finding: &Finding) -> bool {
    finding.suppressed.is_none() && matches!(finding.severity, Severity::Violation | Severity::Warning)
}

/// How many weights there are.
pub const WEIGHTS: usize = 4;

/// What is read first, and left out last where there is no room for all: what counts, the worst first.
#[must_use]
pub fn weight(finding: &Finding) -> usize {
    match finding.severity {
        _ if finding.suppressed.is_some() => 3,
        Severity::Violation => 0,
        Severity::Warning => 1,
        Severity::Review | Severity::Pending => 2,
    }
}

/// A text on one line, without signs that a screen would obey.
#[must_use]
pub fn one_line(text: &str) -> String {
    written_out(&text.replace(['\n', '\r', '\t'], " "))
}

/// The repair of a finding, for a report that is kept: none that repeats a citizen number.
pub fn shown_repair(finding: &Finding) -> Option<&Repair> {
    let is_clean = |edit: &Edit| mask_citizen_numbers(&edit.text) == edit.text;
    finding.repair.as_ref().filter(|repair| repair.edits.iter().all(is_clean))
}
