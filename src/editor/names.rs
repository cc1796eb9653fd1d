//! The names that a plan, or the figures of a region, hold which its regioplan declares: fields, interventions, and the rules in its first lines.
//!
//! Input: the text of a plan, its tree and a model. Output: each name with its place and what it stands for. What a plan calls
//! otherwise than its regioplan does, by its label for instance, is no name.

use crate::model::{Contents, FieldId, InterventionId, PLAN, REGION, RecordId, RuleId, Type, YEAR};
use crate::plan::{Node, is_figures};
use crate::source::Span;
use crate::value::same_name;

use super::slot::{Where, inside, of_type, step};

/// What a name of a plan stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    Field(RecordId, FieldId),
    Intervention(InterventionId),
    Rule(RuleId),
}

impl Named {
    /// The name that its regioplan gives it, and where.
    #[must_use]
    pub fn declared(self, model: &Contents) -> (&str, Span) {
        match self {
            Self::Field(record, number) => {
                let field = model.record(record).fields.get(number);
                (&field.id, field.span)
            }
            Self::Intervention(id) => {
                let one = model.intervention(id);
                (&one.id, one.span)
            }
            Self::Rule(id) => {
                let rule = model.rules.get(id);
                (&rule.id, rule.span)
            }
        }
    }
}

impl Named {
    /// Whether it is what is declared at a place, or called after that: a minimale eis has the name of its intervention before its own.
    #[must_use]
    pub fn is_of(self, model: &Contents, at: Span) -> bool {
        let Self::Rule(id) = self else {
            return self.declared(model).1 == at;
        };
        let rule = model.rules.get(id);
        let owner = rule.owner.intervention().map(|id| model.intervention(id));
        rule.span.start <= at.start && at.end <= rule.span.end || owner.is_some_and(|owner| owner.span == at)
    }
}

/// Every name of a plan or of figures, in order of place.
#[must_use]
pub fn names(model: &Contents, text: &str, root: Option<&Node<'_>>) -> Vec<(Span, Named)> {
    let mut found = Vec::new();
    announced(model, text, &mut found);
    if let Some(root) = root {
        let record = if is_figures(root) { REGION } else { PLAN };
        below(model, text, root, Where::Record(record, None), &mut found);
    }
    found.sort_by_key(|(span, _)| span.start);
    // An alias of YAML stands in the tree more than once.
    found.dedup();
    found
}

/// The rules and interventions in the lines `# verwacht:`.
fn announced(model: &Contents, text: &str, found: &mut Vec<(Span, Named)>) {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let said = line.trim_start_matches(['\u{feff}', ' ']).strip_prefix('#');
        let Some(said) = said.and_then(|rest| rest.trim_start().strip_prefix("verwacht:")) else {
            if line.trim_start_matches('\u{feff}').starts_with('#') {
                continue;
            }
            break;
        };
        for part in said.split(',') {
            let mut before = "";
            for (number, word) in part.split_whitespace().enumerate() {
                let from = start + (word.as_ptr() as usize - line.as_ptr() as usize);
                let named = match (number, before) {
                    (0, _) => model.rules.find(|rule| same_name(&rule.id, word)).map(Named::Rule),
                    (_, "bij") => model.find_intervention(word).map(Named::Intervention),
                    _ => None,
                };
                found.extend(named.map(|named| (Span::new(from, from + word.len()), named)));
                before = word;
            }
        }
    }
}

fn below(model: &Contents, text: &str, node: &Node<'_>, at: Where<'_>, found: &mut Vec<(Span, Named)>) {
    for (key, value) in node.pairs().unwrap_or_default() {
        let Some(name) = key.text() else { continue };
        found.extend(key_of(model, at, name).and_then(|named| written(text, key, name).map(|span| (span, named))));
        if let Some(next) = step(model, at, name) {
            below(model, text, value, next, found);
        }
    }
    for item in node.items().unwrap_or_default() {
        below(model, text, item, inside(at), found);
    }
    if let Some(name) = node.text()
        && holds_intervention(model, at)
    {
        let named = model.find_intervention(name).map(Named::Intervention);
        found.extend(named.and_then(|named| written(text, node, name).map(|span| (span, named))));
    }
}

/// What a name before a colon stands for.
fn key_of(model: &Contents, at: Where<'_>, name: &str) -> Option<Named> {
    let field = |record: RecordId| model.record(record).position(name).map(|field| Named::Field(record, field));
    match at {
        Where::Record(record, _) if record == YEAR && same_name(name, "interventies") => None,
        Where::Record(record, _) => field(record),
        Where::Interventions(_) => model.find_intervention(name).map(Named::Intervention),
        Where::Choice(id, _) => field(model.intervention(id).record),
        Where::Value(Type::List(inner)) => match of_type(inner, None) {
            Where::Record(record, _) => field(record),
            Where::Years | Where::Interventions(_) | Where::Choice(..) | Where::Value(_) | Where::Frame(_) => None,
        },
        Where::Years | Where::Value(_) | Where::Frame(_) => None,
    }
}

/// Whether a bare value is the name of an intervention.
fn holds_intervention(model: &Contents, at: Where<'_>) -> bool {
    let of = |ty: &Type| *if let Type::List(inner) = ty { inner } else { ty } == Type::Intervention;
    match at {
        Where::Value(ty) => of(ty),
        Where::Interventions(_) => true,
        Where::Record(record, _) => {
            let record = model.record(record);
            record.short_form().is_some_and(|field| of(&record.fields.get(field).ty))
        }
        Where::Years | Where::Choice(..) | Where::Frame(_) => false,
    }
}

/// Where a name stands in the text, without its quotes; none when it is written in another way there.
fn written(text: &str, node: &Node<'_>, name: &str) -> Option<Span> {
    let said = node.span.of(text);
    let at = said.find(name)?;
    let start = node.span.start as usize + at;
    let bare = said.trim_matches(['\'', '"']);
    (bare == name).then(|| Span::new(start, start + name.len()))
}
