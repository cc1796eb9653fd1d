//! Quotation marks and brackets that do not close, and texts that need quotation marks.

use crate::diagnostic::Text;
use crate::source::Span;

use super::mend_colons::{USUAL, is_form};
use super::mend_lines::{Line, frame_key, is_marked, is_of_name, quoted, without_comment};
use super::mend_shape::{self, Names};
use super::mend_slips::{Place, Slip, Sure};
use super::mend_text::Change;
use super::names::bare;
use super::scalars;
use super::yaml_errors::Trouble;

/// So many fields stand in one line, when more than one was meant.
const MOST_FIELDS: usize = 20;

/// Quotation marks of a word processor around a text that needs straight ones.
pub fn odd_quote(line: Line<'_>) -> Option<Slip> {
    let value = line.value()?;
    let is_odd = |c: char| matches!(c, '“' | '”' | '„' | '‘' | '’' | '‟' | '″');
    let first = value.text.chars().next().filter(|c| is_odd(*c))?;
    let inner = value.text.trim_start_matches(is_odd);
    let inner = inner.trim_end_matches(|c| is_odd(c) || c == '"');
    let around = value.text.ends_with(|c| is_odd(c) || c == '"') && !inner.contains(['“', '”', '„', '‟', '″']);
    // Only marks around the whole of a text are none of it.
    let text = if around { inner } else { value.text };
    let span = Span::new(value.start, value.start + first.len_utf8());
    let found = Slip::field(line, value.range(), &quoted(text), span, Text::new("yaml-odd-quote"));
    Some(found)
}

/// `adres: Gebouw: Lindelaan 12`
pub fn colon_inside(line: Line<'_>, place: &Place<'_>) -> Option<Slip> {
    let value = line.value()?;
    if is_marked(value.text) || !(value.text.contains(": ") || value.text.ends_with(':')) {
        return None;
    }
    let inner = fields_inside(value.text);
    if let Some(slip) = two_fields(line, value, &inner, place) {
        return Some(slip);
    }
    if let Some(slip) = said_twice(line, value) {
        return Some(slip);
    }
    // A date or a choice has no colon in it: what stands behind it is something else.
    let head = inner.first().and_then(|(at, _)| value.text.get(..*at)).unwrap_or("");
    if is_form(head.trim_end_matches([' ', '\t', ',', ';'])) {
        return None;
    }
    let colon = value.start + value.text.find(':')?;
    let span = Span::new(colon, colon + 1);
    let slip = between_quotes(line, value, value.text, span, Text::new("yaml-colon-inside"));
    // A tab stands between the cells of a table rather than in a text.
    Some(if value.text.contains('\t') { Slip { sure: Sure::Asked, ..slip } } else { slip })
}

/// `agb: AGB-code: 01056789`: the name of the field once more, as the form has it.
fn said_twice(line: Line<'_>, value: Line<'_>) -> Option<Slip> {
    let (name, _) = line.pair()?;
    let (label, said) = value.text.split_once(": ")?;
    let (own, label) = (bare(name), bare(label));
    let said = said.trim_start();
    if !label.starts_with(&own) || own.is_empty() || said.contains(": ") || said.ends_with(':') {
        return None;
    }
    let message = Text::new("yaml-colon-inside");
    let end = value.end() - said.len();
    let slip = Slip::field(line, value.start..end, "", Span::new(value.start, end), message);
    Some(Slip { sure: if is_form(said) { Sure::Certain } else { Sure::Asked }, ..slip })
}

/// Words with a colon behind them within a value: where each begins, and the word.
fn fields_inside(value: &str) -> Vec<(usize, &str)> {
    let word = |colon: usize| {
        let before = value.get(..colon)?;
        let start = before
            .rfind(|c: char| !is_of_name(c))
            .map_or(0, |at| at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8));
        let word = before.get(start..).filter(|word| !word.is_empty())?;
        before.get(..start)?.ends_with([' ', '\t']).then_some((start, word))
    };
    value.match_indices(": ").filter_map(|(colon, _)| word(colon)).collect()
}

