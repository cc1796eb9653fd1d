//! What a repository agreed: severities of its own and exceptions of the region, laid over the findings of one plan.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::check::BUILT_IN;
use crate::diagnostic::{Problem, Severity, Text};
use crate::model::{Case, LastYear, Outcome, Rule};
use crate::settings::{Answer, At, Decision, Decisions, Level, Waiver, Waivers};
use crate::source::Source;
use crate::value::same_name;

use super::finding::{Decided, Finding, Lowered, Suppression};
use super::library::Library;
use super::loaded::{AnyLoaded, Load};
use super::reading::{Around, Reading};
use super::stop::Stop;

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

/// What a repository agreed about findings.
#[derive(Clone, Default)]
pub struct Agreed {
    pub levels: Vec<At<Level>>,
    /// The file with the exceptions, read.
    pub waivers: Option<Arc<(Source, Waivers)>>,
    /// The file with the decisions, read.
    pub decisions: Option<Arc<(Source, Decisions)>>,
    /// Whether warnings count as violations do.
    pub strict: bool,
}

/// What laying them over changed.
#[derive(Debug, Default)]
pub struct Amended {
    /// The AGB code of the practice.
    pub practice: Option<String>,
    /// Numbers of the exceptions that set a finding aside.
    pub used: Vec<usize>,
    /// Numbers of the exceptions that would have, were they not over.
    pub expired: Vec<usize>,
    /// Numbers of the exceptions for a rule that somebody of the region judges here.
    pub judged: Vec<usize>,
    /// Numbers of the exceptions that do not say which of the plans with one code they are for.
    pub unclear: Vec<usize>,
    /// Numbers of the exceptions that name this plan.
    pub met: Vec<usize>,
    /// Numbers of the exceptions for a rule that is broken here, and that name another plan.
    pub elsewhere: Vec<usize>,
    /// Numbers of the exceptions for a rule that is broken here, and that name another region.
    pub abroad: Vec<usize>,
    /// Numbers of the decisions about something that is judged in this plan.
    pub decided: Vec<usize>,
    /// Numbers of the decisions that do not say which of the plans with one code they are about.
    pub undecided: Vec<usize>,
    /// Numbers of the decisions about something that is judged here, and that name another plan.
    pub decided_elsewhere: Vec<usize>,
    /// Rules that ask for a judgement that no decision is about.
    pub open: Vec<String>,
    /// The last year of the plan.
    pub last: Option<LastYear>,
    /// Numbers of the levels that would lower a finding, but give no reason.
    pub unreasoned: Vec<usize>,
}

impl Agreed {
    /// Changes the findings of a plan; `today` tells which exceptions still hold.
    pub(super) fn amend(
        &self,
        findings: &mut [Finding],
        reading: &Reading,
        today: Date,
        around: &Around<'_>,
    ) -> Amended {
        if self.levels.is_empty() && self.waivers.is_none() && self.decisions.is_none() {
            return Amended::default();
        }
        let region = &reading.loaded.model.contents.id;
        let mut amended = Amended { practice: reading.field("agb"), last: reading.plan.last, ..Amended::default() };
        let practice = amended.practice.as_ref();
        let names_this = |waiver: &Waiver| {
            Some(&waiver.practice) == practice && waiver.file.as_deref().is_some_and(|file| (around.is_at)(file))
        };
        let met = self.granted().filter(|(_, waiver)| names_this(waiver)).map(|(number, _)| number);
        amended.met = met.collect();
        for finding in findings {
            self.decide(finding, reading, today, around, &mut amended);
            if finding.decided.as_ref().is_none_or(|decided| decided.outdated) {
                self.relevel(finding, region, &mut amended);
            }
            self.waive(finding, region, today, around, &mut amended);
        }
        amended
    }

