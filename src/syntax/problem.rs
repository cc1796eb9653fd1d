//! What can be wrong with a text before its meaning is asked, and how that is told.

use crate::diagnostic::{Arg, Join, Problem, Repair, Text};
use crate::source::Span;

use super::Kind;
use super::joined::NAME;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Slip {
    pub span: Span,
    pub wrong: Wrong,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    HiddenSign,
    CurlyQuote(char),
    UnopenedQuote,
    OpenQuote,
    /// One thing within another, too many times.
    TooDeep,
    /// So many more that are not told.
    More(usize),
    /// A clause before the first block; its first word.
    NoBlock(String),
    NoSuchDay(String),
    /// A sign of other languages.
    Brace(String),
    /// No clause begins with this.
    Start(Kind, String, Hint),
    /// A comma at the end of a line, and what the next one begins with.
    OpenComma(String),
    EndsEarly(Option<Hint>),
    Unexpected(String, Hint),
    Reserved(String),
    /// A calendar year where a programme year belongs.
    CalendarYear(String),
    /// A number with a point, and what may be meant: one of these.
    Dotted(String, Vec<String>),
    /// An amount with three digits behind its comma, and what may be meant: one of these.
    Thousands(String, Vec<String>),
}

/// What to do about it.
#[derive(Clone, Debug, PartialEq)]
pub enum Hint {
    Meant(String),
    /// The clause as it may have been meant, one of these.
    Clauses(Vec<String>),
    /// Each on a line of its own.
    Lines(Vec<String>),
    /// A named condition with these lines, and the line that uses it.
    Shared {
        one_enough: bool,
        lines: Vec<String>,
        used: String,
    },
    /// The first word is missing, one of these; where the head of a block would stand, or elsewhere.
    FirstWord(Vec<String>, At),
    /// How clauses begin.
    AnyStart,
    Title {
        sort: String,
        name: String,
    },
    Field,
    NameShape,
    /// What begins with a digit and looks like a number, a quarter or a date.
    NameNumber,
    /// A sum that does not say of what, or over what.
    Total,
    /// Something is left out of a rule by a word that the language does not have.
    Except,
    /// The same of what can be chosen.
    ExceptChosen,
    /// The same of the years in which something is offered.
    ExceptOffered,
    /// The same of the members of a list.
    ExceptMembers,
    /// The same of what follows.
    ExceptFollows,
    /// A part of something within a sum.
    PartInSum,
    /// A condition behind what is offered.
    OfferIf,
    /// Who must choose something.
    OfferMust,
    /// What only a person can judge of a text.
    ForPerson,
    /// More than one year behind `die`.
    EarlierYears,
    /// What is counted for each quarter.
    PerQuarter,
    /// A quarter without its year.
    QuarterYear(String),
    /// What would have fitted.
    Expected(Vec<Arg>),
    /// Nothing would have fitted: what stands here is too much.
    OnlyEnd(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    Head,
    Elsewhere,
}

impl From<Slip> for Problem {
    fn from(Slip { span, wrong }: Slip) -> Self {
        let text = Text::new;
        let found = |id, found: &str| Text::new(id).with("found", found);
        let (message, help) = match &wrong {
            Wrong::HiddenSign => (text("syntax-hidden-sign"), Some(text("syntax-hidden-sign-help"))),
            Wrong::CurlyQuote(quote) => {
                let message = text("syntax-curly-quote").with("quote", quote.to_string());
                (message, Some(text("syntax-curly-quote-help")))
            }
            Wrong::UnopenedQuote => (text("syntax-unopened-quote"), Some(text("syntax-unopened-quote-help"))),
            Wrong::OpenQuote => (text("syntax-open-quote"), Some(text("syntax-open-quote-help"))),
            Wrong::More(count) => (text("syntax-more").with("count", *count), Some(text("syntax-more-help"))),
            Wrong::TooDeep => (text("syntax-too-deep"), Some(text("syntax-too-deep-help"))),
            Wrong::NoBlock(word) => (text("syntax-no-block").with("word", word), Some(text("syntax-no-block-help"))),
            Wrong::NoSuchDay(day) => (found("syntax-no-such-day", day), Some(text("syntax-no-such-day-help"))),
            Wrong::Brace(sign) => (found("syntax-brace", sign), Some(text("syntax-brace-help"))),
            Wrong::Start(Kind::Regioplan, word, hint) => (found("syntax-unknown-start", word), Some(hint.text())),
            Wrong::Start(Kind::Register, word, hint) => {
                (found("syntax-unknown-start-register", word), Some(hint.text()))
            }
            Wrong::OpenComma(word) => (found("syntax-open-comma", word), Some(text("syntax-open-comma-help"))),
            Wrong::EndsEarly(hint) => (text("syntax-ends-early"), hint.as_ref().map(Hint::text)),
            Wrong::Unexpected(word, hint) => (found("syntax-unexpected", word), Some(hint.text())),
            Wrong::Reserved(word) => (found("syntax-reserved", word), Some(found("syntax-reserved-help", word))),
            Wrong::Dotted(number, meant) | Wrong::Thousands(number, meant) => {
                let meant = Arg::words(meant.iter().map(|one| format!("`{one}`")), Join::Or);
                let said = if matches!(wrong, Wrong::Dotted(..)) { "syntax-dotted" } else { "syntax-thousands" };
                (found(said, number), Some(text("syntax-dotted-help").with("meant", meant)))
            }
            Wrong::CalendarYear(year) => {
                let about = |id| Text::new(id).with("year", year);
                (about("syntax-calendar-year"), Some(about("syntax-calendar-year-help")))
            }
        };
        Self::new("taal", span, message).maybe_help(help).repair(repair(span, &wrong))
    }
}

/// One word that was meant instead of another.
fn repair(span: Span, wrong: &Wrong) -> Option<Repair> {
    match wrong {
        Wrong::Start(_, word, Hint::Meant(right)) | Wrong::Unexpected(word, Hint::Meant(right)) => {
            (span.len() == word.len()).then(|| Repair::likely(span, right))
        }
        Wrong::CurlyQuote(_) => Some(Repair::certain(span, "\"")),
        Wrong::HiddenSign => Some(Repair::certain(span, "")),
        Wrong::Start(..)
        | Wrong::Unexpected(..)
        | Wrong::UnopenedQuote
        | Wrong::OpenQuote
        | Wrong::More(_)
        | Wrong::TooDeep
        | Wrong::NoBlock(_)
        | Wrong::NoSuchDay(_)
        | Wrong::Brace(_)
        | Wrong::OpenComma(_)
        | Wrong::EndsEarly(_)
        | Wrong::Reserved(_)
        | Wrong::CalendarYear(_)
        | Wrong::Dotted(..)
        | Wrong::Thousands(..) => None,
    }
}

impl Hint {
    pub fn text(&self) -> Text {
        let quoted = |words: &[String]| Arg::words(words.iter().map(|word| format!("`{word}`")), Join::Or);
        match self {
            Self::Meant(word) => Text::new("did-you-mean").with("name", word),
            Self::Clauses(clauses) => Text::new("syntax-repair-help").with("clauses", quoted(clauses)),
            Self::Lines(lines) => {
                let lines = Arg::words(lines.iter().map(|line| format!("`{line}`")), Join::And);
                Text::new("syntax-lines-help").with("lines", lines)
            }
            Self::Shared { one_enough, lines, used } => {
                let enough = one_enough.then(|| "`een ervan is genoeg`".to_owned());
                let lines = enough.into_iter().chain(lines.iter().map(|line| format!("`{line}`")));
                Text::new("syntax-shared-help")
                    .with("name", NAME)
                    .with("lines", Arg::words(lines, Join::And))
                    .with("used", used)
            }
            Self::FirstWord(words, At::Head) => Text::new("syntax-first-word-help").with("words", quoted(words)),
            Self::FirstWord(words, At::Elsewhere) => {
                Text::new("syntax-first-word-or-comma-help").with("words", quoted(words))
            }
            Self::AnyStart => Text::new("syntax-start-help"),
            Self::Title { sort, name } => Text::new("syntax-title-help").with("sort", sort).with("name", name),
            Self::Field => Text::new("syntax-field-help"),
            Self::NameShape => Text::new("syntax-name-shape"),
            Self::Total => Text::new("syntax-total-help"),
            Self::Except => Text::new("syntax-except-help"),
            Self::ExceptChosen => Text::new("syntax-except-chosen-help"),
            Self::ExceptOffered => Text::new("syntax-except-offered-help"),
            Self::ExceptMembers => Text::new("syntax-except-members-help"),
            Self::ExceptFollows => Text::new("syntax-except-follows-help"),
            Self::PartInSum => Text::new("syntax-part-in-sum-help"),
            Self::OfferIf => Text::new("syntax-offer-if-help"),
            Self::EarlierYears => Text::new("syntax-earlier-years-help"),
            Self::PerQuarter => Text::new("syntax-per-quarter-help"),
            Self::OfferMust => Text::new("syntax-offer-must-help"),
            Self::ForPerson => Text::new("syntax-for-person-help"),
            Self::QuarterYear(number) => Text::new("syntax-quarter-year-help").with("number", number),
            Self::NameNumber => Text::new("syntax-name-number"),
            Self::Expected(parts) => Text::new("syntax-expected").with("expected", Arg::List(parts.clone(), Join::Or)),
            Self::OnlyEnd(word) => Text::new("syntax-only-end-help").with("found", word),
        }
    }
}
