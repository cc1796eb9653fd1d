//! A rule at the accounting counts things with a date, of which the data do not say that it is the day on which they take place:
//! what is still to come then counts as done.

use std::collections::BTreeSet;

use crate::diagnostic::Text;
use crate::model::{
    Cond, Expr, FrameField, Record, RecordId, Ref, Regioplan, Rule, Set, SetSource, Type, Visitor, walk_rule, walk_set,
};

use super::kinds::Lint;
use super::{Remark, remark};

pub fn check(model: &Regioplan, found: &mut Vec<Remark>) {
    let mut told = BTreeSet::new();
    for rule in model.rules.iter().filter(|rule| is_of_accounting(rule) && !rule.standing.planned) {
        let mut lists = Lists::default();
        walk_rule(&mut lists, rule);
        for (id, record) in lists.0.iter().filter_map(|id| Some((*id, model.record(*id)?))) {
            if is_undecided(record) && told.insert(id.0) {
                let name = if record.label.is_empty() { &record.id } else { &record.label };
                let text = Text::new("lint-day").with("record", name).with("rule", &rule.id);
                found.push(
                    remark(Lint::DayOpen, record.span, text, "lint-day-help")
                        .also(rule.span, Text::new("lint-day-rule")),
                );
            }
        }
    }
}

/// Whether a rule asks something at the accounting.
fn is_of_accounting(rule: &Rule) -> bool {
    let accounts =
        |cond: &Cond| matches!(cond, Cond::YesNo { left: Expr::Ref(Ref::Frame(FrameField::Accounting)), value: true });
    rule.standing.at_accounting || rule.conditions.iter().any(accounts)
}

/// Whether it has dates, and none is the day on which it takes place.
fn is_undecided(record: &Record) -> bool {
    let mut dates = record.fields.iter().filter(|field| field.ty == Type::Date).peekable();
    dates.peek().is_some() && !dates.any(|field| field.takes_place)
}

/// The records whose lists a rule reads.
#[derive(Default)]
struct Lists(Vec<RecordId>);

impl Visitor for Lists {
    fn set(&mut self, set: &Set) {
        if let SetSource::List(Ref::Path(path)) | SetSource::ListOfYears(Ref::Path(path), _) = &set.source
            && let Type::List(inner) = &path.ty
            && let Type::Record(id) = inner.as_ref()
        {
            self.0.push(*id);
        }
        walk_set(self, set);
    }
}
