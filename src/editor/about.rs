//! What a word at a place means, and where it is declared.

use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind, Range};

use crate::model::Regioplan;
use crate::report::{self, Catalog, Subject};
use crate::source::Span;
use crate::value::same_name;

use super::lines::Lines;
use super::place::Place;
use super::slot::{Slot, slot};

/// What is meant at a place: in a plan what may stand there decides, elsewhere the name alone.
#[must_use]
pub fn about<'m>(model: &'m Regioplan, place: &Place, in_plan: bool) -> Option<Subject<'m>> {
    if place.word.is_empty() {
        return None;
    }
    let here = in_plan.then(|| slot(model, &Place { key: None, ..place.clone() })).flatten();
    let declared = match here {
        Some(Slot::Name(record, _)) => {
            let field = record.fields.iter().find(|field| same_name(&field.id, &place.word));
            field.map(|field| Subject::Field(record, field))
        }
        Some(Slot::Year | Slot::Intervention(_) | Slot::Kind(..) | Slot::Value(_) | Slot::Frame(_)) | None => None,
    };
    declared.or_else(|| {
        let found = report::find_subject(model, &place.word)?;
        // A word of a sentence is no name.
        (same_name(found.id(), &place.word) || report::is_called(found, &place.word)).then_some(found)
    })
}

/// What it means, as a page.
#[must_use]
pub fn hover(model: &Regioplan, subject: Subject<'_>, place: &Place, lines: Lines<'_>, catalog: &Catalog) -> Hover {
    shown(report::explain_markdown(model, subject, catalog), place, lines)
}

/// What a word of the programme means, that no regioplan declares: a name of the frame, a kind of choice.
#[must_use]
pub fn word(model: &Regioplan, place: &Place, lines: Lines<'_>, catalog: &Catalog) -> Option<Hover> {
    let page = report::word_markdown(&place.word, &[model], &[model], catalog)?;
    Some(shown(page, place, lines))
}

fn shown(value: String, place: &Place, lines: Lines<'_>) -> Hover {
    let at = |offset: usize| lines.position(u32::try_from(offset).unwrap_or(u32::MAX));
    Hover {
        contents: HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value }),
        range: Some(Range { start: at(place.start), end: at(place.start + place.word.len()) }),
    }
}

/// Where it is declared, and whether that is in the register beside the regioplan.
#[must_use]
pub fn defined(subject: Subject<'_>) -> Option<(Span, bool)> {
    let span = match subject {
        Subject::Rule(rule) => rule.span,
        Subject::Intervention(one) => one.span,
        Subject::Field(_, field) => field.span,
        Subject::Condition(condition) => condition.named.span,
        Subject::Indicator(indicator) => indicator.span,
        Subject::Offer(demand) => demand.span,
        Subject::Part(_, named) => named.span,
        Subject::Statement(model, index) => return Some((model.register.get(index)?.span, true)),
        Subject::Head(_) | Subject::BuiltIn(_) => return None,
    };
    Some((span, false))
}
