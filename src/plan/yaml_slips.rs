//! The slip behind a text that is no YAML: reading often stops at the line after it.
//!
//! In: the text, the offset at which reading stopped, and what stopped it. Out: the sign that a person must mend, with
//! what to do; none when nothing near the place looks like a known slip.

use crate::diagnostic::Text;
use crate::source::Span;

use super::Issue;
use super::kinds;
use super::yaml_errors::Trouble;

/// A line of the text.
#[derive(Clone, Copy)]
struct Line<'a> {
    start: usize,
    text: &'a str,
}

impl<'a> Line<'a> {
    /// How many spaces stand before it.
    fn indent(self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// Without the spaces before it and the dash of a list.
    fn field(self) -> Line<'a> {
        let text = self.text.trim_start_matches(' ');
        let text = text.strip_prefix("- ").map_or(text, str::trim_start);
        Line { start: self.start + self.text.len() - text.len(), text }
    }

    /// The name of the field, and what stands behind its colon.
    fn pair(self) -> Option<(&'a str, Line<'a>)> {
        let field = self.field();
        let (name, rest) = field.text.split_once(':')?;
        is_name(name).then_some((name, Line { start: field.start + name.len() + 1, text: rest }))
    }

    fn counts(self) -> bool {
        let text = self.text.trim();
        !text.is_empty() && !text.starts_with('#')
    }

    fn sign(self, found: char) -> Option<Span> {
        let at = self.start + self.text.find(found)?;
        Some(Span::new(at, at + found.len_utf8()))
    }

    fn first(self) -> Option<(Span, char)> {
        let first = self.text.chars().next()?;
        Some((Span::new(self.start, self.start + first.len_utf8()), first))
    }
}

/// The slip, when it can be told.
pub fn likely(text: &str, at: usize, trouble: Trouble) -> Option<Issue> {
    if matches!(trouble, Trouble::Quote | Trouble::AfterQuote) {
        return opened(text, at, trouble);
    }
    // A remark ends a value: what follows it is what does not fit.
    let after_remark = trouble == Trouble::Unreadable && text.get(at..).is_some_and(|rest| rest.starts_with('#'));
    let trouble = if after_remark { Trouble::ExtraColon } else { trouble };
    if !matches!(trouble, Trouble::Colon | Trouble::ExtraColon | Trouble::Indent | Trouble::Character) {
        return None;
    }
    let mut counting = lines(text).peekable();
    let (mut before, mut here) = (None, None);
    while let Some(line) = counting.next_if(|line| line.start <= at) {
        before = here.replace(line);
    }
    // Within a text of several lines nothing is a field.
    here = here.filter(|line| at <= line.start + line.text.len());
    if after_remark && let Some(next) = counting.next() {
        before = here.replace(next);
    }
    let here = here?;
    let near = [before, Some(here)];
    let sign = || near.iter().flatten().find_map(|line| odd_sign(*line).or_else(|| no_space(*line)));
    sign()
        .or_else(|| no_colon(before?, here))
        .or_else(|| no_colon_within(here, trouble))
        .or_else(|| colon_inside(here, trouble))
        .or_else(|| indented(before?, here, trouble))
}

/// The lines that say something: no remarks, and no lines of a text that begins with `|` or `>`.
fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut start = 0;
    let all = text.split_inclusive('\n').map(move |line| {
        let found = Line { start, text: line.trim_end_matches(['\n', '\r']) };
        start += line.len();
        found
    });
    // The least indent of such a text: until its first line that is one more than that of its field.
    let mut block: Option<(usize, bool)> = None;
    all.filter(|line| line.counts()).filter(move |line| {
        if let Some((_, begun)) = block.filter(|(least, _)| line.indent() >= *least) {
            if !begun {
                block = Some((line.indent(), true));
            }
            return false;
        }
        let opens = line.pair().is_some_and(|(_, value)| value.text.trim_start().starts_with(['|', '>']));
        block = opens.then_some((line.indent() + 1, false));
        true
    })
}

/// Whether a word can be the name of a field.
fn is_name(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

fn issue(span: Span, message: Text, help: Text) -> Issue {
    Issue::new("yaml", span, message).help(help)
}

/// Signs that word processors put in place of a space, a dash or a quote.
fn odd_sign(line: Line<'_>) -> Option<Issue> {
    let whole = Line { start: line.start + line.indent(), text: line.text.trim_start_matches(' ') };
    let value = line.pair().map(|(_, value)| value);
    for part in [Some(whole), value].into_iter().flatten() {
        if let Some((span, _)) = part.first().filter(|(_, c)| c.is_whitespace() && !c.is_ascii()) {
            return Some(issue(span, Text::new("yaml-odd-space"), Text::new("yaml-odd-space-help")));
        }
    }
    if let Some((span, _)) = whole.first().filter(|(_, c)| matches!(c, '–' | '—' | '‑' | '•' | '·')) {
        return Some(issue(span, Text::new("yaml-odd-dash"), Text::new("yaml-odd-dash-help")));
    }
    // A text may begin with such a quote, as long as no colon in it makes a field of it.
    let value = value?.text.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '“' | '”' | '„' | '‘' | '’') && value.contains(": "))?;
    let span = line.sign(quote)?;
    Some(issue(span, Text::new("yaml-odd-quote"), Text::new("yaml-odd-quote-help")))
}

