//! The slips that people make in the writing of YAML: what each looks like, and how it is mended.
//!
//! In: the place at which reading stopped. Out: what may be wrong there, the likeliest first. Which of them it is, is found
//! by trying.

use std::ops::Range;

use crate::diagnostic::Text;
use crate::source::Span;

use super::kinds;
use super::mend_blanks::{odd_blanks, tabs};
use super::mend_indent::moves;
use super::mend_lines::{Line, frame_key, is_marked, is_name, is_odd_dash, quoted, without_comment};
use super::mend_shape::{Names, astray};
use super::mend_text::Change;
use super::scalars;
use super::yaml::Stop;
use super::yaml_errors::Trouble;

/// A slip that may be there.
#[derive(Clone, Debug)]
pub struct Slip {
    pub changes: Vec<Change>,
    pub span: Span,
    pub message: Text,
    pub help: Text,
    pub sure: Sure,
    /// Reading stopped far behind it.
    pub far: bool,
}

/// How surely a slip is what was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    /// Nothing else can be meant.
    Certain,
    /// A person must look.
    Likely,
    /// The line is left out, and its place kept: nothing is known of what stood there.
    Lost,
    /// Nobody need be told: that nothing is filled in is told where something must be.
    Silent,
}

/// Where reading stopped.
pub struct Place<'t> {
    pub lines: &'t [Line<'t>],
    /// The number of the line among those that say something.
    pub index: usize,
    pub here: Option<Line<'t>>,
    pub before: Option<Line<'t>>,
    pub stop: Stop,
    pub names: Names<'t>,
}

impl<'t> Place<'t> {
    pub fn at(text: &'t str, lines: &'t [Line<'t>], stop: Stop, names: Names<'t>) -> Self {
        let after = lines.partition_point(|line| line.start <= stop.at);
        // A remark ends a value: what follows it is what does not fit.
        let remark = text.get(stop.at..).is_some_and(|rest| rest.starts_with('#'));
        let index = if remark { after.min(lines.len().saturating_sub(1)) } else { after.saturating_sub(1) };
        let line = |index: usize| lines.get(index).copied();
        Self { lines, index, here: line(index), before: index.checked_sub(1).and_then(line), stop, names }
    }

    pub fn next(&self) -> Option<Line<'t>> {
        self.lines.get(self.index + 1).copied()
    }

    pub fn earlier(&self) -> Option<Line<'t>> {
        self.index.checked_sub(2).and_then(|index| self.lines.get(index)).copied()
    }
}

impl Slip {
    pub fn new(changes: Vec<Change>, span: Span, message: Text, help: Text) -> Self {
        Self { changes, span, message, help, sure: Sure::Certain, far: false }
    }

    /// One change, with the field as it must be.
    fn field(line: Line<'_>, at: Range<usize>, new: &str, span: Span, message: Text) -> Self {
        let change = Change::new(at, new);
        let help = Text::new("yaml-write").with("right", format!("`{}`", field_with(line, &change)));
        Self::new(vec![change], span, message, help)
    }
}

/// The field of a line with a change, without a remark.
fn field_with(line: Line<'_>, change: &Change) -> String {
    let field = line.field();
    let part = |from: usize, to: usize| field.text.get(from..to).unwrap_or("");
    let inner = |at: usize| at.saturating_sub(field.start).min(field.text.len());
    let whole =
        format!("{}{}{}", part(0, inner(change.at.start)), change.text, part(inner(change.at.end), field.text.len()));
    without_comment(&whole).to_owned()
}

