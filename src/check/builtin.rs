//! Built in: years that fit, years that are missing, files that are there, a version that is valid.

use jiff::civil::Date;

use crate::diagnostic::Text;
use crate::model::{Contents, Programme, Standpoint};
use crate::plan::{Issue, Plan};

use super::Circumstances;
use super::env::PlanBy;
use super::outcome::{Note, Outcome};

/// Checks the frame of the plan; whether the year fits the quarter of the start.
pub fn check(of: PlanBy<'_>, now: &Circumstances, outcome: &mut Outcome) -> bool {
    valid(of, now, outcome);
    let (plan, programme) = (of.plan, &of.regioplan.programme);
    let issues = &mut outcome.issues;
    own_year(programme, plan, issues);
    own_year_is_there(of, issues);
    let fits = year_and_start(of, now, issues);
    drafts(of, now, issues);
    files(plan, now, issues);
    notes(of, outcome);
    fits
}

/// The version must judge plans of the date of handing in. The accounting for a year follows the version that judged its plan,
/// also when that is over: then it is noted.
fn valid(of: PlanBy<'_>, now: &Circumstances, outcome: &mut Outcome) {
    let (plan, valid) = (of.plan, of.regioplan.valid);
    let Contents { id, version, supplements, .. } = &of.regioplan.contents;
    let unreadable = plan.frame.unread.contains(&"ingediend");
    let date = plan.frame.handed_in.map_or(now.reference, |(date, _)| date);
    let covers = valid.0 <= date && date <= valid.1;
    let own = plan.frame.year.and_then(|(year, _)| of.standpoint(year));
    for supplement in supplements.iter().filter(|one| one.valid.1 < date && !unreadable) {
        let Some(at) = own.filter(|_| now.accounting) else { continue };
        let text = Text::new("note-supplement-over").with("name", supplement.full_id());
        let text = text.with("to", supplement.valid.1).with("year", at.year).with("date", date);
        outcome.notes.push(Note { text, span: None });
    }
    if covers || unreadable {
        return;
    }
    // A plan may be handed in up to a year before its year begins.
    let judged = |at: &Standpoint| before_year(at.first) <= valid.1 && valid.0 <= at.last;
    if let Some(at) = own.filter(judged).filter(|_| now.accounting && valid.1 < date) {
        let text = Text::new("note-version-over").with("id", id).with("version", version);
        let text = text.with("to", valid.1).with("year", at.year).with("date", date);
        outcome.notes.push(Note { text, span: None });
        return;
    }
    let span = plan.frame.regioplan.as_ref().map_or(plan.frame.top, |named| named.span);
    let dated = plan.frame.handed_in.is_some();
    let text = Text::new(if dated { "version-not-valid" } else { "version-not-valid-today" });
    let text = text.with("id", id).with("version", version).with("date", date);
    let help = Text::new(if dated { "version-not-valid-help" } else { "version-not-valid-today-help" });
    let help = help.with("from", valid.0).with("to", valid.1).with("id", id);
    let mut issue = Issue::new("regioplan-niet-geldig", span, text).help(help);
    if let Some((_, span)) = plan.frame.handed_in {
        issue = issue.also(span, Text::new("handed-in-here"));
    }
    "regioplan".clone_into(&mut issue.trail);
    outcome.issues.push(issue);
}

fn own_year(programme: &Programme, plan: &Plan, issues: &mut Vec<Issue>) {
    let Some((year, span)) = plan.frame.year else { return };
    if !programme.years().contains(&year) {
        let mut issue = Issue::new("jaar-buiten-regioplan", span, Text::new("year-outside").with("year", year))
            .help(Text::new("year-outside-help").with("first", programme.first_year).with("last", programme.last_year));
        "jaar".clone_into(&mut issue.trail);
        issues.push(issue);
    }
}

/// The plan's own year must be there. Earlier years are asked after the rules: what hangs on them is known then.
fn own_year_is_there(of: PlanBy<'_>, issues: &mut Vec<Issue>) {
    let PlanBy { plan, regioplan } = of;
    let Some((own, _)) = plan.frame.year else { return };
    let asked = regioplan.programme.has_year(of.start(), own) && !plan.years_unread;
    if asked && plan.year(own).is_none() {
        let mut issue = Issue::new("verplicht-veld", plan.years_span, Text::new("own-year-missing").with("year", own))
            .help(Text::new("own-year-missing-help").with("year", own));
        issue.year = Some(own);
        "jaren".clone_into(&mut issue.trail);
        issues.push(issue);
    }
}