/// `naam:De Linde`
fn no_space(line: Line<'_>) -> Option<Issue> {
    let (name, value) = line.pair()?;
    let (span, first) = value.first()?;
    if first.is_whitespace() || value.text.starts_with("//") {
        return None;
    }
    let right = format!("`{name}: {}`", without_comment(value.text));
    Some(issue(span, Text::new("yaml-no-space"), Text::new("yaml-write").with("right", right)))
}

/// A name alone, with something below it that belongs to it.
fn no_colon(before: Line<'_>, here: Line<'_>) -> Option<Issue> {
    let name = before.field();
    let word = name.text.trim_end();
    if !is_name(word) || here.indent() <= before.indent() {
        return None;
    }
    let span = Span::new(name.start, name.start + word.len());
    let text = Text::new("yaml-no-colon").with("name", word);
    Some(issue(span, text, Text::new("yaml-write").with("right", format!("`{word}:`"))))
}

/// `agb 01056789`
fn no_colon_within(here: Line<'_>, trouble: Trouble) -> Option<Issue> {
    let field = here.field();
    let (word, value) = field.text.split_once(' ')?;
    if trouble != Trouble::Colon || !is_name(word) || field.text.contains(':') {
        return None;
    }
    let span = Span::new(field.start, field.start + word.len());
    let right = format!("`{word}: {}`", without_comment(value));
    Some(issue(span, Text::new("yaml-no-colon").with("name", word), Text::new("yaml-write").with("right", right)))
}

/// `adres: Gebouw: Lindelaan 12`
fn colon_inside(here: Line<'_>, trouble: Trouble) -> Option<Issue> {
    let (name, value) = here.pair()?;
    let text = without_comment(value.text);
    if trouble != Trouble::ExtraColon || is_marked(text) || !text.contains(": ") {
        return None;
    }
    let span = value.sign(':')?;
    let right = format!("`{name}: {}`", quoted(text));
    Some(issue(span, Text::new("yaml-colon-inside"), Text::new("yaml-write").with("right", right)))
}

/// A field that does not stand straight below the one above it.
fn indented(before: Line<'_>, here: Line<'_>, trouble: Trouble) -> Option<Issue> {
    let (name, value) = before.pair()?;
    let value = without_comment(value.text);
    let (own, own_value) = here.pair()?;
    let (spaces, above) = (here.indent(), before.field().start - before.start);
    let start = here.start + spaces;
    let span = Span::new(start, start + own.len());
    // In line with nothing that stands above.
    let apart = trouble == Trouble::Colon && spaces != above;
    let right = trouble == Trouble::ExtraColon && spaces > above && !value.is_empty() && !is_marked(value);
    if right && is_kind(value) && !is_kind(without_comment(own_value.text)) {
        let text = Text::new("yaml-choice-long").with("name", name);
        let help = Text::new("yaml-choice-long-help").with("name", name).with("kind", value).with("own", own);
        return Some(issue(span, text, help));
    }
    let text = Text::new("yaml-indent-count").with("found", spaces).with("above", above);
    let help = Text::new("yaml-indent-count-help").with("name", own).with("above", above);
    (apart || right).then(|| issue(span, text, help))
}

fn is_kind(value: &str) -> bool {
    kinds::is_kind(value)
}

/// Whether a value begins with a sign of its own.
fn is_marked(value: &str) -> bool {
    value.starts_with(['|', '>', '"', '\'', '[', '{', '&', '*', '!', '#'])
}

fn without_comment(value: &str) -> &str {
    value.split_once(" #").map_or(value, |(value, _)| value).trim()
}

/// A text between quotation marks, as YAML reads it back.
fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

/// The quotation mark that opens what nothing closes, or that something else closes. An apostrophe, as in `'t Hofje`, is
/// one too.
fn opened(text: &str, at: usize, trouble: Trouble) -> Option<Issue> {
    let mut last: Option<(Line<'_>, char, bool)> = None;
    for line in lines(text).take_while(|line| line.start <= at) {
        let odd = |sign: char| line.text.matches(sign).count() % 2 == 1;
        match &mut last {
            Some((_, sign, open)) if *open => *open = !odd(*sign),
            _ => {
                let value = line.pair().map_or(line.field(), |(_, value)| value);
                let sign = value.text.trim_start().chars().next().filter(|sign| matches!(sign, '"' | '\''));
                last = sign.filter(|sign| odd(*sign)).map(|sign| (value, sign, true)).or(last);
            }
        }
    }
    let (value, sign, _) = last.filter(|(_, _, open)| *open || trouble == Trouble::AfterQuote)?;
    let span = value.sign(sign)?;
    let text = without_comment(value.text);
    let is_apostrophe = |start: &str| text.get(..3).is_some_and(|found| found.eq_ignore_ascii_case(start));
    if ["'t ", "'s ", "'s-", "'n "].into_iter().any(is_apostrophe) {
        let right = format!("`{}`", quoted(text));
        return Some(issue(span, Text::new("yaml-apostrophe"), Text::new("yaml-write").with("right", right)));
    }
    (trouble == Trouble::Quote).then(|| issue(span, Text::new("yaml-quote"), Text::new("yaml-quote-help")))
}
