//! What the YAML parser says -> what a practice manager can do about it.

use granit_parser::{ErrorKind, ScanError};

use crate::diagnostic::Text;
use crate::source::Span;

use super::Issue;

/// One finding for a text that is not YAML, at the place where reading stopped.
pub fn explain(text: &str, error: &ScanError) -> Issue {
    let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
    let span = visible(text, at);
    let (message, help) = words(error.kind());
    Issue::new("yaml", span, Text::new(message)).help(Text::new(help))
}

/// The sign at the place, or the last one before it that can be seen.
fn visible(text: &str, at: usize) -> Span {
    let rest = text.get(at..).unwrap_or("");
    match rest.chars().next() {
        Some(c) if c != '\n' && c != '\r' => Span::new(at, at + c.len_utf8()),
        _ => {
            let before = text.get(..at).unwrap_or("").trim_end();
            let start = before.char_indices().next_back().map_or(0, |(start, _)| start);
            Span::new(start, before.len())
        }
    }
}

fn words(kind: &ErrorKind) -> (&'static str, &'static str) {
    use ErrorKind as E;
    match kind {
        E::TabNotAllowed | E::TabInBlockIndentation | E::TabInIndentation | E::TabAtBlockScalarStart | E::InvalidBlockEntryWhitespace => {
            ("yaml-tab", "yaml-tab-help")
        }
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar | E::InvalidQuotedScalarIndent => ("yaml-quote", "yaml-quote-help"),
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => ("yaml-after-quote", "yaml-after-quote-help"),
        E::UnknownQuotedScalarEscape | E::InvalidQuotedScalarHexEscape | E::InvalidUnicodeEscape => ("yaml-escape", "yaml-escape-help"),
        E::UnclosedFlowCollection { .. }
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::MisplacedFlowCollectionEnd
        | E::MismatchedFlowCollectionEnd { .. }
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator => ("yaml-bracket", "yaml-bracket-help"),
        E::SimpleKeyExpected | E::InvalidSimpleKey | E::ExpectedBlockMappingKey => ("yaml-colon", "yaml-colon-help"),
        E::InvalidIndentation | E::ExpectedBlockSequenceEntry | E::BlockSequenceEntryNotAllowed | E::InvalidFlowScalarIndent => {
            ("yaml-indent", "yaml-indent-help")
        }
        E::RecursionLimitExceeded => ("yaml-deep", "yaml-deep-help"),
        E::UnknownAnchor => ("yaml-alias-unknown", "yaml-alias-help"),
        E::UnexpectedCharacter { .. } => ("yaml-character", "yaml-character-help"),
        _ => ("yaml-unreadable", "yaml-unreadable-help"),
    }
}
