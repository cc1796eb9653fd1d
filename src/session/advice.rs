//! What a finding says to choose: only what the other rules of the plan allow.
//!
//! Input: a plan that was judged, with its findings. Output: the same findings, in which each advice about choices was asked of the
//! room `solve`; and the nearest valid choices. Where that does not know, the advice says that other rules may ask more.

use crate::check::{Asked, Circumstances};
use crate::diagnostic::{Edit, Join, Repair, Severity, Text};
use crate::model::{Contents, InterventionId, name_kinds};
use crate::plan::{Chooses, Plan};
use crate::solve::{Broken, Change, End, Mend, Nearest, Solved, Step, Wanted};

use super::changes::{Words, excluding};
use super::finding::Finding;
use super::judge::Judgement;
use super::nearest;
use super::proposal::Proposal;
use super::reading::Reading;
use super::report::Report;

/// A text of more bytes is judged once: every way that is tried would judge all of it again.
const LONGEST: usize = 32 * 1024;

/// Tells of each finding about choices what the other rules allow, and of the plan how its choices become valid.
pub fn advise(judged: &mut Judgement) {
    advise_read(&mut judged.report, judged.rests_on.as_ref().map(|(reading, now)| (reading, now)));
}

/// The same of a report that rests on a plan that was read.
pub fn advise_read(report: &mut Report, rests_on: Option<(&Reading, &Circumstances)>) {
    let is_open = |finding: &&Finding| finding.suppressed.is_none();
    let violated = report.findings.iter().filter(is_open).any(|finding| finding.severity == Severity::Violation);
    let chosen = report.findings.iter().filter(is_open).any(|finding| finding.wanted.is_some());
    let known = rests_on.filter(|_| report.source.text.len() <= LONGEST && (violated || chosen));
    let Some((reading, now)) = known else {
        report.findings.iter_mut().for_each(others_ask);
        return;
    };
    let Reading { loaded, plan } = reading;
    let asked = Asked { model: &loaded.model, plan, now };
    let solved = Solved::of(asked, nearest::excused(&loaded.model.contents, &report.findings), chosen);
    let over = over(report, now);
    for finding in &mut report.findings {
        let wanted = finding.wanted.as_ref().filter(|_| finding.suppressed.is_none());
        let mend = wanted.and_then(|wanted| Some((wanted.clone(), solved.mend(wanted)?)));
        match mend {
            Some((wanted, mend)) => {
                tell(finding, &wanted, &mend, &loaded.model.contents, plan);
                if matches!(mend, Mend::Alone(_)) {
                    others_ask(finding);
                }
                let is_over = finding.year.is_some() && finding.year == over;
                if is_over && matches!(wanted.of, Broken::Rule(_)) && matches!(mend, Mend::One(_) | Mend::Together(_)) {
                    what_was_done(finding, &loaded.model.contents);
                }
            }
            None => others_ask(finding),
        }
    }
    // No choices are valid, but another day or an earlier year may make them so.
    let is_else = |finding: &Finding| matches!(finding.chooses, Some(Chooses::ChoiceOrDay | Chooses::KindOrStart));
    let elsewise = report.findings.iter().any(|finding| finding.suppressed.is_none() && is_else(finding));
    let is_told = |found: &&Nearest| violated && !(elsewise && matches!(found.end, End::Never(_)));
    let found = solved.nearest().filter(is_told);
    report.nearest = found.map(|found| Proposal { over, ..nearest::proposal(found, &report.source, reading) });
}

/// What a rule by itself advises, others may not allow.
fn others_ask(finding: &mut Finding) {
    if finding.chooses.is_some() {
        finding.help = finding.help.take().map(|help| Text::new("help-others-ask").with("help", help));
    }
}

/// The year that is accounted for, when it is over: what was chosen then is a fact.
fn over(report: &Report, now: &Circumstances) -> Option<u8> {
    report.year.filter(|year| now.accounting && report.end_of(*year).is_some_and(|end| end < now.reference))
}

/// Of a year that is over, only what the practice did then can still be put in the plan.
fn what_was_done(finding: &mut Finding, model: &Contents) {
    let text = |help| Text::new("help-over").with("help", help).with("region", &model.name);
    let year = finding.year;
    let of_year = |text: Text| year.into_iter().fold(text, |text, year| text.with("year", year));
    finding.help = finding.help.take().map(|help| of_year(text(help)));
}

