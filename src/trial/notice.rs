//! Which changes of the rules the examples notice: with the rule changed, one of them no longer agrees.

use crate::model::{Contents, Rule, RuleId};

use super::{About, Change, Example, Seen, changes, difference};

/// A change, and whether an example notices it.
#[derive(Clone, Debug)]
pub struct Noticed {
    pub change: Change,
    pub noticed: bool,
}

/// An example that agrees, with what is said about it now.
struct Agreeing<'e> {
    example: &'e Example,
    seen: Vec<Seen>,
}

/// Makes every change of every rule that is asked, and asks the examples that agree now.
#[must_use]
pub fn notice(model: &Contents, years: &[u8], examples: &[Example], asked: &dyn Fn(RuleId) -> bool) -> Vec<Noticed> {
    let agreeing: Vec<Agreeing<'_>> = examples
        .iter()
        .map(|example| Agreeing { example, seen: example.all(model) })
        .filter(|one| difference(one.example.is_region(), &one.example.expected, &one.seen).is_empty())
        .collect();
    let mut copy = model.clone();
    let mut all = Vec::new();
    for index in model.rules.ids().filter(|index| asked(*index)) {
        let order = in_order(&agreeing, index);
        let affected = model.sharing_group(index);
        for change in changes(model, years, index) {
            let noticed = with_rule(&mut copy, index, change.changed.clone(), |changed| {
                order.iter().any(|one| disagrees(one, changed, &affected))
            });
            all.push(Noticed { change, noticed: noticed == Some(true) });
        }
    }
    all
}

/// The model with one rule replaced, for as long as it is asked.
pub fn with_rule<T>(model: &mut Contents, index: RuleId, rule: Rule, ask: impl FnOnce(&Contents) -> T) -> Option<T> {
    let old = model.replace_rule(index, rule)?;
    let answer = ask(model);
    model.replace_rule(index, old);
    Some(answer)
}

/// The examples that speak of the rule first: they notice most.
fn in_order<'a, 'e>(agreeing: &'a [Agreeing<'e>], rule: RuleId) -> Vec<&'a Agreeing<'e>> {
    let names = |one: &&Agreeing<'_>| one.example.expected.iter().any(|wanted| wanted.about == About::Rule(rule));
    let (mut first, rest): (Vec<_>, Vec<_>) = agreeing.iter().partition(names);
    first.extend(rest);
    first
}

fn disagrees(one: &Agreeing<'_>, changed: &Contents, affected: &[RuleId]) -> bool {
    let is_affected = |seen: &&Seen| matches!(seen.about, About::Rule(rule) if affected.contains(&rule));
    let verdicts = affected.iter().flat_map(|rule| one.example.verdicts(changed, *rule));
    let new: Vec<Seen> = verdicts.filter_map(|verdict| one.example.seen(&verdict)).collect();
    let mut seen: Vec<Seen> = one.seen.iter().filter(|seen| !is_affected(seen)).copied().collect();
    seen.extend(new);
    !difference(one.example.is_region(), &one.example.expected, &seen).is_empty()
}