/// What may be wrong where reading stopped, the likeliest first.
pub fn propose(place: &Place<'_>) -> Vec<Slip> {
    let mut all: Vec<Slip> = Vec::new();
    all.extend([place.here, place.before].into_iter().flatten().filter_map(nothing));
    all.extend(title(place));
    all.extend(odd_blanks(place.lines));
    all.extend(tabs(place));
    let near = [place.before, place.here];
    for line in near.into_iter().flatten() {
        let found = [odd_dash(line), other_sign(line), no_space(line), odd_quote(line)];
        all.extend(found.into_iter().flatten());
        all.extend(stray_dash(line));
    }
    if matches!(place.stop.trouble, Trouble::Quote | Trouble::AfterQuote | Trouble::Escape | Trouble::Unreadable) {
        all.extend(opened(place));
    }
    let (near_shape, far_shape): (Vec<Slip>, Vec<Slip>) = shape(place).into_iter().partition(|slip| !slip.far);
    all.extend(near_shape);
    all.extend(place.before.zip(place.here).and_then(|(before, here)| choice_long(before, here)));
    for line in near.into_iter().flatten() {
        all.extend(
            [
                no_colon_within(line, place.names),
                bracket(line, place),
                marked(line, place.stop.trouble),
                colon_inside(line),
            ]
            .into_iter()
            .flatten(),
        );
    }
    let (mut bare, mut texts) = (Vec::new(), Vec::new());
    bare.extend(place.earlier().zip(place.before).and_then(|(above, line)| no_colon_beside(above, line, place.names)));
    bare.extend(place.before.zip(place.here).and_then(|(above, line)| no_colon_beside(above, line, place.names)));
    bare.extend(place.before.zip(place.here).and_then(|(before, here)| no_colon(before, here)));
    bare.extend(place.here.zip(place.next()).and_then(|(here, next)| no_colon(here, next)));
    texts.extend(
        place.earlier().zip(place.before).and_then(|(above, line)| goes_on(place, place.index - 1, above, line)),
    );
    texts.extend(place.before.zip(place.here).and_then(|(above, line)| goes_on(place, place.index, above, line)));
    // A word to the left of the text above it that is no name is rather the rest of that text.
    let is_rest = |slip: &Slip| slip.sure == Sure::Certain;
    let (rest, doubted): (Vec<Slip>, Vec<Slip>) = texts.into_iter().partition(is_rest);
    all.extend(rest.into_iter().chain(bare).chain(doubted));
    all.extend(moves(place));
    all.extend(far_shape);
    for line in near.into_iter().rev().flatten() {
        all.extend(ornament(line));
    }
    all
}

/// `adres: -`: a dash that says that there is nothing.
fn nothing(line: Line<'_>) -> Option<Slip> {
    let value = line.value()?;
    let is_sign = value.text.chars().all(|c| matches!(c, '-' | '?' | '*' | '!' | '.' | '–' | '—'));
    let quoted = format!("\"{}\"", value.text);
    let slip = Slip::field(line, value.range(), &quoted, value.span(), Text::new("yaml-character"));
    is_sign.then_some(Slip { sure: Sure::Silent, ..slip })
}

/// The first line that stands elsewhere than its name says, when it is not behind the place.
fn shape(place: &Place<'_>) -> Option<Slip> {
    let (index, slip) = astray(place.lines, place.names, false)?;
    (index <= place.index + 1).then_some(Slip { far: index + 2 < place.index, ..slip })
}

/// Lines above the first field of a plan that are no fields.
fn title(place: &Place<'_>) -> Option<Slip> {
    let is_frame = |line: &&Line<'_>| {
        let word = line.own().text.split(|c: char| !(c.is_alphanumeric() || c == '-')).next().unwrap_or("");
        line.own().start == line.start && frame_key(word).is_some()
    };
    let first = place.lines.iter().position(|line| is_frame(&line))?;
    let above: Vec<Line<'_>> = place.lines.iter().take(first).copied().filter(|line| !line.has_colon()).collect();
    let head = above.first().filter(|_| place.index <= first + 1)?;
    let changes = above.iter().map(|line| Change::new(line.own().start..line.own().start, "# ")).collect();
    let help = Text::new("yaml-title-help").with("line", scalars::shorten(head.own().text));
    Some(Slip::new(changes, head.own().span(), Text::new("yaml-title"), help))
}

/// A line of which no letter or digit is a part.
fn ornament(line: Line<'_>) -> Option<Slip> {
    let own = line.own();
    if own.text.chars().any(char::is_alphanumeric) {
        return None;
    }
    let change = Change::new(own.start..own.start, "# ");
    let help = Text::new("yaml-title-help").with("line", scalars::shorten(own.text));
    Some(Slip::new(vec![change], own.span(), Text::new("yaml-ornament"), help))
}

/// Signs that word processors put in place of the dash of a list, and a dash too many or too close.
pub fn odd_dash(line: Line<'_>) -> Option<Slip> {
    let own = line.own();
    let is_odd = |c: char| is_odd_dash(c) || c == '*';
    let lead = own.text.len() - own.text.trim_start_matches(|c| is_odd(c) || c == '-').len();
    let sign = own.text.get(..lead).filter(|sign| !sign.is_empty() && *sign != "---")?;
    let rest = own.text.get(lead..)?;
    let text = rest.trim_start();
    let close = sign == "-" && rest.len() == text.len();
    if sign == "-" && !close || text.is_empty() {
        return None;
    }
    let at = own.start..own.start + own.text.len() - text.len();
    let span = Span::new(own.start, own.start + lead);
    let help = Text::new("yaml-write").with("right", format!("`- {}`", without_comment(text)));
    let message = Text::new(if close { "yaml-dash-close" } else { "yaml-odd-dash" });
    Some(Slip::new(vec![Change::new(at, "- ")], span, message, help))
}

