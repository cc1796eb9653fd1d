//! The parts of a text: what an editor lists beside it, and folds.

use lsp_types::{DocumentSymbol, FoldingRange, FoldingRangeKind, Position, SymbolKind};

use crate::plan::Node;
use crate::source::Span;
use crate::syntax::{self, Kind};

use super::lines::Lines;

/// The longest name in a list.
const LONGEST: usize = 80;

/// The fields of a plan, each with those within it.
#[must_use]
pub fn of_plan(root: &Node<'_>, lines: Lines<'_>) -> Vec<DocumentSymbol> {
    let one = |(key, value): &(Node<'_>, Node<'_>)| {
        let name = key.text().filter(|text| !text.trim().is_empty() && !key.is_lost())?;
        let inside = of_plan(value, lines);
        let kind = if inside.is_empty() { SymbolKind::FIELD } else { SymbolKind::STRUCT };
        let span = Span { start: key.span.start, end: value.span.end.max(key.span.end) };
        Some(symbol(name, kind, lines, span, key.span, inside))
    };
    root.pairs().unwrap_or_default().iter().filter_map(one).collect()
}

/// The blocks of a regioplan or a register.
#[must_use]
pub fn of_rules(text: &str, kind: Kind, lines: Lines<'_>) -> Vec<DocumentSymbol> {
    let Ok(clauses) = syntax::outline(text, kind) else { return Vec::new() };
    let heads: Vec<Span> = clauses.iter().filter(|placed| placed.depth == 0).map(|placed| placed.span).collect();
    let ends = heads.iter().skip(1).map(|next| next.start).chain([u32::try_from(text.len()).unwrap_or(u32::MAX)]);
    let last = |until: u32| {
        clauses.iter().filter(|placed| placed.span.start < until).map(|placed| placed.span.end).next_back()
    };
    let one = |(head, until): (&Span, u32)| {
        let said = text.get(head.start as usize..head.end as usize)?;
        let name: String = said.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect();
        let span = Span { start: head.start, end: last(until).unwrap_or(head.end).max(head.end) };
        Some(symbol(&name, SymbolKind::STRUCT, lines, span, *head, Vec::new()))
    };
    heads.iter().zip(ends).filter_map(one).collect()
}

// The protocol still carries a field that it no longer wants.
#[expect(deprecated, reason = "a field of the protocol without a default")]
fn symbol(
    name: &str,
    kind: SymbolKind,
    lines: Lines<'_>,
    span: Span,
    own: Span,
    inside: Vec<DocumentSymbol>,
) -> DocumentSymbol {
    DocumentSymbol {
        name: name.to_owned(),
        detail: None,
        kind,
        tags: None,
        deprecated: None,
        range: lines.range(span),
        selection_range: lines.range(own),
        children: (!inside.is_empty()).then_some(inside),
    }
}

/// Lines that stand further from the edge than the one above them, and comments of several lines.
#[must_use]
pub fn folds(text: &str) -> Vec<FoldingRange> {
    let mut found = Vec::new();
    let mut open: Vec<(u32, usize)> = Vec::new();
    let mut comment: Option<u32> = None;
    let (mut last, mut number) = (0, 0);
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        if line.trim_start().starts_with('#') {
            comment.get_or_insert(number);
        } else {
            if let Some(first) = comment.take().filter(|first| first + 1 < number) {
                found.push(fold(first, number - 1, Some(FoldingRangeKind::Comment)));
            }
            if !line.trim().is_empty() {
                while let Some((first, _)) = open.pop_if(|(_, depth)| *depth >= indent) {
                    found.extend((last > first).then(|| fold(first, last, None)));
                }
                open.push((number, indent));
                last = number;
            }
        }
        number += 1;
    }
    found.extend(open.into_iter().filter(|(first, _)| last > *first).map(|(first, _)| fold(first, last, None)));
    found.sort_by_key(|fold| (fold.start_line, fold.end_line));
    found
}

fn fold(first: u32, last: u32, kind: Option<FoldingRangeKind>) -> FoldingRange {
    FoldingRange { start_line: first, end_line: last, kind, ..FoldingRange::default() }
}

/// The whole of a text as a range.
#[must_use]
pub fn whole(lines: Lines<'_>) -> lsp_types::Range {
    let end = lines.position(u32::try_from(lines.text.len()).unwrap_or(u32::MAX));
    lsp_types::Range { start: Position::new(0, 0), end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_further_from_the_edge_folds() {
        let text = "# a\n# b\nx:\n  y:\n    z: 1\n\n  w: 2\nv: 3\n";
        let found: Vec<(u32, u32)> = folds(text).iter().map(|fold| (fold.start_line, fold.end_line)).collect();
        assert_eq!(found, [(0, 1), (2, 6), (3, 4)]);
        assert!(folds("").is_empty());
    }
}
