//! Repairs and the nearest valid choices as what an editor offers to do.

use std::collections::HashMap;

use lsp_types::{CodeAction, CodeActionKind, Range, TextEdit, Uri, WorkspaceEdit};

use crate::diagnostic::{Arg, Repair, Text};
use crate::report::Catalog;
use crate::session::Proposal;

use super::lines::Lines;

/// What mends a place, out of what has a repair: each with the title of what it mends.
#[must_use]
pub fn mended<'r>(
    all: impl IntoIterator<Item = (&'r Text, &'r Repair)>,
    asked: Range,
    uri: &Uri,
    lines: Lines<'_>,
    catalog: &Catalog,
) -> Vec<CodeAction> {
    let touches = |repair: &Repair| repair.edits.iter().any(|edit| meet(lines.range(edit.span), asked));
    let here = all.into_iter().filter(|(_, repair)| touches(repair));
    here.map(|(what, repair)| {
        let right = repair.edits.iter().map(|edit| edit.text.trim()).find(|text| !text.is_empty());
        let title = match right {
            Some(right) if !right.contains('\n') => Text::new("editor-write").with("right", right),
            Some(_) | None => Text::new("editor-mend").with("what", Arg::Text(what.clone())),
        };
        CodeAction { is_preferred: Some(repair.certain), ..action(&title, repair, uri, lines, catalog) }
    })
    .collect()
}

/// The ways in which the choices of a plan become valid, where they are known as edits.
#[must_use]
pub fn proposed(proposal: &Proposal, uri: &Uri, lines: Lines<'_>, catalog: &Catalog) -> Vec<CodeAction> {
    let ways = proposal.ways.iter().filter_map(|way| Some((&way.said, way.edits.as_ref()?)));
    ways.map(|(said, edits)| action(said, edits, uri, lines, catalog)).collect()
}

// The protocol says that the changes of a document stand below its name.
#[expect(clippy::mutable_key_type, reason = "the name of a document does not change")]
fn action(title: &Text, repair: &Repair, uri: &Uri, lines: Lines<'_>, catalog: &Catalog) -> CodeAction {
    let edits = repair.edits.iter().map(|edit| TextEdit { range: lines.range(edit.span), new_text: edit.text.clone() });
    let changes = HashMap::from([(uri.clone(), edits.collect())]);
    CodeAction {
        title: catalog.say(title),
        kind: Some(CodeActionKind::QUICKFIX),
        edit: Some(WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }),
        ..CodeAction::default()
    }
}

/// Whether two ranges touch.
fn meet(one: Range, other: Range) -> bool {
    one.start <= other.end && other.start <= one.end
}
