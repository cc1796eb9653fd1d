//! The words of a text with their colours, as the protocol counts them: each from the one before.

use lsp_types::{SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokensLegend};

use crate::syntax::{self, Kind, MarkSort, Naming};

use super::lines::Lines;

/// What words can be; the place in this list is their number.
const TYPES: [SemanticTokenType; 10] = [
    SemanticTokenType::KEYWORD,
    SemanticTokenType::STRING,
    SemanticTokenType::NUMBER,
    SemanticTokenType::COMMENT,
    SemanticTokenType::CLASS,
    SemanticTokenType::STRUCT,
    SemanticTokenType::PROPERTY,
    SemanticTokenType::ENUM_MEMBER,
    SemanticTokenType::FUNCTION,
    SemanticTokenType::NAMESPACE,
];

#[must_use]
pub fn legend() -> SemanticTokensLegend {
    SemanticTokensLegend { token_types: TYPES.into(), token_modifiers: vec![SemanticTokenModifier::DECLARATION] }
}

/// The words of a regioplan or a register.
#[must_use]
pub fn tokens(kind: Kind, lines: Lines<'_>) -> Vec<SemanticToken> {
    let mut found = Vec::new();
    let (mut line, mut column) = (0, 0);
    for mark in syntax::marks(lines.text, kind) {
        let range = lines.range(mark.span);
        let (ty, declared) = match mark.sort {
            MarkSort::Keyword => (SemanticTokenType::KEYWORD, false),
            MarkSort::Text => (SemanticTokenType::STRING, false),
            MarkSort::Number => (SemanticTokenType::NUMBER, false),
            MarkSort::Comment => (SemanticTokenType::COMMENT, false),
            MarkSort::Name(naming, declared) => (of_name(naming), declared),
        };
        let Some(number) = TYPES.iter().position(|known| *known == ty) else { continue };
        let delta_line = range.start.line - line;
        let before = if delta_line == 0 { column } else { 0 };
        found.push(SemanticToken {
            delta_line,
            delta_start: range.start.character.saturating_sub(before),
            length: range.end.character.saturating_sub(range.start.character),
            token_type: u32::try_from(number).unwrap_or_default(),
            token_modifiers_bitset: u32::from(declared),
        });
        (line, column) = (range.start.line, range.start.character);
    }
    found
}

fn of_name(naming: Naming) -> SemanticTokenType {
    match naming {
        Naming::Target(_)
        | Naming::Element
        | Naming::List
        | Naming::Theme
        | Naming::Goal
        | Naming::Intervention
        | Naming::Variant => SemanticTokenType::CLASS,
        Naming::Record | Naming::Group => SemanticTokenType::STRUCT,
        Naming::Field | Naming::Members => SemanticTokenType::PROPERTY,
        Naming::Kind | Naming::Evidence | Naming::Option | Naming::Value | Naming::Source => {
            SemanticTokenType::ENUM_MEMBER
        }
        Naming::Condition
        | Naming::Rule
        | Naming::GuideRule
        | Naming::Indicator
        | Naming::Overview
        | Naming::Remark => SemanticTokenType::FUNCTION,
        Naming::Rendering | Naming::Regioplan | Naming::Guide | Naming::Supplement => SemanticTokenType::NAMESPACE,
    }
}