/// `- trieren: nieuw`: a dash before a choice, which is no member of a list. It stood in the place of two spaces, or before
/// the line.
fn stray_dash(line: Line<'_>) -> Vec<Slip> {
    let is_choice = line.value().is_some_and(|value| kinds::is_kind(value.text));
    let Some((name, _)) = line.pair().filter(|_| line.is_item() && is_choice) else {
        return Vec::new();
    };
    let (own, field) = (line.own(), line.field());
    let span = Span::new(own.start, own.start + 1);
    let help = Text::new("yaml-write").with("right", format!("`{}`", without_comment(field.text)));
    let message = Text::new("yaml-dash-stray").with("name", name);
    let width = " ".repeat(field.start - own.start);
    let slip =
        |new: &str| Slip::new(vec![Change::new(own.start..field.start, new)], span, message.clone(), help.clone());
    vec![slip(""), slip(&width)]
}

/// A sign that stands where a colon must.
fn is_colon_like(c: char) -> bool {
    matches!(c, '=' | ';' | '：' | '→' | '﹕' | '∶')
}

/// `trieren = nieuw`, `jaar; 1`, `naam : De Linde`: another sign in place of the colon, or beside it.
fn other_sign(line: Line<'_>) -> Option<Slip> {
    let field = line.field();
    let is_sign = |c: char| c == ':' || is_colon_like(c);
    let at = field.text.find(|c: char| is_sign(c) || c == ' ')?;
    let name = field.text.get(..at).filter(|name| is_name(name))?;
    let rest = field.text.get(at..)?;
    let value = rest.trim_start_matches(|c: char| is_sign(c) || c == ' ' || c == '>');
    let signs = rest.get(..rest.len() - value.len())?;
    let odd = signs.trim();
    if odd.is_empty() || signs == ":" || signs.starts_with(": ") && odd == ":" || value.starts_with('/') {
        return None;
    }
    // A colon without a space is another slip.
    if !signs.chars().any(|c| is_sign(c) && c != ':') && !signs.starts_with(' ') {
        return None;
    }
    let name = own_name(name);
    let change = Change::new(field.start..field.start + at + signs.len(), pair_start(&name, value));
    let start = field.start + at + signs.len() - signs.trim_start().len();
    let span = Span::new(start, start + odd.len());
    let help = Text::new("yaml-write").with("right", format!("`{}`", field_with(line, &change)));
    let message = Text::new("yaml-other-sign").with("name", name.as_str()).with("sign", odd);
    Some(Slip::new(vec![change], span, message, help))
}

/// A name with its colon, and a space before what comes behind it.
fn pair_start(name: &str, value: &str) -> String {
    if value.is_empty() { format!("{name}:") } else { format!("{name}: ") }
}

/// A word as the frame of a plan spells it, where it is one of those.
fn own_name(word: &str) -> String {
    let lower = word.to_lowercase();
    frame_key(word).filter(|key| *key == lower).map_or_else(|| word.to_owned(), str::to_owned)
}

/// `naam:De Linde`
fn no_space(line: Line<'_>) -> Option<Slip> {
    let (_, value) = line.pair()?;
    let first = value.text.chars().next()?;
    if first.is_whitespace() || value.text.starts_with("//") {
        return None;
    }
    let span = Span::new(value.start, value.start + first.len_utf8());
    Some(Slip::field(line, value.start..value.start, " ", span, Text::new("yaml-no-space")))
}

/// Quotation marks of a word processor around a text that needs straight ones.
fn odd_quote(line: Line<'_>) -> Option<Slip> {
    let value = line.value()?;
    let is_odd = |c: char| matches!(c, '“' | '”' | '„' | '‘' | '’' | '‟' | '″');
    let first = value.text.chars().next().filter(|c| is_odd(*c))?;
    let text = value.text.trim_start_matches(is_odd);
    let text = text.trim_end_matches(|c| is_odd(c) || c == '"');
    let span = Span::new(value.start, value.start + first.len_utf8());
    let found = Slip::field(line, value.range(), &quoted(text), span, Text::new("yaml-odd-quote"));
    Some(found)
}

/// A name alone, with something below it that belongs to it.
fn no_colon(before: Line<'_>, here: Line<'_>) -> Option<Slip> {
    let field = before.field();
    let word = without_comment(field.text);
    if !is_name(word) || here.indent() < before.indent() || here.indent() == before.indent() && !here.is_item() {
        return None;
    }
    let name = own_name(word);
    let at = field.start..field.start + word.len();
    let span = Span::new(at.start, at.end);
    let message = Text::new("yaml-no-colon").with("name", word);
    Some(Slip::field(before, at, &format!("{name}:"), span, message))
}