/// `datum: 2025-03-14 naam: A. de Vries`: fields that belong beside the one in whose line they stand.
fn two_fields(line: Line<'_>, value: Line<'_>, inner: &[(usize, &str)], place: &Place<'_>) -> Option<Slip> {
    let index =
        place.lines.iter().position(|other| other.start == line.start).filter(|_| inner.len() <= MOST_FIELDS)?;
    let beside = mend_shape::beside(place.lines, index);
    let end = |at: usize| inner.get(at + 1).map_or(value.text.len(), |(next, _)| *next);
    let mut found: Vec<(usize, &str, String)> = Vec::new();
    for (at, (start, word)) in inner.iter().enumerate() {
        let name = word.to_lowercase();
        let text = format!("{name}{}", value.text.get(start + word.len()..end(at))?);
        let field = Line { start: 0, text: text.trim_end_matches([' ', '\t', ',', ';']) };
        let known = mend_shape::fits(place.lines, index, field, place.names);
        let usual = || place.names.has(&name) || place.names.0.is_none() && USUAL.contains(&name.as_str());
        let lacks = !beside.contains(&name.as_str()) && found.iter().all(|(_, _, other)| *other != name);
        if lacks && known.unwrap_or_else(usual) {
            found.push((*start, word, name));
        }
    }
    let (first, word, _) = found.first()?;
    let span = Span::new(value.start + first, value.start + first + word.len());
    let margin = " ".repeat(line.column());
    let change = |(start, word, name): &(usize, &str, String)| {
        let before = value.text.get(..*start).unwrap_or("").trim_end_matches([' ', '\t', ',', ';']).len();
        Change::new(value.start + before..value.start + start + word.len(), format!("\n{margin}{name}"))
    };
    let changes = found.iter().map(change).collect();
    let message = Text::new("yaml-two-fields").with("count", found.len() + 1);
    let names: Vec<String> = line
        .pair()
        .map(|(name, _)| name.to_owned())
        .into_iter()
        .chain(found.iter().map(|(_, _, name)| name.clone()))
        .collect();
    let help = Text::new("yaml-two-fields-help").with("names", super::homes::quoted(names.iter().map(String::as_str)));
    Some(Slip { sure: Sure::Asked, ..Slip::new(changes, span, message, help) })
}

/// A value between quotation marks. What stands behind a `#` with no space after it may be a part of the text: then a person
/// must look.
fn between_quotes(line: Line<'_>, value: Line<'_>, text: &str, span: Span, message: Text) -> Slip {
    let rest = line.text.get(value.end() - line.start..).unwrap_or("").trim_end();
    let cut = rest.trim_start().strip_prefix('#').is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric()));
    if !cut {
        return Slip::field(line, value.range(), &quoted(text), span, message);
    }
    let whole = quoted(&format!("{text}{rest}"));
    let slip = Slip::field(line, value.start..value.end() + rest.len(), &whole, span, message);
    Slip { sure: Sure::Asked, ..slip }
}

