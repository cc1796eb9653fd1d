//! A rule without a source, and a rule without an example pair.

use std::collections::BTreeSet;

use crate::diagnostic::Text;
use crate::model::{Contents, OfferDemand, Rule};
use crate::value::same_name;

use super::around::Around;
use super::kinds::Lint;
use super::{Remark, Subject, places, remark, remark_with};

pub fn check(subject: &Subject<'_>, around: &Around<'_>, found: &mut Vec<Remark>) {
    let model = subject.model.contents();
    for rule in model.rules.iter().filter(|rule| !cites(model, rule)) {
        let text = Text::new("lint-unsourced").with("rule", &rule.id);
        found.push(remark(Lint::Unsourced, rule.span, text, "lint-unsourced-help"));
    }
    let unsourced = |demand: &&OfferDemand| demand.reasons.sources.is_empty();
    for demand in subject.model.offer_demands().iter().filter(unsourced) {
        let text = Text::new("lint-unsourced").with("rule", &demand.id);
        found.push(remark(Lint::Unsourced, demand.span, text, "lint-unsourced-help"));
    }
    examples(subject, around, found);
}

/// A minimum requirement or an end goal may rest on the source of its intervention.
fn cites(model: &Contents, rule: &Rule) -> bool {
    let of_intervention = rule.owner.intervention().map(|id| model.intervention(id));
    !rule.reasons.sources.is_empty() || of_intervention.is_some_and(|one| !one.reasons.sources.is_empty())
}

fn is_among(names: &BTreeSet<String>, name: &str) -> bool {
    names.contains(name) || names.iter().any(|known| same_name(known, name))
}

/// Each rule needs a plan that meets it and one that breaks it if a plan can, unless it is not in force yet. A leidraad judges no
/// plan.
fn examples(subject: &Subject<'_>, around: &Around<'_>, found: &mut Vec<Remark>) {
    let in_force = |rule: &&Rule| rule.standing.not_yet.is_none();
    let mut rules = subject.model.contents().rules.iter().filter(in_force).peekable();
    if subject.model.leidraad().is_some() || rules.peek().is_none() {
        return;
    }
    let Some(examples) = around.examples else {
        let span = places::head(subject.tree);
        let help = Text::new("lint-no-example-help").with("folder", around.folder);
        found.push(remark_with(Lint::NoExample, span, Text::new("lint-no-examples"), help));
        return;
    };
    for rule in rules {
        let broken = !rule.can_be_broken() || is_among(&examples.broken, &rule.id);
        let (id, help) = match (is_among(&examples.met, &rule.id), broken) {
            (true, true) => continue,
            (true, false) => ("lint-no-bad-example", "lint-no-bad-example-help"),
            (false, true) => ("lint-no-good-example", "lint-no-good-example-help"),
            (false, false) => ("lint-no-example-pair", "lint-no-example-pair-help"),
        };
        let text = Text::new(id).with("rule", &rule.id);
        found.push(remark(Lint::NoExample, rule.span, text, help));
    }
}
