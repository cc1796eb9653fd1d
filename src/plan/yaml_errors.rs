//! What is wrong with a text that is no YAML -> what a practice manager can do about it.

use crate::diagnostic::Text;
use crate::source::Span;

use super::Issue;

/// What is wrong with a text that is no YAML, as far as a practice manager can act on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    Tab,
    Quote,
    AfterQuote,
    Escape,
    Bracket,
    Colon,
    ExtraColon,
    Indent,
    Deep,
    UnknownAlias,
    Character,
    Unreadable,
}

/// One finding for a text that is not YAML, at the place where reading stopped.
pub fn explain(text: &str, at: usize, trouble: Trouble) -> Issue {
    let span = visible(text, at.min(text.len()));
    let (message, help) = words(trouble);
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

fn words(trouble: Trouble) -> (&'static str, &'static str) {
    match trouble {
        Trouble::Tab => ("yaml-tab", "yaml-tab-help"),
        Trouble::Quote => ("yaml-quote", "yaml-quote-help"),
        Trouble::AfterQuote => ("yaml-after-quote", "yaml-after-quote-help"),
        Trouble::Escape => ("yaml-escape", "yaml-escape-help"),
        Trouble::Bracket => ("yaml-bracket", "yaml-bracket-help"),
        Trouble::Colon => ("yaml-colon", "yaml-colon-help"),
        Trouble::ExtraColon => ("yaml-extra-colon", "yaml-extra-colon-help"),
        Trouble::Indent => ("yaml-indent", "yaml-indent-help"),
        Trouble::Deep => ("yaml-deep", "yaml-deep-help"),
        Trouble::UnknownAlias => ("yaml-alias-unknown", "yaml-alias-help"),
        Trouble::Character => ("yaml-character", "yaml-character-help"),
        Trouble::Unreadable => ("yaml-unreadable", "yaml-unreadable-help"),
    }
}
