//! Text of a regioplan or of a source register -> tree with spans, and every error of the file.
//!
//! Parsing never fails: it returns a tree of what could be read and the problems of what could not.
//! Syntax knows nothing of meaning: names are not looked up here.

mod blocks;
mod build;
mod build_expr;
mod build_value;
mod errors;
mod expected;
mod fitting;
mod joined;
mod lines;
mod marks;
mod naming;
mod numbers;
mod otherwise;
mod pattern;
mod pest_parser;
mod problem;
mod repair;
mod reworded;
mod sayings;
mod spelling;
pub mod tree;
mod unread;
mod words;

use jiff::civil::Date;

use crate::diagnostic::{Problem, Text};
use crate::model::Quarter;
use crate::source::Span;
use problem::{Slip, Wrong};
use spelling::Spellings;
use tree::{Clause, Tree};

pub use fitting::{Fitting, fitting};
pub use lines::JOINING;
pub use marks::{Mark, MarkSort, marks};
pub use naming::Naming;
pub use numbers::number_in_words;
pub use pest_parser::keywords;

/// What the text is: a regioplan, or the source register beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Regioplan,
    Register,
}

/// A clause as it stands in its file, for who writes the file anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    pub span: Span,
    /// 0 for the head of a block, 1 for a clause or a part of it, 2 for a clause of a part.
    pub depth: usize,
}

/// The clauses of a file in order, with how deep each stands; or every problem of the file.
pub fn outline(text: &str, kind: Kind) -> Result<Vec<Placed>, Vec<Problem>> {
    let (clauses, slips) = clauses(text, kind, Some(&|_, _, _| true));
    let placed = clauses.iter().filter_map(|(span, clause)| Some((*span, clause.as_ref()?)));
    if slips.is_empty() { Ok(blocks::depths(placed)) } else { Err(slips.into_iter().map(Problem::from).collect()) }
}

/// Parses a whole file: the tree of what could be read, and all problems in order of place.
#[must_use]
pub fn parse(text: &str, kind: Kind) -> (Tree, Vec<Problem>) {
    parse_asking(text, kind, Some(&|_, _, _| true))
}

/// What is asked of a clause that is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Nothing is wrong in it.
    Sound,
    /// What it names may not be there yet.
    Unnamed,
}

/// Tells whether a clause that is proposed can stand in a place.
pub type Means<'m> = &'m dyn Fn(Span, &str, Asked) -> bool;

/// What a clause that can be read, and means nothing there, may be in the words of the language.
#[must_use]
pub fn other_words(text: &str, place: Span, means: Means<'_>) -> Option<Text> {
    errors::other_words(text, place, &|clause, asked| means(place, clause, asked))
}

/// The same, where `means` tells whether a clause that is proposed can stand in a place: what it names is there, and fits. Without it
/// no repair is looked for.
#[must_use]
pub fn parse_asking(text: &str, kind: Kind, means: Option<Means<'_>>) -> (Tree, Vec<Problem>) {
    let (clauses, mut slips) = clauses(text, kind, means);
    let tree = blocks::group(clauses, text, &mut slips);
    slips.sort_by_key(|slip| (slip.span.start, slip.span.end));
    (tree, slips.into_iter().map(Problem::from).collect())
}

/// A sort of moment that a clause names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    Day(Date),
    Quarter(Quarter),
    CalendarYear,
}

/// Every day, quarter and calendar year that the clauses of a file name, in order of place.
#[must_use]
pub fn dates(text: &str, kind: Kind) -> Vec<(Span, Time)> {
    let lines = lines::split(text, &mut Vec::new());
    let of_line = |line: &lines::Line| {
        let clause = line.text(text);
        if too_deep(&clause).is_some() {
            return Vec::new();
        }
        let spellings = Spellings::default();
        let Ok(part) = pest_parser::parse(&clause, line.start, kind, &spellings) else { return Vec::new() };
        part.times()
    };
    lines.iter().filter(|line| line.sound).flat_map(of_line).collect()
}

