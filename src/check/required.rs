//! Built in: fields that must be filled in, always or under a condition.

use crate::diagnostic::Text;
use crate::model::{
    Contents, Field, FieldId, PLAN, PRACTICE, Record, RecordId, Requirement, Type, YEAR, name_path, said_part,
};
use crate::plan::{Content, Entry, Issue, Plan, RecordValue, Trail};
use crate::source::Span;

use super::answer::Answer;
use super::env::{Env, Link};
use super::eval;

/// A required field that is not filled in.
#[derive(Debug)]
pub struct Unfilled {
    pub place: Span,
    field: String,
}

impl Unfilled {
    /// Whether words like `datum van ondertekening` name this field.
    pub fn is(&self, words: &str) -> bool {
        words.split(" van ").next() == Some(self.field.as_str())
    }
}

/// Checks the plan, the practice, and the years that the plan is for; earlier years may be in short form.
pub fn check<'a>(env: &Env<'_, 'a>, plan: &'a Plan, issues: &mut Vec<Issue>) -> Vec<Unfilled> {
    let mut walk = Walk { model: env.model, issues, unfilled: Vec::new() };
    walk.record(&plan.data, PLAN, env, &Trail::Top);
    if !plan.practice_absent {
        walk.record(&plan.practice, PRACTICE, env, &Trail::Key(&Trail::Top, "praktijk"));
    }
    let own = env.own();
    for year in env.years_so_far().filter(|year| Some(*year) >= own).filter_map(|year| plan.year(year)) {
        let env = env.in_year(year.year);
        let years = Trail::Key(&Trail::Top, "jaren");
        let here = Trail::Year(&years, year.year);
        walk.record(&year.data, YEAR, &env, &here);
        let choices = Trail::Key(&here, "interventies");
        for choice in &year.choices {
            let intervention = env.model.intervention(choice.intervention);
            let place = Trail::Choice(&choices, &intervention.id, choice.intervention);
            walk.record(&choice.data, intervention.record, &env.with_choice(choice), &place);
        }
    }
    walk.unfilled
}

struct Walk<'m, 'o> {
    model: &'m Contents,
    issues: &'o mut Vec<Issue>,
    unfilled: Vec<Unfilled>,
}

impl<'m> Walk<'m, '_> {
    fn record(&mut self, value: &'m RecordValue, id: RecordId, env: &Env<'_, 'm>, place: &Trail<'_>) {
        if value.unread {
            return;
        }
        let record = self.model.record(id);
        for (index, field) in record.fields.pairs() {
            match value.entry(index) {
                Some(entry) if !entry.content.is_empty() => self.inside(entry, &field.ty, &field.id, env, place),
                found => {
                    let required = self.is_required((id, index), field, env);
                    match found {
                        // An empty group or list is not filled in; what is required inside it is told there, when it need not
                        // be filled in itself.
                        Some(entry) if !required && matches!(entry.content, Content::Record(_) | Content::List(_)) => {
                            self.inside(entry, &field.ty, &field.id, env, place);
                        }
                        Some(_) | None if required => self.missing(value, record, field, found, place),
                        Some(_) | None => {}
                    }
                }
            }
        }
    }

    /// Records inside a value have required fields of their own.
    fn inside(&mut self, entry: &'m Entry, ty: &Type, key: &str, env: &Env<'_, 'm>, place: &Trail<'_>) {
        let here = Trail::Key(place, key);
        match (&entry.content, ty) {
            (Content::Record(record), Type::Record(id)) => self.member(entry, record, *id, env, &here),
            (Content::List(items), Type::List(inner)) => {
                for (index, item) in items.iter().enumerate() {
                    if let (Content::Record(record), Type::Record(id)) = (&item.content, inner.as_ref()) {
                        self.member(item, record, *id, env, &Trail::Index(&here, index));
                    }
                }
            }
            (
                Content::Value(_)
                | Content::List(_)
                | Content::Record(_)
                | Content::Filler(_)
                | Content::Blank
                | Content::Invalid,
                _,
            ) => {}
        }
    }

    fn member(
        &mut self,
        entry: &'m Entry,
        record: &'m RecordValue,
        id: RecordId,
        env: &Env<'_, 'm>,
        place: &Trail<'_>,
    ) {
        let link = Link { entry, up: env.member };
        self.record(record, id, &env.with_member(&link), place);
    }

    /// A condition that cannot be answered asks nothing.
    fn is_required(&self, (record, index): (RecordId, FieldId), field: &Field, env: &Env<'_, 'm>) -> bool {
        match &field.required {
            Requirement::Optional => false,
            Requirement::Always => true,
            Requirement::AtAccounting => env.accounts(),
            Requirement::If(_) => {
                let condition = self.model.program.required.get(record).get(index).as_ref();
                condition.is_some_and(|condition| eval::answer(condition, env) == Answer::Yes)
            }
        }
    }

    fn missing(
        &mut self,
        value: &RecordValue,
        record: &Record,
        field: &Field,
        found: Option<&Entry>,
        place: &Trail<'_>,
    ) {
        // Something may stand there that is no answer, such as `n.v.t.`.
        let (id, span) = match found.map(|entry| (&entry.content, entry)) {
            Some((Content::Filler(_), entry)) => ("field-filler", entry.span),
            Some((_, entry)) => ("field-blank", entry.key),
            None => ("field-missing", value.place),
        };
        let mut text = Text::new(id).with("field", &field.id).with("record", said_part(&record.id, &record.label));
        if let Some(Content::Filler(crate::value::Value::Text(word))) = found.map(|entry| &entry.content) {
            text = text.with("word", word.as_written());
        }
        let help = match field.required {
            Requirement::AtAccounting => "field-missing-help-accounting",
            Requirement::Optional | Requirement::Always | Requirement::If(_) => "field-missing-help",
        };
        let issue = Issue::new("verplicht-veld", span, text)
            .help(Text::new(help).with("field", name_path(&field.id)).with("label", &field.label))
            .sources(&field.sources);
        self.issues.push(issue.on(&Trail::Key(place, &field.id)));
        self.unfilled.push(Unfilled { place: span, field: field.id.clone() });
    }
}
