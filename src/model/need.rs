//! Fields that are still to be filled in, with what a rule asks of them by name.

use crate::diagnostic::{Arg, Join, Text};

use super::{Comparison, Cond, Demand, Expr, Measure, Operand, Path, Ref, Rule, Set, SetSource, name_path};

/// A field to fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// By the words of the regioplan: `europep van monitoring`.
    pub words: String,
    /// What each rule asks to stand there, as far as it names that.
    pub asked: Vec<Vec<Expected>>,
}

/// A field that must have one of these values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The field of a member, where what is to be filled in is a list.
    pub field: Option<String>,
    /// As they are written in a plan.
    pub values: Vec<String>,
}

impl Need {
    /// A field of which no rule says what is to stand there.
    #[must_use]
    pub fn of(words: &str) -> Self {
        Self { words: words.to_owned(), asked: Vec::new() }
    }

    /// A field that a rule asks for.
    #[must_use]
    pub fn by(rule: &Rule, words: &str) -> Self {
        let asked = rule.demands.iter().map(|demand| match demand {
            Demand::Cond(cond) | Demand::Evidence { cond, .. } => asked_in(cond, words),
            Demand::Choose { .. } => Vec::new(),
        });
        Self { words: words.to_owned(), asked: asked.filter(|all| !all.is_empty()).collect() }
    }

    /// Takes over what another asks of the same field.
    pub fn add(&mut self, other: &Self) {
        for one in &other.asked {
            if !self.asked.contains(one) {
                self.asked.push(one.clone());
            }
        }
    }

    /// The field, with the values that are asked.
    #[must_use]
    pub fn said(&self) -> Arg {
        let field = name_path(&self.words);
        if self.asked.is_empty() {
            return field;
        }
        let one = |asked: &Expected| {
            let values = Arg::words(asked.values.iter().map(|value| format!("`{value}`")), Join::Or);
            match &asked.field {
                Some(field) => {
                    Arg::Text(Text::new("need-member").with("field", name_path(field)).with("values", values))
                }
                None => values,
            }
        };
        let all = |asked: &Vec<Expected>| Arg::List(asked.iter().map(one).collect(), Join::Comma);
        let asked = Arg::List(self.asked.iter().map(all).collect(), Join::Semicolon);
        Arg::Text(Text::new("need-asked").with("field", field).with("asked", asked))
    }
}

/// The field of choices that must have a value which the condition names.
#[must_use]
pub fn field_of_choices(cond: &Cond) -> Option<&Path> {
    let Cond::Quantified { set: Set { source: SetSource::Choices, .. }, demand, .. } = cond else { return None };
    values(demand).map(|(path, _)| path)
}

/// What a condition asks of a field, where it names values.
fn asked_in(cond: &Cond, words: &str) -> Vec<Expected> {
    let is_field = |found: &Ref| matches!(found, Ref::Path(path) if *path.words == *words);
    match cond {
        Cond::Quantified { set: Set { source: SetSource::List(list), filters, .. }, demand, .. } if is_field(list) => {
            let of_member = |cond: &Cond| {
                let (path, values) = values(cond)?;
                Some(Expected { field: Some(path.words.to_string()), values })
            };
            filters.iter().chain([&**demand]).filter_map(of_member).collect()
        }
        Cond::Quantified { demand, .. } => asked_in(demand, words),
        Cond::Shared(shared) if !shared.negated && !shared.any => {
            shared.lines.iter().flat_map(|line| asked_in(line, words)).collect()
        }
        Cond::EmptyOr { .. } | Cond::Shared(_) => Vec::new(),
        Cond::Chosen { .. } | Cond::Filled { .. } | Cond::Compare { .. } => {
            let own = values(cond).filter(|(path, _)| *path.words == *words);
            own.map(|(_, values)| Expected { field: None, values }).into_iter().collect()
        }
    }
}

/// The field that must have one of these values.
fn values(cond: &Cond) -> Option<(&Path, Vec<String>)> {
    let Cond::Compare { left: Expr::Ref(Ref::Path(path)), that } = cond else { return None };
    let values = match that {
        Comparison::YesNo(value) => vec![if *value { "ja" } else { "nee" }.to_owned()],
        Comparison::OneOf { negated: false, values } => {
            values.iter().map(|value| value.written().map(str::to_owned)).collect::<Option<_>>()?
        }
        Comparison::Measure(Measure::Exactly, Operand::Number(number, _)) => {
            vec![number.normalize().to_string().replace('.', ",")]
        }
        Comparison::OneOf { .. }
        | Comparison::Measure(..)
        | Comparison::Age { .. }
        | Comparison::Moment(..)
        | Comparison::Contains { .. } => return None,
    };
    Some((path, values))
}