/// Words that stand for a field in every plan.
const USUAL: [&str; 12] = [
    "naam",
    "agb",
    "adres",
    "plaats",
    "datum",
    "praktijkhouders",
    "interventies",
    "keuze",
    "ondertekening",
    "doel",
    "aanpak",
    "startdatum",
];

/// `agb 01056789`
fn no_colon_within(line: Line<'_>, names: Names<'_>) -> Option<Slip> {
    let field = line.field();
    let (word, value) = field.text.split_once(' ')?;
    let value = without_comment(value);
    // Another sign in place of the colon is another slip.
    if !is_name(word) || line.has_colon() || value.is_empty() || value.starts_with(is_colon_like) {
        return None;
    }
    let lower = word.to_lowercase();
    let is_usual = USUAL.contains(&lower.as_str()) || frame_key(word).is_some_and(|key| key == lower);
    // A text may go on with a word that is the name of a field.
    let is_field = names.has(word) && !value.contains(' ');
    if !is_usual && !is_form(value) && !is_field {
        return None;
    }
    let name = if is_usual { lower } else { word.to_owned() };
    Some(colon_behind(line, word, &name))
}

/// `taak Vragen van de assistente`, right below a field: the name of a field rather than the rest of the text above it.
fn no_colon_beside(above: Line<'_>, line: Line<'_>, names: Names<'_>) -> Option<Slip> {
    let (word, rest) = line.field().text.split_once(' ')?;
    let beside = above.pair().is_some() && !line.has_colon() && line.column() == above.column();
    let is_field = is_name(word) && names.has(word) && !without_comment(rest).starts_with(is_colon_like);
    (beside && is_field).then(|| Slip { sure: Sure::Likely, ..colon_behind(line, word, word) })
}

fn colon_behind(line: Line<'_>, word: &str, name: &str) -> Slip {
    let field = line.field();
    let span = Span::new(field.start, field.start + word.len());
    let message = Text::new("yaml-no-colon").with("name", word);
    let gap = field.text.get(word.len()..).map_or(0, |rest| rest.len() - rest.trim_start().len());
    let at = field.start..field.start + word.len() + gap;
    Slip::field(line, at, &format!("{name}: "), span, message)
}

/// Whether a value has a form that no sentence has.
fn is_form(value: &str) -> bool {
    if value.is_empty() {
        return false;
    }
    kinds::is_kind(value)
        || scalars::date(value).is_ok()
        || scalars::quarter(value).is_ok()
        || scalars::yes_no(value).is_ok()
        || value.bytes().all(|byte| byte.is_ascii_digit())
}

/// `adres: Gebouw: Lindelaan 12`
fn colon_inside(line: Line<'_>) -> Option<Slip> {
    let value = line.value()?;
    if is_marked(value.text) || !(value.text.contains(": ") || value.text.ends_with(':')) {
        return None;
    }
    let colon = value.start + value.text.find(':')?;
    let span = Span::new(colon, colon + 1);
    Some(Slip::field(line, value.range(), &quoted(value.text), span, Text::new("yaml-colon-inside")))
}

/// A text that begins with a sign of its own, or has one in it.
fn marked(line: Line<'_>, trouble: Trouble) -> Option<Slip> {
    let value = line.value()?;
    let first = value.text.chars().next().filter(|_| is_marked(value.text))?;
    let text = match first {
        // What was meant as the end is not known.
        '"' | '\'' => value.text.trim_matches(first),
        '[' | '{' => return None,
        _ => value.text,
    };
    let span = Span::new(value.start, value.start + first.len_utf8());
    let quotes = if first == '"' { format!("'{}'", text.replace('\'', "''")) } else { quoted(text) };
    let message = match first {
        '"' | '\'' if text.contains('\\') => Text::new("yaml-escape"),
        '"' | '\'' => Text::new("yaml-after-quote"),
        _ if trouble == Trouble::UnknownAlias => Text::new("yaml-alias-unknown"),
        _ => Text::new("yaml-character"),
    };
    Some(Slip::field(line, value.range(), &quotes, span, message))
}

