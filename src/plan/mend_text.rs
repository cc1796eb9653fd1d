//! A text with changes in it, and the way back from a place in it to a place in the text as written.

use std::ops::Range;

use crate::diagnostic::Edit;
use crate::source::Span;

/// What takes the place of a part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub at: Range<usize>,
    pub text: String,
}

/// A part of the changed text.
#[derive(Clone, Debug)]
enum Piece {
    /// Bytes of the text as written.
    Kept(Range<usize>),
    New(String),
}

/// A text with changes in it.
pub struct Patched<'t> {
    written: &'t str,
    pieces: Vec<Piece>,
    /// Where each piece begins in the changed text.
    starts: Vec<usize>,
    text: String,
}

impl Change {
    #[must_use]
    pub fn new(at: Range<usize>, text: impl Into<String>) -> Self {
        Self { at, text: text.into() }
    }
}

impl Piece {
    fn len(&self) -> usize {
        match self {
            Self::Kept(range) => range.len(),
            Self::New(text) => text.len(),
        }
    }
}

impl<'t> Patched<'t> {
    #[must_use]
    pub fn new(written: &'t str) -> Self {
        let pieces = vec![Piece::Kept(0..written.len())];
        Self { written, pieces, starts: vec![0], text: written.to_owned() }
    }

    /// The text with all changes.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text with all changes, for who has no further use for the places.
    #[must_use]
    pub fn with(&self, changes: &[Change]) -> String {
        let mut out = String::with_capacity(self.text.len() + 64);
        let mut at = 0;
        for change in changes {
            out.push_str(self.text.get(at..change.at.start).unwrap_or(""));
            out.push_str(&change.text);
            at = change.at.end;
        }
        out.push_str(self.text.get(at..).unwrap_or(""));
        out
    }

    /// Changes without what they leave as it was: a name of which only the colon changes keeps its place.
    #[must_use]
    pub fn least(&self, changes: Vec<Change>) -> Vec<Change> {
        let least = |change: Change| {
            let same = |pair: &(char, char)| pair.0 == pair.1;
            let size = |(sign, _): (char, char)| sign.len_utf8();
            let (old, new) = (self.text.get(change.at.clone()).unwrap_or(""), change.text.as_str());
            let tail: usize = old.chars().rev().zip(new.chars().rev()).take_while(same).map(size).sum();
            let (old, new) = (old.get(..old.len() - tail).unwrap_or(""), new.get(..new.len() - tail).unwrap_or(""));
            let head: usize = old.chars().zip(new.chars()).take_while(same).map(size).sum();
            Change::new(change.at.start + head..change.at.start + old.len(), new.get(head..).unwrap_or(""))
        };
        changes.into_iter().map(least).collect()
    }

    /// Makes changes, which lie in order of place and apart.
    pub fn apply(&mut self, changes: &[Change]) {
        self.text = self.with(changes);
        let mut pieces = Vec::with_capacity(self.pieces.len() + 2 * changes.len());
        let mut rest = std::mem::take(&mut self.pieces).into_iter();
        let (mut now, mut at) = (rest.next(), 0);
        for change in changes {
            take(&mut rest, &mut now, &mut at, change.at.start, |piece| pieces.push(piece));
            take(&mut rest, &mut now, &mut at, change.at.end, |_| ());
            if !change.text.is_empty() {
                pieces.push(Piece::New(change.text.clone()));
            }
        }
        pieces.extend(now.into_iter().chain(rest));
        let starts = pieces.iter().scan(0, |sum, piece| {
            let start = *sum;
            *sum += piece.len();
            Some(start)
        });
        self.starts = starts.collect();
        self.pieces = pieces;
    }

    /// Where a place of the changed text lies in the text as written.
    #[must_use]
    pub fn back(&self, offset: usize) -> usize {
        let index = self.piece_at(offset);
        let before = |index: usize| {
            self.pieces.iter().take(index).rev().find_map(|piece| match piece {
                Piece::Kept(range) => Some(range.end),
                Piece::New(_) => None,
            })
        };
        self.kept(index, offset).or_else(|| before(index)).unwrap_or(0).min(self.written.len())
    }

    /// Whether a place lies within what a change put there.
    #[must_use]
    pub fn is_made(&self, offset: usize) -> bool {
        let index = self.piece_at(offset);
        let begins = self.starts.get(index).is_some_and(|start| *start < offset);
        begins && matches!(self.pieces.get(index), Some(Piece::New(_)))
    }

    fn piece_at(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// Where a place lies in a piece that was kept.
    fn kept(&self, index: usize, offset: usize) -> Option<usize> {
        let start = self.starts.get(index).copied().unwrap_or(0);
        match self.pieces.get(index)? {
            Piece::Kept(range) => Some((range.start + (offset - start)).min(range.end)),
            Piece::New(_) => None,
        }
    }

    /// A span of the changed text in the text as written.
    #[must_use]
    pub fn back_span(&self, span: Span) -> Span {
        Span::new(self.back(span.start as usize), self.back(span.end as usize))
    }

    /// Changes of the changed text as edits of the text as written.
    #[must_use]
    pub fn edits(&self, changes: &[Change]) -> Vec<Edit> {
        let edit = |change: &Change| {
            let end = if change.at.is_empty() { self.back(change.at.start) } else { self.end_of(change.at.end) };
            Edit::new(Span::new(self.back(change.at.start), end), change.text.clone())
        };
        changes.iter().map(edit).collect()
    }

    /// Where what ends at a place of the changed text ends in the text as written.
    fn end_of(&self, offset: usize) -> usize {
        let last = offset.saturating_sub(1);
        self.kept(self.piece_at(last), last).map_or_else(|| self.back(last), |end| end + 1)
    }
}

/// Takes pieces up to a place; the one that reaches over it is cut.
fn take(
    rest: &mut impl Iterator<Item = Piece>,
    now: &mut Option<Piece>,
    at: &mut usize,
    until: usize,
    mut give: impl FnMut(Piece),
) {
    while *at < until {
        let Some(piece) = now.take() else { return };
        let len = piece.len();
        if *at + len <= until {
            *at += len;
            give(piece);
            *now = rest.next();
            continue;
        }
        let cut = until - *at;
        *at = until;
        match piece {
            Piece::Kept(range) => {
                give(Piece::Kept(range.start..range.start + cut));
                *now = Some(Piece::Kept(range.start + cut..range.end));
            }
            Piece::New(text) => {
                let (first, second) = text.split_at_checked(cut).unwrap_or((&text, ""));
                give(Piece::New(first.to_owned()));
                *now = Some(Piece::New(second.to_owned()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_leads_back_to_the_text_as_written() {
        let mut patched = Patched::new("a = 1\nb:2\n");
        patched.apply(&[Change::new(1..4, ": "), Change::new(8..8, " ")]);
        assert_eq!(patched.text(), "a: 1\nb: 2\n");
        assert_eq!(patched.back(0), 0);
        assert_eq!(patched.back(3), 4);
        assert_eq!(patched.back(5), 6);
        assert_eq!(patched.back(8), 8);
        assert_eq!(patched.back(10), 10);
        patched.apply(&[Change::new(5..5, "  ")]);
        assert_eq!(patched.text(), "a: 1\n  b: 2\n");
        assert_eq!(patched.back(7), 6);
        assert_eq!(patched.back(12), 10);
        assert_eq!(patched.edits(&[Change::new(7..8, "c")]), [Edit::new(Span::new(6, 7), "c")]);
    }
}