/// Parses a file that is known to be sound, as if its text stood so far behind the begin of another one: then no place in it is
/// one of the other.
#[must_use]
pub fn parse_behind(text: &str, kind: Kind, offset: usize) -> Tree {
    let mut slips = Vec::new();
    let lines = lines::split(text, &mut slips);
    let spellings = Spellings::of(text);
    let read = |line: &lines::Line| {
        let clause = line.text(text);
        let part = pest_parser::parse(&clause, line.start + offset, kind, &spellings).ok();
        (Span::new(line.start, line.end), part.and_then(|part| build::clause(&part).ok()))
    };
    blocks::group(lines.iter().map(read).collect(), text, &mut slips)
}

/// A file with more errors than this is no regioplan with a slip; the later ones get no search for a repair.
const THOROUGH: usize = 40;

/// The clauses with their places; one that cannot be read is none, and is reported.
fn clauses(text: &str, kind: Kind, means: Option<Means<'_>>) -> (Vec<(Span, Option<Clause>)>, Vec<Slip>) {
    let mut slips = Vec::new();
    let lines = lines::split(text, &mut slips);
    let spellings = Spellings::of(text);
    let told = slips.len() + TOLD;
    let from = File { text, kind, told, spellings: &spellings, means };
    let read = lines.iter().map(|line| (Span::new(line.start, line.end), read(&from, line, &mut slips)));
    let read = read.collect();
    (read, first(slips))
}

/// A file with more errors than this is another one; the later ones are counted.
const TOLD: usize = 99;

/// The first errors in order of place, and how many there are more.
fn first(mut slips: Vec<Slip>) -> Vec<Slip> {
    let more = slips.len().saturating_sub(TOLD);
    if more > 0 {
        slips.sort_by_key(|slip| (slip.span.start, slip.span.end));
        slips.truncate(TOLD);
        slips.extend(slips.last().map(|last| Slip { span: last.span, wrong: Wrong::More(more) }));
    }
    slips
}

/// Nobody says one thing within another so often; and every level of it is one deeper for who reads it.
const DEEPEST: usize = 60;

/// Words behind which something stands within something else.
const INWARD: [&str; 6] = ["aantal", "heeft", "lijst", "met", "na", "voor"];

/// Where a clause goes deeper than anybody can follow.
fn too_deep(clause: &str) -> Option<usize> {
    // Most clauses are shorter than what could go so deep.
    if clause.len() < DEEPEST * 3 {
        return None;
    }
    let outside = clause.split('"').step_by(2);
    let words = outside.flat_map(str::split_whitespace).filter(|word| INWARD.contains(word));
    words.skip(DEEPEST).map(|word| word.as_ptr() as usize - clause.as_ptr() as usize).next()
}

/// What is known of a file when its clauses are read.
struct File<'t> {
    text: &'t str,
    kind: Kind,
    /// With more slips than are told, the next ones are only counted.
    told: usize,
    spellings: &'t Spellings,
    means: Option<Means<'t>>,
}

fn read(file: &File<'_>, line: &lines::Line, slips: &mut Vec<Slip>) -> Option<Clause> {
    let File { text, kind, told, spellings, means } = *file;
    let is_brace = |slip: &Slip| matches!(slip.wrong, Wrong::Brace(_));
    let closing = text.get(line.start..line.end) == Some("}");
    if !line.sound || closing && slips.iter().any(is_brace) {
        return None;
    }
    let clause = line.text(text);
    if let Some(at) = too_deep(&clause) {
        let start = line.start.saturating_add(at);
        slips.push(Slip { span: Span::new(start, line.end), wrong: Wrong::TooDeep });
        return None;
    }
    if slips.len() > told && !pest_parser::reads(&clause, kind) {
        slips.push(Slip { span: Span::new(line.start, line.end), wrong: Wrong::EndsEarly(None) });
        return None;
    }
    let found = match pest_parser::parse(&clause, line.start, kind, spellings) {
        Ok(part) => build::clause(&part),
        Err(failure) => {
            let place = Span::new(line.start, line.end);
            let fits = means.map(|means| move |clause: &str, asked: Asked| means(place, clause, asked));
            let fits = fits.as_ref().filter(|_| slips.len() < THOROUGH).map(|fits| fits as errors::Means<'_>);
            Err(errors::explain(text, line, &failure, kind, fits))
        }
    };
    found.map_err(|slip| slips.push(slip)).ok()
}
