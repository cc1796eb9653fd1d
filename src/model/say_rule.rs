//! A whole rule as sentences: when it speaks, what it asks, what follows.

use crate::diagnostic::{Arg, Join, Text};

use super::say::{say_amount, say_past_years, say_ref};
use super::{
    Base, Case, Comparison, Cond, Consequence, Demand, ForEach, Outcome, PastYears, Path, Period, Ref, Rule, RuleScope,
    Set, Table, Visitor, name_path, say_cond, say_period, say_selector, say_set,
};

/// The rule, one sentence a text; `rules` are those that it stands among.
#[must_use]
pub fn say_rule(rule: &Rule, rules: &Table<Rule>) -> Vec<Text> {
    let mut sentences = vec![Text::new("say-rule-scope").with("scope", say_when(rule))];
    sentences.extend(say_rest(rule, rules));
    sentences
}

/// The rule without when it speaks: under what condition and for whom, what it asks, what follows.
#[must_use]
pub fn say_rest(rule: &Rule, rules: &Table<Rule>) -> Vec<Text> {
    let mut sentences = Vec::new();
    sentences.extend(rule.conditions.iter().map(|cond| Text::new("say-rule-if").with("cond", say_cond(cond))));
    match &rule.for_each {
        Some(ForEach { set, same: None }) => {
            sentences.push(Text::new("say-rule-for-each").with("set", say_set(set)));
        }
        Some(ForEach { set, same: Some(field) }) => {
            let text = Text::new("say-rule-for-same").with("set", say_set(set));
            sentences.push(text.with("field", say_ref(field)));
        }
        None => {}
    }
    sentences.extend(rule.demands.iter().map(|demand| Text::new("say-rule-asks").with("demand", say_demand(demand))));
    if let (Some(about), Some(by)) = (&rule.standing.judged, judge(rule)) {
        sentences.push(Text::new("say-judged").with("by", by).with("about", about));
    }
    if rule.is_apart_within(rules) {
        sentences.push(Text::new("say-not-double"));
    }
    let named = |other: &Rule| Arg::Text(Text::new("say-rule-named").with("id", &other.id).with("title", &other.title));
    let others: Vec<Arg> = rule.apart_from(rules).map(named).collect();
    if !others.is_empty() {
        sentences.push(Text::new("say-not-double-with").with("rules", Arg::List(others, Join::Or)));
    }
    sentences.extend(say_standing(rule));
    sentences
}

/// When a rule speaks: `in jaar 3`, `voor de hele regio`.
#[must_use]
pub fn say_when(rule: &Rule) -> Text {
    if rule.whole_region {
        say_region_scope(&rule.scope)
    } else {
        say_scope(&rule.scope, rule.owner.intervention().is_some())
    }
}

/// A rule over the region speaks once, or once for each calendar year.
fn say_region_scope(scope: &RuleScope) -> Text {
    match scope {
        RuleScope::Once | RuleScope::OwnYear(_) | RuleScope::Together(_) => Text::new("say-scope-region"),
        RuleScope::Each(periods) if periods.iter().all(|p| *p == Period::Always) => {
            Text::new("say-scope-region-each-year")
        }
        RuleScope::Each(periods) => Text::new("say-scope-region-in")
            .with("periods", Arg::List(periods.iter().map(|p| Arg::Text(say_period(p))).collect(), Join::And)),
    }
}

/// For which years a rule speaks.
#[must_use]
pub fn say_scope(scope: &RuleScope, of_intervention: bool) -> Text {
    match scope {
        RuleScope::Once => Text::new("say-scope-once"),
        RuleScope::OwnYear(periods) if periods.iter().all(|p| *p == Period::Always) => Text::new("say-scope-own-year"),
        RuleScope::OwnYear(periods) => Text::new("say-scope-own-year-in")
            .with("periods", Arg::List(periods.iter().map(|p| Arg::Text(say_period(p))).collect(), Join::And)),
        RuleScope::Each(periods) if periods.iter().all(|p| *p == Period::Always) => {
            Text::new(if of_intervention { "say-scope-when-chosen" } else { "say-scope-each-year" })
        }
        RuleScope::Each(periods) => {
            Text::new(if of_intervention { "say-scope-when-chosen-in" } else { "say-scope-in" })
                .with("periods", Arg::List(periods.iter().map(|p| Arg::Text(say_period(p))).collect(), Join::And))
        }
        RuleScope::Together(years) => {
            Text::new("say-scope-together").with("years", Arg::words(years.iter().map(u8::to_string), Join::And))
        }
    }
}

/// Who judges a rule that only a person judges.
fn judge(rule: &Rule) -> Option<&str> {
    rule.standing.consequences.iter().find_map(|found| match &found.outcome {
        Outcome::Review(by) => Some(by.as_str()),
        Outcome::Violation | Outcome::Warning | Outcome::Later | Outcome::NotVerifiable | Outcome::Fine => None,
    })
}

/// One demand.
#[must_use]
pub fn say_demand(demand: &Demand) -> Text {
    match demand {
        Demand::Cond(cond) => say_cond(cond),
        Demand::Choose { amount, selector } => Text::new("say-choose")
            .with("amount", say_amount(*amount))
            .with("selector", say_selector(*amount, selector)),
        Demand::Evidence { kinds, cond } => {
            let text = match cond.past_years() {
                Some(years) => Text::new("say-evidence-of").with("years", say_past_years(years)),
                None => Text::new("say-evidence"),
            };
            let text = text.with("kinds", Arg::words(kinds, Join::Or));
            let extra = evidence_extra(cond);
            if extra.is_empty() {
                text
            } else {
                Text::new("say-evidence-with").with("evidence", text).with("extra", Arg::List(extra, Join::And))
            }
        }
    }
}

