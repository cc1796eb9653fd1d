//! Built in: what is chosen must be on offer, of a kind that is offered, and fit what was chosen before.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{
    Case, Intervention, InterventionId, Kind, Outcome as Consequent, Regioplan, Standpoint, Type, say_period,
};
use crate::plan::{Choice, Entry, Issue, Plan, Value};

use super::Circumstances;
use super::choices::chosen_in;
use super::consequence::following;
use super::env::Env;
use super::outcome::{GapKind, Outcome};

/// Judges every choice of the years that count.
pub fn check(model: &Regioplan, plan: &Plan, now: &Circumstances, outcome: &mut Outcome) {
    let Some((own, _)) = plan.frame.year else { return };
    let env = Env::new(model, plan, now);
    for year in plan.years.iter().filter(|year| year.year <= own) {
        for choice in &year.choices {
            let Some(intervention) = model.intervention(choice.intervention) else { continue };
            let env = env.in_year(year.year).with_choice(choice);
            let issues = [on_offer(intervention, choice, &env), history(intervention, choice, &env)];
            for mut issue in issues.into_iter().flatten() {
                // A kind that does not fit here need not be spelled right as well: one slip, one finding.
                outcome.issues.retain(|known| !is_spelling_of(known, &issue));
                issue.year = Some(year.year);
                issue.intervention = Some(choice.intervention);
                issue.trail = format!("jaren.{}.interventies.{}", year.year, intervention.id);
                if issue.sources.is_empty() {
                    issue.sources.clone_from(&intervention.reasons.sources);
                }
                outcome.issues.push(issue);
            }
        }
    }
}

fn is_spelling_of(known: &Issue, issue: &Issue) -> bool {
    issue.problem.code == "soort-keuze"
        && known.problem.code == "verkeerde-waarde"
        && known.problem.primary.span == issue.problem.primary.span
}

/// Whether an intervention can be chosen in the year in hand, as far as that is certain.
pub fn is_on_offer(env: &Env<'_, '_>, id: InterventionId) -> bool {
    let (Some(intervention), Some(at)) = (env.model.intervention(id), env.year.and_then(|year| env.standpoint(year)))
    else {
        return true;
    };
    intervention.not_offered.iter().all(|refusal| refusal.period.covers(at) != Some(true))
        && intervention.offered.iter().all(|period| period.covers(at) != Some(false))
}

/// Whether an intervention is certain to be on offer in the year in hand: only that is proposed to a practice.
/// Without a start quarter nothing about dates is certain: then the number of the year decides.
pub fn is_surely_on_offer(env: &Env<'_, '_>, id: InterventionId) -> bool {
    let (Some(intervention), Some(year)) = (env.model.intervention(id), env.year) else { return true };
    match env.standpoint(year) {
        Some(at) => surely(intervention, at),
        None => intervention.may_be_on_offer(year),
    }
}

fn surely(intervention: &Intervention, at: Standpoint) -> bool {
    intervention.not_offered.iter().all(|refusal| refusal.period.covers(at) == Some(false))
        && intervention.offered.iter().all(|period| period.covers(at) == Some(true))
}

fn on_offer(intervention: &Intervention, choice: &Choice, env: &Env<'_, '_>) -> Option<Issue> {
    let at = started(choice, intervention, env, env.year.and_then(|year| env.standpoint(year))?);
    let message = |id: &'static str| Text::new(id).with("name", &intervention.id).with("year", at.year);
    let mut unsure = false;
    for refusal in &intervention.not_offered {
        match refusal.period.covers(at) {
            Some(true) => {
                let issue =
                    Issue::new("niet-aangeboden", choice.key, message("not-offered").with("reason", &refusal.reason))
                        .help(alternatives(intervention, env, at))
                        .sources(&refusal.sources);
                return soften(issue, following(&refusal.consequences, Case::NotMet, env).map(|found| &found.outcome));
            }
            Some(false) => {}
            None => unsure = true,
        }
    }
    for trial in &intervention.trials {
        if trial.period.covers(at) == Some(true) {
            let text = message("only-trial").with("reason", &trial.reason);
            return Some(Issue::new("niet-aangeboden", choice.key, text).help(Text::new("only-trial-help")).warning());
        }
    }
    let in_trial = intervention.trials.iter().any(|trial| trial.period.covers(at).is_none());
    for period in &intervention.offered {
        match period.covers(at) {
            Some(true) => {}
            Some(false) if !in_trial => {
                let text = message("not-offered-then").with("period", say_period(period));
                return Some(Issue::new("niet-aangeboden", choice.key, text).help(alternatives(intervention, env, at)));
            }
            Some(false) | None => unsure = true,
        }
    }
    if let Some(by) = &intervention.assigned {
        return Some(assigned(choice, &message("assigned-choice"), by));
    }
    for limit in &intervention.only_kinds {
        let allowed = choice.kind.is_none_or(|kind| limit.kinds.allows(kind));
        match limit.period.covers(at) {
            _ if allowed => {}
            Some(true) => {
                let kinds = Arg::words(limit.kinds.0.iter().map(|kind| format!("`{}`", kind.word())), Join::Or);
                return Some(
                    Issue::new("niet-aangeboden", choice.kind_span, message("only-kinds"))
                        .help(Text::new("only-kinds-help").with("kinds", kinds)),
                );
            }
            Some(false) => {}
            None => unsure = true,
        }
    }
    unsure.then(|| {
        Issue::new("niet-aangeboden", choice.key, message("offer-unsure")).help(start_help(intervention, env)).warning()
    })
}

