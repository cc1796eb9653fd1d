//! A place in a text that somebody writes -> what the grammar lets stand there: its words, and what a name would stand for.

use crate::source::Span;

use super::Kind;
use super::lines::{self, JOINING};
use super::naming::{Naming, naming, target_sort};
use super::pest_parser::{self, Rule};
use super::spelling::Spellings;

/// What fits at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fitting {
    /// The word at the place, which what fits would replace.
    pub word: Span,
    /// What stands before it in its clause.
    pub begin: String,
    /// Words of the language, in the order of the alphabet.
    pub words: Vec<&'static str>,
    /// What a name would stand for, where one fits that is not declared there.
    pub name: Option<Naming>,
}

/// What people write behind a name, so that the clause can be read as it will be.
const ENDS: [&str; 13] = [
    "",
    " is ja",
    " \"t\"",
    " is minimaal 1",
    " ja",
    " ja is minimaal 1",
    " van de n",
    " van de n is minimaal 1",
    " heeft n ja",
    ": tekst",
    " versie \"1\"",
    " n is ja",
    ", n of n",
];

/// A name, so that one can be read that is not there yet.
const NAME: &str = "n";
const SOURCE: &str = "A-1";

/// What fits at a place; nothing within a text or a comment, or behind what cannot be read.
#[must_use]
pub fn fitting(text: &str, offset: usize, kind: Kind) -> Option<Fitting> {
    let before = text.get(..offset)?;
    let is_part = |c: char| c.is_alphanumeric() || c == '-';
    let start = before.trim_end_matches(is_part).len();
    let behind = text.get(offset..)?;
    let end = offset + (behind.len() - behind.trim_start_matches(is_part).len());
    // What the lines before the place say, with a name in the place itself.
    let tried = format!("{}{NAME}", text.get(..start)?);
    let lines = lines::split(&tried, &mut Vec::new());
    let line = lines.last().filter(|line| line.sound && line.end == tried.len())?;
    let clause = line.text(&tried);
    let begin = clause.strip_suffix(NAME)?.to_owned();
    let known = pest_parser::keywords();
    let fits = |begin: &str| {
        let failure = pest_parser::behind(begin, kind)?;
        Some(known.iter().copied().filter(|word| failure.words.iter().any(|fit| fit == word)).collect::<Vec<_>>())
    };
    let mut words = fits(&begin).unwrap_or_default();
    if begin.is_empty()
        && let Some(above) = lines.len().checked_sub(2).and_then(|above| lines.get(above))
    {
        // A line that begins with a joining word goes on with the one above.
        let more = fits(&format!("{} ", above.text(&tried))).unwrap_or_default();
        words.extend(more.into_iter().filter(|word| JOINING.contains(word)));
    }
    let name = name_behind(&begin, kind);
    (!words.is_empty() || name.is_some()).then_some(Fitting { word: Span::new(start, end), begin, words, name })
}

/// What a name behind the begin of a clause stands for.
fn name_behind(begin: &str, kind: Kind) -> Option<Naming> {
    let spellings = Spellings::default();
    let of = |name: &str, rule: Rule, end: &str| {
        let clause = format!("{begin}{name}{end}");
        let part = pest_parser::parse(&clause, 0, kind, &spellings).ok()?;
        let leaves = part.leaves();
        let leaf = leaves.iter().find(|leaf| leaf.span.start as usize == begin.len() && leaf.rule == rule)?;
        let (naming, declared) = naming(&leaf.within)?;
        let is_path = leaf.within.last() == Some(&Rule::path);
        (!declared).then_some((naming, is_path))
    };
    if let Some((naming, _)) = of(SOURCE, Rule::source_id, "") {
        return Some(naming);
    }
    let last = || begin.split_whitespace().next_back().and_then(target_sort);
    // `is n` and `is n van de n` are read in two ways: what comes first is what is meant most.
    ENDS.iter().find_map(|end| of(NAME, Rule::ident, end)).map(|(naming, _)| match naming {
        Naming::Target(None) => Naming::Target(last()),
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TargetSort;

    fn at(text: &str) -> Option<(Option<Naming>, String)> {
        let (before, after) = text.split_once('|').unwrap();
        let found = fitting(&format!("{before}{after}"), before.len(), Kind::Regioplan)?;
        Some((found.name, found.words.join(" ")))
    }

    fn name(text: &str) -> Option<Naming> {
        at(text).and_then(|(name, _)| name)
    }

    #[test]
    fn what_a_name_would_stand_for() {
        for (text, sort) in [
            ("kies minimaal 1 uit |", Naming::Target(None)),
            ("kies minimaal 1 uit kernelement aw|", Naming::Target(Some(TargetSort::Kernelement))),
            ("kies minimaal 1 uit a of b|", Naming::Target(None)),
            ("kies minimaal 1 uit a met soort |", Naming::Kind),
            ("hoort bij kernelement |", Naming::Element),
            ("hoort bij thema a en |", Naming::Theme),
            ("onderdeel van |", Naming::Intervention),
            ("dient doel |", Naming::Goal),
            ("veld x: lijst van gegevens |", Naming::Record),
            ("als niet voorwaarde |", Naming::Condition),
            ("eis datum van |", Naming::Field),
            ("als |", Naming::Field),
            ("voor elk van de |", Naming::Members),
            ("eis aantal |", Naming::Members),
            ("eis aantal a met |", Naming::Field),
            ("eis som van |", Naming::Field),
            ("eis soort is |", Naming::Value),
            ("geen keuze telt dubbel met regel |", Naming::Rule),
            ("wijkt af van regel |", Naming::GuideRule),
            ("bron A-1, |", Naming::Source),
            ("negeer opmerking |", Naming::Remark),
            ("leidraad |", Naming::Guide),
            ("niet voldaan: overtreding als |", Naming::Field),
            ("  kies minimaal 1\n    uit |", Naming::Target(None)),
        ] {
            assert_eq!(name(text), Some(sort), "{text}");
        }
        for text in ["regel |", "veld |", "interventie |", "kies |", "regel x \"a |b\"", "# kies uit |", "kies kies |"]
        {
            assert_eq!(name(text), None, "{text}");
        }
    }

    #[test]
    fn the_words_that_fit() {
        let words = |text: &str| at(text).map(|(_, words)| words).unwrap_or_default();
        assert_eq!(words("aangeboden |"), "elk in tot van vanaf");
        assert_eq!(words("hoort bij k|"), "kernelement thema");
        assert!(words("regel x \"X\"\n  |").contains("kies"));
        assert!(words("  kies minimaal 1 uit a\n    |").contains("met"));
        assert_eq!(words("regel x \"a |\""), "");
    }
}