/// A later year in the plan that has begun, or soon will: then the plan may be meant for that year.
fn drafts(of: PlanBy<'_>, now: &Circumstances, issues: &mut Vec<Issue>) {
    let PlanBy { plan, regioplan } = of;
    let (Some((own, _)), Some(last)) = (plan.frame.year, plan.last.filter(|_| !now.day_unread)) else { return };
    let soon = now.reference.saturating_add(jiff::Span::new().months(1));
    let is_over = |year: u8| regioplan.programme.is_over(of.start(), year);
    for year in plan.years.iter().filter(|year| !last.reaches(year.year) && !is_over(year.year)) {
        let Some(at) = of.standpoint(year.year).filter(|at| at.first <= soon) else { continue };
        let id = if at.first <= now.reference { "draft-has-begun" } else { "draft-begins" };
        let text = Text::new(id).with("year", year.year).with("own", own).with("first", at.first);
        let mut issue = Issue::new("jaar-en-startkwartaal", year.key, text)
            .help(Text::new("draft-begins-help").with("year", year.year))
            .warning();
        issue.year = Some(year.year);
        issue.trail = format!("jaren.{}", year.year);
        issues.push(issue);
    }
}

/// The first day on which the plan for a year is not handed in too early: a year before the first day of that year.
#[must_use]
pub fn before_year(first: Date) -> Date {
    first.saturating_sub(jiff::Span::new().try_years(1).unwrap_or_default())
}

/// A plan is handed in around the year that it is for; another number is probably a slip.
fn year_and_start(of: PlanBy<'_>, now: &Circumstances, issues: &mut Vec<Issue>) -> bool {
    let plan = of.plan;
    let (Some((year, span)), Some((_, start))) = (plan.frame.year, plan.frame.start) else { return true };
    let Some(at) = of.standpoint(year) else { return true };
    let Some((date, _)) = plan.frame.handed_in else { return true };
    let early = date < before_year(at.first) || now.accounting && date < at.first;
    let late = date > at.last && !now.accounting;
    let calendar =
        plan.frame.calendar_year.filter(|(calendar, _)| *calendar < at.first.year() || *calendar > at.last.year());
    if !early && !late && calendar.is_none() {
        return true;
    }
    let text = Text::new("year-and-start").with("year", year).with("first", at.first).with("last", at.last);
    let mut issue = Issue::new("jaar-en-startkwartaal", span, text)
        .also(start, Text::new("start-here"))
        .help(Text::new("year-and-start-help"))
        .warning();
    issue.year = Some(year);
    "jaar".clone_into(&mut issue.trail);
    issues.push(issue);
    false
}

fn files(plan: &Plan, now: &Circumstances, issues: &mut Vec<Issue>) {
    for file in plan.files.iter().filter(|file| now.missing_files.contains(&file.path)) {
        let mut issue = Issue::new("bestand-ontbreekt", file.span, Text::new("file-missing").with("path", &file.path))
            .help(Text::new("file-missing-help"));
        issue.trail.clone_from(&file.trail);
        issue.year = file.year;
        issue.intervention = file.intervention;
        issues.push(issue);
    }
}

fn notes(of: PlanBy<'_>, outcome: &mut Outcome) {
    let PlanBy { plan, regioplan } = of;
    let (Some((own, _)), Some(last)) = (plan.frame.year, plan.last) else { return };
    if let Some(last) = last.year().filter(|last| *last > own) {
        let id = if outcome.accounting { "note-plan-years-accounting" } else { "note-plan-years" };
        outcome.notes.push(Note { text: Text::new(id).with("own", own).with("last", last), span: None });
    }
    let is_draft = |year: u8| !last.reaches(year) && !regioplan.programme.is_over(of.start(), year);
    for year in plan.years.iter().filter(|year| is_draft(year.year)) {
        outcome.notes.push(Note {
            text: Text::new("note-draft").with("year", year.year).with("own", own),
            span: Some(year.key),
        });
    }
    if plan.years.iter().any(|year| year.year < own) {
        outcome.notes.push(Note { text: Text::new("note-earlier").with("own", own), span: None });
    }
}
