//! What people read: a title that is empty, and a sentence that is too long for language level B1.

use crate::diagnostic::Text;
use crate::source::Span;
use crate::syntax::tree::{Body, Clause, Quoted, Tree};

use super::kinds::Lint;
use super::sentence::split;
use super::{Remark, remark};

/// The longest sentence, in words.
const LONGEST: usize = 25;

/// Looks at every text of a file, of a regioplan or of a register.
pub fn check(tree: &Tree, found: &mut Vec<Remark>) {
    for block in &tree.blocks {
        let parts = block.parts.iter().flat_map(|part| std::iter::once(&part.head).chain(&part.clauses));
        for clause in std::iter::once(&block.head).chain(&block.clauses).chain(parts) {
            for title in titles(clause) {
                untitled(title, clause, found);
                long(title, found);
            }
            for text in prose(clause) {
                long(text, found);
            }
        }
    }
}

fn untitled(title: &Quoted, clause: &Clause, found: &mut Vec<Remark>) {
    if title.text.trim().is_empty() {
        // The place is the head, so that the whole line is shown and can be set aside.
        let span = Span { start: clause.span.start, end: title.span.end };
        found.push(remark(Lint::Untitled, span, Text::new("lint-untitled"), "lint-untitled-help"));
    }
}

fn long(text: &Quoted, found: &mut Vec<Remark>) {
    let longest = split(&text.text).into_iter().filter(|sentence| sentence.words > LONGEST);
    for sentence in longest {
        // The quote stands before the text.
        let start = text.span.start as usize + 1 + sentence.start;
        let message = Text::new("lint-long").with("words", sentence.words).with("most", LONGEST);
        found.push(remark(Lint::LongSentence, Span::new(start, start + sentence.length), message, "lint-long-help"));
    }
}

/// What people call a thing.
fn titles(clause: &Clause) -> Vec<&Quoted> {
    match &clause.body {
        Body::Regel { title, .. }
        | Body::MinimaleEis { title, .. }
        | Body::Einddoel { title, .. }
        | Body::Indicator { title, .. }
        | Body::Overzicht { title, .. }
        | Body::Weergave { title, .. }
        | Body::Voorwaarde { title, .. }
        | Body::Groep { label: title, .. }
        | Body::Kernelement { label: title, .. }
        | Body::Keuzelijst { label: title, .. }
        | Body::Thema { label: title, .. }
        | Body::Doel { label: title, .. }
        | Body::Soort { label: title, .. }
        | Body::Interventie { label: title, .. }
        | Body::Verdieping { label: title, .. }
        | Body::Toont { label: title, .. }
        | Body::Naam(title) => vec![title],
        Body::Gegevens { label, .. } => label.iter().collect(),
        Body::Veld(field) => field.label.iter().collect(),
        Body::Varianten(variants) => variants.iter().map(|(_, label)| label).collect(),
        _ => Vec::new(),
    }
}

/// Sentences. The name of a document is no sentence, and neither is the name of who judges.
fn prose(clause: &Clause) -> Vec<&Quoted> {
    match &clause.body {
        Body::Toelichting(text)
        | Body::Advies(text)
        | Body::Interpretatie(text)
        | Body::NogNietVanKracht(text)
        | Body::Beoordeling { about: Some(text), .. }
        | Body::NietAangeboden { reason: text, .. }
        | Body::Proef { reason: text, .. }
        | Body::WijktAf { reason: text, .. }
        | Body::Negeer { reason: text, .. }
        | Body::Groei { says: text, .. }
        | Body::Zegt(text)
        | Body::Informatie(text)
        | Body::Regio(text)
        | Body::NietControleerbaar(text) => vec![text],
        _ => Vec::new(),
    }
}
