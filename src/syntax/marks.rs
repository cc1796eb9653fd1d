//! The words of a file with what each of them is, for who colours a text. What cannot be read keeps its words of the language.

use crate::source::Span;

use super::lines::{Line, comments, split};
use super::naming::{Naming, naming};
use super::pest_parser::{self, Leaf, Rule};
use super::spelling::Spellings;
use super::{Kind, too_deep};

/// A word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub span: Span,
    pub sort: MarkSort,
}

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkSort {
    Keyword,
    Text,
    Number,
    Comment,
    /// A name, and whether it is declared here.
    Name(Naming, bool),
}

/// Every word of a file in order of place; none of them goes over the end of a line.
#[must_use]
pub fn marks(text: &str, kind: Kind) -> Vec<Mark> {
    let lines = split(text, &mut Vec::new());
    let spellings = Spellings::default();
    let mut found: Vec<Mark> = comments(text).map(|span| Mark { span, sort: MarkSort::Comment }).collect();
    for line in lines.iter().filter(|line| line.sound) {
        let clause = line.text(text);
        if too_deep(&clause).is_some() {
            continue;
        }
        match pest_parser::parse(&clause, line.start, kind, &spellings) {
            Ok(part) => found.extend(part.leaves().iter().filter_map(mark)),
            Err(_) => found.extend(words(&clause, line)),
        }
    }
    found.sort_by_key(|mark| mark.span.start);
    found
}

fn mark(leaf: &Leaf) -> Option<Mark> {
    let sort = match leaf.rule {
        Rule::string => MarkSort::Text,
        Rule::int | Rule::year_no | Rule::year | Rule::number | Rule::day | Rule::month | Rule::quarter_no => {
            MarkSort::Number
        }
        Rule::source_id | Rule::ident => {
            let (naming, declared) = naming(&leaf.within)?;
            MarkSort::Name(naming, declared)
        }
        _ if leaf.is_keyword() => MarkSort::Keyword,
        _ => return None,
    };
    Some(Mark { span: leaf.span, sort })
}

/// The words of the language and the texts in a clause that cannot be read.
fn words(clause: &str, line: &Line) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut at = line.start;
    for (number, part) in clause.split('"').enumerate() {
        if number % 2 == 1 {
            let span = Span::new(at.saturating_sub(1), at + part.len() + 1);
            found.extend((!part.contains('\n')).then_some(Mark { span, sort: MarkSort::Text }));
        } else {
            for word in part.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty()) {
                let start = at + (word.as_ptr() as usize - part.as_ptr() as usize);
                let is_word = pest_parser::keywords().contains(&word);
                let span = Span::new(start, start + word.len());
                found.extend(is_word.then_some(Mark { span, sort: MarkSort::Keyword }));
            }
        }
        at += part.len() + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_each_word_is() {
        let text =
            "regel een-keuze \"T\" # ja\n  in jaar 3\n  kies minimaal 1 uit kernelement aw\n  kes nieuw met \"x\"\n";
        let found: Vec<String> =
            marks(text, Kind::Regioplan).iter().map(|mark| format!("{} {:?}", mark.span.of(text), mark.sort)).collect();
        assert_eq!(
            found,
            [
                "regel Keyword",
                "een-keuze Name(Rule, true)",
                "\"T\" Text",
                "# ja Comment",
                "in Keyword",
                "jaar Keyword",
                "3 Number",
                "kies Keyword",
                "minimaal Keyword",
                "1 Number",
                "uit Keyword",
                "kernelement Keyword",
                "aw Name(Target(None), false)",
                "met Keyword",
                "\"x\" Text",
            ]
        );
    }
}