/// A bracket that is not closed on its line, or closed twice.
fn bracket(line: Line<'_>, place: &Place<'_>) -> Option<Slip> {
    let value = line.value()?;
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
        let below = place.lines.iter().find(|other| other.start > line.start);
        let goes_on = value.text.ends_with([',', '[', '{']) || below.is_some_and(|next| next.indent() > line.indent());
        let sure = if goes_on { Sure::Likely } else { Sure::Certain };
        return Some(Slip { sure, ..Slip::field(line, value.end()..value.end(), &missing, span, message) });
    }
    let extra = count(close) - count(open);
    let end = value.text.trim_end_matches(close).len();
    (extra > 0 && value.text.len() - end >= extra)
        .then(|| Slip::field(line, value.end() - extra..value.end(), "", span, message))
}

/// Data below a choice behind which the kind already stands.
fn choice_long(before: Line<'_>, here: Line<'_>) -> Option<Slip> {
    let ((name, behind), value) = (before.pair()?, before.value()?);
    let (own, _) = here.pair()?;
    let own_value = here.value().map_or("", |value| value.text);
    if here.column() <= before.column() || name == "keuze" || !kinds::is_kind(value.text) || kinds::is_kind(own_value) {
        return None;
    }
    let message = Text::new("yaml-choice-long").with("name", name);
    let help = Text::new("yaml-choice-long-help").with("name", name).with("kind", value.text).with("own", own);
    let span = Span::new(here.field().start, here.field().start + own.len());
    let change = Change::new(behind.start..behind.start, format!("\n{}keuze:", " ".repeat(here.column())));
    Some(Slip::new(vec![change], span, message, help))
}

/// Lines that belong to the text of the field above them, and do not stand further to the right.
fn goes_on(place: &Place<'_>, index: usize, before: Line<'_>, here: Line<'_>) -> Option<Slip> {
    let (name, _) = before.pair()?;
    let value = before.value().filter(|value| !is_marked(value.text) && !is_form(value.text))?;
    here.own().text.chars().next().filter(|c| c.is_alphanumeric() || matches!(c, '(' | '‘' | '’'))?;
    let stays = |line: &&Line<'_>| !line.has_colon() && !line.is_item() && line.indent() == here.indent();
    if here.column() > before.column() {
        return None;
    }
    let run: Vec<Line<'_>> = place.lines.iter().skip(index).take_while(stays).copied().collect();
    let head = run.first()?;
    let spaces = " ".repeat(before.column() + 2);
    let changes = run.iter().map(|line| Change::new(line.start..line.own().start, spaces.clone())).collect();
    let message = Text::new("yaml-goes-on").with("name", name).with("value", scalars::shorten(value.text));
    let right = format!("{spaces}{}", scalars::shorten(head.own().text));
    let help = Text::new("yaml-goes-on-help").with("count", spaces.len()).with("right", right);
    let is_field = run.iter().any(|line| begins_with_name(*line, place.names));
    let sure = if is_field { Sure::Likely } else { Sure::Certain };
    Some(Slip { sure, ..Slip::new(changes, head.own().span(), message, help) })
}

/// Whether a line may be a field that has lost its colon, rather than a part of a text.
fn begins_with_name(line: Line<'_>, names: Names<'_>) -> bool {
    let text = without_comment(line.own().text);
    let end = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let rest = rest.trim();
    let lower = word.to_lowercase();
    let known = frame_key(word).is_some() || names.has(&lower) || USUAL.contains(&lower.as_str());
    // A word that is no name, where the names are known; else a name of a person or a town.
    let alone = rest.is_empty() && (known || names.0.is_none() && !word.starts_with(char::is_uppercase));
    let like_value = alone || is_form(rest) || is_marked(rest) || rest.starts_with(is_colon_like);
    like_value || word.contains(['-', '_']) || known
}

/// The quotation mark that opens what nothing closes, or that something else closes. An apostrophe, as in `'t Hofje`, is
/// one too.
fn opened(place: &Place<'_>) -> Option<Slip> {
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
    let is_apostrophe = |start: &str| text.get(..3).is_some_and(|found| found.eq_ignore_ascii_case(start));
    let far = |slip: Slip| Some(Slip { far: true, ..slip });
    if ["'t ", "'s ", "'s-", "'n "].into_iter().any(is_apostrophe) {
        return far(Slip::field(line, value.range(), &quoted(text), span, Text::new("yaml-apostrophe")));
    }
    if line.pair().is_none() {
        return far(Slip::field(line, value.start..value.start + 1, "", span, Text::new("yaml-quote-stray")));
    }
    let inner = text.trim_start_matches(sign);
    let message = Text::new(if inner.contains(sign) { "yaml-after-quote" } else { "yaml-quote" });
    let inner = inner.trim_end_matches(sign).replace(sign, "");
    far(Slip::field(line, value.range(), &quoted(&inner), span, message))
}