fn assigned(choice: &Choice, message: &Text, by: &str) -> Issue {
    let mut issue = Issue::new("niet-aangeboden", choice.key, message.clone().with("by", by))
        .help(Text::new("assigned-choice-help"));
    issue.problem.severity = crate::diagnostic::Severity::Review;
    issue
}

/// What a refusal becomes under the conditions that the regioplan gives.
fn soften(mut issue: Issue, outcome: Option<&Consequent>) -> Option<Issue> {
    use crate::diagnostic::Severity;
    match outcome {
        None | Some(Consequent::Violation) => {}
        Some(Consequent::Warning | Consequent::NotVerifiable) => issue.problem.severity = Severity::Warning,
        Some(Consequent::Review(by)) => {
            issue.problem.severity = Severity::Review;
            issue = issue.help(Text::new("judged-by").with("by", by));
        }
        Some(Consequent::Later) => issue.problem.severity = Severity::Pending,
        Some(Consequent::Fine) => return None,
    }
    Some(issue)
}

/// The programme year, or the day of the field `startdatum` when the choice has it.
fn started(choice: &Choice, intervention: &Intervention, env: &Env<'_, '_>, at: Standpoint) -> Standpoint {
    let field = env.model.record(intervention.record).and_then(|record| record.position("startdatum"));
    match field.and_then(|field| choice.data.entry(field)) {
        Some(Entry { value: Value::Date(date), .. }) => Standpoint { first: *date, last: *date, ..at },
        _ => at,
    }
}

fn start_help(intervention: &Intervention, env: &Env<'_, '_>) -> Text {
    let has = env
        .model
        .record(intervention.record)
        .and_then(|r| r.fields.iter().find(|f| f.id == "startdatum" && f.ty == Type::Date));
    Text::new(if has.is_some() { "offer-unsure-help-start" } else { "offer-unsure-help" })
}

/// The other interventions of the kernelement that are on offer now.
fn alternatives(intervention: &Intervention, env: &Env<'_, '_>, at: Standpoint) -> Text {
    let others: Vec<String> = env
        .model
        .interventions_of(intervention.element)
        .filter(|(_, other)| other.id != intervention.id && !other.offered.is_empty() && other.assigned.is_none())
        .filter(|(_, other)| surely(other, at))
        .map(|(_, other)| format!("`{}`", other.id))
        .collect();
    if others.is_empty() {
        Text::new("no-alternatives")
    } else {
        Text::new("choose-from").with("names", Arg::words(others, Join::Comma))
    }
}

/// `nieuw` for something chosen before, or going on with something never chosen.
fn history(intervention: &Intervention, choice: &Choice, env: &Env<'_, '_>) -> Option<Issue> {
    let (kind, year) = (choice.kind?, env.year?);
    let before = chosen_in(choice.intervention, env.model.first_year..=year.saturating_sub(1), env);
    let message =
        |id: &'static str| Text::new(id).with("name", &intervention.id).with("year", year).with("kind", kind.word());
    match (kind, before) {
        (Kind::Nieuw, Ok(true)) => {
            let earlier = env
                .plan
                .years
                .iter()
                .filter(|plan| plan.year < year)
                .flat_map(|plan| plan.choices.iter().map(move |c| (plan.year, c)));
            let first =
                earlier.filter(|(_, c)| c.intervention == choice.intervention).map(|(year, c)| (year, c.key)).next();
            let issue = Issue::new("soort-keuze", choice.kind_span, message("kind-not-new"))
                .help(Text::new("kind-not-new-help"));
            Some(match first {
                Some((year, span)) => issue.also(span, Text::new("chosen-here").with("year", year)),
                None => issue,
            })
        }
        (Kind::Nieuw, _) | (_, Ok(true)) => None,
        (_, Ok(false)) if intervention.without_earlier => None,
        (_, Ok(false)) => Some(
            Issue::new("soort-keuze", choice.kind_span, message("kind-never-chosen"))
                .help(Text::new("kind-never-chosen-help")),
        ),
        // A missing year is a finding of its own.
        (_, Err(gap)) => {
            debug_assert!(matches!(gap.kind, GapKind::Year(_)));
            None
        }
    }
}
