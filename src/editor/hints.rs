//! Behind each source that a text cites: the first words of what it says.

use lsp_types::{InlayHint, InlayHintLabel, InlayHintTooltip, Range};

use crate::syntax::tree::Tree;
use crate::syntax::{self, Kind, MarkSort, Naming};
use crate::value::same_name;

use super::declared::declared;
use super::lines::Lines;

/// So many signs of a statement are shown at most.
const LONGEST: usize = 48;

/// The hints between two places of a regioplan, with its register.
#[must_use]
pub fn hints(register: &Tree, asked: Range, lines: Lines<'_>) -> Vec<InlayHint> {
    let statements = declared(register);
    let cited = syntax::marks(lines.text, Kind::Regioplan).into_iter().filter_map(|mark| {
        let range = lines.range(mark.span);
        let is_source = matches!(mark.sort, MarkSort::Name(Naming::Source, _));
        let inside = range.start >= asked.start && range.end <= asked.end;
        (is_source && inside).then(|| (mark.span.of(lines.text), range.end))
    });
    let hint = |(id, position)| {
        let found = statements.iter().find(|one| one.naming == Naming::Source && same_name(&one.name.text, id))?;
        Some(InlayHint {
            position,
            label: InlayHintLabel::String(first_words(found.label)),
            kind: None,
            text_edits: None,
            tooltip: Some(InlayHintTooltip::String(found.label.to_owned())),
            padding_left: Some(true),
            padding_right: None,
            data: None,
        })
    };
    cited.filter_map(hint).collect()
}

fn first_words(said: &str) -> String {
    let mut shown = String::new();
    let mut words = said.split_whitespace();
    for word in words.by_ref() {
        if shown.chars().count() + word.chars().count() > LONGEST {
            return format!("{shown} …");
        }
        if !shown.is_empty() {
            shown.push(' ');
        }
        shown.push_str(word);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_cut() {
        assert_eq!(first_words("In jaar 1."), "In jaar 1.");
        let long = first_words("In jaar 1 kiest de praktijk een interventie uit anders werken, of twee.");
        assert_eq!(long, "In jaar 1 kiest de praktijk een interventie uit …");
    }
}
