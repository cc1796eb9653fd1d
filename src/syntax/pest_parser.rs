//! The one file that names pest: one clause of text -> its parts, rule by rule, or where reading stopped and what
//! would have fitted there.

use std::sync::OnceLock;

use jiff::civil::Date;
use pest::Parser;
use pest::error::{ErrorVariant, InputLocation};
use pest::iterators::{Pair, Pairs};

use crate::model::Quarter;
use crate::source::Span;
use crate::value::{name_key, stored_name};

use super::problem::{Hint, Slip, Wrong};
use super::spelling::Spellings;
use super::{Kind, Time};

#[derive(pest_derive::Parser)]
#[grammar = "../grammar/regioplan.pest"]
struct ClauseParser;

/// Why a clause could not be read.
#[derive(Debug, Default)]
pub struct Failure {
    /// Offset in the whole file.
    pub at: usize,
    /// The fixed words that would have fitted at that place.
    pub words: Vec<String>,
    /// What else would have fitted.
    pub rules: Vec<Rule>,
}

/// A matched rule of the grammar, with its place in the whole file.
#[derive(Clone)]
pub struct Part<'t> {
    pair: Pair<'t, Rule>,
    start: usize,
    spellings: &'t Spellings,
}

/// The parts of a rule that are still to be taken, in order.
pub struct Parts<'t> {
    rest: Pairs<'t, Rule>,
    whole: Span,
    start: usize,
    spellings: &'t Spellings,
}

/// What building gives: a value, or what is wrong with it (a day that does not exist).
pub type Built<T> = Result<T, Slip>;

/// What can be built from a part.
pub trait Build: Sized {
    /// The rules of the grammar that stand for it.
    const OF: &[Rule];

    fn build(part: &Part<'_>) -> Built<Self>;
}

/// What is told by one word, or by the first of its words: the rule of the grammar, and what each word stands for.
macro_rules! words {
    ($($of:ident: $sort:ty { $($($word:ident)|+ => $value:ident,)+ })+) => { $(
        impl Build for $sort {
            const OF: &[Rule] = &[Rule::$of];

            fn build(part: &Part<'_>) -> Built<Self> {
                match part.inner()?.rule() {
                    $($(Rule::$word)|+ => Ok(Self::$value),)+
                    _ => Err(unfit(part.span())),
                }
            }
        }
    )+ };
}
pub(super) use words;

/// A number in words, that would be read as a name.
const ONE: &str = "één";

/// Parses one clause that begins at `start` in its file.
pub fn parse<'t>(clause: &'t str, start: usize, kind: Kind, spellings: &'t Spellings) -> Result<Part<'t>, Failure> {
    let rule = rule_of(kind);
    match ClauseParser::parse(rule, clause) {
        Ok(mut pairs) => pairs
            .next()
            .and_then(|pair| pair.into_inner().next())
            .map(|pair| Part { pair, start, spellings })
            .ok_or(Failure { at: start, ..Failure::default() }),
        Err(error) => Err(detailed(rule, clause, start, &error)),
    }
}

impl<'t> Part<'t> {
    pub fn rule(&self) -> Rule {
        self.pair.as_rule()
    }

    pub fn text(&self) -> &'t str {
        self.pair.as_str().trim_end()
    }

    /// The name that it is, as it is spelled in the whole file. A small word of the language is none, with or without an accent.
    pub fn name(&self) -> Built<String> {
        let text = self.text();
        if !text.is_ascii() && is_reserved(&name_key(text)) {
            return Err(Slip { span: self.span(), wrong: Wrong::Reserved(text.to_owned()) });
        }
        if stored_name(text) == ONE {
            let wrong = Wrong::Unexpected(text.to_owned(), Hint::Meant("1".to_owned()));
            return Err(Slip { span: self.span(), wrong });
        }
        Ok(self.spellings.name(text))
    }

    pub fn span(&self) -> Span {
        let span = self.pair.as_span();
        Span::new(self.start + span.start(), self.start + span.end())
    }

    pub fn parts(&self) -> Parts<'t> {
        let (start, spellings) = (self.start, self.spellings);
        Parts { rest: self.pair.clone().into_inner(), whole: self.span(), start, spellings }
    }

    /// The one part of a rule that is a choice of rules.
    pub fn inner(&self) -> Built<Self> {
        let (start, spellings) = (self.start, self.spellings);
        let inner = self.pair.clone().into_inner().next();
        inner.map(|pair| Self { pair, start, spellings }).ok_or_else(|| unfit(self.span()))
    }

    /// The days, quarters and calendar years in it, in order.
    pub fn times(&self) -> Vec<(Span, Time)> {
        let mut found = Vec::new();
        gather(self.clone(), &mut found);
        found
    }

    /// The smallest parts in it, in order: words, names, texts, numbers.
    pub fn leaves(&self) -> Vec<Leaf> {
        let mut found = Vec::new();
        split(self.pair.clone(), self.start, &mut Vec::new(), &mut found);
        found
    }

    /// Whether a rule is among its own parts.
    pub fn has(&self, rule: Rule) -> bool {
        self.pair.clone().into_inner().any(|pair| pair.as_rule() == rule)
    }
}

/// A part that has no parts.
pub struct Leaf {
    /// The rules that it stands in, the outermost first.
    pub within: Vec<Rule>,
    pub rule: Rule,
    pub span: Span,
}

impl Leaf {
    pub fn is_keyword(&self) -> bool {
        is_keyword(self.rule)
    }
}