/// What was meant by a text that begins with a quotation mark: no letter of it, and no sign that is a part of it, goes lost.
fn meant(value: &str, sign: char) -> (&str, Sure) {
    if is_clipped(value) && !closes(value) {
        return (value, Sure::Certain);
    }
    let marks = |text: &str| -> Vec<(bool, bool)> {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let open = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '-' | '/'));
        let all = text.match_indices(sign).map(|(at, _)| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let after = text.get(at + 1..).and_then(|after| after.chars().next());
            let within = sign == '\'' && is_letter(before) && is_letter(after);
            (within, open(before) && after.is_some_and(|c| !c.is_whitespace()))
        });
        all.filter(|(within, _)| !within).collect()
    };
    let open = value.strip_prefix(sign).unwrap_or(value);
    if let Some(inner) = open.strip_suffix(sign) {
        let found = marks(inner);
        let bare = inner.trim_matches(sign);
        let doubled = inner.starts_with(sign) != inner.ends_with(sign);
        if found.is_empty() {
            return (inner, Sure::Certain);
        }
        if doubled && marks(bare).is_empty() {
            return (bare, Sure::Certain);
        }
        let opens = found.first().is_some_and(|(_, opens)| *opens);
        return match (found.len() % 2, opens) {
            (0, true) => (inner, Sure::Certain),
            (0, false) => (value, Sure::Certain),
            (_, true) if sign == '\'' => (inner, Sure::Certain),
            (_, true) => (open, Sure::Asked),
            (_, false) => (value.strip_suffix(sign).unwrap_or(value), Sure::Asked),
        };
    }
    let found = marks(open);
    match found.as_slice() {
        [] => (open, Sure::Certain),
        [(_, true)] => (open, Sure::Asked),
        all => {
            let behind = open.rsplit(sign).next().unwrap_or("");
            let says = behind.chars().any(char::is_alphanumeric);
            (value, if all.len() % 2 == 1 && says { Sure::Certain } else { Sure::Asked })
        }
    }
}

/// A text that begins with a sign of its own, or has one in it.
pub fn marked(line: Line<'_>, trouble: Trouble) -> Option<Slip> {
    if let Some(slip) = sign_behind(line) {
        return Some(slip);
    }
    let value = line.value()?;
    let is_sign = ["- ", "? "].iter().any(|sign| value.text.starts_with(sign)) && !value.text.contains(": ");
    let first = value.text.chars().next().filter(|_| is_marked(value.text) || is_sign)?;
    let (text, sure) = match first {
        '"' | '\'' => meant(value.text, first),
        '[' | '{' if !goes_on(value.text) => return None,
        _ => (value.text, Sure::Certain),
    };
    let span = Span::new(value.start, value.start + first.len_utf8());
    let message = match first {
        '\'' if is_clipped(value.text) && text == value.text => Text::new("yaml-apostrophe"),
        '"' | '\'' if text.contains('\\') => Text::new("yaml-escape"),
        '"' | '\'' => Text::new("yaml-after-quote"),
        _ if trouble == Trouble::UnknownAlias => Text::new("yaml-alias-unknown"),
        _ => Text::new("yaml-character"),
    };
    let slip = between_quotes(line, value, text, span, message);
    Some(if sure == Sure::Certain { slip } else { Slip { sure, ..slip } })
}

/// `[concept] training volgt`: words behind a bracket that is closed.
fn goes_on(value: &str) -> bool {
    let close = if value.starts_with('[') { ']' } else { '}' };
    let behind = value.rsplit_once(close).map_or("", |(_, behind)| behind);
    behind.trim_start().starts_with(char::is_alphanumeric)
}

/// `naam: "De Linde",`: a comma behind a text that is closed, as in other notations.
fn sign_behind(line: Line<'_>) -> Option<Slip> {
    let field = line.field();
    let text = without_comment(field.text);
    let bare = text.trim_end_matches([',', ';', ' ']);
    let sign = bare.chars().next_back().filter(|sign| matches!(sign, '"' | '\''))?;
    let start = bare.strip_suffix(sign)?.rfind(sign)?;
    let begins = bare.get(..start)?.trim_end();
    let closed = begins.is_empty() || begins.ends_with(':');
    let at = field.start + bare.len()..field.start + text.len();
    let span = Span::new(at.start, at.end);
    let message = Text::new("yaml-after-quote");
    (closed && !at.is_empty()).then(|| Slip::field(line, at, "", span, message))
}

