//! A clause that could not be read -> a problem in plain words, with the likely repair.

use crate::diagnostic::{Arg, Join, Problem, Text};
use crate::source::Span;

use super::Kind;
use super::build::MONTHS;
use super::lines::Line;
use super::pest_parser::{Failure, Rule};

/// Names the place where reading stopped, what stands there, and what would have fitted.
pub fn explain(file: &str, line: &Line, failure: &Failure, kind: Kind) -> Problem {
    let at = word_start(file, skip_blank(file, failure.at.clamp(line.start, line.end), line.end), line.start);
    let found = word_at(file, at, line.end);
    let span = if found.is_empty() {
        Span::new(line.end.saturating_sub(1).max(line.start), line.end)
    } else {
        Span::new(at, at + found.len())
    };
    let problem = |message: Text| Problem::new("taal", span, message);
    let near = nearest(found, failure.words.iter().map(String::as_str));
    if at == line.start {
        let message = Text::new(match kind {
            Kind::Regioplan => "syntax-unknown-start",
            Kind::Register => "syntax-unknown-start-register",
        });
        return problem(message.with("found", found)).help(start_help(near));
    }
    let unexpected = Text::new("syntax-unexpected").with("found", found);
    if let Some(near) = near {
        return problem(unexpected).help(did_you_mean(near));
    }
    if let Some((span, word)) = misspelt_before(file, at, line.start) {
        let text = Text::new("syntax-unexpected").with("found", span.of(file));
        return Problem::new("taal", span, text).help(did_you_mean(word));
    }
    if is_calendar_year(file, at, found) {
        let help = Text::new("syntax-calendar-year-help").with("year", found);
        return problem(Text::new("syntax-calendar-year").with("year", found)).help(help);
    }
    let wants_name = failure.rules.iter().any(|rule| described(*rule) == Some("syntax-a-name"));
    if wants_name && found.chars().any(|c| c.is_uppercase() || c == '_' || !c.is_ascii()) {
        return problem(unexpected).help(Text::new("syntax-name-shape"));
    }
    if wants_name && RESERVED.contains(&found) {
        return problem(Text::new("syntax-reserved").with("found", found)).help(Text::new("syntax-reserved-help"));
    }
    let message = if found.is_empty() { Text::new("syntax-ends-early") } else { unexpected };
    problem(message).help(Text::new("syntax-expected").with("expected", expected(failure)))
}

fn did_you_mean(word: &str) -> Text {
    Text::new("did-you-mean").with("name", word)
}

/// Reading may stop inside a word; the whole word is meant.
fn word_start(file: &str, at: usize, least: usize) -> usize {
    let before = file.get(least..at).unwrap_or("");
    let tail = before.trim_end_matches(|c: char| c.is_alphanumeric() || c == '-');
    let inside = file.get(at..).is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'));
    if inside { least + tail.len() } else { at }
}

/// A slip in `kernelement` and the like is read as a name; the word after it is then the surprise.
fn misspelt_before(file: &str, at: usize, least: usize) -> Option<(Span, &'static str)> {
    const SORTS: [&str; 4] = ["kernelement", "keuzelijst", "thema", "interventie"];
    let before = file.get(least..at)?.trim_end();
    let word = before.rsplit(|c: char| !c.is_ascii_lowercase()).next()?;
    let start = least + before.len() - word.len();
    let sort = nearest(word, SORTS).filter(|sort| *sort != word)?;
    Some((Span::new(start, start + word.len()), SORTS.into_iter().find(|known| *known == sort)?))
}

fn start_help(near: Option<&str>) -> Text {
    near.map_or_else(|| Text::new("syntax-start-help"), did_you_mean)
}

/// `jaar 2025`: a calendar year where a programme year belongs.
fn is_calendar_year(file: &str, at: usize, found: &str) -> bool {
    let previous = file.get(..at).unwrap_or("").split_whitespace().next_back().unwrap_or("");
    let is_year = found.len() == 4 && found.starts_with('2') && found.bytes().all(|b| b.is_ascii_digit());
    is_year && matches!(previous, "jaar" | "jaren")
}

