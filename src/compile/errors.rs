//! The problems that compiling can find, each with its repair.

use crate::diagnostic::{Arg, Join, Problem, Text};
use crate::source::Span;
use crate::syntax::tree::Name;

use super::names::{Index, Sort};

/// The nearest known word, when it is near enough to be meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).clamp(1, 4);
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

fn did_you_mean(near: &str) -> Text {
    Text::new("did-you-mean").with("name", near)
}

/// A name that is declared nowhere.
pub fn unknown(name: &Name, sort: Sort, index: &Index) -> Problem {
    let problem = Problem::new("taal", name.span, Text::new(sort.unknown_id()).with("name", &name.text));
    match nearest(&name.text, index.ids()) {
        Some(near) => {
            let problem = problem.help(did_you_mean(near));
            match index.span_of(near) {
                Some(span) => problem.also(span, Text::new("declared-here").with("name", near)),
                None => problem,
            }
        }
        None => problem.help(list_help(index.ids())),
    }
}

fn list_help<'a>(ids: impl Iterator<Item = &'a str>) -> Text {
    let ids: Vec<String> = ids.map(|id| format!("`{id}`")).collect();
    if ids.is_empty() {
        Text::new("nothing-declared")
    } else {
        Text::new("choose-from").with("names", Arg::words(ids, Join::Comma))
    }
}

/// A word that is none of a fixed list.
pub fn not_one_of(id: &'static str, name: &str, span: Span, known: &[&str]) -> Problem {
    let problem = Problem::new("taal", span, Text::new(id).with("name", name));
    match nearest(name, known.iter().copied()) {
        Some(near) => problem.help(did_you_mean(near)),
        None => problem.help(list_help(known.iter().copied())),
    }
}

/// Declared twice.
pub fn twice(name: &Name, first: Span) -> Problem {
    Problem::new("taal", name.span, Text::new("declared-twice").with("name", &name.text))
        .also(first, Text::new("declared-here").with("name", &name.text))
        .help(Text::new("declared-twice-help"))
}

/// A plain problem with a message and a repair.
pub fn plain(span: Span, message: &'static str, help: &'static str) -> Problem {
    Problem::new("taal", span, Text::new(message)).help(Text::new(help))
}

/// A plain problem about a name.
pub fn about(span: Span, name: &str, message: &'static str, help: &'static str) -> Problem {
    Problem::new("taal", span, Text::new(message).with("name", name)).help(Text::new(help).with("name", name))
}

/// Definitions that go round in a circle.
pub fn cycle(span: Span, names: &[String]) -> Problem {
    Problem::new("taal", span, Text::new("cycle").with("names", Arg::words(names, Join::Comma)))
        .help(Text::new("cycle-help"))
}
