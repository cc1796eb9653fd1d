//! Standing of a rule: when it is in force and what follows.

use crate::model::{Case, Consequence, Outcome, Standing};
use crate::syntax::tree::{self, Body, Clause, Quoted};

use super::ctx::Ctx;
use super::problem::Wrong;
use super::resolver::Resolver;

impl Resolver<'_> {
    pub fn standing(&mut self, clauses: &[Clause], ctx: &Ctx) -> Standing {
        let mut standing = Standing::default();
        for clause in clauses {
            match &clause.body {
                Body::PasBijVerantwoording => standing.at_accounting = true,
                Body::Beoordeling { by, about } => self.judged(clause, (by, about.as_ref()), clauses, &mut standing),
                Body::GeplandTeltMee => standing.planned = true,
                Body::NogNietVanKracht(reason) => standing.not_yet = Some(reason.text.clone()),
                Body::VanKracht { from, until } => {
                    standing.from = from.or(standing.from);
                    standing.until = until.or(standing.until);
                }
                Body::Gevolg { .. } => self.consequence(clause, &mut standing.consequences, ctx),
                _ => {}
            }
        }
        if let (Some(from), Some(until)) = (standing.from, standing.until)
            && from > until
            && let Some(clause) = clauses.iter().find(|c| matches!(c.body, Body::VanKracht { .. }))
        {
            self.report(clause.span, Wrong::NeverInForce);
        }
        standing
    }

    /// Only a person judges: the rule asks nothing else, and nothing else can follow.
    fn judged(
        &mut self,
        clause: &Clause,
        (by, about): (&Quoted, Option<&Quoted>),
        all: &[Clause],
        standing: &mut Standing,
    ) {
        if all.iter().any(|one| one.body.is_demand()) {
            self.report(clause.span, Wrong::JudgedBesides(by.text.clone()));
            return;
        }
        for one in all.iter().filter(|one| matches!(one.body, Body::Gevolg { .. })) {
            self.report(one.span, Wrong::JudgedFollows);
        }
        match about.filter(|about| !about.text.trim().is_empty()) {
            Some(about) => {
                standing.judged = Some(about.text.clone());
                let outcome = Outcome::Review(by.text.clone());
                standing.consequences.push(Consequence { case: Case::Met, outcome, condition: None });
            }
            None => self.report(clause.span, Wrong::JudgedWhat(by.text.clone())),
        }
    }

    pub fn consequences(&mut self, clauses: &[Clause], ctx: &Ctx) -> Vec<Consequence> {
        let mut found = Vec::new();
        for clause in clauses {
            self.consequence(clause, &mut found, ctx);
        }
        found
    }

    fn consequence(&mut self, clause: &Clause, found: &mut Vec<Consequence>, ctx: &Ctx) {
        let Body::Gevolg { case, outcome, condition } = &clause.body else { return };
        // At the accounting there is no later, and the next sentence counts.
        let leads_on = |old: &Consequence| old.outcome == Outcome::Later && !matches!(outcome, tree::Outcome::Later);
        if found.iter().any(|old| old.case == *case && old.condition.is_none() && !leads_on(old)) {
            self.report(clause.span, Wrong::Unreachable);
        }
        let condition = match condition {
            Some(cond) => match self.cond(cond, ctx) {
                Some(cond) => Some(cond),
                None => return,
            },
            None => None,
        };
        let outcome = match outcome {
            tree::Outcome::Violation => Outcome::Violation,
            tree::Outcome::Warning => Outcome::Warning,
            tree::Outcome::Review(by) => Outcome::Review(by.text.clone()),
            tree::Outcome::Later => Outcome::Later,
            tree::Outcome::NotVerifiable => Outcome::NotVerifiable,
            tree::Outcome::Fine => Outcome::Fine,
        };
        found.push(Consequence { case: *case, outcome, condition });
    }
}
