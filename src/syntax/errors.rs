//! A clause that could not be read -> a problem in plain words, with the likely repair.

use crate::diagnostic::{Arg, Join, Problem, Text};
use crate::source::Span;

use super::Kind;
use super::expected::{RESERVED, described, expected};
use super::lines::Line;
use super::pest_parser::{Failure, Rule};
use super::repair::{self, Repair};
use super::unread;

/// Names the place where reading stopped, what stands there, and what would have fitted. When `thorough`, the clause
/// is also tried with small changes, to propose one.
pub fn explain(file: &str, line: &Line, failure: &Failure, kind: Kind, thorough: bool) -> Problem {
    let at = word_start(file, skip_blank(file, failure.at.clamp(line.start, line.end), line.end), line.start);
    let found = word_at(file, at, line.end);
    let span = if found.is_empty() {
        Span::new(line.end.saturating_sub(1).max(line.start), line.end)
    } else {
        Span::new(at, at + found.len())
    };
    let clause = line.text(file);
    let near = nearest(found, failure.words.iter().map(String::as_str));
    let near_fits = near.is_some_and(|near| repair::fits_with(&clause, at - line.start, found, near, kind));
    let search = thorough && !near_fits && !is_calendar_year(file, at, found);
    let repair = if search { repair::find(&clause, at - line.start, &failure.words, kind) } else { None };
    if let Some(Repair::Word(start, found, meant)) = repair {
        let span = Span::new(line.start + start, line.start + start + found.len());
        let id = if start == 0 { start_id(kind) } else { "syntax-unexpected" };
        return Problem::new("taal", span, Text::new(id).with("found", found)).help(did_you_mean(meant));
    }
    if matches!(found, "{" | "}" | ";") {
        let help = Text::new("syntax-brace-help");
        return Problem::new("taal", span, Text::new(BRACE).with("found", found)).help(help);
    }
    if at == line.start {
        let head = unread::inset(file, span) == 0;
        let help = repair.map_or_else(|| start_help(near), |repair| proposal(repair, head));
        return Problem::new("taal", span, Text::new(start_id(kind)).with("found", found)).help(help);
    }
    if let Some(comma) = open_comma(file, at, line.start) {
        let text = Text::new("syntax-open-comma").with("found", found);
        return Problem::new("taal", Span::new(comma, comma + 1), text).help(Text::new("syntax-open-comma-help"));
    }
    let id = if found.is_empty() { "syntax-ends-early" } else { "syntax-unexpected" };
    let problem = Problem::new("taal", span, Text::new(id).with("found", found));
    match (repair, near) {
        (Some(repair), _) => problem.help(proposal(repair, false)),
        (None, Some(near)) => problem.help(did_you_mean(near)),
        (None, None) => without_proposal(problem, file, line, failure, at),
    }
}

/// What is known of a clause for which no repair was found.
fn without_proposal(problem: Problem, file: &str, line: &Line, failure: &Failure, at: usize) -> Problem {
    let found = word_at(file, at, line.end);
    let first = word_at(file, line.start, line.end);
    if let Some((span, word)) = misspelt_before(file, at, line.start) {
        let text = Text::new("syntax-unexpected").with("found", span.of(file));
        return Problem::new("taal", span, text).help(did_you_mean(word));
    }
    if is_calendar_year(file, at, found) {
        let message = Text::new("syntax-calendar-year").with("year", found);
        let help = Text::new("syntax-calendar-year-help").with("year", found);
        return Problem { message, ..problem }.help(help);
    }
    let untitled = failure.rules.contains(&Rule::string) && !matches!(first, "gegevens" | "veld");
    if untitled && declares(first) && file.get(line.start..at).is_some_and(|said| said.trim().contains(' ')) {
        let name = file.get(line.start..at).and_then(|said| said.split_whitespace().nth(1)).unwrap_or("");
        return problem.help(Text::new("syntax-title-help").with("sort", first).with("name", name));
    }
    if first == "veld" && !file.get(line.start..line.end).is_some_and(|clause| clause.contains(':')) {
        return problem.help(Text::new("syntax-field-help"));
    }
    let wants_name = failure.rules.iter().any(|rule| described(*rule) == Some("syntax-a-name"));
    if wants_name && !found.starts_with('"') && found.chars().any(|c| c.is_uppercase() || c == '_' || !c.is_ascii()) {
        return problem.help(Text::new("syntax-name-shape"));
    }
    let names = declares(first) && is_second(file, at, line.start);
    if (wants_name || names) && RESERVED.contains(&found) {
        let message = Text::new("syntax-reserved").with("found", found);
        return Problem { message, ..problem }.help(Text::new("syntax-reserved-help").with("found", found));
    }
    let expected = expected(failure);
    if expected.is_empty() {
        return problem.help(Text::new("syntax-only-end-help").with("found", found));
    }
    problem.help(Text::new("syntax-expected").with("expected", Arg::List(expected, Join::Or)))
}

/// The message about a sign of other languages.
pub const BRACE: &str = "syntax-brace";

/// Whether a new name stands after a word.
fn declares(first: &str) -> bool {
    first == "veld" || unread::THINGS.contains(&first)
}

/// Whether a place is that of the second word of a clause.
fn is_second(file: &str, at: usize, start: usize) -> bool {
    file.get(start..at).is_some_and(|before| before.split_whitespace().count() == 1)
}

fn start_id(kind: Kind) -> &'static str {
    match kind {
        Kind::Regioplan => "syntax-unknown-start",
        Kind::Register => "syntax-unknown-start-register",
    }
}

/// A repair in words; `head` tells whether the clause stands where the head of a block would.
fn proposal(repair: Repair, head: bool) -> Text {
    let quoted = |words: Vec<String>| Arg::words(words.iter().map(|word| format!("`{word}`")), Join::Or);
    match repair {
        Repair::Clause(clauses) => Text::new("syntax-repair-help").with("clauses", quoted(clauses)),
        Repair::Word(_, _, word) => did_you_mean(word),
        Repair::FirstWord(words) => {
            let place = |word: &String| unread::block_place(word);
            let mut fit: Vec<String> = words.iter().filter(|word| place(word).is_some() == head).cloned().collect();
            fit.sort_by_key(place);
            fit.truncate(5);
            let words = if fit.is_empty() { words } else { fit };
            let id = if head { "syntax-first-word-help" } else { "syntax-first-word-or-comma-help" };
            Text::new(id).with("words", quoted(words))
        }
    }
}

/// A comma at the end of a line above: the line where reading stopped was meant to stand on its own.
fn open_comma(file: &str, at: usize, least: usize) -> Option<usize> {
    let before = file.get(least..at)?;
    let kept = before.trim_end();
    let broken = before.get(kept.len()..).is_some_and(|blank| blank.contains('\n'));
    (broken && kept.ends_with(',')).then(|| least + kept.len() - 1)
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