fn split(pair: Pair<'_, Rule>, start: usize, within: &mut Vec<Rule>, found: &mut Vec<Leaf>) {
    let (rule, at) = (pair.as_rule(), start + pair.as_span().start());
    let length = pair.as_str().trim_end().len();
    let mut inner = pair.into_inner().peekable();
    if inner.peek().is_none() {
        return found.push(Leaf { within: within.clone(), rule, span: Span::new(at, at + length) });
    }
    within.push(rule);
    inner.for_each(|pair| split(pair, start, within, found));
    within.pop();
}

fn gather(part: Part<'_>, found: &mut Vec<(Span, Time)>) {
    let (start, spellings) = (part.start, part.spellings);
    let time = match part.rule() {
        Rule::date => Date::build(&part).ok().map(Time::Day),
        Rule::quarter => Quarter::build(&part).ok().map(Time::Quarter),
        Rule::year => Some(Time::CalendarYear),
        _ => {
            let inner = part.pair.into_inner();
            return inner.for_each(|pair| gather(Part { pair, start, spellings }, found));
        }
    };
    let from = start + part.pair.as_span().start();
    found.extend(time.map(|time| (Span::new(from, from + part.text().len()), time)));
}

impl Parts<'_> {
    /// The next part, when it is a keyword.
    pub fn word(&mut self) -> Option<Rule> {
        let rule = self.rest.peek()?.as_rule();
        is_keyword(rule).then(|| self.rest.next())?.map(|_| rule)
    }

    /// The next part behind the keywords, when it is of this sort.
    pub fn maybe<T: Build>(&mut self) -> Built<Option<T>> {
        while self.word().is_some() {}
        let Some(pair) = self.rest.peek().filter(|pair| T::OF.contains(&pair.as_rule())) else { return Ok(None) };
        self.rest.next();
        T::build(&Part { pair, start: self.start, spellings: self.spellings }).map(Some)
    }

    /// The next part behind the keywords; the grammar says that it is of this sort.
    pub fn one<T: Build>(&mut self) -> Built<T> {
        self.maybe()?.ok_or_else(|| unfit(self.whole))
    }

    /// The next parts, as many as there are of this sort.
    pub fn many<T: Build>(&mut self) -> Built<Vec<T>> {
        std::iter::from_fn(|| self.maybe().transpose()).collect()
    }

    pub fn unfit(&self) -> Slip {
        unfit(self.whole)
    }
}

/// A clause that is built otherwise than the grammar reads it: the two are written to fit.
pub fn unfit(span: Span) -> Slip {
    Slip { span, wrong: Wrong::EndsEarly(None) }
}

/// Whether a clause can be read.
pub fn reads(clause: &str, kind: Kind) -> bool {
    ClauseParser::parse(rule_of(kind), clause).is_ok()
}

fn is_keyword(rule: Rule) -> bool {
    rule >= Rule::k_aan
}

/// Every fixed word of the language: the rules that are called after them.
pub fn keywords() -> &'static [&'static str] {
    static KEYWORDS: OnceLock<Vec<&'static str>> = OnceLock::new();
    KEYWORDS.get_or_init(|| {
        let rules = Rule::all_rules().iter().filter(|rule| is_keyword(**rule));
        rules.map(|rule| &*format!("{rule:?}").trim_start_matches("k_").replace('_', "-").leak()).collect()
    })
}

/// Whether a word is one of the small words that no thing can be called.
pub fn is_reserved(word: &str) -> bool {
    ClauseParser::parse(Rule::reserved_word, word).is_ok()
}

/// What would fit behind the begin of a clause; nothing when that begin itself cannot be read.
pub fn behind(begin: &str, kind: Kind) -> Option<Failure> {
    // No clause has this sign: reading stops before it, whatever went before.
    let tried = format!("{begin}\u{1}");
    let error = ClauseParser::parse(rule_of(kind), &tried).err()?;
    Some(detailed(rule_of(kind), &tried, 0, &error)).filter(|failure| failure.at == begin.len())
}

/// How far a clause can be read, in bytes.
pub fn reaches(clause: &str, kind: Kind) -> usize {
    match ClauseParser::parse(rule_of(kind), clause) {
        Ok(_) => clause.len() + 1,
        Err(error) => place(&error),
    }
}

fn place(error: &pest::error::Error<Rule>) -> usize {
    match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
    }
}

fn rule_of(kind: Kind) -> Rule {
    match kind {
        Kind::Regioplan => Rule::clause,
        Kind::Register => Rule::register_clause,
    }
}

/// Parses once more, now with a record of every attempt: it is slow, so only for a clause that is wrong.
fn detailed(rule: Rule, clause: &str, start: usize, first: &pest::error::Error<Rule>) -> Failure {
    let rule = if rule == Rule::clause { Rule::clause_of_any } else { rule };
    pest::set_error_detail(true);
    let second = ClauseParser::parse(rule, clause).err();
    pest::set_error_detail(false);
    if let Some(attempts) = second.as_ref().and_then(pest::error::Error::parse_attempts) {
        let is_word = |word: &String| {
            let letters = word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase() || c == '-');
            letters || matches!(word.as_str(), ":" | ",")
        };
        let words = attempts.expected_tokens().iter().map(ToString::to_string).filter(is_word).collect();
        let stacks = attempts.call_stacks();
        let rules = stacks.into_iter().filter_map(|stack| stack.deepest.get_rule().copied().or(stack.parent)).collect();
        return Failure { at: start + attempts.max_position, words, rules };
    }
    let rules = match &first.variant {
        ErrorVariant::ParsingError { positives, .. } => positives.clone(),
        ErrorVariant::CustomError { .. } => Vec::new(),
    };
    Failure { at: start + place(first), words: Vec::new(), rules }
}
