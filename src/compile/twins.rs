//! A head that stands twice in a row -> one problem, and the empty one out of the tree.
//!
//! Left in, it would also be reported for all that a block without lines lacks.

use std::mem::{Discriminant, discriminant};

use crate::source::Span;
use crate::syntax::tree::{Block, Body, Name, Part, Tree};

use super::problem::{Fault, Wrong};

/// Takes out each block that is no more than a head which stands again right below it, and reports that.
pub fn drop_twins(tree: &mut Tree) -> Vec<Fault> {
    let mut problems = Vec::new();
    let heads: Vec<Option<(Discriminant<Body>, Name)>> = tree.blocks.iter().map(head).collect();
    for block in &mut tree.blocks {
        drop_twin_parts(&mut block.parts, &mut problems);
    }
    let mut next = heads.iter().skip(1);
    let mut at = heads.iter();
    tree.blocks.retain(|block| {
        let (own, below) = (at.next().and_then(Option::as_ref), next.next().and_then(Option::as_ref));
        let empty = block.clauses.is_empty() && block.parts.is_empty();
        match (own, below) {
            (Some((sort, name)), Some((other, again))) if empty && sort == other && name.text == again.text => {
                problems.push(Wrong::twice(again, name.span));
                false
            }
            _ => true,
        }
    });
    problems
}

/// The same for the parts of an intervention: a minimum requirement or an end goal that stands there twice.
fn drop_twin_parts(parts: &mut Vec<Part>, problems: &mut Vec<Fault>) {
    let title = |part: &Part| match &part.head.body {
        Body::MinimaleEis { id, title } => Some((0, id.as_ref().map(|id| id.text.clone()), title.text.clone())),
        Body::Einddoel { id, title } => Some((1, id.as_ref().map(|id| id.text.clone()), title.text.clone())),
        _ => None,
    };
    let heads: Vec<(Span, _)> = parts.iter().map(|part| (part.head.span, title(part))).collect();
    let mut pairs = heads.iter().zip(heads.iter().skip(1));
    parts.retain(|part| match pairs.next() {
        Some(((first, Some(own)), (again, Some(below)))) if own == below && part.clauses.is_empty() => {
            problems.push(Wrong::twice(&Name { text: own.2.clone(), span: *again }, *first));
            false
        }
        _ => true,
    });
}

/// What sort of thing a block declares, and its name.
fn head(block: &Block) -> Option<(Discriminant<Body>, Name)> {
    Some((discriminant(&block.head.body), name(&block.head.body)?.clone()))
}

fn name(head: &Body) -> Option<&Name> {
    match head {
        Body::Regioplan { id, .. }
        | Body::Leidraad { id }
        | Body::Werkplan { id, .. }
        | Body::Aanvulling { id, .. }
        | Body::Gegevens { id, .. }
        | Body::Groep { id, .. }
        | Body::Kernelement { id, .. }
        | Body::Keuzelijst { id, .. }
        | Body::Thema { id, .. }
        | Body::Doel { id, .. }
        | Body::Soort { id, .. }
        | Body::Interventie { id, .. }
        | Body::Voorwaarde { id, .. }
        | Body::Regel { id, .. }
        | Body::Indicator { id, .. }
        | Body::Overzicht { id, .. } => Some(id),
        _ => None,
    }
}
