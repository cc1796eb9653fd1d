//! Outcome -> findings: each with its words still open and its place in bytes. All formats start here.

use jiff::civil::Date;

use crate::check::{Failure, Gap, GapKind, Outcome, Shown, State, Verdict};
use crate::diagnostic::{Arg, Join, Label, Severity, Text};
use crate::model::{Cond, Demand, InterventionId, Ref, Regioplan, RuleScope, say_demand};
use crate::plan::{Issue, Plan};
use crate::source::{Source, Span};

/// One finding, ready for a writer.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The id of the rule, or of the built-in check.
    pub rule: String,
    pub built_in: bool,
    pub severity: Severity,
    pub year: Option<u8>,
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
    /// Statements of the source document: id and section.
    pub source: Vec<(String, String)>,
}

/// Which regioplan judged a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    pub id: String,
    pub version: String,
    /// Where it came from: a path, or nothing for an embedded one.
    pub path: Option<String>,
    pub sha256: String,
}

/// All about one checked file.
#[derive(Debug)]
pub struct Report {
    pub source: Source,
    pub judged: Option<Judged>,
    /// None when the plan could not be judged.
    pub reference: Option<Date>,
    pub practice: Option<String>,
    pub year: Option<u8>,
    pub findings: Vec<Finding>,
    pub notes: Vec<Text>,
}

/// The findings of an outcome, in order of place.
#[must_use]
pub fn resolve(model: &Regioplan, plan: &Plan, outcome: &Outcome) -> Vec<Finding> {
    let mut findings: Vec<Finding> = outcome.issues.iter().map(|issue| from_issue(issue, Some(model))).collect();
    findings.extend(outcome.verdicts.iter().filter_map(|verdict| from_verdict(model, plan, verdict)));
    sort(&mut findings);
    findings
}

/// Order of place, then of rule: the same for every run.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| (a.span, a.severity, &a.rule, a.year).cmp(&(b.span, b.severity, &b.rule, b.year)));
}

/// A finding of a built-in check.
#[must_use]
pub fn from_issue(issue: &Issue, model: Option<&Regioplan>) -> Finding {
    let problem = &issue.problem;
    Finding {
        rule: problem.code.to_owned(),
        built_in: true,
        severity: problem.severity,
        year: issue.year,
        intervention: issue.intervention.and_then(|id| model?.intervention(id)).map(|found| found.id.clone()),
        path: issue.trail.clone(),
        span: problem.primary.span,
        title: problem.message.clone(),
        detail: problem.primary.text.clone(),
        others: problem.others.clone(),
        help: problem.help.clone(),
        source: model.map(|model| sources(model, &issue.sources)).unwrap_or_default(),
    }
}

fn sources(model: &Regioplan, indexes: &[usize]) -> Vec<(String, String)> {
    indexes.iter().filter_map(|index| model.register.get(*index)).map(|s| (s.id.clone(), s.section.clone())).collect()
}

