//! Built in: fields that must be filled in, always or under a condition.

use crate::diagnostic::Text;
use crate::model::{Field, PLAN, PRACTICE, Record, RecordId, Regioplan, Requirement, Type, YEAR};
use crate::plan::{Entry, Issue, Plan, RecordValue, Trail, Value};

use super::Circumstances;
use super::answer::Answer;
use super::cond;
use super::env::{Env, Link, MemberRef};
use super::outcome::Outcome;

/// Checks the plan, the practice, and the plan's own year; earlier years may be in short form.
pub fn check<'a>(model: &'a Regioplan, plan: &'a Plan, now: &'a Circumstances, outcome: &mut Outcome) {
    let env = Env::new(model, plan, now);
    let mut walk = Walk { model, issues: &mut outcome.issues };
    walk.record(&plan.data, PLAN, &env, &Trail::Top);
    if !plan.practice_absent {
        walk.record(&plan.practice, PRACTICE, &env, &Trail::Key(&Trail::Top, "praktijk"));
    }
    let Some((own, _)) = plan.frame.year else { return };
    let Some(year) = plan.year(own) else { return };
    let env = env.in_year(own);
    let years = Trail::Key(&Trail::Top, "jaren");
    let here = Trail::Year(&years, own);
    walk.record(&year.data, YEAR, &env, &here);
    let choices = Trail::Key(&here, "interventies");
    for choice in &year.choices {
        let Some(intervention) = model.intervention(choice.intervention) else { continue };
        let place = Trail::Choice(&choices, &intervention.id, choice.intervention);
        walk.record(&choice.data, intervention.record, &env.with_choice(choice), &place);
    }
}

struct Walk<'m, 'o> {
    model: &'m Regioplan,
    issues: &'o mut Vec<Issue>,
}

impl<'m> Walk<'m, '_> {
    fn record(&mut self, value: &'m RecordValue, id: RecordId, env: &Env<'_, 'm>, place: &Trail<'_>) {
        let Some(record) = self.model.record(id) else { return };
        for (index, field) in record.fields.iter().enumerate() {
            match value.entry(index) {
                None => self.missing(value, record, field, None, env, place),
                Some(entry) if matches!(entry.value, Value::Blank) => {
                    self.missing(value, record, field, Some(entry), env, place);
                }
                Some(Entry { value: Value::List(items), key, .. }) if items.is_empty() => {
                    let blank = Entry { key: *key, span: *key, value: Value::Blank };
                    self.missing(value, record, field, Some(&blank), env, place);
                }
                Some(entry) => self.inside(entry, &field.ty, &field.id, env, place),
            }
        }
    }

    /// Records inside a value have required fields of their own.
    fn inside(&mut self, entry: &'m Entry, ty: &Type, key: &str, env: &Env<'_, 'm>, place: &Trail<'_>) {
        let here = Trail::Key(place, key);
        match (&entry.value, ty) {
            (Value::Record(record), Type::Record(id)) => self.member(record, *id, env, &here),
            (Value::List(items), Type::List(inner)) => {
                for (index, item) in items.iter().enumerate() {
                    if let (Value::Record(record), Type::Record(id)) = (&item.value, inner.as_ref()) {
                        self.member(record, *id, env, &Trail::Index(&here, index));
                    }
                }
            }
            _ => {}
        }
    }

    fn member(&mut self, record: &'m RecordValue, id: RecordId, env: &Env<'_, 'm>, place: &Trail<'_>) {
        let link = Link { member: MemberRef::Record(record), up: env.member };
        self.record(record, id, &env.with_member(&link), place);
    }

    fn missing(
        &mut self,
        value: &RecordValue,
        record: &Record,
        field: &Field,
        blank: Option<&Entry>,
        env: &Env<'_, 'm>,
        place: &Trail<'_>,
    ) {
        let required = match &field.required {
            Requirement::Optional => false,
            Requirement::Always => true,
            Requirement::AtAccounting => env.now.accounting,
            Requirement::If(condition) => cond::answer(condition, env) == Answer::Yes,
        };
        if !required {
            return;
        }
        // Something may stand there that is no answer, such as `n.v.t.`.
        let filler = blank.filter(|entry| entry.span != entry.key);
        let span = filler.map(|entry| entry.span).or(blank.map(|entry| entry.key)).unwrap_or(value.place);
        let id = match (filler, blank) {
            (Some(_), _) => "field-filler",
            (None, Some(_)) => "field-blank",
            (None, None) => "field-missing",
        };
        let help = match field.required {
            Requirement::AtAccounting => "field-missing-help-accounting",
            _ => "field-missing-help",
        };
        let issue =
            Issue::new("verplicht-veld", span, Text::new(id).with("field", &field.id).with("record", spoken(record)))
                .help(Text::new(help).with("field", &field.id).with("label", &field.label))
                .sources(&field.sources);
        self.issues.push(issue.on(&Trail::Key(place, &field.id)));
    }
}

fn spoken(record: &Record) -> String {
    if record.label.is_empty() { record.id.clone() } else { record.label.clone() }
}
