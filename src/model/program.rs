//! Everything that a regioplan means, lowered once: what the check evaluates.

use std::collections::BTreeSet;

use crate::value::Value;

use super::formula::{Formula, Meaning, Order, Sequel, Term};
use super::lower::{Lower, Upcoming};
use super::visit::{Visitor, walk_cond};
use super::{
    ColumnValue, Comparison, Cond, Contents, Expr, Field, Intervention, Literal, Measure, Operand, Record, Ref,
    Requirement, Rule, RuleId, Table, walk_rule,
};

/// The meaning of a regioplan; each table goes along with the one of its name in [`Contents`].
#[derive(Clone, Debug, Default)]
pub struct Program {
    pub rules: Table<Rule, Meaning>,
    /// For each intervention and each of its refusals, what softens it.
    pub refusals: Table<Intervention, Vec<Vec<Sequel>>>,
    /// For each record and each of its fields, when it must be filled in.
    pub required: Table<Record, Table<Field, Option<Formula>>>,
    pub indicators: Vec<Indication>,
    /// For each overview and each of its columns, the number in it.
    pub overviews: Vec<Vec<Option<Term>>>,
    /// Words with which the regioplan itself compares a field: there they are an answer.
    answers: BTreeSet<(String, Value)>,
}

/// What an indicator works out.
#[derive(Clone, Debug)]
pub struct Indication {
    pub value: Term,
    pub divisor: Option<Term>,
    /// What is aimed at: so many times the value, against a bound.
    pub goal: Option<Aim>,
}

#[derive(Clone, Debug)]
pub struct Aim {
    pub factor: rust_decimal::Decimal,
    pub order: Order,
    pub bound: Term,
}

impl Program {
    /// Whether the regioplan compares a field of this name with this text, so that the text is an answer there.
    #[must_use]
    pub fn is_answer(&self, field: &str, text: &str) -> bool {
        !self.answers.is_empty() && self.answers.contains(&(field.to_owned(), Value::text(text)))
    }

    /// Whether the regioplan compares a field of this name with any text.
    #[must_use]
    pub fn has_answers(&self, field: &str) -> bool {
        self.answers.iter().any(|(name, _)| name == field)
    }
}

impl Contents {
    /// Works out what everything in it means; whoever makes or changes a regioplan ends with this.
    #[must_use]
    pub fn lowered(mut self) -> Self {
        let lower = Lower { records: &self.records, upcoming: Upcoming::UntilAccounting };
        let program = Program {
            rules: self.rules.map(|rule| lower.rule(rule)),
            refusals: self
                .interventions
                .map(|one| one.not_offered.iter().map(|no| lower.consequences(&no.consequences, None)).collect()),
            required: self.records.map(|record| record.fields.map(|field| required(lower, &field.required))),
            indicators: self.indicators.iter().map(|one| indication(lower, one)).collect(),
            overviews: self
                .overviews
                .iter()
                .map(|overview| overview.columns.iter().map(|column| number(lower, &column.value)).collect())
                .collect(),
            answers: answers(&self),
        };
        self.program = program;
        self
    }

    /// What a rule means among these data.
    #[must_use]
    pub fn meaning(&self, rule: &Rule) -> Meaning {
        Lower { records: &self.records, upcoming: Upcoming::UntilAccounting }.rule(rule)
    }

    /// Puts another rule in the place of one, with its meaning; gives the old one.
    pub fn replace_rule(&mut self, id: RuleId, rule: Rule) -> Option<Rule> {
        let meaning = self.meaning(&rule);
        *self.program.rules.get_mut(id)? = meaning;
        Some(std::mem::replace(self.rules.get_mut(id)?, rule))
    }

    /// The rules that may not share a choice with this one, with those that may not share one with them, and so on; in
    /// order, the rule itself among them.
    #[must_use]
    pub fn sharing_group(&self, id: RuleId) -> Vec<RuleId> {
        let mut group = BTreeSet::from([id]);
        let mut open = vec![id];
        while let Some(next) = open.pop() {
            for other in &self.rules.get(next).not_double {
                if group.insert(*other) {
                    open.push(*other);
                }
            }
        }
        group.into_iter().collect()
    }
}

fn required(lower: Lower<'_>, requirement: &Requirement) -> Option<Formula> {
    match requirement {
        Requirement::If(cond) => Some(lower.cond(cond, None)),
        Requirement::Optional | Requirement::Always | Requirement::AtAccounting => None,
    }
}

fn indication(lower: Lower<'_>, indicator: &super::Indicator) -> Indication {
    let goal = |(measure, operand): &(Measure, Operand)| {
        let (factor, order, bound) = lower.aim(*measure, operand);
        Aim { factor, order, bound }
    };
    Indication {
        value: lower.expr(&indicator.value),
        divisor: indicator.divisor.as_ref().map(|divisor| lower.expr(divisor)),
        goal: indicator.goal.as_ref().map(goal),
    }
}

fn number(lower: Lower<'_>, column: &ColumnValue) -> Option<Term> {
    match column {
        ColumnValue::Number(expr) => Some(lower.expr(expr)),
        ColumnValue::Values(_) | ColumnValue::Choices => None,
    }
}

/// The texts with which fields are compared, by the name of the field.
fn answers(model: &Contents) -> BTreeSet<(String, Value)> {
    struct Texts(BTreeSet<(String, Value)>);
    impl Visitor for Texts {
        fn cond(&mut self, cond: &Cond) {
            if let Cond::Compare { left: Expr::Ref(Ref::Path(path)), that: Comparison::OneOf { values, .. } } = cond {
                let name = path.words.split(" van ").next().unwrap_or_default();
                let texts = values.iter().filter_map(|value| match value {
                    Literal::Text(text) => Some((name.to_owned(), Value::Text(text.clone()))),
                    Literal::Option(..)
                    | Literal::Kind(_)
                    | Literal::Intervention(..)
                    | Literal::Element(..)
                    | Literal::Quarter(_)
                    | Literal::Date(_) => None,
                });
                self.0.extend(texts);
            }
            walk_cond(self, cond);
        }
    }
    let mut texts = Texts(BTreeSet::new());
    for rule in &model.rules {
        walk_rule(&mut texts, rule);
    }
    for group in &model.groups {
        texts.set(&group.set);
    }
    for field in model.records.iter().flat_map(|record| &record.fields) {
        if let Requirement::If(cond) = &field.required {
            texts.cond(cond);
        }
    }
    texts.0
}