/// A bracket that is not closed on its line, or closed twice.
pub fn bracket(line: Line<'_>, place: &Place<'_>) -> Option<Slip> {
    let value = between_brackets(line)?;
    let (open, close) = match value.text.chars().next()? {
        '{' => ('{', '}'),
        '[' => ('[', ']'),
        _ => return None,
    };
    let count = |sign: char| value.text.matches(sign).count();
    let span = Span::new(value.start, value.start + 1);
    let message = Text::new("yaml-bracket");
    if count(open) > count(close) {
        let missing = close.to_string().repeat(count(open) - count(close));
        // What is between the brackets may go on below.
        let below = place.lines.get(place.lines.partition_point(|other| other.start <= line.start));
        let goes_on = value.text.ends_with([',', '[', '{']) || below.is_some_and(|next| next.indent() > line.indent());
        // And the bracket may stand in what only looks like a remark.
        let is_cut = line.text.get(value.end() - line.start..).is_some_and(|rest| rest.contains(close));
        let sure = if goes_on || is_cut { Sure::Likely } else { Sure::Certain };
        return Some(Slip { sure, ..Slip::field(line, value.end()..value.end(), &missing, span, message) });
    }
    let extra = count(close) - count(open);
    let end = value.text.trim_end_matches(close).len();
    (extra > 0 && value.text.len() - end >= extra)
        .then(|| Slip::field(line, value.end() - extra..value.end(), "", span, message))
}

