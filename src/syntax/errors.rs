//! A clause that could not be read -> a problem in plain words, with the likely repair.

use crate::diagnostic::{Arg, Join, Problem, Text};
use crate::source::Span;

use super::Kind;
use super::lines::Line;
use super::pest_parser::{Failure, Rule, keyword};

/// Names the place where reading stopped, what stands there, and what would have fitted.
pub fn explain(file: &str, line: &Line, failure: &Failure, kind: Kind) -> Problem {
    let at = skip_blank(file, failure.at.clamp(line.start, line.end), line.end);
    let found = word_at(file, at, line.end);
    let span = if found.is_empty() { Span::new(line.end.saturating_sub(1).max(line.start), line.end) } else { Span::new(at, at + found.len()) };
    let words: Vec<String> = failure.expected.iter().filter_map(|rule| keyword(*rule)).collect();
    let near = nearest(found, words.iter().map(String::as_str));
    if at == line.start {
        let message = Text::new(match kind {
            Kind::Regioplan => "syntax-unknown-start",
            Kind::Register => "syntax-unknown-start-register",
        });
        return Problem::new("taal", span, message.with("found", found)).help(start_help(near));
    }
    let message = if found.is_empty() {
        Text::new("syntax-ends-early")
    } else if let Some(special) = special_case(file, at, found) {
        return Problem::new("taal", span, special);
    } else {
        Text::new("syntax-unexpected").with("found", found)
    };
    if failure.expected.contains(&Rule::ident) && is_reserved(found) {
        let message = Text::new("syntax-reserved").with("found", found);
        return Problem::new("taal", span, message).help(Text::new("syntax-reserved-help"));
    }
    let help = match near {
        Some(near) => Text::new("did-you-mean").with("name", near),
        None => Text::new("syntax-expected").with("expected", expected(failure)),
    };
    Problem::new("taal", span, message).help(help)
}

/// Small words that no thing can be called; the grammar has the same list.
const RESERVED: [&str; 41] = [
    "is", "zijn", "heeft", "van", "uit", "met", "of", "en", "niet", "geen", "elk", "alle", "minimaal", "maximaal", "precies", "de", "het", "die",
    "dat", "in", "als", "voor", "na", "aantal", "som", "vroegste", "laatste", "laagste", "hoogste", "ingevuld", "gekozen", "uiterlijk", "vanaf",
    "peildatum", "ja", "nee", "eerder", "later", "meer", "minder", "tot",
];

fn is_reserved(word: &str) -> bool {
    RESERVED.contains(&word)
}

fn start_help(near: Option<&str>) -> Text {
    match near {
        Some(near) => Text::new("did-you-mean").with("name", near),
        None => Text::new("syntax-start-help"),
    }
}

/// Mistakes that deserve an answer of their own.
fn special_case(file: &str, at: usize, found: &str) -> Option<Text> {
    let before = file.get(..at).unwrap_or("");
    let previous = before.split_whitespace().next_back().unwrap_or("");
    let is_year = found.len() == 4 && found.starts_with('2') && found.bytes().all(|b| b.is_ascii_digit());
    if is_year && matches!(previous, "jaar" | "jaren") {
        return Some(Text::new("syntax-calendar-year").with("year", found));
    }
    if previous == "jaar" && found == "en" || found.contains('.') && found.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(Text::new("syntax-unexpected").with("found", found));
    }
    None
}

fn expected(failure: &Failure) -> Arg {
    let mut parts: Vec<Arg> = Vec::new();
    for rule in &failure.expected {
        let part = match (keyword(*rule), described(*rule)) {
            (Some(word), _) => Arg::Str(format!("`{word}`")),
            (None, Some(id)) => Arg::Text(Text::new(id)),
            (None, None) => continue,
        };
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    if parts.is_empty() {
        parts.push(Arg::Text(Text::new("syntax-end-of-line")));
    }
    parts.truncate(8);
    Arg::List(parts, Join::Or)
}

/// What stands for a rule of the grammar that is not one fixed word.
fn described(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::ident | Rule::path | Rule::names | Rule::target | Rule::set | Rule::ident_list | Rule::target_name | Rule::expr => "syntax-a-name",
        Rule::string => "syntax-a-text",
        Rule::int | Rule::number | Rule::share | Rule::int_list => "syntax-a-number",
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
        Rule::selector | Rule::outcome | Rule::kinds => "syntax-a-name",
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
        .min_by_key(|(distance, _)| *distance)
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
        Some('"') => rest.get(1..).and_then(|inner| inner.find('"')).and_then(|close| rest.get(..close + 2)).unwrap_or(rest),
        Some(sign) => rest.get(..sign.len_utf8()).unwrap_or(""),
        None => "",
    }
}
