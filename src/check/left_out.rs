//! Earlier years that a plan leaves out, and what they would decide.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{Contents, RuleId};
use crate::plan::{Issue, Plan};

use super::env::Env;
use super::outcome::{Gap, GapKind};

/// Something that hangs on a year that is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Undecided {
    Rule(RuleId),
    /// The fixed check on kinds of choice.
    Kinds,
}

/// What hangs on each year that is not there.
#[derive(Debug, Default)]
pub struct LeftOut(BTreeMap<u8, BTreeSet<Undecided>>);

impl LeftOut {
    /// Notes what hangs on the years among these gaps.
    pub fn note(&mut self, gaps: &[Gap], what: Undecided) {
        for gap in gaps {
            if let GapKind::Year(year) = gap.kind {
                self.0.entry(year).or_default().insert(what);
            }
        }
    }

    /// The findings: a violation for a year that decides something. The plan's own year is asked by itself, and a year that
    /// the regioplan does not cover is not asked.
    pub fn report(&self, env: &Env<'_, '_>, plan: &Plan, issues: &mut Vec<Issue>) {
        let model = env.model;
        let is_known = |own: u8| env.regioplan().is_some_and(|one| own <= one.programme.last_year);
        let Some((own, _)) = plan.frame.year.filter(|(own, _)| is_known(*own) && !plan.years_unread) else { return };
        for year in env.years_so_far().filter(|year| *year != own && plan.year(*year).is_none()) {
            let decides = self.0.get(&year).map(|what| names(model, what)).unwrap_or_default();
            let later = year > own;
            // A plan for more years has all of them; when one of them is accounted for, the others were planned before.
            let warns = if later { env.now.accounting } else { decides.is_empty() };
            let text = Text::new(match (later, decides.is_empty()) {
                (true, _) => "plan-year-missing",
                (false, true) => "earlier-year-missing",
                (false, false) => "earlier-year-decides",
            });
            let text = text.with("year", year).with("own", own).with("rules", Arg::Brief(decides, Join::And));
            let help = if later { "plan-year-missing-help" } else { "earlier-year-missing-help" };
            let mut issue =
                Issue::new("jaar-ontbreekt", plan.years_span, text).help(Text::new(help).with("year", year));
            if warns {
                issue = issue.warning();
            }
            issue.year = Some(year);
            "jaren".clone_into(&mut issue.trail);
            issues.push(issue);
        }
    }
}

/// The names of what hangs on a year.
fn names(model: &Contents, what: &BTreeSet<Undecided>) -> Vec<Arg> {
    let name = |one: &Undecided| match one {
        Undecided::Rule(id) => format!("`{}`", model.rules.get(*id).id),
        Undecided::Kinds => "`soort-keuze`".to_owned(),
    };
    what.iter().map(name).map(Arg::from).collect()
}