fn expected(failure: &Failure) -> Arg {
    let mut parts: Vec<Arg> = Vec::new();
    let rules = failure.rules.iter().filter_map(|rule| described(*rule)).map(|id| Arg::Text(Text::new(id)));
    let words = failure.words.iter().filter(|word| !MONTHS.contains(&word.as_str()));
    for part in rules.chain(words.map(|word| Arg::Str(format!("`{word}`")))) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    let only_end = [Arg::Text(Text::new("syntax-end-of-line"))];
    if parts.is_empty() {
        parts.extend(only_end);
    }
    parts.truncate(14);
    Arg::List(parts, Join::Or)
}

/// Small words that no thing can be called; the grammar has the same list.
const RESERVED: [&str; 42] = [
    "verschillende",
    "is",
    "zijn",
    "heeft",
    "van",
    "uit",
    "met",
    "of",
    "en",
    "niet",
    "geen",
    "elk",
    "alle",
    "minimaal",
    "maximaal",
    "precies",
    "de",
    "het",
    "die",
    "dat",
    "in",
    "als",
    "voor",
    "na",
    "aantal",
    "som",
    "vroegste",
    "laatste",
    "laagste",
    "hoogste",
    "ingevuld",
    "gekozen",
    "uiterlijk",
    "vanaf",
    "peildatum",
    "ja",
    "nee",
    "eerder",
    "later",
    "meer",
    "minder",
    "tot",
];

/// What stands for a rule of the grammar that is not one fixed word.
fn described(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::ident
        | Rule::path
        | Rule::names
        | Rule::target
        | Rule::set
        | Rule::ident_list
        | Rule::target_name
        | Rule::expr => "syntax-a-name",
        Rule::string => "syntax-a-text",
        Rule::int | Rule::year_no | Rule::number | Rule::share | Rule::int_list => "syntax-a-number",
        Rule::year => "syntax-a-year",
        Rule::date | Rule::moment_value | Rule::day => "syntax-a-date",
        Rule::month => "syntax-a-month",
        Rule::quarter | Rule::quarter_no => "syntax-a-quarter",
        Rule::source_id => "syntax-a-source",
        Rule::ftype | Rule::plain_type => "syntax-a-type",
        Rule::cond | Rule::comparison | Rule::short => "syntax-a-condition",
        Rule::period | Rule::scope => "syntax-a-period",
        Rule::EOI => "syntax-end-of-line",
        Rule::value | Rule::values => "syntax-a-value",
        Rule::selector | Rule::kinds => "syntax-a-name",
        Rule::filter => "syntax-a-filter",
        _ => return None,
    })
}

/// The nearest known word, when it is near enough to be meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.is_empty() {
        return None;
    }
    let limit = (word.chars().count() / 3).clamp(1, 3);
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word.to_lowercase(), candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, candidate)| {
            let other_start = candidate.chars().next() != word.chars().next();
            (*distance, other_start, candidate.len().abs_diff(word.len()))
        })
        .map(|(_, candidate)| candidate)
}

fn skip_blank(file: &str, at: usize, end: usize) -> usize {
    let rest = file.get(at..end).unwrap_or("");
    at + (rest.len() - rest.trim_start().len())
}

/// The word that begins at `at`: up to a blank, or one sign.
fn word_at(file: &str, at: usize, end: usize) -> &str {
    let rest = file.get(at..end).unwrap_or("");
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
    if length > 0 {
        return rest.get(..length).unwrap_or("");
    }
    match rest.chars().next() {
        Some('"') => {
            rest.get(1..).and_then(|inner| inner.find('"')).and_then(|close| rest.get(..close + 2)).unwrap_or(rest)
        }
        Some(sign) => rest.get(..sign.len_utf8()).unwrap_or(""),
        None => "",
    }
}
