//! Built in: years that begin after the programme has ended.

use crate::diagnostic::Text;
use crate::model::Programme;
use crate::plan::{Issue, Plan};
use crate::source::Span;

/// Of a practice that would only begin after the end nothing else is told; else each year in the plan that lies behind the end.
pub fn check(programme: &Programme, plan: &Plan, issues: &mut Vec<Issue>) {
    let (Some(ends), Some((start, place))) = (programme.ends, plan.frame.start) else { return };
    if programme.is_over(Some(start), 1) {
        let text = Text::new("start-after-end").with("ends", ends);
        let mut issue = Issue::new("jaar-buiten-regioplan", place, text).help(Text::new("start-after-end-help"));
        "startkwartaal".clone_into(&mut issue.trail);
        issues.push(issue);
        return;
    }
    let mut after = |year: u8, span: Span, trail: String| {
        let text = Text::new("year-after-end");
        let text = text.with("year", year).with("first", programme.days(start, year).0).with("ends", ends);
        let mut issue = Issue::new("jaar-buiten-regioplan", span, text).help(Text::new("year-after-end-help"));
        issue.year = Some(year);
        issue.trail = trail;
        issues.push(issue);
    };
    let own =
        plan.frame.year.filter(|(own, _)| programme.years().contains(own) && programme.is_over(Some(start), *own));
    if let Some((own, span)) = own {
        after(own, span, "jaar".to_owned());
    }
    for year in plan.years.iter().filter(|year| programme.is_over(Some(start), year.year)) {
        if own.is_none_or(|(own, _)| own != year.year) {
            after(year.year, year.key, format!("jaren.{}", year.year));
        }
    }
}