/// What to add for evidence of one of these kinds.
#[must_use]
pub fn help_evidence(kinds: &[String], cond: &Cond) -> Text {
    let id = match cond.past_years() {
        Some(PastYears::Earlier) => "help-evidence-earlier",
        Some(PastYears::ThisOrEarlier) | None => "help-evidence",
    };
    let text = Text::new(id).with("kinds", Arg::words(kinds.iter().map(|kind| format!("`{kind}`")), Join::Or));
    let (extra, fields) = (evidence_extra(cond), evidence_fields(cond));
    if extra.is_empty() || fields.is_empty() {
        return text;
    }
    Text::new("help-evidence-with")
        .with("evidence", text)
        .with("fields", Arg::List(fields.iter().map(|words| name_path(words)).collect(), Join::And))
        .with("extra", Arg::List(extra, Join::And))
}

/// The fields of a piece of evidence that its conditions ask about, besides its kind.
fn evidence_fields(cond: &Cond) -> Vec<String> {
    struct Fields(Vec<String>);
    impl Visitor for Fields {
        fn reference(&mut self, found: &Ref) {
            if let Ref::Path(Path { base: Base::Member(0), words, .. }) = found
                && !self.0.iter().any(|known| **known == **words)
            {
                self.0.push(words.to_string());
            }
        }

        // What stands in a list of the evidence is asked of that list.
        fn inside(&mut self, _set: &Set, _walk: &mut dyn FnMut(&mut Self)) {}
    }
    let Cond::Quantified { set, demand, .. } = cond else { return Vec::new() };
    let mut fields = Fields(Vec::new());
    set.filters.iter().skip(1).for_each(|filter| fields.cond(filter));
    if matches!(**demand, Cond::Compare { that: Comparison::Age { .. }, .. }) {
        fields.cond(demand);
    }
    fields.0
}

/// What evidence must answer besides its kind.
fn evidence_extra(cond: &Cond) -> Vec<Arg> {
    let Cond::Quantified { set, demand, .. } = cond else { return Vec::new() };
    let mut extra: Vec<Arg> = set.filters.iter().skip(1).map(|filter| Arg::Text(say_cond(filter))).collect();
    if matches!(**demand, Cond::Compare { that: Comparison::Age { .. }, .. }) {
        extra.push(Arg::Text(say_cond(demand)));
    }
    extra
}

fn say_standing(rule: &Rule) -> Vec<Text> {
    let standing = &rule.standing;
    let mut sentences = Vec::new();
    if standing.at_accounting {
        sentences.push(Text::new("say-at-accounting"));
    }
    if standing.planned {
        sentences.push(Text::new("say-planned"));
    }
    if let Some(reason) = &standing.not_yet {
        sentences.push(Text::new("say-not-yet").with("reason", reason));
    }
    if let Some(from) = standing.from {
        sentences.push(Text::new("say-in-force-from").with("date", from));
    }
    if let Some(until) = standing.until {
        sentences.push(Text::new("say-in-force-until").with("date", until));
    }
    if standing.judged.is_none() {
        for (at, found) in standing.consequences.iter().enumerate() {
            // The first that holds of a case counts.
            let said = say_consequence(found);
            let before = standing.consequences.iter().take(at).rfind(|one| one.case == found.case);
            sentences.push(match before {
                // At the accounting there is no later.
                Some(one) if one.outcome == Outcome::Later && one.condition.is_none() => {
                    Text::new("say-else-due").with("said", said)
                }
                Some(_) => Text::new("say-else").with("said", said),
                None => said,
            });
        }
    }
    let not_met = || standing.consequences.iter().filter(|found| found.case == Case::NotMet);
    if not_met().next().is_some() && not_met().all(|found| found.condition.is_some()) {
        // What the regioplan leaves unsaid, the language says.
        sentences.push(Text::new("say-otherwise").with("outcome", say_outcome(&Outcome::Violation)));
    }
    sentences
}

/// What follows in one case.
#[must_use]
pub fn say_consequence(found: &Consequence) -> Text {
    let case = Text::new(match found.case {
        Case::Met => "say-case-met",
        Case::NotMet => "say-case-not-met",
        Case::Missing => "say-case-missing",
    });
    let outcome = say_outcome(&found.outcome);
    match &found.condition {
        Some(cond) => {
            Text::new("say-consequence-if").with("case", case).with("outcome", outcome).with("cond", say_cond(cond))
        }
        None => Text::new("say-consequence").with("case", case).with("outcome", outcome),
    }
}

/// What follows, as words.
#[must_use]
pub fn say_outcome(outcome: &Outcome) -> Text {
    match outcome {
        Outcome::Violation => Text::new("say-outcome-violation"),
        Outcome::Warning => Text::new("say-outcome-warning"),
        Outcome::Review(by) => Text::new("say-outcome-review").with("by", by),
        Outcome::Later => Text::new("say-outcome-later"),
        Outcome::NotVerifiable => Text::new("say-outcome-not-verifiable"),
        Outcome::Fine => Text::new("say-outcome-fine"),
    }
}