    /// What a person judges is settled, or refused, by a decision about the text as it stands. In an earlier year the text was
    /// judged when it was new: an agreed one stays settled, also where less of it is repeated.
    fn decide(
        &self,
        finding: &mut Finding,
        reading: &Reading,
        today: Date,
        around: &Around<'_>,
        amended: &mut Amended,
    ) {
        let Some(decisions) = self.decisions.as_deref().filter(|_| finding.severity == Severity::Review) else {
            return;
        };
        let Some(practice) = &amended.practice else { return };
        let subject = finding.subject(practice, &reading.loaded.model.contents.id);
        let mut about = decisions.1.about(&subject);
        let numbers = |about: &[(usize, &Decision)]| about.iter().map(|(number, _)| *number).collect::<Vec<_>>();
        let names_other = |(_, found): &mut (usize, &Decision)| {
            found.file.as_deref().is_some_and(|file| !(around.is_decided_at)(file))
        };
        let elsewhere: Vec<_> = about.extract_if(.., names_other).collect();
        amended.decided_elsewhere.extend(numbers(&elsewhere));
        amended.decided.extend(numbers(&about));
        let is_unclear = |(_, found): &mut (usize, &Decision)| found.file.is_none() && !around.twins.is_empty();
        let unclear: Vec<_> = about.extract_if(.., is_unclear).collect();
        amended.undecided.extend(numbers(&unclear));
        about.retain(|(_, decision)| decision.on <= today);
        let fingerprint = || reading.fingerprint(finding);
        let past = finding.year.zip(amended.last).is_some_and(|(year, last)| LastYear::Year(year) < last);
        let settled = |found: &Decision| past && found.answer == Answer::Agreed;
        let own = about.first().map(|_| fingerprint());
        let holds = |(_, found): &&(usize, &Decision)| Some(&found.fingerprint) == own.as_ref();
        let standing = about.iter().find(holds).or_else(|| about.first().filter(|(_, found)| settled(found)));
        let Some((_, found)) = standing.or(about.first()) else {
            amended.open.push(finding.rule.clone());
            return;
        };
        finding.decided = Some(Decided {
            answer: found.answer,
            note: found.note.clone(),
            by: found.by.clone(),
            on: found.on,
            outdated: standing.is_none(),
        });
        match found.answer {
            _ if standing.is_none() => {}
            Answer::Refused => {
                finding.severity = Severity::Violation;
                finding.help = Some(Text::new("decision-refused-help"));
                (finding.repair, finding.wanted, finding.chooses) = (None, None, None);
            }
            Answer::Agreed => {
                finding.suppressed = Some(Suppression {
                    reason: found.note.clone(),
                    by: found.by.clone(),
                    agreed: found.on,
                    until: None,
                });
            }
        }
    }

    /// Evidence that is due later stays what it is. A level for the rule of this region comes before one for every region;
    /// then the last one counts.
    fn relevel(&self, finding: &mut Finding, region: &str, amended: &mut Amended) {
        let levels = self.levels.iter().map(|at| &at.value).enumerate();
        let about = levels.filter(|(_, level)| level.is_about(Some(region), &finding.rule));
        let Some((number, level)) = about.max_by_key(|(at, level)| (level.region.is_some(), *at)) else { return };
        if finding.severity == Severity::Pending || level.severity == finding.severity {
            return;
        }
        // The worst severity comes first.
        if level.severity < finding.severity {
            finding.severity = level.severity;
            return;
        }
        match &level.reason {
            Some(reason) => {
                finding.lowered = Some(Lowered { from: finding.severity, reason: reason.clone() });
                finding.severity = level.severity;
            }
            None => amended.unreasoned.push(number),
        }
    }

    /// Only a violation can be waived, and only by an exception that is complete.
    fn waive(&self, finding: &mut Finding, region: &str, today: Date, around: &Around<'_>, amended: &mut Amended) {
        let Some(practice) = &amended.practice else { return };
        let review = finding.severity == Severity::Review;
        if finding.severity != Severity::Violation && !review || UNJUDGED.contains(&finding.rule.as_str()) {
            return;
        }
        let about = self.granted().filter(|(_, waiver)| waiver.is_about(practice, &finding.rule));
        for (number, waiver) in about {
            let named = amended.met.contains(&number);
            if !waiver.is_for_region(region) {
                amended.abroad.push(number);
            } else if waiver.file.is_some() && !named {
                amended.elsewhere.push(number);
            } else if review {
                amended.judged.push(number);
            } else if waiver.file.is_none() && !around.twins.is_empty() {
                amended.unclear.push(number);
            } else if waiver.is_over_on(today) {
                amended.expired.push(number);
            } else if !waiver.holds_on(today) {
                // It was not agreed yet.
            } else if finding.suppressed.is_none() {
                amended.used.push(number);
                finding.suppressed = Some(Suppression {
                    reason: Some(waiver.reason.clone()),
                    by: waiver.agreement.by.clone(),
                    agreed: waiver.agreement.on,
                    until: Some(waiver.until),
                });
            }
        }
    }

    /// The exceptions, with their numbers.
    fn granted(&self) -> impl Iterator<Item = (usize, &Waiver)> {
        self.waivers.iter().flat_map(|read| &read.1.list).enumerate()
    }

