//! What a finding says to choose: only what the other rules of the plan allow.
//!
//! Input: a plan that was judged, with its findings. Output: the same findings, in which each advice about choices was asked of the
//! room `solve`; and the nearest valid choices. Where that does not know, the advice says that other rules may ask more.

use crate::check::Asked;
use crate::diagnostic::{Arg, Edit, Join, Repair, Severity, Text};
use crate::model::{InterventionId, Kind, Regioplan};
use crate::plan::{Chooses, Plan};
use crate::solve::{Broken, Change, Mend, Solved, Step, Wanted};

use super::finding::Finding;
use super::judge::Judgement;
use super::nearest;
use super::reading::Reading;

/// A text of more bytes is judged once: every way that is tried would judge all of it again.
const LONGEST: usize = 32 * 1024;

/// Tells of each finding about choices what the other rules allow, and of the plan how its choices become valid.
pub fn advise(judged: &mut Judgement) {
    let report = &mut judged.report;
    let is_open = |finding: &&Finding| finding.suppressed.is_none();
    let violated = report.findings.iter().filter(is_open).any(|finding| finding.severity == Severity::Violation);
    let chosen = report.findings.iter().filter(is_open).any(|finding| finding.wanted.is_some());
    let known = judged.rests_on.as_ref().filter(|_| report.source.text.len() <= LONGEST && (violated || chosen));
    let Some((reading, now)) = known else {
        report.findings.iter_mut().for_each(others_ask);
        return;
    };
    let Reading { loaded, plan } = reading;
    let asked = Asked { model: &loaded.model, plan, now };
    let solved = Solved::of(asked, nearest::excused(&loaded.model, &report.findings), chosen);
    for finding in &mut report.findings {
        let wanted = finding.wanted.as_ref().filter(|_| finding.suppressed.is_none());
        let mend = wanted.and_then(|wanted| Some((wanted.clone(), solved.mend(wanted)?)));
        match mend {
            Some((wanted, mend)) => tell(finding, &wanted, &mend, &loaded.model, plan),
            None => others_ask(finding),
        }
    }
    let found = solved.nearest().filter(|_| violated);
    report.nearest = found.map(|found| nearest::proposal(found, &report.source, reading));
}

/// What a rule by itself advises, others may not allow.
fn others_ask(finding: &mut Finding) {
    if finding.chooses.is_some() {
        finding.help = finding.help.take().map(|help| Text::new("help-others-ask").with("help", help));
    }
}

fn tell(finding: &mut Finding, wanted: &Wanted, mend: &Mend, model: &Regioplan, plan: &Plan) {
    let own = match wanted.of {
        Broken::Offer(id) => Some(id),
        Broken::Rule(_) => None,
    };
    let words = Words { model, year: finding.year };
    let help = match mend {
        Mend::One(changes) => words.one(changes, own),
        Mend::Together(changes) => words.together(changes),
        Mend::Nothing if finding.chooses.is_none() => return,
        Mend::Nothing => Text::new("help-no-choice"),
        Mend::Never(rules) => super::proposal::never(&nearest::excluding(rules, model), finding.year),
    };
    let starts = finding.chooses == Some(Chooses::KindOrStart);
    finding.help = Some(if starts { Text::new("help-or-start").with("help", help) } else { help });
    if let (Mend::One(changes), Some(id)) = (mend, own) {
        finding.repair = finding.repair.take().or_else(|| repair(changes, id, plan));
    }
}

/// Another kind in the place of the one that stands there.
fn repair(changes: &[Change], id: InterventionId, plan: &Plan) -> Option<Repair> {
    let [Change { year, intervention, step: Step::Turn(kinds), needs }] = changes else { return None };
    let choice = plan.year(*year)?.choices.iter().find(|choice| choice.intervention == id)?;
    let stands = *intervention == id && needs.is_empty() && choice.kind_span != choice.key;
    let edit = Edit::new(choice.kind_span, kinds.first()?.word());
    stands.then(|| Repair { edits: vec![edit], certain: false })
}

/// A way as one sentence; the years are told where there are more than one.
pub(super) fn said(changes: &[Change], model: &Regioplan) -> Text {
    let first = changes.first().map(|change| change.year);
    let year = first.filter(|first| changes.iter().all(|change| change.year == *first));
    let words = Words { model, year: year.or(Some(0)) };
    Text::new("nearest-way").with("do", Arg::List(words.all(changes, Join::And), Join::Semicolon))
}

/// Changes in words.
struct Words<'a> {
    model: &'a Regioplan,
    /// The year that the finding is about.
    year: Option<u8>,
}

impl Words<'_> {
    /// One of these changes; what is done to the choice that the finding is about, is done here.
    fn one(&self, changes: &[Change], own: Option<InterventionId>) -> Text {
        let here = |change: &Change| Some(change.intervention) == own && Some(change.year) == self.year;
        match changes {
            [Change { step: Step::Turn(all), needs, .. }] if changes.iter().all(here) && needs.is_empty() => {
                Text::new("help-kind").with("kinds", kinds(all))
            }
            [Change { step: Step::Remove, .. }] if changes.iter().all(here) => Text::new("no-alternatives"),
            [Change { step: Step::Remove, .. }, Change { step: Step::Turn(all), .. }] if changes.iter().all(here) => {
                Text::new("help-kind-or-gone").with("kinds", kinds(all))
            }
            _ => {
                let all = self.all(changes, Join::Or);
                let text = Text::new("help-one").with("count", all.len());
                text.with("do", Arg::List(all, Join::Semicolon))
            }
        }
    }

    fn together(&self, changes: &[Change]) -> Text {
        Text::new("help-together").with("do", Arg::List(self.all(changes, Join::And), Join::Semicolon))
    }

    /// What is done, the same to several in one phrase.
    fn all(&self, changes: &[Change], join: Join) -> Vec<Arg> {
        let mut groups: Vec<(&Change, Vec<String>)> = Vec::new();
        for change in changes {
            let same = |one: &Change| one.step == change.step && one.needs == change.needs && one.year == change.year;
            let name = self.model.intervention(change.intervention).map_or("", |found| found.id.as_str());
            let name = format!("`{name}`");
            match groups.iter_mut().find(|(one, _)| same(one)) {
                Some((_, names)) => names.push(name),
                None => groups.push((change, vec![name])),
            }
        }
        groups.into_iter().map(|(change, names)| Arg::Text(self.phrase(change, Arg::words(names, join)))).collect()
    }

    fn phrase(&self, change: &Change, names: Arg) -> Text {
        let text = match &change.step {
            Step::Turn(all) => Text::new("do-turn").with("names", names).with("kinds", kinds(all)),
            Step::Add(all) => Text::new("do-add").with("names", names).with("kinds", kinds(all)),
            Step::Remove => Text::new("do-remove").with("names", names),
        };
        let text = if self.year.is_none_or(|year| year == change.year) {
            text
        } else {
            Text::new("do-in-year").with("do", text).with("year", change.year)
        };
        if change.needs.is_empty() {
            return text;
        }
        let fields = Arg::words(change.needs.iter().map(|field| format!("`{field}`")), Join::And);
        Text::new("do-with").with("do", text).with("fields", fields)
    }
}

fn kinds(all: &[Kind]) -> Arg {
    Arg::words(all.iter().map(|kind| format!("`{}`", kind.word())), Join::Or)
}