/// What begins with a bracket: the value of a field, or a member of a list.
fn between_brackets(line: Line<'_>) -> Option<Line<'_>> {
    let field = line.field();
    let member = || Line { text: without_comment(field.text), ..field };
    let found = if field.text.starts_with(['[', '{']) { member() } else { line.value()? };
    found.text.starts_with(['[', '{']).then_some(found)
}

/// The lines above the place in which a bracket opens that nothing closes before the next field.
pub fn unclosed_bracket(place: &Place<'_>) -> Option<Slip> {
    let mut open: Vec<Line<'_>> = Vec::new();
    let mut last: Option<Line<'_>> = None;
    let mut depth = 0_usize;
    for line in place.lines.iter().take_while(|line| line.start <= place.stop.at).copied() {
        let beside = |above: &Line<'_>| line.pair().is_some() && line.indent() <= above.indent();
        if let Some(above) = last.filter(|_| depth > 0).filter(beside) {
            open.push(above);
            depth = 0;
        }
        let value = if depth > 0 { Some(line.own()) } else { between_brackets(line) };
        let Some(value) = value else { continue };
        if depth == 0 {
            last = Some(line);
        }
        let text = without_comment(value.text);
        depth += text.matches(['[', '{']).count();
        depth = depth.saturating_sub(text.matches([']', '}']).count());
    }
    open.extend(last.filter(|_| depth > 0));
    let run: Vec<Slip> = open.into_iter().filter_map(|line| bracket(line, place)).collect();
    let first = run.first()?.clone();
    let changes = run.iter().flat_map(|slip| slip.changes.clone()).collect();
    let sure = if run.iter().all(|slip| slip.sure == Sure::Certain) { Sure::Certain } else { Sure::Likely };
    let and = if run.len() > 1 { run } else { Vec::new() };
    Some(Slip { far: true, changes, sure, and, ..first })
}

/// The quotation mark that opens what nothing closes, or that something else closes. An apostrophe, as in `'t Hofje`, is
/// one too.
pub fn opened(place: &Place<'_>) -> Option<Slip> {
    let mut last: Option<(Line<'_>, Line<'_>, char, bool)> = None;
    for line in place.lines.iter().take_while(|line| line.start <= place.stop.at).copied() {
        let odd = |sign: char| line.text.matches(sign).count() % 2 == 1;
        match &mut last {
            Some((_, _, sign, open)) if *open => *open = !odd(*sign),
            _ => {
                let value = line.value().unwrap_or(line.field());
                let sign = value.text.chars().next().filter(|sign| matches!(sign, '"' | '\''));
                last = sign.filter(|sign| odd(*sign)).map(|sign| (line, value, sign, true)).or(last);
            }
        }
    }
    let (line, value, sign, _) = last?;
    let span = Span::new(value.start, value.start + 1);
    let text = value.text;
    let far = |slip: Slip| Some(Slip { far: true, ..slip });
    if is_clipped(text) && !closes(text) {
        return far(between_quotes(line, value, text, span, Text::new("yaml-apostrophe")));
    }
    if line.pair().is_none() {
        return far(Slip::field(line, value.start..value.start + 1, "", span, Text::new("yaml-quote-stray")));
    }
    if let Some(slip) = closed_below(place, line, value, sign) {
        return far(slip);
    }
    let (meant, sure) = meant(text, sign);
    let inner = text.strip_prefix(sign).unwrap_or(text);
    let message = Text::new(if inner.contains(sign) { "yaml-after-quote" } else { "yaml-quote" });
    let slip = between_quotes(line, value, meant, span, message);
    far(if sure == Sure::Certain { slip } else { Slip { sure, ..slip } })
}

/// `'s Ochtends`, `'t Gooi`, `'n`, `'24`: an apostrophe in the place of letters or figures.
fn is_clipped(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('\'') else { return false };
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    // A capital with a full stop is the first letter of a name.
    let is_initial = word.starts_with(char::is_uppercase);
    let ends = rest.get(word.len()..).is_none_or(|rest| {
        rest.is_empty() || rest.starts_with([' ', '-', ',']) || rest.starts_with('.') && !is_initial
    });
    let short = ["s", "t", "n", "k", "m", "r"].iter().any(|letter| word.eq_ignore_ascii_case(letter));
    ends && (short || word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a text that begins with an apostrophe ends with one.
fn closes(text: &str) -> bool {
    text.len() > 1 && text.ends_with('\'')
}

/// A text between quotation marks of which the last lines do not stand further to the right.
fn closed_below(place: &Place<'_>, line: Line<'_>, value: Line<'_>, sign: char) -> Option<Slip> {
    const MOST: usize = 20;
    let (name, _) = line.pair()?;
    let below = place.lines.iter().skip_while(|other| other.start <= line.start).take(MOST);
    let count = below.clone().position(|other| other.text.contains(sign))? + 1;
    let run: Vec<Line<'_>> = below.take(count).copied().collect();
    let last = run.last()?;
    let ends = last.text.trim_end().strip_suffix(sign).is_some_and(|text| !text.contains(sign));
    if !ends || run.iter().any(|line| line.is_item() || is_field(*line, place.names)) {
        return None;
    }
    let spaces = " ".repeat(line.column() + 2);
    let low = run.iter().filter(|other| other.indent() <= line.column());
    let changes: Vec<Change> =
        low.clone().map(|line| Change::new(line.start..line.own().start, spaces.clone())).collect();
    let head = low.clone().next()?;
    let message = Text::new("yaml-goes-on").with("name", name).with("value", scalars::shorten(value.text));
    let right = format!("{spaces}{}", scalars::shorten(head.own().text));
    let help = Text::new("yaml-goes-on-help").with("count", spaces.len()).with("right", right);
    Some(Slip::new(changes, head.own().span(), message, help))
}

/// Whether a line begins with the name of a field and a colon.
pub fn is_field(line: Line<'_>, names: Names<'_>) -> bool {
    line.pair().is_some_and(|(name, _)| {
        let lower = name.to_lowercase();
        frame_key(name).is_some() || names.has(&lower) || USUAL.contains(&lower.as_str())
    })
}

/// A quotation mark between brackets that nothing closes before the comma or the bracket behind it.
pub fn in_brackets(place: &Place<'_>) -> Option<Slip> {
    let mut depth = 0_usize;
    for line in place.lines.iter().take_while(|line| line.start <= place.stop.at) {
        let value = if depth > 0 { line.own() } else { line.value().unwrap_or(Line { start: line.end(), text: "" }) };
        if depth == 0 && !value.text.starts_with(['[', '{']) {
            continue;
        }
        if let Some((at, sign)) = unclosed(value.text) {
            return closed_before(*line, value, at, sign);
        }
        depth += value.text.matches(['[', '{']).count();
        depth = depth.saturating_sub(value.text.matches([']', '}']).count());
    }
    None
}

/// A text between brackets that a number sign makes a remark of, and what closes the brackets with it: between quotation marks it is
/// whole.
pub fn cut_within(place: &Place<'_>) -> Option<Slip> {
    let mut depth = 0_usize;
    for line in place.lines.iter().take_while(|line| line.start <= place.stop.at).copied() {
        let Some(value) = (if depth > 0 { Some(line.own()) } else { between_brackets(line) }) else { continue };
        let whole = line.text.get(value.start - line.start..)?.trim_end();
        let text = without_comment(whole);
        depth += text.matches(['[', '{']).count();
        depth = depth.saturating_sub(text.matches([']', '}']).count());
        let rest = whole.get(text.len()..).unwrap_or("");
        if depth > 0
            && rest.contains([']', '}'])
            && let Some(slip) = whole_text(line, (value.start, whole), text.len())
        {
            return Some(slip);
        }
    }
    None
}

/// Quotation marks around the text in which a remark begins.
fn whole_text(line: Line<'_>, (start, whole): (usize, &str), cut: usize) -> Option<Slip> {
    let before = whole.get(..cut)?;
    let begin = before.rfind(": ").map(|at| at + 2).max(before.rfind(['[', '{']).map(|at| at + 1))?;
    let rest = whole.get(cut..)?;
    let end =
        rest.match_indices([',', ']', '}']).find(|(at, found)| is_end(rest, *at, found)).map(|(at, _)| cut + at)?;
    let text = whole.get(begin..end)?.trim();
    let lead = whole.get(begin..)?.len() - whole.get(begin..)?.trim_start().len();
    let at = start + begin + lead..start + begin + lead + text.len();
    let sign = start + cut + rest.find('#')?;
    let lost = rest.trim_start().trim_start_matches('#').trim_start();
    let message = Text::new("text-cut").with("text", scalars::shorten(lost));
    let slip = Slip::field(line, at, &quoted(text), Span::new(sign, sign + 1), message);
    Some(Slip { sure: Sure::Asked, far: true, ..slip })
}

/// Whether a text between brackets ends here: at a bracket, or at a comma with nothing or the next field behind it.
fn is_end(rest: &str, end: usize, found: &str) -> bool {
    let after = rest.get(end + 1..).unwrap_or("").trim_start();
    // No more of it is looked at than a name can be.
    let behind = after.trim_start_matches(is_of_name);
    let named = behind.len() < after.len() && behind.trim_start().starts_with(':');
    found != "," || after.is_empty() || named
}

/// Where a text of a list or a group between brackets begins that nothing closes, and its sign.
fn unclosed(text: &str) -> Option<(usize, char)> {
    let mut skip = 0;
    for (at, sign) in text.char_indices().filter(|(_, c)| matches!(c, '"' | '\'')) {
        let before = text.get(..at)?.trim_end();
        if at < skip || !(before.is_empty() || before.ends_with(['[', '{', ',', ':'])) {
            continue;
        }
        let rest = text.get(at + 1..)?;
        let closes = |(end, _): &(usize, &str)| {
            let after = rest.get(end + 1..).unwrap_or("").trim_start();
            after.is_empty() || after.starts_with([',', ']', '}', ':', '#'])
        };
        match rest.match_indices(sign).find(closes) {
            Some((end, _)) => skip = at + end + 2,
            None => return Some((at, sign)),
        }
    }
    None
}

/// The text with a quotation mark where it ends: before a bracket, or before a comma with another field behind it.
fn closed_before(line: Line<'_>, value: Line<'_>, at: usize, sign: char) -> Option<Slip> {
    let rest = value.text.get(at + 1..)?;
    let ends = |(end, found): &(usize, &str)| is_end(rest, *end, found);
    let end = rest.match_indices([',', ']', '}']).find(ends).map_or(rest.len(), |(end, _)| end);
    let text = rest.get(..end)?.trim_end();
    let place = value.start + at + 1 + text.len();
    let span = Span::new(value.start + at, value.start + at + 1);
    let slip = Slip::field(line, place..place, &sign.to_string(), span, Text::new("yaml-quote"));
    let sure = if text.contains([',', sign]) { Sure::Asked } else { Sure::Certain };
    Some(Slip { sure, far: true, ..slip })
}