fn tell(finding: &mut Finding, wanted: &Wanted, mend: &Mend, model: &Contents, plan: &Plan) {
    let own = match wanted.of {
        Broken::Offer(id) => Some(id),
        Broken::Rule(_) => None,
    };
    if own.is_some_and(|id| is_as_meant(mend, id, plan)) {
        return;
    }
    let words = Words { model, year: finding.year };
    let help = match (mend, finding.chooses) {
        (Mend::One(changes) | Mend::Alone(changes), _) => {
            open(changes, own, plan).unwrap_or_else(|| words.one(changes, own))
        }
        (Mend::Together(changes), _) => words.together(changes),
        (Mend::Nothing, None) => return,
        // Other choices do not help; something else may.
        (Mend::Nothing | Mend::Never(_), Some(Chooses::KindOrStart)) => {
            finding.help = Some(Text::new("help-start"));
            return;
        }
        (Mend::Nothing | Mend::Never(_), Some(Chooses::ChoiceOrDay)) => {
            finding.help = Some(Text::new("help-day"));
            return;
        }
        (Mend::Nothing, Some(Chooses::Choice)) => Text::new("help-no-choice"),
        (Mend::Never(rules), Some(Chooses::Choice) | None) => {
            super::proposal::never(&excluding(rules, model), finding.year)
        }
    };
    // Who stopped in the course of a year chose it in that year.
    let stopped = finding.help.as_ref().is_some_and(|own| own.id == "kind-stopped") && help.id == "help-kind-or-gone";
    let help = if stopped { Text { id: "help-kind-or-stopped", ..help } } else { help };
    finding.help = Some(match finding.chooses {
        Some(Chooses::KindOrStart) => Text::new("help-or-start").with("help", help),
        Some(Chooses::ChoiceOrDay) => Text::new("help-or-day").with("help", help),
        Some(Chooses::Choice) | None => help,
    });
    if let (Mend::One(changes), Some(id)) = (mend, own) {
        finding.repair = finding.repair.take().or_else(|| repair(changes, id, plan));
    }
}

/// Whether what a misspelt kind is probably meant as will do: then the finding says so already.
fn is_as_meant(mend: &Mend, id: InterventionId, plan: &Plan) -> bool {
    let (Mend::One(changes) | Mend::Alone(changes)) = mend else { return false };
    let [Change { year, intervention, step: Step::Turn(kinds), needs, .. }] = changes.as_slice() else { return false };
    let near = plan.year(*year).and_then(|year| year.choices.iter().find(|choice| choice.intervention == id)?.near);
    *intervention == id && needs.is_empty() && near.is_some() && near == kinds.first().copied()
}

/// Where the kind must come, of a choice that has none.
fn open(changes: &[Change], own: Option<InterventionId>, plan: &Plan) -> Option<Text> {
    let [Change { year, intervention, step: Step::Turn(kinds), needs, .. }] = changes else { return None };
    let choice = plan.year(*year)?.choices.iter().find(|choice| choice.intervention == *intervention)?;
    let here = own == Some(*intervention) && needs.is_empty() && choice.kind.is_none() && choice.near.is_none();
    let id = match (choice.is_open, choice.kind_span == choice.key) {
        (true, _) => "help-kind-behind",
        (false, true) => "help-kind-long",
        (false, false) => return None,
    };
    here.then(|| Text::new(id).with("kinds", name_kinds(kinds, Join::Or)))
}

/// Another kind in the place of the one that stands there.
fn repair(changes: &[Change], id: InterventionId, plan: &Plan) -> Option<Repair> {
    let [Change { year, intervention, step: Step::Turn(kinds), needs, consult }] = changes else { return None };
    let choice = plan.year(*year)?.choices.iter().find(|choice| choice.intervention == id)?;
    let stands = *intervention == id && needs.is_empty() && !*consult;
    let stands = stands && choice.kind_span != choice.key && !choice.is_open;
    let edit = Edit::new(choice.kind_span, kinds.first()?.word());
    stands.then(|| Repair { edits: vec![edit], certain: false })
}
