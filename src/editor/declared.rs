//! The names that a regioplan or a register declares, read from its tree: also of a text that is only half written.

use crate::source::Span;
use crate::syntax::Naming;
use crate::syntax::tree::{Body, Clause, FieldType, Name, Tree};

/// A name that is declared.
#[derive(Clone, Copy, Debug)]
pub struct Declared<'t> {
    pub naming: Naming,
    pub name: &'t Name,
    /// What people call it, or what a statement says.
    pub label: &'t str,
    /// The block that it stands in, by the place of its head.
    pub block: Span,
    /// Of a field: what it holds.
    pub ty: Option<&'t FieldType>,
}

/// Every declared name in order of the file.
#[must_use]
pub fn declared(tree: &Tree) -> Vec<Declared<'_>> {
    let mut found = Vec::new();
    for block in &tree.blocks {
        let at = block.head.span;
        found.extend(of(&block.head, &block.clauses, at));
        found.extend(block.parts.iter().filter_map(|part| of(&part.head, &part.clauses, at)));
    }
    found
}

/// What the head of a block or of a part declares.
fn of<'t>(head: &'t Clause, clauses: &'t [Clause], block: Span) -> Option<Declared<'t>> {
    let of = |naming, name, label: &'t str| Some(Declared { naming, name, label, block, ty: None });
    match &head.body {
        Body::Regel { id, title } => of(Naming::Rule, id, &title.text),
        Body::MinimaleEis { id, title } | Body::Einddoel { id, title } => of(Naming::Rule, id.as_ref()?, &title.text),
        Body::Interventie { id, label } => of(Naming::Intervention, id, &label.text),
        Body::Kernelement { id, label } => of(Naming::Element, id, &label.text),
        Body::Keuzelijst { id, label } => of(Naming::List, id, &label.text),
        Body::Thema { id, label } => of(Naming::Theme, id, &label.text),
        Body::Doel { id, label } => of(Naming::Goal, id, &label.text),
        Body::Groep { id, label } => of(Naming::Group, id, &label.text),
        Body::Gegevens { id, label } => of(Naming::Record, id, label.as_ref().map_or("", |label| &label.text)),
        Body::Voorwaarde { id, title } => of(Naming::Condition, id, &title.text),
        Body::Indicator { id, title } => of(Naming::Indicator, id, &title.text),
        Body::Overzicht { id, title } => of(Naming::Overview, id, &title.text),
        Body::Weergave { id, title } => of(Naming::Rendering, id, &title.text),
        Body::Verdieping { id, label } => of(Naming::Variant, id, &label.text),
        Body::RegisterBron { id, section } => {
            let says = clauses.iter().find_map(|clause| match &clause.body {
                Body::Zegt(text) => Some(text.text.as_str()),
                _ => None,
            });
            of(Naming::Source, id, says.unwrap_or(&section.text))
        }
        Body::Veld(field) => Some(Declared {
            naming: Naming::Field,
            name: &field.id,
            label: field.label.as_ref().map_or("", |label| &label.text),
            block,
            ty: Some(&field.ty),
        }),
        _ => None,
    }
}

/// Whether a field has members.
#[must_use]
pub fn is_list(one: &Declared<'_>) -> bool {
    matches!(one.ty, Some(FieldType::List(_)))
}

/// The words of a field.
#[must_use]
pub fn words<'t>(one: &Declared<'t>) -> &'t [Name] {
    match one.ty {
        Some(FieldType::OneOf(names)) => names,
        Some(FieldType::List(inner)) => match inner.as_ref() {
            FieldType::OneOf(names) => names,
            _ => &[],
        },
        Some(_) | None => &[],
    }
}