    /// A severity for a rule that does not exist, or that nobody can lower, would do nothing, without a word.
    pub fn idle_levels(&self, library: &Library) -> Result<Vec<Problem>, Stop> {
        if self.levels.is_empty() {
            return Ok(Vec::new());
        }
        library.all_sound()?;
        let mut known: Vec<String> = BUILT_IN.iter().map(|id| (*id).to_owned()).collect();
        for (region, rule) in rules_by_region(&library.all()) {
            known.extend([rule.id.clone(), format!("{region}::{}", rule.id)]);
        }
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        Ok(self.levels.iter().filter_map(|level| idle(level, &known)).collect())
    }

    /// Whether a level makes a rule milder than these levels do, or where they are silent, than the rule itself may turn out.
    #[must_use]
    pub fn is_lowered_by(&self, level: &Level, library: &Library) -> bool {
        let here = |region: Option<&str>, rule: &str| {
            let about = self.levels.iter().map(|at| &at.value).filter(|one| one.is_about(region, rule));
            about.max_by_key(|one| one.region.is_some()).map(|one| one.severity)
        };
        if BUILT_IN.contains(&level.rule.as_str()) {
            return level.severity > here(level.region.as_deref(), &level.rule).unwrap_or(Severity::Violation);
        }
        let all = library.all();
        let rules = rules_by_region(&all);
        let mut about = rules.into_iter().filter(|(region, rule)| level.is_about(Some(region), &rule.id));
        about.any(|(region, rule)| level.severity > here(Some(region), &rule.id).unwrap_or_else(|| worst(rule)))
    }

    /// A problem for each level that lowers without a reason, by their numbers.
    pub fn without_reason<'a>(&'a self, levels: impl Iterator<Item = &'a usize>) -> Vec<Problem> {
        let levels = levels.filter_map(|number| self.levels.get(*number));
        let problems = levels.map(|At { value, span }| {
            let help =
                Text::new("settings-lowered-help").with("rule", &value.rule).with("level", value.severity.word());
            Problem::new("instellingen", *span, Text::new("settings-lowered").with("rule", &value.rule)).help(help)
        });
        problems.collect()
    }
}

/// Every rule, with the regions in which it can speak: that of an aanvulling can in each.
fn rules_by_region<'a>(all: &[&'a Load]) -> Vec<(&'a str, &'a Rule)> {
    let loaded = || all.iter().filter_map(|load| load.as_ref().ok());
    let regions: BTreeSet<&str> =
        loaded().filter_map(AnyLoaded::regioplan).map(|one| one.model.contents.id.as_str()).collect();
    let mut found = Vec::new();
    for one in loaded() {
        let model = one.contents();
        let speaks_in = if one.supplement().is_some() { regions.clone() } else { BTreeSet::from([model.id.as_str()]) };
        found.extend(speaks_in.into_iter().flat_map(|region| model.rules.iter().map(move |rule| (region, rule))));
    }
    found
}

/// The worst that can follow from a rule.
fn worst(rule: &Rule) -> Severity {
    let follows = rule.standing.consequences.iter().filter(|found| found.case != Case::Met);
    let severities = follows.clone().map(|found| match found.outcome {
        Outcome::Violation => Severity::Violation,
        Outcome::Warning | Outcome::NotVerifiable => Severity::Warning,
        Outcome::Review(_) => Severity::Review,
        Outcome::Later | Outcome::Fine => Severity::Pending,
    });
    let settled = |case| follows.clone().any(|found| found.case == case && found.condition.is_none());
    if settled(Case::NotMet) { severities.min().unwrap_or(Severity::Violation) } else { Severity::Violation }
}

fn idle(level: &At<Level>, known: &[&str]) -> Option<Problem> {
    let rule = &level.value.written();
    let problem = |text| Problem::new("instellingen", level.span, Text::new(text).with("key", rule).with("rule", rule));
    if !known.iter().any(|known| same_name(known, rule)) {
        let help = match crate::plan::nearest(rule, known) {
            Some(near) => Text::new("did-you-mean").with("name", near),
            None => Text::new("explain-unknown-help"),
        };
        return Some(problem("settings-rule-unknown").help(help));
    }
    let lowers = level.value.severity != Severity::Violation && UNJUDGED.contains(&level.value.rule.as_str());
    lowers.then(|| problem("settings-cannot-lower").help(Text::new("settings-cannot-lower-help")))
}