fn from_verdict(model: &Regioplan, plan: &Plan, verdict: &Verdict) -> Option<Finding> {
    let severity = match &verdict.state {
        State::Met | State::NotApplicable(_) | State::NotVerifiable { reported: true } => return None,
        State::Violated => Severity::Violation,
        State::Warned { .. } | State::NotVerifiable { reported: false } => Severity::Warning,
        State::Review(_) => Severity::Review,
        State::Pending => Severity::Pending,
    };
    let rule = model.rules.get(verdict.rule)?;
    let intervention = verdict.intervention.and_then(|id| model.intervention(id)).map(|found| found.id.clone());
    let spot = Spot { model, verdict, rule };
    let (span, others) = spot.places();
    Some(Finding {
        rule: rule.id.clone(),
        built_in: false,
        severity,
        year: verdict.year,
        path: path(plan, verdict, intervention.as_deref()),
        intervention,
        span,
        title: Text::new("finding-title").with("title", &rule.title),
        detail: Some(spot.detail()),
        others,
        help: Some(spot.help()),
        source: sources(model, &rule.reasons.sources),
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

/// A verdict with what it rests on.
struct Spot<'a> {
    model: &'a Regioplan,
    verdict: &'a Verdict,
    rule: &'a crate::model::Rule,
}

impl Spot<'_> {
    /// The value that decided, else the place of the verdict; and what else to look at.
    fn places(&self) -> (Span, Vec<Label>) {
        let mut others = Vec::new();
        for failure in &self.verdict.failures {
            if let Failure::Choices { counted, present, .. } = failure {
                for (id, kind, span) in present.iter().filter(|(id, _, _)| !counted.contains(id)) {
                    let name = self.name(*id);
                    let text = match kind {
                        Some(kind) => Text::new("label-counts-not").with("name", name).with("kind", kind.word()),
                        None => Text::new("label-counts-not-kind").with("name", name),
                    };
                    others.push(Label::new(*span, text));
                }
            }
        }
        let seen = self.verdict.failures.iter().find_map(|failure| match failure {
            Failure::Cond { seen: Some(seen), .. } if !matches!(seen.shown, Shown::Count { .. }) => Some(seen.span),
            _ => None,
        });
        let gap = self.verdict.gaps.iter().find(|gap| matches!(gap.kind, GapKind::Field(_))).map(|gap| gap.place);
        (seen.or(gap).unwrap_or(self.verdict.place), others)
    }

    fn name(&self, id: InterventionId) -> &str {
        self.model.intervention(id).map_or("", |found| found.id.as_str())
    }

    /// What was asked and what was found.
    fn detail(&self) -> Text {
        let facts = self.facts();
        let text = match &self.verdict.state {
            State::Review(by) if self.verdict.failures.is_empty() && self.verdict.gaps.is_empty() => {
                Text::new("detail-review-met").with("by", by)
            }
            State::Review(by) => Text::new("detail-review").with("by", by).with("facts", facts),
            State::Pending => Text::new("detail-plain").with("facts", facts),
            State::NotVerifiable { .. } => Text::new("detail-not-verifiable").with("facts", facts),
            State::Warned { violation_from: Some(date) } => {
                Text::new("detail-violation-from").with("date", *date).with("facts", facts)
            }
            State::Warned { violation_from: None } | State::Violated | State::Met | State::NotApplicable(_) => {
                Text::new("detail-plain").with("facts", facts)
            }
        };
        match (self.verdict.year, &self.rule.scope) {
            (_, RuleScope::Together(years)) => Text::new("detail-years")
                .with("years", Arg::words(years.iter().map(u8::to_string), Join::And))
                .with("detail", text),
            (Some(year), _) => Text::new("detail-year").with("year", year).with("detail", text),
            (None, _) => text,
        }
    }

    fn facts(&self) -> Arg {
        let mut facts: Vec<Arg> =
            self.verdict.failures.iter().map(|failure| Arg::Text(self.failure(failure))).collect();
        let missing: Vec<String> = fields(&self.verdict.gaps);
        if !missing.is_empty() {
            facts.push(Arg::Text(Text::new("fact-missing").with("fields", Arg::words(missing, Join::And))));
        }
        if facts.is_empty() {
            facts.extend(self.rule.demands.iter().map(|demand| Arg::Text(say_demand(demand))));
        }
        if facts.is_empty() {
            facts.push(Arg::Text(Text::new("finding-title").with("title", &self.rule.title)));
        }
        Arg::List(facts, Join::Semicolon)
    }

    fn failure(&self, failure: &Failure) -> Text {
        match failure {
            Failure::Cond { demand, seen } => {
                let asked = self.rule.demands.get(*demand).map_or(Text::new("nothing"), say_demand);
                match seen {
                    Some(seen) => Text::new("fact-cond").with("asked", asked).with("seen", shown(&seen.shown)),
                    None => Text::new("fact-plain").with("asked", asked),
                }
            }
            Failure::Choices { demand, target, counted, lacking, .. } => {
                self.choices(*demand, *target, counted, lacking)
            }
        }
    }

    fn choices(
        &self,
        demand: usize,
        target: Option<usize>,
        counted: &[InterventionId],
        lacking: &[InterventionId],
    ) -> Text {
        let asked = self.rule.demands.get(demand);
        let words = asked.map_or(Text::new("nothing"), say_demand);
        let missing_target = asked.and_then(|demand| match demand {
            Demand::Choose { selector, .. } => {
                target.and_then(|index| selector.targets.get(index)).map(|t| t.label.clone())
            }
            Demand::Cond(_) | Demand::Evidence { .. } => None,
        });
        let text = Text::new("fact-choices").with("asked", words).with("count", counted.len());
        let names = |ids: &[InterventionId]| Arg::words(ids.iter().map(|id| self.name(*id)), Join::And);
        let text = if counted.is_empty() {
            text
        } else {
            Text::new("fact-choices-named").with("fact", text).with("names", names(counted))
        };
        let text = match missing_target {
            Some(label) => Text::new("fact-in-target").with("fact", text).with("target", label),
            None => text,
        };
        if lacking.is_empty() {
            text
        } else {
            Text::new("fact-lacking").with("fact", text).with("names", names(lacking))
        }
    }

    /// What to do: the advice of the rule, else what follows from the facts.
    fn help(&self) -> Text {
        if matches!(self.verdict.state, State::Pending) {
            return self.pending_help();
        }
        if !self.rule.reasons.advice.is_empty() {
            return Text::new("help-advice").with("advice", Arg::words(&self.rule.reasons.advice, Join::Comma));
        }
        if let State::Review(by) = &self.verdict.state {
            return Text::new("help-review").with("by", by);
        }
        let missing = fields(&self.verdict.gaps);
        if !missing.is_empty() {
            return Text::new("help-fill-in").with("fields", Arg::words(missing, Join::And));
        }
        for failure in &self.verdict.failures {
            match failure {
                Failure::Choices { demand, lacking, eligible, .. } => {
                    return self.choose_help(*demand, lacking, eligible);
                }
                Failure::Cond { demand, .. } => {
                    if let Some(Demand::Cond(Cond::Filled { target: Ref::Path(path), negated: false })) =
                        self.rule.demands.get(*demand)
                    {
                        return Text::new("help-fill-in").with("fields", format!("`{}`", path.words));
                    }
                    if let Some(Demand::Evidence { kinds, .. }) = self.rule.demands.get(*demand) {
                        return Text::new("help-evidence")
                            .with("kinds", Arg::words(kinds.iter().map(|k| format!("`{k}`")), Join::Or));
                    }
                }
            }
        }
        Text::new("help-explain").with("rule", &self.rule.id)
    }

    fn pending_help(&self) -> Text {
        let kinds: Vec<String> = self
            .rule
            .demands
            .iter()
            .filter_map(|demand| match demand {
                Demand::Evidence { kinds, .. } => Some(kinds.iter().map(|k| format!("`{k}`"))),
                Demand::Cond(_) | Demand::Choose { .. } => None,
            })
            .flatten()
            .collect();
        if kinds.is_empty() {
            Text::new("help-pending")
        } else {
            Text::new("help-pending-evidence").with("kinds", Arg::words(kinds, Join::Or))
        }
    }

    fn choose_help(&self, demand: usize, lacking: &[InterventionId], eligible: &[InterventionId]) -> Text {
        let explain = || Text::new("help-explain").with("rule", &self.rule.id);
        let Some(Demand::Choose { amount, selector }) = self.rule.demands.get(demand) else { return explain() };
        if matches!(amount, crate::model::Amount::AtMost(_) | crate::model::Amount::None) {
            return Text::new("help-choose-fewer");
        }
        let ids = if lacking.is_empty() { eligible } else { lacking };
        if ids.is_empty() {
            return explain();
        }
        let names: Vec<String> = ids.iter().map(|id| format!("`{}`", self.name(*id))).collect();
        let text = Text::new("help-choose").with("names", Arg::words(names, Join::Or));
        if selector.kinds.0.is_empty() {
            return text;
        }
        let kinds = Arg::words(selector.kinds.0.iter().map(|kind| format!("`{}`", kind.word())), Join::Or);
        Text::new("help-choose-kinds").with("choose", text).with("kinds", kinds)
    }
}

/// The fields that are missing, once each, between backticks.
fn fields(gaps: &[Gap]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for gap in gaps {
        if let GapKind::Field(words) = &gap.kind {
            let quoted = format!("`{words}`");
            if !names.contains(&quoted) {
                names.push(quoted);
            }
        }
    }
    names
}

/// A value in words.
fn shown(shown: &Shown) -> Arg {
    match shown {
        Shown::Text(text) => Arg::from(shorten(text)),
        Shown::Number(number) => Arg::Text(Text::new("say-number").with("number", number.normalize().to_string())),
        Shown::Date(date) => Arg::Date(*date),
        Shown::Quarter(quarter) => Arg::Text(
            Text::new("say-quarter")
                .with("number", quarter.number.unsigned_abs())
                .with("year", quarter.year.to_string()),
        ),
        Shown::YesNo(true) => Arg::from("ja"),
        Shown::YesNo(false) => Arg::from("nee"),
        Shown::Filled(true) => Arg::Text(Text::new("seen-filled")),
        Shown::Filled(false) | Shown::Count { total: 0, .. } => Arg::Text(Text::new("seen-nothing")),
        Shown::Count { yes, total } => Arg::Text(Text::new("seen-count").with("yes", *yes).with("total", *total)),
    }
}

fn shorten(text: &str) -> String {
    const LONGEST: usize = 60;
    if text.chars().count() <= LONGEST { text.to_owned() } else { text.chars().take(LONGEST).chain(['…']).collect() }
}
