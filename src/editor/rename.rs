//! A new name for a thing: what must be written where, and whether the text still says the same of everything.

use crate::model::Contents;
use crate::plan::Node;
use crate::session::{Declared, Use};
use crate::source::Span;
use crate::syntax::{self, Kind, Mark, MarkSort};
use crate::value::same_name;

use super::declared::{declared, words};
use super::names::names;

/// Places of one text, in order, at which a new name is written.
#[derive(Clone, Debug, Default)]
pub struct Places(Vec<Span>);

impl Places {
    #[must_use]
    pub fn new(mut places: Vec<Span>) -> Self {
        places.sort_unstable();
        places.dedup();
        Self(places)
    }

    #[must_use]
    pub fn all(&self) -> &[Span] {
        &self.0
    }

    /// The text with the new name.
    #[must_use]
    pub fn written(&self, text: &str, name: &str) -> String {
        let mut done = text.to_owned();
        for span in self.0.iter().rev() {
            if done.is_char_boundary(span.start as usize) && done.is_char_boundary(span.end as usize) {
                done.replace_range(span.start as usize..span.end as usize, name);
            }
        }
        done
    }

    /// Where a place of the old text stands in the new one.
    #[must_use]
    pub fn moved(&self, span: Span, name: &str) -> Span {
        let before = |at: u32| {
            let earlier = self.0.iter().filter(|place| place.end <= at);
            let (gone, come) = earlier.fold((0, 0), |(gone, come), place| (gone + place.len(), come + name.len()));
            at as usize + come - gone
        };
        let start = before(span.start);
        let end = if self.0.contains(&span) { start + name.len() } else { before(span.end) };
        Span::new(start, end)
    }
}

/// Whether a word can be the name of a thing; of a statement in a register, when `source`.
#[must_use]
pub fn is_name(word: &str, source: bool) -> bool {
    let (clause, kind) = if source {
        (format!("bron {word} \"t\""), Kind::Register)
    } else {
        (format!("regel {word} \"t\""), Kind::Regioplan)
    };
    let blank = word.chars().any(|c| c.is_whitespace() || c == '"' || c == '#');
    !blank && syntax::parse(&clause, kind).1.is_empty()
}

/// The places of a thing in the text that uses it, when it is declared there or elsewhere.
#[must_use]
pub fn used(uses: &[Use], declared: Declared) -> Vec<Span> {
    uses.iter().filter(|one| one.declared == declared).map(|one| one.at).collect()
}

/// Where the texts and remarks of a regioplan have a name between backticks, by itself or among what is to be written. It is of the thing
/// that is declared at these places, unless something else in the regioplan is called so too.
#[must_use]
pub fn told_in(text: &str, name: &str, own: &[Span]) -> Vec<Span> {
    let (tree, _) = syntax::parse(text, Kind::Regioplan);
    let declared = declared(&tree);
    let others = declared.iter().flat_map(|one| words(one).iter().chain([one.name]));
    if others.filter(|one| same_name(&one.text, name)).any(|one| !own.contains(&one.span)) {
        return Vec::new();
    }
    let of_mark = |mark: Mark| {
        let said = mark.span.of(text);
        let quoted = said.split('`').enumerate().filter(|(number, _)| number % 2 == 1).map(|(_, part)| part);
        let words = quoted.flat_map(|part| part.split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_')));
        let start = |word: &str| mark.span.start as usize + (word.as_ptr() as usize - said.as_ptr() as usize);
        let meant = words.filter(|word| same_name(word, name));
        meant.map(|word| Span::new(start(word), start(word) + word.len())).collect::<Vec<Span>>()
    };
    let said = syntax::marks(text, Kind::Regioplan);
    said.into_iter().filter(|mark| matches!(mark.sort, MarkSort::Text | MarkSort::Comment)).flat_map(of_mark).collect()
}

/// Whether each name still stands for the same thing: `own`, `register` and `guide` are the places in these texts.
#[must_use]
pub fn keeps(old: &[Use], new: &[Use], own: &Places, register: &Places, guide: &Places, name: &str) -> bool {
    let moved = |one: &Use| Use {
        at: own.moved(one.at, name),
        declared: match one.declared {
            Declared::Here(span) => Declared::Here(own.moved(span, name)),
            Declared::Register(span) => Declared::Register(register.moved(span, name)),
            Declared::Guide(span) => Declared::Guide(guide.moved(span, name)),
        },
    };
    let expected: Vec<Use> = old.iter().map(moved).collect();
    expected == new
}

/// What must be written in a plan when its regioplan calls things otherwise than before.
#[must_use]
pub fn in_plan(old: &Contents, new: &Contents, text: &str, root: Option<&Node<'_>>) -> Vec<(Span, String)> {
    let change = |(span, named): (Span, super::names::Named)| {
        // Of the same regioplan with other names; a thing that is gone has none.
        let ((was, _), (is, _)) = (named.declared(old), named.declared(new));
        (was != is && !is.is_empty() && same_name(span.of(text), was)).then(|| (span, is.to_owned()))
    };
    names(old, text, root).into_iter().filter_map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_move_with_what_is_written_before_them() {
        let text = "ab c ab";
        let places = Places::new(vec![Span::new(5, 7), Span::new(0, 2)]);
        assert_eq!(places.written(text, "xyz"), "xyz c xyz");
        assert_eq!(places.moved(Span::new(3, 4), "xyz"), Span::new(4, 5));
        assert_eq!(places.moved(Span::new(5, 7), "xyz"), Span::new(6, 9));
        assert_eq!(places.moved(Span::new(0, 4), "xyz"), Span::new(0, 5));
    }

    #[test]
    fn what_can_be_a_name() {
        for name in ["trieren", "ai-tools", "3-gesprekken", "één-gesprek"] {
            assert!(is_name(name, false), "{name}");
        }
        for name in ["", "a b", "Trieren", "van", "a_b", "x \"t\"", "#x", "3", "één"] {
            assert!(!is_name(name, false), "{name}");
        }
        assert!(is_name("RED-7", true) && !is_name("red-7", true));
    }
}
